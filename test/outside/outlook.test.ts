/** One contract for what stands behind the port: Microsoft Graph against a local Graph, and an installation without Outlook. */
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Outlook, OutlookInhoud } from "#domain/outlook.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import { aGraph, graphMailbox } from "#test/local/a-graph.ts";

const made = aGraph();
afterAll(async () => (await made).stop());
const moment = (text: string) => Temporal.PlainDateTime.from(text);

const inhoud = (over: Partial<OutlookInhoud> = {}): OutlookInhoud => ({
  onderwerp: "Overlegronde De Regenboog",
  uitleg: "De agenda staat in Teams.",
  plaats: "Op school en online",
  begin: moment("2026-12-07T13:30"),
  eind: moment("2026-12-07T14:30"),
  link: null,
  online: true,
  deelnemers: ["bram@voorbeeld.example", "peter@ppo.example"],
  ...over,
});
const kenmerk = () => `ronde.${randomUUID()}`;

async function stage(over: Parameters<Awaited<typeof made>["outlook"]>[0] = {}) {
  const { graph, outlook } = await made;
  return { graph, outlook: outlook({ patienceMs: 20_000, shortMs: 20_000, ...over }) };
}
const value = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};
const eventOf = async (id: string) => (await made).graph.events().find((event) => event.id === id);

beforeEach(async () => {
  const { graph } = await made;
  graph.clearFaults();
  graph.calls.length = 0;
});

const calls = (outlook: Outlook) => {
  const plek = { postbus: graphMailbox, eventId: "bestaat-niet" };
  const vraag = {
    adressen: ["bram@voorbeeld.example"],
    van: moment("2026-12-07T00:00"),
    tot: moment("2026-12-08T00:00"),
    stapMinuten: 15,
  };
  return {
    maak: () => outlook.maak(inhoud(), kenmerk()),
    wijzig: () => outlook.wijzig(plek, inhoud()),
    zegAf: () => outlook.zegAf(plek),
    kijk: () => outlook.kijk(plek),
    vind: () => outlook.vind("nooit"),
    bezet: () => outlook.bezet(vraag),
    proef: () => outlook.proef(),
  };
};
const names = ["maak", "wijzig", "zegAf", "kijk", "vind", "bezet", "proef"] as const;

describe("an installation without Outlook", () => {
  it.each(names)("answers that it is off, and never throws: %s", async (name) => {
    expect(await calls(geenOutlook)[name]()).toEqual({ ok: false, fout: "uit", code: "uit" });
  });
});

describe("every call to Graph", () => {
  const rows = [
    ["429", { fout: "druk", code: "ApplicationThrottled" }],
    ["503", { fout: "niet_bereikbaar", code: "ServiceUnavailable" }],
    ["500", { fout: "niet_bereikbaar", code: "InternalServerError" }],
    ["409", { fout: "niet_bereikbaar", code: "ErrorIrresolvableConflict" }],
    ["reset", { fout: "niet_bereikbaar", code: "geen_verbinding" }],
    ["403", { fout: "geen_toegang", code: "ErrorAccessDenied" }],
    ["404-mailbox", { fout: "geen_postbus", code: "ErrorInvalidUser" }],
    ["400", { fout: "geweigerd", code: "ErrorInvalidParameter" }],
  ] as const;
  it.each(rows.flatMap(([fault, told]) => names.map((name) => [name, fault, told] as const)))(
    "is one try that answers with a code of ours: %s at %s",
    async (name, fault, told) => {
      const { graph, outlook } = await stage();
      graph.fault(fault, 9);
      const answer = await calls(outlook)[name]();
      expect(answer).toMatchObject({ ok: false, ...told });
      expect(JSON.stringify(answer)).not.toContain("woorden van de dienst");
      expect(graph.calls).toHaveLength(1);
    },
  );

  it.each([
    ["maak", "geen_postbus"],
    ["vind", "geen_postbus"],
    ["bezet", "geen_postbus"],
    ["proef", "geen_postbus"],
    ["wijzig", "verwijderd"],
    ["kijk", "verwijderd"],
  ] as const)("says that an event is gone only of an event: %s", async (name, fout) => {
    const { graph, outlook } = await stage();
    graph.fault("404");
    expect(await calls(outlook)[name]()).toMatchObject({ ok: false, fout });
  });

  it.each(names)("ends when no answer comes: %s", async (name) => {
    const { graph, outlook } = await stage({ patienceMs: 30, shortMs: 30 });
    graph.fault("hang");
    expect(await calls(outlook)[name]()).toMatchObject({ fout: "niet_bereikbaar", code: "geen_antwoord" });
  });

  it.each([
    ["429", 17, "PT17S"],
    ["503", 120, "PT120S"],
    ["429", 90_000, "PT3600S"],
  ] as const)("tells how long Outlook asks to wait: %s, %s seconds", async (fault, seconds, rust) => {
    const { graph, outlook } = await stage();
    graph.fault(fault, 1, seconds);
    const answer = await outlook.proef();
    expect(answer.ok ? null : answer.rust?.toString()).toBe(rust);
  });

  it("gets one new token when the old one is not taken any more, and no more than one", async () => {
    const { graph, outlook } = await stage();
    value(await outlook.proef());
    graph.revoke();
    value(await outlook.proef());
    graph.fault("401", 9);
    expect(await outlook.proef()).toMatchObject({ fout: "geen_toegang", code: "InvalidAuthenticationToken" });
    expect(graph.calls.map(({ status }) => status)).toEqual([200, 401, 200, 401, 401]);
  });

  it("says that there is no way in when Entra gives no token", async () => {
    const { graph, outlook } = await stage({ bewijs: { kind: "geheim", geheim: "fout" } });
    expect(await outlook.proef()).toEqual({ ok: false, fout: "geen_toegang", code: "invalid_client" });
    expect(graph.calls).toEqual([]);
  });
});

describe("an event in Outlook", () => {
  it("holds exactly this, and nothing else is sent", async () => {
    const { graph, outlook } = await stage();
    const mark = kenmerk();
    value(await outlook.maak(inhoud(), mark));
    expect(graph.calls.at(-1)?.body).toEqual({
      subject: "Overlegronde De Regenboog",
      body: { contentType: "text", content: "De agenda staat in Teams." },
      start: { dateTime: "2026-12-07T13:30:00", timeZone: "W. Europe Standard Time" },
      end: { dateTime: "2026-12-07T14:30:00", timeZone: "W. Europe Standard Time" },
      location: { displayName: "Op school en online" },
      attendees: [
        { emailAddress: { address: "bram@voorbeeld.example" }, type: "required" },
        { emailAddress: { address: "peter@ppo.example" }, type: "required" },
      ],
      sensitivity: "private",
      showAs: "busy",
      allowNewTimeProposals: false,
      responseRequested: true,
      isOnlineMeeting: true,
      onlineMeetingProvider: "teamsForBusiness",
      transactionId: mark,
      singleValueExtendedProperties: [{ id: expect.stringContaining("ZorgrondeKenmerk"), value: mark }],
    });
  });

  it("is one event when the same call is made again, also when the first answer was lost", async () => {
    const { graph, outlook } = await stage();
    const before = graph.events().length;
    const mark = kenmerk();
    graph.fault("lost");
    expect(await outlook.maak(inhoud(), mark)).toMatchObject({ fout: "niet_bereikbaar" });
    const once = value(await outlook.maak(inhoud(), mark));
    expect(value(await outlook.maak(inhoud(), mark))).toEqual(once);
    expect(graph.events()).toHaveLength(before + 1);
    expect(once.link).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
  });

  it("gets the new content when the round changed between the lost call and the next", async () => {
    const { graph, outlook } = await stage();
    const before = graph.events().length;
    const mark = kenmerk();
    graph.fault("lost");
    await outlook.maak(inhoud(), mark);
    const { eventId } = value(
      await outlook.maak(
        inhoud({ begin: moment("2026-12-08T09:00"), eind: moment("2026-12-08T10:00") }),
        mark,
      ),
    );
    expect(graph.events()).toHaveLength(before + 1);
    expect((await eventOf(eventId))?.start?.dateTime).toBe("2026-12-08T09:00:00");
  });

  it("is found by its mark, and by no other", async () => {
    const { outlook } = await stage();
    const mark = kenmerk();
    const { postbus, eventId } = value(await outlook.maak(inhoud(), mark));
    expect(value(await outlook.vind(mark))).toEqual({ postbus, eventId });
    expect(value(await outlook.vind(`${mark}9`))).toBeNull();
  });

  it("stays the same event with the same meeting when it is moved", async () => {
    const { graph, outlook } = await stage();
    const first = value(await outlook.maak(inhoud(), kenmerk()));
    const moved = inhoud({
      begin: moment("2026-12-09T10:00"),
      eind: moment("2026-12-09T11:00"),
      deelnemers: ["bram@voorbeeld.example", "saskia@voorbeeld.example"],
    });
    expect(value(await outlook.wijzig(first, moved))).toEqual(first);
    const event = await eventOf(first.eventId);
    expect(event).toMatchObject({ isOnlineMeeting: true, start: { dateTime: "2026-12-09T10:00:00" } });
    const mail = graph
      .mail()
      .filter(({ eventId }) => eventId === first.eventId)
      .map(({ to, kind }) => `${kind} ${to}`);
    expect(mail.slice(2)).toEqual([
      "wijziging bram@voorbeeld.example",
      "uitnodiging saskia@voorbeeld.example",
      "afzegging peter@ppo.example",
    ]);
  });

  it("gets a meeting of its own when the link that somebody gave is taken back", async () => {
    const { outlook } = await stage();
    const own = inhoud({ online: false, link: "https://teams.microsoft.com/meet/12345678901?p=Abc12345" });
    const first = value(await outlook.maak(own, kenmerk()));
    expect(first.link).toBeNull();
    expect((await eventOf(first.eventId))?.body?.content).toContain(own.link);
    const then = value(await outlook.wijzig(first, inhoud()));
    expect(then.link).not.toBeNull();
    expect((await eventOf(first.eventId))?.body?.content).not.toContain(own.link);
  });

  it("is cancelled once; what is gone already counts as cancelled", async () => {
    const { graph, outlook } = await stage();
    const plek = value(await outlook.maak(inhoud(), kenmerk()));
    expect(await outlook.zegAf(plek)).toEqual({ ok: true, value: true });
    expect(await outlook.zegAf(plek)).toEqual({ ok: true, value: true });
    const mail = graph.mail().filter(({ eventId, kind }) => eventId === plek.eventId && kind === "afzegging");
    expect(mail).toHaveLength(2);
  });

  it.each(["wijzig", "kijk"] as const)("is told to be gone when somebody took it away: %s", async (name) => {
    const { graph, outlook } = await stage();
    const plek = value(await outlook.maak(inhoud(), kenmerk()));
    graph.remove(plek.eventId);
    const answer = name === "kijk" ? await outlook.kijk(plek) : await outlook.wijzig(plek, inhoud());
    expect(answer).toMatchObject({ fout: "verwijderd" });
  });
});

describe("free and busy hours", () => {
  it("are one sign a step for own people, and nothing of what they do or of others", async () => {
    const { graph, outlook } = await stage();
    graph.busy("bram@voorbeeld.example", "2026-12-07T13:30", "2026-12-07T14:00");
    const answer = await outlook.bezet({
      adressen: ["bram@voorbeeld.example", "peter@ppo.example"],
      van: moment("2026-12-07T13:00"),
      tot: moment("2026-12-07T15:00"),
      stapMinuten: 30,
    });
    expect([...value(answer)]).toEqual([["bram@voorbeeld.example", "0200"]]);
    expect(JSON.stringify(answer)).not.toContain("Sanne");
  });

  it("are not asked for nobody", async () => {
    const { graph, outlook } = await stage();
    await outlook.bezet({
      adressen: [],
      van: moment("2026-12-07T13:00"),
      tot: moment("2026-12-07T15:00"),
      stapMinuten: 30,
    });
    expect(graph.calls).toEqual([]);
  });
});

describe("the token", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const other = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
  const vingerafdruk = "AB".repeat(20);
  const ways = [
    ["a certificate", { kind: "certificaat", vingerafdruk, sleutel: privateKey }, true],
    ["another certificate", { kind: "certificaat", vingerafdruk, sleutel: other }, false],
    ["a key that is no key", { kind: "certificaat", vingerafdruk, sleutel: "geen sleutel" }, false],
    ["the identity of a machine in Azure", { kind: "managed_identity" }, true],
  ] as const;
  it.each(ways)("is given or refused for %s", async (_, bewijs, given) => {
    const own = await aGraph({ publicKey });
    const answer = await own.outlook({ bewijs }).proef();
    await own.stop();
    expect(answer.ok ? "ok" : answer.fout).toBe(given ? "ok" : "geen_toegang");
  });
});
