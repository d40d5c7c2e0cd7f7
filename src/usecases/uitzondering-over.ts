import { schoolCalendar } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import {
  endUitzondering,
  lockUitzondering,
  type OpenUitzondering,
  openUitzonderingen,
} from "#database/uitzondering.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { askersOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import type { UitzonderingEinde, Vervalreden } from "#domain/uitzondering.ts";
import { herzienUiterlijk } from "#domain/uitzondering-form.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { logCase } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import type { World } from "./world.ts";

export type Einde =
  | { readonly einde: Exclude<UitzonderingEinde, "vervallen"> }
  | { readonly einde: "vervallen"; readonly waarom: Vervalreden };

/** Ends one; who asked and who was asked hear of it. The ground of the hulpvraag is for the caller to look at. */
export async function end(
  tx: Tx,
  world: World,
  { open, dossier }: { readonly open: OpenUitzondering; readonly dossier: Dossier },
  how: Einde,
): Promise<readonly Notice[]> {
  const { einde } = how;
  if (!(await endUitzondering(tx, open.id, einde, einde === "vervallen" ? how.waarom : null))) return [];
  const today = todayIn(tx.now);
  const personen = askersOf(dossier, open.gevraagdDoor, today);
  const card = await refreshAbout(tx, "uitzondering", open, { feit: einde });
  const others = card.filter(({ aan }) => !("persoonId" in aan && personen.includes(aan.persoonId)));
  switch (einde) {
    case "gebruikt":
      await logCase(tx, dossier, "uitzondering_gebruikt", { ronde: open.rondeDatum.toString() });
      await applyTermEvent(tx, world, dossier, { kind: "uitzondering_gebruikt", op: today });
      await applyTermEvent(tx, world, dossier, {
        kind: "ouders_achteraf_herzien",
        op: today,
        voor: herzienUiterlijk(today, await schoolCalendar(tx, dossier.schoolId)),
      });
      return [...tellAbout("uitzondering_gebruikt", open, { personen, feit: einde }), ...others];
    case "vervallen":
      await logCase(tx, dossier, "uitzondering_vervallen", { reden: how.waarom });
      return [...tellAbout("uitzondering_vervallen", open, { personen, feit: einde }), ...others];
    case "ingetrokken":
      await logCase(tx, dossier, "uitzondering_ingetrokken");
      return card;
    case "nee":
    case "teruggenomen":
      // Said and logged when the directeur did it.
      return card;
  }
}

function overWith({ besproken }: OpenUitzondering, waarom: Vervalreden): Einde {
  return besproken ? { einde: "gebruikt" } : { einde: "vervallen", waarom };
}

/** What the directeur had said already, and could not carry out. */
export function said({ besluit, teruggenomen }: OpenUitzondering): Einde | null {
  if (teruggenomen) return { einde: "teruggenomen" };
  return besluit === "nee" ? { einde: "nee" } : null;
}

/**
 * The open request of a hulpvraag ends with what happened to that: withdrawn, or consent after all. What was spoken of by
 * then was spoken of without the parents, and stays that.
 */
export async function endWith(
  tx: Tx,
  world: World,
  dossier: Dossier,
  waarom: Extract<Vervalreden, "hulpvraag_gestopt" | "niet_meer_nodig">,
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const { id } of await openUitzonderingen(tx, { hulpvraagId: dossier.id })) {
    await lockUitzondering(tx, id);
    const [open] = await openUitzonderingen(tx, { id });
    if (open)
      notices.push(...(await end(tx, world, { open, dossier }, said(open) ?? overWith(open, waarom))));
  }
  return notices;
}
