/** Ways to discuss besides the consent of those who decide. A noun that offers one puts its button here. */
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { uitzonderingKnop } from "./uitzondering-vraag.ts";

export interface Weg {
  readonly titel: string;
  /** What it means and what it needs, in one plain sentence. */
  readonly uitleg: string;
  /** Null while there is nothing to press: how it is done is then in the sentence. The verb opens a dialog. */
  readonly knop: { readonly title: string; readonly verb: string } | null;
  /** Whether it is offered now. */
  readonly kan: (gezien: ToestemmingGezien) => boolean;
}

export const andereWegen: readonly Weg[] = [
  {
    titel: "Vraag zonder naam (adviesvraag)",
    uitleg:
      "Je vraagt het kernteam om advies zonder te zeggen om wie het gaat. Daarvoor is niets nodig. Typ in onze chat: adviesvraag.",
    knop: null,
    kan: () => true,
  },
  {
    titel: "Besluit van de directeur",
    uitleg:
      "Alleen als vragen het kind in gevaar brengt. De directeur besluit, met een reden, voor één keer.",
    knop: uitzonderingKnop,
    kan: ({ stand }) => !stand.geldig || stand.grondslag === "uitzondering",
  },
];
