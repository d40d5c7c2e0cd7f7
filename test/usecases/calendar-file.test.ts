import { afterAll, describe, expect, it } from "vitest";
import { feed, file } from "#bot/file.ts";
import { moment } from "#test/domain/a-dossier.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { hasSubscription, makeCalendarLink, renewFeed } from "#usecases/calendar-file.ts";
import { cancelRonde, moveRonde } from "#usecases/overlegronde.ts";
import { castOf } from "./a-cast.ts";
import { canaries } from "./a-closed-round.ts";
import { aForm, aRonde, readyItems } from "./a-round.ts";
import { anAct, countOf, date, done } from "./an-intake.ts";

const made = aWorld();
afterAll(async () => (await made).close());
const cast = () => castOf(made);

const start = moment("2026-11-23T09:00");

async function linkFor(t: TestWorld, actor: Parameters<typeof anAct>[1], id: string): Promise<string> {
  t.clock.set(start);
  return done(await makeCalendarLink(anAct(t, actor), id)).token;
}

describe("the calendar file of one round", () => {
  it("is there once: the second time there is nothing", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const token = await linkFor(t, bram, id);
    const got = await file(t.world)(token);
    expect(got).toMatchObject({ name: "overlegronde.ics", type: "text/calendar; charset=utf-8" });
    expect(await file(t.world)(token)).toBeNull();
  });

  it("is given to one of two who come at the same moment", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const token = await linkFor(t, bram, id);
    const both = await Promise.all([file(t.world)(token), file(t.world)(token)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it("is gone after ten minutes", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const [early, late] = [await linkFor(t, bram, id), await linkFor(t, bram, id)];
    t.clock.set(start.add({ minutes: 9, seconds: 59 }));
    expect(await file(t.world)(early)).not.toBeNull();
    t.clock.set(start.add({ minutes: 10 }));
    expect(await file(t.world)(late)).toBeNull();
    t.clock.set(start);
  });

  it("takes the round out again for who was taken off it after the link was made", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const token = await linkFor(t, bram, id);
    done(await moveRonde(anAct(t, noor), { id, versie: 1 }, aForm(noor, [saskia])));
    const body = String((await file(t.world)(token))?.body);
    expect(body).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
    expect(body).not.toContain("https://");
  });

  it("rises in number each time that somebody is taken off and comes back, and for nobody else", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const read = async (actor: typeof bram) => {
      const body = String((await file(t.world)(await linkFor(t, actor, id)))?.body);
      return `${/METHOD:(\w+)/.exec(body)?.[1]} ${/SEQUENCE:(\d+)/.exec(body)?.[1]}`;
    };
    const seen = [await read(bram)];
    for (let versie = 1; versie <= 4; versie += 1) {
      const who = versie % 2 === 1 ? [saskia] : [bram, saskia];
      done(await moveRonde(anAct(t, noor), { id, versie }, aForm(noor, who)));
      seen.push(await read(bram));
    }
    expect(seen).toEqual(["REQUEST 0", "CANCEL 1", "REQUEST 2", "CANCEL 3", "REQUEST 4"]);
    expect(await read(saskia)).toBe("REQUEST 0");
  });

  it("takes a round that is called off out of the calendar again", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    done(await cancelRonde(anAct(t, noor), { id, versie: 1 }));
    const body = String((await file(t.world)(await linkFor(t, bram, id)))?.body);
    expect(body).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/);
  });

  it("says the same whatever is put on the agenda", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const body = async () => (await file(t.world)(await linkFor(t, bram, id)))?.body;
    const before = await body();
    const items = await readyItems(t, noor, 1);
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: items.map((item) => item.id), minuten: 15 }));
    expect(await body()).toEqual(before);
  });

  it("is made for nobody who does not take part, and for no token that we did not make", async () => {
    const { t, noor, bram, saskia, peter, wim } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    for (const actor of [peter, wim]) {
      expect(await makeCalendarLink(anAct(t, actor), id)).toMatchObject({ error: { kind: "onzichtbaar" } });
    }
    expect(await file(t.world)(Buffer.alloc(32, 7).toString("base64url"))).toBeNull();
  });

  it("is kept as a hash: the token itself stands nowhere", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const token = await linkFor(t, bram, id);
    expect(
      await countOf(t, "bestandslink", `encode(token_hash, 'escape') like '%${token.slice(0, 12)}%'`),
    ).toBe(0);
    expect(await countOf(t, "bestandslink", `octet_length(token_hash) = 32`)).toBeGreaterThan(0);
  });

  it("holds the school, times, place and link, and nothing of children or people", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const items = await readyItems(t, noor, 1);
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: items.map((item) => item.id), minuten: 15 }));
    const got = await file(t.world)(await linkFor(t, noor, id));
    const body = String(got?.body ?? "").replace(/\r\n /g, "");
    expect(body).toContain(`UID:${id}@zorgronde`);
    expect(body).toContain("DTSTART;TZID=Europe/Amsterdam:20261207T133000");
    expect(body).toContain("https://teams.microsoft.com/l/meetup-join/");
    expect(body).toContain("SUMMARY:Overlegronde De Regenboog");
    expect(body.match(/^(?:ATTENDEE|ORGANIZER).*$/gm)).toHaveLength(2);
    for (const word of [...canaries, "HV-", "Noor", "Bram", "Saskia"]) {
      expect(body).not.toContain(word);
    }
  });
});

describe("the calendar of one person", () => {
  it("shows the own rounds, moved and cancelled ones too, and no others", async () => {
    const { t, noor, bram, saskia, peter } = await cast();
    const id = await aRonde(t, noor, [peter, saskia], { datum: date("2026-12-09") });
    const other = await aRonde(t, noor, [bram, saskia]);
    const { token } = done(await renewFeed(anAct(t, peter)));
    const body = async () => (await feed(t.world)(token))?.body ?? "";
    expect(await body()).toContain(id);
    expect(await body()).not.toContain(other);
    expect(await body()).toContain("SUMMARY:Overlegronde De Regenboog");
    done(
      await moveRonde(
        anAct(t, noor),
        { id, versie: 1 },
        aForm(noor, [peter, saskia], { datum: date("2026-12-10") }),
      ),
    );
    expect(await body()).toMatch(/SEQUENCE:1[\s\S]*20261210T133000/);
    done(await cancelRonde(anAct(t, noor), { id, versie: 2 }));
    expect(await body()).toMatch(/SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
  });

  it("shows as cancelled what the person was taken off, without its link", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-11") });
    const { token } = done(await renewFeed(anAct(t, bram)));
    done(
      await moveRonde(
        anAct(t, noor),
        { id, versie: 1 },
        aForm(noor, [saskia], { datum: date("2026-12-11") }),
      ),
    );
    const events = String((await feed(t.world)(token))?.body).split("BEGIN:VEVENT");
    const own = events.find((event) => event.includes(id)) ?? "";
    expect(own).toMatch(/SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
    expect(own).not.toContain("https://");
  });

  it("has one address: a new one ends the old one", async () => {
    const { t, saskia, hanna } = await cast();
    expect(await hasSubscription(t.world, saskia)).toBe(false);
    const first = done(await renewFeed(anAct(t, saskia))).token;
    expect(await hasSubscription(t.world, saskia)).toBe(true);
    const second = done(await renewFeed(anAct(t, saskia))).token;
    expect(await feed(t.world)(first)).toBeNull();
    expect(await feed(t.world)(second)).not.toBeNull();
    expect(await hasSubscription(t.world, hanna)).toBe(false);
  });
});
