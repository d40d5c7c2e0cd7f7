/** The regierol on the card of a hulpvraag. */
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { Action, Stamp } from "./button.ts";
import { type Element, section } from "./card.ts";
import { paragraph } from "./text.ts";

export function regierolSections({ regierol }: HulpvraagGezien): Element[] {
  return regierol ? [section("Regierol", paragraph(regierol.vanMij ? "Jij hebt de regierol." : regierol.houder))] : [];
}

export function regierolActions(_gezien: HulpvraagGezien, _token: Stamp): Action[] {
  return [];
}
