/** To who was taken off a round: the day and nothing of what is discussed there. */
import { openDialog, type Stamp } from "./button.ts";
import { type Card, card } from "./card.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { paragraph } from "./text.ts";
import { formatDate } from "./word.ts";

export const afmeldingSummary = "Je doet niet meer mee aan een overleg";

export function afmeldingCard({ datum }: { readonly datum: Temporal.PlainDate }, token: Stamp): Card {
  return card({
    kind: "Overlegronde",
    title: afmeldingSummary,
    lead: `Je doet niet meer mee aan het overleg van ${formatDate(datum)}.`,
    body: [
      paragraph(
        "Staat het nog in je agenda? Haal het daar weg met de knop. Een agenda-abonnement en een uitnodiging in Outlook doen dat zelf. Klopt het niet? Vraag het aan de intern begeleider.",
      ),
    ],
    actions: [openDialog({ title: "Haal uit mijn agenda", verb: rondeVerb.uitAgenda, token })],
    fallbackText: afmeldingSummary,
  });
}
