/** Routes of the toestemming: recording it and taking it back. */
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import {
  gezagCard,
  gezagSubmitted,
  parseToestemming,
  sentOf,
  type ToestemmingData,
  toestemmingCard,
  toestemmingSent,
  toestemmingTitle,
  toestemmingWords,
} from "#cards/toestemming-dialog.ts";
import { intrekForm, intrekSubmitted, toestemmingIntrekkenCard } from "#cards/toestemming-intrekken.ts";
import { refusedFields, veldWords } from "#cards/veld.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { checkGezag, loadToestemming, saveToestemming, withdrawToestemming } from "#usecases/toestemming.ts";
import { byNumber } from "./hulpvraag.ts";
import type { Commands } from "./listen.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

const dialog = (card: Extract<Answer, { kind: "dialoog" }>["card"]): Answer => ({
  kind: "dialoog",
  title: toestemmingTitle,
  card,
});
const say = (tekst: string): Answer => ({ kind: "melding", tekst });

/** Draws what belongs to how things stand now. */
async function withView(
  { world, actor, subjectId }: Press,
  act: keyof ToestemmingGezien["mag"],
  draw: (gezien: ToestemmingGezien) => Answer,
): Promise<Answer> {
  const gezien = await loadToestemming(world, actor, subjectId);
  if (!gezien) return neutraal;
  return gezien.mag[act] ? draw(gezien) : say(toestemmingWords.notNow);
}

/** First gezag, when it is not known whose answer counts; then the answers. */
function form({ stamps }: Press, gezien: ToestemmingGezien, filled: Partial<ToestemmingData> = {}): Answer {
  const token = stamps(gezien.id, gezien.versie);
  const { whose } = gezien;
  if (whose.ok) return dialog(toestemmingCard({ gezien, sent: sentOf(gezien), ...filled }, token));
  return whose.error.kind === "gezag_controleren"
    ? dialog(gezagCard({ gezien }, token))
    : say(toestemmingWords.birthMonth);
}

const open: Route = (press) => withView(press, "vastleggen", (gezien) => form(press, gezien));

const saveGezag: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const parsed = gezagSubmitted.safeParse(press.input);
  if (!parsed.success) {
    const error = veldWords({ kind: "leeg" });
    return withView(press, "vastleggen", (gezien) =>
      dialog(gezagCard({ gezien, ...(error ? { error } : {}) }, press.stamps(id, gezien.versie))),
    );
  }
  const result = await checkGezag(act, { id, versie }, parsed.data.gezag);
  if (result.ok || result.error.kind === "al_gedaan" || result.error.kind === "verouderd") return open(press);
  return result.error.kind === "onzichtbaar" ? neutraal : say(toestemmingWords.notNow);
};

const save: Route = async (press) => {
  const { world, actor, act, subjectId: id, versie } = press;
  const sent = toestemmingSent(press.input);
  const gezien = await loadToestemming(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.whose.ok) return form(press, gezien);
  const parsed = parseToestemming(sent, [...gezien.whose.required, ...gezien.whose.asked]);
  if (!parsed.ok) return form(press, gezien, { sent, problemen: parsed.error });
  const result = await saveToestemming(act, { id, versie }, parsed.value);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return form(press, gezien, { sent, problemen: result.error.problemen });
    case "verouderd":
      return form(press, gezien, { sent, melding: toestemmingWords.stale });
    case "eerst_gezag":
      return form(press, gezien);
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

const vraagIntrekken: Route = (press) =>
  withView(press, "intrekken", (gezien) => {
    const form = { partij: "", op: gezien.vandaag.toString() };
    return dialog(toestemmingIntrekkenCard({ gezien, form }, press.stamps(gezien.id, gezien.versie)));
  });

const trekIn: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const form = intrekForm.parse(press.input);
  const again = (more: Partial<Parameters<typeof toestemmingIntrekkenCard>[0]>) =>
    withView(press, "intrekken", (gezien) =>
      dialog(toestemmingIntrekkenCard({ gezien, form, ...more }, press.stamps(id, gezien.versie))),
    );
  const parsed = intrekSubmitted.safeParse(form);
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const result = await withdrawToestemming(act, { id, versie }, parsed.data);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return again({ problemen: result.error.problemen });
    case "verouderd":
      return again({ melding: toestemmingWords.stale });
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

export const routes: Routes = {
  [toestemmingVerb.open]: open,
  [toestemmingVerb.gezag]: saveGezag,
  [toestemmingVerb.opslaan]: save,
  [toestemmingVerb.vraagIntrekken]: vraagIntrekken,
  [toestemmingVerb.intrekken]: trekIn,
};

/** Typed: the card of the hulpvraag has the button; without a number the list of open ones. */
export const commands: Commands = { toestemming_vastleggen: byNumber, toestemming_intrekken: byNumber };
