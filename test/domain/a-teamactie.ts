/** Work of the team with safe defaults: open, of the smw, made by the ib. */
import { seal } from "#domain/sealed.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import type { TeamactieFeit } from "#domain/teamactie.ts";
import { date, someTeam } from "./a-dossier.ts";

export function aTeamactie(over: Partial<TeamactieFeit> = {}): TeamactieFeit {
  return {
    id: "t1",
    sztId: "szt",
    houderId: "smw1",
    omschrijving: seal("Regel een stamgroepoverzicht"),
    datum: date("2026-12-02"),
    sinds: date("2026-11-23"),
    status: "open",
    uitgesteld: 0,
    overdracht: null,
    gemaaktDoor: "ib1",
    versie: 1,
    team: someTeam,
    rondeLeiders: [],
    ...over,
  };
}

/** As a card shows it. */
export function aTeamrij(over: Partial<TeamactieGezien> = {}): TeamactieGezien {
  return {
    soort: "teamactie",
    id: "t1",
    sztId: "5a2b7c1e-0000-4000-8000-0000000000f1",
    versie: 1,
    stand: "binnenkort",
    vervalt: date("2026-12-02"),
    omschrijving: "Regel een stamgroepoverzicht",
    houder: "Bram de Wit",
    vanMij: false,
    houderWeg: false,
    overdracht: null,
    mag: new Set(["lezen", "afronden", "verzetten", "laten_vervallen"]),
    ...over,
  };
}
