import { readAddress } from "./address.ts";
import { avatar } from "./avatar.ts";
import { fill, h, iconButton, spoken } from "./dom.ts";
import { otherTheme, setView } from "./panel.ts";
import type { Room } from "./state.ts";
import { shortDay, timeOfDay } from "./time.ts";

/** The bar at the top: the practice world's time, light or dark, telephone or not, and who one is. */
export function topView(room: Room): HTMLElement {
  const clock = h("span", { class: "top-clock" });
  const offline = h("span", { class: "top-offline", role: "status" });
  const change = () => setView({ theme: otherTheme() });
  const theme = iconButton({ icon: "moon", label: "Licht of donker", press: change });
  room.onChange(() => {
    fill(clock, spoken("Het is in de oefenwereld "), `${shortDay(room.now)} ${timeOfDay(room.now)}`);
    offline.textContent = room.isOnline ? "" : "Geen verbinding";
  });
  const title = h("h1", { class: "top-title" }, "Zorgronde");
  return h("header", { class: "top" }, title, offline, clock, theme, phoneButton(), who(room));
}

function phoneButton(): HTMLElement {
  const isPhone = () => readAddress().phone === "1";
  const press = () => setView({ phone: isPhone() ? undefined : "1" });
  const button = iconButton({ icon: "phone", label: "Telefoon", class: "top-phone", press });
  const show = () => button.setAttribute("aria-pressed", String(isPhone()));
  addEventListener("resize", show);
  show();
  return button;
}

function who({ world, me }: Room): HTMLElement {
  const name = h("span", { class: "top-name" }, h("strong", {}, me.name), h("span", {}, me.functionLabel));
  return h("span", { class: "top-who" }, avatar(world, me.id), name);
}
