import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { execute, query } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { demoSetUp } from "#local/demo.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { bundleDay, dagberichtShowing, drawDagbericht, joinBundle } from "#usecases/dagbericht.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { recountTerms } from "#usecases/kalender.ts";
import { reportContact } from "#usecases/regierol.ts";
import { setUp } from "#usecases/set-up.ts";
import { myTaken } from "#usecases/taken.ts";
import { completeTermijn, planTermijn, postponeTermijn } from "#usecases/termijn-klaar.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { completeReview } from "#usecases/voortgang.ts";
import {
  aDecided,
  aHeld,
  anOffer,
  aTerugblik,
  at,
  dossierOf,
  holdersOf,
  leaves,
  noticesTo,
  termsOf,
} from "./a-besluit.ts";
import { anAct, countOf, date, done, signedAgain } from "./an-intake.ts";
import { awayUntil, bundlesOf, startDays, until, wall } from "./day-by-day.ts";
import { reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let yasmina: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, saskia, yasmina] = (await Promise.all(
    ["noor", "bram", "saskia", "yasmina"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterEach(() => t.close());

const people = () => ({ ib: noor, houder: bram });
const days = async (actor: Actor) =>
  (await bundlesOf(t, actor)).map(({ at: day, soorten }) => [day, ...soorten]);

async function termId(id: string, soort: string): Promise<{ id: string; versie: number }> {
  const term = (await dossierOf(t, id)).termijnen.find((one) => one.soort === soort && one.status === "open");
  if (!term) throw new Error(`no open ${soort}`);
  return { id: term.id, versie: term.versie };
}

/** The toestemming does not name her: she was given it when it still did. */
async function anActieOfYasmina(datum: string): Promise<void> {
  const acties = [{ houderId: noor.persoonId, wat: "Vraag na wie het gezin kent", datum: date(datum) }];
  const id = await aDecided(t, people(), { besluiten: ["doorzetten_loket"], acties });
  await t.world.database.transact(scopeOf(noor), async (tx) => {
    const to = [id, yasmina.persoonId];
    await execute(tx, `update actie set houder_id = $2 where hulpvraag_id = $1`, to);
    await execute(tx, `update termijn set persoon_id = $2 where hulpvraag_id = $1 and soort = 'actie'`, to);
  });
}

/** The bundle that this person got last, as it is seen now. */
async function lastBundle(actor: Actor) {
  const id = (await bundlesOf(t, actor)).at(-1)?.id ?? "";
  const gezien = (await drawDagbericht(t.world, actor, id))?.gezien;
  if (!gezien) throw new Error("no bundle");
  return gezien;
}

describe("the timers of a day", () => {
  it("stand for everyone who works on cases, once, however often they are set", async () => {
    await startDays(t);
    await startDays(t);
    const working = 11;
    expect(await countOf(t, "wekker", "soort = 'dagbericht' and gedaan_op is null")).toBe(working);
    await until(t, "2026-11-27T18:00");
    expect(await countOf(t, "wekker", "soort = 'dagbericht' and gedaan_op is null")).toBe(working);
  });

  it("bring nothing to who has nothing to do", async () => {
    await startDays(t);
    await until(t, "2026-12-11T18:00");
    expect(await countOf(t, "dagbericht")).toBe(0);
    expect(await countOf(t, "kennisgeving", "soort = 'dagbericht'")).toBe(0);
  });

  it.each([
    ["forward", "2026-03-27T04:00:00Z", "2026-03-30T12:00", ["2026-03-27T07:00:00Z", "2026-03-30T06:00:00Z"]],
    ["back", "2025-10-24T04:00:00Z", "2025-10-27T12:00", ["2025-10-24T06:00:00Z", "2025-10-27T07:00:00Z"]],
  ])("keep to the clock on the wall when that is put %s", async (_, start, end, moments) => {
    const own = await aWorld({ start });
    const ib = await own.actor("noor");
    await startDays(own);
    await until(own, end);
    const rows = await own.world.database.transact(taskScope(own.world.swvId, "wekker"), (tx) =>
      query(
        tx,
        z.object({ op: z.instanceof(Temporal.Instant) }),
        `select op from wekker where onderwerp_id = $1 and gedaan_op is not null order by op`,
        [ib.persoonId],
      ),
    );
    await own.close();
    expect(rows.map(({ op }) => `${op}`)).toEqual(moments);
  });
});

describe("the bundle", () => {
  it("comes three schooldagen ahead, on the day and after it, until it is done", async () => {
    const id = await aHeld(t, people());
    await startDays(t);
    await until(t, "2026-12-02T18:00");
    // Bram works on Monday, Tuesday and Thursday.
    expect(await days(bram)).toEqual([
      ["2026-11-26T08:00", "eerste_contact"],
      ["2026-11-30T08:00", "eerste_contact"],
      ["2026-12-01T08:00", "eerste_contact"],
    ]);
    done(await reportContact(anAct(t, bram), await at(t, id)));
    await until(t, "2026-12-31T18:00");
    expect(await days(bram)).toHaveLength(3);
  });

  it("comes on the days of a part-time worker only, and waits for them", async () => {
    await anActieOfYasmina("2026-12-03");
    await startDays(t);
    await until(t, "2026-12-15T18:00");
    expect((await days(yasmina)).map(([day]) => day)).toEqual([
      "2026-12-01T08:00",
      "2026-12-08T08:00",
      "2026-12-15T08:00",
    ]);
  });

  it("does not come in a holiday, and comes on the first schooldag after it", async () => {
    const acties = [{ houderId: noor.persoonId, wat: "Bel de ouders terug", datum: date("2026-12-17") }];
    await aDecided(t, people(), { besluiten: ["doorzetten_loket"], acties });
    await startDays(t);
    await until(t, "2027-01-08T18:00");
    const actie = (await days(noor)).filter((day) => day.includes("actie")).map(([day]) => day);
    expect(actie).toEqual([
      "2026-12-14T08:00",
      "2026-12-17T08:00",
      "2026-12-18T08:00",
      "2027-01-05T08:00",
      "2027-01-07T08:00",
    ]);
  });

  it("is made later on the day when we were away in the morning, and the next working day after a night", async () => {
    await aHeld(t, people());
    await startDays(t);
    await awayUntil(t, "2026-11-26T15:20");
    expect(await days(bram)).toEqual([["2026-11-26T15:20", "eerste_contact"]]);
    await awayUntil(t, "2026-11-30T22:00");
    expect(await days(bram)).toHaveLength(1);
    await until(t, "2026-12-01T12:00");
    expect(await days(bram)).toEqual([
      ["2026-11-26T15:20", "eerste_contact"],
      ["2026-12-01T08:00", "eerste_contact"],
    ]);
  });

  it("is made once, whoever asks how often, at once or one after the other", async () => {
    await aHeld(t, people());
    t.clock.set(Temporal.Instant.from("2026-11-26T07:00:00Z"));
    const bundle = () =>
      t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
        bundleDay(t.world, tx, bram.persoonId),
      );
    await Promise.all([bundle(), bundle()]);
    await bundle();
    expect(await countOf(t, "dagbericht", `persoon_id = '${bram.persoonId}'`)).toBe(1);
    expect(
      await countOf(t, "kennisgeving", `soort = 'dagbericht' and persoon_id = '${bram.persoonId}'`),
    ).toBe(1);
    expect(await countOf(t, "wekker", `onderwerp_id = '${bram.persoonId}' and gedaan_op is null`)).toBe(1);
  });

  it("stands for the steps that were missed: they are kept as given, and do not come later", async () => {
    await aHeld(t, people());
    await startDays(t);
    await awayUntil(t, "2026-12-01T09:00");
    expect(await days(bram)).toEqual([["2026-12-01T09:00", "eerste_contact"]]);
    expect(await countOf(t, "herinnering", `persoon_id = '${bram.persoonId}'`)).toBe(3);
    await until(t, "2026-12-02T18:00");
    expect(await days(bram)).toHaveLength(1);
  });

  it("leaves nothing behind when it dies halfway, and comes whole with the next try", async () => {
    await aHeld(t, people());
    t.clock.set(Temporal.Instant.from("2026-11-26T07:00:00Z"));
    const dying = t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
      await bundleDay(t.world, tx, bram.persoonId);
      throw new Error("power cut");
    });
    await expect(dying).rejects.toThrow("power cut");
    expect(await countOf(t, "herinnering")).toBe(0);
    await startDays(t);
    await awayUntil(t, "2026-11-26T08:00");
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      bundleDay(t.world, tx, bram.persoonId),
    );
    expect(await days(bram)).toEqual([["2026-11-26T08:00", "eerste_contact"]]);
  });
});

describe("the bundle of today", () => {
  it("takes in an actie that is agreed after it was made; a colleague's stays out, and at night nothing joins", async () => {
    await aHeld(t, people());
    await startDays(t);
    await until(t, "2026-11-26T10:00");
    const [today] = await bundlesOf(t, bram);
    const acties = [
      { houderId: bram.persoonId, wat: "Bel terug", datum: date("2026-11-27") },
      { houderId: noor.persoonId, wat: "Mail het rooster", datum: date("2026-11-27") },
    ];
    await aDecided(t, people(), { besluiten: ["doorzetten_loket"], acties });
    const id = today?.id ?? "";
    expect(await noticesTo(t, bram, id)).toContain("dagbericht_ververst");
    t.clock.set(wall("2026-11-26T18:30"));
    await joinBundle(t.world, bram.persoonId, id);
    expect(await days(bram)).toEqual([["2026-11-26T08:00", "eerste_contact"]]);
    t.clock.set(wall("2026-11-26T17:30"));
    await Promise.all([joinBundle(t.world, bram.persoonId, id), joinBundle(t.world, bram.persoonId, id)]);
    expect(await days(bram)).toEqual([["2026-11-26T08:00", "actie", "eerste_contact"]]);
    expect((await lastBundle(bram)).taken.map(({ omschrijving }) => omschrijving)).toContain("Bel terug");
    await joinBundle(t.world, noor.persoonId, id);
    expect(await countOf(t, "herinnering", `persoon_id = '${noor.persoonId}'`)).toBe(0);
    await until(t, "2026-11-26T20:00");
    expect(await countOf(t, "dagbericht", `persoon_id = '${bram.persoonId}'`)).toBe(1);
  });
});

describe("an own day", () => {
  it("moves the reminder ahead, for who chose it alone, and changes nothing of the term", async () => {
    const id = await aHeld(t, people());
    const term = await termId(id, "eerste_contact");
    await startDays(t);
    const choose = (who: Actor, op: string) => planTermijn(anAct(t, who), term, date(op));
    for (const op of ["2026-11-23", "2026-12-01"])
      expect(await choose(bram, op)).toEqual({ ok: false, error: { kind: "andere_dag" } });
    expect(await choose(noor, "2026-11-27")).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    done(await choose(bram, "2026-11-27"));
    expect(await termsOf(t, id)).toContain("eerste_contact 2026-11-30");
    expect((await termId(id, "eerste_contact")).versie).toBe(term.versie);
    const mine = (await myTaken(t.world, bram)).taken.find(({ id: own }) => own === term.id);
    expect(mine?.gepland?.toString()).toBe("2026-11-27");
    await until(t, "2026-11-27T18:00");
    expect(await days(bram)).toEqual([]);
    await until(t, "2026-11-30T18:00");
    expect(await days(bram)).toEqual([["2026-11-30T08:00", "eerste_contact"]]);
    // Put off, the own day is gone with the old date.
    done(await postponeTermijn(anAct(t, bram), term, { to: date("2026-12-10"), reden: "geen_tijd" }));
    expect(await countOf(t, "termijn", "gepland is not null")).toBe(0);
  });
});

describe("who is reminded", () => {
  it("is the person who was asked, until the answer", async () => {
    await anOffer(t, people());
    await startDays(t);
    await until(t, "2026-11-30T18:00");
    expect((await days(bram)).map(([day]) => day)).toEqual(["2026-11-26T08:00", "2026-11-30T08:00"]);
  });

  it("is the ib when the holder left the team: no work is left lying", async () => {
    const id = await aHeld(t, people());
    await leaves(t, bram, "2026-11-27");
    await startDays(t);
    await until(t, "2026-12-01T18:00");
    expect(await days(bram)).toEqual([["2026-11-26T08:00", "eerste_contact"]]);
    expect(await days(noor)).toContainEqual(["2026-12-01T08:00", "eerste_contact"]);
    expect(await holdersOf(t, id)).toHaveLength(1);
    const { taken } = await lastBundle(noor);
    expect(taken).toMatchObject([{ soort: "eerste_contact", vanMij: true, weg: { soort: "druk" } }]);
  });

  it("is the schakelteam after five schooldagen and the chair after ten; they hear of it and cannot do it", async () => {
    await aHeld(t, people());
    await startDays(t);
    await until(t, "2026-12-04T18:00");
    expect(await days(saskia)).toEqual([]);
    await until(t, "2026-12-07T18:00");
    expect(await days(saskia)).toEqual([["2026-12-07T08:00", "eerste_contact"]]);
    expect(await days(noor)).toEqual([["2026-12-07T08:00", "eerste_contact"]]);
    const { taken } = await lastBundle(saskia);
    expect(taken).toMatchObject([
      { vanMij: false, kanUitstellen: false, weg: { soort: "kaart" }, stand: "te_laat" },
    ]);
    const [taak] = taken;
    const refused = await completeTermijn(anAct(t, saskia), {
      id: taak?.id ?? "",
      versie: taak?.versie ?? 0,
    });
    expect(refused).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    await until(t, "2026-12-14T18:00");
    expect(await days(noor)).toContainEqual(["2026-12-14T08:00", "eerste_contact"]);
    expect(await days(saskia)).toHaveLength(1);
  });
});

describe("a task on the bundle", () => {
  it("shows the name to who may know it, and to nobody else", async () => {
    await anActieOfYasmina("2026-12-01");
    await startDays(t);
    await until(t, "2026-12-01T18:00");
    expect((await lastBundle(yasmina)).taken).toMatchObject([{ leerling: null, omschrijving: null }]);
    expect((await lastBundle(noor)).taken[0]?.leerling).toContain("Kanarie");
    const other = (await bundlesOf(t, yasmina)).at(-1)?.id ?? "";
    expect(await drawDagbericht(t.world, noor, other)).toBeNull();
  });

  it("is done in one press, and shows so on every bundle that stands", async () => {
    const id = await aHeld(t, people());
    await startDays(t);
    await until(t, "2026-11-26T09:00");
    const bundle = await lastBundle(bram);
    await reading(t, bundle.id, [bram], "dagbericht");
    const term = await termId(id, "eerste_contact");
    done(await completeTermijn(anAct(t, bram), term));
    expect(await dagberichtShowing(t.world, bram, term.id)).toBe(bundle.id);
    expect((await lastBundle(bram)).taken).toMatchObject([{ stand: "gedaan" }]);
    expect((await noticesTo(t, bram, bundle.id)).at(-1)).toBe("dagbericht_ververst");
  });

  it("that is done twice at one moment is done once", async () => {
    const id = await aHeld(t, people());
    const term = await termId(id, "voortgang");
    const both = await Promise.all([1, 2].map(() => completeTermijn(anAct(t, bram), term)));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    expect((await termsOf(t, id)).filter((one) => one.startsWith("voortgang"))).toHaveLength(1);
  });

  it("of an actie marks the actie as done too", async () => {
    const acties = [{ houderId: bram.persoonId, wat: "Maak een afspraak", datum: date("2026-12-04") }];
    const id = await aDecided(t, people(), { besluiten: ["doorzetten_loket"], acties });
    done(await completeTermijn(anAct(t, bram), await termId(id, "actie")));
    expect((await dossierOf(t, id)).acties[0]?.gedaanOp).not.toBeNull();
    expect((await termsOf(t, id)).some((term) => term.startsWith("actie"))).toBe(false);
  });

  it("is done by whose it is, and by nobody else who sees the case", async () => {
    const id = await aHeld(t, people());
    const voortgang = await termId(id, "voortgang");
    for (const actor of [noor, saskia]) {
      expect(await completeTermijn(anAct(t, actor), voortgang)).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
      const wish = { to: date("2027-01-19"), reden: "geen_tijd" } as const;
      expect(await postponeTermijn(anAct(t, actor), voortgang, wish)).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    const besluit = { besluiten: ["meer_informatie"], terugOp: date("2026-12-14") } as const;
    const other = await aDecided(t, people(), { ...besluit });
    const informatie = await termId(other, "meer_informatie");
    expect((await completeTermijn(anAct(t, bram), informatie)).ok).toBe(false);
    done(await completeTermijn(anAct(t, noor), informatie));
  });

  it("that needs a form cannot be done in one press", async () => {
    const id = await aHeld(t, people());
    expect((await completeTermijn(anAct(t, bram), await termId(id, "giz"))).ok).toBe(false);
    expect((await termsOf(t, id)).some((term) => term.startsWith("giz"))).toBe(true);
  });

  it("of the review asks whether the approach works, and comes again in three months", async () => {
    const id = await aHeld(t, people());
    done(await completeReview(anAct(t, bram), await termId(id, "driemaandsreview"), aTerugblik()));
    expect((await termsOf(t, id)).filter((term) => term.startsWith("drie"))).toEqual([
      "driemaandsreview 2027-02-23",
    ]);
    const back = await termId(id, "driemaandsreview");
    done(
      await completeReview(
        anAct(t, bram),
        back,
        aTerugblik({ andersNodig: "ja", uitkomst: "terug_naar_schakelteam" }),
      ),
    );
    expect(await dossierOf(t, id)).toMatchObject({ status: "klaargezet" });
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
  });

  it("loses the name at once when the toestemming is withdrawn", async () => {
    const id = await aHeld(t, people());
    await startDays(t);
    await until(t, "2026-12-07T09:00");
    const bundle = await lastBundle(saskia);
    expect(bundle.taken[0]?.leerling).toContain("Kanarie");
    await reading(t, bundle.id, [saskia], "dagbericht");
    done(
      await recordNee(anAct(t, noor), await at(t, id), {
        partij: "ouder2",
        op: date("2026-12-07"),
        vorm: "mondeling",
      }),
    );
    expect((await noticesTo(t, saskia, bundle.id)).at(-1)).toBe("dagbericht_ververst");
    expect((await drawDagbericht(t.world, saskia, bundle.id))?.gezien.taken).toEqual([]);
  });
});

describe("work without a ground", () => {
  it("rests: who had it is asked to stop and nothing else, nobody hears that it is late, and it comes back with a new ground", async () => {
    const id = await aHeld(t, people());
    const before = (await myTaken(t.world, bram)).taken.map(({ soort }) => soort);
    expect(before).toContain("giz");
    await startDays(t);
    await until(t, "2026-11-30T09:00");
    const no = { partij: "ouder2", op: date("2026-11-30"), vorm: "mondeling" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), no));
    expect((await myTaken(t.world, bram)).taken.map(({ soort }) => soort)).toEqual(["stop_verwerking"]);
    expect(await readHulpvraag(t.world, bram, id)).toMatchObject({ stil: true, acties: [], wat: null });
    await until(t, "2027-02-12T18:00");
    const since = (await bundlesOf(t, bram)).filter(({ at: day }) => day > "2026-12-01");
    expect(new Set(since.flatMap(({ soorten }) => soorten))).toEqual(new Set(["stop_verwerking"]));
    const heard = (await bundlesOf(t, saskia)).filter(({ at: day }) => day > "2026-12-01");
    expect(
      heard.flatMap(({ soorten }) => soorten).filter((soort) => before.some((one) => one === soort)),
    ).toEqual([]);
    done(await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2027-02-12")));
    const back = (await myTaken(t.world, bram)).taken.map(({ soort }) => soort);
    expect(back).toEqual(expect.arrayContaining(before.filter((soort) => soort !== "driemaandsreview")));
  });
});

describe("later", () => {
  const wish = (to: string) => ({ to: date(to), reden: "wacht_op_ouders" }) as const;

  it("moves the date within bounds, with a reason, and begins a new ladder", async () => {
    const id = await aHeld(t, people());
    await startDays(t);
    await until(t, "2026-12-01T09:00");
    const term = await termId(id, "eerste_contact");
    expect(await postponeTermijn(anAct(t, bram), term, wish("2027-02-01"))).toMatchObject({
      error: { kind: "uitstel", reden: { kind: "te_ver" } },
    });
    done(await postponeTermijn(anAct(t, bram), term, wish("2026-12-10")));
    expect(await termsOf(t, id)).toContain("eerste_contact 2026-12-10");
    await until(t, "2026-12-10T18:00");
    expect((await days(bram)).map(([day]) => day).slice(-2)).toEqual([
      "2026-12-07T08:00",
      "2026-12-10T08:00",
    ]);
  });

  it("is possible twice, and by the old card not at all", async () => {
    const id = await aHeld(t, people());
    const first = await termId(id, "eerste_contact");
    done(await postponeTermijn(anAct(t, bram), first, wish("2026-12-03")));
    expect(await postponeTermijn(anAct(t, bram), first, wish("2026-12-04"))).toMatchObject({
      error: { kind: "verouderd" },
    });
    done(await postponeTermijn(anAct(t, bram), await termId(id, "eerste_contact"), wish("2026-12-04")));
    const third = await postponeTermijn(
      anAct(t, bram),
      await termId(id, "eerste_contact"),
      wish("2026-12-07"),
    );
    expect(third).toMatchObject({ error: { reden: { kind: "te_vaak", keren: 2 } } });
  });
});

describe("mijn taken", () => {
  it("are all open terms of this person, first due first, and nobody else's", async () => {
    const id = await aHeld(t, people());
    expect((await myTaken(t.world, bram)).taken.map(({ soort }) => soort)).toEqual([
      "eerste_contact",
      "giz",
      "voortgang",
      "actielijnen",
      "driemaandsreview",
    ]);
    expect((await myTaken(t.world, noor)).taken.map(({ soort }) => soort)).toEqual(["toestemming_verloopt"]);
    expect((await myTaken(t.world, saskia)).taken).toEqual([]);
    expect((await myTaken(t.world, bram)).taken.every((taak) => taak.hulpvraagId === id)).toBe(true);
  });
});

describe("a calendar that changes", () => {
  it("moves the open terms of that school, and leaves what was postponed on its day", async () => {
    const id = await aHeld(t, people());
    const { schoolId } = await dossierOf(t, id);
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
      await execute(tx, `insert into studiedag (swv_id, school_id, datum) values ($1, $2, '2026-11-30')`, [
        t.world.swvId,
        schoolId,
      ]);
      expect(await recountTerms(tx, t.world, schoolId)).toBeGreaterThan(1);
      expect(await recountTerms(tx, t.world, schoolId)).toBe(0);
    });
    expect(await termsOf(t, id)).toContain("eerste_contact 2026-12-01");
  });

  it("because the school turns out to lie in another region, is counted again by the import", async () => {
    const id = await aHeld(t, people());
    const { school } = await dossierOf(t, id);
    const facts = demoSetUp(date("2026-11-23"), seedVakanties());
    const before = await termsOf(t, id);
    await setUp(t.world, facts);
    expect(await termsOf(t, id)).toEqual(before);
    const schools = facts.schools.map((one) => (one.naam === school ? { ...one, regio: "N" as const } : one));
    await setUp(t.world, { ...facts, schools });
    // The spring holiday of the north is a week later.
    expect(await termsOf(t, id)).not.toEqual(before);
  });
});
