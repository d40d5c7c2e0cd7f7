import { applyView, readAddress } from "./address.ts";
import { createApi, loadBoot } from "./api.ts";
import { personBy } from "./conversations.ts";
import { fill, h } from "./dom.ts";
import { openRoom } from "./shell.ts";
import { startView } from "./start.ts";
import { createRoom } from "./state.ts";

const app = document.querySelector("#app") ?? document.body;

applyView();
try {
  await start();
} catch (error) {
  fill(app, sorry());
  throw error;
}

async function start(): Promise<void> {
  const boot = await loadBoot();
  const api = createApi(boot.serviceBase);
  const world = await api.world();
  const { as } = readAddress();
  const me = as === undefined ? undefined : personBy(world, as);
  if (!me) return fill(app, startView(world, as));
  document.title = `${me.name} · Oefenomgeving Zorgronde`;
  const commands = world.commands.length > 0 ? world.commands : boot.commands;
  await openRoom(createRoom(api, boot, { ...world, commands }, me), app);
}

function sorry(): HTMLElement {
  const again = h(
    "button",
    { type: "button", class: "button button-primary", on: { click: () => location.reload() } },
    "Probeer opnieuw",
  );
  return h(
    "main",
    { class: "loading" },
    h("h1", {}, "De oefenomgeving geeft geen antwoord"),
    h("p", {}, "Draait npm start nog?"),
    again,
  );
}
