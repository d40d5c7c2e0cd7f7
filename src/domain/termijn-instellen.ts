/** The lengths of the terms as the beheerder of a samenwerkingsverband sees and changes them. */
import {
  type TermSetting,
  type TermSettings,
  termSettingsSchema,
  usualTermSettings,
} from "./termijn-setting.ts";

export const termijnGroepen = [
  "na_overleg",
  "regierol",
  "uitvoering",
  "traject",
  "ouders",
  "veiligheid",
  "aanmelding",
  "later",
] as const;
export type TermijnGroep = (typeof termijnGroepen)[number];

/** In the order in which they are shown; a length without a group is one that nobody can change. */
const groepVan: Readonly<Record<TermSetting, TermijnGroep>> = {
  verslag_schooldagen: "na_overleg",
  terugkoppeling_schooldagen: "na_overleg",
  akkoord_schooldagen: "na_overleg",
  aanbod_schooldagen: "regierol",
  nieuw_aanbod_schooldagen: "regierol",
  overdracht_schooldagen: "regierol",
  waarneming_vanaf_schooldagen: "regierol",
  eerste_contact_schooldagen: "uitvoering",
  giz_schoolweken: "uitvoering",
  actielijnen_schoolweken: "uitvoering",
  voortgang_schoolweken: "uitvoering",
  review_maanden: "uitvoering",
  afsluiting_schooldagen: "uitvoering",
  tussenevaluatie_schoolweken: "traject",
  eindevaluatie_schoolweken: "traject",
  wachtlijst_maanden: "traject",
  overbrugging_schoolweken: "traject",
  overbrugging_vooruit_schooldagen: "traject",
  toestemming_vooruit_schoolweken: "ouders",
  bezwaar_schooldagen: "ouders",
  gesprek_schooldagen: "ouders",
  intrekking_schooldagen: "ouders",
  meldcode_schooldagen: "veiligheid",
  uitzondering_schooldagen: "veiligheid",
  loket_versturen_schooldagen: "aanmelding",
  aanmelding_ontvangst_schooldagen: "aanmelding",
  aanmelding_oppakken_schoolweken: "aanmelding",
  aanmelding_navragen_maanden: "aanmelding",
  pauze_schoolweken: "later",
  pauze_keren: "later",
  uitstel_schooldagen: "later",
  uitstel_keren: "later",
};
export const termSettings = Object.keys(groepVan) as readonly TermSetting[];

export function settingsOf(groep: TermijnGroep): readonly TermSetting[] {
  return termSettings.filter((setting) => groepVan[setting] === groep);
}

/** The document whose rule a length is; the others are our own choice. */
export const termijnBron: Partial<Readonly<Record<TermSetting, "000" | "001" | "003" | "004">>> = {
  review_maanden: "003",
  bezwaar_schooldagen: "004",
  tussenevaluatie_schoolweken: "001",
  eindevaluatie_schoolweken: "001",
  wachtlijst_maanden: "000",
};

/**
 * Bounds that protect child and parents: `kant` is the side on which loosening stops. Who is to wait, to be heard or to be
 * safe may get more, never less.
 */
export const beschermd: Partial<
  Readonly<Record<TermSetting, { readonly kant: "min" | "max"; readonly grens: number }>>
> = {
  /** Parents hear of a decision about their child in two schoolweken (003). */
  terugkoppeling_schooldagen: { kant: "max", grens: 10 },
  /** Somebody speaks to the family soon. */
  eerste_contact_schooldagen: { kant: "max", grens: 10 },
  /** "Duurt het langer dan drie maanden? Werkt deze aanpak?" (003) */
  review_maanden: { kant: "max", grens: 3 },
  /** Time to ask again before what was allowed runs out (004 §1.8). */
  toestemming_vooruit_schoolweken: { kant: "min", grens: 2 },
  /** The time that parents have to say no is theirs (004 §1.8). */
  bezwaar_schooldagen: { kant: "min", grens: 10 },
  /** A no is followed by a talk, not by silence (004 §1.8). */
  gesprek_schooldagen: { kant: "max", grens: 10 },
  /** Who took it back sees it stop (004 §1.8). */
  intrekking_schooldagen: { kant: "max", grens: 2 },
  /** Danger does not wait (004 §3.3). */
  meldcode_schooldagen: { kant: "max", grens: 2 },
  /** What was said without the parents is accounted for while it is known (004 §1.8). */
  uitzondering_schooldagen: { kant: "max", grens: 5 },
  /** A trajectory has eight weeks, and is looked at in between (001). */
  tussenevaluatie_schoolweken: { kant: "max", grens: 7 },
  eindevaluatie_schoolweken: { kant: "max", grens: 8 },
  /** Who waits is asked about every month (000 §3.1). */
  wachtlijst_maanden: { kant: "max", grens: 1 },
  /** "Pappen en nathouden" is what bridging may not become (000 §3.1). */
  overbrugging_schoolweken: { kant: "max", grens: 12 },
  /** A child whose help stands still is not forgotten. */
  pauze_schoolweken: { kant: "max", grens: 6 },
  pauze_keren: { kant: "max", grens: 2 },
  uitstel_schooldagen: { kant: "max", grens: 10 },
  uitstel_keren: { kant: "max", grens: 2 },
};

export interface TermijnGrens {
  readonly min: number;
  readonly max: number;
  readonly usual: number;
}

/** As the schema has them: nowhere written twice. */
export function grensOf(setting: TermSetting): TermijnGrens {
  const { minValue, maxValue } = termSettingsSchema.shape[setting].unwrap();
  if (minValue === null || maxValue === null) throw new Error(`${setting} has no bounds`);
  return { min: minValue, max: maxValue, usual: usualTermSettings[setting] };
}

/** Those of a group that can be chosen; of the others there is one length that is allowed. */
export function instelbaar(groep: TermijnGroep): readonly TermSetting[] {
  return settingsOf(groep).filter((setting) => grensOf(setting).min < grensOf(setting).max);
}

export type TermijnEenheid = "schooldagen" | "schoolweken" | "maanden" | "keren";

export function eenheidOf(setting: TermSetting): TermijnEenheid {
  const unit = setting.slice(setting.lastIndexOf("_") + 1);
  return unit as TermijnEenheid;
}

export type TermijnProbleem =
  | { readonly kind: "grens"; readonly min: number; readonly max: number }
  /** Halfway is before the end. */
  | { readonly kind: "voor_eind"; readonly eind: number };
export type TermijnProblemen = Readonly<Partial<Record<TermSetting, TermijnProbleem>>>;

/** What was filled in for one group; null where that is no whole number. */
export type TermijnForm = Readonly<Partial<Record<TermSetting, number | null>>>;

export interface TermijnWissel {
  readonly setting: TermSetting;
  readonly van: number;
  readonly naar: number;
}

export type TermijnCheck =
  | {
      readonly ok: true;
      readonly value: TermSettings;
      readonly gewisseld: readonly TermijnWissel[];
    }
  | { readonly ok: false; readonly problemen: TermijnProblemen };

/** Only what is of the group is taken from the form. */
export function checkTermijnen(nu: TermSettings, groep: TermijnGroep, form: TermijnForm): TermijnCheck {
  const own = instelbaar(groep);
  const problemen: Partial<Record<TermSetting, TermijnProbleem>> = {};
  for (const setting of own) {
    const { min, max } = grensOf(setting);
    const wanted = form[setting];
    if (wanted == null || !Number.isInteger(wanted) || wanted < min || wanted > max)
      problemen[setting] = { kind: "grens", min, max };
  }
  if (Object.keys(problemen).length > 0) return { ok: false, problemen };
  const wanted = { ...nu, ...Object.fromEntries(own.map((setting) => [setting, form[setting]])) };
  const parsed = termSettingsSchema.safeParse(wanted);
  if (!parsed.success) {
    const eind = wanted.eindevaluatie_schoolweken;
    return { ok: false, problemen: { tussenevaluatie_schoolweken: { kind: "voor_eind", eind } } };
  }
  return { ok: true, value: parsed.data, gewisseld: wissels(nu, parsed.data) };
}

export function wissels(van: TermSettings, naar: TermSettings): readonly TermijnWissel[] {
  return termSettings.flatMap((setting) =>
    van[setting] === naar[setting] ? [] : [{ setting, van: van[setting], naar: naar[setting] }],
  );
}

/** What is kept: only what differs, so that a usual length that changes is followed. */
export function afwijkend(lengths: TermSettings): Readonly<Partial<Record<TermSetting, number>>> {
  return Object.fromEntries(wissels(usualTermSettings, lengths).map(({ setting, naar }) => [setting, naar]));
}

export interface TermijnenGezien {
  readonly nu: TermSettings;
  /** How often they were set; two beheerders do not undo each other's work unseen. */
  readonly versie: number;
}
