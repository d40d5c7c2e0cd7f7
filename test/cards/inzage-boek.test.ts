import { describe, expect, it } from "vitest";
import { type Boek, inzageBoek } from "#cards/inzage-boek.ts";
import { inzageWoorden } from "#cards/inzage-woord.ts";
import { type Inzage, type InzageRij, type InzageWaarde, inzageSchema } from "#domain/inzage.ts";
import { type Getoond, getoondeVelden, type InzageTabel, inzageTabelNamen } from "#domain/inzage-veld.ts";
import type { LogRegel } from "#domain/log-view.ts";

/** A value that stands nowhere else. */
const sample: { readonly [Soort in Getoond]: (mark: string, n: number) => InzageWaarde } = {
  tekst: (mark) => `${mark} {vrij} #veld`,
  gegevens: (mark) => ({ naam: `${mark} Naam`, geboortemaand: "2017-04", leerjaar: "po_5", kenmerk: mark }),
  code: (mark) => mark,
  codes: (mark) => [mark, `${mark}b`],
  dag: (_, n) => Temporal.PlainDate.from("2001-01-01").add({ days: n }).toString(),
  moment: (_, n) => `${Temporal.PlainDate.from("2002-01-01").add({ days: n })}T09:05:00+01:00`,
  periode: (_, n) => ({
    van: `${Temporal.PlainDate.from("2003-01-01").add({ days: n })}T09:05:00+01:00`,
    tot: null,
  }),
  janee: () => true,
  getal: (_, n) => 7000 + n,
  persoon: (mark) => ({ functies: ["smw"], organisatie: mark }),
  ronde: (_, n) => ({
    datum: Temporal.PlainDate.from("2004-01-01").add({ days: n }).toString(),
    begin: "13:30",
    plaats: "op_school",
    status: "gesloten",
    deelnemers: ["ib"],
  }),
  bij: () => 1,
  velden: (mark) => ({ aantal: 3, wat: mark }),
};

/** What of a value must be readable. */
const shown: { readonly [Soort in Getoond]: (mark: string, n: number) => readonly string[] } = {
  tekst: (mark) => [`${mark} {vrij} #veld`],
  gegevens: (mark) => [`${mark} Naam`, "april 2017", "groep 5", mark],
  code: (mark) => [mark],
  codes: (mark) => [`${mark}, ${mark}b`],
  dag: (_, n) => [String(Temporal.PlainDate.from("2001-01-01").add({ days: n }).day)],
  moment: (_, n) => [String(Temporal.PlainDate.from("2002-01-01").add({ days: n }).year), "09:05"],
  periode: () => ["Sinds", "2003"],
  janee: () => ["Ja"],
  getal: (_, n) => [String(7000 + n)],
  persoon: (mark) => ["Schoolmaatschappelijk werker", mark],
  ronde: () => ["13:30 uur, op school, met intern begeleider"],
  bij: () => [],
  velden: (mark) => ["aantal: 3", mark],
};

const markOf = (tabel: string, kolom: string) => `X${tabel.replaceAll("_", "")}${kolom.replaceAll("_", "")}`;

function rowOf(tabel: InzageTabel): InzageRij {
  const velden = getoondeVelden(tabel).map(([kolom, soort], n) => {
    if (kolom === "regel") return [kolom, { unit: "schoolweken", amount: -6 }];
    const mark = kolom === "referentie" ? "HV-1234" : markOf(tabel, kolom);
    return [kolom, sample[soort](mark, n)];
  });
  return { nr: 1, ...Object.fromEntries(velden) };
}

const contact = {
  adres: null,
  telefoon: null,
  klachtenregeling: null,
  functionarisGegevensbescherming: null,
};
const whole: Inzage = {
  schema: "zorgronde/inzage/1",
  gemaaktOp: "2026-11-23T09:00:00+01:00",
  samenwerkingsverband: "SWV",
  team: "SZT",
  school: "De Regenboog",
  verwerking: {
    doelen: ["bespreking_szt"],
    grondslagen: [{ referentie: "HV-1234", grondslag: "schriftelijk" }],
    ontvangers: ["smw"],
    bewaren: [{ referentie: "HV-1234", wissenOp: "2028-11-23" }],
    rechten: ["inzage", "klacht"],
    kanOntbreken: ["avg_23", "uavg_41"],
  },
  contact,
  tabellen: Object.fromEntries(inzageTabelNamen.map((tabel) => [tabel, [rowOf(tabel)]])),
  kanaal: [
    {
      besloten_op: "2026-11-23T09:00:00+01:00",
      regel: { caseRef: "HV-1234", fase: "afgerond" },
      stand: "staat_er",
      weggehaald_op: null,
    },
  ],
};
const moment = Temporal.Instant.from("2026-11-23T09:00Z");
const regel: LogRegel = {
  referentie: "HV-1234",
  van: moment,
  tot: moment,
  keer: 1,
  wie: { functies: ["smw"], organisatie: "Kwadraad", nummer: null },
  wat: { soort: "gelezen", gegevens: { naam: true, wat: false, als: "genoemde_partner" } },
  aan: null,
  grondslag: "schriftelijk",
};

const labelOf = (word: unknown): unknown =>
  typeof word === "object" && word !== null && "label" in word ? word.label : [word].flat()[0];

/** Label and value of every line, in lists and in tables. */
function linesOf({ hoofdstukken }: Boek): readonly (readonly [string, string])[] {
  return hoofdstukken.flatMap(({ stukken }) =>
    stukken.flatMap(({ rijen, tabel }) => [
      ...rijen.flatMap(({ velden }) => velden.map(({ label, waarde }) => [label, waarde] as const)),
      ...(tabel?.rijen ?? []).flatMap((cells) =>
        cells.map((cell, at) => [tabel?.kolommen[at] ?? "", cell] as const),
      ),
    ]),
  );
}

const taskWith = (over: Readonly<Record<string, InzageWaarde>>) =>
  linesOf(
    inzageBoek(
      { ...whole, tabellen: { ...whole.tabellen, termijn: [{ ...rowOf("termijn"), ...over }] } },
      [],
    ),
  );

const silent: Inzage = {
  ...whole,
  verwerking: { ...whole.verwerking, grondslagen: [], ontvangers: [], bewaren: [] },
  tabellen: Object.fromEntries(inzageTabelNamen.map((tabel) => [tabel, []])),
  kanaal: [],
};
const both: Inzage = {
  ...whole,
  verwerking: {
    ...whole.verwerking,
    grondslagen: ["HV-1234", "HV-5678"].map((referentie) => ({ referentie, grondslag: "schriftelijk" })),
  },
  tabellen: {
    ...whole.tabellen,
    hulpvraag: [rowOf("hulpvraag"), { ...rowOf("hulpvraag"), nr: 2, referentie: "HV-5678" }],
  },
};
const constant =
  "Soms mag de school van de wet iets nog niet geven (AVG artikel 23, UAVG artikel 41). Dat kan hier ontbreken. Deze zin staat in elke kopie.";

const sentencesOf = ({ opschrift, hoofdstukken }: Boek): readonly string[] => [
  opschrift,
  ...hoofdstukken.flatMap(({ kop, stukken }) => [
    kop ?? "",
    ...stukken.flatMap((one) => [one.kop ?? "", ...one.alineas, ...one.punten]),
  ]),
];
const proseOf = (boek: Boek) => sentencesOf(boek).join("\n");

describe("the readable copy", () => {
  const lines = linesOf(inzageBoek(whole, [regel]));
  const columns = inzageTabelNamen.flatMap((tabel) =>
    tabel === "gebeurtenis"
      ? []
      : getoondeVelden(tabel).map(([kolom, soort], n) => ({ tabel, kolom, soort, n })),
  );

  it("is about data that keep to their schema", () => {
    expect(inzageSchema.safeParse(whole).error).toBeUndefined();
  });

  it("does not say that a task was done that fell away, whoever wrote that down", () => {
    const [termijn] = whole.tabellen.termijn ?? [];
    if (!termijn) throw new Error("no task");
    const gone = {
      ...whole,
      tabellen: { ...whole.tabellen, termijn: [{ ...termijn, status: "vervallen" }] },
    };
    const said = linesOf(inzageBoek(gone, [regel]));
    expect(said).toContainEqual(["Hoe ver", "Vervallen, niet meer nodig"]);
    expect(said.filter(([label]) => label.startsWith("Klaar gemeld"))).toEqual([]);
  });

  it.each(columns)(
    "says $tabel.$kolom under its name, or by where it stands",
    ({ tabel, kolom, soort, n }) => {
      const words: Readonly<Record<string, unknown>> = inzageWoorden[tabel].velden;
      const label = labelOf(words[kolom]);
      const mark = kolom === "referentie" ? "HV-1234" : markOf(tabel, kolom);
      if (label === null) {
        expect(["leerling_id", "hulpvraag_id"]).toContain(kolom);
        return;
      }
      const named = lines.filter(([one]) => one === (soort === "gegevens" ? "Naam" : label));
      const pool = soort === "gegevens" ? lines : named;
      const parts = kolom === "regel" ? ["6 schoolweken ervoor"] : shown[soort](mark, n);
      for (const part of parts)
        expect(
          pool.some(([, waarde]) => waarde.includes(part)),
          part,
        ).toBe(true);
      expect(named.length).toBeGreaterThan(0);
    },
  );

  it("has one line for each field, and one more for each value of the leerling", () => {
    const hidden = columns.filter(({ tabel, kolom }) => {
      const words: Readonly<Record<string, unknown>> = inzageWoorden[tabel].velden;
      return words[kolom] === null;
    });
    // Three more of the known values, two of the channel, four of the log, two of where to complain.
    expect(lines).toHaveLength(columns.length - hidden.length + 3 + 2 + 4 + 2);
  });

  it("leaves out what is not filled in", () => {
    const rij = { ...rowOf("hulpvraag"), ouders_vraag: null };
    const without = inzageBoek({ ...whole, tabellen: { ...whole.tabellen, hulpvraag: [rij] } }, []);
    expect(linesOf(without).map(([label]) => label)).not.toContain("Wat de ouders vragen");
  });

  it.each([
    [{ unit: "schoolweken", amount: -6 }, "6 schoolweken ervoor"],
    [{ unit: "schooldagen", amount: 1 }, "1 schooldag erna"],
    [{ unit: "maanden", amount: 3 }, "3 maanden erna"],
    [{ unit: "schooldagen", amount: 0 }, "Op die dag zelf"],
    [{ unit: "vast" }, "Op de dag die is afgesproken"],
  ])("says how the day of a task was chosen: %j", (regel, words) => {
    expect(taskWith({ regel })).toContainEqual(["Hoe die dag is gekozen", words]);
  });

  it("says that a task was moved only when it was", () => {
    expect(taskWith({ uitgesteld: 0 }).map(([label]) => label)).not.toContain("Hoe vaak verzet");
    expect(taskWith({ uitgesteld: 2 })).toContainEqual(["Hoe vaak verzet", "2 keer"]);
  });

  it("tells apart who saw something and who was only named", () => {
    const toestemming = [{ ...rowOf("toestemming"), partners: ["smw", "jeugdarts"] }];
    const boek = inzageBoek({ ...whole, tabellen: { ...whole.tabellen, toestemming } }, []);
    const told = (kop: string) =>
      boek.hoofdstukken.flatMap(({ stukken }) => stukken).find((one) => one.kop === kop)?.punten;
    expect(told("Wie er iets van zag")).toEqual(["Schoolmaatschappelijk werker"]);
    expect(told("Wie er ook over mee mag praten")).toEqual(["Jeugdarts"]);
    const gone = toestemming.map((one) => ({ ...one, geldt_nu: false }));
    const later = inzageBoek({ ...whole, tabellen: { ...whole.tabellen, toestemming: gone } }, []);
    expect(sentencesOf(later), "it was taken back").not.toContain("Wie er ook over mee mag praten");
  });

  it("puts every row with its own hulpvraag", () => {
    const two = [rowOf("hulpvraag"), { ...rowOf("hulpvraag"), nr: 2, referentie: "HV-5678" }];
    const actie = [
      { ...rowOf("actie"), omschrijving: "van de eerste" },
      { ...rowOf("actie"), nr: 2, hulpvraag_id: 2, omschrijving: "van de tweede" },
    ];
    const boek = inzageBoek({ ...whole, tabellen: { ...whole.tabellen, hulpvraag: two, actie } }, []);
    const chapter = (kop: string) =>
      JSON.stringify(boek.hoofdstukken.find((one) => one.kop === `Hulpvraag ${kop}`));
    expect(chapter("HV-1234")).toContain("van de eerste");
    expect(chapter("HV-1234")).not.toContain("van de tweede");
    expect(chapter("HV-5678")).toContain("van de tweede");
    expect(chapter("HV-5678")).not.toContain("van de eerste");
  });

  it("names each hulpvraag in the log when there is more than one", () => {
    const other: LogRegel = { ...regel, referentie: "HV-5678" };
    const log = (...regels: readonly LogRegel[]) =>
      JSON.stringify(inzageBoek(whole, regels).hoofdstukken.at(-2)?.stukken.at(-1)?.tabel);
    expect(log(regel)).not.toContain("HV-1234");
    expect(log(regel, other)).toContain('["HV-5678",');
  });

  it("says where to complain when nobody filled that in, and what was filled in when somebody did", () => {
    const filled = inzageBoek({ ...whole, contact: { ...contact, klachtenregeling: "klacht@school" } }, []);
    expect(linesOf(filled)).toContainEqual(["Klacht", "klacht@school"]);
    expect(lines).toContainEqual(["Klacht", "Vraag de school naar haar klachtenregeling."]);
    expect(lines.find(([label]) => label === "Toezicht op privacy")?.[1]).toContain(
      "autoriteitpersoonsgegevens.nl",
    );
  });

  it("says that something may be missing, in the same words whether or not it is", () => {
    const said = (inzage: Inzage, log: readonly LogRegel[]) => proseOf(inzageBoek(inzage, log));
    for (const words of [said(whole, [regel]), said(silent, [])]) {
      expect(words).toContain(constant);
      expect(words).not.toMatch(/alles wat Zorgronde|[Nn]og niemand/);
    }
  });

  it.each([
    ["all of it", whole, [regel]],
    [
      "nothing but the leerling",
      { ...silent, tabellen: { ...silent.tabellen, leerling: [rowOf("leerling")] } },
      [],
    ],
    ["nothing at all", silent, []],
  ] as const)("has no heading with nothing under it: %s", (_, inzage, log) => {
    const { hoofdstukken } = inzageBoek(inzage, log);
    const empty = hoofdstukken.flatMap(({ kop, stukken }) => [
      ...(stukken.length === 0 ? [kop] : []),
      ...stukken.flatMap(({ kop: of, punten, rijen, tabel }) =>
        of !== null && punten.length + rijen.length + (tabel?.rijen.length ?? 0) === 0 ? [of] : [],
      ),
    ]);
    expect(empty).toEqual([]);
  });

  it("that may hold nothing says no more than that, and what one's rights are", () => {
    const { hoofdstukken, opschrift } = inzageBoek(silent, []);
    expect(hoofdstukken.map(({ kop }) => kop)).toEqual([null, "Je rechten"]);
    expect(opschrift).toBe("Wat je mag inzien");
  });

  it("of two hulpvragen of which one is left out says nothing that the whole copy does not", () => {
    const two = inzageBoek(both, [regel, { ...regel, referentie: "HV-5678" }]);
    const one = sentencesOf(inzageBoek(whole, [regel]));
    expect(one.filter((sentence) => !sentencesOf(two).includes(sentence))).toEqual([]);
  });

  it("says of each hulpvraag whether it may be spoken of at this moment, and on which ground", () => {
    const grondslagen = [
      { referentie: "HV-1234", grondslag: null },
      { referentie: "HV-5678", grondslag: "instemming" },
    ];
    const words = proseOf(inzageBoek({ ...both, verwerking: { ...whole.verwerking, grondslagen } }, []));
    expect(words).toContain("HV-1234: nu geen overleg met anderen.");
    expect(words).toContain("HV-5678: overleg met anderen mag nu (geïnformeerd, geen bezwaar).");
  });

  it.each([
    ["staat_er", null, []],
    ["wordt_weggehaald", null, [["Weggehaald", "Nog niet: Zorgronde is ermee bezig."]]],
    ["weggehaald", "2026-11-24T10:00:00+01:00", [["Weggehaald", "dinsdag 24 november 2026, 10:00 uur"]]],
  ] as const)(
    "says of a line in the channel whether it still stands there: %s",
    (stand, weggehaald_op, told) => {
      const kanaal = whole.kanaal.map((one) => ({ ...one, stand, weggehaald_op }));
      const said = linesOf(inzageBoek({ ...whole, kanaal }, []));
      expect(said.filter(([label]) => label === "Weggehaald")).toEqual(told);
    },
  );

  it("says nothing of anybody where a program lists files", () => {
    const { titel } = inzageBoek(whole, []);
    expect(titel).toBe("Kopie van gegevens");
  });
});
