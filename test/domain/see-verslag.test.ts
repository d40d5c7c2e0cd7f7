import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Functie, HulpvraagStatus } from "#domain/code.ts";
import type { ActieFeit, AgendapuntFeit, DeelnameFeit, RondeFeit } from "#domain/dossier.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import {
  answerersOf,
  leadersOf,
  onPaper,
  seeVerslag,
  seeVerslagPunt,
  seeWijziging,
  type VerslagFacts,
} from "#domain/see-verslag.ts";
import { isRipe, settleFrom, type WijzigingFeit } from "#domain/verslag.ts";
import {
  aBesluit,
  aDossier,
  anInstemming,
  aRonde,
  aToestemming,
  date,
  now,
  someLeerling,
  someTeam,
} from "./a-dossier.ts";

fc.configureGlobal({ numRuns: 400 });

const people = someTeam.map(({ persoonId }) => persoonId);
const held = aRonde({ status: "gesloten", datum: date("2026-11-23"), voorzitterId: "ib1", notulistId: null });

interface Wish {
  readonly partners: readonly Functie[];
  readonly status: HulpvraagStatus;
  readonly geldigTot: string;
  readonly ingetrokken: boolean;
  readonly voorstel: { readonly door: string; readonly status: WijzigingFeit["status"] } | null;
}

function itemOf(ronde: RondeFeit, { partners, status, geldigTot, ingetrokken }: Wish, nummer: number) {
  const id = `h${nummer}`;
  const punt: AgendapuntFeit = {
    ...{ id: `a${nummer}`, ronde, hulpvraagId: id, volgorde: nummer, minuten: 15, status: "besproken" },
  };
  const actie: ActieFeit = {
    ...{ id: `c${nummer}`, houderId: "smw1", rondeId: ronde.id, gedaanOp: null, versie: 1 },
    omschrijving: seal(`Actie Kanarie${nummer}`),
    datum: date("2026-12-04"),
  };
  const toestemming = aToestemming({ partners, geldigTot: date(geldigTot) });
  const dossier = aDossier({
    id,
    referentie: `HV-${1000 + nummer}`,
    status,
    leerling: seal(someLeerling({ naam: `Kanarie${nummer}` })),
    vraag: seal(`Vraag van Kanarie${nummer}`),
    toestemming: ingetrokken ? null : toestemming,
    agendapunten: [punt],
    besluiten: [
      aBesluit(["doorlopen"], {
        id: `b${nummer}`,
        agendapuntId: punt.id,
        afweging: seal(`Afweging Kanarie${nummer}`),
      }),
    ],
    acties: [actie],
    correcties: [{ over: "besluit", bij: `b${nummer}`, tekst: seal(`Aanvulling Kanarie${nummer}`), op: now }],
  });
  return { punt, dossier };
}

const wishArb: fc.Arbitrary<Wish> = fc.record({
  partners: fc.subarray<Functie>(["smw", "bpo", "scp", "jeugdverpleegkundige", "leerplicht", "wijkteam"]),
  status: fc.constantFrom<HulpvraagStatus>(
    ...(["besproken", "besproken", "klaargezet", "in_uitvoering", "afgesloten", "ingetrokken"] as const),
  ),
  geldigTot: fc.constantFrom("2027-07-31", "2027-07-31", "2026-11-23", "2026-11-22"),
  ingetrokken: fc.constantFrom(false, false, false, true),
  voorstel: fc.option(
    fc.record({
      door: fc.constantFrom(...people),
      status: fc.constantFrom<WijzigingFeit["status"]>("open", "open", "overgenomen", "afgewezen"),
    }),
  ),
});

const worldArb = fc
  .record({
    wishes: fc.array(wishArb, { minLength: 1, maxLength: 4 }),
    participants: fc.subarray([...people, "vreemde"], { minLength: 6 }),
    chair: fc.constantFrom(...people, "smw1", "bpo1"),
    notulist: fc.option(fc.constantFrom(...people)),
    settled: fc.boolean(),
    ripe: fc.boolean(),
  })
  .map(({ wishes, participants, chair, notulist, settled, ripe }): VerslagFacts => {
    const ronde: RondeFeit = {
      ...held,
      voorzitterId: chair,
      notulistId: notulist,
      deelnemers: held.deelnemers.filter(({ persoonId }) => participants.includes(persoonId)),
    };
    const punten = wishes.map((wish, index) => itemOf(ronde, wish, index + 1));
    return {
      ronde: {
        ronde,
        scholen: ["De Vlinder"],
        team: someTeam,
        punten,
        klaargezet: [],
        eerder: [],
        calendars: [],
        actiesHier: new Set(punten.flatMap(({ dossier }) => dossier.acties.map(({ id }) => id))),
      },
      verslag: {
        ...{ rondeId: ronde.id, sztId: ronde.sztId, versie: 1 },
        vastVanaf: date(ripe ? "2026-11-20" : "2026-12-07"),
        vastgesteldOp: settled ? now : null,
      },
      wijzigingen: wishes.flatMap(({ voorstel }, index) =>
        voorstel ? [aWijziging(index + 1, voorstel)] : [],
      ),
      komende: [],
      laterBegonnen: false,
    };
  });

function aWijziging(nummer: number, { door, status }: NonNullable<Wish["voorstel"]>): WijzigingFeit {
  return {
    ...{ id: `w${nummer}`, hulpvraagId: `h${nummer}`, besluitId: `b${nummer}`, status, door, op: now },
    tekst: status === "overgenomen" ? null : seal(`Voorstel Kanarie${nummer}`),
    reden: status === "afgewezen" ? "zo_besloten" : null,
  };
}

const who = (persoonId: string) => ({ persoonId, now });
const viewerArb = fc.constantFrom(...people);
const everything = (value: unknown) =>
  JSON.stringify(value, (_, inner) => (inner instanceof Set ? [...inner] : inner));
const numberOf = (hulpvraagId: string) => hulpvraagId.slice(1);

describe("the report of a round with the eyes of one person", () => {
  it("is there for exactly those who see the card of that round", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        expect(seeVerslag(facts, who(persoonId)) === null).toBe(
          seeRonde(facts.ronde, who(persoonId)) === null,
        );
      }),
    );
  });

  it.each(["gepland", "open", "vervallen"] as const)(
    "is there for nobody while the round is %s",
    (status) => {
      fc.assert(
        fc.property(worldArb, viewerArb, (facts, persoonId) => {
          const ronde = { ...facts.ronde, ronde: { ...facts.ronde.ronde, status } };
          expect(seeVerslag({ ...facts, ronde }, who(persoonId))).toBeNull();
        }),
      );
    },
  );

  it("shows nothing that the card of the hulpvraag would hide", () => {
    let shown = 0;
    let hidden = 0;
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        const gezien = seeVerslag(facts, who(persoonId));
        for (const { dossier } of facts.ronde.punten) {
          const card = seeHulpvraag(dossier, { persoonId }, now);
          const punt = gezien?.punten.find(({ hulpvraagId }) => hulpvraagId === dossier.id);
          if (!card) {
            expect(everything(gezien)).not.toContain(dossier.referentie);
            expect(everything(gezien)).not.toContain(`Kanarie${numberOf(dossier.id)}`);
            if (gezien) hidden += 1;
            continue;
          }
          if (!punt) continue;
          shown += 1;
          if (!card.leerling) expect(punt.leerling).toBeNull();
          if (!card.besluit?.afweging) expect(punt.besluit?.afweging ?? null).toBeNull();
          const actions = new Set(card.acties.map(({ omschrijving }) => omschrijving));
          for (const { omschrijving } of punt.acties) expect(actions).toContain(omschrijving);
          const notes = card.correcties.map(({ tekst }) => tekst);
          for (const { tekst } of punt.aanvullingen) expect(notes).toContain(tekst);
        }
      }),
    );
    expect(shown).toBeGreaterThan(100);
    expect(hidden).toBeGreaterThan(100);
  });

  it("is the same as in a world in which what is out of sight was never spoken of", () => {
    let told = 0;
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        const gezien = seeVerslag(facts, who(persoonId));
        if (!gezien) return;
        const seen = new Set(gezien.punten.map(({ hulpvraagId }) => hulpvraagId));
        if (seen.size < facts.ronde.punten.length) told += 1;
        const without: VerslagFacts = {
          ...facts,
          ronde: { ...facts.ronde, punten: facts.ronde.punten.filter(({ dossier }) => seen.has(dossier.id)) },
          wijzigingen: facts.wijzigingen.filter(({ hulpvraagId }) => seen.has(hulpvraagId)),
        };
        expect(everything(seeVerslag(without, who(persoonId)))).toBe(everything(gezien));
      }),
    );
    expect(told).toBeGreaterThan(100);
  });

  it("does not depend on a proposal of somebody else for who does not answer it", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        const gezien = seeVerslag(facts, who(persoonId));
        if (
          !gezien ||
          gezien.punten.some(({ wijzigingen }) => wijzigingen.some((one) => one.magBeantwoorden))
        )
          return;
        const own = facts.wijzigingen.filter(({ door }) => door === persoonId);
        expect(everything(seeVerslag({ ...facts, wijzigingen: own }, who(persoonId)))).toBe(
          everything(gezien),
        );
      }),
    );
  });

  it("never carries the words of a proposal", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        expect(everything(seeVerslag(facts, who(persoonId)))).not.toContain("Voorstel Kanarie");
      }),
    );
  });
});

describe("the report on paper", () => {
  it("has no name of a leerling in it, not in a text either", () => {
    let printed = 0;
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        const gezien = seeVerslag(facts, who(persoonId));
        if (!gezien) return;
        const named = gezien.punten.filter(({ leerling }) => leerling !== null);
        const paper = everything(onPaper({ ...gezien, punten: named }));
        expect(paper).not.toMatch(/Kanarie/);
        expect(paper.includes("Afweging [naam]")).toBe(named.some(({ besluit }) => besluit?.afweging));
        if (named.length > 0) printed += 1;
      }),
    );
    expect(printed).toBeGreaterThan(50);
  });

  it("nor that of a brother or sister of whom it speaks as well", () => {
    const naam = ["Melodie Zomer", "Yusuf Zomer"];
    const gezien = fc
      .sample(worldArb, { numRuns: 300, seed: 7 })
      .flatMap((facts) => seeVerslag(facts, who("ib1")) ?? [])
      .find(({ punten }) => punten.filter(({ leerling, besluit }) => leerling && besluit).length > 1);
    if (!gezien) throw new Error("no report of two");
    const punten = gezien.punten
      .filter(({ leerling, besluit }) => leerling && besluit)
      .slice(0, 2)
      .map((punt, index) => ({
        ...punt,
        leerling: punt.leerling && { ...punt.leerling, naam: naam[index] ?? "" },
        besluit: punt.besluit && { ...punt.besluit, afweging: `Samen met ${naam[1 - index]} naar smw` },
      }));
    expect(onPaper({ ...gezien, punten }).punten.map(({ besluit }) => besluit?.afweging)).toEqual([
      "Samen met [naam] naar smw",
      "Samen met [naam] naar smw",
    ]);
  });
});

describe("the words of a proposal", () => {
  it("are for chair, note-taker and ib who read the besluit with its afweging, while it waits", () => {
    let read = 0;
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, persoonId) => {
        const gezien = seeVerslag(facts, who(persoonId));
        const leads = [facts.ronde.ronde.voorzitterId, facts.ronde.ronde.notulistId].includes(persoonId);
        const ib = someTeam.some((lid) => lid.persoonId === persoonId && lid.functie === "ib");
        for (const { id, hulpvraagId, status } of facts.wijzigingen) {
          const open = seeWijziging(facts, who(persoonId), id);
          const punt = gezien?.punten.find((one) => one.hulpvraagId === hulpvraagId);
          const whole = facts.ronde.punten.find((one) => one.dossier.id === hulpvraagId)?.dossier;
          const withdrawn = whole?.status === "ingetrokken";
          const may = status === "open" && !withdrawn && (leads || ib) && Boolean(punt?.besluit?.afweging);
          expect(open !== null, `${persoonId} ${id}`).toBe(may);
          if (open) read += 1;
        }
      }),
    );
    expect(read).toBeGreaterThan(10);
  });

  it("go to somebody other than who proposed it, who can answer", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, proposer) => {
        for (const { dossier } of facts.ronde.punten) {
          for (const one of answerersOf(facts, dossier, { proposer, now })) {
            expect(one).not.toBe(proposer);
            expect(seeHulpvraag(dossier, { persoonId: one }, now)).not.toBeNull();
          }
        }
      }),
    );
  });
});

describe("settling", () => {
  const facts = (over: Partial<VerslagFacts> = {}, voorstel: Wish["voorstel"] = null): VerslagFacts => {
    const wish: Wish = {
      ...{ partners: ["smw", "bpo"], status: "besproken", geldigTot: "2027-07-31" },
      ...{ ingetrokken: false, voorstel },
    };
    const punten = [itemOf(held, wish, 1)];
    return {
      ronde: {
        ...{ ronde: held, scholen: ["De Vlinder"], team: someTeam, punten, klaargezet: [], eerder: [] },
        calendars: [],
        actiesHier: new Set(["c1"]),
      },
      verslag: {
        ...{ rondeId: held.id, sztId: held.sztId, versie: 1, vastgesteldOp: null },
        vastVanaf: date("2026-11-20"),
      },
      wijzigingen: voorstel ? [aWijziging(1, voorstel)] : [],
      ...{ komende: [], laterBegonnen: false },
      ...over,
    };
  };
  const may = (one: VerslagFacts, persoonId: string) => seeVerslag(one, who(persoonId))?.mag ?? new Set();

  it("is for who led the round, once", () => {
    expect(may(facts(), "ib1").has("vaststellen")).toBe(true);
    expect(may(facts(), "smw1").has("vaststellen")).toBe(false);
    const settled = facts({ verslag: { ...facts().verslag, vastgesteldOp: now } });
    expect([...may(settled, "ib1")]).toEqual([]);
  });

  it("waits for the answer to what was proposed, as far as who settles it sees that", () => {
    expect(may(facts({}, { door: "smw1", status: "open" }), "ib1").has("vaststellen")).toBe(false);
    expect(may(facts({}, { door: "smw1", status: "afgewezen" }), "ib1").has("vaststellen")).toBe(true);
  });

  it.each([
    ["the day before", "2026-11-24", false, false],
    ["the day itself", "2026-11-23", false, true],
    ["earlier, when the team meets again", "2026-12-07", true, true],
  ])("is possible from its day on: %s", (_, vastVanaf, laterBegonnen, expected) => {
    const feit = { vastVanaf: date(vastVanaf), vastgesteldOp: null };
    expect(isRipe(feit, { today: date("2026-11-23"), laterBegonnen })).toBe(expected);
    expect(isRipe({ ...feit, vastgesteldOp: now }, { today: date("2026-11-23"), laterBegonnen })).toBe(false);
  });

  it("gives every school of the team ten schooldagen", () => {
    const cal = (holidays: SchoolCalendar["holidays"]): SchoolCalendar => ({
      ...{ regio: "Z", holidays, studiedagen: [], openOp: [], horizon: date("2027-07-31") },
    });
    const week = { name: "Vrij", from: date("2026-11-26"), to: date("2026-12-02") };
    expect(settleFrom(date("2026-11-23"), [cal([])]).toString()).toBe("2026-12-07");
    expect(settleFrom(date("2026-11-23"), [cal([]), cal([week])]).toString()).toBe("2026-12-14");
  });

  it("can be done by the others of the schakelteam who took part, when nobody who led is left", () => {
    const { ronde, team } = facts().ronde;
    const gone = team.map((lid) =>
      lid.persoonId === "ib1"
        ? { ...lid, voorzitter: false, tot: date("2026-11-22") }
        : { ...lid, voorzitter: false },
    );
    const there = [
      ...ronde.deelnemers,
      { ...(ronde.deelnemers[0] as DeelnameFeit), persoonId: "bpo1", functie: "bpo" as const },
    ];
    const held = { ...ronde, voorzitterId: "ib1", notulistId: null, deelnemers: there };
    expect(leadersOf({ ronde: held, team: gone }, date("2026-11-23"))).toEqual(["ib1", "bpo1"]);
    // While the chair is there nobody else does it.
    expect(leadersOf({ ronde: held, team }, date("2026-11-23"))).not.toContain("smw1");
    expect(
      leadersOf(
        {
          ronde: { ...held, deelnemers: ronde.deelnemers.filter((one) => one.functie === "smw") },
          team: gone,
        },
        date("2026-11-23"),
      ),
    ).toEqual(["ib1"]);
  });

  it("can be done by the fixed chair of the team when who led it has left", () => {
    const fixed = someTeam.map((lid) => ({ ...lid, voorzitter: lid.persoonId === "bpo1" }));
    expect(leadersOf({ ...facts().ronde, team: fixed }, date("2026-11-23"))).toEqual(["ib1", "bpo1"]);
  });
});

describe("the report of one item, for who was asked for that alone", () => {
  /** Leerplicht comes for the first item. */
  function withGuest(facts: VerslagFacts): VerslagFacts {
    const { ronde } = facts;
    const guest = {
      ...{ puntId: "a1", persoonId: "lpa1", naam: "Naam van lpa1", functie: "leerplicht" as const },
      ...{
        stand: "gevraagd" as const,
        icsVolgorde: 0,
        rondeVolgorde: 0,
        komst: null,
        aanwezigheid: "online" as const,
      },
      ...{ datum: held.datum, begin: held.begin, minuten: 20 },
    };
    const punten = ronde.punten.map(({ punt, dossier }) => {
      const own = punt.id === "a1" ? { ...punt, genodigden: ["lpa1"] } : punt;
      return { punt: own, dossier: { ...dossier, agendapunten: [own] } };
    });
    return { ...facts, ronde: { ...ronde, punten, genodigden: [guest] } };
  }
  const guestArb = worldArb
    .filter(({ ronde: { ronde } }) => ronde.voorzitterId !== "lpa1" && ronde.notulistId !== "lpa1")
    .map(withGuest);
  const own = (facts: VerslagFacts) => seeVerslagPunt(facts, who("lpa1"), "a1");

  it("tells nothing of another item, and is there for nobody who was not asked for it", () => {
    fc.assert(
      fc.property(guestArb, viewerArb, (facts, persoonId) => {
        expect(everything(own(facts))).not.toMatch(/Kanarie[2-4]|HV-100[2-4]/);
        for (const { punt } of facts.ronde.punten)
          if (punt.id !== "a1" || persoonId !== "lpa1")
            expect(seeVerslagPunt(facts, who(persoonId), punt.id)).toBeNull();
      }),
    );
  });

  it("shows what the card of the hulpvraag shows, and is not there where that is not", () => {
    fc.assert(
      fc.property(guestArb, (facts) => {
        const dossier = facts.ronde.punten[0]?.dossier;
        const card = dossier && seeHulpvraag(dossier, who("lpa1"), now);
        const seen = own(facts);
        expect(seen === null).toBe(!card);
        const shown = card?.leerling ?? null;
        expect(seen?.leerling ?? null).toEqual(shown && { naam: shown.naam, leerjaar: shown.leerjaar });
        expect([seen?.magVoorstellen ?? false, seen?.wijzigingen ?? []]).toEqual([false, []]);
      }),
    );
  });

  it("is for nobody before the round is over", () => {
    for (const status of ["gepland", "open", "vervallen"] as const)
      fc.assert(
        fc.property(guestArb, (facts) => {
          const ronde = { ...facts.ronde, ronde: { ...facts.ronde.ronde, status } };
          expect(own({ ...facts, ronde })).toBeNull();
        }),
      );
  });

  it("shows who came for it to who reads that item, and leaves no trace of it in any other report", () => {
    fc.assert(
      fc.property(guestArb, viewerArb, (facts, persoonId) => {
        const seen = seeVerslag(facts, who(persoonId));
        const item = seen?.punten.find(({ hulpvraagId }) => hulpvraagId === "h1");
        const reads = seeRonde(facts.ronde, who(persoonId))?.punten.some(({ id, wat }) => id === "a1" && wat);
        expect((item?.gasten ?? []).map((one) => one.persoonId)).toEqual(item && reads ? ["lpa1"] : []);
        if (!item || !reads) expect(everything(seen)).not.toMatch(/lpa1|leerplicht/);
      }),
    );
  });

  it("says that it was discussed, and not what was decided, where only name and question may be heard", () => {
    const [facts] = fc.sample(guestArb, { numRuns: 1, seed: 7 });
    const first = facts?.ronde.punten[0];
    if (!facts || !first) throw new Error("a world has an item");
    const told = (toestemming: typeof first.dossier.toestemming) => {
      const dossier = { ...first.dossier, status: "besproken" as const, toestemming };
      return own({ ...facts, ronde: { ...facts.ronde, punten: [{ ...first, dossier }] } });
    };
    expect(told(aToestemming({ partners: ["leerplicht"] }))?.besluit?.besluiten).toEqual(["doorlopen"]);
    const less = told(anInstemming({ partners: ["leerplicht"] }));
    expect(less).toMatchObject({ besluit: null, acties: [], aanvullingen: [], evaluatieOp: null });
    expect(less?.leerling).toEqual({ naam: "Kanarie1", leerjaar: null });
    expect(told(aToestemming({ partners: ["smw"] }))).toBeNull();
  });
});
