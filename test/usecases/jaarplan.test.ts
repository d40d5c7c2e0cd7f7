import { afterAll, describe, expect, it } from "vitest";
import { jaarplanById } from "#database/jaarplan.ts";
import { execute } from "#database/pool.ts";
import type { RitmeForm } from "#domain/jaarplan-form.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { moment } from "#test/domain/a-dossier.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import {
  chooseDag,
  confirmJaarplan,
  drawJaarplan,
  myJaarplannen,
  proposeJaarplan,
  ritmeForm,
  stopJaarplan,
} from "#usecases/jaarplan.ts";
import { cancelRonde, moveRonde, planRonde } from "#usecases/overlegronde.ts";
import { myRounds } from "#usecases/round-overview.ts";
import { castOf } from "./a-cast.ts";
import { aForm, joinLink, readyItems, rondeOf, statusOf, sztOf, timersOf, toldAbout } from "./a-round.ts";
import { anAct, date, done } from "./an-intake.ts";

const worlds: Promise<TestWorld>[] = [];
afterAll(async () => {
  for (const world of worlds) await (await world).close();
});

function cast() {
  const made = aWorld();
  worlds.push(made);
  return castOf(made);
}

const rhythm = (over: Partial<RitmeForm["ritme"]> = {}): RitmeForm => ({
  schooljaar: 2026,
  ritme: {
    weken: 6,
    weekdag: "di",
    begin: Temporal.PlainTime.from("13:30"),
    duurMinuten: 60,
    plaats: "op_school_en_online",
    ...over,
  },
  deelnameLink: joinLink,
});

const propose = async (t: TestWorld, ib: Actor, form = rhythm()) =>
  done(await proposeJaarplan(anAct(t, ib), sztOf(ib), form)).id;

async function seenBy(t: TestWorld, actor: Actor, id: string) {
  const gezien = await drawJaarplan(t.world, actor, id);
  if (!gezien) throw new Error("the plan is out of sight");
  return gezien;
}

const planOf = (t: TestWorld, actor: Actor, id: string) =>
  t.world.database.transact(scopeOf(actor), (tx) => jaarplanById(tx, id));
/** As if the courier is bringing it right now. */
const stands = (t: TestWorld, { persoonId, id }: { readonly persoonId: string; readonly id: string }) =>
  t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    execute(tx, `update kennisgeving set status = 'bezig' where onderwerp_id = $1 and persoon_id = $2`, [
      id,
      persoonId,
    ]),
  );
const at = async (t: TestWorld, actor: Actor, id: string) => ({
  id,
  versie: (await seenBy(t, actor, id)).versie,
});

describe("a proposal for the year", () => {
  it("is seen by who plans and by nobody else, and invites nobody", async () => {
    const { t, noor, bram, peter, wim, esther } = await cast();
    const id = await propose(t, noor);
    const gezien = await seenBy(t, noor, id);
    expect(gezien.regels.map(({ datum }) => datum.toString())).toEqual([
      "2026-12-15",
      "2027-02-09",
      "2027-03-30",
      "2027-05-18",
      "2027-06-29",
    ]);
    for (const other of [bram, peter, wim, esther]) expect(await drawJaarplan(t.world, other, id)).toBeNull();
    expect((await toldAbout(t, id)).map(({ soort, persoonId }) => [soort, persoonId])).toEqual([
      ["jaarplan_voorgesteld", noor.persoonId],
    ]);
    expect((await myRounds(t.world, noor)).regels).toEqual([]);
  });

  it("is for the ib, coo and chair of that SZT to ask", async () => {
    const { t, noor, bram, wim, esther } = await cast();
    for (const other of [bram, wim, esther]) {
      expect(await ritmeForm(t.world, other, sztOf(noor))).toBeNull();
      expect(await proposeJaarplan(anAct(t, other), sztOf(noor), rhythm())).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
  });

  it("says what is wrong with the rhythm", async () => {
    const { t, noor } = await cast();
    const wrong: [RitmeForm, string][] = [
      [{ ...rhythm(), schooljaar: 2031 }, "schooljaar"],
      [rhythm({ begin: Temporal.PlainTime.from("06:00") }), "begin"],
      [rhythm({ begin: Temporal.PlainTime.from("20:30"), duurMinuten: 60 }), "duurMinuten"],
      [{ ...rhythm(), deelnameLink: "" }, "deelnameLink"],
      [{ ...rhythm(), deelnameLink: "https://zoom.example/j/1" }, "deelnameLink"],
    ];
    for (const [form, veld] of wrong) {
      const result = await proposeJaarplan(anAct(t, noor), sztOf(noor), form);
      expect(result).toMatchObject({ ok: false, error: { kind: "velden" } });
      if (!result.ok && result.error.kind === "velden")
        expect(Object.keys(result.error.problemen)).toEqual([veld]);
    }
  });

  it("takes the place of the one before it, and a second press of the same makes no second one", async () => {
    const { t, noor } = await cast();
    const first = await propose(t, noor);
    const act = anAct(t, noor);
    const second = done(await proposeJaarplan(act, sztOf(noor), rhythm({ weken: 3 }))).id;
    expect(await proposeJaarplan(act, sztOf(noor), rhythm({ weken: 3 }))).toMatchObject({
      error: { kind: "al_gedaan" },
    });
    expect(await drawJaarplan(t.world, noor, first)).toBeNull();
    expect((await myJaarplannen(t.world, noor)).map(({ id }) => id)).toEqual([second]);
    expect((await ritmeForm(t.world, noor, sztOf(noor)))?.vorig?.weken).toBe(3);
  });

  it("leaves a round alone that stands already, and goes on from the last one", async () => {
    const { t, noor, bram } = await cast();
    const form = aForm(noor, [bram], { datum: date("2026-12-17") });
    done(await planRonde(anAct(t, noor), sztOf(noor), form));
    const days = (await seenBy(t, noor, await propose(t, noor))).regels.map(({ datum }) => datum.toString());
    expect(days).not.toContain("2026-12-15");
    expect(days[0]).toBe("2027-02-09");
  });

  it("says who sits elsewhere then, and not where", async () => {
    const { t, noor, peter, fatima } = await cast();
    const other = sztOf(fatima);
    expect(other).not.toBe(sztOf(noor));
    const form = aForm(fatima, [peter], {
      datum: date("2026-12-15"),
      begin: Temporal.PlainTime.from("13:00"),
    });
    done(await planRonde(anAct(t, fatima), other, form));
    const [first] = (await seenBy(t, noor, await propose(t, noor))).regels;
    expect(first?.datum.toString()).not.toBe("2026-12-15");
    expect(first?.bezet).toEqual([]);
    const gezien = await seenBy(t, noor, await propose(t, noor));
    const id = gezien.regels[0]?.id ?? "";
    done(
      await chooseDag(anAct(t, noor), await at(t, noor, gezien.id), {
        rondeId: id,
        datum: date("2026-12-15"),
      }),
    );
    const [moved] = (await seenBy(t, noor, gezien.id)).regels;
    expect(moved).toMatchObject({ afwijking: { reden: "zelf" }, bezet: [peter.naam] });
    const said = JSON.stringify(await seenBy(t, noor, gezien.id));
    expect(said).not.toContain(other);
  });
});

describe("another day for one round", () => {
  it("is a schooldag that lies ahead, and not the day of another round", async () => {
    const { t, noor, bram } = await cast();
    const id = await propose(t, noor);
    // Planned by itself, after the proposal was made.
    done(await planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram], { datum: date("2026-12-10") })));
    const [first, second] = (await seenBy(t, noor, id)).regels;
    const rondeId = first?.id ?? "";
    const tries: [string, object][] = [
      ["2026-12-19", { kind: "geen_schooldag" }],
      ["2026-12-25", { kind: "geen_schooldag" }],
      ["2026-11-20", { kind: "voorbij" }],
      [second?.datum.toString() ?? "", { kind: "dubbel" }],
      ["2026-12-10", { kind: "dubbel" }],
      ["2027-09-07", { kind: "te_ver", uiterlijk: date("2027-07-31") }],
    ];
    for (const [day, fout] of tries) {
      const result = await chooseDag(anAct(t, noor), await at(t, noor, id), { rondeId, datum: date(day) });
      expect(result).toMatchObject({ ok: false, error: { kind: "dag", fout } });
    }
    done(await chooseDag(anAct(t, noor), await at(t, noor, id), { rondeId, datum: date("2026-12-17") }));
    expect((await seenBy(t, noor, id)).regels[0]).toMatchObject({ datum: date("2026-12-17") });
  });

  it("was chosen by one of two: who comes second sees that it changed", async () => {
    const { t, noor } = await cast();
    const id = await propose(t, noor);
    const before = await at(t, noor, id);
    const [first] = (await seenBy(t, noor, id)).regels;
    const rondeId = first?.id ?? "";
    done(await chooseDag(anAct(t, noor), before, { rondeId, datum: date("2026-12-16") }));
    expect(await chooseDag(anAct(t, noor), before, { rondeId, datum: date("2026-12-17") })).toMatchObject({
      error: { kind: "verouderd" },
    });
    expect(await confirmJaarplan(anAct(t, noor), before, "alle")).toMatchObject({
      error: { kind: "verouderd" },
    });
  });
});

describe("a plan that is confirmed", () => {
  it("makes every round with its people and its timers, and each person hears of it once", async () => {
    const { t, noor, bram, peter, wim } = await cast();
    const id = await propose(t, noor);
    const made = done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    expect(made).toEqual({ rondes: 5, overgeslagen: 0 });
    const plan = await planOf(t, noor, id);
    expect(plan?.status).toBe("vast");
    for (const { rondeId, datum } of plan?.rondes ?? []) {
      const ronde = await rondeOf(t, rondeId ?? "");
      expect(ronde).toMatchObject({
        datum,
        status: "gepland",
        duurMinuten: 60,
        plaats: "op_school_en_online",
      });
      expect(ronde.deelnemers.map(({ persoonId }) => persoonId)).toEqual(
        expect.arrayContaining([noor.persoonId, bram.persoonId, peter.persoonId]),
      );
      expect(ronde.deelnemers.map(({ persoonId }) => persoonId)).not.toContain(wim.persoonId);
      expect(await timersOf(t, ronde.id)).toHaveLength(4);
      expect(await toldAbout(t, ronde.id)).toEqual([]);
    }
    const told = (await toldAbout(t, id)).filter(({ soort }) => soort === "jaarplan_vastgesteld");
    expect(new Set(told.map(({ persoonId }) => persoonId)).size).toBe(told.length);
    expect(told.map(({ persoonId }) => persoonId)).toEqual(
      expect.arrayContaining([noor.persoonId, bram.persoonId]),
    );
    expect((await seenBy(t, bram, id)).mag).toEqual(new Set());
    expect(await drawJaarplan(t.world, wim, id)).toBeNull();
    expect((await myRounds(t.world, peter)).regels).toHaveLength(5);
  });

  it("leaves out a day on which the team was planned by hand since", async () => {
    const { t, noor, bram } = await cast();
    const id = await propose(t, noor);
    const [first] = (await seenBy(t, noor, id)).regels;
    const plan = await planOf(t, noor, id);
    const when = {
      datum: first?.datum ?? date("2026-12-15"),
      begin: plan?.begin ?? Temporal.PlainTime.from("13:30"),
    };
    const byHand = done(await planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram], when))).id;
    const made = done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    expect(made.overgeslagen).toBe(1);
    expect(made.rondes).toBe((plan?.rondes.length ?? 0) - 1);
    expect((await rondeOf(t, byHand)).status).toBe("gepland");
  });

  it("in part makes those that were chosen; the others stay out of the year", async () => {
    const { t, noor } = await cast();
    const id = await propose(t, noor);
    const [first, , third] = (await seenBy(t, noor, id)).regels;
    const keep = new Set([first?.id ?? "", third?.id ?? ""]);
    const made = done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), keep));
    expect(made).toEqual({ rondes: 2, overgeslagen: 3 });
    expect((await seenBy(t, noor, id)).regels.map(({ stand }) => stand)).toEqual([
      "gepland",
      "overgeslagen",
      "gepland",
      "overgeslagen",
      "overgeslagen",
    ]);
    const nothing = await propose(t, noor, { ...rhythm(), schooljaar: 2027 });
    const refused = await confirmJaarplan(anAct(t, noor), await at(t, noor, nothing), new Set(["x"]));
    expect(refused).toMatchObject({ ok: false, error: { kind: "kan_niet" } });
    expect((await seenBy(t, noor, nothing)).status).toBe("voorstel");
  });

  it("of the next school year makes every round of it, to its last day", async () => {
    const { t, noor } = await cast();
    const id = await propose(t, noor, { ...rhythm(), schooljaar: 2027 });
    const days = (await seenBy(t, noor, id)).regels.map(({ datum }) => datum);
    // Further ahead than one round by itself can be planned.
    expect(days.at(-1)?.toString()).toMatch(/^2028-0[67]/);
    const made = done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    expect(made).toEqual({ rondes: days.length, overgeslagen: 0 });
  });

  it("is made once, however often and by how many it is pressed", async () => {
    const { t, noor } = await cast();
    const id = await propose(t, noor);
    const before = await at(t, noor, id);
    const both = await Promise.all([
      confirmJaarplan(anAct(t, noor), before, "alle"),
      confirmJaarplan(anAct(t, noor), before, "alle"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await myRounds(t.world, noor)).regels).toHaveLength(5);
  });

  it("shows it on its card when one of its rounds is moved or called off by itself", async () => {
    const { t, noor, bram } = await cast();
    const id = await propose(t, noor);
    done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    const [first, second] = (await planOf(t, noor, id))?.rondes ?? [];
    await stands(t, { persoonId: bram.persoonId, id });
    const form = aForm(noor, [bram], { datum: date("2026-12-17") });
    done(await moveRonde(anAct(t, noor), { id: first?.rondeId ?? "", versie: 1 }, form));
    done(await cancelRonde(anAct(t, noor), { id: second?.rondeId ?? "", versie: 1 }));
    const regels = (await seenBy(t, bram, id)).regels;
    expect(regels[0]).toMatchObject({ datum: date("2026-12-17"), stand: "gepland" });
    expect(regels[1]?.stand).toBe("vervallen");
    const fresh = (await toldAbout(t, id)).filter(({ soort }) => soort === "jaarplan_ververst");
    expect(fresh.map(({ persoonId }) => persoonId)).toEqual([bram.persoonId, bram.persoonId]);
  });

  it("leaves out a round whose day went by while the proposal waited", async () => {
    const { t, noor } = await cast();
    const id = await propose(t, noor);
    t.clock.set(moment("2026-12-16T09:00"));
    const made = done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    expect(made).toEqual({ rondes: 4, overgeslagen: 1 });
  });
});

describe("a series that ends", () => {
  it("calls off what is to come, tells each person once, and what stood on an agenda waits again", async () => {
    const { t, noor, bram } = await cast();
    const id = await propose(t, noor);
    done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    const rondes = (await planOf(t, noor, id))?.rondes.flatMap(({ rondeId }) => rondeId ?? []) ?? [];
    const [item] = await readyItems(t, noor, 1);
    if (!item) throw new Error("one is needed");
    done(await agendeerOp(anAct(t, noor), rondes[0] ?? "", { hulpvragen: [item.id], minuten: 15 }));
    t.clock.set(moment("2026-12-16T09:00"));
    expect(done(await stopJaarplan(anAct(t, noor), await at(t, noor, id)))).toEqual({ rondes: 4 });
    expect((await rondeOf(t, rondes[0] ?? "")).status).toBe("gepland");
    for (const rondeId of rondes.slice(1)) {
      expect((await rondeOf(t, rondeId)).status).toBe("vervallen");
      expect(await timersOf(t, rondeId)).toEqual([]);
      expect((await toldAbout(t, rondeId)).filter(({ soort }) => soort === "ronde_vervallen")).toEqual([]);
    }
    expect(await statusOf(t, item.id)).toBe("geagendeerd");
    const told = (await toldAbout(t, id)).filter(({ soort }) => soort === "jaarplan_gestopt");
    expect(new Set(told.map(({ persoonId }) => persoonId)).size).toBe(told.length);
    expect(told.map(({ persoonId }) => persoonId)).toContain(bram.persoonId);
    expect((await seenBy(t, noor, id)).mag).toEqual(new Set(["ritme"]));
  });

  it("is for who plans", async () => {
    const { t, noor, bram } = await cast();
    const id = await propose(t, noor);
    done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    expect(await stopJaarplan(anAct(t, bram), await at(t, noor, id))).toMatchObject({
      error: { kind: "kan_niet" },
    });
  });

  it("lets what stood on the agenda of a round that is called off wait for another", async () => {
    const { t, noor } = await cast();
    const id = await propose(t, noor);
    done(await confirmJaarplan(anAct(t, noor), await at(t, noor, id), "alle"));
    const rondeId = (await planOf(t, noor, id))?.rondes[0]?.rondeId ?? "";
    const [item] = await readyItems(t, noor, 1);
    if (!item) throw new Error("one is needed");
    done(await agendeerOp(anAct(t, noor), rondeId, { hulpvragen: [item.id], minuten: 15 }));
    done(await stopJaarplan(anAct(t, noor), await at(t, noor, id)));
    expect(await statusOf(t, item.id)).toBe("klaargezet");
  });
});
