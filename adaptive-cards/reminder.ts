/** Words for terms: what has to be done, and why it gets a later date. */
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { ReviewUitkomst } from "#domain/review.ts";
import { type TermKind, termKindSchema } from "#domain/termijn-table.ts";
import type { PostponeRefusal, Uitstelreden } from "#domain/uitstel.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { formatDate } from "./word.ts";

/**
 * As a thing to do, without who is spoken to. That there is such a task can be content: who does not read the rest gets
 * one sentence for all of them (`verhuld`).
 */
export const termLabel: Readonly<Record<TermKind, string>> = {
  terugkoppeling_ouders: "Vertel wat er is besloten",
  akkoord_regierol: "Vraag akkoord op de regierol",
  aanbod_regierol: "Zeg of je de regierol neemt",
  nieuw_aanbod: "Vraag iemand anders voor de regierol",
  overdracht_regierol: "Beslis of de regierol naar een ander gaat",
  eerste_contact: "Neem het eerste contact op",
  giz: "Leg de GIZ vast",
  actielijnen: "Zet de actielijnen uit",
  voortgang: "Meld de voortgang",
  driemaandsreview: "Kijk terug: werkt deze aanpak?",
  actie: "Doe wat is afgesproken",
  meer_informatie: "Haal de informatie op",
  toestemming_verloopt: "Vraag opnieuw toestemming",
  bezwaartermijn: "De bezwaartermijn is voorbij",
  afsluiten_voorstellen: "Stel voor om af te sluiten",
  afsluiting_bevestigen: "Bevestig de afsluiting",
  intrekking_afhandelen: "Handel de intrekking af",
  gesprek_ouders: "Praat met wie nee zei",
  stop_verwerking: "Stop: gebruik niets meer van deze hulpvraag",
  meldcode_stap: "Loop de stappen van de meldcode na",
  uitzondering_vastleggen: "Leg vast wat er is besproken",
  ouders_achteraf: "Kijk of de ouders het kunnen horen",
  traject_tussenevaluatie: "Houd de tussenevaluatie",
  traject_eindevaluatie: "Houd de eindevaluatie",
  wachtlijst_controle: "Vraag na hoe het met de wachtlijst staat",
  overbrugging_einde: "Beslis over de overbrugging",
  loket_versturen: "Verstuur de aanmelding",
  loket_ontvangst: "Vraag na of de aanmelding is ontvangen",
  loket_oppakken: "Vraag na of de aanmelding is opgepakt",
  loket_navragen: "Vraag na wat de aanmelding oplevert",
  wijkteam_ontvangst: "Vraag na of de aanmelding is ontvangen",
  wijkteam_oppakken: "Vraag na of de aanmelding is opgepakt",
  wijkteam_navragen: "Vraag na wat de aanmelding oplevert",
  verslag: "Stel het verslag vast",
};

const spoken: Partial<Readonly<Record<TermKind, (naam: string) => string>>> = {
  terugkoppeling_ouders: (naam) => `Vertel ${naam} wat er is besloten`,
  akkoord_regierol: (naam) => `Vraag ${naam} akkoord op de regierol`,
  eerste_contact: (naam) => `Neem contact op met ${naam}`,
};

/** The same with who is spoken to, on the card of one hulpvraag; nothing for a kind that has no words. */
export function taakLabel(soort: TermKind, aanspreek: Aanspreek): string;
export function taakLabel(soort: string, aanspreek: Aanspreek): string | undefined;
export function taakLabel(soort: string, aanspreek: Aanspreek): string | undefined {
  const kind = termKindSchema.safeParse(soort).data;
  return kind && (spoken[kind]?.(aanspreekWords[aanspreek].naam) ?? termLabel[kind]);
}

/** Of a term that ran out: it had to be done by that day, or it is a time that is over when that day is. */
export function lateWords(soort: string, vervalt: Temporal.PlainDate): string {
  return soort === "bezwaartermijn"
    ? `voorbij sinds ${formatDate(vervalt.add({ days: 1 }))}`
    : `had klaar moeten zijn op ${formatDate(vervalt)}`;
}

export const uitstelredenLabel: Readonly<Record<Uitstelreden, string>> = {
  wacht_op_ouders: "Ik wacht op de ouders",
  wacht_op_leerling: "Ik wacht op de leerling",
  wacht_op_partner: "Ik wacht op een partner",
  afspraak_staat_later: "De afspraak staat later",
  verlof_of_ziekte: "Verlof of ziekte",
  geen_tijd: "Het lukt me eerder niet",
};

export const reviewLabel: Readonly<Record<ReviewUitkomst, string>> = {
  werkt: "Zo doorgaan",
  wordt_aangepast: "De aanpak aanpassen",
  terug_naar_schakelteam: "Terug naar het schakelteam",
  afsluiten: "Afsluiten",
};

const refusal: {
  [Kind in PostponeRefusal["kind"]]: (refusal: Extract<PostponeRefusal, { kind: Kind }>) => string;
} = {
  niet_uitstelbaar: () => "Dit kan niet later: iemand wacht op het antwoord. Doe het nu, of bel de ib.",
  kan_niet_wachten: () => "Deze hulpvraag kan niet wachten. Doe het nu, of overleg met de voorzitter.",
  te_vaak: ({ keren }) => `Je hebt dit al ${keren} keer verzet. Doe het nu, of overleg met de voorzitter.`,
  te_lang_over_tijd: () => "Dit is al te lang te laat. Doe het nu, of overleg met de voorzitter.",
  niet_later: ({ na }) => `Kies een dag na ${formatDate(na)}.`,
  te_ver: ({ uiterlijk }) => `Kies ${formatDate(uiterlijk)} of eerder.`,
  geen_schooldag: ({ volgende }) => `Dan is de school dicht. De eerste schooldag is ${formatDate(volgende)}.`,
};

export function uitstelWords(refused: PostponeRefusal): string {
  const say = refusal[refused.kind] as (refused: PostponeRefusal) => string;
  return say(refused);
}
