/** The regierol on the card of a hulpvraag: who has it or was asked, and what this person can do about it now. */
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Element, facts, notice, section } from "./card.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { afsluitredenLabel, functieNaam, gizLabel } from "./word.ts";

export function regierolSections(gezien: HulpvraagGezien): Element[] {
  return [...offerSection(gezien), ...holderSection(gezien), ...closingSection(gezien)];
}

function offerSection({ aanbod, besluit, regierol, leerling, status }: HulpvraagGezien): Element[] {
  if (aanbod?.aanMij) {
    return [
      section(
        "Wil jij de regierol nemen?",
        paragraph("De ouders zijn akkoord. Dit vraagt de regierol van jou:"),
        list([
          "je neemt contact op met de ouders en bent hun aanspreekpunt;",
          "je doet de GIZ, of legt vast waarom niet;",
          "je betrekt wie nodig is en bewaakt de afspraken;",
          "je meldt hoe het gaat, tot de hulpvraag is afgesloten.",
        ]),
        ...(leerling ? [] : [smallPrint("De naam van de leerling zie je als je ja zegt.")]),
      ),
    ];
  }
  if (aanbod) return [paragraph(`${aanbod.naam} is gevraagd voor de regierol. Er is nog geen antwoord.`)];
  if (besluit?.regierolVoor && !regierol && status === "besproken") {
    return [paragraph(`${besluit.regierolVoor} is voorgesteld voor de regierol. Eerst beslissen de ouders.`)];
  }
  return [];
}

function holderSection({ regierol }: HulpvraagGezien): Element[] {
  if (!regierol) return [];
  const who = regierol.vanMij ? "Jij" : regierol.houder;
  const functie = regierol.functie ? `, ${functieNaam[regierol.functie]}` : "";
  return [
    section(
      "Regierol",
      facts([
        [regierol.soort === "actief" ? "Regierolhouder" : "Neemt waar", `${who}${functie}`],
        ...(regierol.soort === "actief"
          ? [["GIZ", regierol.giz ? gizLabel[regierol.giz] : "Nog niet vastgelegd"] as const]
          : []),
      ]),
    ),
  ];
}

function closingSection({ afsluiting, status }: HulpvraagGezien): Element[] {
  const { reden, voorgesteld } = afsluiting;
  if (status === "afgesloten" && reden) return [section("Afgesloten", paragraph(afsluitredenLabel[reden]))];
  if (!voorgesteld) return [];
  return [
    notice(
      "info",
      `De regierolhouder stelt voor om af te sluiten: ${afsluitredenLabel[voorgesteld].toLowerCase()}.`,
    ),
  ];
}

/** By importance; the card of the hulpvraag shows as many as fit. */
export function regierolActions(gezien: HulpvraagGezien, token: Stamp): Action[] {
  const can = (act: HulpvraagAct) => gezien.mag.has(act);
  const dialog = (title: string, verb: string, style?: "positive") =>
    openDialog({ title, verb, token, ...(style ? { style } : {}) });
  const press = (title: string, verb: string, style?: "positive") =>
    execute({ title, verb, token, ...(style ? { style } : {}) });
  const rows: readonly (readonly [boolean, () => Action])[] = [
    [can("aanbod_aannemen"), () => press("Ja, ik neem de regierol", regierolVerb.aannemen, "positive")],
    [can("aanbod_weigeren"), () => dialog("Nee, ik kan het niet", regierolVerb.vraagWeigeren)],
    [
      tellsParents(gezien),
      () => dialog("Terugkoppeling ouders", regierolVerb.vraagTerugkoppeling, "positive"),
    ],
    [
      can("ander_regierol_aanbod"),
      () => dialog("Vraag iemand anders", regierolVerb.vraagAnder, gezien.aanbod ? undefined : "positive"),
    ],
    [
      can("afsluiting_bevestigen"),
      () => dialog("Afsluiting bevestigen", regierolVerb.vraagBevestigen, "positive"),
    ],
    [can("eerste_contact"), () => press("Eerste contact gehad", regierolVerb.contact, "positive")],
    [can("giz"), () => dialog("GIZ vastleggen", regierolVerb.vraagGiz)],
    [can("voortgang"), () => press("Voortgang gemeld", regierolVerb.voortgang)],
    [can("actie_gedaan"), () => dialog("Actie gedaan", regierolVerb.vraagActie)],
    [can("afsluiting_voorstellen"), () => dialog("Afsluiten voorstellen", regierolVerb.vraagAfsluiten)],
    [can("terug_naar_schakelteam"), () => dialog("Terug naar schakelteam", regierolVerb.vraagTerug)],
  ];
  return rows.filter(([shown]) => shown).map(([, action]) => action());
}

/** Also when the round asked for more information: the hulpvraag waits, and the parents hear of it all the same. */
function tellsParents({ mag, besluit, toestemming, status }: HulpvraagGezien): boolean {
  if (mag.has("terugkoppeling")) return true;
  const waits = status === "klaargezet" || status === "geagendeerd";
  return (
    waits &&
    toestemming !== null &&
    besluit !== null &&
    !besluit.oudersVerteld &&
    besluit.besluiten.includes("meer_informatie")
  );
}

export const regierolWords = {
  dialogTitle: "Regierol",
  accepted: "Je hebt nu de regierol. Fijn!",
  refused: "Ik geef het door. De intern begeleider vraagt iemand anders.",
  offered: "Ik vraag het meteen.",
  contact: "Het eerste contact staat erin.",
  voortgang: "De voortgang staat erin. Ik herinner je als het weer tijd is.",
  giz: "De GIZ staat erin.",
  actie: "De actie is gedaan.",
  terug: "De hulpvraag gaat terug naar het schakelteam. Jij houdt de regierol tot er een besluit is.",
  geenGrondslag: "Dit kan nu niet: er is geen geldige toestemming. Regel eerst de toestemming.",
} as const;
