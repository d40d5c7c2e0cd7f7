import { describe, expect, it } from "vitest";
import { problemWords } from "#bot/command/settings-problem.ts";
import { readSettings } from "#bot/settings.ts";

const id = (last: string) => `5a2b7c1e-0000-4000-8000-0000000000${last}`;
const url = (login: string) => `postgres://${login}:wachtwoord-9471@db.intern:5432/zorgronde`;

/** Everything that production needs, with values that may not be seen again. */
const good = {
  ZORGRONDE_SWV_ID: id("01"),
  BOT_ID: id("02"),
  BOT_TENANT_ID: id("03"),
  BOT_TYPE: "SingleTenant",
  BOT_SECRET: "geheim-9471",
  ALLOWED_TENANTS: `${id("03")}, ${id("04")}`,
  MASTER_KEYS: "k1:sleutel-9471",
  DATABASE_URL: url("app"),
  DATABASE_URL_CHANNEL: url("channel"),
  DATABASE_URL_DIGEST: url("digest"),
  DATABASE_URL_EXPORT: url("export"),
  DATABASE_URL_MIGRATE: url("migrate"),
  PUBLIC_URL: "https://zorgronde.voorbeeld.nl",
} as const;
type Given = Readonly<Record<string, string | undefined>>;
const read = (over: Given = {}) => readSettings({ ...good, ...over });
const problemOf = (over: Given) => {
  const found = read(over);
  return found.ok ? null : found.problem;
};

describe("the settings of production", () => {
  it("are complete with these, and nothing else has a value by itself but the port", () => {
    expect(read()).toEqual({
      ok: true,
      settings: {
        swvId: good.ZORGRONDE_SWV_ID,
        identity: {
          appId: good.BOT_ID,
          tenantId: good.BOT_TENANT_ID,
          kind: "SingleTenant",
          secret: good.BOT_SECRET,
        },
        tenants: [id("03"), id("04")],
        serviceHosts: null,
        masterKeys: good.MASTER_KEYS,
        databases: {
          app: good.DATABASE_URL,
          channel: good.DATABASE_URL_CHANNEL,
          digest: good.DATABASE_URL_DIGEST,
          export: good.DATABASE_URL_EXPORT,
          migrate: good.DATABASE_URL_MIGRATE,
        },
        publicUrl: good.PUBLIC_URL,
        port: 3978,
        metricsToken: null,
        outlook: null,
      },
    });
  });

  const needed = Object.keys(good).filter((name) => name !== "BOT_SECRET");
  it.each(needed)("refuse to do without %s, and say so by name", (name) => {
    for (const missing of [undefined, "", "   "]) {
      expect(problemOf({ [name]: missing })).toEqual({ kind: "ontbreekt_of_ongeldig", names: [name] });
    }
  });

  it.each<[string, string]>([
    ["ZORGRONDE_SWV_ID", "9471"],
    ["BOT_ID", "9471"],
    ["BOT_TENANT_ID", "onze-tenant-9471"],
    ["BOT_TYPE", "MultiTenant"],
    ["ALLOWED_TENANTS", `${id("03")},9471`],
    ["ALLOWED_TENANTS", "*"],
    ["ALLOWED_TENANTS", ","],
    ["PUBLIC_URL", "http://zorgronde-9471.nl"],
    ["PUBLIC_URL", "zorgronde-9471"],
    ["PORT", "0"],
    ["PORT", "70000"],
    ["PORT", "9471x"],
    ["METRICS_TOKEN", "kort-9471"],
  ])("refuse %s as %s", (name, value) => {
    expect(problemOf({ [name]: value })).toEqual({ kind: "ontbreekt_of_ongeldig", names: [name] });
  });

  it("name everything that is wrong at once", () => {
    expect(problemOf({ BOT_ID: "x", PUBLIC_URL: "x", MASTER_KEYS: undefined })).toEqual({
      kind: "ontbreekt_of_ongeldig",
      names: ["BOT_ID", "MASTER_KEYS", "PUBLIC_URL"],
    });
  });

  it.each<[string, Given, string | null]>([
    ["no secret and no certificate", { BOT_SECRET: undefined }, "geen_botgeheim"],
    ["half a certificate", { BOT_SECRET: undefined, BOT_CERTIFICATE_KEY: "sleutel-9471" }, "geen_botgeheim"],
    [
      "a secret and a certificate",
      { BOT_CERTIFICATE_KEY: "sleutel-9471", BOT_CERTIFICATE_THUMBPRINT: "ab" },
      "twee_botgeheimen",
    ],
    [
      "a certificate",
      { BOT_SECRET: undefined, BOT_CERTIFICATE_KEY: "sleutel-9471", BOT_CERTIFICATE_THUMBPRINT: "ab" },
      null,
    ],
    ["a managed identity", { BOT_SECRET: undefined, BOT_TYPE: "UserAssignedMSI" }, null],
  ])("judge an identity with %s", (_what, over, kind) => {
    expect(problemOf(over)?.kind ?? null).toBe(kind);
  });

  const databases = ["CHANNEL", "DIGEST", "EXPORT", "MIGRATE"].map((name) => `DATABASE_URL_${name}`);
  it.each(databases)("refuse %s with the login of the app, and name both", (name) => {
    const problem = problemOf({ [name]: url("app") });
    expect(problem?.kind).toBe("zelfde_inlog");
    const words = problem ? problemWords(problem) : "";
    expect(words).toContain(`DATABASE_URL, ${name}.`);
  });

  it("refuse the same login on another server, and a URL without a login", () => {
    expect(problemOf({ DATABASE_URL_DIGEST: "postgres://app:x@elders/zorgronde" })?.kind).toBe(
      "zelfde_inlog",
    );
    expect(problemOf({ DATABASE_URL_DIGEST: "postgres://db.intern/zorgronde" })).toEqual({
      kind: "zelfde_inlog",
      names: ["digest"],
    });
    expect(problemOf({ DATABASE_URL_DIGEST: "geen url" })?.kind).toBe("zelfde_inlog");
  });

  it("never show a value in what they say is wrong", () => {
    const wrong: readonly Given[] = [
      ...Object.keys(good).map((name) => ({ [name]: "waarde-9471" })),
      { BOT_CERTIFICATE_KEY: "sleutel-9471", BOT_CERTIFICATE_THUMBPRINT: "9471" },
      { BOT_SECRET: undefined },
      { DATABASE_URL_CHANNEL: url("app") },
      { METRICS_TOKEN: "9471" },
    ];
    for (const over of wrong) {
      const problem = problemOf(over);
      const said = problem ? `${JSON.stringify(problem)} ${problemWords(problem)}` : "";
      expect(said).not.toMatch(/9471|wachtwoord|db\.intern/);
    }
  });
});

describe("the settings for Outlook", () => {
  const outlook = {
    OUTLOOK_MAILBOX: "Overleg@voorbeeld.nl",
    OUTLOOK_TENANT_ID: id("05"),
    OUTLOOK_CLIENT_ID: id("06"),
  };
  const key = { OUTLOOK_CERTIFICATE_THUMBPRINT: "AB:".repeat(20), OUTLOOK_CERTIFICATE_KEY: "sleutel-9471" };
  const ways = [
    [{ OUTLOOK_SECRET: "geheim-9471" }, { kind: "geheim", geheim: "geheim-9471" }],
    [key, { kind: "certificaat", vingerafdruk: "AB:".repeat(20), sleutel: "sleutel-9471" }],
    [{ OUTLOOK_TYPE: "UserAssignedMSI" }, { kind: "managed_identity" }],
  ] as const;
  it.each(ways)("are whole with one way to prove who calls: %j", (way, bewijs) => {
    const found = read({ ...outlook, ...way });
    expect(found.ok && found.settings.outlook).toEqual({
      postbus: "overleg@voorbeeld.nl",
      toegang: { tenantId: id("05"), clientId: id("06"), bewijs },
    });
  });

  it.each([
    ["no way to prove it", outlook],
    ["two ways", { ...outlook, ...key, OUTLOOK_SECRET: "geheim-9471" }],
    [
      "a managed identity and a secret",
      { ...outlook, OUTLOOK_TYPE: "UserAssignedMSI", OUTLOOK_SECRET: "geheim-9471" },
    ],
    [
      "half a certificate",
      { ...outlook, OUTLOOK_CERTIFICATE_KEY: "sleutel-9471", OUTLOOK_SECRET: "geheim-9471" },
    ],
  ])("are refused with %s, and no value is said", (_, over) => {
    const problem = problemOf(over);
    expect(problem).toEqual({ kind: "outlook_bewijs" });
    expect(problem && problemWords(problem)).not.toContain("9471");
  });

  it.each(Object.keys(outlook))("are refused when half of them is there: without %s", (name) => {
    const problem = problemOf({ ...outlook, OUTLOOK_SECRET: "geheim-9471", [name]: undefined });
    expect(problem).toEqual({ kind: "outlook_onvolledig", names: [name] });
  });

  it("are refused with an address that is none", () => {
    expect(problemOf({ ...outlook, OUTLOOK_SECRET: "x", OUTLOOK_MAILBOX: "postbus" })).toEqual({
      kind: "ontbreekt_of_ongeldig",
      names: ["OUTLOOK_MAILBOX"],
    });
  });
});
