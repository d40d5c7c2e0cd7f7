import type * as Renderer from "adaptivecards";
import { actionName, type CardAction, indexActions, type Json } from "./action-index.ts";
import { h } from "./dom.ts";
import { teamsHostConfig } from "./host-config.ts";
import { markdownToHtml } from "./markdown.ts";
import { showOverflow } from "./overflow.ts";
import { prepareChoices } from "./prepare.ts";
import { fetchWhileTyping, mendSearchFields } from "./typeahead.ts";
import type { Person } from "./types.ts";

declare const AdaptiveCards: typeof Renderer;

export type CardPress = { action: string; nth: number; data: Json };
export type CardUse = {
  people: readonly Person[];
  /** Resolves when the answer has come; until then the button shows that it is busy. */
  press: (press: CardPress) => Promise<void>;
  typeahead: (input: string, words: string) => Promise<{ title: string; value: string }[]>;
  openUrl: (url: string) => void;
};

/** Draws a card as Teams would. The card reports what was pressed and with which values; it decides nothing. */
export function renderCard(source: Json, use: CardUse): HTMLElement {
  prepareRenderer();
  const { card: json, actions } = indexActions(source);
  const isFull = String((json.msteams as Json | undefined)?.width ?? "").toLowerCase() === "full";
  const host = h("div", { class: isFull ? "card card-full" : "card", lang: json.lang ?? "nl" });
  if (!isKnownVersion(json.version)) return withText(host, json);
  const typeaheads = prepareChoices(json, use.people);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(teamsHostConfig);
  card.onExecuteAction = (action) => void execute(action, actions, host, use);
  card.onDisplayOverflowActionMenu = (hidden, target) => showOverflow(host, hidden, target);
  card.parse(json);
  const drawn = card.render();
  if (!drawn) return withText(host, json);
  host.append(drawn);
  mendSearchFields(card);
  fetchWhileTyping(card, typeaheads, use.typeahead);
  return host;
}

/** Teams draws cards of a bot up to 1.5; on a telephone a card without a version is refused. */
function isKnownVersion(version: unknown): boolean {
  return typeof version === "string" && /^1\.[0-5]$/.test(version);
}

/** The renderer itself never shows this text. */
function withText(host: HTMLElement, json: Json): HTMLElement {
  const text =
    typeof json.fallbackText === "string" ? json.fallbackText : "Deze kaart kan hier niet worden getoond.";
  host.append(h("p", { class: "card-text" }, text));
  return host;
}

let isPrepared = false;

function prepareRenderer(): void {
  if (isPrepared) return;
  isPrepared = true;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
  AdaptiveCards.Strings.defaults.overflowButtonText = () => "…";
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => "Meer acties";
  AdaptiveCards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
}

async function execute(
  action: Renderer.Action,
  actions: Map<string, CardAction>,
  host: HTMLElement,
  use: CardUse,
): Promise<void> {
  if (action instanceof AdaptiveCards.OpenUrlAction) return use.openUrl(action.url ?? "");
  const known = actions.get(action.id ?? "");
  if (!known || !(action instanceof AdaptiveCards.SubmitActionBase)) return;
  const button = pressed(action, host);
  const hadFocus = button !== undefined && button === document.activeElement;
  setBusy(button, true);
  try {
    await use.press({ ...actionName(known, actions.values()), data: inputsOf(action) });
  } finally {
    setBusy(button, false);
    // Going out of use took the focus away; nobody else has taken it since.
    if (hadFocus && document.activeElement === document.body && button instanceof HTMLElement) button.focus();
  }
}

/**
 * What the fields hold now; the action's own data stands in the card, where the service finds it. An empty field is
 * sent as empty: left out, the service would take the value that the card came with.
 */
function inputsOf(action: Renderer.SubmitActionBase): Json {
  const inputs = Object.values(action.getReferencedInputs() ?? {}).filter((input) => input.id);
  return Object.fromEntries(inputs.map((input) => [input.id, input.isSet() ? String(input.value) : ""]));
}

/** A button in the overflow menu has gone when the answer is awaited; then the "…" shows the waiting. */
function pressed(action: Renderer.Action, host: HTMLElement): Element | undefined {
  const focused = document.activeElement;
  return action.renderedElement ?? (focused && host.contains(focused) ? focused : undefined);
}

function setBusy(element: Element | undefined, isBusy: boolean): void {
  if (!element) return;
  element.classList.toggle("busy", isBusy);
  if (isBusy) element.setAttribute("aria-busy", "true");
  else element.removeAttribute("aria-busy");
  if (element instanceof HTMLButtonElement) element.disabled = isBusy;
}
