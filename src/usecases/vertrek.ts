/** Somebody works in an SZT no more: what they held goes on with others, in the transaction in which they left. */
import { loadDossier, teamOf } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import { lapseAanbod, nextVersion, passRegierol } from "#database/regierol.ts";
import { absentGone, endVoorstel, unlinkGone } from "#database/regierol-om.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { joinRondes, leaveRondes, putIbsOn, rondesAskingGone, withoutHolder } from "#database/team.ts";
import { ibFuncties } from "#domain/code.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { standingFuncties } from "#domain/relatie.ts";
import { leidersOf } from "#domain/teamactie-relatie.ts";
import { isMember, kernteamOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { ibVoor } from "#domain/waarneming.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { refreshAbout } from "./notice-about.ts";
import { refreshedRegie } from "./regie.ts";
import { logCase } from "./regierol-open.ts";
import { refreshRonde, tell } from "./round-notice.ts";
import { applyTermEvent } from "./termijn.ts";
import { followWaarneming } from "./waarneming.ts";
import type { World } from "./world.ts";

type Needs = Pick<World, "keys" | "chance">;

/**
 * Everything in this SZT that somebody holds who works there no more: the ib keeps a regierol warm, a question about one
 * lapses, and rounds to come go on without them. Who came is asked for the rounds that were planned before. Run again it
 * changes nothing; it is also run when somebody comes, for a regierol that no ib was there to take.
 */
export async function settleTeam(
  tx: Tx,
  world: Needs,
  { sztId, feit }: { readonly sztId: string; readonly feit: string },
): Promise<readonly Notice[]> {
  const today = todayIn(tx.now);
  const notices: Notice[] = [];
  for (const id of await absentGone(tx, sztId, today))
    notices.push(...(await followWaarneming(tx, world, id)));
  for (const id of await withoutHolder(tx, sztId, today))
    notices.push(...(await takeOver(tx, world, id, today)));
  // Who comes back later reads along only when somebody decides so.
  await unlinkGone(tx, sztId, today);
  const left = await leaveRondes(tx, sztId, today);
  const came = [
    ...(await joinRondes(tx, sztId, { today, functies: standingFuncties })),
    ...(await putIbsOn(tx, sztId, { today, functies: ibFuncties })),
  ];
  const changed = [...left, ...came].map(({ rondeId }) => rondeId);
  const rondes = await rondesById(tx, [
    ...new Set([...changed, ...(await rondesAskingGone(tx, sztId, today))]),
  ]);
  for (const ronde of rondes) {
    const on = (list: readonly { readonly rondeId: string; readonly persoonId: string }[]) =>
      list.filter(({ rondeId }) => rondeId === ronde.id).map(({ persoonId }) => persoonId);
    const personen = on(came);
    // Once for each time somebody comes: the first invitation may have gone to who was not here yet.
    notices.push(
      ...tell(wordsFor(ronde, today), ronde, { personen, feit: `v${ronde.versie}:komt:${today}` }),
    );
    notices.push(...tell("ronde_afgemeld", ronde, { personen: on(left), feit: `v${ronde.versie}` }));
    notices.push(...(await refreshRonde(tx, ronde, { feit, except: personen })));
  }
  return [...notices, ...(await refreshAbout(tx, "team", { id: sztId, sztId }, { feit }))];
}

function wordsFor({ status, datum }: RondeFeit, today: Temporal.PlainDate) {
  if (Temporal.PlainDate.compare(datum, today) < 0) return "ronde_afmaken";
  return status === "open" ? "ronde_geopend" : "ronde_uitnodiging";
}

/** Exactly one holder at every moment: the ib from the instant at which the other stops. */
async function takeOver(
  tx: Tx,
  world: Needs,
  id: string,
  today: Temporal.PlainDate,
): Promise<readonly Notice[]> {
  const versie = await nextVersion(tx, id);
  const dossier = versie === null ? null : await loadDossier(tx, world.keys, id);
  if (!dossier || versie === null) return [];
  // Who stood in left: another does until the holder is back.
  if (dossier.waarneming?.begonnen) return followWaarneming(tx, world, id);
  const vraagWeg =
    dossier.aanbod?.status === "aangeboden" && !isMember(dossier, dossier.aanbod.persoonId, today);
  const ib = waarnemerOf(dossier, today);
  if (vraagWeg) {
    await lapseAanbod(tx, id);
    await applyTermEvent(tx, world, dossier, { kind: "aanbod_vervallen", op: today });
    await logCase(tx, dossier, "regierol_vraag_vervallen");
  }
  if (ib) {
    await endVoorstel(tx, id, { stand: "vervallen", door: null });
    await passRegierol(tx, {
      id: world.chance.uuid(),
      sztId: dossier.sztId,
      hulpvraagId: id,
      houderId: ib,
      soort: "waarnemend",
    });
    await logCase(tx, dossier, "regierol_waargenomen", { aan: ib });
  }
  if (!ib && !vraagWeg) return [];
  await applyTermEvent(tx, world, dossier, { kind: "houder_weg", op: today });
  return [
    ...(await refreshed(tx, { id, sztId: dossier.sztId, versie }, ib ? [ib] : [])),
    ...(await refreshedRegie(tx, { id, sztId: dossier.sztId, feit: `${versie}` })),
  ];
}

/** Null while its holder works here, or when no ib is there: then it waits for one, and is nobody's to see. */
function waarnemerOf(dossier: Dossier, today: Temporal.PlainDate): string | null {
  const rol = dossier.regierollen.find(({ tot }) => tot === null);
  if (!rol || isMember(dossier, rol.houderId, today)) return null;
  return ibVoor(dossier, { today });
}

/** To who can give it on: the same day, once for each who left. A list with nothing on it is not sent. */
export async function tellLooseWork(
  tx: Tx,
  {
    sztId,
    feit,
    nietVoor,
  }: { readonly sztId: string; readonly feit: string; readonly nietVoor?: Temporal.Instant },
): Promise<readonly Notice[]> {
  const today = todayIn(tx.now);
  const team = await teamOf(tx, sztId);
  const personen = new Set([...leidersOf(team, today), ...kernteamOf({ team }, today)]);
  return [...personen].map((persoonId) => ({
    soort: "openwerk_gemeld",
    aan: { persoonId },
    onderwerpId: persoonId,
    sztId: null,
    ...(nietVoor ? { nietVoor } : {}),
    sleutel: `openwerk_gemeld:${sztId}:${feit}:${persoonId}`,
  }));
}
