import { loadBoot, ServiceError } from "./api.ts";
import { fill, h } from "./dom.ts";
import { text } from "./read.ts";
import { type Room, refreshInbox } from "./state.ts";
import { dayAndTime } from "./time.ts";

/** Time only goes forward, and everything that is due in between happens on the way. */
export function clockPanel(room: Room): HTMLElement {
  const now = h("p", { class: "clock-now" });
  const progress = h("p", { class: "clock-progress", role: "status" });
  const buttons: HTMLButtonElement[] = [];
  const move = async (to: string) => {
    for (const button of buttons) button.disabled = true;
    fill(progress, "De klok loopt…");
    await moveTo(room, to, progress);
    for (const button of buttons) button.disabled = false;
  };
  const add = (label: string, to: () => Promise<string>) => {
    buttons.push(
      h("button", { type: "button", class: "button", on: { click: async () => move(await to()) } }, label),
    );
  };
  add("+ 1 uur", async () => "PT1H");
  add("+ 1 dag", async () => "P1D");
  add("Naar volgende schooldag 08:00", async () => (await loadBoot()).nextSchooldag);
  const show = () => fill(now, dayAndTime(room.now));
  room.onChange(show);
  show();
  void loadBoot().then((boot) => {
    room.now = boot.now;
    room.changed();
  });
  const why = h(
    "p",
    {},
    "Zet de tijd vooruit. Herinneringen en overleggen komen dan vanzelf. Dit geldt voor iedereen in de oefenwereld. Terug kan niet.",
  );
  return h("div", {}, now, why, h("div", { class: "clock-buttons" }, ...buttons), progress);
}

async function moveTo(room: Room, to: string, progress: HTMLElement): Promise<void> {
  let steps = 0;
  try {
    await room.api.clock(to, (line) => {
      steps += 1;
      room.now = text(line.now, line.at, room.now);
      fill(progress, text(line.text, line.message, line.summary, `Het is nu ${dayAndTime(room.now)}.`));
      room.changed();
    });
    room.now = (await loadBoot()).now;
    fill(
      progress,
      `Klaar. Het is nu ${dayAndTime(room.now)}.${steps > 1 ? ` Er gebeurden ${steps} dingen.` : ""}`,
    );
    await refreshInbox(room);
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) hideClock(room);
    else fill(progress, error instanceof ServiceError ? error.message : "De klok kon niet vooruit.");
  }
  room.changed();
}

/** This world's clock cannot be moved from here. */
function hideClock(room: Room): void {
  room.hasClock = false;
  room.panel = undefined;
}
