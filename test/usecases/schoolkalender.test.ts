import { afterAll, describe, expect, it } from "vitest";
import { schoolCalendar } from "#database/kalender.ts";
import { isSchooldag } from "#domain/schooldag.ts";
import type { KalenderForm } from "#domain/schoolkalender.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { moveRonde } from "#usecases/overlegronde.ts";
import { drawSchoolkalender, mySchoolkalenders, setSchooldagen } from "#usecases/schoolkalender.ts";
import { aDecided } from "./a-besluit.ts";
import { castOf } from "./a-cast.ts";
import { aForm, aRonde, rondeOf, seenRonde, toldAbout } from "./a-round.ts";
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

const schoolOf = ({ lidmaatschappen }: Actor) => {
  const own = lidmaatschappen.find(({ schoolId }) => schoolId !== null)?.schoolId;
  if (!own) throw new Error("this actor is of no school");
  return own;
};
const form = (soort: KalenderForm["soort"], van: string, tot = van): KalenderForm => ({
  soort,
  van: date(van),
  tot: date(tot),
});
const openOn = (t: TestWorld, actor: Actor, day: string) =>
  t.world.database.transact(scopeOf(actor), async (tx) =>
    isSchooldag(date(day), await schoolCalendar(tx, schoolOf(actor))),
  );

describe("the calendar of a school", () => {
  it("is kept by its ib: a study day closes the school, and lesson after all opens it again", async () => {
    const { t, noor } = await cast();
    const set = (one: KalenderForm) => setSchooldagen(anAct(t, noor), schoolOf(noor), one);
    expect(done(await set(form("vrij", "2026-12-08", "2026-12-09"))).dagen).toBe(2);
    expect(await openOn(t, noor, "2026-12-08")).toBe(false);
    expect((await mySchoolkalenders(t.world, noor)).map(({ vrij }) => vrij)).toEqual([
      [{ van: date("2026-12-08"), tot: date("2026-12-09") }],
    ]);
    expect(await set(form("vrij", "2026-12-08"))).toMatchObject({ error: { probleem: { kind: "al_zo" } } });
    expect(done(await set(form("les", "2026-12-08"))).dagen).toBe(1);
    expect(await openOn(t, noor, "2026-12-08")).toBe(true);
    expect(await openOn(t, noor, "2026-12-09")).toBe(false);
  });

  it("opens a day in a holiday of the region, and gives it back to the holiday", async () => {
    const { t, noor } = await cast();
    const holiday = "2026-12-22";
    expect(await openOn(t, noor, holiday)).toBe(false);
    const set = (soort: KalenderForm["soort"]) =>
      setSchooldagen(anAct(t, noor), schoolOf(noor), form(soort, holiday));
    done(await set("les"));
    expect(await openOn(t, noor, holiday)).toBe(true);
    done(await set("vrij"));
    expect(await openOn(t, noor, holiday)).toBe(false);
    const [kalender] = await mySchoolkalenders(t.world, noor);
    expect(kalender).toMatchObject({ vrij: [], les: [] });
  });

  it("is there for nobody else: not to look at and not to change", async () => {
    const { t, noor, bram, saskia } = await cast();
    const school = schoolOf(noor);
    for (const other of [bram, saskia]) {
      expect(await mySchoolkalenders(t.world, other)).toEqual([]);
      expect(await drawSchoolkalender(t.world, other, school)).toBeNull();
      expect(await setSchooldagen(anAct(t, other), school, form("vrij", "2026-12-08"))).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    expect(await openOn(t, noor, "2026-12-08")).toBe(true);
  });

  it("a round on a new study day stays where it is, and who prepares it hears so once", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-08") });
    expect((await seenRonde(t, noor, id)).dicht).toBeNull();
    const set = (one: KalenderForm) => setSchooldagen(anAct(t, noor), schoolOf(noor), one);
    expect(done(await set(form("vrij", "2026-12-08"))).rondes).toBe(1);
    expect((await seenRonde(t, noor, id)).dicht).toEqual({ reden: "studiedag" });
    expect((await seenRonde(t, bram, id)).dicht).toBeNull();
    const told = async ({ persoonId }: Actor) =>
      (await toldAbout(t, id)).filter((one) => one.soort === "ronde_dicht" && one.persoonId === persoonId)
        .length;
    expect([await told(noor), await told(bram), await told(saskia)]).toEqual([1, 0, 0]);
    done(await set(form("vrij", "2026-12-10")));
    expect(await told(noor)).toBe(1);
    const { versie } = await rondeOf(t, id);
    done(
      await moveRonde(
        anAct(t, noor),
        { id, versie },
        aForm(noor, [bram, saskia], { datum: date("2026-12-09") }),
      ),
    );
    expect((await seenRonde(t, noor, id)).dicht).toBeNull();
  });

  it("moves the open terms of the school along", async () => {
    const { t, noor, bram } = await cast();
    await aDecided(
      t,
      { ib: noor, houder: bram },
      { besluiten: ["regierol_toewijzen"], regierolVoor: bram.persoonId },
    );
    const { termijnen } = done(
      await setSchooldagen(anAct(t, noor), schoolOf(noor), form("vrij", "2026-11-24", "2026-11-26")),
    );
    expect(termijnen).toBeGreaterThan(0);
  });
});
