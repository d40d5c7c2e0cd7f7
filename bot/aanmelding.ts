/** The Loket and the wijkteam, from the card of the hulpvraag: sent, followed, and closed when there is an outcome. */
import {
  aanmeldingenCard,
  aanmeldingWords,
  naLoketCard,
  plekSubmitted,
  sluitenSubmitted,
  stapCard,
  stapSubmitted,
  versturenCard,
  verstuurSubmitted,
} from "#cards/aanmelding.ts";
import { aanmeldingVerb } from "#cards/aanmelding-verb.ts";
import { pressWords } from "#cards/press.ts";
import { meldAan, meldNietAan, sluitNaLoket, zetStap } from "#usecases/aanmelding.ts";
import { dialogUnder } from "./answer.ts";
import { dialog, sent } from "./regierol.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

const shown = dialogUnder(aanmeldingWords.dialogTitle);

const regelen: Route = (press) =>
  dialog(press, "aanmelding_regelen", ({ gezien }, token) => shown(aanmeldingenCard(gezien, token)));

const bijOf = ({ input }: Press) => plekSubmitted.parse(input).bij;
/** A place that is not in the list comes from no card of ours. */
const gone = Promise.resolve<Answer>({ kind: "melding", tekst: pressWords.stale });
const maySend = { loket: "aanmelding_loket", wijkteam: "aanmelding_wijkteam" } as const;

type Filled<T extends (...args: never[]) => unknown> = Omit<Parameters<T>[2] & object, "bij" | "gezien">;

function versturenForm(press: Press, filled: Filled<typeof versturenCard> = {}): Promise<Answer> {
  const bij = bijOf(press);
  if (!bij) return gone;
  return dialog(press, maySend[bij], (facts, token) =>
    shown(versturenCard({ ...facts, alGedaan: facts.gezien.wat?.alGedaan ?? [] }, token, { bij, ...filled })),
  );
}

const versturen: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const bij = bijOf(press);
  if (!bij) return gone;
  const form = verstuurSubmitted.parse(input);
  const result = await meldAan(act, { id, versie }, bij, form);
  if (result.ok) return { kind: "klaar", melding: aanmeldingWords.verstuurd };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return versturenForm(press, { form, problemen: error.problemen });
    case "geen_grondslag":
      return { kind: "melding", tekst: aanmeldingWords.geenGrondslag };
    default:
      return sent({ ok: false, error }, "");
  }
};

const niet: Route = async ({ act, subjectId: id, versie }) =>
  sent(await meldNietAan(act, { id, versie }), aanmeldingWords.niet);

function stapForm(press: Press, filled: Filled<typeof stapCard> = {}): Promise<Answer> {
  const bij = bijOf(press);
  return dialog(press, "aanmelding_stap", (facts, token) => {
    const gezien = facts.gezien.aanmeldingen.find((one) => one.bij === bij && one.volgende.length > 0);
    return gezien
      ? shown(stapCard(facts, token, { gezien, ...filled }))
      : { kind: "melding", tekst: pressWords.stale };
  });
}

const stap: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const bij = bijOf(press);
  if (!bij) return gone;
  const form = stapSubmitted.parse(input);
  const result = await zetStap(act, { id, versie }, bij, form);
  if (result.ok) return { kind: "klaar", melding: aanmeldingWords.gevolgd };
  const { error } = result;
  return error.kind === "velden"
    ? stapForm(press, { form, problemen: error.problemen })
    : sent({ ok: false, error }, "");
};

const sluitenForm = (press: Press, filled: Parameters<typeof naLoketCard>[2] = {}): Promise<Answer> =>
  dialog(press, "loket_afsluiten", (facts, token) => shown(naLoketCard(facts, token, filled)));

const sluiten: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = sluitenSubmitted.parse(input);
  const result = await sluitNaLoket(act, { id, versie }, form);
  if (result.ok) return { kind: "klaar", melding: aanmeldingWords.gesloten };
  const { error } = result;
  return error.kind === "velden"
    ? sluitenForm(press, { form, problemen: error.problemen })
    : sent({ ok: false, error }, "");
};

export const routes: Routes = {
  [aanmeldingVerb.regelen]: regelen,
  [aanmeldingVerb.vraagVersturen]: (press) => versturenForm(press),
  [aanmeldingVerb.versturen]: versturen,
  [aanmeldingVerb.niet]: niet,
  [aanmeldingVerb.vraagStap]: (press) => stapForm(press),
  [aanmeldingVerb.stap]: stap,
  [aanmeldingVerb.vraagSluiten]: (press) => sluitenForm(press),
  [aanmeldingVerb.sluiten]: sluiten,
};
