/** The holder is away for a while: who holds the regierol until then, and comes back by itself (003, block 3). */
import { akkoordPartijen, akkoordVanaf, type Kandidaat, kandidatenOf } from "./akkoord.ts";
import type { Partij } from "./code.ts";
import type { Dossier, RegierolFeit } from "./dossier.ts";
import { type SchoolCalendar, schooldagenBetween } from "./schooldag.ts";
import { ibsOf, isMember } from "./termijn-eigenaar.ts";
import { dayProblem as akkoordDagProbleem, type RegierolProblemen, vanProblem } from "./terugkoppeling.ts";

/** An absence that was agreed and is not over. Both days count. */
export interface WaarnemingFeit {
  readonly id: string;
  /** The holder who is away. */
  readonly voorId: string;
  /** Who stands in; while `gevraagd` that is the ib. */
  readonly doorId: string;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
  readonly stand: "gevraagd" | "afgesproken";
  readonly akkoordOp: Temporal.PlainDate | null;
  /** The regierol has gone over. */
  readonly begonnen: boolean;
}

/**
 * The days on which somebody stands in when the holder is away on other days than was thought; null when that is not theirs to
 * do. An ib stands in for as long as it takes. To anybody else the parents agreed for the days that were named.
 */
export function waarnemingNa(
  { van, tot, akkoordOp, begonnen }: WaarnemingFeit,
  weg: { readonly van: Temporal.PlainDate; readonly tot: Temporal.PlainDate },
): { readonly van: Temporal.PlainDate; readonly tot: Temporal.PlainDate } | null {
  const from = begonnen ? van : weg.van;
  if (akkoordOp === null) return { van: from, tot: weg.tot };
  if (compare(from, van) < 0) return null;
  if (compare(weg.tot, tot) <= 0) return { van: from, tot: weg.tot };
  return begonnen ? { van, tot } : null;
}

/** Days that an absence can lie ahead, or last: who is away for longer gives the regierol on. */
export const waarnemingMax = 200;

const compare = Temporal.PlainDate.compare;

export interface WaarnemingForm {
  readonly door: string | null;
  readonly van: Temporal.PlainDate | null;
  readonly tot: Temporal.PlainDate | null;
  /** For who is no ib of the school: the parents, or the pupil, agree to this person too. */
  readonly akkoordOp: Temporal.PlainDate | null;
  readonly akkoordVan: readonly Partij[];
}
export type WaarnemingProblemen = RegierolProblemen<keyof WaarnemingForm>;

/** Who held it before somebody stood in, or holds it now; null when nobody but an ib keeps it warm. */
export function houderOf({
  regierollen,
  waarneming,
}: Pick<Dossier, "regierollen" | "waarneming">): string | null {
  if (waarneming?.begonnen) return waarneming.voorId;
  const open = openRegierol(regierollen);
  return open?.soort === "actief" ? open.houderId : null;
}

function openRegierol(regierollen: readonly RegierolFeit[]): RegierolFeit | undefined {
  return regierollen.find(({ tot }) => tot === null);
}

/** Those who can stand in, the ibs of the school first: they need no akkoord, because they know it all. */
export function waarnemersOf(dossier: Dossier, today: Temporal.PlainDate): readonly Kandidaat[] {
  const voor = houderOf(dossier);
  const ibs = ibsOf(dossier, today);
  const found = dossier.team
    .filter(({ persoonId, functie }) => ibs.includes(persoonId) && (functie === "ib" || functie === "coo"))
    .map(({ persoonId, naam, functie }): Kandidaat => ({ persoonId, naam, functie }));
  const others = kandidatenOf(dossier, today).filter(({ persoonId }) => !ibs.includes(persoonId));
  const once = new Map([...found, ...others].map((one) => [one.persoonId, one]));
  return [...once.values()].filter(({ persoonId }) => persoonId !== voor);
}

export function checkWaarneming(
  form: WaarnemingForm,
  dossier: Dossier,
  today: Temporal.PlainDate,
): WaarnemingProblemen | null {
  const able = waarnemersOf(dossier, today).some(({ persoonId }) => persoonId === form.door);
  const door = able ? undefined : ({ kind: form.door ? "niet_in_team" : "leeg" } as const);
  const needsAkkoord = able && !ibsOf(dossier, today).includes(form.door ?? "");
  const fields: readonly (readonly [keyof WaarnemingForm, WaarnemingProblemen[keyof WaarnemingForm]])[] = [
    ["door", door],
    ["van", dagProbleem(form.van, startOf(dossier, today), today)],
    ["tot", dagProbleem(form.tot, latest(form.van ?? today, today), today)],
    ...(needsAkkoord ? akkoordProblemen(form, dossier, today) : []),
  ];
  const wrong = fields.filter(([, problem]) => problem);
  return wrong.length > 0 ? Object.fromEntries(wrong) : null;
}

/** An absence that runs already keeps its first day. */
function startOf({ waarneming }: Pick<Dossier, "waarneming">, today: Temporal.PlainDate) {
  return waarneming?.begonnen && compare(waarneming.van, today) < 0 ? waarneming.van : today;
}

const latest = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  compare(one, other) > 0 ? one : other;

function dagProbleem(
  day: Temporal.PlainDate | null,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): WaarnemingProblemen[keyof WaarnemingForm] {
  if (day === null) return { kind: "leeg" };
  if (compare(day, from) < 0) return { kind: "te_vroeg", vanaf: from };
  const uiterlijk = today.add({ days: waarnemingMax });
  return compare(day, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}

function akkoordProblemen(
  form: WaarnemingForm,
  dossier: Dossier,
  today: Temporal.PlainDate,
): readonly (readonly [keyof WaarnemingForm, WaarnemingProblemen[keyof WaarnemingForm]])[] {
  return [
    ["akkoordOp", akkoordDagProbleem(form.akkoordOp, akkoordVanaf(dossier), today) ?? undefined],
    ["akkoordVan", vanProblem(form.akkoordVan, akkoordPartijen(dossier, today)) ?? undefined],
  ];
}

/** Who keeps it warm: who brought it in when that is an ib who works here and is not the one who is away. */
export function ibVoor(
  dossier: Dossier,
  { today, behalve = [] }: { readonly today: Temporal.PlainDate; readonly behalve?: readonly string[] },
): string | null {
  const ibs = ibsOf(dossier, today).filter((id) => !behalve.includes(id));
  return ibs.find((id) => id === dossier.inbrengerId) ?? ibs[0] ?? null;
}

/** Who holds the regierol on this day, by what was agreed; null when it is the holder again, or still. */
export function waarnemerOp(
  dossier: Dossier,
  waarneming: WaarnemingFeit,
  { today, weg }: { readonly today: Temporal.PlainDate; readonly weg: readonly string[] },
): string | null {
  if (compare(today, waarneming.van) < 0 || compare(today, waarneming.tot) > 0) return null;
  const asked = waarneming.stand === "afgesproken" && isMember(dossier, waarneming.doorId, today);
  if (asked && !weg.includes(waarneming.doorId)) return waarneming.doorId;
  const { voorId } = waarneming;
  return (
    ibVoor(dossier, { today, behalve: [voorId, ...weg] }) ?? ibVoor(dossier, { today, behalve: [voorId] })
  );
}

/** What has to happen with the regierol today, by what was agreed; null when it is where it belongs. */
export type WaarnemingStap =
  /** It goes to who stands in. */
  | { readonly soort: "waarnemen"; readonly aan: string }
  /** The holder is back. */
  | { readonly soort: "terug"; readonly aan: string }
  /** It ends before it began: it is over, or somebody else has the regierol. */
  | { readonly soort: "vervalt" }
  /** The holder will not come back: the ib keeps it warm and asks somebody else. Nobody when no ib is there. */
  | { readonly soort: "houder_weg"; readonly aan: string | null };

export function stapVan(
  dossier: Dossier,
  { today, weg }: { readonly today: Temporal.PlainDate; readonly weg: readonly string[] },
): WaarnemingStap | null {
  const { waarneming } = dossier;
  const open = openRegierol(dossier.regierollen);
  if (!waarneming || !open) return null;
  const { voorId, begonnen } = waarneming;
  if (!begonnen && (open.houderId !== voorId || open.soort !== "actief")) return { soort: "vervalt" };
  if (!isMember(dossier, voorId, today)) {
    const stays = ibsOf(dossier, today).includes(open.houderId);
    return {
      soort: "houder_weg",
      aan: stays ? open.houderId : ibVoor(dossier, { today, behalve: [voorId] }),
    };
  }
  if (compare(today, waarneming.tot) > 0)
    return begonnen ? { soort: "terug", aan: voorId } : { soort: "vervalt" };
  const wanted = waarnemerOp(dossier, waarneming, { today, weg });
  return wanted === null || wanted === open.houderId ? null : { soort: "waarnemen", aan: wanted };
}

/** Schooldagen on which somebody is away; both days count. */
export function schooldagenWeg(
  { van, tot }: { readonly van: Temporal.PlainDate; readonly tot: Temporal.PlainDate },
  cal: SchoolCalendar,
): number {
  return schooldagenBetween(van.subtract({ days: 1 }), tot, cal);
}
