/** The agenda against the clock, for who sees all of it: for all others a sum would tell what is hidden. */
import type { AdviesOpRonde } from "./adviesvraag-view.ts";
import type { AgendapuntFeit, Dossier, RondeFeit } from "./dossier.ts";
import { beginOf } from "./overlegronde.ts";
import { endOfPunt, fits, nextAfter, type PlanPunt, spokenOf } from "./ronde-klok.ts";
import type { RondeTijd } from "./ronde-view.ts";
import { adviesMinutenVan } from "./see-adviesvraag.ts";
import { amsterdam } from "./today.ts";
import { isForRonde } from "./uitzondering.ts";

interface Item {
  readonly punt: AgendapuntFeit;
  readonly dossier: Dossier;
}

interface Look {
  readonly facts: { readonly ronde: RondeFeit };
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly ib: boolean;
  readonly leidt: boolean;
}

const isComing = ({ punt }: Item): boolean => punt.status === "gepland";

/** What comes after the item that is spoken of, of what this person sees; for who leads. */
export function seeNext({ leidt, facts }: Look, seen: readonly Item[]): string | null {
  if (!leidt || facts.ronde.status !== "open") return null;
  const coming = seen.filter(isComing).map(({ punt }) => punt);
  return nextAfter(coming, spokenOf(coming)?.id ?? null)?.id ?? null;
}

/** Before the round for the ib who prepares it; on its day for who leads it and sees all of it. */
export function seeTijd(
  look: Look,
  seen: readonly Item[],
  { alles, advies }: { readonly alles: boolean; readonly advies: AdviesOpRonde | null },
): RondeTijd | null {
  const { ronde } = look.facts;
  const coming = seen.filter(isComing);
  if (ronde.status === "gepland" && look.ib) {
    const plan = coming.map((item) => planOf(item));
    const room = { beschikbaar: ronde.duurMinuten, anders: adviesMinutenVan(advies) };
    return told(coming, { ...fits(plan, room), klaarOm: null });
  }
  if (ronde.status !== "open" || !look.leidt || !alles || !look.today.equals(ronde.datum)) return null;
  const waiting = advies && { ...advies, punten: advies.punten.filter(({ uitkomst }) => uitkomst === null) };
  const now = spokenOf(coming.map(({ punt }) => punt));
  const plan = coming.map((item) => (item.punt === now ? leftOf(item, look.now) : planOf(item)));
  const end = beginOf(ronde).add({ minutes: ronde.duurMinuten });
  const beschikbaar = Math.floor(look.now.until(end).total("minutes"));
  const past = fits(plan, { beschikbaar, anders: adviesMinutenVan(waiting) });
  const klaar = look.now.add({ minutes: past.nodig }).toZonedDateTimeISO(amsterdam).toPlainTime();
  return told(coming, { ...past, klaarOm: past.nodig > 0 ? klaar : null });
}

function told(coming: readonly Item[], tijd: RondeTijd): RondeTijd {
  const moved = coming.filter(({ punt }) => tijd.voorstel.includes(punt.id));
  return { ...tijd, voorstel: moved.map(({ dossier }) => dossier.referentie) };
}

/** What the directeur let be spoken of in this one round is not moved to another. */
function planOf({ punt, dossier }: Item): PlanPunt {
  const vast = dossier.uitzondering !== null && isForRonde(dossier, punt.ronde.id);
  return { id: punt.id, minuten: punt.minuten, urgentie: dossier.urgentie, vast };
}

/** Of the item that is spoken of the minutes that it still has. */
function leftOf(item: Item, now: Temporal.Instant): PlanPunt {
  const { begonnenOp, minuten } = item.punt;
  const end = begonnenOp ? endOfPunt({ begonnenOp, minuten }) : now;
  return { ...planOf(item), vast: true, minuten: Math.max(0, Math.ceil(now.until(end).total("minutes"))) };
}
