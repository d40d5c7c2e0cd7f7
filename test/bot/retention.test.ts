import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withConnection } from "#database/pool.ts";
import { aConcept, countOf } from "#test/usecases/an-intake.ts";
import { aWorld, type TestWorld } from "#test/world.ts";

/** `zorgronde retention` as a beheerder runs it: another process, with the settings of the installation. */
let t: TestWorld;
beforeAll(async () => {
  t = await aWorld();
  await aConcept(t, await t.actor("noor"), { naam: "Oude Kanarie" });
  // The command has the clock of the machine; what it meets was last touched years before that.
  await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
    connection.script(`update hulpvraag set gewijzigd_op = '2020-01-01'`),
  );
});
afterAll(() => t.close());

async function retention(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const [[name, key] = ["", undefined]] = [...t.world.keys.keys];
  const tenant = randomUUID();
  const env = {
    PATH: "",
    ZORGRONDE_SWV_ID: t.world.swvId,
    BOT_ID: randomUUID(),
    BOT_TENANT_ID: tenant,
    BOT_TYPE: "SingleTenant",
    BOT_SECRET: "heel-geheim",
    ALLOWED_TENANTS: tenant,
    MASTER_KEYS: `${name}:${key?.export().toString("base64")}`,
    DATABASE_URL: t.db.urls.app,
    DATABASE_URL_CHANNEL: t.db.urls.channel,
    DATABASE_URL_DIGEST: t.db.urls.digest,
    DATABASE_URL_EXPORT: t.db.urls.export,
    DATABASE_URL_MIGRATE: t.db.urls.migrate,
    PUBLIC_URL: "https://zorgronde.voorbeeld.nl",
  };
  const cli = join(import.meta.dirname, "../../bot/cli.ts");
  const child = spawn(process.execPath, [cli, "retention", ...args], { env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out, err };
}

describe("zorgronde retention", () => {
  it("says with --dry-run what it would do, in codes and counts, and touches nothing", async () => {
    const { code, out } = await retention("--dry-run");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ dryRun: true, due: {}, announced: 1, calledOff: 0, rows: {} });
    expect(await countOf(t, "bewaartermijn")).toBe(0);
  });

  it("announces first, and erases what was announced in time, with proof", async () => {
    expect(JSON.parse((await retention()).out)).toMatchObject({ announced: 1, erased: 0 });
    expect(await countOf(t, "kennisgeving", "soort = 'bewaartermijn_aangekondigd'")).toBe(1);
    expect(await countOf(t, "hulpvraag")).toBe(1);
    await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
      connection.script(`update bewaartermijn set aangekondigd_op = '2020-02-01', wissen_op = '2020-03-01'`),
    );
    expect(JSON.parse((await retention("--dry-run")).out)).toMatchObject({ due: { concept: 1 } });
    const { code, out } = await retention();
    expect(JSON.parse(out)).toMatchObject({
      dryRun: false,
      due: { concept: 1 },
      erased: 1,
      keysDestroyed: 1,
      rows: { leerling: 1, hulpvraag: 1 },
      verified: { left: 0 },
    });
    expect(code).toBe(0);
    expect(out).not.toMatch(/kanarie|HV-/i);
    expect(await countOf(t, "leerling")).toBe(0);
  });

  it("does not take an option that it does not know for a real run", async () => {
    expect((await retention("--dryrun")).code).toBe(2);
    expect((await retention("--help")).err).toContain("--dry-run");
  });
});
