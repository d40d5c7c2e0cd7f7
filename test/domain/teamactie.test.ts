import { describe, expect, it } from "vitest";
import { seeGevraagd, seeTeamactie, teamactiehoudersOf } from "#domain/see-teamactie.ts";
import { checkTeamactie, sharedCalendar, type TeamactieForm } from "#domain/teamactie.ts";
import { aTeamlid, date, now, someTeam, today } from "./a-dossier.ts";
import { aTeamactie } from "./a-teamactie.ts";

const form = (over: Partial<TeamactieForm> = {}): TeamactieForm => ({
  wat: "Regel een stamgroepoverzicht",
  houderId: "smw1",
  datum: date("2026-12-02"),
  ...over,
});
const facts = { team: someTeam, known: { team: ["Noor Visser", "Bram de Wit"] }, today };
const kinds = (over: Partial<TeamactieForm>) =>
  Object.entries(checkTeamactie(form(over), facts) ?? {}).map(
    ([veld, probleem]) => `${veld} ${probleem?.kind}`,
  );

describe("an actie of the team", () => {
  it.each([
    "Regel een stamgroepoverzicht",
    "Nodig de ouders uit voor de ouderavond",
    "Zoek uit hoe de meldcode werkt",
    "Nodig de jeugdarts uit voor maart",
    "Maak een lijst van leerlingen die komen",
  ])("can be: %s", (wat) => {
    expect(kinds({ wat })).toEqual([]);
  });

  it.each([
    ["Vraag Sanne naar de sleutel", "bevat"],
    ["Regel vervanging voor Bram de Wit", "bevat"],
    ["Bel 06 12345678", "bevat"],
    ["Bespreek HV-4821 met de leerkracht", "over_een_kind"],
    ["Kijk naar hv4821", "over_een_kind"],
    ["h v 6040 navragen", "over_een_kind"],
    ["nummer 6040 navragen", "over_een_kind"],
    ["Bel de moeder van de kleuter", "over_een_kind"],
    ["De jongen uit groep 5 heeft een gesprek nodig", "over_een_kind"],
    ["Praat met het kind", "over_een_kind"],
    ["", "leeg"],
    ["x".repeat(201), "te_lang"],
  ])("is not about one child, and names nobody: %s", (wat, kind) => {
    expect(kinds({ wat })).toEqual([`wat ${kind}`]);
  });

  it("of which a name was replaced can be kept", () => {
    expect(kinds({ wat: "Vraag [naam] naar de sleutel" })).toEqual([]);
  });

  it("is done by somebody who works in the team today, on a day to come", () => {
    expect(kinds({ houderId: null })).toEqual(["wie leeg"]);
    expect(kinds({ houderId: "dir1" })).toEqual(["wie past_niet"]);
    expect(kinds({ datum: null })).toEqual(["datum leeg"]);
    expect(kinds({ datum: today.subtract({ days: 1 }) })).toEqual(["datum voorbij"]);
    expect(kinds({ datum: today })).toEqual([]);
    expect(kinds({ datum: today.add({ days: 401 }) })).toEqual(["datum past_niet"]);
  });

  it("is read by everybody who works in the team, and by nobody else", () => {
    const sees = (persoonId: string) => seeTeamactie(aTeamactie(), { persoonId, now }) !== null;
    expect(["ib1", "smw1", "bpo1"].map(sees)).toEqual([true, true, true]);
    expect(["dir1", "niemand"].map(sees)).toEqual([false, false]);
    const onCall = aTeamlid("lpa9", "leerplicht");
    expect(seeTeamactie(aTeamactie({ team: [...someTeam, onCall] }), { persoonId: "lpa9", now })).toBeNull();
  });

  it("goes to who leads the team when who had it left, and says so", () => {
    const left = { ...aTeamlid("smw1", "smw"), tot: today.subtract({ days: 1 }) };
    const team = [...someTeam.filter(({ persoonId }) => persoonId !== "smw1"), left];
    const gone = aTeamactie({ team });
    expect(teamactiehoudersOf(aTeamactie(), today)).toEqual(["smw1"]);
    expect(teamactiehoudersOf(gone, today)).toContain("ib1");
    const ib = seeTeamactie(gone, { persoonId: "ib1", now });
    expect(ib).toMatchObject({ vanMij: true, houderWeg: true });
    expect(ib?.mag.has("overdragen")).toBe(true);
    expect(seeTeamactie(aTeamactie(), { persoonId: "ib1", now })?.mag.has("overdragen")).toBe(false);
    expect(seeTeamactie(gone, { persoonId: "smw1", now })).toBeNull();
  });

  it("is answered by who is asked, as long as that one works in the team", () => {
    const overdracht = { aan: "bpo1", door: "smw1", stand: "gevraagd", reden: null } as const;
    const asked = aTeamactie({ overdracht });
    const look = (persoonId: string) => seeGevraagd(asked, { persoonId, now, scholen: "De Regenboog" });
    expect(look("bpo1")).toMatchObject({ soort: "teamactie", omschrijving: "Regel een stamgroepoverzicht" });
    expect([look("smw1"), look("ib1")]).toEqual([null, null]);
    expect(seeTeamactie(asked, { persoonId: "smw1", now })?.overdracht).toMatchObject({ stand: "gevraagd" });
    const team = someTeam.filter(({ persoonId }) => persoonId !== "bpo1");
    expect(seeTeamactie({ ...asked, team }, { persoonId: "smw1", now })?.overdracht).toBeNull();
  });

  it("has no day on which one of the schools is closed", () => {
    const cal = (day: string) => ({
      regio: "N" as const,
      holidays: [],
      studiedagen: [date(day)],
      openOp: [],
      horizon: date("2027-07-31"),
    });
    const both = sharedCalendar([cal("2026-12-01"), cal("2026-12-02")]);
    expect(both.studiedagen.map(String)).toEqual(["2026-12-01", "2026-12-02"]);
  });
});
