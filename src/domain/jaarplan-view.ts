/** The year plan of one SZT as one person sees it: the same for all who take part, with more to do for who plans. */
import type { TeamlidFeit } from "./dossier.ts";
import { type Afwijking, awayAt, type Bezet, type Ritme, whyNot } from "./jaarplan.ts";
import { usuallyInvited } from "./overlegronde.ts";
import { weekStart } from "./planning.ts";
import { plansFor } from "./ronde-plan.ts";
import { isSchooldag, type SchoolCalendar } from "./schooldag.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import type { Actor } from "./scope.ts";
import { werkdagen } from "./werkdag.ts";

export const jaarplanStanden = ["voorstel", "vast", "overgeslagen"] as const;
export type JaarplanStand = (typeof jaarplanStanden)[number];

export interface JaarplanRondeFeit {
  readonly id: string;
  readonly datum: Temporal.PlainDate;
  readonly stand: JaarplanStand;
  readonly afwijking: Afwijking["reden"] | "zelf" | null;
  readonly afwijkingDag: Temporal.PlainDate | null;
  readonly rondeId: string | null;
  /** How the round itself stands now, once it was planned. */
  readonly rondeDatum: Temporal.PlainDate | null;
  readonly rondeBegin: Temporal.PlainTime | null;
  readonly rondeStatus: "gepland" | "open" | "gesloten" | "vervallen" | null;
}

export interface JaarplanFeit extends Ritme {
  readonly id: string;
  readonly sztId: string;
  /** The year in which it begins. */
  readonly schooljaar: number;
  readonly status: "voorstel" | "vast" | "gestopt";
  readonly deelnameLink: string | null;
  readonly versie: number;
  readonly rondes: readonly JaarplanRondeFeit[];
}

export interface JaarplanFacts {
  readonly plan: JaarplanFeit;
  readonly scholen: readonly string[];
  readonly team: readonly TeamlidFeit[];
  readonly calendars: readonly SchoolCalendar[];
  readonly bezet: readonly Bezet[];
  readonly vandaag: Temporal.PlainDate;
}

export interface JaarplanRegel {
  readonly id: string;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  /** `voorbij`: held, or its day is over. */
  readonly stand: "voorstel" | "gepland" | "voorbij" | "vervallen" | "overgeslagen";
  readonly afwijking: Afwijking | { readonly reden: "zelf" } | null;
  /** Names of who sits in another round then. */
  readonly bezet: readonly string[];
}

/** One week in the picture of the year. */
export interface JaarplanWeek {
  readonly maandag: Temporal.PlainDate;
  /** Days on which all schools are open. */
  readonly open: number;
  readonly ronde: Temporal.PlainDate | null;
}

export type JaarplanAct = "vaststellen" | "kiezen" | "dag_kiezen" | "ritme" | "stoppen";

export interface JaarplanGezien extends Omit<JaarplanFeit, "rondes"> {
  readonly scholen: readonly string[];
  readonly vandaag: Temporal.PlainDate;
  readonly regels: readonly JaarplanRegel[];
  readonly strook: readonly JaarplanWeek[];
  /** The holidays of the last part are not known yet. */
  readonly onbekendVanaf: Temporal.PlainDate | null;
  readonly mag: ReadonlySet<JaarplanAct>;
}

/** Null for who is not asked to its rounds and does not plan them; a proposal is for who plans alone. */
export function seeJaarplan(facts: JaarplanFacts, actor: Actor): JaarplanGezien | null {
  const { plan, vandaag, calendars } = facts;
  const plans = plansFor(actor).includes(plan.sztId);
  const takesPart = usuallyInvited(facts.team, vandaag).some(
    ({ persoonId }) => persoonId === actor.persoonId,
  );
  if (!plans && !(takesPart && plan.status !== "voorstel")) return null;
  const { rondes, ...rest } = plan;
  const regels = rondes.map((ronde) => regelOf(facts, ronde));
  const horizon = calendars.map((cal) => cal.horizon).toSorted(Temporal.PlainDate.compare)[0];
  const einde = lastDayOf(plan);
  return {
    ...rest,
    scholen: facts.scholen,
    vandaag,
    regels,
    strook: weeksOf(facts, regels),
    onbekendVanaf:
      horizon && Temporal.PlainDate.compare(horizon, einde) < 0 ? horizon.add({ days: 1 }) : null,
    mag: new Set(plans ? actsOf(plan, regels) : []),
  };
}

/** Of the school year that it is about. */
export function lastDayOf({ schooljaar }: Pick<JaarplanFeit, "schooljaar">): Temporal.PlainDate {
  return schoolYearEnd(Temporal.PlainDate.from({ year: schooljaar, month: 8, day: 1 }));
}

function actsOf({ status }: JaarplanFeit, regels: readonly JaarplanRegel[]): JaarplanAct[] {
  if (status === "gestopt") return ["ritme"];
  if (status === "voorstel")
    return regels.length > 0 ? ["vaststellen", "kiezen", "dag_kiezen", "ritme"] : ["ritme"];
  return regels.some(({ stand }) => stand === "gepland") ? ["stoppen"] : ["ritme"];
}

function regelOf(
  { plan, team, calendars, bezet, vandaag }: JaarplanFacts,
  ronde: JaarplanRondeFeit,
): JaarplanRegel {
  const datum = ronde.rondeDatum ?? ronde.datum;
  const when = { datum, begin: plan.begin, duurMinuten: plan.duurMinuten };
  const away = ronde.stand === "voorstel" ? awayAt(bezet, when) : [];
  const names = new Map(team.map(({ persoonId, naam }) => [persoonId, naam]));
  return {
    id: ronde.id,
    datum,
    begin: ronde.rondeBegin ?? plan.begin,
    stand: standOf(ronde, datum, vandaag),
    afwijking: reasonOf(ronde, { ritme: plan, calendars, bezet }),
    bezet: away.flatMap((persoonId) => names.get(persoonId) ?? []).toSorted(),
  };
}

function standOf(
  { stand, rondeStatus }: JaarplanRondeFeit,
  datum: Temporal.PlainDate,
  vandaag: Temporal.PlainDate,
): JaarplanRegel["stand"] {
  if (stand !== "vast") return stand;
  if (rondeStatus === "vervallen") return "vervallen";
  const over = Temporal.PlainDate.compare(datum, vandaag) < 0;
  return over || rondeStatus === "gesloten" ? "voorbij" : "gepland";
}

/** Looked at again: what was in the way can be gone, and then nothing is said. */
function reasonOf(
  { afwijking, afwijkingDag, stand }: JaarplanRondeFeit,
  facts: Parameters<typeof whyNot>[1],
): JaarplanRegel["afwijking"] {
  if (afwijking === null || stand === "overgeslagen") return null;
  if (afwijking === "zelf" || afwijking === "verdeeld") return { reden: afwijking };
  return afwijkingDag ? whyNot(afwijkingDag, facts) : { reden: "verdeeld" };
}

/** From the first week with school to the last one of that school year. */
function weeksOf(
  { plan, calendars }: JaarplanFacts,
  regels: readonly JaarplanRegel[],
): readonly JaarplanWeek[] {
  const from = weekStart(Temporal.PlainDate.from({ year: plan.schooljaar, month: 8, day: 1 }));
  const held = regels.filter(({ stand }) => stand !== "overgeslagen" && stand !== "vervallen");
  const weeks: JaarplanWeek[] = [];
  for (let index = 0; index < 53; index += 1) {
    const maandag = from.add({ weeks: index });
    const open = werkdagen.filter((_, day) =>
      calendars.every((cal) => isSchooldag(maandag.add({ days: day }), cal)),
    ).length;
    const ronde = held.find(({ datum }) => weekStart(datum).equals(maandag))?.datum ?? null;
    weeks.push({ maandag, open, ronde });
  }
  const first = weeks.findIndex(({ open, ronde }) => open > 0 || ronde);
  const last = weeks.findLastIndex(({ open, ronde }) => open > 0 || ronde);
  return first < 0 ? [] : weeks.slice(first, last + 1);
}
