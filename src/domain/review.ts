/** The three-month review of 003: does it take longer, does this approach work, is something else needed. Codes alone. */
import { z } from "zod/v4";

/** Kept by these codes; `werkt` goes on as it is. */
export const reviewUitkomsten = ["werkt", "wordt_aangepast", "terug_naar_schakelteam", "afsluiten"] as const;
export const reviewUitkomstSchema = z.enum(reviewUitkomsten);
export type ReviewUitkomst = z.infer<typeof reviewUitkomstSchema>;

export const werktAntwoorden = ["ja", "deels", "nee"] as const;
export const werktSchema = z.enum(werktAntwoorden);
export type Werkt = (typeof werktAntwoorden)[number];

/** "Op gezette tijden met betrokkenen afstemmen" (003). */
export const gesprekspartners = ["ouders", "leerling", "school", "meedenkers"] as const;
export const gesprekspartnerSchema = z.enum(gesprekspartners);
export type Gesprekspartner = (typeof gesprekspartners)[number];

export interface Terugblik {
  readonly langer: boolean;
  readonly werkt: Werkt;
  readonly andersNodig: boolean;
  readonly besprokenMet: readonly Gesprekspartner[];
  readonly uitkomst: ReviewUitkomst;
}

export interface TerugblikFeit extends Terugblik {
  readonly op: Temporal.Instant;
}

export const jaNee = ["ja", "nee"] as const;
export type JaNee = (typeof jaNee)[number];

/** As filled in. */
export interface TerugblikForm {
  readonly langer: JaNee | null;
  readonly werkt: Werkt | null;
  readonly andersNodig: JaNee | null;
  readonly besprokenMet: readonly Gesprekspartner[];
  readonly uitkomst: ReviewUitkomst | null;
}

/** Answers that say one thing and an outcome that says another. */
export type TerugblikTegenspraak =
  /** It takes no longer, and goes on. */
  | "niet_langer"
  /** It takes longer, and is closed. */
  | "toch_langer"
  /** It does not work, and stays as it is. */
  | "werkt_niet"
  /** Something else is needed, and stays as it is. */
  | "iets_anders"
  /** It works and nothing else is needed, and yet it changes. */
  | "niets_anders";

export type TerugblikProbleem =
  | { readonly kind: "leeg"; readonly velden: readonly (keyof TerugblikForm)[] }
  | { readonly kind: "tegenspraak"; readonly wat: TerugblikTegenspraak };

export type TerugblikCheck =
  | { readonly ok: true; readonly value: Terugblik }
  | { readonly ok: false; readonly error: TerugblikProbleem };

export function checkTerugblik(form: TerugblikForm): TerugblikCheck {
  const { langer, werkt, andersNodig, besprokenMet, uitkomst } = form;
  if (
    langer === null ||
    werkt === null ||
    andersNodig === null ||
    uitkomst === null ||
    besprokenMet.length === 0
  ) {
    const velden = (Object.keys(form) as (keyof TerugblikForm)[]).filter(
      (veld) => form[veld] === null || (veld === "besprokenMet" && besprokenMet.length === 0),
    );
    return { ok: false, error: { kind: "leeg", velden } };
  }
  const value = { langer: langer === "ja", werkt, andersNodig: andersNodig === "ja", besprokenMet, uitkomst };
  const wat = tegenspraak(value);
  return wat ? { ok: false, error: { kind: "tegenspraak", wat } } : { ok: true, value };
}

function tegenspraak({ langer, werkt, andersNodig, uitkomst }: Terugblik): TerugblikTegenspraak | null {
  if (!langer) return uitkomst === "afsluiten" ? null : "niet_langer";
  switch (uitkomst) {
    case "afsluiten":
      return "toch_langer";
    case "werkt":
      if (andersNodig) return "iets_anders";
      return werkt === "nee" ? "werkt_niet" : null;
    case "wordt_aangepast":
    case "terug_naar_schakelteam":
      return werkt === "ja" && !andersNodig ? "niets_anders" : null;
  }
}
