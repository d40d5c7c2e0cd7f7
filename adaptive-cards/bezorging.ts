/** Whether what was told arrived: for the ib about one hulpvraag, for the beheerder about all, and never who read when. */
import {
  type Bezorggroep,
  type Bezorgoverzicht,
  type Bezorgstand,
  bezorggroepen,
  type GehoordGezien,
  type Onbereikt,
} from "#domain/bezorging.ts";
import { amsterdam } from "#domain/today.ts";
import { bereikredenLabel, bereikWords } from "./bereik.ts";
import { execute, type Stamp } from "./button.ts";
import { type Card, card, type Element, notice, row, section, type Tone } from "./card.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { startVerb } from "./welcome.ts";
import { capital, count, formatDate, formatDay, formatTime } from "./word.ts";

export const bezorgingVerb = { gehoord: "show-gehoord", overzicht: startVerb.bezorging } as const;

export const bezorgingWords = {
  dialogTitle: "Wie heeft het gehoord?",
  notYours: "Dit overzicht is voor de beheerder van Zorgronde.",
} as const;

export interface GehoordData {
  readonly referentie: string;
  readonly mensen: readonly GehoordGezien[];
  readonly vandaag: Temporal.PlainDate;
}

export function gehoordCard({ referentie, mensen, vandaag }: GehoordData): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Wie heeft het gehoord?",
    body: [
      ...(mensen.length > 0
        ? mensen.map((mens) => gehoordRow(mens, vandaag))
        : [paragraph("Er is nu niemand anders met werk voor deze hulpvraag.")]),
      smallPrint("Aangekomen? Dan hoef je niets te doen. Wanneer iemand iets las, houdt Zorgronde niet bij."),
    ],
    fallbackText: "Wie heeft het gehoord?",
  });
}

function gehoordRow(
  { naam, bereik, laatste, ongelezen }: GehoordGezien,
  vandaag: Temporal.PlainDate,
): Element {
  if (bereik.weg !== "eigen_chat") {
    const mail = bereik.weg === "mail" ? " Een e-mail zonder inhoud wijst op de chat." : "";
    return row({
      title: naam,
      status: { text: "Niet bereikt", tone: "attention" },
      lines: [`${capital(bereikWords({ ...bereik, weg: "geen" }))}${mail}`],
    });
  }
  if (ongelezen)
    return row({
      title: naam,
      status: { text: "Niet gelezen", tone: "warning" },
      lines: ["De chat met Zorgronde staat al twee werkdagen ongelezen. Bel even."],
    });
  if (!laatste)
    return row({
      title: naam,
      status: { text: "Nog geen bericht", tone: "neutral" },
      lines: ["Er was nog niets te melden over deze hulpvraag."],
    });
  const { text, tone, line } = gehoordWords[laatste.stand];
  return row({ title: naam, status: { text, tone }, lines: [line(momentWords(laatste.op, vandaag))] });
}

function momentWords(op: Temporal.Instant, vandaag: Temporal.PlainDate): string {
  const at = op.toZonedDateTimeISO(amsterdam);
  return `${formatDay(at.toPlainDate(), vandaag)} om ${formatTime(at.toPlainTime())} uur`;
}

const gehoordWords: Record<
  Exclude<Bezorgstand, "gelezen">,
  { readonly text: string; readonly tone: Tone; readonly line: (moment: string) => string }
> = {
  gepland: { text: "Komt eraan", tone: "info", line: (moment) => `Het bericht gaat ${moment}.` },
  onderweg: {
    text: "Onderweg",
    tone: "info",
    line: () => "Teams nam het nog niet aan. Ik probeer het vanzelf opnieuw.",
  },
  bezorgd: { text: "Aangekomen", tone: "good", line: (moment) => `Het laatste bericht kwam ${moment}.` },
  mislukt: {
    text: "Niet aangekomen",
    tone: "attention",
    line: () => "Het laatste bericht kwam niet aan. Bel of vertel het zelf.",
  },
  vervallen: { text: "Niet meer nodig", tone: "neutral", line: () => "Er is nu niets te melden." },
};

const groepLabel: Record<Bezorggroep, string> = {
  dagbericht: "Dagbericht",
  overleg: "Overleggen",
  overig: "Andere berichten",
};

const standLabel: Record<Bezorgstand, string> = {
  bezorgd: "aangekomen",
  gelezen: "aangekomen en gelezen",
  gepland: "gepland",
  onderweg: "onderweg",
  mislukt: "niet aangekomen",
  vervallen: "niet meer nodig",
};
const standen = Object.keys(standLabel) as readonly Bezorgstand[];

/** More than a phone can oversee; the rest is counted. */
const mostPeople = 15;

export function bezorgingCard(overzicht: Bezorgoverzicht, token: Stamp): Card {
  const { vanaf, telling, onbereikt, ongelezen, leesbevestiging } = overzicht;
  const shown = onbereikt.slice(0, mostPeople);
  const more = onbereikt.length - shown.length;
  return card({
    kind: "Bezorging",
    title: "Komen berichten aan?",
    lead:
      onbereikt.length > 0
        ? `${count(onbereikt.length, "collega krijgt", "collega's krijgen")} geen bericht in de eigen chat.`
        : "Iedereen is bereikbaar in de eigen chat.",
    body: [
      ...(shown.length > 0 ? [section("Niet bereikbaar", ...shown.map(onbereiktRow))] : []),
      ...(more > 0 ? [smallPrint(`En nog ${count(more, "collega", "collega's")}.`)] : []),
      ...(ongelezen > 0
        ? [
            notice(
              "info",
              `${count(ongelezen, "collega las", "collega's lazen")} al twee eigen werkdagen niets in de chat. De intern begeleider ziet bij de hulpvraag wie dat is.`,
            ),
          ]
        : []),
      section(
        `Sinds ${formatDate(vanaf)}`,
        list(bezorggroepen.map((groep) => `${groepLabel[groep]}: ${standWords(telling[groep])}`)),
      ),
      smallPrint(bevestigingWords(leesbevestiging)),
      smallPrint("Hier staat niets over hulpvragen of leerlingen."),
    ],
    actions: [execute({ title: "Vernieuw", verb: bezorgingVerb.overzicht, token })],
    fallbackText: "Komen berichten aan?",
  });
}

function standWords(telling: Readonly<Record<Bezorgstand, number>>): string {
  const parts = standen.flatMap((stand) =>
    telling[stand] > 0 ? [`${telling[stand]} ${standLabel[stand]}`] : [],
  );
  return parts.length > 0 ? `${parts.join(", ")}.` : "geen.";
}

function bevestigingWords({ chats, van }: Bezorgoverzicht["leesbevestiging"]): string {
  if (chats === 0)
    return "Teams stuurt geen leesbevestigingen. Dan weet ik niet of iemand een bericht las. De handleiding voor beheer legt uit hoe je ze aanzet.";
  return `In ${chats} van de ${van} chats stuurt Teams leesbevestigingen. Van de andere weet ik niet of er wordt gelezen.`;
}

function onbereiktRow({
  naam,
  reden,
  sinds,
  zonderAccount,
  weg,
  mailGeweigerd,
  geenMail,
}: Onbereikt): Element {
  const why = zonderAccount
    ? "Geen account in Teams gevonden bij dit e-mailadres."
    : `${capital(bereikredenLabel[reden ?? "onbekend"])}.`;
  return row({
    title: naam,
    status: { text: sinds ? `Sinds ${formatDate(sinds)}` : "Nog nooit bereikt", tone: "attention" },
    lines: [
      why,
      zonderAccount ? accountDoen : doen[reden ?? "onbekend"],
      ...(mailGeweigerd ? ["De mailbox nam een e-mail niet aan. Kijk het e-mailadres na."] : []),
      ...(weg === "mail" ? ["Krijgt intussen een e-mail zonder inhoud."] : []),
      ...(geenMail ? [mailDoen[geenMail]] : []),
    ],
  });
}

const accountDoen =
  "Kijk het e-mailadres na, of koppel het account met de hand. Iemand van buiten is eerst gast in jullie Teams.";

const doen: Record<NonNullable<Onbereikt["reden"]>, string> = {
  geblokkeerd: "Vraag om in de chat met Zorgronde de blokkade op te heffen.",
  app_ontbreekt: "Zet de app Zorgronde klaar voor deze persoon, of vraag om hem te openen.",
  app_uitgezet: "Laat de app weer toe in het beheercentrum van Teams.",
  gesprek_weg: "Vraag om Zorgronde in Teams te openen en hallo te typen.",
  nooit_gesproken: "Vraag om als gast in jullie Teams Zorgronde te openen en hallo te typen.",
  onbekend: "Vraag om Zorgronde in Teams te openen en hallo te typen.",
};

const mailDoen: Record<NonNullable<Onbereikt["geenMail"]>, string> = {
  geen_adres: "Vul een e-mailadres in: dan kan er een e-mail.",
  geen_dienst: "E-mail staat nog niet aan. De handleiding voor beheer legt uit hoe.",
};
