/** One actie of the team with the eyes of one person; its words pass the visibility rule here, once. */
import type { GevraagdGezien, OverdrachtGezien } from "./overdracht.ts";
import type { TaakStand } from "./taak.ts";
import type { TeamactieFeit } from "./teamactie.ts";
import { leidersOf, teamledenOf } from "./teamactie-relatie.ts";
import { naamIn } from "./teamlidnaam.ts";
import { todayIn } from "./today.ts";
import {
  explainTeam,
  revealTeam,
  type Teamhandeling,
  teamhandelingen,
  teamviewpointOf,
} from "./visibility.ts";

export interface TeamactieGezien {
  /** Tells it from a task of a hulpvraag where both stand in one list. */
  readonly soort: "teamactie";
  readonly id: string;
  readonly sztId: string;
  readonly versie: number;
  readonly stand: TaakStand;
  readonly vervalt: Temporal.PlainDate;
  readonly omschrijving: string;
  readonly houder: string;
  /** Theirs to do: who has it, or who answers for it when that one left. */
  readonly vanMij: boolean;
  readonly houderWeg: boolean;
  readonly overdracht: OverdrachtGezien | null;
  readonly mag: ReadonlySet<Teamhandeling>;
  /** On a bundle: it should have been said before. */
  readonly laat?: boolean;
  /** On a bundle: this person read of it before. */
  readonly kort?: boolean;
}

interface Kijker {
  readonly persoonId: string;
  readonly now: Temporal.Instant;
}

/** Who has to act: who has it, and when that one left those who lead the team. */
export function teamactiehoudersOf(
  { team, houderId }: Pick<TeamactieFeit, "team" | "houderId">,
  today: Temporal.PlainDate,
): readonly string[] {
  const works = teamledenOf(team, today).some(({ persoonId }) => persoonId === houderId);
  return works ? [houderId] : leidersOf(team, today);
}

/** Those who can take it: everybody who works in the team, but for who has it. */
export function teamovernemers({ team, houderId }: TeamactieFeit, today: Temporal.PlainDate) {
  return teamledenOf(team, today).filter(({ persoonId }) => persoonId !== houderId);
}

/** Null for everybody who may not read it. */
export function seeTeamactie(actie: TeamactieFeit, kijker: Kijker): TeamactieGezien | null {
  const viewpoint = teamviewpointOf(actie, kijker);
  const may = (handeling: Teamhandeling) => explainTeam({ ...viewpoint, handeling });
  const omschrijving = revealTeam(may("lezen"), actie.omschrijving);
  if (omschrijving === null) return null;
  const today = todayIn(kijker.now);
  return {
    soort: "teamactie",
    id: actie.id,
    sztId: actie.sztId,
    versie: actie.versie,
    stand: standOf(actie, today),
    vervalt: actie.datum,
    omschrijving,
    houder: naamIn(actie.team, actie.houderId),
    vanMij: teamactiehoudersOf(actie, today).includes(kijker.persoonId),
    houderWeg: viewpoint.relaties.has("houder_weg"),
    overdracht: overdrachtOf(actie, today),
    mag: new Set(teamhandelingen.filter((handeling) => may(handeling).allowed)),
  };
}

function standOf({ status, datum }: TeamactieFeit, today: Temporal.PlainDate): TaakStand {
  if (status !== "open") return "gedaan";
  const order = Temporal.PlainDate.compare(datum, today);
  if (order === 0) return "vandaag";
  return order < 0 ? "te_laat" : "binnenkort";
}

function overdrachtOf(actie: TeamactieFeit, today: Temporal.PlainDate): OverdrachtGezien | null {
  const { overdracht, status } = actie;
  if (!overdracht || status !== "open") return null;
  const { aan, stand, reden } = overdracht;
  const able = teamovernemers(actie, today).some(({ persoonId }) => persoonId === aan);
  return stand === "gevraagd" && !able ? null : { naam: naamIn(actie.team, aan), stand, reden };
}

/** For the one who is asked to take it. */
export function seeGevraagd(
  actie: TeamactieFeit,
  { persoonId, now, scholen }: Kijker & { readonly scholen: string },
): GevraagdGezien | null {
  const gezien = seeTeamactie(actie, { persoonId, now });
  if (!gezien?.mag.has("antwoorden") || !actie.overdracht) return null;
  const { id, versie, omschrijving, vervalt: datum } = gezien;
  const van = naamIn(actie.team, actie.overdracht.door);
  return { soort: "teamactie", id, versie, referentie: null, school: scholen, omschrijving, datum, van };
}
