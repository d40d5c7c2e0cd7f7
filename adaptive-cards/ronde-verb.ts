/** Verbs of the card of a round; also on cards that point to it. */
export const rondeVerb = {
  /** Puts the card below in the chat. */
  toon: "show-ronde",
  plan: "open-ronde-plannen",
  planOpslaan: "save-ronde-plannen",
  wijzig: "open-ronde-wijzigen",
  wijzigOpslaan: "save-ronde-wijzigen",
  vraagAfzeggen: "ask-ronde-afzeggen",
  afzeggen: "cancel-ronde",
  notulist: "open-notulist",
  notulistOpslaan: "save-notulist",
  inAgenda: "open-agendalink",
  /** The same link, on a card of what is over: the file takes it out again. */
  uitAgenda: "open-agendalink-weg",
  /** Makes a subscription, or asks first when there is one. */
  vraagAbonnement: "open-agendafeed",
  abonnement: "renew-agendafeed",
  begin: "begin-ronde",
  aanwezigheid: "open-aanwezigheid",
  aanwezigheidOpslaan: "save-aanwezigheid",
  later: "ronde-later",
  beginPunt: "begin-punt",
  langer: "extend-punt",
  vraagBrengtIn: "open-brengt-in",
  brengtIn: "save-brengt-in",
  vraagOverdragen: "open-voorzitter",
  overdragen: "save-voorzitter",
  vraagOvernemen: "ask-voorzitter",
  overnemen: "take-voorzitter",
  vraagBijdrage: "open-bijdrage",
  bijdrage: "save-bijdrage",
  actieGedaan: "ronde-actie-gedaan",
  actieDatum: "open-actie-datum",
  actieDatumOpslaan: "save-actie-datum",
  vraagSluiten: "ask-ronde-sluiten",
  sluiten: "close-ronde",
} as const;

export const besluitVerb = {
  open: "open-besluit",
  opslaan: "save-besluit",
  actie: "open-actie",
  actieOpslaan: "save-actie",
  /** Take out what was found in a text; keep nothing yet. */
  vervang: "replace-besluit",
  actieVervang: "replace-actie",
} as const;
