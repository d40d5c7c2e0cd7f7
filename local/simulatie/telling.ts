/** What is held against the run: how often it was looked at, how often it was not so, and where. */
export const regels = [
  "herinnering_op_tijd",
  "herinnering_bezorgd",
  "een_regierolhouder",
  "stille_uren",
  "geen_zaak_bij_wie_het_niet_weet",
  "geen_naam_buiten_eigen_chat",
  "binnen_wat_teams_neemt",
  "berichten_komen_aan",
  "wat_er_staat_klopt",
  "logboek_klopt",
  "geen_onverklaarde_fout",
  "antwoord_op_elke_druk",
] as const;
export type Regel = (typeof regels)[number];

export interface Invariant {
  readonly name: Regel;
  readonly checked: number;
  readonly broken: number;
  /** Ids, kinds and moments; never a name or a text. */
  readonly examples: readonly string[];
}

export interface Telling {
  /** So many more were right. */
  goed(regel: Regel, aantal?: number): void;
  fout(regel: Regel, voorbeeld: string): void;
  stand(): readonly Invariant[];
}

const voorbeelden = 10;

export function eenTelling(): Telling {
  const gezien = new Map<Regel, { checked: number; broken: number; examples: string[] }>();
  const van = (regel: Regel) => {
    const telling = gezien.get(regel) ?? { checked: 0, broken: 0, examples: [] };
    gezien.set(regel, telling);
    return telling;
  };
  return {
    goed(regel, aantal = 1) {
      van(regel).checked += aantal;
    },
    fout(regel, voorbeeld) {
      const telling = van(regel);
      telling.checked += 1;
      telling.broken += 1;
      if (telling.examples.length < voorbeelden) telling.examples.push(voorbeeld);
    },
    stand: () => regels.map((name) => ({ name, ...van(name) })),
  };
}

/** Broken, or never looked at: a rule that nothing was held against says nothing. */
export function gebroken(invarianten: readonly Invariant[]): readonly Invariant[] {
  return invarianten.filter(({ checked, broken }) => broken > 0 || checked === 0);
}
