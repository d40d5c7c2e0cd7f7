import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Finding,
  type FindingType,
  findingTypes,
  screeningVerdict,
  screenText,
  strictRules,
  withoutFindings,
} from "#domain/screening.ts";
import type { Known } from "#domain/screening-name.ts";
import { isBsn, isIban } from "#domain/screening-number.ts";

const today = Temporal.PlainDate.from("2026-11-23");
const found = (text: string, known?: Known): [FindingType, string][] =>
  screenText(text, known, today).findings.map((f) => [f.type, text.slice(f.start, f.end)]);

/** Text, and what must be found in it: "type:words", in order. */
const rows: readonly (readonly [string, ...string[]])[] = [
  ["Zijn nummer is 123456782.", "bsn:123456782"],
  ["BSN 1234.56.782 van moeder", "bsn:1234.56.782"],
  ["123 456 782", "bsn:123 456 782"],
  ["123-456-782", "bsn:123-456-782"],
  ["uit een rekenblad: 123,456,782", "bsn:123,456,782"],
  ["123·456·782", "bsn:123·456·782"],
  ["123'456'782", "bsn:123'456'782"],
  ["1 2 3 4 5 6 7 8 2", "bsn:1 2 3 4 5 6 7 8 2"],
  ["groep 6 123456782", "bsn:123456782"],
  ["bsn123456782abc", "bsn:123456782"],
  ["１２３４５６７８２", "bsn:１２３４５６７８２"],
  ["123\u200b456\u200b782", "bsn:123\u200b456\u200b782"],
  ["123\u00a0456\u00a0782", "bsn:123\u00a0456\u00a0782"],
  ["123–456–782", "bsn:123–456–782"],
  ["١٢٣٤٥٦٧٨٢", "bsn:١٢٣٤٥٦٧٨٢"],
  ["BSN: 12345678", "bsn:12345678"],
  ["burgerservicenummer is 123456789", "bsn:123456789"],
  ["012345672 en 5 kinderen", "bsn:012345672"],
  ["onderwijsnummer 101234567", "other:101234567"],
  ["bel 06-12345678", "phone:06-12345678"],
  ["bel 0612345678 na vieren", "phone:0612345678"],
  ["06 12 34 56 78", "phone:06 12 34 56 78"],
  ["06 1234 5678 om 9 uur", "phone:06 1234 5678"],
  ["06.12.34.56.78", "phone:06.12.34.56.78"],
  ["+31 6 12345678", "phone:+31 6 12345678"],
  ["+31612345678", "phone:+31612345678"],
  ["+31 (0)6 12 34 56 78", "phone:+31 (0)6 12 34 56 78"],
  ["0031 6 12345678", "phone:0031 6 12345678"],
  ["school: 0187-123456", "phone:0187-123456"],
  ["(010) 123 45 67", "phone:(010) 123 45 67"],
  ["+32 471 12 34 56", "phone:+32 471 12 34 56"],
  ["tel. 482911", "phone:482911"],
  ["mail moeder@voorbeeld.nl graag", "email:moeder@voorbeeld.nl"],
  ["m.de-vries+school@mail.voorbeeld.co.uk.", "email:m.de-vries+school@mail.voorbeeld.co.uk"],
  ["moeder (at) voorbeeld.nl", "email:moeder (at) voorbeeld.nl"],
  ["woont op 3241 AB", "postcode:3241 AB"],
  ["3241ab", "postcode:3241ab"],
  ["3241 AB 12", "postcode:3241 AB 12"],
  ["3241AB 12a te Middelharnis", "postcode:3241AB 12a"],
  ["3241 ab, nr 12-3", "postcode:3241 ab, nr 12-3"],
  [
    "Dorpsstraat 12, 3241 AB Middelharnis",
    "address:Dorpsstraat 12",
    "postcode:3241 AB",
    "address:Middelharnis",
  ],
  ["Prins Hendriklaan 4b", "address:Prins Hendriklaan 4b"],
  ["Zandweg 7", "address:Zandweg 7"],
  ["rekening NL91 ABNA 0417 1643 00", "other:NL91 ABNA 0417 1643 00"],
  ["nl91abna0417164300", "other:nl91abna0417164300"],
  ["NL91 ABNA 0417 1643 01, met een tikfout", "other:NL91 ABNA 0417 1643 01"],
  ["BE68 5390 0754 7034", "other:BE68 5390 0754 7034"],
  ["geboren 12-03-2015", "birthdate:12-03-2015"],
  ["12/3/2015", "birthdate:12/3/2015"],
  ["12.03.15", "birthdate:12.03.15"],
  ["2015-03-12", "birthdate:2015-03-12"],
  ["12 maart 2015", "birthdate:12 maart 2015"],
  ["12 mrt. '15", "birthdate:12 mrt. '15"],
  ["12e maart 2015", "birthdate:12e maart 2015"],
  ["12032015", "birthdate:12032015"],
  ["een jongen van '15", "birthdate:'15"],
  ["een jongen van ’15", "birthdate:’15"],
  ["geb. 2015", "birthdate:2015"],
  ["hij is jarig op 12 maart", "birthdate:12 maart"],
  ["geboortedatum: 3-4", "birthdate:3-4"],
  ["geboren in maart 2024", "birthdate:maart 2024"],
  ["b.s.n. 64636070", "bsn:64636070"],
  ["zaaknummer en bsn 123456782", "bsn:123456782"],
  ["06 34 91 28 0", "phone:06 34 91 28 0"],
  [
    "nul zes, twaalf, acht en dertig, veertig, zestig",
    "phone:nul zes, twaalf, acht en dertig, veertig, zestig",
  ],
  ["anna at gmail punt com", "email:anna at gmail punt com"],
  ["hij wordt op tweeëntwintig januari twaalf", "birthdate:tweeëntwintig januari"],
  ["werd dertig augustus zes jaar", "birthdate:dertig augustus"],
  ["zij is van elf december tweeduizend veertien", "birthdate:elf december tweeduizend veertien"],
  ["verjaart op de 2e van november", "birthdate:2e van november"],
  ["eenendertigste mei 2011", "birthdate:eenendertigste mei 2011"],
  ["geb.datum 3-4-2025", "birthdate:3-4-2025"],
  ["3-4-2025 geboren", "birthdate:3-4-2025"],
  ["Besproken: leerling 12-03-2015", "birthdate:12-03-2015"],
  ["Overleg: 12-03-2015", "birthdate:12-03-2015"],
  ["woont aan het Spui", "address:Spui"],
  ["op de hoek van de Tulpstraat en de Kerkweg", "address:Tulpstraat", "address:Kerkweg"],
  ["bij nr 31 in de Ring", "address:Ring"],
  ["woont in Stad aan 't Haringvliet", "address:Stad aan 't Haringvliet"],
];

/** What a professional writes every day and that is nobody's number. */
const innocent = `
Overleg op 12-03-2027 om 9.15 uur
Afspraak 10-09-2026 9 uur
Van 1-12-2026 10:30 tot 11:00
Schooljaar 2024-2025 3 gesprekken
Sinds schooljaar '24-'25
In 2024 is hij verhuisd
In 2024 IB gesproken
Hij woont 1200 km van zijn oma
Veilig Thuis 0800-2000, dag en nacht
Bel 112 of 113
Bel 14 010
HV-1234
Groep 7, 24 leerlingen, 3 keer per week
De cijfers zijn 7, 6, 8, 5, 9, 7, 8, 6, 7
Bestelling 123456789
Kenmerk 2026-000123
Zie artikel 8 lid 2
Het kost 1250 euro per jaar
Hij kwam 15 keer te laat
12 mei 15 uur
@Zorgronde nieuwe hulpvraag
Overleg @ school
Wat kan de school 4 keer per week doen onderweg 3 keer
Op het schoolplein 3 keer ruzie
Tussen 08:30 en 12:15
ISBN 978-90-276-6612-1 is de goede druk
978-90-276-6612-1
Bestelling 0612345678 is binnen
serienummer 253626906 van het digibord
Zaaknummer 138796874 loopt nog bij de afdeling inkoop
scores: 03 36 42 62 12
Verslag van 12-05-2021
Vastgesteld op 9 maart 2022
Evaluatie gepland 2 februari 2027 om tien uur
De toets wordt op 12 december 8 uur gemaakt
Vader zit in de medezeggenschapsraad
Mama bakt pannenkoeken bij de kerstlunch
broertje start in januari in groep 1
Zijn zus zit in dezelfde combinatiegroep
Belt het gezin, koppelt voor vrijdag terug
moeder is overblijfmoeder en ziet hem dus elke dag
scheiding van taken tussen IB en directie
Jeugdfonds Sport aangevraagd voor zwemmen
ze wil profvoetballer worden
ik hoop dat het beter gaat
Mei is een drukke maand
BE68 5390 0754 7035
Score 85/100 en 3,5 punt
`
  .trim()
  .split("\n");

describe("screening finds", () => {
  it.each(rows)("%s", (text, ...expected) => {
    expect(found(text).map(([type, words]) => `${type}:${words}`)).toEqual(expected);
  });

  it.each(innocent)("nothing in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("every full date when nobody says which day it is", () => {
    expect(screenText("Overleg op 12-03-2027").findings.map((f) => f.type)).toEqual(["birthdate"]);
  });

  it.each([
    ["the last day that tells nothing", "12-03-2024", 0],
    ["the first day that may be a birthday", "12-03-2023", 1],
  ])("%s", (_, text, count) => {
    expect(screenText(text, undefined, today).findings).toHaveLength(count);
  });
});

describe("screening tells apart", () => {
  it.each([
    ["zijn moeder is bipolair", ["family:moeder is bipolair"]],
    ["mama ligt in het ziekenhuis", ["family:mama ligt in het ziekenhuis"]],
    ["dyslexie van zijn zusje", ["family:dyslexie van zijn zusje"]],
    ["moeder vermoedt adhd", ["diagnosis:adhd"]],
    ["moeder zegt dat hij autisme heeft", ["diagnosis:autisme"]],
    ["moeder Fatima heeft kanker", ["name:Fatima", "family:heeft kanker"]],
    ["kind slikt pillen van zijn broer", ["diagnosis:slikt pillen"]],
  ])("what a relative has from what the pupil has: %s", (text, expected) => {
    expect(found(text).map(([type, words]) => `${type}:${words}`)).toEqual(expected);
  });

  it.each([
    ["Mei weigert de toets", ["Mei"]],
    ["hope is vandaag opgehaald", ["hope"]],
    ["zorgen om storm; hij is stil", ["storm"]],
    ["vd meulen zit weer zonder brood", ["meulen"]],
    ["Zorgen om K. uit groep 8", ["K."]],
    ["j.p. heeft de oude jas aan", ["j.p."]],
    ["Chi-Wai is ziek", ["Chi-Wai"]],
    ["Ook Piet Jansen bellen", ["Piet Jansen"]],
    ["Zwarte Piet komt op school", []],
    ["Piet Mondriaan in de schilderles", []],
    ["niveau E. is laag", []],
    ["o.a. is er rekenen", []],
    ["de storm is voorbij", []],
  ])("a person from a word: %s", (text, expected) => {
    expect(found(text)).toEqual(expected.map((words) => ["name", words]));
  });
});

describe("screening knows the leerling", () => {
  const known = { naam: "Zoë-Sanne van der Bérg" };
  it.each([
    ["Zoë-Sanne van der Bérg is stil", ["Zoë-Sanne van der Bérg"]],
    ["zoe sanne van der berg", ["zoe sanne van der berg"]],
    ["Sanne is stil", ["Sanne"]],
    ["SANNE", ["SANNE"]],
    ["Sannes moeder", ["Sannes"]],
    ["Sanne's moeder en Sanne\u2019s vader", ["Sanne", "Sanne"]],
    ["sane en sannne en Snane", ["sane", "sannne", "Snane"]],
    ["S\u0301anne\u0301", ["S\u0301anne\u0301"]],
    ["San\u200bne", ["San\u200bne"]],
    ["Ｓａｎｎｅ", ["Ｓａｎｎｅ"]],
    ["Zoe", ["Zoe"]],
    ["Z.S.B. en Z. v.d. B.", ["Z.S.B.", "Z. v.d. B."]],
    ["mevrouw Van der Berg", ["Berg"]],
    ["hij klom op de berg, in de spanning", []],
    ["een kan water", []],
  ])("%s", (text, expected) => {
    expect(found(text, known)).toEqual(expected.map((words) => ["name", words]));
  });

  it("leaves ordinary words alone that lie one letter from a name", () => {
    expect(found("thuis willen we wat stijl", { naam: "Thijs Willem Stijn" })).toEqual([]);
    expect(found("de roos bij de bakker", { naam: "Roos Bakker" })).toEqual([]);
    expect(found("Roos is bij de bakker", { naam: "Roos Bakker" })).toEqual([["name", "Roos"]]);
    expect(found("Bo deed zo", { naam: "Bo Li" })).toEqual([["name", "Bo"]]);
  });

  it.each([
    ["Hoop", "hoop zit weer in de gang", "hoop"],
    ["Storm de Groot", "met storm gepraat", "storm"],
    ["Kwiebel Zandstra", "kz heeft weer gespijbeld", "kz"],
    ["Kwiebel Zandstra", "gesprek over KZ", "KZ"],
    ["Ömer Faruk", "oemer rende weg", "oemer"],
  ])("finds %s in: %s", (naam, text, expected) => {
    expect(found(text, { naam })).toEqual([["name", expected]]);
  });

  it.each([
    ["Hoop", "ik hoop dat het beter gaat"],
    ["Storm de Groot", "de storm van gisteren maakte ze druk"],
    ["Ine Snel", "dat is in de gang"],
  ])("does not find %s in: %s", (naam, text) => {
    expect(found(text, { naam })).toEqual([]);
  });

  it("knows a school by its letters", () => {
    expect(found("op rgo gaat het mis", { school: "RGO" })).toEqual([["school", "rgo"]]);
  });

  it("knows other values by their key, in any depth", () => {
    const values = {
      leerling: { name: "Sem Bos" },
      ouders: [{ naam: "Ilse" }],
      school: "De Regenboog",
      adres: "Kerkpad",
    };
    expect(found("Sem zit op de regenboog, Ilse woont aan het Kerkpad", values)).toEqual([
      ["name", "Sem"],
      ["school", "de regenboog"],
      ["name", "Ilse"],
      ["address", "Kerkpad"],
    ]);
  });
});

/** Nine digits that pass the elfproef. */
const bsn = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((digits) => {
    const rest = digits.reduce((sum, d, i) => sum + d * (9 - i), 0) % 11;
    return rest < 10 ? digits.join("") + rest : "123456782";
  })
  .filter(isBsn);
const gap = fc.constantFrom("", "", " ", ".", "-", "\u00a0", "\u2013", " - ", "\u200b", "\t");
const spacedBsn = fc
  .tuple(bsn, fc.array(gap, { minLength: 8, maxLength: 8 }))
  .map(([digits, gaps]) => [...digits].map((d, i) => d + (gaps[i] ?? "")).join(""));
/** Words around a finding, without digits and signs that would become part of it. */
const around = fc.stringMatching(/^[a-zé ,;:!?\u{1F600}]{0,30}$/u);

describe("whatever the text", () => {
  it("a BSN is refused in any spacing and between any words", () => {
    fc.assert(
      fc.property(spacedBsn, around, around, (number, before, behind) => {
        const text = `${before} ${number} ${behind}`;
        const { findings, refused } = screenText(text, undefined, today);
        expect(refused).toBe(true);
        const at = findings
          .filter((f) => f.type === "bsn")
          .map((f) => text.slice(f.start, f.end).replace(/\D/g, ""));
        expect(at).toContain(number.replace(/\D/g, ""));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    "begroting 2027: 193.597.755 euro",
    "bestelnummer 234026078",
    "EAN 234026078 van de koptelefoon",
    "isbn 234026078",
  ])("nine digits that may be a BSN are refused, whatever is counted: %s", (text) => {
    expect(screenText(text, undefined, today).refused).toBe(true);
  });

  it("a meeting and an hour, or two school years and a figure, are no BSN whatever they add up to", () => {
    const two = fc.integer({ min: 10, max: 28 });
    const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, "0"));
    const sign = fc.constantFrom("-", ".", "/");
    fc.assert(
      fc.property(two, month, sign, fc.integer({ min: 1, max: 9 }), (day, m, s, figure) => {
        const years = `2026${s === "." ? "-" : s}2027 ${figure} keer`;
        const range = `${figure}${s}${m}${s}2026 - ${day}${s}${m}${s}2027`;
        for (const text of [
          range,
          `op ${day}${s}${m}${s}2026 ${figure}.15`,
          `op ${day}${s}${m}${s}2026 ${figure} uur`,
          `om ${figure} ${day}${s}${m}${s}2026`,
          years,
        ]) {
          expect(screenText(text, undefined, today).refused, text).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("a number that fails the elfproef is no BSN", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{8}$/), (number) => {
        expect(screenText(`code ${number}`).refused).toBe(isBsn(number));
      }),
    );
  });

  it("a finding stays found, at its own place, when words are put around it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), around, around, ([text, first], before, behind) => {
        const whole = `${before} ; ${text} ; ${behind}`;
        const all = screenText(whole, undefined, today).findings.map(
          (f) => `${f.type}:${whole.slice(f.start, f.end)}`,
        );
        expect(all).toContain(first);
      }),
      { numRuns: 1_000 },
    );
  });

  it("findings are in order, inside the text, not empty and without overlap", () => {
    const parts = fc.constantFrom(
      ...rows.map(([text]) => text),
      ..."0123456789.-/ @'ab12é\u200b",
      "Sanne",
      "🙂",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const finding of screenText(text, { naam: "Sanne" }).findings) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("twenty thousand characters take less than a second", () => {
    const units = [
      "a",
      "1",
      "1 ",
      "0 0",
      "aa@",
      "a.",
      "@a.",
      "12-",
      "straat ",
      "a-",
      "NL91",
      "+31 ",
      "'15 ",
      "geb ",
      "S. ",
      "Sanne ",
      "bsn ",
      "isbn 1-",
      "06 3",
      "nul zes ",
      "a at b punt ",
      "moeder heeft adhd ",
      "hoek van de A en ",
      "K. is ",
      "overleg op 3-4-2015 ",
      "1234 ab ",
      "(0",
      "\u200b",
      " ",
    ];
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(20_000 / unit.length));
      const before = process.cpuUsage();
      screenText(text, { naam: "Sanne de Vries" }, today);
      const { user } = process.cpuUsage(before);
      expect(user / 1000, JSON.stringify(unit)).toBeLessThan(1_000);
    }
  });
});

describe("checks on numbers", () => {
  it.each([
    ["123456782", true],
    ["111222333", true],
    ["000000000", false],
    ["123456789", false],
    ["12345678", false],
  ])("elfproef of %s", (number, valid) => {
    expect(isBsn(number)).toBe(valid);
  });
  it.each([
    ["NL91ABNA0417164300", true],
    ["NL91ABNA0417164301", false],
    ["GB29NWBK60161331926819", true],
  ])("IBAN %s", (iban, valid) => {
    expect(isIban(iban)).toBe(valid);
  });
});

describe("the verdict", () => {
  const of = (...types: FindingType[]): Finding[] => types.map((type, i) => ({ start: i, end: i + 1, type }));

  it.each(findingTypes.map((type) => [type, strictRules[type]] as const))(
    "on %s alone is: %s",
    (type, rule) => {
      const verdict = screeningVerdict(of(type));
      if (rule === "refuse")
        expect(verdict).toEqual({
          ok: false,
          error: { kind: `contains-${type}`, all: [type] },
          warnings: [],
        });
      else expect(verdict).toEqual({ ok: true, warnings: [type] });
    },
  );

  it("refuses a BSN even when every rule is loosened, and says that first", () => {
    const loose = Object.fromEntries(findingTypes.map((t) => [t, "warn"])) as Record<FindingType, "warn">;
    expect(screeningVerdict(of("phone", "bsn"), "wat", loose)).toMatchObject({
      ok: false,
      error: { kind: "contains-bsn" },
      warnings: ["phone"],
    });
    expect(screeningVerdict(of("email", "bsn"))).toMatchObject({
      error: { kind: "contains-bsn", all: ["bsn", "email"] },
    });
  });

  it("warns of the name in a hulpvraag and refuses it in an adviesvraag", () => {
    expect(screeningVerdict(of("name"))).toEqual({ ok: true, warnings: ["name"] });
    expect(screeningVerdict(of("name"), "adviesvraag")).toMatchObject({
      ok: false,
      error: { kind: "contains-name" },
    });
  });

  it("has nothing to say about a clean text", () => {
    expect(screeningVerdict([])).toEqual({ ok: true, warnings: [] });
  });
});

it("one tap takes out what was found and nothing else", () => {
  const text = "Bel Sanne op 06-12345678 of mail.";
  const { findings } = screenText(text, { naam: "Sanne" }, today);
  expect(withoutFindings(text, findings, (type) => `[${type}]`)).toBe("Bel [name] op [phone] of mail.");
});
