/** The first card in the personal chat: what Zorgronde does for this person, and where to begin. */
import type { Functie } from "#domain/code.ts";
import { type Action, execute, type Stamp } from "./button.ts";
import { type Card, card, notice, section } from "./card.ts";
import { list, type Sentence, smallPrint } from "./text.ts";
import { functieNaam, join } from "./word.ts";

/** Verbs of the buttons that also stand on other cards. */
export const startVerb = {
  hulpvraag: "start-hulpvraag",
  overleggen: "show-overleggen",
  taken: "show-taken",
  weekbericht: "show-weekbericht",
  help: "show-help",
  bezorging: "show-bezorging",
} as const;

export type StartVerb = (typeof startVerb)[keyof typeof startVerb];

/** What somebody can begin with; a function opens one of these doors. */
export type Begin = "brengt_in" | "stelt_voor" | "op_uitnodiging" | "leidt" | "bestuurt" | "beheert";

export const beginOf: Record<Functie, Begin> = {
  ib: "brengt_in",
  coo: "brengt_in",
  smw: "stelt_voor",
  wijkteam: "stelt_voor",
  scp: "stelt_voor",
  bpo: "stelt_voor",
  orthopedagoog: "stelt_voor",
  jeugdverpleegkundige: "stelt_voor",
  jeugdarts: "stelt_voor",
  leerplicht: "op_uitnodiging",
  politie: "op_uitnodiging",
  overig: "op_uitnodiging",
  directeur: "leidt",
  bestuurder: "bestuurt",
  beheerder: "beheert",
};

type Offer = { does: readonly Sentence[]; buttons: readonly (readonly [title: string, verb: StartVerb])[] };

const overleggen = ["Mijn overleggen", startVerb.overleggen] as const;
const taken = ["Mijn taken", startVerb.taken] as const;

const bundled = "Ik bundel je herinneringen: hooguit één bericht op een dag dat je werkt.";
const noCases = "Je ziet hier geen hulpvragen.";

const offers: Record<Begin, Offer> = {
  brengt_in: {
    does: [
      "Je brengt een hulpvraag in. Ik vraag alleen wat nodig is.",
      "Ik bewaak de toestemming: zonder komt een hulpvraag niet op de agenda.",
      "Je plant de overlegrondes. Ik nodig uit en stuur ieder de eigen agenda.",
      "Ik herinner iedereen aan wat is afgesproken.",
    ],
    buttons: [["Nieuwe hulpvraag", startVerb.hulpvraag], overleggen, taken],
  },
  stelt_voor: {
    does: [
      "Je ziet welke overleggen eraan komen, met de link om mee te doen.",
      "Je ziet aan wie je een hulpvraag kunt voorstellen.",
      "Je houdt je taken en je regierol bij.",
      bundled,
    ],
    buttons: [["Hulpvraag voorstellen", startVerb.hulpvraag], overleggen, taken],
  },
  op_uitnodiging: {
    does: [
      "Je ziet de overleggen waarvoor je bent gevraagd, en alleen jouw agendapunten.",
      "Je rondt een taak af met één druk op de knop.",
      bundled,
    ],
    buttons: [overleggen, taken],
  },
  leidt: {
    does: [
      "Elke maandag krijg je een kort bericht over de overleggen. Er staat niets in over leerlingen.",
      "Daarin staat ook wat alleen jij kunt regelen, zoals een vaste voorzitter.",
      "Heel soms vraag ik je een besluit: mag het team overleggen zonder de ouders te vragen? Dat lees je zonder naam.",
      noCases,
    ],
    buttons: [["Weekbericht", startVerb.weekbericht]],
  },
  bestuurt: { does: [noCases, "Een weekbericht voor bestuurders is er nog niet."], buttons: [] },
  beheert: {
    does: [
      "Je richt scholen, teams en mensen in met twee bestanden. De handleiding voor beheer legt uit hoe.",
      "Je ziet of berichten aankomen, en wat je doet als iemand niet bereikbaar is.",
      "Je stelt in hoe lang termijnen duren. Typ: instellingen.",
      noCases,
    ],
    buttons: [["Bezorging", startVerb.bezorging]],
  },
};

export type WelcomeData = { voornaam: string; functies: readonly Functie[] };

export function welcomeCard({ voornaam, functies }: WelcomeData, token: Stamp): Card {
  const begins = [...new Set(functies.map((functie) => beginOf[functie]))];
  return card({
    kind: "Welkom",
    title: `Hallo ${voornaam}`,
    ...(functies.length > 0
      ? { subtitle: `Je doet mee als ${join(functies.map((functie) => functieNaam[functie]))}.` }
      : {}),
    lead: "Ik ben Zorgronde. Ik help het School Zorg Team, van de eerste vraag tot de uitvoering.",
    body: [
      ...(begins.length > 0 ? [section("Wat je hier doet", list(offersOf(begins).does))] : []),
      notice("info", "Noem in gewone berichten geen namen van leerlingen. Gebruik de knoppen."),
      smallPrint("Alleen wie bij een hulpvraag hoort, ziet die hulpvraag."),
    ],
    actions: [...startButtons(functies, token), execute({ title: "Hulp", verb: startVerb.help, token })],
    fallbackText: "Welkom bij Zorgronde. Typ help om te zien wat je kunt doen.",
  });
}

/** The buttons a person with these functions begins with, the first one marked. */
export function startButtons(functies: readonly Functie[], token: Stamp): Action[] {
  const begins = [...new Set(functies.map((functie) => beginOf[functie]))];
  return offersOf(begins).buttons.map(([title, verb], index) =>
    execute({ title, verb, token, ...(index === 0 ? { style: "positive" } : {}) }),
  );
}

/** Somebody with more functions gets all that they open, each once: the first door keeps its own words. */
function offersOf(begins: readonly Begin[]): Offer {
  const all = begins.map((begin) => offers[begin]);
  const seen = new Set<StartVerb>();
  const buttons = all
    .flatMap((offer) => offer.buttons)
    .filter(([, verb]) => !seen.has(verb) && seen.add(verb) !== undefined);
  return { does: [...new Set(all.flatMap((offer) => offer.does))], buttons };
}
