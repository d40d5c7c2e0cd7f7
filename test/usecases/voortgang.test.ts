import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onbekendBereik } from "#domain/doelbereik.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { proposeAfsluiting, rejectAfsluiting } from "#usecases/afsluiting.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { backToSchakelteam, recordGiz } from "#usecases/regierol.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import { completeReview, recordVoortgang } from "#usecases/voortgang.ts";
import { aHeld, aTerugblik, at, dossierOf, later, openTermOf, termsOf } from "./a-besluit.ts";
import { anAct, countOf, date, done, eventsOf } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let peter: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, saskia, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const held = () => aHeld(t, { ib: noor, houder: bram });
const form = { hoe: "moeizaam", contact: "ja", meerHulp: "nee" } as const;
const voortgang = async (who: Actor, id: string) =>
  (await readHulpvraag(t.world, who, id))?.voortgang ?? null;
const terms = async (id: string, soort: string) =>
  (await termsOf(t, id)).filter((term) => term.startsWith(soort));

describe("how it goes", () => {
  it("ends its term, begins the next, and is read by who reads the rest", async () => {
    const id = await held();
    expect(await recordVoortgang(anAct(t, bram), await at(t, id), form)).toMatchObject({
      value: { hoe: "moeizaam", contact: true, meerHulp: false },
    });
    expect(await terms(id, "voortgang")).toEqual(["voortgang 2027-01-18"]);
    for (const who of [noor, bram, saskia])
      expect((await voortgang(who, id))?.hoe, who.naam).toBe("moeizaam");
    expect(await readHulpvraag(t.world, peter, id)).toBeNull();
    expect(await eventsOf(t, bram)).toContain("voortgang_vastgelegd");
  });

  it("is told with one press from the bundle: it goes well, and nothing was asked", async () => {
    const id = await held();
    done(await completeTermijn(anAct(t, bram), await openTermOf(t, id, "voortgang")));
    expect(await voortgang(bram, id)).toMatchObject({ hoe: "goed", contact: null, meerHulp: null });
  });

  it("shows the last time that it was told", async () => {
    const id = await held();
    done(await recordVoortgang(anAct(t, bram), await at(t, id), form));
    later(t);
    done(await recordVoortgang(anAct(t, bram), await at(t, id), { ...form, hoe: "goed" }));
    expect((await voortgang(bram, id))?.hoe).toBe("goed");
  });

  it("is not kept by halves, by nobody else, or twice by two at one moment", async () => {
    const id = await held();
    const where = await at(t, id);
    expect(await recordVoortgang(anAct(t, bram), where, { ...form, contact: null })).toMatchObject({
      error: { kind: "velden", velden: ["contact"] },
    });
    for (const who of [saskia, noor, peter])
      expect((await recordVoortgang(anAct(t, who), where, form)).ok, who.naam).toBe(false);
    const both = await Promise.all([1, 2].map(() => recordVoortgang(anAct(t, bram), where, form)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is out of sight with the ground", async () => {
    const id = await held();
    done(await recordVoortgang(anAct(t, bram), await at(t, id), form));
    const said = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), said));
    expect(await voortgang(bram, id)).toBeNull();
    expect((await recordVoortgang(anAct(t, bram), await at(t, id), form)).ok).toBe(false);
  });
});

describe("a GIZ that is planned", () => {
  const plan = async (id: string, op: string) =>
    recordGiz(anAct(t, bram), await at(t, id), { uitkomst: "gepland", op: date(op), reden: null });
  const planned = async (id: string) =>
    (await countOf(t, "termijn", `hulpvraag_id = '${id}' and soort = 'giz' and gepland = '2026-12-09'`)) ===
    1;

  it("is asked about on the day after, and its term stays", async () => {
    const id = await held();
    done(await plan(id, "2026-12-08"));
    expect(await planned(id)).toBe(true);
    expect(await terms(id, "giz")).toEqual(["giz 2027-01-18"]);
  });

  it("for a day after its term is reminded of as ever", async () => {
    const id = await held();
    done(await plan(id, "2027-02-08"));
    expect(await countOf(t, "termijn", `hulpvraag_id = '${id}' and gepland is not null`)).toBe(0);
  });

  it("for another day forgets the day of before", async () => {
    const id = await held();
    done(await plan(id, "2026-12-08"));
    done(await plan(id, "2027-02-08"));
    expect(await countOf(t, "termijn", `hulpvraag_id = '${id}' and gepland is not null`)).toBe(0);
  });
});

describe("the review", () => {
  const review = async (id: string, over = {}, who = bram) =>
    completeReview(anAct(t, who), await openTermOf(t, id, "driemaandsreview"), aTerugblik(over));

  it("that goes on comes again in three months", async () => {
    const id = await held();
    done(await review(id));
    expect(await terms(id, "drie")).toEqual(["driemaandsreview 2027-02-23"]);
    expect((await readHulpvraag(t.world, saskia, id))?.terugblik).toMatchObject({ uitkomst: "werkt" });
  });

  it("that changes asks for action lines anew, also when they were set out before", async () => {
    const id = await held();
    done(await completeTermijn(anAct(t, bram), await openTermOf(t, id, "actielijnen")));
    expect(await terms(id, "actielijnen")).toEqual([]);
    done(await review(id, { werkt: "deels", uitkomst: "wordt_aangepast" }));
    expect(await terms(id, "actielijnen")).toEqual(["actielijnen 2027-02-01"]);
  });

  it("that goes back takes the hulpvraag to the next round, with its holder", async () => {
    const id = await held();
    done(await review(id, { andersNodig: "ja", uitkomst: "terug_naar_schakelteam" }));
    expect((await dossierOf(t, id)).status).toBe("klaargezet");
  });

  it("that goes back while it is on its way to a round already is kept, and it stays there", async () => {
    const id = await held();
    done(await backToSchakelteam(anAct(t, bram), await at(t, id)));
    done(await review(id, { andersNodig: "ja", uitkomst: "terug_naar_schakelteam" }));
    expect(await dossierOf(t, id)).toMatchObject({
      status: "klaargezet",
      terugblik: { uitkomst: "terug_naar_schakelteam" },
    });
  });

  it("that closes asks for the proposal until it is there", async () => {
    const id = await held();
    done(await review(id, { langer: "nee", uitkomst: "afsluiten" }));
    expect(await terms(id, "afsluiten")).toEqual(["afsluiten_voorstellen 2026-11-30"]);
    const form = { reden: "doel_bereikt", doelen: onbekendBereik } as const;
    done(await proposeAfsluiting(anAct(t, bram), await at(t, id), form));
    expect(await terms(id, "afsluiten")).toEqual([]);
    done(await rejectAfsluiting(anAct(t, noor), await at(t, id)));
    expect(await terms(id, "afsluiten")).toEqual([]);
  });

  it("that closes leaves the proposal to a step of its own", async () => {
    const id = await held();
    done(await review(id, { langer: "nee", uitkomst: "afsluiten" }));
    expect(await dossierOf(t, id)).toMatchObject({ status: "in_uitvoering", afsluitingVoorgesteld: null });
    expect((await readHulpvraag(t.world, bram, id))?.mag.has("afsluiting_voorstellen")).toBe(true);
  });

  it("that contradicts itself, or is another's, changes nothing", async () => {
    const id = await held();
    expect(await review(id, { andersNodig: "ja" })).toMatchObject({
      error: { kind: "terugblik", probleem: { kind: "tegenspraak", wat: "iets_anders" } },
    });
    expect((await review(id, {}, saskia)).ok).toBe(false);
    expect((await dossierOf(t, id)).terugblik).toBeNull();
    expect(await terms(id, "drie")).toEqual(["driemaandsreview 2027-02-23"]);
  });
});
