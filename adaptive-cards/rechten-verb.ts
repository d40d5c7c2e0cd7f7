/** Verbs around the rights of parents and pupil; they stand on several cards. */
export const rechtenVerb = {
  vraagInzage: "ask-inzage",
  inzage: "make-inzage",
  vraagCorrectie: "ask-correctie",
  corrigeren: "save-correctie",
  /** Takes out what was found in a text; keeps nothing yet. */
  vervangCorrectie: "replace-correctie",
  vraagNotitie: "ask-correctienotitie",
  noteren: "save-correctienotitie",
  vervangNotitie: "replace-correctienotitie",
  vraagBewaren: "ask-bewaren",
  bewaren: "save-bewaren",
  vrijgeven: "end-bewaren",
  vraagZoek: "ask-leerling-zoeken",
  zoek: "find-leerling",
} as const;

export const wissingVerb = {
  vraag: "ask-wissing",
  opslaan: "save-wissing",
  vraagBevestigen: "ask-wissing-bevestigen",
  bevestigen: "confirm-wissing",
  vraagWeigeren: "ask-wissing-weigeren",
  weigeren: "refuse-wissing",
  intrekken: "withdraw-wissing",
  stand: "show-wissing",
} as const;
