/** What the routes around a toestemming have in common: its view, and the form of their answers. */
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import {
  plaatsVelden,
  type ToestemmingData,
  toestemmingSent,
  toestemmingTitle,
  toestemmingWords,
} from "#cards/toestemming-dialog.ts";
import { replaced } from "#domain/screening-keuze.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { todayIn } from "#domain/today.ts";
import { textProblem } from "#domain/veld.ts";
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

/** The form with the findings of one place taken out; nothing is kept yet. A place may be called after somebody. */
export function withoutFound({
  world,
  input,
}: Press): Pick<ToestemmingData, "sent" | "problemen" | "melding"> {
  const sent = toestemmingSent(input);
  const today = todayIn(world.clock.now());
  const { vervang } = screeningSubmitted(input, plaatsVelden);
  if (!vervang) return { sent };
  const after = { ...sent, [vervang]: replaced(sent[vervang], { today }) };
  const found = plaatsVelden.flatMap((veld) => {
    const problem = textProblem(after[veld], { today, laat: "geen_persoonsgegeven" });
    return problem ? [[veld, problem] as const] : [];
  });
  return { sent: after, problemen: Object.fromEntries(found), melding: screeningWords.replaced };
}
