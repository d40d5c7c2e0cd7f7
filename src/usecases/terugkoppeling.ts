import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { beginRegie, setStatusAfterRound } from "#database/regierol.ts";
import { saveTerugkoppeling } from "#database/terugkoppeling.ts";
import { akkoordPartijen, akkoordVanaf, kandidatenOf } from "#domain/akkoord.ts";
import type { BesluitFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { relationsOf } from "#domain/relatie.ts";
import {
  checkTerugkoppeling,
  oudersHorenIn,
  type RegierolProblemen,
  type Terugkoppeling,
  type TerugkoppelingForm,
  type TerugkoppelingVeld,
} from "#domain/terugkoppeling.ts";
import { isVerzwegen } from "#domain/uitzondering.ts";
import { beginLoket } from "./aanmelding.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { close, tellClosed } from "./afsluiting.ts";
import { offer } from "./regierol-aanbod.ts";
import { groundHolds, logCase, type Opened, openFor, stepTo, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

export type TerugkoppelingRefusal =
  | { readonly kind: "velden"; readonly problemen: RegierolProblemen<TerugkoppelingVeld> }
  /** Without consent that holds nobody can be asked for the regierol. */
  | { readonly kind: "geen_grondslag" };

/** The ib can tell about the last besluit until an answer is recorded; also when the question waits for more information. */
export function mayTell({ dossier }: Opened, actor: Act["actor"], now: Temporal.Instant): boolean {
  const last = dossier.besluiten.at(-1);
  if (!last || last.terugkoppeling || isVerzwegen(dossier)) return false;
  const waits =
    last.besluiten.includes("meer_informatie") && ["klaargezet", "geagendeerd"].includes(dossier.status);
  const ib = relationsOf(dossier, actor.persoonId, now).has("ib_van_school");
  return ib && (dossier.status === "besproken" || waits);
}

/** What the parents were told, their answer, and everything that follows from it: together or not at all. */
export function recordTerugkoppeling(
  act: Act,
  at: AtVersion,
  form: TerugkoppelingForm,
): Promise<Result<Terugkoppeling["soort"], TerugkoppelingRefusal | ActRefusal>> {
  return perform<Terugkoppeling["soort"], TerugkoppelingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, (opened) => mayTell(opened, act.actor, tx.now));
    if (!open.ok) return open;
    const opened = open.value;
    const besluit = opened.dossier.besluiten.at(-1);
    if (!besluit) return refuse({ kind: "verouderd" });
    const partijen = akkoordPartijen(opened.dossier, opened.today);
    const checked = checkTerugkoppeling(form, {
      besluit,
      partijen,
      kandidaten: kandidatenOf(opened.dossier, opened.today).map(({ persoonId }) => persoonId),
      today: opened.today,
      akkoordVanaf: akkoordVanaf(opened.dossier),
    });
    if (!checked.ok) return refuse({ kind: "velden", problemen: checked.error });
    if (checked.value.soort === "akkoord" && !groundHolds(opened)) return refuse({ kind: "geen_grondslag" });
    const oudersHoren = oudersHorenIn(form, { partijen });
    const told = await carryOut({ tx, act, at, opened, besluit, oudersHoren }, checked.value);
    if (!told) return refuse({ kind: "verouderd" });
    await save(
      await tell(tx, { ...at, sztId: opened.dossier.sztId, versie: at.versie + 1 }, told, [
        act.actor.persoonId,
      ]),
    );
    return ok(checked.value.soort);
  });
}

interface Step {
  readonly tx: Tx;
  readonly act: Act;
  readonly at: AtVersion;
  readonly opened: Opened;
  readonly besluit: BesluitFeit;
  readonly oudersHoren: boolean | null;
}

/** Who has to hear of it; null when somebody was first. */
async function carryOut(step: Step, said: Terugkoppeling): Promise<readonly Notice[] | null> {
  const { tx, act, opened, besluit, oudersHoren } = step;
  const { dossier, today } = opened;
  if (!(await moveOn(step, said))) return null;
  const antwoord = "antwoord" in said ? said.antwoord : null;
  const akkoord = akkoordOf(said);
  const saved = await saveTerugkoppeling(tx, {
    besluitId: besluit.id,
    sztId: dossier.sztId,
    hulpvraagId: dossier.id,
    verteldOp: said.verteldOp,
    akkoord,
    akkoordOp: antwoord?.op ?? null,
    akkoordVan: antwoord?.van ?? [],
    oudersHoren,
  });
  if (!saved) return null;
  await applyTermEvent(tx, act.world, dossier, { kind: "ouders_geinformeerd", op: today });
  const closes = said.soort === "afsluiten" || (said.soort === "geweigerd" && said.sluit !== null);
  if (!closes) await beginLoket(tx, act, dossier, besluit.besluiten);
  await logCase(tx, dossier, "ouders_geinformeerd", {
    verteld_op: said.verteldOp.toString(),
    akkoord: akkoord ?? "nog_niet",
    van: antwoord?.van ?? [],
  });
  if (said.soort === "akkoord") {
    await applyTermEvent(tx, act.world, dossier, { kind: "akkoord_gegeven", op: today });
    const keuze = said.aan === besluit.regierolVoor ? (besluit.regierolKeuze ?? null) : null;
    return [await offer(tx, act, opened, { besluit, aan: said.aan, keuze })];
  }
  if (said.soort === "geweigerd")
    await applyTermEvent(tx, act.world, dossier, { kind: "akkoord_geweigerd", op: today });
  return closes ? tellClosed(dossier, act.actor) : [];
}

function akkoordOf(said: Terugkoppeling): "ja" | "nee" | "niet_nodig" | null {
  if (said.soort === "akkoord") return "ja";
  if (said.soort === "geweigerd") return "nee";
  return said.soort === "verteld" ? null : "niet_nodig";
}

/** The hulpvraag one version and perhaps one status further; false when somebody was first. */
async function moveOn({ tx, act, at, opened }: Step, said: Terugkoppeling): Promise<boolean> {
  const told = ["ouders_geinformeerd", "reden_vastgelegd"] as const;
  switch (said.soort) {
    case "akkoord":
      return beginRegie(tx, at);
    case "geweigerd": {
      const refused = [...told, "akkoord_geweigerd"] as const;
      if (!said.sluit) {
        const to = stepTo(tx, act, opened, { act: "opnieuw_na_weigering", given: refused });
        return (to === "klaargezet" || to === "concept") && setStatusAfterRound(tx, at, to);
      }
      const step = { act: "afsluiten_na_weigering", given: refused } as const;
      return close(tx, act, { at, opened, step, reden: said.sluit, verteldOp: said.verteldOp });
    }
    case "afsluiten": {
      const naam = said.reden === "basisondersteuning" ? "basisondersteuning" : "afsluiten";
      const step = { act: naam, given: told } as const;
      return close(tx, act, { at, opened, step, reden: said.reden, verteldOp: said.verteldOp });
    }
    case "gemeld": {
      const to = stepTo(tx, act, opened, { act: "doorlopen", given: told });
      return to === "in_uitvoering" ? setStatusAfterRound(tx, at, to) : touchHulpvraag(tx, at);
    }
    case "verteld":
      return touchHulpvraag(tx, at);
  }
}
