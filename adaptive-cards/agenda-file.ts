/** The words in a calendar. Which school it is tells nothing of a child; nothing else of a round stands in them. */
import type { Plaats } from "#domain/code.ts";
import { join, plaatsLabel } from "./word.ts";

export const calendarWords = {
  agenda: "Overlegrondes School Zorg Team",
  afzender: "Zorgronde",
  uitleg: "De agenda staat in Teams, in de chat met Zorgronde.",
} as const;

/** Who comes to rounds of several schools tells them apart by this. */
export function calendarTitle(scholen: readonly string[]): string {
  return scholen.length === 0 ? "Overlegronde School Zorg Team" : `Overlegronde ${join(scholen)}`;
}

/** Always this name, whatever is in it. */
export const calendarFileName = "overlegronde.ics";
export const feedFileName = "overlegrondes.ics";

export function calendarPlace(plaats: Plaats): string {
  return plaatsLabel[plaats];
}
