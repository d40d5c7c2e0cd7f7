/** The daily bundle: when it is made, how it is drawn, and a task that is done from it. */
import { dagberichtCard, dagberichtSummary, dagberichtWords } from "#cards/dagbericht.ts";
import {
  type DagberichtTijdDialog,
  dagberichtTijdCard,
  dagberichtTijdSubmitted,
  dagberichtTijdVerb,
  dagberichtTijdWords,
} from "#cards/dagbericht-tijd.ts";
import { pressWords } from "#cards/press.ts";
import { taakVerb } from "#cards/taken-row.ts";
import { todayIn } from "#domain/today.ts";
import { checkConsentMonth, expireConsent, refreshAfterObjection } from "#usecases/consent-expiry.ts";
import { bundleDay, dagberichtShowing, drawDagbericht, joinBundle } from "#usecases/dagbericht.ts";
import { readDagberichtTijd, saveDagberichtTijd } from "#usecases/dagbericht-tijd.ts";
import { membershipEnded } from "#usecases/lidmaatschap.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { dialogUnder } from "./answer.ts";
import { sent } from "./regierol.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "dagbericht",
  prepare: (world, { persoonId }, id) => joinBundle(world, persoonId, id),
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawDagbericht(world, actor, id);
    if (!drawn) return null;
    const card = dagberichtCard(drawn.gezien, stamps(id, 0), lead);
    return { card, summary: dagberichtSummary, lezingen: drawn.lezingen };
  },
};

const tijdShown = dialogUnder(dagberichtTijdWords.dialogTitle);

/** The bundle on which this task stands, as it is now. */
export async function again({ world, actor, subjectId }: Press, melding: string): Promise<Answer> {
  const id = await dagberichtShowing(world, actor, subjectId);
  return id
    ? { kind: "onderwerp", onderwerp: { soort: "dagbericht", id }, melding }
    : { kind: "melding", tekst: melding };
}

const gedaan: Route = async (press) => {
  const result = await completeTermijn(press.act, { id: press.subjectId, versie: press.versie });
  if (result.ok) return again(press, dagberichtWords.done);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return again(press, pressWords.stale);
    case "al_gedaan":
      return again(press, pressWords.already);
  }
};

/** About the person who asks and nobody else, from whichever card. */
async function tijdForm(
  { world, actor, subjectId, stamps }: Press,
  filled?: Pick<DagberichtTijdDialog, "form" | "problemen">,
): Promise<Answer> {
  const nu = await readDagberichtTijd(world, actor);
  if (!nu) return { kind: "melding", tekst: dagberichtTijdWords.none };
  const vandaag = todayIn(world.clock.now());
  return tijdShown(dagberichtTijdCard({ nu, vandaag, ...filled }, stamps(subjectId, 0)));
}

const bewaarTijd: Route = async (press) => {
  const form = dagberichtTijdSubmitted.parse(press.input);
  const result = await saveDagberichtTijd(press.act, form);
  if (result.ok) return { kind: "klaar", melding: dagberichtTijdWords.saved };
  const { error } = result;
  if (error.kind === "velden") return tijdForm(press, { form, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

export const routes: Routes = {
  [taakVerb.dagGedaan]: gedaan,
  [dagberichtTijdVerb.vraag]: (press) => tijdForm(press),
  [dagberichtTijdVerb.bewaar]: bewaarTijd,
};

export const timers: Pick<
  TimerHandlers,
  "dagbericht" | "toestemming_verloopt" | "toestemming_maand" | "bezwaar_voorbij" | "lidmaatschap_eindigt"
> = {
  dagbericht: (world, tx, timer) => bundleDay(world, tx, timer.onderwerpId),
  toestemming_verloopt: (world, tx, timer) => expireConsent(world, tx, timer.onderwerpId),
  toestemming_maand: checkConsentMonth,
  bezwaar_voorbij: refreshAfterObjection,
  lidmaatschap_eindigt: membershipEnded,
};
