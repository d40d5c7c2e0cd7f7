import { type Json, visit } from "./action-index.ts";
import type { Person } from "./types.ts";

/** Ids of inputs that fetch their choices while one types. */
export type Typeaheads = Set<string>;

/**
 * The renderer knows neither Teams' people picker nor its typeahead. People become plain choices;
 * other datasets are remembered for the caller, who fetches while somebody types.
 */
export function prepareChoices(card: Json, people: readonly Person[]): Typeaheads {
  const typeaheads: Typeaheads = new Set();
  visit(card, false, (node) => {
    const query = node["choices.data"];
    if (node.type !== "Input.ChoiceSet" || typeof query !== "object" || query === null) return;
    const dataset = String((query as Json).dataset ?? "");
    delete node["choices.data"];
    const fixed = Array.isArray(node.choices) ? node.choices : [];
    if (dataset.startsWith("graph.microsoft.com/users")) node.choices = [...fixed, ...people.map(choice)];
    else if (typeof node.id === "string") {
      typeaheads.add(node.id);
      node.choices = fixed;
    }
    if (node.isMultiSelect !== true) node.style = "filtered";
  });
  return typeaheads;
}

const choice = (person: Person) => ({
  title: person.functionLabel === "" ? person.name : `${person.name} (${person.functionLabel})`,
  value: person.aadObjectId || person.id,
});
