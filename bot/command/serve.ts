import { readSettings } from "#bot/settings.ts";
import { type Command, noArguments, refused } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

export const serve: Command = {
  about: "Start de bot (productie).",
  usage:
    "zorgronde serve\n  Alles komt uit de omgeving; docs/beheer.md noemt elke naam. Zonder volledige identiteit start er niets.",
  async run(args, io) {
    noArguments(args);
    const read = readSettings(io.env);
    if (!read.ok) return refused(io, read.problem.kind, problemWords(read.problem));
    const { startProduction } = await import("#bot/main.ts");
    const started = await startProduction(read.settings);
    if (!started.ok) return refused(io, started.code, started.message);
    io.say(`Zorgronde luistert op poort ${read.settings.port}.`);
    await new Promise<void>((done) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    });
    io.say("Zorgronde stopt.");
    await started.stop();
    return 0;
  },
};
