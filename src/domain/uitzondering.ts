/**
 * Discussing once without asking the parents (004 §1.8, "zeer uitzonderlijke gevallen"): the ib asks, the directeur
 * decides with a motivation, for one round and the smallest circle. How it stands, and who can move it on.
 */
import { kernteamFuncties } from "./code.ts";
import type { DeelnameFeit, Dossier, UitzonderingFeit } from "./dossier.ts";

/** Why the parents are not asked. The last one alone is no danger: a parent may say no. */
export const uitzonderingRedenen = [
  "onveilig_thuis",
  "vermoeden_mishandeling",
  "druk_op_kind",
  "vitaal_belang",
  "uit_beeld",
  "ouder_weigert",
] as const;
export type UitzonderingReden = (typeof uitzonderingRedenen)[number];

/** Whether Veilig Thuis or the meldcode came into it. */
export const veiligThuisStanden = [
  "melding_gedaan",
  "advies_gevraagd",
  "meldcode_loopt",
  "nog_niet",
] as const;
export type VeiligThuisStand = (typeof veiligThuisStanden)[number];

/** `ja` holds until the round is over; the last five are over for good. */
export const uitzonderingStanden = [
  "gevraagd",
  "ja",
  "nee",
  "ingetrokken",
  "teruggenomen",
  "gebruikt",
  "vervallen",
] as const;
export type UitzonderingStand = (typeof uitzonderingStanden)[number];
export const uitzonderingEinden = ["nee", "ingetrokken", "teruggenomen", "gebruikt", "vervallen"] as const;
export type UitzonderingEinde = (typeof uitzonderingEinden)[number];

/** Why it came to nothing. */
export const vervalredenen = [
  "ronde_verzet",
  "ronde_vervallen",
  "ronde_begonnen",
  "dag_voorbij",
  "niet_besproken",
  "niet_meer_nodig",
  "hulpvraag_gestopt",
] as const;
export type Vervalreden = (typeof vervalredenen)[number];

/** Why the parents do not know yet. */
export const nogNietRedenen = [
  "niet_veilig",
  "veilig_thuis",
  "politie",
  "leerling_wil_niet",
  "niet_bereikt",
] as const;
export type NogNietReden = (typeof nogNietRedenen)[number];

export const uitzonderingActs = ["ja", "nee", "intrekken", "terugnemen", "gebruiken", "vervallen"] as const;
export type UitzonderingAct = (typeof uitzonderingActs)[number];
export type UitzonderingDoer = "ib" | "directeur" | "systeem";

interface Step {
  readonly from: readonly UitzonderingStand[];
  readonly act: UitzonderingAct;
  readonly who: UitzonderingDoer;
  /** No longer once the round has begun. */
  readonly voorOpening: boolean;
  readonly to: UitzonderingStand;
}

// biome-ignore format: a table is read by its columns
export const uitzonderingSteps: readonly Step[] = [
  { from: ["gevraagd"], act: "ja", who: "directeur", voorOpening: true, to: "ja" },
  { from: ["gevraagd"], act: "nee", who: "directeur", voorOpening: true, to: "nee" },
  { from: ["ja"], act: "terugnemen", who: "directeur", voorOpening: true, to: "teruggenomen" },
  { from: ["gevraagd", "ja"], act: "intrekken", who: "ib", voorOpening: true, to: "ingetrokken" },
  { from: ["ja"], act: "gebruiken", who: "systeem", voorOpening: false, to: "gebruikt" },
  { from: ["gevraagd", "ja"], act: "vervallen", who: "systeem", voorOpening: false, to: "vervallen" },
];

export type UitzonderingMoment = Pick<UitzonderingFeit, "stand" | "rondeDatum" | "geopend">;

/** Where an act leads on this day; null when it cannot be done (any more) by this one. */
export function uitzonderingStep(
  { stand, rondeDatum, geopend }: UitzonderingMoment,
  { act, who, today }: { act: UitzonderingAct; who: UitzonderingDoer; today: Temporal.PlainDate },
): UitzonderingStand | null {
  const over = geopend || Temporal.PlainDate.compare(today, rondeDatum) > 0;
  const step = uitzonderingSteps.find(
    (one) => one.act === act && one.who === who && one.from.includes(stand),
  );
  return step && !(step.voorOpening && over) ? step.to : null;
}

/** Asked and not answered, or answered with yes and not over: there is one of these at most. */
export function isOpen({ stand }: Pick<UitzonderingFeit, "stand">): boolean {
  return stand === "gevraagd" || stand === "ja";
}

type Around = Pick<Dossier, "uitzondering">;

/** Whether this round is the one that the decision is about; another one needs a decision of its own. */
export function isForRonde({ uitzondering }: Around, rondeId: string): boolean {
  return uitzondering?.stand === "ja" && uitzondering.rondeId === rondeId;
}

/** Whether the last besluit was taken without the parents and they do not know: nothing asks the ib to tell them then. */
export function isVerzwegen({
  uitzondering,
  besluiten,
  agendapunten,
}: Around & Pick<Dossier, "besluiten" | "agendapunten">): boolean {
  const last = besluiten.at(-1);
  if (!last || !uitzondering) return false;
  const rondeId = agendapunten.find(({ id }) => id === last.agendapuntId)?.ronde.id;
  if (rondeId === undefined) return false;
  if (isForRonde({ uitzondering }, rondeId)) return true;
  return uitzondering.besprokenIn.includes(rondeId) && !uitzondering.oudersWeten;
}

/** What a round may decide by this ground: nobody gets the regierol and nothing goes elsewhere without consent. */
export const uitzonderingBesluiten = ["meer_informatie", "basisondersteuning", "afsluiten"] as const;

/** More than these is no small circle any more: it is asked once more whether everybody is needed. */
export const kleineKring = 4;

type Deelnemer = Pick<DeelnameFeit, "persoonId" | "functie">;

/** The kernteam is the other half of the schakelteam: of those who take part in the round one at least is in the circle. */
export function missesKernteam(kring: readonly string[], around: readonly Deelnemer[]): boolean {
  const kernteam = around.filter(({ functie }) => kernteamFuncties.some((one) => one === functie));
  return kernteam.length > 0 && !kernteam.some(({ persoonId }) => kring.includes(persoonId));
}
