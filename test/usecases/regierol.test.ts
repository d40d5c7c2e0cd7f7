import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { todayIn } from "#domain/today.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { backToSchakelteam, recordGiz, reportContact } from "#usecases/regierol.ts";
import { acceptAanbod, offerToOther, refuseAanbod } from "#usecases/regierol-aanbod.ts";
import { loadRegierolForm } from "#usecases/regierol-form.ts";
import { readRonde } from "#usecases/round-load.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { recordVoortgang } from "#usecases/voortgang.ts";
import {
  aDecided,
  aHeld,
  anOffer,
  aTerugkoppeling,
  at,
  dossierOf,
  holdersOf,
  later,
  noticesTo,
  termsOf,
} from "./a-besluit.ts";
import { anAct, date, done, eventsOf, signedAgain } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let hanna: Actor;
let peter: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, saskia, hanna, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "hanna", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const people = () => ({ ib: noor, houder: bram });
const goed = { hoe: "goed", contact: "ja", meerHulp: "nee" } as const;
const gone = { ok: false, error: { kind: "onzichtbaar" } };
const stale = { ok: false, error: { kind: "verouderd" } };

describe("a besluit", () => {
  it("asks the ib to tell the parents, within five schooldagen, and for akkoord within ten", async () => {
    const id = await aDecided(t, people());
    expect(await termsOf(t, id)).toEqual(["akkoord_regierol 2026-12-07", "terugkoppeling_ouders 2026-11-30"]);
    expect(await noticesTo(t, noor, id)).toContain("ouders_vertellen");
    expect((await noticesTo(t, bram, id)).filter((soort) => soort !== "hulpvraag_ververst")).toEqual([]);
  });

  it("that asks for more information has a term on the day it named", async () => {
    const id = await aDecided(t, people(), { besluiten: ["meer_informatie"], terugOp: date("2026-12-14") });
    expect(await termsOf(t, id)).toEqual(["meer_informatie 2026-12-14", "terugkoppeling_ouders 2026-11-30"]);
  });
});

describe("before the parents agreed", () => {
  it("nobody holds the regierol and nobody was asked", async () => {
    const id = await aDecided(t, people());
    expect(await holdersOf(t, id)).toEqual([]);
    expect(await dossierOf(t, id)).toMatchObject({ aanbod: null, regieSinds: null });
    expect(await acceptAanbod(anAct(t, bram), await at(t, id))).toEqual(stale);
  });

  it("parents who think about it end the term of telling them, and the other one runs on", async () => {
    const id = await aDecided(t, people());
    const form = aTerugkoppeling(t, { antwoord: "nog_niet", akkoordOp: null, akkoordVan: [] });
    expect(await recordTerugkoppeling(anAct(t, noor), await at(t, id), form)).toMatchObject({
      value: "verteld",
    });
    expect(await termsOf(t, id)).toEqual(["akkoord_regierol 2026-12-07"]);
    expect(await holdersOf(t, id)).toEqual([]);
    expect(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t))).toMatchObject({
      value: "akkoord",
    });
  });
});

describe("the akkoord", () => {
  it("makes the ib waarnemend holder and asks the person, in one act", async () => {
    const id = await aDecided(t, people());
    await reading(t, id, [noor, saskia]);
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t)));
    expect(await holdersOf(t, id)).toEqual([`waarnemend ${noor.persoonId}`]);
    expect(await dossierOf(t, id)).toMatchObject({
      status: "besproken",
      aanbod: { status: "aangeboden", persoonId: bram.persoonId },
    });
    expect(await noticesTo(t, bram, id)).toContain("regierol_aangeboden");
    expect(await noticesTo(t, saskia, id)).toContain("hulpvraag_ververst");
    expect(await termsOf(t, id)).toEqual(["aanbod_regierol 2026-11-30"]);
  });

  it.each([
    [
      "of one of two parents",
      { akkoordVan: ["ouder1"] },
      { akkoordVan: { kind: "niet_iedereen", ontbreekt: ["ouder2"] } },
    ],
    ["of nobody", { akkoordVan: [] }, { akkoordVan: { kind: "leeg" } }],
    ["of tomorrow", { akkoordOp: date("2030-01-01") }, { akkoordOp: { kind: "toekomst" } }],
    ["from before they were told", { akkoordOp: date("2026-11-20") }, { akkoordOp: { kind: "te_vroeg" } }],
    ["without a day of telling them", { verteldOp: null }, { verteldOp: { kind: "leeg" } }],
    ["told before the besluit", { verteldOp: date("2026-11-20") }, { verteldOp: { kind: "te_vroeg" } }],
    ["without an answer", { antwoord: null }, { antwoord: { kind: "leeg" } }],
  ] as const)("%s is refused, and nothing is kept of it", async (_, over, problemen) => {
    const id = await aDecided(t, people());
    const before = await at(t, id);
    const result = await recordTerugkoppeling(anAct(t, noor), before, aTerugkoppeling(t, over));
    expect(result).toMatchObject({ ok: false, error: { kind: "velden", problemen } });
    expect(await at(t, id)).toEqual(before);
    expect(await holdersOf(t, id)).toEqual([]);
  });

  it("recorded by two people at one moment counts once", async () => {
    const id = await aDecided(t, people());
    const where = await at(t, id);
    const both = await Promise.all(
      [1, 2].map(() => recordTerugkoppeling(anAct(t, noor), where, aTerugkoppeling(t))),
    );
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    expect(await holdersOf(t, id)).toHaveLength(1);
  });

  it("by the same press twice counts once", async () => {
    const id = await aDecided(t, people());
    const act = anAct(t, noor);
    const where = await at(t, id);
    done(await recordTerugkoppeling(act, where, aTerugkoppeling(t)));
    expect(await recordTerugkoppeling(act, where, aTerugkoppeling(t))).toEqual({
      ok: false,
      error: { kind: "al_gedaan" },
    });
  });

  it.each([
    ["a partner of the case", () => bram],
    ["a member who is not named", () => peter],
  ])("cannot be recorded by %s", async (_, who) => {
    const id = await aDecided(t, people());
    const result = await recordTerugkoppeling(anAct(t, who()), await at(t, id), aTerugkoppeling(t));
    expect(result.ok).toBe(false);
    expect(await holdersOf(t, id)).toEqual([]);
  });
});

describe("a no of the parents", () => {
  it("puts it back for the next round when the ib chooses so", async () => {
    const id = await aDecided(t, people());
    const form = aTerugkoppeling(t, { antwoord: "nee", akkoordVan: ["ouder2"], daarna: "klaargezet" });
    expect(await recordTerugkoppeling(anAct(t, noor), await at(t, id), form)).toMatchObject({
      value: "geweigerd",
    });
    expect(await dossierOf(t, id)).toMatchObject({ status: "klaargezet", aanbod: null, regieSinds: null });
    expect(await termsOf(t, id)).toEqual([]);
  });

  it("puts it back to a concept when the ground is gone, for klaargezet rests on one", async () => {
    const id = await aDecided(t, people());
    const said = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), said));
    const form = aTerugkoppeling(t, { antwoord: "nee", akkoordVan: ["ouder2"], daarna: "klaargezet" });
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), form));
    expect((await dossierOf(t, id)).status).toBe("concept");
    expect((await readHulpvraag(t.world, noor, id))?.mag.has("agenderen")).toBe(false);
  });

  it("or closes it with a reason", async () => {
    const id = await aDecided(t, people());
    const nee = { antwoord: "nee", akkoordVan: ["ouder2"], daarna: "afgesloten" } as const;
    expect(
      await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t, nee)),
    ).toMatchObject({
      error: { problemen: { reden: { kind: "leeg" } } },
    });
    const form = aTerugkoppeling(t, { ...nee, reden: "niet" });
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), form));
    expect(await dossierOf(t, id)).toMatchObject({ status: "afgesloten", afsluitreden: "niet" });
  });
});

describe("the parents were told that", () => {
  it.each([
    ["basisondersteuning", {}, "basisondersteuning"],
    ["afsluiten", { reden: "doel_bereikt" }, "doel_bereikt"],
  ] as const)("%s closes the hulpvraag with its reason", async (besluit, over, reden) => {
    const id = await aDecided(t, people(), { besluiten: [besluit] });
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t, over)));
    expect(await dossierOf(t, id)).toMatchObject({ status: "afgesloten", afsluitreden: reden });
    expect(await termsOf(t, id)).toEqual([]);
  });

  it("more information is needed leaves it waiting for the next round", async () => {
    const id = await aDecided(t, people(), { besluiten: ["meer_informatie"], terugOp: date("2026-12-14") });
    expect(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t))).toMatchObject({
      value: "gemeld",
    });
    expect(await dossierOf(t, id)).toMatchObject({ status: "klaargezet" });
    expect(await termsOf(t, id)).toEqual(["meer_informatie 2026-12-14"]);
  });
});

describe("the person who was asked", () => {
  it("sees the question and no name, and says yes", async () => {
    const id = await anOffer(t, people());
    const gezien = seeHulpvraag(await dossierOf(t, id), bram, t.clock.now());
    expect(gezien?.aanbod).toEqual({ naam: bram.naam, aanMij: true, geldt: true, onbeantwoord: false });
    expect([...(gezien?.mag ?? [])]).toEqual(["aanbod_aannemen", "aanbod_weigeren"]);
    done(await acceptAanbod(anAct(t, bram), await at(t, id)));
    later(t);
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
    const dossier = await dossierOf(t, id);
    expect(dossier).toMatchObject({ status: "in_uitvoering", aanbod: { status: "aanvaard" } });
    expect(seeHulpvraag(dossier, bram, t.clock.now())?.leerling?.naam).toContain("Kanarie");
  });

  it("who has the regierol, has it without a gap from the very instant at which the ib stopped", async () => {
    const id = await aHeld(t, people());
    const [first, second] = (await dossierOf(t, id)).regierollen;
    expect([first?.soort, second?.soort]).toEqual(["waarnemend", "actief"]);
    expect(first?.tot?.toString()).toBe(second?.van.toString());
  });

  it("with the yes the terms of the regierol begin, and the ib and the holder are told", async () => {
    const id = await anOffer(t, people());
    await reading(t, id, [noor, bram]);
    done(await acceptAanbod(anAct(t, bram), await at(t, id)));
    later(t);
    expect(await termsOf(t, id)).toEqual([
      "actielijnen 2027-02-01",
      "driemaandsreview 2027-02-23",
      "eerste_contact 2026-11-30",
      "giz 2027-01-18",
      "voortgang 2027-01-18",
    ]);
    expect((await noticesTo(t, bram, id)).at(-1)).toBe("regierol_begint");
    expect((await noticesTo(t, noor, id)).at(-1)).toBe("regierol_aanvaard");
    expect(await eventsOf(t, bram)).toContain("regierol_aanvaard");
  });

  it("who presses twice at one moment has it once", async () => {
    const id = await anOffer(t, people());
    const where = await at(t, id);
    const both = await Promise.all([1, 2].map(() => acceptAanbod(anAct(t, bram), where)));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    expect(await holdersOf(t, id)).toHaveLength(1);
  });

  it("says yes while the ib asks somebody else: one of the two counts, and there is one holder", async () => {
    const id = await anOffer(t, people());
    const where = await at(t, id);
    const form = {
      aan: saskia.persoonId,
      akkoordOp: date("2026-11-23"),
      akkoordVan: ["ouder1", "ouder2"],
    } as const;
    const both = await Promise.all([
      acceptAanbod(anAct(t, bram), where),
      offerToOther(anAct(t, noor), where, form),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await holdersOf(t, id)).toHaveLength(1);
  });

  it("nobody else can take it", async () => {
    const id = await anOffer(t, people());
    const where = await at(t, id);
    expect(await acceptAanbod(anAct(t, peter), where)).toEqual(gone);
    expect(await acceptAanbod(anAct(t, hanna), where)).toEqual(gone);
    expect(await acceptAanbod(anAct(t, noor), where)).toEqual(stale);
    expect(await holdersOf(t, id)).toEqual([`waarnemend ${noor.persoonId}`]);
  });

  it("says no with a reason; the ib stays waarnemend, is told, and asks somebody else", async () => {
    const id = await anOffer(t, people());
    done(await refuseAanbod(anAct(t, bram), await at(t, id), "geen_tijd"));
    expect(await holdersOf(t, id)).toEqual([`waarnemend ${noor.persoonId}`]);
    expect((await noticesTo(t, noor, id)).at(-1)).toBe("regierol_geweigerd");
    expect(await termsOf(t, id)).toEqual(["nieuw_aanbod 2026-11-30"]);
    const no = { naam: bram.naam, reden: "geen_tijd" };
    expect((await readHulpvraag(t.world, noor, id))?.weigeringen).toEqual([no]);
    expect((await readHulpvraag(t.world, saskia, id))?.weigeringen).toEqual([]);
    const dialog = await loadRegierolForm(t.world, noor, id, "ander_regierol_aanbod");
    expect(dialog).toMatchObject({ value: { geweigerd: [bram.persoonId] } });
    const [today] = [date("2026-11-23")];
    const form = { aan: saskia.persoonId, akkoordOp: today, akkoordVan: ["ouder1", "ouder2"] } as const;
    done(await offerToOther(anAct(t, noor), await at(t, id), form));
    const next = await loadRegierolForm(t.world, noor, id, "ander_regierol_aanbod");
    const others = next.ok ? next.value.kandidaten.map(({ persoonId }) => persoonId) : [];
    expect(others, "who has not answered yet is not somebody else").toContain(bram.persoonId);
    expect(others).not.toContain(saskia.persoonId);
    expect(await noticesTo(t, saskia, id)).toContain("regierol_aangeboden");
    expect(await termsOf(t, id)).toEqual(["aanbod_regierol 2026-11-30"]);
    const asked = await dossierOf(t, id);
    expect(asked.aanbod).toMatchObject({ persoonId: saskia.persoonId, besluitId: asked.besluiten[0]?.id });
    const rondeId = asked.agendapunten[0]?.ronde.id ?? "";
    expect((await readRonde(t.world, noor, rondeId))?.punten[0]?.besluit?.regierolVoor).toBe(bram.naam);
    done(await acceptAanbod(anAct(t, saskia), await at(t, id)));
    later(t);
    expect(await holdersOf(t, id)).toEqual([`actief ${saskia.persoonId}`]);
  });

  it("is somebody else only with akkoord of the parents for that person, and able to hold it", async () => {
    const id = await anOffer(t, people());
    const form = {
      aan: saskia.persoonId,
      akkoordOp: date("2026-11-23"),
      akkoordVan: ["ouder1", "ouder2"],
    } as const;
    const where = await at(t, id);
    const ask = (over: object) => offerToOther(anAct(t, noor), where, { ...form, ...over });
    expect(await ask({ akkoordVan: ["ouder1"] })).toMatchObject({ error: { problemen: { akkoordVan: {} } } });
    expect(await ask({ akkoordOp: null })).toMatchObject({
      error: { problemen: { akkoordOp: { kind: "leeg" } } },
    });
    expect(await ask({ aan: peter.persoonId })).toMatchObject({
      error: { problemen: { aan: { kind: "niet_in_team" } } },
    });
    expect(await ask({ aan: null })).toMatchObject({ error: { problemen: { aan: { kind: "leeg" } } } });
    expect(await holdersOf(t, id)).toEqual([`waarnemend ${noor.persoonId}`]);
  });

  it("when an offer lapses because another is asked, sees nothing of it any more", async () => {
    const id = await anOffer(t, { ib: noor, houder: hanna });
    await reading(t, id, [hanna]);
    expect(await readHulpvraag(t.world, hanna, id)).not.toBeNull();
    const form = {
      aan: saskia.persoonId,
      akkoordOp: date("2026-11-23"),
      akkoordVan: ["ouder1", "ouder2"],
    } as const;
    done(await offerToOther(anAct(t, noor), await at(t, id), form));
    expect(await readHulpvraag(t.world, hanna, id)).toBeNull();
    expect((await noticesTo(t, hanna, id)).at(-1)).toBe("hulpvraag_ververst");
  });
});

describe("the holder", () => {
  it("reports the first contact and the progress with a day and nothing else; progress comes again", async () => {
    const id = await aHeld(t, people());
    done(await reportContact(anAct(t, bram), await at(t, id)));
    expect((await termsOf(t, id)).filter((term) => term.startsWith("eerste"))).toEqual([]);
    t.clock.set(Temporal.Instant.from("2027-01-11T09:00:00Z"));
    done(await recordVoortgang(anAct(t, bram), await at(t, id), goed));
    expect((await termsOf(t, id)).filter((term) => term.startsWith("voortgang"))).toEqual([
      "voortgang 2027-03-01",
    ]);
    expect((await termsOf(t, id, "klaar")).filter((term) => term.startsWith("voortgang"))).toEqual([
      "voortgang 2027-01-18",
    ]);
  });

  it.each([
    ["afgenomen", { uitkomst: "afgenomen", op: date("2027-01-11"), reden: null }, false],
    ["niet nodig", { uitkomst: "niet_nodig", op: null, reden: "plan_loopt_al" }, false],
    ["geweigerd", { uitkomst: "geweigerd", op: null, reden: null }, false],
    ["gepland", { uitkomst: "gepland", op: date("2027-02-10"), reden: null }, true],
  ] as const)("records a GIZ as %s; only a planned one stays a task", async (_, form, open) => {
    const id = await aHeld(t, people());
    done(await recordGiz(anAct(t, bram), await at(t, id), form));
    expect((await termsOf(t, id)).some((term) => term.startsWith("giz"))).toBe(open);
    expect((await dossierOf(t, id)).regierollen.at(-1)?.giz).toBe(form.uitkomst);
  });

  it.each([
    [{ uitkomst: "niet_nodig", op: null, reden: null }, { reden: { kind: "leeg" } }],
    [{ uitkomst: "afgenomen", op: date("2030-01-01"), reden: null }, { op: { kind: "toekomst" } }],
    [{ uitkomst: "afgenomen", op: date("2026-11-22"), reden: null }, { op: { kind: "te_vroeg" } }],
    [{ uitkomst: "gepland", op: date("2026-01-01"), reden: null }, { op: { kind: "voorbij" } }],
    [{ uitkomst: null, op: null, reden: null }, { uitkomst: { kind: "leeg" } }],
  ] as const)("records no GIZ from %o", async (form, problemen) => {
    const id = await aHeld(t, people());
    expect(await recordGiz(anAct(t, bram), await at(t, id), form)).toMatchObject({ error: { problemen } });
  });

  it("gives it back to the schakelteam and stays the holder; the ib is told", async () => {
    const id = await aHeld(t, people());
    done(await backToSchakelteam(anAct(t, bram), await at(t, id)));
    expect(await dossierOf(t, id)).toMatchObject({ status: "klaargezet" });
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
    expect((await noticesTo(t, noor, id)).at(-1)).toBe("hulpvraag_terug");
  });

  it("who gives it back twice at one moment does so once", async () => {
    const id = await aHeld(t, people());
    const where = await at(t, id);
    const both = await Promise.all([1, 2].map(() => backToSchakelteam(anAct(t, bram), where)));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    expect((await noticesTo(t, noor, id)).filter((soort) => soort === "hulpvraag_terug")).toHaveLength(1);
  });

  it("is the only one who reports", async () => {
    const id = await aHeld(t, people());
    const where = await at(t, id);
    expect(await recordVoortgang(anAct(t, noor), where, goed)).toEqual(stale);
    expect(await recordVoortgang(anAct(t, saskia), where, goed)).toEqual(stale);
    expect(await recordVoortgang(anAct(t, peter), where, goed)).toEqual(gone);
  });
});

describe("what the parents took back", () => {
  const today = () => todayIn(t.clock.now());

  /** On this day ouder 1 takes it back; two days later both sign for somebody else. */
  async function takenBackAndSignedAgain(id: string): Promise<Temporal.PlainDate> {
    const op = today();
    done(await recordNee(anAct(t, noor), await at(t, id), { partij: "ouder1", op, vorm: "mondeling" }));
    later(t, "PT48H");
    const again = signedAgain(today().toString(), { partners: ["scp"] });
    done(await saveToestemming(anAct(t, noor), await at(t, id), again));
    return op;
  }

  it("a regierol does not come back with another toestemming: the holder sees nothing until they agree anew", async () => {
    const id = await aHeld(t, people());
    const op = await takenBackAndSignedAgain(id);
    const bramSees = await readHulpvraag(t.world, bram, id);
    expect(bramSees?.wat ?? null).toBeNull();
    expect(bramSees?.leerling?.naam ?? null).toBeNull();
    expect(bramSees?.mag.has("voortgang") ?? false).toBe(false);
    const ib = await readHulpvraag(t.world, noor, id);
    expect(ib?.mag.has("ander_regierol_aanbod")).toBe(true);
    const form = {
      aan: bram.persoonId,
      akkoordOp: op,
      akkoordVan: ["ouder1", "ouder2"] as const,
    };
    expect(await offerToOther(anAct(t, noor), await at(t, id), form)).toMatchObject({
      error: { kind: "velden", problemen: { akkoordOp: { kind: "te_vroeg", vanaf: op.add({ days: 1 }) } } },
    });
    done(await offerToOther(anAct(t, noor), await at(t, id), { ...form, akkoordOp: today() }));
    done(await acceptAanbod(anAct(t, bram), await at(t, id)));
    expect((await readHulpvraag(t.world, bram, id))?.wat).not.toBeNull();
    expect((await readHulpvraag(t.world, noor, id))?.mag.has("ander_regierol_aanbod")).toBe(false);
  });

  it("a question about the regierol does not come back either: nobody can say yes to it", async () => {
    const id = await anOffer(t, people());
    await takenBackAndSignedAgain(id);
    expect((await readHulpvraag(t.world, bram, id))?.wat ?? null).toBeNull();
    const said = await acceptAanbod(anAct(t, bram), await at(t, id));
    expect(said.ok).toBe(false);
    expect(await holdersOf(t, id)).toEqual([`waarnemend ${noor.persoonId}`]);
  });
});
