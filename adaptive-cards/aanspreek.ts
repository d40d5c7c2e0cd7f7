/** How a card names who is told, asked and called: the parents, or the pupil who decides alone. */
import type { Aanspreek } from "#domain/aanspreek.ts";

interface Words {
  readonly naam: string;
  readonly akkoord: string;
  readonly vraagAkkoord: string;
  readonly eerst: string;
  readonly schriftelijk: string;
}

export const aanspreekWords: Readonly<Record<Aanspreek, Words>> = {
  ouders: {
    naam: "de ouders",
    akkoord: "De ouders zijn akkoord.",
    vraagAkkoord: "vraag de ouders of ze akkoord zijn.",
    eerst: "Eerst beslissen de ouders.",
    schriftelijk: "Voor de regierol moeten ze eerst schriftelijke toestemming geven.",
  },
  leerling: {
    naam: "de leerling",
    akkoord: "De leerling is akkoord.",
    vraagAkkoord: "vraag of de leerling akkoord is.",
    eerst: "Eerst beslist de leerling.",
    schriftelijk: "Voor de regierol moet de leerling eerst schriftelijke toestemming geven.",
  },
  ouders_of_leerling: {
    naam: "de ouders of de leerling",
    akkoord: "Er is akkoord.",
    vraagAkkoord: "vraag om akkoord.",
    eerst: "Eerst is er akkoord nodig.",
    schriftelijk: "Voor de regierol is eerst schriftelijke toestemming nodig.",
  },
};
