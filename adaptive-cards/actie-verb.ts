/** Verbs around acties: of a hulpvraag that goes to somebody else, and of the team itself. */
export const overdrachtVerb = {
  vraag: "open-overdracht",
  vraagOpslaan: "save-overdracht",
  vraagTrekIn: "ask-overdracht-terug",
  trekIn: "cancel-overdracht",
  ja: "accept-overdracht",
  vraagNee: "open-overdracht-nee",
  nee: "refuse-overdracht",
} as const;

export const teamactieVerb = {
  toon: "show-teamacties",
  /** The form, or first which team it is for. */
  nieuw: "open-teamactie",
  kiesTeam: "choose-teamactie-team",
  opslaan: "save-teamactie",
  vervang: "replace-teamactie",
  /** The same act on the list of the team, the own tasks, the daily bundle and the round: the card pressed is drawn again. */
  gedaan: "teamactie-gedaan",
  taakGedaan: "teamactie-taak-gedaan",
  dagGedaan: "teamactie-dag-gedaan",
  rondeGedaan: "teamactie-ronde-gedaan",
  vraagUitstel: "open-teamactie-uitstel",
  uitstel: "save-teamactie-uitstel",
  vraagDatum: "open-teamactie-datum",
  datum: "save-teamactie-datum",
  vraagVervallen: "ask-teamactie-vervallen",
  vervallen: "drop-teamactie",
  vraagOverdracht: "open-teamactie-overdracht",
  overdracht: "save-teamactie-overdracht",
  vraagTrekIn: "ask-teamactie-overdracht-terug",
  trekIn: "cancel-teamactie-overdracht",
  ja: "accept-teamactie",
  vraagNee: "open-teamactie-nee",
  nee: "refuse-teamactie",
} as const;
