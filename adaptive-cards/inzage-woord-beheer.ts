/** Words of the readable copy for keeping, erasing, and what was sent about it. */
import { bewaarredenen } from "#domain/bewaartermijn.ts";
import type { NoticeKind } from "#domain/notice.ts";
import { briefNaam } from "./brief.ts";
import { type Codes, door, type Woorden } from "./inzage-woord-tabel.ts";
import { noticeWords } from "./notice.ts";
import { bewaarredenLabel } from "./rechten.ts";
import { verzoekerLabel } from "./rechten-form.ts";
import { wisredenLabel, wisWeigerredenLabel } from "./wissing.ts";
import { functieNaam } from "./word.ts";

const notices = Object.fromEntries(
  (Object.keys(noticeWords) as NoticeKind[]).map((kind) => [kind, noticeWords[kind].summary]),
);
const onderwerp: Codes = {
  hulpvraag: "De hulpvraag",
  rechten: "De rechten van ouders en leerling",
  logboek: "Het logboek",
};

export const beheerWoorden: Woorden<
  "bewaring" | "bewaartermijn" | "wissing" | "bericht" | "kennisgeving" | "wekker" | "bestandslink"
> = {
  bewaring: {
    een: "Reden",
    veel: "Redenen om langer te bewaren",
    vorm: "lijst",
    velden: {
      leerling_id: null,
      reden: ["Reden", Object.fromEntries(bewaarredenen.map((reden) => [reden, bewaarredenLabel[reden]]))],
      tot: "Tot en met",
      ...door,
      beeindigd_op: "Opgeheven op",
      beeindigd_door: "Opgeheven door",
    },
  },
  bewaartermijn: {
    een: "Aankondiging",
    veel: "Aankondiging dat dit wordt gewist",
    vorm: "tabel",
    velden: { hulpvraag_id: null, aangekondigd_op: "Aangekondigd op", wissen_op: "Wordt gewist op" },
  },
  wissing: {
    een: "Vraag om te wissen",
    veel: "Vragen om alles te wissen",
    vorm: "lijst",
    velden: {
      nummer: ["Nummer", "zelf"],
      aanleiding: [
        "Aanleiding",
        { verzoek: "Iemand vroeg het", bewaartermijn: "De bewaartermijn is voorbij" },
      ],
      reden: ["Reden", { ...wisredenLabel, bewaartermijn: "De bewaartermijn is voorbij" }],
      gevraagd_van: ["Op verzoek van", verzoekerLabel],
      gevraagd_door: "Gevraagd door",
      gevraagd_op: "Gevraagd op",
      tweede_id: "Moet worden bevestigd door",
      uiterlijk: "Uiterlijk",
      status: [
        "Hoe ver",
        {
          gevraagd: "Wacht op bevestiging",
          bevestigd: "Bevestigd",
          geweigerd: "Niet bevestigd",
          ingetrokken: "Teruggenomen",
          verlopen: "Niet op tijd bevestigd",
          tegengehouden: "Tegengehouden",
          gewist: "Gewist",
          klaar: "Klaar",
        },
      ],
      tegen: [
        "Tegengehouden door",
        { loopt: "Een hulpvraag die loopt", bewaring: "Een reden om te bewaren" },
      ],
      weigerreden: ["Waarom niet bevestigd", wisWeigerredenLabel],
      beantwoord_op: "Antwoord op",
      gewist_op: "Gewist op",
      klaar_op: "Klaar op",
      bewijs: ["Wat er weg is", "zelf"],
    },
  },
  bericht: {
    een: "Bericht",
    veel: "Berichten die staan of stonden",
    vorm: "tabel",
    velden: {
      persoon_id: "In de chat van",
      onderwerp_soort: ["Over", onderwerp],
      onderwerp_id: "Hulpvraag",
      actueel: "Het nieuwste",
      verzonden_op: "Verstuurd",
      bijgewerkt_op: "Bijgewerkt",
    },
  },
  kennisgeving: {
    een: "Melding",
    veel: "Meldingen aan mensen en aan het kanaal",
    vorm: "tabel",
    velden: {
      soort: ["Melding", notices],
      persoon_id: "Aan",
      onderwerp_soort: ["Over", onderwerp],
      onderwerp_id: "Hulpvraag",
      dringend: "Meteen",
      niet_voor: "Op zijn vroegst",
      status: [
        "Hoe ver",
        {
          klaar: "Staat klaar",
          bezig: "Wordt verstuurd",
          verzonden: "Verstuurd",
          vervallen: "Niet meer nodig",
          mislukt: "Niet gelukt",
        },
      ],
      verzonden_op: "Verstuurd",
      gemaakt_op: "Gemaakt",
      gepland_op: "Bedoeld voor",
    },
  },
  wekker: {
    een: "Moment",
    veel: "Momenten waarop Zorgronde zelf iets doet",
    vorm: "tabel",
    velden: {
      soort: [
        "Wat",
        {
          toestemming_verloopt: "Stoppen als de toestemming afloopt",
          toestemming_maand: "Kijken of de toestemming bijna afloopt",
          aanbod_verloopt: "Kijken of er antwoord is op de vraag over de regierol",
          waarneming: "Kijken wie de regierol heeft",
          bezwaar_voorbij: "Kijken of de tijd voor bezwaar voorbij is",
        },
      ],
      onderwerp_id: "Hulpvraag",
      op: "Wanneer",
      gedaan_op: "Gedaan",
      gemaakt_op: "Gemaakt",
    },
  },
  bestandslink: {
    een: "Link",
    veel: "Links naar bestanden die zijn gemaakt",
    vorm: "tabel",
    velden: {
      persoon_id: "Voor",
      soort: [
        "Bestand",
        {
          brief: "Brief voor ouders",
          inzage_json: "Kopie voor een computer",
          inzage_pdf: "Kopie om te lezen",
        },
      ],
      onderwerp_id: "Hulpvraag",
      keuze: ["Gekozen", { ...functieNaam, ...briefNaam, terugAan: "terug aan" }],
      geldig_tot: "Werkte tot",
      gebruikt_op: "Gebruikt",
      gemaakt_op: "Gemaakt",
    },
  },
};
