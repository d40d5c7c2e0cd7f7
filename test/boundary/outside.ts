/** What outsiders of a case get of it, as text that must be the same in two worlds. */
import type { Call, Played, Scene } from "./scene.ts";
import type { Redrawn } from "./world.ts";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const address = /127\.0\.0\.1:\d+/g;
/** The hash of a part of the log, and the fingerprint of a sealed one. */
const hash = /\b[0-9a-f]{32,64}\b/g;
/** Teams numbers messages through all chats: the number is of the order in which they happened to go. */
const turn = /(?<=:)\d{13}(?=")/g;

const masked = (text: string): string =>
  text.replace(uuid, "uuid").replace(address, "host").replace(hash, "hash");

/** Sealed tokens of buttons are random to the last byte; all else stays. */
const plain = (value: unknown): string =>
  masked(JSON.stringify(value, (key, part: unknown) => (key === "t" ? undefined : part)) ?? "");

interface Body {
  readonly type?: string;
  readonly id?: unknown;
  readonly replyToId?: unknown;
  readonly summary?: string;
  readonly attachments?: readonly { readonly content?: { readonly fallbackText?: string } }[];
}

/** One call as a machine in between sees it; the body where it was not sent to somebody who may read. */
function lineOf({ at, op, status, body }: Call, whole: boolean): string {
  const { id: _, replyToId: __, ...rest } = (body ?? {}) as Body;
  const preview = [rest.summary, ...(rest.attachments ?? []).map(({ content }) => content?.fallbackText)];
  return `${at} ${op} ${status} ${whole ? plain(rest) : plain(preview)}`;
}

/** Both worlds under names of their parts, so that a difference says where it is. */
export type Outside = ReadonlyMap<string, string>;

export function outsideOf(
  { owners }: Scene,
  played: Played,
  { kind, readers }: { readonly kind: Redrawn; readonly readers: ReadonlySet<string> },
): Outside {
  const parts = new Map<string, string>();
  const add = (name: string, line: string) => parts.set(name, `${parts.get(name) ?? ""}${line}\n`);
  for (const call of played.calls) {
    // Shown when a turn takes long: the machine's own time.
    if ((call.body as Body | null)?.type === "typing") continue;
    const owner = owners.get(call.conversation ?? "");
    const reads = owner !== undefined && readers.has(owner);
    if (!reads || kind === "words")
      add(`calls: ${owner ?? "channel"}${reads ? ", from outside" : ""}`, lineOf(call, !reads));
  }
  // How often a card of what is damaged is drawn follows from who is involved; the words decide nothing of it.
  const lines = played.log.map(masked).toSorted();
  const once = (line: string, at: number) =>
    kind === "words" || !line.includes("hulpvraag_onleesbaar") || lines.indexOf(line) === at;
  for (const line of lines.filter(once)) add("log", line);
  // How many notices and events there are follows from who is involved: the work, not the words.
  for (const page of played.pages)
    if (kind === "words" || !page.startsWith("/metrics")) add("pages", masked(page));
  for (const { to, text } of played.rows) {
    const work = to === "log" || (to !== null && readers.has(to));
    if (kind === "words" || !work) add(`rows: ${to ?? "all"}`, masked(text).replace(turn, "turn"));
  }
  return new Map([...parts].map(([name, text]) => [name, name.startsWith("rows") ? ordered(text) : text]));
}

const ordered = (text: string): string => text.split("\n").toSorted().join("\n");

/** Where two worlds differ, with the first line that does; empty when nowhere. */
export function differences(one: Outside, other: Outside): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((name) => {
    const [here, there] = [one.get(name) ?? "", other.get(name) ?? ""];
    if (here === there) return [];
    const [before, after] = [here.split("\n"), there.split("\n")];
    const at = before.findIndex((line, index) => line !== after[index]);
    const where = at === -1 ? before.length : at;
    return [`${name}: ${before[where] ?? "nothing"} | ${after[where] ?? "nothing"}`];
  });
}
