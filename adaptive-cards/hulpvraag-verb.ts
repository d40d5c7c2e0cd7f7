/** Verbs of the card of a hulpvraag; also on cards that point to it. */
export const hulpvraagVerb = {
  meer: "open-meer",
  /** Puts the card below in the chat. */
  toon: "show-hulpvraag",
  klaarzetten: "klaarzetten",
  vraagIntrekken: "ask-intrekken",
  intrekken: "intrekken",
} as const;

export const toestemmingVerb = {
  /** The overview: how it stands, and every way on from there. */
  open: "open-toestemming",
  schriftelijk: "open-schriftelijk",
  opslaan: "save-toestemming",
  /** Takes what was found out of where a form lies. */
  vervang: "replace-toestemming",
  vraagGezag: "ask-gezag",
  gezag: "save-gezag",
  vraagInstemming: "ask-instemming",
  instemming: "save-instemming",
  vraagUitbreiden: "ask-uitbreiding",
  uitbreiden: "save-uitbreiding",
  vervangUitbreiding: "replace-uitbreiding",
  vraagIntrekken: "ask-toestemming-intrekken",
  intrekken: "intrekken-toestemming",
} as const;
