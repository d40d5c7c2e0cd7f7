import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import type { AntwoordVan } from "#domain/toestemming-form.ts";
import type { UitbreidingForm } from "#domain/uitbreiding.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { agendeer } from "#usecases/agenda.ts";
import { klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { planRonde } from "#usecases/overlegronde.ts";
import { readRonde } from "#usecases/round-load.ts";
import { loadToestemming, saveToestemming } from "#usecases/toestemming.ts";
import { saveUitbreiding } from "#usecases/uitbreiding.ts";
import { at, dossierOf } from "./a-besluit.ts";
import { aConsented, anAct, aToestemmingForm, countOf, date, done, eventsOf, seen } from "./an-intake.ts";
import { onAgenda } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let peter: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, peter] = (await Promise.all(["noor", "bram", "peter"].map((handle) => t.actor(handle)))) as [
    Actor,
    Actor,
    Actor,
  ];
});
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const again = (over: Partial<AntwoordVan> = {}) =>
  (["ouder1", "ouder2"] as const).map(
    (partij): AntwoordVan => ({
      partij,
      antwoord: "ja",
      op: date("2026-11-23"),
      vorm: "papier",
      bewaarplaats: "Leerlingdossier, nieuw formulier",
      ...over,
    }),
  );
const aForm = (over: Partial<UitbreidingForm> = {}): UitbreidingForm => ({
  partners: ["scp"],
  antwoorden: again(),
  gecontroleerd: true,
  ...over,
});

/** On an agenda, with Peter (scp) at the table, who is not named. */
async function withPeter(): Promise<{ id: string; rondeId: string }> {
  const id = await aConsented(t, noor, { naam: aName() });
  done(await klaarzetten(anAct(t, noor), await at(t, id)));
  return { id, rondeId: await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram, peter] }) };
}

describe("a partner more", () => {
  it("sees nothing until everyone who must has said yes again; then what the others see", async () => {
    const { id, rondeId } = await withPeter();
    expect((await seen(t, noor, id)).toestemming?.nietGenoemd).toEqual(["scp"]);
    expect(await readHulpvraag(t.world, peter, id)).toBeNull();
    expect((await readRonde(t.world, peter, rondeId))?.punten).toEqual([]);
    expect(done(await saveUitbreiding(anAct(t, noor), await at(t, id), aForm()))).toBe("ja");
    expect((await readHulpvraag(t.world, peter, id))?.leerling).not.toBeNull();
    expect((await readRonde(t.world, peter, rondeId))?.punten).toHaveLength(1);
    expect((await seen(t, noor, id)).toestemming).toMatchObject({
      geldig: true,
      partners: ["smw", "bpo", "scp"],
      geldigTot: date("2027-07-31"),
      nietGenoemd: [],
    });
    expect(await eventsOf(t, noor)).toContain("toestemming_uitgebreid");
    expect((await dossierOf(t, id)).status).toBe("geagendeerd");
  });

  it("that one of them does not want changes nothing: the toestemming that stands goes on", async () => {
    const { id } = await withPeter();
    const antwoorden = again().map((one) =>
      one.partij === "ouder2" ? { ...one, antwoord: "nee" as const } : one,
    );
    const form = aForm({ antwoorden });
    expect(done(await saveUitbreiding(anAct(t, noor), await at(t, id), form))).toBe("nee");
    expect((await seen(t, noor, id)).toestemming).toMatchObject({ geldig: true, partners: ["smw", "bpo"] });
    expect(await readHulpvraag(t.world, peter, id)).toBeNull();
    expect((await readHulpvraag(t.world, bram, id))?.leerling).not.toBeNull();
    expect(await eventsOf(t, noor)).toContain("uitbreiding_geweigerd");
  });

  it.each<[string, Partial<UitbreidingForm>, string, string]>([
    ["one who did not answer", { antwoorden: again().slice(0, 1) }, "antwoord_ouder2", "leeg"],
    [
      "an answer from before the one that stands",
      { antwoorden: again({ op: date("2026-11-13") }) },
      "op_ouder1",
      "nieuw_antwoord",
    ],
    ["a yes that cannot be proved", { antwoorden: again({ vorm: "mail" }) }, "vorm_ouder1", "geen_bewijs"],
    ["who is named already", { partners: ["smw"] }, "partners", "niet_in_team"],
    ["nobody", { partners: [] }, "partners", "leeg"],
    ["what was not checked", { gecontroleerd: false }, "gecontroleerd", "leeg"],
  ])("refuses %s, and keeps nothing", async (_, over, field, kind) => {
    const { id } = await withPeter();
    const before = await countOf(t, "toestemming");
    expect(await saveUitbreiding(anAct(t, noor), await at(t, id), aForm(over))).toMatchObject({
      error: { kind: "velden", problemen: { [field]: { kind } } },
    });
    expect(await countOf(t, "toestemming")).toBe(before);
  });

  it("cannot slip in by the form of the toestemming with the answers of before", async () => {
    const { id } = await withPeter();
    const form = aToestemmingForm({ partners: ["smw", "bpo", "scp"] });
    expect(await saveToestemming(anAct(t, noor), await at(t, id), form)).toMatchObject({
      error: { kind: "velden", problemen: { partners: { kind: "nieuw_antwoord" } } },
    });
    expect(await readHulpvraag(t.world, peter, id)).toBeNull();
  });

  it("is for the ib alone, and only while there is a written toestemming that holds", async () => {
    const { id } = await withPeter();
    expect(await saveUitbreiding(anAct(t, bram), await at(t, id), aForm())).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    const concept = await aConsented(t, noor, { naam: aName() });
    const half = aToestemmingForm({ antwoorden: aToestemmingForm().antwoorden.slice(0, 1) });
    done(await saveToestemming(anAct(t, noor), await at(t, concept), half));
    expect((await loadToestemming(t.world, noor, concept))?.mag.uitbreiden).toBe(false);
    expect(await saveUitbreiding(anAct(t, noor), await at(t, concept), aForm())).toMatchObject({
      error: { kind: "kan_niet" },
    });
  });

  it("is told to the ib when the hulpvraag goes on the agenda of a round where that one sits", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    done(await klaarzetten(anAct(t, noor), await at(t, id)));
    const plan = anAct(t, noor);
    done(
      await planRonde(plan, noor.lidmaatschappen[0]?.sztId ?? "", {
        datum: date("2026-12-08"),
        begin: Temporal.PlainTime.from("14:00"),
        duurMinuten: 60,
        plaats: "op_school",
        deelnameLink: "",
        voorzitterId: noor.persoonId,
        deelnemers: [noor.persoonId, bram.persoonId, peter.persoonId],
      }),
    );
    const rondeId = plan.press;
    const put = done(await agendeer(anAct(t, noor), await at(t, id), { rondeId, minuten: 15 }));
    expect(put.nietGenoemd).toEqual(["scp"]);
  });
});
