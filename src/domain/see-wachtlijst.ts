/** A waiting list with the eyes of somebody who reads the rest; who keeps the contact is found anew each time. */
import type { Kandidaat } from "./akkoord.ts";
import type { Dossier } from "./dossier.ts";
import type { HulpvraagGezien } from "./hulpvraag-view.ts";
import { meedenkersOf } from "./meedenker.ts";
import {
  kerenVerlengd,
  type Overbrugger,
  type OverbruggingDoel,
  type OverbruggingFeit,
  type OverbruggingSoort,
  openOverbrugging,
  overbruggingOpen,
} from "./overbrugging.ts";
import { relationsOf } from "./relatie.ts";
import { naamIn } from "./teamlidnaam.ts";
import { ibsOf, isMember } from "./termijn-eigenaar.ts";
import { todayIn } from "./today.ts";
import { doelenOf, mayDo, viewpointOf } from "./visibility.ts";
import { houderOf } from "./waarneming.ts";
import { type GeenReden, type HulpSoort, type WachtUitkomst, wachtweken } from "./wachtlijst.ts";

/** Who can keep the contact or bridge: the holder, the ibs and who thinks along, as far as they read it. */
export function wachtkring(dossier: Dossier, now: Temporal.Instant): readonly Kandidaat[] {
  const today = todayIn(now);
  const holders = dossier.regierollen.filter(({ tot }) => tot === null).map(({ houderId }) => houderId);
  const ids = new Set([...holders, ...ibsOf(dossier, today), ...meedenkersOf(dossier)]);
  return [...ids].flatMap((persoonId) => {
    const lid = dossier.team.find((one) => one.persoonId === persoonId);
    if (!lid || !isMember(dossier, persoonId, today) || !reads(dossier, persoonId, now)) return [];
    return [{ persoonId, naam: lid.naam, functie: lid.functie }];
  });
}

function reads(dossier: Dossier, persoonId: string, now: Temporal.Instant): boolean {
  return doelenOf(dossier.status, relationsOf(dossier, persoonId, now)).some((doel) =>
    mayDo({ ...viewpointOf(dossier, { persoonId, doel, now }), handeling: "verloop_zien" }),
  );
}

export interface OverbruggingGezien {
  readonly soort: OverbruggingSoort;
  readonly doel: OverbruggingDoel;
  readonly tot: Temporal.PlainDate;
  /** A name, or a code. */
  readonly door: { readonly naam: string } | { readonly code: Overbrugger };
  /** Who would do it is not around this hulpvraag any more. */
  readonly doorWeg: boolean;
  /** Its last day is over, and nobody said what now. */
  readonly voorbij: boolean;
  readonly keren: number;
}

/** As somebody sees it who reads the rest. */
export interface WachtplekGezien {
  readonly soort: HulpSoort;
  readonly stand: "wacht" | WachtUitkomst;
  readonly sinds: Temporal.PlainDate;
  readonly verwachtTot: Temporal.PlainDate | null;
  readonly nagevraagdOp: Temporal.PlainDate | null;
  readonly uitkomstOp: Temporal.PlainDate | null;
  /** Until now, or until it ended. */
  readonly weken: number;
  /** Null while nobody can keep it. */
  readonly contact: { readonly persoonId: string; readonly naam: string } | null;
  /** Who was asked to and cannot any more. */
  readonly contactWeg: string | null;
  /** The person who was chosen, for the form. */
  readonly contactGekozen: string | null;
  readonly overbrugging: OverbruggingGezien | null;
  readonly geenOverbrugging: GeenReden | null;
  /** Nobody said yet whether the wait is bridged. */
  readonly overbruggingOpen: boolean;
  readonly gestoptOp: Temporal.PlainDate | null;
}

/** What is waited for, and of each kind the last that ended. */
export function seeWachtlijst(dossier: Dossier, now: Temporal.Instant): readonly WachtplekGezien[] {
  const { wachtlijst = [] } = dossier;
  const live = wachtlijst.filter(({ vervallen }) => !vervallen);
  if (live.length === 0) return [];
  const kring = wachtkring(dossier, now);
  const today = todayIn(now);
  return live
    .filter((plek) => live.findLast(({ soort }) => soort === plek.soort) === plek)
    .map((plek) => {
      const { soort, sinds, verwachtTot, nagevraagdOp, uitkomst, uitkomstOp, geenOverbrugging } = plek;
      const open = uitkomst === null ? openOverbrugging(plek) : null;
      return {
        ...{ soort, sinds, verwachtTot, nagevraagdOp, uitkomstOp, geenOverbrugging },
        stand: uitkomst ?? "wacht",
        weken: wachtweken(sinds, uitkomstOp ?? today),
        ...contactIn(dossier, plek.contactId, kring),
        overbrugging: open && seeOverbrugging(dossier, open, { kring, today, keren: kerenVerlengd(plek) }),
        overbruggingOpen: uitkomst === null && overbruggingOpen(plek),
        gestoptOp: plek.overbruggingen.at(-1)?.einde === "gestopt" ? lastEnd(plek.overbruggingen) : null,
      };
    });
}

const lastEnd = (all: readonly OverbruggingFeit[]) => all.at(-1)?.eindeOp ?? null;

/** Who left, or reads it no more, keeps no contact: it is the holder's then, and the ib's while there is none. */
function contactIn(
  dossier: Dossier,
  chosen: string | null,
  kring: readonly Kandidaat[],
): Pick<WachtplekGezien, "contact" | "contactWeg" | "contactGekozen"> {
  const own = kring.find(({ persoonId }) => persoonId === chosen);
  // The holder comes first in it, and the ib where there is none.
  const keeper = own ?? kring[0];
  return {
    contact: keeper ? { persoonId: keeper.persoonId, naam: keeper.naam } : null,
    contactWeg: chosen && !own ? naamIn(dossier.team, chosen) : null,
    contactGekozen: own?.persoonId ?? null,
  };
}

function seeOverbrugging(
  dossier: Dossier,
  { soort, doel, tot, doorId, door }: OverbruggingFeit,
  {
    kring,
    today,
    keren,
  }: {
    readonly kring: readonly Kandidaat[];
    readonly today: Temporal.PlainDate;
    readonly keren: number;
  },
): OverbruggingGezien {
  const by = doorId ? { naam: naamIn(dossier.team, doorId) } : { code: door ?? ("overig" as const) };
  return {
    ...{ soort, doel, tot, keren, door: by },
    // Who is away for a while comes back.
    doorWeg:
      doorId !== null &&
      !(doorId === houderOf(dossier) && isMember(dossier, doorId, today)) &&
      !kring.some(({ persoonId }) => persoonId === doorId),
    voorbij: Temporal.PlainDate.compare(tot, today) < 0,
  };
}

/** Nobody asks how it goes now: there is no ground, or it went back to a concept (see `rests`). */
export function rustNu({ stil, status }: Pick<HulpvraagGezien, "stil" | "status">): boolean {
  return stil || status === "concept";
}
