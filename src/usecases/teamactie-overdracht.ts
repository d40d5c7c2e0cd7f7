import { recordEvent } from "#database/event.ts";
import { passTeamactie, setTeamoverdracht, type TeamactieAt } from "#database/teamactie.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { Weigerreden } from "#domain/regierol-reden.ts";
import type { Actor } from "#domain/scope.ts";
import { teamovernemers } from "#domain/see-teamactie.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { forTeamact, readTeamactie } from "./teamactie.ts";
import { tellTaken, tellTeamactie } from "./teamactie-notice.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type VraagRefusal = ActRefusal | { readonly kind: "wie"; readonly probleem: Veldprobleem };

/** Whom the form offers; null for who may not hand it over. */
export async function askTeamoverdracht(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ readonly kandidaten: readonly TeamlidFeit[] } | null> {
  const found = await readTeamactie(world, actor, { id, wanted: "overdragen" });
  return found && { kandidaten: teamovernemers(found.feit, found.today) };
}

/** Somebody else is asked; who was asked before is asked no more. */
export function vraagTeamoverdracht(
  act: Act,
  at: TeamactieAt,
  aan: string | null,
): Promise<Result<true, VraagRefusal>> {
  return perform<true, VraagRefusal>(act, async (tx, save) => {
    const found = await forTeamact(tx, act, { at, wanted: "overdragen" });
    if (!found.ok) return found;
    const { feit, today } = found.value;
    const { persoonId } = act.actor;
    if (aan === null) return refuse({ kind: "wie", probleem: { kind: "leeg" } });
    if (!teamovernemers(feit, today).some((lid) => lid.persoonId === aan))
      return refuse({ kind: "wie", probleem: { kind: "niet_in_team" } });
    const versie = at.versie + 1;
    const place = { id: at.id, sztId: feit.sztId, versie };
    // Who leads takes over what nobody has any more without asking anybody.
    if (aan === persoonId) {
      if (!(await passTeamactie(tx, at, { houderId: aan, sinds: today })))
        return refuse({ kind: "verouderd" });
      await recordEvent(tx, { soort: "teamactie_overgenomen", sztId: feit.sztId });
      await save(await tellTeamactie(tx, place));
      return ok(true);
    }
    if (!(await setTeamoverdracht(tx, at, { aan, door: persoonId, stand: "gevraagd", reden: null })))
      return refuse({ kind: "verouderd" });
    await recordEvent(tx, { soort: "teamactie_overdracht_gevraagd", sztId: feit.sztId, gegevens: { aan } });
    await save(await tellTeamactie(tx, place, [tellTaken("overdracht_gevraagd", aan, `${at.id}:${versie}`)]));
    return ok(true);
  });
}

export function trekTeamvraagIn(act: Act, at: TeamactieAt): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const found = await forTeamact(tx, act, { at, wanted: "overdragen" });
    if (!found.ok) return found;
    const { feit } = found.value;
    if (feit.overdracht?.stand !== "gevraagd" || !(await setTeamoverdracht(tx, at, null)))
      return refuse({ kind: "verouderd" });
    await recordEvent(tx, { soort: "teamactie_overdracht_ingetrokken", sztId: feit.sztId });
    await save(await tellTeamactie(tx, { id: at.id, sztId: feit.sztId, versie: at.versie + 1 }));
    return ok(true);
  });
}

/** Yes: from here on it is theirs, with the date it had. `null` is yes, a reason is no. */
export function antwoordOpTeamvraag(
  act: Act,
  at: TeamactieAt,
  nee: Weigerreden | null,
): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const found = await forTeamact(tx, act, { at, wanted: "antwoorden" });
    if (!found.ok) return found;
    const { feit, today } = found.value;
    const { overdracht, sztId } = feit;
    const { persoonId } = act.actor;
    if (!overdracht) return refuse({ kind: "verouderd" });
    const done = nee
      ? await setTeamoverdracht(tx, at, { ...overdracht, stand: "geweigerd", reden: nee })
      : await passTeamactie(tx, at, { houderId: persoonId, sinds: today });
    if (!done) return refuse({ kind: "verouderd" });
    await recordEvent(
      tx,
      nee
        ? { soort: "teamactie_overdracht_geweigerd", sztId, gegevens: { reden: nee } }
        : { soort: "teamactie_overgenomen", sztId },
    );
    const versie = at.versie + 1;
    const soort = nee ? "overdracht_geweigerd" : "overdracht_aangenomen";
    const told = tellTaken(soort, overdracht.door, `${at.id}:${versie}`);
    await save(await tellTeamactie(tx, { id: at.id, sztId, versie }, [told]));
    return ok(true);
  });
}
