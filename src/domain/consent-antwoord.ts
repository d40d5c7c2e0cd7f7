/** What each of them answered last: in what form, and whether it still counts. */
import {
  antwoordsoortenConsent,
  type ConsentAntwoord,
  type ConsentFacts,
  type ConsentPartij,
} from "./consent-facts.ts";
import { isLater } from "./consent-gebeurtenis.ts";

/** How one of them stands now. */
export type Stand =
  | { readonly kind: "ja"; readonly op: Temporal.PlainDateTime | null }
  | { readonly kind: "zonder_bewijs" | "stil" | "niet_gevraagd" }
  | Nee;
export interface Nee {
  readonly kind: "nee";
  readonly soort: Neesoort;
  readonly op: Temporal.PlainDateTime | null;
  /** A yes came after it that nothing proves: it stays a no. */
  readonly daarnaJa: boolean;
}
type Neesoort = "weigering" | "bezwaar" | "ingetrokken";

/**
 * A no counts in whatever form it came, and until a proven yes comes after it. A yes counts when it is proven, and was
 * given by now and before the round (004 ch. 1 par. 8: beforehand). The order in which answers are listed changes nothing.
 */
export function standVan(facts: ConsentFacts, partij: ConsentPartij): Stand {
  const own = allAnswers(facts).filter((one) => one.partij === partij);
  const no = lastOf(own.filter(({ soort }) => isNo(soort)));
  const said = own.filter(({ soort, op }) => isYes(soort) && isInTime(facts, op));
  const standing = said.filter((one) => no === undefined || isAfter(one, no));
  const yes = lastOf(standing.filter(isProven));
  if (yes) return { kind: "ja", op: yes.op };
  if (no) return { kind: "nee", soort: noOf(no.soort), op: no.op, daarnaJa: standing.length > 0 };
  if (said.length > 0) return { kind: "zonder_bewijs" };
  return { kind: own.some(({ soort }) => soort === "geen_reactie") ? "stil" : "niet_gevraagd" };
}

/** Everyone who said anything. */
export function whoSpoke(facts: ConsentFacts): readonly ConsentPartij[] {
  return [...new Set(allAnswers(facts).map(({ partij }) => partij))];
}

/** A no of which nobody wrote down whose it was: it counts as that of one who decides. */
export function noesOfNobody({ gebeurtenissen }: ConsentFacts): readonly Nee[] {
  return gebeurtenissen.flatMap(({ soort, partij, op }): Nee[] => {
    const no = noEvents.get(soort);
    return partij === null && no ? [{ kind: "nee", soort: no, op, daarnaJa: false }] : [];
  });
}

/** On paper, or by a service that knows who answered. A tick by the school, a talk or a bare mail proves nothing. */
function isProven({ vorm }: ConsentAntwoord): boolean {
  return vorm === "schriftelijk" || vorm === "digitaal_geverifieerd";
}

const isNo = (soort: ConsentAntwoord["soort"]) =>
  soort === "weigering" || soort === "bezwaar" || soort === "ingetrokken";
const isYes = (soort: ConsentAntwoord["soort"]) => soort === "toestemming" || soort === "akkoord";
const noOf = (soort: ConsentAntwoord["soort"]): Neesoort =>
  soort === "ingetrokken" || soort === "bezwaar" ? soort : "weigering";

/** For a discussion afterwards is too late; a regierol, help or a hand-over comes after the round. */
function isInTime({ nu, ronde, vraag }: ConsentFacts, op: Temporal.PlainDateTime | null): boolean {
  if (isLater(op, nu.toPlainDate())) return false;
  return vraag.doel !== "bespreking_szt" || ronde === null || !isLater(op, ronde.datum);
}

/** Events that take something back are answers too. */
const noEvents: ReadonlyMap<string, Neesoort> = new Map([
  ["intrekking", "ingetrokken"],
  ["bezwaar", "bezwaar"],
  ["weigering", "weigering"],
]);

function allAnswers({ antwoorden, gebeurtenissen }: ConsentFacts): readonly ConsentAntwoord[] {
  const events = gebeurtenissen.flatMap(({ soort, partij, op }): ConsentAntwoord[] => {
    const no = noEvents.get(soort);
    return partij !== null && no ? [{ partij, soort: no, vorm: null, op }] : [];
  });
  return [...antwoorden, ...events];
}

/** The last one; of one without a date nobody knows that another came after it. */
function lastOf(answers: readonly ConsentAntwoord[]): ConsentAntwoord | undefined {
  const undated = answers.filter(({ op }) => op === null);
  return (undated.length > 0 ? undated : answers).toSorted(byMoment).at(-1);
}

/** Of two at one moment the one that reaches furthest. */
function byMoment(one: ConsentAntwoord, other: ConsentAntwoord): number {
  const order = one.op && other.op ? Temporal.PlainDateTime.compare(one.op, other.op) : 0;
  return order || antwoordsoortenConsent.indexOf(one.soort) - antwoordsoortenConsent.indexOf(other.soort);
}

/** On one moment the no counts. */
function isAfter(yes: ConsentAntwoord, no: ConsentAntwoord): boolean {
  return yes.op !== null && no.op !== null && Temporal.PlainDateTime.compare(yes.op, no.op) > 0;
}
