import { readSettings } from "#bot/settings.ts";
import { parseKeyRing } from "#database/kluis.ts";
import { rewrapLogKeys } from "#database/logsleutel.ts";
import { openDatabase } from "#database/pool.ts";
import { rewrapAll } from "#database/rotation.ts";
import { taskScope } from "#domain/scope.ts";
import { type Command, noArguments, refused } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

export const rotateKeys: Command = {
  about: "Pakt alle datasleutels om met de eerste sleutel uit MASTER_KEYS.",
  usage:
    "zorgronde rotate-keys\n  Zet eerst de nieuwe sleutel vooraan in MASTER_KEYS, laat de oude erachter staan, en verwijder die pas hierna.",
  async run(args, io) {
    noArguments(args);
    const read = readSettings(io.env);
    if (!read.ok) return refused(io, read.problem.kind, problemWords(read.problem));
    const keys = parseKeyRing(read.settings.masterKeys);
    if (!keys.ok) return refused(io, "hoofdsleutel_ongeldig", "MASTER_KEYS klopt niet.");
    const database = openDatabase({
      url: read.settings.databases.app,
      applicationName: "zorgronde sleutels",
      max: 1,
      clock: { now: () => Temporal.Now.instant() },
      onError: () => undefined,
    });
    try {
      let total = 0;
      for (;;) {
        const done = await database.transact(taskScope(read.settings.swvId, "bewaren"), (tx) =>
          rewrapAll(tx, keys.value, 200),
        );
        total += done;
        if (done === 0) break;
        io.say(`${total} sleutels omgepakt`);
      }
      const logKeys = await database.transact(taskScope(read.settings.swvId, "bewaren"), (tx) =>
        rewrapLogKeys(tx, keys.value),
      );
      io.out({ rewrapped: total, logKeys, current: keys.value.current });
      return 0;
    } finally {
      await database.close();
    }
  },
};
