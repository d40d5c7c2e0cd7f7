import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { RondeForm } from "#domain/ronde-plan.ts";
import { aWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { cancelRonde, chooseNotulist, moveRonde, planRonde } from "#usecases/overlegronde.ts";
import { readRonde } from "#usecases/round-load.ts";
import { leftRonde } from "#usecases/round-overview.ts";
import { castOf } from "./a-cast.ts";
import {
  aForm,
  aReady,
  aRonde,
  freeDays,
  rondeOf,
  seenRonde,
  statusOf,
  sztOf,
  timersOf,
  toldAbout,
} from "./a-round.ts";
import { anAct, countOf, date, done, eventsOf } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

const made = aWorld();
beforeEach(async () => freeDays(await made));
afterAll(async () => (await made).close());

const cast = () => castOf(made);

describe("planning a round", () => {
  it("invites everybody once, tells the planner that it stands, and sets the timers two and one schooldagen ahead and on the day", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    expect(await rondeOf(t, id)).toMatchObject({
      status: "gepland",
      icsVolgorde: 0,
      voorzitterId: noor.persoonId,
    });
    const told = await toldAbout(t, id);
    expect(told.map(({ soort }) => soort).toSorted()).toEqual([
      "ronde_gepland",
      "ronde_uitnodiging",
      "ronde_uitnodiging",
    ]);
    expect(told.find(({ soort }) => soort === "ronde_gepland")?.persoonId).toBe(noor.persoonId);
    expect(new Set(told.map(({ persoonId }) => persoonId))).toEqual(
      new Set([noor, bram, saskia].map(({ persoonId }) => persoonId)),
    );
    expect(await timersOf(t, id)).toEqual([
      "agenda_vast 2026-12-03T08:00:00",
      "link_sturen 2026-12-04T08:00:00",
      "ronde_vandaag 2026-12-07T06:00:00",
      "ronde_afmaken 2026-12-08T08:00:00",
    ]);
    expect(await eventsOf(t, noor)).toContain("ronde_gepland");
  });

  it("is done once, however often the form is sent", async () => {
    const { t, noor, bram } = await cast();
    const act = anAct(t, noor);
    const before = await countOf(t, "overlegronde");
    expect((await planRonde(act, sztOf(noor), aForm(noor, [bram]))).ok).toBe(true);
    expect(await planRonde(act, sztOf(noor), aForm(noor, [bram]))).toMatchObject({
      error: { kind: "al_gedaan" },
    });
    expect(await countOf(t, "overlegronde")).toBe(before + 1);
  });

  it("is for the ib, coo or chair of that SZT: for others it is as if the SZT were not there", async () => {
    const { t, noor, bram, peter, fatima, wim } = await cast();
    for (const actor of [bram, peter, fatima, wim]) {
      const result = await planRonde(anAct(t, actor), sztOf(noor), aForm(actor, [noor]));
      expect(result).toMatchObject({ ok: false, error: { kind: "onzichtbaar" } });
    }
  });

  it.each([
    ["2026-12-26", "weekend", "2027-01-04"],
    ["2026-12-22", "vakantie", "2027-01-04"],
    ["2027-04-27", "vakantie", "2027-05-03"],
    ["2027-03-29", "feestdag", "2027-03-30"],
  ])("refuses %s because of %s, and proposes %s", async (datum, reden, voorstel) => {
    const { t, noor, bram } = await cast();
    const result = await planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram], { datum: date(datum) }));
    expect(result).toMatchObject({ ok: false, error: { kind: "velden" } });
    const problem = !result.ok && result.error.kind === "velden" ? result.error.problemen.datum : undefined;
    expect(problem).toMatchObject({ kind: "geen_schooldag", waarom: { reden } });
    expect(problem?.kind === "geen_schooldag" ? problem.voorstel.toString() : "").toBe(voorstel);
  });

  it("refuses a link to another service, and people who are not in the team", async () => {
    const { t, noor, bram, fatima } = await cast();
    const form = aForm(noor, [bram, fatima], { deelnameLink: "https://teams.microsoft.com.example.org/x" });
    expect(await planRonde(anAct(t, noor), sztOf(noor), form)).toMatchObject({
      error: {
        kind: "velden",
        problemen: { deelnameLink: { fout: "andere_dienst" }, deelnemers: { kind: "niet_in_team" } },
      },
    });
  });

  it("warns when nobody of the kernteam is asked", async () => {
    const { t, noor, bram, saskia } = await cast();
    const incomplete = done(await planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram])));
    const day = { datum: date("2026-12-08") };
    const complete = done(await planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram, saskia], day)));
    expect([incomplete.schakelteamCompleet, complete.schakelteamCompleet]).toEqual([false, true]);
    expect((await seenRonde(t, noor, incomplete.id)).schakelteamCompleet).toBe(false);
    expect((await seenRonde(t, bram, incomplete.id)).schakelteamCompleet).toBeNull();
  });

  it("never asks the directeur, also not when the form does", async () => {
    const { t, noor, bram, wim } = await cast();
    const form = aForm(noor, [bram, wim]);
    expect(await planRonde(anAct(t, noor), sztOf(noor), form)).toMatchObject({
      error: { kind: "velden", problemen: { deelnemers: { kind: "niet_in_team" } } },
    });
  });
});

describe("a team that sits together then already", () => {
  const half = (over: Partial<RondeForm> = {}) => ({ datum: date("2027-01-20"), duurMinuten: 30, ...over });
  const at = (begin: string) => ({ begin: Temporal.PlainTime.from(begin) });
  const taken = (begin: string) => ({
    error: { kind: "velden", problemen: { datum: { kind: "overlapt", ...half(), ...at(begin) } } },
  });

  it("is not planned a second time, and can sit again as soon as it is free", async () => {
    const { t, noor, bram, fatima, peter } = await cast();
    const first = await aRonde(t, noor, [bram], half(at("13:30")));
    const plans = (begin: string) =>
      planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram], half(at(begin))));
    for (const begin of ["13:30", "13:15", "13:45"]) expect(await plans(begin)).toMatchObject(taken("13:30"));
    done(await plans("14:00"));
    done(await planRonde(anAct(t, fatima), sztOf(fatima), aForm(fatima, [peter], half(at("13:30")))));
    done(await cancelRonde(anAct(t, noor), { id: first, versie: 1 }));
    done(await plans("13:30"));
  });

  it("is not moved onto itself; a round may move within its own time, and keep it", async () => {
    const { t, noor, bram, saskia } = await cast();
    const day = { datum: date("2027-01-21") };
    await aRonde(t, noor, [bram], half({ ...day, ...at("13:30") }));
    const id = await aRonde(t, noor, [bram], half({ ...day, ...at("15:00") }));
    const moves = (versie: number, begin: string, people = [bram]) =>
      moveRonde(anAct(t, noor), { id, versie }, aForm(noor, people, half({ ...day, ...at(begin) })));
    expect(await moves(1, "13:45")).toMatchObject({
      error: { problemen: { datum: { kind: "overlapt", ...at("13:30") } } },
    });
    expect((await rondeOf(t, id)).versie).toBe(1);
    done(await moves(1, "15:15"));
    done(await moves(2, "15:15", [bram, saskia]));
  });

  it("is planned once when two plan at the same moment", async () => {
    const { t, noor, bram } = await cast();
    const form = aForm(noor, [bram], half({ datum: date("2027-01-22") }));
    const results = await Promise.all([1, 2, 3].map(() => planRonde(anAct(t, noor), sztOf(noor), form)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a planned round", () => {
  it("is there for who takes part, and for nobody else", async () => {
    const { t, noor, bram, peter, saskia, wim, fatima } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    for (const actor of [noor, bram, saskia]) expect(await readRonde(t.world, actor, id)).not.toBeNull();
    for (const actor of [peter, wim, fatima]) expect(await readRonde(t.world, actor, id)).toBeNull();
  });

  it("is moved with new invitations, a higher number for calendars, and other timers", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const form = aForm(noor, [bram, saskia], { datum: date("2026-12-14") });
    done(await moveRonde(anAct(t, noor), { id, versie: 1 }, form));
    expect(await rondeOf(t, id)).toMatchObject({ icsVolgorde: 1, versie: 2, datum: date("2026-12-14") });
    const told = await toldAbout(t, id);
    expect(told.filter(({ soort }) => soort === "ronde_uitnodiging")).toHaveLength(2);
    expect(
      told
        .filter(({ soort }) => soort === "ronde_verzet")
        .map(({ persoonId }) => persoonId)
        .toSorted(),
    ).toEqual([bram.persoonId, saskia.persoonId].toSorted());
    // An edit right after it would take away that there is a new day.
    expect(told.filter(({ soort }) => soort === "ronde_ververst")).toEqual([]);
    expect(await timersOf(t, id)).toEqual([
      "agenda_vast 2026-12-10T08:00:00",
      "link_sturen 2026-12-11T08:00:00",
      "ronde_vandaag 2026-12-14T06:00:00",
      "ronde_afmaken 2026-12-15T08:00:00",
    ]);
  });

  it("is another day on the cards of what stands on it as well", async () => {
    const { t, noor, bram, saskia } = await cast();
    const rondeId = await aRonde(t, noor, [bram, saskia]);
    const item = await aReady(t, noor);
    done(await agendeerOp(anAct(t, noor), rondeId, { hulpvragen: [item.id], minuten: 15 }));
    await reading(t, item.id, [noor]);
    const { id, versie } = await rondeOf(t, rondeId);
    const form = aForm(noor, [bram, saskia], { datum: date("2026-12-14") });
    done(await moveRonde(anAct(t, noor), { id, versie }, form));
    const told = (await toldAbout(t, item.id)).filter(({ soort }) => soort === "hulpvraag_ververst");
    expect(told.map(({ persoonId }) => persoonId)).toContain(noor.persoonId);
  });

  it("that only changes place is no other time: the invitation is an ordinary one", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    done(
      await moveRonde(anAct(t, noor), { id, versie: 1 }, aForm(noor, [bram, saskia], { plaats: "online" })),
    );
    const kinds = (await toldAbout(t, id)).map(({ soort }) => soort);
    expect(kinds.filter((soort) => soort === "ronde_verzet")).toEqual([]);
    expect(kinds.filter((soort) => soort === "ronde_uitnodiging")).toHaveLength(4);
  });

  it("gets other people without a new invitation for those who stay; who is taken off hears so and sees it no more", async () => {
    const { t, noor, bram, saskia, peter } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    done(await moveRonde(anAct(t, noor), { id, versie: 1 }, aForm(noor, [saskia, peter])));
    const invited = (await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_uitnodiging");
    expect(invited).toHaveLength(3);
    expect(invited.at(-1)?.persoonId).toBe(peter.persoonId);
    expect(await rondeOf(t, id)).toMatchObject({ icsVolgorde: 0 });
    expect(await readRonde(t.world, bram, id)).toBeNull();
    const off = (await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_afgemeld");
    expect(off.map(({ persoonId }) => persoonId)).toEqual([bram.persoonId]);
    expect((await leftRonde(t.world, bram, id))?.datum.toString()).toBe("2026-12-07");
    expect(await leftRonde(t.world, saskia, id)).toBeNull();
    expect(
      (await toldAbout(t, id)).filter(
        ({ soort, persoonId }) => soort === "ronde_ververst" && persoonId === bram.persoonId,
      ),
    ).toHaveLength(1);
  });

  it("is changed by one of two who press at once; the other is told that it changed", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const results = await Promise.all(
      ["2026-12-14", "2026-12-15"].map((day) =>
        moveRonde(anAct(t, noor), { id, versie: 1 }, aForm(noor, [bram, saskia], { datum: date(day) })),
      ),
    );
    expect(results.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual([
      "ok",
      "verouderd",
    ]);
    expect(await rondeOf(t, id)).toMatchObject({ versie: 2, icsVolgorde: 1 });
  });

  it("is cancelled: everybody hears it, and what stood on it waits for another round", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const { id: hulpvraag } = await aReady(t, noor);
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: [hulpvraag], minuten: 15 }));
    expect(await statusOf(t, hulpvraag)).toBe("geagendeerd");
    done(await cancelRonde(anAct(t, noor), { id, versie: 1 }));
    expect(await statusOf(t, hulpvraag)).toBe("klaargezet");
    expect(await timersOf(t, id)).toEqual([]);
    expect((await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_vervallen")).toHaveLength(3);
    expect((await seenRonde(t, bram, id)).punten).toEqual([]);
    expect(await cancelRonde(anAct(t, noor), { id, versie: 1 })).toMatchObject({
      error: { kind: "verouderd" },
    });
  });

  it("is moved or cancelled by the ib or the chair alone", async () => {
    const { t, noor, bram, saskia, peter } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    expect(await cancelRonde(anAct(t, bram), { id, versie: 1 })).toMatchObject({
      error: { kind: "kan_niet" },
    });
    expect(await cancelRonde(anAct(t, peter), { id, versie: 1 })).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    const form = aForm(bram, [bram, noor]);
    expect(await moveRonde(anAct(t, bram), { id, versie: 1 }, form)).toMatchObject({
      error: { kind: "kan_niet" },
    });
  });

  it("takes a notulist from those who take part", async () => {
    const { t, noor, bram, saskia, peter } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    expect(await chooseNotulist(anAct(t, noor), { id, versie: 1 }, peter.persoonId)).toMatchObject({
      error: { kind: "kan_niet" },
    });
    done(await chooseNotulist(anAct(t, noor), { id, versie: 1 }, bram.persoonId));
    expect(await seenRonde(t, bram, id)).toMatchObject({ leidt: true, notulist: { naam: "Bram de Wit" } });
  });
});
