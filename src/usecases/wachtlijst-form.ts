import { loadDossier } from "#database/dossier.ts";
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { Kandidaat } from "#domain/akkoord.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { lezingOf } from "#domain/lezing.ts";
import {
  besluitenNu,
  eersteEinde,
  type OverbruggingBesluit,
  openOverbrugging,
} from "#domain/overbrugging.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { rustNu, wachtkring } from "#domain/see-wachtlijst.ts";
import { todayIn } from "#domain/today.ts";
import {
  antwoordenNu,
  type HulpSoort,
  openPlekken,
  vrijeSoorten,
  type WachtAntwoord,
} from "#domain/wachtlijst.ts";
import { recordLezingen } from "./lezing.ts";
import { overbruggingGrens } from "./overbrugging.ts";
import type { FormRefusal } from "./regierol-form.ts";
import { holdersOf } from "./regierol-open.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What the dialogs about waiting are drawn from: codes, days and names of colleagues, nothing of the pupil. */
export interface WachtlijstFormFacts {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly aanspreek: Aanspreek;
  readonly gezien: HulpvraagGezien;
  /** Kinds of help that can still be added. */
  readonly vrij: readonly HulpSoort[];
  readonly kring: readonly Kandidaat[];
  /** Who keeps the contact when nobody was chosen. */
  readonly houders: readonly string[];
  readonly antwoorden: readonly WachtAntwoord[];
  /** The last day on which what bridges may end. */
  readonly uiterlijk: Temporal.PlainDate;
  /** Of each place where something bridges: what can be decided. */
  readonly besluiten: Readonly<Partial<Record<HulpSoort, readonly OverbruggingBesluit[]>>>;
  /** What ends first, or else the place of which nothing was agreed yet. */
  readonly eerst: HulpSoort | null;
}

/** Refused when it is out of sight, or when this act is not open (any more) to this person. */
export async function loadWachtlijstForm(
  world: World,
  actor: Actor,
  id: string,
  may: HulpvraagAct,
): Promise<Result<WachtlijstFormFacts, FormRefusal>> {
  return world.database.transact(
    scopeOf(actor),
    async (tx): Promise<Result<WachtlijstFormFacts, FormRefusal>> => {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (!gezien) return refuse({ kind: "onzichtbaar" });
      if (!gezien.mag.has(may)) return refuse({ kind: "verouderd" });
      const today = todayIn(tx.now);
      const grens = await overbruggingGrens(tx, { dossier, gezien, today });
      const who = { persoonId: actor.persoonId, now: tx.now };
      await recordLezingen(tx, [lezingOf(dossier, { naam: false, wat: false }, who)], { via: "formulier" });
      const open = openPlekken(dossier);
      const loopt = open.flatMap((plek) => {
        const feit = openOverbrugging(plek);
        return feit ? [[plek.soort, besluitenNu(feit, grens)] as const] : [];
      });
      const free = open.find((plek) => !openOverbrugging(plek) && plek.geenOverbrugging === null);
      return ok({
        id,
        versie: dossier.versie,
        referentie: dossier.referentie,
        vandaag: today,
        aanspreek: gezien.aanspreek,
        gezien,
        vrij: vrijeSoorten(dossier),
        kring: wachtkring(dossier, tx.now),
        houders: holdersOf(dossier),
        antwoorden: antwoordenNu(rustNu(gezien)),
        uiterlijk: grens.uiterlijk,
        besluiten: Object.fromEntries(loopt),
        eerst: (eersteEinde(dossier)?.plek ?? free)?.soort ?? null,
      });
    },
  );
}
