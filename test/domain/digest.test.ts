import { describe, expect, it } from "vitest";
import type { Aanwezigheid, Functie } from "#domain/code.ts";
import {
  type DigestFacts,
  type DigestInzet,
  type DigestRonde,
  digestSafeSchema,
  teamsLinkSchema,
  weekDigest,
} from "#domain/digest.ts";
import { usualTeamSettings } from "#domain/team-setting.ts";
import { aRonde, aTeamlid, date, someTeam } from "./a-dossier.ts";

const maandag = date("2026-11-23");
const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d";
const digest = (over: Partial<DigestFacts> = {}) =>
  weekDigest({
    ...{ maandag, rondes: [], team: someTeam, inzet: [], evaluaties: [], settings: usualTeamSettings },
    ...over,
  });
const inzet = (over: Partial<DigestInzet> = {}): DigestInzet => ({
  ...{ functie: "wijkteam", van: date("2026-08-01"), tot: null, onderbroken: false },
  ...{ vanaf: date("2026-08-01"), totEnMet: null, uren: 4 },
  ...over,
});
const coming = (over: Partial<DigestRonde> = {}): DigestRonde => ({
  ...aRonde({ datum: date("2026-11-27"), status: "gepland", deelnameLink: link }),
  ...over,
});
const deelnemer = (functie: Functie, aanwezigheid: Aanwezigheid | null) => ({
  persoonId: "p",
  naam: "Naam",
  functie,
  aanwezigheid,
});

describe("hours, vacancies and changes in the weekly digest", () => {
  const changed = inzet({ vanaf: date("2026-11-23"), uren: 6 });
  it.each<[string, readonly DigestInzet[], number | null, number]>([
    ["what holds on the Monday", [inzet({ totEnMet: date("2026-11-22") }), changed], 6, 1],
    [
      "not what holds from the day after",
      [inzet({ totEnMet: date("2026-11-23") }), { ...changed, vanaf: date("2026-11-24") }],
      4,
      1,
    ],
    ["two who share it together", [inzet(), inzet({ uren: 2.5 })], 6.5, 2],
    ["only who said so", [inzet(), inzet({ uren: null })], 4, 2],
    ["nobody said", [inzet({ uren: null })], null, 1],
  ])("agreed hours are %s", (_, given, uren, mensen) => {
    expect(digest({ inzet: given }).inzet).toMatchObject([{ functie: "wijkteam", uren, mensen }]);
  });

  it.each([
    ["2026-11-21", false],
    ["2026-11-22", true],
    ["2026-11-23", false],
  ])("whose last day is %s is missed on the Monday: %s", (tot, isVacant) => {
    const { vacatures } = digest({ inzet: [inzet({ tot: date(tot) })] });
    const sinds = vacatures.find(({ plek }) => plek === "wijkteam")?.sinds;
    expect(sinds === "2026-11-23").toBe(isVacant);
  });

  it("nobody is missed while it is not known whether they left", () => {
    const given = [inzet({ tot: date("2026-11-19"), onderbroken: true })];
    const { vacatures, wisselingen } = digest({ inzet: given });
    expect(vacatures.map(({ plek }) => plek)).not.toContain("wijkteam");
    expect(wisselingen).toEqual([]);
  });

  it.each([
    ["2026-11-15", "2026-11-14", 0, 0],
    ["2026-11-16", "2026-11-15", 1, 1],
    ["2026-11-22", "2026-11-21", 1, 1],
    ["2026-11-23", "2026-11-22", 0, 0],
  ])("who began on %s, and who was last there on %s", (van, tot, gekomen, gegaan) => {
    const given = [inzet({ van: date(van), vanaf: date(van) }), inzet({ tot: date(tot) })];
    const expected = gekomen + gegaan === 0 ? [] : [{ functie: "wijkteam", gekomen, gegaan }];
    expect(digest({ inzet: given }).wisselingen).toEqual(expected);
  });

  it("who was there is counted over four weeks, of what was written down", () => {
    const ronde = (datum: string, aanwezigheid: Aanwezigheid | null) =>
      coming({
        datum: date(datum),
        status: "gesloten",
        deelnemers: [deelnemer("wijkteam", aanwezigheid)],
      });
    const rondes = [
      ronde("2026-10-25", "in_de_kamer"),
      ronde("2026-10-26", "online"),
      ronde("2026-11-02", "afwezig"),
      ronde("2026-11-09", "vervangen"),
      ronde("2026-11-16", null),
    ];
    expect(digest({ inzet: [inzet()], rondes }).inzet).toMatchObject([{ verwacht: 3, geweest: 2 }]);
  });

  it.each([
    [[7, 6], { cijfer: 7, vorige: 6 }],
    [[7, null], { cijfer: 7, vorige: null }],
    [[null, 6], { cijfer: null, vorige: null }],
    [[7], { cijfer: 7, vorige: null }],
  ] as const)(
    "how the team finds that it goes, %o: compared only where both had enough answers",
    (cijfers, shown) => {
      const named = { helpt: ["korte_lijnen" as const], hindert: ["wisselingen" as const] };
      const evaluaties = cijfers.map((cijfer) => ({ sluit: date("2026-11-16"), cijfer, ...named }));
      expect(digest({ evaluaties }).samenwerken).toEqual({ op: "2026-11-16", ...shown, ...named });
    },
  );
});

describe("the weekly digest of the directeur", () => {
  it.each<[string, DigestRonde["status"], number, number]>([
    ["2026-11-15", "gesloten", 0, 0],
    ["2026-11-16", "gesloten", 1, 0],
    ["2026-11-22", "gesloten", 1, 0],
    ["2026-11-20", "open", 1, 0],
    ["2026-11-20", "vervallen", 0, 0],
    ["2026-11-20", "gepland", 0, 0],
    ["2026-11-23", "gepland", 0, 1],
    ["2026-12-20", "gepland", 0, 1],
    ["2026-12-21", "gepland", 0, 0],
    ["2026-11-27", "vervallen", 0, 0],
  ])("a round on %s that is %s: held last week %i, coming %i", (datum, status, held, ahead) => {
    const safe = digest({ rondes: [coming({ datum: date(datum), status })] });
    expect([safe.gehouden.length, safe.komend.length]).toEqual([held, ahead]);
  });

  it("gives a coming round with time, place and the link to join, in the order of time", () => {
    const rondes = [
      coming({ datum: date("2026-12-11") }),
      coming({ begin: Temporal.PlainTime.from("08:30") }),
      coming(),
    ];
    expect(digest({ rondes }).komend).toEqual([
      { op: "2026-11-27", begin: "08:30", plaats: "op_school_en_online", deelnameLink: link },
      { op: "2026-11-27", begin: "13:30", plaats: "op_school_en_online", deelnameLink: link },
      { op: "2026-12-11", begin: "13:30", plaats: "op_school_en_online", deelnameLink: link },
    ]);
  });

  it("counts by function who came, and leaves out those whose coming tells something about a child", () => {
    const deelnemers = [
      deelnemer("smw", "in_de_kamer"),
      deelnemer("smw", "afwezig"),
      deelnemer("ib", "online"),
      deelnemer("bpo", "vervangen"),
      deelnemer("scp", null),
      deelnemer("leerplicht", "in_de_kamer"),
      deelnemer("politie", "online"),
      deelnemer("directeur", "online"),
    ];
    const [held] = digest({ rondes: [aRonde({ deelnemers })] }).gehouden;
    expect(held).toEqual({
      op: "2026-11-20",
      aanwezigheid: [
        { functie: "ib", verwacht: 1, aanwezig: 1, vervangen: 0, onbekend: 0 },
        { functie: "smw", verwacht: 2, aanwezig: 1, vervangen: 0, onbekend: 0 },
        { functie: "scp", verwacht: 1, aanwezig: 0, vervangen: 0, onbekend: 1 },
        { functie: "bpo", verwacht: 1, aanwezig: 0, vervangen: 1, onbekend: 0 },
      ],
    });
  });

  it.each<[string, DigestFacts["team"], readonly DigestRonde[], readonly string[]]>([
    ["nothing when all is there", someTeam, [coming()], []],
    [
      "to plan when no round is within eight weeks",
      someTeam,
      [coming({ datum: date("2027-01-18") })],
      ["rondes_plannen"],
    ],
    [
      "nothing about planning when one is in week eight",
      someTeam,
      [coming({ datum: date("2027-01-17") })],
      [],
    ],
    [
      "to fill what an empty team lacks",
      [],
      [coming()],
      ["ib_aanwijzen", "voorzitter_aanwijzen", "kernteamlid_vragen"],
    ],
    [
      "to replace whose membership has ended",
      [
        aTeamlid("i", "coo", { voorzitter: true }),
        aTeamlid("o", "orthopedagoog", { tot: date("2026-11-22") }),
      ],
      [coming()],
      ["kernteamlid_vragen"],
    ],
  ])("asks the directeur %s", (_what, team, rondes, gevraagd) => {
    expect(digest({ team, rondes }).gevraagd).toEqual(gevraagd);
  });

  it("has no figure about hulpvragen and no names, and refuses a field too many", () => {
    const safe = digest({ rondes: [aRonde(), coming()] });
    expect(JSON.stringify(safe)).not.toMatch(/Naam|HV-|hulpvra/);
    expect(digestSafeSchema.parse(JSON.parse(JSON.stringify(safe)))).toEqual(safe);
    expect(digestSafeSchema.safeParse({ ...safe, ingebracht: 3 }).success).toBe(false);
  });
});

describe("a link to join", () => {
  it.each([link, "https://teams.microsoft.com/meet/3918?p=abcDEF", "https://teams.live.com/meet/9371?p=x"])(
    "is taken: %s",
    (url) => {
      expect(teamsLinkSchema.safeParse(url).success).toBe(true);
    },
  );

  it.each([
    "http://teams.microsoft.com/l/meetup-join/x",
    "https://teams.microsoft.com.evil.nl/l/meetup-join/x",
    "https://evil.nl/?https://teams.microsoft.com/l/meetup-join/x",
    "https://ib:x@teams.microsoft.com/l/meetup-join/x",
    "https://teams.microsoft.com:8443/l/meetup-join/x",
    "https://teams.microsoft.com/l/chat/x",
    "https://teams.microsoft.com/l/meetup-join/x y",
    "https://teams.microsoft.com/l/meetup-join/x#Noor",
    "https://teams.microsoft.com/l/meetup-join/x\nNoor",
    'https://teams.microsoft.com/l/meetup-join/x"><b>',
    "javascript:alert(1)",
    "",
    null,
  ])("is left out of the digest: %j", (url) => {
    expect(digest({ rondes: [coming({ deelnameLink: url })] }).komend[0]?.deelnameLink).toBeNull();
  });
});
