/** What a regierol, treatment or a hand-over asks for beyond the discussion, and what follows a discussion. */
import { standVan } from "./consent-antwoord.ts";
import type { ConsentBesluit, ConsentTaak } from "./consent-besluit.ts";
import { leerlingPartij } from "./consent-facts.ts";
import { happened } from "./consent-gebeurtenis.ts";
import { hasSpoken, isHulp, yesOf } from "./consent-ja.ts";
import { isTableNamed, kringOf } from "./consent-tafel.ts";
import type { Zaak } from "./consent-toets.ts";
import type { Weg } from "./consent-weg.ts";

export interface Afloop {
  readonly weg: Weg;
  readonly ok: boolean;
  readonly regierol: ConsentBesluit["regierol"];
}

export function isVerstrekking({ facts }: Pick<Zaak, "facts">): boolean {
  const { doel } = facts.vraag;
  return doel === "verstrekking_extern" || doel === "verstrekking_jeugdbeschermer";
}

/** The discussion stands on its own ground; what comes after it needs its own. */
export function followUps(zaak: Zaak, afloop: Afloop): readonly ConsentTaak[] {
  return [
    ...(isHulp(zaak.facts) ? helpTasks(zaak, afloop) : []),
    ...regierolTask(zaak, afloop),
    ...handOverTask(zaak, afloop),
  ];
}

function helpTasks({ facts, wie }: Zaak, { weg, ok }: Afloop): readonly ConsentTaak[] {
  const named = weg === "schriftelijk" || weg === "instemming";
  const complete =
    ok && named && wie.vereistVoorHulp.every((partij) => standVan(facts, partij).kind === "ja");
  if (complete) return [];
  // The others are told about by the ground; these are asked because treatment is to begin.
  const own = wie.vereistVoorHulp.filter(
    (partij) => partij === leerlingPartij || facts.gezag.deels.includes(partij),
  );
  return ["VRAAG_TOESTEMMING_HULP", ...(named ? own.flatMap((partij) => yesOf(facts, partij).taken) : [])];
}

function regierolTask({ facts, wie }: Zaak, { weg, ok, regierol }: Afloop): readonly ConsentTaak[] {
  const task: readonly ConsentTaak[] = ["VRAAG_TOESTEMMING_REGIEROL"];
  if (regierol === "na_toestemming" && weg === "instemming" && facts.vraag.doel === "toewijzen_regierol")
    return [...task, ...wie.vereist.flatMap((partij) => answered(yesOf(facts, partij).taken))];
  if (regierol === "na_toestemming") return task;
  if (facts.vraag.doel !== "toewijzen_regierol" || regierol === "toewijsbaar") return [];
  if (ok) return task;
  const stands = wie.vereist.map((partij) => standVan(facts, partij).kind);
  const open = stands.some((kind) => kind !== "ja") && !stands.includes("nee");
  return open && (weg === "schriftelijk" || weg === "geen") ? task : [];
}

/** Asked for the regierol already, with an answer that is not enough or not there. */
function answered(taken: readonly ConsentTaak[]): readonly ConsentTaak[] {
  return taken.filter((code) => code === "BEWIJS_TOEVOEGEN" || code === "HERINNER_REACTIE");
}

/** By name to others than was agreed, or after a question without a name (004, optie 3). */
function handOverTask(zaak: Zaak, { weg, ok }: Afloop): readonly ConsentTaak[] {
  const { facts } = zaak;
  const byName = isVerstrekking(zaak) || isHulp(facts) || facts.vraag.doel === "toewijzen_regierol";
  if (weg === "anoniem") return byName ? ["VRAAG_TOESTEMMING_VERVOLG"] : [];
  if (!isVerstrekking(zaak) || weg === "jeugdbeschermer") return [];
  const agreed = ok && weg === "schriftelijk" && isTableNamed(facts, kringOf(facts));
  return agreed ? [] : ["VRAAG_TOESTEMMING_VERVOLG"];
}

/** Who must hear what was said (domain.md §2.6); of a pupil of sixteen the parents hear it only when the pupil agrees. */
export function feedback({ facts, wie }: Zaak, { weg, ok }: Afloop): readonly ConsentTaak[] {
  const byName = ok && (weg === "schriftelijk" || weg === "instemming" || weg === "jeugdbeschermer");
  return [
    ...(byName && !wie.leerlingBeslist ? (["TERUGKOPPEL_OUDERS"] as const) : []),
    ...((byName || (ok && weg === "uitzondering")) && wie.isZestien
      ? (["TERUGKOPPEL_LEERLING"] as const)
      : []),
    ...(keepsFromParents({ facts, wie }) ? (["GEEN_BERICHT_AAN_OUDERS"] as const) : []),
  ];
}

/** Said so, or a no to what a parent asks to see (004 ch. 3 Extra 1). */
function keepsFromParents({ facts, wie }: Pick<Zaak, "facts" | "wie">): boolean {
  if (!wie.leerlingBeslist) return false;
  const no = facts.vraag.doel === "inzage" && standVan(facts, leerlingPartij).kind === "nee";
  return no || happened(facts, "ouders_niet_informeren");
}

/** Whose answer is still to come. */
export function stillToAsk({ facts, wie }: Zaak, { weg }: Afloop): readonly string[] {
  const asks = weg === "schriftelijk" || weg === "instemming" || weg === "geen";
  if (!asks) return [];
  const required = weg === "instemming" ? [] : wie.vereist.filter((partij) => !yesOf(facts, partij).ok);
  return [
    ...required.filter((partij) => standVan(facts, partij).kind !== "nee"),
    ...wie.gevraagd.filter((partij) => !hasSpoken(facts, partij)),
  ];
}
