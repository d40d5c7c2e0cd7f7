/** A traject as somebody sees it who reads the rest of the hulpvraag, and who of the wijkteam can be asked to its end. */
import type { Kandidaat } from "./akkoord.ts";
import type { Functie } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { koppelbaar } from "./meedenker.ts";
import { activeOn } from "./relatie.ts";
import { naamIn } from "./teamlidnaam.ts";
import { todayIn } from "./today.ts";
import {
  eindUiterlijk,
  laatsteTraject,
  type TrajectFeit,
  type TrajectStap,
  trajectVolgende,
} from "./traject.ts";
import { mayDo, usualDoel, viewpointOf } from "./visibility.ts";
import { houderOf } from "./waarneming.ts";

/** Where the wijkteam stands: who could come, or why nobody can be asked. */
export const wijkteamStanden = [
  /** Somebody can be asked. */
  "te_vragen",
  "gevraagd",
  /** Who has the regierol is of the wijkteam, and is there anyway. */
  "houder",
  "niet_in_toestemming",
  /** Named, and the akkoord on the regierol does not stand: nobody new reads along. */
  "wacht_op_akkoord",
  "niet_in_team",
] as const;
export type WijkteamStand = (typeof wijkteamStanden)[number];

export interface TrajectGezien extends Omit<TrajectFeit, "id" | "vervallen" | "genodigden"> {
  readonly tussenUiterlijk: Temporal.PlainDate | null;
  readonly eindUiterlijk: Temporal.PlainDate | null;
  readonly genodigden: readonly { readonly naam: string; readonly functie: Functie | null }[];
  /** This person is asked to come. */
  readonly voorMij: boolean;
  readonly wijkteam: WijkteamStand;
  /** Somebody of the wijkteam can be asked, who is not yet. */
  readonly kanVragen: boolean;
  readonly volgende: readonly TrajectStap[];
}

const isWijkteam = ({ functie }: { readonly functie: Functie }): boolean => functie === "wijkteam";

/** Nobody else hears of it: of the wijkteam, in this team, and named in the toestemming. */
function wijkteamKandidaten(dossier: Dossier, now: Temporal.Instant): readonly Kandidaat[] {
  return koppelbaar(dossier, now).filter(isWijkteam);
}

/** Those of them who are not asked yet. */
export function teVragen(
  dossier: Dossier,
  { genodigden }: Pick<TrajectFeit, "genodigden">,
  now: Temporal.Instant,
): readonly Kandidaat[] {
  const asked = new Set(genodigden.map(({ persoonId }) => persoonId));
  return wijkteamKandidaten(dossier, now).filter(({ persoonId }) => !asked.has(persoonId));
}

/** Those who were asked and may read it as the toestemming stands now. */
export function genodigdenOf(
  dossier: Dossier,
  { genodigden }: Pick<TrajectFeit, "genodigden">,
  now: Temporal.Instant,
): readonly string[] {
  const doel = usualDoel(dossier.status);
  return genodigden
    .map(({ persoonId }) => persoonId)
    .filter((persoonId) =>
      mayDo({ ...viewpointOf(dossier, { persoonId, doel, now }), handeling: "verloop_zien" }),
    );
}

export function wijkteamStand(
  dossier: Dossier,
  traject: Pick<TrajectFeit, "genodigden">,
  now: Temporal.Instant,
): WijkteamStand {
  const today = todayIn(now);
  const members = dossier.team.filter((lid) => isWijkteam(lid) && activeOn(lid, today));
  const houder = houderOf(dossier);
  if (members.some(({ persoonId }) => persoonId === houder)) return "houder";
  if (genodigdenOf(dossier, traject, now).length > 0) return "gevraagd";
  if (members.length === 0) return "niet_in_team";
  if (wijkteamKandidaten(dossier, now).length > 0) return "te_vragen";
  return dossier.toestemming?.partners.includes("wijkteam") ? "wacht_op_akkoord" : "niet_in_toestemming";
}

/** The last one; what stands still waits for nobody. */
export function seeTraject(
  dossier: Dossier,
  {
    persoonId,
    now,
    stil,
  }: { readonly persoonId: string; readonly now: Temporal.Instant; readonly stil: boolean },
): TrajectGezien | null {
  const feit = laatsteTraject(dossier);
  if (!feit) return null;
  const { gestartOp, tussen, meerHulpOp, eindGeplandOp, verlengd, eind, gestopt } = feit;
  const volgende = trajectVolgende(feit, stil);
  const waits = volgende.length > 0 && !stil;
  const asked = waits ? genodigdenOf(dossier, feit, now) : [];
  const tussenTerm = dossier.termijnen.find(
    ({ soort, status }) => soort === "traject_tussenevaluatie" && status === "open",
  );
  return {
    ...{ gestartOp, tussen, meerHulpOp, eindGeplandOp, verlengd, eind, gestopt, volgende },
    tussenUiterlijk: waits && !tussen ? (tussenTerm?.vervalt ?? null) : null,
    eindUiterlijk: waits ? eindUiterlijk(dossier) : null,
    genodigden: asked.map((id) => {
      const lid = dossier.team.find((one) => one.persoonId === id);
      return { naam: naamIn(dossier.team, id), functie: lid?.functie ?? null };
    }),
    voorMij: asked.includes(persoonId),
    wijkteam: wijkteamStand(dossier, feit, now),
    kanVragen: waits && teVragen(dossier, feit, now).length > 0,
  };
}
