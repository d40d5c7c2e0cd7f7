/** Verbs around who works in a team, what nobody has any more, and how the cooperation goes. */
export const teamVerb = {
  toon: "show-team",
  kies: "choose-team",
  vraagLid: "open-lid",
  lid: "save-lid",
  vraagAfspraak: "open-lid-afspraak",
  kiesAfspraak: "choose-lid-afspraak",
  afspraak: "save-lid-afspraak",
  vraagVervanging: "open-vervanging",
  vervanging: "save-vervanging",
  vraagVoorzitter: "open-team-voorzitter",
  voorzitter: "save-team-voorzitter",
  vraagVertrek: "open-vertrek",
  vertrek: "save-vertrek",
  /** Teams was right, or was not. */
  weg: "lid-is-weg",
  terug: "lid-hoort-erbij",
  openwerk: "show-openwerk",
} as const;

export const evaluatieVerb = { antwoord: "save-evaluatie" } as const;
