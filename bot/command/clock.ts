import { localRunUrl, noLocalRun } from "./local-run.ts";
import { type Command, refused, UsageError } from "./output.ts";

export const clock: Command = {
  about:
    "Lokale oefenomgeving: zet de klok vooruit; alles wat tussendoor moet gebeuren, gebeurt op volgorde.",
  usage:
    "zorgronde clock <duur of moment>\n  Bijvoorbeeld: zorgronde clock PT8H · zorgronde clock P5D · zorgronde clock 2026-12-07T09:00",
  async run(args, io) {
    const [when, more] = args;
    if (!when || more !== undefined) throw new UsageError("Geef een duur of een moment.");
    const url = localRunUrl();
    if (!url) return refused(io, "geen_lokale_run", noLocalRun);
    const response = await fetch(`${url}/_local/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(/^P/i.test(when) ? { move: when.toUpperCase() } : { to: when }),
    }).catch(() => null);
    if (!response?.body) return refused(io, "geen_lokale_run", noLocalRun);
    if (response.status === 400) {
      return refused(
        io,
        "tijd_ongeldig",
        "Geef een duur (PT8H, P5D) of een moment later dan nu, hooguit 400 dagen vooruit.",
      );
    }
    return relay(response.body, io.out, io.say);
  },
};

/** Progress goes to stderr line by line; the last line is the answer. */
async function relay(
  body: ReadableStream<Uint8Array>,
  out: (value: unknown) => void,
  say: (line: string) => void,
): Promise<number> {
  const decoder = new TextDecoder();
  let text = "";
  let last: unknown = null;
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      last = JSON.parse(line);
      if (typeof last === "object" && last !== null && "progress" in last) say(`… ${String(last.progress)}`);
    }
  }
  out(last);
  return 0;
}
