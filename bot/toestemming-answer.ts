/** What the routes around a toestemming have in common: its view, and the form of their answers. */
import { toestemmingTitle, toestemmingWords } from "#cards/toestemming-dialog.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { loadToestemming } from "#usecases/toestemming.ts";
import { dialogUnder } from "./answer.ts";
import { type Answer, neutraal, type Press } from "./route.ts";

export const consentDialog = dialogUnder(toestemmingTitle);

export const say = (tekst: string): Answer => ({ kind: "melding", tekst });

/** Draws what belongs to how things stand now. */
export async function withConsent(
  { world, actor, subjectId }: Press,
  act: keyof ToestemmingGezien["mag"],
  draw: (gezien: ToestemmingGezien) => Answer,
): Promise<Answer> {
  const gezien = await loadToestemming(world, actor, subjectId);
  if (!gezien) return neutraal;
  return gezien.mag[act] ? draw(gezien) : say(toestemmingWords.notNow);
}
