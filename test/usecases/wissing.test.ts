import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { timers } from "#bot/wissing.ts";
import { execute, instant, query } from "#database/pool.ts";
import { countErasure } from "#database/wissen.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { keepLonger } from "#usecases/bewaartermijn.ts";
import { correct, loadCorrectie } from "#usecases/correctie.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { makeInzageLinks, takeInzage } from "#usecases/inzage.ts";
import { logLezingen } from "#usecases/lezing.ts";
import { askRechten, readRechten } from "#usecases/rechten.ts";
import { advanceWissing } from "#usecases/wissen.ts";
import {
  askWissing,
  confirmWissing,
  executeWissing,
  loadWissingVraag,
  seeWissing,
  stopWissing,
  type WissingForm,
} from "#usecases/wissing.ts";
import { aHeld, at } from "./a-besluit.ts";
import { canaries } from "./a-closed-round.ts";
import {
  aWholeCase,
  caseCanaries,
  dumpOf,
  keyOfCase,
  lockedValues,
  openedBy,
  toldInTeams,
  type WholeCase,
} from "./a-whole-case.ts";
import { anAct, aWholeIntake, countOf, date, done, eventsOf } from "./an-intake.ts";
import { until } from "./day-by-day.ts";
import { reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let wim: Actor;
let fatima: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, wim, fatima] = (await Promise.all(
    ["noor", "bram", "wim", "fatima"].map((one) => t.actor(one)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const form = (over: Partial<WissingForm> = {}): WissingForm => ({
  reden: "verzoek",
  van: ["ouder1", "ouder2"],
  identiteit: "bekend",
  tweedeId: wim.persoonId,
  ...over,
});

const no = { status: "geweigerd", weigerreden: "nog_nodig_voor_zorg" } as const;

const logged = async (where: string): Promise<number> => {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "log"), (tx) =>
    query(tx, z.object({ id: z.unknown() }), `select id from gebeurtenis where ${where}`),
  );
  return rows.length;
};

const told = async (id: string) => (await loadWissingVraag(t.world, noor, id))?.ontvangers ?? [];

async function idOf(nummer: string): Promise<{ id: string; versie: number }> {
  const [row] = await t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) =>
    query(
      tx,
      z.object({ id: z.string(), versie: z.number() }),
      `select id, versie from wissing where nummer = $1`,
      [nummer],
    ),
  );
  if (!row) throw new Error("no such wissing");
  return row;
}

async function asked(id: string, over: Partial<WissingForm> = {}): Promise<{ id: string; versie: number }> {
  const value = done(await askWissing(anAct(t, noor), id, form(over)));
  if (value.kind !== "gevraagd") throw new Error(value.waarom.kind);
  return idOf(value.nummer);
}

const run = (id: string) =>
  t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) => executeWissing(tx, t.world, id));

async function erased(one: WholeCase): Promise<{ id: string }> {
  const wissing = await asked(one.id);
  done(await confirmWissing(anAct(t, wim), wissing));
  expect(await run(wissing.id)).not.toBeNull();
  return wissing;
}

/** The courier in short: every message about it is gone, and everything that had to be drawn anew was. */
async function delivered(id: string): Promise<void> {
  await t.world.database.transact(taskScope(t.world.swvId, "koerier"), async (tx) => {
    await query(
      tx,
      z.object({}),
      `delete from bericht where onderwerp_id in (select unnest(onderwerpen) from wissing where id = $1)`,
      [id],
    );
    await query(tx, z.object({}), `update kennisgeving set status = 'verzonden' where wissing_id = $1`, [id]);
  });
  await advanceWissing(t.world, id);
}

describe("erasing what is held about a leerling", () => {
  it("leaves no word, no id and no open lock of it anywhere, and keeps everybody else's", async () => {
    const other = await aWholeCase(t, { ib: noor, houder: bram });
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    await toldInTeams(t, { ib: noor, houder: bram }, one);
    const [key, otherKey] = [await keyOfCase(t, one.id), await keyOfCase(t, other.id)];
    const gone = await idsOf(one.id);
    const before = await dumpOf(t);
    expect(gone.length).toBeGreaterThan(20);
    for (const id of gone) expect(before).toContain(id);
    expect((await openedBy(t, key)).toSorted()).toEqual([
      "actie.omschrijving",
      "besluit.afweging",
      "bijdrage.inhoud",
      "correctie.tekst",
      "hulpvraag.gedaan_toelichting",
      "hulpvraag.vraag",
      "leerling.gegevens",
      "toestemming_antwoord.bewaarplaats",
      "toestemming_antwoord.bewaarplaats",
    ]);
    const openOfOther = (await openedBy(t, otherKey)).length;
    const { id } = await erased(one);
    expect(await openedBy(t, key), "nothing opens with the old key").toEqual([]);
    await delivered(id);
    const dump = await dumpOf(t);
    for (const word of [...gone, one.naam, one.id]) expect(dump, word).not.toContain(word);
    const plain = (await lockedValues(t)).map(({ waarde }) => waarde.toString("utf8")).join();
    for (const word of [one.naam, ...canaries, ...caseCanaries]) expect(plain).not.toContain(word);
    expect((await openedBy(t, otherKey)).length, "of another leerling everything").toBe(openOfOther);
    expect(await readHulpvraag(t.world, noor, other.id)).not.toBeNull();
  });

  it("drops its timers, links and notices at once; one that is being delivered goes when that ended", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    done(await makeInzageLinks(anAct(t, noor), one.id, { van: ["ouder1"], identiteit: "bekend" }));
    const about = (table: string) => countOf(t, table, `onderwerp_id = '${one.id}'`);
    await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      execute(
        tx,
        `update kennisgeving set status = 'bezig', geclaimd_tot = $2, pogingen = 1
         where id = (select id from kennisgeving where onderwerp_id = $1 order by volgnr limit 1)`,
        [one.id, tx.now.add({ minutes: 2 })],
      ),
    );
    const before = await Promise.all(["wekker", "bestandslink", "kennisgeving"].map(about));
    expect(before.every((count) => count > 1)).toBe(true);
    const { id } = await erased(one);
    expect(await Promise.all(["wekker", "bestandslink", "kennisgeving"].map(about))).toEqual([0, 0, 1]);
    await delivered(id);
    await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      execute(tx, `update kennisgeving set status = 'verzonden' where onderwerp_id = $1`, [one.id]),
    );
    await advanceWissing(t.world, id);
    expect(await about("kennisgeving")).toBe(0);
  });

  it("destroys the wrapped key and keeps that it did; a number stays out of use", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const before = await countOf(t, "datasleutel", "verpakt is null");
    const { id } = await erased(one);
    expect(await countOf(t, "datasleutel", "verpakt is null and vernietigd_op is not null")).toBe(before + 1);
    expect(await countOf(t, "referentie_bezet", `referentie = '${one.referentie}'`)).toBe(1);
    expect(await countOf(t, "wissing", `id = '${id}' and leerling_ids = '{}'`)).toBe(1);
    expect(await countOf(t, "gebeurtenis", "soort = 'gegevens_gewist' and zaak is not null")).toBe(0);
    expect(await countOf(t, "gebeurtenis", "soort = 'gegevens_gewist'")).toBeGreaterThan(0);
  });

  it("keeps counts: one child of this schooljaar more for the school, and a subject more for the bestuur", async () => {
    const sum = async (soort: string) =>
      t.world.database.transact(taskScope(t.world.swvId, "bewaren"), async (tx) => {
        const [row] = await query(
          tx,
          z.object({ n: z.number() }),
          `select coalesce(sum(aantal), 0)::int as n from gewist_geteld where soort = $1 and schooljaar = 2026`,
          [soort],
        );
        return row?.n ?? 0;
      });
    const before = await Promise.all(["ingebracht", "afgerond", "domein_gedrag"].map(sum));
    await erased(await aWholeCase(t, { ib: noor, houder: bram }));
    expect(await Promise.all(["ingebracht", "afgerond", "domein_gedrag"].map(sum))).toEqual(
      before.map((n) => n + 1),
    );
  });

  it("makes every way to it neutral: cards, numbers, copies and links of before", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const links = done(
      await makeInzageLinks(anAct(t, noor), one.id, { van: ["ouder1"], identiteit: "bekend" }),
    );
    if (links.kind !== "links") throw new Error("no links");
    await erased(one);
    expect(await readHulpvraag(t.world, noor, one.id)).toBeNull();
    expect(await readRechten(t.world, noor, one.id)).toBeNull();
    expect(await askRechten(t.world, noor, { typed: one.referentie, activityId: "a" })).toBe(false);
    expect(await takeInzage(t.world, links.json)).toBeNull();
    expect(
      await makeInzageLinks(anAct(t, noor), one.id, { van: ["ouder1"], identiteit: "bekend" }),
    ).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    expect(await askWissing(anAct(t, noor), one.id, form())).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
  });

  it("takes its line out of everything that was ever released to the channel", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    await toldInTeams(t, { ib: noor, houder: bram }, one);
    expect(await countOf(t, "vrijgave", `inhoud::text like '%${one.referentie}%'`)).toBe(1);
    await erased(one);
    expect(await countOf(t, "vrijgave", `inhoud::text like '%${one.referentie}%'`)).toBe(0);
    const rewritten = `soort = 'samenvatting_ververst' and kanaal_szt_id is not null and wissing_id is not null`;
    expect(await countOf(t, "kennisgeving", rewritten)).toBeGreaterThan(0);
  });

  it("is over only when the last message is gone, and says how many there are until then", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    await toldInTeams(t, { ib: noor, houder: bram }, one);
    const { id } = await erased(one);
    expect(await seeWissing(t.world, noor, id)).toMatchObject({
      status: "gewist",
      over: { onbereikbaar: 0 },
    });
    expect((await seeWissing(t.world, noor, id))?.over.berichten).toBeGreaterThan(3);
    await advanceWissing(t.world, id);
    expect((await seeWissing(t.world, noor, id))?.status).toBe("gewist");
    await delivered(id);
    expect(await seeWissing(t.world, noor, id)).toMatchObject({
      status: "klaar",
      over: { berichten: 0, onbereikbaar: 0 },
    });
    expect(await countOf(t, "wissing", `id = '${id}' and onderwerpen = '{}'`)).toBe(1);
  });
});

/** Ids of all rows of this case. */
async function idsOf(id: string): Promise<readonly string[]> {
  return t.world.database.transact(taskScope(t.world.swvId, "bewaren"), async (tx) => {
    const [row] = await query(
      tx,
      z.object({ l: z.string() }),
      `select leerling_id as l from hulpvraag where id = $1`,
      [id],
    );
    return (await countErasure(tx, "leerling", [row?.l ?? ""])).nummers;
  });
}

describe("the second person", () => {
  it("confirms, and only then anything is erased", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    expect(await run(wissing.id), "nobody confirmed").toBeNull();
    expect(await readRechten(t.world, noor, one.id)).not.toBeNull();
    done(await confirmWissing(anAct(t, wim), wissing));
    expect(
      await countOf(
        t,
        "wekker",
        `soort = 'wissing_uitvoeren' and onderwerp_id = '${wissing.id}' and gedaan_op is null`,
      ),
    ).toBe(1);
    expect(await run(wissing.id)).not.toBeNull();
    expect(await eventsOf(t, wim)).toContain("wissen_bevestigd");
  });

  it("sees nothing of the case as directeur, and its number as ib", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    const forWim = await seeWissing(t.world, wim, wissing.id);
    expect(forWim).toMatchObject({ ik: "tweede", referenties: [], status: "gevraagd" });
    expect(JSON.stringify(forWim)).not.toContain(one.naam);
    expect((await seeWissing(t.world, noor, wissing.id))?.referenties).toEqual([one.referentie]);
    for (const who of [bram, fatima]) expect(await seeWissing(t.world, who, wissing.id)).toBeNull();
  });

  it("is never who asked: that is said, and nothing happens", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    expect(await confirmWissing(anAct(t, noor), wissing)).toEqual({ ok: false, error: { kind: "zelf" } });
    expect((await seeWissing(t.world, noor, wissing.id))?.status).toBe("gevraagd");
    expect(
      await askWissing(
        anAct(t, noor),
        (await aWholeCase(t, { ib: noor, houder: bram })).id,
        form({ tweedeId: noor.persoonId }),
      ),
    ).toMatchObject({
      error: { kind: "velden", velden: ["tweede"] },
    });
  });

  it.each([
    ["a member of the SZT", () => bram],
    ["the ib of another school", () => fatima],
  ])("is not %s", async (_, who) => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    expect(await confirmWissing(anAct(t, who()), wissing)).toMatchObject({ error: { kind: "onzichtbaar" } });
    expect(await stopWissing(anAct(t, who()), wissing, no)).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    expect(await askWissing(anAct(t, who()), one.id, form())).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
  });

  it("confirms once: the same press, and another one, change nothing", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    const act = anAct(t, wim);
    done(await confirmWissing(act, wissing));
    expect(await confirmWissing(act, wissing)).toMatchObject({ error: { kind: "al_gedaan" } });
    expect(await confirmWissing(anAct(t, wim), wissing)).toMatchObject({ error: { kind: "verouderd" } });
    expect(await stopWissing(anAct(t, noor), wissing, { status: "ingetrokken" })).toMatchObject({
      error: { kind: "verouderd" },
    });
  });

  it("and who asked, at one moment: one of the two happens", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    const both = await Promise.all([
      confirmWissing(anAct(t, wim), wissing),
      stopWissing(anAct(t, noor), wissing, { status: "ingetrokken" }),
    ]);
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
  });

  it("can say no, and who asked can take it back: then nothing tells whose data they were", async () => {
    for (const [who, end] of [
      [wim, no],
      [noor, { status: "ingetrokken" }],
    ] as const) {
      const one = await aWholeCase(t, { ib: noor, houder: bram });
      const wissing = await asked(one.id);
      done(await stopWissing(anAct(t, who), wissing, end));
      expect(await seeWissing(t.world, noor, wissing.id)).toMatchObject({ ...end, referenties: [] });
      expect(await readRechten(t.world, noor, one.id)).toMatchObject({ gevraagd: null });
      expect(await run(wissing.id)).toBeNull();
      await asked(one.id);
    }
  });

  it("says why not: who asked sees it, and it stands in the log as a code", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const wissing = await asked(one.id);
    done(await stopWissing(anAct(t, wim), wissing, { ...no, weigerreden: "loopt_onderzoek_of_klacht" }));
    expect(await seeWissing(t.world, noor, wissing.id)).toMatchObject({
      weigerreden: "loopt_onderzoek_of_klacht",
    });
    const where = "soort = 'wissen_geweigerd' and gegevens ->> 'weigerreden' = 'loopt_onderzoek_of_klacht'";
    expect(await logged(where)).toBe(1);
  });

  it("has ten schooldagen; after that it must be asked again", async () => {
    const own = await aWorld();
    const [ib, houder, directeur] = (await Promise.all(
      ["noor", "bram", "wim"].map((one) => own.actor(one)),
    )) as [Actor, Actor, Actor];
    const one = await aWholeCase(own, { ib, houder });
    const value = done(
      await askWissing(anAct(own, ib), one.id, { ...form(), tweedeId: directeur.persoonId }),
    );
    if (value.kind !== "gevraagd") throw new Error("not asked");
    expect(value.uiterlijk.toString()).toBe("2026-12-07");
    const [row] = await own.world.database.transact(scopeOf(directeur), (tx) =>
      query(tx, z.object({ id: z.string(), versie: z.number() }), `select id, versie from wissing`),
    );
    own.clock.set(Temporal.Instant.from("2026-12-07T23:30:00Z"));
    expect(await confirmWissing(anAct(own, directeur), row ?? { id: "", versie: 0 })).toMatchObject({
      error: { kind: "verlopen" },
    });
    await own.close();
  });
});

describe("a request that nobody answers", () => {
  /** Asked on Monday 23 November with ten schooldagen, to 7 December. */
  async function waiting(over: Partial<WissingForm> = {}) {
    const own = await aWorld();
    const [ib, houder, directeur] = (await Promise.all(
      ["noor", "bram", "wim"].map((one) => own.actor(one)),
    )) as [Actor, Actor, Actor];
    const one = await aWholeCase(own, { ib, houder });
    done(await askWissing(anAct(own, ib), one.id, { ...form(over), tweedeId: directeur.persoonId }));
    const [row] = await own.world.database.transact(scopeOf(directeur), (tx) =>
      query(tx, z.object({ id: z.string(), versie: z.number() }), `select id, versie from wissing`),
    );
    if (!row) throw new Error("not asked");
    return { own, ib, directeur, row };
  }
  type Waiting = Awaited<ReturnType<typeof waiting>>;

  /** What this person was sent of it, with the moment from which it may be delivered, as on a clock in Amsterdam. */
  async function sentTo({ own, row }: Waiting, { persoonId }: Actor): Promise<readonly string[]> {
    const rows = await own.world.database.transact(taskScope(own.world.swvId, "koerier"), (tx) =>
      query(
        tx,
        z.object({ soort: z.string(), op: instant }),
        `select soort, coalesce(niet_voor, gemaakt_op) as op from kennisgeving
         where onderwerp_id = $1 and persoon_id = $2 and soort <> 'wissing_ververst' order by volgnr`,
        [row.id, persoonId],
      ),
    );
    const wall = (op: Temporal.Instant) =>
      op.toZonedDateTimeISO("Europe/Amsterdam").toPlainDateTime().toString({ smallestUnit: "minute" });
    return rows.map(({ soort, op }) => `${soort} ${wall(op)}`);
  }

  it("reminds the second person each schoolweek by day, and tells who asked before and when it lapses", async () => {
    const open = await waiting();
    const { own, ib, directeur, row } = open;
    await until(own, "2026-12-31T12:00", timers);
    expect((await sentTo(open, directeur)).slice(1)).toEqual([
      "wissing_herinnerd 2026-11-30T08:00",
      "wissing_herinnerd 2026-12-07T08:00",
    ]);
    expect((await sentTo(open, ib)).slice(1)).toEqual([
      "wissing_wacht 2026-11-30T08:00",
      "wissing_verlopen 2026-12-08T08:00",
    ]);
    expect(await seeWissing(own.world, ib, row.id)).toMatchObject({
      status: "verlopen",
      antwoordVoor: date("2026-12-23"),
    });
    await own.close();
  });

  it("is silent from the answer on", async () => {
    const open = await waiting();
    const { own, ib, directeur, row } = open;
    done(await stopWissing(anAct(own, directeur), row, no));
    await until(own, "2026-12-31T12:00", timers);
    expect((await sentTo(open, directeur)).slice(1)).toEqual([]);
    expect((await sentTo(open, ib)).slice(1)).toHaveLength(1);
    await own.close();
  });

  it("of the school's own has no day on which somebody outside must hear", async () => {
    const { own, ib, row } = await waiting({ reden: "niet_meer_nodig", van: [], identiteit: null });
    expect(await seeWissing(own.world, ib, row.id)).toMatchObject({ antwoordVoor: null });
    await own.close();
  });
});

describe("who must hear of an erasure (AVG art. 19)", () => {
  it("is who saw a name or a text of it, wherever that stood; not who asks, nor the directeur, nor who saw nothing", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const [peter, saskia] = [await t.actor("peter"), await t.actor("saskia")];
    await reading(t, one.id, [peter]);
    const before = await told(one.id);
    expect(before).not.toContain(peter.naam);
    expect(before).not.toContain(saskia.naam);
    const sztId = noor.lidmaatschappen.find(({ functie }) => functie === "ib")?.sztId ?? "";
    const seen = { hulpvraagId: one.id, sztId, naam: false, wat: true, grondslag: null, als: null };
    for (const who of [saskia, wim, noor]) await logLezingen(t.world, who, [seen]);
    expect(await told(one.id)).toEqual([...before, saskia.naam].toSorted());
    expect(await told(one.id)).not.toContain(wim.naam);
    expect(await told(one.id)).not.toContain(noor.naam);
  });
});

describe("erasing is refused", () => {
  it("while a hulpvraag runs: it is closed or withdrawn first", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    expect(await askWissing(anAct(t, noor), id, form())).toMatchObject({
      error: { kind: "tegen", bezwaar: { kind: "loopt" } },
    });
    done(await intrekken(anAct(t, noor), await at(t, id)));
    await asked(id);
  });

  it("while something holds it, also when that came after the second person said yes", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    const hold = { reden: "rechtszaak", tot: date("2027-03-01") } as const;
    const wissing = await asked(one.id);
    done(await confirmWissing(anAct(t, wim), wissing));
    done(await keepLonger(anAct(t, noor), one.id, hold));
    expect(await run(wissing.id)).toBeNull();
    expect(await seeWissing(t.world, noor, wissing.id)).toMatchObject({
      status: "tegengehouden",
      tegen: "bewaring",
    });
    expect(await readRechten(t.world, noor, one.id)).not.toBeNull();
    expect(await askWissing(anAct(t, noor), one.id, form())).toMatchObject({
      error: { kind: "tegen", bezwaar: { kind: "bewaring", reden: "rechtszaak" } },
    });
  });

  it("while it was asked already", async () => {
    const one = await aWholeCase(t, { ib: noor, houder: bram });
    await asked(one.id);
    expect(await askWissing(anAct(t, noor), one.id, form())).toMatchObject({ error: { kind: "loopt_al" } });
  });

  it("without a reason, a second person, or who asked for it", async () => {
    const { id } = await aWholeCase(t, { ib: noor, houder: bram });
    const refused = async (over: Partial<WissingForm>) => askWissing(anAct(t, noor), id, form(over));
    expect(await refused({ reden: null, tweedeId: null })).toMatchObject({
      error: { velden: ["reden", "tweede"] },
    });
    expect(await refused({ van: [], identiteit: null })).toMatchObject({
      error: { velden: ["van", "identiteit"] },
    });
    expect(await refused({ tweedeId: bram.persoonId })).toMatchObject({ error: { velden: ["tweede"] } });
    expect(
      await countOf(
        t,
        "wissing",
        `hulpvraag_ids = '{}' and status = 'gevraagd' and leerling_ids && (select array_agg(leerling_id) from hulpvraag where id = '${id}')`,
      ),
    ).toBe(0);
  });

  it("when only one of both parents asks, and that it was asked is logged", async () => {
    const { id } = await aWholeCase(t, { ib: noor, houder: bram });
    expect(done(await askWissing(anAct(t, noor), id, form({ van: ["ouder1"] })))).toEqual({
      kind: "niet",
      waarom: { kind: "niet_iedereen", ontbreekt: ["ouder2"] },
    });
    expect((await eventsOf(t, noor)).at(-1)).toBe("verzoek_afgewezen");
  });

  it("not for a reason of the school's own: then nobody has to ask", async () => {
    const { id } = await aWholeCase(t, { ib: noor, houder: bram });
    await asked(id, { reden: "onterecht_vastgelegd", van: [], identiteit: null });
  });
});

describe("a child that was recorded twice, once under a wrong name", () => {
  it("is one child after the correction: a copy and an erasure are about both", async () => {
    const first = await aWholeIntake(t, noor, { naam: "Mees Kanarievink" });
    done(await intrekken(anAct(t, noor), await at(t, first)));
    const second = await aWholeIntake(t, noor, { naam: "Moes Kanarievink" });
    expect((await readRechten(t.world, noor, second))?.hulpvragen).toHaveLength(1);
    const seen = await loadCorrectie(t.world, noor, second);
    if (!seen) throw new Error("nothing to correct");
    const waarden = { ...seen.waarden, naam: "Mees Kanarievink" };
    done(await correct(anAct(t, noor), seen, { waarden, van: ["school"], identiteit: null }));
    expect((await readRechten(t.world, noor, second))?.hulpvragen).toHaveLength(2);
    const wissing = await asked(second, { reden: "verkeerde_leerling", van: [], identiteit: null });
    done(await confirmWissing(anAct(t, wim), wissing));
    expect(await run(wissing.id)).toMatchObject({ sleutels: 2, rijen: { leerling: 2, hulpvraag: 2 } });
  });
});
