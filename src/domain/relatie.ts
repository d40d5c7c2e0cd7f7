/** How people stand to one hulpvraag: relations, not functions (model.md §4). What a relation may do is in visibility.ts. */
import { type Functie, functies, ibFuncties, kernteamFuncties, schoolFuncties } from "./code.ts";
import type { Dossier, RondeFeit, TeamlidFeit, ToestemmingFeit } from "./dossier.ts";
import { todayIn } from "./today.ts";
import { canBePartner } from "./toestemming.ts";

export const relaties = [
  /** ib or coo of the hulpvraag's own school. */
  "ib_van_school",
  /** ib/coo or kernteam member of the SZT. */
  "schakelteam",
  "regierolhouder",
  /** Keeps the regierol warm between two holders. */
  "waarnemer",
  /** Was asked to take the regierol, or to stand in for a while, after the parents agreed to it. */
  "aangeboden_regierol",
  "gekoppelde_expert",
  /** Has an open actie. */
  "actiehouder",
  /** Held the regierol or an actie, whatever became of it. */
  "eerder_betrokken",
  /** The toestemming names the function of this person. Whether it still holds is the grondslag. */
  "genoemde_partner",
  /** Named by the directeur for the one discussion without asking; nobody else outside the school takes part. */
  "uitzondering_deelnemer",
  /** Takes part in a round that has (or had) this hulpvraag on its agenda, or was asked for this item of it alone. */
  "genodigde",
  /** Of the round that has it on the agenda; of the SZT when it stands on no agenda. */
  "voorzitter",
  "notulist",
  "inbrenger",
  "szt_lid",
  "directeur",
  /** The one directeur who was asked about an uitzondering; reads the request and nothing of the case. */
  "gevraagde_directeur",
  "bestuurder",
  "beheerder",
  /** No membership in the SZT of the school today; or only as directeur of another school of it. */
  "buitenstaander",
] as const;
export type Relatie = (typeof relaties)[number];

/** What says how people stand to one hulpvraag; a Dossier has it all. */
export interface RelationFacts
  extends Pick<
    Dossier,
    | "schoolId"
    | "inbrengerId"
    | "aanTafel"
    | "agendapunten"
    | "besluiten"
    | "regierollen"
    | "aanbod"
    | "waarneming"
    | "koppelingen"
    | "acties"
    | "uitzondering"
  > {
  /** Memberships of the SZT of the school. */
  readonly team: readonly Pick<
    TeamlidFeit,
    "persoonId" | "functie" | "schoolId" | "voorzitter" | "van" | "tot"
  >[];
  readonly toestemming: Pick<ToestemmingFeit, "partners"> | null;
}

/** At the table only for the items they were asked for (domain.md §1). */
const onCall: ReadonlySet<Functie> = new Set<Functie>(["leerplicht", "politie", "overig"]);

export function isOnCall(functie: Functie): boolean {
  return onCall.has(functie);
}

/** Functions whose coming tells nothing about a child. Channel and digest name no others. */
export const standingFuncties = functies.filter((functie) => canBePartner(functie) && !onCall.has(functie));

/** How this person stands to this hulpvraag at this moment. */
export function relationsOf(
  facts: RelationFacts,
  persoonId: string,
  now: Temporal.Instant,
): ReadonlySet<Relatie> {
  const today = todayIn(now);
  const own = facts.team.filter((lid) => lid.persoonId === persoonId && activeOn(lid, today));
  const working = own.filter((lid) => canBePartner(lid.functie));
  const leading = relaties.filter((relatie) =>
    ofSchool(own, facts.schoolId).some((lid) => lid.functie === relatie && !canBePartner(lid.functie)),
  );
  if (working.length + leading.length === 0) return new Set<Relatie>(["buitenstaander"]);
  if (working.length === 0) return new Set(leading);
  const stands: Partial<Record<Relatie, boolean>> = {
    szt_lid: true,
    ...standsByFunctie(facts, working, isAsked(facts, persoonId)),
    ...standsInRounds(facts, persoonId, { working, today }),
    ...standsAroundChild(facts, persoonId, now),
  };
  return new Set([...leading, ...relaties.filter((relatie) => stands[relatie])]);
}

/** Asked for an item of this hulpvraag itself, on an agenda where it still stands. */
function isAsked({ agendapunten }: RelationFacts, persoonId: string): boolean {
  return agendapunten.some(
    ({ status, ronde, genodigden = [] }) =>
      status !== "verschoven" && ronde.status !== "vervallen" && genodigden.includes(persoonId),
  );
}

function standsByFunctie(
  facts: RelationFacts,
  working: readonly RelationFacts["team"][number][],
  asked: boolean,
) {
  const functies = ofSchool(working, facts.schoolId).map((lid) => lid.functie);
  const has = (list: readonly Functie[]) => functies.some((functie) => list.includes(functie));
  const partners = facts.toestemming?.partners ?? [];
  return {
    ib_van_school: has(ibFuncties),
    schakelteam: has([...ibFuncties, ...kernteamFuncties]),
    genoemde_partner: has(
      partners.filter((functie) => asked || !onCall.has(functie) || facts.aanTafel.includes(functie)),
    ),
  };
}

function standsAroundChild(facts: RelationFacts, persoonId: string, now: Temporal.Instant) {
  const lasts = ({ tot }: { tot: Temporal.Instant | null }) =>
    tot === null || Temporal.Instant.compare(now, tot) < 0;
  // The open row is the holder, whatever the clock says: an accepted offer counts from the moment it is stored.
  const regierol = facts.regierollen.filter((rol) => rol.houderId === persoonId && rol.tot === null);
  return {
    inbrenger: facts.inbrengerId === persoonId,
    regierolhouder: regierol.some((rol) => rol.soort === "actief"),
    waarnemer: regierol.some((rol) => rol.soort === "waarnemend"),
    aangeboden_regierol: isOffered(facts, persoonId),
    gekoppelde_expert: facts.koppelingen.some((one) => one.persoonId === persoonId && lasts(one)),
    uitzondering_deelnemer: isInCircle(facts, persoonId),
    actiehouder: facts.acties.some((actie) => actie.houderId === persoonId && actie.gedaanOp === null),
  };
}

/**
 * Only the last round counts for who chairs; having taken part in an earlier one lasts. Who was invited to a round that
 * was not held has nothing to discuss there until it is opened after all; its chair can still move what stands on it.
 */
function standsInRounds(
  facts: RelationFacts,
  persoonId: string,
  {
    working,
    today,
  }: { readonly working: readonly RelationFacts["team"][number][]; readonly today: Temporal.PlainDate },
) {
  const live = facts.agendapunten
    .filter((punt) => punt.status !== "verschoven" && punt.ronde.status !== "vervallen")
    .toSorted(
      (one, other) =>
        Temporal.PlainDate.compare(one.ronde.datum, other.ronde.datum) ||
        Temporal.PlainTime.compare(one.ronde.begin, other.ronde.begin),
    );
  const last = live.at(-1);
  const planned = live.some((punt) => punt.status === "gepland");
  const held = live.filter(({ ronde }) => !isNotHeld(ronde, today));
  const chairsSzt = working.some((lid) => lid.voorzitter);
  return {
    voorzitter: last?.ronde.voorzitterId === persoonId || (chairsSzt && !planned),
    notulist: last !== undefined && held.includes(last) && last.ronde.notulistId === persoonId,
    genodigde: held.some(
      ({ ronde, genodigden = [] }) =>
        genodigden.includes(persoonId) || ronde.deelnemers.some((one) => one.persoonId === persoonId),
    ),
  };
}

/** Its day is over and nobody opened it. */
export function isNotHeld({ status, datum }: Pick<RondeFeit, "status" | "datum">, today: Temporal.PlainDate) {
  return status === "gepland" && Temporal.PlainDate.compare(datum, today) < 0;
}

/** While it stands on the one round of the decision, and this person takes part in that one. */
function isInCircle({ uitzondering, agendapunten }: RelationFacts, persoonId: string): boolean {
  if (uitzondering?.stand !== "ja" || !uitzondering.deelnemers.includes(persoonId)) return false;
  const punt = agendapunten.find(
    ({ ronde, status }) => ronde.id === uitzondering.rondeId && status !== "verschoven",
  );
  const asked = punt?.genodigden?.includes(persoonId) ?? false;
  return asked || (punt?.ronde.deelnemers.some((one) => one.persoonId === persoonId) ?? false);
}

/** Before the parents agreed nobody is asked, so nobody has anything to see. */
function isOffered(facts: RelationFacts, persoonId: string): boolean {
  if (isAskedToStandIn(facts, persoonId)) return true;
  if (facts.aanbod?.persoonId !== persoonId || facts.aanbod.status !== "aangeboden") return false;
  const { besluitId } = facts.aanbod;
  const besluit = facts.besluiten.find(({ id }) => id === besluitId);
  return besluit?.terugkoppeling?.akkoord === "ja";
}

function isAskedToStandIn({ waarneming }: RelationFacts, persoonId: string): boolean {
  return waarneming?.stand === "gevraagd" && waarneming.doorId === persoonId && waarneming.akkoordOp !== null;
}

/**
 * Whether a membership counts for this school. An SZT can serve more schools: an ib, coo or directeur works for one of
 * them, and who is tied to none counts for none.
 */
export function isOfSchool(lid: Pick<TeamlidFeit, "functie" | "schoolId">, schoolId: string): boolean {
  return lid.schoolId === null
    ? !schoolFuncties.some((functie) => functie === lid.functie)
    : lid.schoolId === schoolId;
}

export function ofSchool<T extends Pick<TeamlidFeit, "functie" | "schoolId">>(
  team: readonly T[],
  schoolId: string,
): readonly T[] {
  return team.filter((lid) => isOfSchool(lid, schoolId));
}

/** A membership runs to and including its last day. */
export function activeOn(lid: Pick<TeamlidFeit, "van" | "tot">, day: Temporal.PlainDate): boolean {
  const begun = Temporal.PlainDate.compare(lid.van, day) <= 0;
  return begun && (lid.tot === null || Temporal.PlainDate.compare(day, lid.tot) <= 0);
}
