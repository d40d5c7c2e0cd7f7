import { afterAll, describe, expect, it } from "vitest";
import { putOnWords } from "#cards/agenda.ts";
import { aWorld } from "#test/world.ts";
import { agendaChoices, agendeer, agendeerOp, vanAgenda } from "#usecases/agenda.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { castOf } from "./a-cast.ts";
import { aReady } from "./a-closed-round.ts";
import { aRonde, readyItems, seenRonde, statusOf, toldAbout } from "./a-round.ts";
import { aConsented, anAct, aToestemmingForm, date, done, seen } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

const made = aWorld();
afterAll(async () => (await made).close());
const cast = () => castOf(made);

describe("putting a hulpvraag on a round", () => {
  it("offers the rounds of its SZT, puts it on the one chosen, and refreshes both cards", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia]);
    const { id } = await aReady(t, noor);
    const choices = await agendaChoices(t.world, noor, id);
    expect(choices?.rondes.map((one) => one.id)).toContain(ronde);
    const { versie } = await seen(t, noor, id);
    const put = done(await agendeer(anAct(t, noor), { id, versie }, { rondeId: ronde, minuten: 20 }));
    expect(put).toMatchObject({ minuten: 20 });
    expect(await statusOf(t, id)).toBe("geagendeerd");
    expect((await seenRonde(t, bram, ronde)).punten).toMatchObject([{ hulpvraagId: id, minuten: 20 }]);
    expect((await toldAbout(t, id)).map(({ soort }) => soort)).toContain("hulpvraag_ververst");
  });

  it("needs consent on the day of the round and not only today", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-14") });
    const { id } = await aReady(t, noor);
    const { versie } = await seen(t, noor, id);
    done(
      await saveToestemming(
        anAct(t, noor),
        { id, versie },
        aToestemmingForm({ geldigTot: date("2026-12-11") }),
      ),
    );
    const at = { id, versie: versie + 1 };
    const result = await agendeer(anAct(t, noor), at, { rondeId: ronde, minuten: 15 });
    expect(result).toMatchObject({
      error: { kind: "toestemming", missing: [{ code: "toestemming_verlopen" }] },
    });
    const proposed = await seenRonde(t, noor, ronde);
    expect(proposed.voorstellen.map(({ hulpvraagId }) => hulpvraagId)).not.toContain(id);
    const { referentie } = await seen(t, noor, id);
    expect(proposed.wachten).toContainEqual({
      referentie,
      ontbreekt: [{ code: "toestemming_verlopen", geldigTot: date("2026-12-11") }],
    });
    for (const other of [bram, saskia]) expect((await seenRonde(t, other, ronde)).wachten).toEqual([]);
    const sooner = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-10") });
    expect((await agendeer(anAct(t, noor), at, { rondeId: sooner, minuten: 15 })).ok).toBe(true);
  });

  it("takes only what is klaargezet, at the version of the card, and once", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia]);
    const concept = await aConsented(t, noor, { naam: "Concept Kind" });
    const wish = { rondeId: ronde, minuten: 15 };
    expect(
      await agendeer(anAct(t, noor), { id: concept, versie: (await seen(t, noor, concept)).versie }, wish),
    ).toMatchObject({
      error: { kind: "kan_niet" },
    });
    const { id } = await aReady(t, noor);
    const { versie } = await seen(t, noor, id);
    expect(await agendeer(anAct(t, noor), { id, versie: versie - 1 }, wish)).toMatchObject({
      error: { kind: "verouderd" },
    });
    const both = await Promise.all([1, 2].map(() => agendeer(anAct(t, noor), { id, versie }, wish)));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    expect((await seenRonde(t, noor, ronde)).punten).toHaveLength(1);
  });

  it("is for the ib: for another school or the directeur there is nothing, for a partner not the act", async () => {
    const { t, noor, bram, saskia, fatima, wim } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia]);
    const { id } = await aReady(t, noor);
    const { versie } = await seen(t, noor, id);
    for (const actor of [fatima, wim]) {
      expect(await agendeer(anAct(t, actor), { id, versie }, { rondeId: ronde, minuten: 15 })).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    expect((await agendeer(anAct(t, saskia), { id, versie }, { rondeId: ronde, minuten: 15 })).ok).toBe(
      false,
    );
    expect(await agendaChoices(t.world, fatima, id)).toBeNull();
  });

  it("keeps the rounds of another SZT out of reach", async () => {
    const { t, noor, fatima, bram, saskia } = await cast();
    const elsewhere = await aRonde(t, fatima, [bram, saskia]);
    const { id } = await aReady(t, noor);
    const { versie } = await seen(t, noor, id);
    expect(await agendeer(anAct(t, noor), { id, versie }, { rondeId: elsewhere, minuten: 15 })).toMatchObject(
      {
        error: { kind: "onzichtbaar" },
      },
    );
  });
});

describe("the proposals on the card of a round", () => {
  it("stand with the ib alone, and go on the agenda together by urgency and waiting time", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-08") });
    const items = await readyItems(t, noor, 3);
    const ids = items.map(({ id }) => id);
    const proposed = (await seenRonde(t, noor, ronde)).voorstellen.map(({ hulpvraagId }) => hulpvraagId);
    expect(proposed).toEqual(expect.arrayContaining(ids));
    expect((await seenRonde(t, bram, ronde)).voorstellen).toEqual([]);
    const put = done(await agendeerOp(anAct(t, noor), ronde, { hulpvragen: ids, minuten: 15 }));
    const references = items.map(({ referentie }) => referentie);
    expect(put.ja).toEqual(references);
    // Klaargezet at one moment and equally urgent: then the reference decides.
    expect((await seenRonde(t, noor, ronde)).punten.map(({ referentie }) => referentie)).toEqual(
      references.toSorted(),
    );
  });

  it("say of one that another round took in the meantime which round has it, and both cards are drawn again", async () => {
    const { t, noor, bram, saskia } = await cast();
    const first = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-10") });
    const other = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-11") });
    const [item] = await readyItems(t, noor, 1);
    if (!item) throw new Error("one is needed");
    await reading(t, other, [noor, bram], "ronde");
    const drawn = async () =>
      (await toldAbout(t, other)).flatMap((one) => (one.soort === "ronde_ververst" ? [one.persoonId] : []));
    done(await agendeerOp(anAct(t, noor), first, { hulpvragen: [item.id], minuten: 15 }));
    expect(await drawn()).toEqual([noor.persoonId]);
    const put = done(await agendeerOp(anAct(t, noor), other, { hulpvragen: [item.id], minuten: 15 }));
    expect(put.nee).toEqual([{ referentie: item.referentie, missing: [], staatOp: date("2026-12-10") }]);
    expect(putOnWords(put.ja, put.nee)).toBe(
      `${item.referentie} staat al op de ronde van donderdag 10 december 2026.`,
    );
    const { versie } = await seen(t, noor, item.id);
    const before = (await drawn()).length;
    done(await vanAgenda(anAct(t, noor), { id: item.id, versie }));
    expect((await drawn()).slice(before)).toEqual([noor.persoonId]);
  });

  it("say it too when both rounds take it at one moment: one has it, the other hears which", async () => {
    const { t, noor, bram, saskia } = await cast();
    const days = [date("2026-12-10"), date("2026-12-11")] as const;
    const first = await aRonde(t, noor, [bram, saskia], { datum: days[0] });
    const other = await aRonde(t, noor, [bram, saskia], { datum: days[1] });
    const items = await readyItems(t, noor, 6);
    for (const { id, referentie } of items) {
      const wish = { hulpvragen: [id], minuten: 15 };
      const both = await Promise.all(
        [first, other].map(async (ronde) => done(await agendeerOp(anAct(t, noor), ronde, wish))),
      );
      expect(both.flatMap(({ ja }) => ja)).toEqual([referentie]);
      const staatOp = both[0]?.ja.length === 1 ? days[0] : days[1];
      expect(both.flatMap(({ nee }) => nee)).toEqual([{ referentie, missing: [], staatOp }]);
    }
  });

  it("leave the card of a chair at once when the ground falls away", async () => {
    const { t, noor, bram, saskia } = await cast();
    const chaired = await aRonde(t, noor, [bram, saskia], {
      datum: date("2026-12-17"),
      voorzitterId: bram.persoonId,
    });
    const { id } = await aReady(t, noor);
    await reading(t, chaired, [bram, saskia], "ronde");
    const drawn = async () =>
      (await toldAbout(t, chaired)).flatMap((one) => (one.soort === "ronde_ververst" ? [one.persoonId] : []));
    const before = (await drawn()).length;
    const { versie } = await seen(t, noor, id);
    const nee = { partij: "ouder2", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), { id, versie }, nee));
    expect((await drawn()).slice(before)).toEqual([bram.persoonId]);
  });

  it("put on what can, and say of the others what is missing", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia], { datum: date("2026-12-14") });
    const [good, short] = await readyItems(t, noor, 2);
    if (!good || !short) throw new Error("two are needed");
    const { versie } = await seen(t, noor, short.id);
    done(
      await saveToestemming(
        anAct(t, noor),
        { id: short.id, versie },
        aToestemmingForm({ geldigTot: date("2026-12-11") }),
      ),
    );
    const put = done(
      await agendeerOp(anAct(t, noor), ronde, { hulpvragen: [short.id, good.id], minuten: 15 }),
    );
    expect(put).toMatchObject({
      ja: [good.referentie],
      nee: [{ referentie: short.referentie, missing: [{ code: "toestemming_verlopen" }] }],
    });
  });

  it("say when the agenda is longer than the round", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia], { duurMinuten: 30 });
    const items = await readyItems(t, noor, 3);
    done(await agendeerOp(anAct(t, noor), ronde, { hulpvragen: items.map(({ id }) => id), minuten: 15 }));
    expect((await seenRonde(t, noor, ronde)).omvang).toEqual({ aantal: 3, minuten: 45, past: false });
    expect((await seenRonde(t, bram, ronde)).omvang).toBeNull();
  });
});

describe("taking a hulpvraag off the agenda", () => {
  it("brings it back to klaargezet with the time it waited, and it can come back on", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia]);
    const { id } = await aReady(t, noor);
    const on = async () => done(await agendeerOp(anAct(t, noor), ronde, { hulpvragen: [id], minuten: 15 }));
    await on();
    done(await vanAgenda(anAct(t, noor), { id, versie: (await seen(t, noor, id)).versie }));
    expect(await statusOf(t, id)).toBe("klaargezet");
    await on();
    expect(await statusOf(t, id)).toBe("geagendeerd");
    expect((await seenRonde(t, noor, ronde)).punten).toHaveLength(1);
  });

  it("is for the chair", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia]);
    const { id } = await aReady(t, noor);
    done(await agendeerOp(anAct(t, noor), ronde, { hulpvragen: [id], minuten: 15 }));
    const at = { id, versie: (await seen(t, noor, id)).versie };
    expect(await vanAgenda(anAct(t, saskia), at)).toMatchObject({ error: { kind: "kan_niet" } });
    expect(await statusOf(t, id)).toBe("geagendeerd");
  });
});

describe("a withdrawal between the agenda and the round", () => {
  it("takes it off at once, and the round shows no trace of it", async () => {
    const { t, noor, bram, saskia } = await cast();
    const ronde = await aRonde(t, noor, [bram, saskia]);
    const [first, second] = await readyItems(t, noor, 2);
    if (!first || !second) throw new Error("two are needed");
    done(await agendeerOp(anAct(t, noor), ronde, { hulpvragen: [first.id, second.id], minuten: 15 }));
    const { versie } = await seen(t, noor, first.id);
    const at = { id: first.id, versie };
    done(
      await recordNee(anAct(t, noor), at, { partij: "ouder1", op: date("2026-11-23"), vorm: "mondeling" }),
    );
    expect((await seenRonde(t, bram, ronde)).punten.map(({ hulpvraagId }) => hulpvraagId)).toEqual([
      second.id,
    ]);
    expect(await statusOf(t, first.id)).toBe("concept");
  });
});
