/** Verbs of the card of a hulpvraag; also on cards that point to it. */
export const hulpvraagVerb = {
  /** Puts the card below in the chat. */
  toon: "show-hulpvraag",
  klaarzetten: "klaarzetten",
  vraagIntrekken: "ask-intrekken",
  intrekken: "intrekken",
} as const;

export const toestemmingVerb = {
  open: "open-toestemming",
  gezag: "save-gezag",
  opslaan: "save-toestemming",
  vraagIntrekken: "ask-toestemming-intrekken",
  intrekken: "intrekken-toestemming",
} as const;
