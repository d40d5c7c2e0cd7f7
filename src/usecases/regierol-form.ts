import { loadDossier } from "#database/dossier.ts";
import { toldOn } from "#database/terugkoppeling.ts";
import type { Aanspreek } from "#domain/aanspreek.ts";
import { akkoordPartijen, type Kandidaat, kandidatenOf, refusalsOf } from "#domain/akkoord.ts";
import { type Afsluitreden, type Besluit, type Partij, partijen } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { lezingOf } from "#domain/lezing.ts";
import { koppelbaar, meedenkersOf } from "#domain/meedenker.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { houderOf, waarnemersOf } from "#domain/waarneming.ts";
import { recordLezingen } from "./lezing.ts";
import { mayTell } from "./terugkoppeling.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What the dialogs around the regierol are drawn from: codes, days and names of colleagues, nothing of the pupil. */
export interface RegierolFormFacts {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly besluiten: readonly Besluit[];
  /** The person of the besluit, when still able to take the regierol; otherwise `weg`. */
  readonly voorgesteld: string | null;
  readonly weg: string | null;
  readonly kandidaten: readonly Kandidaat[];
  /** Ids of those who were asked after this besluit and said no. */
  readonly geweigerd: readonly string[];
  /** Whom the holder proposed to give it to. */
  readonly voorstelAan: string | null;
  readonly waarnemers: readonly Kandidaat[];
  readonly ibs: readonly string[];
  readonly nu: {
    readonly door: string;
    readonly van: Temporal.PlainDate;
    readonly tot: Temporal.PlainDate;
  } | null;
  readonly koppelbaar: readonly Kandidaat[];
  readonly gekoppeld: readonly string[];
  readonly gezien: HulpvraagGezien;
  readonly partijen: readonly Partij[];
  readonly aanspreek: Aanspreek;
  readonly oudersHoren: boolean | null;
  readonly verteldOp: Temporal.PlainDate | null;
  readonly afsluiting: Afsluitreden | null;
  /** Own open acties; the text only for who may read it. */
  readonly acties: readonly {
    readonly id: string;
    readonly omschrijving: string | null;
    readonly datum: Temporal.PlainDate;
  }[];
}

export type FormRefusal = { readonly kind: "onzichtbaar" } | { readonly kind: "verouderd" };

/** Refused when it is out of sight, or when this act is not open (any more) to this person. */
export async function loadRegierolForm(
  world: World,
  actor: Actor,
  id: string,
  /** One of these has to be open. */
  ...acts: readonly [HulpvraagAct, ...HulpvraagAct[]]
): Promise<Result<RegierolFormFacts, FormRefusal>> {
  return world.database.transact(
    scopeOf(actor),
    async (tx): Promise<Result<RegierolFormFacts, FormRefusal>> => {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (!gezien) return refuse({ kind: "onzichtbaar" });
      const today = todayIn(tx.now);
      const opened = { dossier, gezien, today };
      const may = acts.find((act) =>
        act === "terugkoppeling" ? mayTell(opened, actor, tx.now) : gezien.mag.has(act),
      );
      if (!may) return refuse({ kind: "verouderd" });
      const besluit = dossier.besluiten.at(-1);
      const kandidaten = kandidatenOf(dossier, today);
      const chosen = kandidaten.find(({ persoonId }) => persoonId === besluit?.regierolVoor);
      const named = dossier.team.find(({ persoonId }) => persoonId === besluit?.regierolVoor);
      const acties = gezien.acties.filter((actie) => actie.vanMij && !actie.gedaan);
      const ownText = may === "actie_gedaan" && acties.some(({ omschrijving }) => omschrijving !== null);
      // What was already done is shown to copy over.
      const wat =
        ownText || ((may === "aanmelding_loket" || may === "aanmelding_wijkteam") && gezien.wat !== null);
      const who = { persoonId: actor.persoonId, now: tx.now };
      await recordLezingen(tx, [lezingOf(dossier, { naam: false, wat }, who)], { via: "formulier" });
      return ok({
        id,
        versie: dossier.versie,
        referentie: dossier.referentie,
        vandaag: today,
        besluiten: besluit?.besluiten ?? [],
        voorgesteld: chosen?.naam ?? null,
        weg: chosen ? null : (named?.naam ?? null),
        kandidaten: kandidaten.filter(({ persoonId }) => canBeAsked(dossier, persoonId, may)),
        voorstelAan: dossier.voorstel?.aanId ?? null,
        ...around(dossier, tx.now),
        gezien,
        geweigerd: refusalsOf(dossier).map(({ persoonId }) => persoonId),
        // Without a ground to go by everyone can be named; a yes is refused then all the same.
        partijen: akkoordPartijen(dossier, today) ?? partijen,
        aanspreek: gezien.aanspreek,
        oudersHoren: gezien.oudersHoren,
        verteldOp: besluit ? await toldOn(tx, besluit.id) : null,
        afsluiting: dossier.afsluitingVoorgesteld,
        acties,
      });
    },
  );
}

/** Who has not answered yet is not somebody else, and neither is who has it. */
function canBeAsked(dossier: Dossier, persoonId: string, may: HulpvraagAct): boolean {
  const { aanbod } = dossier;
  const asked = aanbod?.status === "aangeboden" && aanbod.persoonId === persoonId;
  switch (may) {
    case "ander_regierol_aanbod":
      return !asked;
    case "overdracht_overnemen":
    case "regierol_overdragen":
    case "overdracht_voorstellen":
      return !asked && persoonId !== houderOf(dossier);
    default:
      return true;
  }
}

/** Who can stand in or think along, and who does. */
function around(dossier: Dossier, now: Temporal.Instant) {
  const today = todayIn(now);
  const { waarneming } = dossier;
  const able = koppelbaar(dossier, now);
  const linked = meedenkersOf(dossier);
  return {
    waarnemers: waarnemersOf(dossier, today),
    ibs: ibsOf(dossier, today),
    nu: waarneming ? { door: waarneming.doorId, van: waarneming.van, tot: waarneming.tot } : null,
    koppelbaar: able,
    gekoppeld: linked.filter((id) => able.some(({ persoonId }) => persoonId === id)),
  };
}
