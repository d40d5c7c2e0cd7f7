/** Work that nobody has because somebody left: the number, what sort of work, and a button to give it on. */
import type { LosWerk } from "#domain/openwerk.ts";
import { overdrachtVerb, teamactieVerb } from "./actie-verb.ts";
import { execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, row } from "./card.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { fitted } from "./taken-row.ts";
import { paragraph, shorten, smallPrint } from "./text.ts";
import { capital, count, formatDate, formatDay } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const openwerkSummary = "Werk om over te dragen";

export function openwerkCard(
  { werk, vandaag }: { readonly werk: readonly LosWerk[]; readonly vandaag: Temporal.PlainDate },
  token: Stamp,
  lead?: string,
): Card {
  return fitted(werk.length, (most) =>
    card({
      kind: "Werk om over te dragen",
      title:
        werk.length === 0
          ? "Alles is overgedragen"
          : capital(count(werk.length, "stuk werk", "stukken werk")),
      ...(lead ? { lead } : {}),
      body: [
        ...(werk.length === 0 ? [paragraph("Er ligt nu geen werk van wie uit het team is.")] : []),
        ...werk.slice(0, most).map((one) => rij(one, vandaag, token)),
        ...(werk.length > most
          ? [smallPrint(`En nog ${werk.length - most}. Die komen in beeld als er iets is overgedragen.`)]
          : []),
        smallPrint("Je ziet hier alleen wat je volgens de toestemming mag weten."),
      ],
      fallbackText: openwerkSummary,
    }),
  );
}

const asked = "Er is al een collega gevraagd. Die heeft nog niet geantwoord.";

function rij(werk: LosWerk, vandaag: Temporal.PlainDate, token: Stamp): Element {
  switch (werk.soort) {
    case "regierol": {
      const about = `${werk.hulpvraagId}/${werk.versie}`;
      return row({
        title: `Regierol van ${werk.referentie}`,
        lines: [
          werk.school,
          werk.kanVragen
            ? "De intern begeleider neemt de regierol waar. Vraag eerst akkoord, en dan een collega."
            : "De intern begeleider neemt de regierol waar, tot er iemand anders is.",
        ],
        actions: [
          ...(werk.kanVragen
            ? [openDialog({ title: "Vraag iemand anders", verb: regierolVerb.vraagAnder, token, about })]
            : []),
          execute({ title: "Bekijk", verb: hulpvraagVerb.toon, token, about }),
        ],
      });
    }
    case "actie":
      return row({
        title: `Actie bij ${werk.referentie}`,
        status: { text: capital(formatDay(werk.vervalt, vandaag)), tone: "neutral" },
        lines: [werk.school, ...(werk.gevraagd ? [asked] : [])],
        actions: [
          openDialog({
            title: werk.gevraagd ? "Vraag terugnemen" : "Overdragen",
            verb: werk.gevraagd ? overdrachtVerb.vraagTrekIn : overdrachtVerb.vraag,
            token,
            about: `${werk.termijnId}/${werk.versie}`,
          }),
        ],
      });
    case "teamactie": {
      const { actie } = werk;
      const gevraagd = actie.overdracht?.stand === "gevraagd";
      return row({
        title: "Actie van het team",
        status: { text: capital(formatDay(actie.vervalt, vandaag)), tone: "neutral" },
        lines: [shorten(actie.omschrijving, 200), ...(gevraagd ? [asked] : [])],
        actions: [
          openDialog({
            title: gevraagd ? "Vraag terugnemen" : "Overdragen",
            verb: gevraagd ? teamactieVerb.vraagTrekIn : teamactieVerb.vraagOverdracht,
            token,
            about: `${actie.id}/${actie.versie}`,
          }),
        ],
      });
    }
    case "ronde": {
      if (werk.open)
        return row({
          title: `Overlegronde op ${formatDate(werk.datum)}`,
          status: { text: "Nog niet afgesloten", tone: "warning" },
          lines: [
            werk.voorzitterWeg
              ? "De voorzitter is weg uit het team. Neem de ronde over, leg vast wat nog mist, en sluit haar."
              : "De notulist is weg uit het team. Kies iemand anders, of sluit de ronde.",
          ],
          actions: [
            execute({
              title: "Toon de ronde",
              verb: rondeVerb.toon,
              token,
              about: `${werk.id}/${werk.versie}`,
            }),
          ],
        });
      const wie = werk.voorzitterWeg ? "de voorzitter" : "de notulist";
      return row({
        title: `Overlegronde op ${formatDate(werk.datum)}`,
        status: { text: `Zonder ${werk.voorzitterWeg ? "voorzitter" : "notulist"}`, tone: "warning" },
        lines: [`${capital(wie)} van deze ronde is weg uit het team. Kies iemand anders.`],
        actions: [
          openDialog({
            title: werk.voorzitterWeg ? "Kies een voorzitter" : "Kies een notulist",
            verb: werk.voorzitterWeg ? rondeVerb.wijzig : rondeVerb.notulist,
            token,
            about: `${werk.id}/${werk.versie}`,
          }),
        ],
      });
    }
  }
}
