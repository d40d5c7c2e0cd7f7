/**
 * Who must consent, and whether a hulpvraag may be discussed by name on a given day. Default deny: every
 * reason why not is a code, so that the ib can be told what to do.
 * Sources: 004 ch. 1 par. 8, UAVG art. 5, model.md §1, domain.md §3.
 */
import {
  type Functie,
  functies,
  type Grondslag,
  ibFuncties,
  type Partij,
  type Toestemmingsdoel,
} from "./code.ts";
import type { Dossier } from "./dossier.ts";
import type { GeenInstemming } from "./instemming.ts";
import { todayIn } from "./today.ts";
import { unseal } from "./unseal.ts";
import {
  type BeslisserFacts,
  beslissersOn,
  type LeerlingFacts,
  type RequiredPartijen,
  requiredPartijen,
} from "./wie-beslist.ts";

export interface Gever {
  readonly partij: Partij;
  readonly gegevenOp: Temporal.PlainDate;
  readonly ingetrokkenOp?: Temporal.PlainDate | null;
}

/** `anoniem` is no member: it exists only on an adviesvraag, which has no leerling. */
export type Toestemming =
  | {
      readonly grondslag: "schriftelijk";
      /** One line per time that someone consented; per partij the last answer counts. */
      readonly gevers: readonly Gever[];
      /** Named in the form; nobody else outside the school may hear the name. */
      readonly partners: readonly Functie[];
      readonly doel: Toestemmingsdoel;
      /** The last day on which it holds, Europe/Amsterdam. */
      readonly geldigTot: Temporal.PlainDate;
    }
  /** Not yet supported, so refused: what they rest on (notice and objection; the decision of the directeur) is not kept. */
  | { readonly grondslag: "instemming"; readonly geldigTot: Temporal.PlainDate }
  | { readonly grondslag: "uitzondering"; readonly geldigTot: Temporal.PlainDate };

export interface Weigering {
  readonly partij: Partij;
  readonly geweigerdOp: Temporal.PlainDate;
}

export interface ConsentFacts extends LeerlingFacts {
  readonly toestemming: Toestemming | null;
  readonly weigeringen: readonly Weigering[];
  /** The day everyone whose consent is required agreed to a regierol; null before that and when taken back. */
  readonly akkoordRegieOp: Temporal.PlainDate | null;
}

/** The part of a dossier on which the decision rests. */
export type ConsentDossier = Pick<
  Dossier,
  | "leerling"
  | "gezag"
  | "gezagMerken"
  | "gezagGecontroleerdOp"
  | "partijen"
  | "sector"
  | "domeinen"
  | "toestemming"
  | "uitzondering"
  | "besluiten"
  | "regels"
>;

export type Missing =
  | { readonly code: "gezag_controleren" }
  | { readonly code: "geboortemaand_onmogelijk" }
  | { readonly code: "geen_grondslag" }
  | { readonly code: "grondslag_nog_niet_ondersteund"; readonly grondslag: Grondslag }
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
  | { readonly code: "geldigheid_te_lang"; readonly uiterlijk: Temporal.PlainDate };

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
  /** The ib of the school and the named partners; nobody when it may not be discussed. */
  readonly mayName: readonly Functie[];
  readonly channel: { readonly post: boolean; readonly fields: readonly ChannelField[] };
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

/** Null for a month that cannot be read: denied, not thrown, because an error would carry it. */
function birthMonth(leerling: Dossier["leerling"]): Temporal.PlainYearMonth | null {
  const { geboortemaand } = unseal(leerling);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(geboortemaand) ? Temporal.PlainYearMonth.from(geboortemaand) : null;
}

/**
 * The last day of the school year (1 August to 31 July) in which `day` lies. A toestemming signed on `day` holds
 * no longer: twelve months would reach into a school year for which nobody was asked (004: not once at enrolment).
 */
export function schoolYearEnd(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: day.month >= 8 ? day.year + 1 : day.year, month: 7, day: 31 });
}

/** Decides for a moment: a toestemming ends at midnight in Amsterdam, after its last day. */
export function decideConsent(facts: ConsentFacts, now: Temporal.Instant): ConsentDecision {
  return decideConsentOn(facts, todayIn(now));
}

/** Decides for a day, such as the day of a coming overlegronde. */
export function decideConsentOn(facts: ConsentFacts, day: Temporal.PlainDate): ConsentDecision {
  const { toestemming } = facts;
  const grondslag = toestemming?.grondslag ?? null;
  const whose = requiredPartijen(facts, day);
  if (!whose.ok) return refusal(grondslag, [{ code: whose.error.kind }], []);
  const answers = answersOf(facts, day);
  const stillAsk = whose.asked.filter((partij) => !answers.has(partij));
  const missing = [
    ...missingGround(toestemming, whose.required, answers, day),
    ...missingAnswers(whose, answers),
  ];
  if (toestemming?.grondslag !== "schriftelijk" || missing.length > 0)
    return refusal(grondslag, missing, stillAsk);
  const akkoord = facts.akkoordRegieOp !== null && notAfter(facts.akkoordRegieOp, day);
  const allowed = new Set<Functie>([...ibFuncties, ...toestemming.partners.filter(canBePartner)]);
  return {
    ok: true,
    discuss: "op_naam",
    grondslag,
    missing: [],
    alsoAsk: stillAsk,
    mayName: functies.filter((functie) => allowed.has(functie)),
    channel: { post: true, fields: akkoord ? channelFields : ["caseRef", "fase", "volgendeDatum"] },
    regierol: akkoord || toestemming.doel === "toewijzen_regierol" ? "toewijsbaar" : "na_toestemming",
    validUntil: toestemming.geldigTot,
  };
}

/**
 * The decision about a loaded dossier. The month of birth is opened here and goes no further: only codes come out.
 * What the store keeps today is consent to the discussion; the regierol follows from the akkoord after the round.
 */
export function decideDossierOn(
  { leerling, gezag, toestemming, besluiten, regels }: ConsentDossier,
  day: Temporal.PlainDate,
): ConsentDecision {
  const geboortemaand = birthMonth(leerling);
  if (!geboortemaand)
    return refusal(toestemming?.grondslag ?? null, [{ code: "geboortemaand_onmogelijk" }], []);
  const facts: ConsentFacts = {
    geboortemaand,
    gezag,
    stemLeerling: regels.stem_leerling,
    toestemming: toestemming && { ...toestemming, doel: "bespreking_szt", gevers: geversOf(toestemming) },
    weigeringen: (toestemming?.antwoorden ?? [])
      .filter(({ soort }) => soort === "weigering" || soort === "bezwaar")
      .map(({ partij, op }) => ({ partij, geweigerdOp: op })),
    akkoordRegieOp: akkoordRegieOp(besluiten),
  };
  return decideConsentOn(facts, day);
}

function geversOf({ antwoorden }: NonNullable<Dossier["toestemming"]>): readonly Gever[] {
  return antwoorden.flatMap(({ partij, soort, op }): Gever[] => {
    if (soort === "toestemming") return [{ partij, gegevenOp: op }];
    return soort === "ingetrokken" ? [{ partij, gegevenOp: op, ingetrokkenOp: op }] : [];
  });
}

/** The day of the akkoord on the last regierol that parents (or the pupil) answered about; null after a no. */
export function akkoordRegieOp(besluiten: Dossier["besluiten"]): Temporal.PlainDate | null {
  const answered = besluiten.filter((b) => b.besluiten.includes("regierol_toewijzen") && b.terugkoppeling);
  const last = answered
    .toSorted((one, other) => Temporal.Instant.compare(one.genomenOp, other.genomenOp))
    .at(-1)?.terugkoppeling;
  return last?.akkoord === "ja" ? last.verteldOp : null;
}

/** Those who lead or run the place never hear of a child, even when a form names them by mistake. */
export function canBePartner(functie: Functie): boolean {
  return functie !== "directeur" && functie !== "bestuurder" && functie !== "beheerder";
}

function refusal(
  grondslag: ConsentDecision["grondslag"],
  missing: readonly Missing[],
  alsoAsk: readonly Partij[],
): ConsentDecision {
  return {
    ok: false,
    discuss: "niet",
    grondslag,
    missing,
    alsoAsk,
    mayName: [],
    channel: { post: false, fields: [] },
    regierol: "nee",
    validUntil: null,
  };
}

interface Answer {
  readonly kind: "gegeven" | "ingetrokken" | "geweigerd";
  readonly on: Temporal.PlainDate;
}

function missingAnswers(
  whose: { readonly required: readonly Partij[]; readonly asked: readonly Partij[] },
  answers: ReadonlyMap<Partij, Answer>,
): Missing[] {
  return [...whose.required, ...whose.asked].flatMap((partij): Missing[] => {
    const kind = answers.get(partij)?.kind;
    if (kind === "ingetrokken") return [{ code: "toestemming_ingetrokken", partij }];
    if (kind === "geweigerd") return [{ code: "toestemming_geweigerd", partij }];
    const silent = kind === undefined && whose.required.includes(partij);
    return silent ? [{ code: "toestemming_ontbreekt", partij }] : [];
  });
}

/** The last answer per partij counts; on one day a no goes before a yes. Answers dated later do not count yet. */
function answersOf(facts: ConsentFacts, day: Temporal.PlainDate): ReadonlyMap<Partij, Answer> {
  const given = facts.toestemming?.grondslag === "schriftelijk" ? facts.toestemming.gevers : [];
  const all: (Answer & { readonly partij: Partij })[] = given.flatMap(
    ({ partij, gegevenOp, ingetrokkenOp }) => [
      { partij, kind: "gegeven", on: gegevenOp },
      ...(ingetrokkenOp ? [{ partij, kind: "ingetrokken" as const, on: ingetrokkenOp }] : []),
    ],
  );
  all.push(
    ...facts.weigeringen.map((w) => ({ partij: w.partij, kind: "geweigerd" as const, on: w.geweigerdOp })),
  );
  const last = new Map<Partij, Answer>();
  for (const answer of all.filter((one) => notAfter(one.on, day))) {
    const before = last.get(answer.partij);
    const order = before ? Temporal.PlainDate.compare(answer.on, before.on) : 1;
    if (order > 0 || (order === 0 && answer.kind !== "gegeven")) last.set(answer.partij, answer);
  }
  return last;
}

function missingGround(
  toestemming: Toestemming | null,
  required: readonly Partij[],
  answers: ReadonlyMap<Partij, Answer>,
  day: Temporal.PlainDate,
): Missing[] {
  if (toestemming === null) return [{ code: "geen_grondslag" }];
  const { grondslag, geldigTot } = toestemming;
  if (grondslag !== "schriftelijk") return [{ code: "grondslag_nog_niet_ondersteund", grondslag }];
  const missing: Missing[] = [];
  if (!toestemming.partners.some(canBePartner)) missing.push({ code: "geen_partners_genoemd" });
  if (!notAfter(day, geldigTot)) missing.push({ code: "toestemming_verlopen", geldigTot });
  const [signed] = required
    .flatMap((partij) => answers.get(partij)?.on ?? [])
    .toSorted(Temporal.PlainDate.compare);
  const uiterlijk = signed && schoolYearEnd(signed);
  if (uiterlijk && !notAfter(geldigTot, uiterlijk)) missing.push({ code: "geldigheid_te_lang", uiterlijk });
  return missing;
}

function notAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) <= 0;
}
