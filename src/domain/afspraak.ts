/** The event of a round in Outlook: what it should be, when it is tried again, and what a person hears of it. */
import { z } from "zod/v4";
import type { Plaats } from "./code.ts";
import type { RondeFeit, TeamlidFeit } from "./dossier.ts";
import { beginOf, invitable, needsLink } from "./overlegronde.ts";
import { momentOf, todayIn } from "./today.ts";

export const afspraakFoutSchema = z.enum([
  /** No answer, or one that says nothing. */
  "niet_bereikbaar",
  /** Too many calls: Outlook says how long to wait. */
  "druk",
  /** Our own right falls short. */
  "geen_toegang",
  /** The mailbox of the set-up is not there. */
  "geen_postbus",
  /** Outlook does not take what we send. */
  "geweigerd",
  /** Somebody took the event away in Outlook. */
  "verwijderd",
]);
export type AfspraakFout = z.infer<typeof afspraakFoutSchema>;

/** Passes by itself; all others need somebody. */
export function passes(fout: AfspraakFout): boolean {
  return fout === "niet_bereikbaar" || fout === "druk";
}

/** What should stand in Outlook. No field of it depends on what is discussed. */
export interface Afspraak {
  readonly scholen: readonly string[];
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: Plaats;
  /** A meeting that somebody made by hand. */
  readonly link: string | null;
  /** Outlook makes the Teams meeting. */
  readonly online: boolean;
  /** Addresses, in order. */
  readonly deelnemers: readonly string[];
}

export interface AfspraakFeiten {
  readonly ronde: RondeFeit;
  readonly team: readonly TeamlidFeit[];
  readonly scholen: readonly string[];
  /** E-mail by person; who has none is not in it. */
  readonly adressen: ReadonlyMap<string, string>;
  /** The link that Outlook made for this round before. */
  readonly eigenLink: string | null;
}

/** Null: nothing should stand there. Only who takes part and belongs to the team on that day is invited. */
export function wantedAfspraak({
  ronde,
  team,
  scholen,
  adressen,
  eigenLink,
}: AfspraakFeiten): Afspraak | null {
  if (ronde.status === "vervallen") return null;
  const here = new Set(invitable(team, ronde.datum).map(({ persoonId }) => persoonId));
  const deelnemers = ronde.deelnemers
    .filter(({ persoonId }) => here.has(persoonId))
    .flatMap(({ persoonId }) => adressen.get(persoonId)?.toLowerCase() ?? []);
  if (deelnemers.length === 0) return null;
  const link = ronde.deelnameLink === eigenLink ? null : ronde.deelnameLink;
  return {
    scholen,
    datum: ronde.datum,
    begin: ronde.begin,
    duurMinuten: ronde.duurMinuten,
    plaats: ronde.plaats,
    link,
    online: link === null && needsLink(ronde.plaats),
    deelnemers: [...new Set(deelnemers)].toSorted(),
  };
}

/** Minutes after so many tries in a row. What somebody has to mend is asked again each hour, so that mending is enough. */
const pauses = [1, 2, 5, 10, 15] as const;
const mendMinutes = 60;

export function nextTry(
  { fout, pogingen, rust }: { fout: AfspraakFout; pogingen: number; rust?: Temporal.Duration | undefined },
  now: Temporal.Instant,
): Temporal.Instant {
  if (!passes(fout)) return now.add({ minutes: mendMinutes });
  const own = now.add({ minutes: pauses[Math.min(pogingen, pauses.length) - 1] ?? pauses[0] });
  const asked = rust ? now.add(rust) : now;
  return Temporal.Instant.compare(own, asked) < 0 ? asked : own;
}

/** Before anyone is at work. */
const lookAt = Temporal.PlainTime.from("05:30");
/** Farther ahead nobody misses an event yet. */
const lookDays = 30;

/** When it is looked at again whether it still stands there, with the people of that day; null when there is no need. */
export function nextLook(
  ronde: Pick<RondeFeit, "datum" | "begin">,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const today = todayIn(now);
  const first = ronde.datum.subtract({ days: lookDays });
  const tomorrow = today.add({ days: 1 });
  const day = Temporal.PlainDate.compare(first, tomorrow) > 0 ? first : tomorrow;
  const at = momentOf(day, lookAt);
  return Temporal.Instant.compare(at, beginOf(ronde)) < 0 ? at : null;
}

/** How it is with one round, as far as anybody must know. */
export interface AfspraakFeit {
  readonly stand: "wacht" | "staat" | "af";
  readonly fout: AfspraakFout | null;
  readonly pogingen: number;
  readonly eigenLink: string | null;
}

export type AfspraakGezien =
  | { readonly kind: "staat" }
  /** Passes by itself, and takes long. */
  | { readonly kind: "nog_niet"; readonly fout: AfspraakFout; readonly stond: boolean }
  | { readonly kind: "lukt_niet"; readonly fout: AfspraakFout; readonly stond: boolean };

/** A first try that went wrong is no news: the next one is a minute away. */
const quietTries = 2;

export function seeAfspraak(feit: AfspraakFeit | null): AfspraakGezien | null {
  if (!feit) return null;
  const { fout, pogingen, stand } = feit;
  const stond = stand === "staat";
  if (fout === null) return stond ? { kind: "staat" } : null;
  if (!passes(fout)) return { kind: "lukt_niet", fout, stond };
  if (pogingen >= quietTries) return { kind: "nog_niet", fout, stond };
  return stond ? { kind: "staat" } : null;
}

/** Too few to tell of without pointing at somebody. */
const fewest = 3;
/** Tentative counts as busy, working elsewhere does not. */
const busy = /[123]/;

/** Of how many people it is known, and how many of them are busy. */
export interface Druk {
  readonly bezet: number;
  readonly van: number;
}

/** From what Outlook says of each person for the time of one moment; null when that would say something of one person. */
export function drukOf(views: readonly string[]): Druk | null {
  if (views.length < fewest) return null;
  return { bezet: views.filter((view) => busy.test(view)).length, van: views.length };
}
