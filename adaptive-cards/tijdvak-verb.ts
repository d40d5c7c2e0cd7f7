/** Verbs around somebody who was asked for one item of a round alone. */
export const tijdvakVerb = {
  kies: "open-genodigden",
  kiesOpslaan: "save-genodigden",
  toon: "show-tijdvak",
  kamer: "tijdvak-kamer",
  online: "tijdvak-online",
  niet: "tijdvak-niet",
  inAgenda: "open-tijdvaklink",
  uitAgenda: "open-tijdvakweg",
  pdf: "tijdvak-verslag-pdf",
} as const;
