export type Child = Node | string | undefined | false;
type Listener = (event: never) => void;
export type Props = {
  class?: string;
  on?: Record<string, Listener>;
  [attribute: string]: unknown;
};

/** Builds an element; text goes in as text nodes, so nothing typed by anyone is ever read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on" || value === undefined || value === false || value === null) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [kind, listener] of Object.entries(props.on ?? {})) {
    element.addEventListener(kind, listener as (event: Event) => void);
  }
  fill(element, ...children);
  return element;
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
}

/** Text for a screen reader only. */
export function spoken(text: string): HTMLElement {
  return h("span", { class: "spoken" }, text);
}

/** Icons are drawn by us (24×24, stroke); nothing is fetched from elsewhere. */
const paths: Record<string, string> = {
  chat: "M4 5h16v11H9l-4 4v-4H4z",
  people:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-6 8c0-3 3-5 6-5s6 2 6 5M16 11a3 3 0 1 0-1-5.8M17 14c2.5.5 4 2.5 4 5",
  steps: "M5 6l1.5 1.5L9 5M5 12l1.5 1.5L9 11M5 18l1.5 1.5L9 17M12 6h8M12 12h8M12 18h8",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4v4l3 2",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  view: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 1 1 0 16",
  send: "M4 12L20 4l-5 16-3.5-6.5zM11.5 13.5L20 4",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  phone: "M8 3h8v18H8zM11 18h2",
  moon: "M19 14a8 8 0 0 1-9-10 8 8 0 1 0 9 10z",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7",
  reply: "M10 6l-6 6 6 6M4 12h10c4 0 6 2 6 6",
};

export function icon(name: keyof typeof paths | string): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name] ?? "");
  svg.append(path);
  return svg;
}

type IconButton = {
  icon: string;
  label: string;
  class?: string;
  press?: () => void;
  type?: "button" | "submit";
};

/** A button that is only a picture; the label is what a screen reader says and a mouse shows. */
export function iconButton(button: IconButton): HTMLButtonElement {
  const { label, press, type = "button" } = button;
  const props = { type, class: `plain ${button.class ?? ""}`.trim(), title: label, "aria-label": label };
  return h("button", { ...props, on: press ? { click: press } : {} }, icon(button.icon));
}
