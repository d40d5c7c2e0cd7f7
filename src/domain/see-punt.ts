/** What stands beside an item while the round goes on, for who may see that item: clock, who brings it in, the outside. */

import { isThere } from "./aanwezig.ts";
import { type Buitenkant, mayContribute, ownBijdrage, readBuitenkant } from "./bijdrage.ts";
import type { AgendapuntFeit, BijdrageFeit, Dossier, RondeFeit } from "./dossier.ts";
import { endOfPunt, minutesOver } from "./ronde-klok.ts";
import type { BrengtIn, BuitenkantGezien, Klok } from "./ronde-view.ts";
import { ibsOf } from "./termijn-eigenaar.ts";
import { amsterdam, todayIn } from "./today.ts";
import { explain, type Handeling, reveal, type VisibilityDecision, viewpointOf } from "./visibility.ts";

interface Who {
  readonly persoonId: string;
  readonly now: Temporal.Instant;
}

const wallOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(amsterdam).toPlainTime();

/** Begun and not decided; the moments are of the clock on the wall, and so stay true on a card that is not drawn again. */
export function klokOf(
  { status, begonnenOp, minuten, ronde }: AgendapuntFeit,
  now: Temporal.Instant,
): Klok | null {
  if (status !== "gepland" || ronde.status !== "open" || !begonnenOp) return null;
  const punt = { begonnenOp, minuten };
  return {
    sinds: wallOf(begonnenOp),
    tot: wallOf(endOfPunt(punt)),
    over: minutesOver(punt, now),
    om: wallOf(now),
  };
}

/** Those of the round who may hear the question: only they can bring it in. */
export function presentersOf(
  dossier: Dossier,
  { deelnemers }: Pick<RondeFeit, "deelnemers">,
  now: Temporal.Instant,
): readonly BrengtIn[] {
  return deelnemers
    .filter(({ persoonId }) => canPresent(dossier, { deelnemers }, { persoonId, now }))
    .map(({ persoonId, naam }) => ({ persoonId, naam }));
}

function canPresent(
  dossier: Dossier,
  { deelnemers }: Pick<RondeFeit, "deelnemers">,
  { persoonId, now }: Who,
): boolean {
  const own = deelnemers.find((one) => one.persoonId === persoonId);
  if (!own || !isThere(own)) return false;
  const viewpoint = viewpointOf(dossier, { persoonId, doel: "bespreking", now });
  return explain({ ...viewpoint, handeling: "wat_zien" }).allowed;
}

/**
 * Who was chosen; else who brought the hulpvraag in, else the ib of the school, when that one is there. Who sees no more than
 * the question is told of the school's own people alone: that somebody else brings it in would tell where the child is known.
 */
export function brengtIn(
  dossier: Dossier,
  punt: AgendapuntFeit,
  { meer, now }: { readonly meer: boolean; readonly now: Temporal.Instant },
): BrengtIn | null {
  const ibs = ibsOf(dossier, todayIn(now));
  const wanted = [punt.inbrengerId, dossier.inbrengerId, ...ibs];
  // One by one, until somebody can: whether a person may hear it is the dear question here.
  const found = wanted.find((id) => id && canPresent(dossier, punt.ronde, { persoonId: id, now }));
  const who = punt.ronde.deelnemers.find(({ persoonId }) => persoonId === found) ?? null;
  if (!who || !(meer || ibs.includes(who.persoonId))) return null;
  return { persoonId: who.persoonId, naam: who.naam };
}

/** What the table says of this person and this hulpvraag; no to everything that cannot be read. */
type May = (handeling: Handeling) => VisibilityDecision;

/**
 * Where only the outside may be told: whether this person is asked, what this person told, and what the others told for the
 * school, which reads it.
 */
export function buitenkantOf(
  dossier: Dossier,
  punt: AgendapuntFeit,
  { may, persoonId, now }: Who & { readonly may: May },
): BuitenkantGezien | null {
  const vraag = may("bijdragen").allowed && mayContribute(dossier, punt, { persoonId, now });
  const own = ownBijdrage(dossier, persoonId);
  const anderen = (dossier.bijdragen ?? []).flatMap((een) => {
    const gezegd = een.persoonId === persoonId ? null : said(may("bijdrage_zien"), een);
    const lid = dossier.team.find((one) => one.persoonId === een.persoonId);
    return gezegd && lid ? [{ naam: lid.naam, functie: lid.functie, gezegd }] : [];
  });
  const eigen = own && said(may("eigen_bijdrage_zien"), own);
  return vraag || eigen || anderen.length > 0 ? { vraag, eigen, anderen } : null;
}

function said(decision: VisibilityDecision, { inhoud }: BijdrageFeit): Buitenkant | null {
  const text = reveal(decision, inhoud);
  return text === null ? null : readBuitenkant(text);
}
