/** Verbs about a hulpvraag that stands still; going on is asked on its card, and among what can be arranged. */
export const pauzeVerb = {
  vraag: "open-pauze",
  opslaan: "save-pauze",
  verder: "end-pauze",
  stoppen: "stop-pauze",
} as const;
