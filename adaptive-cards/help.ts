/** What somebody can do here, and what may be shared when: teams ask for the rules during a discussion (000 §3.1). */
import type { Functie, Grondslag } from "#domain/code.ts";
import type { Stamp } from "./button.ts";
import { type Card, card, section } from "./card.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { type Begin, beginOf, startButtons } from "./welcome.ts";

/** Typed as they stand; each has a command. */
export const examples: Record<Begin, readonly string[]> = {
  brengt_in: [
    "nieuwe hulpvraag",
    "adviesvraag",
    "plan overleg",
    "vrije dagen",
    "wanneer is het volgende overleg?",
    "mijn taken",
    "team",
    "inzage",
  ],
  stelt_voor: ["wanneer is het volgende overleg?", "mijn taken", "mijn regierol", "team"],
  op_uitnodiging: ["wanneer is het volgende overleg?", "mijn taken"],
  leidt: ["weekbericht"],
  bestuurt: [],
  beheert: ["bezorging", "instellingen"],
};

const discussing: Begin[] = ["brengt_in", "stelt_voor", "op_uitnodiging"];

const sharing: Record<Grondslag, Sentence> = {
  schriftelijk: [
    bold("Schriftelijke toestemming"),
    ": wat nodig is voor de vraag, met de partners die in de toestemming staan.",
  ],
  instemming: [
    bold("Geïnformeerd, geen bezwaar"),
    ": alleen de naam en de vraag. Anderen zeggen alleen of ze het kind kennen, sinds wanneer en of het is afgesloten.",
  ],
  anoniem: [bold("Anoniem"), ": niets waaraan iemand het kind kan herkennen. Je krijgt alleen advies."],
  uitzondering: [
    bold("Besluit van de directeur"),
    ": alleen als vragen het kind in gevaar brengt. Met reden, en vastgelegd.",
  ],
};

export function helpCard({ functies }: { functies: readonly Functie[] }, token: Stamp): Card {
  const begins = [...new Set(functies.map((functie) => beginOf[functie]))];
  const typed = [...new Set(begins.flatMap((begin) => examples[begin]))];
  const discusses = begins.some((begin) => discussing.includes(begin));
  return card({
    kind: "Hulp",
    title: "Wat kun je hier doen?",
    lead:
      typed.length > 0
        ? "Gebruik de knoppen, of typ gewoon wat je wilt."
        : "Met jouw rol doe je hier weinig.",
    body: [
      ...(typed.length > 0 ? [section("Bijvoorbeeld", list(typed))] : []),
      ...(discusses
        ? [
            section(
              "Wat mag je delen in een overleg?",
              list(Object.values(sharing)),
              smallPrint(
                "Op naam kan met schriftelijke toestemming, na instemming, of met een besluit van de directeur.",
              ),
            ),
          ]
        : []),
      section(
        "Privacy",
        list([
          "Noem in gewone berichten geen namen van leerlingen.",
          "Alleen wie bij een hulpvraag hoort, ziet die hulpvraag.",
          "Ouders mogen vragen wat er is vastgelegd. De school regelt dat.",
        ]),
      ),
      paragraph(["Is een kind in gevaar? Bel ", bold("112"), " of Veilig Thuis: ", bold("0800-2000"), "."]),
    ],
    actions: startButtons(functies, token),
    fallbackText: "Hulp bij Zorgronde: lees wat je hier kunt doen.",
  });
}
