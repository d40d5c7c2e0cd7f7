/** Erasing at somebody's request: who asks, who confirms, and what holds it up (AVG art. 17). */
import type { Bewaarreden } from "./bewaartermijn.ts";
import { type HulpvraagStatus, schoolFuncties } from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { isLopend } from "./hulpvraag.ts";
import type { Verzoeker } from "./rechten.ts";
import { activeOn, ofSchool } from "./relatie.ts";
import { addSchoolweken, type SchoolCalendar } from "./schooldag.ts";

/** Why, when a person asks; only the first has somebody who asked for it. */
export const wisredenen = [
  "verzoek",
  "niet_meer_nodig",
  "onterecht_vastgelegd",
  "verkeerde_leerling",
] as const;
export type Wisreden = (typeof wisredenen)[number];

/** Why the second person says no. */
export const wisWeigerredenen = [
  "nog_nodig_voor_zorg",
  "niet_van_de_juiste_persoon",
  "loopt_onderzoek_of_klacht",
  "anders_overleg",
] as const;
export type WisWeigerreden = (typeof wisWeigerredenen)[number];

export const wissingStatussen = [
  "gevraagd",
  "bevestigd",
  "geweigerd",
  "ingetrokken",
  "verlopen",
  "tegengehouden",
  "gewist",
  "klaar",
] as const;
export type WissingStatus = (typeof wissingStatussen)[number];

export type WisBezwaar =
  /** First withdraw or close it: who works on it must hear that it stops. */
  | { readonly kind: "loopt"; readonly referenties: readonly string[] }
  | { readonly kind: "bewaring"; readonly reden: Bewaarreden; readonly tot: Temporal.PlainDate };

/** Who asks hears within a month (AVG art. 12 lid 3), whatever the school decides; null where nobody outside asked. */
export function antwoordVoor(
  { reden }: { readonly reden: string },
  gevraagdOp: Temporal.PlainDate,
): Temporal.PlainDate | null {
  return reden === "verzoek" ? gevraagdOp.add({ months: 1 }) : null;
}

/** A schoolweek before it lapses, or before the answer is due when a holiday puts that first: who asked can still call. */
export function waarschuwdag(
  {
    uiterlijk,
    antwoord,
  }: { readonly uiterlijk: Temporal.PlainDate; readonly antwoord: Temporal.PlainDate | null },
  cal: SchoolCalendar,
): Temporal.PlainDate {
  const first = antwoord && Temporal.PlainDate.compare(antwoord, uiterlijk) < 0 ? antwoord : uiterlijk;
  return addSchoolweken(first, -1, cal);
}

/** What holds an erasure up now; null when nothing does. */
export function wisBezwaar(
  hulpvragen: readonly { readonly referentie: string; readonly status: HulpvraagStatus }[],
  bewaring: { readonly reden: Bewaarreden; readonly tot: Temporal.PlainDate } | null,
  today: Temporal.PlainDate,
): WisBezwaar | null {
  const running = hulpvragen.filter(({ status }) => isLopend(status));
  if (running.length > 0)
    return { kind: "loopt", referenties: running.map(({ referentie }) => referentie).toSorted() };
  const held = bewaring !== null && Temporal.PlainDate.compare(today, bewaring.tot) <= 0;
  return held ? { kind: "bewaring", ...bewaring } : null;
}

/**
 * Who can be the second person: another ib or coo of the school, who knows the work; or its directeur, who answers for it
 * and sees nothing of the case. Never who asks.
 */
export function tweedePersonen(
  { team, schoolId }: Pick<Dossier, "team" | "schoolId">,
  asker: string,
  today: Temporal.PlainDate,
): readonly TeamlidFeit[] {
  const can = ofSchool(team, schoolId).filter(
    (lid) =>
      activeOn(lid, today) &&
      lid.persoonId !== asker &&
      schoolFuncties.some((functie) => functie === lid.functie),
  );
  return can.filter((lid, index) => can.findIndex(({ persoonId }) => persoonId === lid.persoonId) === index);
}

/** One erasure as those two see it. Nothing of the case is in it but, for an ib, its numbers. */
export interface WissingGezien {
  readonly id: string;
  readonly versie: number;
  readonly nummer: string;
  readonly school: string;
  readonly status: WissingStatus;
  readonly reden: Wisreden;
  readonly van: readonly Verzoeker[];
  readonly vrager: string;
  readonly tweede: string;
  readonly gevraagdOp: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
  /** The last day to answer who asked for it; null where nobody outside the school did. */
  readonly antwoordVoor: Temporal.PlainDate | null;
  readonly tegen: "loopt" | "bewaring" | null;
  /** Null for what was refused before a reason was asked. */
  readonly weigerreden: WisWeigerreden | null;
  readonly beantwoordOp: Temporal.PlainDate | null;
  readonly gewistOp: Temporal.PlainDate | null;
  readonly klaarOp: Temporal.PlainDate | null;
  /** Messages in Teams that still have to go or to be drawn anew, and those that cannot be reached now. */
  readonly over: { readonly berichten: number; readonly onbereikbaar: number };
  /** Numbers of the hulpvragen, for an ib or coo and only until they are gone. */
  readonly referenties: readonly string[];
  readonly ik: "vrager" | "tweede";
}
