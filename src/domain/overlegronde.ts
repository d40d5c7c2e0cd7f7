/** The rules of one overlegronde: on which day, who makes it complete, in which order (000 §3.1, 003 block 2). */
import { ibFuncties, kernteamFuncties, type Plaats, type Urgentie } from "./code.ts";
import type { DeelnameFeit, Dossier, RondeFeit, TeamlidFeit } from "./dossier.ts";
import { type Feestdag, feestdagenOp } from "./feestdag.ts";
import { activeOn, isOnCall, standingFuncties } from "./relatie.ts";
import { isSchooldag, nextSchooldag, type SchoolCalendar } from "./schooldag.ts";
import { momentOf } from "./today.ts";
import { canBePartner } from "./toestemming.ts";
import { isOpen } from "./uitzondering.ts";

/** Minutes an item gets when nobody says otherwise. */
export const usualMinutes = 15;

export type GeenSchooldag =
  | { readonly reden: "weekend" }
  | { readonly reden: "feestdag"; readonly feestdag: Feestdag }
  | { readonly reden: "vakantie"; readonly naam: string }
  | { readonly reden: "studiedag" };

/** Why the school is closed on that day; null when it is open. */
export function whyClosed(date: Temporal.PlainDate, cal: SchoolCalendar): GeenSchooldag | null {
  if (isSchooldag(date, cal)) return null;
  if (date.dayOfWeek > 5) return { reden: "weekend" };
  const holiday = cal.holidays.find(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0,
  );
  if (holiday) return { reden: "vakantie", naam: holiday.name };
  const [feestdag] = feestdagenOp(date);
  return feestdag ? { reden: "feestdag", feestdag } : { reden: "studiedag" };
}

export type RondeDag =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly kind: "voorbij" } }
  | {
      readonly ok: false;
      readonly error: {
        readonly kind: "geen_schooldag";
        readonly waarom: GeenSchooldag;
        readonly voorstel: Temporal.PlainDate;
      };
    };

/** A round is held on a day on which every school of the SZT is open, and lies ahead. */
export function checkRondeDag(
  { datum, begin }: Pick<RondeFeit, "datum" | "begin">,
  { calendars, now }: { readonly calendars: readonly SchoolCalendar[]; readonly now: Temporal.Instant },
): RondeDag {
  if (Temporal.Instant.compare(momentOf(datum, begin), now) <= 0)
    return { ok: false, error: { kind: "voorbij" } };
  for (const cal of calendars) {
    const waarom = whyClosed(datum, cal);
    if (waarom) {
      return {
        ok: false,
        error: { kind: "geen_schooldag", waarom, voorstel: nextOpenDay(datum, calendars) },
      };
    }
  }
  return { ok: true };
}

function nextOpenDay(from: Temporal.PlainDate, calendars: readonly SchoolCalendar[]): Temporal.PlainDate {
  let day = from;
  for (;;) {
    const later = calendars
      .map((cal) => nextSchooldag(day, cal))
      .reduce((one, other) => (isBefore(one, other) ? other : one), day);
    if (later.equals(day)) return day;
    day = later;
  }
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

/** Only these cannot be held without a link to join. */
export function needsLink(plaats: Plaats): boolean {
  return plaats === "online" || plaats === "op_school_en_online";
}

export function endOf({ begin, duurMinuten }: Pick<RondeFeit, "begin" | "duurMinuten">): Temporal.PlainTime {
  return begin.add({ minutes: duurMinuten });
}

export function beginOf({ datum, begin }: Pick<RondeFeit, "datum" | "begin">): Temporal.Instant {
  return momentOf(datum, begin);
}

type When = Pick<RondeFeit, "datum" | "begin" | "duurMinuten">;

/** Whether somebody who is at the one cannot be at the other; one after the other without a pause is possible. */
export function overlap(one: When, other: When): boolean {
  const end = (when: When) => beginOf(when).add({ minutes: when.duurMinuten });
  return (
    Temporal.Instant.compare(beginOf(one), end(other)) < 0 &&
    Temporal.Instant.compare(beginOf(other), end(one)) < 0
  );
}

/** Minutes that it takes at least to come from one school to another. */
export const reistijd = 30;
const inDeKamer = (plaats: Plaats) => plaats !== "online";

/**
 * Minutes between the end of the other and the begin of this one, when both are held in a room and that is too short to
 * come from the one to the other; null otherwise. Who does one of them online has no journey.
 */
export function krapNa(
  one: When & Pick<RondeFeit, "plaats" | "sztId">,
  other: When & Pick<RondeFeit, "plaats" | "sztId">,
): number | null {
  if (one.sztId === other.sztId || !inDeKamer(one.plaats) || !inDeKamer(other.plaats)) return null;
  const end = beginOf(other).add({ minutes: other.duurMinuten });
  const pause = end.until(beginOf(one)).total("minutes");
  return pause >= 0 && pause < reistijd ? pause : null;
}

/** The ib or coo, and somebody of the kernteam; who is absent or replaced does not make it complete. */
export function schakelteamComplete(
  deelnemers: readonly Pick<DeelnameFeit, "functie" | "aanwezigheid" | "komst">[],
): boolean {
  const coming = deelnemers.filter(
    ({ aanwezigheid, komst }) => aanwezigheid !== "afwezig" && (aanwezigheid !== null || komst !== "niet"),
  );
  const has = (functies: readonly string[]) => coming.some(({ functie }) => functies.includes(functie));
  return has(ibFuncties) && has(kernteamFuncties);
}

/**
 * Who can be asked: the people of the SZT on that day, each with the function that may know of a case. Of more that is the
 * one they have longest: who stands in for a colleague comes as who they are.
 */
export function invitable(team: readonly TeamlidFeit[], day: Temporal.PlainDate): readonly TeamlidFeit[] {
  const own = new Map<string, TeamlidFeit>();
  for (const lid of team) {
    if (!activeOn(lid, day) || !canBePartner(lid.functie)) continue;
    const before = own.get(lid.persoonId);
    if (!before || Temporal.PlainDate.compare(lid.van, before.van) < 0) own.set(lid.persoonId, lid);
  }
  return team.filter((lid) => own.get(lid.persoonId) === lid);
}

/** Who can take part in a round as a whole: who is on call comes for single items (genodigde.ts). */
export function canTakePart(team: readonly TeamlidFeit[], day: Temporal.PlainDate): readonly TeamlidFeit[] {
  return invitable(
    team.filter(({ functie }) => !isOnCall(functie)),
    day,
  );
}

/** Those who come to every round; leerplicht, politie and others come when they are asked. */
export function usuallyInvited(
  team: readonly TeamlidFeit[],
  day: Temporal.PlainDate,
): readonly TeamlidFeit[] {
  return invitable(
    team.filter(({ functie }) => standingFuncties.includes(functie)),
    day,
  );
}

/** The fixed chair of the SZT (000), or else nobody. */
export function usualChair(team: readonly TeamlidFeit[], day: Temporal.PlainDate): string | null {
  const own = new Set(invitable(team, day).map(({ persoonId }) => persoonId));
  return team.find((lid) => lid.voorzitter && own.has(lid.persoonId))?.persoonId ?? null;
}

const rank: Readonly<Record<Urgentie, number>> = { niet_wachten: 0, voorrang: 1, gewoon: 2 };

/**
 * First what is urgent, then what has waited longest; the reference settles the rest. What is spoken of without the
 * parents comes last: then the others, who may not hear it, have gone.
 */
export function agendaOrder<
  T extends Pick<Dossier, "urgentie" | "klaargezetOp" | "referentie" | "uitzondering">,
>(items: readonly T[]): readonly T[] {
  const isAlone = ({ uitzondering }: T) => uitzondering !== null && isOpen(uitzondering);
  const since = ({ klaargezetOp }: T) => klaargezetOp?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER;
  return items.toSorted(
    (one, other) =>
      Number(isAlone(one)) - Number(isAlone(other)) ||
      rank[one.urgentie ?? "gewoon"] - rank[other.urgentie ?? "gewoon"] ||
      since(one) - since(other) ||
      (one.referentie < other.referentie ? -1 : 1),
  );
}
