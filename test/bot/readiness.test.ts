import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { demoPeople } from "#local/demo.ts";
import { aBot, quietQueue } from "./a-bot.ts";

let standstill: () => Promise<string | null> = async () => null;
const house = await aBot({ queue: { ...quietQueue(), problem: () => standstill() } });
await house.meet("noor");
afterAll(() => house.close());
beforeEach(() => {
  standstill = async () => null;
});

const ready = async () => {
  const response = await fetch(`${house.bot.url}/readyz`);
  return { status: response.status, body: await response.json() };
};
const figures = async () => {
  const response = await fetch(`${house.bot.url}/metrics`);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};
const notReady = (...codes: string[]) => ({ status: 503, body: { ready: false, codes } });
const name = house.db.adminUrl.split("/").at(-1);
async function withoutDatabase(run: () => Promise<void>): Promise<void> {
  await house.sql(
    `alter database ${name} connection limit 0; select pg_terminate_backend(pid) from pg_stat_activity
     where usename = '${house.db.roles.app}' and datname = current_database()`,
  );
  try {
    await run();
  } finally {
    await house.sql(`alter database ${name} connection limit -1`);
  }
}

describe("readyz / tells by code what is not in order", () => {
  it("nothing when all is well", async () => {
    expect(await ready()).toEqual({ status: 200, body: { ready: true, codes: [] } });
  });

  it.each<[string, () => Promise<string | null>]>([
    ["says so", async () => "wachtrij_staat_stil"],
    ["cannot even say so", () => Promise.reject(new Error("Sem Kanarie"))],
  ])("a queue that stands still and %s", async (_, problem) => {
    standstill = problem;
    expect(await ready()).toEqual(notReady("wachtrij_staat_stil"));
  });

  it("a database that is away, and both", async () => {
    await withoutDatabase(async () => {
      expect(await ready()).toEqual(notReady("database_weg"));
      standstill = async () => "wachtrij_staat_stil";
      expect(await ready()).toEqual(notReady("wachtrij_staat_stil", "database_weg"));
    });
    standstill = async () => null;
    expect(await ready()).toMatchObject({ status: 200 });
  });

  it("notices that nobody delivers, after a quarter of an hour; not those that wait because Teams is away", async () => {
    await house.notify("hulpvraag_concept", "noor", await house.proef());
    house.clock.set(house.clock.now().add({ minutes: 15 }));
    expect(await ready()).toMatchObject({ status: 200 });
    house.clock.set(house.clock.now().add({ seconds: 1 }));
    expect(await ready()).toEqual(notReady("bezorging_loopt_achter", "controle_staat_stil"));
    house.teams.fault({ kind: "down", for: "PT3H" });
    await house.bot.drain();
    expect(await ready()).toMatchObject({ status: 200 });
    await house.elapse("PT2H");
    expect(await ready()).toMatchObject({ status: 200 });
    await house.elapse("PT2H");
  });
});

describe("metrics / counts and nothing else", () => {
  it("count what waits, is late, failed and was sent", async () => {
    await house.notify("hulpvraag_concept", "esther", await house.proef());
    await house.sql(`delete from teams_identiteit where persoon_id = '${await house.personOf("esther")}'`);
    await house.bot.drain();
    await house.notify("hulpvraag_concept", "noor", await house.proef(), {
      nietVoor: house.clock.now().add({ hours: 1 }),
    });
    const { status, type, text } = await figures();
    expect(status).toBe(200);
    expect(type).toContain("application/openmetrics-text");
    const lines = text.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("# EOF");
    for (const line of lines)
      expect(line).toMatch(/^(# EOF|# TYPE zorgronde_[a-z_]+ gauge|zorgronde_[a-z_]+ \d+)$/);
    expect(lines).toEqual(
      expect.arrayContaining([
        "zorgronde_database_up 1",
        "zorgronde_notices_waiting 1",
        "zorgronde_notices_late 0",
        "zorgronde_notices_failed 1",
        "zorgronde_notices_sent 2",
      ]),
    );
    for (const { naam, email } of demoPeople) {
      expect(text).not.toContain(naam);
      expect(text).not.toContain(email);
    }
    expect(text).not.toContain("Kanarie");
  });

  it("say that the database is away, instead of breaking", async () => {
    await withoutDatabase(async () => {
      const { status, text } = await figures();
      expect(status).toBe(200);
      expect(text).toBe("# TYPE zorgronde_database_up gauge\nzorgronde_database_up 0\n# EOF\n");
    });
  });
});
