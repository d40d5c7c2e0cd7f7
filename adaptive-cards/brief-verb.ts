/** Verbs of letters and the folder. */
export const briefVerb = {
  /** About a hulpvraag. */
  open: "open-brief",
  maak: "make-brief",
  /** About the teams of the one who presses. */
  vraagFolder: "open-folder",
  folder: "make-folder",
} as const;
