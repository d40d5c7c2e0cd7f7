import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DagberichtTijdForm } from "#domain/dagbericht-tijd.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { readDagberichtTijd, saveDagberichtTijd } from "#usecases/dagbericht-tijd.ts";
import { readTeam } from "#usecases/team.ts";
import { aHeld } from "./a-besluit.ts";
import { sztOf } from "./a-round.ts";
import { kindOf } from "./an-advies.ts";
import { anAct, countOf, date, done } from "./an-intake.ts";
import { bundlesOf, startDays, until } from "./day-by-day.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
beforeEach(async () => {
  t = await aWorld();
  noor = await t.actor("noor");
  bram = await t.actor("bram");
});
afterEach(() => t.close());

const days = async () => (await bundlesOf(t, bram)).map(({ at, soorten }) => [at, ...soorten].join(" "));
const form = (over: Partial<DagberichtTijdForm> = {}): DagberichtTijdForm => ({
  ...{ uur: "08:00", van: null, tot: null, zonder: [] },
  ...over,
});
const says = (over: Partial<DagberichtTijdForm>, who: Actor = bram) =>
  saveDagberichtTijd(anAct(t, who), form(over));

describe("the own bundle", () => {
  it("comes at the chosen hour, from the next one on", async () => {
    await aHeld(t, { ib: noor, houder: bram });
    await startDays(t);
    done(await says({ uur: "10:00" }));
    await until(t, "2026-11-30T18:00");
    expect(await days()).toEqual(["2026-11-26T10:00 eerste_contact", "2026-11-30T10:00 eerste_contact"]);
    expect((await readDagberichtTijd(t.world, bram))?.uur).toBe("10:00");
    // Nobody else's hour is another one.
    expect((await readDagberichtTijd(t.world, noor))?.uur).toBe("08:00");
  });

  it("stays away during leave; the first working day after it has all that is open, once", async () => {
    await aHeld(t, { ib: noor, houder: bram });
    await startDays(t);
    done(await says({ van: date("2026-11-25"), tot: date("2026-12-02") }));
    await until(t, "2026-12-02T18:00");
    expect(await days()).toEqual([]);
    await until(t, "2026-12-03T18:00");
    expect(await days()).toEqual(["2026-12-03T08:00 eerste_contact"]);
  });

  it("comes again when the leave is taken back", async () => {
    await aHeld(t, { ib: noor, houder: bram });
    await startDays(t);
    done(await says({ van: date("2026-11-25"), tot: date("2026-12-02") }));
    await until(t, "2026-11-25T12:00");
    done(await says({}));
    expect((await readDagberichtTijd(t.world, bram))?.verlof).toBeNull();
    await until(t, "2026-11-26T18:00");
    expect(await days()).toEqual(["2026-11-26T08:00 eerste_contact"]);
  });

  it("leaves out what is not wanted ahead of the day; on the day it comes, and after it", async () => {
    await aHeld(t, { ib: noor, houder: bram });
    await startDays(t);
    const ahead = async () => (await days()).filter((day) => day.includes("giz"));
    done(await says({ zonder: ["regierol"] }));
    expect((await readDagberichtTijd(t.world, bram))?.zonder).toEqual(["regierol"]);
    expect((await readDagberichtTijd(t.world, noor))?.zonder).toEqual([]);
    await until(t, "2027-01-22T18:00");
    const without = await ahead();
    expect(without[0]).toMatch(/^2027-01-18/);
    expect(without.length).toBeGreaterThan(1);
    // The parents wait for the first contact: that is never left out.
    expect((await days())[0]).toBe("2026-11-26T08:00 eerste_contact");
  });

  it("is set once by one press, and not by who gets none", async () => {
    const act = anAct(t, bram);
    done(await saveDagberichtTijd(act, form({ uur: "09:00" })));
    expect(kindOf(await saveDagberichtTijd(act, form({ uur: "15:00" })))).toBe("al_gedaan");
    const wim = await t.actor("wim");
    expect(await readDagberichtTijd(t.world, wim)).toBeNull();
    expect(kindOf(await says({}, wim))).toBe("onzichtbaar");
    expect(kindOf(await says({ van: date("2026-11-25") }))).toBe("velden");
    expect(await countOf(t, "verlof")).toBe(0);
  });
});

it("the team sees when somebody is away, beforehand and until it is over", async () => {
  const away = async () =>
    (await readTeam(t.world, noor, sztOf(noor)))?.groepen
      .flatMap(({ leden }) => leden)
      .flatMap(({ naam, weg }) => (weg ? `${naam} ${weg.van} ${weg.tot}` : []));
  done(await says({ van: date("2026-11-24"), tot: date("2026-11-26") }));
  for (const moment of ["2026-11-23T10:00:00Z", "2026-11-24T08:00:00Z", "2026-11-26T20:00:00Z"]) {
    t.clock.set(Temporal.Instant.from(moment));
    expect(await away()).toEqual([`${bram.naam} 2026-11-24 2026-11-26`]);
  }
  t.clock.set(Temporal.Instant.from("2026-11-27T08:00:00Z"));
  expect(await away()).toEqual([]);
});
