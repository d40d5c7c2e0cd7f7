/** Whether everyone whose yes is needed gave it, so that it can be proven, and what is to be done about who did not. */
import { standVan } from "./consent-antwoord.ts";
import type { ConsentTaak } from "./consent-besluit.ts";
import { type ConsentFacts, type ConsentPartij, leerlingPartij } from "./consent-facts.ts";
import { happensByRonde } from "./consent-gebeurtenis.ts";
import { all, fails, holds, type Reden, type Toets, type Zaak } from "./consent-toets.ts";

/** A no is told in consent-nee.ts; here it only keeps the yes away. */
export function everyYes(zaak: Zaak): Toets {
  const { facts, wie } = zaak;
  const each = wie.vereist.map((partij) => yesOf(facts, partij));
  return all(
    ...each,
    renewed(
      zaak,
      each.every(({ ok }) => ok),
    ),
  );
}

/** The task for the one who decides when nobody has been asked yet. */
export function askingTask({ wie }: Pick<Zaak, "wie">): ConsentTaak {
  return wie.leerlingBeslist ? "VRAAG_TOESTEMMING_LEERLING" : "VRAAG_TOESTEMMING";
}

export function yesOf(facts: ConsentFacts, partij: ConsentPartij): Toets {
  const pupil = partij === leerlingPartij;
  const reden = (code: Reden["code"]): Reden => ({ code, partij });
  const { kind } = standVan(facts, partij);
  if (pupil && kind !== "nee" && livesOn(facts)) return holds();
  switch (kind) {
    case "ja":
      return holds();
    case "nee":
      return { ok: false, taken: [], redenen: [] };
    case "zonder_bewijs":
      return fails(reden("zonder_bewijs"), "BEWIJS_TOEVOEGEN");
    case "stil":
      return fails(reden("geen_reactie"), "HERINNER_REACTIE", ...(pupil ? pupilTask : []));
    case "niet_gevraagd":
      return pupil
        ? fails(reden("leerling_vereist"), ...pupilTask)
        : fails(reden("antwoord_ontbreekt"), "VRAAG_TOESTEMMING");
  }
}
const pupilTask: readonly ConsentTaak[] = ["VRAAG_TOESTEMMING_LEERLING"];

/** The pupil of 12 to 15 is heard: silence does not block. Who is asked for a yes, to treatment, is heard with that. */
export function heard({ facts, wie }: Zaak): Toets {
  const waiting = wie.gevraagd.includes(leerlingPartij) && !hasSpoken(facts, leerlingPartij);
  return waiting && !isHulp(facts) ? holds("GESPREK_LEERLING") : holds();
}

/** The start of treatment or jeugdhulp. */
export function isHulp({ vraag }: Pick<ConsentFacts, "vraag">): boolean {
  return vraag.doel === "start_jeugdhulp" || vraag.doel === "start_hulp_wgbo";
}

export function hasSpoken(facts: ConsentFacts, partij: ConsentPartij): boolean {
  const { kind } = standVan(facts, partij);
  return kind !== "niet_gevraagd" && kind !== "stil";
}

/** Where the samenwerkingsverband lets the yes of the parents go on after the sixteenth birthday. */
function livesOn(facts: ConsentFacts): boolean {
  const { leeftijden } = facts.leerling;
  if (facts.instelling.zestienJaar !== "blijft_gelden") return false;
  const { houders } = facts.gezag;
  const sixteen = leeftijden.length > 0 && leeftijden.every((age) => age >= 16);
  return sixteen && houders.length > 0 && houders.every((partij) => standVan(facts, partij).kind === "ja");
}

/** The parents said yes when they decided; since then the pupil does. */
function renewed({ facts, wie }: Zaak, complete: boolean): Toets {
  if (complete || !wie.isZestien || standVan(facts, leerlingPartij).kind === "nee") return holds();
  const parents = [...facts.gezag.houders, ...facts.antwoorden.map(({ partij }) => partij)].some(
    (partij) => partij !== leerlingPartij && standVan(facts, partij).kind === "ja",
  );
  const turned = happensByRonde(facts, "zestien_geworden").length > 0;
  return turned || (parents && wie.leerlingBeslist)
    ? fails("zestien_geworden", "HERNIEUW_TOESTEMMING")
    : holds();
}
