/** One request to the directeur with the eyes of the ib or of that directeur; its texts pass the visibility rule here. */
import type { Functie } from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { leesTekst, type Ogen } from "./lees-tekst.ts";
import { activeOn, ofSchool, type Relatie, relationsOf } from "./relatie.ts";
import type { Sealed } from "./sealed.ts";
import { naamIn } from "./teamlidnaam.ts";
import { todayIn } from "./today.ts";
import {
  type UitzonderingAct,
  type UitzonderingReden,
  type UitzonderingStand,
  uitzonderingStep,
  type VeiligThuisStand,
  type Vervalreden,
} from "./uitzondering.ts";
import { explain, explainVerzoek, reveal, usualDoel, viewpointOf } from "./visibility.ts";

/** What was asked and decided, as it is kept: nothing of the leerling is in it. */
export interface VerzoekFeit {
  readonly id: string;
  readonly versie: number;
  readonly hulpvraagId: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly school: string;
  readonly referentie: string;
  /** The name of the case in the log. */
  readonly zaak: Buffer | null;
  readonly stand: UitzonderingStand;
  readonly waarom: Vervalreden | null;
  readonly rondeId: string;
  readonly rondeDatum: Temporal.PlainDate;
  readonly rondeBegin: Temporal.PlainTime;
  readonly geopend: boolean;
  readonly redenen: readonly UitzonderingReden[];
  readonly veiligThuis: VeiligThuisStand;
  readonly reden: Sealed<string>;
  readonly kring: readonly string[];
  readonly gevraagdDoor: string;
  readonly gevraagdOp: Temporal.Instant;
  readonly directeurId: string;
  readonly besluit: {
    readonly besluit: "ja" | "nee";
    readonly kring: readonly string[];
    readonly motivatie: Sealed<string>;
    readonly op: Temporal.Instant;
  } | null;
  /** How often it was asked before for the same hulpvraag. */
  readonly eerder: number;
}

export type UitzonderingMag = "besluiten" | "terugnemen" | "intrekken" | "verslag" | "ouders";

export interface KringLid {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie | null;
  /** False when the directeur left this one out. */
  readonly blijft: boolean;
}

export interface UitzonderingGezien {
  readonly id: string;
  readonly versie: number;
  readonly ik: "ib" | "directeur";
  readonly referentie: string;
  readonly school: string;
  readonly vandaag: Temporal.PlainDate;
  readonly stand: UitzonderingStand;
  readonly waarom: Vervalreden | null;
  readonly ronde: { readonly datum: Temporal.PlainDate; readonly begin: Temporal.PlainTime };
  readonly redenen: readonly UitzonderingReden[];
  readonly veiligThuis: VeiligThuisStand;
  readonly reden: string | null;
  readonly vrager: string;
  readonly vragerId: string;
  readonly directeur: string;
  readonly gevraagdOp: Temporal.PlainDate;
  readonly kring: readonly KringLid[];
  readonly besluit: {
    readonly besluit: "ja" | "nee";
    readonly op: Temporal.PlainDate;
    readonly motivatie: string | null;
  } | null;
  readonly eerder: number;
  /** For the ib: the hulpvraag that it is about, and what is asked of her around the round. */
  readonly hulpvraag: {
    readonly id: string;
    readonly versie: number;
    /** Who leads the round is not in the circle, so nobody there can record what is decided. */
    readonly notulistNodig: boolean;
    readonly directeurWeg: boolean;
    readonly vastleggen: boolean;
    readonly oudersWeten: boolean;
    readonly herzienOp: Temporal.PlainDate | null;
  } | null;
  readonly mag: ReadonlySet<UitzonderingMag>;
}

export interface VerzoekKijker {
  readonly persoonId: string;
  readonly team: readonly TeamlidFeit[];
  /** In reach of who works on cases in this SZT; never of the directeur. */
  readonly dossier: Dossier | null;
  readonly now: Temporal.Instant;
}

/** Null for everybody but the directeur who was asked, and the ib of the school. */
export function seeUitzondering(verzoek: VerzoekFeit, kijker: VerzoekKijker): UitzonderingGezien | null {
  const { persoonId, dossier, now } = kijker;
  if (isAsked(verzoek, kijker)) {
    const decision = explainVerzoek(new Set<Relatie>(["directeur", "gevraagde_directeur"]));
    const lees = (text: Sealed<string>) => reveal(decision, text);
    return decision.allowed ? viewOf(verzoek, kijker, { ik: "directeur", lees }) : null;
  }
  if (!dossier || !relationsOf(dossier, persoonId, now).has("ib_van_school")) return null;
  const viewpoint = viewpointOf(dossier, { persoonId, doel: usualDoel(dossier.status), now });
  const decision = explain({ ...viewpoint, handeling: "verzoek_zien" });
  const ogen: Ogen = {
    naam: explain({ ...viewpoint, handeling: "naam_zien" }),
    wat: explain({ ...viewpoint, handeling: "wat_zien" }),
    leerling: dossier.leerling,
    ib: true,
  };
  // The directeur can have typed the name that the ib told by telephone, and she may know it no more.
  const lees = (text: Sealed<string>) => leesTekst(text, decision, ogen);
  return decision.allowed ? viewOf(verzoek, kijker, { ik: "ib", lees }) : null;
}

/** Was asked, and is the directeur of this school today. */
function isAsked({ directeurId, schoolId }: VerzoekFeit, { persoonId, team, now }: VerzoekKijker): boolean {
  return directeurId === persoonId && leads({ team, schoolId }, persoonId, todayIn(now));
}

/** Is directeur of this school, and not of another that the SZT serves. */
export function leads(
  { team, schoolId }: Pick<Dossier, "team" | "schoolId">,
  persoonId: string,
  today: Temporal.PlainDate,
): boolean {
  return ofSchool(team, schoolId).some(
    (lid) => lid.persoonId === persoonId && lid.functie === "directeur" && activeOn(lid, today),
  );
}

function viewOf(
  verzoek: VerzoekFeit,
  kijker: VerzoekKijker,
  { ik, lees }: { readonly ik: "ib" | "directeur"; readonly lees: (text: Sealed<string>) => string | null },
): UitzonderingGezien {
  const { team, now } = kijker;
  const { besluit } = verzoek;
  return {
    id: verzoek.id,
    versie: verzoek.versie,
    ik,
    referentie: verzoek.referentie,
    school: verzoek.school,
    vandaag: todayIn(now),
    stand: verzoek.stand,
    waarom: verzoek.waarom,
    ronde: { datum: verzoek.rondeDatum, begin: verzoek.rondeBegin },
    redenen: verzoek.redenen,
    veiligThuis: verzoek.veiligThuis,
    reden: lees(verzoek.reden),
    vrager: naamIn(team, verzoek.gevraagdDoor),
    vragerId: verzoek.gevraagdDoor,
    directeur: naamIn(team, verzoek.directeurId),
    gevraagdOp: todayIn(verzoek.gevraagdOp),
    kring: verzoek.kring.map((persoonId) => ({
      persoonId,
      naam: naamIn(team, persoonId),
      functie: team.find((lid) => lid.persoonId === persoonId)?.functie ?? null,
      blijft: besluit?.besluit !== "ja" || besluit.kring.includes(persoonId),
    })),
    besluit: besluit && {
      besluit: besluit.besluit,
      op: todayIn(besluit.op),
      motivatie: lees(besluit.motivatie),
    },
    eerder: verzoek.eerder,
    hulpvraag: ik === "ib" ? around(verzoek, kijker) : null,
    mag: actsOf(verzoek, kijker, ik),
  };
}

function around(
  { schoolId, rondeId, directeurId, kring, besluit, stand }: VerzoekFeit,
  { dossier, team, now }: VerzoekKijker,
): UitzonderingGezien["hulpvraag"] {
  if (!dossier) return null;
  const ronde = dossier.agendapunten.find((punt) => punt.ronde.id === rondeId)?.ronde;
  const circle = besluit?.kring ?? kring;
  const leiders = ronde ? [ronde.voorzitterId, ronde.notulistId] : [];
  return {
    id: dossier.id,
    versie: dossier.versie,
    notulistNodig: stand === "ja" && ronde !== undefined && !leiders.some((id) => id && circle.includes(id)),
    directeurWeg: stand === "gevraagd" && !leads({ team, schoolId }, directeurId, todayIn(now)),
    vastleggen: dossier.uitzondering?.vastTeLeggen !== null,
    oudersWeten: dossier.uitzondering?.oudersWeten ?? false,
    herzienOp: dossier.uitzondering?.herzienOp ?? null,
  };
}

function actsOf(
  verzoek: VerzoekFeit,
  { dossier, now }: VerzoekKijker,
  who: "ib" | "directeur",
): ReadonlySet<UitzonderingMag> {
  const can = (act: UitzonderingAct) => uitzonderingStep(verzoek, { act, who, today: todayIn(now) }) !== null;
  const last = dossier?.uitzondering?.id === verzoek.id ? dossier.uitzondering : null;
  const over = last !== null && last.stand !== "gevraagd" && last.stand !== "ja";
  const may: Readonly<Record<UitzonderingMag, boolean>> = {
    besluiten: can("ja"),
    terugnemen: can("terugnemen"),
    intrekken: can("intrekken"),
    verslag: who === "ib" && last !== null && last.vastTeLeggen !== null,
    ouders: who === "ib" && over && !last.oudersWeten,
  };
  return new Set((Object.keys(may) as UitzonderingMag[]).filter((act) => may[act]));
}
