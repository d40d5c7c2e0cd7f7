/**
 * The regulatieve cyclus (003 block 3) as a guide beside an item: one question a step, and nothing to fill in. What must be
 * recorded is asked with the besluit.
 */
import type { PuntGezien } from "./ronde-view.ts";

export const cyclusStappen = ["vraag", "analyse", "plan", "wie_doet_wat", "evaluatie"] as const;
export type CyclusStap = (typeof cyclusStappen)[number];

export const cyclusVragen = [
  "vraag_school",
  "vraag_school_en_ouders",
  "analyse_samen",
  /** Partners tell no more than the outside. */
  "analyse_buitenkant",
  /** Only the circle that the directeur named. */
  "analyse_kring",
  "plan",
  "wie_met_regierol",
  /** No regierol without consent for it. */
  "wie_zonder_regierol",
  "evaluatie",
] as const;
export type CyclusVraag = (typeof cyclusVragen)[number];

/** The question of each step for this item; null for who may not read what it is about. */
export function cyclusOf({
  wat,
  bijdrage,
  kring,
}: Pick<PuntGezien, "wat" | "bijdrage" | "kring">): Readonly<Record<CyclusStap, CyclusVraag>> | null {
  if (!wat) return null;
  const analyse =
    kring !== null ? "analyse_kring" : bijdrage === "buitenkant" ? "analyse_buitenkant" : "analyse_samen";
  return {
    vraag: wat.oudersVraag ? "vraag_school_en_ouders" : "vraag_school",
    analyse,
    plan: "plan",
    wie_doet_wat: kring === null ? "wie_met_regierol" : "wie_zonder_regierol",
    evaluatie: "evaluatie",
  };
}
