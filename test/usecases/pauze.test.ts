import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { presenter } from "#bot/hulpvraag.ts";
import { routes } from "#bot/pauze.ts";
import { pauzeVerb } from "#cards/pauze-verb.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { addSchooldagen, schooldagenBetween } from "#domain/schooldag.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { aDesk, textOf } from "#test/bot/a-desk.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { gaVerder, pauzeer } from "#usecases/pauze.ts";
import { backToSchakelteam, reportContact } from "#usecases/regierol.ts";
import { acceptAanbod, offerToOther } from "#usecases/regierol-aanbod.ts";
import { setSchooldagen } from "#usecases/schoolkalender.ts";
import { myTaken } from "#usecases/taken.ts";
import { postponeTermijn } from "#usecases/termijn-klaar.ts";
import { recordVoortgang } from "#usecases/voortgang.ts";
import { aHeld, at, dossierOf, later, noticesTo, openTermOf } from "./a-besluit.ts";
import { anAct, date, done, eventsOf } from "./an-intake.ts";
import { bundlesOf, startDays, until } from "./day-by-day.ts";

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

const held = () => aHeld(t, { ib: noor, houder: bram });
const reden = "gezin_tijdelijk_weg" as const;
const stil = async (id: string, tot: string, who: Actor = bram) =>
  pauzeer(anAct(t, who), await at(t, id), { reden, tot: date(tot) });
const verder = async (id: string, who: Actor = bram) => gaVerder(anAct(t, who), await at(t, id));
const due = async (id: string, soort: string) => {
  const term = (await dossierOf(t, id)).termijnen.find((one) => one.soort === soort && one.status === "open");
  if (!term) throw new Error(`no open ${soort}`);
  return term.vervalt;
};
const calOf = async (id: string) => {
  const { schoolId } = await dossierOf(t, id);
  return t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) => schoolCalendar(tx, schoolId));
};
const kinds = ["giz", "actielijnen", "voortgang"] as const;
const dues = async (id: string) =>
  Object.fromEntries(await Promise.all(kinds.map(async (one) => [one, await due(id, one)])));

describe("a hulpvraag that stands still", () => {
  it("gives each term the schooldagen of the pause, leaves the review, and tells the ib why", async () => {
    const id = await held();
    const [before, review] = [await dues(id), await due(id, "driemaandsreview")];
    const cal = await calOf(id);
    expect(done(await stil(id, "2026-12-04"))).toEqual(date("2026-12-04"));
    const after = await dues(id);
    for (const kind of kinds) expect(schooldagenBetween(before[kind], after[kind], cal)).toBe(10);
    expect(await due(id, "driemaandsreview")).toEqual(review);
    expect(await noticesTo(t, noor, id)).toContain("pauze_begonnen");
    expect(await noticesTo(t, bram, id)).not.toContain("pauze_begonnen");
    const events = await eventsOf(t, bram);
    expect(events.filter((soort) => soort === "pauze_begonnen")).toHaveLength(1);
    expect(events.filter((soort) => soort === "termijn_verschoven")).toHaveLength(kinds.length);
    for (const who of [noor, bram])
      expect((await readHulpvraag(t.world, who, id))?.pauze).toMatchObject({
        reden,
        tot: date("2026-12-04"),
      });
    const stands = await aDesk(t, routes, [presenter]).send(bram, pauzeVerb.verder, await at(t, id));
    expect(textOf(stands)).toContain("Je gaat weer verder");
  });

  it("asks nothing of anybody meanwhile, and goes on by itself after the last day", async () => {
    const id = await held();
    done(await reportContact(anAct(t, bram), await at(t, id)));
    done(await stil(id, "2026-12-11"));
    await startDays(t);
    await until(t, "2026-12-11T18:00");
    expect(await bundlesOf(t, bram)).toEqual([]);
    expect((await myTaken(t.world, bram)).taken.map(({ soort }) => soort)).toEqual(["driemaandsreview"]);
    expect((await readHulpvraag(t.world, bram, id))?.mag.has("pauze_stoppen")).toBe(true);
    await until(t, "2027-02-05T18:00");
    // Begun on 23 November and due six schoolweken later; fifteen schooldagen stood still.
    expect(schooldagenBetween(date("2027-01-18"), await due(id, "giz"), await calOf(id))).toBe(15);
    const [first] = await bundlesOf(t, bram);
    expect(first?.soorten).toContain("giz");
    expect(Temporal.PlainDate.compare(date(first?.at.slice(0, 10) ?? ""), date("2026-12-11"))).toBe(1);
    const gezien = await readHulpvraag(t.world, bram, id);
    expect([gezien?.pauze, gezien?.mag.has("pauze_stoppen"), gezien?.mag.has("pauzeren")]).toEqual([
      null,
      false,
      true,
    ]);
  });

  it("goes on before its day: on the same one nothing moved, later each term by what it stood still", async () => {
    const id = await held();
    const before = await dues(id);
    const cal = await calOf(id);
    done(await stil(id, "2026-12-18"));
    done(await verder(id, noor));
    expect(await dues(id)).toEqual(before);
    expect(await noticesTo(t, bram, id)).toContain("pauze_gestopt");
    done(await stil(id, "2026-12-18"));
    t.clock.set(Temporal.Instant.from("2026-11-27T09:00:00Z"));
    done(await verder(id));
    const after = await dues(id);
    for (const kind of kinds) expect(schooldagenBetween(before[kind], after[kind], cal)).toBe(4);
    expect(await verder(id)).toMatchObject({ error: { kind: "verouderd" } });
  });

  it("counts a changed calendar as if it had been so from the beginning", async () => {
    const id = await held();
    const giz = await openTermOf(t, id, "giz");
    const to = addSchooldagen(await due(id, "giz"), 5, await calOf(id));
    done(await postponeTermijn(anAct(t, bram), giz, { to, reden: "wacht_op_ouders" }));
    const other = await dues(id);
    later(t);
    done(await stil(id, "2026-12-11"));
    const { schoolId } = await dossierOf(t, id);
    const form = { soort: "vrij", van: date("2026-12-01"), tot: date("2026-12-02") } as const;
    const stood = await dues(id);
    done(await setSchooldagen(anAct(t, noor), schoolId, form));
    const cal = await calOf(id);
    // Thirteen schooldagen stand still, and the two that are off now go from what was counted beside.
    expect(schooldagenBetween(other.giz, await due(id, "giz"), cal)).toBe(13);
    done(await setSchooldagen(anAct(t, noor), schoolId, { ...form, soort: "les" }));
    expect(await dues(id)).toEqual(stood);
  });

  it("lets what begins in it count after it, and cannot be put off meanwhile", async () => {
    const id = await held();
    done(await stil(id, "2026-12-11"));
    t.clock.set(Temporal.Instant.from("2026-11-30T09:00:00Z"));
    const told = { hoe: "goed", contact: "ja", meerHulp: "nee" } as const;
    done(await recordVoortgang(anAct(t, bram), await at(t, id), told));
    const cal = await calOf(id);
    expect(await due(id, "voortgang")).toEqual(addSchooldagen(date("2026-12-14"), 30, cal));
    const giz = await openTermOf(t, id, "giz");
    const to = addSchooldagen(await due(id, "giz"), 2, cal);
    expect(await postponeTermijn(anAct(t, bram), giz, { to, reden: "geen_tijd" })).toMatchObject({
      error: { kind: "verouderd" },
    });
  });

  it("is asked with a reason and a day, twice at most, by who may", async () => {
    const id = await held();
    const empty = await pauzeer(anAct(t, bram), await at(t, id), { reden: null, tot: null });
    expect(empty).toMatchObject({
      error: { kind: "velden", problemen: { reden: { kind: "leeg" }, tot: { kind: "leeg" } } },
    });
    expect(await stil(id, "2027-03-01")).toMatchObject({
      error: { kind: "velden", problemen: { tot: { kind: "te_ver" } } },
    });
    expect(await stil(id, "2026-12-04", saskia)).toMatchObject({ ok: false });
    const { versie } = await at(t, id);
    done(await stil(id, "2026-11-24", noor));
    expect(await pauzeer(anAct(t, bram), { id, versie }, { reden, tot: date("2026-12-04") })).toMatchObject({
      error: { kind: "verouderd" },
    });
    for (const [day, tot] of [["2026-11-25", "2026-11-26"]] as const) {
      t.clock.set(Temporal.Instant.from(`${day}T09:00:00Z`));
      done(await stil(id, tot));
    }
    t.clock.set(Temporal.Instant.from("2026-11-30T09:00:00Z"));
    expect(await stil(id, "2026-12-04")).toMatchObject({ error: { kind: "te_vaak", keren: 2 } });
  });

  it("is over with the way back to the schakelteam, and gives no more time to what is late, nor to first contact and acties", async () => {
    const id = await held();
    const contact = await due(id, "eerste_contact");
    done(await stil(id, "2026-12-11"));
    expect(await due(id, "eerste_contact")).toEqual(contact);
    done(await backToSchakelteam(anAct(t, bram), await at(t, id)));
    const [pauze] = (await dossierOf(t, id)).pauzes ?? [];
    expect(pauze?.gestoptOp).toEqual(todayIn(t.clock.now()));
    expect(schooldagenBetween(await due(id, "giz"), date("2027-01-18"), await calOf(id))).toBe(0);
  });

  it("goes along to the next holder, and ends with the hulpvraag", async () => {
    const id = await held();
    done(await stil(id, "2026-12-11"));
    done(
      await offerToOther(anAct(t, noor), await at(t, id), {
        ...{ aan: saskia.persoonId, keuze: "deskundigheid", akkoordOp: todayIn(t.clock.now()) },
        akkoordVan: ["ouder1", "ouder2"],
      }),
    );
    later(t);
    done(await acceptAanbod(anAct(t, saskia), await at(t, id)));
    expect((await readHulpvraag(t.world, saskia, id))?.pauze?.tot).toEqual(date("2026-12-11"));
    expect((await readHulpvraag(t.world, saskia, id))?.mag.has("pauze_stoppen")).toBe(true);
    later(t);
    done(await intrekken(anAct(t, noor), await at(t, id)));
    const [pauze] = (await dossierOf(t, id)).pauzes ?? [];
    expect(pauze?.gestoptOp).toEqual(todayIn(t.clock.now()));
  });
});
