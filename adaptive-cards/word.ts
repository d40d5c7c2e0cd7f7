/**
 * The Dutch words of the closed lists, and of dates and times. Each list is a record over its codes, so a new code
 * without a word does not compile. Labels stand alone (in a menu or after a colon); `functieNaam` stands in a sentence.
 */
import type {
  Aanwezigheid,
  Afsluitreden,
  AlGedaan,
  Besluit,
  Domein,
  Fase,
  Functie,
  Gezag,
  Giz,
  Grondslag,
  HulpvraagStatus,
  Komst,
  Leerjaar,
  Partij,
  Plaats,
  Regio,
  Sector,
  Urgentie,
} from "#domain/code.ts";
import type { Tone } from "./card.ts";

/** In a sentence: "de schoolmaatschappelijk werker". */
export const functieNaam: Record<Functie, string> = {
  ib: "intern begeleider",
  coo: "ondersteuningscoördinator",
  smw: "schoolmaatschappelijk werker",
  wijkteam: "wijkteammedewerker op school",
  scp: "PPO-contactpersoon",
  bpo: "begeleider passend onderwijs",
  orthopedagoog: "orthopedagoog",
  jeugdverpleegkundige: "jeugdverpleegkundige",
  jeugdarts: "jeugdarts",
  leerplicht: "leerplichtambtenaar",
  politie: "wijkagent",
  overig: "andere deskundige",
  directeur: "directeur",
  bestuurder: "bestuurder",
  beheerder: "beheerder van Zorgronde",
};

/** For narrow places: a row, a column, a button. */
export const functieKort: Record<Functie, string> = {
  ib: "IB",
  coo: "COO",
  smw: "SMW",
  wijkteam: "Wijkteam",
  scp: "PPO",
  bpo: "BPO",
  orthopedagoog: "Orthopedagoog",
  jeugdverpleegkundige: "Jeugdverpleegkundige",
  jeugdarts: "Jeugdarts",
  leerplicht: "Leerplicht",
  politie: "Wijkagent",
  overig: "Anders",
  directeur: "Directeur",
  bestuurder: "Bestuurder",
  beheerder: "Beheerder",
};

export const statusLabel: Record<HulpvraagStatus, string> = {
  concept: "Concept",
  klaargezet: "Klaargezet",
  geagendeerd: "Op de agenda",
  besproken: "Besproken",
  in_uitvoering: "In uitvoering",
  afgesloten: "Afgesloten",
  ingetrokken: "Ingetrokken",
};

export const statusTone: Record<HulpvraagStatus, Tone> = {
  concept: "neutral",
  klaargezet: "info",
  geagendeerd: "info",
  besproken: "info",
  in_uitvoering: "good",
  afgesloten: "neutral",
  ingetrokken: "neutral",
};

export const domeinLabel: Record<Domein, string> = {
  leren: "Leren",
  gedrag: "Gedrag",
  sociaal_emotioneel: "Sociaal-emotioneel",
  thuissituatie: "Thuissituatie",
  opvoeding: "Opvoeding",
  verzuim: "Verzuim",
  gezondheid: "Gezondheid",
  armoede: "Armoede",
  veiligheid: "Veiligheid",
  overgang: "Overgang naar andere school of groep",
  overig: "Iets anders",
};

export const urgentieLabel: Record<Urgentie, string> = {
  gewoon: "Gewoon: volgende overlegronde",
  voorrang: "Voorrang: als eerste in de volgende ronde",
  niet_wachten: "Niet wachten: nu overleggen, ronde later",
};

export const gezagLabel: Record<Gezag, string> = {
  beide_ouders: "Beide ouders",
  een_ouder: "Eén ouder",
  ouder_en_niet_ouder: "Ouder samen met iemand die geen ouder is",
  gezamenlijke_voogdij: "Twee voogden samen",
  voogdij_instelling: "Voogd van een instelling",
  meerderjarig: "Leerling is 18 jaar of ouder",
  onbekend: "Nog niet bekend",
};

export const alGedaanLabel: Record<AlGedaan, string> = {
  gesprek_ouders: "Gesprek met ouders",
  aanpassing_in_klas: "Aanpassing in de klas",
  observatie: "Observatie",
  basisondersteuning_cjg: "Basisondersteuning door het CJG",
  basisondersteuning_smw: "Basisondersteuning door schoolmaatschappelijk werk",
  basisondersteuning_swv: "Basisondersteuning door het samenwerkingsverband",
  externe_hulp: "Hulp van buiten school",
  overig: "Iets anders",
};

export const faseLabel: Record<Fase, string> = {
  in_voorbereiding: "In voorbereiding",
  besproken: "Besproken",
  in_uitvoering: "In uitvoering",
  afgerond: "Afgerond",
};

export const besluitLabel: Record<Besluit, string> = {
  regierol_toewijzen: "Regierol toewijzen",
  doorzetten_loket: "Doorzetten naar het Loket",
  basisondersteuning: "Basisondersteuning is genoeg",
  meer_informatie: "Meer informatie nodig",
  doorlopen: "Huidige aanpak loopt door",
  afsluiten: "Afsluiten",
};

export const grondslagLabel: Record<Grondslag, string> = {
  schriftelijk: "Schriftelijke toestemming",
  instemming: "Geïnformeerd, geen bezwaar",
  anoniem: "Anoniem",
  uitzondering: "Besluit van de directeur",
};

export const partijLabel: Record<Partij, string> = {
  ouder1: "Ouder 1",
  ouder2: "Ouder 2",
  leerling: "Leerling",
  voogd: "Voogd of instelling",
  voogd2: "Tweede voogd of pleegouder",
};

export const gizLabel: Record<Giz, string> = {
  afgenomen: "Afgenomen",
  gepland: "Gepland",
  niet_nodig: "Niet nodig",
  geweigerd: "Ouders of leerling willen het niet",
};

export const afsluitredenLabel: Record<Afsluitreden, string> = {
  doel_bereikt: "Doel bereikt",
  deels: "Doel deels bereikt",
  niet: "Doel niet bereikt",
  weet_ik_niet: "Weet ik niet",
  verhuisd: "Verhuisd",
  andere_school: "Naar een andere school",
  ingetrokken: "Ingetrokken",
  basisondersteuning: "Verder met basisondersteuning",
};

export const aanwezigheidLabel: Record<Aanwezigheid, string> = {
  in_de_kamer: "In de kamer",
  online: "Online",
  afwezig: "Afwezig",
  vervangen: "Vervangen door een collega",
};

export const komstLabel: Record<Komst, string> = {
  in_de_kamer: "Komt in de kamer",
  online: "Doet online mee",
  niet: "Kan niet",
};

export const plaatsLabel: Record<Plaats, string> = {
  op_school: "Op school",
  online: "Online",
  op_school_en_online: "Op school en online",
  wijkteam: "Bij het wijkteam",
  cjg: "Bij het CJG",
  swv: "Bij het samenwerkingsverband",
};

export const regioLabel: Record<Regio, string> = { N: "Noord", M: "Midden", Z: "Zuid" };

export const sectorLabel: Record<Sector, string> = { PO: "Primair onderwijs", VO: "Voortgezet onderwijs" };

export const leerjaarLabel: Record<Leerjaar, string> = {
  po_1: "groep 1",
  po_2: "groep 2",
  po_3: "groep 3",
  po_4: "groep 4",
  po_5: "groep 5",
  po_6: "groep 6",
  po_7: "groep 7",
  po_8: "groep 8",
  vo_1: "klas 1",
  vo_2: "klas 2",
  vo_3: "klas 3",
  vo_4: "klas 4",
  vo_5: "klas 5",
  vo_6: "klas 6",
};

const weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;
const months = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** maandag 7 december 2026 */
export function formatDate(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** ma 7 dec; for rows and tables, where the year is clear. */
export function formatDateShort(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]?.slice(0, 2)} ${date.day} ${formatMonthShort(date)}`;
}

/** dec */
export function formatMonthShort({ month }: { readonly month: number }): string {
  return month === 3 ? "mrt" : (months[month - 1]?.slice(0, 3) ?? "");
}

/** december */
export function formatMonthName({ month }: { readonly month: number }): string {
  return months[month - 1] ?? "";
}

/** december 2026 */
export function formatMonth(month: Temporal.PlainYearMonth): string {
  return `${months[month.month - 1]} ${month.year}`;
}

const nearby: Record<string, string> = { "-1": "gisteren", "0": "vandaag", "1": "morgen", "2": "overmorgen" };

/** vandaag, morgen … and the full date from there. */
export function formatDay(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return nearby[String(today.until(date, { largestUnit: "days" }).days)] ?? formatDate(date);
}

/** 09:05 */
export function formatTime(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: "minute" });
}

/** 10:30 tot 12:00 uur */
export function formatTimes(from: Temporal.PlainTime, until: Temporal.PlainTime): string {
  return `${formatTime(from)} tot ${formatTime(until)} uur`;
}

/** a, b en c */
export function join(parts: readonly string[], word: "en" | "of" = "en"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** 1 actie, 2 acties */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** For a label at the start of a line or sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As part of a sentence; what is written in capitals (GIZ) stays so. */
export function uncapital(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Leren, gedrag en sociaal-emotioneel: a capital only at the start. */
export function domeinWords(domeinen: readonly Domein[]): string {
  return capital(join(domeinen.map((domein) => domeinLabel[domein].toLowerCase())));
}
