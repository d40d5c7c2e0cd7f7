import { type ClockMove, loadBoot, ServiceError } from "./api.ts";
import { fill, h } from "./dom.ts";
import { refreshInbox } from "./inbox.ts";
import { text } from "./read.ts";
import type { Room } from "./state.ts";
import { dayAndTime } from "./time.ts";

const moves: { label: string; to: () => Promise<ClockMove> }[] = [
  { label: "+ 1 uur", to: async () => ({ move: "PT1H" }) },
  { label: "+ 1 dag", to: async () => ({ move: "P1D" }) },
  { label: "Naar volgende schooldag 08:00", to: async () => ({ to: (await loadBoot()).nextSchooldag }) },
];

/** Time only goes forward, and everything that is due in between happens on the way. */
export function clockPanel(room: Room): HTMLElement {
  const now = h("p", { class: "clock-now" });
  const progress = h("p", { class: "clock-progress", role: "status" });
  const buttons = moves.map(({ label, to }) =>
    h("button", { type: "button", class: "button", on: { click: () => press(to) } }, label),
  );
  const press = async (to: () => Promise<ClockMove>) => {
    for (const button of buttons) button.disabled = true;
    fill(progress, "De klok loopt…");
    await moveTo(room, to, progress);
    for (const button of buttons) button.disabled = false;
  };
  const show = () => fill(now, dayAndTime(room.now));
  room.onChange(show);
  show();
  void readClock(room);
  const why =
    "Zet de tijd vooruit. Herinneringen en overleggen komen dan vanzelf. Dit geldt voor iedereen in de oefenwereld. Terug kan niet.";
  return h("div", {}, now, h("p", {}, why), h("div", { class: "clock-buttons" }, ...buttons), progress);
}

/** The practice world's clock runs on its own; the page asks now and then. */
export async function readClock(room: Room): Promise<void> {
  const boot = await loadBoot().catch(() => undefined);
  if (!boot || boot.now === room.now) return;
  room.now = boot.now;
  room.changed();
}

async function moveTo(room: Room, to: () => Promise<ClockMove>, progress: HTMLElement): Promise<void> {
  try {
    let steps = 0;
    await room.api.clock(await to(), (line) => {
      if (typeof line.steps === "number") steps = line.steps;
      const at = text(line.progress, line.now);
      if (at !== "") fill(progress, `De klok loopt… ${dayAndTime(at)}`);
    });
    await readClock(room);
    await refreshInbox(room);
    fill(progress, `Klaar. Het is nu ${dayAndTime(room.now)}. ${happened(steps)}`);
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) hideClock(room);
    else fill(progress, error instanceof ServiceError ? error.message : "De klok kon niet vooruit.");
  }
}

function happened(steps: number): string {
  if (steps === 0) return "Onderweg gebeurde er niets.";
  return steps === 1 ? "Onderweg gebeurde er één ding." : `Onderweg gebeurden er ${steps} dingen.`;
}

/** This world's clock cannot be moved from here. */
function hideClock(room: Room): void {
  room.hasClock = false;
  room.panel = undefined;
  room.changed();
}
