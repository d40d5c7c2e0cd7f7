/** Somebody says on the own card whether and how he or she comes to a round. */
import { geenWegWords, kanNietCard, kanNietSubmitted, komstWords } from "#cards/komst.ts";
import { rondeWords } from "#cards/ronde.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import type { Komst } from "#domain/code.ts";
import type { ActRefusal } from "#usecases/act.ts";
import { giveKomst, type KomstRefusal, vervangersOf } from "#usecases/komst.ts";
import { dialog, refused, standing } from "./ronde-answer.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

const komst =
  (soort: Komst): Route =>
  async ({ act, subjectId: id }) => {
    const result = await giveKomst(act, id, { komst: soort, vervangerId: null });
    if (result.ok) return standing(id, komstWords.saved);
    return refusedKomst(id, result.error);
  };

function refusedKomst(id: string, error: KomstRefusal | ActRefusal): Answer {
  switch (error.kind) {
    case "alleen_online":
    case "geen_link":
      return standing(id, geenWegWords[error.kind]);
    case "geen_vervanger":
      return refused(id, { kind: "kan_niet" });
    default:
      return refused(id, error);
  }
}

async function nietDialog({ world, actor, subjectId: id, stamps }: Press, error?: string): Promise<Answer> {
  const found = await vervangersOf(world, actor, id);
  return found
    ? dialog(rondeWords.dialogTitle, kanNietCard({ ...found, error }, stamps(id, 0)))
    : refused(id, { kind: "kan_niet" });
}

const kanNiet: Route = (press) => nietDialog(press);

const kanNietOpslaan: Route = async (press) => {
  const { act, subjectId: id } = press;
  const parsed = kanNietSubmitted.safeParse(press.input);
  if (!parsed.success) return nietDialog(press, komstWords.noReplacement);
  const result = await giveKomst(act, id, { komst: "niet", vervangerId: parsed.data.vervanger });
  if (result.ok) return { kind: "klaar", melding: komstWords.saved };
  return result.error.kind === "geen_vervanger"
    ? nietDialog(press, komstWords.noReplacement)
    : refusedKomst(id, result.error);
};

export const routes: Routes = {
  [rondeVerb.kamer]: komst("in_de_kamer"),
  [rondeVerb.online]: komst("online"),
  [rondeVerb.kanNiet]: kanNiet,
  [rondeVerb.kanNietOpslaan]: kanNietOpslaan,
};
