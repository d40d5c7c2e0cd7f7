import { openwerkReaders, readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import { ibFuncties } from "#domain/code.ts";
import type { Dossier, TeamlidFeit } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { activeOn } from "#domain/relatie.ts";
import { type RondeFacts, seeRonde } from "#domain/see-ronde.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { followTijdvakken } from "./tijdvak.ts";

export interface RondePlek {
  readonly id: string;
  readonly sztId: string;
}

/** Something that people must hear of, once for each fact: `feit` names it, such as the version that it made. */
export function tell(
  soort: Extract<NoticeKind, `ronde_${string}`>,
  ronde: RondePlek,
  hoe: { readonly personen: readonly string[]; readonly feit: string },
): readonly Notice[] {
  return tellAbout(soort, ronde, hoe);
}

/**
 * Every standing card of this round shows the new state. `also`: people whose first card may still be on its way.
 * `except`: who gets a message of its own, which an edit right after it would take the words from.
 */
export async function refreshRonde(
  tx: Tx,
  ronde: RondePlek,
  {
    feit,
    also = [],
    except = [],
  }: { readonly feit: string; readonly also?: readonly string[]; readonly except?: readonly string[] },
): Promise<readonly Notice[]> {
  const personen = [...(await readersOf(tx, "ronde", ronde.id)), ...also];
  return [
    ...tell("ronde_ververst", ronde, { personen: personen.filter((id) => !except.includes(id)), feit }),
    ...(await refreshAbout(tx, "verslag", ronde, { feit })),
    ...(await followTijdvakken(tx, ronde.id, feit)),
  ];
}

/** A round has a chair or a note-taker again: the list of work without an owner says so. */
export async function refreshOpenwerk(
  tx: Tx,
  { id, sztId }: RondePlek,
  feit: string,
): Promise<readonly Notice[]> {
  return (await openwerkReaders(tx, sztId)).map((persoonId) => ({
    soort: "openwerk_ververst",
    aan: { persoonId },
    onderwerpId: persoonId,
    sztId: null,
    sleutel: `openwerk_ververst:${id}:${feit}:${persoonId}`,
  }));
}

/**
 * A step with some items: only the cards on which one of these stands, once each. Who may not know of them has a card that
 * stays as it is.
 */
export async function refreshSeen(
  tx: Tx,
  facts: RondeFacts,
  { punten, feit }: { readonly punten: readonly string[]; readonly feit: string },
): Promise<readonly Notice[]> {
  const { ronde } = facts;
  const personen = (await readersOf(tx, "ronde", ronde.id)).filter((persoonId) =>
    seeRonde(facts, { persoonId, now: tx.now })?.punten.some(({ id }) => punten.includes(id)),
  );
  return tell("ronde_ververst", ronde, { personen, feit });
}

/** A hulpvraag comes back to the ib or coo of its school. */
export function tellIb(dossier: Dossier, versie: number, today: Temporal.PlainDate): readonly Notice[] {
  const { id, sztId } = dossier;
  return ibsOf(dossier, today).map((persoonId) => ({
    soort: "hulpvraag_terug",
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `hulpvraag_terug:${id}:${versie}:${persoonId}`,
  }));
}

/** A round is of the SZT: every ib and coo of it, of whichever of its schools. */
export function ibsOfSzt(team: readonly TeamlidFeit[], today: Temporal.PlainDate): readonly string[] {
  const ibs = team.filter((lid) => activeOn(lid, today) && ibFuncties.some((one) => one === lid.functie));
  return [...new Set(ibs.map(({ persoonId }) => persoonId))];
}
