/** Who saw a hulpvraag: asked by its number, and read in a dialog. */
import { logCard, logPointerCard, logSubmitted, logWords } from "#cards/log.ts";
import { logVerb } from "#cards/log-verb.ts";
import { noticeWords } from "#cards/notice.ts";
import { askLog, logOf, seeLogWeg } from "#usecases/log-extract.ts";
import type { Command } from "./listen.ts";
import { neutraal, type Presenter, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "logboek",
  async present(world, actor, id, stamps) {
    const found = await seeLogWeg(world, actor, id);
    if (!found) return null;
    const card = logPointerCard(found, stamps(id, found.versie));
    return { card, summary: noticeWords.logboek_getoond.summary, lezingen: [] };
  },
};

const open: Route = async ({ world, actor, subjectId, input, stamps }) => {
  const gezien = await logOf(world, actor, subjectId);
  if (!gezien) return neutraal;
  const { pagina } = logSubmitted.parse(input);
  const card = logCard(gezien, pagina, stamps(gezien.id, gezien.versie));
  return { kind: "dialoog", title: logWords.dialogTitle, card };
};

export const routes: Routes = { [logVerb.open]: open };

const asked: Command = async ({ world, actor, slots, activityId }) => {
  if (slots.hulpvraag === undefined) return { kind: "melding", tekst: logWords.naamAlleen };
  const found = await askLog(world, actor, { typed: slots.hulpvraag, activityId });
  return found ? null : neutraal;
};

/** Asking who saw it is asking for a right, and goes before what is asked of the rights else. */
export function beforeRights(rights: Command | undefined): Command {
  return async (about) => {
    if (about.slots.logboek) return asked(about);
    return rights ? rights(about) : neutraal;
  };
}
