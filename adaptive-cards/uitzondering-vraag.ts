/** The dialog in which the ib asks the directeur, and what is said when that cannot be. */
import { z } from "zod/v4";
import type { RondeFeit, TeamlidFeit } from "#domain/dossier.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import { uitzonderingRedenen, veiligThuisStanden } from "#domain/uitzondering.ts";
import {
  type UitzonderingProblemen,
  uitzonderingMax,
  type VraagForm,
  type VraagVeld,
} from "#domain/uitzondering-form.ts";
import type { GeenVraag } from "#domain/uitzondering-vraag.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice } from "./card.ts";
import { choiceInput, choicesOf, multilineInput, toggleInput } from "./input.ts";
import { codeField, codesField, personField } from "./regierol-form.ts";
import { screenedField } from "./screening.ts";
import { asSent } from "./sent.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import {
  callFirst,
  meldcodeSection,
  probleemWords,
  redenLabel,
  veiligThuisLabel,
  watKanWel,
} from "./uitzondering-word.ts";
import { capital, formatDate, formatTime, functieNaam } from "./word.ts";

/** The button that asks; it stands in the overview of the toestemming (toestemming-weg.ts). */
export const uitzonderingKnop = { title: "Vraag de directeur", verb: uitzonderingVerb.vraag } as const;

export const vraagSent = z.object({
  redenen: asSent,
  reden: asSent,
  ronde: asSent,
  kring: asSent,
  veiligThuis: asSent,
  directeur: asSent,
  gevaar: asSent,
  ruim: asSent,
}) satisfies z.ZodType<Record<VraagVeld, string>>;
export type VraagSent = z.infer<typeof vraagSent>;

/** Ids joined by commas; what is no id falls away. */
export const persons = z
  .string()
  .transform((text) => text.split(",").filter((part) => z.uuid().safeParse(part).success));

const submitted = z.object({
  redenen: codesField(uitzonderingRedenen),
  kring: persons,
  ronde: personField,
  veiligThuis: codeField(veiligThuisStanden),
  directeur: personField,
});

/** Lenient: what is missing is the domain's to refuse. With one directeur there is nothing to choose. */
export function parseVraag(
  sent: VraagSent,
  { directeuren }: { readonly directeuren: readonly Pick<TeamlidFeit, "persoonId">[] },
): VraagForm {
  const { redenen, kring, ronde, veiligThuis, directeur } = submitted.parse(sent);
  const [only, ...more] = directeuren;
  return {
    redenen,
    reden: sent.reden.trim().normalize("NFC"),
    rondeId: ronde,
    kring: [...new Set(kring)],
    veiligThuis,
    directeurId: more.length === 0 ? (only?.persoonId ?? null) : directeur,
    gevaar: sent.gevaar === "true",
    ruim: sent.ruim === "true",
  };
}

export interface VraagData {
  readonly referentie: string;
  readonly rondes: readonly Pick<RondeFeit, "id" | "datum" | "begin" | "deelnemers">[];
  readonly team: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
  readonly directeuren: readonly Pick<TeamlidFeit, "persoonId" | "naam">[];
  readonly sent?: VraagSent;
  readonly problemen?: UitzonderingProblemen<VraagVeld>;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export const uitzonderingTitle = "Besluit van de directeur";

export function vraagCard(data: VraagData, token: Stamp): Card {
  const { referentie, sent, problemen = {}, melding, directeuren } = data;
  const [only, ...more] = directeuren;
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Bespreken zonder de ouders te vragen?",
    lead: "Dat kan alleen als vragen het kind in gevaar brengt. De directeur besluit, voor één overlegronde.",
    body: [
      ...(melding ? [notice("info", melding)] : []),
      callFirst(),
      choiceInput({
        id: "redenen",
        label: "Waarom kun je het de ouders niet vragen?",
        required: "Kies waarom je het niet kunt vragen.",
        choices: choicesOf(redenLabel, uitzonderingRedenen),
        style: "expanded",
        multi: true,
        value: sent?.redenen,
        error: probleemWords(problemen.redenen),
      }),
      ...refusalOnly(data),
      ...screenedField({
        veld: "reden",
        input: multilineInput({
          id: "reden",
          label: "Welk gevaar ontstaat als je het vraagt?",
          required: "Schrijf welk gevaar ontstaat.",
          maxLength: uitzonderingMax.reden,
          value: sent?.reden,
          error: probleemWords(problemen.reden, sent?.reden),
        }),
        problem: problemen.reden?.kind === "bevat" ? problemen.reden : undefined,
        laat: data.laat?.reden,
        zonderOuders: true,
        press: { verb: uitzonderingVerb.vraagVervang, token },
      }),
      smallPrint("De directeur leest dit zonder de naam van de leerling: die vervang ik door [naam]."),
      ...circle(data),
      choiceInput({
        id: "veiligThuis",
        label: "Is Veilig Thuis of de meldcode er al bij?",
        required: "Kies wat klopt.",
        choices: choicesOf(veiligThuisLabel, veiligThuisStanden),
        style: "expanded",
        value: sent?.veiligThuis,
        error: probleemWords(problemen.veiligThuis),
      }),
      ...(only && more.length > 0
        ? [
            choiceInput({
              id: "directeur",
              label: "Wie besluit?",
              required: "Kies wie besluit.",
              choices: directeuren.map(({ persoonId, naam }) => ({ title: naam, value: persoonId })),
              style: "expanded",
              value: sent?.directeur,
              error: probleemWords(problemen.directeur),
            }),
          ]
        : [paragraph(`${only?.naam ?? "De directeur"} besluit.`)]),
      meldcodeSection(),
      smallPrint(
        "In het kanaal en in meldingen staat hier niets over. Anderen in de ronde zien er niets van.",
      ),
    ],
    actions: [
      submit({
        title: "Stuur naar de directeur",
        verb: uitzonderingVerb.vraagOpslaan,
        token,
        style: "positive",
      }),
    ],
    fallbackText: "Een vraag aan de directeur.",
  });
}

/** A refusal is no danger: said where it is the only reason, with what else there must be. */
function refusalOnly({ sent, problemen = {} }: VraagData): Element[] {
  if (!problemen.gevaar && sent?.gevaar !== "true") return [];
  return [
    notice(
      "warning",
      "Een ouder mag nee zeggen. Dat is op zich geen gevaar. Praat eerst met de ouder, of stel de vraag zonder naam.",
    ),
    toggleInput({
      id: "gevaar",
      label: "Is er ook gevaar voor het kind?",
      title: "Ja, en ik schrijf hieronder welk",
      value: sent?.gevaar === "true",
      error: probleemWords(problemen.gevaar),
    }),
  ];
}

function circle({ rondes, team, sent, problemen = {} }: VraagData): Element[] {
  const [first] = rondes;
  const there = new Set(first?.deelnemers.map(({ persoonId }) => persoonId));
  const usual = team.filter(
    ({ persoonId, functie }) => there.has(persoonId) && (functie === "bpo" || functie === "orthopedagoog"),
  );
  return [
    choiceInput({
      id: "ronde",
      label: "Voor welke overlegronde?",
      required: "Kies een overlegronde.",
      choices: rondes.map(({ id, datum, begin }) => ({
        title: `${formatDate(datum)}, ${formatTime(begin)} uur`,
        value: id,
      })),
      style: "compact",
      value: sent ? sent.ronde : first?.id,
      error: probleemWords(problemen.ronde),
    }),
    choiceInput({
      id: "kring",
      label: "Wie is daarbij echt nodig? Jij bent er altijd bij.",
      choices: team.map(({ persoonId, naam, functie }) => ({
        title: `${naam} (${functieNaam[functie]})`,
        value: persoonId,
      })),
      style: "expanded",
      multi: true,
      value: sent ? sent.kring : usual.map(({ persoonId }) => persoonId),
      error: probleemWords(problemen.kring),
    }),
    ...(problemen.ruim || sent?.ruim === "true"
      ? [
          notice("warning", "Dit zijn meer dan vier mensen. Hoe minder mensen het weten, hoe veiliger."),
          toggleInput({
            id: "ruim",
            label: "Is iedereen echt nodig?",
            value: sent?.ruim === "true",
            error: probleemWords(problemen.ruim),
          }),
        ]
      : []),
  ];
}

type Waarom = Exclude<GeenVraag, { readonly kind: "loopt_al" }>;

const niet: {
  [Kind in Waarom["kind"]]: (
    waarom: Extract<Waarom, { kind: Kind }>,
  ) => readonly [what: string, todo: readonly string[]];
} = {
  kan_niet: () => [
    "Dit kan alleen bij een hulpvraag die nog op weg is naar een overlegronde.",
    ["Loopt de hulpvraag al? Dan is toestemming nodig.", ...watKanWel],
  ],
  niet_nodig: () => [
    "Er is toestemming die geldt. Een besluit van de directeur is niet nodig.",
    ["Zet de hulpvraag klaar voor de overlegronde."],
  ],
  eerst_vastleggen: () => [
    "Er is al eerder zonder de ouders gesproken. Wat toen is besproken, staat er nog niet bij.",
    ["Leg dat eerst vast. Kies op de kaart: Bespreking vastleggen.", "Vraag daarna opnieuw."],
  ],
  geen_directeur: ({ school }) => [
    `Voor ${school} staat er geen directeur in Zorgronde, of je bent het zelf. Je kunt niet over je eigen vraag besluiten.`,
    [
      "Bel de directeur. Is die er niet? Bel het schoolbestuur.",
      "Vraag je beheerder om een directeur toe te voegen. Een vervanger kan ook.",
      "Kan het niet wachten? Bel Veilig Thuis: 0800-2000, dag en nacht.",
    ],
  ],
  geen_ronde: () => [
    "Er is nog geen overlegronde gepland. Het besluit geldt voor één ronde.",
    [
      "Plan eerst een overlegronde. Typ: plan overleg.",
      "Kan het niet wachten? Bel Veilig Thuis: 0800-2000, dag en nacht.",
    ],
  ],
};

export function geenVraagCard({ waarom, referentie }: { waarom: Waarom; referentie: string | null }): Card {
  const say = niet[waarom.kind] as (waarom: Waarom) => readonly [string, readonly string[]];
  const [what, todo] = say(waarom);
  return card({
    kind: referentie ? `Hulpvraag ${referentie}` : "Hulpvraag",
    title: "De directeur vragen kan nu niet",
    tone: "warning",
    body: [callFirst(), paragraph(what), list(todo)],
    fallbackText: "De directeur vragen kan nu niet.",
  });
}

export const vraagWords = {
  asked: (naam: string) =>
    `${capital(naam)} krijgt je vraag nu. Er mag nog niets worden besproken. In je chat zie je hoe het ervoor staat.`,
  stale: "Iemand anders heeft deze hulpvraag net veranderd. Kijk het nog een keer na en verstuur opnieuw.",
  running: "De directeur is al gevraagd. Ik zet de vraag onderaan in je chat.",
} as const;
