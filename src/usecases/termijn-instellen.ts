/** The lengths of the terms, set by a beheerder for the whole samenwerkingsverband; what runs already keeps its rule. */
import { recordEvent } from "#database/event.ts";
import type { Tx } from "#database/pool.ts";
import { saveTermSettings, termSettingsOf, termSettingsVersie } from "#database/termijn.ts";
import { type Actor, hasFunctie, scopeOf } from "#domain/scope.ts";
import {
  afwijkend,
  checkTermijnen,
  type TermijnCheck,
  type TermijnenGezien,
  type TermijnForm,
  type TermijnGroep,
  type TermijnProblemen,
  type TermijnWissel,
  wissels,
} from "#domain/termijn-instellen.ts";
import { type TermSettings, usualTermSettings } from "#domain/termijn-setting.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

const isBeheerder = (actor: Actor) => hasFunctie(actor, ["beheerder"]);

async function loadTermijnen(tx: Tx): Promise<TermijnenGezien> {
  return { nu: await termSettingsOf(tx), versie: await termSettingsVersie(tx) };
}

/** Null for everybody but a beheerder. */
export async function drawTermijnen(world: World, actor: Actor): Promise<TermijnenGezien | null> {
  if (!isBeheerder(actor)) return null;
  return world.database.transact(scopeOf(actor), loadTermijnen);
}

export type TermijnRefusal = ActRefusal | { readonly kind: "velden"; readonly problemen: TermijnProblemen };

/** One group of them. Answers what changed: nothing, when all was filled in as it stood. */
export function setTermijnen(
  act: Act,
  versie: number,
  { groep, form }: { readonly groep: TermijnGroep; readonly form: TermijnForm },
): Promise<Result<readonly TermijnWissel[], TermijnRefusal>> {
  return change(act, versie, (nu) => checkTermijnen(nu, groep, form));
}

/** All of them back to their usual length. */
export function resetTermijnen(
  act: Act,
  versie: number,
): Promise<Result<readonly TermijnWissel[], TermijnRefusal>> {
  return change(act, versie, (nu) => ({
    ok: true,
    value: usualTermSettings,
    gewisseld: wissels(nu, usualTermSettings),
  }));
}

function change(
  act: Act,
  versie: number,
  to: (nu: TermSettings) => TermijnCheck,
): Promise<Result<readonly TermijnWissel[], TermijnRefusal>> {
  return perform<readonly TermijnWissel[], TermijnRefusal>(act, async (tx) => {
    if (!isBeheerder(act.actor)) return refuse({ kind: "onzichtbaar" });
    const found = await loadTermijnen(tx);
    if (found.versie !== versie) return refuse({ kind: "verouderd" });
    const checked = to(found.nu);
    if (!checked.ok) return refuse({ kind: "velden", problemen: checked.problemen });
    const { value, gewisseld } = checked;
    if (gewisseld.length === 0) return ok(gewisseld);
    if (!(await saveTermSettings(tx, { versie, afwijkend: afwijkend(value) })))
      return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "termijnen_ingesteld",
      sztId: null,
      gegevens: { lengtes: gewisseld.map(({ setting, van, naar }) => `${setting}:${van}:${naar}` as const) },
    });
    return ok(gewisseld);
  });
}
