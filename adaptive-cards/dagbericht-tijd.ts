/** The dialog in which somebody says when the daily bundle comes, when not, and what is left out of it. */
import { z } from "zod/v4";
import {
  type DagberichtTijd,
  type DagberichtTijdForm,
  type DagberichtTijdveld,
  dagberichtUren,
} from "#domain/dagbericht-tijd.ts";
import { type VoorafGroep, voorafGroepen } from "#domain/herinnering-keuze.ts";
import { readDate } from "#domain/tijd.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { codeField, codesField } from "./regierol-form.ts";
import { paragraph, smallPrint } from "./text.ts";
import { veldWords } from "./veld.ts";

export const dagberichtTijdVerb = { vraag: "open-dagbericht-tijd", bewaar: "save-dagbericht-tijd" } as const;

export const dagberichtTijdWords = {
  dialogTitle: "Je dagbericht",
  saved: "Bewaard.",
  none: "Je krijgt nu geen dagbericht, want je werkt in geen team met hulpvragen.",
} as const;

const date = z.string().max(40).catch("");

export const dagberichtTijdSubmitted = z
  .object({ uur: codeField(dagberichtUren), van: date, tot: date, zonder: codesField(voorafGroepen) })
  .partial()
  .transform(
    ({ uur = null, van = "", tot = "", zonder = [] }): DagberichtTijdForm => ({
      uur,
      van: readDate(van),
      tot: readDate(tot),
      zonder,
    }),
  );

export interface DagberichtTijdDialog {
  readonly nu: DagberichtTijd;
  readonly vandaag: Temporal.PlainDate;
  readonly form?: DagberichtTijdForm;
  readonly problemen?: Problemen<DagberichtTijdveld>;
}

export function dagberichtTijdCard(
  { nu, vandaag, form, problemen = {} }: DagberichtTijdDialog,
  token: Stamp,
): Card {
  const { uur, van, tot, zonder } = form ?? {
    uur: nu.uur,
    van: nu.verlof?.van ?? null,
    tot: nu.verlof?.tot ?? null,
    zonder: nu.zonder,
  };
  const day = (id: "van" | "tot", label: string, value: Temporal.PlainDate | null) =>
    dateInput({
      id,
      label,
      value: value?.toString() ?? "",
      error: veldWords(problemen[id]),
      max: last(vandaag),
    });
  return card({
    kind: "Dagbericht",
    title: "Wanneer krijg je je dagbericht?",
    body: [
      paragraph("Je krijgt het op de dagen dat je werkt en een van je scholen open is."),
      choiceInput({
        id: "uur",
        label: "Hoe laat?",
        choices: dagberichtUren.map((one) => ({ title: `${one} uur`, value: one })),
        style: "compact",
        required: "Kies een tijd.",
        value: uur ?? undefined,
        error: veldWords(problemen.uur),
      }),
      day("van", "Ben je weg? Vanaf (mag leeg)", van),
      day("tot", "Tot en met (mag leeg)", tot),
      smallPrint(
        "In die tijd krijg je geen dagbericht. Op je eerste werkdag daarna staat alles in één bericht. Termijnen lopen door: draag over wat niet kan wachten. Je team ziet wanneer je weg bent, niet waarom.",
      ),
      smallPrint("Maak beide dagen leeg als je er gewoon bent."),
      choiceInput({
        id: "zonder",
        label: "Waarvan wil je van tevoren geen herinnering? (mag leeg)",
        choices: choicesOf(voorafLabel),
        style: "expanded",
        multi: true,
        value: zonder,
      }),
      smallPrint(
        "Die komt drie schooldagen vooraf. Op de dag zelf, en als iets te laat is, herinner ik je altijd. Waar ouders of anderen op wachten en wat de wet vraagt, krijg je ook altijd vooraf.",
      ),
    ],
    actions: [submit({ title: "Bewaar", verb: dagberichtTijdVerb.bewaar, token, style: "positive" })],
    fallbackText: "Wanneer krijg je je dagbericht?",
  });
}

const voorafLabel: Record<VoorafGroep, string> = {
  acties: "Acties",
  regierol: "Taken van de regierol, zoals de voortgang",
};

const last = (vandaag: Temporal.PlainDate) => vandaag.add({ days: 400 }).toString();
