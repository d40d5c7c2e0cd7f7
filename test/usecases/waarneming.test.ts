import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { timers } from "#bot/regierol-regelen.ts";
import { query } from "#database/pool.ts";
import { onbekendBereik } from "#domain/doelbereik.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { WaarnemingForm } from "#domain/waarneming.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { confirmAfsluiting, proposeAfsluiting } from "#usecases/afsluiting.ts";
import { saveDagberichtTijd } from "#usecases/dagbericht-tijd.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordGiz } from "#usecases/regierol.ts";
import { acceptAanbod, offerToOther } from "#usecases/regierol-aanbod.ts";
import { settleDue } from "#usecases/team-timer.ts";
import { acceptWaarneming, refuseWaarneming, regelWaarneming, weerTerug } from "#usecases/waarneming.ts";
import { aHeld, anOffer, at, dossierOf, holdersOf, later, leaves, noticesTo, termsOf } from "./a-besluit.ts";
import { sztOf } from "./a-round.ts";
import { anAct, date, done, eventsOf } from "./an-intake.ts";
import { startDays, until } from "./day-by-day.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let peter: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, saskia, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterEach(() => t.close());

const held = () => aHeld(t, { ib: noor, houder: bram });
const away = { uur: "08:00", van: date("2026-11-30"), tot: date("2026-12-11") } as const;
const says = (over: object, who: Actor = bram) =>
  saveDagberichtTijd(anAct(t, who), { ...{ uur: "08:00", van: null, tot: null, zonder: [] }, ...over });
const form = (over: Partial<WaarnemingForm> = {}): WaarnemingForm => ({
  ...{ door: noor.persoonId, van: date("2026-11-30"), tot: date("2026-12-11") },
  ...{ akkoordOp: null, akkoordVan: [] },
  ...over,
});
const akkoord = { akkoordOp: date("2026-11-23"), akkoordVan: ["ouder1", "ouder2"] } as const;
const regel = async (id: string, over: Partial<WaarnemingForm> = {}, who: Actor = bram) =>
  regelWaarneming(anAct(t, who), await at(t, id), form(over));
const go = (text: string) => until(t, text, timers);
const waarnemend = (who: Actor) => [`waarnemend ${who.persoonId}`];
const actief = (who: Actor) => [`actief ${who.persoonId}`];
const mag = async (who: Actor, id: string, act: HulpvraagAct) =>
  (await readHulpvraag(t.world, who, id))?.mag.has(act) ?? false;

/** From the akkoord on there was a holder at every moment, and never two: read from the periods themselves. */
async function expectNoGap(id: string): Promise<void> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(
      tx,
      z.object({ van: z.instanceof(Temporal.Instant), tot: z.instanceof(Temporal.Instant).nullable() }),
      `select lower(periode) as van, upper(periode) as tot from regierol where hulpvraag_id = $1 order by 1`,
      [id],
    ),
  );
  for (const [index, { tot }] of rows.entries()) {
    const next = rows[index + 1];
    expect(tot?.toString()).toBe(next?.van.toString());
  }
}

describe("a holder who says to be away for five schooldagen or more", () => {
  it("is stood in for by the ib from the first day, and has it again on the day after the last", async () => {
    const id = await held();
    done(await says(away));
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect(await noticesTo(t, noor, id)).toContain("waarneming_gepland");
    await go("2026-11-29T23:59");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    await go("2026-11-30T00:01");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    expect(await noticesTo(t, noor, id)).toContain("waarneming_begint");
    await go("2026-12-11T23:59");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    await go("2026-12-12T00:01");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect((await noticesTo(t, bram, id)).at(-1)).toBe("regierol_terug");
    expect((await dossierOf(t, id)).waarneming).toBeNull();
    await expectNoGap(id);
    expect((await eventsOf(t)).filter((soort) => soort.startsWith("waarneming"))).toEqual([
      "waarneming_afgesproken",
      "waarneming_begonnen",
      "waarneming_voorbij",
    ]);
  });

  it("for four is not: the work waits", async () => {
    const id = await held();
    done(await says({ van: date("2026-11-30"), tot: date("2026-12-03") }));
    expect((await dossierOf(t, id)).waarneming).toBeNull();
  });

  it("who is away by now is stood in for at once", async () => {
    const id = await held();
    done(await says({ van: date("2026-11-23"), tot: date("2026-12-04") }));
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
  });

  it("comes back earlier by saying so, and the work with it", async () => {
    const id = await held();
    done(await says(away));
    await go("2026-12-02T09:00");
    done(await says({}));
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    await go("2026-12-31T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    await expectNoGap(id);
  });

  it("stays away longer by saying so", async () => {
    const id = await held();
    done(await says(away));
    await go("2026-12-02T09:00");
    done(await says({ van: away.van, tot: date("2026-12-18") }));
    await go("2026-12-14T09:00");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    await go("2026-12-19T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
  });

  it("takes a regierol with the leave in sight: the ib stands in then as well", async () => {
    done(await says(away));
    const id = await held();
    expect((await dossierOf(t, id)).waarneming).toMatchObject({
      voorId: bram.persoonId,
      doorId: noor.persoonId,
    });
  });

  it("and the bot that was down over both days does what belongs to the day it wakes", async () => {
    const id = await held();
    done(await says(away));
    t.clock.set(Temporal.Instant.from("2026-12-14T08:00:00Z"));
    await go("2026-12-14T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect((await dossierOf(t, id)).waarneming).toBeNull();
    expect(await noticesTo(t, bram, id)).not.toContain("regierol_terug");
  });
});

describe("while somebody stands in", () => {
  it("the terms are those of who stands in, and of the holder again after it", async () => {
    const id = await held();
    done(await says(away));
    await go("2026-11-30T09:00");
    expect(await mag(noor, id, "eerste_contact")).toBe(true);
    expect(await mag(bram, id, "eerste_contact")).toBe(false);
    await go("2026-12-12T09:00");
    expect(await mag(bram, id, "eerste_contact")).toBe(true);
    expect(await termsOf(t, id)).toHaveLength(5);
  });

  it("what was recorded of the GIZ goes along and back", async () => {
    const id = await held();
    done(
      await recordGiz(anAct(t, bram), await at(t, id), {
        ...{ uitkomst: "afgenomen", op: date("2026-11-23"), reden: null },
      }),
    );
    done(await says(away));
    await go("2026-12-12T09:00");
    expect((await readHulpvraag(t.world, bram, id))?.regierol).toMatchObject({
      giz: "afgenomen",
      vanMij: true,
    });
  });

  it("nobody is asked to look for another holder", async () => {
    const id = await held();
    done(await says(away));
    await go("2026-11-30T09:00");
    expect(await termsOf(t, id)).not.toContainEqual(expect.stringContaining("nieuw_aanbod"));
    expect(await mag(noor, id, "ander_regierol_aanbod")).toBe(false);
    expect(await mag(noor, id, "regierol_overdragen")).toBe(true);
  });

  it("the ib can give the regierol to another for good; then nobody comes back to it", async () => {
    const id = await held();
    done(await says(away));
    await go("2026-11-30T09:00");
    const aan = {
      aan: saskia.persoonId,
      akkoordOp: date("2026-11-30"),
      akkoordVan: ["ouder1", "ouder2"],
    } as const;
    done(await offerToOther(anAct(t, noor), await at(t, id), aan));
    done(await acceptAanbod(anAct(t, saskia), await at(t, id)));
    await go("2026-12-31T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(saskia));
    await expectNoGap(id);
  });

  it("the end of the hulpvraag ends that as well", async () => {
    const one = await held();
    const two = await held();
    done(await says(away));
    await go("2026-11-30T09:00");
    done(
      await proposeAfsluiting(anAct(t, noor), await at(t, one), {
        reden: "doel_bereikt",
        doelen: onbekendBereik,
      }),
    );
    done(await confirmAfsluiting(anAct(t, noor), await at(t, one), { verteldOp: date("2026-11-30") }));
    done(await intrekken(anAct(t, noor), await at(t, two)));
    await go("2026-12-31T09:00");
    for (const id of [one, two]) expect(await holdersOf(t, id)).toEqual([]);
  });

  it("a holder who leaves the team does not come back: the ib keeps it warm and looks for another", async () => {
    const id = await held();
    done(await says(away));
    await go("2026-12-01T09:00");
    await leaves(t, bram, "2026-12-01");
    await go("2026-12-02T09:00");
    await settle();
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    expect(await termsOf(t, id)).toContainEqual(expect.stringContaining("nieuw_aanbod"));
    await go("2026-12-31T09:00");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
  });

  it("who stands in can leave: the ib does it, and the holder comes back all the same", async () => {
    const id = await held();
    done(await regel(id, { door: saskia.persoonId, ...akkoord }));
    done(await acceptWaarneming(anAct(t, saskia), await at(t, id)));
    await go("2026-11-30T09:00");
    expect(await holdersOf(t, id)).toEqual(waarnemend(saskia));
    await leaves(t, saskia, "2026-12-01");
    await go("2026-12-02T09:00");
    await settle();
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    expect(await termsOf(t, id)).not.toContainEqual(expect.stringContaining("nieuw_aanbod"));
    await go("2026-12-12T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
  });

  async function settle(): Promise<void> {
    const sztId = sztOf(noor);
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      settleDue(t.world, tx, {
        ...{ id: sztId, soort: "team_bijwerken", onderwerpId: sztId },
        ...{ op: tx.now, sleutel: `team_bijwerken:${sztId}:test` },
      }),
    );
  }
});

describe("somebody else than the ib", () => {
  it("is asked, with the akkoord of the parents, and reads no name before the yes", async () => {
    const id = await held();
    expect(await regel(id, { door: saskia.persoonId, ...akkoord })).toEqual({ ok: true, value: "gevraagd" });
    expect(await noticesTo(t, saskia, id)).toContain("waarneming_gevraagd");
    const gezien = await readHulpvraag(t.world, saskia, id);
    expect(gezien?.waarneming).toMatchObject({ aanMij: true, voor: bram.naam });
    expect([...(gezien?.mag ?? [])]).toEqual(["waarneming_aannemen", "waarneming_weigeren"]);
    done(await acceptWaarneming(anAct(t, saskia), await at(t, id)));
    await go("2026-11-30T09:00");
    expect(await holdersOf(t, id)).toEqual(waarnemend(saskia));
    expect((await readHulpvraag(t.world, saskia, id))?.leerling?.naam).toContain("Kanarie");
    await go("2026-12-12T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
  });

  it("who has not answered on the day is not waited for: the ib does it, until the yes", async () => {
    const id = await held();
    done(await regel(id, { door: saskia.persoonId, ...akkoord }));
    await go("2026-11-30T09:00");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    done(await acceptWaarneming(anAct(t, saskia), await at(t, id)));
    expect(await holdersOf(t, id)).toEqual(waarnemend(saskia));
    await expectNoGap(id);
  });

  it("can say no, with a reason: the ib does it and hears so", async () => {
    const id = await held();
    done(await regel(id, { door: saskia.persoonId, ...akkoord }));
    done(await refuseWaarneming(anAct(t, saskia), await at(t, id), "geen_tijd"));
    expect(await noticesTo(t, noor, id)).toContain("waarneming_geweigerd");
    expect(await readHulpvraag(t.world, saskia, id)).not.toMatchObject({ waarneming: { aanMij: true } });
    await go("2026-11-30T09:00");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
  });

  it.each([
    ["without akkoord", {}, ["akkoordOp", "akkoordVan"]],
    ["with that of one of two parents", { ...akkoord, akkoordVan: ["ouder1"] as const }, ["akkoordVan"]],
    ["with an akkoord of tomorrow", { ...akkoord, akkoordOp: date("2026-11-24") }, ["akkoordOp"]],
  ])("is not asked %s", async (_, over, fields) => {
    const id = await held();
    const result = await regel(id, { door: saskia.persoonId, ...over });
    expect(result).toMatchObject({ ok: false, error: { kind: "velden" } });
    if (result.ok || result.error.kind !== "velden") throw new Error("not refused");
    expect(Object.keys(result.error.problemen)).toEqual(fields);
    expect((await dossierOf(t, id)).waarneming).toBeNull();
  });

  it("is somebody who can hold a regierol, and not the one who is away", async () => {
    const id = await held();
    for (const door of [peter, bram])
      expect(await regel(id, { door: door.persoonId, ...akkoord })).toMatchObject({
        error: { problemen: { door: { kind: "niet_in_team" } } },
      });
  });
});

describe("the days", () => {
  it.each([
    ["begin no earlier than today", { van: date("2026-11-20") }, "van"],
    ["end no earlier than they begin", { tot: date("2026-11-27") }, "tot"],
    ["end", { tot: null }, "tot"],
    ["lie within two hundred days", { tot: date("2027-08-01") }, "tot"],
  ])("%s", async (_, over, field) => {
    const id = await held();
    expect(await regel(id, over)).toMatchObject({ error: { problemen: { [field]: {} } } });
  });
});

describe("what was agreed", () => {
  it("can be taken back before it begins, by the holder or the ib", async () => {
    for (const who of [bram, noor]) {
      const id = await held();
      done(await regel(id));
      done(await weerTerug(anAct(t, who), await at(t, id)));
      expect((await dossierOf(t, id)).waarneming).toBeNull();
      expect(await holdersOf(t, id)).toEqual(actief(bram));
    }
  });

  it("is nobody else's to make or take back", async () => {
    const id = await held();
    expect((await regel(id, {}, saskia)).ok).toBe(false);
    done(await regel(id));
    expect((await weerTerug(anAct(t, saskia), await at(t, id))).ok).toBe(false);
    expect((await acceptWaarneming(anAct(t, saskia), await at(t, id))).ok).toBe(false);
  });

  it("by two at one moment is agreed once", async () => {
    const id = await held();
    const where = await at(t, id);
    const both = await Promise.all([bram, noor].map((who) => regelWaarneming(anAct(t, who), where, form())));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("an offer of the regierol", () => {
  it("lapses when its time is over without an answer, and the ib asks another", async () => {
    await startDays(t);
    const id = await anOffer(t, { ib: noor, houder: bram });
    await go("2026-11-30T23:59");
    expect((await dossierOf(t, id)).aanbod?.status).toBe("aangeboden");
    await go("2026-12-01T00:01");
    expect((await dossierOf(t, id)).aanbod?.status).toBe("verlopen");
    expect(await termsOf(t, id)).toEqual(["nieuw_aanbod 2026-12-08"]);
    expect(await noticesTo(t, noor, id)).toContain("regierol_onbeantwoord");
    expect(await holdersOf(t, id)).toEqual(waarnemend(noor));
    expect((await acceptAanbod(anAct(t, bram), await at(t, id))).ok).toBe(false);
    const seen = await readHulpvraag(t.world, noor, id);
    expect(seen?.aanbod).toMatchObject({ onbeantwoord: true, geldt: false });
    expect(seen?.mag.has("ander_regierol_aanbod")).toBe(true);
  });

  it("that was answered does not lapse", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    done(await acceptAanbod(anAct(t, bram), await at(t, id)));
    later(t);
    await go("2026-12-10T09:00");
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect(await noticesTo(t, noor, id)).not.toContain("regierol_onbeantwoord");
  });
});
