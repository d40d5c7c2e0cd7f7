/**
 * What stands on a letter or the folder, in order, in every language asked. Plain data: src/outside/ sets it on paper. What
 * must be written by hand (the name, the question) is a line.
 */
import type { BriefInhoud, FolderInhoud, Partner } from "#domain/brief.ts";
import { type BriefTaal, type BriefWoorden, briefWoorden, duurOf, longDate } from "./brief-woord.ts";

/** Some words with the language they are in. */
export interface Tekst {
  readonly taal: string;
  readonly rtl: boolean;
  readonly tekst: string;
}
/** `open`: a line to write on follows. */
export interface Punt {
  readonly tekst: string;
  readonly open: boolean;
}
export interface Deel {
  readonly kop: string | null;
  readonly inhoud: readonly ({ readonly tekst: string } | { readonly punten: readonly Punt[] })[];
}
export interface Kolom {
  readonly taal: string;
  readonly rtl: boolean;
  /** That it is a translation; Dutch first. */
  readonly melding: readonly Tekst[];
  readonly kop: string;
  readonly aanhef: string | null;
  readonly delen: readonly Deel[];
}
export interface Formulier {
  readonly velden: readonly { readonly label: readonly Tekst[]; readonly regels: number }[];
  readonly zin: readonly Tekst[];
  readonly keuzes: readonly (readonly Tekst[])[];
  readonly ook: readonly Tekst[];
  /** Asked beside it, with a yes and a no for each person. `open`: to whom, on a line. */
  readonly doelen: readonly { readonly label: readonly Tekst[]; readonly open: readonly Tekst[] }[];
  readonly kolommen: Readonly<Record<"wie" | "naam" | "datum" | "handtekening", readonly Tekst[]>>;
  readonly personen: readonly (readonly Tekst[])[];
}
export interface Regel {
  readonly label: readonly Tekst[];
  /** Null: a line to fill in. */
  readonly waarde: string | null;
}
export interface Blad {
  /** Of the file, for whoever reads its properties: says nothing about anybody. */
  readonly titel: string;
  readonly datum: string;
  readonly kop: {
    readonly school: string;
    readonly team: string;
    readonly adres: string | null;
    readonly dag: string;
  };
  /** The Dutch, and a translation beside it or not. */
  readonly kolommen: readonly Kolom[];
  readonly formulier: Formulier | null;
  readonly voet: readonly Regel[];
}

const titles = { brief: "Brief van de school", folder: "Folder over het School Zorg Team" } as const;
const translated = "Vertaling. De Nederlandse tekst geldt. Nog niet nagekeken door een moedertaalspreker.";
const supervisor = "Autoriteit Persoonsgegevens, autoriteitpersoonsgegevens.nl";

/** Always these names, whatever is in them. */
export const briefFileName = "brief.pdf";
export const folderFileName = "folder.pdf";

export function briefBlad(inhoud: BriefInhoud): Blad {
  return {
    ...sheet(titles.brief, inhoud),
    kolommen: columns(inhoud, (woorden) => ({
      kop: woorden.brief.kop[inhoud.brief][inhoud.lezer],
      aanhef: woorden.brief.aanhef[inhoud.lezer],
      delen: letter(inhoud, woorden),
    })),
    formulier: form(inhoud),
  };
}

export function folderBlad(inhoud: FolderInhoud): Blad {
  return {
    ...sheet(titles.folder, inhoud),
    kolommen: columns(inhoud, (woorden) => ({
      kop: `${woorden.folder.kop} ${inhoud.school}`,
      aanhef: null,
      delen: folder(inhoud, woorden),
    })),
    formulier: null,
  };
}

type Sender = Pick<BriefInhoud, "school" | "team" | "contact" | "datum" | "vertaling">;

function sheet(titel: string, { school, team, contact, datum, vertaling }: Sender) {
  const regel = (word: keyof BriefWoorden["label"], waarde: string | null): Regel => ({
    label: said(vertaling, ({ label }) => String(label[word])),
    waarde,
  });
  return {
    titel,
    datum: datum.toString(),
    kop: { school, team, adres: contact.adres, dag: longDate(datum, briefWoorden.nederlands) },
    voet: [
      regel("vragen", contact.telefoon),
      regel("klacht", contact.klachtenregeling),
      regel("functionaris", contact.functionarisGegevensbescherming),
      regel("toezicht", supervisor),
    ],
  };
}

function columns(
  { vertaling }: Sender,
  fill: (woorden: BriefWoorden) => Pick<Kolom, "kop" | "aanhef" | "delen">,
): readonly Kolom[] {
  return talen(vertaling).map((woorden) => ({
    taal: languageOf(woorden),
    rtl: woorden.rtl,
    melding:
      woorden.melding === null
        ? []
        : [textIn(briefWoorden.nederlands, translated), textIn(woorden, woorden.melding)],
    ...fill(woorden),
  }));
}

/** The same word in each language of the sheet. */
function said(vertaling: Sender["vertaling"], word: (woorden: BriefWoorden) => string): readonly Tekst[] {
  return talen(vertaling).map((woorden) => textIn(woorden, word(woorden)));
}

const talen = (vertaling: Sender["vertaling"]): readonly BriefWoorden[] =>
  (["nederlands", ...(vertaling ? [vertaling] : [])] satisfies BriefTaal[]).map((taal) => briefWoorden[taal]);

const textIn = (woorden: BriefWoorden, tekst: string): Tekst => ({
  taal: languageOf(woorden),
  rtl: woorden.rtl,
  tekst,
});
/** Without the country. */
const languageOf = ({ locale }: BriefWoorden): string => new Intl.Locale(locale).language;
const part = (kop: string | null, ...inhoud: Deel["inhoud"]): Deel => ({ kop, inhoud });
const prose = (...sentences: readonly (string | false)[]) => ({ tekst: sentences.filter(Boolean).join(" ") });
const bullets = (points: readonly string[]) => ({ punten: points.map((tekst) => ({ tekst, open: false })) });

/** Somebody of no closed function must be named by hand: nobody consents to "somebody else". */
const people = (list: readonly Partner[], { functie }: BriefWoorden) => ({
  punten: list.map((one) => ({ tekst: functie[one], open: one === "overig" })),
});

function letter(inhoud: BriefInhoud, woorden: BriefWoorden): readonly Deel[] {
  const { brief, lezer } = inhoud;
  const words = woorden.brief;
  return [
    part(null, prose(words.inleiding[brief][lezer])),
    ...(brief === "regierol" ? proposal(inhoud, woorden) : []),
    part(words.wie[lezer], people(inhoud.horen, woorden)),
    part(words.wat.kop, prose(words.wat.tekst[brief][lezer])),
    ...(inhoud.doelen.length > 0 ? [purposes(inhoud, woorden)] : []),
    ...(brief === "instemming" ? objection(inhoud, woorden) : returning(inhoud, woorden)),
    part(words.uitleg.kop, prose(inhoud.tolk ? words.uitleg.tekst.tolk : words.uitleg.tekst.geenTolk)),
    part(words.rechten.kop, prose(words.rechten.tekst[lezer])),
  ];
}

function proposal({ houder, lezer }: BriefInhoud, woorden: BriefWoorden): readonly Deel[] {
  const { houder: label, taken } = woorden.brief;
  const known = houder !== null && houder !== "overig";
  const line = { tekst: `${label}: ${known ? woorden.functie[houder] : ""}`.trim(), open: !known };
  return [part(null, { punten: [line] }), part(taken.kop, bullets(taken.tekst[lezer]))];
}

/** What they are, stands on the form: there each has its own boxes. */
function purposes({ doelen, gehoord }: BriefInhoud, { brief }: BriefWoorden): Deel {
  const help = doelen.some((doel) => doel !== "verstrekking_extern");
  return part(null, prose(brief.doelen.tekst, help && gehoord.includes("leerling") && brief.doelen.kind));
}

function returning(inhoud: BriefInhoud, woorden: BriefWoorden): readonly Deel[] {
  const { nee, terug, intrekken, geldig } = woorden.brief;
  const { brief, lezer, tekenen, gehoord, geldigTot } = inhoud;
  const written = brief === "schriftelijk";
  return [
    part(
      nee.kop,
      prose(nee.tekst[lezer], intrekken[written ? "schriftelijk" : "regierol"]),
      ...(written ? [bullets([`${geldig}: ${longDate(geldigTot, woorden)}`])] : []),
    ),
    part(
      terug.kop,
      deadline(inhoud, woorden),
      prose(
        terug.tekst.ook,
        tekenen.length > 1 && terug.tekst.allen,
        gehoord.length > 0 && terug.tekst.gehoord,
      ),
    ),
  ];
}

function objection(inhoud: BriefInhoud, woorden: BriefWoorden): readonly Deel[] {
  const { kop, tekst } = woorden.brief.bezwaar;
  const { tekenen, gehoord, lezer } = inhoud;
  return [
    part(
      kop,
      prose(tekst.hoe),
      deadline(inhoud, woorden),
      prose(tekenen.length + gehoord.length > 1 && tekst.een, tekst.stilte, tekst.regierol[lezer]),
    ),
  ];
}

function deadline({ uiterlijk, terugAan }: BriefInhoud, woorden: BriefWoorden) {
  const { label, functie } = woorden;
  return bullets([
    `${label.uiterlijk}: ${longDate(uiterlijk, woorden)}`,
    `${label.aan}: ${functie[terugAan]}`,
  ]);
}

function form({ brief, lezer, vertaling, doelen, tekenen, gehoord }: BriefInhoud): Formulier {
  const all = (word: (woorden: BriefWoorden) => string) => said(vertaling, word);
  const written = [
    { label: all(({ label }) => label.vraag), regels: 2 },
    { label: all(({ label }) => label.uitgesloten), regels: 1 },
  ];
  return {
    velden: [
      { label: all(({ label }) => label.naam[lezer]), regels: 1 },
      ...(brief === "schriftelijk" ? written : brief === "instemming" ? written.slice(0, 1) : []),
    ],
    zin: all((woorden) => woorden.brief.zin[brief]),
    keuzes: ([0, 1] as const).map((which) => all((woorden) => woorden.brief.keuzes[brief][which])),
    ook: doelen.length > 0 ? all((woorden) => woorden.brief.doelen.kop) : [],
    doelen: doelen.map((doel) => ({
      label: all((woorden) => woorden.brief.doelen.doel[doel]),
      open: doel === "verstrekking_extern" ? all(({ label }) => label.aan) : [],
    })),
    kolommen: {
      wie: all(({ label }) => label.wie),
      naam: all(({ label }) => label.ondertekenaar),
      datum: all(({ label }) => label.datum),
      handtekening: all(({ label }) => label.handtekening),
    },
    personen: [...tekenen, ...gehoord].map((partij) => all((woorden) => woorden.partij[partij])),
  };
}

function folder({ leden, vraagAan, bewaarMaanden }: FolderInhoud, woorden: BriefWoorden): readonly Deel[] {
  const { wat, wie, hoe, delen, beslissen, rechten, bewaren, gevaar, vraagAan: ask } = woorden.folder;
  return [
    part(wat.kop, prose(wat.tekst)),
    part(wie, people(leden, woorden)),
    part(hoe.kop, bullets(hoe.tekst)),
    part(delen.kop, bullets(delen.tekst)),
    part(beslissen.kop, prose(beslissen.tekst)),
    part(
      rechten.kop,
      bullets(rechten.tekst),
      ...(vraagAan ? [prose(`${ask}: ${woorden.functie[vraagAan]}`)] : []),
    ),
    part(bewaren.kop, prose(bewaren.tekst(duurOf(bewaarMaanden)))),
    part(gevaar.kop, prose(gevaar.tekst)),
  ];
}
