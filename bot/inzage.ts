/** A copy of all that is held about one leerling: asked for from the card, fetched by a link that works once. */
import {
  inzageFileName,
  inzageLinksCard,
  inzageSubmitted,
  inzageVraagCard,
  nietVoorCard,
} from "#cards/inzage.ts";
import { inzageBoek } from "#cards/inzage-boek.ts";
import { pressWords } from "#cards/press.ts";
import type { VerzoekFilled } from "#cards/rechten-form.ts";
import { rechtenVerb } from "#cards/rechten-verb.ts";
import { sheetFile } from "#outside/pdf.ts";
import { makeInzageLinks, takeInzage } from "#usecases/inzage.ts";
import { readRechten } from "#usecases/rechten.ts";
import type { World } from "#usecases/world.ts";
import { dialogOf } from "./rechten.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";
import type { FileDesk } from "./server.ts";

async function form({ world, actor, subjectId, stamps }: Press, filled: VerzoekFilled = {}): Promise<Answer> {
  const gezien = await readRechten(world, actor, subjectId);
  if (!gezien) return neutraal;
  const { referentie, versie } = gezien;
  return dialogOf(inzageVraagCard({ referentie, filled }, stamps(subjectId, versie)));
}

const vraag: Route = (press) => form(press);

const maak: Route = async (press) => {
  const { act, world, actor, subjectId: id } = press;
  const verzoek = inzageSubmitted.parse(press.input);
  const result = await makeInzageLinks(act, id, verzoek);
  if (!result.ok) {
    switch (result.error.kind) {
      case "onzichtbaar":
        return neutraal;
      case "velden":
        return form(press, { ...verzoek, leeg: result.error.velden });
      case "verouderd":
      case "al_gedaan":
        return { kind: "melding", tekst: pressWords.already };
    }
  }
  const gezien = await readRechten(world, actor, id);
  if (!gezien) return neutraal;
  const { referentie } = gezien;
  if (result.value.kind === "niet")
    return dialogOf(nietVoorCard({ referentie, recht: "inzage", waarom: result.value.waarom }));
  const url = (token: string) => `${world.publicUrl}/file/${token}`;
  const { json, pdf, zonder, leeg } = result.value;
  return dialogOf(inzageLinksCard({ referentie, json: url(json), pdf: url(pdf), zonder, leeg }));
};

export const routes: Routes = { [rechtenVerb.vraagInzage]: vraag, [rechtenVerb.inzage]: maak };

/** Made at the moment of fetching, and kept nowhere. */
export function file(world: World): FileDesk {
  return async (token) => {
    const taken = await takeInzage(world, token);
    if (!taken) return null;
    const { vorm, inzage, log } = taken;
    const name = inzageFileName[vorm];
    return vorm === "json"
      ? { name, type: "application/json; charset=utf-8", body: `${JSON.stringify(inzage, null, 2)}\n` }
      : { name, type: "application/pdf", body: await sheetFile({ ...inzageBoek(inzage, log) }, "inzage") };
  };
}
