import { describe, expect, it } from "vitest";
import type { Boek, BoekStuk } from "#cards/inzage-boek.ts";
import { sheetFile } from "#outside/pdf.ts";
import { drawn, headOf, readPdf, refIn } from "./pdf-read.ts";

const piece: BoekStuk = { kop: null, alineas: [], punten: [], rijen: [], tabel: null };
const empty: Boek = {
  titel: "Kopie van gegevens",
  datum: "2026-11-23",
  kop: { school: "De Regenboog", team: "SZT De Regenboog", adres: null },
  opschrift: "Wat er is vastgelegd over Zwaantje",
  voet: "Kopie van gegevens",
  hoofdstukken: [],
};
const withPieces = (...stukken: readonly BoekStuk[]): Boek => ({
  ...empty,
  hoofdstukken: [{ kop: "Hoofdstuk", stukken }],
});
const read = async (boek: Boek) => readPdf(await sheetFile({ ...boek }, "inzage"));
const lettersOf = async (boek: Boek) => drawn(await read(boek)).letters.replaceAll(/\s/g, "");

describe("the file of a copy", () => {
  it("prints every part, and what a person typed as it was typed", async () => {
    const typed = `#panic("x") $1$ *b* _c_ \\ "q" ] #{ 1 } <a> @b //c`;
    const letters = await lettersOf(
      withPieces({
        kop: `k ${typed}`,
        alineas: [`a ${typed}`],
        punten: [`p ${typed}`],
        rijen: [{ titel: `t ${typed}`, velden: [{ label: `l ${typed}`, waarde: `w ${typed}` }] }],
        tabel: { kolommen: [`c ${typed}`, "leeg"], rijen: [[`r ${typed}`, ""]] },
      }),
    );
    for (const mark of ["k", "a", "p", "t", "l", "w", "c", "r"])
      expect(letters).toContain(`${mark}${typed.replaceAll(" ", "")}`);
    expect(letters).toContain("WaterisvastgelegdoverZwaantje");
  });

  it("goes on for as many pages as it takes, with none of it lost", async () => {
    const rijen = Array.from({ length: 200 }, (_, n) => [`regel ${n}.`, "Intern begeleider", "Zag de naam."]);
    const boek = withPieces({ ...piece, tabel: { kolommen: ["Wanneer", "Wie", "Wat"], rijen } });
    const pdf = await read(boek);
    expect(pdf.pages.length).toBeGreaterThan(3);
    const letters = drawn(pdf).letters.replaceAll(/\s/g, "");
    for (const n of [0, 57, 123, 199]) expect(letters).toContain(`regel${n}.`);
    expect(letters).toContain(`${pdf.pages.length}/${pdf.pages.length}`);
  });

  it("keeps the lines of who typed it, and letters of other languages", async () => {
    const letters = await lettersOf(
      withPieces({ ...piece, alineas: ["eerste\ntweede", "Łódź, Şükrü, Україна, Çelik"] }),
    );
    for (const word of ["eerste", "tweede", "Łódź", "Şükrü", "Україна", "Çelik"])
      expect(letters).toContain(word);
  });

  it("tells nothing of the leerling or the school in what a program lists of a file", async () => {
    const pdf = await read(withPieces({ ...piece, alineas: ["HV-1234"] }));
    const packet = String(pdf.objects.get(refIn(pdf.catalog, "Metadata"))?.stream?.toString("utf8"));
    expect(packet).toContain(">Kopie van gegevens<");
    expect(packet).not.toMatch(/Zwaantje|Regenboog|HV-/);
    expect(headOf(pdf.objects, refIn(pdf.catalog, "Metadata"))).toContain("/Type /Metadata");
  });
});
