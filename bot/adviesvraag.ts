/** Routes of the adviesvraag: asking one without a name, its card, and taking it back. */
import {
  adviesvraagCard,
  adviesvraagSummary,
  adviesvraagWords,
  adviesvragenCard,
  eerstToestemmingCard,
  geenAdviesvraagCard,
  onRoundWords,
} from "#cards/adviesvraag.ts";
import {
  type AdviesDialog,
  adviesDialogCard,
  adviesIntrekkenCard,
  adviesWissenCard,
} from "#cards/adviesvraag-dialog.ts";
import { adviesForm, adviesLeeg, adviesSubmitted } from "#cards/adviesvraag-form.ts";
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { pressWords } from "#cards/press.ts";
import { screeningWords } from "#cards/screening.ts";
import { refusedFields } from "#cards/veld.ts";
import { tekstmerk } from "#domain/adviesvraag-form.ts";
import {
  adviesSchools,
  asksOnlyWithConsent,
  drawAdviesvraag,
  type Gesteld,
  myAdviesvragen,
  showAdviesvraag,
  stelAdviesvraag,
  wisAdviesvraag,
  withoutNames,
} from "#usecases/adviesvraag.ts";
import { eraseAtTerm } from "#usecases/adviesvraag-wissen.ts";
import { whoToAsk } from "#usecases/intake-vragen.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

type Place = Pick<Press, "world" | "actor" | "stamps">;

export const presenter: Presenter = {
  soort: "adviesvraag",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawAdviesvraag(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    const card = adviesvraagCard(gezien, stamps(id, gezien.versie), lead);
    return { card, summary: adviesvraagSummary, lezingen };
  },
};

/** What stands and may be read; with the button to ask one for an ib or coo. Others hear whom to ask. */
export async function begin({ world, actor, stamps }: Place): Promise<Answer> {
  const magStellen = (await adviesSchools(world, actor)).length > 0;
  const gezien = await myAdviesvragen(world, actor);
  if (!magStellen && (await asksOnlyWithConsent(world, actor)))
    return { kind: "kaart", card: eerstToestemmingCard(stamps(actor.persoonId, 0)) };
  if (!magStellen && gezien.length === 0) {
    const ibs = (await whoToAsk(world, actor)).flatMap((team) => team.ibs);
    return { kind: "kaart", card: geenAdviesvraagCard([...new Set(ibs)]) };
  }
  return { kind: "kaart", card: adviesvragenCard({ gezien, magStellen }, stamps(actor.persoonId, 0)) };
}

/**
 * The form, for who may ask. Its token is about the person who asks and nothing else; as its version it carries the mark of the
 * text that was found recognisable first.
 */
export async function adviesDialog(
  { world, actor, stamps }: Place,
  filled: Omit<AdviesDialog, "scholen"> & { readonly gewezen?: number },
): Promise<Answer | null> {
  const scholen = await adviesSchools(world, actor);
  if (scholen.length === 0) return null;
  const card = adviesDialogCard({ ...filled, scholen }, stamps(actor.persoonId, filled.gewezen ?? 0));
  return { kind: "dialoog", title: adviesvraagWords.dialogTitle, card };
}

const stel: Route = async (press) => (await adviesDialog(press, { form: adviesLeeg })) ?? begin(press);

const vervang: Route = async (press) => {
  const form = adviesForm.parse(press.input);
  const vraag = await withoutNames(press.world, press.actor, form.vraag);
  const filled = { form: { ...form, vraag }, melding: screeningWords.replaced, gewezen: press.versie };
  return (await adviesDialog(press, filled)) ?? neutraal;
};

const opslaan: Route = async (press) => {
  const { act, world, actor, versie } = press;
  const [only, more] = await adviesSchools(world, actor);
  const sent = adviesForm.parse(press.input);
  const form = { ...sent, school: only && !more ? only.id : sent.school };
  const again = async (filled: Omit<Parameters<typeof adviesDialog>[1], "form">): Promise<Answer> =>
    (await adviesDialog(press, { form, gewezen: versie, ...filled })) ?? neutraal;
  const parsed = adviesSubmitted.safeParse(form);
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const result = await stelAdviesvraag(act, { ...parsed.data, gewezen: versie });
  if (result.ok) return asked(result.value);
  switch (result.error.kind) {
    case "velden":
      return again({ problemen: result.error.problemen });
    case "opgevallen": {
      const first = result.error.herkenning.herkenbaar && versie === 0;
      return again({ opgevallen: result.error, gewezen: first ? tekstmerk(parsed.data.vraag) : versie });
    }
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
};

/** The card comes below in the chat; where it waits or stands is said at once. */
function asked({ status, ronde }: Gesteld): Answer {
  if (status === "wacht_op_ronde") return { kind: "klaar", melding: adviesvraagWords.waits };
  return ronde ? { kind: "klaar", melding: onRoundWords(ronde) } : { kind: "klaar" };
}

const toon: Route = async ({ act, subjectId }) => {
  const result = await showAdviesvraag(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan")
    return { kind: "melding", tekst: adviesvraagWords.below };
  return neutraal;
};

/** The question before something that cannot be taken back. */
const vraagWeg =
  (wanted: "intrekken" | "wissen"): Route =>
  async ({ world, actor, subjectId, stamps }) => {
    const gezien = (await drawAdviesvraag(world, actor, subjectId))?.gezien;
    if (!gezien) return neutraal;
    if (!gezien.mag.has(wanted)) return { kind: "melding", tekst: adviesvraagWords.notNow };
    const token = stamps(gezien.id, gezien.versie);
    const card = wanted === "intrekken" ? adviesIntrekkenCard(token) : adviesWissenCard(token);
    return { kind: "dialoog", title: adviesvraagWords.dialogTitle, card };
  };

const weg =
  (wanted: "intrekken" | "wissen"): Route =>
  async ({ act, subjectId: id, versie }) => {
    const result = await wisAdviesvraag(act, { id, versie }, wanted);
    if (result.ok || result.error.kind === "al_gedaan")
      return { kind: "klaar", melding: adviesvraagWords.gone };
    return result.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: pressWords.stale };
  };

export const routes: Routes = {
  [adviesvraagVerb.lijst]: begin,
  [adviesvraagVerb.stel]: stel,
  [adviesvraagVerb.vervang]: vervang,
  [adviesvraagVerb.opslaan]: opslaan,
  [adviesvraagVerb.toon]: toon,
  [adviesvraagVerb.vraagIntrekken]: vraagWeg("intrekken"),
  [adviesvraagVerb.intrekken]: weg("intrekken"),
  [adviesvraagVerb.vraagWissen]: vraagWeg("wissen"),
  [adviesvraagVerb.wissen]: weg("wissen"),
};

export const timers: Pick<TimerHandlers, "adviesvraag_wissen"> = { adviesvraag_wissen: eraseAtTerm };
