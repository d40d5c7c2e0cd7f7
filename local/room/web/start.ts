import { h } from "./dom.ts";
import { peopleList } from "./people.ts";
import type { World } from "./types.ts";

/** The first page: choose who you are. */
export function startView(world: World, unknown?: string): HTMLElement {
  const sorry =
    unknown === undefined
      ? undefined
      : h(
          "p",
          { class: "start-sorry", role: "alert" },
          `“${unknown}” kennen we niet. Kies iemand uit de lijst.`,
        );
  const intro = h(
    "div",
    { class: "start-intro" },
    h("p", { class: "start-mark", "aria-hidden": "true" }, "Z"),
    h("h1", {}, "Wie ben je?"),
    h(
      "p",
      {},
      "Dit is de oefenomgeving van Zorgronde. Ze werkt als Teams. Kies iemand en oefen. Open gerust meer vensters: in elk venster ben je iemand anders.",
    ),
    h(
      "p",
      { class: "start-safe" },
      "Alle kinderen, scholen en collega's zijn verzonnen. Gebruik nooit gegevens van een echt kind.",
    ),
  );
  return h("main", { class: "start", id: "talk", tabindex: "-1" }, intro, sorry, peopleList(world));
}
