/** Verbs of the report of a round; the first one also on the card of the round. */
export const verslagVerb = {
  /** Puts the card below in the chat. */
  toon: "show-verslag",
  pdf: "open-verslag-pdf",
  vraagWijziging: "open-wijziging",
  voorstellen: "save-wijziging",
  /** Take out what was found in the text; keep nothing yet. */
  vervang: "replace-wijziging",
  bekijk: "open-wijziging-antwoord",
  beantwoorden: "save-wijziging-antwoord",
  vaststellen: "settle-verslag",
} as const;
