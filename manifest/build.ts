/** The Teams app package: manifest, English words and icons in one zip. The same input gives the same bytes. */
import { strToU8, zipSync } from "fflate";
import { z } from "zod/v4";
import { accentColor, colorIcon, outlineIcon } from "./icon.ts";
import { dutch, english } from "./word.ts";

/** 1.25 is the lowest version that knows private and shared channels ("tier1"); 1.30 the newest. */
export const manifestVersions = ["1.25", "1.30"] as const;
export type ManifestVersion = (typeof manifestVersions)[number];

const guid = z.uuid().refine((id) => !/^0{8}-/.test(id));
const address = z
  .url({ protocol: /^https$/ })
  .max(2048)
  .refine((url) => !/^https:\/\/(?:localhost|127\.|\[|[^/]*\.local\b|(?:[^/]*\.)?example\.)/i.test(url));

export const packageOptionsSchema = z.strictObject({
  /** Of the Teams app; not the same as the bot's. */
  appId: guid,
  /** Entra id of the bot. */
  botId: guid,
  version: z.string().regex(/^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/),
  developer: z.strictObject({
    name: z.string().trim().min(1).max(32),
    websiteUrl: address,
    privacyUrl: address,
    termsOfUseUrl: address,
  }),
  manifestVersion: z.enum(manifestVersions).default("1.25"),
  /** Set only when the app is installed for people through Graph; names the same Entra app as the bot. */
  installThroughGraph: z.boolean().default(false),
  /** Teams tells the bot how far the chat with it was read (docs/decisions/0039); off unless it is chosen. */
  readReceipts: z.boolean().default(false),
});
export type PackageOptions = z.input<typeof packageOptionsSchema>;

/** What is wrong, as a field and a code; the command line has the words. */
export interface ManifestProblem {
  readonly field: string;
  readonly code: string;
}

const schemaUrl = (version: ManifestVersion, file: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/${file}`;
const englishFile = "en-us.json";

export function buildManifest(given: PackageOptions): Record<string, unknown> {
  const options = packageOptionsSchema.parse(given);
  return {
    $schema: schemaUrl(options.manifestVersion, "MicrosoftTeams.schema.json"),
    manifestVersion: options.manifestVersion,
    version: options.version,
    id: options.appId,
    localizationInfo: {
      defaultLanguageTag: "nl-nl",
      additionalLanguages: [{ languageTag: "en-us", file: englishFile }],
    },
    developer: options.developer,
    name: { short: dutch.short, full: dutch.full },
    description: { short: dutch.about, full: dutch.story },
    icons: { outline: "outline.png", color: "color.png" },
    accentColor,
    // Without this Teams refuses the upload of an app with team scope; it says that we read the members of the
    // channel itself, not those of the team around it.
    supportsChannelFeatures: "tier1",
    defaultInstallScope: "personal",
    defaultGroupCapability: { team: "bot", groupchat: "bot" },
    bots: [
      {
        botId: options.botId,
        scopes: ["personal", "team", "groupChat"],
        isNotificationOnly: false,
        commandLists: [
          { scopes: ["personal"], commands: dutch.personal },
          { scopes: ["team", "groupChat"], commands: dutch.shared },
        ],
      },
    ],
    ...(options.readReceipts
      ? {
          // Teams wants a resource beside the permission; for this one it is never asked.
          webApplicationInfo: { id: options.botId, resource: `api://botid-${options.botId}` },
          authorization: {
            permissions: {
              resourceSpecific: [{ name: "ChatMessageReadReceipt.Read.Chat", type: "Application" }],
            },
          },
        }
      : options.installThroughGraph
        ? { webApplicationInfo: { id: options.botId } }
        : {}),
  };
}

/** The English words, by the names that the format has for them. */
export function buildEnglish(version: ManifestVersion = "1.25"): Record<string, string> {
  const lists = [english.personal, english.shared];
  const commands = lists.flatMap((list, l) =>
    list.flatMap(({ title, description }, c) => {
      const at = `bots[0].commandLists[${l}].commands[${c}]`;
      return [[`${at}.title`, title] as const, [`${at}.description`, description] as const];
    }),
  );
  return {
    $schema: schemaUrl(version, "MicrosoftTeams.Localization.schema.json"),
    "name.short": english.short,
    "name.full": english.full,
    "description.short": english.about,
    "description.full": english.story,
    ...Object.fromEntries(commands),
  };
}

export function packManifest(options: PackageOptions): Uint8Array {
  const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const files = {
    "manifest.json": json(buildManifest(options)),
    [englishFile]: json(buildEnglish(options.manifestVersion)),
    "color.png": new Uint8Array(colorIcon()),
    "outline.png": new Uint8Array(outlineIcon()),
  };
  // A fixed time: two builds of one version are the same file.
  return zipSync(files, { level: 9, mtime: "2026-01-01T00:00:00" });
}

export type AppPackage =
  | { readonly zip: Uint8Array; readonly manifest: Record<string, unknown>; readonly problems: readonly [] }
  | { readonly zip: null; readonly manifest: null; readonly problems: readonly ManifestProblem[] };

export function buildPackage(options: unknown): AppPackage {
  const parsed = packageOptionsSchema.safeParse(options);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({ field: issue.path.join("."), code: issue.code }));
    return { zip: null, manifest: null, problems };
  }
  return { zip: packManifest(parsed.data), manifest: buildManifest(parsed.data), problems: [] };
}
