/** A sheet of paper as a file: words and choices in, PDF/A-2b out. No words of its own, and no opinion of what it sets. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { asPdfA, type PdfFacts } from "./pdf-a.ts";
import { type Template, templates } from "./pdf-font.ts";
import type { Typesetting } from "./pdf-worker.ts";

/** Far longer than it ever takes; after that something is wrong and the thread is ended. */
const limitMs = 60_000;

/** What the template reads; they stand in src/outside/*.typ. */
export type Sheet = Readonly<Record<string, unknown>> & Pick<PdfFacts, "titel"> & { readonly datum: string };

let last: Promise<unknown> = Promise.resolve();

/** One at a time: a school does not make letters by the hundred, and the machine has more to do. */
export function sheetFile(sheet: Sheet, template: Template = "brief"): Promise<Uint8Array> {
  const mine = last.then(() => make(sheet, templates[template]));
  last = mine.catch(() => undefined);
  return mine;
}

async function make(sheet: Sheet, url: URL): Promise<Uint8Array> {
  const template = await readFile(url, "utf8");
  const pdf = await inThread({ template, data: JSON.stringify(sheet), typesetter: await typesetter() });
  return asPdfA(pdf, { titel: sheet.titel, taal: "nl", dag: Temporal.PlainDate.from(sheet.datum) });
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The program is compiled at the first sheet; the threads after it share that, and nothing else. */
function typesetter(): Promise<WebAssembly.Module> {
  const { resolve } = createRequire(import.meta.url);
  compiled ??= readFile(resolve("@myriaddreamin/typst-ts-web-compiler/wasm")).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return compiled;
}

function inThread(workerData: Typesetting): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), { workerData });
    const end = (outcome: Uint8Array | Error) => {
      clearTimeout(timer);
      void worker.terminate();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const timer = setTimeout(() => end(new Error("the typesetter took too long")), limitMs);
    worker.once("message", end);
    worker.once("error", (error) => end(error instanceof Error ? error : new Error("the typesetter failed")));
    worker.once("exit", () => end(new Error("the typesetter ended without a sheet")));
  });
}
