/** Two items, of which leerplicht may be asked for the second one alone; and the dialog in which their round is planned. */
import { joins } from "./leak-scene.ts";
import { regenboog, upTo } from "./path.ts";
import type { Pressed, Story } from "./story.ts";

export const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
/** Nobody of outside may know of it. */
export const other = { ...regenboog, leerling: "Anders Geheimpje" };
export const own = { ...regenboog, partners: `${regenboog.partners},leerplicht` };

export async function twoItems(s: Story): Promise<Pressed> {
  await joins(s, "marijke", "leerplicht");
  await upTo(s, "klaarzetten", other);
  await s.wait("PT1H");
  await upTo(s, "klaarzetten", own);
  await s.say("noor", "plan overleg");
  return s.press("noor", "Overleg plannen");
}
