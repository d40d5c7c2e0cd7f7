/**
 * Makes a PDF of the typesetter into PDF/A-2b, which anyone can still open in thirty years (ISO 19005-2). What is asked of
 * fonts, colours and structure the typesetter has done; what is missing is said here: which standard this is, and what
 * its colours mean. Added behind what stands, as the standard allows; every object that is not replaced stays as it was.
 */

export interface PdfFacts {
  readonly titel: string;
  readonly taal: string;
  readonly dag: Temporal.PlainDate;
}

interface Found {
  readonly size: number;
  readonly root: number;
  readonly id: string;
  readonly startxref: number;
  readonly catalog: string;
  /** The colour profile that the text itself uses. */
  readonly profile: number;
}

export function asPdfA(pdf: Uint8Array, facts: PdfFacts): Uint8Array {
  const found = read(Buffer.from(pdf).toString("latin1"));
  const [metadata, intent] = [found.size, found.size + 1];
  const xmp = Buffer.from(packet(facts), "utf8").toString("latin1");
  const objects: readonly (readonly [number, string])[] = [
    [found.root, withKeys(found.catalog, `/Metadata ${metadata} 0 R\n/OutputIntents [${intent} 0 R]`)],
    [metadata, `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`],
    [
      intent,
      `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${found.profile} 0 R >>`,
    ],
  ];
  return Buffer.concat([pdf, Buffer.from(update(pdf.length, objects, found), "latin1")]);
}

/** Whoever changes the typesetter finds here what no longer holds: nothing is guessed. */
function read(text: string): Found {
  const tail = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const trailer = must(tail?.[1], "trailer");
  const root = Number(must(/\/Root (\d+) 0 R/.exec(trailer)?.[1], "root"));
  return {
    size: Number(must(/\/Size (\d+)/.exec(trailer)?.[1], "size")),
    root,
    id: must(/\/ID (\[[^\]]*\])/.exec(trailer)?.[1], "id"),
    startxref: Number(must(tail?.[2], "startxref")),
    catalog: must(
      new RegExp(`\\n${root} 0 obj\\n<<\\n([\\s\\S]*?)\\n>>\\nendobj`).exec(text)?.[1],
      "catalog",
    ),
    profile: Number(must(rgbProfile(text), "profile")),
  };
}

function rgbProfile(text: string): string | undefined {
  const used = [...text.matchAll(/\[\/ICCBased (\d+) 0 R\]/g)].map(([, object]) => object);
  return used.find((object) => new RegExp(`\\n${object} 0 obj\\n<<[^>]*/N 3\\b`).test(text));
}

function withKeys(catalog: string, keys: string): string {
  return `<<\n${catalog.replace(/^ *\/Metadata .*\n/m, "")}\n${keys}\n>>`;
}

/** The objects, and a table of where they stand. The old information dictionary is no longer named: the packet says all. */
function update(start: number, objects: readonly (readonly [number, string])[], found: Found): string {
  let body = "\n";
  const places = objects.map(([object, content]) => {
    const at = start + body.length;
    body += `${object} 0 obj\n${content}\nendobj\n`;
    return [object, at] as const;
  });
  const entries = places.map(([object, at]) => `${object} 1\n${String(at).padStart(10, "0")} 00000 n \n`);
  const trailer = `<< /Size ${found.size + objects.length - 1} /Root ${found.root} 0 R /ID ${found.id} /Prev ${found.startxref} >>`;
  return `${body}xref\n${entries.join("")}trailer\n${trailer}\nstartxref\n${start + body.length}\n%%EOF\n`;
}

/** Only properties that ISO 19005-2 knows without further explanation, and nothing about anybody. */
function packet({ titel, taal, dag }: PdfFacts): string {
  const moment = `${dag}T00:00:00Z`;
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(titel)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(taal)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Zorgronde</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate><xmp:MetadataDate>${moment}</xmp:MetadataDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the typesetter's pdf has no ${what} where it was`);
  return value;
}
