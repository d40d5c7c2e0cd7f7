/** Verbs about waiting for help elsewhere; which kind of help goes along with the press. */
export const wachtlijstVerb = {
  regelen: "open-wachtlijst",
  vraagErbij: "open-wachtplek",
  erbij: "save-wachtplek",
  vraagAanpassen: "open-wachtplek-edit",
  aanpassen: "save-wachtplek-edit",
  vraagNagaan: "open-wachtlijst-check",
  nagaan: "save-wachtlijst-check",
  vraagOverbrugging: "open-overbrugging",
  overbrugging: "save-overbrugging",
  beslissen: "decide-overbrugging",
  vraagGeen: "open-geen-overbrugging",
  geen: "save-geen-overbrugging",
} as const;
