/** Routes by which what is kept is put right: values and texts, or a note beside a besluit or actie. */
import {
  type CorrectieData,
  correctieCard,
  correctieForm,
  correctieOf,
  correctieSubmitted,
  correctieWords,
  type NotitieData,
  notitieCard,
  notitieForm,
  notitieSubmitted,
} from "#cards/correctie.ts";
import { nietVoorCard } from "#cards/inzage.ts";
import { rechtenVerb } from "#cards/rechten-verb.ts";
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { refusedFields } from "#cards/veld.ts";
import { stap2Teksten } from "#domain/intake.ts";
import { replaced } from "#domain/screening-keuze.ts";
import { todayIn } from "#domain/today.ts";
import { textProblems } from "#domain/veld.ts";
import {
  addNotitie,
  type CorrectieGezien,
  type CorrectieUitkomst,
  correct,
  loadCorrectie,
} from "#usecases/correctie.ts";
import { dialogOf } from "./rechten.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

/** Draws what belongs to how things stand now. */
async function withView(
  { world, actor, subjectId }: Press,
  draw: (gezien: CorrectieGezien) => Answer,
): Promise<Answer> {
  const gezien = await loadCorrectie(world, actor, subjectId);
  return gezien ? draw(gezien) : neutraal;
}

/** Done; or not for who asks, and what then. */
async function outcome(press: Press, uitkomst: CorrectieUitkomst, melding: string): Promise<Answer> {
  if (uitkomst.kind === "gecorrigeerd") return { kind: "klaar", melding };
  return withView(press, ({ referentie }) =>
    dialogOf(nietVoorCard({ referentie, recht: "correctie", waarom: uitkomst.waarom })),
  );
}

const form = (press: Press, filled: Partial<CorrectieData> = {}) =>
  withView(press, (gezien) =>
    dialogOf(
      correctieCard(
        { ...gezien, form: correctieOf(gezien.waarden), ...filled },
        press.stamps(gezien.id, gezien.versie),
      ),
    ),
  );

const vraagCorrectie: Route = (press) => form(press);

/** The form with the findings of one text taken out; nothing is kept yet. */
const vervangIn: Route = (press) => {
  const sent = correctieForm.parse(press.input);
  const { vervang, laat } = screeningSubmitted(press.input, stap2Teksten);
  if (!vervang) return form(press, { form: sent, laat });
  const after = { ...sent, [vervang]: withoutFound(press, sent[vervang], sent.naam) };
  const { vraag, gedaanToelichting, oudersVraag } = after;
  const screened = { known: { naam: sent.naam }, today: todayIn(press.world.clock.now()) };
  const problemen = textProblems({ vraag, gedaanToelichting, oudersVraag }, screened, laat) ?? {};
  return form(press, { form: after, laat, problemen, melding: screeningWords.replaced });
};

function withoutFound({ world }: Press, text: string, naam: string): string {
  return replaced(text, { known: { naam }, today: todayIn(world.clock.now()) });
}

const corrigeer: Route = async (press) => {
  const sent = correctieForm.parse(press.input);
  const { laat } = screeningSubmitted(press.input, stap2Teksten);
  const parsed = correctieSubmitted.safeParse(sent);
  if (!parsed.success) return form(press, { form: sent, laat, problemen: refusedFields(parsed.error, sent) });
  const { subjectId: id, versie } = press;
  const result = await correct(press.act, { id, versie }, { ...parsed.data, laat });
  if (result.ok) return outcome(press, result.value, correctieWords.done);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "verouderd":
      return form(press, { form: sent, laat, melding: correctieWords.stale });
    case "velden":
      return form(press, { form: sent, laat, problemen: result.error.problemen });
    case "niets_anders":
      return form(press, { form: sent, laat, melding: correctieWords.nothing });
    case "bestaat_al":
      return form(press, { form: sent, laat, melding: correctieWords.double(result.error.referentie) });
  }
};

const note = (press: Press, filled: Partial<NotitieData> = {}) =>
  withView(press, (gezien) =>
    dialogOf(
      notitieCard(
        { ...gezien, form: notitieForm.parse({}), ...filled },
        press.stamps(gezien.id, gezien.versie),
      ),
    ),
  );

const vraagNotitie: Route = (press) => note(press);

const vervangInNotitie: Route = (press) => {
  const sent = notitieForm.parse(press.input);
  return withView(press, (gezien) => {
    const tekst = withoutFound(press, sent.tekst, gezien.waarden.naam);
    const data = { ...gezien, form: { ...sent, tekst }, melding: screeningWords.replaced };
    return dialogOf(notitieCard(data, press.stamps(gezien.id, gezien.versie)));
  });
};

const noteer: Route = async (press) => {
  const sent = notitieForm.parse(press.input);
  const { laat } = screeningSubmitted(press.input, ["tekst"]);
  const parsed = notitieSubmitted.safeParse(sent);
  if (!parsed.success) return note(press, { form: sent, laat, problemen: refusedFields(parsed.error, sent) });
  const { subjectId: id, versie } = press;
  const result = await addNotitie(press.act, { id, versie }, { ...parsed.data, laat });
  if (result.ok) return outcome(press, result.value, correctieWords.noted);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "verouderd":
      return note(press, { form: sent, laat, melding: correctieWords.stale });
    case "velden":
      return note(press, { form: sent, laat, problemen: result.error.problemen });
  }
};

export const routes: Routes = {
  [rechtenVerb.vraagCorrectie]: vraagCorrectie,
  [rechtenVerb.corrigeren]: corrigeer,
  [rechtenVerb.vervangCorrectie]: vervangIn,
  [rechtenVerb.vraagNotitie]: vraagNotitie,
  [rechtenVerb.noteren]: noteer,
  [rechtenVerb.vervangNotitie]: vervangInNotitie,
};
