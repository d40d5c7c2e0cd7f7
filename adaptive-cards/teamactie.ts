/** What the team has to do beside the hulpvragen: the list with a button for each, and the form of a new one. */
import { z } from "zod/v4";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import { type TeamactieForm, type Teamactieveld, teamactieMax } from "#domain/teamactie.ts";
import { readDate } from "#domain/tijd.ts";
import type { Problemen } from "#domain/veld.ts";
import { teamactieVerb } from "./actie-verb.ts";
import { type Action, buttons, execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, row, section } from "./card.ts";
import { choiceInput, dateInput, textInput } from "./input.ts";
import { fitted, overdrachtLines, teamActions } from "./taken-row.ts";
import { freeText, paragraph, shorten, smallPrint } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import { startVerb } from "./welcome.ts";
import { capital, count, formatDate, formatDay, functieKort } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const teamactiesSummary = "De acties van je team";

export interface TeamRijen {
  readonly sztId: string;
  /** The schools. */
  readonly naam: string;
  readonly acties: readonly TeamactieGezien[];
}

export function teamactiesCard(
  { teams, vandaag }: { readonly teams: readonly TeamRijen[]; readonly vandaag: Temporal.PlainDate },
  token: Stamp,
  melding?: string,
): Card {
  const all = teams.flatMap(({ acties }) => acties);
  return fitted(all.length, (most) =>
    card({
      kind: "Acties van het team",
      title:
        all.length === 0
          ? "Er staan nu geen teamacties open"
          : capital(count(all.length, "teamactie", "teamacties")),
      ...(melding ? { lead: melding } : {}),
      body: [
        ...sectionsOf(teams, { most, vandaag, token }),
        ...(all.length > most
          ? [smallPrint(`En nog ${all.length - most}. Die komen in beeld als er iets gedaan is.`)]
          : []),
        smallPrint(
          "Een teamactie gaat niet over een kind. Een actie bij een hulpvraag spreek je af in de overlegronde.",
        ),
      ],
      actions: [
        ...(teams.length > 0
          ? [openDialog({ title: "Nieuwe teamactie", verb: teamactieVerb.nieuw, token, style: "positive" })]
          : []),
        execute({ title: "Mijn taken", verb: startVerb.taken, token }),
      ],
      fallbackText: teamactiesSummary,
    }),
  );
}

function sectionsOf(
  teams: readonly TeamRijen[],
  {
    most,
    vandaag,
    token,
  }: { readonly most: number; readonly vandaag: Temporal.PlainDate; readonly token: Stamp },
): Element[] {
  let room = most;
  return teams.flatMap(({ naam, acties }) => {
    const shown = acties.slice(0, room);
    room -= shown.length;
    if (shown.length === 0) return [];
    return [section(naam, ...shown.map((actie) => listRow(actie, vandaag, token)))];
  });
}

function listRow(actie: TeamactieGezien, vandaag: Temporal.PlainDate, token: Stamp): Element {
  const late = actie.stand === "te_laat";
  return row({
    title: actie.vanMij && !actie.houderWeg ? "Jij" : actie.houder,
    status: {
      text: `${late ? "Te laat: " : ""}${late ? formatDay(actie.vervalt, vandaag) : capital(formatDay(actie.vervalt, vandaag))}`,
      tone: late ? "attention" : actie.stand === "vandaag" ? "warning" : "neutral",
    },
    lines: [shorten(actie.omschrijving, 200), ...overdrachtLines(actie.overdracht)],
    actions: listActions(actie, token),
  });
}

/** Whoever can agree another date has no need to put it off. */
function listActions(actie: TeamactieGezien, token: Stamp): Action[] {
  const { id, versie, mag } = actie;
  const at = { token, about: `${id}/${versie}` };
  const leads = mag.has("verzetten");
  const own = teamActions(
    leads ? { ...actie, mag: new Set([...mag].filter((one) => one !== "uitstellen")) } : actie,
    token,
    teamactieVerb.gedaan,
  );
  return [
    ...own,
    ...(leads ? [openDialog({ title: "Nieuwe datum", verb: teamactieVerb.vraagDatum, ...at })] : []),
    ...(mag.has("laten_vervallen")
      ? [openDialog({ title: "Niet meer nodig", verb: teamactieVerb.vraagVervallen, ...at })]
      : []),
  ];
}

const text = (max: number) => z.string().max(max).catch("");
export const teamactieForm = z
  .object({ team: text(60), wat: text(4000), wie: text(60), datum: text(40), vervang: text(60) })
  .partial()
  .transform(
    (sent): Form<Teamactieveld> => ({
      team: sent.team ?? "",
      wat: (sent.wat ?? "").trim(),
      wie: sent.wie ?? "",
      datum: sent.datum ?? "",
    }),
  );
export const teamactieLeeg: Form<Teamactieveld> = { team: "", wat: "", wie: "", datum: "" };

export function parseTeamactie({ wat, wie, datum }: Form<Teamactieveld>): TeamactieForm {
  return { wat, houderId: z.uuid().safeParse(wie).success ? wie : null, datum: readDate(datum) };
}

/** First, for who works in more teams. */
export function kiesTeamCard(
  teams: readonly Pick<TeamRijen, "sztId" | "naam">[],
  token: Stamp,
  refused = false,
): Card {
  return card({
    kind: "Acties van het team",
    title: "Voor welk team?",
    body: [
      choiceInput({
        id: "team",
        label: "Team",
        choices: teams.map(({ sztId, naam }) => ({ title: naam, value: sztId })),
        style: teams.length > 6 ? "filtered" : "expanded",
        required: "Kies een team.",
        ...(refused ? { error: "kies een team." } : {}),
      }),
    ],
    actions: [submit({ title: "Verder", verb: teamactieVerb.kiesTeam, token, style: "positive" })],
    fallbackText: "Voor welk team is de actie?",
  });
}

export interface TeamactieDialog {
  readonly naam: string;
  readonly leden: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
  readonly vandaag: Temporal.PlainDate;
  readonly form: Form<Teamactieveld>;
  readonly problemen?: Problemen<Teamactieveld>;
  readonly melding?: string;
}

export function teamactieDialogCard(data: TeamactieDialog, token: Stamp): Card {
  const { naam, leden, vandaag, form, problemen = {}, melding } = data;
  const field = (id: Teamactieveld) => ({ id, value: form[id], error: veldWords(problemen[id], form[id]) });
  return card({
    kind: "Acties van het team",
    title: "Nieuwe teamactie",
    subtitle: naam,
    body: [
      ...(melding ? [notice("info", melding)] : []),
      textInput({
        ...field("wat"),
        label: "Wat moet er gebeuren?",
        placeholder: "Bijvoorbeeld: regel een stamgroepoverzicht",
        maxLength: teamactieMax,
        required: "Schrijf op wat er moet gebeuren.",
      }),
      ...(problemen.wat?.kind === "bevat"
        ? [buttons([submit({ title: "Vervang dit", verb: teamactieVerb.vervang, token })])]
        : []),
      choiceInput({
        ...field("wie"),
        label: "Wie doet het?",
        choices: leden.map(({ persoonId, naam: wie, functie }) => ({
          title: `${wie} (${functieKort[functie]})`,
          value: persoonId,
        })),
        style: "compact",
        required: "Kies wie het doet.",
      }),
      dateInput({
        ...field("datum"),
        label: "Klaar op",
        required: "Kies een datum.",
        min: vandaag.toString(),
      }),
      smallPrint(
        "Schrijf niets over een kind of een gezin: geen naam, geen nummer. Het hele team kan dit lezen.",
      ),
    ],
    actions: [submit({ title: "Voeg toe", verb: teamactieVerb.opslaan, token, style: "positive" })],
    fallbackText: "Een actie van het team toevoegen.",
  });
}

export function vervallenCard({ omschrijving }: { readonly omschrijving: string }, token: Stamp): Card {
  return card({
    kind: "Acties van het team",
    title: "Is dit niet meer nodig?",
    body: [
      freeText(omschrijving),
      paragraph("De actie verdwijnt dan bij iedereen. Dat kun je niet terugdraaien."),
    ],
    actions: [submit({ title: "Ja, haal weg", verb: teamactieVerb.vervallen, token, style: "destructive" })],
    fallbackText: "Een actie van het team laten vervallen.",
  });
}

/** Said when it was agreed; a day on which the schools are closed became another one. */
export function madeWords({
  datum,
  verschoven,
}: {
  readonly datum: Temporal.PlainDate;
  readonly verschoven: boolean;
}): string {
  return verschoven
    ? `De actie staat erin. Die dag is geen schooldag: het wordt ${formatDate(datum)}.`
    : "De actie staat erin.";
}

export const teamactieWords = {
  dialogTitle: "Teamactie",
  below: "Ik zet de acties van je team onderaan in deze chat.",
  done: "Gedaan. Dank je wel.",
  dropped: "De actie is weg.",
  none: "Je zit nu niet in een team dat teamacties heeft.",
} as const;
