/** How what was recorded stands at the moment of a copy: what was taken back holds no more, whatever its last day was. */
import { antwoordsoortSchema, type Grondslag, partijSchema } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import type { Inzage, RuweInzage, RuweRij } from "./inzage.ts";
import { decideDossierOn } from "./toestemming.ts";
import { lastAnswers } from "./toestemming-antwoord.ts";
import { staysInChannel } from "./vrijgave.ts";

/** On which ground it may be spoken of by name that day; null when it may not, or is over. */
export function grondslagOp(dossier: Dossier, day: Temporal.PlainDate): Exclude<Grondslag, "anoniem"> | null {
  const over = dossier.status === "afgesloten" || dossier.status === "ingetrokken";
  const { ok, grondslag } = decideDossierOn(dossier, day);
  return ok && !over ? grondslag : null;
}

/** Beside each toestemming: whether it holds that day, and when it was taken back or objected to. */
export function withStand(
  raw: RuweInzage,
  dossiers: ReadonlyMap<string, Dossier>,
  day: Temporal.PlainDate,
): RuweInzage {
  const antwoorden = raw.rijen.get("toestemming_antwoord") ?? [];
  const toestemming = (raw.rijen.get("toestemming") ?? []).map((rij) => {
    const own = antwoorden.filter((one) => one.toestemming_id === rij.id);
    return {
      ...rij,
      geldt_nu: holds(rij, dossiers.get(String(rij.hulpvraag_id)), day),
      ingetrokken_op: lastDay(own, "ingetrokken"),
      bezwaar_op: lastDay(own, "bezwaar"),
    };
  });
  return { ...raw, rijen: new Map([...raw.rijen, ["toestemming", toestemming]]) };
}

function holds(rij: RuweRij, dossier: Dossier | undefined, day: Temporal.PlainDate): boolean {
  return (
    dossier !== undefined && dossier.toestemming?.id === rij.id && grondslagOp(dossier, day) === rij.grondslag
  );
}

/** The day of a no that still is the last word of who said it. */
function lastDay(rijen: readonly RuweRij[], nee: "ingetrokken" | "bezwaar"): string | null {
  const said = rijen.map(({ partij, soort, op }) => ({
    partij: partijSchema.parse(partij),
    soort: antwoordsoortSchema.parse(soort),
    op: Temporal.PlainDate.from(String(op)),
  }));
  const days = lastAnswers(said).flatMap(({ soort, op }) => (soort === nee ? [op.toString()] : []));
  return days.toSorted().at(-1) ?? null;
}

export interface KanaalFeit {
  /** The first release without it after this one; null when there is none. */
  readonly zonderSinds: Temporal.Instant | null;
  /** Teams has that one, or a later one. */
  readonly gewijzigd: boolean;
}

export function regelStand(
  { zonderSinds, gewijzigd }: KanaalFeit,
  dossier: Dossier | undefined,
  day: Temporal.PlainDate,
): Inzage["kanaal"][number]["stand"] {
  if (zonderSinds !== null && gewijzigd) return "weggehaald";
  const stays = zonderSinds === null && dossier !== undefined && staysInChannel(dossier, day);
  return stays ? "staat_er" : "wordt_weggehaald";
}
