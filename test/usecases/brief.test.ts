import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { file } from "#bot/file.ts";
import { execute, query } from "#database/pool.ts";
import { type BriefKeuze, vertalingen } from "#domain/brief.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { moment } from "#test/domain/a-dossier.ts";
import { drawn, readPdf } from "#test/outside/pdf-read.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { loadBrief, makeBriefLink, takeBrief } from "#usecases/brief.ts";
import { makeCalendarLink } from "#usecases/calendar-file.ts";
import { folderSchools, makeFolderLink, takeFolder } from "#usecases/folder.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { aDecided } from "./a-besluit.ts";
import { castOf } from "./a-cast.ts";
import { aRonde } from "./a-round.ts";
import { anAct, aWholeIntake, countOf, date, done, seen } from "./an-intake.ts";

const made = aWorld();
afterAll(async () => (await made).close());
const cast = () => castOf(made);

const start = moment("2026-11-23T09:00");
const keuze = (over: Partial<BriefKeuze> = {}): BriefKeuze => ({
  brief: "schriftelijk",
  vertaling: null,
  tolk: false,
  doelen: [],
  partners: ["smw", "bpo"],
  terugAan: "ib",
  uiterlijk: date("2026-12-07"),
  ...over,
});

let children = 0;
/** A whole intake for a child that nobody knows yet. */
function aCase(t: TestWorld, ib: Actor): Promise<string> {
  children += 1;
  return aWholeIntake(t, ib, { naam: `Mus ${"abcdefghijklmnopqrstuvwxyz"[children]}jaap` });
}

async function linkFor(
  t: TestWorld,
  actor: Actor,
  id: string,
  over: Partial<BriefKeuze> = {},
): Promise<string> {
  t.clock.set(start);
  return done(await makeBriefLink(anAct(t, actor), id, keuze(over))).token;
}

async function sql(t: TestWorld, statement: string, values: readonly (string | null)[] = []): Promise<void> {
  await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), (tx) =>
    execute(tx, statement, values),
  );
}

/** The last line of the log of this person. */
async function lastEvent(t: TestWorld, actor: Actor) {
  const [row] = await t.world.database.transact(scopeOf(actor), (tx) =>
    query(
      tx,
      z.object({ soort: z.string(), grondslag: z.string().nullable(), gegevens: z.unknown() }),
      `select soort, grondslag, gegevens from gebeurtenis where actor_id = $1 order by id desc limit 1`,
      [actor.persoonId],
    ),
  );
  return row;
}

describe("a letter by link", () => {
  it("is a pdf with a neutral name, and is there once", async () => {
    const { t, noor } = await cast();
    const token = await linkFor(t, noor, await aCase(t, noor));
    const got = await file(t.world)(token);
    expect(got).toMatchObject({ name: "brief.pdf", type: "application/pdf" });
    expect(await file(t.world)(token)).toBeNull();
  });

  it("holds no name, question or number of the hulpvraag: two letters about two children are one", async () => {
    const { t, noor } = await cast();
    const one = await aWholeIntake(t, noor, { naam: "Kanarie Kwetter", kenmerk: "K-77" });
    const other = await aWholeIntake(t, noor, { naam: "Mees Fluiter" });
    const files = [];
    for (const id of [one, other]) {
      const token = await linkFor(t, noor, id, { vertaling: "pools" });
      files.push(Buffer.from((await file(t.world)(token))?.body ?? ""));
    }
    const [first, second] = files;
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    const { letters } = drawn(readPdf(first ?? Buffer.alloc(0)));
    const { referentie } = await seen(t, noor, one);
    for (const word of ["Kanarie", "K-77", referentie, "HV-", "rust in de klas", "gedrag"])
      expect(letters).not.toContain(word);
    expect(letters).toContain("De Regenboog");
  });

  it("is given to one of two who come at the same moment", async () => {
    const { t, noor } = await cast();
    const token = await linkFor(t, noor, await aCase(t, noor));
    const both = await Promise.all([takeBrief(t.world, token), takeBrief(t.world, token)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it("is gone after ten minutes", async () => {
    const { t, noor } = await cast();
    const id = await aCase(t, noor);
    const [early, late] = [await linkFor(t, noor, id), await linkFor(t, noor, id)];
    t.clock.set(start.add({ minutes: 9, seconds: 59 }));
    expect(await takeBrief(t.world, early)).not.toBeNull();
    t.clock.set(start.add({ minutes: 10 }));
    expect(await takeBrief(t.world, late)).toBeNull();
    t.clock.set(start);
  });

  it("is not given when the hulpvraag was withdrawn after the link was made", async () => {
    const { t, noor } = await cast();
    const id = await aCase(t, noor);
    const token = await linkFor(t, noor, id);
    const { versie } = await seen(t, noor, id);
    done(await intrekken(anAct(t, noor), { id, versie }));
    expect(await takeBrief(t.world, token)).toBeNull();
  });

  it("is not given to an ib who left the team after the link was made", async () => {
    const { t, noor } = await cast();
    const token = await linkFor(t, noor, await aCase(t, noor));
    const leave = "update lidmaatschap set tot = $2 where persoon_id = $1";
    await sql(t, leave, [noor.persoonId, "2026-11-22"]);
    expect(await takeBrief(t.world, token)).toBeNull();
    await sql(t, leave, [noor.persoonId, null]);
  });

  it("is kept as a hash and a choice of codes: nothing of the letter is stored", async () => {
    const { t, noor } = await cast();
    const before = await countOf(t, "bestandslink");
    const token = await linkFor(t, noor, await aCase(t, noor), { vertaling: "turks", tolk: true });
    expect(await countOf(t, "bestandslink")).toBe(before + 1);
    expect(await countOf(t, "bestandslink", `keuze @> '{"vertaling": "turks", "tolk": true}'`)).toBe(1);
    const text = `keuze::text ~ ': "[^"]*[^"a-z0-9_-][^"]*"' or keuze::text like '%${token}%'`;
    expect(await countOf(t, "bestandslink", text)).toBe(0);
  });

  it("is made by nobody but the ib of the school", async () => {
    const { t, noor, bram, yasmina, peter, saskia, hanna, wim, fatima } = await cast();
    const id = await aCase(t, noor);
    for (const actor of [bram, yasmina, peter, saskia, hanna, wim, fatima]) {
      expect(await makeBriefLink(anAct(t, actor), id, keuze())).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
      expect(await loadBrief(t.world, actor, id)).toEqual({ ok: false, error: "onzichtbaar" });
    }
    const unknown = "5a2b7c1e-0000-4000-8000-00000000dead";
    expect(await loadBrief(t.world, noor, unknown)).toEqual({ ok: false, error: "onzichtbaar" });
  });

  it("leaves two lines in the log, of codes: made and fetched", async () => {
    const { t, noor } = await cast();
    const over = { brief: "instemming", vertaling: "arabisch" } as const;
    const token = await linkFor(t, noor, await aCase(t, noor), over);
    const gegevens = { ...over, tolk: false, partners: ["smw", "bpo"] };
    expect(await lastEvent(t, noor)).toEqual({ soort: "brief_gemaakt", grondslag: "instemming", gegevens });
    await takeBrief(t.world, token);
    expect(await lastEvent(t, noor)).toEqual({ soort: "brief_opgehaald", grondslag: "instemming", gegevens });
  });

  it("says which fields are wrong, and makes no link", async () => {
    const { t, noor } = await cast();
    const id = await aCase(t, noor);
    const before = await countOf(t, "bestandslink");
    const early = keuze({ brief: "instemming", uiterlijk: date("2026-12-04"), partners: [] });
    expect(await makeBriefLink(anAct(t, noor), id, early)).toMatchObject({
      error: { kind: "velden", problemen: { uiterlijk: { kind: "te_vroeg" }, partners: { kind: "leeg" } } },
    });
    expect(await countOf(t, "bestandslink")).toBe(before);
  });

  it("gives ten school days to object, counted by the calendar of the school", async () => {
    const { t, noor } = await cast();
    const id = await aCase(t, noor);
    t.clock.set(moment("2026-12-14T09:00"));
    const loaded = await loadBrief(t.world, noor, id);
    // Five of them before the Christmas holidays, five after.
    expect(loaded).toMatchObject({ ok: true, value: { bezwaarTot: date("2027-01-11") } });
    t.clock.set(start);
  });

  it("asks the parents about the regierol after the round proposed one", async () => {
    const { t, noor, bram } = await cast();
    t.clock.set(start);
    const id = await aDecided(t, { ib: noor, houder: bram });
    const token = done(await makeBriefLink(anAct(t, noor), id, keuze({ brief: "regierol" }))).token;
    expect(await takeBrief(t.world, token)).toMatchObject({
      brief: "regierol",
      houder: "smw",
      horen: ["ib", "smw", "bpo"],
    });
    const refused = await makeBriefLink(anAct(t, noor), id, keuze({ brief: "instemming" }));
    expect(refused).toMatchObject({ error: { kind: "velden", problemen: { brief: { kind: "past_niet" } } } });
  });
});

describe("what the school prints beside the words", () => {
  it("is missing until it is set, and the ib hears what", async () => {
    const { t, noor } = await cast();
    const id = await aCase(t, noor);
    const made = done(await makeBriefLink(anAct(t, noor), id, keuze()));
    expect(made).toMatchObject({
      tolkentelefoon: null,
      ontbreekt: ["adres", "telefoon", "klachtenregeling", "functionarisGegevensbescherming"],
    });
  });

  it("comes from the settings of the school, and else from those of the samenwerkingsverband", async () => {
    const { t, noor } = await cast();
    const id = await aCase(t, noor);
    await sql(
      t,
      `update school set instellingen = '{"brief": {"adres": "Plein 1", "telefoon": "010", "klachtenregeling": "Van de school"}}'
       where naam = 'De Regenboog'`,
    );
    await sql(
      t,
      `update swv set instellingen = '{"klachten": {"klachtenregeling": "Van het swv", "functionaris_gegevensbescherming": "fg@swv.example"},
        "brief": {"tolkentelefoon": "088"}}'`,
    );
    const made = done(await makeBriefLink(anAct(t, noor), id, keuze()));
    expect(made).toMatchObject({ tolkentelefoon: "088", ontbreekt: [] });
    expect((await takeBrief(t.world, made.token))?.contact).toEqual({
      adres: "Plein 1",
      telefoon: "010",
      klachtenregeling: "Van de school",
      functionarisGegevensbescherming: "fg@swv.example",
    });
    await sql(t, `update swv set instellingen = '{}'`);
    await sql(t, `update school set instellingen = '{}'`);
  });
});

describe("the folder about a team", () => {
  it("is for the own schools: of who has several, each", async () => {
    const { t, noor, bram, wim } = await cast();
    const names = async (actor: Actor) => (await folderSchools(t.world, actor)).map(({ naam }) => naam);
    expect(await names(noor)).toEqual(["De Regenboog"]);
    expect(await names(bram)).toEqual(["De Regenboog", "Het Kompas"]);
    expect(await names(wim)).toEqual([]);
  });

  it("names the functions of the team, nobody by name, and nobody who comes on call", async () => {
    const { t, bram } = await cast();
    const [school] = await folderSchools(t.world, bram);
    const { token } = done(
      await makeFolderLink(anAct(t, bram), school?.id ?? "", { vertaling: "oekraiens" }),
    );
    const inhoud = await takeFolder(t.world, token);
    expect(inhoud).toMatchObject({
      school: "De Regenboog",
      vraagAan: "ib",
      bewaarMaanden: 24,
      vertaling: "oekraiens",
    });
    expect(inhoud?.leden).toEqual(expect.arrayContaining(["ib", "smw"]));
    expect(inhoud?.leden).not.toContain("leerplicht");
    expect(JSON.stringify(inhoud)).not.toMatch(/Noor|Bram|Visser/);
    expect(await takeFolder(t.world, token)).toBeNull();
  });

  it("is refused for the school of another team, and to who leads", async () => {
    const { t, noor, wim, bram } = await cast();
    const [, kompas] = await folderSchools(t.world, bram);
    const [own] = await folderSchools(t.world, noor);
    for (const [actor, school] of [
      [noor, kompas],
      [wim, own],
    ] as const) {
      expect(await makeFolderLink(anAct(t, actor), school?.id ?? "", { vertaling: null })).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
  });

  it("says how long data are kept here", async () => {
    const { t, noor } = await cast();
    const [own] = await folderSchools(t.world, noor);
    await sql(
      t,
      `update swv set instellingen = '{"bewaren": {"afgesloten_maanden": 12, "concept_weken": 6}}'`,
    );
    const { token } = done(await makeFolderLink(anAct(t, noor), own?.id ?? "", { vertaling: null }));
    expect(await takeFolder(t.world, token)).toMatchObject({ bewaarMaanden: 12 });
    await sql(t, `update swv set instellingen = '{}'`);
  });
});

describe("links to different files", () => {
  it("open only what they were made for, and asking the wrong desk uses nothing up", async () => {
    const { t, noor, bram } = await cast();
    t.clock.set(start);
    const ronde = await aRonde(t, noor, [bram]);
    const calendar = done(await makeCalendarLink(anAct(t, bram), ronde)).token;
    const letter = await linkFor(t, noor, await aCase(t, noor), { vertaling: vertalingen[0] });
    expect(await takeBrief(t.world, calendar)).toBeNull();
    expect(await takeFolder(t.world, letter)).toBeNull();
    expect(await file(t.world)(calendar)).toMatchObject({ name: "overlegronde.ics" });
    expect(await takeBrief(t.world, letter)).toMatchObject({ vertaling: "engels" });
  });
});
