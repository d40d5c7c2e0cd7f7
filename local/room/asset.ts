import { readdirSync, readFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";

const folder = new URL("./web/", import.meta.url);
const types: Record<string, string> = {
  ts: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** Only names in this list are ever read, so a path in the address cannot leave the folder. */
export const assetNames: ReadonlySet<string> = new Set(
  readdirSync(folder).filter((name) => Object.hasOwn(types, extension(name))),
);

const stripped = new Map<string, string>();

export function assetBody(name: string): { type: string; body: string } {
  const type = types[extension(name)] ?? "application/octet-stream";
  const known = stripped.get(name);
  if (known !== undefined) return { type, body: known };
  const source = readFileSync(new URL(name, folder), "utf8");
  const body = name.endsWith(".ts") ? quietly(() => stripTypeScriptTypes(source)) : source;
  stripped.set(name, body);
  return { type, body };
}

/** The official renderer, as its makers publish it. */
export function cardRenderer(): { type: string; body: Buffer } {
  const file = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");
  return { type: "text/javascript; charset=utf-8", body: readFileSync(file) };
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Node warns once that stripping is experimental; someone who opens the practice room cannot act on that. */
function quietly<T>(work: () => T): T {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
