/** Short words around presses that have no card of their own. */
export const pressWords = {
  done: "Gelukt.",
  dialogTitle: "Zorgronde",
  already: "Dit was al gedaan. Je ziet nu hoe het ervoor staat.",
  /** Another person, or the same one on another card: only what holds for both. */
  stale: "Er was net iets veranderd. Daarom heb ik nu niets bewaard. Je ziet hoe het ervoor staat.",
  channelOnly:
    "Hierover praat ik alleen in onze eigen chat. Open de chat met Zorgronde en typ daar je vraag. Staat hier iets over een kind? Haal je bericht weg: iedereen in dit kanaal kan het lezen.",
  noDialogs: "Vul het formulier hieronder in.",
  below: "Ik zet het onderaan in deze chat.",
  changed: "Er is net iets veranderd. Druk nog een keer op de knop.",
} as const;
