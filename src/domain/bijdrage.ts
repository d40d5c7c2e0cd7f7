/**
 * What a partner outside the school may contribute where the parents were informed and did not object: the 'buitenkant' and
 * nothing else (004 §1.8). Asked as choices, so that no more can be told.
 */
import type { AgendapuntFeit, BijdrageFeit, Dossier } from "./dossier.ts";
import { mayDo, viewpointOf } from "./visibility.ts";

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

/**
 * Whether this person is asked: who, on which ground and in which state is in visibility.ts; here is when. Who has a seat for
 * this very item, once the agenda is fixed or while the round goes on, and nobody after it was discussed.
 */
export function mayContribute(
  dossier: Dossier,
  punt: Pick<AgendapuntFeit, "status" | "ronde" | "genodigden">,
  { persoonId, now }: { readonly persoonId: string; readonly now: Temporal.Instant },
): boolean {
  const { status, agendaVastOp, deelnemers } = punt.ronde;
  const fixed = status === "open" || (status === "gepland" && agendaVastOp !== null);
  const seat = punt.genodigden?.includes(persoonId) || deelnemers.some((one) => one.persoonId === persoonId);
  if (!fixed || punt.status !== "gepland" || !seat) return false;
  return mayDo({ ...viewpointOf(dossier, { persoonId, doel: "bespreking", now }), handeling: "bijdragen" });
}

export function ownBijdrage({ bijdragen = [] }: Dossier, persoonId: string): BijdrageFeit | null {
  return bijdragen.find((one) => one.persoonId === persoonId) ?? null;
}
