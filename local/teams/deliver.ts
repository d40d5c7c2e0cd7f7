/** Bringing activities to the bot. */
import { request } from "node:http";
import type { Core, Delivery } from "./core.ts";
import { isoNow, splitThread } from "./core.ts";
import type { Json } from "./json.ts";
import { at, parseJson, text } from "./json.ts";
import type { TokenOverrides } from "./token.ts";

/** `status` 0: no answer came in time, or nobody listened. */
export type Answer = { status: number; body: unknown };
export type Post = { token?: TokenOverrides | string | null };

const NO_ANSWER: Answer = { status: 0, body: undefined };
const MAX_DELIVERIES = 20_000;

export async function deliver(core: Core, activity: Json, post: Post = {}): Promise<Answer> {
  if (core.botEndpoint === undefined) return NO_ANSWER;
  const sending = send(core, activity, post);
  core.pending.add(sending);
  return await sending.finally(() => core.pending.delete(sending));
}

/**
 * An invoke waits for its answer. When none comes in time the person is told so and Teams sends the same invoke
 * once more, whose answer nobody waits for. The fault `repeat-invoke` sends it twice at the same moment.
 */
export async function invoke(core: Core, activity: Json): Promise<Answer> {
  const repeated = core.faults.take(["repeat-invoke"], {
    op: "invoke",
    conversation: splitThread(text(at(activity, "conversation", "id")) ?? "").conversation,
  });
  if (repeated && at(activity, "value", "trigger") !== "automatic") {
    const [first] = await Promise.all([deliver(core, activity), deliver(core, activity)]);
    return first;
  }
  const answer = await deliver(core, activity);
  if (answer.status === 0 && core.botEndpoint !== undefined) void deliver(core, activity);
  return answer;
}

async function send(core: Core, activity: Json, post: Post): Promise<Answer> {
  const answer = await postJson(core, JSON.stringify(activity), bearer(core, post));
  const n = (core.deliveries.at(-1)?.n ?? 0) + 1;
  const delivery: Delivery = { n, at: isoNow(core), activity, ...answer };
  core.deliveries.push(delivery);
  if (core.deliveries.length > MAX_DELIVERIES) core.deliveries.splice(0, MAX_DELIVERIES / 2);
  core.events.emit("delivery", delivery);
  return answer;
}

function bearer(core: Core, { token }: Post): string | undefined {
  if (token === null || !core.issuer) return undefined;
  return `Bearer ${typeof token === "string" ? token : core.issuer.signActivityToken(token)}`;
}

function postJson(core: Core, body: string, authorization: string | undefined): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const outgoing = request(
    core.botEndpoint ?? "",
    {
      method: "POST",
      agent: false,
      signal: core.stopping,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
        ...(authorization === undefined ? {} : { authorization }),
      },
    },
    (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", () => resolve(NO_ANSWER));
      response.on("end", () => {
        const answer = Buffer.concat(parts).toString("utf8");
        resolve({ status: response.statusCode ?? 0, body: parseJson(answer) ?? text(answer) });
      });
    },
  );
  const timer = setTimeout(() => resolve(NO_ANSWER), core.botTimeoutMs);
  outgoing.on("error", () => resolve(NO_ANSWER));
  outgoing.end(body);
  return promise.finally(() => clearTimeout(timer));
}
