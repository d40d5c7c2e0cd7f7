/** Forms of the report: proposing a change, answering one, and fetching the paper. */
import { z } from "zod/v4";
import type { Laat } from "#domain/screening-keuze.ts";
import type { Problemen } from "#domain/veld.ts";
import { afwijsredenen, afwijsredenSchema, type WijzigingVeld, wijzigingMax } from "#domain/verslag.ts";
import type { VerslagGezien, WijzigingOpen } from "#domain/verslag-view.ts";
import { openUrl, type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, multilineInput } from "./input.ts";
import { screenedField } from "./screening.ts";
import { freeText, paragraph, shorten, smallPrint } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import { verslagVerb } from "./verslag-verb.ts";
import { afwijsredenLabel } from "./verslag-word.ts";
import { formatDate, functieKort } from "./word.ts";

const asSent = z.string().max(4000).catch("");
export const wijzigingForm = z.object({ bij: asSent, tekst: asSent }) satisfies z.ZodType<
  Form<WijzigingVeld>
>;
export type WijzigingForm = z.output<typeof wijzigingForm>;
export const wijzigingSubmitted = z.object({
  bij: z.uuid().nullable().catch(null),
  tekst: z
    .string()
    .trim()
    .max(wijzigingMax)
    .transform((text) => text.normalize("NFC")),
});

export interface WijzigingData {
  readonly gezien: VerslagGezien;
  readonly form: WijzigingForm;
  readonly problemen?: Problemen<WijzigingVeld>;
  /** Why what was pointed out stays. */
  readonly laat?: Laat<WijzigingVeld>;
  readonly melding?: string;
}

export function wijzigingCard(
  { gezien, form, problemen = {}, laat, melding }: WijzigingData,
  token: Stamp,
): Card {
  const punten = gezien.punten.filter(({ magVoorstellen }) => magVoorstellen);
  const only = punten.length === 1 ? (punten[0]?.hulpvraagId ?? "") : "";
  return card({
    kind: "Verslag",
    title: "Wijziging voorstellen",
    subtitle: `Overlegronde ${formatDate(gezien.datum)}`,
    lead: "Het besluit blijft staan. Wordt jouw wijziging overgenomen? Dan komt die erbij, met de datum.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      choiceInput({
        id: "bij",
        label: "Bij welke hulpvraag hoort het?",
        required: "Kies een hulpvraag.",
        choices: punten.map(({ hulpvraagId, referentie, leerling }) => ({
          title: shorten(leerling ? `${referentie} · ${leerling.naam}` : referentie, 90),
          value: hulpvraagId,
        })),
        style: "expanded",
        value: form.bij || only,
        error: veldWords(problemen.bij),
      }),
      ...screenedField({
        veld: "tekst",
        input: multilineInput({
          id: "tekst",
          label: "Wat klopt er niet, of wat ontbreekt?",
          required: "Schrijf wat er anders moet.",
          maxLength: wijzigingMax,
          value: form.tekst,
          error: veldWords(problemen.tekst, form.tekst),
        }),
        problem: problemen.tekst,
        laat: laat?.tekst,
        press: { verb: verslagVerb.vervang, token },
      }),
      smallPrint(
        "Wie het overleg leidde of de ib leest dit. Is het overgenomen? Dan leest iedereen het die dit besluit mag zien.",
      ),
    ],
    actions: [submit({ title: "Verstuur", verb: verslagVerb.voorstellen, token, style: "positive" })],
    fallbackText: "Een wijziging voorstellen.",
  });
}

const overnemen = "overnemen";
/** Which proposal: a choice that came with the button, never a right. */
export const wijzigingChosen = z.object({ wijziging: z.uuid() });
export const antwoordSubmitted = z.object({
  wijziging: z.uuid(),
  antwoord: z.union([
    z.literal(overnemen).transform(() => ({ kind: "overnemen" as const })),
    afwijsredenSchema.transform((reden) => ({ kind: "afwijzen" as const, reden })),
  ]),
});

export function antwoordCard(
  { id, referentie, tekst, van, op }: WijzigingOpen,
  token: Stamp,
  melding?: string,
): Card {
  const who = van.functie ? `${van.naam} (${functieKort[van.functie]})` : van.naam;
  return card({
    kind: "Verslag",
    title: "Voorstel voor een wijziging",
    subtitle: referentie,
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      paragraph(`${who} schrijft op ${formatDate(op)}:`, { subtle: true }),
      freeText(tekst),
      choiceInput({
        id: "antwoord",
        label: "Wat doe je ermee?",
        required: "Kies een antwoord.",
        choices: [
          { title: "Overnemen als aanvulling bij het besluit", value: overnemen },
          ...afwijsredenen.map((reden) => ({
            title: `Niet overnemen: ${afwijsredenLabel[reden].charAt(0).toLowerCase()}${afwijsredenLabel[reden].slice(1)}`,
            value: reden,
          })),
        ],
        style: "expanded",
      }),
      smallPrint(
        "Het besluit zelf verandert niet. Klopt het besluit niet meer? Zet de hulpvraag opnieuw op de agenda.",
      ),
    ],
    actions: [
      submit({
        title: "Verstuur",
        verb: verslagVerb.beantwoorden,
        token,
        style: "positive",
        more: { wijziging: id },
      }),
    ],
    fallbackText: "Een voorstel voor een wijziging.",
  });
}

export const antwoordWords = { choose: "Kies eerst wat je met dit voorstel doet." } as const;

export function verslagLinkCard({ url }: { readonly url: string }): Card {
  return card({
    kind: "Verslag",
    title: "Verslag als pdf",
    body: [
      paragraph(
        "In het bestand staan nummers, geen namen van leerlingen. Het laat zien wat jij nu mag zien.",
      ),
      paragraph(
        "Een bestand kan ik niet terughalen. Bewaar het veilig, stuur het niet door en gooi het weg na gebruik.",
      ),
      smallPrint("De link werkt één keer, tien minuten lang. Dat je het verslag ophaalt, leg ik vast."),
    ],
    actions: [openUrl({ title: "Open het verslag (pdf)", url })],
    fallbackText: "Het verslag als pdf.",
  });
}
