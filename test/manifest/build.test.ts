import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { understand } from "#domain/intent.ts";
import {
  buildEnglish,
  buildManifest,
  buildPackage,
  manifestVersions,
  type PackageOptions,
  packManifest,
} from "../../manifest/build.ts";
import { dutch, english } from "../../manifest/word.ts";

const options: PackageOptions = {
  appId: "2f1d7c0e-5a0b-4f4e-9a52-0f6f7a3b1c11",
  botId: "8b0a9b5e-7d6a-4a35-8f0e-3c2d1e0f9a22",
  version: "1.0.0",
  developer: {
    name: "Samenwerkingsverband",
    websiteUrl: "https://www.zorgronde.nl",
    privacyUrl: "https://www.zorgronde.nl/privacy",
    termsOfUseUrl: "https://www.zorgronde.nl/voorwaarden",
  },
};

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04").default;
function problemsOf(version: string, file: string, value: unknown): unknown {
  const root = require.resolve("@microsoft/app-manifest").replace(/build\/.*$/, "build/");
  const schema: unknown = JSON.parse(readFileSync(`${root}json-schemas/teams/v${version}/${file}`, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors;
}

describe("the manifest", () => {
  it.each(manifestVersions)("and its English words are valid in version %s", (manifestVersion) => {
    for (const installThroughGraph of [true, false])
      for (const readReceipts of [true, false]) {
        const manifest = buildManifest({ ...options, manifestVersion, installThroughGraph, readReceipts });
        expect(problemsOf(manifestVersion, "MicrosoftTeams.schema.json", manifest)).toEqual([]);
      }
    const words = buildEnglish(manifestVersion);
    expect(problemsOf(manifestVersion, "MicrosoftTeams.Localization.schema.json", words)).toEqual([]);
  });

  it("is judged by a schema that does find mistakes", () => {
    const wrong = { ...buildManifest(options), bot: [] };
    expect(problemsOf("1.25", "MicrosoftTeams.schema.json", wrong)).not.toEqual([]);
    expect(problemsOf("1.25", "MicrosoftTeams.Localization.schema.json", { "name.shrt": "x" })).not.toEqual(
      [],
    );
  });

  it("asks for nothing that the bot does not need", () => {
    const text = JSON.stringify(buildManifest(options));
    for (const right of [
      "supportsFiles",
      "supportsCalling",
      "supportsSessions",
      "resourceSpecific",
      "devicePermissions",
      "validDomains",
      "webApplicationInfo",
      "copilot",
    ]) {
      expect(text).not.toContain(right);
    }
  });

  it("asks to hear what was read only when that is chosen, and then for nothing else", () => {
    const { authorization } = buildManifest({ ...options, readReceipts: true });
    expect(authorization).toEqual({
      permissions: { resourceSpecific: [{ name: "ChatMessageReadReceipt.Read.Chat", type: "Application" }] },
    });
  });

  it("keeps apart the members of a channel and those of its team", () => {
    expect(buildManifest(options)).toMatchObject({
      manifestVersion: "1.25",
      supportsChannelFeatures: "tier1",
      bots: [{ scopes: ["personal", "team", "groupChat"] }],
      localizationInfo: { defaultLanguageTag: "nl-nl", additionalLanguages: [{ languageTag: "en-us" }] },
    });
  });

  it.each(dutch.personal.map((c) => c.title))(
    "has no command that the bot does not understand: %s",
    (title) => {
      expect(understand(title).intent).not.toBe("onbekend");
    },
  );

  it("has the same commands in both languages, so that what is typed works in both", () => {
    expect(english.personal.map((c) => c.title)).toEqual(dutch.personal.map((c) => c.title));
    expect(english.shared.map((c) => c.title)).toEqual(dutch.shared.map((c) => c.title));
  });
});

describe("the package", () => {
  const files = unzipSync(packManifest(options));

  it("holds the manifest, every file it names and nothing else", () => {
    const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(manifest).toEqual(buildManifest(options));
    const named = [
      manifest.icons.color,
      manifest.icons.outline,
      ...manifest.localizationInfo.additionalLanguages.map((l: { file: string }) => l.file),
    ];
    expect(Object.keys(files).sort()).toEqual(["manifest.json", ...named].sort());
  });

  it("is the same file when it is made again years later", () => {
    const before = packManifest(options);
    vi.useFakeTimers({ now: Date.UTC(2031, 5, 1) });
    const later = packManifest(options);
    vi.useRealTimers();
    expect(later).toEqual(before);
  });

  it.each([
    ["color.png", 192],
    ["outline.png", 32],
  ])("%s is a PNG of %i pixels square", (name, size) => {
    const { width, height, pixels } = readPng(files[name]);
    expect([width, height]).toEqual([size, size]);
    expect(pixels).toHaveLength(size * size);
  });

  it("has an outline that is white on nothing, and a colour icon without holes", () => {
    const outline = readPng(files["outline.png"]).pixels;
    expect(outline.every(([r, g, b]) => r === 255 && g === 255 && b === 255)).toBe(true);
    const opacity = outline.map(([, , , a]) => a);
    expect(opacity.filter((a) => a === 0).length).toBeGreaterThan(300);
    expect(opacity.filter((a) => a === 255).length).toBeGreaterThan(100);
    expect(readPng(files["color.png"]).pixels.every(([, , , a]) => a === 255)).toBe(true);
  });

  it.each<[string, object, string]>([
    ["an id that is none", { appId: "zorgronde" }, "appId"],
    ["the empty id", { botId: "00000000-0000-0000-0000-000000000000" }, "botId"],
    ["a version of two parts", { version: "1.0" }, "version"],
    ["a version with a word", { version: "1.0.0-beta" }, "version"],
    [
      "a name that is too long",
      { developer: { ...options.developer, name: "x".repeat(33) } },
      "developer.name",
    ],
    [
      "an address without https",
      { developer: { ...options.developer, websiteUrl: "http://www.zorgronde.nl" } },
      "developer.websiteUrl",
    ],
    [
      "an address of this machine",
      { developer: { ...options.developer, privacyUrl: "https://localhost/privacy" } },
      "developer.privacyUrl",
    ],
    [
      "an example address",
      { developer: { ...options.developer, privacyUrl: "https://www.example.com/p" } },
      "developer.privacyUrl",
    ],
    ["a field too many", { secret: "x" }, ""],
  ])("is not made from %s, and says where it is wrong", (_, change, field) => {
    const made = buildPackage({ ...options, ...change });
    expect(made.zip).toBeNull();
    expect(made.problems.map((p) => p.field)).toEqual([field]);
    expect(JSON.stringify(made.problems)).not.toContain("secret: x");
  });

  it("comes with its manifest when all is well", () => {
    const made = buildPackage(options);
    expect(made.problems).toEqual([]);
    expect(made.zip).toEqual(packManifest(options));
  });
});

/** Reads back what png.ts writes: no filter, eight bits, with opacity. */
function readPng(bytes: Uint8Array | undefined): { width: number; height: number; pixels: number[][] } {
  const buffer = Buffer.from(bytes ?? []);
  expect(buffer.subarray(1, 4).toString()).toBe("PNG");
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  const length = buffer.readUInt32BE(33);
  const rows = inflateSync(buffer.subarray(41, 41 + length));
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const at = Math.floor(i / width) * (width * 4 + 1) + 1 + (i % width) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  return { width, height, pixels };
}
