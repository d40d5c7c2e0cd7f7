/**
 * Whether a text without a name still points at one child (004 ch. 1 par. 8, option 3: strictly anonymous). Every trait that
 * stands in it fits a part of the pupils; together they leave so many of this school. In a small school a trait that
 * elsewhere says little names somebody. It points out and counts roughly; it cannot prove that nobody is recognised.
 */
import type { Sector } from "./code.ts";
import { type Plek, type TraitPatterns, traitPatterns } from "./herkenbaar-woord.ts";
import { screenText } from "./screening.ts";
import { viewOf } from "./screening-view.ts";

/** Of a hundred pupils a trait fits about so many: rough figures, on the careful side. Surest first. */
const share = {
  /** The text says so itself. */
  enige: 0,
  zeldzaam: 0.4,
  ingrijpend: 1,
  meerling: 3,
  bekend: 0.5,
  opvallend: 1,
  beroep: 0.5,
  gebeurtenis: 1,
  rol: 2,
  herkomst: 3,
  groep: 12.5,
  leeftijd: 12.5,
  tijdstip: 20,
  aandoening: 8,
  gezin: 10,
} as const satisfies Record<string, number>;

export type Kenmerkcode = keyof typeof share;
export const kenmerkcodes = Object.keys(share) as Kenmerkcode[];

/** Half-open, in UTF-16 units of the text as it was typed. */
export interface Kenmerk {
  readonly code: Kenmerkcode;
  readonly start: number;
  readonly end: number;
}

export interface Herkenning {
  readonly herkenbaar: boolean;
  /** In the order of the text, without overlap. */
  readonly kenmerken: readonly Kenmerk[];
}

export interface SchoolFeit {
  /** How many pupils it has; 0 when nobody filled that in, which is taken for a very small school. */
  readonly leerlingen: number;
  readonly sector: Sector;
}

/** Where fewer pupils than this are left, one of them is meant: the convention of figures about schools (privacy.md §2). */
const paar = 5;

export function recognisable(text: string, school: SchoolFeit): Herkenning {
  const kenmerken = traitsIn(text);
  return { herkenbaar: kenmerken.length > 0 && fitting(kenmerken, text, school) < paar, kenmerken };
}

/** How many pupils of the school all of it fits. A group and an age tell the same, as does one trait in two words. */
function fitting(kenmerken: readonly Kenmerk[], text: string, { leerlingen, sector }: SchoolFeit): number {
  const parts = new Map<Kenmerkcode, number>();
  for (const { code, start, end } of kenmerken) {
    const years = code === "groep" || code === "leeftijd";
    const part = years ? yearsShare(text.slice(start, end), sector) : share[code] / 100;
    const about = years ? "groep" : code;
    parts.set(about, Math.min(parts.get(about) ?? 1, part));
  }
  return [...parts.values()].reduce((left, part) => left * part, leerlingen);
}

/** "groep 6/7" is two of eight years; a letter behind it is one class of a year. */
function yearsShare(said: string, sector: Sector): number {
  const years = new Set(said.match(/\d+/g) ?? ["?"]).size;
  const oneClass = /\d\s?[a-h]$/i.test(said) ? 2 : 1;
  return Math.min(1, years / (sector === "PO" ? 8 : 6) / oneClass);
}

function traitsIn(text: string): readonly Kenmerk[] {
  const view = viewOf(text);
  const placed = (code: Kenmerkcode, { start, end }: Plek): Kenmerk => ({
    code,
    start: view.starts[start] ?? 0,
    end: view.ends[end - 1] ?? 0,
  });
  const own = kenmerkcodes.flatMap((code) => {
    const patterns = (traitPatterns as TraitPatterns)[code];
    return patterns ? patterns(view).map((plek) => placed(code, plek)) : [];
  });
  // What the screening knows of care and family, where nothing more telling stands in its place.
  const known = screenText(text).findings.flatMap(({ type, start, end }): Kenmerk[] => {
    if (type === "diagnosis") return [{ code: "aandoening", start, end }];
    return type === "family" ? [{ code: "gezin", start, end }] : [];
  });
  return withoutOverlap(text, [...own, ...known]);
}

function withoutOverlap(text: string, found: readonly Kenmerk[]): readonly Kenmerk[] {
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ start, end }) => {
    if (end <= start || taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.toSorted((one, other) => one.start - other.start);
}

/** What may stand in the place of a trait when a text is carried over; the others are for a person to weigh. */
const marks: Readonly<Partial<Record<Kenmerkcode, string>>> = {
  groep: "[groep]",
  leeftijd: "[leeftijd]",
  tijdstip: "[datum]",
};

/** The same text with a mark in place of group, age and date. */
export function withoutYears(text: string): string {
  let out = "";
  let from = 0;
  for (const { code, start, end } of traitsIn(text)) {
    const mark = marks[code];
    if (mark === undefined) continue;
    out += text.slice(from, start) + mark;
    from = end;
  }
  return out + text.slice(from);
}
