/** The card of a hulpvraag in the chat: how it is drawn, asked for by number, and the acts that are its own. */
import {
  hulpvraagCard,
  hulpvraagSummary,
  hulpvraagWords,
  intrekkenCard,
  meerCard,
  mijnHulpvragenCard,
} from "#cards/hulpvraag.ts";
import { hulpvraagVerb } from "#cards/hulpvraag-verb.ts";
import { noticeWords } from "#cards/notice.ts";
import { pressWords } from "#cards/press.ts";
import { regieCard } from "#cards/regie.ts";
import { nogNietWords } from "#cards/toestemming.ts";
import {
  askHulpvraag,
  drawHulpvraag,
  intrekken,
  klaarzetten,
  myHulpvragen,
  showHulpvraag,
} from "#usecases/hulpvraag.ts";
import { showLijst } from "#usecases/lijst.ts";
import { regieVan, showRegie } from "#usecases/regie.ts";
import { refusedAct, standingOf } from "./answer.ts";
import type { Command, Commands } from "./listen.ts";
import { neutraal, type Presenter, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "hulpvraag",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawHulpvraag(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    const card = hulpvraagCard(gezien, stamps(id, gezien.versie), lead);
    return { card, summary: hulpvraagSummary, lezingen, leestVerloop: gezien.leestVerloop };
  },
};

/** The list for who types no number. */
export const lijst: Presenter = {
  soort: "hulpvragen",
  async present(world, actor, id, stamps) {
    if (id !== actor.persoonId) return null;
    const card = mijnHulpvragenCard(await myHulpvragen(world, actor), stamps(id, 0));
    return { card, summary: noticeWords.hulpvragen_getoond.summary, lezingen: [] };
  },
};

/** Who has the regie of which, for who asks so without a number. */
export const regie: Presenter = {
  soort: "regie",
  async present(world, actor, id, stamps) {
    if (id !== actor.persoonId) return null;
    const card = regieCard(await regieVan(world, actor), stamps(id, 0));
    return { card, summary: noticeWords.regie_getoond.summary, lezingen: [] };
  },
};

/** The card as it stands now, with a sentence on top. */
export const standing = standingOf("hulpvraag");

const toon: Route = async ({ act, subjectId }) => {
  const result = await showHulpvraag(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "melding", tekst: hulpvraagWords.below };
  return neutraal;
};

const zetKlaar: Route = async ({ act, subjectId: id, versie }) => {
  const result = await klaarzetten(act, { id, versie });
  if (result.ok) return standing(id, hulpvraagWords.ready);
  switch (result.error.kind) {
    case "intake_niet_af":
      return standing(id, hulpvraagWords.notWhole);
    case "nog_niet":
      return standing(id, nogNietWords(result.error.missing));
    case "kan_niet":
      return standing(id, hulpvraagWords.notNow);
    default:
      return refusedAct(standing, id, result.error);
  }
};

const vraagIntrekken: Route = async ({ world, actor, subjectId, stamps }) => {
  const gezien = (await drawHulpvraag(world, actor, subjectId))?.gezien;
  if (!gezien) return neutraal;
  if (!gezien.mag.has("intrekken")) return { kind: "melding", tekst: hulpvraagWords.notNow };
  const card = intrekkenCard(gezien, stamps(gezien.id, gezien.versie));
  return { kind: "dialoog", title: hulpvraagWords.dialogTitle, card };
};

const meer: Route = async ({ world, actor, subjectId, stamps }) => {
  const gezien = (await drawHulpvraag(world, actor, subjectId))?.gezien;
  if (!gezien) return neutraal;
  const card = meerCard(gezien, stamps(gezien.id, gezien.versie));
  return { kind: "dialoog", title: hulpvraagWords.dialogTitle, card };
};

const trekIn: Route = async ({ act, subjectId: id, versie }) => {
  const result = await intrekken(act, { id, versie });
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "klaar" };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return { kind: "melding", tekst: pressWords.stale };
    case "kan_niet":
      return { kind: "melding", tekst: hulpvraagWords.notNow };
  }
};

export const routes: Routes = {
  [hulpvraagVerb.toon]: toon,
  [hulpvraagVerb.klaarzetten]: zetKlaar,
  [hulpvraagVerb.meer]: meer,
  [hulpvraagVerb.vraagIntrekken]: vraagIntrekken,
  [hulpvraagVerb.intrekken]: trekIn,
};

/** By number: the card comes below as the living one. Whatever cannot be shown is the one neutral answer. */
export const byNumber: Command = async ({ world, actor, slots, activityId }) => {
  if (slots.hulpvraag === undefined && slots.regie) {
    await showRegie(world, actor, activityId);
    return null;
  }
  if (slots.hulpvraag === undefined) {
    await showLijst(world, actor, { lijst: "hulpvragen", occasion: activityId });
    return null;
  }
  const found = await askHulpvraag(world, actor, { typed: slots.hulpvraag, activityId });
  return found ? null : neutraal;
};

export const commands: Commands = { hulpvraag_zoeken: byNumber, hulpvraag_status: byNumber };
