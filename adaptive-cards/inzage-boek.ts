/**
 * The readable copy: all that stands in `gegevens.json`, in the order in which somebody would ask for it. Plain data;
 * src/outside/inzage.typ sets it on paper. Which table stands where follows from its columns, so that none is left out.
 */
import {
  type Inzage,
  type InzageRij,
  type InzageRonde,
  type InzageWaarde,
  soortSchemas,
} from "#domain/inzage.ts";
import { type Getoond, getoondeVelden, inzageTabelNamen } from "#domain/inzage-veld.ts";
import { type Kijker, kijkersVan, type LogRegel } from "#domain/log-view.ts";
import { todayIn } from "#domain/today.ts";
import { inzageWoorden, kanaalWoorden } from "./inzage-woord.ts";
import type { Codes, GewoonTabel, Gezegd } from "./inzage-woord-tabel.ts";
import { type LogTekst, logTekst, logWords, wieWords } from "./log.ts";
import { doelLabel } from "./toestemming-word.ts";
import {
  capital,
  count,
  formatDate,
  formatDateShort,
  formatMonth,
  formatTime,
  functieNaam,
  grondslagLabel,
  join,
  leerjaarLabel,
  plaatsLabel,
  uncapital,
} from "./word.ts";

export interface BoekRij {
  readonly titel: string;
  readonly velden: readonly { readonly label: string; readonly waarde: string }[];
}
export interface BoekTabel {
  /** The first column is the narrowest. */
  readonly kolommen: readonly string[];
  readonly rijen: readonly (readonly string[])[];
}
export interface BoekStuk {
  readonly kop: string | null;
  readonly alineas: readonly string[];
  readonly punten: readonly string[];
  readonly rijen: readonly BoekRij[];
  readonly tabel: BoekTabel | null;
}
export interface Boek {
  /** Of the file, for whoever reads its properties: says nothing about anybody. */
  readonly titel: string;
  readonly datum: string;
  readonly kop: { readonly school: string; readonly team: string; readonly adres: string | null };
  readonly opschrift: string;
  readonly voet: string;
  readonly hoofdstukken: readonly { readonly kop: string | null; readonly stukken: readonly BoekStuk[] }[];
}

const titel = "Kopie van gegevens";

export function inzageBoek(inzage: Inzage, log: readonly LogRegel[]): Boek {
  const { tabellen, gemaaktOp, school, team, contact } = inzage;
  const day = gemaaktOp.slice(0, 10);
  const namen = [...new Set((tabellen.leerling ?? []).flatMap(({ gegevens }) => nameOf(gegevens)))];
  return {
    titel,
    datum: day,
    kop: { school, team, adres: contact.adres },
    opschrift: namen.length > 0 ? `Wat je mag inzien over ${join(namen)}` : "Wat je mag inzien",
    voet: `${titel}, gemaakt op ${dayWords(day)}`,
    hoofdstukken: [
      { kop: null, stukken: [prose(...introduction)] },
      { kop: "Waarom, voor wie en hoe lang", stukken: reasons(inzage) },
      { kop: "De leerling", stukken: parts(inzage, perLeerling, () => true) },
      ...(tabellen.hulpvraag ?? []).map((hulpvraag) => ({
        kop: `Hulpvraag ${hulpvraag.referentie}`,
        stukken: parts(
          inzage,
          perHulpvraag,
          (rij, tabel) => hulpvraagOf(inzage, tabel, rij) === hulpvraag.nr,
        ),
      })),
      { kop: "Berichten in Teams", stukken: inTeams(inzage) },
      { kop: logWords.titel, stukken: logParts(log) },
      { kop: "Je rechten", stukken: rights(inzage) },
    ].filter(({ stukken }) => stukken.length > 0),
  };
}

/** The same in every copy, so that it does not tell whether something is left out. */
const introduction = [
  "Dit is een kopie van wat je in Zorgronde over deze leerling mag inzien. Met Zorgronde werken de school en het School Zorg Team samen aan hulp voor leerlingen.",
  "Soms mag de school van de wet iets nog niet geven (AVG artikel 23, UAVG artikel 41). Dat kan hier ontbreken. Deze zin staat in elke kopie.",
  "Wat niet is ingevuld, staat er niet in. Ook geen namen van de mensen die er werken: je ziet wat hun werk is, en bij welke organisatie. Gaat een zin ook over een andere leerling? Dan staat daar [naam].",
  "Het leerlingdossier van de school is iets anders. Wil je dat zien? Vraag het aan de school.",
];

const stuk = (over: Partial<BoekStuk>): BoekStuk => ({
  kop: null,
  alineas: [],
  punten: [],
  rijen: [],
  tabel: null,
  ...over,
});
const prose = (...alineas: readonly string[]): BoekStuk => stuk({ alineas });
/** Without points there is no heading either. */
const listed = (
  kop: string,
  punten: readonly string[],
  ...alineas: readonly string[]
): readonly BoekStuk[] => (punten.length > 0 ? [stuk({ kop, punten, alineas })] : []);

function reasons({ verwerking, tabellen }: Inzage): readonly BoekStuk[] {
  const { doelen, grondslagen, ontvangers, bewaren } = verwerking;
  const named = (tabellen.toestemming ?? []).flatMap(({ partners, geldt_nu: geldt }) =>
    geldt === true ? soortSchemas.codes.parse(partners ?? []) : [],
  );
  const unseen = [...new Set(named)].filter((code) => !ontvangers.includes(code));
  const functions = (codes: readonly string[]) => codes.map((code) => capital(known(functieNaam, code)));
  if ((tabellen.leerling ?? []).length === 0) return [];
  return [
    stuk({ kop: "Waarvoor het wordt gebruikt", punten: doelen.map((doel) => doelLabel[doel]) }),
    stuk({
      kop: "Waarom dat mag",
      punten: [
        "De school mag dit vastleggen om de leerling te helpen. Dat is haar taak.",
        ...grondslagen.map(({ referentie, grondslag }) =>
          grondslag
            ? `${referentie}: overleg met anderen mag nu (${uncapital(known(grondslagLabel, grondslag))}).`
            : `${referentie}: nu geen overleg met anderen.`,
        ),
      ],
    }),
    ...listed(
      "Wie er iets van zag",
      functions(ontvangers),
      "Zij zagen in Zorgronde de naam, of wat er is opgeschreven. Achteraan staat wie wat zag, en wanneer. Wie bij een overleg was, staat bij dat overleg.",
    ),
    ...listed(
      "Wie er ook over mee mag praten",
      functions(unseen),
      "Zij staan in een toestemming die nu geldt, en in deze kopie niet bij wie er iets van zag.",
    ),
    ...listed(
      "Hoe lang het blijft",
      bewaren.map(({ referentie, wissenOp }) =>
        wissenOp
          ? `${referentie}: tot ${dayWords(wissenOp)}. Daarna wist Zorgronde alles.`
          : `${referentie}: loopt nog. Wat is afgesloten, blijft nog een tijd en wordt dan gewist.`,
      ),
    ),
  ];
}

const withColumn = (kolom: string) => (tabel: GewoonTabel) =>
  getoondeVelden(tabel).some(([one]) => one === kolom);
const gewone = inzageTabelNamen.filter((tabel) => tabel !== "gebeurtenis");
const perHulpvraag = gewone.filter(
  (tabel) => tabel === "hulpvraag" || withColumn("hulpvraag_id")(tabel) || withColumn("termijn_id")(tabel),
);
const teams = gewone.filter(withColumn("onderwerp_id"));
const perLeerling = gewone.filter((tabel) => !perHulpvraag.includes(tabel) && !teams.includes(tabel));

/** The number of the hulpvraag that a row belongs to. */
function hulpvraagOf({ tabellen }: Inzage, tabel: GewoonTabel, rij: InzageRij): InzageWaarde | undefined {
  if (tabel === "hulpvraag") return rij.nr;
  if (rij.hulpvraag_id !== undefined) return rij.hulpvraag_id;
  return tabellen.termijn?.find(({ nr }) => nr === rij.termijn_id)?.hulpvraag_id;
}

function parts(
  inzage: Inzage,
  which: readonly GewoonTabel[],
  mine: (rij: InzageRij, tabel: GewoonTabel) => boolean,
): readonly BoekStuk[] {
  return which.flatMap((tabel) => {
    const rijen = (inzage.tabellen[tabel] ?? []).filter((rij) => mine(rij, tabel));
    return rijen.length > 0 ? [part(inzage, tabel, rijen)] : [];
  });
}

function part(inzage: Inzage, tabel: GewoonTabel, rijen: readonly InzageRij[]): BoekStuk {
  const { veel, een, vorm } = inzageWoorden[tabel];
  const rows = rijen.map((rij) => ({
    titel: tabel === "hulpvraag" ? String(rij.referentie) : `${een} ${rij.nr}`,
    velden: fieldsOf(inzage, tabel, rij),
  }));
  return stuk(vorm === "tabel" ? { kop: veel, tabel: tableOf(rows) } : { kop: veel, rijen: rows });
}

/** A column for each field that any of them has. */
function tableOf(rows: readonly BoekRij[]): BoekTabel {
  const labels = [...new Set(rows.flatMap(({ velden }) => velden.map(({ label }) => label)))];
  const at = (row: BoekRij, label: string) => row.velden.find((veld) => veld.label === label)?.waarde ?? "";
  return { kolommen: labels, rijen: rows.map((row) => labels.map((label) => at(row, label))) };
}

type Veld = BoekRij["velden"][number];

function fieldsOf(inzage: Inzage, tabel: GewoonTabel, rij: InzageRij): readonly Veld[] {
  const words: Readonly<Record<string, string | null | readonly [string, Codes] | Gezegd>> =
    inzageWoorden[tabel].velden;
  return getoondeVelden(tabel).flatMap(([kolom, soort]) => {
    const word = words[kolom] ?? null;
    const waarde = rij[kolom] ?? null;
    if (word === null || waarde === null) return [];
    if (soort === "gegevens") return knownValues(waarde);
    if (typeof word === "object" && "zeg" in word)
      return line(word.label, word.zeg(waarde) ?? closedWords("zelf", waarde));
    const [label, codes] = typeof word === "string" ? ([word, "zelf"] as const) : word;
    const kort = inzageWoorden[tabel].vorm === "tabel";
    return line(label, wordsOf({ inzage, kolom, soort, codes, kort }, waarde));
  });
}

const line = (label: string, waarde: string | null): readonly Veld[] => (waarde ? [{ label, waarde }] : []);

interface Place {
  readonly inzage: Inzage;
  readonly kolom: string;
  readonly soort: Getoond;
  readonly codes: Codes;
  /** For a narrow column. */
  readonly kort: boolean;
}

function wordsOf({ inzage, kolom, soort, codes, kort }: Place, waarde: InzageWaarde): string {
  switch (soort) {
    case "tekst":
    case "getal":
      return String(waarde);
    case "code":
      return codeWords(codes, soortSchemas.code.parse(waarde));
    case "codes":
      return soortSchemas.codes
        .parse(waarde)
        .map((one) => codeWords(codes, one))
        .join(", ");
    case "dag":
      return dayWords(soortSchemas.dag.parse(waarde));
    case "moment":
      return momentWords(soortSchemas.moment.parse(waarde), kort);
    case "janee":
      return yesNo(soortSchemas.janee.parse(waarde));
    case "persoon":
      return wieWords({ ...soortSchemas.persoon.parse(waarde), nummer: null });
    case "ronde":
      return roundWords(soortSchemas.ronde.parse(waarde));
    case "periode":
      return periodWords(soortSchemas.periode.parse(waarde));
    case "bij":
      return rowWords(inzage, kolom, soortSchemas.bij.parse(waarde));
    case "gegevens":
    case "velden":
      return closedWords(codes, waarde);
  }
}

/** A code of another version is shown as it is: nothing is left out. */
function codeWords(codes: Codes, code: string): string {
  if (codes === "zelf") return code;
  return typeof codes === "function" ? codes(code) : known(codes, code);
}

const known = (codes: Readonly<Record<string, string>>, code: string): string =>
  codes[code] ?? capital(code.replaceAll("_", " "));

const nameOf = (waarde: InzageWaarde | undefined): readonly string[] =>
  waarde ? [soortSchemas.gegevens.parse(waarde).naam] : [];

function knownValues(waarde: InzageWaarde): readonly Veld[] {
  const { naam, geboortemaand, leerjaar, kenmerk } = soortSchemas.gegevens.parse(waarde);
  return [
    { label: "Naam", waarde: naam },
    { label: "Geboren in", waarde: formatMonth(Temporal.PlainYearMonth.from(geboortemaand)) },
    { label: "Groep of klas", waarde: leerjaarLabel[leerjaar] },
    ...(kenmerk ? [{ label: "Kenmerk van de school", waarde: kenmerk }] : []),
  ];
}

const dayWords = (day: string): string => formatDate(Temporal.PlainDate.from(day));

/** With the distance to UTC behind it: the clock of that place is what people saw. */
function momentWords(moment: string, kort = false): string {
  const at = Temporal.PlainDateTime.from(moment.slice(0, 19));
  const [day, time] = [at.toPlainDate(), formatTime(at.toPlainTime())];
  return kort ? `${formatDateShort(day)} ${day.year}, ${time}` : `${formatDate(day)}, ${time} uur`;
}

function periodWords({ van, tot }: { readonly van: string; readonly tot: string | null }): string {
  return tot ? `Van ${momentWords(van)} tot ${momentWords(tot)}` : `Sinds ${momentWords(van)}`;
}

const yesNo = (waarde: boolean): string => (waarde ? "Ja" : "Nee");

function roundWords({ datum, begin, plaats, deelnemers }: InzageRonde): string {
  const met = deelnemers.map((functie) => functieNaam[functie]);
  const there = met.length > 0 ? `, met ${join(met)}` : "";
  return `${dayWords(datum)}, ${begin} uur, ${uncapital(known(plaatsLabel, plaats))}${there}`;
}

function rowWords({ tabellen }: Inzage, kolom: string, nr: number): string {
  const tabel = gewone.find((one) => `${one}_id` === kolom);
  if (tabel && tabel !== "hulpvraag") return `${uncapital(inzageWoorden[tabel].een)} ${nr}`;
  return String(tabellen.hulpvraag?.find((one) => one.nr === nr)?.referentie ?? nr);
}

/** Counts, codes and dates under their names. */
function closedWords(codes: Codes, waarde: unknown): string {
  if (waarde === null) return "";
  if (typeof waarde === "boolean") return uncapital(yesNo(waarde));
  if (typeof waarde === "string") return isDay.test(waarde) ? dayWords(waarde) : inSentence(codes, waarde);
  if (Array.isArray(waarde)) return waarde.map((one) => closedWords(codes, one)).join(", ");
  if (typeof waarde !== "object") return String(waarde);
  const parts = Object.entries(waarde).map(([key, value]) => [
    inSentence(codes, key),
    closedWords(codes, value),
  ]);
  return parts.flatMap(([key, said]) => (said ? [`${key}: ${said}`] : [])).join("; ");
}

function inSentence(codes: Codes, code: string): string {
  const word = typeof codes === "object" ? codes[code] : undefined;
  return word ?? code.replaceAll("_", " ");
}
const isDay = /^\d{4}-\d{2}-\d{2}$/;

function inTeams(inzage: Inzage): readonly BoekStuk[] {
  const found = [...parts(inzage, teams, () => true), ...inChannel(inzage)];
  if (found.length === 0) return [];
  return [
    prose(
      "Zorgronde bewaart niet wat er in een bericht stond, wel dat het er staat of stond. Een bericht laat zien wat in deze kopie staat, en niet meer dan die persoon mag weten.",
    ),
    ...found,
  ];
}

function inChannel({ kanaal }: Inzage): readonly BoekStuk[] {
  if (kanaal.length === 0) return [];
  return [
    stuk({
      kop: "In het kanaal van het team",
      alineas: ["Het hele team kan dit lezen zolang het er staat. Er staat nooit een naam bij."],
      rijen: kanaal.map((one, index) => ({
        titel: `Regel ${index + 1}`,
        velden: [
          { label: "Geplaatst", waarde: momentWords(one.besloten_op) },
          { label: "Inhoud", waarde: capital(closedWords(kanaalWoorden, one.regel)) },
          ...line("Weggehaald", goneWords(one)),
        ],
      })),
    }),
  ];
}

function goneWords({ stand, weggehaald_op: op }: Inzage["kanaal"][number]): string | null {
  if (stand === "wordt_weggehaald") return "Nog niet: Zorgronde is ermee bezig.";
  return op === null ? null : momentWords(op);
}

function logParts(log: readonly LogRegel[]): readonly BoekStuk[] {
  const { wanneer, wie, wat, grond } = logWords.kolommen;
  const cells = (line: LogTekst) => [line.wanneer, line.wie, line.wat, line.grond];
  const more = new Set(log.map(({ referentie }) => referentie)).size > 1;
  const rijen = log.flatMap((regel) => {
    const line = logTekst(regel);
    return line ? [[...(more ? [regel.referentie] : []), ...cells(line)]] : [];
  });
  if (rijen.length === 0) return [];
  return [
    prose(...logWords.inleiding),
    ...listed("Wie iets heeft gezien", kijkersVan(log).map(viewerWords)),
    stuk({
      kop: "Alles, het eerste eerst",
      tabel: { kolommen: [...(more ? ["Hulpvraag"] : []), wanneer, wie, wat, grond], rijen },
    }),
  ];
}

function viewerWords({ wie, dagen, laatst, naam, wat }: Kijker): string {
  const seen = [...(naam ? ["de naam"] : []), ...(wat ? ["wat er is opgeschreven"] : [])];
  const last = laatst ? `, het laatst op ${formatDate(todayIn(laatst))}` : "";
  return `${wie ? wieWords(wie) : "Zorgronde"} zag ${join(seen)}, op ${count(dagen, "dag", "dagen")}${last}.`;
}

const rightWords: Readonly<Record<Inzage["verwerking"]["rechten"][number], string>> = {
  inzage: "Je mag opnieuw om een kopie vragen.",
  correctie: "Klopt er iets niet? Zeg het. De school past het aan of schrijft erbij wat er niet klopt.",
  verwijderen: "Je mag vragen om alles te wissen.",
  beperking:
    "Je mag vragen om iets een tijd niet te gebruiken. Bijvoorbeeld omdat je denkt dat het niet klopt.",
  overdracht: "Je mag vragen om deze gegevens als bestand voor een computer.",
  bezwaar: "Je mag bezwaar maken. Dan stopt het overleg.",
  toestemming_intrekken: "Je mag je toestemming altijd intrekken. Dan stopt het overleg meteen.",
  klacht: "Je mag een klacht indienen. Hieronder staat waar.",
};
const supervisor = "Autoriteit Persoonsgegevens, autoriteitpersoonsgegevens.nl";

function rights({ verwerking, contact, school }: Inzage): readonly BoekStuk[] {
  const { telefoon, klachtenregeling, functionarisGegevensbescherming: fg } = contact;
  return [
    stuk({
      alineas: [
        "Vraag het aan de intern begeleider van de school. Je krijgt binnen een maand antwoord. Het kost niets.",
      ],
      punten: verwerking.rechten.map((recht) => rightWords[recht]),
    }),
    stuk({
      kop: "Waar je terechtkunt",
      rijen: [
        {
          titel: school,
          velden: [
            ...line("Vragen", telefoon),
            { label: "Klacht", waarde: klachtenregeling ?? "Vraag de school naar haar klachtenregeling." },
            ...line("Functionaris gegevensbescherming", fg),
            { label: "Toezicht op privacy", waarde: supervisor },
          ],
        },
      ],
    }),
  ];
}
