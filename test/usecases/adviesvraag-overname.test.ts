import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";
import { fromHulpvraag, toIntake } from "#usecases/adviesvraag-overname.ts";
import { saveStap2 } from "#usecases/intake-stap.ts";
import { advise, anAdvies, cast, closeWorlds, contents, events } from "./an-advies.ts";
import { aConcept, anAct, aStap2, aWholeIntake, done } from "./an-intake.ts";

afterAll(closeWorlds);

describe("words that go over", () => {
  const name = "Zwaantje Kanarievogel";
  async function concept(t: TestWorld, noor: Actor, vraag: string): Promise<string> {
    const id = await aConcept(t, noor, { naam: name, kenmerk: "L2016-88" });
    done(await saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2({ vraag })));
    return id;
  }

  it("from a concept come without the pupil, and nothing is kept of it but that the concept was read", async () => {
    const { t, noor } = await cast();
    const id = await concept(t, noor, "Hoe krijgt Zwaantje uit groep 5 weer plezier in rekenen?");
    const before = await contents(t);
    expect(await fromHulpvraag(t.world, noor, id)).toMatchObject({
      vraag: "Hoe krijgt [naam] uit [groep] weer plezier in rekenen?",
      domein: "gedrag",
    });
    const after = await contents(t);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(["gebeurtenis"]);
    const [last] = (await events(t, "gelezen")).slice(-1);
    expect(last?.gegevens).toEqual({ naam: true, wat: true, via: "formulier", als: "ib_van_school" });
  });

  it("from a concept only for its ib, and not before there is a question or after it was put away", async () => {
    const { t, noor, bram, saskia, fatima } = await cast();
    const id = await aConcept(t, noor, { naam: name });
    expect(await fromHulpvraag(t.world, noor, id), "no question yet").toBeNull();
    const whole = await aWholeIntake(t, noor, { naam: "Reiger Kanariepiet" });
    expect(await fromHulpvraag(t.world, noor, whole)).not.toBeNull();
    for (const who of [bram, saskia, fatima]) expect(await fromHulpvraag(t.world, who, whole)).toBeNull();
    expect(await fromHulpvraag(t.world, noor, randomUUID())).toBeNull();
  });

  it("to an intake go only after the answer, for the ib, and leave no line at all", async () => {
    const { t, noor, saskia } = await cast();
    const id = await anAdvies(t, noor);
    expect(await toIntake(t.world, noor, id)).toBeNull();
    done(await advise(t, saskia, id));
    const before = await contents(t);
    expect(await toIntake(t.world, noor, id)).toMatchObject({ vraag: expect.stringContaining("onrustig") });
    expect(await toIntake(t.world, saskia, id)).toBeNull();
    expect(await contents(t)).toEqual(before);
  });
});
