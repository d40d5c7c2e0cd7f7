import { z } from "zod/v4";

const schooldagen = (usual: number) => z.int().min(1).max(40).default(usual);
const schoolweken = (usual: number) => z.int().min(1).max(26).default(usual);
const maanden = (usual: number) => z.int().min(1).max(12).default(usual);

/**
 * The lengths of the terms, per samenwerkingsverband. A missing one has the usual length; an unknown one is refused,
 * so that a slip of the pen in the settings does not leave a term at its usual length without a word.
 * The three months are the sentence of 003 itself; the eight weeks and their middle are from 001; objecting to
 * `instemming` is 004 §1.8; the waiting list is 000 §3.1. The other numbers are our own choice.
 */
export const termSettingsSchema = z.strictObject({
  terugkoppeling_schooldagen: schooldagen(5),
  akkoord_schooldagen: schooldagen(10),
  aanbod_schooldagen: schooldagen(5),
  nieuw_aanbod_schooldagen: schooldagen(5),
  overdracht_schooldagen: schooldagen(5),
  waarneming_vanaf_schooldagen: schooldagen(5),
  eerste_contact_schooldagen: schooldagen(5),
  giz_schoolweken: schoolweken(6),
  actielijnen_schoolweken: schoolweken(8),
  voortgang_schoolweken: schoolweken(6),
  review_maanden: maanden(3),
  toestemming_vooruit_schoolweken: schoolweken(6),
  bezwaar_schooldagen: schooldagen(10),
  afsluiting_schooldagen: schooldagen(5),
  intrekking_schooldagen: schooldagen(2),
  gesprek_schooldagen: schooldagen(5),
  meldcode_schooldagen: schooldagen(2),
  uitzondering_schooldagen: schooldagen(5),
  verslag_schooldagen: schooldagen(5),
  tussenevaluatie_schoolweken: schoolweken(4),
  eindevaluatie_schoolweken: schoolweken(8),
  wachtlijst_maanden: maanden(1),
  overbrugging_schoolweken: schoolweken(12),
  overbrugging_vooruit_schooldagen: schooldagen(5),
  loket_versturen_schooldagen: schooldagen(5),
  aanmelding_ontvangst_schooldagen: schooldagen(5),
  aanmelding_oppakken_schoolweken: schoolweken(4),
  aanmelding_navragen_maanden: maanden(1),
  uitstel_schooldagen: z.int().min(1).max(10).default(10),
  uitstel_keren: z.int().min(0).max(2).default(2),
});
export type TermSettings = Readonly<z.infer<typeof termSettingsSchema>>;
export type TermSetting = keyof TermSettings;

export const usualTermSettings: TermSettings = termSettingsSchema.parse({});
