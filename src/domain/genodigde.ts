/** Who can be asked for one item of a round and no other (model.md §4), and who is not. */
import type { Erbij, Functie, Komst } from "./code.ts";
import type { AgendapuntFeit, Dossier } from "./dossier.ts";
import { invitable } from "./overlegronde.ts";
import type { Tijdvak } from "./tijdvak.ts";
import { decideDossierOn } from "./toestemming.ts";

/** One person asked for one item, as it was told last. */
export interface GenodigdeFeit extends Tijdvak {
  readonly puntId: string;
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie;
  readonly stand: "gevraagd" | "vervallen";
  readonly icsVolgorde: number;
  /** Of the round, when it was told. */
  readonly rondeVolgorde: number;
  readonly komst: Komst | null;
  /** As the chair noted it; null when nobody did, or when left out. */
  readonly aanwezigheid?: Erbij | null;
}

/** On the list of who is there: this person for this item, beside the people of the round. */
export function erbijKey({ puntId, persoonId }: Pick<GenodigdeFeit, "puntId" | "persoonId">): string {
  return `${puntId}/${persoonId}`;
}

export interface Kandidaat {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie;
  readonly gevraagd: boolean;
  /** The toestemming names the function; else it has to be asked first. */
  readonly genoemd: boolean;
}

/**
 * People of the SZT who do not take part in the round. Of an uitzondering the directeur says who is there, by name:
 * nobody else comes up.
 */
export function kandidatenVoor(
  dossier: Pick<Dossier, "team" | "toestemming" | "uitzondering"> & Parameters<typeof decideDossierOn>[0],
  punt: Pick<AgendapuntFeit, "ronde" | "genodigden">,
): readonly Kandidaat[] {
  const { datum, deelnemers } = punt.ronde;
  const { ok, grondslag } = decideDossierOn(dossier, datum);
  if (!ok) return [];
  const kring = grondslag === "uitzondering" ? (dossier.uitzondering?.deelnemers ?? []) : null;
  const partners = dossier.toestemming?.partners ?? [];
  return invitable(dossier.team, datum)
    .filter(({ persoonId }) => kring === null || kring.includes(persoonId))
    .filter(({ persoonId }) => !deelnemers.some((one) => one.persoonId === persoonId))
    .map(({ persoonId, naam, functie }) => ({
      persoonId,
      naam,
      functie,
      gevraagd: punt.genodigden?.includes(persoonId) ?? false,
      genoemd: kring !== null || partners.includes(functie),
    }));
}
