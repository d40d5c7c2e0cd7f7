/** Short words around presses that have no card of their own. */
export const pressWords = {
  done: "Gelukt.",
  dialogTitle: "Zorgronde",
  already: "Dit was al gedaan. Je ziet nu hoe het ervoor staat.",
  stale: "Iemand anders was je net voor. Je ziet nu hoe het ervoor staat.",
  channelOnly:
    "Hierover praat ik alleen in onze eigen chat. Open de chat met Zorgronde en typ daar je vraag. Staat hier iets over een kind? Haal je bericht weg: iedereen in dit kanaal kan het lezen.",
  notReplaced: "Deze kaart kan ik nu niet bijwerken. Typ het nummer, of: mijn taken. Dan komt er een nieuwe.",
  noDialogs: "Vul het formulier hieronder in.",
} as const;
