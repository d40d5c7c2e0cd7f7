import { afterAll, describe, expect, it } from "vitest";
import { timers } from "#bot/ronde.ts";
import { timerKinds } from "#database/timer.ts";
import { moment } from "#test/domain/a-dossier.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { cancelRonde, moveRonde } from "#usecases/overlegronde.ts";
import { closeRonde, openRonde } from "#usecases/round-run.ts";
import { runDueTimers, type TimerHandlers } from "#usecases/timekeeper.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { castOf } from "./a-cast.ts";
import {
  aForm,
  aRonde,
  readyItems,
  rondeOf,
  seenRonde,
  statusOf,
  timersOf,
  toldAbout,
  versieOf,
} from "./a-round.ts";
import { anAct, aToestemmingForm, date, done, seen } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

const start = moment("2026-11-23T09:00");
const nothing = async () => undefined;
const handlers: TimerHandlers = {
  ...(Object.fromEntries(timerKinds.map((kind) => [kind, nothing])) as unknown as TimerHandlers),
  ...timers,
};

const worlds: Promise<TestWorld>[] = [];
afterAll(async () => {
  for (const world of worlds) await (await world).close();
});

/** A world of its own: its clock goes on. */
function cast() {
  const made = aWorld();
  worlds.push(made);
  return castOf(made);
}

async function at({ t }: { t: TestWorld }, text: string): Promise<void> {
  t.clock.set(moment(text));
  await runDueTimers(t.world, handlers);
}

const kinds = (told: readonly { soort: string }[], soort: string) =>
  told.filter((one) => one.soort === soort).length;

describe("two schooldagen before a round", () => {
  it("the agenda is fixed and told to everybody, once; a day later the link; on the day the chair can open it", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    await at(world, "2026-12-03T07:59");
    expect((await rondeOf(t, id)).agendaVastOp).toBeNull();
    await at(world, "2026-12-03T08:00");
    await at(world, "2026-12-03T08:00");
    expect((await rondeOf(t, id)).agendaVastOp).toEqual(moment("2026-12-03T08:00"));
    expect(kinds(await toldAbout(t, id), "ronde_agenda")).toBe(3);
    await at(world, "2026-12-04T08:00");
    expect(kinds(await toldAbout(t, id), "ronde_link")).toBe(3);
    expect((await seenRonde(t, noor, id)).mag.has("openen")).toBe(false);
    await at(world, "2026-12-07T06:00");
    expect(kinds(await toldAbout(t, id), "ronde_ververst")).toBe(3);
    expect((await seenRonde(t, noor, id)).mag.has("openen")).toBe(true);
    expect(await timersOf(t, id)).toEqual(["ronde_afmaken 2026-12-08T08:00:00"]);
  });

  it("what has no ground on the day of the round goes back, and the ib hears it; the rest stays", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    const [good, gone, short] = await readyItems(t, noor, 3);
    if (!good || !gone || !short) throw new Error("three are needed");
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: [good.id, gone.id, short.id], minuten: 15 }));
    // Recorded again with an earlier end, as after a correction: one ends before the agenda is fixed, one before the round.
    for (const [item, until] of [
      [gone, "2026-12-01"],
      [short, "2026-12-04"],
    ] as const) {
      const { versie } = await seen(t, noor, item.id);
      done(
        await saveToestemming(
          anAct(t, noor),
          { id: item.id, versie },
          aToestemmingForm({ geldigTot: date(until) }),
        ),
      );
    }
    await at(world, "2026-12-03T08:00");
    expect([await statusOf(t, good.id), await statusOf(t, gone.id), await statusOf(t, short.id)]).toEqual([
      "geagendeerd",
      "concept",
      "klaargezet",
    ]);
    for (const item of [gone, short]) {
      const back = (await toldAbout(t, item.id)).filter(({ soort }) => soort === "hulpvraag_terug");
      expect(back.map(({ persoonId }) => persoonId)).toEqual([noor.persoonId]);
    }
    expect((await seenRonde(t, bram, id)).punten.map(({ hulpvraagId }) => hulpvraagId)).toEqual([good.id]);
  });

  it("what the ib adds afterwards shows on the cards that stand", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    await at(world, "2026-12-03T08:00");
    const [late] = await readyItems(t, noor, 1);
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: [late?.id ?? ""], minuten: 15 }));
    expect((await seenRonde(t, bram, id)).punten).toHaveLength(1);
  });
});

describe("a round that changes", () => {
  it("has the timers of its new day, and nothing goes off on the old one", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    await at(world, "2026-12-03T08:00");
    done(
      await moveRonde(
        anAct(t, noor),
        { id, versie: 1 },
        aForm(noor, [bram, saskia], { datum: date("2026-12-14") }),
      ),
    );
    expect((await rondeOf(t, id)).agendaVastOp).toBeNull();
    await at(world, "2026-12-04T08:00");
    expect(kinds(await toldAbout(t, id), "ronde_link")).toBe(0);
    await at(world, "2026-12-10T08:00");
    expect(kinds(await toldAbout(t, id), "ronde_agenda")).toBe(6);
  });

  it("tells nothing more once it was cancelled", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    done(await cancelRonde(anAct(t, noor), { id, versie: 1 }));
    await at(world, "2026-12-05T08:00");
    expect(kinds(await toldAbout(t, id), "ronde_agenda")).toBe(0);
  });

  it("moved past the end of a toestemming loses that item at once", async () => {
    const { t, noor, bram, saskia } = await cast();
    const id = await aRonde(t, noor, [bram, saskia]);
    const [item] = await readyItems(t, noor, 1);
    if (!item) throw new Error("one is needed");
    const { versie } = await seen(t, noor, item.id);
    done(
      await saveToestemming(
        anAct(t, noor),
        { id: item.id, versie },
        aToestemmingForm({ geldigTot: date("2026-12-11") }),
      ),
    );
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: [item.id], minuten: 15 }));
    expect(await statusOf(t, item.id)).toBe("geagendeerd");
    done(
      await moveRonde(
        anAct(t, noor),
        { id, versie: 1 },
        aForm(noor, [bram, saskia], { datum: date("2026-12-14") }),
      ),
    );
    expect(await statusOf(t, item.id)).toBe("klaargezet");
  });

  it("planned for tomorrow fixes its agenda now, and sends no link on top of the invitation", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-24") });
    expect(await timersOf(t, id)).toEqual([
      "agenda_vast 2026-11-23T09:00:00",
      "ronde_vandaag 2026-11-24T06:00:00",
      "ronde_afmaken 2026-11-25T08:00:00",
    ]);
    await at(world, "2026-11-24T08:00");
    expect(kinds(await toldAbout(t, id), "ronde_link")).toBe(0);
  });
});

describe("a round that nobody ended", () => {
  const asked = async (t: TestWorld, id: string) =>
    (await toldAbout(t, id)).flatMap(({ soort, persoonId }) =>
      soort === "ronde_afmaken" ? [persoonId] : [],
    );

  it("is asked about on the next schoolday, of the chair; later of the ib too, three times and then no more", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia], { voorzitterId: bram.persoonId });
    await at(world, "2026-12-07T09:00");
    done(await openRonde(anAct(t, bram), { id, versie: await versieOf(t, id) }));
    await at(world, "2026-12-08T07:59");
    expect(await asked(t, id)).toEqual([]);
    await at(world, "2026-12-08T08:00");
    expect(await asked(t, id)).toEqual([bram.persoonId]);
    await at(world, "2026-12-10T08:00");
    expect((await asked(t, id)).toSorted()).toEqual(
      [bram.persoonId, bram.persoonId, noor.persoonId].toSorted(),
    );
    await at(world, "2026-12-14T08:00");
    expect(await asked(t, id)).toHaveLength(5);
    await at(world, "2027-01-29T08:00");
    expect(await asked(t, id)).toHaveLength(5);
    expect(await timersOf(t, id)).toEqual([]);
  });

  it("and was never opened is asked about too", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    await at(world, "2026-12-08T08:00");
    expect(await asked(t, id)).toEqual([noor.persoonId]);
  });

  it("shows a partner nothing any more of what stood on it, on no card; opened after all it does again", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    const [item] = await readyItems(t, noor, 1);
    if (!item) throw new Error("one is needed");
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: [item.id], minuten: 15 }));
    await reading(t, id, [noor, bram, saskia], "ronde");
    await reading(t, item.id, [noor, bram]);
    await at(world, "2026-12-07T08:00");
    expect((await seenRonde(t, bram, id)).punten[0]?.leerling).not.toBeNull();
    const before = [(await toldAbout(t, id)).length, (await toldAbout(t, item.id)).length] as const;
    await at(world, "2026-12-08T08:00");
    expect((await seenRonde(t, bram, id)).punten).toEqual([]);
    expect(await readHulpvraag(t.world, bram, item.id)).toBeNull();
    const told = (await toldAbout(t, id)).slice(before[0]);
    const people = (soort: string) =>
      told.flatMap((one) => (one.soort === soort ? [one.persoonId] : [])).toSorted();
    expect(people("ronde_afmaken")).toEqual([noor.persoonId]);
    expect(people("ronde_ververst")).toEqual([bram.persoonId, saskia.persoonId].toSorted());
    const cards = (await toldAbout(t, item.id)).slice(before[1]);
    expect(cards.map(({ persoonId }) => persoonId)).toContain(bram.persoonId);
    expect((await seenRonde(t, noor, id)).punten).toHaveLength(1);
    done(await openRonde(anAct(t, noor), { id, versie: await versieOf(t, id) }));
    expect((await seenRonde(t, bram, id)).punten[0]?.leerling).not.toBeNull();
  });

  it("is asked about by its new day when it is moved, and never once it was ended or called off", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const moved = await aRonde(t, noor, [bram, saskia]);
    const ended = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-24") });
    const off = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-26") });
    const later = aForm(noor, [bram, saskia], { datum: date("2026-12-14") });
    done(await moveRonde(anAct(t, noor), { id: moved, versie: 1 }, later));
    done(await cancelRonde(anAct(t, noor), { id: off, versie: 1 }));
    await at(world, "2026-11-24T09:00");
    done(await openRonde(anAct(t, noor), { id: ended, versie: await versieOf(t, ended) }));
    done(await closeRonde(anAct(t, noor), { id: ended, versie: await versieOf(t, ended) }));
    await at(world, "2026-12-11T08:00");
    for (const id of [moved, ended, off]) expect(await asked(t, id)).toEqual([]);
    await at(world, "2026-12-15T08:00");
    expect(await asked(t, moved)).toEqual([noor.persoonId]);
  });
});

describe("consent that ends between the agenda and the round", () => {
  it("is decided again when the round opens: the item goes back and can be decided about no more", async () => {
    const world = await cast();
    const { t, noor, bram, saskia } = world;
    const id = await aRonde(t, noor, [bram, saskia]);
    const [stays, ends] = await readyItems(t, noor, 2);
    if (!stays || !ends) throw new Error("two are needed");
    done(await agendeerOp(anAct(t, noor), id, { hulpvragen: [stays.id, ends.id], minuten: 15 }));
    await at(world, "2026-12-03T08:00");
    t.clock.set(start);
    const { versie } = await seen(t, noor, ends.id);
    done(
      await saveToestemming(
        anAct(t, noor),
        { id: ends.id, versie },
        aToestemmingForm({ geldigTot: date("2026-12-06") }),
      ),
    );
    t.clock.set(moment("2026-12-07T13:25"));
    done(await openRonde(anAct(t, noor), { id, versie: await versieOf(t, id) }));
    expect(await statusOf(t, ends.id)).toBe("concept");
    expect((await seenRonde(t, noor, id)).punten.map(({ hulpvraagId }) => hulpvraagId)).toEqual([stays.id]);
    expect(kinds(await toldAbout(t, ends.id), "hulpvraag_terug")).toBe(1);
  });
});
