/** Waiting for help elsewhere, from the card of the hulpvraag or a task: recorded, asked after, and bridged. */
import {
  beslisCard,
  beslisSubmitted,
  geenCard,
  geenSubmitted,
  overbruggingCard,
  overbruggingSubmitted,
  overbruggingZin,
} from "#cards/overbrugging.ts";
import { pressWords } from "#cards/press.ts";
import {
  navraagCard,
  navraagSubmitted,
  plekSubmitted,
  wachtlijstCard,
  wachtlijstWords,
  wachtplekCard,
  wachtplekSubmitted,
} from "#cards/wachtlijst.ts";
import { wachtlijstVerb } from "#cards/wachtlijst-verb.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import type { WachtplekGezien } from "#domain/see-wachtlijst.ts";
import type { HulpSoort } from "#domain/wachtlijst.ts";
import { beslisOverbrugging, geenOverbrugging, spreekOverbruggingAf } from "#usecases/overbrugging.ts";
import { pasWachtplekAan, vraagNa, zetOpWachtlijst } from "#usecases/wachtlijst.ts";
import { loadWachtlijstForm, type WachtlijstFormFacts } from "#usecases/wachtlijst-form.ts";
import { dialogUnder } from "./answer.ts";
import { sent } from "./regierol.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

const shown = dialogUnder(wachtlijstWords.dialogTitle);
const stale: Answer = { kind: "melding", tekst: pressWords.stale };
const geenGrondslag: Answer = { kind: "melding", tekst: wachtlijstWords.geenGrondslag };

/** Draws a dialog from fresh facts; what is not open any more says so. */
async function dialog(
  { world, actor, subjectId, stamps }: Press,
  may: HulpvraagAct,
  draw: (facts: WachtlijstFormFacts, token: ReturnType<Press["stamps"]>) => Answer,
): Promise<Answer> {
  const facts = await loadWachtlijstForm(world, actor, subjectId, may);
  if (facts.ok) return draw(facts.value, stamps(facts.value.id, facts.value.versie));
  return facts.error.kind === "onzichtbaar" ? neutraal : stale;
}

const plekOf = ({ input }: Press): HulpSoort | null => plekSubmitted.parse(input).plek;
const waiting = ({ gezien }: WachtlijstFormFacts, soort: HulpSoort | null): WachtplekGezien | undefined =>
  gezien.wachtlijst.find((plek) => plek.soort === soort && plek.stand === "wacht");

const regelen: Route = (press) =>
  dialog(press, "wachtlijst_regelen", ({ gezien }, token) => shown(wachtlijstCard(gezien, token)));

const erbijForm = (press: Press, filled: Parameters<typeof wachtplekCard>[2] = {}): Promise<Answer> =>
  dialog(press, "wachtplek_erbij", (facts, token) => shown(wachtplekCard(facts, token, filled)));

/** Then it is asked at once whether something bridges the wait; who closes that is asked on the card. */
const erbij: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = wachtplekSubmitted.parse(input);
  const result = await zetOpWachtlijst(act, { id, versie }, form);
  if (result.ok) return overbruggingForm(press, { plek: result.value, erbij: true });
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return erbijForm(press, { form, problemen: error.problemen });
    case "geen_grondslag":
      return geenGrondslag;
    default:
      return sent({ ok: false, error }, "");
  }
};

function aanpasForm(
  press: Press,
  filled: Omit<NonNullable<Parameters<typeof wachtplekCard>[2]>, "plek"> = {},
): Promise<Answer> {
  return dialog(press, "wachtplek_aanpassen", (facts, token) => {
    const plek = waiting(facts, plekOf(press));
    return plek ? shown(wachtplekCard(facts, token, { plek, ...filled })) : stale;
  });
}

const aanpassen: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = { ...wachtplekSubmitted.parse(input), soort: plekOf(press) };
  const result = await pasWachtplekAan(act, { id, versie }, form);
  if (result.ok) return { kind: "klaar", melding: wachtlijstWords.aangepast };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return aanpasForm(press, { form, problemen: error.problemen });
    case "geen_grondslag":
      return geenGrondslag;
    default:
      return sent({ ok: false, error }, "");
  }
};

const nagaanForm = (press: Press, filled: Parameters<typeof navraagCard>[2] = {}): Promise<Answer> =>
  dialog(press, "wachtlijst_nagaan", (facts, token) => shown(navraagCard(facts, token, filled)));

const nagaan: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = navraagSubmitted.parse(input);
  const result = await vraagNa(act, { id, versie }, form);
  if (result.ok) {
    const elders = result.value.some(({ antwoord }) => antwoord === "andere_plek");
    return { kind: "klaar", melding: elders ? wachtlijstWords.elders : wachtlijstWords.nagevraagd };
  }
  const { error } = result;
  return error.kind === "velden"
    ? nagaanForm(press, { form, problemen: error.problemen })
    : sent({ ok: false, error }, "");
};

type OverbruggingFilled = Omit<NonNullable<Parameters<typeof overbruggingCard>[2]>, "erbij">;

/** What runs is decided on first. From a task no place comes along: it is the one that ends first. */
function overbruggingForm(
  press: Press,
  {
    plek: chosen = plekOf(press),
    erbij: isNew = false,
    beslis = {},
    ...filled
  }: OverbruggingFilled & {
    readonly plek?: HulpSoort | null;
    readonly erbij?: boolean;
    readonly beslis?: Parameters<typeof beslisCard>[2];
  } = {},
): Promise<Answer> {
  return dialog(press, "overbrugging_regelen", (facts, token) => {
    const plek = waiting(facts, chosen ?? facts.eerst);
    if (!plek) return stale;
    const besluiten = facts.besluiten[plek.soort];
    return besluiten && !filled.doelcheck
      ? shown(beslisCard({ ...facts, plek, besluiten }, token, beslis))
      : shown(overbruggingCard({ ...facts, plek }, token, { ...filled, erbij: isNew }));
  });
}

const overbrugging: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = overbruggingSubmitted.parse(input);
  const result = await spreekOverbruggingAf(act, { id, versie }, plekOf(press), form);
  if (result.ok) return { kind: "klaar", melding: overbruggingZin.afgesproken };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return overbruggingForm(press, { form, problemen: error.problemen, doelcheck: form.doelcheck });
    case "geen_grondslag":
      return geenGrondslag;
    default:
      return sent({ ok: false, error }, "");
  }
};

const beslissen: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = beslisSubmitted.parse(input);
  const result = await beslisOverbrugging(act, { id, versie }, plekOf(press), form);
  if (result.ok) return { kind: "klaar", melding: overbruggingZin[result.value] };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return overbruggingForm(press, { beslis: { form, problemen: error.problemen } });
    case "veranderen":
      return overbruggingForm(press, { doelcheck: error.doelcheck });
    default:
      return sent({ ok: false, error }, "");
  }
};

const geenForm = (press: Press, refused = false): Promise<Answer> =>
  dialog(press, "overbrugging_regelen", (facts, token) => {
    const plek = waiting(facts, plekOf(press));
    return plek ? shown(geenCard({ ...facts, plek }, token, refused)) : stale;
  });

const geen: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const { reden } = geenSubmitted.parse(input);
  const result = await geenOverbrugging(act, { id, versie }, plekOf(press), reden);
  if (result.ok) return { kind: "klaar", melding: overbruggingZin.geen };
  const { error } = result;
  return error.kind === "velden" ? geenForm(press, true) : sent({ ok: false, error }, "");
};

export const routes: Routes = {
  [wachtlijstVerb.regelen]: regelen,
  [wachtlijstVerb.vraagErbij]: (press) => erbijForm(press),
  [wachtlijstVerb.erbij]: erbij,
  [wachtlijstVerb.vraagAanpassen]: (press) => aanpasForm(press),
  [wachtlijstVerb.aanpassen]: aanpassen,
  [wachtlijstVerb.vraagNagaan]: (press) => nagaanForm(press),
  [wachtlijstVerb.nagaan]: nagaan,
  [wachtlijstVerb.vraagOverbrugging]: (press) => overbruggingForm(press),
  [wachtlijstVerb.overbrugging]: overbrugging,
  [wachtlijstVerb.beslissen]: beslissen,
  [wachtlijstVerb.vraagGeen]: (press) => geenForm(press),
  [wachtlijstVerb.geen]: geen,
};
