/** How many of who is asked are busy at each moment, by Outlook: for who chooses, counted and never kept. */
import { adressenIn } from "#database/afspraak.ts";
import { type Druk, drukOf } from "#domain/afspraak.ts";
import { lengthOf, seeMomentprik, stillAsked } from "#domain/momentprik-view.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { momentOf } from "#domain/today.ts";
import { loadMomentprik } from "./momentprik-load.ts";
import type { World } from "./world.ts";

export type MomentDruk =
  /** By moment; of what is not in it nothing is said. */
  | { readonly kind: "bekend"; readonly momenten: ReadonlyMap<string, Druk> }
  /** Outlook does not say it now. */
  | { readonly kind: "onbekend" };

const step = 15;
/** Outlook answers for no more people in one call. */
const peopleMax = 20;
/** Nor for a longer time. */
const daysMax = 42;

/** Null: there is nothing to ask, or this person does not choose. */
export async function momentDruk(world: World, actor: Actor, id: string): Promise<MomentDruk | null> {
  const { tenantId } = world.outlook;
  if (tenantId === null) return null;
  const asked = await world.database.transact(scopeOf(actor), async (tx) => {
    const facts = await loadMomentprik(tx, id);
    if (!facts || !seeMomentprik(facts, actor)?.mag.has("kiezen")) return null;
    const personen = stillAsked(facts).map(({ persoonId }) => persoonId);
    const adressen = (await adressenIn(tx, personen, tenantId)).slice(0, peopleMax);
    return { adressen, momenten: facts.prik.momenten, minuten: lengthOf(facts) };
  });
  // With so few it would be about somebody, whatever is answered.
  if (!asked || drukOf(asked.adressen.map(() => "0")) === null) return null;
  const days = asked.momenten.map(({ datum }) => datum).toSorted(Temporal.PlainDate.compare);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first.until(last).days >= daysMax) return null;
  const van = first.toPlainDateTime();
  const answer = await world.outlook.bezet({
    adressen: asked.adressen,
    van,
    tot: last.add({ days: 1 }).toPlainDateTime(),
    stapMinuten: step,
  });
  if (!answer.ok) {
    world.log("warning", { code: "outlook_bezet_mislukt", kind: `${answer.fout}:${answer.code}` });
    return { kind: "onbekend" };
  }
  const start = momentOf(first, van.toPlainTime());
  const views = [...answer.value.values()];
  const momenten = asked.momenten.flatMap((moment) => {
    const from = start.until(momentOf(moment.datum, moment.begin)).total("minutes");
    const part = (view: string) =>
      view.slice(Math.floor(from / step), Math.ceil((from + asked.minuten) / step));
    const druk = drukOf(views.map(part));
    return druk ? [[moment.id, druk] as const] : [];
  });
  return { kind: "bekend", momenten: new Map(momenten) };
}
