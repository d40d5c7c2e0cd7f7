/** Tasks as rows of a card, grouped by how urgent they are, as many as a card can hold. */
import type { GevraagdGezien, OverdrachtGezien } from "#domain/overdracht.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import type { TaakFormulier, TaakGezien, TaakStand } from "#domain/taak.ts";
import { aanmeldingVerb } from "./aanmelding-verb.ts";
import { overdrachtVerb, teamactieVerb } from "./actie-verb.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, type Element, row, section, type Tone } from "./card.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { teLaatWords } from "./notice.ts";
import { weigerredenLabel } from "./regierol-dialog.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { lateWords, taakLabel } from "./reminder.ts";
import { list, type Sentence, shorten, smallPrint } from "./text.ts";
import { trajectVerb } from "./traject-verb.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import { wachtlijstVerb } from "./wachtlijst-verb.ts";
import { capital, formatDay } from "./word.ts";

export const taakVerb = {
  /** On the daily bundle, which is then drawn again. */
  dagGedaan: "dag-gedaan",
  /** On the list of all tasks. */
  taakGedaan: "taak-gedaan",
  vraagUitstel: "open-uitstel",
  uitstel: "save-uitstel",
  vraagPlan: "open-plan",
  plan: "save-plan",
  vraagReview: "open-review",
  review: "save-review",
} as const;

/** More than a phone can oversee at once. */
const mostRows = 12;
/** Questions of others that are shown at once. */
const mostAsked = 3;
/** From here on a row keeps only what does the task. */
const roomy = 6;
/** As Teams counts: two bytes a character. A token takes some 140 of them. */
const sizeLimit = 28 * 1024;

export interface TaakRijen {
  readonly taken: readonly Rij[];
  readonly vandaag: Temporal.PlainDate;
  readonly gedaanVerb: typeof taakVerb.dagGedaan | typeof taakVerb.taakGedaan;
}

/** A task of a hulpvraag, or an actie of the team: in one list, by when it is due. */
export type Rij = TaakGezien | TeamactieGezien;

/** First due first; what is due on the same day stays in the order it came in, as all of it does where there is one kind. */
export function together(taken: readonly TaakGezien[], team: readonly TeamactieGezien[]): readonly Rij[] {
  if (team.length === 0) return taken;
  return [...taken, ...team].toSorted((one, other) => Temporal.PlainDate.compare(one.vervalt, other.vervalt));
}

type OpenStand = Exclude<TaakStand, "gedaan">;
const groups: readonly (readonly [OpenStand, string, Tone])[] = [
  ["te_laat", "Te laat", "attention"],
  ["vandaag", "Vandaag", "warning"],
  ["binnenkort", "Binnenkort", "neutral"],
  ["later", "Later gezet", "neutral"],
];

/** A time to object that is over is no work that is late: from that day on something can be done. */
function groupOf({ stand, soort }: Rij): Rij["stand"] {
  return stand === "te_laat" && soort === "bezwaartermijn" ? "vandaag" : stand;
}

/** The open tasks in groups, the most urgent first, at most `most` of them. */
export function openRows({ taken, vandaag, gedaanVerb }: TaakRijen, token: Stamp, most: number): Element[] {
  const ordered = openOf(taken);
  const shown = ordered.slice(0, most);
  const wide = ordered.length <= roomy;
  return groups.flatMap(([stand, title, tone]) => {
    const own = shown.filter((taak) => groupOf(taak) === stand);
    if (own.length === 0) return [];
    const rows = own.map((taak) =>
      taak.soort === "teamactie"
        ? teamRow(taak, { vandaag, stand, tone }, { token, wide, gedaanVerb })
        : row({
            title: titleOf(taak),
            // The heading above has said it already.
            ...(taak.stand === "vandaag" ? {} : { status: { text: dueWords(taak, vandaag), tone } }),
            lines: linesOf(taak, vandaag),
            actions: actionsOf(taak, { token, wide, gedaanVerb }),
          }),
    );
    return [section(title, ...rows)];
  });
}

export function openOf<T extends Rij>(taken: readonly T[]): readonly T[] {
  return groups.flatMap(([stand]) => taken.filter((taak) => groupOf(taak) === stand));
}

/** What was done, one line each. */
export function doneLines(taken: readonly Rij[]): Element[] {
  const done = taken.filter((taak) => taak.stand === "gedaan").slice(0, mostRows);
  if (done.length === 0) return [];
  return [section("Gedaan", list(done.map(doneLine)))];
}

function doneLine(taak: Rij): Sentence {
  return taak.soort === "teamactie"
    ? `Actie van het team: ${shorten(taak.omschrijving, 80)}`
    : `${titleOf(taak)} (${taak.referentie})`;
}

/** Of a hulpvraag of which nothing else is read: that something is late there, and not what. */
function titleOf({ verhuld, soort, aanspreek }: TaakGezien): string {
  return verhuld ? "Een afspraak bij deze hulpvraag" : taakLabel(soort, aanspreek);
}

/** The card with as many rows as fit in a message of Teams; `build` gets how many. */
export function fitted(count: number, build: (most: number) => Card): Card {
  let most = Math.min(count, mostRows);
  let card = build(most);
  while (most > 1 && JSON.stringify(card).length * 2 > sizeLimit) {
    most -= 1;
    card = build(most);
  }
  return card;
}

function dueWords(taak: Rij, vandaag: Temporal.PlainDate): string {
  const soort = taak.soort === "teamactie" ? "actie" : taak.soort;
  if (taak.stand === "te_laat") return capital(lateWords(soort, taak.vervalt));
  return capital(formatDay(taak.vervalt, vandaag));
}

function linesOf(taak: TaakGezien, vandaag: Temporal.PlainDate): Sentence[] {
  const who = [taak.referentie, ...(taak.leerling ? [taak.leerling] : []), taak.school].join(" · ");
  return [
    ...lateLines(taak),
    ...(taak.omschrijving ? [shorten(taak.omschrijving, lengthOf(taak))] : []),
    who,
    ...(taak.gepland ? [`Je plande dit: ${formatDay(taak.gepland, vandaag)}.`] : []),
    ...(taak.vanMij ? [] : [`Dit is een taak van ${doer(taak)}. Bespreek het met elkaar.`]),
    ...(taak.houderWeg ? [ownerGone] : []),
    ...overdrachtLines(taak.overdracht),
  ];
}

/** What this person read before is said in fewer words. */
const lengthOf = ({ kort }: Pick<Rij, "kort">) => (kort ? 60 : 200);

const lateLines = ({ laat, stand }: Pick<Rij, "laat" | "stand">): string[] =>
  laat && stand !== "later" ? [teLaatWords] : [];

const ownerGone = "Wie dit zou doen, zit niet meer in het team. Doe het zelf, of vraag een ander.";

/** Whom was asked to take it, and what that one said. */
export function overdrachtLines(overdracht: OverdrachtGezien | null | undefined): string[] {
  if (!overdracht) return [];
  const { naam, stand, reden } = overdracht;
  if (stand === "gevraagd") return [`Gevraagd aan ${naam}. Tot een ja blijft het hier staan.`];
  return [`${naam} neemt het niet over${reden ? `: ‘${weigerredenLabel[reden]}.’` : "."}`];
}

/** Of the team: no hulpvraag, so there is nothing to look at behind it. */
function teamRow(
  taak: TeamactieGezien,
  {
    vandaag,
    stand,
    tone,
  }: { readonly vandaag: Temporal.PlainDate; readonly stand: OpenStand; readonly tone: Tone },
  { token, gedaanVerb }: RowOptions,
): Element {
  const from = gedaanVerb === taakVerb.dagGedaan ? teamactieVerb.dagGedaan : teamactieVerb.taakGedaan;
  return row({
    title: "Actie van het team",
    ...(stand === "vandaag" ? {} : { status: { text: dueWords(taak, vandaag), tone } }),
    lines: [
      ...lateLines(taak),
      shorten(taak.omschrijving, lengthOf(taak)),
      ...(taak.vanMij ? [] : [`Dit is een taak van ${taak.houder}. Bespreek het met elkaar.`]),
      ...(taak.houderWeg ? [ownerGone] : []),
      ...overdrachtLines(taak.overdracht),
    ],
    actions: taak.vanMij ? teamActions(taak, token, from) : [],
  });
}

/** What can be done with an actie of the team, by who may. */
export function teamActions(
  { id, versie, mag, overdracht }: TeamactieGezien,
  token: Stamp,
  gedaanVerb: string,
): Action[] {
  const at = { token, about: `${id}/${versie}` };
  const asked = overdracht?.stand === "gevraagd";
  return [
    ...(mag.has("afronden")
      ? [execute({ title: "Gedaan", verb: gedaanVerb, style: "positive" as const, ...at })]
      : []),
    ...(mag.has("uitstellen")
      ? [openDialog({ title: "Later", verb: teamactieVerb.vraagUitstel, ...at })]
      : []),
    ...(mag.has("overdragen") && asked
      ? [openDialog({ title: "Vraag terugnemen", verb: teamactieVerb.vraagTrekIn, ...at })]
      : []),
    ...(mag.has("overdragen") && !asked
      ? [openDialog({ title: "Overdragen", verb: teamactieVerb.vraagOverdracht, ...at })]
      : []),
  ];
}

function doer({ wie, verantwoordelijke }: TaakGezien): string {
  return wie ?? (verantwoordelijke === "ib" ? "de intern begeleider" : "een collega");
}

const formTitle: Readonly<Record<TaakFormulier, readonly [title: string, verb: string]>> = {
  terugkoppeling: ["Vastleggen", regierolVerb.vraagTerugkoppeling],
  giz: ["Vastleggen", regierolVerb.vraagGiz],
  aanmelding: ["Vastleggen", aanmeldingVerb.regelen],
  afsluiten: ["Voorstellen", regierolVerb.vraagAfsluiten],
  afsluiting: ["Bevestigen", regierolVerb.vraagBevestigen],
  wachtlijst: ["Vastleggen", wachtlijstVerb.vraagNagaan],
  overbrugging: ["Beslissen", wachtlijstVerb.vraagOverbrugging],
  review: ["Terugblik", taakVerb.vraagReview],
  traject_tussen: ["Vastleggen", trajectVerb.vraagTussen],
  traject_eind: ["Vastleggen", trajectVerb.vraagEind],
  uitzondering_verslag: ["Vastleggen", uitzonderingVerb.verslag],
  uitzondering_ouders: ["Vastleggen", uitzonderingVerb.ouders],
};

interface RowOptions {
  readonly token: Stamp;
  readonly wide: boolean;
  readonly gedaanVerb: string;
}

function actionsOf(taak: TaakGezien, { token, wide, gedaanVerb }: RowOptions): Action[] {
  const term = `${taak.id}/${taak.versie}`;
  const zaak = `${taak.hulpvraagId}/${taak.hulpvraagVersie}`;
  const does = doing(taak, { token, term, zaak, gedaanVerb });
  const later = taak.kanUitstellen
    ? [openDialog({ title: "Later", verb: taakVerb.vraagUitstel, token, about: term })]
    : [];
  const look = execute({ title: "Bekijk", verb: hulpvraagVerb.toon, token, about: zaak });
  const plan = taak.kanPlannen
    ? [openDialog({ title: "Plannen", verb: taakVerb.vraagPlan, token, about: term })]
    : [];
  return [
    ...does,
    ...plan,
    ...later,
    ...handover(taak, { token, about: term }),
    ...(wide || does.length === 0 ? [look] : []),
  ];
}

function handover(
  { kanOverdragen, overdracht }: TaakGezien,
  at: { readonly token: Stamp; readonly about: string },
): Action[] {
  if (overdracht?.stand === "gevraagd")
    return [openDialog({ title: "Vraag terugnemen", verb: overdrachtVerb.vraagTrekIn, ...at })];
  return kanOverdragen ? [openDialog({ title: "Overdragen", verb: overdrachtVerb.vraag, ...at })] : [];
}

/** What this person is asked to take, above everything else: somebody waits for the answer. */
export function askedRows(
  gevraagd: readonly GevraagdGezien[],
  { token, vandaag }: { readonly token: Stamp; readonly vandaag: Temporal.PlainDate },
): Element[] {
  if (gevraagd.length === 0) return [];
  const shown = gevraagd.slice(0, mostAsked);
  const rows = shown.map((one) => {
    const about = `${one.id}/${one.versie}`;
    const verb = one.soort === "teamactie" ? teamactieVerb : overdrachtVerb;
    return row({
      title: one.soort === "teamactie" ? "Actie van het team" : "Actie",
      status: { text: capital(formatDay(one.datum, vandaag)), tone: "info" },
      lines: [
        ...(one.omschrijving ? [shorten(one.omschrijving, 200)] : []),
        [...(one.referentie ? [one.referentie] : []), one.school].join(" · "),
        `${one.van} vraagt of jij dit overneemt.`,
      ],
      actions: [
        execute({ title: "Ja, ik neem het over", verb: verb.ja, token, about, style: "positive" }),
        openDialog({ title: "Nee", verb: verb.vraagNee, token, about }),
      ],
    });
  });
  const more = gevraagd.length - shown.length;
  return [
    section(
      "Neem jij dit over?",
      ...rows,
      ...(more > 0 ? [smallPrint(`En nog ${more}. Die komen hier als je hebt geantwoord.`)] : []),
    ),
  ];
}

function doing(
  { weg }: TaakGezien,
  at: { readonly token: Stamp; readonly term: string; readonly zaak: string; readonly gedaanVerb: string },
): Action[] {
  const { token } = at;
  if (weg.soort === "druk") {
    return [execute({ title: "Gedaan", verb: at.gedaanVerb, token, about: at.term, style: "positive" })];
  }
  if (weg.soort === "kaart") return [];
  const [title, verb] = formTitle[weg.formulier];
  return [
    openDialog({
      title,
      verb,
      token,
      about: weg.formulier === "review" ? at.term : at.zaak,
      style: "positive",
    }),
  ];
}
