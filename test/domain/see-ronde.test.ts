import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Functie, HulpvraagStatus } from "#domain/code.ts";
import type { ActieFeit, AgendapuntFeit, Dossier, RondeFeit } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { type RondeFacts, seeRonde } from "#domain/see-ronde.ts";
import { standsStill } from "#domain/toestemming.ts";
import {
  aBesluit,
  aDossier,
  aRonde,
  aToestemming,
  date,
  now,
  someLeerling,
  someTeam,
  today,
} from "./a-dossier.ts";

/** Enough for what needs a certain person, ground and day at once. */
fc.configureGlobal({ numRuns: 500 });

const people = someTeam.map(({ persoonId }) => persoonId);
const upcoming = aRonde({ status: "open", datum: date("2026-11-23"), voorzitterId: "ib1", notulistId: null });

interface Wish {
  readonly partners: readonly Functie[];
  readonly status: HulpvraagStatus;
  readonly geldigTot: string;
  readonly besproken: boolean;
  /** Has an open actie about it, agreed before. */
  readonly actiehouder: string | null;
  /** Minutes ago, and by whom it is brought in. */
  readonly begun: number | null;
  readonly inbrenger: string | null;
}

/** A hulpvraag on this round, every text of which is a canary. */
function itemOf(ronde: RondeFeit, wish: Wish, nummer: number): { punt: AgendapuntFeit; dossier: Dossier } {
  const acties =
    wish.actiehouder === null ? [] : [anActie(`c${nummer}`, wish.actiehouder, `Actie Kanarie${nummer}`)];
  const id = `h${nummer}`;
  const punt: AgendapuntFeit = {
    id: `a${nummer}`,
    ronde,
    hulpvraagId: id,
    volgorde: nummer,
    minuten: 15,
    status: wish.besproken ? "besproken" : "gepland",
    begonnenOp: wish.begun === null ? null : now.subtract({ minutes: wish.begun }),
    inbrengerId: wish.inbrenger,
  };
  const dossier = aDossier({
    id,
    referentie: `HV-${1000 + nummer}`,
    status: wish.status,
    leerling: seal(someLeerling({ naam: `Kanarie${nummer}` })),
    vraag: seal(`Vraag van Kanarie${nummer}`),
    oudersVraag: seal(`Ouders van Kanarie${nummer}`),
    toestemming: aToestemming({ partners: wish.partners, geldigTot: date(wish.geldigTot) }),
    agendapunten: [punt],
    besluiten: wish.besproken
      ? [aBesluit(["afsluiten"], { agendapuntId: punt.id, afweging: seal(`Afweging Kanarie${nummer}`) })]
      : [],
    aanTafel: ["leerplicht"],
    acties,
  });
  return { punt, dossier };
}

const wishArb: fc.Arbitrary<Wish> = fc.record({
  partners: fc.subarray<Functie>([
    "smw",
    "bpo",
    "scp",
    "jeugdverpleegkundige",
    "leerplicht",
    "wijkteam",
    "directeur",
  ]),
  status: fc.constantFrom<HulpvraagStatus>(
    "geagendeerd",
    "besproken",
    "klaargezet",
    "in_uitvoering",
    "afgesloten",
    "ingetrokken",
    "concept",
  ),
  geldigTot: fc.constantFrom("2027-07-31", "2026-11-25", "2026-11-23", "2026-11-22"),
  besproken: fc.boolean(),
  actiehouder: fc.option(fc.constantFrom(...people)),
  begun: fc.option(fc.integer({ min: 0, max: 40 })),
  inbrenger: fc.option(fc.constantFrom(...people)),
});
const anActie = (id: string, houderId: string, text: string): ActieFeit => ({
  id,
  houderId,
  omschrijving: seal(text),
  datum: date("2026-11-20"),
  rondeId: null,
  gedaanOp: null,
  versie: 1,
});
/** Those with a role in it come up often enough to be tried. */
const viewerArb = fc.constantFrom(...people, "voorzitter", "voorzitter", "voorzitter", "notulist");
const viewerOf = ({ ronde }: RondeFacts, viewer: string) =>
  viewer === "voorzitter" ? ronde.voorzitterId : viewer === "notulist" ? (ronde.notulistId ?? "ib1") : viewer;
const statusArb = fc.constantFrom<RondeFeit["status"]>("gepland", "open", "gesloten", "vervallen");
const participantsArb = fc.subarray([...people, "vreemde"], { minLength: 4 });

const worldArb = fc
  .record({
    wishes: fc.array(wishArb, { minLength: 1, maxLength: 4 }),
    status: statusArb,
    participants: participantsArb,
    chair: fc.constantFrom(...people),
    notulist: fc.option(fc.constantFrom(...people)),
    waiting: fc.array(wishArb, { maxLength: 2 }),
    datum: fc.constantFrom("2026-11-23", "2026-11-30"),
  })
  .map(({ wishes, waiting, status, datum, participants, chair, notulist }): RondeFacts => {
    // The chair of the round is the fixed chair of the SZT too, who prepares.
    const team = someTeam.map((lid) => ({ ...lid, voorzitter: lid.persoonId === chair }));
    const ronde: RondeFeit = {
      ...upcoming,
      status,
      datum: date(datum),
      voorzitterId: chair,
      notulistId: notulist,
      deelnemers: upcoming.deelnemers
        .concat(
          someTeam
            .filter(({ functie }) => functie === "directeur" || functie === "leerplicht")
            .map((lid) => ({ ...lid, aanwezigheid: null })),
        )
        .filter(({ persoonId }) => participants.includes(persoonId)),
    };
    const items = wishes
      .map((wish, index) => itemOf(ronde, wish, index + 1))
      .map(({ punt, dossier }) => ({ punt, dossier: { ...dossier, team } }));
    const klaargezet = waiting.map(
      (wish, index): Dossier => ({
        ...itemOf(ronde, { ...wish, status: "klaargezet", besproken: false }, index + 7).dossier,
        agendapunten: [],
        team,
      }),
    );
    return {
      ronde,
      scholen: ["De Vlinder"],
      team,
      punten: items,
      klaargezet,
      eerder: items.map(({ dossier }) => dossier),
      calendars: [],
      actiesHier: new Set(),
    };
  });

const named = (dossier: Dossier, functie: Functie | undefined) =>
  functie !== undefined &&
  functie !== "directeur" &&
  (dossier.toestemming?.partners.includes(functie) ?? false);
const holds = (dossier: Dossier) =>
  dossier.toestemming !== null &&
  Temporal.PlainDate.compare(date("2026-11-23"), dossier.toestemming.geldigTot) <= 0;
const see = (facts: RondeFacts, persoonId: string) => seeRonde(facts, { persoonId, now });
/** All that somebody could find in it. */
const everything = (value: unknown) =>
  JSON.stringify(value, (_, inner) => (inner instanceof Set ? [...inner] : inner));

describe("a round with the eyes of one person", () => {
  it("is nothing for who does not take part, and nothing for a directeur who does", () => {
    fc.assert(
      fc.property(worldArb, fc.constantFrom(...people, "vreemde"), (facts, persoonId) => {
        const takesPart = facts.ronde.deelnemers.some((one) => one.persoonId === persoonId);
        const leads = someTeam.some((lid) => lid.persoonId === persoonId && lid.functie === "directeur");
        if (!takesPart || leads) expect(see(facts, persoonId)).toBeNull();
      }),
    );
  });

  it("names no child to whom the toestemming does not name the function, the ib of the school excepted", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const view = everything(see(facts, persoonId));
        const functie = someTeam.find((lid) => lid.persoonId === persoonId)?.functie;
        if (functie === "ib") return;
        for (const dossier of [...facts.punten.map((item) => item.dossier), ...facts.klaargezet]) {
          if (named(dossier, functie) && holds(dossier)) continue;
          expect(view).not.toContain(`Kanarie${dossier.id.slice(1)}"`);
          // Who has an actie about it knows that it is there, and no more.
          if (dossier.acties[0]?.houderId !== persoonId) expect(view).not.toContain(dossier.referentie);
        }
      }),
    );
  });

  it("has the name nowhere in an item of which the name may not be seen, the ib and texts of long ago included", () => {
    let withheld = 0;
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const view = see(facts, viewerOf(facts, viewer));
        for (const punt of view?.punten ?? []) {
          if (punt.leerling !== null) continue;
          withheld += punt.besluit ? 1 : 0;
          expect(everything(punt)).not.toContain("Kanarie");
        }
      }),
    );
    expect(withheld).toBeGreaterThan(0);
  });

  it("lets who only has an actie about it know its number, and nothing that it says", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const functie = someTeam.find((lid) => lid.persoonId === persoonId)?.functie;
        const view = see(facts, persoonId);
        if (functie === "ib" || !view) return;
        for (const { dossier } of facts.punten.filter((item) => !named(item.dossier, functie))) {
          const punt = view.punten.find(({ hulpvraagId }) => hulpvraagId === dossier.id);
          expect([punt?.leerling ?? null, punt?.wat ?? null, punt?.besluit ?? null]).toEqual([
            null,
            null,
            null,
          ]);
          const others = view.eerdereActies.filter(
            (actie) => actie.referentie === dossier.referentie && !actie.vanMij,
          );
          expect(others).toEqual([]);
        }
      }),
    );
  });

  it("lists no actie that waits for a ground: nobody is asked to do it", () => {
    let listed = 0;
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const around = [...facts.eerder, ...facts.punten.map(({ dossier }) => dossier)];
        for (const actie of see(facts, viewerOf(facts, viewer))?.eerdereActies ?? []) {
          const dossier = around.find(({ referentie }) => referentie === actie.referentie);
          expect(dossier && standsStill(dossier, today)).toBe(false);
          listed += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(listed).toBeGreaterThan(0);
  });

  it("tells what is missing to the ib alone", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const ib = someTeam.find((lid) => lid.persoonId === persoonId)?.functie === "ib";
        const missing = see(facts, persoonId)?.punten.flatMap(({ ontbreekt }) => ontbreekt) ?? [];
        if (!ib) expect(missing).toEqual([]);
      }),
    );
  });

  it("is the same, to the letter, as in a world without what is hidden", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const view = see(facts, persoonId);
        if (!view || someTeam.find((lid) => lid.persoonId === persoonId)?.functie === "ib") return;
        const shown = new Set(view.punten.map(({ hulpvraagId }) => hulpvraagId));
        const proposed = new Set(view.voorstellen.map(({ hulpvraagId }) => hulpvraagId));
        const bare: RondeFacts = {
          ...facts,
          punten: facts.punten.filter(({ dossier }) => shown.has(dossier.id)),
          klaargezet: facts.klaargezet.filter(({ id }) => proposed.has(id)),
          eerder: facts.eerder.filter(({ id }) => shown.has(id)),
        };
        expect(everything(see(bare, persoonId))).toBe(everything(view));
      }),
    );
  });

  it("adds up the agenda for nobody but the ib of the one school, and while it is held only when that one leads", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const view = see(facts, persoonId);
        if (!view?.tijd) return;
        expect(someTeam.find((lid) => lid.persoonId === persoonId)?.functie).toBe("ib");
        if (facts.ronde.status === "open") expect(view.leidt).toBe(true);
        const two = { ...facts, scholen: ["De Vlinder", "De Rups"] };
        if (facts.ronde.status === "open") expect(see(two, persoonId)?.tijd).toBeNull();
      }),
    );
  });

  it("tells who chairs no more of any item than that person saw before", () => {
    const chairedBy = (facts: RondeFacts, voorzitterId: string): RondeFacts => {
      const ronde = { ...facts.ronde, voorzitterId };
      const punten = facts.punten.map(({ punt, dossier }) => {
        const moved = { ...punt, ronde };
        return { punt: moved, dossier: { ...dossier, agendapunten: [moved] } };
      });
      return { ...facts, ronde, punten };
    };
    const told = (facts: RondeFacts, persoonId: string) =>
      see(facts, persoonId)?.punten.map(({ referentie, leerling, wat, besluit, klok, brengtIn }) =>
        everything({ referentie, leerling, wat, besluit, klok, brengtIn }),
      );
    fc.assert(
      fc.property(worldArb, fc.constantFrom(...people), (facts, persoonId) => {
        // Whoever chairs before: the ib, who hands over.
        const open = chairedBy(
          { ...facts, ronde: { ...facts.ronde, status: "open", notulistId: null } },
          "ib1",
        );
        expect(told(chairedBy(open, persoonId), persoonId)).toEqual(told(open, persoonId));
      }),
    );
  });

  it("gives nobody but the ib a count of the agenda", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const view = see(facts, persoonId);
        const ib = someTeam.find((lid) => lid.persoonId === persoonId)?.functie === "ib";
        if (view) expect(view.omvang !== null).toBe(ib);
      }),
    );
  });

  it("knows the whole agenda only as the ib of the one school", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const ib = someTeam.find((lid) => lid.persoonId === persoonId)?.functie === "ib";
        expect(see(facts, persoonId)?.heleAgenda ?? ib).toBe(ib);
        const two = { ...facts, scholen: ["De Vlinder", "De Rups"] };
        expect(see(two, persoonId)?.heleAgenda ?? false).toBe(false);
      }),
    );
  });

  it("lets the ib see every item, so that the count is true", () => {
    fc.assert(
      fc.property(worldArb, (facts) => {
        const view = see(facts, "ib1");
        if (!view || facts.ronde.status === "vervallen") return;
        const live = facts.punten.filter(({ dossier }) => dossier.status !== "concept");
        expect(view.punten.length).toBeGreaterThanOrEqual(live.length);
        expect(view.omvang?.aantal).toBe(view.punten.length);
      }),
    );
  });

  it("offers a besluit only to who leads an open round, on an item that is still to come", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const view = see(facts, persoonId);
        for (const punt of view?.punten ?? []) {
          if (!punt.mag.besluiten) continue;
          expect(facts.ronde.status).toBe("open");
          expect([facts.ronde.voorzitterId, facts.ronde.notulistId]).toContain(persoonId);
          expect(punt.besproken).toBe(false);
          expect(punt.wat).not.toBeNull();
          const dossier = facts.punten.find((item) => item.punt.id === punt.id)?.dossier;
          expect(dossier && dossier.status === "geagendeerd" && holds(dossier)).toBe(true);
        }
      }),
    );
  });

  it("lets nobody else change the order or take it off", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const leads = [facts.ronde.voorzitterId, facts.ronde.notulistId].includes(persoonId);
        for (const { mag } of see(facts, persoonId)?.punten ?? []) {
          if (mag.later) expect(leads && facts.ronde.status === "open").toBe(true);
          if (mag.vanAgenda) expect(facts.ronde.voorzitterId).toBe(persoonId);
        }
      }),
    );
  });

  it("marks one item at most, and only while the round is open", () => {
    fc.assert(
      fc.property(worldArb, viewerArb, (facts, viewer) => {
        const persoonId = viewerOf(facts, viewer);
        const marked = see(facts, persoonId)?.punten.filter(({ eerstvolgende }) => eerstvolgende) ?? [];
        expect(marked.length).toBeLessThanOrEqual(facts.ronde.status === "open" ? 1 : 0);
      }),
    );
  });
});

describe("what can be done with a round", () => {
  const facts = (over: Partial<RondeFeit>): RondeFacts => {
    const ronde = { ...upcoming, ...over };
    return {
      ronde,
      scholen: ["De Vlinder"],
      team: someTeam,
      punten: [
        itemOf(
          ronde,
          {
            partners: ["smw"],
            status: "geagendeerd",
            geldigTot: "2027-07-31",
            besproken: false,
            actiehouder: null,
            begun: null,
            inbrenger: null,
          },
          1,
        ),
      ],
      klaargezet: [],
      eerder: [],
      calendars: [],
      actiesHier: new Set(),
    };
  };
  const mag = (over: Partial<RondeFeit>, persoonId: string) => [...(see(facts(over), persoonId)?.mag ?? [])];

  it.each([
    [
      "before the day, the chair",
      { status: "gepland", datum: date("2026-11-24") },
      "ib1",
      ["in_agenda", "wijzigen", "afzeggen", "notulist", "agenderen"],
    ],
    [
      "on the day, the chair",
      { status: "gepland" },
      "ib1",
      ["in_agenda", "wijzigen", "afzeggen", "notulist", "agenderen", "openen"],
    ],
    ["on the day, a participant", { status: "gepland" }, "smw1", ["in_agenda"]],
    ["on the day, the notulist", { status: "gepland", notulistId: "smw1" }, "smw1", ["in_agenda", "openen"]],
    [
      "open, the chair",
      { status: "open" },
      "ib1",
      ["notulist", "agenderen", "aanwezigheid", "actie_toevoegen", "sluiten", "overdragen"],
    ],
    [
      "open, an ib who does not lead",
      { status: "open", voorzitterId: "bpo1" },
      "ib1",
      ["notulist", "agenderen", "overnemen"],
    ],
    [
      "open, a notulist who sees the item",
      { status: "open", notulistId: "smw1" },
      "smw1",
      ["aanwezigheid", "actie_toevoegen", "sluiten", "overnemen"],
    ],
    [
      "open, a notulist who sees nothing",
      { status: "open", notulistId: "jv1" },
      "jv1",
      ["aanwezigheid", "sluiten", "overnemen"],
    ],
    ["open, a participant", { status: "open" }, "smw2", []],
    ["closed, the chair", { status: "gesloten" }, "ib1", []],
    ["cancelled, the chair", { status: "vervallen" }, "ib1", ["uit_agenda"]],
  ] as const)("%s", (_, over, persoonId, expected) => {
    expect(mag(over, persoonId)).toEqual(expected);
  });
});
