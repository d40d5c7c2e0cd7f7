import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roomHandler } from "#local/room/room.ts";

let server: Server;
let base = "";

beforeAll(async () => {
  const room = roomHandler({
    serviceBase: "",
    now: () => Temporal.Instant.from("2026-09-18T06:00:00Z"),
    extraLinks: () => [{ label: "Agenda", href: "/agenda/x.ics" }],
  });
  server = createServer((request, response) => {
    if (!room(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("the practice room's addresses", () => {
  it.each(["/", "/room", "/room/", "/room?as=noor"])("%s is the page", async (path) => {
    const answer = await fetch(base + path);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toContain('<html lang="nl">');
  });

  it.each(["/api/messages", "/_local/world", "/roomy", "/favicon.ico"])(
    "%s is left to the caller",
    async (path) => {
      expect((await fetch(base + path)).status).toBe(418);
    },
  );

  it("leaves anything but reading to the caller", async () => {
    expect((await fetch(`${base}/room`, { method: "POST" })).status).toBe(418);
  });

  it.each([
    "/room/web/../room.ts",
    "/room/web/%2e%2e/room.ts",
    "/room/web/tsconfig.json",
    "/room/web/",
    "/room/x",
  ])("%s gives nothing away", async (path) => {
    const answer = await rawGet(path);
    expect(answer).toContain(" 404 ");
  });

  it("serves scripts without types and the official renderer", async () => {
    const script = await fetch(`${base}/room/web/main.ts`);
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect(await script.text()).not.toMatch(/Promise<void>/);
    expect(await (await fetch(`${base}/room/adaptivecards.min.js`)).text()).toContain("AdaptiveCards");
  });

  it("allows only its own scripts, no inline code and no other site", async () => {
    const policy = (await fetch(`${base}/room`)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const page = await (await fetch(`${base}/room`)).text();
    expect(page).not.toMatch(/https?:\/\/|style=|onclick|<script>/);
  });

  it("tells the page the time, the links and the next schooldag: Friday is followed by Monday", async () => {
    expect(await (await fetch(`${base}/room/boot.json`)).json()).toEqual({
      serviceBase: "",
      now: "2026-09-18T06:00:00Z",
      nextSchooldag: "2026-09-21T08:00",
      commands: [],
      links: [{ label: "Agenda", href: "/agenda/x.ics" }],
    });
  });

  it("follows the calendar it is given, also over a holiday", async () => {
    const room = roomHandler({
      serviceBase: "http://127.0.0.1:1",
      now: () => "2026-10-09T12:00:00+02:00[Europe/Amsterdam]",
      nextSchooldag: () => Temporal.PlainDate.from("2026-10-19"),
    });
    const own = createServer((request, response) => room(request, response));
    await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
    const answer = await fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}/room/boot.json`);
    expect(answer.headers.get("content-security-policy")).toContain("connect-src 'self' http://127.0.0.1:1");
    expect(await answer.json()).toMatchObject({ nextSchooldag: "2026-10-19T08:00" });
    await new Promise((resolve) => own.close(resolve));
  });
});

/** fetch tidies a path before it sends it; an attacker does not. */
async function rawGet(path: string): Promise<string> {
  const { connect } = await import("node:net");
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.end(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  let text = "";
  for await (const part of socket) text += String(part);
  return text.split("\r\n")[0] ?? "";
}
