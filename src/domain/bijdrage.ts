/**
 * What a partner outside the school may contribute where the parents were informed and did not object: the 'buitenkant' and
 * nothing else (004 §1.8). Asked as choices, so that no more can be told.
 */
import { schoolFuncties } from "./code.ts";
import type { AgendapuntFeit, BijdrageFeit, Dossier } from "./dossier.ts";
import { relationsOf } from "./relatie.ts";
import { todayIn } from "./today.ts";
import { decideDossierOn } from "./toestemming.ts";

export interface Buitenkant {
  readonly bekend: boolean;
  /** Since which month, when that is known. */
  readonly sinds: Temporal.PlainYearMonth | null;
  readonly afgesloten: boolean;
}

/** Years back that can be chosen: longer ago than this a child of a school was not born. */
export const jarenTerug = 20;

export type BuitenkantProbleem = "leeg" | "maand_en_jaar" | "in_de_toekomst";

/** As it comes from the form. */
export interface BuitenkantForm {
  readonly bekend: "nee" | "ja" | "afgesloten" | null;
  readonly maand: number | null;
  readonly jaar: number | null;
}

export type CheckedBuitenkant =
  | { readonly ok: true; readonly value: Buitenkant }
  | {
      readonly ok: false;
      readonly error: { readonly kind: "velden"; readonly probleem: BuitenkantProbleem };
    };

export function checkBuitenkant(form: BuitenkantForm, today: Temporal.PlainDate): CheckedBuitenkant {
  const refuse = (probleem: BuitenkantProbleem) =>
    ({ ok: false, error: { kind: "velden", probleem } }) as const;
  const { bekend, maand, jaar } = form;
  if (bekend === null) return refuse("leeg");
  if (bekend === "nee") return { ok: true, value: { bekend: false, sinds: null, afgesloten: false } };
  if ((maand === null) !== (jaar === null)) return refuse("maand_en_jaar");
  const sinds =
    maand === null || jaar === null ? null : Temporal.PlainYearMonth.from({ year: jaar, month: maand });
  if (sinds && Temporal.PlainYearMonth.compare(sinds, today.toPlainYearMonth()) > 0)
    return refuse("in_de_toekomst");
  return { ok: true, value: { bekend: true, sinds, afgesloten: bekend === "afgesloten" } };
}

/** As it is kept, locked, and as it stands in the copy for parents: "ja, sinds 2024-03, afgesloten". */
export function writeBuitenkant({ bekend, sinds, afgesloten }: Buitenkant): string {
  if (!bekend) return "nee";
  return ["ja", ...(sinds ? [`sinds ${sinds}`] : []), ...(afgesloten ? ["afgesloten"] : [])].join(", ");
}

const kept = /^(?:nee|ja(?:, sinds (?<sinds>\d{4}-(?:0[1-9]|1[0-2])))?(?<afgesloten>, afgesloten)?)$/;

/** Null for what we never wrote. */
export function readBuitenkant(text: string): Buitenkant | null {
  const found = kept.exec(text);
  if (!found) return null;
  const { sinds, afgesloten } = found.groups ?? {};
  return {
    bekend: text !== "nee",
    sinds: sinds ? Temporal.PlainYearMonth.from(sinds) : null,
    afgesloten: afgesloten !== undefined,
  };
}

/** The ground leaves room for the outside alone; what was told on it goes with it. */
export function asksBuitenkant(dossier: Dossier, day: Temporal.PlainDate): boolean {
  return decideDossierOn(dossier, day).externals === "buitenkant";
}

/**
 * Whether this person is asked: takes part, is named to the parents, works outside the school, and the agenda is fixed or the
 * round goes on. Nobody else can contribute, and nobody after it was discussed.
 */
export function mayContribute(
  dossier: Dossier,
  punt: Pick<AgendapuntFeit, "status" | "ronde">,
  { persoonId, now }: { readonly persoonId: string; readonly now: Temporal.Instant },
): boolean {
  const { status, agendaVastOp, deelnemers } = punt.ronde;
  const fixed = status === "open" || (status === "gepland" && agendaVastOp !== null);
  const own = deelnemers.find((one) => one.persoonId === persoonId);
  if (!fixed || punt.status !== "gepland" || !own) return false;
  if (schoolFuncties.some((functie) => functie === own.functie)) return false;
  const relaties = relationsOf(dossier, persoonId, now);
  const named = relaties.has("genoemde_partner") && relaties.has("genodigde");
  return named && !relaties.has("ib_van_school") && asksBuitenkant(dossier, todayIn(now));
}

export function ownBijdrage({ bijdragen = [] }: Dossier, persoonId: string): BijdrageFeit | null {
  return bijdragen.find((one) => one.persoonId === persoonId) ?? null;
}
