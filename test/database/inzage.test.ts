import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { inzageWoorden } from "#cards/inzage-woord.ts";
import { withConnection } from "#database/pool.ts";
import { getoond, inzageTabellen, weggelaten, zonderLeerling } from "#domain/inzage-veld.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";

/** A copy of somebody's data is whole: the catalog of the database says so, not the person who made the last table. */
let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const columnRow = z.object({ tabel: z.string(), kolom: z.string(), type: z.string() });
type Column = z.infer<typeof columnRow>;

const asked = <T>(row: z.ZodType<T>, sql: string): Promise<T[]> =>
  withConnection({ url: db.adminUrl, applicationName: "test" }, (connection) => connection.query(row, sql));

const catalog = () =>
  asked(
    columnRow,
    `select c.relname as tabel, a.attname as kolom, format_type(a.atttypid, null) as type from pg_class c
     join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
     order by 1, 2`,
  );

const listed: Readonly<Record<string, Readonly<Record<string, string>>>> = inzageTabellen;

/** What is in the database and in neither list, and what is in a list and not in the database. */
function gaps(columns: readonly Column[]): readonly string[] {
  const tables = [...new Set(columns.map(({ tabel }) => tabel))];
  const known = new Set([...Object.keys(listed), ...Object.keys(zonderLeerling)]);
  const missing = columns.filter(({ tabel, kolom }) => listed[tabel] && listed[tabel][kolom] === undefined);
  const extra = Object.entries(listed).flatMap(([tabel, velden]) =>
    Object.keys(velden)
      .filter((kolom) => !shared.has(kolom))
      .filter((kolom) => !columns.some((one) => one.tabel === tabel && one.kolom === kolom))
      .map((kolom) => `${tabel}.${kolom} is gone`),
  );
  return [
    ...tables.filter((tabel) => !known.has(tabel)).map((tabel) => `${tabel}`),
    ...[...known].filter((tabel) => !tables.includes(tabel)).map((tabel) => `${tabel} is gone`),
    ...missing.map(({ tabel, kolom }) => `${tabel}.${kolom}`),
    ...extra,
  ];
}
/** Every table says the same of these, whether it has them or not. */
const shared = new Set(["id", "swv_id", "szt_id", "versie"]);

describe("what is kept about a leerling", () => {
  it("stands in the copy or among what is left out for a reason, column by column", async () => {
    expect(gaps(await catalog())).toEqual([]);
  });

  it("is in one of both lists, not in two", () => {
    expect(Object.keys(listed).filter((tabel) => tabel in zonderLeerling)).toEqual([]);
  });

  it("cannot get a column or a table that nobody thought of", async () => {
    await withConnection({ url: db.adminUrl, applicationName: "test" }, async (connection) => {
      await connection.script(
        `alter table hulpvraag add column stiekem text; create table geheim (id uuid primary key)`,
      );
    });
    expect(gaps(await catalog())).toEqual(["geheim", "hulpvraag.stiekem"]);
    await withConnection({ url: db.adminUrl, applicationName: "test" }, async (connection) => {
      await connection.script(`alter table hulpvraag drop column stiekem; drop table geheim`);
    });
  });

  it("is in the copy wherever a chain of foreign keys leads to a leerling", async () => {
    const tree = await asked(z.object({ tabel: z.string() }), `select tabel from boom_van('leerling')`);
    expect(tree.length).toBeGreaterThan(14);
    expect(tree.map(({ tabel }) => tabel).filter((tabel) => !(tabel in listed))).toEqual([]);
  });

  it("is shown as what it is: a text that is locked, a day, a moment, a person", async () => {
    const fits: Readonly<Record<string, readonly string[]>> = {
      bytea: ["tekst", "gegevens"],
      date: ["dag"],
      "timestamp with time zone": ["moment"],
      boolean: ["janee"],
      uuid: ["persoon", "ronde", "bij"],
      text: ["code"],
      "text[]": ["codes"],
      jsonb: ["velden"],
      integer: ["getal"],
      smallint: ["getal"],
      bigint: ["getal"],
      tstzrange: ["periode"],
      "uuid[]": [],
    };
    const wrong = (await catalog()).filter(({ tabel, kolom, type }) => {
      const soort = listed[tabel]?.[kolom];
      const isShown = getoond.some((one) => one === soort);
      return soort !== undefined && isShown && !fits[type]?.includes(soort);
    });
    expect(wrong).toEqual([]);
  });

  it("that is locked is left out only where it opens or finds something", async () => {
    const locked = (await catalog()).filter(({ tabel, type }) => type === "bytea" && listed[tabel]);
    const hidden = locked.filter(({ tabel, kolom }) => (listed[tabel]?.[kolom] ?? "") in weggelaten);
    expect(hidden.map(({ tabel, kolom }) => `${tabel}.${kolom}`)).toEqual([
      "bericht.onzeker_afdruk",
      "bericht.vingerafdruk",
      "bestandslink.token_hash",
      "gebeurtenis.hash",
      "gebeurtenis.vorige_hash",
      "gebeurtenis.zaak",
      "hulpvraag.log_zout",
      "leerling.zoeksleutel",
    ]);
  });
});

describe("erasing", () => {
  it("takes a table that was made later with it, and only unties what merely points at a row", async () => {
    const tree = () =>
      asked(
        z.object({ tabel: z.string(), diepte: z.number() }),
        `select tabel, diepte from boom_van('hulpvraag')`,
      );
    await withConnection({ url: db.adminUrl, applicationName: "test" }, async (connection) => {
      await connection.script(`
        create table nieuw_kind (id uuid primary key, swv_id uuid not null, actie_id uuid not null references actie);
        create table nieuw_wijst (id uuid primary key, swv_id uuid not null, besluit_id uuid references besluit)`);
    });
    const found = new Map((await tree()).map(({ tabel, diepte }) => [tabel, diepte]));
    expect(found.has("nieuw_wijst")).toBe(false);
    expect(found.get("nieuw_kind")).toBeGreaterThan(found.get("actie") ?? 99);
    expect(found.get("termijn"), "an actie has terms").toBeGreaterThan(found.get("actie") ?? 99);
    expect(found.has("overlegronde"), "a round is of others too").toBe(false);
    expect(found.has("persoon")).toBe(false);
    await withConnection({ url: db.adminUrl, applicationName: "test" }, async (connection) => {
      await connection.script(`drop table nieuw_kind, nieuw_wijst`);
    });
  });

  it("has a word for every code that the database lets in", async () => {
    const checks = await asked(
      z.object({ tabel: z.string(), tekst: z.string() }),
      `select conrelid::regclass::text as tabel, pg_get_constraintdef(oid) as tekst from pg_constraint
       where contype = 'c' and connamespace = 'public'::regnamespace`,
    );
    const allowed = checks.flatMap(({ tabel, tekst }) => codesIn(tekst).map((one) => ({ tabel, ...one })));
    const words: Readonly<Record<string, { readonly velden: Readonly<Record<string, unknown>> }>> =
      inzageWoorden;
    const listed = allowed.flatMap(({ tabel, kolom, codes }) => {
      const [, known] = [words[tabel]?.velden[kolom]].flat();
      return typeof known === "object" && known !== null ? [{ tabel, kolom, codes, known }] : [];
    });
    expect(listed.length).toBeGreaterThan(20);
    const without = listed.flatMap(({ tabel, kolom, codes, known }) =>
      codes.filter((code) => !(code in known)).map((code) => `${tabel}.${kolom} ${code}`),
    );
    expect(without).toEqual([]);
  });
});

/** `soort = ANY (ARRAY['a'::text, 'b'::text])` and `doelen <@ '{a,b}'::text[]` */
function codesIn(check: string): readonly { readonly kolom: string; readonly codes: readonly string[] }[] {
  const one = [...check.matchAll(/(\w+) = ANY \(ARRAY\[([^\]]*)\]/g)].map(([, kolom = "", list = ""]) => ({
    kolom,
    codes: [...list.matchAll(/'(\w+)'/g)].map(([, code = ""]) => code),
  }));
  const many = [...check.matchAll(/(\w+) <@ '\{([^}]*)\}'/g)].map(([, kolom = "", list = ""]) => ({
    kolom,
    codes: list.split(","),
  }));
  return [...one, ...many];
}
