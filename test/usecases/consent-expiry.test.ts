import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { drawDagbericht } from "#usecases/dagbericht.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { myTaken } from "#usecases/taken.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { aDecided, aHeld, at, dossierOf, later, noticesTo } from "./a-besluit.ts";
import { aReady } from "./a-closed-round.ts";
import { anAct, aToestemmingForm, countOf, date, done, signedAgain } from "./an-intake.ts";
import { bundlesOf, startDays, until } from "./day-by-day.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, saskia] = (await Promise.all(["noor", "bram", "saskia"].map((handle) => t.actor(handle)))) as [
    Actor,
    Actor,
    Actor,
  ];
});
afterEach(() => t.close());

const renewal = "soort = 'toestemming_verloopt'";

/** Klaargezet, with consent that ends early. */
async function shortGround(geldigTot: string): Promise<string> {
  const { id } = await aReady(t, noor);
  later(t);
  done(
    await saveToestemming(anAct(t, noor), await at(t, id), aToestemmingForm({ geldigTot: date(geldigTot) })),
  );
  return id;
}

/** The terms to renew it, oldest first, such as "open 2026-11-23"; of the long one that came first nothing is said. */
async function renewals(id: string): Promise<readonly string[]> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) =>
    query(
      tx,
      z.object({ status: z.string(), vervalt: z.instanceof(Temporal.PlainDate) }),
      `select status, vervalt from termijn where ${renewal} and hulpvraag_id = $1 order by gemaakt_op, status`,
      [id],
    ),
  );
  return rows.slice(1).map(({ status, vervalt }) => `${status} ${vervalt}`);
}

async function taskOf(actor: Actor, id: string) {
  const { taken } = await myTaken(t.world, actor);
  return taken.find((one) => one.soort === "toestemming_verloopt" && one.hulpvraagId === id);
}

async function allBundlesOf(actor: Actor): Promise<readonly string[]> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) =>
    query(
      tx,
      z.object({ id: z.string() }),
      `select id from dagbericht where persoon_id = $1 order by datum`,
      [actor.persoonId],
    ),
  );
  return rows.map(({ id }) => id);
}

/** One parent signed; the other was asked and did not answer yet. */
function halfSigned(on: string) {
  const form = signedAgain(on);
  return {
    ...form,
    antwoorden: form.antwoorden.map((one, index) =>
      index === 0 ? one : { ...one, antwoord: "nog_niet" as const, bewaarplaats: null },
    ),
  };
}

describe("consent that ends", () => {
  it("asks the ib to renew it six schoolweken ahead, once", async () => {
    const id = await shortGround("2027-03-12");
    const term = (await dossierOf(t, id)).termijnen.filter(
      ({ soort, status }) => soort === "toestemming_verloopt" && status === "open",
    );
    expect(term.map(({ vervalt }) => `${vervalt}`)).toEqual(["2027-01-22"]);
    done(
      await saveToestemming(
        anAct(t, noor),
        await at(t, id),
        signedAgain("2026-11-23", { geldigTot: date("2027-07-31") }),
      ),
    );
    expect(await countOf(t, "termijn", `${renewal} and status = 'open' and hulpvraag_id = '${id}'`)).toBe(1);
  });

  it("is asked today when it is shorter than that", async () => {
    const id = await shortGround("2026-12-11");
    const open = (await dossierOf(t, id)).termijnen.find(
      ({ status, soort }) => status === "open" && soort === "toestemming_verloopt",
    );
    expect(`${open?.vervalt}`).toBe("2026-11-23");
  });

  it("stands in the log once, also when a month begins on the same night", async () => {
    await shortGround("2026-12-31");
    await until(t, "2027-01-04T12:00");
    const rows = await t.world.database.transact(taskScope(t.world.swvId, "log"), (tx) =>
      query(
        tx,
        z.object({ id: z.unknown() }),
        `select id from gebeurtenis where soort = 'toestemming_verlopen'`,
      ),
    );
    expect(rows).toHaveLength(1);
  });

  it("holds to the end of its last day in Amsterdam; a minute later the agenda is without it", async () => {
    const id = await shortGround("2026-12-11");
    const rondeId = await onAgenda(t, id, {
      voorzitter: noor,
      deelnemers: [noor, bram],
      datum: "2026-12-14",
    });
    await reading(t, rondeId, [bram], "ronde");
    await until(t, "2026-12-11T23:59");
    expect((await dossierOf(t, id)).status).toBe("geagendeerd");
    await until(t, "2026-12-12T00:01");
    expect(await dossierOf(t, id)).toMatchObject({ status: "concept" });
    expect(await countOf(t, "agendapunt", `hulpvraag_id = '${id}' and status = 'gepland'`)).toBe(0);
    expect(await noticesTo(t, noor, id)).toContain("hulpvraag_terug");
    expect(await noticesTo(t, bram, rondeId)).toContain("ronde_ververst");
  });

  it("in uitvoering hides it from the others, on cards that stand too, and leaves the regierol", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    await reading(t, id, [bram, saskia]);
    done(
      await saveToestemming(
        anAct(t, noor),
        await at(t, id),
        aToestemmingForm({ geldigTot: date("2026-12-11") }),
      ),
    );
    const before = (await noticesTo(t, saskia, id)).length;
    await until(t, "2026-12-12T00:01");
    expect(await readHulpvraag(t.world, saskia, id)).toBeNull();
    expect((await readHulpvraag(t.world, bram, id))?.leerling).toBeNull();
    expect((await noticesTo(t, saskia, id)).length).toBeGreaterThan(before);
    expect(await dossierOf(t, id)).toMatchObject({ status: "in_uitvoering" });
  });

  it("leaves the ib with the task to ask again: late, on old messages too, until there is a new toestemming", async () => {
    const id = await shortGround("2026-12-11");
    await startDays(t);
    await until(t, "2026-12-14T09:00");
    expect(await renewals(id)).toEqual(["open 2026-11-23"]);
    expect(await taskOf(noor, id)).toMatchObject({ stand: "te_laat", vanMij: true });
    for (const bundle of await allBundlesOf(noor)) {
      const gezien = (await drawDagbericht(t.world, noor, bundle))?.gezien;
      expect(gezien?.taken).toMatchObject([{ soort: "toestemming_verloopt", stand: "te_laat" }]);
    }
    done(await saveToestemming(anAct(t, noor), await at(t, id), halfSigned("2026-12-14")));
    expect(await renewals(id), "half an answer is no toestemming").toEqual(["open 2026-11-23"]);
    done(await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2026-12-14")));
    expect(await renewals(id)).toEqual(["klaar 2026-11-23", "open 2027-06-14"]);
  });

  it("is reminded of after that day as well, weekly", async () => {
    const id = await shortGround("2026-12-11");
    await startDays(t);
    await until(t, "2027-01-29T18:00");
    const since = `persoon_id = '${noor.persoonId}' and gemaakt_op > '2026-12-12' and termijn_id in
      (select id from termijn where hulpvraag_id = '${id}')`;
    expect(await countOf(t, "herinnering", since)).toBeGreaterThan(3);
  });

  it("ends with the hulpvraag, or with a no, and then nobody did it", async () => {
    const withdrawn = await shortGround("2026-12-11");
    await startDays(t);
    await until(t, "2026-12-14T09:00");
    done(await intrekken(anAct(t, noor), await at(t, withdrawn)));
    expect(await renewals(withdrawn)).toEqual(["vervallen 2026-11-23"]);
    const bundles = await allBundlesOf(noor);
    expect(bundles.length).toBeGreaterThan(0);
    for (const bundle of bundles) {
      const gezien = (await drawDagbericht(t.world, noor, bundle))?.gezien;
      expect(gezien).toMatchObject({ taken: [], vervallen: true });
    }
    const refused = await shortGround("2027-01-29");
    const nee = { partij: "ouder1", op: date("2026-12-14"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, refused), nee));
    expect((await renewals(refused)).map((one) => one.split(" ")[0])).toEqual(["vervallen"]);
    expect(
      await countOf(t, "termijn", `status = 'vervallen' and klaar_door is not null`),
      "and is said of nobody",
    ).toBe(0);
  });

  it("is not told to others: who has work there hears that it waits, not what is late", async () => {
    const id = await aHeld(t, { ib: noor, houder: saskia });
    const short = aToestemmingForm({ geldigTot: date("2027-02-12") });
    done(await saveToestemming(anAct(t, noor), await at(t, id), short));
    await startDays(t);
    await until(t, "2027-02-12T18:00");
    const before = await allBundlesOf(saskia);
    const shown = async () =>
      (
        await Promise.all(
          before.map(async (one) => (await drawDagbericht(t.world, saskia, one))?.gezien.taken),
        )
      ).flatMap((taken) => taken?.map(({ soort }) => soort) ?? []);
    expect(await shown(), "the schakelteam heard of it in the last two weeks").toContain(
      "toestemming_verloopt",
    );
    await until(t, "2027-02-15T18:00");
    expect(await shown()).toEqual([]);
    expect(await allBundlesOf(saskia)).toEqual(before);
  });

  it("is told to who has work there, as a case that waits; who only sat at the table sees an empty card", async () => {
    const held = await aHeld(t, { ib: noor, houder: bram });
    const acties = [{ houderId: bram.persoonId, wat: "Maak een afspraak", datum: date("2026-12-18") }];
    const agreed = await aDecided(t, { ib: noor, houder: bram }, { besluiten: ["doorzetten_loket"], acties });
    for (const id of [held, agreed]) {
      await reading(t, id, [bram, saskia]);
      const short = aToestemmingForm({ geldigTot: date("2026-12-11") });
      done(await saveToestemming(anAct(t, noor), await at(t, id), short));
    }
    await until(t, "2026-12-12T00:01");
    for (const id of [held, agreed]) {
      expect(await noticesTo(t, bram, id)).toContain("hulpvraag_wacht");
      expect(await readHulpvraag(t.world, bram, id)).toMatchObject({ stil: true, leerling: null, wat: null });
      for (const other of [saskia, noor])
        expect(await noticesTo(t, other, id)).not.toContain("hulpvraag_wacht");
    }
    expect(await countOf(t, "kennisgeving", "soort = 'hulpvraag_gestopt'")).toBe(0);
  });

  it("is told without a number to who has work in what goes back to the ib alone", async () => {
    const acties = [{ houderId: bram.persoonId, wat: "Vraag het na", datum: date("2026-12-18") }];
    const besluit = { besluiten: ["meer_informatie"], terugOp: date("2026-12-14"), acties } as const;
    const id = await aDecided(t, { ib: noor, houder: bram }, { ...besluit });
    const short = aToestemmingForm({ geldigTot: date("2026-12-11") });
    done(await saveToestemming(anAct(t, noor), await at(t, id), short));
    expect((await dossierOf(t, id)).status).toBe("klaargezet");
    await until(t, "2026-12-12T00:01");
    expect((await dossierOf(t, id)).status).toBe("concept");
    expect(await noticesTo(t, bram, id)).not.toContain("hulpvraag_wacht");
    const stops = (who: Actor) =>
      countOf(t, "kennisgeving", `soort = 'hulpvraag_gestopt' and persoon_id = '${who.persoonId}'`);
    expect([await stops(bram), await stops(saskia), await stops(noor)]).toEqual([1, 0, 0]);
  });

  it("that was renewed in time ends nothing", async () => {
    const id = await shortGround("2026-12-11");
    done(await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2026-11-23")));
    await until(t, "2026-12-12T00:01");
    expect(await dossierOf(t, id)).toMatchObject({ status: "klaargezet" });
  });

  it("is reminded of weekly, only to the ib until the last two weeks", async () => {
    await shortGround("2027-03-12");
    await startDays(t);
    await until(t, "2027-02-12T18:00");
    expect(await countOf(t, "herinnering", `persoon_id = '${noor.persoonId}'`)).toBe(4);
    expect(await bundlesOf(t, saskia)).toEqual([]);
  });
});
