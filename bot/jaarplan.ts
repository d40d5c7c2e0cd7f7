/** The year plan in the chat: asked for, proposed, confirmed whole or in part, and ended. */
import { jaarplanCard, jaarplannenCard, jaarplanSummary, jaarplanWords } from "#cards/jaarplan.ts";
import {
  type DagDialog,
  dagCard,
  dagSent,
  dagSubmitted,
  kiesCard,
  kiesSubmitted,
  parseRitme,
  type RitmeDialog,
  type RitmeSent,
  ritmeCard,
  ritmeErrors,
  ritmeSent,
  stopCard,
} from "#cards/jaarplan-dialog.ts";
import { jaarplanVerb } from "#cards/jaarplan-verb.ts";
import { dayWords } from "#cards/ronde-plan.ts";
import type { Actor } from "#domain/scope.ts";
import {
  chooseDag,
  confirmJaarplan,
  drawJaarplan,
  type JaarplanRefusal,
  myJaarplannen,
  proposeJaarplan,
  type RitmeStart,
  ritmeForm,
  showJaarplan,
  stopJaarplan,
} from "#usecases/jaarplan.ts";
import { linkVanzelf, type World } from "#usecases/world.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import {
  type Answer,
  neutraal,
  type Press,
  presenterOf,
  type Route,
  type Routes,
  type Stamps,
} from "./route.ts";

export const presenter = presenterOf("jaarplan", drawJaarplan, (gezien, stamp, lead) => ({
  card: jaarplanCard(gezien, stamp, lead),
  summary: jaarplanSummary[gezien.status],
}));

const standing = standingOf("jaarplan");

const refused = (id: string, error: JaarplanRefusal): Answer =>
  error.kind === "kan_niet" ? standing(id, jaarplanWords.notNow) : refusedAct(standing, id, error);

const dialog = dialogUnder(jaarplanWords.dialogTitle);

/** As it was the last time; the first time what is usual (003: every six weeks). */
function startOf({ vorig, jaren }: RitmeStart): RitmeSent {
  return ritmeSent({
    schooljaar: String(jaren[0] ?? ""),
    weken: String(vorig?.weken ?? 6),
    weekdag: vorig?.weekdag ?? "",
    begin: vorig?.begin.toString({ smallestUnit: "minute" }) ?? "13:30",
    duur: String(vorig?.duurMinuten ?? 60),
    plaats: vorig?.plaats ?? "op_school_en_online",
    link: vorig?.deelnameLink ?? "",
  });
}

async function ritmeDialog(
  { world, actor, subjectId: sztId, stamps }: Press,
  filled?: { readonly sent: RitmeSent; readonly errors?: RitmeDialog["errors"] },
): Promise<Answer> {
  const start = await ritmeForm(world, actor, sztId);
  if (!start) return neutraal;
  const sent = filled?.sent ?? startOf(start);
  const errors = filled?.errors;
  return dialog(
    ritmeCard(
      {
        scholen: start.scholen,
        jaren: start.jaren,
        sent,
        linkVanzelf: linkVanzelf(world),
        ...(errors ? { errors } : {}),
      },
      stamps(sztId, 0),
    ),
  );
}

const ritmeOpslaan: Route = async (press) => {
  const sent = ritmeSent(press.input);
  const parsed = parseRitme(sent);
  if (!parsed.ok) return ritmeDialog(press, { sent, errors: parsed.error });
  const result = await proposeJaarplan(press.act, press.subjectId, parsed.value);
  if (result.ok) return { kind: "klaar", melding: jaarplanWords.made };
  switch (result.error.kind) {
    case "velden":
      return ritmeDialog(press, { sent, errors: ritmeErrors(result.error.problemen) });
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
};

const toon: Route = async ({ act, subjectId }) => {
  const result = await showJaarplan(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "melding", tekst: jaarplanWords.below };
  return neutraal;
};

const vaststellen: Route = async ({ act, subjectId: id, versie }) => {
  const result = await confirmJaarplan(act, { id, versie }, "alle");
  return result.ok ? standing(id, jaarplanWords.fixed(result.value)) : refused(id, result.error);
};

const kies: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await drawJaarplan(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("kiezen")) return refused(id, { kind: "kan_niet" });
  return dialog(kiesCard(gezien, stamps(id, gezien.versie)));
};

const kiesOpslaan: Route = async (press) => {
  const { act, world, actor, subjectId: id, versie, stamps } = press;
  const { rondes } = kiesSubmitted.parse(press.input);
  if (rondes.length === 0) {
    const gezien = await drawJaarplan(world, actor, id);
    return gezien ? dialog(kiesCard(gezien, stamps(id, versie), true)) : neutraal;
  }
  const result = await confirmJaarplan(act, { id, versie }, new Set(rondes));
  return result.ok
    ? { kind: "klaar", melding: jaarplanWords.fixed(result.value) }
    : refused(id, result.error);
};

async function dagDialog(
  { world, actor, subjectId: id, stamps }: Press,
  filled: Omit<DagDialog, "gezien"> = {},
): Promise<Answer> {
  const gezien = await drawJaarplan(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("dag_kiezen")) return refused(id, { kind: "kan_niet" });
  return dialog(dagCard({ gezien, ...filled }, stamps(id, gezien.versie)));
}

const dagOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = dagSent(press.input);
  const parsed = dagSubmitted.safeParse(sent);
  if (!parsed.success) {
    const empty = new Set(parsed.error.issues.map(({ path }) => path[0]));
    const error = {
      ...(empty.has("ronde") ? { ronde: "kies een ronde." } : {}),
      ...(empty.has("datum") ? { datum: "kies een dag." } : {}),
    };
    return dagDialog(press, { sent, error });
  }
  const { ronde: rondeId, datum } = parsed.data;
  const result = await chooseDag(act, { id, versie }, { rondeId, datum });
  if (result.ok) return { kind: "klaar", melding: jaarplanWords.moved };
  if (result.error.kind === "dag")
    return dagDialog(press, { sent, error: { datum: dayWords(result.error.fout) } });
  return refused(id, result.error);
};

const vraagStoppen: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await drawJaarplan(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("stoppen")) return refused(id, { kind: "kan_niet" });
  return dialog(stopCard(gezien, stamps(id, gezien.versie)));
};

const stoppen: Route = async ({ act, subjectId: id, versie }) => {
  const result = await stopJaarplan(act, { id, versie });
  return result.ok
    ? { kind: "klaar", melding: jaarplanWords.stopped(result.value) }
    : refused(id, result.error);
};

export const routes: Routes = {
  [jaarplanVerb.ritme]: (press) => ritmeDialog(press),
  [jaarplanVerb.ritmeOpslaan]: ritmeOpslaan,
  [jaarplanVerb.toon]: toon,
  [jaarplanVerb.vaststellen]: vaststellen,
  [jaarplanVerb.kies]: kies,
  [jaarplanVerb.kiesOpslaan]: kiesOpslaan,
  [jaarplanVerb.dag]: (press) => dagDialog(press),
  [jaarplanVerb.dagOpslaan]: dagOpslaan,
  [jaarplanVerb.vraagStoppen]: vraagStoppen,
  [jaarplanVerb.stoppen]: stoppen,
};

/** What somebody who types "jaarplan" gets; null when there is none and it is for others to make one. */
export async function askedFor(world: World, actor: Actor, stamps: Stamps): Promise<Answer | null> {
  const [first, ...more] = await myJaarplannen(world, actor);
  if (!first) return null;
  if (more.length > 0)
    return { kind: "kaart", card: jaarplannenCard([first, ...more], stamps(actor.persoonId, 0)) };
  return { kind: "onderwerp", onderwerp: { soort: "jaarplan", id: first.id } };
}
