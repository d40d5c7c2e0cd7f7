import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod/v4";
import { buildPackage } from "#manifest/build.ts";
import { type Command, refused } from "./output.ts";

/** Field of the package → where the beheerder sets it. */
const sources: Readonly<Record<string, string>> = {
  appId: "TEAMS_APP_ID",
  botId: "BOT_ID",
  version: "--app-version",
  manifestVersion: "--manifest-version",
  "developer.name": "PUBLISHER_NAME",
  "developer.websiteUrl": "PUBLISHER_URL",
  "developer.privacyUrl": "PRIVACY_URL",
  "developer.termsOfUseUrl": "TERMS_URL",
};

export const manifest: Command = {
  about: "Maakt en controleert het app-pakket (zip) voor Teams.",
  usage:
    "zorgronde manifest [--out zorgronde.zip] [--app-version 1.0.0] [--manifest-version 1.25|1.30] [--install-through-graph] [--read-receipts]\n" +
    "  Leest uit de omgeving: TEAMS_APP_ID, BOT_ID, PUBLISHER_NAME, PUBLISHER_URL, PRIVACY_URL en TERMS_URL.\n" +
    "  Uitkomst: {file, version, problems}. Bij een fout wordt er niets geschreven.",
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: "string", default: "zorgronde.zip" },
        "app-version": { type: "string", default: ownVersion() },
        "manifest-version": { type: "string", default: "1.25" },
        "install-through-graph": { type: "boolean", default: false },
        "read-receipts": { type: "boolean", default: false },
      },
    });
    const { env } = io;
    const built = buildPackage({
      appId: env.TEAMS_APP_ID,
      botId: env.BOT_ID,
      version: values["app-version"],
      manifestVersion: values["manifest-version"],
      installThroughGraph: values["install-through-graph"],
      readReceipts: values["read-receipts"],
      developer: {
        name: env.PUBLISHER_NAME,
        websiteUrl: env.PUBLISHER_URL,
        privacyUrl: env.PRIVACY_URL,
        termsOfUseUrl: env.TERMS_URL,
      },
    });
    if (!built.zip) {
      const problems = built.problems.map(({ field, code }) => ({ setting: sources[field] ?? field, code }));
      const names = [...new Set(problems.map(({ setting }) => setting))].join(", ");
      return refused(io, "pakket_ongeldig", `Ontbreekt of is ongeldig: ${names}.`, { problems });
    }
    const written = await writeFile(values.out, built.zip).then(
      () => true,
      () => false,
    );
    if (!written) return refused(io, "niet_geschreven", "Het bestand van --out is niet te schrijven.");
    io.out({ file: values.out, version: values["app-version"], problems: [] });
    return 0;
  },
};

const packageFile = z.object({ version: z.string() });

/** Of this product; Teams sees an update only when the version of the package goes up. */
function ownVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return packageFile.parse(JSON.parse(readFileSync(file, "utf8"))).version;
}
