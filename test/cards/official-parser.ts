/** The official renderer's own reading of a card, without a browser: what it does not understand, it reports. */
import { createRequire } from "node:module";

/** The bundle, because the package's separate modules only load in a bundler. */
const official: typeof import("adaptivecards") = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.min.js",
);

export function parseProblems(json: unknown): string[] {
  const context = new official.SerializationContext(official.Versions.v1_5);
  const card = new official.AdaptiveCard();
  card.hostConfig = new official.HostConfig({ actions: { maxActions: 6 } });
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validation = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...new Set([...events, ...validation])].map((message) => `the official renderer says: ${message}`);
}
