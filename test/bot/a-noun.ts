import { z } from "zod/v4";
import type { Registry } from "#bot/registry.ts";
import type { Answer, Presenter, Press, Routes } from "#bot/route.ts";
import { execute, openDialog, submit } from "#cards/button.ts";
import { type Card, card } from "#cards/card.ts";
import { textInput } from "#cards/input.ts";
import { pressWords } from "#cards/press.ts";
import { paragraph } from "#cards/text.ts";
import { query, execute as run, type Tx } from "#database/pool.ts";
import { type TimerKind, timerKinds } from "#database/timer.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { perform } from "#usecases/act.ts";
import type { TimerHandler, TimerHandlers } from "#usecases/timekeeper.ts";
import { refuse } from "#usecases/world.ts";

/** One row that people look at and count on; `breekt` makes drawing it throw, `weg` hides it. */
export const proefTable = (appRole: string): string =>
  `create table proef (id uuid primary key, versie integer not null default 1, woorden text not null,
     teller integer not null default 0, weg boolean not null default false, breekt boolean not null default false);
   grant select, insert, update on proef to ${appRole}`;

const proefRow = z.object({
  versie: z.number(),
  woorden: z.string(),
  teller: z.number(),
  weg: z.boolean(),
  breekt: z.boolean(),
});
type Proef = z.infer<typeof proefRow>;

export async function proefOf(tx: Tx, id: string): Promise<Proef | null> {
  const [row] = await query(
    tx,
    proefRow,
    "select versie, woorden, teller, weg, breekt from proef where id = $1",
    [id],
  );
  return row ?? null;
}

/** The words an exception of ours would carry out of the house if we let it. */
export const leak = "Sem Kanarie 12-03-2016";

export function proefCard(
  proef: Proef,
  actor: Actor,
  press: Pick<Press, "stamps">,
  id: string,
  lead?: string,
): Card {
  const token = press.stamps(id, proef.versie);
  return card({
    kind: "Proef",
    title: proef.woorden,
    ...(lead ? { lead } : {}),
    body: [paragraph(`Teller ${proef.teller} voor ${actor.naam}`)],
    actions: [
      execute({ title: "Tel", verb: "proef-tel", token }),
      openDialog({ title: "Vul in", verb: "proef-vul", token }),
      execute({ title: "Breek", verb: "proef-breek", token }),
      execute({ title: "Meld", verb: "proef-meld", token }),
    ],
    fallbackText: "Een proefkaart",
  });
}

export const proefPresenter: Presenter = {
  soort: "hulpvraag",
  async present(world, actor, id, stamps, lead) {
    const proef = await world.database.transact(scopeOf(actor), (tx) => proefOf(tx, id));
    if (proef?.breekt) throw new Error(leak);
    if (!proef || proef.weg) return null;
    return { card: proefCard(proef, actor, { stamps }, id, lead), summary: "Een proef", lezingen: [] };
  },
};

export const welkomPresenter: Presenter = {
  soort: "welkom",
  async present(_world, actor) {
    const made = card({ kind: "Welkom", title: `Hallo ${actor.naam}`, body: [], fallbackText: "Welkom" });
    return { card: made, summary: "Welkom", lezingen: [] };
  },
};

/** Adds to the count, once a press and only at the version that was drawn. `inside` runs in the transaction. */
async function count(press: Press, by: number, inside?: (tx: Tx) => Promise<void>): Promise<Answer> {
  const done = await perform(press.act, async (tx) => {
    const touched = await run(
      tx,
      "update proef set teller = teller + $3, versie = versie + 1 where id = $1 and versie = $2",
      [press.subjectId, press.versie, by],
    );
    if (touched === 0) return refuse({ kind: "verouderd" as const });
    await inside?.(tx);
    return { ok: true, value: null };
  });
  const onderwerp = { soort: "hulpvraag", id: press.subjectId } as const;
  if (done.ok) return { kind: "onderwerp", onderwerp };
  if (done.error.kind === "onzichtbaar") return { kind: "neutraal" };
  const melding = done.error.kind === "verouderd" ? pressWords.stale : pressWords.already;
  return { kind: "onderwerp", onderwerp, melding };
}

function form(press: Press, error?: string): Answer {
  const token = press.stamps(press.subjectId, press.versie);
  const input = textInput({ id: "aantal", label: "Aantal", maxLength: 10, error });
  const made = card({
    kind: "Proef",
    title: error ?? "Hoeveel?",
    body: [input],
    actions: [submit({ title: "Bewaar", verb: "proef-bewaar", token })],
    fallbackText: "Een vraag",
  });
  return { kind: "dialoog", title: "Proef", card: made };
}

export function proefRoutes(inside?: (tx: Tx) => Promise<void>): Routes {
  return {
    "proef-tel": (press) => count(press, 1, inside),
    "proef-vul": async (press) => form(press),
    "proef-bewaar": async (press) => {
      const parsed = z.object({ aantal: z.coerce.number().int().min(1) }).safeParse(press.input);
      if (!parsed.success) return form(press, "Vul een getal in.");
      const answer = await count(press, parsed.data.aantal);
      return answer.kind === "onderwerp" ? { kind: "klaar", melding: pressWords.done } : answer;
    },
    "proef-breek": async () => {
      throw Object.assign(new Error(leak), { name: leak });
    },
    "proef-meld": async () => ({ kind: "melding", tekst: "Een melding" }),
  };
}

export function timersOf(handler: TimerHandler): TimerHandlers {
  return Object.fromEntries(timerKinds.map((kind) => [kind, handler])) as Record<TimerKind, TimerHandler>;
}

export function proefRegistry(more: Partial<Registry> = {}): Registry {
  return {
    routes: proefRoutes(),
    presenters: [proefPresenter, welkomPresenter],
    commands: {},
    timers: timersOf(async () => undefined),
    channel: async () => null,
    file: () => async () => null,
    feed: () => async () => null,
    ...more,
  };
}
