/**
 * Reads back a PDF, with nothing in common with what made it: objects by the tables of where they stand, newest first;
 * pages, fonts and the letters that are drawn. Fails on anything it does not know.
 */
import { inflateSync } from "node:zlib";

export interface PdfObject {
  readonly head: string;
  /** Unpacked. */
  readonly stream: Buffer | null;
}

export interface Pdf {
  readonly text: string;
  readonly trailer: string;
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly catalog: string;
  readonly pages: readonly string[];
}

export function readPdf(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes).toString("latin1");
  const places = new Map<number, number>();
  let at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = trailerAt(text, at);
  for (;;) {
    for (const [object, place] of tableAt(text, at)) if (!places.has(object)) places.set(object, place);
    const previous = /\/Prev (\d+)/.exec(trailerAt(text, at))?.[1];
    if (previous === undefined) break;
    at = Number(previous);
  }
  const objects = new Map([...places].map(([object, place]) => [object, objectAt(text, object, place)]));
  const catalog = headOf(objects, refIn(trailer, "Root"));
  const kids = headOf(objects, refIn(catalog, "Pages")).match(/\/Kids \[([^\]]*)\]/)?.[1] ?? "";
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid]) => headOf(objects, Number(kid)));
  return { text, trailer, objects, catalog, pages };
}

function tableAt(text: string, at: number): [number, number][] {
  if (!text.startsWith("xref\n", at)) throw new Error("no table where the file says");
  const rows: [number, number][] = [];
  const lines = text.slice(at + 5, text.indexOf("trailer", at)).split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const section = /^(\d+) (\d+)\s*$/.exec(lines[index] ?? "");
    if (!section) continue;
    for (let n = 0; n < Number(section[2]); n += 1) {
      const row = /^(\d{10}) \d{5} ([nf])/.exec(lines[index + 1 + n] ?? "");
      if (!row) throw new Error("a table with a row that is none");
      if (row[2] === "n") rows.push([Number(section[1]) + n, Number(row[1])]);
    }
    index += Number(section[2]);
  }
  return rows;
}

function trailerAt(text: string, at: number): string {
  return text.slice(text.indexOf("trailer", at), text.indexOf("startxref", at));
}

function objectAt(text: string, object: number, place: number): PdfObject {
  if (!text.startsWith(`${object} 0 obj`, place))
    throw new Error(`object ${object} is not where the table says`);
  const body = text.slice(place, text.indexOf("\nendobj", place));
  const begin = body.indexOf("\nstream\n");
  if (begin < 0) return { head: body, stream: null };
  const head = body.slice(0, begin);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
  const raw = Buffer.from(text.slice(place + begin + 8, place + begin + 8 + length), "latin1");
  if (!/^\s*endstream/.test(text.slice(place + begin + 8 + length)))
    throw new Error(`object ${object}: length`);
  return { head, stream: head.includes("/FlateDecode") ? inflateSync(raw) : raw };
}

export const refIn = (head: string, key: string): number =>
  Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(head)?.[1]);
export const headOf = (objects: Pdf["objects"], object: number): string => objects.get(object)?.head ?? "";

/** What is drawn on the pages, packed out. */
export function contentsOf({ pages, objects }: Pdf): readonly string[] {
  return pages.map((page) => String(objects.get(refIn(page, "Contents"))?.stream?.toString("latin1")));
}

/** The fonts of the pages by the name they are called by there. */
export function fontsOf({ pages, objects }: Pdf): ReadonlyMap<string, string> {
  const resources = pages.map((page) => page.match(/\/Font <<([^>]*)>>/)?.[1] ?? "").join(" ");
  return new Map(
    [...resources.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, ref]) => [
      String(name),
      headOf(objects, Number(ref)),
    ]),
  );
}

export interface Drawn {
  readonly letters: string;
  /** In points, the one in which most letters are drawn. */
  readonly size: number;
}

/** The letters on the pages in the order in which they are drawn; one glyph can be several letters, or half of one. */
export function drawn(pdf: Pdf): Drawn {
  const sizes = new Map<number, number>();
  let letters = "";
  for (const page of pdf.pages) {
    // Each page calls its fonts by names of its own.
    const own = { ...pdf, pages: [page] };
    const maps = new Map([...fontsOf(own)].map(([name, head]) => [name, toUnicode(pdf, head)]));
    const content = contentsOf(own).join("");
    let font: ReadonlyMap<number, string> | undefined;
    let size = 0;
    // What is inside a span with a text of its own is read as that text.
    const spans: boolean[] = [];
    for (const { operator, words, strings } of operations(content)) {
      const actual = words.indexOf("/ActualText") >= 0 ? strings.at(-1) : undefined;
      if (operator === "BDC" || operator === "BMC") {
        spans.push(actual !== undefined);
        letters += actual ? Buffer.from(actual.subarray(2)).swap16().toString("utf16le") : "";
      } else if (operator === "EMC") spans.pop();
      else if (operator === "Tf") {
        font = maps.get(String(words.at(-2)).slice(1));
        size = Number(words.at(-1));
      } else if (operator === "Tj" || operator === "TJ") {
        for (const glyph of strings.flatMap(glyphsOf)) {
          const is = spans.includes(true) ? "" : font?.get(glyph);
          if (is === undefined) throw new Error(`a glyph without a letter: ${glyph}`);
          letters += is;
          sizes.set(size, (sizes.get(size) ?? 0) + 1);
        }
      }
    }
  }
  const [most] = [...sizes].toSorted(([, one], [, other]) => other - one);
  return { letters, size: most?.[0] ?? 0 };
}

interface Operation {
  readonly operator: string;
  readonly words: readonly string[];
  readonly strings: readonly Buffer[];
}

/** What is done, with the names, numbers and strings that stand before it. */
function* operations(content: string): Generator<Operation> {
  let words: string[] = [];
  let strings: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    const rest = content.slice(at, at + 4000);
    const skip = /^(?:\s+|<<|>>|[[\]])/.exec(rest)?.[0];
    const hex = /^<([0-9a-fA-F]*)>/.exec(rest);
    const word = /^[^\s<>()[\]]+/.exec(rest)?.[0];
    if (skip) at += skip.length;
    else if (hex) {
      strings.push(Buffer.from(hex[1] ?? "", "hex"));
      at += hex[0].length;
    } else if (content[at] === "(") {
      const end = endOfString(content, at);
      strings.push(unescaped(content.slice(at + 1, end)));
      at = end + 1;
    } else if (word === undefined) throw new Error("a sign that is no part of a page");
    else {
      at += word.length;
      if (/^[/\d.-]/.test(word)) words.push(word);
      else {
        yield { operator: word, words, strings };
        [words, strings] = [[], []];
      }
    }
  }
}

/** Brackets in pairs need no mark. */
function endOfString(content: string, begin: number): number {
  let depth = 0;
  for (let at = begin; at < content.length; at += 1) {
    if (content[at] === "\\") at += 1;
    else if (content[at] === "(") depth += 1;
    else if (content[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error("a string without an end");
}

const glyphsOf = (bytes: Buffer): readonly number[] =>
  Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readUInt16BE(2 * n));

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
function unescaped(literal: string): Buffer {
  const plain = literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal, sign) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[sign] ?? sign),
  );
  return Buffer.from(plain, "latin1");
}

const textOf = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

function toUnicode({ objects }: Pdf, font: string): ReadonlyMap<number, string> {
  const map = objects.get(refIn(font, "ToUnicode"))?.stream?.toString("latin1") ?? "";
  const found = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph, is] of (block ?? "").matchAll(/<(\w+)> <(\w+)>/g))
      found.set(Number.parseInt(String(glyph), 16), textOf(String(is)));
  if (map.includes("beginbfrange")) throw new Error("a range of letters");
  return found;
}
