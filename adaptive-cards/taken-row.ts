/** Tasks as rows of a card, grouped by how urgent they are, as many as a card can hold. */
import type { TaakFormulier, TaakGezien, TaakStand } from "#domain/taak.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, type Element, row, section, type Tone } from "./card.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { lateWords, termLabel } from "./reminder.ts";
import { list, type Sentence, shorten } from "./text.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import { capital, formatDay } from "./word.ts";

export const taakVerb = {
  /** On the daily bundle, which is then drawn again. */
  dagGedaan: "dag-gedaan",
  /** On the list of all tasks. */
  taakGedaan: "taak-gedaan",
  vraagUitstel: "open-uitstel",
  uitstel: "save-uitstel",
  vraagReview: "open-review",
  review: "save-review",
} as const;

/** More than a phone can oversee at once. */
const mostRows = 12;
/** From here on a row keeps only what does the task. */
const roomy = 6;
/** As Teams counts: two bytes a character. A token takes some 140 of them. */
const sizeLimit = 28 * 1024;

export interface TaakRijen {
  readonly taken: readonly TaakGezien[];
  readonly vandaag: Temporal.PlainDate;
  readonly gedaanVerb: typeof taakVerb.dagGedaan | typeof taakVerb.taakGedaan;
}

type OpenStand = Exclude<TaakStand, "gedaan">;
const groups: readonly (readonly [OpenStand, string, Tone])[] = [
  ["te_laat", "Te laat", "attention"],
  ["vandaag", "Vandaag", "warning"],
  ["binnenkort", "Binnenkort", "neutral"],
  ["later", "Later gezet", "neutral"],
];

/** A time to object that is over is no work that is late: from that day on something can be done. */
function groupOf({ stand, soort }: TaakGezien): TaakStand {
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
      row({
        title: termLabel[taak.soort],
        // The heading above has said it already.
        ...(taak.stand === "vandaag" ? {} : { status: { text: dueWords(taak, vandaag), tone } }),
        lines: linesOf(taak),
        actions: actionsOf(taak, { token, wide, gedaanVerb }),
      }),
    );
    return [section(title, ...rows)];
  });
}

export function openOf(taken: readonly TaakGezien[]): readonly TaakGezien[] {
  return groups.flatMap(([stand]) => taken.filter((taak) => groupOf(taak) === stand));
}

/** What was done, one line each. */
export function doneLines(taken: readonly TaakGezien[]): Element[] {
  const done = taken.filter((taak) => taak.stand === "gedaan").slice(0, mostRows);
  if (done.length === 0) return [];
  return [
    section("Gedaan", list(done.map((taak): Sentence => `${termLabel[taak.soort]} (${taak.referentie})`))),
  ];
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

function dueWords(taak: TaakGezien, vandaag: Temporal.PlainDate): string {
  if (taak.stand === "te_laat") return capital(lateWords(taak.soort, taak.vervalt));
  return capital(formatDay(taak.vervalt, vandaag));
}

function linesOf(taak: TaakGezien): Sentence[] {
  const who = [taak.referentie, ...(taak.leerling ? [taak.leerling] : []), taak.school].join(" · ");
  return [
    ...(taak.omschrijving ? [shorten(taak.omschrijving, 200)] : []),
    who,
    ...(taak.vanMij ? [] : [`Dit is een taak van ${doer(taak)}. Bespreek het met elkaar.`]),
  ];
}

function doer({ wie, verantwoordelijke }: TaakGezien): string {
  return wie ?? (verantwoordelijke === "ib" ? "de intern begeleider" : "een collega");
}

const formTitle: Readonly<Record<TaakFormulier, readonly [title: string, verb: string]>> = {
  terugkoppeling: ["Vastleggen", regierolVerb.vraagTerugkoppeling],
  giz: ["Vastleggen", regierolVerb.vraagGiz],
  afsluiting: ["Bevestigen", regierolVerb.vraagBevestigen],
  review: ["Terugblik", taakVerb.vraagReview],
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
  return [...does, ...later, ...(wide || does.length === 0 ? [look] : [])];
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
