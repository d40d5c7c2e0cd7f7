/** Somebody says on the own card whether and how he or she comes to a round. */
import { kanNietCard, kanNietSubmitted, komstWords } from "#cards/komst.ts";
import { rondeWords } from "#cards/ronde.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import type { Komst } from "#domain/code.ts";
import { giveKomst, vervangersOf } from "#usecases/komst.ts";
import { dialog, refused, standing } from "./ronde-answer.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

const komst =
  (soort: Komst): Route =>
  async ({ act, subjectId: id }) => {
    const result = await giveKomst(act, id, { komst: soort, vervangerId: null });
    if (result.ok) return standing(id, komstWords.saved);
    return refused(id, result.error.kind === "geen_vervanger" ? { kind: "kan_niet" } : result.error);
  };

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
    : refused(id, result.error);
};

export const routes: Routes = {
  [rondeVerb.kamer]: komst("in_de_kamer"),
  [rondeVerb.online]: komst("online"),
  [rondeVerb.kanNiet]: kanNiet,
  [rondeVerb.kanNietOpslaan]: kanNietOpslaan,
};
