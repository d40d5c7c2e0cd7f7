/** Keeping for longer than usual: a reason from the list, and a last day. */
import { z } from "zod/v4";
import { bewaarredenen } from "#domain/bewaartermijn.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { bewaarredenLabel } from "./rechten.ts";
import { rechtenVerb } from "./rechten-verb.ts";
import { codeField, dateField } from "./regierol-form.ts";
import { smallPrint } from "./text.ts";
import { formatDate } from "./word.ts";

export const bewaarSubmitted = z.object({ reden: codeField(bewaarredenen), tot: dateField });
export type BewaarForm = z.output<typeof bewaarSubmitted>;

type Probleem =
  | { readonly kind: "leeg" | "voorbij" }
  | { readonly kind: "te_lang"; readonly uiterlijk: Temporal.PlainDate };

export interface BewaarData {
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly form?: BewaarForm;
  readonly problemen?: Readonly<Partial<Record<keyof BewaarForm, Probleem>>>;
}

export function bewaarCard({ referentie, vandaag, form, problemen = {} }: BewaarData, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Langer bewaren",
    lead: "Alleen als het echt moet. Tot die dag wis ik niets, ook niet als iemand erom vraagt.",
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom?",
        required: "Kies een reden.",
        choices: choicesOf(bewaarredenLabel, bewaarredenen),
        style: "expanded",
        value: form?.reden ?? undefined,
        error: problemen.reden && "kies een reden.",
      }),
      dateInput({
        id: "tot",
        label: "Tot en met welke dag?",
        required: "Kies een dag.",
        min: vandaag.add({ days: 1 }).toString(),
        value: form?.tot?.toString(),
        error: problemen.tot && words(problemen.tot),
      }),
      smallPrint("Eerder klaar? Kies dan op de kaart: Niet langer bewaren."),
    ],
    actions: [submit({ title: "Bewaar langer", verb: rechtenVerb.bewaren, token, style: "positive" })],
    fallbackText: "Langer bewaren.",
  });
}

function words(problem: Probleem): string {
  switch (problem.kind) {
    case "leeg":
      return "kies een dag.";
    case "voorbij":
      return "kies een dag die nog komt.";
    case "te_lang":
      return `kies ${formatDate(problem.uiterlijk)} of eerder. Daarna kun je opnieuw kijken.`;
  }
}

export const bewaarWords = { done: "Ik bewaar dit langer. De reden en de dag staan op de kaart." } as const;
