/** How somebody fills in what a card asks: from its own choices, within its own bounds. */
import type { Chance } from "#local/chance.ts";
import { inputsFor, partsOf } from "#local/teams/card.ts";
import type { Json } from "#local/teams/json.ts";
import { at, isRecord, list, text } from "#local/teams/json.ts";

export type Ingevuld = Record<string, string>;

export interface Pen {
  readonly chance: Chance;
  readonly today: Temporal.PlainDate;
  /** What stands there was not taken the time before. */
  readonly opnieuw?: boolean;
  /** A free text that nobody else writes; `naam` for a name. */
  tekst(soort: "naam" | "wat"): string;
}

/** What people usually choose, where chance alone would seldom get anywhere: of these the first that is offered, so often. */
const meestal: Readonly<Record<string, readonly (readonly [value: string, percent: number])[]>> = {
  gezag: [
    ["beide_ouders", 80],
    ["een_ouder", 100],
  ],
  leerjaar: [["po_5", 50]],
  jaar: [
    ["2017", 70],
    ["2016", 100],
  ],
  urgentie: [["gewoon", 75]],
  besluiten: [
    ["regierol_toewijzen", 60],
    ["doorlopen", 50],
    ["meer_informatie", 60],
    ["basisondersteuning", 50],
    ["afsluiten", 100],
  ],
  antwoord: [["ja", 85]],
  partners: [
    ["smw,scp,bpo,wijkteam,jeugdverpleegkundige", 50],
    ["smw,scp,bpo", 50],
    ["smw,bpo", 100],
  ],
  aanTafel: [
    ["smw,scp", 60],
    ["smw", 100],
  ],
  akkoordVan: [
    ["ouder1,ouder2", 100],
    ["ouder1", 100],
  ],
  uitkomst: [["afgenomen", 60]],
  dagberichtUur: [
    ["08:00", 50],
    ["09:00", 100],
  ],
  uur: [
    ["08:00", 50],
    ["07:00", 50],
    ["09:00", 100],
  ],
};
const meestalOp: readonly (readonly [id: RegExp, (typeof meestal)[string]])[] = [
  [/^antwoord_/, [["ja", 90]]],
  [/^vorm_/, [["papier", 80]]],
  [
    /^aanwezig-/,
    [
      ["online", 60],
      ["kamer", 60],
    ],
  ],
];

const blijftStaan = "geen_persoonsgegeven";
const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";

/** Values for all inputs that go with this button. */
export function vulIn(card: Json, action: Json, pen: Pen): Ingevuld {
  const parts = partsOf(card);
  const found = parts.actions.find(({ node }) => node === action);
  const values: Ingevuld = {};
  for (const input of found ? inputsFor(parts, found) : []) {
    const id = text(input.id);
    const value = id === undefined ? undefined : waarde(id, input, pen);
    if (id !== undefined && value !== undefined) values[id] = value;
  }
  return bijElkaar(values, pen);
}

/** What belongs together is filled in together. */
function bijElkaar(values: Ingevuld, { chance, today }: Pen): Ingevuld {
  const { besluiten } = values;
  if (besluiten !== undefined && besluiten !== "regierol_toewijzen") values.regierolVoor = "";
  if (besluiten !== undefined && besluiten !== "meer_informatie" && "terugOp" in values) values.terugOp = "";
  for (const nr of ["1", "2", "3"]) {
    if (!(`wat${nr}` in values)) continue;
    const filled = nr === "1" && chance.below(2) === 0;
    if (!filled) for (const part of ["wie", "wat", "datum"]) values[`${part}${nr}`] = "";
    else values[`datum${nr}`] = schooldag(today.add({ days: 4 + chance.below(30) })).toString();
  }
  return values;
}

function waarde(id: string, input: Json, pen: Pen): string | undefined {
  switch (input.type) {
    case "Input.ChoiceSet":
      return keuze(id, input, pen);
    case "Input.Date":
      return datum(id, input, pen);
    case "Input.Time":
      return text(input.value) || "14:00";
    case "Input.Number":
      return String(input.value ?? input.min ?? 1);
    case "Input.Toggle":
      return input.isRequired === true || pen.chance.below(3) > 0
        ? (text(input.valueOn) ?? "true")
        : undefined;
    case "Input.Text":
      return tekst(id, input, pen);
    default:
      return undefined;
  }
}

function keuze(id: string, input: Json, { chance }: Pen): string | undefined {
  const values = list(input.choices)
    .map((choice) => text(at(choice, "value")) ?? "")
    .filter((value) => value !== "");
  const standing = text(input.value);
  // What was found in a text stays where it has to; most of it is no name.
  if (values.includes(blijftStaan)) return blijftStaan;
  const rows = meestal[id] ?? meestalOp.find(([pattern]) => pattern.test(id))?.[1] ?? [];
  for (const [wanted, percent] of rows) {
    const parts = wanted.split(",").filter((part) => values.includes(part));
    const offered = input.isMultiSelect === true ? parts.length > 0 : values.includes(wanted);
    if (offered && chance.below(100) < percent)
      return input.isMultiSelect === true ? parts.join(",") : wanted;
  }
  if (values.length === 0) return undefined;
  if (standing && chance.below(4) > 0) return standing;
  if (input.isRequired !== true && chance.below(2) === 0) return standing;
  return chance.of(values);
}

/** A day within the bounds; without bounds, what stands there or a day of the coming weeks. */
function datum(id: string, input: Json, { chance, today, opnieuw }: Pen): string | undefined {
  const [min, max, standing] = [input.min, input.max, input.value].map((day) => dayOf(text(day)));
  if (standing && chance.below(3) >= (opnieuw ? 2 : 1)) return standing.toString();
  if (input.isRequired !== true && chance.below(3) === 0) return standing?.toString() ?? "";
  const compare = Temporal.PlainDate.compare;
  // Consent is asked for as long as it may be, or nearly.
  if (id === "geldigTot")
    return (max ?? today.add({ months: 8 })).subtract({ days: chance.below(90) }).toString();
  const past = max !== undefined && compare(max, today) <= 0;
  const around = past ? max.subtract({ days: chance.below(4) }) : today.add({ days: 4 + chance.below(7) });
  const day = past ? around : schooldag(around);
  if (min && compare(day, min) < 0) return min.toString();
  return (max && compare(day, max) > 0 ? max : day).toString();
}

function dayOf(value: string | undefined): Temporal.PlainDate | undefined {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Temporal.PlainDate.from(value) : undefined;
}

/** No weekend: nobody plans one. */
function schooldag(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
}

function tekst(id: string, input: Json, pen: Pen): string | undefined {
  const standing = text(input.value);
  if (id === "naam") return standing ?? pen.tekst("naam");
  if (id === "link") return standing ?? link;
  if (id === "kenmerk") return standing;
  if (input.isRequired !== true && pen.chance.below(3) === 0) return standing;
  const words = pen.tekst("wat");
  const most = typeof input.maxLength === "number" ? input.maxLength : words.length;
  return words.length <= most ? words : standing;
}

/** All buttons of a card that the bot answers, in their order. */
export function knoppen(
  card: Json,
): readonly { readonly node: Json; readonly verb: string; readonly nth: number }[] {
  const seen = new Map<string, number>();
  return partsOf(card).actions.flatMap(({ node }) => {
    const verb = isRecord(node.data) ? text(node.data.verb) : undefined;
    if (verb === undefined || node.isEnabled === false) return [];
    const nth = seen.get(verb) ?? 0;
    seen.set(verb, nth + 1);
    return [{ node, verb, nth }];
  });
}
