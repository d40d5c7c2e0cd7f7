/**
 * A hulpvraag that goes on to the Loket or the wijkteam (003, block 2; 000 §3.1): sent, received, taken up, and what came
 * of it. Codes and days: what was written there is in the form of the other side, and we send nothing.
 */
import { z } from "zod/v4";
import type { Partij } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import type { PlainTermEvent } from "./termijn-event.ts";
import type { TermKind } from "./termijn-table.ts";
import { dayProblem, type RegierolProblemen, vanProblem } from "./terugkoppeling.ts";
import { todayIn } from "./today.ts";

export const aanmeldingPlekken = ["loket", "wijkteam"] as const;
export const aanmeldingPlekSchema = z.enum(aanmeldingPlekken);
export type AanmeldingPlek = (typeof aanmeldingPlekken)[number];

export const aanmeldingUitkomsten = ["toegekend", "afgewezen", "ander_advies", "ingetrokken"] as const;
export const aanmeldingUitkomstSchema = z.enum(aanmeldingUitkomsten);
export type AanmeldingUitkomst = (typeof aanmeldingUitkomsten)[number];

/** What the other side says. `nagevraagd`: there is no outcome yet. */
export const aanmeldingStappen = ["ontvangen", "opgepakt", "nagevraagd", ...aanmeldingUitkomsten] as const;
export const aanmeldingStapSchema = z.enum(aanmeldingStappen);
export type AanmeldingStap = (typeof aanmeldingStappen)[number];

export interface AanmeldingFeit {
  readonly id: string;
  readonly bij: AanmeldingPlek;
  readonly gemaaktOp: Temporal.Instant;
  /** Null: it was decided and not done. */
  readonly verstuurdOp: Temporal.PlainDate | null;
  readonly ontvangenOp: Temporal.PlainDate | null;
  readonly opgepaktOp: Temporal.PlainDate | null;
  readonly nagevraagdOp: Temporal.PlainDate | null;
  readonly uitkomst: AanmeldingUitkomst | null;
  readonly uitkomstOp: Temporal.PlainDate | null;
  /** The hulpvraag ended before there was an outcome. */
  readonly vervallen: boolean;
}

export type AanmeldingStand = "verstuurd" | "ontvangen" | "opgepakt" | "uitkomst" | "vervallen";

export function aanmeldingStand({
  vervallen,
  uitkomst,
  opgepaktOp,
  ontvangenOp,
}: AanmeldingFeit): AanmeldingStand {
  if (vervallen) return "vervallen";
  if (uitkomst) return "uitkomst";
  if (opgepaktOp) return "opgepakt";
  return ontvangenOp ? "ontvangen" : "verstuurd";
}

const nextSteps: Readonly<Record<AanmeldingStand, readonly AanmeldingStap[]>> = {
  verstuurd: ["ontvangen", "opgepakt", ...aanmeldingUitkomsten],
  ontvangen: ["opgepakt", ...aanmeldingUitkomsten],
  opgepakt: ["nagevraagd", ...aanmeldingUitkomsten],
  uitkomst: [],
  vervallen: [],
};

/** Without a ground nobody asks how it goes: it can only be taken back. */
export function aanmeldingVolgende(feit: AanmeldingFeit, stil = false): readonly AanmeldingStap[] {
  const steps = nextSteps[aanmeldingStand(feit)];
  return stil ? steps.filter((stap) => stap === "ingetrokken") : steps;
}

/** The day of the last thing that happened. */
export function aanmeldingLaatst(feit: AanmeldingFeit): Temporal.PlainDate | null {
  return feit.uitkomstOp ?? feit.nagevraagdOp ?? feit.opgepaktOp ?? feit.ontvangenOp ?? feit.verstuurdOp;
}

type Aanmeldingen = Pick<Dossier, "aanmeldingen">;

/** At most one at each place. */
export function openAanmelding(
  { aanmeldingen = [] }: Aanmeldingen,
  bij: AanmeldingPlek,
): AanmeldingFeit | null {
  return aanmeldingen.find((feit) => feit.bij === bij && aanmeldingVolgende(feit, false).length > 0) ?? null;
}

/** The round decided on it, and the family knows. */
export function loketVerteld({ besluiten, termijnen }: Pick<Dossier, "besluiten" | "termijnen">): boolean {
  return (
    besluiten.some((one) => one.besluiten.includes("doorzetten_loket") && one.terugkoppeling !== null) ||
    termijnen.some(({ soort, status }) => soort === "loket_versturen" && status === "open")
  );
}

/** Since the last besluit: what came of an earlier one says nothing of this one. */
export function loketSinds({
  besluiten,
  aanmeldingen = [],
}: Pick<Dossier, "besluiten" | "aanmeldingen">): readonly AanmeldingFeit[] {
  const last = besluiten.at(-1);
  if (!last) return [];
  return aanmeldingen.filter(
    ({ bij, gemaaktOp }) => bij === "loket" && Temporal.Instant.compare(gemaaktOp, last.genomenOp) >= 0,
  );
}

export function loketHeeftUitkomst(dossier: Pick<Dossier, "besluiten" | "aanmeldingen">): boolean {
  return loketSinds(dossier).some(({ uitkomst }) => uitkomst !== null);
}

/** The terms of one place; of an open aanmelding exactly one of the last three is open. */
export const aanmeldingTermen: Readonly<Record<AanmeldingPlek, readonly TermKind[]>> = {
  loket: ["loket_versturen", "loket_ontvangst", "loket_oppakken", "loket_navragen"],
  wijkteam: ["wijkteam_ontvangst", "wijkteam_oppakken", "wijkteam_navragen"],
};

export function aanmeldingEvent(bij: AanmeldingPlek, stap: AanmeldingStap | "verstuurd"): PlainTermEvent {
  switch (stap) {
    case "verstuurd":
    case "ontvangen":
    case "opgepakt":
    case "nagevraagd":
      return `${bij}_${stap}`;
    default:
      return `${bij}_uitkomst`;
  }
}

export interface VerstuurForm {
  readonly verstuurdOp: Temporal.PlainDate | null;
  /** In writing, for this and nothing else. */
  readonly akkoordOp: Temporal.PlainDate | null;
  readonly akkoordVan: readonly Partij[];
}
export type VerstuurProblemen = RegierolProblemen<keyof VerstuurForm>;

export function checkVersturen(
  { verstuurdOp, akkoordOp, akkoordVan }: VerstuurForm,
  {
    besluiten,
    partijen,
    today,
  }: Pick<Dossier, "besluiten"> & {
    readonly partijen: readonly Partij[] | null;
    readonly today: Temporal.PlainDate;
  },
): VerstuurProblemen | null {
  const last = besluiten.at(-1);
  const besloten = last ? todayIn(last.genomenOp) : null;
  const wrongAkkoord = dayProblem(akkoordOp, null, today);
  const wrongVan = vanProblem(akkoordVan, partijen);
  const wrongDay = dayProblem(verstuurdOp, besloten, today) ?? dayProblem(verstuurdOp, akkoordOp, today);
  return wrongDay || wrongAkkoord || wrongVan
    ? {
        ...(wrongDay ? { verstuurdOp: wrongDay } : {}),
        ...(wrongAkkoord ? { akkoordOp: wrongAkkoord } : {}),
        ...(wrongVan ? { akkoordVan: wrongVan } : {}),
      }
    : null;
}

export interface StapForm {
  readonly stap: AanmeldingStap | null;
  readonly op: Temporal.PlainDate | null;
}
export type StapProblemen = RegierolProblemen<keyof StapForm>;

export function checkStap(
  feit: AanmeldingFeit,
  { stap, op }: StapForm,
  { today, stil }: { readonly today: Temporal.PlainDate; readonly stil: boolean },
): StapProblemen | null {
  if (!stap || !aanmeldingVolgende(feit, stil).includes(stap)) return { stap: { kind: "leeg" } };
  const wrong = dayProblem(op, aanmeldingLaatst(feit), today);
  return wrong ? { op: wrong } : null;
}

/** As it stands after a step that was checked. */
export function naStap(feit: AanmeldingFeit, stap: AanmeldingStap, op: Temporal.PlainDate): AanmeldingFeit {
  switch (stap) {
    case "ontvangen":
      return { ...feit, ontvangenOp: op };
    case "opgepakt":
      return { ...feit, opgepaktOp: op };
    case "nagevraagd":
      return { ...feit, nagevraagdOp: op };
    default:
      return { ...feit, uitkomst: stap, uitkomstOp: op };
  }
}

/** As somebody sees it who reads the rest. */
export interface AanmeldingGezien {
  readonly bij: AanmeldingPlek;
  readonly stand: Exclude<AanmeldingStand, "vervallen">;
  readonly verstuurdOp: Temporal.PlainDate | null;
  readonly sinds: Temporal.PlainDate | null;
  readonly nagevraagdOp: Temporal.PlainDate | null;
  readonly uitkomst: AanmeldingUitkomst | null;
  /** Until when the next thing is waited for; null where nothing is, or nothing is asked. */
  readonly uiterlijk: Temporal.PlainDate | null;
  readonly volgende: readonly AanmeldingStap[];
}

/** The last one at each place. */
export function seeAanmeldingen(
  { aanmeldingen = [], termijnen }: Pick<Dossier, "aanmeldingen" | "termijnen">,
  stil: boolean,
): readonly AanmeldingGezien[] {
  return aanmeldingPlekken.flatMap((bij) => {
    const feit = aanmeldingen.findLast((one) => one.bij === bij && !one.vervallen);
    const stand = feit && aanmeldingStand(feit);
    if (!feit || !stand || stand === "vervallen") return [];
    const term = termijnen.find(
      ({ soort, status }) => status === "open" && aanmeldingTermen[bij].some((kind) => kind === soort),
    );
    const { verstuurdOp, nagevraagdOp, uitkomst } = feit;
    return [
      {
        ...{ bij, stand, verstuurdOp, nagevraagdOp, uitkomst, sinds: aanmeldingLaatst(feit) },
        uiterlijk: stil || stand === "uitkomst" ? null : (term?.vervalt ?? null),
        volgende: aanmeldingVolgende(feit, stil),
      },
    ];
  });
}
