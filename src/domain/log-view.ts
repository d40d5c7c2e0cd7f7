/**
 * What parents and pupil can read of the log: who saw or did what, when and on which ground (AVG art. 15). People of
 * other organisations stand here by organisation and function, those of the school by function: the law gives a right
 * to know the recipients, not the names of those who work there (HvJ EU C-154/21 and C-579/21). docs/decisions/0024.
 */
import type { Functie, Grondslag } from "./code.ts";
import { readGebeurtenis, type ZaakGebeurtenis } from "./gebeurtenis.ts";
import { activeOn } from "./relatie.ts";
import { todayIn } from "./today.ts";

export interface Wie {
  /** Those of that day in the SZT of the case; none for who was no member of it then. */
  readonly functies: readonly Functie[];
  readonly organisatie: string | null;
  /** Tells apart people of one function and organisation; null when there is one. */
  readonly nummer: number | null;
}

export interface LogRegel {
  readonly referentie: string;
  /** Reading on one day is one line: from the first to the last time. */
  readonly van: Temporal.Instant;
  readonly tot: Temporal.Instant;
  readonly keer: number;
  /** Null: Zorgronde itself, by what was agreed. */
  readonly wie: Wie | null;
  /** Null: written by a version of Zorgronde that this one does not know. */
  readonly wat: ZaakGebeurtenis | null;
  /** To whom it was done, for what is done to somebody. */
  readonly aan: Wie | null;
  readonly grondslag: Grondslag | null;
}

/** A line as it was kept. */
export interface LogRij {
  readonly referentie: string;
  readonly op: Temporal.Instant;
  readonly persoonId: string | null;
  readonly soort: string;
  readonly grondslag: Grondslag | null;
  readonly gegevens: unknown;
}

/** One membership of the SZT of the case, past ones too. */
export interface LogLid {
  readonly persoonId: string;
  readonly functie: Functie;
  readonly organisatie: string | null;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate | null;
}

export function logRegelsVan(rijen: readonly LogRij[], leden: readonly LogLid[]): readonly LogRegel[] {
  const who = persons(leden);
  return bundled(rijen).map(({ rij, tot, keer, wat }) => ({
    referentie: rij.referentie,
    van: rij.op,
    tot,
    keer,
    wie: rij.persoonId === null ? null : who(rij.persoonId, rij.op),
    wat,
    aan:
      wat?.soort === "regierol_aangeboden" || wat?.soort === "regierol_waargenomen"
        ? who(wat.gegevens.aan, rij.op)
        : null,
    grondslag: rij.grondslag,
  }));
}

/** Who got to see a name or a text, by person; who only did something or had a card without either is not among them. */
export function lezersVan(rijen: readonly LogRij[]): ReadonlySet<string> {
  return new Set(
    rijen.flatMap(({ persoonId, soort, gegevens }) => {
      const wat = readGebeurtenis(soort, gegevens);
      const saw = wat?.soort === "gelezen" && (wat.gegevens.naam || wat.gegevens.wat);
      return saw && persoonId !== null ? [persoonId] : [];
    }),
  );
}

interface Bundle {
  readonly rij: LogRij;
  readonly tot: Temporal.Instant;
  readonly keer: number;
  readonly wat: ZaakGebeurtenis | null;
}

/** Rows in order of time; what one person saw of one case on one day becomes one, and keeps the place of the first. */
function bundled(rijen: readonly LogRij[]): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const [index, rij] of rijen.entries()) {
    const wat = readGebeurtenis(rij.soort, rij.gegevens);
    const key = wat?.soort === "gelezen" ? readingKey(rij, wat.gegevens.als) : `${index}`;
    const before = bundles.get(key);
    bundles.set(key, before ? together(before, rij, wat) : { rij, tot: rij.op, keer: 1, wat });
  }
  return [...bundles.values()];
}

function readingKey({ referentie, persoonId, op, grondslag }: LogRij, als: string | undefined): string {
  return JSON.stringify([referentie, persoonId, todayIn(op).toString(), grondslag, als ?? null]);
}

function together(before: Bundle, { op }: LogRij, wat: ZaakGebeurtenis | null): Bundle {
  if (before.wat?.soort !== "gelezen" || wat?.soort !== "gelezen")
    throw new Error("only readings are one line");
  const gegevens = {
    ...before.wat.gegevens,
    naam: before.wat.gegevens.naam || wat.gegevens.naam,
    wat: before.wat.gegevens.wat || wat.gegevens.wat,
  };
  return { ...before, tot: op, keer: before.keer + 1, wat: { soort: "gelezen", gegevens } };
}

/** Numbers follow the order in which people became a member, so that a later copy gives the same ones. */
function persons(leden: readonly LogLid[]): (persoonId: string, op: Temporal.Instant) => Wie {
  const kind = ({ functie, organisatie }: LogLid) => `${functie}/${organisatie ?? ""}`;
  const inOrder = leden.toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(one.van, other.van) || (one.persoonId < other.persoonId ? -1 : 1),
  );
  const alike = Map.groupBy(inOrder, kind);
  const nummerOf = (lid: LogLid): number | null => {
    const ids = [...new Set((alike.get(kind(lid)) ?? []).map(({ persoonId }) => persoonId))];
    return ids.length > 1 ? ids.indexOf(lid.persoonId) + 1 : null;
  };
  return (persoonId, op) => {
    const own = inOrder.filter((lid) => lid.persoonId === persoonId);
    const then = own.filter((lid) => activeOn(lid, todayIn(op)));
    const [first] = then;
    return {
      functies: [...new Set(then.map(({ functie }) => functie))],
      organisatie: (first ?? own[0])?.organisatie ?? null,
      nummer: first ? nummerOf(first) : null,
    };
  };
}

/** The log of one hulpvraag, for who answers to the parents. */
export interface LogGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly regels: readonly LogRegel[];
}

export interface Kijker {
  readonly wie: Wie | null;
  /** On how many days something was shown, and when last; null for who only did something. */
  readonly dagen: number;
  readonly laatst: Temporal.Instant | null;
  readonly naam: boolean;
  readonly wat: boolean;
}

/** Everybody who got to see something, the last one first. */
export function kijkersVan(regels: readonly LogRegel[]): readonly Kijker[] {
  const perWie = Map.groupBy(
    regels.filter(({ wat, wie }) => wat?.soort === "gelezen" && wie !== null),
    ({ wie }) => JSON.stringify(wie),
  );
  return [...perWie.values()]
    .map((own): Kijker => {
      const seen = own.flatMap(({ wat }) => (wat?.soort === "gelezen" ? [wat.gegevens] : []));
      const last =
        own
          .map(({ tot }) => tot)
          .toSorted(Temporal.Instant.compare)
          .at(-1) ?? null;
      return {
        wie: own[0]?.wie ?? null,
        dagen: new Set(own.map(({ van }) => todayIn(van).toString())).size,
        laatst: last,
        naam: seen.some(({ naam }) => naam),
        wat: seen.some(({ wat }) => wat),
      };
    })
    .toSorted((one, other) =>
      one.laatst && other.laatst ? Temporal.Instant.compare(other.laatst, one.laatst) : 0,
    );
}
