/** The dialog in which a partner more is recorded, on a new answer of everyone who must. */
import type { Functie, Partij } from "#domain/code.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import type { ToestemmingVeld } from "#domain/toestemming-form.ts";
import type { UitbreidingForm } from "#domain/uitbreiding.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice, section } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { choiceInput, toggleInput } from "./input.ts";
import { paragraph, smallPrint } from "./text.ts";
import {
  answerFields,
  parseToestemming,
  type ToestemmingSent,
  toestemmingSent,
} from "./toestemming-dialog.ts";
import { veldWords } from "./veld.ts";
import { capital, functieNaam, join } from "./word.ts";

export type ParsedUitbreiding =
  | { readonly ok: true; readonly value: UitbreidingForm }
  | { readonly ok: false; readonly error: Problemen<ToestemmingVeld> };

export function parseUitbreiding(
  sent: ToestemmingSent,
  { asked, vandaag }: { readonly asked: readonly Partij[]; readonly vandaag: Temporal.PlainDate },
): ParsedUitbreiding {
  // The end stays that of the toestemming that stands; it is no field here.
  const parsed = parseToestemming({ ...sent, geldigTot: vandaag.toString() }, asked);
  if (!parsed.ok) return parsed;
  const { antwoorden, partners, gecontroleerd } = parsed.value;
  return { ok: true, value: { antwoorden, partners, gecontroleerd } };
}

export const uitbreidingEmpty = (): ToestemmingSent => toestemmingSent({});

export interface UitbreidingData {
  readonly gezien: ToestemmingGezien;
  readonly sent: ToestemmingSent;
  readonly problemen?: Problemen<ToestemmingVeld>;
  readonly melding?: string;
}

export function uitbreidingCard(data: UitbreidingData, token: Stamp): Card {
  const { gezien, sent, problemen = {}, melding } = data;
  const { whose, eerder, tafel } = gezien;
  const named: readonly Functie[] = eerder?.partners ?? [];
  const asked = whose.ok ? [...whose.required, ...whose.asked] : [];
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Partner erbij",
    subtitle: gezien.naam,
    lead: "Iemand erbij mag pas als iedereen opnieuw ja heeft gezegd. Tot dan ziet die partner niets.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      paragraph(`Nu genoemd: ${join(named.map((functie) => functieNaam[functie]))}.`),
      choiceInput({
        id: "partners",
        label: "Wie komt erbij?",
        choices: tafel
          .filter((functie) => !named.includes(functie))
          .map((functie) => ({ title: capital(functieNaam[functie]), value: functie })),
        style: "expanded",
        multi: true,
        value: sent.partners,
        error: veldWords(problemen.partners),
      }),
      ...asked.map((partij) =>
        answerFields(
          { gezien, sent, ...(data.problemen ? { problemen: data.problemen } : {}) },
          {
            partij,
            optional: whose.ok && whose.asked.includes(partij),
            press: { verb: toestemmingVerb.vervangUitbreiding, token },
          },
        ),
      ),
      section(
        "Klopt het?",
        toggleInput({
          id: "gecontroleerd",
          label: "Staat de nieuwe partner op het formulier?",
          title: "Ja, en wie tekende wist waarvoor.",
          value: sent.gecontroleerd === "true",
          error: veldWords(problemen.gecontroleerd),
        }),
        smallPrint("Zegt iemand nee? Dan verandert er niets: de toestemming die er is, blijft."),
      ),
    ],
    actions: [submit({ title: "Vastleggen", verb: toestemmingVerb.uitbreiden, token, style: "positive" })],
    fallbackText: "Een partner erbij.",
  });
}

export const uitbreidingWords = {
  no: "Niet iedereen zegt ja. Er verandert niets: de nieuwe partner ziet deze hulpvraag niet.",
  nobody: "Alle partners van dit team staan al in de toestemming.",
} as const;
