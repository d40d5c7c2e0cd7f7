import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readSettings } from "#bot/settings.ts";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import type { SchoolBriefSettings } from "#domain/brief-setting.ts";
import { readSetUpFiles, type SchoolRow } from "#domain/set-up-file.ts";
import { setUp } from "#usecases/set-up.ts";
import { startUp } from "#usecases/start-up.ts";
import { type Command, refused, UsageError } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

export const importCommand: Command = {
  about: "Richt scholen, teams en mensen in uit twee CSV-bestanden.",
  usage:
    "zorgronde import --people people.csv --schools schools.csv [--name <samenwerkingsverband>] [--dry-run]\n" +
    "  people: email,name,function,szt,hours_per_week,working_days,from,until,organisation,chair[,school]\n" +
    "  schools: brin_vestiging,name,sector,bestuur,region,pupils,szt,wijkteam,oat\n" +
    "  Eén foute regel weigert alles; elke fout wordt genoemd met regel en kolom.",
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        people: { type: "string" },
        schools: { type: "string" },
        name: { type: "string", default: "Samenwerkingsverband" },
        "dry-run": { type: "boolean", default: false },
      },
    });
    if (!values.people || !values.schools) throw new UsageError("Geef --people en --schools.");
    const texts = await Promise.all(
      [values.people, values.schools].map((path) => readFile(path, "utf8").catch(() => null)),
    );
    const [people, schools] = texts;
    if (people == null || schools == null)
      return refused(io, "bestand_niet_gelezen", "Een van de bestanden is niet te lezen.");
    const files = readSetUpFiles({ people, schools });
    if (!files.ok) {
      return refused(io, "regels_fout", `${files.problems.length} fouten; er is niets gewijzigd.`, {
        rows: files.problems,
      });
    }
    const counts = { schools: files.schools.length, memberships: files.people.length };
    if (values["dry-run"]) {
      io.out({ dryRun: true, ...counts });
      return 0;
    }
    const read = readSettings(io.env);
    if (!read.ok) return refused(io, read.problem.kind, problemWords(read.problem));
    const database = openDatabase({
      url: read.settings.databases.app,
      applicationName: "zorgronde import",
      max: 1,
      clock: { now: () => Temporal.Now.instant() },
      onError: () => undefined,
    });
    const world = {
      database,
      swvId: read.settings.swvId,
      chance: { uuid: randomUUID, number: (below: number) => randomInt(below), bytes: randomBytes },
      wake: () => undefined,
    };
    try {
      const { zonderSchool } = await setUp(world, {
        swv: values.name,
        vakanties: seedVakanties(),
        schools: files.schools.map((s) => ({
          brin: s.brin_vestiging.toUpperCase(),
          naam: s.name,
          sector: s.sector,
          bestuur: s.bestuur,
          regio: s.region,
          leerlingen: s.pupils,
          szt: s.szt,
          wijkteam: s.wijkteam,
          oat: s.oat,
          brief: briefOf(s),
        })),
        people: files.people.map((p) => ({
          email: p.email,
          naam: p.name,
          functie: p.function,
          szt: p.szt,
          school: p.school?.toUpperCase() ?? null,
          urenPerWeek: p.hours_per_week,
          werkdagen: p.working_days,
          van: p.from,
          tot: p.until,
          organisatie: p.organisation,
          voorzitter: p.chair,
        })),
      });
      // Who is new gets daily bundles and digests without a restart of the bot.
      await startUp(world);
      io.out({ imported: true, ...counts, ...(zonderSchool > 0 ? { without_school: zonderSchool } : {}) });
      if (zonderSchool > 0)
        io.say(
          `${zonderSchool} keer is niet bekend voor welke school iemand ib, coo of directeur is: die ziet geen hulpvragen.`,
        );
      return 0;
    } finally {
      await database.close();
    }
  },
};

/** Only what was filled in: an empty cell takes nothing away. */
function briefOf({ address, phone, complaints, privacy_officer }: SchoolRow): Partial<SchoolBriefSettings> {
  return {
    ...(address ? { adres: address } : {}),
    ...(phone ? { telefoon: phone } : {}),
    ...(complaints ? { klachtenregeling: complaints } : {}),
    ...(privacy_officer ? { functionaris_gegevensbescherming: privacy_officer } : {}),
  };
}
