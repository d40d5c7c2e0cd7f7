import type { Afwijsreden } from "#domain/verslag.ts";

/** Why a change is not taken over, as a choice and as an answer. */
export const afwijsredenLabel: Record<Afwijsreden, string> = {
  staat_er_al: "Dit staat er al",
  zo_besloten: "Het is zo besloten",
  niet_besproken: "Dit is niet besproken",
  niet_nodig: "Dit is voor de hulp niet nodig",
  hoort_in_dossier: "Dit hoort in het dossier van de school",
};
