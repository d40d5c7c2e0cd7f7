import { recordEvent } from "#database/event.ts";
import { after, type Tx } from "#database/pool.ts";
import { setTimer } from "#database/timer.ts";
import { insertUitzonderingBesluit, lockUitzondering, takeBackBesluit } from "#database/uitzondering.ts";
import { aboutCase, type FieldsOf } from "#domain/gebeurtenis.ts";
import { judgeText } from "#domain/screening-keuze.ts";
import { seal } from "#domain/sealed.ts";
import type { UitzonderingMag } from "#domain/see-uitzondering.ts";
import { askersOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import {
  type AntwoordForm,
  type AntwoordVeld,
  checkAntwoord,
  type UitzonderingProblemen,
} from "#domain/uitzondering-form.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { type OpenVerzoek, openVerzoek, placeOf } from "./uitzondering.ts";
import { ok, type Result, refuse } from "./world.ts";

/** A request at the version of the card. */
export interface VerzoekAt {
  readonly id: string;
  readonly versie: number;
}

export type AntwoordRefusal =
  | { readonly kind: "velden"; readonly problemen: UitzonderingProblemen<AntwoordVeld> }
  /** The round has begun or its day is over, or it was withdrawn. */
  | { readonly kind: "te_laat" };

/** Held, and of this directeur; what was decided, withdrawn or overtaken in the meantime is too late. */
async function hold(
  tx: Tx,
  { world, actor }: Act,
  at: VerzoekAt,
  wanted: UitzonderingMag,
): Promise<Result<OpenVerzoek, ActRefusal | { readonly kind: "te_laat" }>> {
  await lockUitzondering(tx, at.id);
  const open = await openVerzoek(tx, world, actor, at.id);
  if (open?.gezien.ik !== "directeur") return refuse({ kind: "onzichtbaar" });
  if (!open.gezien.mag.has(wanted)) return refuse({ kind: "te_laat" });
  return open.gezien.versie === at.versie ? ok(open) : refuse({ kind: "verouderd" });
}

/** Yes or no, with the own motivation; a yes for this circle or a smaller one. */
export function decideUitzondering(
  act: Act,
  at: VerzoekAt,
  form: AntwoordForm,
): Promise<Result<"ja" | "nee", AntwoordRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<"ja" | "nee", AntwoordRefusal | ActRefusal>(act, async (tx, save) => {
    const held = await hold(tx, act, at, "besluiten");
    if (!held.ok) return held;
    const { verzoek, gezien } = held.value;
    const others = gezien.kring
      .filter(({ persoonId }) => persoonId !== verzoek.gevraagdDoor)
      .flatMap(({ persoonId, functie }) => (functie ? [{ persoonId, functie }] : []));
    const problemen = checkAntwoord(form, { kring: others, today: todayIn(tx.now) });
    if (problemen) return refuse({ kind: "velden", problemen });
    const besluit = form.besluit ?? "nee";
    const kring = besluit === "ja" ? [verzoek.gevraagdDoor, ...form.kring] : [];
    await insertUitzonderingBesluit(tx, world.keys, {
      uitzonderingId: at.id,
      sztId: verzoek.sztId,
      besluit,
      kring,
      motivatie: seal(form.motivatie),
      beslotenDoor: actor.persoonId,
    });
    await recordEvent(
      tx,
      aboutCase("uitzondering_besloten", placeOf(verzoek), {
        besluit,
        kring: kring.length,
        minder: besluit === "ja" ? verzoek.kring.length - kring.length : 0,
      }),
    );
    await logKept(tx, held.value, form);
    await save(await follow(tx, act, held.value, besluit));
    return ok(besluit);
  });
}

/** Somebody else's name or the like that stays in the motivation for a reason: kinds and reason, no words. */
async function logKept(tx: Tx, { verzoek }: OpenVerzoek, { motivatie, laat }: AntwoordForm): Promise<void> {
  const reden = laat?.motivatie;
  const oordeel = reden && judgeText(motivatie, { known: null, today: todayIn(tx.now), laat: reden });
  if (!reden || !oordeel?.ok || oordeel.behouden.length === 0) return;
  const fields: FieldsOf<"tekst_behouden">[0] = { veld: "motivatie", reden, soorten: oordeel.behouden };
  await recordEvent(tx, aboutCase("tekst_behouden", placeOf(verzoek), fields));
}

/** Until the round begins a yes can be taken back: it then leaves that agenda at once. */
export function takeBackUitzondering(
  act: Act,
  at: VerzoekAt,
): Promise<Result<true, { readonly kind: "te_laat" } | ActRefusal>> {
  return perform<true, { readonly kind: "te_laat" } | ActRefusal>(act, async (tx, save) => {
    const held = await hold(tx, act, at, "terugnemen");
    if (!held.ok) return held;
    const { verzoek } = held.value;
    if (!(await takeBackBesluit(tx, at.id))) return refuse({ kind: "te_laat" });
    await recordEvent(tx, aboutCase("uitzondering_teruggenomen", placeOf(verzoek), {}));
    await save(await follow(tx, act, held.value, "terug"));
    return ok(true);
  });
}

/**
 * What the directeur cannot reach is done by the timer at once: the hulpvraag and the agenda on which it may stand. The
 * decision itself counts from this transaction on, whatever is still to be drawn.
 */
async function follow(
  tx: Tx,
  { world, actor }: Act,
  { verzoek, team }: OpenVerzoek,
  feit: "ja" | "nee" | "terug",
) {
  await setTimer(tx, world.chance.uuid(), {
    soort: "uitzondering_gevolg",
    onderwerpId: verzoek.id,
    op: tx.now,
    sleutel: `uitzondering_gevolg:${verzoek.id}:${feit}`,
  });
  after(tx, world.wake);
  const askers = askersOf({ team, schoolId: verzoek.schoolId }, verzoek.gevraagdDoor, todayIn(tx.now));
  return [
    ...tellAbout("uitzondering_besloten", verzoek, { personen: askers, feit }),
    ...(await refreshAbout(tx, "uitzondering", verzoek, { feit, also: [actor.persoonId] })).filter(
      ({ aan }) => !("persoonId" in aan && askers.includes(aan.persoonId)),
    ),
  ];
}
