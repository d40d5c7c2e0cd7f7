import { describe, expect, it } from "vitest";
import { briefBlad, folderBlad } from "#cards/brief-blad.ts";
import { sheetFile } from "#outside/pdf.ts";
import { asPdfA } from "#outside/pdf-a.ts";
import { aBrief, aFolder, secondOpinion, talen } from "./a-brief.ts";
import { contentsOf, drawn, fontsOf, headOf, type Pdf, readPdf, refIn } from "./pdf-read.ts";

const letterIn = (vertaling: (typeof talen)[number]) => briefBlad(aBrief({ vertaling }));
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

function packetOf({ catalog, objects }: Pdf): string {
  return String(objects.get(refIn(catalog, "Metadata"))?.stream?.toString("utf8"));
}
function intentOf({ catalog, objects }: Pdf): string {
  const head = headOf(objects, refIn(catalog, "OutputIntents"));
  const list = /obj\s*\[\s*(\d+) 0 R/.exec(head)?.[1];
  return list === undefined ? head : headOf(objects, Number(list));
}

describe.each(talen)("the file of a letter, %s beside the Dutch", (vertaling) => {
  const made = sheetFile({ ...letterIn(vertaling) });
  const read = made.then(readPdf);

  it("says that it is PDF/A-2b, in the head and in the packet", async () => {
    const pdf = await read;
    expect(pdf.text).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/);
    expect(packetOf(pdf)).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
    expect(headOf(pdf.objects, refIn(pdf.catalog, "Metadata"))).toMatch(/\/Type \/Metadata \/Subtype \/XML/);
    expect(headOf(pdf.objects, refIn(pdf.catalog, "Metadata"))).not.toContain("/Filter");
  });

  it("says what its colours mean, with a profile for red, green and blue", async () => {
    const pdf = await read;
    const profile = pdf.objects.get(refIn(intentOf(pdf), "DestOutputProfile"));
    expect(intentOf(pdf)).toMatch(/\/S \/GTS_PDFA1 \/OutputConditionIdentifier \(sRGB\)/);
    expect(profile?.head).toMatch(/\/N 3\b/);
    expect(profile?.stream?.toString("latin1", 36, 40)).toBe("acsp");
    expect(profile?.stream?.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
  });

  it("carries every font that it is set in", async () => {
    const pdf = await read;
    const fonts = [...fontsOf(pdf).values()];
    expect(fonts.length).toBeGreaterThanOrEqual(vertaling === "arabisch" ? 4 : 2);
    for (const font of fonts) {
      const descendant = headOf(pdf.objects, refIn(font, "DescendantFonts"));
      const descriptor = headOf(pdf.objects, refIn(descendant, "FontDescriptor"));
      expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+(?:NotoSans|IBMPlexSansArabic)/);
      expect(pdf.objects.get(refIn(descriptor, "FontFile[23]?"))?.stream?.length).toBeGreaterThan(500);
    }
  });

  it("has a trailer with an id, and nothing that hides, runs, fetches or asks", async () => {
    const pdf = await read;
    expect(pdf.trailer).toMatch(/\/ID \[/);
    expect(pdf.trailer).not.toMatch(/\/Encrypt|\/Info/);
    for (const { head } of pdf.objects.values())
      expect(head).not.toMatch(
        /\/(?:JavaScript|JS|AA|OpenAction|Launch|URI|EmbeddedFiles?|AcroForm|Annots|SMask)\b/,
      );
  });

  it("says in which language it is, and where another begins", async () => {
    const pdf = await read;
    expect(pdf.catalog).toContain("/Lang (nl)");
    expect(pdf.catalog).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    const other = letterIn(vertaling).kolommen[1]?.taal;
    if (other) expect(contentsOf(pdf).join("")).toContain(`/Lang (${other})`);
  });

  it("is what the typesetter makes of it when it is asked for PDF/A-2b itself", async () => {
    const [mine, theirs] = [await read, readPdf(secondOpinion(letterIn(vertaling)))];
    expect(contentsOf(mine)).toEqual(contentsOf(theirs));
    expect([...fontsOf(mine).values()].map(nameOf)).toEqual([...fontsOf(theirs).values()].map(nameOf));
    const profile = (pdf: Pdf) => pdf.objects.get(refIn(intentOf(pdf), "DestOutputProfile"))?.stream;
    expect(profile(mine)).toEqual(profile(theirs));
    for (const claim of [/<pdfaid:part>2</, /<pdfaid:conformance>B</]) {
      expect(packetOf(mine)).toMatch(claim);
      expect(packetOf(theirs)).toMatch(claim);
    }
  });

  it("tells nothing of the school in what a program lists of a file", async () => {
    const pdf = await read;
    expect(packetOf(pdf)).toContain(">Brief van de school<");
    for (const { head } of pdf.objects.values()) expect(head).not.toMatch(/Regenboog|HV-/);
    expect(packetOf(pdf)).not.toMatch(/Regenboog|Typst/);
  });
});

const nameOf = (font: string) => /\/BaseFont \/\w{6}\+(\S+)/.exec(font)?.[1];

describe("a sheet", () => {
  it("is the same file every time", async () => {
    const [one, other] = [await sheetFile({ ...letterIn(null) }), await sheetFile({ ...letterIn(null) })];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("prints what a person typed as it was typed: none of it is read as code", async () => {
    const school = `#panic("x") $1$ *b* _c_ \\ "q" ] #{ 1 } <a> @b //c`;
    const pdf = readPdf(await sheetFile({ ...folderBlad(aFolder({ school })) }));
    expect(drawn(pdf).letters.replaceAll(/\s/g, "")).toContain(school.replaceAll(/\s/g, ""));
  });

  it("that cannot be set is an error without a word of what stood in it, and the next is made all the same", async () => {
    const canary = "kanarie ".repeat(4000);
    const broken = sheetFile({
      ...letterIn(null),
      kolommen: [{ ...letterIn(null).kolommen[0], aanhef: canary }],
    });
    const next = sheetFile({ ...letterIn(null) });
    await expect(broken).rejects.toThrow(/^not set: [\d: -]+$/);
    expect(readPdf(await next).pages).toHaveLength(1);
  });
});

describe("what is made into PDF/A", () => {
  const facts = { titel: "Een <brief> & meer", taal: "nl", dag: Temporal.PlainDate.from("2026-11-23") };
  const plain = secondOpinion(letterIn(null));

  it("keeps every byte that was there, and says more behind it", () => {
    expect(latin(asPdfA(plain, facts)).startsWith(latin(plain))).toBe(true);
  });

  it("writes the title as words, not as marks", () => {
    expect(packetOf(readPdf(asPdfA(plain, facts)))).toContain("Een &#60;brief&#62; &#38; meer");
  });

  it.each([
    ["no trailer", (text: string) => text.replace("trailer", "tailer")],
    [
      "no catalog",
      (text: string) =>
        text.replace(/\n(\d+) 0 obj\n<<\n {2}\/Type \/Catalog/, "\n9$1 0 obj\n<<\n  /Type /Catalog"),
    ],
    ["no colour profile", (text: string) => text.replaceAll("/ICCBased", "/CalRGB")],
  ])("is refused when it has %s: nothing is guessed", (_, broken) => {
    expect(() => asPdfA(Buffer.from(broken(latin(plain)), "latin1"), facts)).toThrow(/has no/);
  });
});
