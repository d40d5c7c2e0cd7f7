/** Verbs about the Loket and the wijkteam; which of the two goes along with the press. */
export const aanmeldingVerb = {
  regelen: "open-aanmelding",
  vraagVersturen: "open-aanmelding-versturen",
  versturen: "save-aanmelding",
  niet: "skip-aanmelding",
  vraagStap: "open-aanmelding-stap",
  stap: "save-aanmelding-stap",
  vraagSluiten: "open-na-loket",
  sluiten: "close-na-loket",
} as const;
