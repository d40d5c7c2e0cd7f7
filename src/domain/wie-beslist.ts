/**
 * Whose consent is needed, and whose no blocks (UAVG art. 5; 004 ch. 1 par. 8 and ch. 3 Extra 1). Age and gezag say it
 * first; who died or cannot decide changes it, and so does a samenwerkingsverband where the law leaves room.
 */
import type { Gezag, Partij } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { deelhouders, holdersOf } from "./gezag.ts";
import type { ToestemmingSettings } from "./toestemming-setting.ts";

/** Whether a pupil of 12 to 15 is asked (a no blocks, silence does not) or must consent. A setting per swv. */
export type StemLeerling = ToestemmingSettings["stem_leerling"];

export interface LeerlingFacts {
  readonly geboortemaand: Temporal.PlainYearMonth;
  readonly gezag: Gezag;
  readonly stemLeerling: StemLeerling;
}

export type RequiredPartijen =
  | { readonly ok: true; readonly required: readonly Partij[]; readonly asked: readonly Partij[] }
  | {
      readonly ok: false;
      readonly error: { readonly kind: "gezag_controleren" | "geboortemaand_onmogelijk" };
    };

/** Ages in months. In the month of a birthday the day is not known, so the rules before and after both hold. */
const twelve = 12 * 12;
const sixteen = 16 * 12;

/** From the month of the sixteenth birthday on. */
export function isZestien(geboortemaand: Temporal.PlainYearMonth, day: Temporal.PlainDate): boolean {
  return monthsOn(geboortemaand, day) >= sixteen;
}

export function monthsOn(geboortemaand: Temporal.PlainYearMonth, day: Temporal.PlainDate): number {
  return (day.year - geboortemaand.year) * 12 + day.month - geboortemaand.month;
}

/** The ages that are possible on this day: two in the month of a birthday. */
export function agesOn(geboortemaand: Temporal.PlainYearMonth, day: Temporal.PlainDate): readonly number[] {
  const months = monthsOn(geboortemaand, day);
  const age = Math.floor(months / 12);
  return months % 12 === 0 ? [age - 1, age] : [age];
}

/** By age and gezag alone; `asked` are those whose no blocks but whose silence does not. */
export function requiredPartijen(leerling: LeerlingFacts, today: Temporal.PlainDate): RequiredPartijen {
  const months = monthsOn(leerling.geboortemaand, today);
  if (months < 0) return { ok: false, error: { kind: "geboortemaand_onmogelijk" } };
  if (leerling.gezag === "onbekend") return { ok: false, error: { kind: "gezag_controleren" } };
  if (months > sixteen) return { ok: true, required: ["leerling"], asked: [] };
  const holders = holdersOf[leerling.gezag];
  // An adult in the books who is younger than sixteen: the books are wrong.
  if (holders.length === 0) return { ok: false, error: { kind: "gezag_controleren" } };
  if (months < twelve) return { ok: true, required: holders, asked: [] };
  const pupilDecides = months === sixteen || leerling.stemLeerling === "vereist";
  return pupilDecides
    ? { ok: true, required: [...holders, "leerling"], asked: [] }
    : { ok: true, required: holders, asked: ["leerling"] };
}

export type BeslisserFacts = Pick<
  Dossier,
  "gezag" | "gezagMerken" | "partijen" | "toestemming" | "regels"
> & {
  readonly geboortemaand: Temporal.PlainYearMonth;
};

export function beslissersOn(facts: BeslisserFacts, day: Temporal.PlainDate): RequiredPartijen {
  const { gezag, regels, geboortemaand } = facts;
  if (outlivesSixteen(facts, day)) return { ok: true, required: holdersFor(facts), asked: ["leerling"] };
  const whose = requiredPartijen({ geboortemaand, gezag, stemLeerling: regels.stem_leerling }, day);
  if (!whose.ok) return whose;
  const pupil = (list: readonly Partij[]) =>
    list.filter((partij) => partij === "leerling" && !cannot(facts, partij));
  // A pupil of sixteen who cannot decide: those with gezag do, and for an adult it must be looked up who does.
  const alone = pupil(whose.required).length === whose.required.length;
  const holders = alone ? [] : holdersFor(facts);
  if (!alone && holders.length === 0) return { ok: false, error: { kind: "gezag_controleren" } };
  const spared = alone
    ? []
    : [
        ...living(facts).filter((partij) => !holders.includes(partij)),
        ...deelhouders(gezag, facts.gezagMerken),
      ];
  return {
    ok: true,
    required: [...holders, ...pupil(whose.required)],
    asked: [...spared, ...pupil(whose.asked)],
  };
}

/** Those who decide by gezag; `no`: who said no counts also when nobody waits for that one. */
export function holdersFor(facts: BeslisserFacts, no: ReadonlySet<Partij> = new Set()): readonly Partij[] {
  const holders = living(facts);
  const required = withoutSpared(facts, holders);
  return holders.filter((partij) => required.includes(partij) || no.has(partij));
}

function living(facts: BeslisserFacts): readonly Partij[] {
  return holdersOf[facts.gezag].filter((partij) => !cannot(facts, partij));
}

/** Who died has no gezag any more. Of a parent who cannot decide it is not known who does: that one stays required. */
function cannot({ partijen }: BeslisserFacts, partij: Partij): boolean {
  const stand = partijen.find((one) => one.partij === partij)?.stand;
  return stand === (partij === "leerling" ? "wilsonbekwaam" : "overleden");
}

/**
 * Whether the consent of the parents goes on after the sixteenth birthday: where the samenwerkingsverband says so, and
 * they gave it before. In the month itself both rules hold.
 */
export function outlivesSixteen(facts: BeslisserFacts, day: Temporal.PlainDate): boolean {
  if (facts.regels.zestien_jaar === "opnieuw_vragen") return false;
  if (monthsOn(facts.geboortemaand, day) <= sixteen) return false;
  const birthday = facts.geboortemaand.add({ months: sixteen }).toPlainDate({ day: 1 });
  const holders = living(facts);
  return holders.length > 0 && holders.every((partij) => saidYes(facts, partij, birthday));
}

function saidYes({ toestemming }: BeslisserFacts, partij: Partij, before?: Temporal.PlainDate): boolean {
  return (toestemming?.antwoorden ?? []).some(
    (one) =>
      one.partij === partij &&
      one.soort === "toestemming" &&
      (before === undefined || Temporal.PlainDate.compare(one.op, before) < 0),
  );
}

/** Without those who need not be waited for, by the settings; somebody always decides. */
function withoutSpared(facts: BeslisserFacts, deciders: readonly Partij[]): readonly Partij[] {
  const there = reachable(facts, deciders);
  const { gezag, gezagMerken, regels } = facts;
  const together = gezag === "beide_ouders" && !gezagMerken.includes("gescheiden");
  if (regels.een_handtekening === "nooit_genoeg" || !together) return there;
  const isParent = (partij: Partij) => partij === "ouder1" || partij === "ouder2";
  const parents = there.filter(isParent);
  const signs = parents.find((partij) => saidYes(facts, partij)) ?? parents[0];
  return there.filter((partij) => !isParent(partij) || partij === signs);
}

function reachable({ partijen, regels }: BeslisserFacts, deciders: readonly Partij[]): readonly Partij[] {
  if (regels.onbereikbare_ouder === "blokkeert") return deciders;
  const there = deciders.filter(
    (partij) => !partijen.some((one) => one.partij === partij && one.stand === "onbereikbaar"),
  );
  return there.length > 0 ? there : deciders;
}
