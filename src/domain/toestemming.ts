/**
 * Whether a hulpvraag may be discussed by name on a given day: a view of the one decision (consent.ts) for the rest of
 * the product, with what is missing spelled out so that the ib can be told what to do. Default deny.
 */
import { type Functie, functies, type Gezagsmerk, type Grondslag, ibFuncties, type Partij } from "./code.ts";
import { besluitConsent } from "./consent.ts";
import { type ConsentBasis, consentFactsOf, lastDayOf, withUitzondering } from "./consent-dossier.ts";
import { missingFrom } from "./consent-missing.ts";
import type { Dossier } from "./dossier.ts";
import { isLopend } from "./hulpvraag.ts";
import type { GeenInstemming } from "./instemming.ts";
import { geboortemaandSchema } from "./leerling-gegevens.ts";
import { isNee, lastAnswers } from "./toestemming-antwoord.ts";
import { isOpen } from "./uitzondering.ts";
import { opens, unseal } from "./unseal.ts";
import type { Verjaardag } from "./verjaardag.ts";
import { type BeslisserFacts, beslissersOn, monthsOn, type RequiredPartijen } from "./wie-beslist.ts";

/** The part of a dossier on which the decision rests. */
export type ConsentDossier = Omit<ConsentBasis, "geboortemaand"> &
  Pick<Dossier, "leerling" | "uitzondering" | "gezagGecontroleerdOp">;

export type Missing =
  | { readonly code: "gezag_controleren" }
  | { readonly code: "geboortemaand_onmogelijk" }
  /** Nothing can be said: a key is missing, or what is kept is damaged. */
  | { readonly code: "niet_te_lezen" }
  | { readonly code: "geen_grondslag" }
  | { readonly code: "geen_besluit_directeur" }
  | { readonly code: "toestemming_ontbreekt"; readonly partij: Partij }
  | { readonly code: "toestemming_ingetrokken"; readonly partij: Partij }
  | { readonly code: "toestemming_geweigerd"; readonly partij: Partij }
  | { readonly code: "bezwaar_gemaakt"; readonly partij: Partij }
  /** Cannot be reached, or cannot decide; what to do then is another way than waiting. */
  | { readonly code: "partij_onbereikbaar"; readonly partij: Partij }
  | { readonly code: "partij_wilsonbekwaam"; readonly partij: Partij }
  /** A yes that nobody can prove. */
  | { readonly code: "bewijs_ontbreekt"; readonly partij: Partij }
  | { readonly code: "niet_geinformeerd"; readonly partijen: readonly Partij[] }
  | { readonly code: "niet_begrepen" }
  /** `vanaf`: the first weekday on which it can be discussed. */
  | {
      readonly code: "bezwaartermijn_loopt";
      readonly tot: Temporal.PlainDate;
      readonly vanaf: Temporal.PlainDate;
    }
  | { readonly code: "instemming_mag_niet"; readonly waarom: GeenInstemming }
  /** The question is about something else by now than when it was asked. */
  | { readonly code: "ander_onderwerp" }
  | { readonly code: "onderwerp_uitgesloten" }
  | { readonly code: "geen_partners_genoemd" }
  | { readonly code: "toestemming_verlopen"; readonly geldigTot: Temporal.PlainDate }
  /** It holds today, and no longer from that birthday on. */
  | ({ readonly code: "verjaardag" } & Verjaardag);

export const channelFields = [
  "caseRef",
  "fase",
  "volgendeDatum",
  "regierolFunctie",
  "loketDoorgezet",
] as const;
export type ChannelField = (typeof channelFields)[number];

export interface ConsentDecision {
  readonly ok: boolean;
  readonly discuss: "op_naam" | "niet";
  readonly grondslag: Exclude<Grondslag, "anoniem"> | null;
  readonly missing: readonly Missing[];
  /** Must still be asked, but their silence does not block. */
  readonly alsoAsk: readonly Partij[];
  /** Marks of the gezag because of which somebody beside the parents is spoken with first; that blocks nothing. */
  readonly afstemmen: readonly Gezagsmerk[];
  /** The ib of the school and the named partners; nobody when it may not be discussed. */
  readonly mayName: readonly Functie[];
  readonly channel: { readonly post: boolean; readonly fields: readonly ChannelField[] };
  /** What people outside the school may contribute. */
  readonly externals: "volledig" | "buitenkant" | "eigen_afweging" | "geen";
  readonly regierol: "toewijsbaar" | "na_toestemming" | "nee";
  readonly validUntil: Temporal.PlainDate | null;
}

/** Whose consent is needed for this dossier; the month of birth is opened here and goes no further. */
export function requiredFor(
  dossier: Omit<BeslisserFacts, "geboortemaand"> & Pick<Dossier, "leerling">,
  day: Temporal.PlainDate,
): RequiredPartijen {
  const geboortemaand = birthMonth(dossier.leerling);
  if (!geboortemaand) return { ok: false, error: { kind: "geboortemaand_onmogelijk" } };
  return beslissersOn({ ...dossier, geboortemaand }, day);
}

/** With the month of birth opened; null where that cannot be read. */
export function consentBasisOf(dossier: ConsentDossier): ConsentBasis | null {
  const geboortemaand = birthMonth(dossier.leerling);
  return geboortemaand && { ...dossier, geboortemaand };
}

/** Null for a month that cannot be read: denied, not thrown, because an error would carry it. */
function birthMonth(leerling: Dossier["leerling"]): Temporal.PlainYearMonth | null {
  if (!opens(leerling)) return null;
  const { geboortemaand } = unseal(leerling);
  return geboortemaandSchema.safeParse(geboortemaand).success
    ? Temporal.PlainYearMonth.from(geboortemaand)
    : null;
}

/** Decides for a day, such as today or that of a coming overlegronde: a toestemming ends at midnight after its last day. */
export function decideDossierOn(dossier: ConsentDossier, day: Temporal.PlainDate): ConsentDecision {
  const { toestemming } = dossier;
  const grondslag = toestemming?.grondslag ?? null;
  if (!opens(dossier.leerling)) return impossible(grondslag, "niet_te_lezen");
  const geboortemaand = birthMonth(dossier.leerling);
  if (!geboortemaand || monthsOn(geboortemaand, day) < 0) return impossible(grondslag);
  const basis = { ...dossier, geboortemaand };
  const { facts, besluit, door } = decided(basis, dossier.uitzondering, day);
  const ok = besluit.bespreken === "op_naam";
  const whose = beslissersOn(basis, day);
  const said = new Set(
    facts.antwoorden.filter(({ soort }) => soort !== "geen_reactie").map(({ partij }) => partij),
  );
  return {
    ok,
    discuss: ok ? "op_naam" : "niet",
    grondslag: door ? "uitzondering" : grondslag,
    missing: ok ? [] : missingFrom(besluit.redenen, { basis, facts, day }),
    afstemmen: besluit.taken.some(({ code }) => code === "STEM_AF_MET_JEUGDBESCHERMER")
      ? basis.gezagMerken.filter((merk) => merk !== "gescheiden")
      : [],
    alsoAsk: whose.ok ? whose.asked.filter((partij) => !said.has(partij)) : [],
    mayName: ok ? functies.filter((functie) => isSchool(functie) || besluit.naamVoor.includes(functie)) : [],
    channel: {
      post: besluit.kanaal.plaatsen,
      fields: channelFields.filter((field) => besluit.kanaal.velden.includes(field)),
    },
    externals: externalsOf[besluit.extern],
    regierol: besluit.regierol,
    validUntil: ok ? (door?.rondeDatum ?? (toestemming && lastDayOf(toestemming))) : null,
  };
}

/**
 * First what those who decide said. The directeur comes into it only where that is no ground, and only while the
 * request or its yes is alive.
 */
function decided(basis: ConsentBasis, uitzondering: Dossier["uitzondering"], day: Temporal.PlainDate) {
  const facts = consentFactsOf(basis, day);
  const besluit = besluitConsent(facts);
  if (besluit.bespreken === "op_naam" || !uitzondering || !isOpen(uitzondering))
    return { facts, besluit, door: null };
  const asked = withUitzondering(facts, uitzondering);
  return { facts: asked, besluit: besluitConsent(asked), door: uitzondering };
}

const externalsOf = {
  volledig_proportioneel: "volledig",
  buitenkant: "buitenkant",
  eigen_afweging: "eigen_afweging",
  // Of a question without a name; a dossier has one.
  consultatief: "geen",
  geen: "geen",
} as const;

function isSchool(functie: Functie): boolean {
  return ibFuncties.some((one) => one === functie);
}

/**
 * Whether the work around the child stands still: there was a ground and it is gone, so that nobody goes on with it until
 * there is one again (004 §1.8). An exception of the directeur was no ground of the parents and has an end of its own.
 */
export function standsStill(
  dossier: ConsentDossier & Pick<Dossier, "status" | "uitzondering">,
  day: Temporal.PlainDate,
): boolean {
  if (!isLopend(dossier.status) || dossier.toestemming === null || dossier.uitzondering) return false;
  return !decideDossierOn(dossier, day).ok;
}

/** Whether all that was asked for is there, so that nothing lacks but perhaps the end of the time to object. */
export function isComplete(dossier: ConsentDossier, day: Temporal.PlainDate): boolean {
  const { ok, grondslag, missing } = decideDossierOn(dossier, day);
  if (ok) return grondslag !== "uitzondering";
  return missing.length > 0 && missing.every(({ code }) => code === "bezwaartermijn_loopt");
}

/** That nothing can be said about it. */
export function isUnknown({ missing }: Pick<ConsentDecision, "missing">): boolean {
  return missing.some(({ code }) => code === "niet_te_lezen");
}

/**
 * Whether it is certain that there is no ground. What cannot be read today, for want of a key, may be read tomorrow: it
 * is shown to nobody meanwhile and stays where it is, unless a day or a no, which are no secret, has ended it anyway.
 */
export function groundIsGone(dossier: ConsentDossier, day: Temporal.PlainDate): boolean {
  const decision = decideDossierOn(dossier, day);
  if (decision.ok || !isUnknown(decision)) return !decision.ok;
  const { toestemming } = dossier;
  const over = toestemming === null || Temporal.PlainDate.compare(lastDayOf(toestemming), day) < 0;
  return over || lastAnswers(toestemming.antwoorden).some(({ soort }) => isNee(soort));
}

function impossible(
  grondslag: ConsentDecision["grondslag"],
  code: "geboortemaand_onmogelijk" | "niet_te_lezen" = "geboortemaand_onmogelijk",
): ConsentDecision {
  return {
    ok: false,
    discuss: "niet",
    grondslag,
    missing: [{ code }],
    alsoAsk: [],
    afstemmen: [],
    mayName: [],
    channel: { post: false, fields: [] },
    externals: "geen",
    regierol: "nee",
    validUntil: null,
  };
}

/** The ground it rests on that day, for the log; none when nothing was recorded. */
export function groundOn(
  dossier: ConsentDossier,
  day: Temporal.PlainDate,
): { readonly grondslag?: Exclude<Grondslag, "anoniem"> } {
  const { ok, grondslag } = decideDossierOn(dossier, day);
  if (ok && grondslag) return { grondslag };
  return dossier.toestemming ? { grondslag: dossier.toestemming.grondslag } : {};
}

/** Those who lead or run the place never hear of a child, even when a form names them by mistake. */
export function canBePartner(functie: Functie): boolean {
  return functie !== "directeur" && functie !== "bestuurder" && functie !== "beheerder";
}
