/** Whose answer counts, and what each of them answered last (UAVG art. 5; 004 ch. 3; model.md §1). */
import {
  type ConsentAntwoord,
  type ConsentFacts,
  type ConsentGezag,
  type ConsentPartij,
  leerlingPartij,
} from "./consent-facts.ts";

export interface Wie {
  /** Nothing holds without all of these. */
  readonly vereist: readonly ConsentPartij[];
  /** Must be heard; a no blocks, silence does not. */
  readonly gevraagd: readonly ConsentPartij[];
  /** The pupil decides alone, or with others. */
  readonly leerlingBeslist: boolean;
  /** It must be found out first who has gezag. */
  readonly eerstGezag: boolean;
}

/** Places, not kin, where the books name nobody. */
const plaatsen: Record<ConsentGezag, readonly ConsentPartij[]> = {
  beide_ouders: ["ouder1", "ouder2"],
  een_ouder: ["ouder1"],
  ouder_en_niet_ouder: ["ouder1", "partner"],
  gezamenlijke_voogdij: ["voogd", "voogd2"],
  voogdij_instelling: ["voogd"],
  meerderjarig: [],
  onbekend: [],
};

/** Treatment asks for the yes of a pupil of 12 to 15 too (WGBO, Jeugdwet 7.3.4). */
export function isHulp({ vraag }: ConsentFacts): boolean {
  return vraag.doel === "start_jeugdhulp" || vraag.doel === "start_hulp_wgbo";
}

/** Of every age that is possible today the rules hold together. Unknown age: as under twelve, and the pupil is heard. */
export function wieBeslist(facts: ConsentFacts): Wie {
  const { leeftijden, wilsbekwaam } = facts.leerling;
  const ages = leeftijden.length > 0 ? leeftijden : facts.gezag.soort === "meerderjarig" ? [18] : [12];
  const zelf = (age: number) => age >= 16 && wilsbekwaam;
  const self = ages.some(zelf);
  const others = !ages.every(zelf);
  const tussen = ages.some((age) => age >= 12 && age < 16) && wilsbekwaam;
  const dubbel = tussen && (facts.instelling.stemLeerling === "vereist" || isHulp(facts));
  const houders = houdersVan(facts);
  return {
    vereist: [...(others ? houders : []), ...(self || dubbel ? [leerlingPartij] : [])],
    gevraagd: tussen && !dubbel && !self ? [leerlingPartij] : [],
    leerlingBeslist: self && !others,
    eerstGezag: others && !gezagBekend(facts, houders),
  };
}

function houdersVan({ gezag }: ConsentFacts): readonly ConsentPartij[] {
  return gezag.houders.length > 0 ? [...new Set(gezag.houders)] : plaatsen[gezag.soort];
}

function gezagBekend({ gezag }: ConsentFacts, houders: readonly ConsentPartij[]): boolean {
  return gezag.soort !== "onbekend" && gezag.gecontroleerd && houders.length > 0;
}

const nee = new Set<ConsentAntwoord["soort"]>(["weigering", "bezwaar", "ingetrokken"]);

/** On paper, or by a service that knows who answered. A tick by the school, a talk or a bare mail proves nothing. */
export function bewezen({ vorm }: Pick<ConsentAntwoord, "vorm">): boolean {
  return vorm === "schriftelijk" || vorm === "digitaal_geverifieerd";
}

/** How one of them stands now. */
export type Stand =
  | { readonly kind: "ja"; readonly op: Temporal.PlainDateTime | null }
  | { readonly kind: "zonder_bewijs" | "stil" | "niet_gevraagd" }
  | {
      readonly kind: "nee";
      readonly soort: "weigering" | "bezwaar" | "ingetrokken";
      readonly op: Temporal.PlainDateTime | null;
    };

/**
 * A no counts in whatever form it came, and until a proven yes comes after it. A yes counts when it is proven; one that
 * is dated later than now does not count yet. The order in which answers are listed changes nothing.
 */
export function standVan(facts: ConsentFacts, partij: ConsentPartij): Stand {
  const own = alle(facts).filter((one) => one.partij === partij);
  const no = laatste(own.filter(({ soort }) => nee.has(soort)));
  const said = own.filter(({ soort, op }) => isJa(soort) && !inToekomst(op, facts.nu));
  const yes = laatste(said.filter(bewezen));
  if (no && !(yes && isAfter(yes, no))) {
    return { kind: "nee", soort: no.soort as "weigering" | "bezwaar" | "ingetrokken", op: no.op };
  }
  if (yes) return { kind: "ja", op: yes.op };
  if (said.length > 0) return { kind: "zonder_bewijs" };
  return { kind: own.some(({ soort }) => soort === "geen_reactie") ? "stil" : "niet_gevraagd" };
}

/** Everyone who said anything. */
export function partijen(facts: ConsentFacts): readonly ConsentPartij[] {
  return [...new Set(alle(facts).map(({ partij }) => partij))];
}

const isJa = (soort: ConsentAntwoord["soort"]) => soort === "toestemming" || soort === "akkoord";
const inToekomst = (op: Temporal.PlainDateTime | null, nu: Temporal.PlainDateTime) =>
  op !== null && Temporal.PlainDateTime.compare(op, nu) > 0;

/** Events that take something back are answers too. */
function alle({ antwoorden, gebeurtenissen }: ConsentFacts): readonly ConsentAntwoord[] {
  const kinds = { intrekking: "ingetrokken", bezwaar: "bezwaar", weigering: "weigering" } as const;
  const events = gebeurtenissen.flatMap(({ soort, partij, op }): ConsentAntwoord[] =>
    partij && (soort === "intrekking" || soort === "bezwaar" || soort === "weigering")
      ? [{ partij, soort: kinds[soort], vorm: null, op }]
      : [],
  );
  return [...antwoorden, ...events];
}

/** The last one; of a no without a date nobody knows that something came after it. */
function laatste(answers: readonly ConsentAntwoord[]): ConsentAntwoord | undefined {
  return answers.find(({ op }) => op === null) ?? answers.toSorted(byMoment).at(-1);
}

function byMoment(one: ConsentAntwoord, other: ConsentAntwoord): number {
  return one.op && other.op ? Temporal.PlainDateTime.compare(one.op, other.op) : 0;
}

/** On one moment the no counts. */
function isAfter(yes: ConsentAntwoord, no: ConsentAntwoord): boolean {
  return yes.op !== null && no.op !== null && Temporal.PlainDateTime.compare(yes.op, no.op) > 0;
}
