import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod/v4";
import type { Bot } from "#bot/compose.ts";
import { amsterdam } from "#domain/today.ts";
import { reachOfAll } from "#usecases/bereik-load.ts";
import type { LocalClock } from "./clock.ts";
import { demoPeople } from "./demo.ts";
import { demoTeams } from "./demo-teams.ts";

export interface ControlParts {
  readonly bot: () => Bot;
  readonly clock: LocalClock;
  /** Told when the clock was moved: pages show it, the place keeps it. */
  readonly moved: () => void;
}

const moveSchema = z.union([
  z.strictObject({ move: z.string().max(40) }),
  z.strictObject({ to: z.string().max(40) }),
]);

/** Farther than a school year is a typing mistake. */
const farthest = Temporal.Duration.from({ days: 400 });

/** `/_local/clock` and `/_local/people`: only in the local run, on loopback, beside the local Teams service. */
export function controlHandler(
  parts: ControlParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (path === "/_local/people" && request.method === "GET") {
      const reached = await reachOf(parts);
      sendJson(
        response,
        200,
        peopleOf().map(({ email, ...one }) => ({ ...one, reach: reached.get(email) ?? null })),
      );
      return true;
    }
    if (path === "/_local/clock" && request.method === "GET") {
      sendJson(response, 200, { now: wallTime(parts.clock) });
      return true;
    }
    if (path !== "/_local/clock" || request.method !== "POST") return false;
    const target = targetOf(await bodyOf(request), parts.clock.now());
    if (!target) {
      sendJson(response, 400, {
        error: { code: "tijd_ongeldig", message: "Geef een duur (PT8H, P5D) of een moment later dan nu." },
      });
      return true;
    }
    response.writeHead(200, { "content-type": "application/x-ndjson", "cache-control": "no-store" });
    const line = (value: object) => response.write(`${JSON.stringify(value)}\n`);
    const steps = await moveTo(parts, target, (at) => line({ progress: at }));
    line({ now: wallTime(parts.clock), steps });
    response.end();
    return true;
  };
}

/** Lets everything between now and the target happen in order, each at its own moment. */
export async function moveTo(
  parts: ControlParts,
  target: Temporal.Instant,
  progress: (at: string) => void,
): Promise<number> {
  const { clock } = parts;
  let steps = 0;
  for (;;) {
    await parts.bot().drain();
    const due = await parts.bot().nextDue();
    if (!due || Temporal.Instant.compare(due, target) > 0) break;
    if (Temporal.Instant.compare(due, clock.now()) > 0) clock.set(due);
    steps += 1;
    progress(wallTime(clock));
  }
  if (Temporal.Instant.compare(target, clock.now()) > 0) clock.set(target);
  await parts.bot().drain();
  parts.moved();
  return steps;
}

function targetOf(body: unknown, now: Temporal.Instant): Temporal.Instant | null {
  const parsed = moveSchema.safeParse(body);
  if (!parsed.success) return null;
  const start = now.toZonedDateTimeISO(amsterdam);
  try {
    const target =
      "move" in parsed.data
        ? start.add(Temporal.Duration.from(parsed.data.move))
        : Temporal.PlainDateTime.from(parsed.data.to).toZonedDateTime(amsterdam);
    const within = Temporal.ZonedDateTime.compare(target, start) > 0;
    return within && Temporal.ZonedDateTime.compare(target, start.add(farthest)) <= 0
      ? target.toInstant()
      : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function wallTime(clock: LocalClock): string {
  return clock.now().toZonedDateTimeISO(amsterdam).toPlainDateTime().toString({ smallestUnit: "minute" });
}

function peopleOf() {
  const users = new Map(demoTeams().people.map((person) => [person.id, person.userId]));
  return demoPeople.map((persoon) => ({
    id: persoon.handle,
    email: persoon.email,
    name: persoon.naam,
    functions: [...new Set(persoon.lid.map((lid) => lid.functie))],
    schools: persoon.lid.map((lid) => lid.szt.replace(/^SZT /, "")),
    teamsUserId: users.get(persoon.handle),
    organisation: persoon.organisatie,
    about: persoon.about,
  }));
}

/** By e-mail address: how each hears something, and why not in the own chat. */
async function reachOf({ bot }: Pick<ControlParts, "bot">) {
  const found = await reachOfAll(bot().world);
  return new Map(found.map(({ email, weg, reden }) => [email, { way: weg, reason: reden }]));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) return null;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(value));
}
