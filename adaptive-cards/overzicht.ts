/** All coming rounds of one person, over schools: for who serves several of them this is the screen of the week. */
import type { RondeFeit } from "#domain/dossier.ts";
import { endOf } from "#domain/overlegronde.ts";
import { type Action, actionLimit, execute, openDialog, openUrl, type Stamp } from "./button.ts";
import { type Card, card, type Element, row, section } from "./card.ts";
import { jaarplanVerb } from "./jaarplan-verb.ts";
import { momentprikVerb } from "./momentprik-verb.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { bold, list, paragraph, type Sentence, shorten, smallPrint } from "./text.ts";
import { capital, formatDateShort, formatDay, formatTime, formatTimes, join, plaatsLabel } from "./word.ts";

export interface OverzichtRegel {
  readonly ronde: Pick<
    RondeFeit,
    "id" | "versie" | "datum" | "begin" | "duurMinuten" | "plaats" | "deelnameLink" | "status"
  >;
  readonly scholen: readonly string[];
  readonly overlapt: readonly { readonly scholen: readonly string[]; readonly begin: Temporal.PlainTime }[];
}

export interface OverzichtData {
  readonly vandaag: Temporal.PlainDate;
  readonly regels: readonly OverzichtRegel[];
  readonly planbaar: readonly { readonly sztId: string; readonly scholen: readonly string[] }[];
}

/** With their buttons; the ones after it stand as a line. */
const rows = 6;
const lines = 20;

/** Its day is over and nobody opened it. */
function isUnopened({ status, datum }: OverzichtRegel["ronde"], vandaag: Temporal.PlainDate): boolean {
  return status === "gepland" && Temporal.PlainDate.compare(datum, vandaag) < 0;
}

export function overzichtCard({ vandaag, regels, planbaar }: OverzichtData, token: Stamp): Card {
  const later = regels.slice(rows);
  const clashes = regels.some(({ overlapt }) => overlapt.length > 0);
  return card({
    kind: "Overleggen",
    title: "Mijn overleggen",
    lead: leadOf(regels, vandaag, clashes),
    body: [
      ...regels.slice(0, rows).map((regel) => roundRow(regel, vandaag, token)),
      ...(later.length > 0 ? [section("Daarna", list(later.slice(0, lines).map(laterLine)))] : []),
      ...(later.length > lines ? [smallPrint(`En nog ${later.length - lines}.`)] : []),
    ],
    actions: actionsOf({ regels, planbaar }, token),
    fallbackText: "Je overlegrondes.",
  });
}

function leadOf(regels: readonly OverzichtRegel[], vandaag: Temporal.PlainDate, clashes: boolean): Sentence {
  const first = regels.find(({ ronde }) => !isUnopened(ronde, vandaag));
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
  { ronde, scholen, overlapt }: OverzichtRegel,
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
    lines: [[bold(join(scholen))], plaatsLabel[plaats]],
    actions: [
      ...(deelnameLink && !unopened ? [openUrl({ title: "Deelnemen", url: deelnameLink })] : []),
      execute({ title: "Bekijken", verb: rondeVerb.toon, token, about: `${id}/${versie}` }),
    ],
  });
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

function laterLine({ ronde, scholen, overlapt }: OverzichtRegel): Sentence {
  const clash = overlapt.length > 0 ? ` (${clashWords(overlapt)})` : "";
  return [
    bold(`${formatDateShort(ronde.datum)}, ${formatTime(ronde.begin)} uur`),
    `: ${join(scholen)}${clash}`,
  ];
}

function actionsOf({ regels, planbaar }: Pick<OverzichtData, "regels" | "planbaar">, token: Stamp): Action[] {
  return [
    ...planActions(planbaar, token),
    ...(regels.length > 0
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
