import { describe, expect, it } from "vitest";
import type { Aanwezigheid, Functie } from "#domain/code.ts";
import {
  type DigestFacts,
  type DigestRonde,
  digestSafeSchema,
  teamsLinkSchema,
  weekDigest,
} from "#domain/digest.ts";
import { aRonde, aTeamlid, date, someTeam } from "./a-dossier.ts";

const maandag = date("2026-11-23");
const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d";
const digest = (over: Partial<DigestFacts> = {}) =>
  weekDigest({ maandag, rondes: [], team: someTeam, ...over });
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
