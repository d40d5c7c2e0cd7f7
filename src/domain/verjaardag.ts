/**
 * A birthday that ends a ground which holds today: at sixteen the pupil decides, at twelve where a samenwerkingsverband
 * wants the yes of the pupil too. It is known beforehand, so the ib hears of it while there is time to ask.
 */
import { schoolYearEnd } from "./schooljaar.ts";
import { type ConsentDossier, consentBasisOf, decideDossierOn, type Missing } from "./toestemming.ts";

export interface Verjaardag {
  readonly leeftijd: (typeof leeftijden)[number];
  /** The first of the month: the day of birth is not known. */
  readonly vanaf: Temporal.PlainDate;
  /** Who was told and not asked, is told again. */
  readonly grondslag: "schriftelijk" | "instemming";
}
const leeftijden = [12, 16] as const;

/** Null where the ground goes on, or where something else ended it before. */
export function birthdayBefore(
  dossier: ConsentDossier,
  today: Temporal.PlainDate,
  day: Temporal.PlainDate,
): Verjaardag | null {
  const basis = consentBasisOf(dossier);
  const { ok, grondslag } = decideDossierOn(dossier, today);
  if (!basis || !ok || !grondslag || grondslag === "uitzondering") return null;
  for (const leeftijd of leeftijden) {
    const vanaf = basis.geboortemaand.add({ years: leeftijd }).toPlainDate({ day: 1 });
    const comes = Temporal.PlainDate.compare(today, vanaf) < 0 && Temporal.PlainDate.compare(vanaf, day) <= 0;
    if (!comes || !decideDossierOn(dossier, vanaf.subtract({ days: 1 })).ok) continue;
    if (!decideDossierOn(dossier, vanaf).ok) return { leeftijd, vanaf, grondslag };
  }
  return null;
}

/** As far ahead as anything can be planned on what was said: a toestemming holds no longer. */
export function birthdayThisYear(dossier: ConsentDossier, today: Temporal.PlainDate): Verjaardag | null {
  return birthdayBefore(dossier, today, schoolYearEnd(today));
}

/** Why it cannot be discussed today or on that day; empty when it can. A birthday in between is named as what it is. */
export function missingBetween(
  dossier: ConsentDossier,
  today: Temporal.PlainDate,
  day: Temporal.PlainDate,
): readonly Missing[] {
  const now = decideDossierOn(dossier, today).missing;
  if (now.length > 0) return now;
  const then = decideDossierOn(dossier, day).missing;
  const birthday = then.length > 0 ? birthdayBefore(dossier, today, day) : null;
  return birthday ? [{ code: "verjaardag", ...birthday }, ...then.filter((one) => !isOfPupil(one))] : then;
}

/** Said by the birthday already. */
function isOfPupil(missing: Missing): boolean {
  switch (missing.code) {
    case "geen_grondslag":
      return true;
    case "niet_geinformeerd":
      return missing.partijen.every((partij) => partij === "leerling");
    case "toestemming_ontbreekt":
      return missing.partij === "leerling";
    default:
      return false;
  }
}
