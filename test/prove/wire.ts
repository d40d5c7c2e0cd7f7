import { z } from "zod/v4";

const login = z.object({
  app: z.string(),
  channel: z.string(),
  digest: z.string(),
  export: z.string(),
  migrate: z.string(),
});

/** What a bot in another process is started with. */
export const beginSchema = z.object({
  urls: login,
  masterKeys: z.string(),
  now: z.string(),
  teams: z.object({
    url: z.string(),
    serviceUrl: z.string(),
    botAppId: z.string(),
    tenantId: z.string(),
    token: z.string(),
  }),
});
export type Begin = z.infer<typeof beginSchema>;

/** One question to it, at the time of the story. */
export const askSchema = z.object({
  id: z.number(),
  what: z.enum(["drain", "due", "stop"]),
  now: z.string(),
});
export type Ask = z.infer<typeof askSchema>;

export const toldSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready"), url: z.string(), endpoint: z.string() }),
  z.object({ kind: z.literal("broken"), error: z.string() }),
  z.object({
    kind: z.literal("log"),
    line: z.object({
      code: z.string(),
      id: z.string().optional(),
      kind: z.string().optional(),
      status: z.number().optional(),
      ms: z.number().optional(),
      count: z.number().optional(),
    }),
  }),
  z.object({
    kind: z.literal("done"),
    id: z.number(),
    error: z.string().optional(),
    due: z.string().optional(),
  }),
]);
export type Told = z.input<typeof toldSchema>;
