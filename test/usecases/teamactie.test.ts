import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { timers } from "#bot/teamactie.ts";
import { withConnection } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { TeamactieForm } from "#domain/teamactie.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { verzetActie } from "#usecases/actie-datum.ts";
import { addActie } from "#usecases/actie-new.ts";
import { bundleDay, drawDagbericht } from "#usecases/dagbericht.ts";
import { closeRonde } from "#usecases/round-run.ts";
import { myTaken } from "#usecases/taken.ts";
import { maakTeamactie, myTeamacties, sluitTeamactie, verzetTeamactie } from "#usecases/teamactie.ts";
import { antwoordOpTeamvraag, trekTeamvraagIn, vraagTeamoverdracht } from "#usecases/teamactie-overdracht.ts";
import { askTeamuitstel, stelTeamactieUit } from "#usecases/teamactie-uitstel.ts";
import { dossierOf, leaves } from "./a-besluit.ts";
import { anOpenRonde, aRonde, readyItems, rondeOf, seenRonde, sztOf } from "./a-round.ts";
import { contents, events, kindOf, notices } from "./an-advies.ts";
import { anAct, aWholeIntake, countOf, date, done } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let wim: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, saskia, wim] = (await Promise.all(
    ["noor", "bram", "saskia", "wim"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterEach(() => t.close());

const wat = "Regel een kwartelkoningoverzicht";
const form = (over: Partial<TeamactieForm> = {}): TeamactieForm => ({
  wat,
  houderId: bram.persoonId,
  datum: date("2026-12-07"),
  ...over,
});
const make = (actor: Actor = noor, over: Partial<TeamactieForm> = {}) =>
  maakTeamactie(anAct(t, actor), sztOf(noor), form(over));
async function rijen(actor: Actor) {
  return (await myTeamacties(t.world, actor)).flatMap(({ acties }) => acties);
}
async function anActie(over: Partial<TeamactieForm> = {}) {
  done(await make(noor, over));
  return now();
}
async function now(actor: Actor = noor) {
  const [actie] = await rijen(actor);
  if (!actie) throw new Error("none");
  return { id: actie.id, versie: actie.versie };
}
const own = async (actor: Actor) => (await myTaken(t.world, actor)).team;

describe("an actie of the team", () => {
  it("names no pupil of the own school, in whatever letters", async () => {
    await aWholeIntake(t, noor, { naam: "Zwaantje Kanarie" });
    for (const one of ["zwaantje kanarie aanmelden", "Zwaantje Kanarie aanmelden"])
      expect(await make(noor, { wat: one })).toMatchObject({
        error: { kind: "velden", problemen: { wat: {} } },
      });
    expect(await rijen(noor)).toEqual([]);
  });

  it("is made by anybody of the team, is in the own tasks of who does it, and is read by the whole team", async () => {
    done(await make(saskia));
    expect(await own(bram)).toMatchObject([{ omschrijving: wat, vanMij: true, stand: "binnenkort" }]);
    expect(await own(noor)).toEqual([]);
    expect(await rijen(noor)).toMatchObject([{ omschrijving: wat, houder: "Bram de Wit" }]);
    expect((await notices(t)).filter(({ soort }) => soort === "teamactie_gekregen")).toMatchObject([
      { persoonId: bram.persoonId },
    ]);
  });

  it("is out of sight and reach for the directeur and for another team", async () => {
    const at = await anActie();
    const fatima = await t.actor("fatima");
    for (const actor of [wim, fatima]) {
      expect((await rijen(actor)).filter(({ omschrijving }) => omschrijving === wat)).toEqual([]);
      expect(kindOf(await sluitTeamactie(anAct(t, actor), at, "gedaan"))).toBe("onzichtbaar");
      expect(kindOf(await make(actor))).toBe("onzichtbaar");
    }
  });

  it("that names somebody, or is about a child, is not kept", async () => {
    const before = await contents(t);
    expect(kindOf(await make(noor, { wat: "Vraag Sanne naar de sleutel" }))).toBe("velden");
    expect(kindOf(await make(noor, { wat: "Bespreek HV-4821" }))).toBe("velden");
    expect(kindOf(await make(noor, { houderId: wim.persoonId }))).toBe("velden");
    expect(await contents(t)).toEqual(before);
  });

  it("stands nowhere in words: not in a row, a notice, a timer or the log", async () => {
    const at = await anActie();
    done(await sluitTeamactie(anAct(t, bram), at, "gedaan"));
    const all = await withConnection({ url: t.db.adminUrl, applicationName: "test" }, async (connection) => {
      const tables = await connection.query(
        z.object({ name: z.string() }),
        `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await connection.query(
          z.object({ n: z.string() }),
          `select t::text as n from ${name} t`,
        );
        if (rows.some(({ n }) => /kwartelkoning/i.test(n))) found.push(name);
      }
      return found;
    });
    expect(all).toEqual([]);
    expect((await events(t, "teamactie")).map(({ soort, zaak }) => [soort, zaak])).toEqual([
      ["teamactie_gemaakt", null],
      ["teamactie_gedaan", null],
    ]);
  });

  it("is done once, by who has it or by who leads; and then it is gone after four weeks, with its key", async () => {
    const at = await anActie();
    expect(kindOf(await sluitTeamactie(anAct(t, saskia), at, "gedaan"))).toBe("verouderd");
    const both = await Promise.all(
      [bram, noor].map((actor) => sluitTeamactie(anAct(t, actor), at, "gedaan")),
    );
    expect(both.map(kindOf).sort()).toEqual(["ok", "verouderd"]);
    expect(await rijen(noor)).toEqual([]);
    expect(await countOf(t, "wekker", "soort = 'teamactie_wissen' and gedaan_op is null")).toBe(1);
    const timer = {
      id: at.id,
      soort: "teamactie_wissen",
      onderwerpId: at.id,
      op: t.clock.now(),
      sleutel: "x",
    } as const;
    const erase = () =>
      t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
        timers.teamactie_wissen(t.world, tx, timer),
      );
    await erase();
    await erase();
    expect(await countOf(t, "teamactie")).toBe(0);
    expect(await countOf(t, "datasleutel", "vernietigd_op is not null")).toBe(1);
  });

  it("that is open is never erased", async () => {
    const { id } = await anActie();
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      timers.teamactie_wissen(t.world, tx, {
        id,
        soort: "teamactie_wissen",
        onderwerpId: id,
        op: t.clock.now(),
        sleutel: "x",
      }),
    );
    expect(await countOf(t, "teamactie")).toBe(1);
  });

  it("falls away for who made it or leads, and then nobody reads it", async () => {
    const at = await anActie();
    expect(kindOf(await sluitTeamactie(anAct(t, bram), at, "vervallen"))).toBe("verouderd");
    done(await sluitTeamactie(anAct(t, noor), at, "vervallen"));
    expect(await rijen(noor)).toEqual([]);
    expect(kindOf(await sluitTeamactie(anAct(t, bram), at, "gedaan"))).toBe("onzichtbaar");
  });

  it("is put off within bounds by who has it; another date is agreed by who leads", async () => {
    const at = await anActie();
    expect(await askTeamuitstel(t.world, noor, at.id)).toBeNull();
    const form = await askTeamuitstel(t.world, bram, at.id);
    expect(form?.bounds.ok).toBe(true);
    const far = { to: date("2027-05-10"), reden: "geen_tijd" } as const;
    expect(kindOf(await stelTeamactieUit(anAct(t, bram), at, far))).toBe("uitstel");
    done(await stelTeamactieUit(anAct(t, bram), at, { to: date("2026-12-10"), reden: "geen_tijd" }));
    expect(kindOf(await verzetTeamactie(anAct(t, bram), await now(), date("2026-12-14")))).toBe("verouderd");
    expect(kindOf(await verzetTeamactie(anAct(t, noor), await now(), date("2026-11-20")))).toBe("datum");
    expect(done(await verzetTeamactie(anAct(t, noor), await now(), date("2026-12-12")))).toEqual({
      datum: date("2026-12-14"),
      verschoven: true,
    });
    expect(kindOf(await verzetTeamactie(anAct(t, noor), at, date("2026-12-15")))).toBe("verouderd");
  });
});

describe("handing over an actie of the team", () => {
  it("waits for a yes, and stays after a no", async () => {
    const at = await anActie();
    expect(kindOf(await vraagTeamoverdracht(anAct(t, saskia), at, noor.persoonId))).toBe("verouderd");
    expect(kindOf(await vraagTeamoverdracht(anAct(t, bram), at, wim.persoonId))).toBe("wie");
    done(await vraagTeamoverdracht(anAct(t, bram), at, saskia.persoonId));
    expect((await myTaken(t.world, saskia)).gevraagd).toMatchObject([
      { soort: "teamactie", van: "Bram de Wit" },
    ]);
    expect(await own(bram)).toHaveLength(1);
    done(await antwoordOpTeamvraag(anAct(t, saskia), await now(), "geen_tijd"));
    expect(await own(bram)).toMatchObject([{ overdracht: { stand: "geweigerd", reden: "geen_tijd" } }]);
    done(await vraagTeamoverdracht(anAct(t, bram), await now(), saskia.persoonId));
    expect(kindOf(await antwoordOpTeamvraag(anAct(t, noor), await now(), null))).toBe("verouderd");
    done(await antwoordOpTeamvraag(anAct(t, saskia), await now(), null));
    expect(await own(bram)).toEqual([]);
    expect(await own(saskia)).toMatchObject([{ vervalt: date("2026-12-07"), overdracht: null }]);
  });

  it("that was taken back, or done meanwhile, cannot be answered", async () => {
    const at = await anActie();
    done(await vraagTeamoverdracht(anAct(t, bram), at, saskia.persoonId));
    const asked = await now();
    done(await trekTeamvraagIn(anAct(t, bram), asked));
    expect(kindOf(await antwoordOpTeamvraag(anAct(t, saskia), asked, null))).toBe("verouderd");
    done(await vraagTeamoverdracht(anAct(t, bram), await now(), saskia.persoonId));
    const again = await now();
    const raced = await Promise.all([
      antwoordOpTeamvraag(anAct(t, saskia), again, null),
      sluitTeamactie(anAct(t, bram), again, "gedaan"),
    ]);
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is the work of who leads when who had it left", async () => {
    await anActie();
    await leaves(t, bram, "2026-11-22");
    const ib = await t.actor("noor");
    expect(await own(ib)).toMatchObject([{ houderWeg: true, vanMij: true }]);
    done(await vraagTeamoverdracht(anAct(t, ib), await now(), ib.persoonId));
    expect(await own(ib)).toMatchObject([{ houderWeg: false, houder: "Noor Visser" }]);
  });
});

describe("reminding of it", () => {
  it("is in the bundle of its day, once, and shows there that it was done", async () => {
    await anActie({ datum: date("2026-11-24") });
    t.clock.set(Temporal.Instant.from("2026-11-24T09:00:00Z"));
    const bundle = () =>
      t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
        bundleDay(t.world, tx, bram.persoonId),
      );
    await bundle();
    await bundle();
    const [told] = (await notices(t)).filter(({ soort }) => soort === "dagbericht");
    expect((await notices(t)).filter(({ soort }) => soort === "dagbericht")).toHaveLength(1);
    const drawn = async () => (await drawDagbericht(t.world, bram, told?.onderwerpId ?? ""))?.gezien;
    expect((await drawn())?.team).toMatchObject([{ omschrijving: wat, stand: "vandaag" }]);
    done(await sluitTeamactie(anAct(t, bram), await now(bram), "gedaan"));
    expect((await drawn())?.team).toMatchObject([{ stand: "gedaan" }]);
    expect(await drawDagbericht(t.world, noor, told?.onderwerpId ?? "")).toBeNull();
  });
});

describe("the next agenda", () => {
  it("has it first, before and during each round, until it is done", async () => {
    const at = await anActie();
    const planned = await aRonde(t, noor, [bram, saskia]);
    expect((await seenRonde(t, saskia, planned)).teamacties).toMatchObject([{ omschrijving: wat }]);
    const held = await anOpenRonde(t, noor, {
      deelnemers: [bram, saskia],
      items: await readyItems(t, noor, 1),
    });
    expect(await seenRonde(t, bram, held)).toMatchObject({
      teamacties: [{ id: at.id }],
      magTeamactie: true,
    });
    expect(done(await sluitTeamactie(anAct(t, noor), at, "gedaan"))).toEqual({ rondeId: held });
    for (const ronde of [planned, held]) expect((await seenRonde(t, saskia, ronde)).teamacties).toEqual([]);
  });

  it("lets who leads the round agree another date for an actie of a hulpvraag", async () => {
    const [item] = await readyItems(t, noor, 1);
    if (!item) throw new Error("no item");
    const first = await anOpenRonde(t, noor, { deelnemers: [bram, saskia], items: [item] });
    const actie = { houderId: bram.persoonId, wat: "Belt met de club", datum: date("2026-11-25") };
    done(await addActie(anAct(t, noor), first, { hulpvraagId: item.id, actie }));
    done(await closeRonde(anAct(t, noor), { id: first, versie: (await rondeOf(t, first)).versie }));
    const held = await anOpenRonde(t, noor, {
      deelnemers: [bram, saskia],
      items: await readyItems(t, noor, 1),
    });
    const [back] = (await seenRonde(t, noor, held)).eerdereActies;
    if (!back) throw new Error("did not come back");
    expect(back).toMatchObject({ magAfvinken: true, magVerzetten: true });
    const [hisOwn] = (await seenRonde(t, bram, held)).eerdereActies;
    expect(hisOwn).toMatchObject({ magAfvinken: true, magVerzetten: false });
    const move = (actor: Actor, day: string, versie = back.versie) =>
      verzetActie(anAct(t, actor), { id: back.id, versie }, date(day));
    expect(kindOf(await move(bram, "2026-12-02"))).toBe("kan_niet");
    expect(kindOf(await move(wim, "2026-12-02"))).toBe("onzichtbaar");
    expect(kindOf(await move(noor, "2026-11-20"))).toBe("datum");
    done(await move(noor, "2026-12-02"));
    expect(kindOf(await move(noor, "2026-12-03"))).toBe("verouderd_in_ronde");
    const dossier = await dossierOf(t, item.id);
    expect(dossier.acties).toMatchObject([{ datum: date("2026-12-02") }]);
    const open = dossier.termijnen.filter(({ soort, status }) => soort === "actie" && status === "open");
    expect(open).toMatchObject([{ vervalt: date("2026-12-02") }]);
  });
});
