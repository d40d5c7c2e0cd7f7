import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { aHeld, at, dossierOf, noticesTo } from "./a-besluit.ts";
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
  done(
    await saveToestemming(anAct(t, noor), await at(t, id), aToestemmingForm({ geldigTot: date(geldigTot) })),
  );
  return id;
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
    expect(await countOf(t, "termijn", `${renewal} and status = 'open' and hulpvraag_id = '${id}'`)).toBe(0);
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
