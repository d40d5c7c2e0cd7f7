/** How people stand to one adviesvraag. What a relation may do is in visibility.ts. */
import type { AdviesvraagFeit } from "./adviesvraag.ts";
import { type Functie, ibFuncties, kernteamFuncties } from "./code.ts";
import { activeOn } from "./relatie.ts";
import { todayIn } from "./today.ts";
import { canBePartner } from "./toestemming.ts";

export const adviesrelaties = [
  /** ib or coo of the school that asks. */
  "ib_van_school",
  /** Kernteam member of the SZT. */
  "kernteam",
  /** Of the round that has it on its agenda. */
  "voorzitter",
  "notulist",
  /** Takes part in that round. */
  "deelnemer",
  /** The same, now: the round is being held and this person was not left out of those present. */
  "aan_tafel",
  "szt_lid",
  "directeur",
  "bestuurder",
  "beheerder",
  /** No membership in the SZT today. */
  "buitenstaander",
] as const;
export type Adviesrelatie = (typeof adviesrelaties)[number];

export type AdviesrelatieFacts = Pick<AdviesvraagFeit, "team" | "ronde" | "vragerId">;

/**
 * The ib and coo of the school that asks. Which one that is, is not kept with the question: it is the school, or schools,
 * that who asked it works for.
 */
function ibsOfVrager(
  { team, vragerId }: Pick<AdviesvraagFeit, "team" | "vragerId">,
  today: Temporal.PlainDate,
): readonly string[] {
  const ibs = team.filter(({ functie }) => ibFuncties.some((one) => one === functie));
  const schools = new Set(
    ibs.filter(({ persoonId }) => persoonId === vragerId).flatMap(({ schoolId }) => schoolId ?? []),
  );
  const own = ibs.filter((lid) => activeOn(lid, today) && lid.schoolId && schools.has(lid.schoolId));
  return [...new Set(own.map(({ persoonId }) => persoonId))];
}

/** The ib who asked it; when that one left, those who have the work now. */
export function adviesvragersOf(
  advies: Pick<AdviesvraagFeit, "team" | "vragerId">,
  today: Temporal.PlainDate,
): readonly string[] {
  const ibs = ibsOfVrager(advies, today);
  return ibs.includes(advies.vragerId) ? [advies.vragerId] : ibs;
}

export function adviesrelatiesOf(
  { team, ronde, vragerId }: AdviesrelatieFacts,
  persoonId: string,
  now: Temporal.Instant,
): ReadonlySet<Adviesrelatie> {
  const today = todayIn(now);
  const own = team.filter((lid) => lid.persoonId === persoonId && activeOn(lid, today));
  if (own.length === 0) return new Set<Adviesrelatie>(["buitenstaander"]);
  const functies = own.map(({ functie }) => functie);
  const leading = adviesrelaties.filter((relatie) =>
    functies.some((functie) => functie === relatie && !canBePartner(functie)),
  );
  const working = functies.filter(canBePartner);
  if (working.length === 0) return new Set(leading);
  const has = (list: readonly Functie[]) => working.some((functie) => list.includes(functie));
  const seat = ronde?.status === "vervallen" ? null : ronde;
  const invited = seat?.deelnemers.find((one) => one.persoonId === persoonId);
  const away = invited?.aanwezigheid === "afwezig" || invited?.aanwezigheid === "vervangen";
  const stands: Readonly<Partial<Record<Adviesrelatie, boolean>>> = {
    szt_lid: true,
    ib_van_school: ibsOfVrager({ team, vragerId }, today).includes(persoonId),
    kernteam: has(kernteamFuncties),
    deelnemer: invited !== undefined,
    aan_tafel: invited !== undefined && seat?.status === "open" && !away,
    voorzitter: seat?.voorzitterId === persoonId,
    notulist: seat?.notulistId === persoonId,
  };
  return new Set([...leading, ...adviesrelaties.filter((relatie) => stands[relatie])]);
}
