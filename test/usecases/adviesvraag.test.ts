import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { begin } from "#bot/adviesvraag.ts";
import { stampsFor } from "#bot/stamp.ts";
import { execute, withConnection } from "#database/pool.ts";
import { tekstmerk } from "#domain/adviesvraag-form.ts";
import { taskScope } from "#domain/scope.ts";
import {
  adviesSchools,
  asksOnlyWithConsent,
  drawAdviesvraag,
  myAdviesvragen,
  readAdviesvraag,
  showAdviesvraag,
  stelAdviesvraag,
  wisAdviesvraag,
  withoutNames,
} from "#usecases/adviesvraag.ts";
import { refreshedChats } from "#usecases/chat-refresh.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { at } from "./a-besluit.ts";
import { toldAbout } from "./a-round.ts";
import {
  advise,
  anAdvies,
  anAsk,
  cast,
  closeWorlds,
  events,
  kindOf,
  notices,
  seenAdvies,
  setting,
} from "./an-advies.ts";
import { anAct, aWholeIntake, countOf, done } from "./an-intake.ts";

afterAll(closeWorlds);

describe("asking", () => {
  it("the kernteam: it hears of it, who asked has a card, and nobody else has anything", async () => {
    const { t, noor, saskia, bram, peter, wim, fatima } = await cast();
    const id = await anAdvies(t, noor);
    expect(await toldAbout(t, id)).toEqual([
      { soort: "adviesvraag_gesteld", persoonId: noor.persoonId },
      { soort: "adviesvraag_ontvangen", persoonId: saskia.persoonId },
    ]);
    for (const who of [noor, saskia]) expect(await drawAdviesvraag(t.world, who, id)).not.toBeNull();
    for (const who of [bram, peter, wim, fatima]) expect(await drawAdviesvraag(t.world, who, id)).toBeNull();
  });

  it("the same press again asks once", async () => {
    const { t, noor } = await cast();
    const press = randomUUID();
    const ask = await anAsk(t, noor);
    expect(kindOf(await stelAdviesvraag(anAct(t, noor, press), ask))).toBe("ok");
    expect(kindOf(await stelAdviesvraag(anAct(t, noor, press), ask))).toBe("al_gedaan");
    expect(await countOf(t, "adviesvraag")).toBe(1);
    expect(await countOf(t, "adviesvraag", `id = '${press}'`), "its id is that of no press").toBe(0);
  });

  it("is for the ib or coo of that school; for all others there is no such school", async () => {
    const { t, noor, bram, saskia, wim, fatima } = await cast();
    const ask = await anAsk(t, noor);
    for (const who of [bram, saskia, wim, fatima])
      expect(kindOf(await stelAdviesvraag(anAct(t, who), ask))).toBe("onzichtbaar");
    expect(await countOf(t, "adviesvraag")).toBe(0);
    expect(await countOf(t, "druk")).toBe(0);
  });

  it("a refused text leaves nothing behind, and the corrected one is a new press", async () => {
    const { t, noor } = await cast();
    const act = anAct(t, noor);
    const rare = "Een leerling in een rolstoel wil meedoen met gym.";
    expect(kindOf(await stelAdviesvraag(act, await anAsk(t, noor, { vraag: "Sanne loopt weg." })))).toBe(
      "velden",
    );
    expect(kindOf(await stelAdviesvraag(act, await anAsk(t, noor, { vraag: rare })))).toBe("opgevallen");
    expect([
      await countOf(t, "adviesvraag"),
      await countOf(t, "datasleutel"),
      await countOf(t, "kennisgeving"),
    ]).toEqual([0, 0, 0]);
    const again = {
      vraag: `${rare} Wat kan?`,
      reden: "nodig_voor_advies" as const,
      gewezen: tekstmerk(rare),
    };
    expect(kindOf(await stelAdviesvraag(act, await anAsk(t, noor, again)))).toBe("ok");
  });

  it("names no pupil of the own school, whatever became of that hulpvraag; nothing is logged as read", async () => {
    const { t, noor, fatima } = await cast();
    await aWholeIntake(t, noor, { naam: "Zwaantje Kanarievogel" });
    const gone = await aWholeIntake(t, noor, { naam: "Reiger Kwikstaart" });
    done(await intrekken(anAct(t, noor), await at(t, gone)));
    const read = (await events(t, "gelezen")).length;
    for (const vraag of [
      "Zwaantje Kanarievogel loopt vast bij rekenen",
      "Wat helpt zwaantje kanarievogel bij rekenen?",
      "Wat helpt zwaantje bij rekenen?",
      "Hoe gaat het met reiger kwikstaart?",
    ]) {
      const refused = await stelAdviesvraag(anAct(t, noor), await anAsk(t, noor, { vraag }));
      expect(refused, vraag).toMatchObject({
        error: { problemen: { vraag: { kind: "bevat", gevonden: [{ type: "name" }], magBlijven: false } } },
      });
      expect(await withoutNames(t.world, noor, vraag)).toContain("[naam]");
    }
    expect((await events(t, "gelezen")).length).toBe(read);
    // To another school this is a word like any other.
    const vraag = "Hoe helpt een kwikstaart bij de natuurles?";
    expect(kindOf(await stelAdviesvraag(anAct(t, fatima), await anAsk(t, fatima, { vraag })))).toBe("ok");
  });

  it("is held up by no pupil that cannot be read: that is passed over, and on the log of the machine", async () => {
    const { t, noor } = await cast();
    const id = await aWholeIntake(t, noor, { naam: "Zwaantje Kanarievogel" });
    await aWholeIntake(t, noor, { naam: "Reiger Kwikstaart" });
    await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
      connection.script(
        `update leerling set gegevens = '\\x00' where id = (select leerling_id from hulpvraag where id = '${id}')`,
      ),
    );
    const lines: unknown[] = [];
    const world = { ...t.world, log: (...line: unknown[]) => void lines.push(line) };
    const ask = async (vraag: string) =>
      kindOf(await stelAdviesvraag({ ...anAct(t, noor), world }, await anAsk(t, noor, { vraag })));
    expect(await ask("Hoe gaat het met reiger kwikstaart?")).toBe("velden");
    expect(await ask("Wat helpt een klas na de pauze?")).toBe("ok");
    expect(lines).toContainEqual(["error", { code: "hulpvraag_onleesbaar", id }]);
    expect(JSON.stringify(lines)).not.toMatch(/kwikstaart|kanarie/i);
  });

  it("weighs the size of the school that asks", async () => {
    const { t, noor, fatima } = await cast();
    const twins = "Het gaat om een tweeling in de middenbouw.";
    // De Wilgen has 140 pupils, De Regenboog 220 and Het Kompas 310.
    const joost = await t.actor("joost");
    expect(
      kindOf(
        await stelAdviesvraag(anAct(t, joost), await anAsk(t, joost, { vraag: twins, kring: "ronde_tafel" })),
      ),
    ).toBe("opgevallen");
    for (const who of [noor, fatima])
      expect(kindOf(await stelAdviesvraag(anAct(t, who), await anAsk(t, who, { vraag: twins })))).toBe("ok");
  });

  it("a kernteam that a school does not have is refused", async () => {
    const { t } = await cast();
    const joost = await t.actor("joost");
    for (const kring of ["kernteam_nu", "ronde_kernteam"] as const)
      expect(kindOf(await stelAdviesvraag(anAct(t, joost), await anAsk(t, joost, { kring })))).toBe("velden");
    expect(
      kindOf(await stelAdviesvraag(anAct(t, joost), await anAsk(t, joost, { kring: "ronde_tafel" }))),
    ).toBe("ok");
  });
});

describe("a samenwerkingsverband that wants consent for any question", () => {
  it("has nothing asked without it: the ib reads what to do instead, and an old form saves nothing", async () => {
    const { t, noor, bram } = await cast();
    const ask = await anAsk(t, noor);
    await setting(t, { stellen: "alleen_met_toestemming" });
    expect(await adviesSchools(t.world, noor)).toEqual([]);
    expect([await asksOnlyWithConsent(t.world, noor), await asksOnlyWithConsent(t.world, bram)]).toEqual([
      true,
      false,
    ]);
    expect(kindOf(await stelAdviesvraag(anAct(t, noor), ask))).toBe("onzichtbaar");
    const place = { world: t.world, actor: noor, stamps: stampsFor(t.world, noor.persoonId) };
    expect(JSON.stringify(await begin(place))).toContain("Eerst toestemming");
    expect(await countOf(t, "adviesvraag")).toBe(0);
  });
});

describe("lists and the log", () => {
  it("the list has what this person may read, and a button puts it below", async () => {
    const { t, noor, saskia, bram } = await cast();
    const id = await anAdvies(t, noor);
    await anAdvies(t, noor, { kring: "ronde_tafel" });
    expect(await myAdviesvragen(t.world, noor)).toHaveLength(2);
    expect((await myAdviesvragen(t.world, saskia)).map((one) => one.id)).toEqual([id]);
    expect(await myAdviesvragen(t.world, bram)).toEqual([]);
    done(await showAdviesvraag(anAct(t, saskia), id));
    expect(kindOf(await showAdviesvraag(anAct(t, bram), id))).toBe("onzichtbaar");
    expect((await notices(t)).at(-1)).toMatchObject({
      soort: "adviesvraag_getoond",
      persoonId: saskia.persoonId,
    });
  });

  it("the log says that it happened and names no case, no child and no question", async () => {
    const { t, noor, saskia } = await cast();
    const id = await anAdvies(t, noor, {
      vraag: "Wat helpt bij dyslexie in de bovenbouw?",
      reden: "past_bij_meer_kinderen",
    });
    for (const who of [saskia, noor]) await readAdviesvraag(t.world, who, { id, wanted: "antwoorden" });
    done(await advise(t, saskia, id));
    const { versie } = await seenAdvies(t, noor, id);
    done(await wisAdviesvraag(anAct(t, noor), { id, versie }, "wissen"));
    const lines = await events(t, "adviesvraag");
    expect([...new Set(lines.map(({ soort }) => soort))]).toEqual([
      "adviesvraag_gesteld",
      "adviesvraag_gelezen",
      "adviesvraag_beantwoord",
      "adviesvraag_gewist",
    ]);
    expect(
      lines.filter(({ soort }) => soort === "adviesvraag_gelezen").map(({ gegevens }) => gegevens),
    ).toEqual([{ via: "formulier" }]);
    for (const line of lines) {
      expect(line).toMatchObject({ zaak: null, grondslag: "anoniem" });
      expect(JSON.stringify(line.gegevens)).not.toMatch(/[0-9a-f]{8}-|dyslexie|gedrag/);
    }
    expect(lines[0]?.gegevens).toEqual({ kring: "kernteam_nu", reden: "past_bij_meer_kinderen" });
  });

  it("a card of it is drawn anew for who left the team", async () => {
    const { t, noor, saskia } = await cast();
    const id = await anAdvies(t, noor);
    const refreshed = await t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
      await execute(tx, `update kennisgeving set status = 'bezig' where persoon_id = $1`, [saskia.persoonId]);
      return refreshedChats(tx, [saskia.persoonId], "weg");
    });
    expect(refreshed).toMatchObject([{ soort: "adviesvraag_ververst", onderwerpId: id }]);
  });
});
