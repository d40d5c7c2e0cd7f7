import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod/v4";
import { readSettings } from "#bot/settings.ts";
import { parseKeyRing } from "#database/kluis.ts";
import { openDatabase } from "#database/pool.ts";
import { type Kop, type LogVerslag, verifyLog } from "#usecases/verify-log.ts";
import { type Command, refused } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

export const verifyLogCommand: Command = {
  about: "Loopt het logboek na: is er een regel veranderd, weg of bijgezet? Verandert niets.",
  usage:
    "zorgronde verify-log [--head koppen.jsonl]\n" +
    "  Uitkomst: {ok, head, rows, sealed, tail, seals, breaks, szts:[{szt, name, rows, sealed, sealedUpTo, tail, late, breaks}]}.\n" +
    "  Bewaar de uitkomst buiten de database; met --head vergelijkt een volgende keer met wat je bewaarde.\n" +
    "  Exit 1 als er iets niet klopt.",
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { head: { type: "string" } } });
    const read = readSettings(io.env);
    if (!read.ok) return refused(io, read.problem.kind, problemWords(read.problem));
    const keys = parseKeyRing(read.settings.masterKeys);
    if (!keys.ok) return refused(io, "hoofdsleutel_ongeldig", "MASTER_KEYS klopt niet.");
    const text = values.head === undefined ? "" : await readFile(values.head, "utf8").catch(() => null);
    if (text === null)
      return refused(io, "bestand_niet_gelezen", "Het bestand met de koppen is niet te lezen.");
    const koppen = koppenIn(text);
    if (!koppen || (values.head !== undefined && koppen.length === 0))
      return refused(
        io,
        "kop_onleesbaar",
        "In het bestand staat geen uitkomst van verify-log, één per regel.",
      );
    const database = openDatabase({
      url: read.settings.databases.app,
      applicationName: "zorgronde logboek",
      max: 1,
      clock: { now: () => Temporal.Now.instant() },
      onError: () => undefined,
    });
    try {
      const { swvId } = read.settings;
      const found = await verifyLog({ database, keys: keys.value, swvId }, koppen);
      if (!found.ok) {
        const names = found.ontbreekt.join(", ");
        return refused(io, "hoofdsleutel_ontbreekt", `Deze sleutels staan niet in MASTER_KEYS: ${names}.`);
      }
      io.out(answerOf(found.verslag));
      return found.verslag.heel ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};

const headSchema = z.looseObject({
  head: z.looseObject({ seal: z.int().min(1), mac: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});

/** Earlier answers of this command, one a line; null when one of them is none. */
function koppenIn(text: string): readonly Kop[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const heads = lines.map((line) => headSchema.safeParse(jsonOf(line)));
  if (heads.some(({ success }) => !success)) return null;
  return heads.flatMap(({ data }) => (data?.head ? [{ nr: data.head.seal, zegel: data.head.mac }] : []));
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const broken = {
  error: {
    code: "log_gebroken",
    message: "Het logboek is niet meer zoals het verzegeld is. Zie docs/beheer.md: bewaar alles en meld het.",
  },
} as const;

function answerOf({ heel, kop, ketens, zegels, zegelBreuken }: LogVerslag): object {
  const sum = (of: (keten: (typeof ketens)[number]) => number) =>
    ketens.reduce((n, keten) => n + of(keten), 0);
  return {
    ok: heel,
    head: kop && { seal: kop.nr, mac: kop.zegel, at: kop.op.toString() },
    rows: sum(({ rijen }) => rijen),
    sealed: sum(({ verzegeld }) => verzegeld),
    tail: sum(({ staart }) => staart),
    seals: zegels,
    breaks: zegelBreuken.map(({ kind, nr, sztId }) => ({ kind, seal: nr, szt: sztId })),
    szts: ketens.map((keten) => ({
      szt: keten.sztId,
      name: keten.naam,
      rows: keten.rijen,
      sealed: keten.verzegeld,
      sealedUpTo: keten.totRij === null ? null : { row: keten.totRij, at: keten.totMoment?.toString() },
      tail: keten.staart,
      tailSince: keten.staartSinds?.toString() ?? null,
      late: keten.laat,
      breaks: keten.breuken.map(({ kind, rij, van, tot }) => ({ kind, row: rij, from: van, to: tot })),
    })),
    ...(heel ? {} : broken),
  };
}
