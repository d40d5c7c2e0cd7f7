/** Verbs around a decision of the directeur: on the card of the request, in its dialogs, and on cards with tasks. */
export const uitzonderingVerb = {
  /** About a hulpvraag: asks, or says why it cannot be asked. */
  vraag: "uitzondering.vraag",
  vraagOpslaan: "uitzondering.vraag-opslaan",
  vraagVervang: "uitzondering.vraag-vervang",
  /** About a request. */
  besluit: "uitzondering.besluit",
  besluitOpslaan: "uitzondering.besluit-opslaan",
  besluitVervang: "uitzondering.besluit-vervang",
  vraagTerug: "uitzondering.vraag-terug",
  terug: "uitzondering.terug",
  vraagIntrekken: "uitzondering.vraag-intrekken",
  intrekken: "uitzondering.intrekken",
  /** About a hulpvraag again: what the ib records afterwards. */
  verslag: "uitzondering.verslag",
  verslagOpslaan: "uitzondering.verslag-opslaan",
  verslagVervang: "uitzondering.verslag-vervang",
  ouders: "uitzondering.ouders",
  oudersOpslaan: "uitzondering.ouders-opslaan",
} as const;
