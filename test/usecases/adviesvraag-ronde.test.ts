import { afterAll, describe, expect, it } from "vitest";
import { markOf } from "#domain/vrijgave.ts";
import { moment } from "#test/domain/a-dossier.ts";
import type { TestWorld } from "#test/world.ts";
import { drawAdviesvraag, showAdviesvraag, stelAdviesvraag, wisAdviesvraag } from "#usecases/adviesvraag.ts";
import { adviseer } from "#usecases/adviesvraag-antwoord.ts";
import { cancelRonde, chooseNotulist } from "#usecases/overlegronde.ts";
import { closeRonde, openRonde, recordAanwezigheid } from "#usecases/round-run.ts";
import { confirmSummary, seeSummary } from "#usecases/samenvatting.ts";
import { releaseSummary } from "#usecases/samenvatting-vrijgave.ts";
import { aRonde, seenRonde, sztOf, toldAbout, versieOf } from "./a-round.ts";
import { advise, anAdvies, anAsk, cast, closeWorlds, kindOf, seenAdvies } from "./an-advies.ts";
import { anAct, countOf, date, done } from "./an-intake.ts";

const rondeAt = async (t: TestWorld, id: string) => ({ id, versie: await versieOf(t, id) });

afterAll(closeWorlds);

describe("on a round", () => {
  it("stands on the next one, as a line for who takes part and in words for who was asked", async () => {
    const { t, noor, saskia, bram } = await cast();
    const later = await aRonde(t, noor, [saskia, bram], { datum: date("2026-12-14") });
    const next = await aRonde(t, noor, [saskia, bram]);
    const id = await anAdvies(t, noor, { kring: "ronde_tafel" });
    expect(await seenAdvies(t, noor, id)).toMatchObject({
      status: "geagendeerd",
      ronde: { datum: date("2026-12-07") },
    });
    expect((await seenRonde(t, noor, later)).adviesvragen).toBeNull();
    expect((await seenRonde(t, bram, next)).adviesvragen).toEqual({ punten: [], besproken: false });
    for (const who of [noor, saskia])
      expect((await seenRonde(t, who, next)).adviesvragen?.punten).toMatchObject([{ id }]);
    expect(await drawAdviesvraag(t.world, bram, id)).toBeNull();
  });

  it("waits for one when none is planned, and goes on the first that is", async () => {
    const { t, noor, saskia } = await cast();
    const asked = done(
      await stelAdviesvraag(anAct(t, noor), await anAsk(t, noor, { kring: "ronde_kernteam" })),
    );
    expect(asked).toMatchObject({ status: "wacht_op_ronde", ronde: null });
    const ronde = await aRonde(t, noor, [saskia]);
    expect(await seenAdvies(t, noor, asked.id)).toMatchObject({ status: "geagendeerd" });
    expect((await toldAbout(t, asked.id)).map(({ soort }) => soort)).toContain("adviesvraag_ververst");
    expect((await seenRonde(t, saskia, ronde)).adviesvragen?.punten).toHaveLength(1);
  });

  it("a round that is not held, or did not come to it, hands it on", async () => {
    const { t, noor, saskia } = await cast();
    const first = await aRonde(t, noor, [saskia], { datum: date("2026-11-23") });
    const second = await aRonde(t, noor, [saskia], { datum: date("2026-11-24") });
    const id = await anAdvies(t, noor, { kring: "ronde_tafel" });
    done(await cancelRonde(anAct(t, noor), await rondeAt(t, first)));
    expect(await seenAdvies(t, noor, id)).toMatchObject({ ronde: { datum: date("2026-11-24") } });
    t.clock.set(moment("2026-11-24T13:30"));
    done(await openRonde(anAct(t, noor), await rondeAt(t, second)));
    done(await closeRonde(anAct(t, noor), await rondeAt(t, second)));
    expect(await seenAdvies(t, noor, id)).toMatchObject({ status: "wacht_op_ronde", ronde: null });
    expect((await seenRonde(t, noor, second)).adviesvragen).toBeNull();
  });

  /** Noor, Saskia and Bram at a round that is open; Bram is at the table. */
  async function atTable(kring: "ronde_tafel" | "ronde_kernteam") {
    const world = await cast();
    const { t, noor, saskia, bram } = world;
    const ronde = await aRonde(t, noor, [saskia, bram], { datum: date("2026-11-23") });
    const id = await anAdvies(t, noor, { kring });
    done(await openRonde(anAct(t, noor), await rondeAt(t, ronde)));
    return { ...world, ronde, id };
  }

  it("is read and answered at the table by whom it was put to; afterwards the line is all that stands there", async () => {
    const { t, noor, saskia, bram, ronde, id } = await atTable("ronde_tafel");
    expect((await seenRonde(t, bram, ronde)).adviesvragen?.punten).toMatchObject([{ magVastleggen: false }]);
    const given = { wanted: "vastleggen", antwoord: "Begin klein." } as const;
    expect(kindOf(await advise(t, bram, id, given)), "Bram neither leads nor is of the kernteam").toBe(
      "verouderd",
    );
    done(await advise(t, saskia, id, given));
    expect((await seenRonde(t, bram, ronde)).adviesvragen).toMatchObject({
      punten: [{ antwoord: "Begin klein.", uitkomst: "advies_gegeven" }],
      besproken: true,
    });
    done(await closeRonde(anAct(t, noor), await rondeAt(t, ronde)));
    for (const who of [saskia, bram]) {
      expect((await seenRonde(t, who, ronde)).adviesvragen).toEqual({ punten: [], besproken: true });
      expect(await drawAdviesvraag(t.world, who, id)).toBeNull();
    }
    expect(await seenAdvies(t, noor, id)).toMatchObject({ antwoord: "Begin klein.", ronde: null });
    expect(await countOf(t, "adviesvraag", "ronde_id is not null"), "nothing ties it to the round").toBe(0);
  });

  it("for the kernteam alone it stays a line for the rest of the table, also for who keeps the notes", async () => {
    const { t, noor, bram, saskia, ronde, id } = await atTable("ronde_kernteam");
    done(await chooseNotulist(anAct(t, noor), await rondeAt(t, ronde), bram.persoonId));
    expect((await seenRonde(t, bram, ronde)).adviesvragen).toEqual({ punten: [], besproken: false });
    expect(await drawAdviesvraag(t.world, bram, id)).toBeNull();
    expect((await seenRonde(t, saskia, ronde)).adviesvragen?.punten).toMatchObject([{ magVastleggen: true }]);
  });

  it("who is not there does not hear it, from the moment that it is written down", async () => {
    const { t, noor, bram, ronde, id } = await atTable("ronde_tafel");
    done(await showAdviesvraag(anAct(t, bram), id));
    const gone = new Map([[bram.persoonId, "afwezig" as const]]);
    done(await recordAanwezigheid(anAct(t, noor), await rondeAt(t, ronde), gone));
    expect((await seenRonde(t, bram, ronde)).adviesvragen).toEqual({ punten: [], besproken: false });
    expect(await drawAdviesvraag(t.world, bram, id)).toBeNull();
  });

  it("the round can say: make it a hulpvraag, without more", async () => {
    const { t, noor, id } = await atTable("ronde_tafel");
    done(await advise(t, noor, id, { wanted: "vastleggen", uitkomst: "hulpvraag_maken", antwoord: null }));
    const gezien = await seenAdvies(t, noor, id);
    expect(gezien).toMatchObject({ uitkomst: "hulpvraag_maken", antwoord: null });
    expect(gezien.mag.has("overnemen")).toBe(true);
    expect(await countOf(t, "hulpvraag")).toBe(0);
  });

  it("recorded by two at once it is recorded once", async () => {
    const { t, noor, saskia, id } = await atTable("ronde_tafel");
    const { versie } = await seenAdvies(t, noor, id);
    const given = { antwoord: "Een", uitkomst: "advies_gegeven", wanted: "vastleggen" } as const;
    const both = await Promise.all(
      [noor, saskia].map((who) => adviseer(anAct(t, who), { id, versie }, given)),
    );
    expect(both.map(kindOf).sort()).toEqual(["ok", "verouderd"]);
  });

  it("the channel hears one constant line, however many there were and also when they are gone", async () => {
    const { t, noor, ronde, id } = await atTable("ronde_tafel");
    const more = await anAdvies(t, noor);
    done(await advise(t, noor, id, { wanted: "vastleggen" }));
    done(await closeRonde(anAct(t, noor), await rondeAt(t, ronde)));
    const { versie } = await seenAdvies(t, noor, id);
    done(await wisAdviesvraag(anAct(t, noor), { id, versie }, "wissen"));
    const gezien = await seeSummary(t.world, noor, ronde);
    if (gezien?.stand !== "voorleggen") throw new Error("nothing to release");
    expect(gezien.post.samenvatting).toMatchObject({ adviesvragen: true, regels: [] });
    done(await confirmSummary(anAct(t, noor), { rondeId: ronde, mark: markOf(gezien.post.samenvatting) }));
    const released = await releaseSummary(t.world, sztOf(noor), ronde);
    expect(released?.samenvatting).toEqual(gezien.post.samenvatting);
    expect(JSON.stringify(released)).not.toContain(more);
  });

  it("none in a round whose adviesvraag was not discussed", async () => {
    const { t, noor, ronde } = await atTable("ronde_tafel");
    done(await closeRonde(anAct(t, noor), await rondeAt(t, ronde)));
    const gezien = await seeSummary(t.world, noor, ronde);
    expect(gezien?.stand === "voorleggen" && gezien.post.samenvatting.adviesvragen).toBe(false);
  });

  it("leaves the agenda when it is taken back", async () => {
    const { t, noor, bram, ronde, id } = await atTable("ronde_tafel");
    const { versie } = await seenAdvies(t, noor, id);
    done(await wisAdviesvraag(anAct(t, noor), { id, versie }, "intrekken"));
    expect((await seenRonde(t, bram, ronde)).adviesvragen).toBeNull();
  });
});
