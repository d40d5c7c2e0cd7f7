/** One adviesvraag with the eyes of one person; every text passes the visibility rule here, once. */
import { type AdviesvraagFeit, adviesMinuten } from "./adviesvraag.ts";
import {
  type AdviesAct,
  type AdviesOpRonde,
  type AdviesPunt,
  type AdviesvraagGezien,
  adviesActs,
} from "./adviesvraag-view.ts";
import { naamIn } from "./teamlidnaam.ts";
import { type Advieshandeling, adviesviewpointOf, explainAdvies, revealAdvies } from "./visibility.ts";

interface Kijker {
  readonly persoonId: string;
  readonly now: Temporal.Instant;
}

function eyesOn(advies: AdviesvraagFeit, kijker: Kijker) {
  const viewpoint = adviesviewpointOf(advies, kijker);
  const may = (handeling: Advieshandeling) => explainAdvies({ ...viewpoint, handeling });
  return {
    may: (handeling: Advieshandeling) => may(handeling).allowed,
    vraag: revealAdvies(may("vraag_zien"), advies.vraag),
    antwoord: advies.antwoord && revealAdvies(may("antwoord_zien"), advies.antwoord),
  };
}

/** Null for everybody who may not read it: the answer is then the neutral card. */
export function seeAdviesvraag(advies: AdviesvraagFeit, kijker: Kijker): AdviesvraagGezien | null {
  const { may, vraag, antwoord } = eyesOn(advies, kijker);
  if (vraag === null) return null;
  const { ronde } = advies;
  return {
    id: advies.id,
    versie: advies.versie,
    status: advies.status,
    kring: advies.kring,
    domein: advies.domein,
    uitkomst: may("antwoord_zien") ? advies.uitkomst : null,
    vraag,
    antwoord,
    vrager: naamIn(advies.team, advies.vragerId),
    vanMij: advies.vragerId === kijker.persoonId,
    beantwoordDoor: advies.beantwoordDoor && naamIn(advies.team, advies.beantwoordDoor),
    ronde: ronde && { datum: ronde.datum, begin: ronde.begin },
    gesteldOp: advies.gesteldOp,
    beantwoordOp: advies.beantwoordOp,
    wissenOp: advies.wissenOp,
    mag: new Set(adviesActs.filter((act: AdviesAct) => may(act))),
  };
}

export interface AdviesInRonde {
  /** On the agenda, and answered in this round as long as it is held. */
  readonly vragen: readonly AdviesvraagFeit[];
  readonly besproken: boolean;
}

/** Null where this person hears of none. */
export function seeAdviesOpRonde({ vragen, besproken }: AdviesInRonde, kijker: Kijker): AdviesOpRonde | null {
  const known = vragen.filter((advies) => eyesOn(advies, kijker).may("bestaan_zien"));
  if (known.length === 0 && !besproken) return null;
  return { punten: known.flatMap((advies) => puntOf(advies, kijker)), besproken };
}

function puntOf(advies: AdviesvraagFeit, kijker: Kijker): readonly AdviesPunt[] {
  const { may, vraag, antwoord } = eyesOn(advies, kijker);
  if (vraag === null) return [];
  const { id, versie, domein } = advies;
  const uitkomst = may("antwoord_zien") ? advies.uitkomst : null;
  return [{ id, versie, domein, vraag, antwoord, uitkomst, magVastleggen: may("vastleggen") }];
}

/** What they ask of the time of the round, as far as this person may know of them. */
export function adviesMinutenVan(gezien: AdviesOpRonde | null): number {
  return (gezien?.punten.length ?? 0) * adviesMinuten;
}
