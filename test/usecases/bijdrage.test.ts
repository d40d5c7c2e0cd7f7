import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuitenkantForm } from "#domain/bijdrage.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { bijdrageForm, giveBijdrage } from "#usecases/bijdrage.ts";
import { klaarzetten } from "#usecases/hulpvraag.ts";
import { saveInstemming } from "#usecases/instemming.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { openRonde } from "#usecases/round-run.ts";
import { at } from "./a-besluit.ts";
import { seenRonde } from "./a-round.ts";
import { anAct, anInstemmingForm, aWholeIntake, countOf, date, done, eventsOf } from "./an-intake.ts";
import { until } from "./day-by-day.ts";
import { onAgenda, reading } from "./on-agenda.ts";

const sinds = (bekend: BuitenkantForm["bekend"]): BuitenkantForm => ({ bekend, maand: 3, jaar: 2024 });

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let yasmina: Actor;
let id: string;
let ronde: string;
/** Parents were told and did not object; Bram (smw) is named to them, Yasmina (wijkteam) is not. */
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, yasmina] = (await Promise.all(["noor", "bram", "yasmina"].map((one) => t.actor(one)))) as [
    Actor,
    Actor,
    Actor,
  ];
  id = await aWholeIntake(t, noor, { naam: `Kind zw${randomUUID().replace(/[^a-f]/g, "")}` });
  const form = anInstemmingForm({ partners: ["smw", "bpo"] });
  done(await saveInstemming(anAct(t, noor), { id, versie: 3 }, form));
  await until(t, "2026-12-01T09:00");
  done(await klaarzetten(anAct(t, noor), await at(t, id)));
  const deelnemers = [noor, bram, yasmina];
  ronde = await onAgenda(t, id, { voorzitter: noor, deelnemers, datum: "2026-12-01" });
  await reading(t, ronde, deelnemers, "ronde");
});
afterAll(() => t.close());

const outside = async (actor: Actor) => (await seenRonde(t, actor, ronde)).punten[0]?.buitenkant ?? null;
const known = { bekend: true, sinds: Temporal.PlainYearMonth.from("2024-03"), afgesloten: false };

describe("the outside of a case, where the parents did not object", () => {
  it("is asked of nobody before the agenda is fixed", async () => {
    expect(await outside(bram)).toBeNull();
    expect(await giveBijdrage(anAct(t, bram), id, sinds("ja"))).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    done(await openRonde(anAct(t, noor), { id: ronde, versie: 1 }));
    expect(await outside(bram)).toMatchObject({ vraag: true, eigen: null });
  });

  it("is not there for who is not named, nor for the school", async () => {
    for (const actor of [yasmina, noor]) {
      expect(await bijdrageForm(t.world, actor, id)).toBeNull();
      expect(await giveBijdrage(anAct(t, actor), id, sinds("ja"))).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    expect(await countOf(t, "bijdrage", "true")).toBe(0);
  });

  it("is refused with what is wrong, and keeps nothing then", async () => {
    expect(await giveBijdrage(anAct(t, bram), id, { ...sinds("ja"), jaar: null })).toMatchObject({
      error: { kind: "velden", probleem: "maand_en_jaar" },
    });
    expect(await countOf(t, "bijdrage", "true")).toBe(0);
  });

  it("is kept locked, once a person, and read by the ib and the one who told it", async () => {
    const press = randomUUID();
    done(await giveBijdrage(anAct(t, bram, press), id, sinds("nee")));
    expect(await giveBijdrage(anAct(t, bram, press), id, sinds("ja"))).toMatchObject({
      error: { kind: "al_gedaan" },
    });
    done(await giveBijdrage(anAct(t, bram), id, sinds("ja")));
    expect(await countOf(t, "bijdrage", "true")).toBe(1);
    expect(await countOf(t, "bijdrage", "position('2024' in encode(inhoud, 'escape')) > 0")).toBe(0);
    expect(await outside(bram)).toMatchObject({ vraag: true, eigen: known, anderen: [] });
    expect((await outside(noor))?.anderen).toMatchObject([{ functie: "smw", gezegd: known }]);
    expect(await eventsOf(t, bram)).toContain("bijdrage_gegeven");
  });

  it("is gone with the ground", async () => {
    const nee = { partij: "ouder1", op: date("2026-12-01"), vorm: "mondeling" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), nee));
    expect(await countOf(t, "bijdrage", "true")).toBe(0);
    expect(await giveBijdrage(anAct(t, bram), id, sinds("ja"))).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
  });
});
