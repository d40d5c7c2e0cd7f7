import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod/v4";
import { hulpvraagVerb } from "#cards/hulpvraag-verb.ts";
import { DatabaseError, withConnection } from "#database/pool.ts";
import { demoSwvId } from "#local/demo.ts";
import { allSay, holding, messagesOf, saidIn, unknown, watched } from "./leak-look.ts";
import { aReady, button, idOf, intake, joins, type Kind, sql } from "./leak-scene.ts";
import { moments, zwaan } from "./leak-walk.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

let s: Story;
let hv = "";
let back: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  hv = await intake(s, zwaan);
  for (const { act, name } of moments) {
    await act(s, hv, zwaan);
    if (name === "gesloten en geplaatst") break;
  }
  await s.say("bram", hv);
  back = await s.save();
}, 60_000);
afterAll(() => s.close());

type Login = "app" | "channel" | "digest" | "export";

const relations = z.object({ name: z.string() });
const tables = () =>
  withConnection({ url: s.db.adminUrl, applicationName: "leak" }, (connection) =>
    connection.query(
      relations,
      `select quote_ident(relname) as name from pg_class where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace order by 1`,
    ),
  );

/** What this login reads of every table and view, under a scope that it gives itself; null where it may not look. */
async function readable(
  login: Login,
  scope: Readonly<Record<string, string>>,
): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  const names = await tables();
  await withConnection({ url: s.db.urls[login], applicationName: "leak" }, async (connection) => {
    for (const [key, value] of Object.entries(scope))
      await connection.query(z.object({ set: z.string() }), `select set_config($1, $2, false) as set`, [
        key,
        value,
      ]);
    for (const { name } of names) {
      try {
        const rows = await connection.query(
          z.object({ row: z.string() }),
          `select t::text as row from ${name} t`,
        );
        found.set(name, rows.map(({ row }) => row).join("\n"));
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== "42501") throw error;
        found.set(name, null);
      }
    }
  });
  return found;
}

const all = (login: Login) => ({
  "app.swv_id": demoSwvId,
  "app.now": s.now().toInstant().toString(),
  "app.taak": login === "channel" ? "kanaal" : "koerier",
});
const readOf = (found: ReadonlyMap<string, string | null>) =>
  [...found].flatMap(([name, rows]) => (rows === null ? [] : [name]));

describe("each login of the database", () => {
  it("channel reads releases of the last minute and nothing else, whatever scope it gives itself", async () => {
    const found = await readable("channel", all("channel"));
    expect(readOf(found)).toEqual(["vrijgave"]);
    expect(found.get("vrijgave")).toContain(hv);
    expect(found.get("vrijgave")).not.toMatch(zwaan.mark);
    await s.wait("PT2M");
    expect((await readable("channel", all("channel"))).get("vrijgave")).toBe("");
    await back();
  });

  it("digest reads rounds, attendance by function and teams, and no case", async () => {
    const found = await readable("digest", all("digest"));
    expect(readOf(found)).toEqual([
      "weekbericht",
      "weekbericht_aanwezigheid",
      "weekbericht_evaluatie",
      "weekbericht_instelling",
      "weekbericht_inzet",
      "weekbericht_ronde",
      "weekbericht_team",
    ]);
    expect([...found.values()].join("\n")).not.toMatch(/HV-\d{4}|zwaan/i);
    const views = [...found].filter(([name]) => name.startsWith("weekbericht_"));
    expect(JSON.stringify(views), "no names, no addresses of persons").not.toMatch(/Bram|Noor|@/);
  });

  it("export reads nothing", async () => {
    expect(readOf(await readable("export", all("export")))).toEqual([]);
  });

  it("app without a scope reads no row of anybody", async () => {
    const found = await readable("app", {});
    const rows = [...found].filter(([name, text]) => text && !/^(schema_migratie|weekbericht_)/.test(name));
    expect(rows.map(([name]) => name)).toEqual([]);
  });

  it.each([
    ["the ib of another school", "fatima", "SZT Het Kompas"],
    ["nobody at all", "lotte", null],
  ])("app for %s reads no case of this one", async (_, handle, szt) => {
    const persoon = szt ? await idOf(s, `persoon where email like '${handle}@%'`) : "";
    const own = szt ? await idOf(s, `szt where naam = '${szt}'`) : "";
    const scope = { "app.swv_id": demoSwvId, "app.persoon_id": persoon, "app.szt_ids": `{${own}}` };
    const found = await readable("app", scope);
    const cases =
      "leerling hulpvraag toestemming leerling_partij toestemming_antwoord ouderinformatie agendapunt besluit terugkoppeling regierol regierol_aanbod actie termijn overlegronde deelname datasleutel koppeling herinnering vrijgave";
    for (const name of cases.split(" ")) expect(found.get(name), name).toBe("");
  });
});

describe("when something breaks", () => {
  const broken: readonly (readonly [string, string])[] = [
    ["a table that is gone", `alter table koppeling rename to koppeling_weg`],
    ["a code of another version", `update hulpvraag set domeinen = '{zwaanekster}'`],
    ["a right that is gone", `revoke select on besluit from app_role`],
  ];

  it.each(broken)("%s: calm words, a code in the log, no word of the pupil", async (_, text) => {
    await back();
    await sql(s, text.replace("app_role", s.db.roles.app));
    const answers = await allSay(s, hv);
    for (const items of answers.values()) expect(saidIn(items)).not.toMatch(zwaan.mark);
    for (const as of ["noor", "bram"]) {
      const own = (await messagesOf(s, as)).findLast(({ card }) =>
        JSON.stringify(card).includes("task/fetch"),
      );
      const pressed = await s.teams.press({
        as,
        message: own?.id ?? "",
        action: hulpvraagVerb.vraagIntrekken,
      });
      expect(JSON.stringify({ ...pressed, messages: [] })).not.toMatch(zwaan.mark);
    }
    await s.settle();
    expect(s.logged.some(({ code }) => code === "beurt_fout")).toBe(true);
    expect(await watched(s)).not.toMatch(zwaan.mark);
  });

  it("the database goes away in the middle of a press: calm words, and nothing of it anywhere", async () => {
    await back();
    const { id: message } = await button(s, "noor", hulpvraagVerb.vraagIntrekken, hv);
    await withConnection({ url: s.db.adminUrl, applicationName: "leak" }, async (connection) => {
      await connection.script("begin; lock table hulpvraag in access exclusive mode");
      const pressing = s.teams.press({ as: "noor", message, action: hulpvraagVerb.vraagIntrekken });
      await vi.waitFor(async () => {
        const killed = await connection.query(
          z.object({ gone: z.boolean() }),
          `select pg_terminate_backend(pid) as gone from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (killed.length === 0) throw new Error("not waiting yet");
      });
      await connection.script("rollback");
      expect(JSON.stringify({ ...(await pressing), messages: [] })).not.toMatch(zwaan.mark);
    });
    await s.settle();
    expect(s.logged.some(({ code }) => code === "database_weg")).toBe(true);
    expect(await watched(s)).not.toMatch(zwaan.mark);
    expect(await holding(s, zwaan.mark)).toMatch(/noor/);
  });
});

describe("a case that cannot be opened", () => {
  const merel: Kind = { mark: /merel/i, naam: "Mereltje Vogelaar", vraag: "vraagmerel", partners: "smw" };
  const of = (referentie: string) => `select h.id from hulpvraag h where h.referentie = '${referentie}'`;
  const leerlingOf = (referentie: string) =>
    `(select leerling_id from hulpvraag where referentie = '${referentie}')`;
  const ways: readonly (readonly [string, (referentie: string) => string])[] = [
    [
      "a text is damaged",
      (referentie) => `update hulpvraag set vraag = '\\xdeadbeef' where id in (${of(referentie)})`,
    ],
    [
      "the pupil is damaged",
      (referentie) => `update leerling set gegevens = '\\xdeadbeef' where id = ${leerlingOf(referentie)}`,
    ],
    [
      "its key is damaged",
      (referentie) =>
        `update datasleutel set verpakt = '\\xdeadbeef' where id = (select sleutel_id from leerling where id = ${leerlingOf(referentie)})`,
    ],
    [
      "the master key is not there",
      (referentie) =>
        `update datasleutel set hoofdsleutel = 'weg' where id = (select sleutel_id from leerling where id = ${leerlingOf(referentie)})`,
    ],
  ];

  it.each(ways)("%s: it is a number of nobody for who may not see it", async (_, breaks) => {
    await back();
    const other = await aReady(s, merel);
    await sql(s, breaks(other));
    const whole = await allSay(s, hv);
    const answers = await allSay(s, other);
    const nobody = await allSay(s, unknown);
    expect(saidIn(answers.get("yasmina")), "both are hidden from her").toBe(saidIn(whole.get("yasmina")));
    for (const as of ["yasmina", "fatima", "wim", "lotte"])
      expect(saidIn(answers.get(as)), as).toBe(saidIn(nobody.get(as)));
    expect(s.logged.filter(({ code }) => code === "beurt_fout" || code === "koerier_fout")).toEqual([]);
  });

  it.each(ways)("%s: who may see it reads that, and nothing else stops", async (_, breaks) => {
    await back();
    const other = await aReady(s, merel);
    await sql(s, breaks(hv));
    const answers = await allSay(s, hv);
    expect(wordsOf(answers.get("noor")?.[0]?.card)).toContain("kan niet worden gelezen");
    for (const items of answers.values()) expect(saidIn(items)).not.toMatch(zwaan.mark);
    expect(wordsOf((await allSay(s, other)).get("noor")?.[0]?.card), "the next one is whole").toMatch(
      /Mereltje/,
    );
    const lists = [...(await allSay(s, "agenda")).values(), ...(await allSay(s, "mijn taken")).values()];
    expect(saidIn(lists.flat())).not.toMatch(zwaan.mark);
    await s.wait("P1D");
    const codes = new Set(s.logged.map(({ code }) => code));
    expect(codes).toContain("hulpvraag_onleesbaar");
    for (const code of ["beurt_fout", "koerier_fout", "wekker_fout"]) expect(codes).not.toContain(code);
    expect(await watched(s)).not.toMatch(zwaan.mark);
  });
});
