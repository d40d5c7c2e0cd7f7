import { addressOf } from "./address.ts";
import { avatar } from "./avatar.ts";
import { fill, h, icon } from "./dom.ts";
import type { Person, World } from "./types.ts";

type Group = { name: string; people: Person[] };

/** Everybody one can be, by zorgteam and then by function, with a field to find somebody. */
export function peopleList(world: World, me?: Person): HTMLElement {
  const groups = groupsOf(world);
  const list = h("div", { class: "people" });
  const field = h("input", {
    type: "search",
    class: "people-search",
    "aria-label": "Zoek op naam, functie of school",
    placeholder: "Zoek op naam, functie of school",
  });
  const show = () => {
    const words = field.value.trim().toLowerCase();
    const matches = (group: Group) =>
      group.people.filter((person) =>
        `${group.name} ${person.name} ${person.functionLabel} ${person.about}`.toLowerCase().includes(words),
      );
    const shown = groups
      .map((group) => ({ name: group.name, people: matches(group) }))
      .filter((group) => group.people.length > 0);
    fill(
      list,
      ...(shown.length > 0
        ? shown.map((group) => section(world, group, me))
        : [h("p", {}, "Niemand gevonden.")]),
    );
  };
  field.addEventListener("input", show);
  show();
  return h("div", {}, field, list);
}

/** Each person once, in the first zorgteam they belong to; who has none is grouped by organisation. */
export function groupsOf(world: World): Group[] {
  const groups = new Map<string, Person[]>(world.teams.map((team) => [team.name, []]));
  for (const person of world.people) {
    const team = world.teams.find((item) => item.members.includes(person.id));
    const tenant = world.tenants.find((item) => item.id === person.tenantId);
    const name = team?.name ?? tenant?.name ?? "Overige mensen";
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups]
    .filter(([, people]) => people.length > 0)
    .map(([name, people]) => ({ name, people: byFunction(people) }));
}

/** The same functions together, in the order in which the world names them. */
function byFunction(people: Person[]): Person[] {
  return [...Map.groupBy(people, (person) => person.functionLabel).values()].flat();
}

function section(world: World, group: Group, me?: Person): HTMLElement {
  const rows = group.people.map((person) => h("li", { class: "person" }, ...personRow(world, person, me)));
  return h("section", { class: "people-group" }, h("h3", {}, group.name), h("ul", {}, ...rows));
}

function personRow(world: World, person: Person, me?: Person): HTMLElement[] {
  const others = world.teams.filter((team) => team.members.includes(person.id)).slice(1);
  const also = others.length > 0 ? `Ook in ${others.map((team) => team.name).join(" en ")}.` : "";
  const about = also === "" ? person.about : `${person.about.replace(/\.?$/, ".")} ${also}`;
  const functionText = [person.functionLabel, person.guest ? "gast" : ""].filter(Boolean).join(" · ");
  const isMe = person.id === me?.id;
  const lines = [
    h("span", { class: "person-name" }, isMe ? `${person.name} (jij)` : person.name),
    h("span", { class: "person-function" }, functionText),
    h("span", { class: "person-about" }, about),
  ];
  const open = h(
    "a",
    { class: "person-open", href: addressOf(person.id), "aria-current": isMe && "true" },
    avatar(world, person.id),
    h("span", { class: "person-text" }, ...lines),
  );
  const label = `Open als ${person.name} in nieuw venster`;
  const fresh = h(
    "a",
    {
      class: "person-new",
      href: addressOf(person.id),
      target: `oefen-${person.id}`,
      "aria-label": label,
      title: label,
    },
    icon("open"),
  );
  return [open, fresh];
}
