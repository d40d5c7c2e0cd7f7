/** The card of a momentprik: the own answers for who is asked, those of all for who decides. Users read "datumprikker". */
import { z } from "zod/v4";
import {
  type MomentKeuze,
  momentKeuzeSchema,
  momentKeuzes,
  sluitTijd,
  type Voorstel,
} from "#domain/momentprik.ts";
import type { MomentAntwoorden, MomentGezien, MomentprikGezien } from "#domain/momentprik-view.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, row, section, type Tone } from "./card.ts";
import { choiceInput, choicesOf, type Field } from "./input.ts";
import { momentprikVerb } from "./momentprik-verb.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { capital, formatDate, formatDateShort, formatTime, formatTimes, join } from "./word.ts";

export const keuzeLabel: Readonly<Record<MomentKeuze, string>> = {
  ja: "Ja",
  als_het_moet: "Als het moet",
  nee: "Nee",
};

/** Di 8 dec, 13:30 tot 14:30 uur */
export function momentWords({ datum, begin, eind }: Pick<MomentGezien, "datum" | "begin" | "eind">): string {
  return `${capital(formatDateShort(datum))}, ${formatTimes(begin, eind)}`;
}

const atWords = ({
  datum,
  begin,
}: {
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
}) => `${formatDate(datum)} om ${formatTime(begin)} uur`;

export const momentprikSummary = "Een datumprikker van je School Zorg Team";

export function momentprikCard(gezien: MomentprikGezien, token: Stamp, lead?: string): Card {
  return card({
    kind: "Datumprikker",
    title: gezien.ronde ? "Ander moment voor het overleg" : "Wanneer overleggen we?",
    subtitle: join(gezien.scholen),
    status: statusOf(gezien),
    ...(lead ? { lead } : {}),
    body: isOver(gezien) ? overElements(gezien) : [...runningFacts(gezien), ...runningElements(gezien)],
    actions: actionsOf(gezien, token),
    fallbackText: momentprikSummary,
  });
}

const isOver = ({ stand }: MomentprikGezien) => stand !== "open" && stand !== "besluit";

function statusOf({ stand, besluit }: MomentprikGezien): { readonly text: string; readonly tone: Tone } {
  switch (stand) {
    case "open":
      return { text: "Loopt", tone: "info" };
    case "besluit":
      return besluit
        ? { text: "Kies een moment", tone: "warning" }
        : { text: "De voorzitter kiest", tone: "info" };
    case "gekozen":
      return { text: "Moment gekozen", tone: "good" };
    case "gestopt":
      return { text: "Gestopt", tone: "neutral" };
    case "vervallen":
      return { text: "Vervallen", tone: "neutral" };
  }
}

function runningFacts({ ronde, uiterlijk, dicht, antwoordden, gevraagd }: MomentprikGezien): Element[] {
  return [
    facts([
      ...(ronde ? [["Nu gepland", atWords(ronde)] as const] : []),
      [
        dicht ? "Antwoorden kon tot" : "Antwoord tot",
        `${formatDate(uiterlijk)}, ${formatTime(sluitTijd)} uur`,
      ],
      ["Antwoorden", `${antwoordden} van ${gevraagd}`],
    ]),
  ];
}

function runningElements(gezien: MomentprikGezien): Element[] {
  const { besluit } = gezien;
  if (besluit)
    return [
      ...proposalElements(gezien, besluit),
      ...gezien.momenten.map((moment) => momentRow(moment, gezien)),
    ];
  return gezien.mag.has("antwoorden") ? askElements(gezien) : ownElements(gezien);
}

/** For who is asked and does not decide: the question itself. */
function askElements(gezien: MomentprikGezien): Element[] {
  return [
    ...(gezien.klaar
      ? [notice("good", "Je antwoord is bewaard. Je kunt het nog veranderen.")]
      : [paragraph([bold("Nu:"), " kies bij elk moment of je kunt."])]),
    ...answerInputs(gezien.momenten),
    smallPrint("Alleen wie het overleg plant, ziet wat je kiest."),
  ];
}

const prefix = "moment-";

/** Three choices under each other for each moment: one tap each, on a phone too. */
export function answerInputs(momenten: readonly MomentGezien[]): readonly Field[] {
  return momenten.map((moment) =>
    choiceInput({
      id: `${prefix}${moment.id}`,
      label: momentWords(moment),
      choices: choicesOf(keuzeLabel, momentKeuzes),
      style: "expanded",
      value: moment.eigen ?? undefined,
      required: "Kies of je dan kunt.",
    }),
  );
}

const anything = z.record(z.string(), z.unknown()).catch({});

/** What was chosen; a moment without a choice is left as it was. */
export function answersIn(
  input: unknown,
): readonly { readonly momentId: string; readonly keuze: MomentKeuze }[] {
  return Object.entries(anything.parse(input)).flatMap(([name, value]) => {
    const keuze = momentKeuzeSchema.safeParse(value);
    return name.startsWith(prefix) && keuze.success
      ? [{ momentId: name.slice(prefix.length), keuze: keuze.data }]
      : [];
  });
}

function ownElements({ momenten }: MomentprikGezien): Element[] {
  const lines = momenten.map((moment): Sentence => {
    const own = moment.eigen ? keuzeLabel[moment.eigen].toLowerCase() : "geen antwoord";
    return [bold(momentWords(moment)), `: ${own}`];
  });
  return [section("Jouw antwoord", list(lines)), smallPrint("De voorzitter kiest. Je krijgt bericht.")];
}

function proposalElements(
  { stand, antwoordden, momenten, dicht }: MomentprikGezien,
  { voorstel, wachtOp }: NonNullable<MomentprikGezien["besluit"]>,
): Element[] {
  const waiting = dicht ? "Geen antwoord:" : "Nog geen antwoord:";
  const said = stand === "besluit" || (antwoordden > 0 && voorstel.ok);
  return [
    ...(said ? [proposalNotice(voorstel, stand, momenten)] : []),
    ...(wachtOp.length > 0 ? [paragraph([bold(waiting), ` ${join(wachtOp)}.`])] : []),
  ];
}

const noProposal = {
  niemand_antwoordde: "Niemand heeft geantwoord. Kies zelf een moment, vraag andere momenten of stop.",
  niemand_kan: "Niemand kan op een van deze momenten. Vraag andere momenten, of stop.",
  geen_moment: "Geen van deze momenten kan nog. Vraag andere momenten, of stop.",
} as const satisfies Record<Extract<Voorstel, { ok: false }>["error"], string>;

function proposalNotice(
  voorstel: Voorstel,
  stand: MomentprikGezien["stand"],
  momenten: readonly MomentGezien[],
): Element {
  if (!voorstel.ok) return notice("warning", noProposal[voorstel.error]);
  const { moment, schakelteam, kunnen, van, alsHetMoet, voller, gelijk } = voorstel.value;
  const when = bold(capital(atWords(moment)));
  const decided = stand === "besluit";
  const so: Sentence = decided ? ["Mijn voorstel: ", when, "."] : [when, " past tot nu toe het best."];
  const maybe = alsHetMoet > 0 ? ` (${alsHetMoet} als het moet)` : "";
  const can = `${kunnen} van de ${van} ${kunnen === 1 ? "kan" : "kunnen"}${maybe}.`;
  const others = momenten.filter(({ kanNiet }) => !kanNiet).length > 1;
  const nowhere = others
    ? "Bij geen enkel moment is het schakelteam compleet."
    : "Het schakelteam is dan niet compleet.";
  const why = [
    schakelteam ? ` Het schakelteam is er dan, en ${can}` : ` ${can}`,
    ...(!schakelteam ? [decided ? ` ${nowhere}` : " Het schakelteam is nog niet compleet."] : []),
    ...(voller
      ? [
          ` Op ${formatDateShort(voller.datum)} om ${formatTime(voller.begin)} uur kunnen er meer, maar niet het schakelteam.`,
        ]
      : []),
    ...(gelijk ? [" Een later moment past even goed: dan gaat het eerste voor."] : []),
  ];
  return notice(schakelteam || !decided ? "info" : "warning", [...so, ...why]);
}

function momentRow(moment: MomentGezien, { stand }: MomentprikGezien): Element {
  const { antwoorden } = moment;
  return row({
    title: momentWords(moment),
    status: rowStatus(moment, stand),
    lines: [
      ...(antwoorden && antwoorden.alsHetMoetWie.length > 0
        ? [`Als het moet: ${join(antwoorden.alsHetMoetWie)}`]
        : []),
      ...(antwoorden && antwoorden.nee.length > 0 ? [`Kan niet: ${join(antwoorden.nee)}`] : []),
    ],
  });
}

/** While people still answer, what is not there yet is no reason to worry. */
function rowStatus(
  { antwoorden, kanNiet }: MomentGezien,
  stand: MomentprikGezien["stand"],
): { readonly text: string; readonly tone: Tone } {
  if (kanNiet) return { text: "Kan niet meer", tone: "warning" };
  if (!antwoorden || antwoorden.kunnen + antwoorden.nee.length === 0)
    return { text: "Nog geen antwoorden", tone: "neutral" };
  const text = canWords(antwoorden);
  if (antwoorden.schakelteam) return { text, tone: "good" };
  return stand === "besluit"
    ? { text: `${text}, schakelteam niet compleet`, tone: "warning" }
    : { text: `${text}, schakelteam nog niet compleet`, tone: "neutral" };
}

/** 4 van 5 kunnen */
export function canWords({ kunnen, van }: Pick<MomentAntwoorden, "kunnen" | "van">): string {
  return `${kunnen} van ${van} ${kunnen === 1 ? "kan" : "kunnen"}`;
}

function overElements(gezien: MomentprikGezien): Element[] {
  const chosen = gezien.momenten.find(({ gekozen }) => gekozen);
  if (chosen) return chosenElements(chosen);
  return [paragraph(overWords(gezien)), smallPrint("Wat je had gekozen, is gewist.")];
}

function chosenElements(chosen: MomentGezien): Element[] {
  const away = chosen.antwoorden?.nee ?? [];
  return [
    notice("good", ["Het overleg is op ", bold(atWords(chosen)), "."]),
    ...(away.length > 0 ? [paragraph([bold("Kan dan niet:"), ` ${join(away)}.`])] : []),
    smallPrint("De uitnodiging staat ook in deze chat. Wat je bij de andere momenten koos, is gewist."),
  ];
}

function overWords({ stand, vervalreden, ronde, besluit }: MomentprikGezien): Sentence {
  if (stand === "gestopt")
    return ronde
      ? ["Er is geen ander moment gekozen. Het overleg blijft op ", bold(atWords(ronde)), "."]
      : "Er is geen moment gekozen. Je hoeft niets te doen.";
  switch (vervalreden) {
    case "ronde_vervallen":
      return "De overlegronde gaat niet door. Je hoeft niets meer te kiezen.";
    case "ronde_verzet":
      return "De overlegronde kreeg intussen een ander moment. Je hoeft niets meer te kiezen.";
    case "ronde_begonnen":
      return "De overlegronde is begonnen. Je hoeft niets meer te kiezen.";
    case "te_laat":
    case null:
      return besluit
        ? "Alle momenten zijn voorbij, en er is niet gekozen. Wil je verder? Start een nieuwe datumprikker."
        : "Alle momenten zijn voorbij, en er is niet gekozen. Je hoeft niets te doen.";
  }
}

function actionsOf({ mag, besluit, klaar, stand }: MomentprikGezien, token: Stamp): Action[] {
  if (!besluit)
    return mag.has("antwoorden")
      ? [
          execute({
            title: klaar ? "Bewaar mijn nieuwe antwoord" : "Bewaar mijn antwoord",
            verb: momentprikVerb.antwoord,
            token,
            style: "positive",
          }),
        ]
      : [];
  const { voorstel } = besluit;
  const first = klaar === false && stand === "open";
  return [
    ...(mag.has("antwoorden")
      ? [
          openDialog({
            title: klaar ? "Mijn antwoord wijzigen" : "Mijn antwoord geven",
            verb: momentprikVerb.mijnAntwoord,
            token,
            ...(first ? { style: "positive" as const } : {}),
          }),
        ]
      : []),
    ...(mag.has("kiezen") && voorstel.ok
      ? [
          execute({
            title: `Kies ${formatDateShort(voorstel.value.moment.datum)}, ${formatTime(voorstel.value.moment.begin)}`,
            verb: momentprikVerb.kies,
            token,
            more: { moment: voorstel.value.moment.id },
            associatedInputs: "none",
            ...(first ? {} : { style: "positive" as const }),
          }),
        ]
      : []),
    ...(mag.has("kiezen")
      ? [
          openDialog({
            title: voorstel.ok ? "Kies een ander moment" : "Kies een moment",
            verb: momentprikVerb.anders,
            token,
          }),
        ]
      : []),
    ...(mag.has("opnieuw")
      ? [openDialog({ title: "Vraag andere momenten", verb: momentprikVerb.opnieuw, token })]
      : []),
    ...(mag.has("erbij") && besluit.nietGevraagd.length > 0
      ? [openDialog({ title: "Vraag iemand erbij", verb: momentprikVerb.erbij, token })]
      : []),
    ...(mag.has("stoppen")
      ? [
          openDialog({
            title: "Stop de datumprikker",
            verb: momentprikVerb.vraagStoppen,
            token,
            style: "destructive",
          }),
        ]
      : []),
  ];
}

/** For who is asked in more than one. */
export function momentprikkenCard(prikken: readonly MomentprikGezien[], token: Stamp): Card {
  return card({
    kind: "Datumprikker",
    title: "Datumprikkers die lopen",
    body: prikken.slice(0, 20).map(({ id, versie, scholen, uiterlijk, klaar, ...rest }) =>
      row({
        title: join(scholen),
        status: statusOf({ id, versie, scholen, uiterlijk, klaar, ...rest }),
        lines: [
          `Antwoord tot ${formatDate(uiterlijk)}${klaar === false ? ". Jouw antwoord is er nog niet." : ""}`,
        ],
        actions: [execute({ title: "Bekijken", verb: momentprikVerb.toon, token, about: `${id}/${versie}` })],
      }),
    ),
    fallbackText: "Datumprikkers van je teams.",
  });
}

export const momentprikWords = {
  dialogTitle: "Datumprikker",
  below: "Ik zet de datumprikker onderaan in deze chat.",
  running: "Er loopt al een datumprikker. Ik zet hem onderaan in deze chat.",
  started: "De datumprikker loopt. Iedereen krijgt de vraag in de eigen chat. De jouwe staat onderaan.",
  again: "Iedereen krijgt de nieuwe momenten. De oude antwoorden zijn gewist.",
  more: "De vraag is verstuurd.",
  nobody: "kies ten minste één persoon.",
  stopped: "De datumprikker is gestopt. Iedereen krijgt bericht.",
  saved: "Je antwoord is bewaard.",
  incomplete: "Bewaard. Kies ook bij de andere momenten nog of je kunt.",
  empty: "Er is nog niets gekozen. Kies bij elk moment of je kunt.",
  closed: "Antwoorden kan niet meer. Je ziet nu hoe het ervoor staat.",
  notNow: "Dat kan nu niet bij deze datumprikker. Je ziet nu hoe het ervoor staat.",
  askedAgain: "Er zijn intussen andere momenten. Kies opnieuw.",
  chosen: "Het moment staat. Iedereen krijgt de uitnodiging.",
} as const;
