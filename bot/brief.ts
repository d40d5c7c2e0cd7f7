/** Routes of letters to parents and of the folder about the team. */
import {
  briefCard,
  briefForm,
  briefKlaarCard,
  briefStart,
  briefSubmitted,
  briefWords,
  folderCard,
  folderForm,
  folderKlaarCard,
  folderStartCard,
  folderSubmitted,
  geenBriefWords,
} from "#cards/brief.ts";
import { briefVerb } from "#cards/brief-verb.ts";
import { refusedFields } from "#cards/veld.ts";
import type { GeenBrief } from "#domain/see-brief.ts";
import { type BriefVooraf, loadBrief, makeBriefLink } from "#usecases/brief.ts";
import { folderSchools, makeFolderLink } from "#usecases/folder.ts";
import type { Commands } from "./listen.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

type DialogCard = Extract<Answer, { kind: "dialoog" }>["card"];
const dialog = (card: DialogCard, title: string = briefWords.dialogTitle): Answer => ({
  kind: "dialoog",
  title,
  card,
});

const none = (reden: GeenBrief): Answer =>
  reden === "onzichtbaar" ? neutraal : { kind: "melding", tekst: geenBriefWords[reden] };

/** Draws the form as things stand now. */
async function withForm(
  { world, actor, subjectId, stamps }: Press,
  more: (vooraf: BriefVooraf) => Omit<Parameters<typeof briefCard>[0], "gezien">,
): Promise<Answer> {
  const loaded = await loadBrief(world, actor, subjectId);
  if (!loaded.ok) return none(loaded.error);
  const { gezien } = loaded.value;
  return dialog(briefCard({ gezien, ...more(loaded.value) }, stamps(gezien.id, gezien.versie)));
}

const open: Route = (press) =>
  withForm(press, ({ gezien, bezwaarTot }) => ({ form: briefStart(gezien, bezwaarTot) }));

const maak: Route = async (press) => {
  const { world, act, subjectId } = press;
  const form = briefForm(press.input);
  const parsed = briefSubmitted.safeParse(form);
  if (!parsed.success) return withForm(press, () => ({ form, problemen: refusedFields(parsed.error, form) }));
  // Each press is one of its own: the link of the press before may be used or too old.
  const result = await makeBriefLink({ ...act, press: world.chance.uuid() }, subjectId, parsed.data);
  if (result.ok) {
    const { token, ...rest } = result.value;
    return dialog(briefKlaarCard({ url: `${world.publicUrl}/file/${token}`, keuze: parsed.data, ...rest }));
  }
  const { error } = result;
  switch (error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "geen_brief":
      return none(error.reden);
    case "velden":
      return withForm(press, () => ({ form, problemen: error.problemen }));
    case "verouderd":
    case "al_gedaan":
      return open(press);
  }
};

async function askFolder(
  { world, actor, stamps }: Press,
  more: Omit<Parameters<typeof folderCard>[0], "scholen"> = {},
): Promise<Answer> {
  const scholen = await folderSchools(world, actor);
  if (scholen.length === 0) return { kind: "melding", tekst: briefWords.noTeam };
  return dialog(folderCard({ scholen, ...more }, stamps(actor.persoonId, 0)), briefWords.folderTitle);
}

const folder: Route = async (press) => {
  const { world, act } = press;
  const form = folderForm(press.input);
  const parsed = folderSubmitted.safeParse(form);
  if (!parsed.success) return askFolder(press, { form, melding: briefWords.chooseFolder });
  const { school, vertaling } = parsed.data;
  const result = await makeFolderLink({ ...act, press: world.chance.uuid() }, school, { vertaling });
  if (!result.ok) return neutraal;
  const { token, ontbreekt } = result.value;
  const card = folderKlaarCard({ url: `${world.publicUrl}/file/${token}`, vertaling, ontbreekt });
  return dialog(card, briefWords.folderTitle);
};

export const routes: Routes = {
  [briefVerb.open]: open,
  [briefVerb.maak]: maak,
  [briefVerb.vraagFolder]: (press) => askFolder(press),
  [briefVerb.folder]: folder,
};

export const commands: Commands = {
  async folder({ world, actor, stamps }): Promise<Answer> {
    return (await folderSchools(world, actor)).length > 0
      ? { kind: "kaart", card: folderStartCard(stamps(actor.persoonId, 0)) }
      : { kind: "melding", tekst: briefWords.noTeam };
  },
};
