/** The stored dossier in the words of the consent decision (consent.ts); nothing is decided here. */
import type { ConsentAntwoord, ConsentFacts, Informatiestand } from "./consent-facts.ts";
import { veiligeInstelling } from "./consent-setting.ts";
import type { AntwoordFeit, Dossier, UitzonderingFeit } from "./dossier.ts";
import { deelhouders } from "./gezag.ts";
import { instemmingMag } from "./instemming.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import { amsterdam } from "./today.ts";
import { isJa, isNee, lastAnswers } from "./toestemming-antwoord.ts";
import { agesOn, type BeslisserFacts, beslissersOn, holdersFor, outlivesSixteen } from "./wie-beslist.ts";

/** What the decision rests on; the month of birth comes opened, beside the rest. */
export type ConsentBasis = BeslisserFacts & Pick<Dossier, "domeinen" | "besluiten">;

/** As of the end of the day: what was said on it counts, and the last day to object is over with it. */
export function consentFactsOf(basis: ConsentBasis, day: Temporal.PlainDate): ConsentFacts {
  const { toestemming, regels, domeinen, partijen } = basis;
  const informatie = toestemming?.informatie;
  return {
    nu: endOf(day),
    ronde: null,
    leerling: {
      leeftijden: agesOn(basis.geboortemaand, day),
      wilsbekwaam: !partijen.some(({ partij, stand }) => partij === "leerling" && stand === "wilsonbekwaam"),
    },
    gezag: gezagOf(basis),
    vraag: {
      grondslag: toestemming?.grondslag ?? "geen",
      doel: "bespreking_szt",
      informatie: informatiestand(basis, day),
      geinformeerdOp: informatie?.verzondenOp.toPlainDateTime() ?? null,
      bezwaarTot: informatie ? endOf(informatie.bezwaarTot) : null,
      tekstHerkenbaar: false,
      externWilInhoud: false,
    },
    antwoorden: answersOn(toestemming?.antwoorden ?? [], day),
    reikwijdte: toestemming && {
      partners: toestemming.partners,
      // Spoken of is what is left; when nothing is, the question itself was left out.
      onderwerp: isLeftOut(basis) ? (domeinen[0] ?? null) : null,
      geldigTot: lastDayOf(toestemming),
      uitgesloten: toestemming.uitgesloten,
    },
    uitzondering: null,
    gebeurtenissen: isOtherQuestion(basis) ? [{ soort: "andere_vraag", partij: null, op: null }] : [],
    instelling: {
      // Of one signature and of an adviesvraag it is decided before this (wie-beslist.ts; they are no dossier).
      ...veiligeInstelling,
      stemLeerling: regels.stem_leerling,
      bezwaarLeerling: regels.bezwaar_leerling,
      instemming: instemmingMag(regels, domeinen) === null ? "toegestaan" : "niet_toegestaan",
      zestienJaar: outlivesSixteen(basis, day) ? "blijft_gelden" : "opnieuw_vragen",
    },
    akkoordRegie: hasAkkoord(basis, day),
  };
}

/** The same facts, with what was asked of the directeur in the place of what the parents said. */
export function withUitzondering(facts: ConsentFacts, uitzondering: UitzonderingFeit): ConsentFacts {
  const { stand, beslotenOp, functies, rondeDatum, vastTeLeggen } = uitzondering;
  const decided = stand === "ja";
  return {
    ...facts,
    vraag: { ...facts.vraag, grondslag: "uitzondering" },
    uitzondering: {
      gevraagdDoor: "ib",
      // A second person with the function directeur stands in for the first by that function alone.
      beslotenDoor: decided ? "directeur" : null,
      beslotenOp: decided && beslotenOp ? beslotenOp.toZonedDateTimeISO(amsterdam).toPlainDateTime() : null,
      // Without a motivation there is no decision to keep.
      gemotiveerd: decided,
      gedocumenteerd: vastTeLeggen === null,
      deelnemers: functies,
      geldigTot: rondeDatum,
      mandaat: false,
    },
  };
}

function endOf(day: Temporal.PlainDate): Temporal.PlainDateTime {
  return day.toPlainDateTime("23:59:59.999");
}

function gezagOf(basis: ConsentBasis): ConsentFacts["gezag"] {
  const { gezag, gezagMerken } = basis;
  const houders = holdersFor(basis, saidNo(basis));
  const nobody = houders.length === 0 && gezag !== "meerderjarig";
  return {
    soort: nobody ? "onbekend" : gezag,
    houders,
    gecontroleerd: gezag !== "onbekend",
    toezicht: gezagMerken.includes("ots") || gezagMerken.includes("gezinsvoogd"),
    deels: deelhouders(gezag, gezagMerken),
  };
}

function saidNo({ toestemming }: ConsentBasis): ReadonlySet<AntwoordFeit["partij"]> {
  const last = lastAnswers(toestemming?.antwoorden ?? []);
  return new Set(last.filter(({ soort }) => isNee(soort)).map(({ partij }) => partij));
}

/** In writing to everyone whose consent would be required, and understood. */
function informatiestand(basis: ConsentBasis, day: Temporal.PlainDate): Informatiestand | null {
  const { toestemming } = basis;
  if (!toestemming) return null;
  // The ib records a written toestemming with the form in hand, on which it stands.
  if (toestemming.grondslag === "schriftelijk") return "schriftelijk";
  const { informatie } = toestemming;
  if (!informatie || notInformed(basis, day).length > 0)
    return toestemming.grondslag === "instemming" ? "geen" : null;
  return informatie.begrepen === "nee" ? "schriftelijk_niet_begrepen" : "schriftelijk";
}

/** Those who decide and were not written to. */
export function notInformed(basis: ConsentBasis, day: Temporal.PlainDate): readonly AntwoordFeit["partij"][] {
  const whose = beslissersOn(basis, day);
  const aan = basis.toestemming?.informatie?.aan ?? [];
  return whose.ok ? whose.required.filter((partij) => !aan.includes(partij)) : [];
}

const vormOf: Record<AntwoordFeit["vorm"], ConsentAntwoord["vorm"]> = {
  papier: "schriftelijk",
  digitaal_geverifieerd: "digitaal_geverifieerd",
  // Spoken, and then confirmed in writing.
  mondeling_bevestigd: "schriftelijk",
  mail: "mail",
  mondeling: "mondeling",
};

/** Of the day itself only the day is known: on one day a no goes before a yes. */
function answersOn(antwoorden: readonly AntwoordFeit[], day: Temporal.PlainDate): readonly ConsentAntwoord[] {
  return antwoorden
    .filter(({ op }) => Temporal.PlainDate.compare(op, day) <= 0)
    .map(({ partij, soort, op, vorm }) => ({ partij, soort, vorm: vormOf[vorm], op: op.toPlainDateTime() }));
}

/** Whatever a form says, a yes does not outlive its school year. */
export function lastDayOf({
  grondslag,
  geldigTot,
  antwoorden,
}: NonNullable<Dossier["toestemming"]>): Temporal.PlainDate {
  const [first] = antwoorden
    .filter(({ soort }) => isJa(soort))
    .map(({ op }) => schoolYearEnd(op))
    .toSorted(Temporal.PlainDate.compare);
  const earlier = grondslag === "schriftelijk" && first && Temporal.PlainDate.compare(first, geldigTot) < 0;
  return earlier ? first : geldigTot;
}

function isLeftOut({ domeinen, toestemming }: ConsentBasis): boolean {
  return (
    domeinen.length > 0 && domeinen.every((domein) => toestemming?.uitgesloten.includes(domein) ?? false)
  );
}

/** A subject that was not in the question when it was asked. */
function isOtherQuestion({ domeinen, toestemming }: ConsentBasis): boolean {
  const asked = toestemming?.onderwerpen;
  return asked ? domeinen.some((domein) => !asked.includes(domein)) : false;
}

/**
 * Taken back is never asked: after a no of somebody who decides, or a day without any toestemming, the akkoord of before
 * counts no more, whatever was signed since.
 */
function hasAkkoord(basis: ConsentBasis, day: Temporal.PlainDate): boolean {
  const op = akkoordRegieOp(basis.besluiten);
  if (op === null || Temporal.PlainDate.compare(op, day) > 0) return false;
  const ended = endsOf(basis, day);
  return ended.every((end) => Temporal.PlainDate.compare(op, end) > 0);
}

function endsOf(basis: ConsentBasis, day: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const { toestemming, regels } = basis;
  const { nee = [], verlopenOp = null } = toestemming?.eerder ?? {};
  const whose = beslissersOn(basis, day);
  // Of a pupil who does not decide a no stops it where the samenwerkingsverband says so, and else is only written down.
  const counts = ({ partij }: { readonly partij: AntwoordFeit["partij"] }) =>
    partij !== "leerling" ||
    regels.bezwaar_leerling === "blokkeert" ||
    !whose.ok ||
    whose.required.includes(partij);
  return [...nee.filter(counts).map(({ op }) => op), ...(verlopenOp ? [verlopenOp] : [])];
}

/** The day of the akkoord on the last regierol that parents (or the pupil) answered about; null after a no. */
export function akkoordRegieOp(besluiten: Dossier["besluiten"]): Temporal.PlainDate | null {
  const answered = besluiten.filter((b) => b.besluiten.includes("regierol_toewijzen") && b.terugkoppeling);
  const last = answered
    .toSorted((one, other) => Temporal.Instant.compare(one.genomenOp, other.genomenOp))
    .at(-1)?.terugkoppeling;
  return last?.akkoord === "ja" ? (last.akkoordOp ?? last.verteldOp) : null;
}
