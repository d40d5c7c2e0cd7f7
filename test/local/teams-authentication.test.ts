import { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { AuthenticationConfiguration } from "botframework-connector";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTeamsService } from "#local/teams/service.ts";
import type { TokenOverrides } from "#local/teams/token.ts";
import { APP_ID, ELSEWHERE, HOST, personalChat, type Running, raw, run, world } from "./teams-bot.ts";

let running: Running;
beforeEach(async () => {
  running = await run();
});
afterEach(() => running.stop());

/** An activity as the service makes it, sent again with a token of our own. */
async function again(token: TokenOverrides | string | null) {
  const { service } = running;
  await service.say({ as: "noor", in: "personal", text: "hallo", wait: 0 });
  await service.idle();
  const heard = running.heard.length;
  const [last] = service.deliveries().slice(-1);
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const answer = await service.deliver({ ...last?.activity, id: "1" }, { token });
  quiet.mockRestore();
  return { status: answer.status, heard: running.heard.length - heard };
}

describe("a token of the local issuer, read by the real CloudAdapter", () => {
  it("opens the door when it is good", async () => {
    expect(await again({})).toEqual({ status: 200, heard: 1 });
  });

  it("may be expired by less than five minutes", async () => {
    expect(await again({ expiresIn: -240 })).toEqual({ status: 200, heard: 1 });
  });

  it.each<[string, TokenOverrides | string | null, number]>([
    ["no token", null, 401],
    ["the audience of another bot", { audience: ELSEWHERE }, 401],
    ["another issuer", { issuer: "https://login.microsoftonline.com/common" }, 401],
    ["a time long past", { expiresIn: -600 }, 401],
    ["another service address", { serviceUrl: "https://smba.trafficmanager.net/emea/" }, 401],
    ["an unknown key", { keyId: "onbekend" }, 401],
    ["a signature of another key", { forged: true }, 500],
    ["something that is no token", "onzin", 401],
  ])("stays shut for %s", async (_what, token, status) => {
    expect(await again(token)).toEqual({ status, heard: 0 });
  });

  it("stays shut for a channel that the key is not endorsed for", async () => {
    await running.service.say({ as: "noor", in: "personal", text: "hallo", wait: 0 });
    await running.service.idle();
    const [last] = running.service.deliveries().slice(-1);
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const answer = await running.service.deliver({ ...last?.activity, channelId: "webchat" });
    quiet.mockRestore();
    expect(answer.status).toBe(401);
  });
});

describe("the other way", () => {
  const path = () => `v3/conversations/${personalChat(running.service, "noor")}/members`;

  it("the bot's own token is good", async () => {
    expect((await raw(running.service, "GET", path())).status).toBe(200);
  });

  it.each<[string, () => string, string]>([
    ["no token", () => "", "Unauthorized"],
    ["an expired one", () => running.service.botToken({ expiresIn: -1 }), "Unauthorized"],
    ["one for another audience", () => running.service.botToken({ audience: "x" }), "Unauthorized"],
    ["one of another issuer", () => running.service.botToken({ issuer: "x" }), "Unauthorized"],
    ["a forged one", () => running.service.botToken({ forged: true }), "Unauthorized"],
    ["what the service itself sends", () => running.service.signActivityToken(), "Unauthorized"],
    [
      "one of another bot",
      () => running.service.botToken({ claims: { appid: ELSEWHERE } }),
      "BotNotRegistered",
    ],
  ])("%s is refused with 401", async (_what, token, code) => {
    const answer = await raw(running.service, "GET", path(), undefined, token());
    expect([answer.status, answer.body.error.code]).toEqual([401, code]);
  });
});

describe("the settings", () => {
  it("let the service publish a document and keys that any reader of OpenID understands", async () => {
    const { url } = running.service;
    const found = await (await fetch(`${url}/_local/openid/.well-known/openidconfiguration`)).json();
    const keys = `${url}/_local/openid/keys`;
    expect(found).toMatchObject({ issuer: "https://api.botframework.com", jwks_uri: keys });
    const reader = createRemoteJWKSet(new URL(keys));
    const { payload } = await jwtVerify(running.service.signActivityToken(), reader, { audience: APP_ID });
    expect(payload).toMatchObject({
      iss: "https://api.botframework.com",
      serviceurl: running.service.serviceUrl,
    });
    const published = await (await fetch(keys)).text();
    expect(published).toContain('"endorsements":["msteams"]');
    expect(Object.keys(JSON.parse(published).keys[0])).not.toContain("d");
  });

  it("work with a check of the claims on top", async () => {
    const { localAuthSettings } = await import("#local/teams/settings.ts");
    const refuseAll = new AuthenticationConfiguration([], async () => {
      throw new Error("nee");
    });
    const settings = { ...localAuthSettings(running.service) };
    const credentials = { isValidAppId: async () => true, isAuthenticationDisabled: async () => false };
    const strict = new ConfigurationBotFrameworkAuthentication(
      settings,
      { ...credentials } as never,
      refuseAll,
    );
    const activity = { type: "message", channelId: "msteams", serviceUrl: running.service.serviceUrl };
    const header = `Bearer ${running.service.signActivityToken()}`;
    await expect(strict.authenticateRequest(activity as never, header)).rejects.toThrow("nee");
  });

  it("can be left out: a service without issuer sends and asks no tokens", async () => {
    const service = await startTeamsService({
      world: world(),
      botAppId: APP_ID,
      tenantId: HOST,
      now: () => Temporal.Instant.from("2026-06-12T07:00:00Z"),
      issuer: false,
    });
    const answer = await raw(
      service,
      "GET",
      `v3/conversations/${personalChat(service, "noor")}/members`,
      undefined,
      "",
    );
    expect([answer.status, service.botToken()]).toEqual([200, ""]);
    await service.stop();
  });
});
