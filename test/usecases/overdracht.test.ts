import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { antwoordOpVraag, askOverdracht, trekVraagIn, vraagOverdracht } from "#usecases/overdracht.ts";
import { myTaken } from "#usecases/taken.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import { aDecided, at, dossierOf, leaves } from "./a-besluit.ts";
import { events, kindOf, notices } from "./an-advies.ts";
import { anAct, date, done } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let yasmina: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, saskia, yasmina] = (await Promise.all(
    ["noor", "bram", "saskia", "yasmina"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterEach(() => t.close());

const wat = "Vraag na wie het gezin kent";
/** Bram has it; the toestemming names smw and bpo. */
async function anActie(houder: Actor = bram): Promise<string> {
  const acties = [{ houderId: houder.persoonId, wat, datum: date("2026-12-07") }];
  return aDecided(t, { ib: noor, houder: bram }, { besluiten: ["doorzetten_loket"], acties });
}
async function termOf(id: string) {
  const term = (await dossierOf(t, id)).termijnen.find(
    ({ soort, status }) => soort === "actie" && status === "open",
  );
  if (!term) throw new Error("no open actie");
  return { id: term.id, versie: term.versie };
}
async function actieOf(id: string) {
  const [actie] = (await dossierOf(t, id)).acties;
  if (!actie) throw new Error("no actie");
  return actie;
}
const asks = async (id: string, van: Actor, aan: Actor) =>
  vraagOverdracht(anAct(t, van), await termOf(id), aan.persoonId);
const answers = async (id: string, actor: Actor, nee: "geen_tijd" | null = null) => {
  const { id: actieId, versie } = await actieOf(id);
  return antwoordOpVraag(anAct(t, actor), { id: actieId, versie }, nee);
};
const asked = async (actor: Actor) =>
  (await myTaken(t.world, actor)).gevraagd.map(({ omschrijving }) => omschrijving);
const own = async (actor: Actor) =>
  (await myTaken(t.world, actor)).taken.filter(({ soort }) => soort === "actie");

describe("handing over an actie", () => {
  it("leaves it with who has it until the other says yes; then date and term go along", async () => {
    const id = await anActie();
    done(await asks(id, bram, saskia));
    expect(await asked(saskia)).toEqual([wat]);
    expect(await own(bram)).toMatchObject([{ overdracht: { naam: "Saskia Blom", stand: "gevraagd" } }]);
    expect(await own(saskia)).toEqual([]);
    done(await answers(id, saskia));
    expect(await own(bram)).toEqual([]);
    expect(await own(saskia)).toMatchObject([
      { omschrijving: wat, vervalt: date("2026-12-07"), vanMij: true },
    ]);
    expect(await asked(saskia)).toEqual([]);
    const told = (await notices(t)).filter(({ soort }) => soort.startsWith("overdracht"));
    expect(told.map(({ soort, persoonId }) => [soort, persoonId])).toEqual([
      ["overdracht_gevraagd", saskia.persoonId],
      ["overdracht_aangenomen", bram.persoonId],
    ]);
    expect((await events(t, "actie_over")).map(({ soort }) => soort)).toEqual([
      "actie_overdracht_gevraagd",
      "actie_overgenomen",
    ]);
  });

  it("stays where it is after a no, and who has it sees why", async () => {
    const id = await anActie();
    done(await asks(id, bram, saskia));
    done(await answers(id, saskia, "geen_tijd"));
    expect(await asked(saskia)).toEqual([]);
    expect(await own(bram)).toMatchObject([{ overdracht: { stand: "geweigerd", reden: "geen_tijd" } }]);
    done(await asks(id, bram, noor));
    expect(await asked(noor)).toEqual([wat]);
  });

  it("is offered to those whom the toestemming names, and refused for anyone else", async () => {
    const id = await anActie();
    const form = await askOverdracht(t.world, bram, (await termOf(id)).id);
    const ids = form?.kandidaten.map(({ persoonId }) => persoonId) ?? [];
    expect(ids).toEqual(expect.arrayContaining([noor.persoonId, saskia.persoonId]));
    expect(ids).not.toContain(yasmina.persoonId);
    expect(ids).not.toContain(bram.persoonId);
    expect(kindOf(await asks(id, bram, yasmina))).toBe("wie");
    expect(kindOf(await vraagOverdracht(anAct(t, bram), await termOf(id), null))).toBe("wie");
    expect((await actieOf(id)).overdracht).toBeNull();
  });

  it("is for who has it: a colleague, an outsider and somebody who was not asked get nothing", async () => {
    const id = await anActie();
    for (const actor of [saskia, yasmina]) {
      expect(await askOverdracht(t.world, actor, (await termOf(id)).id)).toBeNull();
      expect(kindOf(await asks(id, actor, noor))).toBe("onzichtbaar");
    }
    done(await asks(id, bram, saskia));
    expect(kindOf(await answers(id, yasmina))).toBe("verouderd");
    expect(kindOf(await answers(id, noor))).toBe("verouderd");
    expect((await actieOf(id)).houderId).toBe(bram.persoonId);
    const wim = await t.actor("wim");
    expect(kindOf(await answers(id, wim))).toBe("onzichtbaar");
  });

  it("cannot be answered when the toestemming was withdrawn in between, and nothing of it is shown", async () => {
    const id = await anActie();
    done(await asks(id, bram, saskia));
    const { id: actieId, versie } = await actieOf(id);
    const nee = { partij: "ouder2", op: date("2026-11-23"), vorm: "mondeling" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), nee));
    expect(await asked(saskia)).toEqual([]);
    expect(kindOf(await antwoordOpVraag(anAct(t, saskia), { id: actieId, versie }, null))).toBe("verouderd");
    expect((await actieOf(id)).houderId).toBe(bram.persoonId);
  });

  it("ends once: two answers, or an answer and a done at the same moment, leave one of them", async () => {
    const id = await anActie();
    done(await asks(id, bram, saskia));
    const { id: actieId, versie } = await actieOf(id);
    const both = await Promise.all(
      [null, "geen_tijd" as const].map((nee) =>
        antwoordOpVraag(anAct(t, saskia), { id: actieId, versie }, nee),
      ),
    );
    expect(both.map(kindOf).sort()).toEqual(["ok", "verouderd"]);

    const other = await anActie();
    done(await asks(other, bram, saskia));
    const term = await termOf(other);
    const actie = await actieOf(other);
    const raced = await Promise.all([
      antwoordOpVraag(anAct(t, saskia), { id: actie.id, versie: actie.versie }, null),
      completeTermijn(anAct(t, bram), term),
    ]);
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("one press twice is done once, and an old card of a question that was taken back is stale", async () => {
    const id = await anActie();
    const act = anAct(t, bram);
    const term = await termOf(id);
    done(await vraagOverdracht(act, term, saskia.persoonId));
    expect(kindOf(await vraagOverdracht(act, term, saskia.persoonId))).toBe("al_gedaan");
    const { id: actieId, versie } = await actieOf(id);
    done(await trekVraagIn(anAct(t, bram), term));
    expect(await asked(saskia)).toEqual([]);
    expect(kindOf(await antwoordOpVraag(anAct(t, saskia), { id: actieId, versie }, null))).toBe("verouderd");
    expect(kindOf(await trekVraagIn(anAct(t, bram), term))).toBe("verouderd");
  });

  it("that nobody has any more is the ib's, who takes it or asks another", async () => {
    const id = await anActie();
    await leaves(t, bram, "2026-11-22");
    const ib = await t.actor("noor");
    expect(await own(ib)).toMatchObject([{ houderWeg: true, kanOverdragen: true, vanMij: true }]);
    done(await asks(id, ib, saskia));
    expect(await asked(saskia)).toEqual([wat]);
    done(await asks(id, ib, ib));
    expect(await asked(saskia)).toEqual([]);
    expect((await actieOf(id)).houderId).toBe(ib.persoonId);
    expect(await own(ib)).toMatchObject([{ houderWeg: false }]);
  });
});
