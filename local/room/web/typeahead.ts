import type * as Renderer from "adaptivecards";
import { h } from "./dom.ts";
import type { Typeaheads } from "./prepare.ts";

declare const AdaptiveCards: typeof Renderer;

type Fetch = (input: string, words: string) => Promise<{ title: string; value: string }[]>;

/**
 * The renderer puts the chosen value (an id) in a search field, where a person should read the title,
 * and ties the label to the box around the field, where a screen reader does not look.
 */
export function mendSearchFields(card: Renderer.AdaptiveCard): void {
  for (const input of choiceSets(card)) {
    const field = searchField(input);
    const labels = field?.parentElement?.getAttribute("aria-labelledby");
    if (labels) {
      field?.setAttribute("aria-labelledby", labels);
      field?.parentElement?.removeAttribute("aria-labelledby");
    }
    const chosen = input.choices.find((choice) => choice.value === field?.value);
    if (field && chosen?.title) field.value = chosen.title;
  }
}

/** Fills the list under a search field with what the bot finds for the words typed so far. */
export function fetchWhileTyping(
  card: Renderer.AdaptiveCard,
  typeaheads: Typeaheads,
  fetchChoices: Fetch,
): void {
  for (const input of choiceSets(card)) {
    const field = searchField(input);
    if (!typeaheads.has(input.id ?? "") || !field) continue;
    let planned: ReturnType<typeof setTimeout> | undefined;
    field.addEventListener("input", () => {
      clearTimeout(planned);
      planned = setTimeout(() => void load(input, field, fetchChoices), 150);
    });
  }
}

async function load(
  input: Renderer.ChoiceSetInput,
  field: HTMLInputElement,
  fetchChoices: Fetch,
): Promise<void> {
  if (!isWaiting(field)) return;
  const words = field.value;
  const found = await fetchChoices(input.id ?? "", words);
  if (field.value !== words) return;
  const known = new Set(input.choices.map((choice) => choice.value));
  const fresh = found.filter((choice) => !known.has(choice.value));
  input.choices.push(...fresh.map((choice) => new AdaptiveCards.Choice(choice.title, choice.value)));
  field.list?.append(...fresh.map((choice) => h("option", { value: choice.title })));
}

/** A card that was pressed meanwhile may be another by the time the bot is asked; then nobody waits for this list. */
function isWaiting(field: HTMLInputElement): boolean {
  return field.isConnected && field.closest(".card")?.querySelector(".busy") === null;
}

function choiceSets(card: Renderer.AdaptiveCard): Renderer.ChoiceSetInput[] {
  return card.getAllInputs().filter((input) => input instanceof AdaptiveCards.ChoiceSetInput);
}

function searchField(input: Renderer.ChoiceSetInput): HTMLInputElement | undefined {
  const field = input.renderedElement?.querySelector("input.ac-choiceSetInput-filtered");
  return field instanceof HTMLInputElement ? field : undefined;
}
