/** What the ib fills in to ask for an uitzondering, what the directeur answers, and what may be wrong with it. */
import type { RondeFeit, TeamlidFeit } from "./dossier.ts";
import type { SchoolCalendar } from "./schooldag.ts";
import { addSchoolweken, nextSchooldag } from "./schooldag.ts";
import type { Laat, Screened } from "./screening-keuze.ts";
import type { Known } from "./screening-name.ts";
import {
  kleineKring,
  missesKernteam,
  type NogNietReden,
  nogNietRedenen,
  type UitzonderingReden,
  type VeiligThuisStand,
} from "./uitzondering.ts";
import { foundProblem, problemsOf, type Veldprobleem } from "./veld.ts";

export const uitzonderingMax = { reden: 600, motivatie: 600, verslag: 1000 } as const;

export type UitzonderingProbleem =
  | Veldprobleem
  | { readonly kind: "geen_kernteam" }
  | { readonly kind: "niet_op_ronde"; readonly namen: readonly string[] }
  /** Only that a parent says no: that is no danger, so it is asked what is. */
  /** A word or two explain nothing to who asks later why. */
  | { readonly kind: "geen_zin" }
  | { readonly kind: "weigering_is_geen_gevaar" }
  | { readonly kind: "ruime_kring" }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate };
export type UitzonderingProblemen<Veld extends string> = Readonly<
  Partial<Record<Veld, UitzonderingProbleem>>
>;

export interface VraagForm {
  readonly redenen: readonly UitzonderingReden[];
  readonly reden: string;
  readonly rondeId: string | null;
  /** Beside the ib who asks, who is always there. */
  readonly kring: readonly string[];
  readonly veiligThuis: VeiligThuisStand | null;
  readonly directeurId: string | null;
  /** That a refusal is no danger was read, and there is danger. */
  readonly gevaar: boolean;
  /** Everybody of a large circle is needed. */
  readonly ruim: boolean;
  readonly laat?: Laat;
}
export type VraagVeld =
  | "redenen"
  | "reden"
  | "ronde"
  | "kring"
  | "veiligThuis"
  | "directeur"
  | "gevaar"
  | "ruim";

export interface VraagFacts {
  readonly ib: string;
  readonly rondes: readonly RondeFeit[];
  readonly team: readonly TeamlidFeit[];
  readonly directeuren: readonly Pick<TeamlidFeit, "persoonId">[];
  readonly known: Known;
  readonly today: Temporal.PlainDate;
}

export function checkVraag(form: VraagForm, facts: VraagFacts): UitzonderingProblemen<VraagVeld> | null {
  const ronde = facts.rondes.find(({ id }) => id === form.rondeId);
  const onlyRefusal = form.redenen.length > 0 && form.redenen.every((reden) => reden === "ouder_weigert");
  const large = form.kring.length + 1 > kleineKring;
  return problemsOf<VraagVeld, UitzonderingProbleem>({
    redenen: form.redenen.length === 0 ? { kind: "leeg" } : undefined,
    reden: whyText(form.reden, { ...facts, laat: form.laat?.reden }),
    ronde: ronde ? undefined : { kind: form.rondeId === null ? "leeg" : "past_niet" },
    kring: ronde && kringProblem(form.kring, ronde, facts),
    veiligThuis: form.veiligThuis === null ? { kind: "leeg" } : undefined,
    directeur: facts.directeuren.some(({ persoonId }) => persoonId === form.directeurId)
      ? undefined
      : { kind: "leeg" },
    gevaar: onlyRefusal && !form.gevaar ? { kind: "weigering_is_geen_gevaar" } : undefined,
    ruim: large && !form.ruim ? { kind: "ruime_kring" } : undefined,
  });
}

function kringProblem(
  kring: readonly string[],
  { deelnemers }: RondeFeit,
  { ib, team }: VraagFacts,
): UitzonderingProbleem | undefined {
  const takesPart = (persoonId: string) => deelnemers.some((one) => one.persoonId === persoonId);
  const away = [ib, ...kring].filter((persoonId) => !takesPart(persoonId));
  if (away.length > 0) {
    const namen = away.map((id) => team.find(({ persoonId }) => persoonId === id)?.naam ?? "Iemand");
    return { kind: "niet_op_ronde", namen };
  }
  return missesKernteam(kring, deelnemers) ? { kind: "geen_kernteam" } : undefined;
}

export interface AntwoordForm {
  readonly besluit: "ja" | "nee" | null;
  /** Who stays, beside the ib. */
  readonly kring: readonly string[];
  readonly motivatie: string;
  readonly laat?: Laat;
}
export type AntwoordVeld = "besluit" | "kring" | "motivatie";

export interface AntwoordFacts {
  /** Who was asked for, beside the ib. */
  readonly kring: readonly Pick<TeamlidFeit, "persoonId" | "functie">[];
  readonly today: Temporal.PlainDate;
}

/** The circle can shrink; what was not asked for is not in it. */
export function checkAntwoord(
  form: AntwoordForm,
  { kring, today }: AntwoordFacts,
): UitzonderingProblemen<AntwoordVeld> | null {
  const stays = form.kring.every((persoonId) => kring.some((one) => one.persoonId === persoonId));
  const narrow = missesKernteam(form.kring, kring) ? ({ kind: "geen_kernteam" } as const) : undefined;
  return problemsOf<AntwoordVeld, UitzonderingProbleem>({
    besluit: form.besluit === null ? { kind: "leeg" } : undefined,
    kring: form.besluit === "ja" ? (stays ? narrow : { kind: "past_niet" }) : undefined,
    motivatie: whyText(form.motivatie, { known: null, today, laat: form.laat?.motivatie }),
  });
}

export interface VerslagForm {
  readonly verslag: string;
  readonly laat?: Laat;
}

export function checkVerslag(
  { verslag, laat }: VerslagForm,
  facts: { readonly known: Known; readonly today: Temporal.PlainDate },
): UitzonderingProblemen<"verslag"> | null {
  return problemsOf<"verslag", UitzonderingProbleem>({
    verslag: dangerText(verslag, { ...facts, laat: laat?.verslag }),
  });
}

export interface OudersForm {
  readonly weten: "ja" | "nog_niet" | null;
  readonly verteldOp: Temporal.PlainDate | null;
  readonly nogNiet: NogNietReden | null;
  readonly herzienOp: Temporal.PlainDate | null;
}
export type OudersVeld = keyof OudersForm;

/** Looked at again within this many schoolweken, until the parents know. */
export const herzieningSchoolweken = 4;

export function herzienUiterlijk(today: Temporal.PlainDate, cal: SchoolCalendar): Temporal.PlainDate {
  return nextSchooldag(addSchoolweken(today, herzieningSchoolweken, cal), cal);
}

export interface OudersFacts {
  readonly today: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
  /** Before this day there was nothing to tell. */
  readonly vanaf: Temporal.PlainDate;
  /** The pupil decides whether the parents hear it (UAVG art. 5). */
  readonly zestien: boolean;
}

/** Why the parents of this pupil can not know yet. */
export function nogNietMogelijk({ zestien }: Pick<OudersFacts, "zestien">): readonly NogNietReden[] {
  return nogNietRedenen.filter((reden) => zestien || reden !== "leerling_wil_niet");
}

export function checkOuders(
  form: OudersForm,
  { today, uiterlijk, vanaf, zestien }: OudersFacts,
): UitzonderingProblemen<OudersVeld> | null {
  if (form.weten === null) return { weten: { kind: "leeg" } };
  const possible = nogNietMogelijk({ zestien });
  return form.weten === "ja"
    ? problemsOf<OudersVeld, UitzonderingProbleem>({
        verteldOp: toldProblem(form.verteldOp, { today, vanaf }),
      })
    : problemsOf<OudersVeld, UitzonderingProbleem>({
        nogNiet:
          form.nogNiet === null
            ? { kind: "leeg" }
            : possible.includes(form.nogNiet)
              ? undefined
              : { kind: "past_niet" },
        herzienOp: reviewProblem(form.herzienOp, today, uiterlijk),
      });
}

function toldProblem(
  day: Temporal.PlainDate | null,
  { today, vanaf }: Pick<OudersFacts, "today" | "vanaf">,
): UitzonderingProbleem | undefined {
  if (day === null) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(day, vanaf) < 0) return { kind: "te_vroeg", vanaf };
  return Temporal.PlainDate.compare(day, today) > 0 ? { kind: "toekomst" } : undefined;
}

function reviewProblem(
  day: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  uiterlijk: Temporal.PlainDate,
): UitzonderingProbleem | undefined {
  if (day === null) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(day, today) <= 0) return { kind: "voorbij" };
  return Temporal.PlainDate.compare(day, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}

/**
 * Danger is what these texts are about, and the numbers to call stand in the form itself: they are not refused for it,
 * as other texts are.
 */
function dangerText(text: string, screened: Screened): Veldprobleem | undefined {
  return text === "" ? { kind: "leeg" } : foundProblem(text, screened);
}

/** Less is no sentence. */
const shortest = { words: 3, letters: 15 } as const;

/** A reason on which the school decides without the parents must say what it is (004 ch. 1 par. 8: documented). */
function whyText(text: string, screened: Screened): UitzonderingProbleem | undefined {
  const found = dangerText(text, screened);
  if (found) return found;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length < shortest.words || words.join("").length < shortest.letters
    ? { kind: "geen_zin" }
    : undefined;
}
