import {
  type AdviesAt,
  adviesvraagSettingsOf,
  answerAdviesvraag,
  markDiscussed,
} from "#database/adviesvraag.ts";
import { recordEvent } from "#database/event.ts";
import { lockRonde } from "#database/overlegronde.ts";
import { wisDag } from "#domain/adviesvraag.ts";
import {
  type AdviesantwoordForm,
  type Adviesantwoordveld,
  checkAdviesantwoord,
} from "#domain/adviesvraag-form.ts";
import { adviesvragersOf } from "#domain/adviesvraag-relatie.ts";
import { seal } from "#domain/sealed.ts";
import { todayIn } from "#domain/today.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { forAct } from "./adviesvraag.ts";
import { planErasure } from "./adviesvraag-wissen.ts";
import { namesAround } from "./bekende-naam.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { refreshRonde } from "./round-notice.ts";
import { ok, type Result, refuse } from "./world.ts";

export type AntwoordRefusal =
  | ActRefusal
  | { readonly kind: "velden"; readonly problemen: Problemen<Adviesantwoordveld> };

/**
 * The advice, in writing or as the round gave it: `antwoorden` in the own chat, `vastleggen` at the table. Of two at once
 * the first one stands. From here on its end is near.
 */
export function adviseer(
  act: Act,
  at: AdviesAt,
  { wanted, ...form }: AdviesantwoordForm & { readonly wanted: "antwoorden" | "vastleggen" },
): Promise<Result<true, AntwoordRefusal>> {
  const { world, actor } = act;
  return perform<true, AntwoordRefusal>(act, async (tx, save) => {
    const before = await forAct(tx, act, { at, wanted });
    if (!before.ok) return before;
    const { ronde } = before.value.advies;
    if (ronde) await lockRonde(tx, ronde.id);
    // Once more behind the lock: the round may have ended meanwhile.
    const found = await forAct(tx, act, { at, wanted });
    if (!found.ok) return found;
    const { advies } = found.value;
    const known = await namesAround(tx, act, { ...advies, text: form.antwoord ?? "" });
    const problemen = checkAdviesantwoord(form, { known, now: tx.now });
    if (problemen) return refuse({ kind: "velden", problemen });
    const op = todayIn(tx.now);
    const wissenOp = wisDag({ ...advies, beantwoordOp: op }, await adviesvraagSettingsOf(tx));
    const answered = await answerAdviesvraag(tx, world.keys, at, {
      antwoord: form.antwoord === null ? null : seal(form.antwoord),
      uitkomst: form.uitkomst,
      door: actor.persoonId,
      op,
      wissenOp,
    });
    if (!answered) return refuse({ kind: "verouderd" });
    await planErasure(tx, world, { id: advies.id, wissenOp });
    if (ronde) await markDiscussed(tx, ronde.id);
    await recordEvent(tx, {
      soort: wanted === "antwoorden" ? "adviesvraag_beantwoord" : "adviesvraag_besproken",
      sztId: advies.sztId,
      grondslag: "anoniem",
      gegevens: { uitkomst: form.uitkomst, reden: form.laat ?? null },
    });
    const feit = `v${advies.versie + 1}`;
    const askers = adviesvragersOf(advies, todayIn(tx.now));
    const rest = await refreshAbout(tx, "adviesvraag", advies, { feit, also: [actor.persoonId] });
    await save([
      ...tellAbout("adviesvraag_beantwoord", advies, { personen: askers, feit }),
      ...rest.filter(({ aan }) => !("persoonId" in aan && askers.includes(aan.persoonId))),
      ...(ronde ? await refreshRonde(tx, ronde, { feit: `advies${advies.id}${feit}` }) : []),
    ]);
    return ok(true);
  });
}
