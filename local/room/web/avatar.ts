import { isBot, nameOf } from "./conversations.ts";
import { h, icon } from "./dom.ts";
import { initials } from "./initials.ts";
import type { World } from "./types.ts";

const tints = 7;

/** Initials of an invented colleague on a colour that stays the same; decoration, the name stands beside it. */
export function avatar(world: World, key: string): HTMLElement {
  if (isBot(world, key)) return h("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, "Z");
  const name = nameOf(world, key);
  return h("span", { class: `avatar tint-${tint(name)}`, "aria-hidden": "true" }, initials(name));
}

export function groupAvatar(kind: "chat" | "channel", name: string): HTMLElement {
  if (kind === "chat")
    return h("span", { class: "avatar avatar-group", "aria-hidden": "true" }, icon("people"));
  return h("span", { class: `avatar avatar-team tint-${tint(name)}`, "aria-hidden": "true" }, initials(name));
}

function tint(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % tints;
}
