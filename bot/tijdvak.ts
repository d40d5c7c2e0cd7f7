/** Somebody who comes for one item alone: asked by the ib, and answering from the own card. */

import { genodigdeCard, genodigdenSubmitted, notNamedRefusal } from "#cards/genodigde.ts";
import { geenWegWords } from "#cards/komst.ts";
import { rondeWords } from "#cards/ronde.ts";
import { agendalinkCard, agendaWegCard } from "#cards/ronde-dialog.ts";
import { tijdvakCard, tijdvakSummary, tijdvakWords } from "#cards/tijdvak.ts";
import { tijdvakVerb } from "#cards/tijdvak-verb.ts";
import { tijdvakVerslagBlad } from "#cards/tijdvak-verslag.ts";
import { verslagFileName } from "#cards/verslag-blad.ts";
import { verslagLinkCard } from "#cards/verslag-dialog.ts";
import type { Komst } from "#domain/code.ts";
import { sheetFile } from "#outside/pdf.ts";
import { makeTijdvakLink } from "#usecases/calendar-file.ts";
import {
  answerTijdvak,
  chooseGenodigden,
  drawTijdvak,
  genodigdeForm,
  showTijdvak,
} from "#usecases/genodigde.ts";
import { makeTijdvakVerslagLink, takeTijdvakVerslag } from "#usecases/tijdvak-verslag.ts";
import type { World } from "#usecases/world.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";
import type { FileDesk } from "./server.ts";

export const presenter: Presenter = {
  soort: "tijdvak",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawTijdvak(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    return { card: tijdvakCard(gezien, stamps(id, 0), lead), summary: tijdvakSummary, lezingen };
  },
};

const standing = standingOf("tijdvak");
const dialog = dialogUnder(rondeWords.dialogTitle);

async function kiesDialog({ world, actor, subjectId, stamps }: Press, error?: string): Promise<Answer> {
  const form = await genodigdeForm(world, actor, subjectId);
  return form ? dialog(genodigdeCard({ ...form, error }, stamps(form.id, form.versie))) : neutraal;
}

const kies: Route = (press) => kiesDialog(press);

const kiesOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const parsed = genodigdenSubmitted.safeParse(press.input);
  const chosen = parsed.success ? parsed.data.genodigden : [];
  const result = await chooseGenodigden(act, { id, versie }, chosen);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "niet_genoemd":
      return kiesDialog(press, notNamedRefusal(result.error.functies));
    case "verouderd":
    case "kan_niet":
      return { kind: "klaar", melding: rondeWords.itemGone };
  }
};

const toon: Route = async ({ act, subjectId }) => {
  const result = await showTijdvak(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "melding", tekst: tijdvakWords.below };
  return neutraal;
};

const antwoord =
  (komst: Komst): Route =>
  async ({ act, subjectId: id }) => {
    const result = await answerTijdvak(act, id, komst);
    if (result.ok) return standing(id, tijdvakWords.saved);
    switch (result.error.kind) {
      case "kan_niet":
        return standing(id, tijdvakWords.notNow);
      case "alleen_online":
      case "geen_link":
        return standing(id, geenWegWords[result.error.kind]);
      default:
        return refusedAct(standing, id, result.error);
    }
  };

/** A file behind a link of its own: each press makes another, for the one before may be used or too old. */
const fileRoute =
  (make: typeof makeTijdvakLink, show: (link: { readonly url: string }) => Answer): Route =>
  async ({ act, world, subjectId }) => {
    const result = await make({ ...act, press: world.chance.uuid() }, subjectId);
    return result.ok ? show({ url: `${world.publicUrl}/file/${result.value.token}` }) : neutraal;
  };

const inAgenda = fileRoute(makeTijdvakLink, (link) => dialog(agendalinkCard(link)));
const uitAgenda = fileRoute(makeTijdvakLink, (link) => dialog(agendaWegCard(link)));
const pdf = fileRoute(makeTijdvakVerslagLink, (link) => dialog(verslagLinkCard(link)));

/** Made at the moment of fetching, and kept nowhere. */
export function file(world: World): FileDesk {
  return async (token) => {
    const gezien = await takeTijdvakVerslag(world, token);
    return (
      gezien && {
        name: verslagFileName,
        type: "application/pdf",
        body: await sheetFile({ ...tijdvakVerslagBlad(gezien) }, "inzage"),
      }
    );
  };
}

export const routes: Routes = {
  [tijdvakVerb.kies]: kies,
  [tijdvakVerb.kiesOpslaan]: kiesOpslaan,
  [tijdvakVerb.toon]: toon,
  [tijdvakVerb.kamer]: antwoord("in_de_kamer"),
  [tijdvakVerb.online]: antwoord("online"),
  [tijdvakVerb.niet]: antwoord("niet"),
  [tijdvakVerb.inAgenda]: inAgenda,
  [tijdvakVerb.uitAgenda]: uitAgenda,
  [tijdvakVerb.pdf]: pdf,
};
