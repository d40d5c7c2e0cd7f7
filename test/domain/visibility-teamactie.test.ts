import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seal } from "#domain/sealed.ts";
import { type Teamrelatie, teamrelaties } from "#domain/teamactie-relatie.ts";
import {
  explainAdvies,
  explainTeam,
  revealTeam,
  type Teamhandeling,
  teamhandelingen,
  teamRows,
} from "#domain/visibility.ts";

const statussen = ["open", "gedaan", "vervallen"] as const;
type Status = (typeof statussen)[number];
const may = (set: Iterable<Teamrelatie>, handeling: Teamhandeling, status: Status) =>
  explainTeam({ relaties: new Set(set), handeling, status }).allowed;

/** All of them: there are few. */
const sets = Array.from({ length: 2 ** teamrelaties.length }, (_, number) =>
  teamrelaties.filter((_relatie, place) => Math.floor(number / 2 ** place) % 2 === 1),
);
function always(rule: (set: readonly Teamrelatie[], status: Status) => boolean): void {
  for (const set of sets)
    for (const status of statussen) if (!rule(set, status)) expect.fail(`${set.join("+")} ${status}`);
}
const every = (rule: (act: Teamhandeling) => boolean) => teamhandelingen.every(rule);

describe("visibility of an actie of the team", () => {
  it("gives someone outside the team nothing, whatever else this person is", () => {
    always((set, status) => every((act) => !may([...set, "buitenstaander"], act, status)));
    always((set, status) => set.includes("teamlid") || every((act) => !may(set, act, status)));
  });

  it("whoever may do something with it may read it", () => {
    always((set, status) => every((act) => !may(set, act, status) || may(set, "lezen", status)));
  });

  it("only an open one can be changed, and one that fell away is read by nobody", () => {
    always((set, status) => every((act) => !may(set, act, status) || act === "lezen" || status === "open"));
    always((set) => every((act) => !may(set, act, "vervallen")));
  });

  it("is answered by who was asked and by nobody else", () => {
    always((set, status) => !may(set, "antwoorden", status) || set.includes("gevraagd"));
  });

  it("is handed over by who has it, and by who leads only when that one left", () => {
    always(
      (set, status) =>
        !may(set, "overdragen", status) ||
        set.includes("houder") ||
        (set.includes("leidt") && set.includes("houder_weg")),
    );
  });

  it("a relation more never takes away, but for that of an outsider", () => {
    fc.assert(
      fc.property(
        fc.subarray([...teamrelaties]),
        fc.constantFrom(...teamrelaties.filter((one) => one !== "buitenstaander")),
        fc.constantFrom(...statussen),
        (set, added, status) => every((act) => !may(set, act, status) || may([...set, added], act, status)),
      ),
    );
  });

  it("is the golden file", async () => {
    const lines = sets
      .filter((set) => set.length <= 3)
      .flatMap((set) =>
        teamhandelingen.flatMap((act) => {
          const found = statussen.filter(
            (status) =>
              may(set, act, status) &&
              !set.some((gone) =>
                may(
                  set.filter((one) => one !== gone),
                  act,
                  status,
                ),
              ),
          );
          return found.length > 0 ? [`${set.join("+")} | ${act} | ${found.join(" ")}`] : [];
        }),
      );
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden/visibility-teamactie.txt");
    expect(teamRows.every((row) => row.relaties.length <= 3)).toBe(true);
  });

  it("opens its words with a decision to read, and with no other", () => {
    const sealed = seal("Regel een stamgroepoverzicht");
    const ask = (relatie: Teamrelatie, handeling: Teamhandeling) =>
      explainTeam({ relaties: new Set([relatie]), handeling, status: "open" });
    expect(revealTeam(ask("teamlid", "lezen"), sealed)).toBe("Regel een stamgroepoverzicht");
    expect(revealTeam({ ...ask("teamlid", "lezen") }, sealed)).toBeNull();
    expect(revealTeam(ask("houder", "lezen"), sealed)).toBeNull();
    const advies = explainAdvies({
      relaties: new Set(["ib_van_school"]),
      handeling: "vraag_zien",
      status: "gesteld",
      kring: "kernteam_nu",
    });
    expect(revealTeam(advies as never, sealed)).toBeNull();
  });
});
