import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { execute, query } from "#database/pool.ts";
import { onbekendBereik } from "#domain/doelbereik.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { HulpSoort, NavraagForm, WachtplekForm } from "#domain/wachtlijst.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { confirmAfsluiting, proposeAfsluiting } from "#usecases/afsluiting.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { kiesMeedenkers } from "#usecases/meedenker.ts";
import { beslisOverbrugging, geenOverbrugging, spreekOverbruggingAf } from "#usecases/overbrugging.ts";
import { myTaken } from "#usecases/taken.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { pasWachtplekAan, vraagNa, zetOpWachtlijst } from "#usecases/wachtlijst.ts";
import { loadWachtlijstForm } from "#usecases/wachtlijst-form.ts";
import { aDecided, aHeld, aTerugkoppeling, at, dossierOf, later, leaves, termsOf } from "./a-besluit.ts";
import { anAct, date, done, eventsOf } from "./an-intake.ts";

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

const people = () => ({ ib: noor, houder: bram });
const form = (over: Partial<WachtplekForm> = {}): WachtplekForm => ({
  ...{ soort: "logopedie", sinds: date("2026-10-05"), verwachtTot: null, contact: null },
  ...over,
});
const wait = async (id: string, over: Partial<WachtplekForm> = {}, who = bram) =>
  zetOpWachtlijst(anAct(t, who), await at(t, id), form(over));
const ask = async (id: string, said: NavraagForm, who = bram) =>
  vraagNa(anAct(t, who), await at(t, id), said);
const wacht = { antwoord: "wacht_nog", op: null } as const;
const care = (over: object = {}) => ({
  ...{ soort: "kindgesprekken" as const, door: bram.persoonId, doel: "naar_school" as const },
  ...{ tot: date("2026-12-18"), doelcheck: null, ...over },
});
const bridge = async (id: string, over: object = {}, { plek = "logopedie" as HulpSoort, who = bram } = {}) =>
  spreekOverbruggingAf(anAct(t, who), await at(t, id), plek, care(over));
const decide = async (id: string, over: object, who = bram) =>
  beslisOverbrugging(anAct(t, who), await at(t, id), "logopedie", {
    ...{ doelcheck: "op_weg", besluit: "stoppen", reden: null, tot: null },
    ...over,
  });
const terms = async (id: string, status = "open") =>
  (await termsOf(t, id, status)).filter((term) => /^(wachtlijst|overbrugging)/.test(term));
const seen = async (who: Actor, id: string) => (await readHulpvraag(t.world, who, id))?.wachtlijst;
const mag = async (who: Actor, id: string) =>
  [...((await readHulpvraag(t.world, who, id))?.mag ?? [])].filter((act) => /^(wacht|overbrug)/.test(act));
const rows = <T extends z.ZodType>(schema: T, sql: string, id: string): Promise<readonly z.infer<T>[]> =>
  t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) => query(tx, schema, sql, [id]));

async function waiting(over: Partial<WachtplekForm> = {}): Promise<string> {
  const id = await aHeld(t, people());
  done(await wait(id, over));
  later(t);
  return id;
}

describe("a pupil who waits for help elsewhere", () => {
  it("is recorded once the family knows of the besluit, by the holder or the ib", async () => {
    const id = await aDecided(t, people(), { besluiten: ["regierol_toewijzen"] });
    expect(await mag(noor, id)).toEqual([]);
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t)));
    later(t);
    // Nobody holds it yet, so the check is the ib's.
    done(await wait(id, {}, noor));
    expect((await dossierOf(t, id)).status).toBe("besproken");
    expect(await terms(id)).toEqual(["wachtlijst_controle 2027-01-04"]);
    const taken = (await myTaken(t.world, noor)).taken.filter(({ hulpvraagId }) => hulpvraagId === id);
    expect(taken.map(({ soort, weg }) => [soort, weg])).toContainEqual([
      "wachtlijst_controle",
      { soort: "formulier", formulier: "wachtlijst" },
    ]);
    expect(await eventsOf(t, noor)).toContain("wachtplek_vastgelegd");
    expect(await seen(noor, id)).toMatchObject([{ soort: "logopedie", stand: "wacht", weken: 7 }]);
  });

  it("is measured when the help begins, and asked after no more", async () => {
    const id = await waiting({ sinds: date("2026-10-05") });
    done(await bridge(id));
    expect(await ask(id, { logopedie: { antwoord: "gestart", op: date("2026-10-04") } })).toMatchObject({
      error: { kind: "velden", problemen: { op_logopedie: { kind: "te_vroeg" } } },
    });
    done(await ask(id, { logopedie: { antwoord: "gestart", op: date("2026-11-23") } }));
    const fact = z.object({ wachtdagen: z.number().nullable() });
    expect(await rows(fact, `select wachtdagen from wachtplek where hulpvraag_id = $1`, id)).toEqual([
      { wachtdagen: 49 },
    ]);
    expect(await terms(id)).toEqual([]);
    expect(await seen(saskia, id)).toMatchObject([{ stand: "gestart", weken: 7, overbrugging: null }]);
    const ended = z.object({ einde: z.string(), doelcheck: z.string().nullable() });
    expect(
      await rows(ended, `select einde, doelcheck from overbrugging where hulpvraag_id = $1`, id),
    ).toEqual([{ einde: "wachten_voorbij", doelcheck: null }]);
    // The same kind can be waited for again.
    done(await wait(id));
    expect(await seen(bram, id)).toMatchObject([{ stand: "wacht", overbruggingOpen: true }]);
  });

  it("is nobody else's to change, not by a stale card, a foreign id or a wrong day, and once when pressed twice", async () => {
    const id = await aHeld(t, people());
    const where = await at(t, id);
    for (const who of [saskia, peter])
      expect((await zetOpWachtlijst(anAct(t, who), where, form())).ok, who.naam).toBe(false);
    const elsewhere = { id: "00000000-0000-4000-8000-000000000000", versie: 1 };
    expect(await zetOpWachtlijst(anAct(t, bram), elsewhere, form())).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    expect(await wait(id, { sinds: date("2027-01-01") })).toMatchObject({
      error: { problemen: { sinds: { kind: "toekomst" } } },
    });
    expect(await wait(id, { contact: peter.persoonId })).toMatchObject({
      error: { problemen: { contact: { kind: "niet_in_team" } } },
    });
    const both = await Promise.all([1, 2].map(() => zetOpWachtlijst(anAct(t, bram), where, form())));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const again = anAct(t, bram);
    done(await vraagNa(again, await at(t, id), { logopedie: wacht }));
    expect(await vraagNa(again, await at(t, id), { logopedie: wacht })).toMatchObject({
      error: { kind: "al_gedaan" },
    });
    expect(await vraagNa(anAct(t, bram), where, { logopedie: wacht })).toMatchObject({
      error: { kind: "verouderd" },
    });
    expect((await dossierOf(t, id)).wachtlijst).toHaveLength(1);
    for (const who of [saskia, peter])
      expect((await ask(id, { logopedie: wacht }, who)).ok, who.naam).toBe(false);
  });

  it("is read by who reads the rest and by nobody else, and can be put right", async () => {
    const id = await waiting();
    for (const who of [noor, bram, saskia]) expect(await seen(who, id), who.naam).toHaveLength(1);
    expect(await seen(peter, id)).toBeUndefined();
    expect(await mag(saskia, id)).toEqual([]);
    expect((await loadWachtlijstForm(t.world, saskia, id, "wachtlijst_nagaan")).ok).toBe(false);
    expect((await loadWachtlijstForm(t.world, bram, id, "wachtlijst_nagaan")).ok).toBe(true);
    const over = form({
      sinds: date("2026-09-07"),
      verwachtTot: date("2027-02-01"),
      contact: noor.persoonId,
    });
    done(await pasWachtplekAan(anAct(t, bram), await at(t, id), over));
    expect(await seen(bram, id)).toMatchObject([
      { weken: 11, contact: { naam: noor.naam }, contactWeg: null },
    ]);
    done(await ask(id, { logopedie: wacht }));
    expect(
      await pasWachtplekAan(anAct(t, bram), await at(t, id), { ...over, soort: "jeugdarts" }),
    ).toMatchObject({
      error: { kind: "verouderd" },
    });
  });
});

describe("what bridges a wait", () => {
  it("is not there, for a reason; or has a goal and a last day, and asks a week before that day", async () => {
    const id = await waiting();
    expect(await geenOverbrugging(anAct(t, bram), await at(t, id), "logopedie", null)).toMatchObject({
      error: { kind: "velden" },
    });
    done(await geenOverbrugging(anAct(t, bram), await at(t, id), "logopedie", "niet_wenselijk"));
    expect(await seen(bram, id)).toMatchObject([
      { geenOverbrugging: "niet_wenselijk", overbruggingOpen: false },
    ]);
    expect(await bridge(id, { doel: null })).toMatchObject({
      error: { problemen: { doel: { kind: "leeg" } } },
    });
    expect(await bridge(id, { tot: null })).toMatchObject({
      error: { problemen: { tot: { kind: "leeg" } } },
    });
    expect(await bridge(id, { tot: date("2027-06-01") })).toMatchObject({
      error: { problemen: { tot: { kind: "te_ver" } } },
    });
    expect(await bridge(id, { door: peter.persoonId })).toMatchObject({
      error: { problemen: { door: { kind: "niet_in_team" } } },
    });
    done(await bridge(id));
    expect(await terms(id)).toContain("overbrugging_einde 2026-12-11");
    expect(await seen(bram, id)).toMatchObject([{ geenOverbrugging: null, overbrugging: { keren: 0 } }]);
    // What runs is decided on; it does not change by itself.
    expect((await bridge(id)).ok).toBe(false);
    expect((await geenOverbrugging(anAct(t, bram), await at(t, id), "logopedie", "gezin_wil_niet")).ok).toBe(
      false,
    );
  });

  it("goes on with a reason and a look at the goal, changes, or stops", async () => {
    const id = await waiting();
    done(await bridge(id));
    later(t);
    const on = { besluit: "verlengen", reden: "hulp_later", tot: date("2027-01-15") };
    expect(await decide(id, { ...on, reden: null })).toMatchObject({
      error: { problemen: { reden: { kind: "leeg" } } },
    });
    expect(await decide(id, { ...on, doelcheck: "bereikt" })).toMatchObject({
      error: { problemen: { doorgaan: "bereikt" } },
    });
    expect(done(await decide(id, on))).toBe("verlengd");
    expect(await seen(bram, id)).toMatchObject([{ overbrugging: { keren: 1, tot: date("2027-01-15") } }]);
    expect(await terms(id)).toContain("overbrugging_einde 2027-01-08");
    expect(await terms(id, "klaar")).toEqual(["overbrugging_einde 2026-12-11"]);
    later(t);
    expect(await decide(id, { besluit: "veranderen", doelcheck: "bereikt" })).toMatchObject({
      error: { kind: "veranderen", doelcheck: "bereikt" },
    });
    done(await bridge(id, { doelcheck: "bereikt", doel: "klaar_voor_hulp", door: "school" }));
    expect(await seen(bram, id)).toMatchObject([
      { overbrugging: { keren: 0, doel: "klaar_voor_hulp", door: { code: "school" } } },
    ]);
    later(t);
    expect(done(await decide(id, { doelcheck: "erger" }))).toBe("gestopt");
    expect(await terms(id)).toEqual(["wachtlijst_controle 2027-01-04"]);
    expect(await seen(bram, id)).toMatchObject([{ overbrugging: null, gestoptOp: date("2026-11-23") }]);
  });

  it("of two the first end is asked about, and then the other", async () => {
    const id = await waiting();
    done(await wait(id, { soort: "wijkteam" }));
    done(await bridge(id, { tot: date("2027-01-15") }));
    done(await bridge(id, { tot: date("2026-12-18") }, { plek: "wijkteam" }));
    expect(await terms(id)).toContain("overbrugging_einde 2026-12-11");
    const facts = done(await loadWachtlijstForm(t.world, bram, id, "overbrugging_regelen"));
    expect(facts.eerst).toBe("wijkteam");
    done(await ask(id, { wijkteam: { antwoord: "niet_meer_nodig", op: null } }));
    expect(await terms(id)).toContain("overbrugging_einde 2027-01-08");
    expect(await terms(id, "vervallen")).toContain("overbrugging_einde 2026-12-11");
  });

  it("shows that who does it thinks along no more; the contact is the holder's then", async () => {
    const id = await aHeld(t, people());
    done(await kiesMeedenkers(anAct(t, bram), await at(t, id), [saskia.persoonId]));
    done(await wait(id, { contact: saskia.persoonId }));
    done(await bridge(id, { door: saskia.persoonId }));
    expect(await seen(bram, id)).toMatchObject([
      { contact: { naam: saskia.naam }, overbrugging: { doorWeg: false } },
    ]);
    done(await kiesMeedenkers(anAct(t, bram), await at(t, id), []));
    expect(await seen(bram, id)).toMatchObject([
      {
        contact: { naam: bram.naam },
        contactWeg: saskia.naam,
        overbrugging: { doorWeg: true, door: { naam: saskia.naam } },
      },
    ]);
    const on = { besluit: "verlengen", reden: "hulp_later", tot: date("2027-01-15") };
    expect(await decide(id, on)).toMatchObject({ error: { problemen: { besluit: { kind: "leeg" } } } });
    done(await bridge(id, { doelcheck: "gelijk" }));
    expect(await seen(bram, id)).toMatchObject([{ overbrugging: { doorWeg: false } }]);
  });
});

describe("the end of it", () => {
  it("comes with the end of the hulpvraag, closed or withdrawn", async () => {
    for (const closed of [true, false]) {
      const id = await waiting();
      done(await bridge(id));
      if (closed) {
        done(
          await proposeAfsluiting(anAct(t, bram), await at(t, id), {
            reden: "deels",
            doelen: onbekendBereik,
          }),
        );
        done(await confirmAfsluiting(anAct(t, noor), await at(t, id), { verteldOp: date("2026-11-23") }));
      } else done(await intrekken(anAct(t, noor), await at(t, id)));
      expect((await dossierOf(t, id)).wachtlijst).toMatchObject([
        { vervallen: true, uitkomst: null, overbruggingen: [{ vervallen: true, einde: null }] },
      ]);
      expect(await terms(id)).toEqual([]);
      expect(await seen(noor, id)).toEqual([]);
    }
  });

  it("rests without a ground: nobody is asked, and the ib can end what was begun", async () => {
    const id = await waiting();
    done(await bridge(id));
    const said = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), said));
    expect(await mag(noor, id)).toEqual(["wachtlijst_regelen", "wachtlijst_nagaan", "overbrugging_regelen"]);
    expect(await mag(bram, id)).toEqual([]);
    expect(await seen(bram, id)).toEqual([]);
    for (const who of [noor, bram]) {
      const { taken } = await myTaken(t.world, who);
      expect(
        taken.filter(({ hulpvraagId, soort }) => hulpvraagId === id && /^(wacht|overbrug)/.test(soort)),
        who.naam,
      ).toEqual([]);
    }
    expect((await ask(id, { logopedie: wacht }, noor)).ok).toBe(false);
    const on = { besluit: "verlengen", reden: "hulp_later", tot: date("2027-01-15") };
    expect((await decide(id, on, noor)).ok).toBe(false);
    expect((await bridge(id, { doelcheck: "gelijk" }, { who: noor })).ok).toBe(false);
    done(await decide(id, {}, noor));
    done(await ask(id, { logopedie: { antwoord: "niet_meer_nodig", op: null } }, noor));
    expect(await terms(id)).toEqual([]);
  });
});

describe("two weeks later", () => {
  it("is one of a kind, with one check for all, which a new one does not put off, and the ib's when the holder leaves", async () => {
    const id = await waiting();
    later(t, "PT336H");
    done(await wait(id, { soort: "wijkteam" }, noor));
    expect(await terms(id)).toEqual(["wachtlijst_controle 2027-01-04"]);
    expect(await wait(id)).toMatchObject({
      error: { kind: "velden", problemen: { soort: { kind: "leeg" } } },
    });
    await expect(
      t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
        execute(
          tx,
          `insert into wachtplek (id, swv_id, szt_id, hulpvraag_id, soort, sinds, vastgelegd_door, vastgelegd_op)
           select gen_random_uuid(), swv_id, szt_id, hulpvraag_id, soort, sinds, vastgelegd_door, vastgelegd_op
           from wachtplek where hulpvraag_id = $1`,
          [id],
        ),
      ),
    ).rejects.toMatchObject({ code: "23505" });
    done(await ask(id, { wijkteam: wacht }));
    expect(await terms(id)).toEqual(["wachtlijst_controle 2027-01-04"]);
    done(await ask(id, { wijkteam: wacht, logopedie: wacht }));
    expect(await terms(id)).toEqual(["wachtlijst_controle 2027-01-07"]);
    expect(await terms(id, "klaar")).toEqual(["wachtlijst_controle 2027-01-04"]);
    // The holder leaves: it is the ib's, and somebody else has to bridge.
    done(await bridge(id));
    await leaves(t, bram, "2026-12-06");
    expect(await seen(noor, id)).toMatchObject([
      { contact: { naam: noor.naam }, overbrugging: { doorWeg: true } },
      { contact: { naam: noor.naam }, overbrugging: null },
    ]);
    expect(await mag(noor, id)).toContain("overbrugging_regelen");
  });
});
