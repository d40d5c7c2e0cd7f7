import { afterAll, describe, expect, it } from "vitest";
import { execute } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import { wisAdviesvraag } from "#usecases/adviesvraag.ts";
import { adviseer } from "#usecases/adviesvraag-antwoord.ts";
import { klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { at } from "./a-besluit.ts";
import { sztOf, toldAbout } from "./a-round.ts";
import { advise, anAdvies, cast, closeWorlds, kindOf, seenAdvies } from "./an-advies.ts";
import { aConsented, anAct, aWholeIntake, date, done } from "./an-intake.ts";
import { onAgenda } from "./on-agenda.ts";

afterAll(closeWorlds);

describe("the advice in writing", () => {
  it("comes to who asked, and can be read back by the kernteam", async () => {
    const { t, noor, saskia } = await cast();
    const id = await anAdvies(t, noor);
    expect(kindOf(await advise(t, saskia, id))).toBe("ok");
    expect((await toldAbout(t, id)).filter(({ soort }) => soort === "adviesvraag_beantwoord")).toEqual([
      { soort: "adviesvraag_beantwoord", persoonId: noor.persoonId },
    ]);
    for (const who of [noor, saskia])
      expect(await seenAdvies(t, who, id)).toMatchObject({
        status: "beantwoord",
        antwoord: "Werk met vaste plekken.",
        wissenOp: date("2026-12-21"),
      });
  });

  it("names no pupil whom this person knows of; of another it tells nothing", async () => {
    const { t, noor, saskia } = await cast();
    const known = await aConsented(t, noor, { naam: "Zwaantje Kanarievogel" });
    done(await klaarzetten(anAct(t, noor), await at(t, known)));
    await onAgenda(t, known, { voorzitter: noor, deelnemers: [noor, saskia] });
    expect((await readHulpvraag(t.world, saskia, known))?.leerling?.naam).toBe("Zwaantje Kanarievogel");
    const hidden = await aWholeIntake(t, noor, { naam: "Zilver Kwikstaart" });
    expect((await readHulpvraag(t.world, saskia, hidden))?.leerling ?? null).toBeNull();
    const id = await anAdvies(t, noor);
    const answer = async (antwoord: string) => kindOf(await advise(t, saskia, id, { antwoord }));
    expect(await answer("Laat zwaantje kanarievogel vooraan zitten.")).toBe("velden");
    expect(await answer("Gebruik een kleur als zilver, of een kwikstaart.")).toBe("ok");
  });

  it("of two at once the first one stands; an old card changes nothing", async () => {
    const { t, noor, saskia } = await cast();
    const id = await anAdvies(t, noor);
    const given = { antwoord: "Eerst", uitkomst: "advies_gegeven", wanted: "antwoorden" } as const;
    const both = await Promise.all([
      adviseer(anAct(t, saskia), { id, versie: 1 }, given),
      adviseer(anAct(t, saskia), { id, versie: 1 }, { ...given, antwoord: "Daarna" }),
    ]);
    expect(both.map(kindOf).sort()).toEqual(["ok", "verouderd"]);
    expect(kindOf(await adviseer(anAct(t, saskia), { id, versie: 1 }, given))).toBe("verouderd");
    expect(kindOf(await adviseer(anAct(t, saskia), { id, versie: 2 }, given)), "answered once").toBe(
      "verouderd",
    );
    expect(kindOf(await wisAdviesvraag(anAct(t, noor), { id, versie: 1 }, "intrekken"))).toBe("verouderd");
  });

  it("is not for others: to them there is no such question", async () => {
    const { t, noor, bram, fatima } = await cast();
    const id = await anAdvies(t, noor);
    const given = { antwoord: "Nee", uitkomst: "advies_gegeven", wanted: "antwoorden" } as const;
    for (const who of [bram, fatima])
      expect(kindOf(await adviseer(anAct(t, who), { id, versie: 1 }, given))).toBe("onzichtbaar");
    expect(kindOf(await adviseer(anAct(t, noor), { id, versie: 1 }, given)), "nor for who asked").toBe(
      "verouderd",
    );
  });

  it("goes to the other ib when who asked is ib no more", async () => {
    const { t, noor, saskia, bram } = await cast();
    const id = await anAdvies(t, noor);
    await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), async (tx) => {
      await execute(tx, `update lidmaatschap set tot = '2026-11-20' where persoon_id = $1`, [noor.persoonId]);
      await execute(tx, `update lidmaatschap set functie = 'ib' where persoon_id = $1 and szt_id = $2`, [
        bram.persoonId,
        sztOf(noor),
      ]);
    });
    expect(kindOf(await advise(t, saskia, id))).toBe("ok");
    expect((await toldAbout(t, id)).filter(({ soort }) => soort === "adviesvraag_beantwoord")).toEqual([
      { soort: "adviesvraag_beantwoord", persoonId: bram.persoonId },
    ]);
  });
});
