/** What a round would leave without an owner, looked at before it is closed (000: action points that come back). */
import type { Dossier } from "./dossier.ts";
import { activeOn } from "./relatie.ts";
import { ibsOf } from "./termijn-eigenaar.ts";

export const zonderEigenaarSoorten = [
  /** On the agenda and not decided about: it moves to another round. */
  "geen_besluit",
  /** Who has the actie left the team. */
  "actie_houder_weg",
  /** Whom the round chose for the regierol left the team. */
  "regierol_houder_weg",
  /** It goes on, and nobody holds the regierol by now. */
  "doorlopen_zonder_houder",
  /** Nobody of the school is there to tell the parents. */
  "terugkoppeling_zonder_ib",
] as const;
export type ZonderEigenaarSoort = (typeof zonderEigenaarSoorten)[number];

/** Of one hulpvraag that was discussed in this round, or is still to come; for who sees it. */
export function ownerless(
  dossier: Dossier,
  {
    puntId,
    acties,
    today,
  }: {
    readonly puntId: string;
    /** Agreed in this round. */
    readonly acties: ReadonlySet<string>;
    readonly today: Temporal.PlainDate;
  },
): readonly ZonderEigenaarSoort[] {
  const besluit = dossier.besluiten.find(({ agendapuntId }) => agendapuntId === puntId);
  if (!besluit) return ["geen_besluit"];
  const works = (persoonId: string) =>
    dossier.team.some((lid) => lid.persoonId === persoonId && activeOn(lid, today));
  const { besluiten, regierolVoor, terugkoppeling } = besluit;
  const open = dossier.acties.filter(({ id, gedaanOp }) => acties.has(id) && gedaanOp === null);
  const found: Readonly<Record<Exclude<ZonderEigenaarSoort, "geen_besluit">, boolean>> = {
    actie_houder_weg: open.some(({ houderId }) => !works(houderId)),
    regierol_houder_weg:
      besluiten.includes("regierol_toewijzen") && regierolVoor !== null && !works(regierolVoor),
    doorlopen_zonder_houder:
      besluiten.includes("doorlopen") && !dossier.regierollen.some(({ tot }) => tot === null),
    terugkoppeling_zonder_ib: terugkoppeling === null && ibsOf(dossier, today).length === 0,
  };
  return zonderEigenaarSoorten.filter((soort) => soort !== "geen_besluit" && found[soort]);
}
