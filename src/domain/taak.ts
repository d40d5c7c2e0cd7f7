/** One open term as a task of one person: what it is, how it stands, and how it is done from a card. */
import type { Aanspreek } from "./aanspreek.ts";
import type { Dossier, TermijnFeit } from "./dossier.ts";
import { planBounds } from "./gepland.ts";
import type { HulpvraagGezien } from "./hulpvraag-view.ts";
import { isOpen, type OverdrachtGezien, overdrachtOf, overnemers } from "./overdracht.ts";
import { gepauzeerd } from "./pauze.ts";
import type { TermContext } from "./termijn.ts";
import { isMember, mayHandle, ownersOf, rests, told } from "./termijn-eigenaar.ts";
import type { PlainTermEvent } from "./termijn-event.ts";
import { type TermKind, termKindSchema } from "./termijn-table.ts";
import { todayIn } from "./today.ts";
import { type PostponableTerm, postponeBounds } from "./uitstel.ts";

/** Forms that can be opened from a task. */
export type TaakFormulier =
  | "terugkoppeling"
  | "giz"
  | "review"
  | "aanmelding"
  | "afsluiten"
  | "traject_tussen"
  | "traject_eind"
  | "afsluiting"
  | "wachtlijst"
  | "overbrugging"
  | "uitzondering_verslag"
  | "uitzondering_ouders";

/** `druk`: one press says that it is done. `kaart`: the card of the hulpvraag has the buttons for it. */
export type TaakWeg =
  | { readonly soort: "druk"; readonly event: PlainTermEvent }
  | { readonly soort: "formulier"; readonly formulier: TaakFormulier }
  | { readonly soort: "kaart" };

const druk = (event: PlainTermEvent): TaakWeg => ({ soort: "druk", event });
const formulier = (naam: TaakFormulier): TaakWeg => ({ soort: "formulier", formulier: naam });
const kaart: TaakWeg = { soort: "kaart" };

/** The act that ends each kind of term (003; model.md §3). */
export const taakWeg: Readonly<Record<TermKind, TaakWeg>> = {
  terugkoppeling_ouders: formulier("terugkoppeling"),
  akkoord_regierol: formulier("terugkoppeling"),
  aanbod_regierol: kaart,
  nieuw_aanbod: kaart,
  overdracht_regierol: kaart,
  eerste_contact: druk("contact_vastgelegd"),
  giz: formulier("giz"),
  actielijnen: druk("actielijnen_vastgelegd"),
  voortgang: druk("voortgang_vastgelegd"),
  driemaandsreview: formulier("review"),
  actie: druk("actie_gereed"),
  meer_informatie: druk("klaargezet"),
  toestemming_verloopt: kaart,
  bezwaartermijn: kaart,
  afsluiten_voorstellen: formulier("afsluiten"),
  afsluiting_bevestigen: formulier("afsluiting"),
  intrekking_afhandelen: druk("intrekking_afgehandeld"),
  gesprek_ouders: druk("gesprek_gevoerd"),
  stop_verwerking: druk("verwerking_gestopt"),
  meldcode_stap: druk("meldcode_nagelopen"),
  uitzondering_vastleggen: formulier("uitzondering_verslag"),
  ouders_achteraf: formulier("uitzondering_ouders"),
  traject_tussenevaluatie: formulier("traject_tussen"),
  traject_eindevaluatie: formulier("traject_eind"),
  wachtlijst_controle: formulier("wachtlijst"),
  overbrugging_einde: formulier("overbrugging"),
  loket_versturen: formulier("aanmelding"),
  loket_ontvangst: formulier("aanmelding"),
  loket_oppakken: formulier("aanmelding"),
  loket_navragen: formulier("aanmelding"),
  wijkteam_ontvangst: formulier("aanmelding"),
  wijkteam_oppakken: formulier("aanmelding"),
  wijkteam_navragen: formulier("aanmelding"),
  verslag: kaart,
};

/** `later`: this person put it off since the card that shows it was made. */
export const taakStanden = ["te_laat", "vandaag", "binnenkort", "later", "gedaan"] as const;
export type TaakStand = (typeof taakStanden)[number];

export interface TaakGezien {
  readonly id: string;
  readonly versie: number;
  readonly hulpvraagId: string;
  readonly hulpvraagVersie: number;
  readonly soort: TermKind;
  /** Of somebody else, on a hulpvraag of which this person reads no more than that it exists: not even what kind it is. */
  readonly verhuld?: boolean;
  readonly stand: TaakStand;
  readonly vervalt: Temporal.PlainDate;
  readonly referentie: string;
  readonly school: string;
  readonly aanspreek: Aanspreek;
  /** Null for who may know that it exists and not about whom. */
  readonly leerling: string | null;
  /** What was agreed, for an actie of which this person may read the text. */
  readonly omschrijving: string | null;
  /** False for who only hears that somebody else is late. */
  readonly vanMij: boolean;
  readonly verantwoordelijke: TermijnFeit["verantwoordelijke"];
  /** Who that is, as far as this person sees it on the hulpvraag. */
  readonly wie: string | null;
  readonly weg: TaakWeg;
  readonly kanUitstellen: boolean;
  /** An own day can be chosen, before it is due. */
  readonly kanPlannen?: boolean;
  /** The own day, of who sees it. */
  readonly gepland?: Temporal.PlainDate | null;
  /** Of an actie: somebody else can be asked to take it. */
  readonly kanOverdragen?: boolean;
  /** Of an actie: who had it left the team, and whoever sees this answers for it. */
  readonly houderWeg?: boolean;
  /** Of an actie: whom was asked to take it. */
  readonly overdracht?: OverdrachtGezien | null;
  /** On a bundle: it should have been said before. */
  readonly laat?: boolean;
  /** On a bundle: this person read of it before. */
  readonly kort?: boolean;
}

/** What a person may see and do of a hulpvraag, with the facts it was made from. */
export interface Bekeken {
  readonly dossier: Dossier;
  readonly gezien: HulpvraagGezien;
  readonly persoonId: string;
  readonly now: Temporal.Instant;
  readonly context: TermContext;
}

/** Every term that still stands, first due first; what was done is there too, for a card that showed it. */
export function takenOf(bekeken: Bekeken): readonly TaakGezien[] {
  return bekeken.dossier.termijnen.flatMap((term) => taakOf(bekeken, term) ?? []);
}

function taakOf(bekeken: Bekeken, term: TermijnFeit): TaakGezien | null {
  const { dossier, gezien, persoonId, now } = bekeken;
  const kind = termKindSchema.safeParse(term.soort);
  if (!kind.success || term.status === "vervallen") return null;
  if (term.status === "open" && rests(dossier, term, todayIn(now))) return null;
  if (term.status === "open" && gepauzeerd(dossier, term, todayIn(now))) return null;
  const vanMij = ownersOf(dossier, term, now).includes(persoonId);
  if (!vanMij && told(dossier, [persoonId], todayIn(now)).length === 0) return null;
  const soort = kind.data;
  const handles = term.status === "open" && mayHandle(dossier, term, persoonId, now);
  return {
    id: term.id,
    versie: term.versie,
    hulpvraagId: dossier.id,
    hulpvraagVersie: dossier.versie,
    soort,
    verhuld: !vanMij && !gezien.leestVerloop,
    stand: standOf(term, todayIn(now)),
    vervalt: term.vervalt,
    referentie: gezien.referentie,
    school: gezien.school,
    aanspreek: gezien.aanspreek,
    leerling: gezien.leerling?.naam ?? null,
    omschrijving: gezien.acties.find(({ id }) => id === term.actieId)?.omschrijving ?? null,
    vanMij,
    verantwoordelijke: term.verantwoordelijke,
    wie: doerOf(gezien, term),
    weg: handles && formOpen(gezien, taakWeg[soort]) ? taakWeg[soort] : kaart,
    kanUitstellen: handles && canPostpone(bekeken, term, soort),
    kanPlannen: handles && planBounds({ kind: soort, due: term.vervalt }, todayIn(now)) !== null,
    ...(handles ? handoverOf(bekeken, term) : {}),
  };
}

/** Only of an actie: a task that comes from the regierol goes along with that. */
function handoverOf(
  { dossier, now }: Bekeken,
  { actieId }: TermijnFeit,
): Pick<TaakGezien, "kanOverdragen" | "houderWeg" | "overdracht"> {
  const actie = dossier.acties.find(({ id }) => id === actieId);
  if (!actie || !isOpen(actie)) return {};
  return {
    kanOverdragen: overnemers(dossier, actie, now).length > 0,
    houderWeg: !isMember(dossier, actie.houderId, todayIn(now)),
    overdracht: overdrachtOf(dossier, actie, now),
  };
}

/** Read from what this person sees, so that the name of a holder shows nowhere else than the hulpvraag itself. */
function doerOf(
  { regierol, acties, aanbod }: HulpvraagGezien,
  { verantwoordelijke, actieId }: TermijnFeit,
): string | null {
  switch (verantwoordelijke) {
    case "ib":
      return null;
    case "regierolhouder":
      return regierol?.houder ?? null;
    case "actiehouder":
      return acties.find(({ id }) => id === actieId)?.houder ?? null;
    case "aangeboden":
      return aanbod?.naam ?? null;
  }
}

/** A form is offered only while the act itself is: the card of the hulpvraag says where it waits for. */
function formOpen({ mag, besluit, status }: HulpvraagGezien, weg: TaakWeg): boolean {
  if (weg.soort !== "formulier") return true;
  switch (weg.formulier) {
    case "terugkoppeling":
      return mag.has("terugkoppeling") || (status !== "besproken" && besluit?.oudersVerteld === false);
    case "giz":
      return mag.has("giz");
    case "aanmelding":
      return mag.has("aanmelding_regelen");
    case "afsluiten":
      return mag.has("afsluiting_voorstellen");
    case "afsluiting":
      return mag.has("afsluiting_bevestigen");
    case "wachtlijst":
      return mag.has("wachtlijst_nagaan");
    case "overbrugging":
      return mag.has("overbrugging_regelen");
    case "uitzondering_verslag":
    case "uitzondering_ouders":
    case "traject_tussen":
    case "traject_eind":
      return mag.has(weg.formulier);
    case "review":
      return true;
  }
}

function standOf(term: TermijnFeit, today: Temporal.PlainDate): TaakStand {
  if (term.status === "klaar") return "gedaan";
  const order = Temporal.PlainDate.compare(term.vervalt, today);
  if (order === 0) return "vandaag";
  return order < 0 ? "te_laat" : "binnenkort";
}

/** On a card of this day: what was put off since does not wait any more. */
export function putOffSince(
  taak: TaakGezien,
  { uitgesteld, vervaltSinds }: { readonly uitgesteld: number; readonly vervaltSinds: Temporal.PlainDate },
  datum: Temporal.PlainDate,
): TaakGezien {
  const since = uitgesteld > 0 && Temporal.PlainDate.compare(vervaltSinds, datum) >= 0;
  return since && taak.stand === "binnenkort" ? { ...taak, stand: "later" } : taak;
}

function canPostpone({ dossier, now, context }: Bekeken, term: TermijnFeit, kind: TermKind): boolean {
  return postponeBounds(postponable(dossier, term, kind), todayIn(now), context).ok;
}

export function postponable(
  { urgentie }: Pick<Dossier, "urgentie">,
  term: Pick<TermijnFeit, "vervalt" | "uitgesteld">,
  kind: TermKind,
): PostponableTerm {
  return { kind, due: term.vervalt, postponed: term.uitgesteld, urgentie };
}
