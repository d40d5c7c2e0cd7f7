/** Said when something of ours broke. It never says what: the code is for the beheerder, who finds it in the log. */
import { type Card, card } from "./card.ts";
import { paragraph, smallPrint } from "./text.ts";

/** For answers that can only be one line, such as the error of a button. */
export const calmErrorText = "Er ging iets mis bij ons. Probeer het zo nog eens.";

/** @param code random code of this failure in the log, never anything about its content */
export function calmErrorCard({ code }: { code?: string } = {}): Card {
  return card({
    kind: "Storing",
    title: "Er ging iets mis bij ons",
    tone: "warning",
    body: [
      paragraph("Het ligt niet aan jou. Probeer het zo nog eens."),
      paragraph("Gaat het weer mis? Zeg het tegen je beheerder."),
      ...(code ? [smallPrint(`Code voor de beheerder: ${code}`)] : []),
    ],
    fallbackText: calmErrorText,
  });
}
