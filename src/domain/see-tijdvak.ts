/** One item with the eyes of who was asked for it alone: the own time, the own item, and nothing of the rest. */
import type { Komst, Plaats } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import type { GenodigdeFeit } from "./genodigde.ts";
import { type Gelezen, lezingOf } from "./lezing.ts";
import type { PuntGezien } from "./ronde-view.ts";
import { eyesOn, type Kijker, watOf } from "./see-ronde.ts";
import { eindVan, type Tijdvak } from "./tijdvak.ts";
import { todayIn } from "./today.ts";
import { type ConsentDecision, decideDossierOn } from "./toestemming.ts";
import { kringOf } from "./uitzondering-kring.ts";
import { dossierFor } from "./uitzondering-spoor.ts";
import { reveal } from "./visibility.ts";

export interface TijdvakFacts {
  readonly genodigde: GenodigdeFeit;
  /** Null when it is out of reach or erased. */
  readonly dossier: Dossier | null;
  readonly scholen: readonly string[];
}

interface Wanneer extends Tijdvak {
  readonly puntId: string;
  readonly eind: Temporal.PlainTime;
}

/** It is on, it was, or it is off: the last says not why. */
export type TijdvakGezien =
  | (Wanneer & {
      readonly soort: "komt";
      readonly scholen: readonly string[];
      readonly vandaag: Temporal.PlainDate;
      readonly plaats: Plaats;
      readonly deelnameLink: string | null;
      /** Whom to ask. */
      readonly voorzitter: string | null;
      /** The round has begun. */
      readonly bezig: boolean;
      /** The order can still change. */
      readonly voorlopig: boolean;
      readonly referentie: string;
      readonly naam: string | null;
      readonly leerjaar: NonNullable<PuntGezien["leerling"]>["leerjaar"];
      readonly wat: PuntGezien["wat"];
      readonly bijdrage: ConsentDecision["externals"];
      readonly kring: readonly string[] | null;
      readonly onleesbaar: boolean;
      readonly komst: Komst | null;
      readonly icsVolgorde: number;
    })
  | (Wanneer & { readonly soort: "geweest" | "vervallen"; readonly icsVolgorde: number });

export function seeTijdvak(
  { genodigde, dossier: whole, scholen }: TijdvakFacts,
  kijker: Kijker,
): TijdvakGezien | null {
  const dossier = whole && dossierFor(whole, kijker.persoonId, kijker.now);
  if (genodigde.persoonId !== kijker.persoonId) return null;
  const { puntId, datum, begin, minuten, icsVolgorde, komst } = genodigde;
  const wanneer = { puntId, datum, begin, minuten, eind: eindVan(genodigde), icsVolgorde };
  const today = todayIn(kijker.now);
  const punt = dossier?.agendapunten.find(({ id }) => id === puntId);
  if (genodigde.stand === "vervallen" || !dossier || !punt) return { ...wanneer, soort: "vervallen" };
  const { ronde } = punt;
  const over =
    punt.status === "besproken" ||
    ronde.status === "gesloten" ||
    (ronde.status === "gepland" && Temporal.PlainDate.compare(datum, today) < 0);
  if (over) return { ...wanneer, soort: "geweest" };
  const eyes = eyesOn(kijker, dossier);
  if (!eyes.bestaan) return { ...wanneer, soort: "vervallen" };
  const leerling = reveal(eyes.naam, dossier.leerling);
  return {
    ...wanneer,
    soort: "komt",
    scholen,
    vandaag: today,
    plaats: ronde.plaats,
    deelnameLink: ronde.deelnameLink,
    voorzitter: ronde.deelnemers.find(({ persoonId }) => persoonId === ronde.voorzitterId)?.naam ?? null,
    bezig: ronde.status === "open",
    voorlopig: ronde.agendaVastOp === null,
    referentie: dossier.referentie,
    naam: leerling?.naam ?? null,
    leerjaar: leerling && eyes.meer.allowed ? leerling.leerjaar : null,
    wat: watOf(dossier, eyes),
    bijdrage: eyes.wat.allowed ? decideDossierOn(dossier, today).externals : "geen",
    kring: eyes.wat.allowed ? kringOf(dossier, today) : null,
    onleesbaar: eyes.onleesbaar,
    komst,
  };
}

/** What the card of it shows, for the log. */
export function tijdvakLezing(
  gezien: TijdvakGezien,
  dossier: Dossier | null,
  kijker: Kijker,
): readonly Gelezen[] {
  if (gezien.soort !== "komt" || !dossier) return [];
  return [lezingOf(dossier, { naam: gezien.naam !== null, wat: gezien.wat !== null }, kijker)];
}
