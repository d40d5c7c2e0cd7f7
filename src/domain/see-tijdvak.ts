/** One item with the eyes of who was asked for it alone: the own time, the own item, and nothing of the rest. */
import type { Erbij, Komst, Plaats } from "./code.ts";
import type { AgendapuntFeit, Dossier } from "./dossier.ts";
import type { GenodigdeFeit } from "./genodigde.ts";
import { type Gelezen, lezingOf, showsContent } from "./lezing.ts";
import type { BuitenkantGezien, PuntGezien } from "./ronde-view.ts";
import { buitenkantOf } from "./see-punt.ts";
import { eyesOn, type Kijker, watOf } from "./see-ronde.ts";
import { seeVerslagPunt, type VerslagFacts } from "./see-verslag.ts";
import { eindVan, type Tijdvak } from "./tijdvak.ts";
import { todayIn } from "./today.ts";
import { type ConsentDecision, decideDossierOn } from "./toestemming.ts";
import { kringOf } from "./uitzondering-kring.ts";
import { dossierFor } from "./uitzondering-spoor.ts";
import type { VerslagPunt } from "./verslag-view.ts";
import { reveal } from "./visibility.ts";

export interface TijdvakFacts {
  readonly genodigde: GenodigdeFeit;
  /** Null when it is out of reach or erased. */
  readonly dossier: Dossier | null;
  readonly scholen: readonly string[];
  /** Of its round, once that is over; none when left out. */
  readonly verslag?: VerslagFacts | null;
}

interface Wanneer extends Tijdvak {
  readonly puntId: string;
  readonly eind: Temporal.PlainTime;
  readonly icsVolgorde: number;
}

/** What stands on the card of it in any state that has something to say. */
interface Waar {
  readonly scholen: readonly string[];
  readonly vandaag: Temporal.PlainDate;
  readonly plaats: Plaats;
  /** Whom to ask. */
  readonly voorzitter: string | null;
}

export interface TijdvakKomt extends Wanneer, Waar {
  readonly soort: "komt";
  readonly deelnameLink: string | null;
  /** The round has begun. */
  readonly bezig: boolean;
  /** It is spoken of now. */
  readonly aanDeBeurt: boolean;
  /** The order can still change. */
  readonly voorlopig: boolean;
  readonly hulpvraagId: string;
  /** Version of the hulpvraag. */
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string | null;
  readonly leerjaar: NonNullable<PuntGezien["leerling"]>["leerjaar"];
  readonly wat: PuntGezien["wat"];
  readonly bijdrage: ConsentDecision["externals"];
  readonly buitenkant: BuitenkantGezien | null;
  readonly kring: readonly string[] | null;
  readonly onleesbaar: boolean;
  readonly komst: Komst | null;
}

/** The round is over, and this is what may be read today of what was said about the own item. */
export interface TijdvakVerslag extends Wanneer, Waar {
  readonly soort: "verslag";
  readonly sztId: string;
  readonly aanwezigheid: Erbij | null;
  readonly punt: VerslagPunt;
}

export interface TijdvakOver extends Wanneer {
  readonly soort: "geweest";
}

export interface TijdvakVervallen extends Wanneer {
  readonly soort: "vervallen";
  /** What stands in a calendar can go. */
  readonly uitAgenda: boolean;
}

/** It is on, it was, there is a report of it, or it is off: the last says not why. */
export type TijdvakGezien = TijdvakKomt | TijdvakVerslag | TijdvakOver | TijdvakVervallen;

export function seeTijdvak(facts: TijdvakFacts, kijker: Kijker): TijdvakGezien | null {
  const { genodigde } = facts;
  const dossier = facts.dossier && dossierFor(facts.dossier, kijker.persoonId, kijker.now);
  if (genodigde.persoonId !== kijker.persoonId) return null;
  const { puntId, datum, begin, minuten, icsVolgorde } = genodigde;
  const wanneer = { puntId, datum, begin, minuten, eind: eindVan(genodigde), icsVolgorde };
  const punt = dossier?.agendapunten.find(({ id }) => id === puntId);
  if (genodigde.stand === "vervallen" || !dossier || !punt) return offOf(facts, wanneer, kijker);
  if (isOver(punt, datum, todayIn(kijker.now)))
    return reportOf(facts, punt, { wanneer, kijker }) ?? { ...wanneer, soort: "geweest" };
  return eyesOn(kijker, dossier).bestaan
    ? comingOf(facts, { dossier, punt }, { wanneer, kijker })
    : offOf(facts, wanneer, kijker);
}

/** A calendar takes an end only with a higher number than it knows; the row has that once it has ended itself. */
function offOf({ genodigde }: TijdvakFacts, wanneer: Wanneer, { now }: Kijker): TijdvakVervallen {
  const told = genodigde.stand === "vervallen";
  return {
    ...wanneer,
    soort: "vervallen",
    icsVolgorde: wanneer.icsVolgorde + (told ? 0 : 1),
    uitAgenda: Temporal.PlainDate.compare(todayIn(now), wanneer.datum) <= 0,
  };
}

function isOver({ status, ronde }: AgendapuntFeit, datum: Temporal.PlainDate, today: Temporal.PlainDate) {
  if (status === "besproken" || ronde.status === "gesloten") return true;
  return ronde.status === "gepland" && Temporal.PlainDate.compare(datum, today) < 0;
}

interface Drawing {
  readonly wanneer: Wanneer;
  readonly kijker: Kijker;
}

function whereOf({ scholen }: TijdvakFacts, { ronde }: AgendapuntFeit, { now }: Kijker): Waar {
  const chair = ronde.deelnemers.find(({ persoonId }) => persoonId === ronde.voorzitterId);
  return { scholen, vandaag: todayIn(now), plaats: ronde.plaats, voorzitter: chair?.naam ?? null };
}

function reportOf(
  facts: TijdvakFacts,
  item: AgendapuntFeit,
  { wanneer, kijker }: Drawing,
): TijdvakVerslag | null {
  const punt = facts.verslag ? seeVerslagPunt(facts.verslag, kijker, item.id) : null;
  if (!punt) return null;
  const aanwezigheid = facts.genodigde.aanwezigheid ?? null;
  return {
    ...wanneer,
    ...whereOf(facts, item, kijker),
    soort: "verslag",
    sztId: item.ronde.sztId,
    aanwezigheid,
    punt,
  };
}

function comingOf(
  facts: TijdvakFacts,
  { dossier, punt }: { readonly dossier: Dossier; readonly punt: AgendapuntFeit },
  { wanneer, kijker }: Drawing,
): TijdvakKomt {
  const { ronde, begonnenOp } = punt;
  const { now, persoonId } = kijker;
  const today = todayIn(now);
  const eyes = eyesOn(kijker, dossier);
  const leerling = reveal(eyes.naam, dossier.leerling);
  const bezig = ronde.status === "open";
  return {
    ...wanneer,
    ...whereOf(facts, punt, kijker),
    soort: "komt",
    deelnameLink: ronde.deelnameLink,
    bezig,
    aanDeBeurt: bezig && begonnenOp != null,
    voorlopig: ronde.agendaVastOp === null,
    hulpvraagId: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    naam: leerling?.naam ?? null,
    leerjaar: leerling && eyes.meer.allowed ? leerling.leerjaar : null,
    wat: watOf(dossier, eyes),
    bijdrage: eyes.wat.allowed ? decideDossierOn(dossier, today).externals : "geen",
    buitenkant: buitenkantOf(dossier, punt, { may: eyes.may, persoonId, now }),
    kring: eyes.wat.allowed ? kringOf(dossier, today) : null,
    onleesbaar: eyes.onleesbaar,
    komst: facts.genodigde.komst,
  };
}

/** What the card of it shows, for the log. */
export function tijdvakLezing(
  gezien: TijdvakGezien,
  dossier: Dossier | null,
  kijker: Kijker,
): readonly Gelezen[] {
  if (!dossier) return [];
  switch (gezien.soort) {
    case "komt":
      return [lezingOf(dossier, { naam: gezien.naam !== null, wat: gezien.wat !== null }, kijker)];
    case "verslag": {
      const { punt } = gezien;
      // The day of the review follows from what was decided.
      const wat = showsContent({ ...punt, wat: punt.evaluatieOp, correcties: punt.aanvullingen });
      return [lezingOf(dossier, { naam: punt.leerling !== null, wat }, kijker)];
    }
    case "geweest":
    case "vervallen":
      return [];
  }
}
