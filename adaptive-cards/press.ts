/** Short words around presses that have no card of their own. */
export const pressWords = {
  done: "Gelukt.",
  dialogTitle: "Zorgronde",
  already: "Dit was al gedaan. Je ziet nu hoe het ervoor staat.",
  stale: "Iemand anders was je net voor. Je ziet nu hoe het ervoor staat.",
  channelOnly:
    "Hierover praat ik alleen in onze eigen chat. Open de chat met Zorgronde en typ daar je vraag. Staat hier iets over een kind? Haal je bericht weg: iedereen in dit kanaal kan het lezen.",
  noDialogs: "Vul het formulier hieronder in.",
  below: "Ik zet het onderaan in deze chat.",
  changed: "Er is net iets veranderd. Druk nog een keer op de knop.",
} as const;
