/** What is filled in when the round decides about one hulpvraag, and what may be wrong with it (003 block 3). */
import { type Besluit, regierolFuncties } from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { checkBesluiten } from "./hulpvraag.ts";
import { invitable } from "./overlegronde.ts";
import { activeOn } from "./relatie.ts";
import type { Known } from "./screening-name.ts";
import { textProblem, type Veldprobleem } from "./veld.ts";

export interface ActieForm {
  readonly houderId: string;
  readonly wat: string;
  readonly datum: Temporal.PlainDate | null;
}

export interface BesluitForm {
  readonly besluiten: readonly Besluit[];
  readonly afweging: string;
  readonly regierolVoor: string | null;
  readonly terugOp: Temporal.PlainDate | null;
  readonly acties: readonly ActieForm[];
}

export const afwegingMax = 400;
export const actieMax = 200;
/** As many as fit on one form; more are added one by one. */
export const actiesMax = 3;

export type ActieVeld = "wie" | "wat" | "datum";
export type BesluitVeld = "besluiten" | "afweging" | "regierolVoor" | "terugOp" | `${ActieVeld}${number}`;
export type BesluitProbleem =
  | Veldprobleem
  | { readonly kind: "besluiten_gaan_niet_samen" }
  | { readonly kind: "geen_regierol" };
export type BesluitProblemen = Readonly<Partial<Record<BesluitVeld, BesluitProbleem>>>;

export interface BesluitFacts {
  readonly dossier: Pick<Dossier, "team" | "regierollen">;
  readonly known: Known;
  readonly today: Temporal.PlainDate;
}

/** Who can hold the regierol: the functions that 003 names, in this team today. */
export function regierolKandidaten(
  team: readonly TeamlidFeit[],
  today: Temporal.PlainDate,
): readonly TeamlidFeit[] {
  const seen = new Set<string>();
  return team.filter((lid) => {
    const can =
      activeOn(lid, today) && regierolFuncties.some((one) => one === lid.functie) && !seen.has(lid.persoonId);
    if (can) seen.add(lid.persoonId);
    return can;
  });
}

export function checkBesluit(form: BesluitForm, facts: BesluitFacts): BesluitProblemen | null {
  const { besluiten } = form;
  const acties = form.acties.flatMap((actie, index) => actieFields(actie, index + 1, facts));
  const fields: (readonly [BesluitVeld, BesluitProbleem | undefined])[] = [
    ["besluiten", kindProblem(besluiten, facts.dossier)],
    ["afweging", form.afweging === "" ? { kind: "leeg" } : textProblem(form.afweging, facts)],
    ["regierolVoor", besluiten.includes("regierol_toewijzen") ? holderProblem(form, facts) : undefined],
    ["terugOp", besluiten.includes("meer_informatie") ? dateProblem(form.terugOp, facts.today) : undefined],
    ...acties,
  ];
  const wrong = fields.filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
}

export function checkActie(form: ActieForm, facts: BesluitFacts): BesluitProblemen | null {
  const wrong = actieFields(form, 1, facts).filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
}

function kindProblem(
  besluiten: readonly Besluit[],
  { regierollen }: Pick<Dossier, "regierollen">,
): BesluitProbleem | undefined {
  const checked = checkBesluiten(besluiten);
  if (!checked.ok)
    return checked.error.kind === "geen_besluit" ? { kind: "leeg" } : { kind: checked.error.kind };
  const held = regierollen.some(({ tot }) => tot === null);
  return besluiten.includes("doorlopen") && !held ? { kind: "geen_regierol" } : undefined;
}

function holderProblem(
  { regierolVoor }: BesluitForm,
  { dossier, today }: BesluitFacts,
): BesluitProbleem | undefined {
  if (regierolVoor === null) return { kind: "leeg" };
  const can = regierolKandidaten(dossier.team, today).some(({ persoonId }) => persoonId === regierolVoor);
  return can ? undefined : { kind: "niet_in_team" };
}

function dateProblem(day: Temporal.PlainDate | null, today: Temporal.PlainDate): BesluitProbleem | undefined {
  if (day === null) return { kind: "leeg" };
  return Temporal.PlainDate.compare(day, today) < 0 ? { kind: "voorbij" } : undefined;
}

function actieFields(
  { houderId, wat, datum }: ActieForm,
  nummer: number,
  facts: BesluitFacts,
): (readonly [BesluitVeld, BesluitProbleem | undefined])[] {
  const inTeam = invitable(facts.dossier.team, facts.today).some((lid) => lid.persoonId === houderId);
  return [
    [`wie${nummer}`, houderId === "" ? { kind: "leeg" } : inTeam ? undefined : { kind: "niet_in_team" }],
    [`wat${nummer}`, wat === "" ? { kind: "leeg" } : textProblem(wat, facts)],
    [`datum${nummer}`, dateProblem(datum, facts.today)],
  ];
}
