/** Erasing at somebody's request: asked by the ib, confirmed by a second person, and what both see of it. */
import type { Stamp } from "#cards/button.ts";
import type { Card } from "#cards/card.ts";
import { nietVoorCard } from "#cards/inzage.ts";
import { pressWords } from "#cards/press.ts";
import { wissingVerb } from "#cards/rechten-verb.ts";
import {
  bevestigCard,
  type WissingVraagData,
  weigerCard,
  weigerSubmitted,
  wisBezwaarCard,
  wissingCard,
  wissingSubmitted,
  wissingSummary,
  wissingVraagCard,
  wissingWords,
} from "#cards/wissing.ts";
import type { WissingGezien } from "#domain/wissing.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import {
  askWissing,
  confirmWissing,
  executeWissing,
  expireWissing,
  loadWissingVraag,
  remindTweede,
  seeWissing,
  stopWissing,
  type WissingVraag,
  warnVrager,
} from "#usecases/wissing.ts";
import { dialogUnder, standingOf } from "./answer.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "wissing",
  async present(world, actor, id, stamps, lead) {
    const gezien = await seeWissing(world, actor, id);
    if (!gezien) return null;
    // Numbers and people who work here; of the pupil only that something is to be erased.
    const card = wissingCard(gezien, stamps(id, gezien.versie), lead);
    return { card, summary: wissingSummary, lezingen: [] };
  },
};

const dialog = dialogUnder(wissingWords.dialogTitle);

const standing = standingOf("wissing");

async function withVraag(
  { world, actor, subjectId }: Press,
  draw: (vraag: WissingVraag) => Answer,
): Promise<Answer> {
  const vraag = await loadWissingVraag(world, actor, subjectId);
  return vraag ? draw(vraag) : neutraal;
}

/** What holds it up is said before anything is filled in. */
const form = (press: Press, filled: Partial<WissingVraagData> = {}) =>
  withVraag(press, (vraag) => {
    const { referentie, bezwaar, tweede } = vraag;
    if (bezwaar) return dialog(wisBezwaarCard({ referentie, bezwaar }));
    if (tweede.length === 0) return dialog(wisBezwaarCard({ referentie, bezwaar: { kind: "geen_tweede" } }));
    return dialog(wissingVraagCard({ ...vraag, ...filled }, press.stamps(press.subjectId, vraag.versie)));
  });

const vraag: Route = (press) => form(press);

const stel: Route = async (press) => {
  const sent = wissingSubmitted.parse(press.input);
  const { tweede: tweedeId, ...rest } = sent;
  const result = await askWissing(press.act, press.subjectId, { ...rest, tweedeId });
  if (result.ok) {
    const { value } = result;
    return value.kind === "niet"
      ? withVraag(press, ({ referentie }) =>
          dialog(nietVoorCard({ referentie, recht: "verwijderen", waarom: value.waarom })),
        )
      : { kind: "klaar", melding: wissingWords.asked(value.nummer) };
  }
  const { error } = result;
  switch (error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return form(press, { form: sent, leeg: error.velden });
    case "tegen":
      return withVraag(press, ({ referentie }) =>
        dialog(wisBezwaarCard({ referentie, bezwaar: error.bezwaar })),
      );
    case "geen_tweede":
      return withVraag(press, ({ referentie }) => dialog(wisBezwaarCard({ referentie, bezwaar: error })));
    case "loopt_al":
      return { kind: "melding", tekst: wissingWords.running(error.nummer) };
    case "verouderd":
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
  }
};

/** A question to the second person, while it waits for an answer. */
async function asSecond(
  { world, actor, subjectId, stamps }: Press,
  draw: (gezien: WissingGezien, token: Stamp) => Card,
): Promise<Answer> {
  const gezien = await seeWissing(world, actor, subjectId);
  if (!gezien) return neutraal;
  if (gezien.status !== "gevraagd" || gezien.ik !== "tweede")
    return { kind: "melding", tekst: wissingWords.changed };
  return dialog(draw(gezien, stamps(subjectId, gezien.versie)));
}

const bevestig: Route = async ({ act, subjectId: id, versie }) => {
  const result = await confirmWissing(act, { id, versie });
  if (result.ok) return { kind: "klaar", melding: wissingWords.confirmed };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "zelf":
      return { kind: "melding", tekst: wissingWords.self };
    case "verlopen":
      return { kind: "melding", tekst: wissingWords.late };
    case "verouderd":
      return { kind: "melding", tekst: wissingWords.changed };
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
  }
};

const trekIn: Route = async ({ act, subjectId: id, versie }) => {
  const result = await stopWissing(act, { id, versie }, { status: "ingetrokken" });
  if (result.ok) return standing(id, wissingWords.withdrawn);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return standing(id, wissingWords.changed);
    case "al_gedaan":
      return standing(id, pressWords.already);
  }
};

const weiger: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const { weigerreden } = weigerSubmitted.parse(press.input);
  if (!weigerreden) return asSecond(press, (gezien, token) => weigerCard({ ...gezien, leeg: true }, token));
  const result = await stopWissing(act, { id, versie }, { status: "geweigerd", weigerreden });
  if (result.ok) return { kind: "klaar", melding: wissingWords.refused };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return { kind: "melding", tekst: wissingWords.changed };
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
  }
};

export const routes: Routes = {
  [wissingVerb.vraag]: vraag,
  [wissingVerb.opslaan]: stel,
  [wissingVerb.vraagBevestigen]: (press) => asSecond(press, bevestigCard),
  [wissingVerb.bevestigen]: bevestig,
  [wissingVerb.vraagWeigeren]: (press) => asSecond(press, weigerCard),
  [wissingVerb.weigeren]: weiger,
  [wissingVerb.intrekken]: trekIn,
  [wissingVerb.stand]: async ({ subjectId }) => standing(subjectId),
};

export const timers: Pick<
  TimerHandlers,
  "wissing_uitvoeren" | "wissing_verloopt" | "wissing_herinneren" | "wissing_waarschuwen"
> = {
  wissing_uitvoeren: async (world, tx, timer) => {
    await executeWissing(tx, world, timer.onderwerpId);
  },
  wissing_verloopt: expireWissing,
  wissing_herinneren: remindTweede,
  wissing_waarschuwen: warnVrager,
};
