import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Buitenkant,
  type BuitenkantForm,
  checkBuitenkant,
  mayContribute,
  readBuitenkant,
  writeBuitenkant,
} from "#domain/bijdrage.ts";
import type { Functie } from "#domain/code.ts";
import type { AgendapuntFeit, Dossier, RondeFeit } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { brengtIn, buitenkantOf } from "#domain/see-punt.ts";
import { eyesOn } from "#domain/see-ronde.ts";
import { aDossier, anInstemming, aRonde, aToestemming, date, now, someTeam, today } from "./a-dossier.ts";

const month = (text: string) => Temporal.PlainYearMonth.from(text);

describe("what is told of the outside", () => {
  it.each([
    [{ bekend: false, sinds: null, afgesloten: false }, "nee"],
    [{ bekend: true, sinds: null, afgesloten: false }, "ja"],
    [{ bekend: true, sinds: month("2024-03"), afgesloten: false }, "ja, sinds 2024-03"],
    [{ bekend: true, sinds: month("2024-03"), afgesloten: true }, "ja, sinds 2024-03, afgesloten"],
    [{ bekend: true, sinds: null, afgesloten: true }, "ja, afgesloten"],
  ] as const)("is kept as %o", (told: Buitenkant, text) => {
    expect(writeBuitenkant(told)).toBe(text);
    expect(readBuitenkant(text)).toEqual(told);
  });

  it("has no room for any other word", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readBuitenkant(text);
        if (read) expect(writeBuitenkant(read)).toBe(text);
      }),
    );
    for (const text of ["ja, sinds 2024-13", "ja, en thuis", "nee, sinds 2024-03", "Ja", ""])
      expect(readBuitenkant(text)).toBeNull();
  });

  const form = (over: Partial<BuitenkantForm>): BuitenkantForm => ({
    bekend: "ja",
    maand: null,
    jaar: null,
    ...over,
  });
  it.each([
    ["nothing chosen", form({ bekend: null }), "leeg"],
    ["a month without a year", form({ maand: 3 }), "maand_en_jaar"],
    ["a year without a month", form({ jaar: 2024 }), "maand_en_jaar"],
    ["next month", form({ maand: 12, jaar: 2026 }), "in_de_toekomst"],
  ])("refuses %s", (_, sent, probleem) => {
    expect(checkBuitenkant(sent, today)).toEqual({ ok: false, error: { kind: "velden", probleem } });
  });

  it("keeps no month of what is not known there", () => {
    const sent = form({ bekend: "nee", maand: 3, jaar: 2024 });
    expect(checkBuitenkant(sent, today)).toEqual({
      ok: true,
      value: { bekend: false, sinds: null, afgesloten: false },
    });
  });
});

const fixed = aRonde({
  status: "gepland",
  datum: date("2026-11-25"),
  agendaVastOp: now.subtract({ hours: 1 }),
  voorzitterId: "ib1",
});

function told(
  over: Partial<Dossier> = {},
  ronde: RondeFeit = fixed,
  status: AgendapuntFeit["status"] = "gepland",
): { dossier: Dossier; punt: AgendapuntFeit } {
  const punt: AgendapuntFeit = { id: "a1", ronde, hulpvraagId: "h1", volgorde: 1, minuten: 15, status };
  const dossier = aDossier({
    status: "geagendeerd",
    domeinen: ["leren"],
    toestemming: anInstemming({ partners: ["smw", "jeugdverpleegkundige", "wijkteam"] }),
    agendapunten: [punt],
    ...over,
  });
  return { dossier, punt };
}

const asked = ({ dossier, punt }: { dossier: Dossier; punt: AgendapuntFeit }, persoonId = "smw1") =>
  mayContribute(dossier, punt, { persoonId, now });

describe("who is asked for the outside", () => {
  it("is a partner who was named, once the agenda is fixed and while the round goes on", () => {
    expect(asked(told())).toBe(true);
    expect(asked(told({}, { ...fixed, status: "open", datum: today }))).toBe(true);
    expect(asked(told({}, { ...fixed, agendaVastOp: null }))).toBe(false);
    expect(asked(told({}, { ...fixed, status: "gesloten" }))).toBe(false);
    expect(asked(told({}, { ...fixed, status: "vervallen" }))).toBe(false);
  });

  it("is not who was not named, not who does not take part, and nobody of the school", () => {
    for (const persoonId of ["bpo1", "ib1", "dir1", "vreemde"]) expect(asked(told(), persoonId)).toBe(false);
    const away = { ...fixed, deelnemers: fixed.deelnemers.filter((one) => one.persoonId !== "smw1") };
    expect(asked(told({}, away))).toBe(false);
  });

  it("is who comes for this item alone, while asked for it and named to the parents", () => {
    const invited = (over: Partial<AgendapuntFeit>, partners: readonly Functie[] = ["smw", "leerplicht"]) => {
      const made = told({ toestemming: anInstemming({ partners }) });
      const punt = { ...made.punt, ...over };
      return asked({ dossier: { ...made.dossier, agendapunten: [punt] }, punt }, "lpa1");
    };
    expect(invited({ genodigden: ["lpa1"] })).toBe(true);
    expect(invited({ genodigden: ["lpa1"], ronde: { ...fixed, agendaVastOp: null } })).toBe(false);
    expect(invited({ genodigden: ["lpa1"], status: "besproken" })).toBe(false);
    expect(invited({ genodigden: [] })).toBe(false);
    expect(invited({ genodigden: ["lpa1"] }, ["smw"])).toBe(false);
  });

  it("is not who has a seat for another item of the same hulpvraag alone", () => {
    const { dossier, punt } = told({ toestemming: anInstemming({ partners: ["leerplicht"] }) });
    const before = {
      ...punt,
      id: "a0",
      ronde: aRonde({ id: "r0" }),
      genodigden: ["lpa1"],
      status: "besproken",
    } as const;
    expect(asked({ dossier: { ...dossier, agendapunten: [before, punt] }, punt }, "lpa1")).toBe(false);
  });

  it("is nobody about what was discussed or taken off", () => {
    expect(asked(told({}, fixed, "besproken"))).toBe(false);
    expect(asked(told({}, fixed, "verschoven"))).toBe(false);
  });

  it("is nobody on any other ground, or when it is gone", () => {
    expect(asked(told({ toestemming: aToestemming({ partners: ["smw"] }) }))).toBe(false);
    expect(asked(told({ toestemming: null }))).toBe(false);
    const { dossier } = told();
    const ended = dossier.toestemming && { ...dossier.toestemming, geldigTot: today.subtract({ days: 1 }) };
    expect(asked(told({ toestemming: ended }))).toBe(false);
  });
});

function seen(dossier: Dossier, punt: AgendapuntFeit, persoonId: string) {
  return buitenkantOf(dossier, punt, { may: eyesOn({ persoonId, now }, dossier).may, persoonId, now });
}

describe("what was told of the outside", () => {
  const bijdragen = [{ persoonId: "smw1", inhoud: seal("ja, sinds 2024-03") }];
  const gezegd = { bekend: true, sinds: month("2024-03"), afgesloten: false };

  it("is read by the ib of the school and by who told it, and by no other partner", () => {
    const { dossier, punt } = told({ bijdragen });
    expect(seen(dossier, punt, "ib1")?.anderen).toMatchObject([{ functie: "smw", gezegd }]);
    expect(seen(dossier, punt, "smw1")).toMatchObject({ vraag: true, eigen: gezegd, anderen: [] });
    for (const { persoonId } of someTeam.filter(
      (lid) => lid.persoonId !== "ib1" && lid.persoonId !== "smw1",
    )) {
      const view = seen(dossier, punt, persoonId);
      expect([view?.eigen ?? null, view?.anderen ?? []]).toEqual([null, []]);
    }
  });

  it("is shown to nobody when the ground is another by now", () => {
    const { dossier, punt } = told({ bijdragen, toestemming: aToestemming({ partners: ["smw"] }) });
    for (const { persoonId } of someTeam) expect(seen(dossier, punt, persoonId)).toBeNull();
  });
});

describe("who brings an item in", () => {
  const open = { ...fixed, status: "open" as const, datum: today };
  const who = (over: Partial<Dossier>, punt: Partial<AgendapuntFeit>, meer: boolean) => {
    const made = told(over, open);
    return brengtIn(made.dossier, { ...made.punt, ...punt }, { meer, now })?.persoonId ?? null;
  };

  it("is who was chosen, else who brought the hulpvraag in, else the ib who is there", () => {
    expect(who({}, { inbrengerId: "smw1" }, true)).toBe("smw1");
    expect(who({ inbrengerId: "smw1" }, {}, true)).toBe("smw1");
    expect(who({ inbrengerId: "vreemde" }, {}, true)).toBe("ib1");
  });

  it("is nobody who may not hear the question", () => {
    expect(who({}, { inbrengerId: "bpo1" }, true)).toBe("ib1");
  });

  it("is nobody who is away", () => {
    const deelnemers = open.deelnemers.map((one) =>
      one.persoonId === "smw1" ? { ...one, aanwezigheid: "afwezig" as const } : one,
    );
    expect(who({}, { inbrengerId: "smw1", ronde: { ...open, deelnemers } }, true)).toBe("ib1");
  });

  it("is told to who sees only the question when it is the school itself: else it tells where the child is known", () => {
    expect(who({}, { inbrengerId: "smw1" }, false)).toBeNull();
    expect(who({}, { inbrengerId: "ib1" }, false)).toBe("ib1");
  });
});
