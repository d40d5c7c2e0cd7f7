/** An adviesvraag with safe defaults: put to the kernteam, not yet answered. */
import type { AdviesvraagFeit } from "#domain/adviesvraag.ts";
import { seal } from "#domain/sealed.ts";
import { date, someTeam } from "./a-dossier.ts";

export function anAdvies(over: Partial<AdviesvraagFeit> = {}): AdviesvraagFeit {
  return {
    id: "a1",
    sztId: "szt",
    status: "gesteld",
    kring: "kernteam_nu",
    domein: "gedrag",
    vraag: seal("Wat helpt bij onrust?"),
    antwoord: null,
    uitkomst: null,
    vragerId: "ib1",
    beantwoordDoor: null,
    gesteldOp: date("2026-11-23"),
    beantwoordOp: null,
    wissenOp: date("2027-02-15"),
    versie: 1,
    team: someTeam,
    ronde: null,
    ...over,
  };
}

export const answered: Partial<AdviesvraagFeit> = {
  status: "beantwoord",
  uitkomst: "advies_gegeven",
  antwoord: seal("Werk met vaste plekken."),
  beantwoordDoor: "bpo1",
  beantwoordOp: date("2026-11-24"),
};
