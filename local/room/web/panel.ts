import { togglePanel } from "./actions.ts";
import { addressOf, applyView, isDark, readAddress, writeAddress } from "./address.ts";
import { clockPanel } from "./clock.ts";
import { fill, h, icon, iconButton } from "./dom.ts";
import { filesPanel } from "./files.ts";
import { peopleList } from "./people.ts";
import { stored } from "./seen.ts";
import type { Panel, Room } from "./state.ts";
import { practiceSteps, type Step } from "./steps.ts";

const titles: Record<Panel, string> = {
  steps: "Oefenen in tien stappen",
  people: "Wie wil je zijn?",
  clock: "Klok van de oefenwereld",
  files: "Bestanden",
  view: "Beeld",
};

const bodies: Record<Panel, (room: Room) => HTMLElement> = {
  steps: stepsPanel,
  people: (room) => peopleList(room.world, room.me),
  clock: clockPanel,
  files: filesPanel,
  view: viewPanel,
};

/** One panel at the right; on a phone it takes the whole screen. */
export function panelView(room: Room): HTMLElement {
  const title = h("h2", { id: "panel-title" });
  const body = h("div", { class: "panel-body" });
  const leave = () => togglePanel(room, undefined);
  const close = iconButton({ icon: "close", label: "Paneel sluiten", press: leave });
  const panel = h(
    "aside",
    { class: "panel", "aria-labelledby": "panel-title" },
    h("header", { class: "panel-head" }, title, close),
    body,
  );
  let shown: Panel | undefined;
  room.onChange(() => {
    panel.hidden = room.panel === undefined;
    if (room.panel === shown) return;
    shown = room.panel;
    if (shown === undefined) return fill(body);
    title.textContent = titles[shown];
    fill(body, bodies[shown](room));
  });
  return panel;
}

function stepsPanel(room: Room): HTMLElement {
  const key = "oefenomgeving:stappen";
  const done = stored(key);
  const save = (index: number, isDone: boolean) => {
    done[index] = isDone ? "ja" : "nee";
    localStorage.setItem(key, JSON.stringify(done));
  };
  const rows = practiceSteps(room.world, room.me).map((step, index) => {
    const box = h("input", { type: "checkbox", id: `step-${index}`, checked: done[index] === "ja" });
    box.addEventListener("change", () => save(index, box.checked));
    return h(
      "li",
      { class: "step" },
      box,
      h(
        "div",
        {},
        h("label", { for: `step-${index}` }, `${index + 1}. ${step.title}`),
        ...stepText(room, step),
      ),
    );
  });
  const intro = h(
    "p",
    {},
    "Doe de stappen na elkaar. Je speelt steeds iemand anders. Alle kinderen zijn verzonnen, er kan niets misgaan.",
  );
  return h("div", {}, intro, h("ol", { class: "steps" }, ...rows));
}

function stepText(room: Room, step: Step): (HTMLElement | false)[] {
  const { who } = step;
  const be =
    who &&
    (who.id === room.me.id
      ? h("span", { class: "step-who" }, `Wees: ${who.name} (dat ben je nu)`)
      : h(
          "a",
          { class: "step-who", href: addressOf(who.id), target: `oefen-${who.id}` },
          `Wees: ${who.name}, ${who.functionLabel}`,
          icon("open"),
        ));
  return [
    h("p", {}, step.todo),
    step.say !== undefined && h("p", { class: "step-say" }, "Typ: ", h("kbd", {}, step.say)),
    be ?? false,
  ];
}

function viewPanel(): HTMLElement {
  const themes = [
    ["", "Zoals op deze computer"],
    ["light", "Licht"],
    ["dark", "Donker"],
  ] as const;
  const current = readAddress().theme ?? "";
  const choices = themes.map(([value, label]) => {
    const radio = h("input", { type: "radio", name: "theme", value, checked: value === current });
    radio.addEventListener("change", () => setView({ theme: value || undefined }));
    return h("label", { class: "choice" }, radio, label);
  });
  const phone = h("input", { type: "checkbox", checked: readAddress().phone === "1" });
  phone.addEventListener("change", () => setView({ phone: phone.checked ? "1" : undefined }));
  return h(
    "div",
    {},
    h("fieldset", { class: "choices" }, h("legend", {}, "Kleuren"), ...choices),
    h("label", { class: "choice" }, phone, "Zo breed als een telefoon"),
  );
}

export function setView(change: { theme?: string | undefined; phone?: string | undefined }): void {
  writeAddress(change as Record<string, string | undefined>, "replace");
  applyView();
  dispatchEvent(new Event("resize"));
}

export const otherTheme = (): string => (isDark() ? "light" : "dark");
