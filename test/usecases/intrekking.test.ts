import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { noticeWords } from "#cards/notice.ts";
import { claimNotices, settleNotice } from "#database/notice.ts";
import { execute, query } from "#database/pool.ts";
import type { Partij } from "#domain/code.ts";
import type { Actor } from "#domain/scope.ts";
import { scopeOf, taskScope } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { claimDue, settle } from "#usecases/delivery.ts";
import { stoppedSchool } from "#usecases/grondslag-gevolg.ts";
import { intrekken, klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { type Nee, recordNee } from "#usecases/intrekking.ts";
import { readRechten } from "#usecases/rechten.ts";
import { offerToOther } from "#usecases/regierol-aanbod.ts";
import { readRonde } from "#usecases/round-load.ts";
import { myTaken } from "#usecases/taken.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import {
  aDecided,
  aHeld,
  anOffer,
  aTerugkoppeling,
  at,
  dossierOf,
  holdersOf,
  noticesTo,
  termsOf,
} from "./a-besluit.ts";
import { aChannel, aClosedRound, aReady, confirmed, posted } from "./a-closed-round.ts";
import {
  aConsented,
  anAct,
  aToestemmingForm,
  aWholeIntake,
  countOf,
  date,
  done,
  seen,
  signedAgain,
} from "./an-intake.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let peter: Actor;

/** A yes counts from the day after a no on. */
async function onNextDay(run: () => Promise<void>): Promise<void> {
  const before = t.clock.now();
  t.clock.set(before.add({ hours: 24 }));
  await run();
  t.clock.set(before);
}
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, saskia, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const both: readonly Partij[] = ["ouder1", "ouder2"];
const nee: Nee = { partij: "ouder2", op: date("2026-11-23"), vorm: "mail" };
const says = async (id: string, over: Partial<Nee> = {}) =>
  recordNee(anAct(t, noor), await at(t, id), { ...nee, ...over });

async function geagendeerd(): Promise<{ id: string; rondeId: string }> {
  const id = await aConsented(t, noor, { naam: aName() });
  done(await klaarzetten(anAct(t, noor), await at(t, id)));
  return { id, rondeId: await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram, peter] }) };
}

const stops = (who: Actor, id: string) =>
  countOf(
    t,
    "kennisgeving k join hulpvraag h on h.opruiming_id = k.onderwerp_id",
    `k.soort = 'hulpvraag_gestopt' and k.persoon_id = '${who.persoonId}' and h.id = '${id}'`,
  );

const clearingOf = async (id: string) => {
  const [row] = await t.world.database.transact(scopeOf(noor), (tx) =>
    query(
      tx,
      z.object({ opruimingId: z.string() }),
      `select opruiming_id as "opruimingId" from hulpvraag where id = $1`,
      [id],
    ),
  );
  if (!row) throw new Error("no hulpvraag");
  return row;
};

/** Everything that waits is delivered, as far as the database knows. */
async function deliverAll(status: "verzonden" | "mislukt" = "verzonden"): Promise<void> {
  for (;;) {
    const claimed = await claimDue(t.world, 20);
    if (claimed.length === 0) return;
    for (const notice of claimed)
      await settle(t.world, notice, status === "verzonden" ? { status } : { status, fout: "onbereikbaar" });
  }
}

describe("a withdrawal of what stands on a round", () => {
  it.each([
    ["a no", (id: string) => says(id)],
    ["the ib takes it back", async (id: string) => intrekken(anAct(t, noor), await at(t, id))],
  ])("changes nothing for a chair who may not know of it: %s", async (_, act) => {
    const id = await aConsented(t, noor, { naam: aName() });
    done(await klaarzetten(anAct(t, noor), await at(t, id)));
    const rondeId = await onAgenda(t, id, { voorzitter: peter, deelnemers: [noor, bram, peter] });
    const before = await readRonde(t.world, peter, rondeId);
    expect(before?.punten).toEqual([]);
    done(await act(id));
    // Another version would refuse the next press of the chair, on a card that shows nothing else.
    expect(await readRonde(t.world, peter, rondeId)).toEqual(before);
  });
});

describe("a no", () => {
  it("of who had said yes is a withdrawal; of who had not it is an objection; both are kept with how they came", async () => {
    const { id } = await geagendeerd();
    done(await says(id));
    const half = await aWholeIntake(t, noor, { naam: aName() });
    const one = aToestemmingForm({ antwoorden: aToestemmingForm().antwoorden.slice(0, 1) });
    done(await saveToestemming(anAct(t, noor), await at(t, half), one));
    done(await says(half));
    const last = async (of: string) => (await dossierOf(t, of)).toestemming?.antwoorden.at(-1);
    expect(await last(id)).toMatchObject({ partij: "ouder2", soort: "ingetrokken", vorm: "mail" });
    expect(await last(half)).toMatchObject({ partij: "ouder2", soort: "bezwaar", vorm: "mail" });
  });

  it("of somebody who does not decide is kept, and stops nothing", async () => {
    const { id } = await geagendeerd();
    done(await says(id, { partij: "leerling", vorm: "mondeling" }));
    expect(await seen(t, noor, id)).toMatchObject({ status: "geagendeerd", toestemming: { geldig: true } });
    expect(await stops(bram, id)).toBe(0);
    expect(await termsOf(t, id)).toEqual([]);
  });

  it("can be said after the round as well, and ends what was going on", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    done(await says(id, { partij: "ouder1" }));
    expect((await readHulpvraag(t.world, bram, id))?.leerling).toBeNull();
    expect((await readHulpvraag(t.world, bram, id))?.wat).toBeNull();
    expect(await readHulpvraag(t.world, saskia, id)).toBeNull();
    expect((await seen(t, noor, id)).leerling).not.toBeNull();
  });
});

describe("who had access", () => {
  it("is told to stop, not which one it was nor why; who had none, and the ib, are not", async () => {
    const { id } = await geagendeerd();
    done(await says(id));
    // Saskia of the kernteam is named, and prepares the round without sitting in it.
    for (const named of [bram, saskia]) expect(await stops(named, id)).toBe(1);
    for (const other of [noor, peter, await t.actor("hanna"), await t.actor("wim")])
      expect(await stops(other, id)).toBe(0);
  });

  it("reads of which school it was; nobody else does, and not by the number of a hulpvraag", async () => {
    const { id } = await geagendeerd();
    done(await says(id));
    const { opruimingId } = await clearingOf(id);
    expect(await stoppedSchool(t.world, bram, opruimingId)).toBe("De Regenboog");
    for (const who of [noor, peter, await t.actor("hanna"), await t.actor("fatima")])
      expect(await stoppedSchool(t.world, who, opruimingId)).toBeNull();
    expect(await stoppedSchool(t.world, bram, id)).toBeNull();
  });

  it("is told once, also when the other parent says no as well", async () => {
    const { id } = await geagendeerd();
    done(await says(id));
    const before = await countOf(t, "kennisgeving", "soort = 'hulpvraag_gestopt'");
    done(await says(id, { partij: "ouder1" }));
    expect(await countOf(t, "kennisgeving", "soort = 'hulpvraag_gestopt'")).toBe(before);
  });

  it("is told when only that partner is not named any more, and the others go on", async () => {
    const { id } = await geagendeerd();
    done(await saveToestemming(anAct(t, noor), await at(t, id), aToestemmingForm({ partners: ["bpo"] })));
    expect(await stops(bram, id)).toBe(1);
    expect(await readHulpvraag(t.world, bram, id)).toBeNull();
    expect((await seen(t, noor, id)).status).toBe("geagendeerd");
  });

  it("is told when the whole hulpvraag is withdrawn", async () => {
    const { id } = await geagendeerd();
    done(await intrekken(anAct(t, noor), await at(t, id)));
    expect(await stops(bram, id)).toBe(1);
  });
});

describe("what must be done after a no", () => {
  it("is for the ib to talk with who said it, and for the holder to stop", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    done(await says(id, { partij: "ouder1" }));
    expect(await termsOf(t, id)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^gesprek_ouders 2026-11-30$/),
        expect.stringMatching(/^stop_verwerking 2026-11-25$/),
      ]),
    );
    const task = (await myTaken(t.world, bram)).taken.find(
      ({ soort, hulpvraagId }) => soort === "stop_verwerking" && hulpvraagId === id,
    );
    expect(task).toMatchObject({ vanMij: true, leerling: null, omschrijving: null, weg: { soort: "druk" } });
    if (!task) throw new Error("no task");
    done(await completeTermijn(anAct(t, bram), { id: task.id, versie: task.versie }));
    expect((await termsOf(t, id)).some((term) => term.startsWith("stop_verwerking"))).toBe(false);
    const own = (await myTaken(t.world, noor)).taken.find(
      ({ soort, hulpvraagId }) => soort === "gesprek_ouders" && hulpvraagId === id,
    );
    expect(own).toMatchObject({ vanMij: true, weg: { soort: "druk" } });
  });

  it("is over when everyone has said yes again", async () => {
    const { id } = await geagendeerd();
    done(await says(id));
    expect(await termsOf(t, id)).toEqual(["gesprek_ouders 2026-11-30"]);
    const sameDay = await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2026-11-23"));
    expect(sameDay).toMatchObject({ error: { kind: "velden" } });
    await onNextDay(async () => {
      done(await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2026-11-24")));
      expect((await seen(t, noor, id)).toestemming?.geldig).toBe(true);
    });
    expect(await termsOf(t, id)).toEqual([]);
  });

  it("is nothing to stop for the ib, who keeps the case: with the regierol for a while, or with nobody else in it", async () => {
    const { id } = await geagendeerd();
    done(await says(id));
    const own = await anOffer(t, { ib: noor, houder: bram });
    expect(await holdersOf(t, own)).toEqual([`waarnemend ${noor.persoonId}`]);
    done(await says(own));
    for (const one of [id, own]) expect((await termsOf(t, one)).join()).not.toContain("stop_verwerking");
  });

  it("is not over with half an answer: the holder still has to stop, and the ib to talk", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    done(await says(id, { partij: "ouder1" }));
    const [one, other] = signedAgain("2026-11-24").antwoorden;
    if (!one || !other) throw new Error("two parents");
    const half = { ...other, antwoord: "nog_niet", bewaarplaats: null } as const;
    await onNextDay(async () => {
      const form = aToestemmingForm({ antwoorden: [one, half] });
      done(await saveToestemming(anAct(t, noor), await at(t, id), form));
    });
    expect(await termsOf(t, id)).toEqual(
      expect.arrayContaining(["gesprek_ouders 2026-11-30", "stop_verwerking 2026-11-25"]),
    );
  });

  it("is nothing to stop while nobody could see it yet: a first no asks only to talk", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const [one, other] = aToestemmingForm().antwoorden;
    if (!one || !other) throw new Error("two parents");
    const form = aToestemmingForm({ antwoorden: [one, { ...other, antwoord: "nee" }] });
    done(await saveToestemming(anAct(t, noor), await at(t, id), form));
    expect(await termsOf(t, id)).toEqual(["gesprek_ouders 2026-11-30"]);
    expect((await seen(t, noor, id)).toestemming?.opruiming).toBeNull();
  });
});

describe("a new toestemming after a no", () => {
  it("does not bring back what was asked of somebody: the parents are asked for akkoord anew, also with the same person", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    expect((await termsOf(t, id)).join()).toContain("aanbod_regierol");
    done(await says(id));
    expect((await dossierOf(t, id)).aanbod?.status).toBe("vervallen");
    expect((await termsOf(t, id)).join()).not.toContain("aanbod_regierol");
    const waits = await seen(t, noor, id);
    expect(waits.aanbod).toEqual({ naam: bram.naam, aanMij: false, geldt: false, onbeantwoord: false });
    expect(waits.mag.has("ander_regierol_aanbod")).toBe(false);
    await onNextDay(async () => {
      done(await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2026-11-24")));
      expect(await termsOf(t, id)).toEqual(["akkoord_regierol 2026-12-08"]);
      expect((await seen(t, noor, id)).mag.has("ander_regierol_aanbod")).toBe(true);
      const form = { aan: bram.persoonId, akkoordOp: date("2026-11-24"), akkoordVan: both };
      done(await offerToOther(anAct(t, noor), await at(t, id), form));
      expect(await termsOf(t, id)).toEqual(["aanbod_regierol 2026-12-01"]);
      expect((await seen(t, noor, id)).aanbod).toMatchObject({ naam: bram.naam, geldt: true });
    });
  });

  it("is told to who was told to stop and reads it again, in words without a name; to nobody else", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    await reading(t, id, [noor, bram]);
    done(await says(id, { partij: "ouder1" }));
    expect(await noticesTo(t, bram, id)).not.toContain("hulpvraag_verder");
    await onNextDay(async () => {
      done(await saveToestemming(anAct(t, noor), await at(t, id), signedAgain("2026-11-24")));
      const again = seeHulpvraag(await dossierOf(t, id), bram, t.clock.now());
      const told = (await noticesTo(t, bram, id)).includes("hulpvraag_verder");
      expect(told, "told when, and only when, it can be read").toBe(Boolean(again?.leerling));
    });
    for (const other of [noor, saskia, peter])
      expect(await noticesTo(t, other, id)).not.toContain("hulpvraag_verder");
    const { summary, lead } = noticeWords.hulpvraag_verder;
    for (const text of [summary, lead])
      expect(text).toMatch(
        /^(Je mag een hulpvraag weer lezen|Er is weer toestemming: je mag deze hulpvraag weer lezen\.)$/,
      );
  });

  it("that names the one with an actie no more, tells that one nothing", async () => {
    const acties = [{ houderId: bram.persoonId, wat: "Maak een afspraak", datum: date("2026-12-18") }];
    const besluit = { besluiten: ["doorzetten_loket"], acties } as const;
    const [named, left] = [
      await aDecided(t, { ib: noor, houder: bram }, { ...besluit, besluiten: [...besluit.besluiten] }),
      await aDecided(t, { ib: noor, houder: bram }, { ...besluit, besluiten: [...besluit.besluiten] }),
    ];
    for (const id of [named, left]) done(await says(id));
    await onNextDay(async () => {
      const form = signedAgain("2026-11-24");
      done(await saveToestemming(anAct(t, noor), await at(t, named), form));
      done(await saveToestemming(anAct(t, noor), await at(t, left), { ...form, partners: ["bpo"] }));
    });
    expect(await noticesTo(t, bram, named)).toContain("hulpvraag_verder");
    expect(await noticesTo(t, bram, left)).not.toContain("hulpvraag_verder");
  });
});

describe("a no after the end", () => {
  const closed = async () => {
    const id = await aDecided(t, { ib: noor, houder: bram }, { besluiten: ["afsluiten"] });
    const told = aTerugkoppeling(t, { reden: "doel_bereikt" });
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), told));
    return id;
  };
  const wissenOp = async (id: string) => {
    const referentie = (await dossierOf(t, id)).referentie;
    return (await readRechten(t.world, noor, id))?.hulpvragen
      .find((one) => one.referentie === referentie)
      ?.wissenOp?.toString();
  };

  it("is recorded, is worked off by the ib, and shortens how long it is kept", async () => {
    const id = await closed();
    expect(await wissenOp(id)).toBe("2028-11-23");
    done(await says(id));
    const gezien = await seen(t, noor, id);
    expect(gezien).toMatchObject({ status: "afgesloten", toestemming: { geldig: false } });
    expect(gezien.mag.has("toestemming_vastleggen"), "what is closed is not asked for anew").toBe(false);
    expect(await termsOf(t, id)).toEqual(["intrekking_afhandelen 2026-11-25"]);
    expect(await wissenOp(id)).toBe("2027-05-23");
    for (const other of [bram, saskia, peter]) expect(await readHulpvraag(t.world, other, id)).toBeNull();
  });

  it("of somebody who does not decide is kept, and changes nothing else", async () => {
    const id = await closed();
    done(await says(id, { partij: "leerling", vorm: "mondeling" }));
    expect((await dossierOf(t, id)).toestemming?.antwoorden.at(-1)).toMatchObject({ partij: "leerling" });
    expect(await termsOf(t, id)).toEqual([]);
    expect((await dossierOf(t, id)).termijnen.filter(({ status }) => status === "open")).toEqual([]);
    expect(await wissenOp(id)).toBe("2028-11-23");
  });

  it("takes the line out of the channel, and draws the reports again that showed it", async () => {
    await deliverAll();
    const szt = noor.lidmaatschappen[0]?.sztId ?? "";
    await aChannel(t, szt);
    const item = await aReady(t, noor);
    const ronde = await aClosedRound(t, { ib: noor, deelnemers: [noor, bram], items: [item] });
    await confirmed(t, noor, ronde);
    await posted(t, szt, ronde);
    await reading(t, ronde, [noor, bram], "verslag");
    await t.world.database.transact(scopeOf(noor), (tx) =>
      execute(tx, `update hulpvraag set status = 'afgesloten', afgesloten_op = $2 where id = $1`, [
        item.id,
        tx.now,
      ]),
    );
    await deliverAll();
    const waiting = (what: string) => countOf(t, "kennisgeving", `status = 'klaar' and ${what}`);
    const line = `kanaal_szt_id = '${szt}' and soort = 'samenvatting_ververst'`;
    const report = `soort = 'verslag_ververst' and onderwerp_id = '${ronde}'`;
    expect([await waiting(line), await waiting(report)]).toEqual([0, 0]);
    done(await says(item.id));
    expect([await waiting(line), await waiting(report)]).toEqual([1, 2]);
  });

  it("is for nobody else to record", async () => {
    const id = await closed();
    expect(await recordNee(anAct(t, bram), await at(t, id), nee)).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
  });
});

describe("clearing away", () => {
  it("says how many places are left, and when all are done", async () => {
    await deliverAll();
    const { id, rondeId } = await geagendeerd();
    await reading(t, id, [noor, bram]);
    await reading(t, rondeId, [bram, peter], "ronde");
    done(await says(id));
    const first = (await seen(t, noor, id)).toestemming?.opruiming;
    // The card and the round of Bram, the round of Peter, and the messages to Bram and Saskia that it has stopped.
    expect(first).toMatchObject({ totaal: 5, open: 5, vast: 0 });
    const before = (await noticesTo(t, noor, id)).length;
    await deliverAll();
    expect((await seen(t, noor, id)).toestemming?.opruiming).toMatchObject({ totaal: 5, open: 0, vast: 0 });
    expect((await noticesTo(t, noor, id)).length, "the card of the ib is drawn again").toBe(before + 1);
  });

  it("says so when the last ones end at the same moment", async () => {
    await deliverAll();
    const { id } = await geagendeerd();
    await reading(t, id, [noor, bram, saskia]);
    done(await says(id));
    const before = (await noticesTo(t, noor, id)).length;
    const sizes: number[] = [];
    for (
      let claimed = await claimDue(t.world, 20);
      claimed.length > 0;
      claimed = await claimDue(t.world, 20)
    ) {
      const clearing = claimed.filter(({ opruimingId }) => opruimingId !== null);
      if (clearing.length > 0) sizes.push(clearing.length);
      await Promise.all(claimed.map((notice) => settle(t.world, notice, { status: "verzonden" })));
    }
    expect(sizes.at(-1), "more than one is the last").toBeGreaterThan(1);
    expect((await noticesTo(t, noor, id)).length, "the card of the ib is drawn again").toBe(before + 1);
  });

  it("says where it cannot be done", async () => {
    await deliverAll();
    const { id } = await geagendeerd();
    await reading(t, id, [noor, bram]);
    t.clock.set(t.clock.now().add({ minutes: 1 }));
    done(await says(id));
    await deliverAll("mislukt");
    expect((await seen(t, noor, id)).toestemming?.opruiming).toMatchObject({
      open: 0,
      vast: 1,
      bij: [bram.naam],
    });
  });

  it("counts the line in the channel, which is taken out at once", async () => {
    await deliverAll();
    const szt = noor.lidmaatschappen[0]?.sztId ?? "";
    await aChannel(t, szt);
    const item = await aReady(t, noor);
    const ronde = await aClosedRound(t, { ib: noor, deelnemers: [noor, bram], items: [item] });
    await confirmed(t, noor, ronde);
    await posted(t, szt, ronde);
    await deliverAll();
    done(await says(item.id));
    const waiting = `kanaal_szt_id = '${szt}' and status = 'klaar' and soort = 'samenvatting_ververst' and opruiming_id is not null`;
    expect(await countOf(t, "kennisgeving", waiting)).toBe(1);
    expect((await seen(t, noor, item.id)).toestemming?.opruiming?.open).toBeGreaterThan(0);
  });

  it("a courier that comes too late ends nothing", async () => {
    await deliverAll();
    const { id } = await geagendeerd();
    await reading(t, id, [bram]);
    done(await says(id));
    const claimed = await claimDue(t.world, 20);
    await t.world.database.transact(taskScope(t.world.swvId, "koerier"), async (tx) => {
      t.clock.set(t.clock.now().add({ minutes: 3 }));
      await claimNotices(tx, 20, t.clock.now().add({ minutes: 3 }));
      for (const notice of claimed)
        await settleNotice(tx, { ...notice, pogingen: 99 }, { status: "verzonden" });
    });
    expect((await seen(t, noor, id)).toestemming?.opruiming?.open).toBeGreaterThan(0);
  });
});
