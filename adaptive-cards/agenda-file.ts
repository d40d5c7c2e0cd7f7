/** The words in a calendar: the same for every round, so that a calendar tells nothing. */
import type { Plaats } from "#domain/code.ts";
import { plaatsLabel } from "./word.ts";

export const calendarWords = {
  onderwerp: "Overlegronde School Zorg Team",
  agenda: "Overlegrondes School Zorg Team",
  uitleg: "De agenda staat in Teams, in de chat met Zorgronde.",
} as const;

/** Always this name, whatever is in it. */
export const calendarFileName = "overlegronde.ics";
export const feedFileName = "overlegrondes.ics";

export function calendarPlace(plaats: Plaats): string {
  return plaatsLabel[plaats];
}
