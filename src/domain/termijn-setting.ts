import { z } from "zod/v4";

const whole = (min: number, max: number, usual: number) => z.int().min(min).max(max).default(usual);
const schooldagen = (usual: number, max = 40) => whole(1, max, usual);
const schoolweken = (usual: number, max = 26) => whole(1, max, usual);
const maanden = (usual: number, max = 12) => whole(1, max, usual);

/**
 * The lengths of the terms, per samenwerkingsverband. A missing one has the usual length; an unknown one is refused,
 * so that a slip of the pen in the settings does not leave a term at its usual length without a word.
 * The three months are the sentence of 003 itself; the eight weeks and their middle are from 001; objecting to
 * `instemming` is 004 §1.8; the waiting list is 000 §3.1. The other numbers are our own choice.
 * Narrower bounds than the rest stand in `beschermd` (termijn-instellen.ts), each with its reason.
 */
export const termSettingsSchema = z
  .strictObject({
    terugkoppeling_schooldagen: schooldagen(5, 10),
    akkoord_schooldagen: schooldagen(10),
    aanbod_schooldagen: schooldagen(5),
    nieuw_aanbod_schooldagen: schooldagen(5),
    overdracht_schooldagen: schooldagen(5),
    waarneming_vanaf_schooldagen: schooldagen(5),
    eerste_contact_schooldagen: schooldagen(5, 10),
    giz_schoolweken: schoolweken(6),
    actielijnen_schoolweken: schoolweken(8),
    voortgang_schoolweken: schoolweken(6),
    review_maanden: maanden(3, 3),
    toestemming_vooruit_schoolweken: whole(2, 26, 6),
    bezwaar_schooldagen: whole(10, 40, 10),
    afsluiting_schooldagen: schooldagen(5),
    intrekking_schooldagen: schooldagen(2, 2),
    gesprek_schooldagen: schooldagen(5, 10),
    meldcode_schooldagen: schooldagen(2, 2),
    uitzondering_schooldagen: schooldagen(5, 5),
    verslag_schooldagen: schooldagen(5),
    tussenevaluatie_schoolweken: schoolweken(4, 7),
    eindevaluatie_schoolweken: whole(2, 8, 8),
    wachtlijst_maanden: maanden(1, 1),
    overbrugging_schoolweken: whole(1, 12, 12),
    overbrugging_vooruit_schooldagen: schooldagen(5),
    loket_versturen_schooldagen: schooldagen(5),
    aanmelding_ontvangst_schooldagen: schooldagen(5),
    aanmelding_oppakken_schoolweken: schoolweken(4),
    aanmelding_navragen_maanden: maanden(1),
    pauze_schoolweken: whole(1, 6, 6),
    pauze_keren: whole(0, 2, 2),
    uitstel_schooldagen: whole(1, 10, 10),
    uitstel_keren: whole(0, 2, 2),
  })
  // What is looked at halfway comes before what is looked at in the end.
  .refine((lengths) => lengths.tussenevaluatie_schoolweken < lengths.eindevaluatie_schoolweken, {
    path: ["tussenevaluatie_schoolweken"],
  });
export type TermSettings = Readonly<z.infer<typeof termSettingsSchema>>;
export type TermSetting = keyof TermSettings;

export const usualTermSettings: TermSettings = termSettingsSchema.parse({});
