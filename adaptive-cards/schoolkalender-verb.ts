/** Verbs of the calendar of a school; the first one is also on the card of a year plan. */
export const schoolkalenderVerb = {
  /** About a school. */
  open: "open-schoolkalender",
  opslaan: "save-schoolkalender",
} as const;
