import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { readSettings, type Settings } from "#bot/settings.ts";
import { type KeyRing, parseKeyRing } from "#database/kluis.ts";
import { openDatabase } from "#database/pool.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import { retentionReport, runRetention } from "#usecases/bewaartermijn.ts";
import type { Clock, World } from "#usecases/world.ts";
import { localClock } from "./local-run.ts";
import { type Command, refused } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

export const retention: Command = {
  about: "Wist wat over zijn bewaartermijn is, en bewijst dat er niets van over is.",
  usage:
    "zorgronde retention [--dry-run]\n" +
    "  --dry-run  zegt alleen wat er zou gaan: codes en aantallen, nooit over wie het gaat.\n" +
    "  De bot doet dit zelf elke ochtend om 6.15 uur; deze opdracht doet het nu, en haalt niets weg dat niet op tijd is aangekondigd.\n" +
    "  Berichten in Teams haalt de draaiende bot daarna weg. Exitcode 1 als er toch iets over is.",
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { "dry-run": { type: "boolean", default: false } },
    });
    const read = readSettings(io.env);
    if (!read.ok) return refused(io, read.problem.kind, problemWords(read.problem));
    const keys = parseKeyRing(read.settings.masterKeys);
    if (!keys.ok) return refused(io, "hoofdsleutel_ongeldig", "MASTER_KEYS klopt niet.");
    const clock = (await localClock(io.env)) ?? { now: () => Temporal.Now.instant() };
    const { world, close } = worldOf(read.settings, keys.value, clock);
    try {
      if (values["dry-run"]) {
        io.out({ dryRun: true, ...(await retentionReport(world)) });
        return 0;
      }
      const proof = await runRetention(world);
      io.out({ dryRun: false, ...proof });
      return proof.verified.left === 0 ? 0 : 1;
    } finally {
      await close();
    }
  },
};

/** What the daily look needs; nothing is sent from here. */
function worldOf(
  settings: Settings,
  keys: KeyRing,
  clock: Clock,
): { readonly world: World; close(): Promise<void> } {
  const open = (login: "app" | "channel" | "digest") =>
    openDatabase({
      url: settings.databases[login],
      applicationName: "zorgronde bewaren",
      max: 1,
      clock,
      onError: () => undefined,
    });
  const [database, channel, digest] = [open("app"), open("channel"), open("digest")];
  const world: World = {
    database,
    channel,
    digest,
    keys,
    clock,
    chance: { uuid: randomUUID, number: (below) => randomInt(below), bytes: randomBytes },
    log: () => undefined,
    swvId: settings.swvId,
    publicUrl: settings.publicUrl,
    outlook: geenOutlook,
    wake: () => undefined,
  };
  return {
    world,
    close: async () => {
      await Promise.all([database.close(), channel.close(), digest.close()]);
    },
  };
}
