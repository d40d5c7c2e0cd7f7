/** The dialogs in which the ib records what was discussed without the parents, and when they hear of it. */
import { z } from "zod/v4";
import { nogNietRedenen } from "#domain/uitzondering.ts";
import {
  nogNietMogelijk,
  type OudersForm,
  type OudersVeld,
  type UitzonderingProblemen,
  uitzonderingMax,
} from "#domain/uitzondering-form.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice, section } from "./card.ts";
import { choiceInput, choicesOf, dateInput, multilineInput } from "./input.ts";
import { codeField, dateField } from "./regierol-form.ts";
import { screenedField } from "./screening.ts";
import { asSent } from "./sent.ts";
import { smallPrint } from "./text.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import { nogNietLabel, probleemWords } from "./uitzondering-word.ts";
import { formatDate } from "./word.ts";

export interface AchterafZaak {
  readonly referentie: string;
  readonly naam: string | null;
  readonly rondeDatum: Temporal.PlainDate;
  readonly vandaag: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
  readonly vanaf: Temporal.PlainDate;
  readonly zestien: boolean;
}

export const verslagSent = z.object({ verslag: asSent });
export type VerslagSent = z.infer<typeof verslagSent>;

export interface VerslagData {
  readonly zaak: AchterafZaak;
  readonly sent?: VerslagSent;
  readonly problemen?: UitzonderingProblemen<"verslag">;
  readonly melding?: string;
}

export function verslagCard({ zaak, sent, problemen = {}, melding }: VerslagData, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Wat is er besproken?",
    ...(zaak.naam ? { subtitle: zaak.naam } : {}),
    lead: `Op ${formatDate(zaak.rondeDatum)} is zonder de ouders gesproken. De school moet dat later kunnen uitleggen.`,
    body: [
      ...(melding ? [notice("info", melding)] : []),
      ...screenedField({
        veld: "verslag",
        input: multilineInput({
          id: "verslag",
          label: "Wat is er gezegd, en wat kwam eruit?",
          required: "Schrijf wat er is gezegd.",
          maxLength: uitzonderingMax.verslag,
          value: sent?.verslag,
          error: probleemWords(problemen.verslag, sent?.verslag),
        }),
        problem: problemen.verslag?.kind === "bevat" ? problemen.verslag : undefined,
        zonderOuders: true,
        press: { verb: uitzonderingVerb.verslagVervang, token },
      }),
      smallPrint(
        "Het team leest dit niet. Weten de ouders het? Dan staat het in hun kopie. Schrijf op wat nodig is: geen diagnoses, adressen of nummers.",
      ),
    ],
    actions: [submit({ title: "Leg vast", verb: uitzonderingVerb.verslagOpslaan, token, style: "positive" })],
    fallbackText: "Vastleggen wat is besproken.",
  });
}

export const oudersSent = z.object({ weten: asSent, verteldOp: asSent, nogNiet: asSent, herzienOp: asSent });
export type OudersSent = z.infer<typeof oudersSent>;

const antwoorden = ["ja", "nog_niet"] as const;
const wetenLabel: Record<(typeof antwoorden)[number], string> = {
  ja: "Ja, ik heb het verteld",
  nog_niet: "Nog niet",
};

const submitted = z.object({
  weten: codeField(antwoorden),
  verteldOp: dateField,
  nogNiet: codeField(nogNietRedenen),
  herzienOp: dateField,
}) satisfies z.ZodType<OudersForm>;

export function parseOuders(sent: OudersSent): OudersForm {
  return submitted.parse(sent);
}

export interface OudersData {
  readonly zaak: AchterafZaak;
  readonly sent?: OudersSent;
  readonly problemen?: UitzonderingProblemen<OudersVeld>;
}

export function oudersCard({ zaak, sent, problemen = {} }: OudersData, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Weten de ouders het al?",
    ...(zaak.naam ? { subtitle: zaak.naam } : {}),
    lead: "Ouders horen wat er zonder hen is gevraagd of besproken, zodra dat veilig is voor het kind.",
    body: [
      choiceInput({
        id: "weten",
        label: "Is het verteld?",
        required: "Kies wat klopt.",
        choices: choicesOf(wetenLabel, antwoorden),
        style: "expanded",
        value: sent?.weten,
        error: probleemWords(problemen.weten),
      }),
      section(
        "Verteld?",
        dateInput({
          id: "verteldOp",
          label: "Op welke dag?",
          min: zaak.vanaf.toString(),
          max: zaak.vandaag.toString(),
          value: sent?.verteldOp,
          error: probleemWords(problemen.verteldOp),
        }),
      ),
      section(
        "Nog niet?",
        choiceInput({
          id: "nogNiet",
          label: "Waarom nog niet?",
          choices: choicesOf(nogNietLabel, nogNietMogelijk(zaak)),
          style: "compact",
          value: sent?.nogNiet,
          error: probleemWords(problemen.nogNiet),
        }),
        dateInput({
          id: "herzienOp",
          label: "Wanneer kijk je er weer naar?",
          min: zaak.vandaag.add({ days: 1 }).toString(),
          max: zaak.uiterlijk.toString(),
          value: sent ? sent.herzienOp : zaak.uiterlijk.toString(),
          error: probleemWords(problemen.herzienOp),
        }),
        smallPrint(
          "Twijfel je of het veilig is? Vraag Veilig Thuis om advies: 0800-2000. Zolang de ouders het niet weten, staat deze hulpvraag niet in een kopie van de gegevens.",
        ),
      ),
    ],
    actions: [submit({ title: "Leg vast", verb: uitzonderingVerb.oudersOpslaan, token, style: "positive" })],
    fallbackText: "Vastleggen of de ouders het weten.",
  });
}

export const achterafWords = {
  verslag: "Vastgelegd. Kijk nu wanneer de ouders het kunnen horen.",
  ja: "Vastgelegd. De ouders weten het nu.",
  nog_niet: "Vastgelegd. Ik vraag het je opnieuw op de dag die je koos.",
  notNow: "Dat is niet meer nodig. Je ziet nu hoe het ervoor staat.",
} as const;
