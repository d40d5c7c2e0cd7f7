/**
 * Sets one sheet and ends. In a thread of its own, so that nobody else waits, and so that nothing of what stood in it is
 * left in memory. The typesetter is WebAssembly: it is given bytes and gives bytes back, and reaches no file and no network.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import initTypesetter, { TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler";
import { z } from "zod/v4";
import { fonts } from "./pdf-font.ts";

const { resolve } = createRequire(import.meta.url);

const asked = z.object({ template: z.string(), data: z.string() }).parse(workerData);
const set = z.object({ result: z.instanceof(Uint8Array) });
/** Where in the template it went wrong; never what was being set. */
const failed = z.object({ diagnostics: z.array(z.object({ range: z.string() })) });

async function typeset(): Promise<Uint8Array> {
  await initTypesetter({
    module_or_path: await readFile(resolve("@myriaddreamin/typst-ts-web-compiler/wasm")),
  });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(await readFile(resolve(font)));
  const compiler = await builder.build();
  compiler.add_source("/main.typ", asked.template);
  compiler.map_shadow("/data.json", Buffer.from(asked.data, "utf8"));
  const answer: unknown = compiler.compile("/main.typ", undefined, "pdf", 3);
  const done = set.safeParse(answer);
  if (done.success) return done.data.result;
  throw new Error(
    `not set: ${failed
      .safeParse(answer)
      .data?.diagnostics.map(({ range }) => range)
      .join(" ")}`,
  );
}

parentPort?.postMessage(await typeset());
