/** All coming rounds of one person, over schools: for who serves several of them this is the screen of the week. */
import { z } from "zod/v4";
import type { Komst } from "#domain/code.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import { endOf } from "#domain/overlegronde.ts";
import type { TijdvakGezien } from "#domain/see-tijdvak.ts";
import { type Action, actionLimit, buttons, execute, openDialog, openUrl, type Stamp } from "./button.ts";
import { type Card, card, type Element, row, section } from "./card.ts";
import { jaarplanVerb } from "./jaarplan-verb.ts";
import { momentprikVerb } from "./momentprik-verb.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { bold, list, paragraph, type Sentence, shorten, smallPrint } from "./text.ts";
import { tijdvakVerb } from "./tijdvak-verb.ts";
import {
  capital,
  count,
  formatDateShort,
  formatDay,
  formatTime,
  formatTimes,
  join,
  komstLabel,
  plaatsLabel,
} from "./word.ts";

export const overzichtVerb = { pagina: "page-overzicht" } as const;

export const overzichtWords = { below: "Hieronder staan je overleggen." } as const;

/** Which part was asked for; what is no number is the first. */
export const paginaSubmitted = z.object({ pagina: z.coerce.number().int().min(0).max(100).catch(0) });

export interface OverzichtRegel {
  readonly ronde: Pick<
    RondeFeit,
    "id" | "versie" | "datum" | "begin" | "duurMinuten" | "plaats" | "deelnameLink" | "status"
  >;
  readonly scholen: readonly string[];
  readonly overlapt: readonly { readonly scholen: readonly string[]; readonly begin: Temporal.PlainTime }[];
  readonly krap?: readonly { readonly scholen: readonly string[]; readonly minuten: number }[];
  readonly voorbereiding?: {
    readonly acties: number;
    readonly punten: readonly string[];
    readonly komst: Komst | null;
  } | null;
}

export interface OverzichtData {
  readonly vandaag: Temporal.PlainDate;
  /** Up to here it is told week by week. */
  readonly tot?: Temporal.PlainDate;
  readonly regels: readonly OverzichtRegel[];
  /** For which this person is asked alone. */
  readonly tijdvakken?: readonly TijdvakGezien[];
  /** From 0; each has so many rounds with their buttons. */
  readonly pagina?: number;
  readonly planbaar: readonly { readonly sztId: string; readonly scholen: readonly string[] }[];
}

/** With their buttons; the ones after it stand as a line, week by week. As many as round-overview.ts looks up. */
const rows = 6;
/** Bytes of UTF-16 with room to spare: Teams refuses a card that is too large. */
const roomFor = 26 * 1024;
/** Lines that are tried, until it fits. */
const lineSteps = [80, 40, 20, 8, 0] as const;

/** Its day is over and nobody opened it. */
function isUnopened({ status, datum }: OverzichtRegel["ronde"], vandaag: Temporal.PlainDate): boolean {
  return status === "gepland" && Temporal.PlainDate.compare(datum, vandaag) < 0;
}

export function overzichtCard(data: OverzichtData, token: Stamp): Card {
  const drawn = lineSteps.map((lines) => () => overzichtWith(data, lines, token));
  for (const draw of drawn) {
    const found = draw();
    if (JSON.stringify(found).length * 2 <= roomFor) return found;
  }
  return overzichtWith(data, 0, token);
}

function overzichtWith(data: OverzichtData, lines: number, token: Stamp): Card {
  const { vandaag, regels, tijdvakken = [], pagina = 0 } = data;
  const here = regels.slice(pagina * rows, (pagina + 1) * rows);
  const later = regels.slice((pagina + 1) * rows);
  const clashes = regels.some(({ overlapt }) => overlapt.length > 0);
  return card({
    kind: "Overleggen",
    title: "Mijn overleggen",
    ...(pagina > 0 ? { subtitle: `Deel ${pagina + 1}` } : { lead: leadOf(data, clashes) }),
    body: [
      ...(pagina === 0 ? tijdvakken.map((one) => tijdvakRow(one, vandaag, token)) : []),
      ...here.map((regel) => roundRow(regel, vandaag, token)),
      ...pages(data, token),
      ...weekSections(later.slice(0, lines), data),
      ...(later.length > lines ? [smallPrint(`En nog ${later.length - lines}.`)] : []),
    ],
    actions: actionsOf(data, token),
    fallbackText: "Je overlegrondes.",
  });
}

function pages({ regels, pagina = 0 }: OverzichtData, token: Stamp): Element[] {
  const to = (title: string, page: number) =>
    execute({ title, verb: overzichtVerb.pagina, token, more: { pagina: String(page) } });
  const found = [
    ...(pagina > 0 ? [to("Terug", pagina - 1)] : []),
    ...(regels.length > (pagina + 1) * rows ? [to("Verder", pagina + 1)] : []),
  ];
  return found.length > 0 ? [buttons(found)] : [];
}

/** Six school weeks, each under its monday; what is further away under one heading. */
function weekSections(later: readonly OverzichtRegel[], { vandaag, tot }: OverzichtData): Element[] {
  const headings = new Map<string, OverzichtRegel[]>();
  for (const regel of later) {
    const heading = headingOf(regel.ronde.datum, { vandaag, tot });
    headings.set(heading, [...(headings.get(heading) ?? []), regel]);
  }
  return [...headings].map(([heading, regels]) => section(heading, list(regels.map(laterLine))));
}

function headingOf(
  datum: Temporal.PlainDate,
  { vandaag, tot }: Pick<OverzichtData, "vandaag" | "tot">,
): string {
  if (!tot || Temporal.PlainDate.compare(datum, tot) > 0) return tot ? "Later" : "Daarna";
  const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });
  const weeks = monday(vandaag).until(monday(datum), { largestUnit: "weeks" }).weeks;
  if (weeks <= 0) return "Deze week";
  return weeks === 1 ? "Volgende week" : `Week van ${formatDateShort(monday(datum))}`;
}

function tijdvakRow(gezien: TijdvakGezien, vandaag: Temporal.PlainDate, token: Stamp): Element {
  const on = gezien.soort === "komt" ? gezien : null;
  return row({
    title: `${capital(nearDay(gezien.datum, vandaag))}, ${formatTimes(gezien.begin, gezien.eind)}`,
    status: { text: "Voor één onderwerp", tone: "info" },
    lines: on ? [[bold(join(on.scholen))], plaatsLabel[on.plaats]] : [],
    actions: [
      ...(on?.deelnameLink ? [openUrl({ title: "Deelnemen", url: on.deelnameLink })] : []),
      execute({ title: "Bekijken", verb: tijdvakVerb.toon, token, about: `${gezien.puntId}/0` }),
    ],
  });
}

function leadOf({ regels, vandaag, tijdvakken = [] }: OverzichtData, clashes: boolean): Sentence {
  const first = regels.find(({ ronde }) => !isUnopened(ronde, vandaag));
  if (!first && tijdvakken.length > 0) return "Hiervoor ben je uitgenodigd.";
  if (!first) {
    return regels.length > 0
      ? "Er is geen volgende overlegronde gepland."
      : "Er is nog geen overlegronde gepland waar je bij hoort.";
  }
  const when = `${formatDay(first.ronde.datum, vandaag)} om ${formatTime(first.ronde.begin)} uur`;
  const next: Sentence = ["Je eerste overleg is ", bold(when), "."];
  return clashes ? [...next, " Let op: er zijn overleggen tegelijk."] : next;
}

function roundRow(
  { ronde, scholen, overlapt, krap = [], voorbereiding }: OverzichtRegel,
  vandaag: Temporal.PlainDate,
  token: Stamp,
): Element {
  const { datum, begin, plaats, deelnameLink, id, versie } = ronde;
  const unopened = isUnopened(ronde, vandaag);
  return row({
    title: `${capital(nearDay(datum, vandaag))}, ${formatTimes(begin, endOf(ronde))}`,
    ...(unopened
      ? { status: { text: "Niet gehouden?", tone: "warning" as const } }
      : (statusOf(ronde, overlapt) ?? {})),
    lines: [
      [bold(join(scholen))],
      plaatsLabel[plaats],
      ...krap.map((one) => travelWords(one)),
      ...(voorbereiding ? prepareWords(voorbereiding) : []),
    ],
    actions: [
      ...(deelnameLink && !unopened ? [openUrl({ title: "Deelnemen", url: deelnameLink })] : []),
      execute({ title: "Bekijken", verb: rondeVerb.toon, token, about: `${id}/${versie}` }),
    ],
  });
}

function travelWords({ scholen, minuten }: { scholen: readonly string[]; minuten: number }): Sentence {
  const pause = minuten === 0 ? "Direct" : `${count(minuten, "minuut", "minuten")}`;
  return [bold("Weinig reistijd."), ` ${pause} na ${join(scholen)}. Doe je een van beide online?`];
}

/** Nothing where there is nothing to do: that tells nobody that something is hidden. */
function prepareWords({ acties, punten, komst }: NonNullable<OverzichtRegel["voorbereiding"]>): Sentence[] {
  return [
    ...(punten.length > 0 ? [`Op de agenda voor jou: ${join(punten)}`] : []),
    ...(acties > 0 ? [`Van jou open: ${count(acties, "actie", "acties")}`] : []),
    ...(komst ? [komstLabel[komst]] : []),
  ];
}

function nearDay(datum: Temporal.PlainDate, vandaag: Temporal.PlainDate): string {
  const days = vandaag.until(datum, { largestUnit: "days" }).days;
  return days >= -1 && days <= 1
    ? `${formatDay(datum, vandaag)} (${formatDateShort(datum)})`
    : formatDateShort(datum);
}

function statusOf({ status }: OverzichtRegel["ronde"], overlapt: OverzichtRegel["overlapt"]) {
  if (overlapt.length > 0)
    return { status: { text: capital(clashWords(overlapt)), tone: "warning" as const } };
  return status === "open" ? { status: { text: "Nu bezig", tone: "good" as const } } : undefined;
}

function clashWords(overlapt: OverzichtRegel["overlapt"]): string {
  return `overlapt met ${join(overlapt.map(({ scholen, begin }) => `${join(scholen)} (${formatTime(begin)} uur)`))}`;
}

function laterLine({ ronde, scholen, overlapt, krap = [] }: OverzichtRegel): Sentence {
  const tight = krap.length > 0 ? " (weinig reistijd)" : "";
  const clash = overlapt.length > 0 ? ` (${clashWords(overlapt)})` : tight;
  return [
    bold(`${formatDateShort(ronde.datum)}, ${formatTime(ronde.begin)} uur`),
    `: ${join(scholen)}${clash}`,
  ];
}

function actionsOf({ regels, planbaar, tijdvakken = [] }: OverzichtData, token: Stamp): Action[] {
  return [
    ...planActions(planbaar, token),
    ...(regels.length + tijdvakken.length > 0
      ? [openDialog({ title: "Mijn agenda-abonnement", verb: rondeVerb.vraagAbonnement, token })]
      : []),
  ].slice(0, actionLimit);
}

function planActions(planbaar: OverzichtData["planbaar"], token: Stamp): Action[] {
  const several = planbaar.length > 1;
  return planbaar.slice(0, actionLimit - 1).map(({ sztId, scholen }, index) =>
    openDialog({
      title: several ? shorten(`Plan: ${join(scholen)}`, 30) : "Overleg plannen",
      verb: rondeVerb.plan,
      token,
      about: `${sztId}/0`,
      ...(index === 0 ? { style: "positive" as const } : {}),
    }),
  );
}

/** More of them than one person plans for; with three buttons each they still fit in Teams. */
const teams = 12;

function allWays(sztId: string, token: Stamp): Action[] {
  const about = `${sztId}/0`;
  return [
    openDialog({ title: "Overleg plannen", verb: rondeVerb.plan, token, about, style: "positive" }),
    openDialog({ title: "Moment prikken", verb: momentprikVerb.nieuw, token, about }),
    openDialog({ title: "Heel schooljaar", verb: jaarplanVerb.ritme, token, about }),
  ];
}

/** For who types it: a typed message cannot open a dialog, a button can. */
export function planKeuzeCard(planbaar: OverzichtData["planbaar"], token: Stamp): Card {
  if (planbaar.length === 0) {
    return card({
      kind: "Overlegronde",
      title: "Overleg plannen",
      body: [paragraph("Een overlegronde plannen doet de ib of coo, of de voorzitter van het team.")],
      fallbackText: "Een overlegronde plannen doet de ib of coo, of de voorzitter van het team.",
    });
  }
  return card({
    kind: "Overlegronde",
    title: "Overleg plannen",
    lead:
      planbaar.length > 1
        ? "Voor welk team?"
        : "Eén overleg: kies dag, tijd en deelnemers. Geen dag die past? Prik samen een moment. Een heel schooljaar: kies om de hoeveel weken. Dan doe ik een voorstel.",
    body:
      planbaar.length > 1
        ? planbaar
            .slice(0, teams)
            .map(({ sztId, scholen }) => row({ title: join(scholen), actions: allWays(sztId, token) }))
        : [],
    actions: planbaar.length > 1 ? [] : planbaar.flatMap(({ sztId }) => allWays(sztId, token)),
    fallbackText: "Plan een overlegronde.",
  });
}
