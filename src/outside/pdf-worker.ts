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

const asked = z.object({
  template: z.string(),
  data: z.string(),
  typesetter: z.instanceof(WebAssembly.Module),
});
export type Typesetting = Readonly<z.infer<typeof asked>>;

const done = z.object({ result: z.instanceof(Uint8Array) });
/** Where in the template it went wrong; never what was being set. */
const failed = z.object({ diagnostics: z.array(z.object({ range: z.string() })) });

async function typeset({ template, data, typesetter }: Typesetting): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  await initTypesetter({ module_or_path: typesetter });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(await readFile(resolve(font)));
  const compiler = await builder.build();
  compiler.add_source("/main.typ", template);
  compiler.map_shadow("/data.json", Buffer.from(data, "utf8"));
  const answer: unknown = compiler.compile("/main.typ", undefined, "pdf", 3);
  const set = done.safeParse(answer);
  if (set.success) return set.data.result;
  const where = failed.safeParse(answer).data?.diagnostics.map(({ range }) => range) ?? [];
  throw new Error(`not set: ${where.join(" ")}`);
}

parentPort?.postMessage(await typeset(asked.parse(workerData)));
