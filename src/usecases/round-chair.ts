/** The chair goes over to somebody else while the round is held. There is exactly one at any moment: it is one column. */
import { recordEvent } from "#database/event.ts";
import { type RondeAt, setVoorzitter } from "#database/overlegronde.ts";
import { isThere } from "#domain/aanwezig.ts";
import type { Notice } from "#domain/notice.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import type { Act } from "./act.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { type OpenRonde, type RondeRefusal, withRonde } from "./overlegronde.ts";
import { refreshRonde, tell } from "./round-notice.ts";
import { ok, type Result, refuse } from "./world.ts";

/** To somebody who is there, and at once: people sit together, and a yes on a card would leave a round without a hand. */
export function handOver(act: Act, at: RondeAt, persoonId: string): Promise<Result<true, RondeRefusal>> {
  return withRonde<true, never>(act, at, "overdragen", async (open) => {
    const { tx, facts } = open;
    const next = facts.ronde.deelnemers.find((one) => one.persoonId === persoonId);
    const takesPart = seeRonde(facts, { persoonId, now: tx.now }) !== null;
    if (!next || !takesPart || !isThere(next) || persoonId === facts.ronde.voorzitterId)
      return refuse({ kind: "kan_niet" });
    return change(open, at, {
      naar: persoonId,
      hoe: "overgedragen",
      bericht: (feit) => tell("ronde_voorzitter", facts.ronde, { personen: [persoonId], feit }),
    });
  });
}

/** The chair has fallen silent: who leads beside, or an ib of the team, goes on; and the chair is told. */
export function takeOver(act: Act, at: RondeAt): Promise<Result<true, RondeRefusal>> {
  return withRonde<true, never>(act, at, "overnemen", (open) => {
    const { ronde } = open.facts;
    return change(open, at, {
      naar: act.actor.persoonId,
      hoe: "overgenomen",
      bericht: (feit) => tell("ronde_overgenomen", ronde, { personen: [ronde.voorzitterId], feit }),
    });
  });
}

async function change(
  { tx, facts: { ronde }, save }: OpenRonde,
  at: RondeAt,
  how: {
    readonly naar: string;
    readonly hoe: "overgedragen" | "overgenomen";
    readonly bericht: (feit: string) => readonly Notice[];
  },
): Promise<Result<true, RondeRefusal>> {
  if (!(await setVoorzitter(tx, at, how.naar))) return refuse({ kind: "verouderd" });
  await recordEvent(tx, {
    soort: "voorzitter_gewisseld",
    sztId: ronde.sztId,
    gegevens: { hoe: how.hoe },
  });
  const feit = `v${at.versie + 1}`;
  const bericht = how.bericht(feit);
  const except = bericht.flatMap(({ aan }) => ("persoonId" in aan ? [aan.persoonId] : []));
  // Buttons of the chair may stand on other cards too; an edit of this one would take its words away.
  const chats = await refreshedChats(tx, [ronde.voorzitterId], `ronde:${ronde.id}:${at.versie + 1}`);
  await save([
    ...bericht,
    ...(await refreshRonde(tx, ronde, { feit, except })),
    ...chats.filter(({ onderwerpId }) => onderwerpId !== ronde.id),
  ]);
  return ok(true);
}
