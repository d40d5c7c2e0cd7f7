/** The parts of the card of a hulpvraag; each is there only when this person may see something of it. */
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { type Element, facts, section } from "./card.ts";
import { freeText, list, paragraph, smallPrint } from "./text.ts";
import { circleNotice } from "./uitzondering-word.ts";
import {
  alGedaanLabel,
  besluitLabel,
  domeinWords,
  formatDate,
  formatDay,
  formatTime,
  functieNaam,
  gezagLabel,
  join,
  urgentieLabel,
} from "./word.ts";

export function vraagSection({ wat, kring, leerling }: HulpvraagGezien): Element[] {
  // Who was asked for the regierol sees what it is about, and no text.
  if (!wat || (!wat.vraag && leerling)) return [];
  return [
    ...circleNotice(kring),
    section(
      "De vraag",
      ...(wat.vraag ? [freeText(wat.vraag)] : []),
      ...(wat.gezag
        ? [
            facts([
              ["Onderwerp", domeinWords(wat.domeinen)],
              ...(wat.urgentie ? [["Hoe snel", urgentieLabel[wat.urgentie]] as const] : []),
              ["Gezag", gezagLabel[wat.gezag]],
            ]),
          ]
        : [smallPrint("Alleen de naam en de vraag. Deel niet meer dan of het kind bij je bekend is.")]),
      ...(wat.uitgesloten.length > 0
        ? [paragraph(`Hier niet over spreken: ${domeinWords(wat.uitgesloten).toLowerCase()}.`)]
        : []),
      // What was asked for before: now only those named above take part.
      ...(wat.aanTafel.length > 0 && !kring
        ? [paragraph(`Aan tafel: ${join(wat.aanTafel.map((functie) => functieNaam[functie]))}.`)]
        : []),
      ...(wat.alGedaan.length > 0
        ? [
            paragraph("Al gedaan:", { subtle: true }),
            list(wat.alGedaan.map((gedaan) => alGedaanLabel[gedaan])),
          ]
        : []),
      ...(wat.gedaanToelichting
        ? [paragraph("Wat dat opleverde:", { subtle: true }), freeText(wat.gedaanToelichting)]
        : []),
      ...(wat.oudersVraag
        ? [paragraph("Wat de ouders vragen:", { subtle: true }), freeText(wat.oudersVraag)]
        : []),
    ),
  ];
}

export function rondeSection({ ronde }: HulpvraagGezien): Element[] {
  if (!ronde) return [];
  return [section("Overlegronde", paragraph(`${formatDate(ronde.datum)}, ${formatTime(ronde.begin)} uur`))];
}

export function besluitSection({ besluit }: HulpvraagGezien): Element[] {
  if (!besluit) return [];
  return [
    section(
      "Besluit van de overlegronde",
      list(besluit.besluiten.map((one) => besluitLabel[one])),
      ...(besluit.afweging ? [paragraph("De afweging:", { subtle: true }), freeText(besluit.afweging)] : []),
    ),
  ];
}

const correctieOver = { besluit: "bij het besluit", actie: "bij een actie" } as const;

/** What was decided stays what it was; what was not right about it stands there too. */
export function correctiesSection({ correcties }: HulpvraagGezien): Element[] {
  if (correcties.length === 0) return [];
  return [
    section(
      "Correctie",
      ...correcties.flatMap(({ over, op, tekst }) => [
        paragraph(`${formatDate(op)}, ${correctieOver[over]}:`, { subtle: true }),
        freeText(tekst),
      ]),
    ),
  ];
}

export function actiesSection(gezien: HulpvraagGezien): Element[] {
  const open = gezien.acties.filter(({ gedaan }) => !gedaan);
  if (open.length === 0) return [];
  return [
    section(
      "Acties",
      ...open.flatMap((actie) => [
        ...(actie.omschrijving ? [freeText(actie.omschrijving)] : []),
        paragraph(`${actie.vanMij ? "Jij" : actie.houder}, ${whenWords(gezien, actie.datum)}`, {
          subtle: true,
        }),
      ]),
    ),
  ];
}

/** Nobody is asked to do it while there is no ground, and of a concept and after the end neither. */
function whenWords({ stil, status, vandaag, pauze }: HulpvraagGezien, datum: Temporal.PlainDate): string {
  if (status === "afgesloten" || status === "ingetrokken") return "dit hoeft niet meer";
  if (pauze && !stil) return `stond op ${formatDate(datum)}, is nu gepauzeerd`;
  return stil || status === "concept" ? "dit rust nu" : formatDay(datum, vandaag);
}

/** Kinds of terms, as a thing to do. A kind without a word here is shown as a term. */
export const termijnNaam: Readonly<Record<string, string>> = {
  terugkoppeling_ouders: "Vertellen wat er is besloten",
  akkoord_regierol: "Akkoord op de regierol",
  aanbod_regierol: "Antwoord op het aanbod van de regierol",
  nieuw_aanbod: "Iemand anders vragen voor de regierol",
  overdracht_regierol: "Beslissen of de regierol naar een ander gaat",
  eerste_contact: "Eerste contact",
  giz: "GIZ afnemen, of de reden waarom niet",
  actielijnen: "Actielijnen uitzetten",
  voortgang: "Voortgang melden",
  driemaandsreview: "Terugblik na drie maanden",
  actie: "Actie",
  meer_informatie: "Meer informatie ophalen",
  toestemming_verloopt: "Toestemming verlengen",
  afsluiten_voorstellen: "Voorstellen om af te sluiten",
  afsluiting_bevestigen: "Afsluiting bevestigen",
  intrekking_afhandelen: "Intrekking afhandelen",
  bezwaartermijn: "Tijd om bezwaar te maken",
  gesprek_ouders: "Praten met wie nee zei",
  stop_verwerking: "Stoppen en niets meer gebruiken",
  meldcode_stap: "Stappen van de meldcode nalopen",
  uitzondering_vastleggen: "Vastleggen wat zonder de ouders is besproken",
  ouders_achteraf: "Kijken of de ouders het kunnen horen",
  traject_tussenevaluatie: "Tussenevaluatie van het traject",
  traject_eindevaluatie: "Eindevaluatie van het traject",
  loket_versturen: "Aanmelden bij het Loket",
  loket_ontvangst: "Navragen: heeft het Loket de aanmelding?",
  loket_oppakken: "Navragen: pakt het Loket het op?",
  loket_navragen: "Navragen: wat zegt het Loket?",
  wijkteam_ontvangst: "Navragen: heeft het wijkteam de aanmelding?",
  wijkteam_oppakken: "Navragen: pakt het wijkteam het op?",
  wijkteam_navragen: "Navragen: wat zegt het wijkteam?",
  wachtlijst_controle: "Navragen hoe het op de wachtlijst staat",
  overbrugging_einde: "Beslissen over de overbrugging",
};
