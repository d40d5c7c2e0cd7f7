import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import { moment } from "#test/domain/a-dossier.ts";
import { aWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { cancelRonde, moveRonde } from "#usecases/overlegronde.ts";
import { askNextRonde, myRounds, showRonde } from "#usecases/round-overview.ts";
import { castOf } from "./a-cast.ts";
import { aForm, aReady, aRonde, seenRonde, statusOf, timersOf, toldAbout, versieOf } from "./a-round.ts";
import { anAct, date, done } from "./an-intake.ts";

const made = aWorld();
afterAll(async () => (await made).close());
const time = (text: string) => Temporal.PlainTime.from(text);

describe("mijn overleggen", () => {
  it("has the rounds of all schools of one person in order, and says which overlap", async () => {
    const { t, noor, fatima, peter, bram, saskia } = await castOf(made);
    const joost = await t.actor("joost");
    const regenboog = await aRonde(t, noor, [peter, saskia]);
    const kompas = await aRonde(t, fatima, [peter, bram], { begin: time("14:00") });
    const wilgen = await aRonde(t, joost, [peter], { datum: date("2026-12-08") });
    await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-01") });
    const { regels, planbaar } = await myRounds(t.world, peter);
    expect(regels.map(({ ronde }) => ronde.id)).toEqual([regenboog, kompas, wilgen]);
    expect(regels.map(({ scholen }) => scholen)).toEqual([["De Regenboog"], ["Het Kompas"], ["De Wilgen"]]);
    expect(regels.map(({ overlapt }) => overlapt.map(({ scholen }) => scholen[0]))).toEqual([
      ["Het Kompas"],
      ["De Regenboog"],
      [],
    ]);
    expect(planbaar).toEqual([]);
    expect((await myRounds(t.world, noor)).planbaar).toMatchObject([{ scholen: ["De Regenboog"] }]);
  });

  it("keeps a round that nobody opened on top for chair and ib, until it is cancelled or sixty days old", async () => {
    const { t, noor, bram, saskia } = await castOf(made);
    const other = { voorzitterId: bram.persoonId, datum: date("2026-11-25") };
    const chaired = await aRonde(t, noor, [bram, saskia], other);
    const { id: hulpvraag } = await aReady(t, noor);
    done(await agendeerOp(anAct(t, noor), chaired, { hulpvragen: [hulpvraag], minuten: 15 }));
    const start = t.clock.now();
    const first = async (actor: Actor) => (await myRounds(t.world, actor)).regels[0]?.ronde.id;
    const has = async (actor: Actor) =>
      (await myRounds(t.world, actor)).regels.some(({ ronde }) => ronde.id === chaired);
    t.clock.set(moment("2026-11-26T09:00"));
    expect([await first(noor), await first(bram)]).toEqual([chaired, chaired]);
    expect(await has(saskia)).toBe(false);
    const gezien = await seenRonde(t, noor, chaired);
    expect(gezien.voorstellen).toEqual([]);
    expect([...gezien.mag]).toEqual(["wijzigen", "afzeggen", "notulist"]);
    t.clock.set(moment("2027-01-24T09:00"));
    expect(await first(noor)).toBe(chaired);
    t.clock.set(moment("2027-01-25T09:00"));
    expect(await has(noor)).toBe(false);
    t.clock.set(moment("2026-11-26T09:00"));
    done(await cancelRonde(anAct(t, noor), { id: chaired, versie: await versieOf(t, chaired) }));
    expect(await has(noor)).toBe(false);
    expect(await statusOf(t, hulpvraag)).toBe("klaargezet");
    t.clock.set(start);
  });

  it("has a round that was not opened among the coming ones again when it is moved", async () => {
    const { t, noor, bram, saskia } = await castOf(made);
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-24") });
    const start = t.clock.now();
    t.clock.set(moment("2026-11-26T09:00"));
    const form = aForm(noor, [bram, saskia], { datum: date("2026-12-17") });
    done(await moveRonde(anAct(t, noor), { id, versie: 1 }, form));
    expect((await myRounds(t.world, saskia)).regels.map(({ ronde }) => ronde.id)).toContain(id);
    expect((await timersOf(t, id)).slice(-2)).toEqual([
      "ronde_vandaag 2026-12-17T06:00:00",
      "ronde_afmaken 2026-12-18T08:00:00",
    ]);
    t.clock.set(start);
  });

  it("is empty for who leads or runs the place", async () => {
    const { t, wim } = await castOf(made);
    expect(await myRounds(t.world, wim)).toMatchObject({ regels: [], planbaar: [] });
  });
});

describe("showing a round", () => {
  it("puts its card below, once a press; for who does not take part there is nothing", async () => {
    const { t, noor, bram, saskia, peter, wim } = await castOf(made);
    const id = await aRonde(t, noor, [bram, saskia]);
    const act = anAct(t, bram);
    done(await showRonde(act, id));
    expect(await showRonde(act, id)).toMatchObject({ error: { kind: "al_gedaan" } });
    expect((await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_getoond")).toHaveLength(1);
    for (const actor of [peter, wim]) {
      expect(await showRonde(anAct(t, actor), id)).toMatchObject({ error: { kind: "onzichtbaar" } });
    }
  });

  it("finds one that was not held too, for who can finish it", async () => {
    const { t, noor, bram, saskia } = await castOf(made);
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-24") });
    const start = t.clock.now();
    t.clock.set(moment("2026-11-26T09:00"));
    await askNextRonde(t.world, noor, "m7");
    await askNextRonde(t.world, bram, "m8");
    const shown = (await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_getoond");
    expect(shown.map(({ persoonId }) => persoonId)).toEqual([noor.persoonId]);
    t.clock.set(start);
  });

  it("finds the first one to come for who asks for the agenda", async () => {
    const { t, hanna, noor } = await castOf(made);
    expect(await askNextRonde(t.world, hanna, "m1")).toBe(false);
    const id = await aRonde(t, noor, [hanna], { datum: date("2026-11-30") });
    expect(await askNextRonde(t.world, hanna, "m2")).toBe(true);
    expect(await askNextRonde(t.world, hanna, "m2")).toBe(true);
    expect((await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_getoond")).toHaveLength(1);
  });
});
