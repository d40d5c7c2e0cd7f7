/** On the card of a round, for who prepares it: that its event is not in Outlook, why, and what to do. */
import type { AfspraakFout, AfspraakGezien, Druk } from "#domain/afspraak.ts";
import { buttons, execute, type Stamp } from "./button.ts";
import { type Element, notice } from "./card.ts";

export const afspraakVerb = { opnieuw: "retry-afspraak" } as const;

export const afspraakWords = {
  trying: "Ik probeer het nu nog eens. Lukt het, dan verdwijnt de melding van de kaart.",
  notNeeded: "Dat is niet meer nodig. Je ziet nu hoe het ervoor staat.",
} as const;

const why: Record<AfspraakFout, string> = {
  niet_bereikbaar: "Outlook geeft nu geen antwoord.",
  druk: "Outlook heeft het nu te druk.",
  geen_toegang: "Ik mag niet in de agenda. Vraag je beheerder om de toegang na te kijken.",
  geen_postbus: "De postbus voor overlegrondes is er niet. Vraag je beheerder om die na te kijken.",
  geweigerd: "Outlook neemt de afspraak niet aan. Vraag je beheerder om te kijken.",
  verwijderd: "Iemand heeft de afspraak in Outlook weggehaald.",
};

const fileWay = "Het agendabestand werkt wel: kies ‘Zet in mijn agenda’.";

function wordsOf(gezien: Exclude<AfspraakGezien, { kind: "staat" }>, vervallen: boolean): string {
  const { fout, kind, stond } = gezien;
  if (fout === "verwijderd")
    return `${why.verwijderd} Gaat het overleg door? Zet haar er dan opnieuw in. Gaat het niet door? Kies ‘Afzeggen’.`;
  const what = vervallen
    ? "De afspraak staat nog in Outlook."
    : stond
      ? "In Outlook staat nog hoe het overleg eerst was."
      : "Dit overleg staat nog niet in Outlook.";
  const next = kind === "nog_niet" ? " Ik probeer het vanzelf opnieuw." : "";
  return `${what} ${why[fout]}${next}${vervallen ? "" : ` ${fileWay}`}`;
}

export function afspraakSection(
  { outlook, status }: { readonly outlook?: AfspraakGezien | null; readonly status: string },
  token: Stamp,
): Element[] {
  if (!outlook || outlook.kind === "staat" || (status !== "gepland" && status !== "vervallen")) return [];
  const title = outlook.fout === "verwijderd" ? "Zet weer in Outlook" : "Probeer Outlook nu";
  return [
    notice("warning", wordsOf(outlook, status === "vervallen")),
    buttons([execute({ title, verb: afspraakVerb.opnieuw, token, associatedInputs: "none" })]),
  ];
}

/** Under the file for one's own calendar. */
export const inOutlookAlready =
  "Je hebt ook een uitnodiging in Outlook. Gebruik dit bestand alleen voor een andere agenda.";

/** Behind a moment that can be chosen. */
export function drukWords({ bezet, van }: Druk): string {
  return bezet === 0 ? `agenda vrij bij ${van}` : `agenda bezet bij ${bezet} van ${van}`;
}

export const drukUnknown = "De agenda’s in Outlook zijn nu niet te zien. Je kunt gewoon kiezen.";
export const drukMeaning =
  "Bij de agenda tel ik alleen collega’s van wie Outlook het weet, zonder namen. Ik bewaar dat niet. Jij beslist.";
