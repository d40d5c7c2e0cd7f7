/**
 * One headless Chromium for the gallery and the browser tests. On 64-bit Linux it comes with npm and brings its own
 * fonts and libraries, so that no system package is needed; elsewhere an installed Chrome or Chromium is used.
 */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const run = promisify(execFile);

const flags = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--no-pings",
];

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export async function launchBrowser(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") return launchUnpacked(await unpacked());
  const executablePath = installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error("no browser: install Chromium or Google Chrome");
  return chromium.launch({ executablePath, headless: true, args: flags });
}

async function launchUnpacked(home: string): Promise<Browser> {
  // Fields for a date and a time are drawn by the browser, in the language of the system.
  const env = {
    ...environment(),
    LC_ALL: "nl_NL.UTF-8",
    FONTCONFIG_FILE: join(home, "zorgronde-fonts.conf"),
  };
  const launch = (extra: Record<string, string>) =>
    chromium.launch({
      executablePath: join(home, "chromium"),
      headless: true,
      chromiumSandbox: false,
      args: flags,
      env: { ...env, ...extra },
    });
  try {
    return await launch({});
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    return launch({ LD_LIBRARY_PATH: join(home, "al2023", "lib") });
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/**
 * The package unpacks to the temporary folder without regard for another process that does the same, so a child
 * process unpacks to a folder of its own, which then gets its lasting name in one move.
 */
async function unpacked(): Promise<string> {
  const { uid } = userInfo();
  const home = join(tmpdir(), `zorgronde-chromium-${packageVersion()}-${uid}`);
  if (existsSync(home)) {
    if (statSync(home).uid !== uid) throw new Error("the unpacked browser belongs to somebody else");
    return home;
  }
  const fresh = await mkdtemp(`${home}-`);
  await run(process.execPath, ["--input-type=module", "--eval", unpackScript], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: withLibraries },
  });
  await writeFile(join(fresh, "zorgronde-fonts.conf"), fontConfig(home));
  await rename(fresh, home).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    return rm(fresh, { recursive: true });
  });
  return home;
}

/** The package adds the libraries that Chromium needs only when it believes to be in this environment. */
const withLibraries = "AWS_Lambda_nodejs22.x";
const unpackScript = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';

function packageVersion(): string {
  const entry = dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(readFileSync(join(entry, "..", "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

/** Our fonts first, so that pictures are the same everywhere; the system's fonts for signs that these lack. */
function fontConfig(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, "font-cache")}</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
