/** Verbs of the momentprik; the first two also stand on the cards of a round and of what to plan. */
export const momentprikVerb = {
  /** About an SZT. */
  nieuw: "open-momentprik",
  nieuwOpslaan: "save-momentprik",
  /** About a round. */
  verzet: "open-momentprik-verzet",
  verzetOpslaan: "save-momentprik-verzet",
  /** About a momentprik. */
  toon: "show-momentprik",
  antwoord: "answer-momentprik",
  mijnAntwoord: "open-momentprik-antwoord",
  kies: "choose-moment",
  anders: "open-momentprik-kiezen",
  andersOpslaan: "save-momentprik-kiezen",
  opnieuw: "open-momentprik-opnieuw",
  opnieuwOpslaan: "save-momentprik-opnieuw",
  erbij: "open-momentprik-erbij",
  erbijOpslaan: "save-momentprik-erbij",
  vraagStoppen: "ask-momentprik-stoppen",
  stoppen: "stop-momentprik",
} as const;
