/** Whose answer counts for a decision about consent (UAVG art. 5; 004 ch. 3; model.md §1). */
import { standVan } from "./consent-antwoord.ts";
import { type ConsentFacts, type ConsentGezag, type ConsentPartij, leerlingPartij } from "./consent-facts.ts";
import { happensByRonde } from "./consent-gebeurtenis.ts";

export interface Wie {
  /** Nothing holds without all of these. */
  readonly vereist: readonly ConsentPartij[];
  /** Must be heard; a no blocks, silence does not. */
  readonly gevraagd: readonly ConsentPartij[];
  /** Without all of these no treatment begins. */
  readonly vereistVoorHulp: readonly ConsentPartij[];
  /** The pupil is sixteen, or could be on that day. */
  readonly isZestien: boolean;
  /** The pupil decides alone. */
  readonly leerlingBeslist: boolean;
  /** It must be found out first who has gezag. */
  readonly eerstGezag: boolean;
}

/** Places, not kin, where the books name nobody. */
const places: Readonly<Record<ConsentGezag, readonly ConsentPartij[]>> = {
  beide_ouders: ["ouder1", "ouder2"],
  een_ouder: ["ouder1"],
  ouder_en_niet_ouder: ["ouder1", "partner"],
  // A voogd and his or her partner (004 ch. 3 Extra 1).
  gezamenlijke_voogdij: ["voogd", "partner"],
  voogdij_instelling: ["voogd"],
  meerderjarig: [],
  onbekend: [],
};

/** Of every age that is possible on that day the rules hold together: the stricter wins. */
export function wieBeslist(facts: ConsentFacts): Wie {
  const { wilsbekwaam } = facts.leerling;
  const ages = agesOf(facts);
  const decides = (age: number) => age >= 16 && wilsbekwaam;
  const self = ages.some(decides);
  const others = !ages.every(decides);
  const between = ages.some((age) => age >= 12 && age < 16) && wilsbekwaam;
  const pupilToo = between && facts.instelling.stemLeerling === "vereist";
  const pupil = self || pupilToo ? [leerlingPartij] : [];
  const holders = others ? holdersOf(facts) : [];
  const signing = signingOf(facts, holders);
  return {
    vereist: [...signing, ...pupil],
    gevraagd: [
      ...holders.filter((partij) => !signing.includes(partij)),
      ...(between && pupil.length === 0 ? [leerlingPartij] : []),
    ],
    // Treatment asks for the yes of a pupil of 12 to 15 too (WGBO, Jeugdwet 7.3.4), and of who holds that part of gezag.
    vereistVoorHulp: [
      ...new Set([
        ...signing,
        ...(others ? facts.gezag.deels : []),
        ...pupil,
        ...(between ? [leerlingPartij] : []),
      ]),
    ],
    isZestien: self,
    leerlingBeslist: self && !others,
    eerstGezag: others && !isGezagKnown(facts, holders),
  };
}

/** Not known: a child of whom the parents decide and who is heard, unless the books say that it is grown up. */
function agesOf(facts: ConsentFacts): readonly number[] {
  const { leeftijden } = facts.leerling;
  const known = leeftijden.length > 0 ? leeftijden : facts.gezag.soort === "meerderjarig" ? [18] : [12];
  return happensByRonde(facts, "zestien_geworden").length > 0 ? [...known, 16] : known;
}

function holdersOf({ gezag }: ConsentFacts): readonly ConsentPartij[] {
  const named = [...new Set(gezag.houders)].filter((partij) => partij !== leerlingPartij);
  return named.length > 0 ? named : places[gezag.soort];
}

/** An adult in the books whose age or state says that others decide: the books do not say who. */
function isGezagKnown({ gezag, leerling }: ConsentFacts, holders: readonly ConsentPartij[]): boolean {
  if (gezag.soort === "onbekend" || !gezag.gecontroleerd || holders.length === 0) return false;
  return gezag.soort !== "meerderjarig" || !leerling.wilsbekwaam;
}

/** One signature of two parents, where that is enough: of the one who gave it. */
function signingOf(facts: ConsentFacts, holders: readonly ConsentPartij[]): readonly ConsentPartij[] {
  const one = facts.instelling.handtekening === "een_volstaat" && facts.gezag.soort === "beide_ouders";
  if (!one || holders.length < 2) return holders;
  const signed = holders.find((partij) => standVan(facts, partij).kind === "ja") ?? holders[0];
  return holders.filter((partij) => partij === signed);
}
