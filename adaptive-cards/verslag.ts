/** The report of a round in the chat: what was decided and agreed, for one person, as it may be seen today. */
import { isThere } from "#domain/aanwezig.ts";
import type { Aanwezigheid, Functie } from "#domain/code.ts";
import type { VerslagGezien, VerslagPunt, WijzigingGezien } from "#domain/verslag-view.ts";
import { type Action, buttons, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, section, type Tone } from "./card.ts";
import { actieWords, besluitLine } from "./ronde-item.ts";
import { freeText, list, paragraph, shorten, smallPrint } from "./text.ts";
import { unreadableWords } from "./toestemming.ts";
import { verslagVerb } from "./verslag-verb.ts";
import { afwijsredenLabel } from "./verslag-word.ts";
import {
  aanwezigheidLabel,
  formatDate,
  formatTime,
  formatTimes,
  functieKort,
  join,
  leerjaarLabel,
  plaatsLabel,
} from "./word.ts";

/** Says nothing of what was discussed: a lock screen shows it. */
export const verslagSummary = "Het verslag van een overlegronde";

/** How much a card tells, so that a long round still fits: Teams refuses what is too large. */
type Detail = "alles" | "kort" | "titels";
/** How many of them; what stays behind is said, and stands on the paper. */
const shownOf: Readonly<Record<Detail, number>> = { alles: 40, kort: 12, titels: 9 };
/** Bytes of UTF-16 with room to spare. */
const roomFor = 26 * 1024;
/** Letters of a text on a card that is full. */
const glance = 160;

export function verslagCard(gezien: VerslagGezien, token: Stamp, lead?: string): Card {
  const draw = (detail: Detail) => verslagCardWith(gezien, detail, { token, lead });
  const fits = (drawn: Card) => JSON.stringify(drawn).length * 2 <= roomFor;
  const whole = draw("alles");
  if (fits(whole)) return whole;
  const short = draw("kort");
  return fits(short) ? short : draw("titels");
}

function verslagCardWith(
  gezien: VerslagGezien,
  detail: Detail,
  { token, lead }: { readonly token: Stamp; readonly lead: string | undefined },
): Card {
  const { datum, begin, eind, scholen, punten, adviesvraag, wasAfwezig } = gezien;
  const shown = chosen(punten, shownOf[detail]);
  return card({
    kind: "Verslag",
    title: `Overlegronde ${formatDate(datum)}, ${formatTimes(begin, eind)}`,
    subtitle: join(scholen),
    status: stateOf(gezien),
    ...(lead ? { lead } : {}),
    body: [
      ...(wasAfwezig ? [paragraph("Je was er niet bij. Dit is het verslag voor jou.")] : []),
      roundFacts(gezien),
      ...(punten.length > 0 || adviesvraag
        ? []
        : [section("Besproken", paragraph("Hier staat niets voor jou."))]),
      ...shown.map((punt) => itemSection(gezien, punt, { detail, token })),
      ...(shown.length < punten.length
        ? [smallPrint(`En nog ${punten.length - shown.length}. Haal het verslag op als pdf.`)]
        : []),
      ...(adviesvraag
        ? [section("Adviesvraag (zonder naam)", paragraph("Besproken.", { subtle: true }))]
        : []),
      ...(detail === "titels" ? [] : peopleSections(gezien)),
      ...endWords(gezien),
    ],
    actions: actionsOf(gezien, token),
    fallbackText: verslagSummary,
  });
}

/** When there are too many, first those that wait for an answer of this person. */
function chosen(punten: readonly VerslagPunt[], most: number): readonly VerslagPunt[] {
  if (punten.length <= most) return punten;
  const waits = ({ wijzigingen }: VerslagPunt) => wijzigingen.some(({ magBeantwoorden }) => magBeantwoorden);
  return [...punten.filter(waits), ...punten.filter((punt) => !waits(punt))].slice(0, most);
}

function stateOf({ vastgesteldOp }: VerslagGezien): { readonly text: string; readonly tone: Tone } {
  return vastgesteldOp
    ? { text: `Vastgesteld op ${formatDate(vastgesteldOp)}`, tone: "good" }
    : { text: "Nog niet vastgesteld", tone: "info" };
}

function roundFacts({ plaats, voorzitter, notulist, volgende }: VerslagGezien): Element {
  return facts([
    ["Waar", plaatsLabel[plaats]],
    ["Voorzitter", voorzitter],
    ...(notulist ? [["Notulist", notulist] as const] : []),
    ...(volgende ? [["Volgende keer", nextWords(volgende)] as const] : []),
  ]);
}

export function nextWords({ datum, begin }: NonNullable<VerslagGezien["volgende"]>): string {
  return `${formatDate(datum)}, ${formatTime(begin)}`;
}

interface Drawing {
  readonly detail: Detail;
  readonly token: Stamp;
}

export function itemSection(
  gezien: Pick<VerslagGezien, "vandaag">,
  punt: VerslagPunt,
  { detail, token }: Drawing,
): Element {
  const { besluit, acties, evaluatieOp, aanvullingen, onleesbaar } = punt;
  const full = detail !== "titels";
  const fitted = (text: string) => (detail === "alles" ? text : shorten(text, glance));
  return section(
    titleOf(punt),
    ...(besluit ? [paragraph(besluitLine(besluit), { color: "Good" })] : []),
    ...(onleesbaar ? [notice("warning", unreadableWords)] : besluit ? [] : [paragraph("Besproken.")]),
    ...(full && besluit?.afweging ? [freeText(fitted(besluit.afweging))] : []),
    ...(full && acties.length > 0 ? [list(acties.map((actie) => actieWords(actie, gezien.vandaag)))] : []),
    ...(evaluatieOp
      ? [paragraph(`Opnieuw bekijken: ${formatDate(evaluatieOp)}.`, { spacing: "Small" })]
      : []),
    ...guestLines(punt).map((line) => paragraph(line, { subtle: true, spacing: "Small" })),
    ...(full
      ? aanvullingen.flatMap(({ op, tekst }) => [
          paragraph(`Aanvulling van ${formatDate(op)}:`, { subtle: true }),
          freeText(fitted(tekst)),
        ])
      : []),
    ...punt.wijzigingen.flatMap((one) => proposal(one, token)),
  );
}

/** Who came for this item alone: on the item itself and not with the people of the round, whom all of them may know. */
export function guestLines({ gasten = [] }: VerslagPunt): readonly string[] {
  const groups = presence(gasten);
  return (["er", "niet", "onbekend"] as const)
    .filter((one) => groups[one].length > 0)
    .map((one) => `${guestTitle[one]}: ${join(groups[one].map(personWords))}.`);
}

const guestTitle = { er: "Alleen hierbij", niet: "Gevraagd, niet erbij", onbekend: "Gevraagd" } as const;

function titleOf({ referentie, leerling }: VerslagPunt): string {
  if (!leerling) return referentie;
  const { naam, leerjaar } = leerling;
  return `${referentie} · ${leerjaar ? `${naam}, ${leerjaarLabel[leerjaar]}` : naam}`;
}

/** Its words are read apart, by who answers it. */
function proposal({ id, vanMij, status, reden, magBeantwoorden }: WijzigingGezien, token: Stamp): Element[] {
  const read = openDialog({
    title: "Voorstel bekijken",
    verb: verslagVerb.bekijk,
    token,
    more: { wijziging: id },
  });
  if (magBeantwoorden)
    return [
      paragraph(vanMij ? "Jij stelt een wijziging voor." : "Een collega stelt een wijziging voor.", {
        color: "Warning",
      }),
      buttons([read]),
    ];
  switch (status) {
    case "open":
      return [smallPrint("Jouw voorstel voor een wijziging wacht op antwoord.")];
    case "overgenomen":
      return [smallPrint("Jouw voorstel is overgenomen.")];
    case "afgewezen":
      return [smallPrint(`Jouw voorstel is niet overgenomen. ${reden ? `${afwijsredenLabel[reden]}.` : ""}`)];
  }
}

interface Who {
  readonly naam: string;
  readonly functie: Functie;
  readonly aanwezigheid?: Aanwezigheid | null;
}

/** Who was there, who was not, and of whom nobody wrote it down. */
export function presence<T extends Who>(mensen: readonly T[]) {
  const noted = ({ aanwezigheid = null }: T) => ({ aanwezigheid });
  return {
    er: mensen.filter((one) => one.aanwezigheid && isThere(noted(one))),
    niet: mensen.filter((one) => !isThere(noted(one))),
    onbekend: mensen.filter(({ aanwezigheid }) => !aanwezigheid),
  };
}

export function personWords({ naam, functie, aanwezigheid }: Who): string {
  const how =
    aanwezigheid && aanwezigheid !== "afwezig" ? `, ${aanwezigheidLabel[aanwezigheid].toLowerCase()}` : "";
  return `${naam} (${functieKort[functie]}${how})`;
}

export const presenceTitle = { er: "Aanwezig", niet: "Afwezig", onbekend: "Uitgenodigd" } as const;

function peopleSections({ deelnemers }: VerslagGezien): Element[] {
  const groups = presence(deelnemers);
  return (["er", "niet", "onbekend"] as const)
    .filter((one) => groups[one].length > 0)
    .map((one) => section(presenceTitle[one], list(groups[one].map(personWords))));
}

function endWords({ vastgesteldOp, vastVanaf, mag }: VerslagGezien): Element[] {
  if (vastgesteldOp)
    return [smallPrint("Klopt er nog iets niet? Vraag de ib of coo om een notitie bij het besluit.")];
  const propose = mag.has("wijziging_voorstellen") ? "Klopt er iets niet? Stel een wijziging voor. " : "";
  return [
    smallPrint(
      `${propose}De voorzitter stelt het verslag vast vanaf ${formatDate(vastVanaf)}, of eerder in de volgende overlegronde.`,
    ),
  ];
}

function actionsOf({ mag }: VerslagGezien, token: Stamp): Action[] {
  return [
    ...(mag.has("vaststellen")
      ? [
          execute({
            title: "Stel het verslag vast",
            verb: verslagVerb.vaststellen,
            token,
            style: "positive",
            associatedInputs: "none",
          }),
        ]
      : []),
    ...(mag.has("wijziging_voorstellen")
      ? [openDialog({ title: "Wijziging voorstellen", verb: verslagVerb.vraagWijziging, token })]
      : []),
    openDialog({ title: "Verslag als pdf", verb: verslagVerb.pdf, token }),
  ];
}

export const verslagWords = {
  dialogTitle: "Verslag",
  below: "Ik zet het verslag onderaan in deze chat.",
  none: "Er is nog geen verslag van een overlegronde waar je bij hoort.",
  settled: "Het verslag is vastgesteld.",
  notNow: "Dat kan nu niet bij dit verslag. Je ziet nu hoe het ervoor staat.",
  proposed: "Je voorstel is verstuurd. Je hoort of het wordt overgenomen.",
  taken: "Overgenomen. Het staat nu als aanvulling bij het besluit.",
  refused: "Niet overgenomen. Je collega krijgt daarvan bericht.",
  answered: "Dit voorstel is al beantwoord, of je kunt het niet meer zien.",
} as const;
