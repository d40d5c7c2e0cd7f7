/** The life of one hulpvraag as one person may know it: what is done, what is due, what is late. Days and codes alone. */
import type { TermijnGezien } from "./hulpvraag-view.ts";

/** What happened once and is no term of anybody. */
export const mijlpalen = [
  "klaargezet",
  "besproken",
  "verteld",
  "akkoord",
  "regierol",
  "wachtlijst",
  "hulp_begonnen",
  "afgesloten",
] as const;
export type MijlpaalSoort = (typeof mijlpalen)[number];

export interface Mijlpaal {
  readonly soort: MijlpaalSoort;
  readonly op: Temporal.PlainDate;
}

export type TijdstapStand = "gedaan" | "te_laat" | "vandaag" | "straks" | "gepauzeerd";

export interface Tijdstap {
  /** A milestone, or a kind of term; a kind that is not known here is a term like any other. */
  readonly soort: string;
  readonly stand: TijdstapStand;
  /** When it was done, or by when it has to be; of what stands still the day that holds afterwards. */
  readonly op: Temporal.PlainDate;
  /** This person has to do it. */
  readonly vanMij: boolean;
}

export interface Tijdlijn {
  /** What was done longer ago, oldest first. */
  readonly eerder: readonly Tijdstap[];
  /** The last that was done, then what is late, then what comes; at most as many as a card can bear. */
  readonly nu: readonly Tijdstap[];
  /** Steps that come after those. */
  readonly later: number;
}

/** As many as fit a phone without a second screen of them. */
export const stappenMax = 8;
/** Of what is done, the newest: what came out of the last step tells where it stands. */
const gedaanMax = 2;

/** Terms that are told by a milestone as well, once they are done. */
const mijlpaalOf: Readonly<Record<string, MijlpaalSoort>> = {
  terugkoppeling_ouders: "verteld",
  akkoord_regierol: "akkoord",
  aanbod_regierol: "regierol",
  nieuw_aanbod: "regierol",
  afsluiting_bevestigen: "afgesloten",
};

const byDay = (one: Tijdstap, other: Tijdstap) => Temporal.PlainDate.compare(one.op, other.op);

export function tijdlijnOf(
  {
    termijnen,
    mijlpalen,
  }: { readonly termijnen: readonly TermijnGezien[]; readonly mijlpalen: readonly Mijlpaal[] },
  vandaag: Temporal.PlainDate,
): Tijdlijn {
  const done = [...mijlpalen.map(stapOf), ...lastDone(termijnen, mijlpalen)].toSorted(byDay);
  const open = termijnen
    .filter((term) => term.open && term.soort !== "actie")
    .map((term) => openStap(term, vandaag))
    .toSorted(byDay);
  const recent = done.slice(-gedaanMax);
  const shown = open.slice(0, stappenMax - recent.length);
  return {
    eerder: done.slice(0, done.length - recent.length),
    nu: [...recent, ...shown],
    later: open.length - shown.length,
  };
}

function stapOf({ soort, op }: Mijlpaal): Tijdstap {
  return { soort, stand: "gedaan", op, vanMij: false };
}

/** Of a kind that repeats itself the last one; nothing that a milestone says already. */
function lastDone(termijnen: readonly TermijnGezien[], mijlpalen: readonly Mijlpaal[]): readonly Tijdstap[] {
  const told = new Set(mijlpalen.map(({ soort }) => soort));
  const last = new Map<string, Tijdstap>();
  for (const { soort, open, klaarOp, vanMij } of termijnen) {
    const mijlpaal = mijlpaalOf[soort];
    if (open || klaarOp === null || soort === "actie" || (mijlpaal && told.has(mijlpaal))) continue;
    const before = last.get(soort);
    if (!before || Temporal.PlainDate.compare(before.op, klaarOp) <= 0)
      last.set(soort, { soort, stand: "gedaan", op: klaarOp, vanMij });
  }
  return [...last.values()];
}

function openStap(
  { soort, vervalt, vanMij, gepauzeerd }: TermijnGezien,
  vandaag: Temporal.PlainDate,
): Tijdstap {
  if (gepauzeerd) return { soort, stand: "gepauzeerd", op: vervalt, vanMij };
  const order = Temporal.PlainDate.compare(vervalt, vandaag);
  const stand = order < 0 ? "te_laat" : order === 0 ? "vandaag" : "straks";
  return { soort, stand, op: vervalt, vanMij };
}
