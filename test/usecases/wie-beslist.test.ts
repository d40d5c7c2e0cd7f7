/** Whose consent is needed, from the form that the ib fills in to what the others get to see of it. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Gezag, Partij } from "#domain/code.ts";
import type { GezagForm } from "#domain/gezag-form.ts";
import type { Actor } from "#domain/scope.ts";
import type { TerugkoppelingForm } from "#domain/terugkoppeling.ts";
import type { ToestemmingForm } from "#domain/toestemming-form.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { saveGezag } from "#usecases/gezag.ts";
import { klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { acceptAanbod } from "#usecases/regierol-aanbod.ts";
import { loadRegierolForm } from "#usecases/regierol-form.ts";
import { myTaken } from "#usecases/taken.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { aDecided, aTerugkoppeling, at, dossierOf, later, noticesTo } from "./a-besluit.ts";
import { anAct, aToestemmingForm, aWholeIntake, date, done, seen, setRegels } from "./an-intake.ts";
import { until } from "./day-by-day.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let esther: Actor;
let daan: Actor;
async function open(): Promise<void> {
  t = await aWorld();
  [esther, daan] = (await Promise.all(["esther", "daan"].map((handle) => t.actor(handle)))) as [Actor, Actor];
}
const close = () => t.close();

const both = ["ouder1", "ouder2"] as const;

/** Of a pupil of the VO born in this month. */
async function aPupil(geboortemaand: string, gezag: Gezag = "beide_ouders"): Promise<string> {
  const naam = `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
  const tafel = { aanTafel: ["orthopedagoog"] } as const;
  return aWholeIntake(t, esther, { naam, geboortemaand, leerjaar: "vo_1", gezag }, tafel);
}

function signedBy(partijen: readonly Partij[], over: Partial<ToestemmingForm> = {}): ToestemmingForm {
  const [yes] = aToestemmingForm().antwoorden;
  if (!yes) throw new Error("a form without answers");
  const antwoorden = partijen.map((partij) => ({ ...yes, partij }));
  return aToestemmingForm({ partners: ["orthopedagoog"], antwoorden, ...over });
}

const sign = async (id: string, ...form: Parameters<typeof signedBy>) =>
  done(await saveToestemming(anAct(t, esther), await at(t, id), signedBy(...form)));
const says = async (id: string, partij: Partij) =>
  done(
    await recordNee(anAct(t, esther), await at(t, id), { partij, op: date("2026-11-23"), vorm: "mondeling" }),
  );
const stand = async (id: string) => (await seen(t, esther, id)).toestemming;

/** On the agenda of the 7th, with Daan, whom the toestemming names. */
async function onItsWay(id: string): Promise<string> {
  done(await klaarzetten(anAct(t, esther), await at(t, id)));
  return onAgenda(t, id, { voorzitter: esther, deelnemers: [esther, daan] });
}

describe("at this moment", () => {
  beforeAll(open);
  afterEach(() => setRegels(t, {}));
  afterAll(close);

  describe("everyone who decides, and nobody less", () => {
    it.each<[string, string, Gezag, readonly Partij[]]>([
      ["both parents of a child of eleven", "2015-04", "beide_ouders", both],
      ["the one parent with gezag", "2015-04", "een_ouder", ["ouder1"]],
      ["a parent and the one who shares gezag with that parent", "2015-04", "ouder_en_niet_ouder", both],
      ["both voogden", "2015-04", "gezamenlijke_voogdij", ["voogd", "voogd2"]],
      ["the institution that has voogdij", "2015-04", "voogdij_instelling", ["voogd"]],
      ["both parents of a pupil of thirteen", "2013-04", "beide_ouders", both],
      ["a pupil of sixteen alone", "2010-04", "beide_ouders", ["leerling"]],
      ["a pupil of sixteen with a voogd", "2010-04", "voogdij_instelling", ["leerling"]],
      ["a pupil of eighteen", "2008-04", "meerderjarig", ["leerling"]],
    ])("%s", async (_, geboortemaand, gezag, who) => {
      const id = await aPupil(geboortemaand, gezag);
      for (const silent of who.length > 1 ? who : []) {
        await sign(
          id,
          who.filter((partij) => partij !== silent),
        );
        expect((await stand(id))?.ontbreekt).toEqual([{ code: "toestemming_ontbreekt", partij: silent }]);
        expect((await seen(t, esther, id)).mag.has("klaarzetten")).toBe(false);
      }
      await sign(id, who);
      await onItsWay(id);
      expect((await readHulpvraag(t.world, daan, id))?.leerling).not.toBeNull();
      const last = who.at(-1) ?? "leerling";
      await says(id, last);
      expect(await seen(t, esther, id)).toMatchObject({
        status: "concept",
        ronde: null,
        toestemming: { ontbreekt: [{ code: "toestemming_ingetrokken", partij: last }] },
      });
      expect(await readHulpvraag(t.world, daan, id)).toBeNull();
    });

    it("the yes of parents is none for a pupil of sixteen, and no form takes it for one", async () => {
      const id = await aPupil("2010-04");
      const result = await saveToestemming(anAct(t, esther), await at(t, id), signedBy(both));
      expect(result.ok && (await stand(id))?.geldig).toBe(false);
    });

    it("a parent without gezag is heard, and neither opens nor stops anything", async () => {
      const id = await aPupil("2015-04", "een_ouder");
      await sign(id, ["ouder1"]);
      await onItsWay(id);
      await says(id, "ouder2");
      expect(await seen(t, esther, id)).toMatchObject({
        status: "geagendeerd",
        toestemming: {
          geldig: true,
          antwoorden: [{ partij: "ouder1" }, { partij: "ouder2", soort: "bezwaar" }],
        },
      });
    });
  });

  describe("a pupil of seventeen, about whom there is a besluit", () => {
    async function aDecidedPupil(geboortemaand: string, who: readonly Partij[]): Promise<string> {
      const id = await aPupil(geboortemaand);
      await sign(id, who);
      done(await klaarzetten(anAct(t, esther), await at(t, id)));
      return aDecided(t, { ib: esther, houder: daan }, {}, id);
    }
    const tell = async (id: string, over: Partial<TerugkoppelingForm>) =>
      recordTerugkoppeling(
        anAct(t, esther),
        await at(t, id),
        aTerugkoppeling(t, { akkoordVan: ["leerling"], ...over }),
      );

    it("is asked whether the parents may hear of it, and the holder reads the answer", async () => {
      const id = await aDecidedPupil("2009-04", ["leerling"]);
      expect(await tell(id, {})).toMatchObject({ error: { problemen: { oudersHoren: { kind: "leeg" } } } });
      done(await tell(id, { antwoord: "nog_niet", oudersHoren: "ja" }));
      expect(await loadRegierolForm(t.world, esther, id, "terugkoppeling")).toMatchObject({
        value: { aanspreek: "leerling", oudersHoren: true },
      });
      done(await tell(id, { oudersHoren: "nee" }));
      expect(await seen(t, daan, id)).toMatchObject({ aanspreek: "leerling" });
      later(t);
      done(await acceptAanbod(anAct(t, daan), await at(t, id)));
      expect(await seen(t, daan, id)).toMatchObject({ aanspreek: "leerling", oudersHoren: false });
    });

    it("is asked that alone: of the parents of a pupil of thirteen nothing of it is kept", async () => {
      const id = await aDecidedPupil("2013-04", both);
      done(await tell(id, { akkoordVan: both, oudersHoren: "nee" }));
      expect((await dossierOf(t, id)).besluiten).toMatchObject([{ oudersHoren: null }]);
      expect(await seen(t, daan, id)).toMatchObject({ aanspreek: "ouders", oudersHoren: null });
    });
  });

  describe("a pupil of thirteen", () => {
    it("is asked: silence does not stop it and is shown, a no does", async () => {
      const id = await aPupil("2013-04");
      await sign(id, both);
      expect(await stand(id)).toMatchObject({ geldig: true, nogVragen: ["leerling"] });
      await onItsWay(id);
      await says(id, "leerling");
      expect(await seen(t, esther, id)).toMatchObject({ status: "concept", toestemming: { geldig: false } });
      expect(await readHulpvraag(t.world, daan, id)).toBeNull();
    });

    it("decides too where the samenwerkingsverband says so", async () => {
      await setRegels(t, { stem_leerling: "vereist" });
      const id = await aPupil("2013-04");
      await sign(id, both);
      expect((await stand(id))?.ontbreekt).toEqual([{ code: "toestemming_ontbreekt", partij: "leerling" }]);
      await sign(id, [...both, "leerling"]);
      expect(await stand(id)).toMatchObject({ geldig: true, nogVragen: [] });
    });

    it("whose no is only kept where the samenwerkingsverband says so", async () => {
      await setRegels(t, { bezwaar_leerling: "vastleggen" });
      const id = await aPupil("2013-04");
      await sign(id, both);
      await onItsWay(id);
      await says(id, "leerling");
      expect(await seen(t, esther, id)).toMatchObject({
        status: "geagendeerd",
        toestemming: { geldig: true },
      });
    });

    it("says yes to treatment too, also where nobody waits for it to talk about it", async () => {
      const id = await aPupil("2013-04");
      await sign(id, both, { doelen: ["start_hulp_wgbo", "verstrekking_extern"] });
      expect(await stand(id)).toMatchObject({
        geldig: true,
        doelen: [
          { doel: "start_hulp_wgbo", ontbreekt: ["leerling"] },
          { doel: "verstrekking_extern", ontbreekt: [] },
        ],
      });
      await sign(id, [...both, "leerling"], { doelen: ["start_hulp_wgbo"] });
      expect((await stand(id))?.doelen).toMatchObject([{ doel: "start_hulp_wgbo", ontbreekt: [] }]);
    });

    it("with a part of gezag elsewhere has treatment decided there as well, and the discussion by the parents", async () => {
      const id = await aPupil("2015-04");
      const form: GezagForm = {
        gezag: "beide_ouders",
        merken: ["ots", "gedeeltelijk_gezag_instelling"],
        standen: [],
      };
      done(await saveGezag(anAct(t, esther), await at(t, id), form));
      await sign(id, both, { doelen: ["start_jeugdhulp"] });
      expect(await stand(id)).toMatchObject({
        geldig: true,
        doelen: [{ doel: "start_jeugdhulp", ontbreekt: ["voogd"] }],
      });
      await sign(id, [...both, "voogd"], { doelen: ["start_jeugdhulp"] });
      expect((await stand(id))?.doelen).toEqual([{ doel: "start_jeugdhulp", ontbreekt: [] }]);
    });

    it("and a no of that one stops it like a no of gezag, and is said", async () => {
      const id = await aPupil("2015-04");
      const form: GezagForm = {
        gezag: "beide_ouders",
        merken: ["gedeeltelijk_gezag_pleegouder"],
        standen: [],
      };
      done(await saveGezag(anAct(t, esther), await at(t, id), form));
      await sign(id, both);
      await onItsWay(id);
      await says(id, "voogd2");
      expect(await seen(t, esther, id)).toMatchObject({
        status: "concept",
        toestemming: { geldig: false, ontbreekt: [{ code: "bezwaar_gemaakt", partij: "voogd2" }] },
      });
    });
  });

  describe("two parents", () => {
    const gescheiden: GezagForm = { gezag: "beide_ouders", merken: ["gescheiden"], standen: [] };

    it("both sign, unless the samenwerkingsverband takes one signature of parents who live together", async () => {
      const id = await aPupil("2015-04");
      await sign(id, ["ouder2"]);
      expect((await stand(id))?.geldig).toBe(false);
      await setRegels(t, { een_handtekening: "genoeg_bij_samen" });
      expect((await stand(id))?.geldig).toBe(true);
      done(await saveGezag(anAct(t, esther), await at(t, id), gescheiden));
      expect((await stand(id))?.ontbreekt).toEqual([{ code: "toestemming_ontbreekt", partij: "ouder1" }]);
    });

    it("of whom one signs for both: the other can still stop it", async () => {
      await setRegels(t, { een_handtekening: "genoeg_bij_samen" });
      const id = await aPupil("2015-04");
      await sign(id, ["ouder1"]);
      await onItsWay(id);
      await says(id, "ouder2");
      expect(await seen(t, esther, id)).toMatchObject({ status: "concept", toestemming: { geldig: false } });
    });
  });

  describe("a pupil who cannot decide", () => {
    it("is decided for by those with gezag, also at seventeen", async () => {
      const id = await aPupil("2009-04");
      const stand17 = { partij: "leerling", stand: "wilsonbekwaam", hoe: "verklaring_deskundige" } as const;
      done(
        await saveGezag(anAct(t, esther), await at(t, id), {
          gezag: "beide_ouders",
          merken: [],
          standen: [{ ...stand17, op: date("2026-10-01") }],
        }),
      );
      await sign(id, both);
      expect((await stand(id))?.geldig).toBe(true);
    });
  });
});

describe("a birthday while the hulpvraag runs", () => {
  beforeEach(open);
  afterEach(close);

  /** On the agenda, with consent of the parents, and a card with the name in the chats of both. */
  async function running(geboortemaand: string): Promise<string> {
    const id = await aPupil(geboortemaand);
    await sign(id, both);
    await onItsWay(id);
    await reading(t, id, [esther, daan]);
    return id;
  }
  const bothAndPupil = (on: string): ToestemmingForm => {
    const form = signedBy([...both, "leerling"]);
    return { ...form, antwoorden: form.antwoorden.map((one) => ({ ...one, op: date(on) })) };
  };

  it("the sixteenth takes it off the agenda when its month begins; the pupil says yes, and later alone decides", async () => {
    const id = await running("2010-12");
    await until(t, "2026-11-30T23:59");
    expect((await readHulpvraag(t.world, daan, id))?.leerling).not.toBeNull();
    const before = (await noticesTo(t, daan, id)).length;
    await until(t, "2026-12-01T00:01");
    expect(await seen(t, esther, id)).toMatchObject({
      status: "concept",
      ronde: null,
      toestemming: { ontbreekt: [{ code: "toestemming_ontbreekt", partij: "leerling" }] },
    });
    expect(await noticesTo(t, esther, id)).toContain("hulpvraag_terug");
    const toAsk = (await myTaken(t.world, esther)).taken.find(({ hulpvraagId }) => hulpvraagId === id);
    expect(toAsk, "not some weeks before the summer").toMatchObject({
      soort: "toestemming_verloopt",
      stand: "vandaag",
    });
    expect((await noticesTo(t, daan, id)).slice(before)).toEqual(["hulpvraag_ververst"]);
    expect(await readHulpvraag(t.world, daan, id)).toBeNull();
    done(await saveToestemming(anAct(t, esther), await at(t, id), bothAndPupil("2026-12-01")));
    expect((await stand(id))?.geldig).toBe(true);
    await until(t, "2027-01-01T00:01");
    expect((await stand(id))?.geldig).toBe(true);
    expect((await stand(id))?.ontbreekt).toEqual([]);
    done(
      await recordNee(anAct(t, esther), await at(t, id), {
        partij: "ouder1",
        op: date("2027-01-01"),
        vorm: "mail",
      }),
    );
    expect((await stand(id))?.geldig, "of whom the pupil decides, a parent stops nothing").toBe(true);
  });

  it("the twelfth stops it where pupils decide too", async () => {
    await setRegels(t, { stem_leerling: "vereist" });
    const id = await running("2014-12");
    await until(t, "2026-12-01T00:01");
    expect(await seen(t, esther, id)).toMatchObject({
      status: "concept",
      toestemming: { ontbreekt: [{ code: "toestemming_ontbreekt", partij: "leerling" }] },
    });
  });

  it("the twelfth, where pupils are asked, goes on and says on the card of the ib to ask", async () => {
    const id = await running("2014-12");
    expect((await stand(id))?.nogVragen).toEqual([]);
    const before = (await noticesTo(t, esther, id)).length;
    await until(t, "2026-12-01T00:01");
    expect(await seen(t, esther, id)).toMatchObject({
      status: "geagendeerd",
      toestemming: { geldig: true, nogVragen: ["leerling"] },
    });
    expect((await noticesTo(t, esther, id)).slice(before)).toEqual(["hulpvraag_ververst"]);
    await until(t, "2027-01-01T00:01");
    expect(await noticesTo(t, esther, id), "and says it once").toHaveLength(before + 1);
  });

  it("is seen too when the consent held only from later on, by a parent who turned out to have died", async () => {
    const id = await aPupil("2011-01");
    await sign(id, ["ouder1"]);
    await until(t, "2026-12-02T09:00");
    const dead = { partij: "ouder2", stand: "overleden", hoe: "akte_of_register" } as const;
    done(
      await saveGezag(anAct(t, esther), await at(t, id), {
        gezag: "beide_ouders",
        merken: [],
        standen: [{ ...dead, op: date("2026-12-01") }],
      }),
    );
    await onItsWay(id);
    await until(t, "2027-01-01T00:01");
    expect(await dossierOf(t, id)).toMatchObject({ status: "concept" });
  });
});
