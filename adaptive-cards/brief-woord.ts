/**
 * What every language must be able to say in a letter or the folder. Names and dates stand after a colon or in a list,
 * never inside a sentence: many languages would have to bend them there.
 */
import type { Brief, BriefDoel, Lezer, Partner, Vertaling } from "#domain/brief.ts";
import type { Partij } from "#domain/code.ts";
import * as arabisch from "./brief-arabisch.ts";
import * as engels from "./brief-engels.ts";
import * as nederlands from "./brief-nederlands.ts";
import * as oekraiens from "./brief-oekraiens.ts";
import * as pools from "./brief-pools.ts";
import * as turks from "./brief-turks.ts";

/** To parents, or to the pupil who decides alone. */
export type Aan = Readonly<Record<Lezer, string>>;
export interface Kop<Tekst> {
  readonly kop: string;
  readonly tekst: Tekst;
}

export interface BriefWoorden {
  /** BCP 47: dates are written by it, and a screen reader speaks by it. */
  readonly locale: string;
  readonly rtl: boolean;
  /** That this is a translation, which text counts, and that no native speaker has looked at it. Not in the Dutch. */
  readonly melding: string | null;
  readonly functie: Readonly<Record<Partner, string>>;
  /** `voogd2`: the second of two. */
  readonly partij: Readonly<Record<Partij | "voogd2", string>>;
  readonly label: {
    readonly uiterlijk: string;
    readonly aan: string;
    readonly naam: Aan;
    readonly vraag: string;
    readonly uitgesloten: string;
    readonly wie: string;
    readonly ondertekenaar: string;
    readonly datum: string;
    readonly handtekening: string;
    readonly vragen: string;
    readonly klacht: string;
    readonly functionaris: string;
    readonly toezicht: string;
  };
  readonly brief: {
    readonly aanhef: Aan;
    readonly kop: Readonly<Record<Brief, Aan>>;
    readonly inleiding: Readonly<Record<Brief, Aan>>;
    readonly wie: Aan;
    readonly wat: { readonly kop: string; readonly tekst: Readonly<Record<Brief, Aan>> };
    /** What is asked beside the discussion; `kind`: where a pupil of twelve to fifteen says yes to help too. */
    readonly doelen: {
      readonly kop: string;
      readonly tekst: string;
      readonly kind: string;
      readonly doel: Readonly<Record<BriefDoel, string>>;
    };
    /** After the colon comes the last day. */
    readonly geldig: string;
    readonly intrekken: Readonly<Record<"schriftelijk" | "regierol", string>>;
    readonly nee: Kop<Aan>;
    readonly bezwaar: Kop<{
      readonly hoe: string;
      /** Where more than one has a say. */
      readonly een: string;
      readonly stilte: string;
      readonly regierol: Aan;
    }>;
    /** Before the function of who is meant to take the regierol. */
    readonly houder: string;
    readonly taken: Kop<Readonly<Record<Lezer, readonly string[]>>>;
    readonly rechten: Kop<Aan>;
    readonly terug: Kop<{
      readonly ook: string;
      readonly allen: string;
      /** Of a pupil of twelve to fifteen. */
      readonly gehoord: string;
    }>;
    readonly uitleg: Kop<{ readonly tolk: string; readonly geenTolk: string }>;
    /** The sentence above the signatures, and what can be ticked. */
    readonly zin: Readonly<Record<Brief, string>>;
    readonly keuzes: Readonly<Record<Brief, readonly [string, string]>>;
  };
  readonly folder: {
    /** Followed by the name of the school. */
    readonly kop: string;
    readonly wat: Kop<string>;
    readonly wie: string;
    readonly hoe: Kop<readonly string[]>;
    readonly delen: Kop<readonly string[]>;
    readonly beslissen: Kop<string>;
    readonly rechten: Kop<readonly string[]>;
    /** After the colon comes a function. */
    readonly vraagAan: string;
    readonly bewaren: { readonly kop: string; tekst(duur: Duur): string };
    readonly gevaar: Kop<string>;
  };
}

/** How long something is kept, in the unit in which people say it. */
export type Duur = { readonly jaren: number } | { readonly maanden: number };

export function duurOf(maanden: number): Duur {
  return maanden % 12 === 0 ? { jaren: maanden / 12 } : { maanden };
}

export type BriefTaal = "nederlands" | Vertaling;

export const briefWoorden: Readonly<Record<BriefTaal, BriefWoorden>> = {
  nederlands: nederlands.woorden,
  engels: engels.woorden,
  turks: turks.woorden,
  arabisch: arabisch.woorden,
  pools: pools.woorden,
  oekraiens: oekraiens.woorden,
};

/** 25 november 2026, in the words of the language; with the figures that the Dutch text has, also in Arabic. */
export function longDate(date: Temporal.PlainDate, { locale }: Pick<BriefWoorden, "locale">): string {
  // In one piece: broken over two lines an Arabic date is read in the wrong order.
  return date
    .toLocaleString(`${locale}-u-ca-gregory-nu-latn`, { dateStyle: "long" })
    .replaceAll(" ", "\u00a0");
}
