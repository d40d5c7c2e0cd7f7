/** The rights of one leerling on one card, for the ib: what is held, until when, and what can be asked. */
import { z } from "zod/v4";
import type { Bewaarreden } from "#domain/bewaartermijn.ts";
import type { BewaarSettings } from "#domain/bewaartermijn-setting.ts";
import { intakeMax } from "#domain/intake.ts";
import { type RechtAct, type RechtenGezien, type Telsoort, telsoorten } from "#domain/see-rechten.ts";
import { type Action, buttons, execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { choiceInput, textInput } from "./input.ts";
import { birthFields } from "./intake.ts";
import { logVerb } from "./log-verb.ts";
import { rechtenVerb, wissingVerb } from "./rechten-verb.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { count, formatDate, formatMonth, leerjaarLabel, statusLabel } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const rechtenSummary = "Rechten bij een hulpvraag";

const telWoord: Record<Telsoort, readonly [one: string, many: string]> = {
  hulpvragen: ["hulpvraag", "hulpvragen"],
  toestemmingen: ["toestemming", "toestemmingen"],
  agendapunten: ["keer op een agenda", "keer op een agenda"],
  besluiten: ["besluit", "besluiten"],
  terugkoppelingen: ["terugkoppeling na een besluit", "terugkoppelingen na een besluit"],
  regierollen: ["regierol", "regierollen"],
  acties: ["actie", "acties"],
  termijnen: ["termijn", "termijnen"],
  correcties: ["correctie", "correcties"],
  berichten: ["bericht in Teams", "berichten in Teams"],
  logregels: ["regel in het logboek", "regels in het logboek"],
};

export const bewaarredenLabel: Record<Bewaarreden, string> = {
  bezwaar_loopt: "Er loopt een bezwaar",
  klacht_loopt: "Er loopt een klacht",
  rechtszaak: "Er loopt een rechtszaak of geschil",
  onderzoek_veilig_thuis: "Veilig Thuis doet onderzoek",
  wettelijke_plicht: "Een wet zegt dat het moet",
};

export function rechtenCard(gezien: RechtenGezien, token: Stamp, lead?: string): Card {
  const { leerling, school, referentie, vandaag, hulpvragen } = gezien;
  const seen = openDialog({ title: "Wie zag wat", verb: logVerb.open, token });
  const held = section("Wat er staat", list(heldLines(gezien)), buttons([seen]));
  const kept = section("Hoe lang het blijft", ...keepElements(gezien));
  return card({
    kind: "Rechten van ouders en leerling",
    title: referentie,
    subtitle: `${leerling.naam} · ${leerjaarLabel[leerling.leerjaar]} · ${school}`,
    lead: lead ?? "Dit staat er over deze leerling. Kies wat de ouders of de leerling vragen.",
    body: [
      // Who was sent this because the end is near reads that first.
      ...(hulpvragen.some(({ aangekondigd }) => aangekondigd) ? [kept, held] : [held, kept]),
      section("Regels", list(rules)),
      smallPrint(`Bijgewerkt op ${formatDate(vandaag)}. Wie dit bekijkt, staat in het logboek.`),
    ],
    actions: ways.filter(([act]) => gezien.mag.has(act)).map(([, draw]) => draw(token)),
    fallbackText: rechtenSummary,
  });
}

function heldLines({ telt }: RechtenGezien): readonly Sentence[] {
  return telsoorten.filter((soort) => telt[soort] > 0).map((soort) => count(telt[soort], ...telWoord[soort]));
}

function keepElements({ hulpvragen, bewaring, gevraagd }: RechtenGezien): readonly Element[] {
  const lines = hulpvragen.map(({ referentie, status, wissenOp, aangekondigd, zonderGrond }): Sentence => {
    if (!wissenOp) return [bold(referentie), `: loopt nog (${statusLabel[status].toLowerCase()}).`];
    const planned = aangekondigd ? "ik wis dit op" : "ik wis dit na";
    const why = zonderGrond
      ? " Er is geen toestemming meer. Sluit de hulpvraag af, of vraag opnieuw toestemming."
      : "";
    return [
      bold(referentie),
      ` (${statusLabel[status].toLowerCase()}): ${planned} ${formatDate(wissenOp)}.${why}`,
    ];
  });
  return [
    list(lines),
    ...(bewaring
      ? [
          paragraph([
            bold("Langer bewaard"),
            `: ${bewaarredenLabel[bewaring.reden].toLowerCase()}. Tot en met ${formatDate(bewaring.tot)}.`,
          ]),
        ]
      : []),
    ...(gevraagd
      ? [
          notice(
            "warning",
            `Er is gevraagd om alles te wissen (${gevraagd.nummer}). Dat wacht op bevestiging tot en met ${formatDate(gevraagd.uiterlijk)}.`,
          ),
        ]
      : []),
  ];
}

const rules: readonly Sentence[] = [
  "Je antwoordt binnen een maand (AVG art. 12). Het kost de ouders niets.",
  "Kijk eerst wie het vraagt. Onder de 16 vraagt wie het gezag heeft, vanaf 16 de leerling zelf.",
  "Lees een kopie door voor je haar geeft: staat er iets over een ander in, maak dat dan onleesbaar.",
];

const ways: readonly (readonly [RechtAct, (token: Stamp) => Action])[] = [
  [
    "inzage",
    (token) =>
      openDialog({ title: "Gegevens ophalen", verb: rechtenVerb.vraagInzage, token, style: "positive" }),
  ],
  [
    "corrigeren",
    (token) => openDialog({ title: "Gegevens corrigeren", verb: rechtenVerb.vraagCorrectie, token }),
  ],
  ["noteren", (token) => openDialog({ title: "Notitie bij besluit", verb: rechtenVerb.vraagNotitie, token })],
  ["bewaren", (token) => openDialog({ title: "Langer bewaren", verb: rechtenVerb.vraagBewaren, token })],
  ["vrijgeven", (token) => execute({ title: "Niet langer bewaren", verb: rechtenVerb.vrijgeven, token })],
  ["wissen", (token) => openDialog({ title: "Alles wissen", verb: wissingVerb.vraag, token })],
];

/** Without a number: what the rights are, for everybody; an ib can look a leerling up. */
export function rechtenUitlegCard(
  { bewaren, kanZoeken }: { readonly bewaren: BewaarSettings; readonly kanZoeken: boolean },
  token: Stamp,
): Card {
  return card({
    kind: "Rechten van ouders en leerling",
    title: "Wat mogen ouders en leerling vragen?",
    lead: "Ouders en leerling mogen weten wat er is vastgelegd. De intern begeleider van de school regelt dat.",
    body: [
      section(
        "Zij mogen",
        list([
          [bold("Inzage"), ": een kopie van alles wat er staat, en wie het heeft gezien."],
          [bold("Correctie"), ": laten aanpassen wat niet klopt."],
          [bold("Verwijderen"), ": laten wissen wat niet meer nodig is."],
          [bold("Bezwaar maken"), " of toestemming intrekken: dan stopt het meteen."],
          [bold("Klagen"), ": bij de school, het bestuur of de Autoriteit Persoonsgegevens."],
        ]),
      ),
      section("Hoe lang ik bewaar", list(termLines(bewaren))),
      ...(kanZoeken
        ? [paragraph("Typ bijvoorbeeld: inzage HV-1234. Weet je het nummer niet? Zoek de leerling op.")]
        : []),
    ],
    actions: kanZoeken
      ? [openDialog({ title: "Leerling opzoeken", verb: rechtenVerb.vraagZoek, token, style: "positive" })]
      : [],
    fallbackText: "De rechten van ouders en leerling.",
  });
}

function termLines(bewaren: BewaarSettings): readonly Sentence[] {
  const months = (amount: number) =>
    amount % 12 === 0 ? `${amount / 12} jaar` : count(amount, "maand", "maanden");
  return [
    `Afgesloten: ${months(bewaren.afgesloten_maanden)} na de afsluiting.`,
    `Ingetrokken: ${months(bewaren.ingetrokken_maanden)} na het intrekken.`,
    `Concept: ${count(bewaren.concept_weken, "week", "weken")} nadat je er het laatst aan werkte.`,
    "Daarna wis ik alles. Alleen aantallen blijven.",
  ];
}

const asSent = z.string().max(200).catch("");
export const zoekForm = z.object({ school: asSent, naam: asSent, maand: asSent, jaar: asSent });
export type ZoekForm = z.output<typeof zoekForm>;
export const zoekSubmitted = z
  .object({
    school: z.uuid(),
    naam: z.string().trim().min(1).max(intakeMax.naam).regex(/\p{L}/u),
    maand: z.string().regex(/^(0[1-9]|1[0-2])$/),
    jaar: z.string().regex(/^(19|20)\d{2}$/),
  })
  .transform(({ school, naam, maand, jaar }) => ({
    schoolId: school,
    naam: naam.normalize("NFC"),
    geboortemaand: `${jaar}-${maand}`,
  }));

export interface ZoekData {
  readonly scholen: readonly { readonly id: string; readonly naam: string }[];
  readonly vandaag: Temporal.PlainDate;
  readonly form: ZoekForm;
  readonly leeg?: readonly string[];
}

export function zoekCard({ scholen, vandaag, form, leeg = [] }: ZoekData, token: Stamp): Card {
  const wrong = (veld: string) => (leeg.includes(veld) ? "vul dit in." : undefined);
  return card({
    kind: "Rechten van ouders en leerling",
    title: "Leerling opzoeken",
    lead: "Ik kijk of er iets over deze leerling staat, ook als het is afgesloten.",
    body: [
      choiceInput({
        id: "school",
        label: "School",
        choices: scholen.map(({ id, naam }) => ({ title: naam, value: id })),
        style: "compact",
        value: form.school === "" ? scholen[0]?.id : form.school,
        error: wrong("school"),
      }),
      textInput({
        id: "naam",
        label: "Voor- en achternaam van de leerling",
        maxLength: intakeMax.naam,
        value: form.naam,
        required: "Vul de naam in.",
        error: wrong("naam"),
      }),
      birthFields(vandaag, {
        maand: { value: form.maand, error: wrong("maand") },
        jaar: { value: form.jaar, error: wrong("jaar") },
      }),
      smallPrint("De naam bewaar ik niet. Dat je hebt gezocht, staat in het logboek."),
    ],
    actions: [submit({ title: "Zoek", verb: rechtenVerb.zoek, token, style: "positive" })],
    fallbackText: "Leerling opzoeken.",
  });
}

/** That nothing is held is an answer to parents as well. */
export function nietGevondenCard(geboortemaand: string): Card {
  return card({
    kind: "Rechten van ouders en leerling",
    title: "Ik vind niets over deze leerling",
    body: [
      paragraph(
        `Op jouw school staat niets bij deze naam en ${formatMonth(Temporal.PlainYearMonth.from(geboortemaand))}. Dat kun je de ouders zo vertellen.`,
      ),
      list([
        "Controleer de naam en de maand: een andere spelling vind ik niet.",
        "Het kan ook al gewist zijn. Dan is er niets meer te zien.",
        "Wat in het leerlingdossier van school staat, weet ik niet.",
      ]),
    ],
    fallbackText: "Ik vind niets.",
  });
}

export const rechtenWords = {
  dialogTitle: "Rechten",
  below: "Ik zet de kaart onderaan in deze chat.",
  found: "Gevonden. Ik zet de kaart onderaan in de chat.",
  released: "Dit wordt niet langer bewaard dan anders.",
  notHeld: "Er was geen reden meer om dit langer te bewaren.",
} as const;
