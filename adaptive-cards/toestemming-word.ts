/** The Dutch words of the closed lists of a toestemming; see word.ts. */
import type {
  Antwoordvorm,
  Begrip,
  Gezagsmerk,
  Informatietaal,
  Informatiewijze,
  Partij,
  Partijstand,
  Toestemmingsdoel,
  Vaststelling,
} from "#domain/code.ts";

/** In a sentence: "van ouder 1". */
export const partijNaam: Record<Partij, string> = {
  ouder1: "ouder 1",
  ouder2: "ouder 2",
  leerling: "de leerling",
  voogd: "de voogd of instelling",
  voogd2: "de tweede voogd of pleegouder",
};

export const antwoordvormLabel: Record<Antwoordvorm, string> = {
  papier: "Op papier, met handtekening",
  digitaal_geverifieerd: "Digitaal, identiteit gecontroleerd",
  mondeling_bevestigd: "Mondeling, daarna schriftelijk bevestigd",
  mail: "Per mail",
  mondeling: "Mondeling",
};

export const doelLabel: Record<Toestemmingsdoel, string> = {
  bespreking_szt: "Bespreken in het School Zorg Team",
  toewijzen_regierol: "Een partner de regierol geven",
  start_jeugdhulp: "Beginnen met jeugdhulp",
  start_hulp_wgbo: "Beginnen met onderzoek of behandeling",
  verstrekking_extern: "Gegevens geven aan iemand buiten het team",
  verstrekking_jeugdbeschermer: "Gegevens geven aan de jeugdbeschermer",
};

export const informatiewijzeLabel: Record<Informatiewijze, string> = {
  brief: "Per post",
  mail: "Per mail",
  meegegeven: "Op papier meegegeven",
};

export const taalLabel: Record<Informatietaal, string> = {
  nederlands: "Nederlands",
  engels: "Engels",
  turks: "Turks",
  arabisch: "Arabisch",
  pools: "Pools",
  oekraiens: "Oekraïens",
  anders: "Een andere taal",
};

export const begripLabel: Record<Begrip, string> = {
  ja: "Ja",
  met_tolk: "Ja, met een tolk of vertaling",
  nee: "Nee",
  onbekend: "Weet ik niet",
};

export const gezagsmerkLabel: Record<Gezagsmerk, string> = {
  gescheiden: "De ouders zijn uit elkaar",
  ots: "Er is een ondertoezichtstelling (ots)",
  gezinsvoogd: "Er is een gezinsvoogd (jeugdbeschermer)",
  gedeeltelijk_gezag_instelling: "Een instelling heeft een deel van het gezag",
  gedeeltelijk_gezag_pleegouder: "Een pleegouder heeft een deel van het gezag",
};

export const partijstandLabel: Record<Partijstand, string> = {
  overleden: "Is overleden",
  onbereikbaar: "Is niet te bereiken",
  wilsonbekwaam: "Kan dit niet zelf beslissen",
};

export const vaststellingLabel: Record<Vaststelling, string> = {
  akte_of_register: "Akte of register gezien",
  verklaring_andere_ouder: "De andere ouder zegt het",
  brief_en_telefoon: "Brief en telefoon: geen antwoord",
  adres_onbekend: "Adres is onbekend",
  buitenland_onbekend: "In het buitenland, adres onbekend",
  verklaring_deskundige: "Een deskundige zegt het",
};
