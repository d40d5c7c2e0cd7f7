import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { connectorPort, problemOf } from "#bot/connector.ts";
import type { SendProblem } from "#bot/teams.ts";
import { neutralCard } from "#cards/neutral.ts";
import { stoppedClock } from "#local/clock.ts";
import { botAppId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { localAuthentication } from "#local/identity.ts";
import type { FaultOrder } from "#local/teams/fault.ts";
import { startTeamsService } from "#local/teams/service.ts";

const clock = stoppedClock("2026-11-23T08:00:00Z");
const world = demoTeams();
const service = await startTeamsService({
  world: {
    ...world,
    people: world.people.map((person) => ({ ...person, botInstalled: person.id === "noor" })),
  },
  botAppId,
  tenantId: hostTenant,
  now: () => clock.now(),
  limits: { rate: false, overlap: false },
});
afterAll(() => service.stop());
beforeEach(() => service.clearFaults());

const noor = world.people[0]?.aadObjectId ?? "";
const bot = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: botAppId }], true);
const portWith = (more: { patienceMs?: number; allowedHosts?: string[]; broken?: () => boolean } = {}) => {
  const authentication = localAuthentication(service);
  return connectorPort({
    connectorFactory: () => {
      if (more.broken?.()) return { create: () => Promise.reject(new Error("no identity now")) };
      return authentication.createConnectorFactory(bot);
    },
    audience: "https://api.botframework.com",
    botAppId,
    allowedHosts: more.allowedHosts ?? [new URL(service.serviceUrl).host],
    ...(more.patienceMs ? { patienceMs: more.patienceMs } : {}),
  });
};
const port = portWith();
const opened = await port.open(service.serviceUrl, hostTenant, noor);
const address = {
  tenantId: hostTenant,
  gesprekId: opened.ok ? opened.gesprekId : "",
  serviceUrl: service.serviceUrl,
};
const send = (by = port, to = address) => by.send(to, neutralCard(), "Bericht");
const calls = () => service.calls().length;

/** By these Teams says that it did nothing; after all others it may have done it, or still do it. */
const didNothing = ["429", "412", "blocked", "not-installed"];

describe("verbinding / what Teams answers becomes a problem and a code, after one call", () => {
  it.each<[Omit<FaultOrder, "for">, SendProblem, string, number?]>([
    [{ kind: "429", retryAfter: 7 }, "later", "Throttled", 7000],
    [{ kind: "429", retryAfter: null }, "later", "Throttled"],
    [{ kind: "412" }, "later", "PreconditionFailed"],
    [{ kind: "500" }, "later", "ServiceError"],
    [{ kind: "502" }, "later", "ServiceError"],
    [{ kind: "503", retryAfter: 9 }, "later", "ServiceUnavailable", 9000],
    [{ kind: "504" }, "later", "ServiceError"],
    [{ kind: "reset" }, "later", "ECONNRESET"],
    [{ kind: "down" }, "later", "ECONNRESET"],
    [{ kind: "blocked" }, "onbereikbaar", "MessageWritesBlocked"],
    [{ kind: "not-installed" }, "onbereikbaar", "ForbiddenOperationException"],
  ])("%o", async (fault, problem, code, retryAfterMs) => {
    service.fault({ ...fault, for: 10 });
    const before = calls();
    const sent = await send();
    const untouched = didNothing.includes(fault.kind) ? { untouched: true } : {};
    expect(sent).toEqual({
      ok: false,
      problem,
      code,
      ...untouched,
      ...(retryAfterMs ? { retryAfterMs } : {}),
    });
    expect(calls() - before).toBe(1);
  });

  it("a message that is gone, a conversation that is not there, one that is too large, a person that is none", async () => {
    const gone = await port.update(address, "0", neutralCard(), "Bericht");
    expect(gone).toMatchObject({ problem: "bericht_weg" });
    expect(await send(port, { ...address, gesprekId: "a:nergens" })).toMatchObject({
      problem: "onbereikbaar",
    });
    const large = { ...neutralCard(), fallbackText: "x".repeat(60_000) };
    expect(await port.send(address, large, "Bericht")).toMatchObject({ problem: "te_groot" });
    expect(await port.open(service.serviceUrl, hostTenant, "niemand")).toMatchObject({
      problem: "geweigerd",
    });
  });

  it("a message that is taken away is gone; a second time it was gone already", async () => {
    const sent = await send();
    if (!sent.ok) throw new Error(sent.code);
    expect(await port.remove(address, sent.activiteitId)).toEqual(sent);
    const [item] = (await service.inbox({ as: "noor" })).filter(({ id }) => id === sent.activiteitId);
    expect(item?.deleted).toBe(true);
    expect(await port.remove(address, sent.activiteitId)).toMatchObject({
      ok: false,
      problem: "bericht_weg",
    });
    expect(await port.update(address, sent.activiteitId, neutralCard(), "Bericht")).toMatchObject({
      problem: "bericht_weg",
    });
  });

  it("a service that does not answer is given up, and the next message goes as ever", async () => {
    service.fault({ kind: "slow", ms: 60_000, for: 1 });
    expect(await send(portWith({ patienceMs: 40 }))).toEqual({
      ok: false,
      problem: "later",
      code: "geen_antwoord",
    });
    expect(await send()).toMatchObject({ ok: true });
  });

  it("no word and no token of ours goes to an address that is not on the list", async () => {
    const before = calls();
    expect(await send(portWith({ allowedHosts: ["smba.trafficmanager.net"] }))).toEqual({
      ok: false,
      problem: "geweigerd",
      code: "dienst_onbekend",
      untouched: true,
    });
    expect(calls()).toBe(before);
  });

  it("an identity that could not be had once can be had later", async () => {
    let broken = true;
    const mended = portWith({ broken: () => broken });
    expect(await send(mended)).toMatchObject({ ok: false, problem: "later" });
    broken = false;
    expect(await send(mended)).toMatchObject({ ok: true });
  });
});

describe("verbinding / an error in a form we never saw is still read as far as it goes", () => {
  it.each<[string, unknown, SendProblem, string]>([
    ["nothing", undefined, "later", "http_0"],
    ["a text", "fout", "later", "http_0"],
    ["a status with an empty body", { statusCode: 403, body: null }, "onbereikbaar", "http_403"],
    ["a status with a text for a body", { statusCode: 403, body: "<html>" }, "onbereikbaar", "http_403"],
    ["a code that is no text", { statusCode: 404, code: 7 }, "bericht_weg", "http_404"],
    ["a code with words in it", { statusCode: 400, code: "Sem Kanarie 12-03-2016" }, "geweigerd", "http_400"],
    ["headers that are no headers", { statusCode: 429, response: { headers: {} } }, "later", "http_429"],
    ["no access at all", { statusCode: 401 }, "later", "http_401"],
    [
      "a conversation that is gone",
      { statusCode: 404, code: "ConversationNotFound" },
      "onbereikbaar",
      "ConversationNotFound",
    ],
  ])("%s", (_, error, problem, code) => {
    const untouched = typeof error === "object" ? { untouched: true } : {};
    expect(problemOf(error)).toEqual({ problem, code, ...untouched });
  });
});
