/** The card of one overlegronde: the invitation, the agenda, the round itself and its outcome are one living card. */
import type { RondeAct, RondeGezien } from "#domain/ronde-view.ts";
import { afspraakSection } from "./afspraak.ts";
import { bereikSection } from "./bereik.ts";
import { type Action, actionLimit, buttons, execute, openDialog, openUrl, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, section, type Tone } from "./card.ts";
import { komstSection } from "./komst.ts";
import { momentprikVerb } from "./momentprik-verb.ts";
import { adviesSection } from "./ronde-advies.ts";
import { type Detail, earlierSection, itemSections, proposalSection } from "./ronde-item.ts";
import { nowSections } from "./ronde-nu.ts";
import { closedWords } from "./ronde-plan.ts";
import { teamSection } from "./ronde-team.ts";
import { besluitVerb, rondeVerb } from "./ronde-verb.ts";
import { list, paragraph, type Sentence } from "./text.ts";
import { verslagVerb } from "./verslag-verb.ts";
import {
  aanwezigheidLabel,
  capital,
  count,
  formatDate,
  formatDay,
  formatTimes,
  functieKort,
  join,
  komstLabel,
  plaatsLabel,
} from "./word.ts";

type Status = RondeGezien["status"];

const statusLine: Record<Status, { text: string; tone: Tone }> = {
  gepland: { text: "Gepland", tone: "info" },
  open: { text: "Nu bezig", tone: "good" },
  gesloten: { text: "Afgelopen", tone: "neutral" },
  vervallen: { text: "Gaat niet door", tone: "warning" },
};

/** Its day is over and nobody opened it. */
function isUnopened({ status, datum, vandaag }: RondeGezien): boolean {
  return status === "gepland" && Temporal.PlainDate.compare(datum, vandaag) < 0;
}

/** Its day is over and nobody ended it. */
function isLeftOpen({ status, datum, vandaag }: RondeGezien): boolean {
  return status === "open" && Temporal.PlainDate.compare(datum, vandaag) < 0;
}

function statusOf(gezien: RondeGezien): { readonly text: string; readonly tone: Tone } {
  if (isUnopened(gezien)) return { text: "Niet gehouden?", tone: "warning" };
  return isLeftOpen(gezien) ? { text: "Niet afgesloten", tone: "warning" } : statusLine[gezien.status];
}

/** Says nothing of what is discussed: a lock screen shows it. */
export const rondeSummary: Record<Status, string> = {
  gepland: "Overlegronde van je School Zorg Team",
  open: "De overlegronde is bezig",
  gesloten: "De overlegronde is afgelopen",
  vervallen: "Een overlegronde gaat niet door",
};

/** Bytes of UTF-16 with room to spare: Teams refuses a card that is too large. */
const roomFor = 26 * 1024;

export function rondeCard(gezien: RondeGezien, token: Stamp, lead?: string): Card {
  const draw = (detail: Detail) => rondeCardWith(gezien, detail, { token, lead });
  const fits = (drawn: Card) => JSON.stringify(drawn).length * 2 <= roomFor;
  const whole = draw("alles");
  if (fits(whole)) return whole;
  const short = draw("kort");
  return fits(short) ? short : draw("titels");
}

function rondeCardWith(
  gezien: RondeGezien,
  detail: Detail,
  { token, lead }: { readonly token: Stamp; readonly lead: string | undefined },
): Card {
  const { status, datum, begin, eind, scholen } = gezien;
  const ends = detail !== "titels";
  const { first, rest } = placedActions(gezien, token);
  return card({
    kind: "Overlegronde",
    title: capital(`${formatDate(datum)}, ${formatTimes(begin, eind)}`),
    subtitle: join(scholen),
    status: statusOf(gezien),
    ...(lead ? { lead } : {}),
    body: [
      ...unopened(gezien),
      ...(first.length > 0 ? [buttons(first)] : []),
      ...warnings(gezien),
      ...nowSections(gezien, detail, token),
      ...afspraakSection(gezien, token),
      ...placeFacts(gezien),
      ...(ends ? komstSection(gezien, token) : []),
      ...momentprikRunning(gezien, token),
      ...earlierSection(gezien, detail, token),
      ...teamSection(gezien, detail, token),
      ...itemSections(gezien, detail, token),
      ...adviesSection(gezien, detail, token),
      ...proposalSection(gezien, detail, token),
      ...(ends ? peopleSection(gezien) : []),
      ...(ends ? bereikSection(gezien) : []),
      ...(ends ? momentprikStart(gezien, token) : []),
    ],
    actions: rest,
    fallbackText: rondeSummary[status],
  });
}

/** With what this person can do about it. */
function unopened(gezien: RondeGezien): Element[] {
  if (isLeftOpen(gezien) && gezien.mag.has("sluiten"))
    return [
      notice(
        "warning",
        "Deze overlegronde is nog niet afgesloten. Sluit de ronde. Dan komt de samenvatting, en gaat verder wat niet is besproken.",
      ),
    ];
  if (!isUnopened(gezien)) return [];
  const { mag } = gezien;
  const ways = [
    ...(mag.has("wijzigen") ? ["kies een nieuwe dag"] : []),
    ...(mag.has("afzeggen") ? ["zeg de ronde af"] : []),
  ];
  const after = mag.has("openen") ? " Was er wel overleg? Open de ronde alsnog." : "";
  const choice = ways.length > 0 ? ` Was er geen overleg? ${capital(join(ways, "of"))}.` : "";
  return [notice("warning", `Deze overlegronde is niet geopend.${after}${choice}`)];
}

function warnings({ schakelteamCompleet, dicht, status, mag }: RondeGezien): Element[] {
  if (status === "gesloten" || status === "vervallen") return [];
  return [
    ...(dicht
      ? [
          notice(
            "warning",
            `Op deze dag is er geen school: ${closedWords(dicht)}${mag.has("wijzigen") ? " Kies een andere dag met Wijzigen." : ""}`,
          ),
        ]
      : []),
    ...(schakelteamCompleet === false
      ? [
          notice(
            "warning",
            "Het schakelteam is niet compleet: de ib of coo en iemand van het kernteam horen erbij.",
          ),
        ]
      : []),
  ];
}

function placeFacts({ plaats, voorzitter, notulist, status, datum, vandaag }: RondeGezien): Element[] {
  if (status === "vervallen")
    return [paragraph("Je hoeft niets te doen. Wat op de agenda stond, wacht op een andere ronde.")];
  const soon = status === "gepland" && Temporal.PlainDate.compare(datum, vandaag.add({ days: 2 })) <= 0;
  return [
    facts([
      ...(soon ? [["Wanneer", formatDay(datum, vandaag)] as const] : []),
      ["Waar", plaatsLabel[plaats]],
      ["Voorzitter", voorzitter.naam],
      ...(notulist ? [["Notulist", notulist.naam] as const] : []),
    ]),
  ];
}

/** For everybody who takes part: it may not stay where it is. */
function momentprikRunning({ momentprikId }: RondeGezien, token: Stamp): Element[] {
  if (!momentprikId) return [];
  const about = `${momentprikId}/0`;
  return [
    notice("info", "Er loopt een datumprikker voor een ander moment. Tot er gekozen is, blijft dit staan."),
    buttons([execute({ title: "Bekijk de datumprikker", verb: momentprikVerb.toon, token, about })]),
  ];
}

/** Beside "Wijzigen", for when nobody knows yet when it does suit. */
function momentprikStart({ momentprikId, mag }: RondeGezien, token: Stamp): Element[] {
  if (momentprikId || !mag.has("wijzigen")) return [];
  return [
    section(
      "Komt dit moment niet uit?",
      buttons([openDialog({ title: "Prik een ander moment", verb: momentprikVerb.verzet, token })]),
    ),
  ];
}

function peopleSection({ deelnemers, status }: RondeGezien): Element[] {
  if (status === "vervallen") return [];
  const nameOf = (id: string) => deelnemers.find(({ persoonId }) => persoonId === id)?.naam;
  const lines = deelnemers.map(({ naam, functie, aanwezigheid, komst, vervangtId }): Sentence => {
    const said = aanwezigheid ? aanwezigheidLabel[aanwezigheid] : komst && komstLabel[komst];
    const replaced = vervangtId ? nameOf(vervangtId) : undefined;
    const parts = [...(said ? [said.toLowerCase()] : []), ...(replaced ? [`in plaats van ${replaced}`] : [])];
    return `${naam} (${functieKort[functie]})${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
  });
  return [section(count(deelnemers.length, "deelnemer", "deelnemers"), list(lines))];
}

/** The link is sent on the schoolday before; a weekend may lie in between. */
const linkDays = 3;

function isNear({ status, datum, vandaag }: RondeGezien): boolean {
  if (status !== "gepland") return status === "open";
  const days = vandaag.until(datum, { largestUnit: "days" }).days;
  return days >= 0 && days <= linkDays;
}

interface Placed {
  /** Right under the head: what one comes for on the day. */
  readonly first: readonly Action[];
  readonly rest: readonly Action[];
}

function placedActions(gezien: RondeGezien, token: Stamp): Placed {
  const { deelnameLink, status, mag } = gezien;
  const going = status === "gepland" || status === "open";
  const join =
    deelnameLink && going && !isUnopened(gezien) ? [openUrl({ title: "Deelnemen", url: deelnameLink })] : [];
  const begin = mag.has("openen")
    ? [
        execute({
          title: "Open de overlegronde",
          verb: rondeVerb.begin,
          token,
          style: "positive",
          associatedInputs: "none",
        }),
      ]
    : [];
  const others = otherActions(gezien, token);
  if (!isNear(gezien))
    return { first: begin, rest: [...join, ...others].slice(0, actionLimit - begin.length) };
  const first = [...begin, ...join];
  return { first, rest: others.slice(0, actionLimit - first.length) };
}

/** By importance for this person now; what does not fit stays behind. */
function otherActions({ mag }: RondeGezien, token: Stamp): Action[] {
  const own = (act: RondeAct, action: () => Action) => (mag.has(act) ? [action()] : []);
  return [
    ...own("verslag", () => execute({ title: "Verslag", verb: verslagVerb.toon, token })),
    ...own("aanwezigheid", () => openDialog({ title: "Wie zijn er?", verb: rondeVerb.aanwezigheid, token })),
    ...own("actie_toevoegen", () => openDialog({ title: "Actie toevoegen", verb: besluitVerb.actie, token })),
    ...own("in_agenda", () => openDialog({ title: "Zet in mijn agenda", verb: rondeVerb.inAgenda, token })),
    ...own("uit_agenda", () =>
      openDialog({ title: "Haal uit mijn agenda", verb: rondeVerb.uitAgenda, token }),
    ),
    ...own("wijzigen", () => openDialog({ title: "Wijzigen", verb: rondeVerb.wijzig, token })),
    ...own("notulist", () => openDialog({ title: "Notulist kiezen", verb: rondeVerb.notulist, token })),
    ...own("sluiten", () => openDialog({ title: "Sluit de ronde", verb: rondeVerb.vraagSluiten, token })),
    ...own("overdragen", () =>
      openDialog({ title: "Voorzitter wisselen", verb: rondeVerb.vraagOverdragen, token }),
    ),
    ...own("overnemen", () => openDialog({ title: "Ik neem over", verb: rondeVerb.vraagOvernemen, token })),
    ...own("afzeggen", () => openDialog({ title: "Afzeggen", verb: rondeVerb.vraagAfzeggen, token })),
  ];
}

export const rondeWords = {
  below: "Ik zet de overlegronde onderaan in deze chat.",
  notNow: "Dat kan nu niet bij deze overlegronde. Je ziet nu hoe het ervoor staat.",
  alreadyClosed: "De ronde is al gesloten.",
  opened: "De overlegronde is begonnen. Iedereen krijgt daarvan bericht.",
  otherOpen: "Er is al een andere overlegronde van dit team bezig. Sluit die eerst.",
  done: "De actie staat op gedaan.",
  later: "Deze komt nu als laatste aan de beurt.",
  begun: "Het punt is begonnen.",
  longer: "Er zijn 5 minuten bij.",
  noNext: "Er is geen overlegronde gepland waar je bij hoort.",
  itemGone: "Dat kan nu niet bij deze hulpvraag. Kijk op de kaart hoe het ervoor staat.",
  dialogTitle: "Overlegronde",
} as const;
