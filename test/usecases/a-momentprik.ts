/** A momentprik on the practice world, about three days in December; it is Monday 23 November. */
import { timers } from "#bot/momentprik.ts";
import { momentprikById } from "#database/momentprik.ts";
import { timerKinds } from "#database/timer.ts";
import type { MomentKeuze } from "#domain/momentprik.ts";
import type { PrikForm, PrikNieuwForm } from "#domain/momentprik-form.ts";
import type { MomentprikGezien } from "#domain/momentprik-view.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { moment } from "#test/domain/a-dossier.ts";
import type { TestWorld } from "#test/world.ts";
import { membershipEnded } from "#usecases/lidmaatschap.ts";
import { answerMomentprik, startMomentprik, startMomentprikVoor } from "#usecases/momentprik.ts";
import { drawMomentprik } from "#usecases/momentprik-load.ts";
import { runDueTimers, type TimerHandlers } from "#usecases/timekeeper.ts";
import { joinLink, sztOf, toldAbout, versieOf } from "./a-round.ts";
import { anAct, date, done } from "./an-intake.ts";

export const at = (datum: string, begin = "13:30") => ({
  datum: date(datum),
  begin: Temporal.PlainTime.from(begin),
});
export const [monday, tuesday, wednesday] = [at("2026-12-07"), at("2026-12-08"), at("2026-12-09")];

export const aPrikForm = (over: Partial<PrikForm> = {}): PrikForm => ({
  momenten: [monday, tuesday, wednesday, null, null, null],
  uiterlijk: date("2026-12-03"),
  ...over,
});

export const aPrikNieuw = (asked: readonly Actor[], over: Partial<PrikForm> = {}): PrikNieuwForm => ({
  ...aPrikForm(over),
  nieuw: {
    duurMinuten: 60,
    plaats: "op_school_en_online",
    deelnameLink: joinLink,
    deelnemers: asked.map(({ persoonId }) => persoonId),
  },
});

export const aMomentprik = async (
  t: TestWorld,
  ib: Actor,
  asked: readonly Actor[],
  over: Partial<PrikForm> = {},
): Promise<string> => done(await startMomentprik(anAct(t, ib), sztOf(ib), aPrikNieuw(asked, over))).id;

export const aMomentprikVoor = async (t: TestWorld, ib: Actor, rondeId: string): Promise<string> =>
  done(
    await startMomentprikVoor(anAct(t, ib), { id: rondeId, versie: await versieOf(t, rondeId) }, aPrikForm()),
  ).id;

export async function seenPrik(t: TestWorld, actor: Actor, id: string): Promise<MomentprikGezien> {
  const gezien = await drawMomentprik(t.world, actor, id);
  if (!gezien) throw new Error("the momentprik is out of sight");
  return gezien;
}

export const prikAt = async (t: TestWorld, actor: Actor, id: string) => ({
  id,
  versie: (await seenPrik(t, actor, id)).versie,
});

const letters: Readonly<Record<string, MomentKeuze>> = { j: "ja", m: "als_het_moet", n: "nee" };

/** "jmn": yes to the first moment, if need be to the second, no to the third; "-" leaves one open. */
export async function choices(t: TestWorld, actor: Actor, id: string, word: string) {
  const { momenten } = await seenPrik(t, actor, id);
  return momenten.flatMap((one, index) => {
    const keuze = letters[word[index] ?? "-"];
    return keuze ? [{ momentId: one.id, keuze }] : [];
  });
}

export const answers = async (t: TestWorld, actor: Actor, id: string, word: string) =>
  done(await answerMomentprik(anAct(t, actor), id, await choices(t, actor, id, word)));

/** As it is kept. */
export async function keptPrik({ world }: TestWorld, id: string) {
  const prik = await world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
    momentprikById(tx, id),
  );
  if (!prik) throw new Error("no such momentprik");
  return prik;
}

/** Who was told this, by name, in the order of the alphabet. */
export async function told(t: TestWorld, id: string, soort: string, people: Readonly<Record<string, Actor>>) {
  const rows = (await toldAbout(t, id)).filter((one) => one.soort === soort);
  const name = (persoonId: string) =>
    Object.entries(people).find(([, actor]) => actor.persoonId === persoonId)?.[0] ?? "?";
  return rows.map(({ persoonId }) => name(persoonId)).toSorted();
}

export const momentOn = async (t: TestWorld, actor: Actor, id: string, day: string) =>
  (await seenPrik(t, actor, id)).momenten.find(({ datum }) => datum.toString() === day)?.id ?? "";

const nothing = async () => undefined;
const handlers: TimerHandlers = {
  ...(Object.fromEntries(timerKinds.map((kind) => [kind, nothing])) as unknown as TimerHandlers),
  ...timers,
  lidmaatschap_eindigt: membershipEnded,
};

/** Amsterdam wall time, with everything that is due by then. */
export async function passTo(t: TestWorld, text: string): Promise<void> {
  t.clock.set(moment(text));
  await runDueTimers(t.world, handlers);
}
