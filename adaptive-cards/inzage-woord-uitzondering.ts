/** Words of the readable copy for what was asked of the directeur. */
import { door, type GewoonTabel, type Woorden } from "./inzage-woord-tabel.ts";
import { nogNietLabel, redenLabel, veiligThuisLabel } from "./uitzondering-word.ts";

export const uitzonderingWoorden: Woorden<Extract<GewoonTabel, `uitzondering${string}`>> = {
  uitzondering: {
    een: "Vraag aan de directeur",
    veel: "Vragen aan de directeur om zonder de ouders te overleggen",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      referentie: ["Nummer", "zelf"],
      redenen: ["Waarom het niet kon worden gevraagd", redenLabel],
      reden: "Uitleg daarbij",
      veilig_thuis: ["Veilig Thuis en de meldcode", veiligThuisLabel],
      ronde_id: "Voor welk overleg",
      ronde_datum: "Dag van dat overleg",
      ronde_geopend_op: "Dat overleg begon op",
      besproken_op: "Besproken zonder de ouders op",
      gevraagd_door: "Gevraagd door",
      gevraagd_op: "Gevraagd op",
      directeur_id: "Gevraagd aan",
      einde: [
        "Hoe het afliep",
        {
          nee: "Het mocht niet",
          ingetrokken: "De vraag is teruggenomen",
          teruggenomen: "Het besluit is teruggenomen",
          gebruikt: "Het is één keer besproken",
          vervallen: "Het is vervallen",
        },
      ],
      waarom: [
        "Waarom vervallen",
        {
          ronde_verzet: "Het overleg is verzet",
          ronde_vervallen: "Het overleg ging niet door",
          ronde_begonnen: "Het overleg begon voordat er een besluit was",
          dag_voorbij: "De dag van het overleg ging voorbij",
          niet_besproken: "Het is niet besproken",
          niet_meer_nodig: "Er kwam toestemming",
          hulpvraag_gestopt: "De hulpvraag is gestopt",
        },
      ],
      einde_op: "Voorbij sinds",
    },
  },
  uitzondering_besluit: {
    een: "Besluit van de directeur",
    veel: "Besluiten van de directeur",
    vorm: "lijst",
    velden: {
      uitzondering_id: "Hoort bij",
      besluit: ["Besluit", { ja: "Ja, één keer", nee: "Nee" }],
      motivatie: "Waarom",
      besloten_door: "Besloten door",
      besloten_op: "Besloten op",
      teruggenomen_op: "Teruggenomen op",
    },
  },
  uitzondering_verslag: {
    een: "Verslag",
    veel: "Wat er zonder de ouders is besproken",
    vorm: "lijst",
    velden: { uitzondering_id: "Hoort bij", tekst: "Wat er is besproken", ...door },
  },
  uitzondering_ouders: {
    een: "Keer dat ernaar is gekeken",
    veel: "Wanneer de ouders het konden horen",
    vorm: "lijst",
    velden: {
      uitzondering_id: "Hoort bij",
      verteld_op: "Verteld op",
      nog_niet: ["Waarom nog niet", nogNietLabel],
      herzien_op: "Opnieuw kijken op",
      ...door,
    },
  },
};
