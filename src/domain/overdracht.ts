/** Handing over an actie: it stays with who has it until the other says yes, and who can be asked is looked at anew each time. */
import { actieHouders } from "./actie-houder.ts";
import type { ActieFeit, Dossier, TeamlidFeit } from "./dossier.ts";
import { leesTekst } from "./lees-tekst.ts";
import type { Weigerreden } from "./regierol-reden.ts";
import { relationsOf } from "./relatie.ts";
import { naamIn } from "./teamlidnaam.ts";
import { explain, viewpointOf } from "./visibility.ts";

/** The last time that somebody was asked; a yes leaves nothing behind but the new holder. */
export interface OverdrachtFeit {
  readonly aan: string;
  readonly door: string;
  readonly stand: "gevraagd" | "geweigerd";
  /** Of a no. */
  readonly reden: Weigerreden | null;
}

/** How it stands, for who has the actie or answers for it. */
export interface OverdrachtGezien {
  readonly naam: string;
  readonly stand: OverdrachtFeit["stand"];
  readonly reden: Weigerreden | null;
}

/** An actie that this person is asked to take, and may still take as the ground stands now. */
export interface GevraagdGezien {
  readonly soort: "actie" | "teamactie";
  readonly id: string;
  readonly versie: number;
  /** Null for what is about no hulpvraag. */
  readonly referentie: string | null;
  /** The school, or the schools of the team. */
  readonly school: string;
  readonly omschrijving: string | null;
  readonly datum: Temporal.PlainDate;
  /** Who asks. */
  readonly van: string;
}

/** Whether it still waits to be done. */
export function isOpen({ gedaanOp }: Pick<ActieFeit, "gedaanOp">): boolean {
  return gedaanOp === null;
}

/** Who can be asked: those who may read it once it is theirs, but for who has it. */
export function overnemers(
  dossier: Dossier,
  { houderId }: Pick<ActieFeit, "houderId">,
  now: Temporal.Instant,
): readonly TeamlidFeit[] {
  return actieHouders(dossier, { now }).filter(({ persoonId }) => persoonId !== houderId);
}

/** Asked, and by the ground of this moment still somebody who can take it. */
export function isGevraagd(
  dossier: Dossier,
  actie: ActieFeit,
  { persoonId, now }: { readonly persoonId: string; readonly now: Temporal.Instant },
): boolean {
  const { overdracht } = actie;
  return (
    isOpen(actie) &&
    overdracht?.stand === "gevraagd" &&
    overdracht.aan === persoonId &&
    overnemers(dossier, actie, now).some((lid) => lid.persoonId === persoonId)
  );
}

/** What the one who is asked reads before the yes: what would be theirs, and no name of the leerling. */
export function gevraagdOf(
  dossier: Dossier,
  kijker: { readonly persoonId: string; readonly now: Temporal.Instant },
): readonly GevraagdGezien[] {
  return dossier.acties
    .filter((actie) => isGevraagd(dossier, actie, kijker))
    .map((actie) => ({
      soort: "actie",
      id: actie.id,
      versie: actie.versie,
      referentie: dossier.referentie,
      school: dossier.school,
      omschrijving: textFor(dossier, actie, kijker),
      datum: actie.datum,
      van: naamIn(dossier.team, actie.overdracht?.door ?? actie.houderId),
    }));
}

/** As if it were theirs already: that is what the visibility rule is asked. */
function textFor(
  dossier: Dossier,
  actie: ActieFeit,
  { persoonId, now }: { readonly persoonId: string; readonly now: Temporal.Instant },
): string | null {
  const viewpoint = viewpointOf(dossier, { persoonId, doel: "bespreking", now });
  const relaties = new Set([...viewpoint.relaties, "actiehouder" as const]);
  const may = (handeling: "naam_zien" | "wat_zien") => explain({ ...viewpoint, relaties, handeling });
  const ib = relationsOf(dossier, persoonId, now).has("ib_van_school");
  const wat = may("wat_zien");
  return leesTekst(actie.omschrijving, wat, {
    naam: may("naam_zien"),
    wat,
    leerling: dossier.leerling,
    ib,
  });
}

/** For who has it: whom was asked. Nothing when that person could not take it any more. */
export function overdrachtOf(
  dossier: Dossier,
  actie: ActieFeit,
  now: Temporal.Instant,
): OverdrachtGezien | null {
  const { overdracht } = actie;
  if (!overdracht || !isOpen(actie)) return null;
  const { aan, stand, reden } = overdracht;
  if (stand === "gevraagd" && !overnemers(dossier, actie, now).some(({ persoonId }) => persoonId === aan))
    return null;
  return { naam: naamIn(dossier.team, aan), stand, reden };
}
