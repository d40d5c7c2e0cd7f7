/** A pupil who waits for help elsewhere: recorded, asked after every month, and measured when the help begins. */
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { endOverbrugging, insertWachtplek, saveWachtplek } from "#database/wachtlijst.ts";
import { eindeEvents, metPlek, naOverbrugging, openOverbrugging } from "#domain/overbrugging.ts";
import { rustNu, wachtkring } from "#domain/see-wachtlijst.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import {
  checkNavraag,
  checkWachtplek,
  type HulpSoort,
  type Navraag,
  type NavraagForm,
  type NavraagProblemen,
  naAntwoord,
  navraagEvents,
  openPlek,
  plekErbijEvents,
  vrijeSoorten,
  type Wachtlijst,
  type WachtplekForm,
  type WachtplekProblemen,
  wachtweken,
} from "#domain/wachtlijst.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { groundHolds, holdersOf, logCase, type Opened, openFor, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

export type WachtplekRefusal =
  | { readonly kind: "velden"; readonly problemen: WachtplekProblemen }
  | { readonly kind: "geen_grondslag" };

/** The pupil waits; the check that runs already takes this one along. */
export function zetOpWachtlijst(
  act: Act,
  at: AtVersion,
  form: WachtplekForm,
): Promise<Result<HulpSoort, WachtplekRefusal | ActRefusal>> {
  return perform<HulpSoort, WachtplekRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "wachtplek_erbij");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    if (!groundHolds(open.value)) return refuse({ kind: "geen_grondslag" });
    const kring = wachtkring(dossier, tx.now).map(({ persoonId }) => persoonId);
    const problemen = checkWachtplek(form, { soorten: vrijeSoorten(dossier), kring, today });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { soort, sinds, verwachtTot, contact: contactId } = form;
    if (!soort || !sinds || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const id = act.world.chance.uuid();
    const row = { id, soort, sinds, verwachtTot, contactId, door: act.actor.persoonId };
    await insertWachtplek(tx, dossier, row);
    for (const kind of plekErbijEvents(dossier))
      await applyTermEvent(tx, act.world, dossier, { kind, op: today });
    await logCase(tx, dossier, "wachtplek_vastgelegd", { soort, sinds: sinds.toString() });
    await save(await changed(tx, act, at, open.value));
    return ok(soort);
  });
}

/** Another day, or another who keeps the contact. */
export function pasWachtplekAan(
  act: Act,
  at: AtVersion,
  form: WachtplekForm,
): Promise<Result<true, WachtplekRefusal | ActRefusal>> {
  return perform<true, WachtplekRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "wachtplek_aanpassen");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const plek = openPlek(dossier, form.soort);
    if (!plek) return refuse({ kind: "verouderd" });
    const kring = wachtkring(dossier, tx.now).map(({ persoonId }) => persoonId);
    const { soort, nagevraagdOp } = plek;
    const problemen = checkWachtplek(form, { soorten: [soort], kring, today, nagevraagdOp });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { sinds, verwachtTot, contact: contactId } = form;
    if (!sinds || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (!(await saveWachtplek(tx, { ...plek, sinds, verwachtTot, contactId })))
      return refuse({ kind: "verouderd" });
    await logCase(tx, dossier, "wachtplek_aangepast", { soort, sinds: sinds.toString() });
    await save(await changed(tx, act, at, open.value));
    return ok(true);
  });
}

export type NavraagRefusal = { readonly kind: "velden"; readonly problemen: NavraagProblemen };

/** What was heard, of one place or more. What bridged a wait that is over ends with it. */
export function vraagNa(
  act: Act,
  at: AtVersion,
  form: NavraagForm,
): Promise<Result<readonly Navraag[], NavraagRefusal | ActRefusal>> {
  return perform<readonly Navraag[], NavraagRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "wachtlijst_nagaan");
    if (!open.ok) return open;
    const { dossier, gezien, today } = open.value;
    const checked = checkNavraag(dossier, form, { today, rust: rustNu(gezien) });
    if (!checked.ok) return refuse({ kind: "velden", problemen: checked.error });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    let after: Wachtlijst = dossier;
    for (const said of checked.value) {
      const next = await writeNavraag(tx, said, today);
      if (!next) return refuse({ kind: "verouderd" });
      after = metPlek(after, next);
      await logNavraag(tx, open.value, said);
    }
    const events: readonly TermEvent[] = [
      ...navraagEvents(dossier, checked.value).map((kind) => ({ kind, op: today })),
      ...eindeEvents(dossier, after, { op: today }),
    ];
    for (const event of events) await applyTermEvent(tx, act.world, dossier, event);
    await save(await changed(tx, act, at, open.value));
    return ok(checked.value);
  });
}

async function writeNavraag(tx: Tx, said: Navraag, today: Temporal.PlainDate) {
  const next = naAntwoord(said);
  if (!(await saveWachtplek(tx, next))) return null;
  if (said.antwoord === "wacht_nog" || !openOverbrugging(said.plek)) return next;
  const ended = { einde: "wachten_voorbij", op: today, doelcheck: null, reden: null } as const;
  await endOverbrugging(tx, said.plek.id, ended);
  return naOverbrugging(next, ended.einde, { op: today });
}

function logNavraag(tx: Tx, { dossier }: Opened, { plek: { soort, sinds }, antwoord, op }: Navraag) {
  const weken = antwoord === "gestart" ? wachtweken(sinds, op) : null;
  return logCase(tx, dossier, "wachtlijst_nagevraagd", { soort, antwoord, op: op.toString(), weken });
}

/** Nobody gets a message: who has it on a card sees how it stands. */
export function changed(tx: Tx, { actor }: Act, at: AtVersion, { dossier }: Opened) {
  const after = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
  return tell(tx, after, [], [actor.persoonId, ...holdersOf(dossier)]);
}
