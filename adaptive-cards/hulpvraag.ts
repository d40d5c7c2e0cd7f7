/** The card of one hulpvraag, that everybody around it uses: each sees what is theirs, and what they can do now. */
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { agendaActions } from "./agenda.ts";
import { type Action, actionLimit, execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, row } from "./card.ts";
import {
  actiesSection,
  besluitSection,
  rondeSection,
  termijnenSection,
  vraagSection,
} from "./hulpvraag-section.ts";
import { hulpvraagVerb, toestemmingVerb } from "./hulpvraag-verb.ts";
import { intakeVerb } from "./intake.ts";
import { regierolActions, regierolSections } from "./regierol.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { toestemmingSection } from "./toestemming.ts";
import { formatDate, leerjaarLabel, statusLabel, statusTone } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const hulpvraagSummary = "Een hulpvraag in Zorgronde";

export function hulpvraagCard(gezien: HulpvraagGezien, token: Stamp, lead?: string): Card {
  return card({
    kind: "Hulpvraag",
    title: gezien.referentie,
    subtitle: whoLine(gezien),
    status: { text: statusLabel[gezien.status], tone: statusTone[gezien.status] },
    ...(lead ? { lead } : {}),
    body: [...nextStep(gezien), ...sections(gezien)],
    actions: actionsOf(gezien, token),
    fallbackText: hulpvraagSummary,
  });
}

function whoLine({ leerling, school }: HulpvraagGezien): string {
  return leerling ? `${leerling.naam} · ${leerjaarLabel[leerling.leerjaar]} · ${school}` : school;
}

function sections(gezien: HulpvraagGezien): Element[] {
  const parts = [
    ...vraagSection(gezien),
    ...toestemmingSection(gezien),
    ...rondeSection(gezien),
    ...besluitSection(gezien),
    ...regierolSections(gezien),
    ...actiesSection(gezien),
    ...termijnenSection(gezien),
  ];
  return gezien.wat || gezien.status === "ingetrokken"
    ? parts
    : [...parts, smallPrint("Meer zie je hier niet. Dat hoort bij de toestemming.")];
}

/** One sentence: what this person does next with it, or where it waits for. */
function nextStep(gezien: HulpvraagGezien): Element[] {
  const sentence = nextSentence(gezien);
  return sentence ? [paragraph(sentence)] : [];
}

function nextSentence({ mag, status, stap, ronde, toestemming }: HulpvraagGezien): Sentence | null {
  if (mag.has("intake_verder") && stap < 3)
    return [bold("Nu:"), ` vul de laatste ${stap === 1 ? "twee stappen" : "stap"} in.`];
  if (mag.has("klaarzetten")) return [bold("Nu:"), " zet de hulpvraag klaar voor de overlegronde."];
  if (status === "concept" && mag.has("toestemming_vastleggen"))
    return [bold("Nu:"), " regel de toestemming."];
  if (toestemming && !toestemming.geldig && mag.has("toestemming_vastleggen")) {
    return [bold("Let op:"), " zonder toestemming ziet alleen jij dit nog."];
  }
  if (status === "klaargezet") return "Deze hulpvraag wacht op de volgende overlegronde.";
  if (status === "geagendeerd" && ronde)
    return `Deze hulpvraag staat op de agenda van ${formatDate(ronde.datum)}.`;
  if (status === "ingetrokken") return "Deze hulpvraag is ingetrokken. Er gebeurt niets meer mee.";
  return null;
}

/** By importance for this person now; what does not fit stays behind. */
function actionsOf(gezien: HulpvraagGezien, token: Stamp): Action[] {
  const own = (act: HulpvraagAct, action: () => Action) => (gezien.mag.has(act) ? [action()] : []);
  const unfinished = gezien.stap < 3;
  const verder = own("intake_verder", () =>
    openDialog({
      title: unfinished ? "Verder invullen" : "Aanpassen",
      verb: intakeVerb.verder,
      token,
      ...(unfinished ? { style: "positive" as const } : {}),
    }),
  );
  const wantsConsent = gezien.toestemming !== null && !gezien.toestemming.geldig;
  const vastleggen = own("toestemming_vastleggen", () =>
    openDialog({
      title: wantsConsent ? "Toestemming vastleggen" : "Toestemming aanpassen",
      verb: toestemmingVerb.open,
      token,
      ...(wantsConsent ? { style: "positive" as const } : {}),
    }),
  );
  const klaarzetten = own("klaarzetten", () =>
    execute({
      title: "Klaarzetten voor de ronde",
      verb: hulpvraagVerb.klaarzetten,
      token,
      style: "positive",
    }),
  );
  return [
    ...(unfinished ? verder : []),
    ...klaarzetten,
    ...agendaActions(gezien, token),
    ...(wantsConsent ? vastleggen : []),
    ...regierolActions(gezien, token),
    ...(unfinished ? [] : verder),
    ...(wantsConsent ? [] : vastleggen),
    ...own("toestemming_intrekken", () =>
      openDialog({ title: "Toestemming intrekken", verb: toestemmingVerb.vraagIntrekken, token }),
    ),
    ...own("intrekken", () =>
      openDialog({ title: "Hulpvraag intrekken", verb: hulpvraagVerb.vraagIntrekken, token }),
    ),
  ].slice(0, actionLimit);
}

export function intrekkenCard({ referentie }: { readonly referentie: string }, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Hulpvraag intrekken?",
    tone: "warning",
    body: [
      paragraph("Dit kun je niet terugdraaien. Dit gebeurt meteen:"),
      list([
        "de hulpvraag gaat van elke agenda af;",
        "een regierol, een aanbod en open termijnen stoppen;",
        "anderen zien de hulpvraag niet meer.",
      ]),
      smallPrint("Trekt een ouder alleen de toestemming in? Kies dan op de kaart: Toestemming intrekken."),
    ],
    actions: [submit({ title: "Ja, trek in", verb: hulpvraagVerb.intrekken, token, style: "destructive" })],
    fallbackText: "Hulpvraag intrekken.",
  });
}

/** The open hulpvragen of one person, each with a button. */
/** As many as fit a card on a phone. */
const listed = 15;

/** Without names: nobody edits this list when a name may no longer be shown. */
export function mijnHulpvragenCard(hulpvragen: readonly HulpvraagGezien[], token: Stamp): Card {
  return card({
    kind: "Hulpvragen",
    title: "Mijn hulpvragen",
    lead:
      hulpvragen.length > 0
        ? "Dit zijn de open hulpvragen waar je iets mee kunt. De laatst veranderde staat bovenaan."
        : "Er is nu geen open hulpvraag waar je iets mee kunt.",
    body: [
      ...hulpvragen.slice(0, listed).map((gezien) => listRow(gezien, token)),
      ...(hulpvragen.length > 0 ? [listNote(hulpvragen.length)] : []),
    ],
    fallbackText: "Je open hulpvragen.",
  });
}

function listRow(gezien: HulpvraagGezien, token: Stamp): Element {
  const about = `${gezien.id}/${gezien.versie}`;
  return row({
    title: gezien.referentie,
    status: { text: statusLabel[gezien.status], tone: statusTone[gezien.status] },
    lines: [gezien.school],
    actions: [execute({ title: "Bekijken", verb: hulpvraagVerb.toon, token, about })],
  });
}

function listNote(count: number): Element {
  const more = count > listed ? `En nog ${count - listed}: typ het nummer om er een te zien. ` : "";
  return smallPrint(`${more}De naam staat alleen op de kaart van de hulpvraag zelf.`);
}

export const hulpvraagWords = {
  below: "Ik zet de hulpvraag onderaan in deze chat.",
  ready: "De hulpvraag staat klaar voor de volgende overlegronde.",
  notWhole: "Klaarzetten kan nog niet: vul eerst alle stappen in.",
  notNow: "Dat kan nu niet bij deze hulpvraag. Je ziet nu hoe het ervoor staat.",
  dialogTitle: "Hulpvraag",
} as const;
