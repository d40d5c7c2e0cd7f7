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

export type AdviesrelatieFacts = Pick<AdviesvraagFeit, "team" | "ronde">;

export function adviesrelatiesOf(
  { team, ronde }: AdviesrelatieFacts,
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
    ib_van_school: has(ibFuncties),
    kernteam: has(kernteamFuncties),
    deelnemer: invited !== undefined,
    aan_tafel: invited !== undefined && seat?.status === "open" && !away,
    voorzitter: seat?.voorzitterId === persoonId,
    notulist: seat?.notulistId === persoonId,
  };
  return new Set([...leading, ...adviesrelaties.filter((relatie) => stands[relatie])]);
}
