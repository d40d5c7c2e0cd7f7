import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hushConsole } from "#bot/hush.ts";
import { adapterOf } from "#bot/identity.ts";
import { webServer } from "#bot/server.ts";
import { stoppedClock } from "#local/clock.ts";
import { botAppId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { localAuthentication } from "#local/identity.ts";
import { startTeamsService } from "#local/teams/service.ts";
import type { LogLine } from "#usecases/world.ts";

const clock = stoppedClock("2026-11-23T08:00:00Z");
const service = await startTeamsService({
  world: demoTeams(),
  botAppId,
  tenantId: hostTenant,
  now: () => clock.now(),
  limits: false,
});
let turns = 0;
const logged: LogLine[] = [];
const adapter = adapterOf(localAuthentication(service));
adapter.onTurnError = async () => undefined;
const server = webServer({
  adapter,
  turn: async () => {
    turns += 1;
    throw new Error("Sem Jansen 12-03-2016");
  },
  serviceHosts: [new URL(service.serviceUrl).host],
  log: (_, line) => logged.push(line),
  ready: async () => [],
  metrics: async () => "",
  metricsToken: null,
  file: async () => null,
  feed: async () => null,
});
let url = "";

let speakAgain = (): void => undefined;
beforeEach(() => {
  speakAgain = hushConsole((_, line) => logged.push(line));
});
afterEach(() => speakAgain());

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await service.stop();
});

const activity = {
  type: "message",
  id: "1",
  text: "hallo",
  channelId: "msteams",
  serviceUrl: service.serviceUrl,
  from: { id: "29:noor", aadObjectId: "5a2b7c1e-0000-4000-8000-00000000c001" },
  recipient: { id: `28:${botAppId}` },
  conversation: { id: "a:1", conversationType: "personal", tenantId: hostTenant },
  channelData: { tenant: { id: hostTenant } },
};

async function post(
  body: unknown,
  token?: string,
): Promise<{ status: number; text: string; turned: boolean }> {
  const before = turns;
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === undefined ? {} : { authorization: token }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), turned: turns > before };
}

const bearer = (overrides: Parameters<typeof service.signActivityToken>[0] = {}) =>
  `Bearer ${service.signActivityToken(overrides)}`;
const entra = "https://login.microsoftonline.com/5a2b7c1e-0000-4000-8000-0000000000ff/v2.0";

describe("toegang / only what the channel signed for this bot and this service passes", () => {
  it("a good token reaches the turn", async () => {
    expect(await post(activity, bearer())).toMatchObject({ turned: true });
  });

  it.each<[string, string | undefined]>([
    ["no token", undefined],
    ["an empty token", ""],
    ["garbage", "Bearer rommel"],
    ["garbage in three parts", "Bearer a.b.c"],
    ["another scheme", "Basic bm9vcjpub29y"],
    ["another audience", bearer({ audience: "5a2b7c1e-0000-4000-8000-0000000000ee" })],
    ["another issuer", bearer({ issuer: "https://sts.windows.net/x/" })],
    [
      "signed by Entra for the bot's own app",
      bearer({ issuer: entra, claims: { azp: botAppId, ver: "2.0" } }),
    ],
    ["expired", bearer({ expiresIn: -3600 })],
    ["another service URL", bearer({ serviceUrl: "https://smba.trafficmanager.net/ander/" })],
    ["signed by a stranger under our key's name", bearer({ forged: true })],
    ["an unknown key", bearer({ keyId: "onbekend" })],
  ])("%s is refused with 401 and no words", async (_, token) => {
    expect(await post(activity, token)).toMatchObject({ status: 401, turned: false });
  });

  it.each<[string, unknown, number]>([
    ["an empty object", {}, 400],
    ["an array", [], 400],
    ["an array with an activity", [activity], 400],
    ["a type that is no text", { ...activity, type: 7 }, 400],
    ["no JSON", "{", 400],
    ["a bare word", '"hallo"', 400],
    ["a service outside the list", { ...activity, serviceUrl: "https://evil.example/" }, 403],
    [
      "a service that looks like the list",
      { ...activity, serviceUrl: `${service.serviceUrl.replace("127.0.0.1", "127.0.0.1.evil.example")}` },
      403,
    ],
    ["a body of a megabyte", { ...activity, text: "x".repeat(1_000_000) }, 413],
  ])("%s is refused and does not end the process", async (_, body, status) => {
    expect(await post(body, bearer())).toMatchObject({ status, turned: false });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("an array as authorization header does not end the process", async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: "POST",
      headers: [
        ["content-type", "application/json"],
        ["authorization", "Bearer a.b.c"],
        ["authorization", "Bearer d.e.f"],
      ],
      body: JSON.stringify(activity),
    });
    expect(response.status).toBe(401);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("twenty unverified tokens of other tenants leave no trace in the library's list of issuers", async () => {
    const { ToBotFromBotOrEmulatorTokenValidationParameters: parameters } = await import(
      "botframework-connector/lib/auth/tokenValidationParameters.js"
    );
    const before = parameters.issuer?.length;
    for (let tenant = 0; tenant < 20; tenant++) {
      const issuer = `https://login.microsoftonline.com/5a2b7c1e-0000-4000-8000-${String(tenant).padStart(12, "0")}/v2.0`;
      await post(activity, bearer({ issuer, claims: { tid: `t${tenant}` } }));
    }
    expect(parameters.issuer?.length).toBe(before);
  });

  it("words of an error stay inside", async () => {
    const answered = await post(activity, bearer());
    expect(answered.text).not.toContain("Sem");
    expect(JSON.stringify(logged)).not.toContain("Sem");
  });
});

describe("toegang / the other addresses", () => {
  it.each(["/file/AAAAAAAAAAAAAAAAAAAAAAAA", "/agenda/AAAAAAAAAAAAAAAAAAAAAAAA.ics", "/file/x", "/anders"])(
    "%s without anything behind it is 404",
    async (path) => {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    },
  );

  it("a look at the headers of a file is refused: it would use up the link", async () => {
    const response = await fetch(`${url}/file/AAAAAAAAAAAAAAAAAAAAAAAA`, { method: "HEAD" });
    expect(response.status).toBe(405);
  });

  it("figures are for this machine, and not through a proxy", async () => {
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`, { headers: { "x-forwarded-for": "10.0.0.1" } })).status).toBe(404);
  });
});
