import { afterAll, describe, expect, it } from "vitest";
import { timers } from "#bot/adviesvraag.ts";
import { timerKinds } from "#database/timer.ts";
import { moment } from "#test/domain/a-dossier.ts";
import type { TestWorld } from "#test/world.ts";
import { drawAdviesvraag, wisAdviesvraag } from "#usecases/adviesvraag.ts";
import { moveRonde } from "#usecases/overlegronde.ts";
import { runDueTimers, type TimerHandlers } from "#usecases/timekeeper.ts";
import { aForm, aRonde, timersOf, versieOf } from "./a-round.ts";
import { advise, anAdvies, cast, closeWorlds, events, kindOf, seenAdvies, setting } from "./an-advies.ts";
import { anAct, countOf, date, done } from "./an-intake.ts";

const nothing = async () => undefined;
const handlers: TimerHandlers = {
  ...(Object.fromEntries(timerKinds.map((kind) => [kind, nothing])) as unknown as TimerHandlers),
  ...timers,
};

async function at({ t }: { t: TestWorld }, text: string): Promise<void> {
  t.clock.set(moment(text));
  await runDueTimers(t.world, handlers);
}

const rondeAt = async (t: TestWorld, id: string) => ({ id, versie: await versieOf(t, id) });

afterAll(closeWorlds);

describe("its end", () => {
  it("four weeks after the answer nothing is left of it", async () => {
    const world = await cast();
    const { t, noor, saskia } = world;
    const id = await anAdvies(t, noor);
    done(await advise(t, saskia, id));
    await at(world, "2026-12-21T04:59");
    expect(await drawAdviesvraag(t.world, noor, id)).not.toBeNull();
    await at(world, "2026-12-21T05:00");
    expect(await countOf(t, "adviesvraag")).toBe(0);
    expect(await countOf(t, "datasleutel", "verpakt is not null")).toBe(0);
    for (const who of [noor, saskia]) expect(await drawAdviesvraag(t.world, who, id)).toBeNull();
    expect((await events(t, "adviesvraag_gewist")).map(({ gegevens }) => gegevens)).toEqual([
      { reden: "termijn" },
    ]);
  });

  it("without an answer twelve weeks after it was asked; an earlier timer finds it is too soon", async () => {
    const world = await cast();
    const { t, noor, saskia } = world;
    const [silent, late] = [await anAdvies(t, noor), await anAdvies(t, noor)];
    await at(world, "2027-02-14T12:00");
    done(await advise(t, saskia, late));
    await at(world, "2027-02-15T05:00");
    expect(await drawAdviesvraag(t.world, noor, silent)).toBeNull();
    expect(await drawAdviesvraag(t.world, noor, late)).not.toBeNull();
    await at(world, "2027-03-14T05:00");
    expect(await drawAdviesvraag(t.world, noor, late)).toBeNull();
  });

  it("waits for a round that is still to discuss it", async () => {
    const world = await cast();
    const { t, noor, saskia } = world;
    const ronde = await aRonde(t, noor, [saskia]);
    const id = await anAdvies(t, noor, { kring: "ronde_tafel" });
    const moved = aForm(noor, [saskia], { datum: date("2027-03-08") });
    done(await moveRonde(anAct(t, noor), await rondeAt(t, ronde), moved));
    await at(world, "2027-02-15T05:00");
    expect(await seenAdvies(t, noor, id)).toMatchObject({ wissenOp: date("2027-04-05") });
    expect(await timersOf(t, id)).toEqual(["adviesvraag_wissen 2027-04-05T05:00:00"]);
  });

  it("is as the samenwerkingsverband set it", async () => {
    const { t, noor, saskia } = await cast();
    await setting(t, { bewaren_weken: 2 });
    const id = await anAdvies(t, noor);
    done(await advise(t, saskia, id));
    expect((await seenAdvies(t, noor, id)).wissenOp).toEqual(date("2026-12-07"));
  });

  it.each([
    ["intrekken", "ingetrokken"],
    ["wissen", "verzoek"],
  ] as const)("comes at once when the ib says so: %s", async (wanted, reden) => {
    const { t, noor, saskia, bram } = await cast();
    const id = await anAdvies(t, noor);
    if (wanted === "wissen") done(await advise(t, saskia, id));
    const { versie } = await seenAdvies(t, noor, id);
    expect(kindOf(await wisAdviesvraag(anAct(t, bram), { id, versie }, wanted))).toBe("onzichtbaar");
    expect(kindOf(await wisAdviesvraag(anAct(t, saskia), { id, versie }, wanted))).toBe("verouderd");
    const press = anAct(t, noor);
    expect(kindOf(await wisAdviesvraag(press, { id, versie }, wanted))).toBe("ok");
    expect(kindOf(await wisAdviesvraag(press, { id, versie }, wanted)), "the same press").toBe("al_gedaan");
    expect(kindOf(await wisAdviesvraag(anAct(t, noor), { id, versie }, wanted))).toBe("onzichtbaar");
    expect(await countOf(t, "adviesvraag")).toBe(0);
    expect((await events(t, "adviesvraag_gewist")).map(({ gegevens }) => gegevens)).toEqual([{ reden }]);
  });
});
