/** Somebody says whether and how he or she comes, and who comes instead. */
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { addVervanger, dropVervanger, lockRonde, saveKomst, touchRonde } from "#database/overlegronde.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { Komst } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { type GeenWeg, geenWeg, vervangersVoor } from "#domain/komst.ts";
import type { Notice } from "#domain/notice.ts";
import { schakelteamComplete } from "#domain/overlegronde.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { loadRonde, viewRonde } from "./round-load.ts";
import { ibsOfSzt, refreshRonde, tell } from "./round-notice.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type KomstRefusal =
  | { readonly kind: "kan_niet" }
  /** Not a way in: a card sends back what it was given, and more when somebody makes it do so. */
  | { readonly kind: GeenWeg }
  /** Not somebody of the same function or organisation, or there already. */
  | { readonly kind: "geen_vervanger" };

/** Who can come instead; null for who has nothing to say about this round. */
export function vervangersOf(
  world: World,
  actor: Actor,
  rondeId: string,
): Promise<{ readonly datum: Temporal.PlainDate; readonly vervangers: readonly TeamlidFeit[] } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const gezien = await viewRonde(tx, world.keys, actor, rondeId);
    const [ronde] = gezien?.mag.has("komst") ? await rondesById(tx, [rondeId]) : [];
    if (!ronde) return null;
    const vervangers = vervangersVoor(await teamOf(tx, ronde.sztId), ronde, actor.persoonId);
    return { datum: ronde.datum, vervangers };
  });
}

/**
 * The last word counts, whatever else changed on the round meanwhile. `vervangerId`: comes in this person's place and is
 * invited; who came in this place before is not asked any more.
 */
export function giveKomst(
  act: Act,
  rondeId: string,
  { komst, vervangerId }: { readonly komst: Komst; readonly vervangerId: string | null },
): Promise<Result<true, KomstRefusal | ActRefusal>> {
  const { actor, world } = act;
  return perform<true, KomstRefusal | ActRefusal>(act, async (tx, save) => {
    await lockRonde(tx, rondeId);
    const facts = await loadRonde(tx, world.keys, rondeId);
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    if (!gezien.mag.has("komst")) return refuse({ kind: "kan_niet" });
    const { ronde, team } = facts;
    const weg = geenWeg(ronde, komst);
    if (weg) return refuse({ kind: weg });
    const vervanger = vervangersVoor(team, ronde, actor.persoonId).find(
      ({ persoonId }) => persoonId === vervangerId,
    );
    if (vervangerId !== null && (komst !== "niet" || !vervanger)) return refuse({ kind: "geen_vervanger" });
    const before = ronde.deelnemers.filter(({ vervangtId }) => vervangtId === actor.persoonId);
    const off = before.map(({ persoonId }) => persoonId).filter((id) => id !== vervangerId);
    for (const persoonId of off) await dropVervanger(tx, rondeId, persoonId);
    await saveKomst(tx, { rondeId, persoonId: actor.persoonId }, komst);
    const isNew = vervanger !== undefined && !before.some(({ persoonId }) => persoonId === vervangerId);
    if (isNew) {
      const { persoonId, functie } = vervanger;
      await addVervanger(tx, ronde, { persoonId, functie, vervangtId: actor.persoonId });
    }
    // Other people take part: the event in Outlook follows the version of the round.
    if (isNew || off.length > 0) await touchRonde(tx, ronde);
    await recordEvent(tx, {
      soort: "komst_doorgegeven",
      sztId: ronde.sztId,
      gegevens: { komst, vervangen: vervanger !== undefined },
    });
    const feit = `k${act.press}`;
    const [after] = await rondesById(tx, [rondeId]);
    const broken = schakelteamComplete(ronde.deelnemers) && after && !schakelteamComplete(after.deelnemers);
    const leads = [...ibsOfSzt(team, todayIn(tx.now)), ronde.voorzitterId];
    const warned = broken ? leads.filter((id) => id !== actor.persoonId) : [];
    const notices: readonly Notice[] = [
      ...(isNew ? tell("ronde_uitnodiging", ronde, { personen: [vervanger.persoonId], feit }) : []),
      ...tell("ronde_afgemeld", ronde, { personen: off, feit }),
      ...tell("ronde_onvolledig", ronde, { personen: warned, feit }),
      ...(await refreshRonde(tx, ronde, { feit, except: warned })),
      ...(await refreshedChats(tx, off, `komst:${act.press}`)),
    ];
    await save(notices);
    return ok(true);
  });
}
