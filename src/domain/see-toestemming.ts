/** What the ib needs to see to record a toestemming: whose answer counts, and what was recorded before. */
import type { Antwoordsoort, Domein, Functie, Gezag, Gezagsmerk, Partij, Toestemmingsdoel } from "./code.ts";
import type { Dossier, InformatieFeit, PartijFeit } from "./dossier.ts";
import type { HulpvraagGezien } from "./hulpvraag-view.ts";
import { type GeenInstemming, instemmingMag } from "./instemming.ts";
import { tafelFuncties } from "./intake.ts";
import { canSayNo } from "./nee-zeggen.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import type { Actor } from "./scope.ts";
import { seeHulpvraag } from "./see-hulpvraag.ts";
import { todayIn } from "./today.ts";
import { requiredFor } from "./toestemming.ts";
import { isJa, isNee, lastAnswers } from "./toestemming-antwoord.ts";
import type { Antwoord, AntwoordVan, Eerder } from "./toestemming-form.ts";
import type { UitzonderingStand } from "./uitzondering.ts";
import { explain, reveal, usualDoel, viewpointOf } from "./visibility.ts";
import { monthsOn, type RequiredPartijen } from "./wie-beslist.ts";

export interface ToestemmingGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string;
  readonly gezag: Gezag;
  readonly merken: readonly Gezagsmerk[];
  readonly partijen: readonly PartijFeit[];
  /** Months since the first of the month of birth. */
  readonly maanden: number;
  readonly whose: RequiredPartijen;
  /** How it stands, as on the card of the hulpvraag. */
  readonly stand: NonNullable<HulpvraagGezien["toestemming"]>;
  readonly antwoorden: readonly AntwoordVan[];
  /** What stands now, when it is a written toestemming. */
  readonly eerder: Eerder | null;
  /** The day of the no of each person whose last answer that was. */
  readonly nee: ReadonlyMap<Partij, Temporal.PlainDate>;
  readonly informatie: InformatieFeit | null;
  /** Subjects of the question. */
  readonly domeinen: readonly Domein[];
  readonly doelen: readonly Toestemmingsdoel[];
  readonly uitgesloten: readonly Domein[];
  /** Who can be named in the toestemming. */
  readonly tafel: readonly Functie[];
  /** Named before, or else those who were asked to the table. */
  readonly partners: readonly Functie[];
  readonly geldigTot: Temporal.PlainDate;
  readonly vandaag: Temporal.PlainDate;
  /** Why telling the parents without their yes is no ground here; null when it is one. */
  readonly geenInstemming: GeenInstemming | null;
  /** How the last question to the directeur stands; null when there was none. */
  readonly gevraagd: UitzonderingStand | null;
  /** The work is over: what is left to withdraw from is what is kept. */
  readonly afgesloten: boolean;
  /** Who can say no: whose yes still stands, and others who may object. */
  readonly bezwaarlijk: readonly Partij[];
  readonly mag: {
    readonly vastleggen: boolean;
    /** Record that the parents were told; not beside a written toestemming that holds. */
    readonly informeren: boolean;
    readonly intrekken: boolean;
    readonly uitbreiden: boolean;
  };
}

/** Null for everyone but the ib of the school, while the hulpvraag is there to be read. */
export function seeToestemming(
  dossier: Dossier,
  actor: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): ToestemmingGezien | null {
  const gezien = seeHulpvraag(dossier, actor, now);
  if (!gezien?.toestemming || !gezien.leerling?.geboortemaand) return null;
  const today = todayIn(now);
  const { toestemming } = dossier;
  const birth = Temporal.PlainYearMonth.from(gezien.leerling.geboortemaand);
  const tafel = tafelFuncties(dossier.team, today);
  const until = toestemming?.geldigTot;
  const written = toestemming?.grondslag === "schriftelijk";
  const bezwaarlijk = canSayNo(dossier);
  return {
    id: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    naam: gezien.leerling.naam,
    gezag: dossier.gezag,
    merken: dossier.gezagMerken,
    partijen: dossier.partijen,
    maanden: monthsOn(birth, today),
    whose: requiredFor(dossier, today),
    stand: gezien.toestemming,
    antwoorden: written ? recorded(dossier, actor, now) : [],
    eerder: written ? earlier(toestemming) : null,
    nee: new Map(
      lastAnswers(toestemming?.antwoorden ?? [])
        .filter(({ soort }) => isNee(soort))
        .map(({ partij, op }) => [partij, op]),
    ),
    informatie: toestemming?.informatie ?? null,
    domeinen: dossier.domeinen,
    doelen: toestemming?.doelen ?? ["bespreking_szt"],
    uitgesloten: toestemming?.uitgesloten ?? [],
    tafel,
    partners: (toestemming?.partners ?? dossier.aanTafel).filter((functie) => tafel.includes(functie)),
    geldigTot:
      written && until && Temporal.PlainDate.compare(until, today) >= 0 ? until : schoolYearEnd(today),
    vandaag: today,
    geenInstemming: instemmingMag(dossier.regels, dossier.domeinen),
    gevraagd: gezien.uitzondering?.stand ?? null,
    afgesloten: dossier.status === "afgesloten",
    bezwaarlijk,
    mag: {
      vastleggen: gezien.mag.has("toestemming_vastleggen"),
      informeren:
        gezien.mag.has("toestemming_vastleggen") &&
        instemmingMag(dossier.regels, dossier.domeinen) === null &&
        !(written && gezien.toestemming.geldig),
      intrekken:
        (gezien.mag.has("toestemming_vastleggen") || gezien.mag.has("toestemming_intrekken")) &&
        bezwaarlijk.length > 0,
      uitbreiden: gezien.mag.has("toestemming_vastleggen") && written && gezien.toestemming.geldig,
    },
  };
}

/** The toestemming that stands, as what a wider one is measured against. */
function earlier(toestemming: NonNullable<Dossier["toestemming"]>): Eerder {
  const ja = lastAnswers(toestemming.antwoorden).filter(({ soort }) => soort === "toestemming");
  const { partners, doelen, uitgesloten, geldigTot } = toestemming;
  return { partners, doelen, uitgesloten, geldigTot, ja: new Map(ja.map(({ partij, op }) => [partij, op])) };
}

function recorded(
  dossier: Dossier,
  { persoonId }: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): readonly AntwoordVan[] {
  const doel = usualDoel(dossier.status);
  const wat = explain({ ...viewpointOf(dossier, { persoonId, doel, now }), handeling: "wat_zien" });
  return lastAnswers(dossier.toestemming?.antwoorden ?? []).map(
    ({ partij, soort, op, vorm, bewaarplaats }) => ({
      partij,
      antwoord: antwoordOf(soort),
      op,
      vorm,
      bewaarplaats: bewaarplaats && reveal(wat, bewaarplaats),
    }),
  );
}

function antwoordOf(soort: Antwoordsoort): Antwoord {
  if (isJa(soort)) return "ja";
  return soort === "geen_reactie" ? "nog_niet" : "nee";
}
