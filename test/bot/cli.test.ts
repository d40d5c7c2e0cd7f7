import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { parseKeyRing } from "#database/kluis.ts";
import { withConnection } from "#database/pool.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";
import { sealLog } from "#usecases/logzegel.ts";

const cli = join(import.meta.dirname, "../../bot/cli.ts");
let db: TestDatabase;
let folder: string;

beforeAll(async () => {
  db = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "zorgronde-cli-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a person does: another process, in an empty folder, with only this environment. */
function zorgronde(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH: "", ...env } });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code, out, err }));
  });
}

const tenant = randomUUID();
const secret = randomBytes(32).toString("base64");
const swvId = "5a2b7c1e-0000-4000-8000-000000000001";
const settings = (over: Readonly<Record<string, string>> = {}) => ({
  ZORGRONDE_SWV_ID: swvId,
  BOT_ID: randomUUID(),
  BOT_TENANT_ID: tenant,
  BOT_TYPE: "SingleTenant",
  BOT_SECRET: "heel-geheim",
  ALLOWED_TENANTS: tenant,
  MASTER_KEYS: `k1:${secret}`,
  DATABASE_URL: db.urls.app,
  DATABASE_URL_CHANNEL: db.urls.channel,
  DATABASE_URL_DIGEST: db.urls.digest,
  DATABASE_URL_EXPORT: db.urls.export,
  DATABASE_URL_MIGRATE: db.urls.migrate,
  PUBLIC_URL: "https://zorgronde.voorbeeld.nl",
  ...over,
});

const refusal = z.strictObject({ error: z.looseObject({ code: z.string(), message: z.string().min(1) }) });
const refusedWith = ({ out }: Ran) => refusal.parse(JSON.parse(out)).error;
const count = (table: string) =>
  withConnection({ url: db.adminUrl, applicationName: "zorgronde test" }, async (connection) => {
    const [row] = await connection.query(z.object({ n: z.number() }), `select count(*) as n from ${table}`);
    return row?.n ?? 0;
  });
const asAdmin = (sql: string) =>
  withConnection({ url: db.adminUrl, applicationName: "zorgronde test" }, (connection) =>
    connection.script(sql),
  );

describe.concurrent("the command line", () => {
  it.each<[string, readonly string[]]>([
    ["no command", []],
    ["a command that does not exist", ["verzin"]],
    ["the name of something every object has", ["toString"]],
    ["an option that does not exist", ["import", "--alles"]],
    ["an import without files", ["import"]],
    ["a clock without a moment", ["clock"]],
    ["an option for a command without options", ["doctor", "--stil"]],
    ["an argument for a command without arguments", ["migrate", "nu"]],
  ])("ends with 2, and shows how it is used, for %s", async (_what, args) => {
    const ran = await zorgronde(args);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain("zorgronde");
  });

  const names = [
    "serve",
    "migrate",
    "doctor",
    "manifest",
    "import",
    "people",
    "clock",
    "rotate-keys",
    "verify-log",
  ];
  it("lists every command in help, and ends with 0", async () => {
    const ran = await zorgronde(["--help"]);
    expect(ran).toMatchObject({ code: 0, out: "" });
    for (const name of names) expect(ran.err).toContain(`  ${name} `);
  });

  it.each(names)("explains %s with --help", async (name) => {
    const ran = await zorgronde([name, "--help"]);
    expect(ran).toMatchObject({ code: 0, out: "" });
    expect(ran.err).toContain(`zorgronde ${name}`);
  });

  it.each<[string, readonly string[], string]>([
    ["people without a local run", ["people"], "geen_lokale_run"],
    ["clock without a local run", ["clock", "PT8H"], "geen_lokale_run"],
    ["serve without settings", ["serve"], "ontbreekt_of_ongeldig"],
    ["migrate without settings", ["migrate"], "ontbreekt_of_ongeldig"],
    ["rotate-keys without settings", ["rotate-keys"], "ontbreekt_of_ongeldig"],
    ["verify-log without settings", ["verify-log"], "ontbreekt_of_ongeldig"],
    [
      "an import of files that are not there",
      ["import", "--people", "a", "--schools", "b"],
      "bestand_niet_gelezen",
    ],
    ["a manifest without settings", ["manifest"], "pakket_ongeldig"],
  ])("refuses %s with 1 and a code", async (_what, args, code) => {
    const ran = await zorgronde(args);
    expect(ran.code).toBe(1);
    expect(refusedWith(ran).code).toBe(code);
  });

  it("says that the database is away when it is", async () => {
    const away = "postgres://niemand:heel-geheim@127.0.0.1:1/niets";
    const ran = await zorgronde(["migrate"], settings({ DATABASE_URL_MIGRATE: away }));
    expect(ran.code).toBe(1);
    expect(refusedWith(ran).code).toBe("database_weg");
    expect(ran.out + ran.err).not.toContain("heel-geheim");
  });
});

const checksOf = ({ out }: Ran) =>
  z
    .object({
      ok: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), code: z.string().optional() })),
    })
    .parse(JSON.parse(out));
const wrongIn = (ran: Ran) =>
  checksOf(ran)
    .checks.filter(({ ok }) => !ok)
    .map(({ name, code }) => `${name}: ${code}`);

describe("doctor and migrate", () => {
  it("doctor says what is missing, and migrate mends it, once", async () => {
    const before = await zorgronde(["doctor"], settings());
    expect(before.code).toBe(1);
    expect(wrongIn(before)).toEqual(["wachtrij: wachtrij_ontbreekt"]);
    for (const _ of ["first", "again"]) {
      const ran = await zorgronde(["migrate"], settings());
      expect(ran.code).toBe(0);
      expect(JSON.parse(ran.out)).toEqual({ applied: [], upToDate: true });
    }
    const after = await zorgronde(["doctor"], settings());
    expect(wrongIn(after)).toEqual([]);
    expect(after.code).toBe(0);
  });

  it("migrate makes an empty database whole, and doctor knows one that is not", async () => {
    await asAdmin(`drop schema public cascade; create schema public; drop schema if exists pgboss cascade;
      alter schema public owner to ${db.roles.migrate}; create extension btree_gist`);
    const before = await zorgronde(["doctor"], settings());
    expect(wrongIn(before).join(" ")).toContain("0001-inrichting.sql");
    const ran = await zorgronde(["migrate"], settings());
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out).applied).toContain("0001-inrichting.sql");
    expect(wrongIn(await zorgronde(["doctor"], settings()))).toEqual([]);
  });

  it("doctor finds a right too many, and only says so", async () => {
    await asAdmin(
      `grant select on hulpvraag to ${db.roles.channel}; grant select on leerling to ${db.roles.digest}`,
    );
    const ran = await zorgronde(["doctor"], settings());
    expect(ran.code).toBe(1);
    expect(wrongIn(ran)).toEqual(["rechten: channel_leest_hulpvraag,digest_leest_leerling"]);
    expect(wrongIn(await zorgronde(["doctor"], settings()))).toHaveLength(1);
    await asAdmin(
      `revoke select on hulpvraag from ${db.roles.channel}; revoke select on leerling from ${db.roles.digest}`,
    );
  });

  it("doctor finds an app that passes by row-level security", async () => {
    const ran = await zorgronde(["doctor"], settings({ DATABASE_URL: db.adminUrl }));
    expect(wrongIn(ran).join(" ")).toContain("app_is_superuser");
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["a setting that is missing", { PUBLIC_URL: "" }, "instellingen: ontbreekt_of_ongeldig"],
    ["a login that is shared", { DATABASE_URL_DIGEST: "app" }, "instellingen: zelfde_inlog"],
    ["a master key that is none", { MASTER_KEYS: "k1:kort" }, "hoofdsleutel: wrong-length"],
    [
      "a bot outside the allowed tenants",
      { ALLOWED_TENANTS: randomUUID() },
      "identiteit: tenant_niet_toegelaten",
    ],
  ])("doctor finds %s", async (_what, over, wrong) => {
    const given = over.DATABASE_URL_DIGEST === "app" ? { DATABASE_URL_DIGEST: db.urls.app } : over;
    const ran = await zorgronde(["doctor"], settings(given));
    expect(ran.code).toBe(1);
    expect(wrongIn(ran)).toEqual([wrong]);
  });

  it("doctor shows no secret, whatever is wrong", async () => {
    const wrong = new URL(db.urls.channel);
    wrong.password = "fout-9471";
    const ran = await zorgronde(
      ["doctor"],
      settings({ DATABASE_URL_CHANNEL: wrong.href, MASTER_KEYS: `k1:${secret}x` }),
    );
    expect(ran.code).toBe(1);
    for (const value of [secret, "9471", "heel-geheim", new URL(db.urls.app).password]) {
      expect(ran.out + ran.err).not.toContain(value);
    }
  });
});

const schools = `brin_vestiging;name;sector;bestuur;region;pupils;szt;wijkteam;oat
00AA00;De Regenboog;PO;De Waterkant;Z;220;SZT De Regenboog;Wijkteam Oost;
00BB00;Het Kompas;PO;De Waterkant;Z;310;SZT Het Kompas;;`;
const people = `email;name;function;szt;hours_per_week;working_days;from;until;organisation;chair
noor@voorbeeld.example;Noor Visser;ib;SZT De Regenboog;24;ma di do;2026-08-01;;;1
bram@voorbeeld.example;Bram de Wit;smw;SZT De Regenboog;8;;2026-08-01;;Kwadraad;0
bram@voorbeeld.example;Bram de Wit;smw;SZT Het Kompas;7,5;wo;2026-08-01;;Kwadraad;0
wim@voorbeeld.example;Wim Dekker;directeur;SZT De Regenboog;;;2026-08-01;;;0`;

describe("import", () => {
  const run = (text: { people?: string; schools?: string }, more: readonly string[] = []) => {
    writeFileSync(join(folder, "people.csv"), text.people ?? people);
    writeFileSync(join(folder, "schools.csv"), text.schools ?? schools);
    return zorgronde(["import", "--people", "people.csv", "--schools", "schools.csv", ...more], settings());
  };

  it("changes nothing in a dry run, and says what it would do", async () => {
    const ran = await run({}, ["--dry-run"]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toEqual({ dryRun: true, schools: 2, memberships: 4 });
    expect(await count("school")).toBe(0);
  });

  it("names every bad row with its reason, and does nothing of it", async () => {
    const ran = await run({
      people: people.replace(";ib;", ";juf;").replace("Het Kompas;7,5", "Nergens;7,5"),
    });
    expect(ran.code).toBe(1);
    expect(refusedWith(ran)).toMatchObject({
      code: "regels_fout",
      rows: [
        { bestand: "people", regel: 2, veld: "function", code: "ongeldig" },
        { bestand: "people", regel: 4, veld: "szt", code: "onbekende_szt" },
      ],
    });
    expect(ran.out + ran.err).not.toMatch(/juf|Nergens|Noor/);
    expect(await count("persoon")).toBe(0);
  });

  it("sets up schools, teams and people, and gives them their daily and weekly messages", async () => {
    const ran = await run({});
    expect(JSON.parse(ran.out)).toEqual({ imported: true, schools: 2, memberships: 4 });
    expect(ran.code).toBe(0);
    expect(await Promise.all(["school", "szt", "persoon", "lidmaatschap"].map(count))).toEqual([2, 2, 3, 4]);
    expect(await count("wekker where soort = 'weekbericht' and gedaan_op is null")).toBe(1);
    expect(await count("wekker where soort = 'dagbericht' and gedaan_op is null")).toBeGreaterThan(0);
  });

  it("makes nothing twice, and takes over what changed", async () => {
    await run({ people: people.replaceAll("Bram de Wit", "Bram Jansen") });
    expect(await Promise.all(["school", "szt", "persoon", "lidmaatschap"].map(count))).toEqual([2, 2, 3, 4]);
    expect(await count("persoon where naam = 'Bram Jansen'")).toBe(1);
    expect(await count("wekker where soort = 'weekbericht' and gedaan_op is null")).toBe(1);
  });
});

describe("manifest", () => {
  const publisher = {
    TEAMS_APP_ID: randomUUID(),
    BOT_ID: randomUUID(),
    PUBLISHER_NAME: "Samenwerkingsverband",
    PUBLISHER_URL: "https://www.zorgronde.nl",
    PRIVACY_URL: "https://www.zorgronde.nl/privacy",
    TERMS_URL: "https://www.zorgronde.nl/voorwaarden",
  };

  it("writes the package of this bot where it is asked for", async () => {
    const out = join(folder, "app.zip");
    const ran = await zorgronde(["manifest", "--out", out, "--app-version", "1.2.3"], publisher);
    expect(JSON.parse(ran.out)).toEqual({ file: out, version: "1.2.3", problems: [] });
    expect(ran.code).toBe(0);
    const files = unzipSync(new Uint8Array(readFileSync(out)));
    const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      id: publisher.TEAMS_APP_ID,
      version: "1.2.3",
      bots: [{ botId: publisher.BOT_ID }],
    });
  });

  it("says by name which settings are wrong, and writes nothing", async () => {
    const ran = await zorgronde(["manifest", "--out", "fout.zip"], {
      ...publisher,
      PRIVACY_URL: "http://x",
      BOT_ID: "9471",
    });
    expect(ran.code).toBe(1);
    const error = refusedWith(ran);
    expect(error.code).toBe("pakket_ongeldig");
    expect(error.message).toContain("BOT_ID, PRIVACY_URL");
    expect(ran.out).not.toContain("9471");
    expect(() => readFileSync(join(folder, "fout.zip"))).toThrow();
  });

  it("says that the file cannot be written", async () => {
    const ran = await zorgronde(["manifest", "--out", "nergens/app.zip"], publisher);
    expect(refusedWith(ran).code).toBe("niet_geschreven");
  });
});

it("rotate-keys answers how many keys were wrapped anew", async () => {
  const ran = await zorgronde(
    ["rotate-keys"],
    settings({ MASTER_KEYS: `k2:${randomBytes(32).toString("base64")},k1:${secret}` }),
  );
  expect(JSON.parse(ran.out)).toEqual({ rewrapped: 0, logKeys: 0, current: "k2" });
  expect(ran.code).toBe(0);
});

describe("verify-log", () => {
  const answer = z.looseObject({
    ok: z.boolean(),
    head: z.strictObject({ seal: z.number(), mac: z.string(), at: z.string() }).nullable(),
    tail: z.number(),
    sealed: z.number(),
    szts: z.array(z.looseObject({ tail: z.number(), breaks: z.array(z.unknown()) })),
  });
  const answerOf = ({ out }: Ran) => answer.parse(JSON.parse(out));
  const seal = async () => {
    const keys = parseKeyRing(`k1:${secret}`);
    if (!keys.ok) throw new Error("no key ring");
    await sealLog({
      database: db.database,
      keys: keys.value,
      swvId,
      chance: { uuid: randomUUID, number: () => 0, bytes: randomBytes },
      log: () => undefined,
    });
  };

  it("says what is sealed, and fails when something was changed or the kept head does not fit", async () => {
    await asAdmin(`set session_replication_role = replica; insert into swv (id, naam) values ('${swvId}', 'Verband') on conflict do nothing;
      insert into gebeurtenis (swv_id, op, taak, soort) select '${swvId}', now(), 'inrichting', 'inrichting_bijgewerkt' from generate_series(1, 3)`);
    const before = await zorgronde(["verify-log"], settings());
    expect(before.code).toBe(0);
    expect(answerOf(before)).toMatchObject({ ok: true, head: null, sealed: 0 });

    await seal();
    const whole = await zorgronde(["verify-log"], settings());
    expect(whole.code).toBe(0);
    const { sealed, tail } = answerOf(whole);
    expect(sealed).toBeGreaterThan(2);
    expect(tail).toBe(0);
    writeFileSync(join(folder, "koppen.jsonl"), before.out + whole.out);
    const again = await zorgronde(["verify-log", "--head", "koppen.jsonl"], settings());
    expect(again.code).toBe(0);

    await asAdmin(`set session_replication_role = replica; delete from gebeurtenis; delete from logzegel`);
    expect((await zorgronde(["verify-log"], settings())).code, "nothing inside can tell").toBe(0);
    const cut = await zorgronde(["verify-log", "--head", "koppen.jsonl"], settings());
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.out)).toMatchObject({
      ok: false,
      breaks: [{ kind: "kop_wijkt_af", seal: answerOf(whole).head?.seal }],
      error: { code: "log_gebroken" },
    });
  });

  it.each([
    ["a file that is not there", "nergens.jsonl", "bestand_niet_gelezen"],
    ["a file that is something else", "people.csv", "kop_onleesbaar"],
    ["an empty file", "leeg.jsonl", "kop_onleesbaar"],
  ])("refuses %s as heads", async (_, file, code) => {
    writeFileSync(join(folder, "people.csv"), people);
    writeFileSync(join(folder, "leeg.jsonl"), "\n");
    const ran = await zorgronde(["verify-log", "--head", file], settings());
    expect(ran.code).toBe(1);
    expect(refusedWith(ran).code).toBe(code);
  });

  it("names the master key that it lacks, and says nothing about the log", async () => {
    await asAdmin(`set session_replication_role = replica; delete from logsleutel; insert into logsleutel
      (id, swv_id, verpakt, hoofdsleutel, gemaakt_met, gemaakt_op) values (gen_random_uuid(), '${swvId}', '\\x00', 'k0', 'k0', now())`);
    const ran = await zorgronde(["verify-log"], settings());
    expect(ran.code).toBe(1);
    expect(refusedWith(ran)).toMatchObject({
      code: "hoofdsleutel_ontbreekt",
      message: expect.stringContaining("k0"),
    });
    const doctor = await zorgronde(["doctor"], settings());
    expect(doctor.out).toContain("sleutel_k0_ontbreekt");
    await asAdmin(`set session_replication_role = replica; delete from logsleutel`);
  });
});
