/** Words around giving the regierol to somebody, for good or for a while. */
import { type RegierolKeuze, regierolKeuzen, type VoorstelReden } from "#domain/regierol-keuze.ts";
import { choiceInput, choicesOf } from "./input.ts";
import { formatDate } from "./word.ts";

export const keuzeLabel: Readonly<Record<RegierolKeuze, string>> = {
  deskundigheid: "De deskundigheid past bij de vraag",
  vertrouwensband: "Het gezin heeft met deze persoon een band",
};

export const voorstelRedenLabel: Readonly<Record<VoorstelReden, string>> = {
  andere_deskundigheid: "Een andere functie past nu beter",
  vertrouwensband: "Het gezin heeft met een ander een band",
  geen_tijd: "Er is geen tijd meer voor",
  lang_afwezig: "Langere tijd weg",
  vertrek: "Weg bij deze school",
};

/** Filled in beforehand: what is usual takes no press. */
export function keuzeInput(value: RegierolKeuze | null | undefined) {
  return choiceInput({
    id: "regierolKeuze",
    label: "Waarom deze persoon?",
    choices: choicesOf(keuzeLabel, regierolKeuzen),
    style: "compact",
    value: value ?? "deskundigheid",
  });
}

export function periodWords({
  van,
  tot,
}: {
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
}): string {
  return van.equals(tot) ? `op ${formatDate(van)}` : `van ${formatDate(van)} tot en met ${formatDate(tot)}`;
}
