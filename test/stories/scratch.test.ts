import { it } from "vitest";
import { path, regenboog } from "./path.ts";
import { aStory, wordsOf, type Pressed } from "./story.ts";
import { writeFileSync, appendFileSync } from "node:fs";
it("walks", async () => {
  const out = "/tmp/walk.txt"; writeFileSync(out, "");
  const log = (x: string) => appendFileSync(out, x + "\n");
  let t = performance.now();
  const lap = () => { const n = performance.now(); const d = Math.round(n - t); t = n; return d; };
  const s = await aStory();
  log(`start ${lap()}`);
  let before: Pressed | null = null;
  for (const step of path) {
    const held = await step.ready(s, regenboog, before);
    const a = lap();
    before = await held.press();
    const b = lap();
    await s.settle();
    log(`${step.name} ready ${a} press ${b} settle ${lap()} -> ${before.status} ${before.closed ?? ""} ${before.message ?? ""} ${JSON.stringify(before.error) ?? ""}`);
    log(wordsOf(before.dialog?.card ?? before.card).slice(0, 2000).replaceAll("\n", " | "));
    const rows = await s.rows();
    lap();
  }
  log(JSON.stringify(await s.rows()));
  const back = await s.save();
  log(`save ${lap()}`);
  await back();
  log(`back ${lap()}`);
  await s.restart();
  log(`restart ${lap()}`);
  await s.close();
  log(JSON.stringify(s.logged.filter(l => l.code !== "beurt")));
}, 60000);
