import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { file } from "#bot/inzage.ts";
import { inzageVan } from "#database/inzage.ts";
import { inzageSchema } from "#domain/inzage.ts";
import { getoondeVelden, inzageTabelNamen } from "#domain/inzage-veld.ts";
import type { Verzoeker } from "#domain/rechten.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { saveStap2 } from "#usecases/intake-stap.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { makeInzageLinks, takeInzage } from "#usecases/inzage.ts";
import { askRechten, findRechten, readRechten } from "#usecases/rechten.ts";
import { releaseSummary } from "#usecases/samenvatting-vrijgave.ts";
import { askWissing } from "#usecases/wissing.ts";
import { drawn, readPdf } from "../outside/pdf-read.ts";
import { at, dossierOf, later, leaves } from "./a-besluit.ts";
import { aChannel, aClosedRound, aReady, confirmed, posted } from "./a-closed-round.ts";
import { aWholeCase, toldInTeams, type WholeCase } from "./a-whole-case.ts";
import {
  aConcept,
  aConsented,
  anAct,
  aStap1,
  aStap2,
  aWholeIntake,
  countOf,
  date,
  done,
  eventsOf,
  zelfdeAls,
} from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let wim: Actor;
let fatima: Actor;
let esther: Actor;
let one: WholeCase;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, wim, fatima, esther] = (await Promise.all(
    ["noor", "bram", "wim", "fatima", "esther"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor, Actor];
  one = await aWholeCase(t, { ib: noor, houder: bram });
  await toldInTeams(t, { ib: noor, houder: bram }, one);
});
afterAll(() => t.close());

const ouder = { van: ["ouder1"], identiteit: "legitimatie_gezien" } as const;

async function links(id: string, actor = noor) {
  const made = done(await makeInzageLinks(anAct(t, actor), id, ouder));
  if (made.kind !== "links") throw new Error(made.waarom.kind);
  return made;
}

async function copyOf(id: string) {
  const taken = await takeInzage(t.world, (await links(id)).json);
  if (!taken) throw new Error("no copy");
  return taken.inzage;
}

/** Fields that this case did not come across; their columns are in its tables all the same. */
const notMet = [
  "actie.overdracht_aan",
  "actie.overdracht_door",
  "actie.overdracht_stand",
  "actie.overdracht_reden",
  "terugkoppeling.ouders_horen",
  "hulpvraag.ouders_vraag",
  "hulpvraag.regie_sinds",
  "hulpvraag.afsluiting_voorgesteld",
  "hulpvraag.afsluiting_voorgesteld_door",
  "toestemming.vervangen_op",
  "toestemming.onderwerpen",
  "toestemming.ingetrokken_op",
  "toestemming.bezwaar_op",
  "hulpvraag.opruiming_op",
  "hulpvraag.grondslag_weg_op",
  "leerling.gezag_gecontroleerd_op",
  "besluit.terug_op",
  "correctie.actie_id",
  "regierol_aanbod.reden",
  "aanmelding.ontvangen_op",
  "aanmelding.opgepakt_op",
  "aanmelding.nagevraagd_op",
  "aanmelding.uitkomst",
  "aanmelding.uitkomst_op",
  "traject.tussen_op",
  "traject.tussen_stand",
  "traject.meer_hulp_op",
  "traject.eind_gepland_op",
  "traject.verlengd_op",
  "traject.verlengd_reden",
  "traject.verlengd_weken",
  "traject.eind_op",
  "traject.uitkomst",
  "traject.gestopt_op",
  "traject.stopreden",
  "wachtplek.contact_id",
  "wachtplek.nagevraagd_op",
  "wachtplek.uitkomst",
  "wachtplek.uitkomst_op",
  "wachtplek.wachtdagen",
  "wachtplek.geen_overbrugging",
  "overbrugging.door_id",
  "overbrugging.einde",
  "overbrugging.einde_op",
  "overbrugging.doelcheck",
  "overbrugging.verleng_reden",
  "regierol_voorstel.aan_id",
  "waarneming.akkoord_op",
  "waarneming.begonnen_op",
  "regierol.giz",
  "regierol.giz_op",
  "regierol.giz_reden",
  "actie.gedaan_op",
  "actie.gedaan_door",
  "termijn.uitstelreden",
  "termijn.verzet_naar",
  "termijn.verzet_op",
  "wissing.tegen",
  "wissing.weigerreden",
  "wissing.beantwoord_op",
  "wissing.gewist_op",
  "wissing.klaar_op",
  "kennisgeving.verzonden_op",
  "wekker.gedaan_op",
  "gebeurtenis.taak",
];

describe("a copy of all that is held about a leerling", () => {
  it("keeps to its schema, and says everything that the texts said", async () => {
    const inzage = inzageSchema.parse(await copyOf(one.id));
    const text = JSON.stringify(inzage);
    for (const word of [
      one.naam,
      one.referentie,
      "rust in de klas",
      "vaste plek",
      "Leerlingdossier",
      "meekijkt",
      "actiekanarie",
      "notitiekanarie",
    ])
      expect(text).toContain(word);
  });

  it("has rows of every table that this leerling is in, and no field that is always empty", async () => {
    const waiting = await askWissing(anAct(t, noor), one.id, {
      reden: "niet_meer_nodig",
      tweedeId: wim.persoonId,
      van: [],
      identiteit: null,
    });
    expect(waiting.ok).toBe(true);
    const { tabellen } = await copyOf(one.id);
    const without = inzageTabelNamen.filter((tabel) => (tabellen[tabel] ?? []).length === 0);
    // What was asked of the directeur has a story of its own: test/stories/uitzondering.test.ts.
    const asked = inzageTabelNamen.filter((tabel) => tabel.startsWith("uitzondering"));
    expect(without).toEqual([
      "leerling_partij",
      "ouderinformatie",
      "genodigde",
      "verslag_wijziging",
      ...asked,
      "bewaartermijn",
    ]);
    const dead = inzageTabelNamen
      .filter((tabel) => !without.includes(tabel))
      .flatMap((tabel) =>
        getoondeVelden(tabel)
          .filter(([kolom]) => (tabellen[tabel] ?? []).every((rij) => rij[kolom] === null))
          .map(([kolom]) => `${tabel}.${kolom}`),
      );
    expect(dead.filter((veld) => !notMet.includes(veld))).toEqual([]);
  });

  it("says who saw it and what was done as function, not by name", async () => {
    const inzage = await copyOf(one.id);
    const text = JSON.stringify(inzage);
    for (const name of ["Noor Visser", "Bram de Wit", "Wim Dekker"]) expect(text).not.toContain(name);
    const log = inzage.tabellen.gebeurtenis ?? [];
    expect(log.map(({ soort }) => soort)).toEqual(
      expect.arrayContaining([
        "hulpvraag_gestart",
        "toestemming_vastgelegd",
        "besluit_vastgelegd",
        "rechten_bekeken",
        "inzage_opgehaald",
      ]),
    );
    expect(log[0]?.actor_id).toEqual({ functies: ["ib"], organisatie: "De Regenboog" });
    expect(inzage.verwerking.ontvangers, "named or invited is not seen").toEqual(["ib"]);
  });

  it("names the rounds, the line in the channel, how long it stays, and where to complain", async () => {
    const inzage = await copyOf(one.id);
    expect(inzage.tabellen.agendapunt?.[0]?.ronde_id).toMatchObject({
      datum: "2026-11-23",
      deelnemers: ["ib", "smw"],
    });
    expect(inzage.kanaal[0]?.regel).toMatchObject({ caseRef: one.referentie });
    expect(inzage.verwerking.bewaren).toEqual([{ referentie: one.referentie, wissenOp: "2028-11-23" }]);
    expect(inzage.verwerking.rechten).toContain("klacht");
  });

  it("numbers rows, and has no id of ours in it", async () => {
    const text = JSON.stringify(await copyOf(one.id));
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const { tabellen } = await copyOf(one.id);
    expect(tabellen.terugkoppeling?.[0]).toMatchObject({ besluit_id: 1, hulpvraag_id: 1 });
  });

  it("is about all hulpvragen of the leerling, by the number of any", async () => {
    const naam = "Twee Kanarievragen";
    const first = await aWholeIntake(t, noor, { naam });
    done(await intrekken(anAct(t, noor), { id: first, versie: 3 }));
    const second = await aConsented(t, noor, { naam, zelfde: await zelfdeAls(t, noor, first) });
    for (const id of [first, second]) expect((await copyOf(id)).tabellen.hulpvraag).toHaveLength(2);
  });

  it("has nothing of another leerling", async () => {
    const other = await aWholeCase(t, { ib: noor, houder: bram });
    const text = JSON.stringify(await copyOf(one.id));
    expect(text).not.toContain(other.naam);
    expect(text).not.toContain(other.referentie);
  });

  it("tells no name of another leerling whom a text names, and the own one whole", async () => {
    await aWholeIntake(t, noor, { naam: "Melodie Zomer" });
    const id = await aConcept(t, noor, { naam: "Kluut Zomer" });
    const vraag = "Kluut Zomer zit naast Melodie, en melodie lacht.";
    done(await saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2({ vraag })));
    const text = JSON.stringify(await copyOf(id));
    expect(text).toContain("Kluut Zomer zit naast [naam], en [naam] lacht.");
    expect(text).not.toMatch(/melodie/i);
  });
});

describe("a copy after a withdrawal", () => {
  it("says that the toestemming holds no more, when it was taken back, and that the line is taken away", async () => {
    const item = await aReady(t, noor);
    const rondeId = await aClosedRound(t, { ib: noor, deelnemers: [noor, bram], items: [item] });
    const { sztId } = await dossierOf(t, item.id);
    await aChannel(t, sztId);
    await confirmed(t, noor, rondeId);
    const send = async () => {
      if (!(await releaseSummary(t.world, sztId, rondeId))) throw new Error("nothing for the channel");
      await posted(t, sztId, rondeId);
    };
    const shown = async () => {
      const { tabellen, kanaal, verwerking } = await copyOf(item.id);
      const [toestemming] = tabellen.toestemming ?? [];
      return { toestemming, kanaal, grondslagen: verwerking.grondslagen };
    };
    await send();
    const { referentie } = item;
    expect(await shown()).toMatchObject({
      toestemming: { geldt_nu: true, ingetrokken_op: null, bezwaar_op: null },
      kanaal: [{ stand: "staat_er", weggehaald_op: null }],
      grondslagen: [{ referentie, grondslag: "schriftelijk" }],
    });
    later(t);
    const taken = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, item.id), taken));
    expect(await shown(), "Teams has not heard of it yet").toMatchObject({
      toestemming: { geldt_nu: false, ingetrokken_op: "2026-11-23", bezwaar_op: null },
      kanaal: [{ stand: "wordt_weggehaald", weggehaald_op: null }],
      grondslagen: [{ referentie, grondslag: null }],
    });
    later(t);
    await send();
    expect((await shown()).kanaal).toMatchObject([
      { stand: "weggehaald", weggehaald_op: expect.stringMatching(/^2026-11-2/) },
    ]);
  });
});

describe("what parents do not hear of yet", () => {
  it("takes the leerling out of the copy when nothing else of it is left", async () => {
    const naam = "Stille Kanarie";
    const first = await aWholeIntake(t, noor, { naam });
    done(await intrekken(anAct(t, noor), { id: first, versie: 3 }));
    const second = await aConsented(t, noor, { naam, zelfde: await zelfdeAls(t, noor, first) });
    const { leerlingId } = await dossierOf(t, first);
    const left = (zonder: readonly string[]) =>
      t.world.database.transact(scopeOf(noor), (tx) => inzageVan(tx, [leerlingId], zonder));
    expect(await left([first])).toMatchObject({ hulpvraagIds: [second], leerlingIds: [leerlingId] });
    expect(await left([first, second])).toEqual({ hulpvraagIds: [], leerlingIds: [], zaken: [] });
  });
});

describe("the link to a copy", () => {
  it("works once, as gegevens.json, and is no other one's", async () => {
    const made = await links(one.id);
    const got = await file(t.world)(made.json);
    expect(got).toMatchObject({ name: "gegevens.json", type: "application/json; charset=utf-8" });
    expect(await file(t.world)(made.json)).toBeNull();
    expect(await eventsOf(t, noor)).toContain("inzage_opgehaald");
  });

  it("works once, as gegevens.pdf, which says the same in words", async () => {
    const made = await links(one.id);
    const got = await file(t.world)(made.pdf);
    expect(got).toMatchObject({ name: "gegevens.pdf", type: "application/pdf" });
    expect(await file(t.world)(made.pdf)).toBeNull();
    if (!(got?.body instanceof Uint8Array)) throw new Error("no bytes");
    const letters = drawn(readPdf(got.body)).letters.replaceAll(/\s/g, "");
    for (const word of [
      one.naam,
      one.referentie,
      "Hoe krijgt zij meer rust in de klas?",
      "Leerlingdossier, map toestemming",
      "Schriftelijke toestemming",
      "Haalde een kopie op van alles wat er staat.",
      "autoriteitpersoonsgegevens.nl",
    ])
      expect(letters).toContain(word.replaceAll(" ", ""));
    expect(letters).not.toContain("NoorVisser");
  });

  it("is gone after ten minutes", async () => {
    const now = t.clock.now();
    const made = await links(one.id);
    t.clock.set(now.add({ minutes: 10 }));
    expect(await takeInzage(t.world, made.json)).toBeNull();
    t.clock.set(now);
  });

  it("is given to one of two who come at the same moment", async () => {
    const made = await links(one.id);
    const both = await Promise.all([takeInzage(t.world, made.json), takeInzage(t.world, made.json)]);
    expect(both.filter((taken) => taken !== null)).toHaveLength(1);
  });

  it("gives nothing to who is not the ib any more, and is used up by it", async () => {
    const own = await aWorld();
    const [ib, houder] = (await Promise.all(["noor", "bram"].map((handle) => own.actor(handle)))) as [
      Actor,
      Actor,
    ];
    const id = await aWholeIntake(own, ib);
    const made = done(await makeInzageLinks(anAct(own, ib), id, ouder));
    if (made.kind !== "links") throw new Error("no links");
    await leaves(own, ib, "2026-11-22");
    expect(await takeInzage(own.world, made.json)).toBeNull();
    expect(await countOf(own, "bestandslink", "gebruikt_op is not null")).toBe(1);
    expect(houder.naam).toBe("Bram de Wit");
    await own.close();
  });

  it("is kept as a hash, and its file not at all", async () => {
    const made = await links(one.id);
    expect(await countOf(t, "bestandslink", `encode(token_hash, 'escape') like '%${made.json}%'`)).toBe(0);
  });
});

describe("who asks for a copy", () => {
  const ages: readonly (readonly [string, string, readonly Verzoeker[], string])[] = [
    ["a parent with gezag", "2017-04", ["ouder1"], "links"],
    ["the other parent with gezag", "2017-04", ["ouder2"], "links"],
    ["a parent together with the pupil", "2017-04", ["ouder1", "leerling"], "links"],
    ["the pupil of nine alone", "2017-04", ["leerling"], "nog_geen_zestien"],
    ["a voogd where parents have gezag", "2017-04", ["voogd"], "geen_gezag"],
    ["a parent without gezag", "2017-04", ["ouder_zonder_gezag"], "alleen_informatie"],
    ["a parent of a pupil of fifteen", "2010-12", ["ouder1"], "links"],
    ["a parent in the month of the sixteenth birthday", "2010-11", ["ouder1"], "leerling_zelf"],
    ["the pupil in that month", "2010-11", ["leerling"], "links"],
    ["a parent of a pupil of sixteen", "2010-10", ["ouder1"], "leerling_zelf"],
    ["the pupil of sixteen", "2010-10", ["leerling"], "links"],
  ];
  it.each(ages)("%s (born %s)", async (_, geboortemaand, van, expected) => {
    const isOlder = geboortemaand.startsWith("2010");
    const ib = isOlder ? esther : noor;
    const stap1 = {
      naam: `Vraag ${Math.random()
        .toString(36)
        .replace(/[^a-z]/g, "")}`,
      geboortemaand,
      leerjaar: isOlder ? "vo_4" : "po_5",
    } as const;
    const id = await aWholeIntake(t, ib, stap1, isOlder ? { aanTafel: ["orthopedagoog"] } : {});
    const made = done(await makeInzageLinks(anAct(t, ib), id, { van, identiteit: "bekend" }));
    expect(made.kind === "links" ? "links" : made.waarom.kind).toBe(expected);
    expect((await eventsOf(t, ib)).at(-1)).toBe(
      expected === "links" ? "verzoek_vastgelegd" : "verzoek_afgewezen",
    );
    expect(await countOf(t, "bestandslink", `onderwerp_id = '${id}'`)).toBe(expected === "links" ? 2 : 0);
  });

  it("is asked first, and how the ib knows: without it nothing is made", async () => {
    expect(await makeInzageLinks(anAct(t, noor), one.id, { van: [], identiteit: null })).toMatchObject({
      error: { kind: "velden", velden: ["van", "identiteit"] },
    });
  });

  it("with gezag unknown has to wait until that was checked", async () => {
    const id = await aWholeIntake(t, noor, { naam: "Onbekend Gezag", gezag: "onbekend" });
    expect(done(await makeInzageLinks(anAct(t, noor), id, ouder))).toMatchObject({
      waarom: { kind: "gezag_controleren" },
    });
  });
});

describe("the rights of a leerling", () => {
  it("are for the ib of the school, at any status", async () => {
    expect(await readRechten(t.world, noor, one.id)).toMatchObject({
      referentie: one.referentie,
      leerling: { naam: one.naam },
    });
    for (const who of [bram, wim, fatima]) {
      expect(await readRechten(t.world, who, one.id)).toBeNull();
      expect(await askRechten(t.world, who, { typed: one.referentie, activityId: "x" })).toBe(false);
      expect(await makeInzageLinks(anAct(t, who), one.id, ouder)).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    expect(await askRechten(t.world, noor, { typed: one.referentie, activityId: "x" })).toBe(true);
    expect(await askRechten(t.world, noor, { typed: "HV-0000", activityId: "x" })).toBe(false);
  });

  it("count what there is of each kind", async () => {
    const gezien = await readRechten(t.world, noor, one.id);
    expect(gezien?.telt).toMatchObject({
      hulpvragen: 1,
      toestemmingen: 1,
      besluiten: 1,
      terugkoppelingen: 1,
      acties: 1,
      correcties: 1,
    });
    expect(gezien?.telt.logregels).toBeGreaterThan(10);
  });

  it("are found by name and month in one's own school; that there is nothing is an answer", async () => {
    const { schoolId } = await aStap1(t, noor);
    const find = (actor: Actor, over: object) =>
      findRechten(anAct(t, actor), { schoolId, naam: one.naam, geboortemaand: "2017-04", ...over });
    expect(done(await find(noor, {}))).toEqual({ gevonden: true });
    expect(done(await find(noor, { naam: one.naam.toUpperCase() }))).toEqual({ gevonden: true });
    expect(done(await find(noor, { geboortemaand: "2017-05" }))).toEqual({ gevonden: false });
    expect(await find(fatima, {})).toMatchObject({ error: { kind: "onzichtbaar" } });
    expect(await find(bram, {})).toMatchObject({ error: { kind: "onzichtbaar" } });
  });
});
