/** The kinds of events that others may write to `decide-consent`, by their stems; the first row that fits. */
import type { ConsentGebeurtenissoort } from "#domain/consent-facts.ts";

interface Rij {
  readonly soort: ConsentGebeurtenissoort;
  readonly stam: RegExp;
  /** Looks like it and is something else. */
  readonly niet?: RegExp;
}

const tell = "inform|inlicht|bericht|vertel|terugkoppel|contact|weten|delen|hoogte|inzage|betrek|notify|tell";
const no = "niet|geen|zonder|weiger|bezwaar|verbod|geheim|not_|no_";

const rijen: readonly Rij[] = [
  {
    soort: "ouders_niet_informeren",
    stam: new RegExp(
      `^(?=.*(?:ouder|moeder|vader|parent))(?=.*(?:${no}))(?=.*(?:${tell}))|geheim\\w*ouders|ouders\\w*geheim|geen_(?:info|informatie)_\\w*ouder`,
    ),
    niet: /geinformeerd/,
  },
  {
    soort: "intrekking",
    stam: /intrek|ingetrok|herroep|withdraw|revoke/,
    niet: /(?:bezwaar|weigering|uitzondering)\w*(?:intrek|ingetrok)/,
  },
  {
    soort: "bezwaar",
    stam: /bezwaar|objection|protest/,
    niet: /geen_bezwaar|bezwaartermijn|afgehandeld|ingetrok|intrek/,
  },
  { soort: "weigering", stam: /weiger|geen_toestemming|refus/, niet: /ingetrok|intrek/ },
  { soort: "heropend", stam: /heropen|reopen/ },
  { soort: "afgesloten", stam: /gesloten|afsluit|beeindig|closed/, niet: /gezag|voogdij|ots|toezicht/ },
  {
    soort: "andere_school",
    stam: /schoolwissel|(?:andere|nieuwe|other|new)_school|school\w*(?:gewissel|verander|change)|(?:wissel|verander|change)\w*school|overstap|overplaats|overgeschreven|naar_het_vo/,
  },
  {
    soort: "van_school_af",
    stam: /uitgeschreven|uitschrijv|van_school|school\w*verla|verla\w*school|vertrok|verhui|left_school/,
  },
  { soort: "zestien_geworden", stam: /zestien|achttien|meerderjarig|(?:^|_|\D)1[68](?:$|\D)/ },
  {
    soort: "andere_vraag",
    stam: /(?:andere?|nieuwe?|gewijzigde?|new|other)_(?:hulp)?(?:vraag|doel|onderwerp|question|purpose)|(?:vraag|doel|onderwerp)_?(?:gewijzig|verander|wijzig|uitgebreid)/,
  },
  { soort: "verlopen", stam: /verlopen|verlop|expired/, niet: /termijn/ },
  {
    soort: "gezag_gewijzigd",
    stam: /gezag|voogdij|overled|overlijd/,
    niet: /gecontroleerd|geverifieerd|bevestigd|controle|verified/,
  },
  { soort: "conflict_van_plichten", stam: /conflict/ },
  {
    soort: "gevaar",
    stam: /gevaar|bedreig|mishandel|veilig|geweld|misbruik|verwaarlo|meldcode|crisis|signaal|signalen|danger|abuse/,
  },
  {
    soort: "gedeeld",
    stam: /gedeeld|verstrekt|verstuurd|verzonden|ontvangen|besproken|doorgegeven|overgedragen|shared|sent/,
    niet: /brief|informatie|herinner|toestemming|formulier|ouder|uitnodiging|gevraagd/,
  },
];

/** Null: nothing that changes a decision. */
export function gebeurtenisOf(kind: string): ConsentGebeurtenissoort | null {
  const word = kind
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_");
  return rijen.find(({ stam, niet }) => stam.test(word) && !niet?.test(word))?.soort ?? null;
}

/** An ots is no event of the decision but a fact beside gezag. */
export function isOts(kind: string): boolean {
  return /(?:^|_)ots(?:$|_)|ondertoezicht/.test(kind.toLowerCase().replace(/[^a-z0-9]+/g, "_"));
}
