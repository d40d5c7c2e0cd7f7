/** A hulpvraag that stands still for a while, from its card and from what can be arranged around the regierol. */
import { pauzeCard, pauzeSubmitted, pauzeWords } from "#cards/pauze.ts";
import { pauzeVerb } from "#cards/pauze-verb.ts";
import { pressWords } from "#cards/press.ts";
import { askPauze, gaVerder, pauzeer } from "#usecases/pauze.ts";
import { dialogUnder } from "./answer.ts";
import { pressed, sent } from "./regierol.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

const shown = dialogUnder(pauzeWords.dialogTitle);

async function form(
  { world, actor, subjectId, stamps }: Press,
  filled: Parameters<typeof pauzeCard>[2] = {},
): Promise<Answer> {
  const vraag = await askPauze(world, actor, subjectId);
  return vraag
    ? shown(pauzeCard(vraag, stamps(vraag.id, vraag.versie), filled))
    : { kind: "melding", tekst: pressWords.stale };
}

const opslaan: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const filled = pauzeSubmitted.parse(input);
  const result = await pauzeer(act, { id, versie }, filled);
  if (result.ok) return { kind: "klaar", melding: pauzeWords.begonnen(result.value) };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return form(press, { form: filled, problemen: error.problemen });
    case "te_vaak":
      return { kind: "melding", tekst: pauzeWords.teVaak(error.keren) };
    default:
      return sent({ ok: false, error }, "");
  }
};

const verder: Route = async ({ act, subjectId: id, versie }) =>
  pressed(id, await gaVerder(act, { id, versie }), pauzeWords.verder);

const stoppen: Route = async ({ act, subjectId: id, versie }) =>
  sent(await gaVerder(act, { id, versie }), pauzeWords.verder);

export const routes: Routes = {
  [pauzeVerb.vraag]: (press) => form(press),
  [pauzeVerb.opslaan]: opslaan,
  [pauzeVerb.verder]: verder,
  [pauzeVerb.stoppen]: stoppen,
};
