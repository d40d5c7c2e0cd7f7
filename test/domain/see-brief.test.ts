import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BriefKeuze, briefKeuzeSchema, partnersIn } from "#domain/brief.ts";
import { contactOf, missingIn, schoolBriefSettingsSchema } from "#domain/brief-setting.ts";
import { functies, hulpvraagStatussen } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { type BriefGezien, checkBrief, seeBrief, stillFits } from "#domain/see-brief.ts";
import {
  aBesluit,
  aDossier,
  anUitzondering,
  aTeamlid,
  aToestemming,
  date,
  now,
  someLeerling,
  someTeam,
} from "./a-dossier.ts";

const ib = { persoonId: "ib1" };
const look = (over: Partial<Dossier> = {}) => seeBrief(aDossier({ status: "concept", ...over }), ib, now);

function seen(over: Partial<Dossier> = {}): BriefGezien {
  const looked = look(over);
  if (!looked.ok) throw new Error(`no letter: ${looked.error}`);
  return looked.value;
}

const exception = (geldigTot: string) =>
  aToestemming({ grondslag: "uitzondering", geldigTot: date(geldigTot), antwoorden: [] });
const notice = aToestemming({ grondslag: "instemming", antwoorden: [] });
const regierol = { besluiten: [aBesluit(["regierol_toewijzen"])] };
const born = (geboortemaand: string) => ({ leerling: seal(someLeerling({ geboortemaand })) });

describe("which letters there are", () => {
  it.each<[string, Partial<Dossier>, readonly string[]]>([
    ["before the round", {}, ["schriftelijk", "instemming"]],
    ["when it is klaargezet", { status: "klaargezet" }, ["schriftelijk", "instemming"]],
    ["when it is on an agenda", { status: "geagendeerd" }, ["schriftelijk", "instemming"]],
    ["without any ground yet", { toestemming: null }, ["schriftelijk", "instemming"]],
    ["when parents are only informed", { toestemming: notice }, ["instemming", "schriftelijk"]],
    ["when it is about health", { domeinen: ["leren", "gezondheid"] }, ["schriftelijk"]],
    [
      "when it is about health and parents were informed",
      { domeinen: ["gezondheid"], toestemming: notice },
      ["schriftelijk"],
    ],
    ["after the round", { status: "besproken", besluiten: [aBesluit(["doorlopen"])] }, ["schriftelijk"]],
    ["after a regierol was proposed", { status: "besproken", ...regierol }, ["regierol", "schriftelijk"]],
    ["while the regierol runs", { status: "in_uitvoering", ...regierol }, ["regierol", "schriftelijk"]],
    [
      "the day after an exception ended",
      { toestemming: exception("2026-11-22") },
      ["schriftelijk", "instemming"],
    ],
  ])("%s", (_, over, brieven) => {
    expect(seen(over).brieven).toEqual(brieven);
  });

  it.each<[string, Partial<Dossier>, string]>([
    ["the intake is not whole", { stap: 2 }, "niet_nu"],
    ["it is closed", { status: "afgesloten" }, "niet_nu"],
    ["it was withdrawn", { status: "ingetrokken" }, "onzichtbaar"],
    [
      "the directeur decided to discuss without asking",
      { toestemming: exception("2026-11-30") },
      "uitzondering",
    ],
    [
      "it was asked of the directeur",
      { uitzondering: anUitzondering({ stand: "gevraagd" }) },
      "uitzondering",
    ],
    ["that decision ends today", { toestemming: exception("2026-11-23") }, "uitzondering"],
    ["gezag is not known", { gezag: "onbekend" }, "gezag_controleren"],
    ["the month of birth cannot be", born("2027-04"), "geboortemaand_onmogelijk"],
    [
      "nobody in the team could be named",
      { team: [aTeamlid("ib1", "ib"), aTeamlid("dir1", "directeur")] },
      "geen_partners",
    ],
  ])("none when %s", (_, over, error) => {
    expect(look(over)).toEqual({ ok: false, error });
  });

  it.each(["smw1", "bpo1", "scp1", "jv1", "wijk1", "dir1", "niemand"])("none for %s", (persoonId) => {
    for (const status of hulpvraagStatussen) {
      expect(seeBrief(aDossier({ status, ...regierol }), { persoonId }, now)).toEqual({
        ok: false,
        error: "onzichtbaar",
      });
    }
  });
});

describe("a letter where the parents may not know yet", () => {
  it.each<[boolean, string, Partial<Dossier>]>([
    [false, "nothing was asked of the directeur", {}],
    [
      true,
      "it was written down that they cannot be told yet",
      { uitzondering: anUitzondering({ stand: "vervallen", herzienOp: date("2026-12-18") }) },
    ],
    [
      true,
      "it was discussed and they do not know",
      { uitzondering: anUitzondering({ stand: "gebruikt", besprokenIn: ["r1"] }) },
    ],
    [
      false,
      "they were told",
      { uitzondering: anUitzondering({ stand: "gebruikt", besprokenIn: ["r1"], oudersWeten: true }) },
    ],
    [false, "it was refused", { uitzondering: anUitzondering({ stand: "nee", besprokenIn: [] }) }],
  ])("warns %s when %s", (verzwegen, _, over) => {
    expect(seen(over).verzwegen).toBe(verzwegen);
  });
});

describe("who reads and signs", () => {
  it.each<[string, Partial<Dossier>, Pick<BriefGezien, "lezer" | "tekenen" | "gehoord">]>([
    ["both parents under twelve", {}, { lezer: "ouders", tekenen: ["ouder1", "ouder2"], gehoord: [] }],
    ["one parent", { gezag: "een_ouder" }, { lezer: "ouders", tekenen: ["ouder1"], gehoord: [] }],
    [
      "a guardian of an institution",
      { gezag: "voogdij_instelling" },
      { lezer: "ouders", tekenen: ["voogd"], gehoord: [] },
    ],
    [
      "parents, and the pupil of thirteen is heard",
      born("2013-04"),
      { lezer: "ouders", tekenen: ["ouder1", "ouder2"], gehoord: ["leerling"] },
    ],
    [
      "all three in the month of the sixteenth birthday",
      born("2010-11"),
      { lezer: "ouders", tekenen: ["ouder1", "ouder2", "leerling"], gehoord: [] },
    ],
    [
      "the pupil alone a month later",
      born("2010-10"),
      { lezer: "leerling", tekenen: ["leerling"], gehoord: [] },
    ],
  ])("%s", (_, over, expected) => {
    expect(seen(over)).toMatchObject(expected);
  });
});

describe("who stands in a letter", () => {
  it("names functions of today's team, and the ib beside the partners", () => {
    const { tafel, school, terugAan } = seen();
    expect(tafel).toEqual(["smw", "wijkteam", "scp", "bpo", "jeugdverpleegkundige", "leerplicht"]);
    expect({ school, terugAan }).toEqual({ school: ["ib"], terugAan: ["ib", "smw"] });
  });

  it("leaves out who has left the team", () => {
    const team = [
      ...someTeam.filter(({ functie }) => functie !== "bpo"),
      aTeamlid("bpo1", "bpo", { tot: date("2026-11-22") }),
    ];
    expect(seen({ team }).tafel).not.toContain("bpo");
  });

  it("begins with who was named before, or was asked to the table", () => {
    expect(seen().partners).toEqual(["smw", "scp", "bpo"]);
    expect(seen({ toestemming: null, aanTafel: ["scp"] }).partners).toEqual(["scp"]);
  });

  it("says the function of who is meant to take the regierol", () => {
    expect(seen({ status: "besproken", ...regierol }).houder).toBe("smw");
    expect(seen({ status: "besproken", besluiten: [aBesluit(["doorlopen"])] }).houder).toBeNull();
  });

  it("never names who leads or runs the place", () => {
    fc.assert(
      fc.property(fc.subarray([...functies]), (list) => {
        const named = partnersIn([...list, ...list]);
        expect(named).toEqual(
          functies.filter((f) => list.includes(f) && !["directeur", "bestuurder", "beheerder"].includes(f)),
        );
      }),
    );
  });
});

describe("what is seen of a hulpvraag for a letter", () => {
  it("is the same whatever the name and the texts are", () => {
    const text = fc.string({ maxLength: 40, unit: "grapheme" });
    fc.assert(
      fc.property(text, text, text, (naam, vraag, oudersVraag) => {
        const secret = {
          leerling: seal(someLeerling({ naam })),
          vraag: seal(vraag),
          oudersVraag: seal(oudersVraag),
        };
        expect(look(secret)).toEqual(look());
      }),
    );
  });
});

const bezwaarTot = date("2026-12-07");
const keuze = (over: Partial<BriefKeuze> = {}): BriefKeuze => ({
  brief: "schriftelijk",
  vertaling: null,
  tolk: false,
  doelen: [],
  partners: ["smw", "bpo"],
  terugAan: "ib",
  uiterlijk: bezwaarTot,
  ...over,
});

describe("a choice", () => {
  it.each<[string, Partial<BriefKeuze>, object | null]>([
    ["is right", {}, null],
    ["may end today when it asks for consent", { uiterlijk: date("2026-11-23") }, null],
    ["may not end yesterday", { uiterlijk: date("2026-11-22") }, { uiterlijk: { kind: "voorbij" } }],
    ["gives the whole term to object", { brief: "instemming" }, null],
    [
      "gives no day less",
      { brief: "instemming", uiterlijk: date("2026-12-06") },
      { uiterlijk: { kind: "te_vroeg", vanaf: bezwaarTot } },
    ],
    ["may last until the school year ends", { uiterlijk: date("2027-07-31") }, null],
    [
      "not longer",
      { uiterlijk: date("2027-08-01") },
      { uiterlijk: { kind: "te_laat", uiterlijk: date("2027-07-31") } },
    ],
    ["names somebody", { partners: [] }, { partners: { kind: "leeg" } }],
    [
      "names nobody outside the team",
      { partners: ["smw", "politie"] },
      { partners: { kind: "niet_in_team" } },
    ],
    ["names no directeur", { partners: ["directeur"] }, { partners: { kind: "niet_in_team" } }],
    ["goes back to who is in the school", { terugAan: "bpo" }, { terugAan: { kind: "past_niet" } }],
    ["asks for more in a form to sign", { doelen: ["start_jeugdhulp", "verstrekking_extern"] }, null],
    [
      "asks for nothing more in a notice",
      { brief: "instemming", doelen: ["start_jeugdhulp"] },
      { doelen: { kind: "alleen_schriftelijk" } },
    ],
    ["is a letter that fits", { brief: "regierol" }, { brief: { kind: "past_niet" } }],
  ])("%s", (_, over, problems) => {
    expect(checkBrief(keuze(over), seen(), bezwaarTot)).toEqual(problems);
  });

  it("keeps the whole term to object where it runs past the end of the school year", () => {
    const late = date("2027-09-03");
    expect(checkBrief(keuze({ brief: "instemming", uiterlijk: late }), seen(), late)).toBeNull();
  });

  it("no longer fits when a partner left or the round has been", () => {
    expect(stillFits(keuze({ brief: "instemming" }), seen())).toBe(true);
    expect(stillFits(keuze({ brief: "instemming" }), seen({ status: "besproken" }))).toBe(false);
    const team = someTeam.filter(({ functie }) => functie !== "bpo");
    expect(stillFits(keuze(), seen({ team }))).toBe(false);
  });

  it("is kept as codes and a day, and read back the same", () => {
    const kept = JSON.parse(
      JSON.stringify(keuze({ vertaling: "arabisch", tolk: true, doelen: ["start_hulp_wgbo"] })),
    );
    expect(
      Object.values(kept)
        .flat()
        .every((value) => /^[a-z_0-9-]+$/.test(String(value))),
    ).toBe(true);
    expect(briefKeuzeSchema.parse(kept)).toEqual(
      keuze({ vertaling: "arabisch", tolk: true, doelen: ["start_hulp_wgbo"] }),
    );
  });
});

describe("settings of a letter", () => {
  const own = schoolBriefSettingsSchema.parse({ adres: "Plein 1", klachtenregeling: "Van de school" });
  const shared = { klachtenregeling: "Van het swv", functionaris_gegevensbescherming: "fg@swv.example" };

  it("of the school go before those that all schools share", () => {
    expect(contactOf(own, shared)).toEqual({
      adres: "Plein 1",
      telefoon: null,
      klachtenregeling: "Van de school",
      functionarisGegevensbescherming: "fg@swv.example",
    });
  });

  it("that nobody filled in are named", () => {
    expect(missingIn(contactOf(own, shared))).toEqual(["telefoon"]);
  });

  it("with a slip of the pen are refused", () => {
    expect(schoolBriefSettingsSchema.safeParse({ telefon: "010" }).success).toBe(false);
  });
});
