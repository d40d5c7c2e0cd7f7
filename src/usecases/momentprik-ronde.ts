/** What becomes of a momentprik by itself: all answered, its round moved or gone, its people changed. */
import { recordEvent } from "#database/event.ts";
import {
  askPersonen,
  dropAntwoorden,
  lockMomentprik,
  runningMomentprik,
  runningMomentprikken,
  setMomentprik,
  unaskPersonen,
} from "#database/momentprik.ts";
import type { Tx } from "#database/pool.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import { allAnswered, hasAnswered, isRunning, type PrikVervalreden } from "#domain/momentprik.ts";
import { deciders, type MomentprikFacts, stillAsked } from "#domain/momentprik-view.ts";
import type { Notice } from "#domain/notice.ts";
import { loadMomentprik } from "./momentprik-load.ts";
import { cancelMomentprikTimers } from "./momentprik-timer.ts";
import { besideTold, refreshAbout, tellAbout } from "./notice-about.ts";
import { refreshRonde } from "./round-notice.ts";

/** What people are told. Every standing card shows how it is now, and so do first cards that are still on their way. */
export async function refreshMomentprik(
  tx: Tx,
  { prik }: Pick<MomentprikFacts, "prik">,
  { feit, told = [] }: { readonly feit: string; readonly told?: readonly Notice[] },
): Promise<readonly Notice[]> {
  return besideTold(told, await refreshAbout(tx, "momentprik", prik, { feit, also: prik.gevraagd }));
}

/** The card of the round says whether another moment is looked for. */
export async function refreshItsRonde(
  tx: Tx,
  { prik, ronde }: Pick<MomentprikFacts, "prik" | "ronde">,
  feit: string,
): Promise<readonly Notice[]> {
  return ronde ? refreshRonde(tx, ronde, { feit: `momentprik:${prik.id}:${feit}` }) : [];
}

/** The answers are in, or it is time: for the chair to choose. Answers nothing when somebody was first. */
export async function layBefore(tx: Tx, facts: MomentprikFacts): Promise<readonly Notice[]> {
  const { prik } = facts;
  if (prik.stand !== "open" || !(await setMomentprik(tx, prik, { stand: "besluit" }))) return [];
  const asked = stillAsked(facts);
  await recordEvent(tx, {
    soort: "momentprik_voorgelegd",
    sztId: prik.sztId,
    gegevens: {
      antwoordden: asked.filter(({ persoonId }) => hasAnswered(prik, persoonId)).length,
      gevraagd: asked.length,
    },
  });
  const feit = `v${prik.versie + 1}`;
  const told = tellAbout("momentprik_voorstel", prik, { personen: deciders(facts), feit });
  return refreshMomentprik(tx, facts, { feit, told });
}

/** After an answer, or when somebody is waited for no more. */
export async function whenComplete(tx: Tx, facts: MomentprikFacts): Promise<readonly Notice[] | null> {
  return facts.prik.stand === "open" && allAnswered(facts.prik, stillAsked(facts))
    ? layBefore(tx, facts)
    : null;
}

/** It ends by itself. Who could come when goes with it. */
export async function expire(
  tx: Tx,
  facts: MomentprikFacts,
  vervalreden: PrikVervalreden,
): Promise<readonly Notice[]> {
  const { prik } = facts;
  if (!isRunning(prik) || !(await setMomentprik(tx, prik, { stand: "vervallen", vervalreden }))) return [];
  await dropAntwoorden(tx, prik, null);
  await cancelMomentprikTimers(tx, prik);
  await recordEvent(tx, {
    soort: "momentprik_vervallen",
    sztId: prik.sztId,
    gegevens: { reden: vervalreden },
  });
  const feit = `v${prik.versie + 1}`;
  const told =
    vervalreden === "te_laat"
      ? tellAbout("momentprik_te_laat", prik, { personen: deciders(facts), feit })
      : [];
  return [
    ...(await refreshMomentprik(tx, facts, { feit, told })),
    ...(vervalreden === "te_laat" ? await refreshItsRonde(tx, facts, feit) : []),
  ];
}

/** The round is called off or begins: there is nothing more to choose. */
export async function momentprikEnds(
  tx: Tx,
  { id: rondeId }: Pick<RondeFeit, "id">,
  reden: PrikVervalreden,
): Promise<readonly Notice[]> {
  const facts = await ofRonde(tx, rondeId);
  return facts ? expire(tx, facts, reden) : [];
}

/** The round was changed by hand: another moment ends it; other people are asked too, or no longer. */
export async function momentprikFollows(
  tx: Tx,
  {
    ronde,
    plan,
    deelnemers,
    feit,
  }: {
    /** As it was. */
    readonly ronde: RondeFeit;
    readonly plan: Pick<RondeFeit, "datum" | "begin">;
    readonly deelnemers: readonly string[];
    readonly feit: string;
  },
): Promise<readonly Notice[]> {
  const facts = await ofRonde(tx, ronde.id);
  if (!facts) return [];
  if (!plan.datum.equals(ronde.datum) || !plan.begin.equals(ronde.begin))
    return expire(tx, facts, "ronde_verzet");
  const { prik } = facts;
  const added = deelnemers.filter((id) => !prik.gevraagd.includes(id));
  const gone = prik.gevraagd.filter((id) => !deelnemers.includes(id));
  await askPersonen(tx, prik, added);
  await unaskPersonen(tx, prik, gone);
  if (added.length > 0) await setMomentprik(tx, prik, { stand: "open", opnieuw: null });
  const now = await loadMomentprik(tx, prik.id);
  if (!now) return [];
  // Who chairs it from now on gets the proposal that waits.
  const chair = now.prik.stand === "besluit" && now.ronde?.voorzitterId !== ronde.voorzitterId;
  const about = `ronde:${feit}`;
  const told = [
    ...tellAbout("momentprik_gevraagd", prik, { personen: added, feit: about }),
    ...(chair ? tellAbout("momentprik_voorstel", prik, { personen: deciders(now), feit: about }) : []),
  ];
  // Who is asked no more keeps no card that can be answered.
  const left = tellAbout("momentprik_ververst", prik, { personen: gone, feit: about });
  return [
    ...((await whenComplete(tx, now)) ?? (await refreshMomentprik(tx, now, { feit: about, told }))),
    ...left,
  ];
}

/** What can be chosen is another matter since a day of this SZT was taken or a school closed: shown anew. */
export async function momentprikkenAnew(
  tx: Tx,
  { sztId, feit }: { readonly sztId: string; readonly feit: string },
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const id of await runningMomentprikken(tx, sztId))
    notices.push(...(await refreshAbout(tx, "momentprik", { id, sztId }, { feit: `dag:${feit}` })));
  return notices;
}

/** The one that is going on about this round, held to the end of the transaction. */
async function ofRonde(tx: Tx, rondeId: string): Promise<MomentprikFacts | null> {
  const id = await runningMomentprik(tx, { rondeId });
  if (!id) return null;
  await lockMomentprik(tx, id);
  return loadMomentprik(tx, id);
}
