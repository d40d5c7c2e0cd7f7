import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { execute, query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import {
  answerMomentprik,
  askAgain,
  askMore,
  chooseMoment,
  startMomentprik,
  stopMomentprik,
} from "#usecases/momentprik.ts";
import { drawMomentprik, myMomentprikken, nieuwMomentprikForm } from "#usecases/momentprik-load.ts";
import { myRounds } from "#usecases/round-overview.ts";
import { mySchoolkalenders, setSchooldagen } from "#usecases/schoolkalender.ts";
import { voegToe } from "#usecases/team.ts";
import { castOf } from "./a-cast.ts";
import {
  aMomentprik,
  answers,
  aPrikForm,
  aPrikNieuw,
  at,
  choices,
  keptPrik,
  momentOn,
  passTo,
  prikAt,
  seenPrik,
  told,
  wednesday,
} from "./a-momentprik.ts";
import { aRonde, rondeOf, sztOf, timersOf } from "./a-round.ts";
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

/** As if the courier is bringing the first card right now. */
const stands = (t: TestWorld, id: string, { persoonId }: Actor) =>
  t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    execute(tx, `update kennisgeving set status = 'bezig' where onderwerp_id = $1 and persoon_id = $2`, [
      id,
      persoonId,
    ]),
  );

describe("a moment is looked for", () => {
  it("by who plans: the others are asked once, and the one who asks answers too", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, id, "momentprik_gestart", people)).toEqual(["noor"]);
    expect(await told(t, id, "momentprik_gevraagd", people)).toEqual(["bram", "saskia"]);
    expect(await timersOf(t, id)).toEqual([
      "momentprik_herinneren 2026-12-02T08:00:00",
      "momentprik_sluiten 2026-12-03T16:00:00",
      "momentprik_voorbij 2026-12-07T13:30:00",
      "momentprik_voorbij 2026-12-08T13:30:00",
      "momentprik_voorbij 2026-12-09T13:30:00",
    ]);
    expect(await seenPrik(t, bram, id)).toMatchObject({
      stand: "open",
      gevraagd: 3,
      klaar: false,
      besluit: null,
    });
    // Nothing is planned by asking.
    expect((await myRounds(t.world, noor)).regels).toEqual([]);
  });

  it("by nobody else, and seen by nobody who was not asked", async () => {
    const { t, noor, bram, saskia, peter, wim, fatima } = await cast();
    for (const other of [bram, wim, fatima]) {
      expect(await nieuwMomentprikForm(t.world, other, sztOf(noor))).toBeNull();
      expect(await startMomentprik(anAct(t, other), sztOf(noor), aPrikNieuw([saskia]))).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const other of [peter, wim, fatima]) {
      expect(await drawMomentprik(t.world, other, id)).toBeNull();
      expect(await myMomentprikken(t.world, other)).toEqual([]);
      for (const result of [
        await answerMomentprik(anAct(t, other), id, [{ momentId: randomUUID(), keuze: "ja" }]),
        await stopMomentprik(anAct(t, other), { id, versie: 1 }),
        await chooseMoment(anAct(t, other), { id, versie: 1 }, randomUUID()),
      ])
        expect(result).toMatchObject({ error: { kind: "onzichtbaar" } });
    }
  });

  it("one at a time for a team, though two ask at once", async () => {
    const { t, noor, bram, saskia } = await cast();
    const results = await Promise.all(
      [1, 2].map(() => startMomentprik(anAct(t, noor), sztOf(noor), aPrikNieuw([bram, saskia]))),
    );
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const [first] = results.flatMap((result) => (result.ok ? [result.value.id] : []));
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "loopt_al", id: first } });
  });

  it("not on a day with a round, and not without two moments", async () => {
    const { t, noor, bram } = await cast();
    await aRonde(t, noor, [bram]);
    const asked = await startMomentprik(anAct(t, noor), sztOf(noor), aPrikNieuw([bram]));
    expect(asked).toMatchObject({
      error: { kind: "velden", problemen: { momenten: { 0: { kind: "dubbel" } } } },
    });
    const one = aPrikNieuw([bram], { momenten: [wednesday] });
    expect(await startMomentprik(anAct(t, noor), sztOf(noor), one)).toMatchObject({
      error: { problemen: { teWeinig: true } },
    });
    expect(await myMomentprikken(t.world, noor)).toEqual([]);
  });
});

describe("an answer", () => {
  it("can be changed until the last day, and the last one counts", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    expect(await answers(t, bram, id, "jm-")).toEqual({ klaar: false });
    expect(await answers(t, bram, id, "njj")).toEqual({ klaar: true });
    expect((await seenPrik(t, bram, id)).momenten.map(({ eigen }) => eigen)).toEqual(["nee", "ja", "ja"]);
    await passTo(t, "2026-12-03T15:59");
    expect(await answers(t, bram, id, "jjj")).toEqual({ klaar: true });
    const late = await choices(t, bram, id, "nnn");
    await passTo(t, "2026-12-03T16:00");
    expect(await answerMomentprik(anAct(t, bram), id, late)).toMatchObject({ error: { kind: "kan_niet" } });
    expect((await keptPrik(t, id)).antwoorden.map(({ keuze }) => keuze)).toEqual(["ja", "ja", "ja"]);
  });

  it("must say something, and is about moments that are asked", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    expect(await answerMomentprik(anAct(t, bram), id, [])).toMatchObject({ error: { kind: "leeg" } });
    expect(
      await answerMomentprik(anAct(t, bram), id, [{ momentId: randomUUID(), keuze: "ja" }]),
    ).toMatchObject({ error: { kind: "verouderd" } });
    expect((await keptPrik(t, id)).antwoorden).toEqual([]);
  });

  it("of the last one lays a proposal before the chair at once, and no second time on the last day", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const people = { noor, bram, saskia, ...rest };
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, noor, id, "jjj");
    await answers(t, bram, id, "jnj");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual([]);
    // The bpo of the schakelteam cannot come on the Monday, though most others can.
    await answers(t, saskia, id, "nmj");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor"]);
    const gezien = await seenPrik(t, noor, id);
    expect(gezien).toMatchObject({ stand: "besluit", antwoordden: 3 });
    expect(gezien.besluit?.voorstel).toMatchObject({
      value: { moment: { datum: wednesday.datum }, schakelteam: true, kunnen: 3, van: 3 },
    });
    await passTo(t, "2026-12-03T16:00");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor"]);
  });

  it("that changes the proposal afterwards is told to the chair again; any other is only shown", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const people = { noor, bram, saskia, ...rest };
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const one of [noor, bram]) await answers(t, one, id, "jjj");
    await answers(t, saskia, id, "jjn");
    await answers(t, bram, id, "jmj");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor"]);
    await answers(t, saskia, id, "nnj");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor", "noor"]);
  });

  it("of two at once is counted twice: the last of both lays it before the chair", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, noor, id, "jjj");
    await Promise.all([answers(t, bram, id, "jjj"), answers(t, saskia, id, "jjj")]);
    expect(await keptPrik(t, id)).toMatchObject({ stand: "besluit" });
    expect(await told(t, id, "momentprik_voorstel", { noor, bram, saskia, ...rest })).toEqual(["noor"]);
  });
});

describe("as time goes by", () => {
  it("who has not answered is asked once more, on the schooldag before the last day, and nobody else", async () => {
    const { t, noor, bram, saskia, peter, ...rest } = await cast();
    const people = { noor, bram, saskia, peter, ...rest };
    const id = await aMomentprik(t, noor, [bram, saskia, peter]);
    await answers(t, bram, id, "jjj");
    await answers(t, peter, id, "jj-");
    await passTo(t, "2026-12-02T07:59");
    expect(await told(t, id, "momentprik_herinnerd", people)).toEqual([]);
    await passTo(t, "2026-12-02T08:00");
    await passTo(t, "2026-12-03T09:00");
    expect(await told(t, id, "momentprik_herinnerd", people)).toEqual(["noor", "peter", "saskia"]);
  });

  it("the last day lays it before the chair, though nobody answered", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await passTo(t, "2026-12-03T16:00");
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor"]);
    const gezien = await seenPrik(t, noor, id);
    expect(gezien.besluit?.voorstel).toEqual({ ok: false, error: "niemand_antwoordde" });
    expect([...gezien.mag]).toEqual(["kiezen", "opnieuw", "stoppen"]);
  });

  it("a moment that went by cannot be chosen; with the last one it ends, and the answers are gone", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, bram, id, "jjj");
    const first = await momentOn(t, noor, id, "2026-12-07");
    await passTo(t, "2026-12-07T13:30");
    expect(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), first)).toMatchObject({
      error: { kind: "moment", fout: { kind: "voorbij" } },
    });
    expect((await seenPrik(t, noor, id)).besluit?.voorstel).toMatchObject({
      value: { moment: { datum: date("2026-12-08") } },
    });
    await passTo(t, "2026-12-09T13:30");
    expect(await keptPrik(t, id)).toMatchObject({
      stand: "vervallen",
      vervalreden: "te_laat",
      antwoorden: [],
    });
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, id, "momentprik_te_laat", people)).toEqual(["noor"]);
    expect([...(await seenPrik(t, noor, id)).mag]).toEqual([]);
  });
});

describe("the chair chooses", () => {
  it("and the round is planned with all who were asked, who get their invitation", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const people = { noor, bram, saskia, ...rest };
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const one of [noor, bram, saskia]) await answers(t, one, id, "nnj");
    const wanted = await momentOn(t, noor, id, "2026-12-09");
    const planned = done(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), wanted));
    expect(planned).toMatchObject({ schakelteamCompleet: true });
    const ronde = await rondeOf(t, planned.id);
    expect(ronde).toMatchObject({
      ...wednesday,
      duurMinuten: 60,
      status: "gepland",
      voorzitterId: noor.persoonId,
    });
    expect(ronde.deelnemers).toHaveLength(3);
    expect(await told(t, planned.id, "ronde_uitnodiging", people)).toEqual(["bram", "saskia"]);
    expect(await told(t, planned.id, "ronde_gepland", people)).toEqual(["noor"]);
    // What is not needed any more is not kept.
    const kept = await keptPrik(t, id);
    expect(kept).toMatchObject({ stand: "gekozen", gekozenId: wanted });
    expect(new Set(kept.antwoorden.map(({ momentId }) => momentId))).toEqual(new Set([wanted]));
    expect(await timersOf(t, id)).toEqual(["momentprik_voorbij 2026-12-09T13:30:00"]);
    await passTo(t, "2026-12-09T13:30");
    expect(await keptPrik(t, id)).toMatchObject({ stand: "gekozen", antwoorden: [] });
  });

  it("and who came to the team while it ran is invited with them", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    t.clock.set(t.clock.now().add({ hours: 48 }));
    const naam = "Karim Haddad";
    const form = { naam, functie: "smw" as const, uren: 4, urenGelezen: true, werkdagen: ["di" as const] };
    const van = todayIn(t.clock.now());
    done(await voegToe(anAct(t, noor), sztOf(noor), { ...form, email: "karim@smw.example", van, tot: null }));
    const wanted = await momentOn(t, noor, id, "2026-12-09");
    const planned = done(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), wanted));
    expect((await rondeOf(t, planned.id)).deelnemers.map((one) => one.naam)).toContain(naam);
    // Who was there when it began and was not asked is not.
    expect((await rondeOf(t, planned.id)).deelnemers).toHaveLength(4);
  });

  it("another than the proposal, before all have answered", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, noor, id, "jnn");
    const wanted = await momentOn(t, noor, id, "2026-12-08");
    const { id: rondeId } = done(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), wanted));
    expect((await rondeOf(t, rondeId)).datum).toEqual(date("2026-12-08"));
  });

  it("once, though two press at the same time", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    const where = await prikAt(t, noor, id);
    const days = ["2026-12-07", "2026-12-08"];
    const wanted = await Promise.all(days.map((day) => momentOn(t, noor, id, day)));
    const results = await Promise.all(wanted.map((one) => chooseMoment(anAct(t, noor), where, one)));
    expect(results.map((one) => (one.ok ? "ok" : one.error.kind)).toSorted()).toEqual(["ok", "verouderd"]);
    expect((await myRounds(t.world, noor)).regels).toHaveLength(1);
  });

  it("from what can still be: a day that is taken, or on which a school closes, is shown anew to all", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const people = { noor, bram, saskia, ...rest };
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await stands(t, id, people.noor);
    const kinds = async () =>
      (await seenPrik(t, noor, id)).momenten.map(({ kanNiet }) => kanNiet?.kind ?? null);
    const edits = async () => (await told(t, id, "momentprik_ververst", people)).length;
    await aRonde(t, noor, [bram]);
    expect(await kinds()).toEqual(["dubbel", null, null]);
    expect(await edits()).toBe(1);
    const [school] = await mySchoolkalenders(t.world, noor);
    const day = date("2026-12-08");
    done(await setSchooldagen(anAct(t, noor), school?.schoolId ?? "", { van: day, tot: day, soort: "vrij" }));
    expect(await kinds()).toEqual(["dubbel", "geen_schooldag", null]);
    expect(await edits()).toBe(2);
  });

  it("and not who is only asked", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    const where = await prikAt(t, bram, id);
    const wanted = await momentOn(t, bram, id, "2026-12-07");
    for (const result of [
      await chooseMoment(anAct(t, bram), where, wanted),
      await stopMomentprik(anAct(t, bram), where),
      await askAgain(anAct(t, bram), where, aPrikForm()),
      await askMore(anAct(t, bram), where, [saskia.persoonId]),
    ])
      expect(result).toMatchObject({ error: { kind: "kan_niet" } });
  });

  it("not on a day that another round took meanwhile", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await aRonde(t, noor, [bram]);
    const wanted = await momentOn(t, noor, id, "2026-12-07");
    expect(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), wanted)).toMatchObject({
      error: { kind: "moment", fout: { kind: "dubbel" } },
    });
    expect(await keptPrik(t, id)).toMatchObject({ stand: "open" });
  });

  it("to ask again: everybody answers anew, and an old card says so", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const people = { noor, bram, saskia, ...rest };
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const one of [noor, bram, saskia]) await answers(t, one, id, "nnn");
    const old = await choices(t, bram, id, "jjj");
    const form = aPrikForm({ momenten: [at("2026-12-15"), at("2026-12-16")], uiterlijk: date("2026-12-10") });
    done(await askAgain(anAct(t, noor), await prikAt(t, noor, id), form));
    expect(await keptPrik(t, id)).toMatchObject({ stand: "open", poging: 2, antwoorden: [] });
    expect(await told(t, id, "momentprik_opnieuw", people)).toEqual(["bram", "saskia"]);
    expect(await answerMomentprik(anAct(t, bram), id, old)).toMatchObject({ error: { kind: "verouderd" } });
    // The timers of the first time are off: nothing is due on the old last day.
    await passTo(t, "2026-12-03T16:00");
    expect(await keptPrik(t, id)).toMatchObject({ stand: "open" });
    await passTo(t, "2026-12-09T08:00");
    expect(await told(t, id, "momentprik_herinnerd", people)).toEqual(["bram", "noor", "saskia"]);
    await passTo(t, "2026-12-10T16:00");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor", "noor"]);
  });

  it("to stop: nothing is planned, everybody hears it once, and the answers are gone", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, bram, id, "jjj");
    done(await stopMomentprik(anAct(t, noor), await prikAt(t, noor, id)));
    expect(await keptPrik(t, id)).toMatchObject({ stand: "gestopt", antwoorden: [] });
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, id, "momentprik_gestopt", people)).toEqual(["bram", "saskia"]);
    await passTo(t, "2026-12-09T13:30");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual([]);
    // And another may be started.
    t.clock.set(Temporal.Instant.from("2026-11-23T08:00:00Z"));
    expect(await aMomentprik(t, noor, [bram])).not.toBe(id);
  });
});

describe("the same press again", () => {
  it("changes nothing", async () => {
    const { t, noor, bram, saskia } = await cast();
    const press = anAct(t, noor);
    done(await startMomentprik(press, sztOf(noor), aPrikNieuw([bram, saskia])));
    expect(await startMomentprik(press, sztOf(noor), aPrikNieuw([bram, saskia]))).toMatchObject({
      error: { kind: "al_gedaan" },
    });
  });
});

describe("what is kept", () => {
  it("is out of reach of another team, of the channel and of the digest", async () => {
    const { t, noor, bram, saskia, fatima } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, bram, id, "jjj");
    expect(await drawMomentprik(t.world, fatima, id)).toBeNull();
    for (const login of [t.world.channel, t.world.digest])
      for (const table of ["momentprik", "momentprik_antwoord", "momentprik_gevraagd", "momentprik_moment"])
        await expect(
          login.transact(taskScope(t.world.swvId, "kanaal"), (tx) =>
            query(tx, z.object({ n: z.number() }), `select count(*)::int as n from ${table}`, []),
          ),
        ).rejects.toThrow();
  });

  it("never goes to a channel", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const one of [noor, bram, saskia]) await answers(t, one, id, "jjj");
    done(await stopMomentprik(anAct(t, noor), await prikAt(t, noor, id)));
    const [count] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(
        tx,
        z.object({ own: z.number(), channel: z.number() }),
        `select count(*)::int as own, count(kanaal_szt_id)::int as channel from kennisgeving
         where onderwerp_soort = 'momentprik'`,
        [],
      ),
    );
    expect(count).toMatchObject({ channel: 0 });
    expect(count?.own).toBeGreaterThan(5);
  });
});
