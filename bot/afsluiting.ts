/** Closing a hulpvraag: proposed by the holder, confirmed or not by the ib. */
import {
  afgeslotenCard,
  afgeslotenSummary,
  afsluitingWords,
  bevestigCard,
  bevestigSubmitted,
  voorstelCard,
  voorstelSubmitted,
} from "#cards/afsluiting.ts";
import { pressWords } from "#cards/press.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import type { Doelbereik } from "#domain/doelbereik.ts";
import { closedFor, confirmAfsluiting, proposeAfsluiting, rejectAfsluiting } from "#usecases/afsluiting.ts";
import { dialogUnder } from "./answer.ts";
import { dialog, sent } from "./regierol.ts";
import type { Answer, Presenter, Press, Route, Routes } from "./route.ts";

const shown = dialogUnder(afsluitingWords.dialogTitle);

const vraagAfsluiten = (press: Press, refused?: Doelbereik): Promise<Answer> =>
  dialog(press, "afsluiting_voorstellen", (facts, token) => shown(voorstelCard(facts, token, refused)));

/** From somewhere else, where the press was about something of the hulpvraag. */
export const vraagAfsluitenVan = (press: Press, id: string): Promise<Answer> =>
  vraagAfsluiten({ ...press, subjectId: id });

const stelVoor: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const { reden, doelen } = voorstelSubmitted.parse(input);
  if (!reden) return vraagAfsluiten(press, doelen);
  return sent(await proposeAfsluiting(act, { id, versie }, { reden, doelen }), afsluitingWords.proposed);
};

const vraagBevestigen = (press: Press, filled: Parameters<typeof bevestigCard>[2] = {}): Promise<Answer> =>
  dialog(press, "afsluiting_bevestigen", (facts, token) =>
    facts.afsluiting
      ? shown(
          bevestigCard(
            { ...facts, voorgesteld: facts.afsluiting, bereikt: facts.gezien.afsluiting.bereikt },
            token,
            filled,
          ),
        )
      : { kind: "melding", tekst: pressWords.stale },
  );

const bevestig: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = bevestigSubmitted.parse(input);
  const result = await confirmAfsluiting(act, { id, versie }, form);
  if (result.ok) return { kind: "klaar", melding: afsluitingWords.closed };
  const { error } = result;
  if (error.kind === "velden") return vraagBevestigen(press, { form, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

const wijsAf: Route = async ({ act, subjectId: id, versie }) =>
  sent(await rejectAfsluiting(act, { id, versie }), afsluitingWords.rejected);

export const presenter: Presenter = {
  soort: "afgesloten",
  async present(world, actor, id) {
    const closed = await closedFor(world, actor, id);
    return closed && { card: afgeslotenCard(closed), summary: afgeslotenSummary, lezingen: [] };
  },
};

export const routes: Routes = {
  [regierolVerb.vraagAfsluiten]: (press) => vraagAfsluiten(press),
  [regierolVerb.afsluiten]: stelVoor,
  [regierolVerb.vraagBevestigen]: (press) => vraagBevestigen(press),
  [regierolVerb.bevestigen]: bevestig,
  [regierolVerb.afwijzen]: wijsAf,
};
