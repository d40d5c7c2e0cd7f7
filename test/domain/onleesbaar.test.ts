import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Functie, type HulpvraagStatus, hulpvraagStatussen } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { Sealed, sealLocked } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { decideDossierOn, groundIsGone } from "#domain/toestemming.ts";
import { isReadable } from "#domain/visibility.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAgendapunt,
  aRegierol,
  aRonde,
  aToestemming,
  date,
  now,
  someTeam,
  takenBack,
  today,
} from "./a-dossier.ts";

/** What stands in no clear: the same dossier with these of its sealed values, in order, that cannot be opened. */
function broken<T>(facts: T, which: (index: number) => boolean): T {
  let index = -1;
  const walk = (part: unknown): unknown => {
    if (part instanceof Sealed) {
      index += 1;
      return which(index)
        ? sealLocked(() => {
            throw new Error("no key");
          })
        : part;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null || Object.getPrototypeOf(part) !== Object.prototype)
      return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
  };
  return walk(facts) as T;
}

const people = someTeam.map(({ persoonId }) => persoonId);
const dossierArb = fc
  .record({
    status: fc.constantFrom<HulpvraagStatus>(...hulpvraagStatussen),
    partners: fc.subarray<Functie>(["smw", "bpo", "scp", "jeugdverpleegkundige"]),
    ingetrokken: fc.boolean(),
    geldigTot: fc.constantFrom("2027-07-31", "2026-11-20"),
    houder: fc.constantFrom(null, "smw1"),
  })
  .map(({ status, partners, ingetrokken, geldigTot, houder }): Dossier => {
    const toestemming = aToestemming({ partners, geldigTot: date(geldigTot) });
    return aDossier({
      status,
      toestemming: ingetrokken ? takenBack(toestemming, date("2026-11-20")) : toestemming,
      agendapunten: [anAgendapunt()],
      besluiten: houder ? [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })] : [],
      regierollen: houder ? [aRegierol(houder)] : [],
    });
  });
const which = fc.oneof(
  fc.constant((index: number) => index === 0),
  fc.constant((index: number) => index > 0),
  fc.constant(() => true),
  fc.nat(6).map((n) => (index: number) => index === n),
);
const see = (dossier: Dossier, persoonId: string) => seeHulpvraag(dossier, { persoonId }, now);

describe("a hulpvraag that cannot be opened", () => {
  it("is a number of nobody for who may not see it, just like a whole one", () => {
    fc.assert(
      fc.property(dossierArb, which, fc.constantFrom(...people, "elders"), (dossier, parts, persoonId) => {
        const hurt = broken(dossier, parts);
        if (see(dossier, persoonId) === null) expect(see(hurt, persoonId)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it("shows no text to anybody, says so to who could read it, and leaves only what needs no reading", () => {
    fc.assert(
      fc.property(dossierArb, which, fc.constantFrom(...people, "elders"), (dossier, parts, persoonId) => {
        const hurt = broken(dossier, parts);
        if (isReadable(hurt)) return;
        const whole = see(dossier, persoonId);
        const gezien = see(hurt, persoonId);
        if (!gezien) return;
        expect(gezien).toMatchObject({ leerling: null, wat: null, besluit: null });
        expect(gezien.acties.every(({ omschrijving }) => omschrijving === null)).toBe(true);
        const read = whole !== null && (whole.leerling !== null || whole.wat !== null);
        if (read) expect(gezien.onleesbaar).toBe(true);
        const allowed = gezien.onleesbaar ? ["van_agenda", "intrekken"] : [...(whole?.mag ?? [])];
        for (const act of gezien.mag) expect(allowed).toContain(act);
        expect(gezien.referentie).toBe(dossier.referentie);
      }),
      { numRuns: 2_000 },
    );
  });

  it("opens nothing but what the decision needs for who may not see it", () => {
    fc.assert(
      fc.property(dossierArb, fc.constantFrom(...people, "elders"), (dossier, persoonId) => {
        const opened: number[] = [];
        let index = -1;
        const spied = spying(dossier, () => {
          index += 1;
          const own = index;
          return () => opened.push(own);
        });
        if (see(dossier, persoonId) === null) {
          expect(see(spied, persoonId)).toBeNull();
          expect(
            opened.filter((one) => one !== 0),
            "only the first, the leerling, for the month of birth",
          ).toEqual([]);
        }
      }),
    );
  });
});

/** The same dossier, in which each sealed value tells when it is opened. */
function spying(dossier: Dossier, spy: () => () => void): Dossier {
  const leerling = spy();
  const rest = spy();
  return {
    ...dossier,
    leerling: sealLocked(() => {
      leerling();
      return { naam: "Noor", geboortemaand: "2016-04", leerjaar: "po_5", kenmerk: null };
    }),
    vraag: sealLocked(() => {
      rest();
      return "een vraag";
    }),
  };
}

describe("a round with a hulpvraag that cannot be opened", () => {
  const ronde = aRonde({ status: "open", datum: today, voorzitterId: "ib1", notulistId: "smw1" });
  const item = (nummer: number) => {
    const punt = {
      ...anAgendapunt({ status: "gepland", ronde }),
      id: `a${nummer}`,
      hulpvraagId: `h${nummer}`,
      volgorde: nummer,
    };
    const dossier = aDossier({
      id: `h${nummer}`,
      referentie: `HV-100${nummer}`,
      status: "geagendeerd",
      agendapunten: [punt],
    });
    return { punt, dossier };
  };
  const facts = (items: readonly ReturnType<typeof item>[]) => ({
    ronde,
    scholen: ["De Regenboog"],
    team: someTeam,
    punten: items,
    klaargezet: [],
    eerder: [],
    calendars: [],
    actiesHier: new Set<string>(),
  });
  const whole = [item(1), item(2), item(3)];
  const hurt = (parts: (index: number) => boolean) =>
    whole.map((one) => (one.dossier.id === "h2" ? { ...one, dossier: broken(one.dossier, parts) } : one));

  it.each([
    ["the pupil", (index: number) => index === 0],
    ["a text", (index: number) => index === 1],
    ["everything", () => true],
  ])("shows the others as they were when %s is broken", (_, parts) => {
    for (const persoonId of people) {
      const before = seeRonde(facts(whole), { persoonId, now });
      const after = seeRonde(facts(hurt(parts)), { persoonId, now });
      const others = (gezien: typeof before) =>
        gezien?.punten
          .filter(({ hulpvraagId }) => hulpvraagId !== "h2")
          .map(({ hulpvraagId, leerling, wat }) => ({ hulpvraagId, leerling, wat }));
      expect(others(after)).toEqual(others(before));
      const own = after?.punten.find(({ hulpvraagId }) => hulpvraagId === "h2");
      const seen = before?.punten.find(({ hulpvraagId }) => hulpvraagId === "h2");
      if (own)
        expect(own).toMatchObject({
          leerling: null,
          wat: null,
          besluit: null,
          onleesbaar: seen?.wat !== null,
        });
      if (own) expect(own.mag.besluiten).toBe(false);
      if (!seen) expect(own).toBeUndefined();
    }
  });
});

describe("the ground of a hulpvraag that cannot be opened", () => {
  const locked = (over: Partial<Dossier>) => broken(aDossier(over), (index) => index === 0);

  it("is not there for anyone, and that is all that is said", () => {
    expect(decideDossierOn(locked({}), today)).toMatchObject({
      ok: false,
      missing: [{ code: "niet_te_lezen" }],
      mayName: [],
      channel: { post: false },
    });
  });

  it.each<[string, Partial<Dossier>, boolean]>([
    ["has not gone: it may be read tomorrow", {}, false],
    [
      "has gone when its last day is over, which is no secret",
      { toestemming: aToestemming({ geldigTot: date("2026-11-22") }) },
      true,
    ],
    [
      "has gone when somebody took it back",
      { toestemming: takenBack(aToestemming(), date("2026-11-20")) },
      true,
    ],
    ["has gone when there was none", { toestemming: null }, true],
  ])("%s", (_, over, gone) => {
    expect(groundIsGone(locked(over), today)).toBe(gone);
  });

  it("has gone exactly when it does not hold, where it can be read", () => {
    fc.assert(
      fc.property(dossierArb, (dossier) => {
        expect(groundIsGone(dossier, today)).toBe(!decideDossierOn(dossier, today).ok);
      }),
    );
  });
});
