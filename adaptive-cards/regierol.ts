/** The regierol on the card of a hulpvraag: who has it, who was asked, and what it asks. */
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { type Element, facts, notice, section } from "./card.ts";
import { doelbereikLines } from "./doelbereik.ts";
import { weigerredenLabel } from "./regierol-dialog.ts";
import { keuzeLabel, periodWords, voorstelRedenLabel } from "./regierol-word.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { afsluitredenLabel, formatDate, functieNaam, gizLabel, uncapital } from "./word.ts";

export function regierolSections(gezien: HulpvraagGezien): Element[] {
  return [...offerSection(gezien), ...holderSection(gezien), ...closingSection(gezien)];
}

function offerSection(gezien: HulpvraagGezien): Element[] {
  const { aanbod, besluit, regierol, leerling, status, aanspreek } = gezien;
  if (aanbod?.aanMij) {
    return [
      section(
        "Dit vraagt de regierol van jou",
        list([
          ...contactLines[aanspreek],
          "je doet de GIZ, of legt vast waarom niet;",
          "je betrekt wie nodig is en bewaakt de afspraken;",
          "je meldt hoe het gaat, tot de hulpvraag is afgesloten.",
        ]),
        ...(leerling
          ? []
          : [
              smallPrint(
                "De naam en de teksten zie je als je ja zegt. Wil je eerst meer weten? Bel de intern begeleider.",
              ),
            ]),
      ),
    ];
  }
  if (aanbod) {
    return [
      ...refusedLines(gezien),
      paragraph(
        aanbod.geldt
          ? `${aanbod.naam} is gevraagd voor de regierol. Er is nog geen antwoord.`
          : aanbod.onbeantwoord
            ? `${aanbod.naam} gaf op tijd geen antwoord over de regierol. De vraag is vervallen.`
            : `De vraag aan ${aanbod.naam} over de regierol geldt niet meer.`,
      ),
    ];
  }
  if (status === "besproken" && gezien.weigeringen.length > 0) return refusedLines(gezien);
  if (besluit?.regierolVoor && !regierol && status === "besproken") {
    return [
      paragraph(
        `${besluit.regierolVoor} is voorgesteld voor de regierol. ${aanspreekWords[aanspreek].eerst}`,
      ),
    ];
  }
  return [];
}

const contactLines: Readonly<Record<Aanspreek, readonly string[]>> = {
  ouders: ["je neemt contact op met de ouders en bent hun aanspreekpunt;"],
  leerling: [
    "je neemt contact op met de leerling en bent het aanspreekpunt;",
    "je praat alleen met de ouders als de leerling dat goed vindt;",
  ],
  ouders_of_leerling: ["je neemt contact op en bent het aanspreekpunt;"],
};

function refusedLines({ weigeringen }: HulpvraagGezien): Element[] {
  return weigeringen.map(({ naam, reden }) =>
    paragraph(`${naam} zei nee tegen de regierol: ‘${weigerredenLabel[reden]}.’`),
  );
}

/** To who may call them: whether a pupil who decides alone lets the parents hear. */
function oudersLines({ aanspreek, oudersHoren }: HulpvraagGezien): Element[] {
  if (aanspreek !== "leerling") return [];
  if (oudersHoren === null)
    return [notice("info", "Vraag de leerling of de ouders het mogen horen. Praat tot dan niet met hen.")];
  return oudersHoren
    ? [paragraph("De ouders mogen het horen.")]
    : [notice("warning", "De leerling wil niet dat de ouders het horen.")];
}

function gizWords({ giz, gizGepland }: NonNullable<HulpvraagGezien["regierol"]>): string {
  if (!giz) return "Nog niet vastgelegd";
  return gizGepland ? `${gizLabel[giz]} op ${formatDate(gizGepland)}` : gizLabel[giz];
}

function holderSection(gezien: HulpvraagGezien): Element[] {
  const { regierol } = gezien;
  if (!regierol) return [];
  const who = regierol.vanMij ? "Jij" : regierol.houder;
  const functie = regierol.functie ? `, ${functieNaam[regierol.functie]}` : "";
  return [
    section(
      "Regierol",
      facts([
        [regierol.soort === "actief" ? "Wie" : "Neemt waar", `${who}${functie}`],
        ...(regierol.soort === "actief" ? [["GIZ", gizWords(regierol)] as const] : []),
        ...(regierol.keuze ? [["Gekozen om", keuzeLabel[regierol.keuze]] as const] : []),
        ...meedenkerFacts(gezien),
      ]),
      ...oudersLines(gezien),
      ...waarnemingLines(gezien),
      ...voorstelLines(gezien),
    ),
  ];
}

function meedenkerFacts({ meedenkers }: HulpvraagGezien): (readonly [string, string])[] {
  if (meedenkers.length === 0) return [];
  const who = meedenkers.map(({ naam, functie }) => (functie ? `${naam}, ${functieNaam[functie]}` : naam));
  return [["Denkt mee", who.join("; ")]];
}

/** Whose place it is, and until when. */
function waarnemingLines({ waarneming, regierol }: HulpvraagGezien): Element[] {
  // The line on top says so to who is asked, and to who is away.
  if (!waarneming || waarneming.aanMij || (waarneming.voorMij && waarneming.begonnen)) return [];
  const { voor, tot, begonnen, stand, voorMij } = waarneming;
  const door = begonnen && regierol?.vanMij ? "Jij" : waarneming.door;
  const who = voorMij ? "Jij bent" : `${voor} is`;
  const asked = stand === "gevraagd" ? " Iemand anders is gevraagd en heeft nog niet geantwoord." : "";
  return [
    paragraph(
      begonnen
        ? `${who} weg tot en met ${formatDate(tot)}. ${door} neemt waar.${asked}`
        : `${who} weg ${periodWords(waarneming)}. ${door} neemt dan waar.${asked}`,
    ),
  ];
}

function voorstelLines({ voorstel, mag }: HulpvraagGezien): Element[] {
  if (!voorstel) return [];
  const who = voorstel.vanMij ? "Jij wilt" : `${voorstel.door} wil`;
  const aan = voorstel.aan ? ` aan ${voorstel.aan}` : "";
  const next =
    voorstel.stand === "gevraagd"
      ? "Er is iemand gevraagd. Tot een ja verandert er niets."
      : mag.has("overdracht_afwijzen")
        ? "Tot een besluit verandert er niets."
        : "De intern begeleider beslist, na een gesprek met het gezin. Tot dan verandert er niets.";
  return [
    paragraph(
      `${who} de regierol overdragen${aan}: ${uncapital(voorstelRedenLabel[voorstel.reden])}. ${next}`,
    ),
  ];
}

function closingSection({ afsluiting, status }: HulpvraagGezien): Element[] {
  const { reden, voorgesteld, bereikt } = afsluiting;
  if (status === "afgesloten" && reden)
    return [section("Afgesloten", paragraph(afsluitredenLabel[reden]), ...doelbereikLines(bereikt))];
  if (!voorgesteld) return [];
  return [
    notice(
      "info",
      `De regierolhouder stelt voor om af te sluiten: ${afsluitredenLabel[voorgesteld].toLowerCase()}.`,
    ),
    ...doelbereikLines(bereikt),
  ];
}

export const regierolWords = {
  dialogTitle: "Regierol",
  accepted: "Je hebt nu de regierol. Fijn!",
  refused: "Ik geef het door. De intern begeleider vraagt iemand anders.",
  offered: "Ik vraag het meteen.",
  contact: "Het eerste contact staat erin.",
  giz: "De GIZ staat erin.",
  actie: "De actie is gedaan.",
  meedenkers: "Wie meedenkt, staat op de kaart. Wie erbij is, krijgt bericht.",
  meedenkersNiet: "Iemand die je koos, mag hier nu niet in lezen. Vraag eerst toestemming voor die partner.",
  waarnemingIb: "De intern begeleider neemt waar en weet het.",
  waarnemingGevraagd: "Ik vraag het meteen. Tot een ja neemt de intern begeleider waar.",
  waarnemingJa: "Fijn. Ik laat het weten.",
  waarnemingNee: "Ik geef het door. De intern begeleider neemt waar.",
  terugVanWeg: "Welkom terug. Je hebt de regierol weer.",
  waarnemingGestopt: "De waarneming is gestopt.",
  overdrachtGevraagd: "De intern begeleider beslist met het gezin. Tot dan houd jij de regierol.",
  overdrachtAf: "De regierol blijft waar hij is. Ik geef het door.",
  overdrachtTerug: "Je houdt de regierol. Ik geef het door.",
  terug: "De hulpvraag gaat terug naar het schakelteam. Jij houdt de regierol tot er een besluit is.",
  geenGrondslag:
    "Dit kan nu niet: voor een regierol is geldige schriftelijke toestemming nodig. Regel die eerst, met de knop Toestemming op de kaart.",
} as const;
