/** Verbs of the adviesvraag; also on cards that lead to one. */
export const adviesvraagVerb = {
  /** The list of those that stand, with the button to ask one. */
  lijst: "show-adviesvragen",
  toon: "show-adviesvraag",
  stel: "open-adviesvraag",
  /** From the card of a concept: the same form, filled with the question without the pupil. */
  uitHulpvraag: "open-als-adviesvraag",
  opslaan: "save-adviesvraag",
  vervang: "replace-adviesvraag",
  vraagAntwoord: "open-adviesantwoord",
  antwoord: "save-adviesantwoord",
  vervangAntwoord: "replace-adviesantwoord",
  /** At the table. */
  vraagUitkomst: "open-adviesuitkomst",
  uitkomst: "save-adviesuitkomst",
  vervangUitkomst: "replace-adviesuitkomst",
  vraagIntrekken: "ask-adviesvraag-intrekken",
  intrekken: "withdraw-adviesvraag",
  vraagWissen: "ask-adviesvraag-wissen",
  wissen: "erase-adviesvraag",
  vraagOpNaam: "ask-op-naam",
  opNaam: "go-op-naam",
} as const;
