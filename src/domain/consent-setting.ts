/**
 * What the law leaves open (privacy.md §4, a to e), as a samenwerkingsverband set it; how long data are kept (f) stands
 * with the terms. The reasons, and what each value does: docs/decisions/0019-consent-decision.md.
 */
export interface ConsentInstelling {
  /** A pupil of 12 to 15: asked (a no blocks, silence does not), or required to consent too. */
  readonly stemLeerling: "gevraagd" | "vereist";
  /** The no of a pupil of 12 to 15 who is asked. */
  readonly bezwaarLeerling: "blokkeert" | "vastleggen";
  /** Whether the consent of the parents ends at the sixteenth birthday. */
  readonly zestienJaar: "opnieuw_vragen" | "blijft_gelden";
  /** Of two parents with gezag: both, or one while the other does not object (BW 1:253i). */
  readonly handtekening: "allen" | "een_volstaat";
  /** Whether a notice without a yes is a ground at all (AVG art. 6). */
  readonly instemming: "toegestaan" | "niet_toegestaan";
  /** Whether the kernteam may be asked something without consent, when no child can be recognised in it. */
  readonly adviesvraag: "zonder_toestemming" | "alleen_met_toestemming";
}

/** What is not set is decided in the way that protects the child most. */
export const veiligeInstelling: ConsentInstelling = {
  stemLeerling: "gevraagd",
  bezwaarLeerling: "blokkeert",
  zestienJaar: "opnieuw_vragen",
  handtekening: "allen",
  instemming: "toegestaan",
  adviesvraag: "zonder_toestemming",
};
