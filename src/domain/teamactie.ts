/** Work of the team that is about no child: what is known of it, and what may be wrong with what was filled in. */
import { actieMax, vooruitMax } from "./besluit-form.ts";
import { signalsDanger } from "./crisis.ts";
import type { TeamlidFeit } from "./dossier.ts";
import type { OverdrachtFeit } from "./overdracht.ts";
import { nextSchooldag, type SchoolCalendar } from "./schooldag.ts";
import { foundIn } from "./screening-keuze.ts";
import type { Known } from "./screening-name.ts";
import type { Sealed } from "./sealed.ts";
import { teamledenOf } from "./teamactie-relatie.ts";
import { type Problemen, problemsOf, type Veldprobleem } from "./veld.ts";

export interface TeamactieFeit {
  readonly id: string;
  readonly sztId: string;
  readonly houderId: string;
  readonly omschrijving: Sealed<string>;
  readonly datum: Temporal.PlainDate;
  /** The day from which date and holder are as they are. */
  readonly sinds: Temporal.PlainDate;
  readonly status: "open" | "gedaan" | "vervallen";
  readonly uitgesteld: number;
  readonly overdracht: OverdrachtFeit | null;
  readonly gemaaktDoor: string;
  readonly versie: number;
  readonly team: readonly TeamlidFeit[];
  /** Chair and note-taker of the round that is open now. */
  readonly rondeLeiders: readonly string[];
}

export const teamactieMax = actieMax;
/** Days that it can still be read after it is done; then nothing of it is left. */
export const teamactieBewaren = { days: 28 } as const;

export type Teamactieveld = "team" | "wat" | "wie" | "datum";

export interface TeamactieForm {
  readonly wat: string;
  readonly houderId: string | null;
  readonly datum: Temporal.PlainDate | null;
}

export interface TeamactieFacts {
  readonly team: readonly TeamlidFeit[];
  /** Names of colleagues: whose it is stands beside the words, not in them. */
  readonly known: Known;
  readonly today: Temporal.PlainDate;
}

export function checkTeamactie(
  { wat, houderId, datum }: TeamactieForm,
  { team, known, today }: TeamactieFacts,
): Problemen<Teamactieveld> | null {
  const able = teamledenOf(team, today).some(({ persoonId }) => persoonId === houderId);
  return problemsOf<Teamactieveld>({
    wat: wordsProblem(wat, { known, today }),
    wie: able ? undefined : { kind: houderId === null ? "leeg" : "past_niet" },
    datum: dayProblem(datum, today),
  });
}

/** A hulpvraag, however its number was typed. */
const referentie =
  /(?<![\p{L}\p{N}])(?:h[\s.-]{0,2}v[\s.:-]{0,3}|(?:hulpvraag|nummer|nr|casus)[\s.:-]{1,3})\d{4}(?![\p{L}\p{N}])/iu;

/** One child, or somebody of its family: work of the team speaks of all of them, or of none. */
const eenKind =
  /(?<!\p{L})(?:leerling|kind|kleuter|jongen|jongetje|meisje|zoon|dochter|moeder|vader|broer|broertje|zus|zusje|oma|opa|pleegkind|brugklasser)(?!\p{L})/iu;

/** It may be about no child: whatever points at somebody goes, and no reason lets it stay. */
function wordsProblem(
  wat: string,
  { known, today }: Pick<TeamactieFacts, "known" | "today">,
): Veldprobleem | undefined {
  if (wat === "") return { kind: "leeg" };
  if (wat.length > teamactieMax) return { kind: "te_lang" };
  if (signalsDanger(wat)) return { kind: "gevaar" };
  if (referentie.test(wat) || eenKind.test(wat)) return { kind: "over_een_kind" };
  const gevonden = foundIn(wat, { known, today, place: "adviesvraag" });
  return gevonden.length > 0 ? { kind: "bevat", gevonden, magBlijven: false } : undefined;
}

export function dayProblem(
  day: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Veldprobleem | undefined {
  if (day === null) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(day, today) < 0) return { kind: "voorbij" };
  return Temporal.PlainDate.compare(day, today.add({ days: vooruitMax })) > 0
    ? { kind: "past_niet" }
    : undefined;
}

/** A team can serve more schools: a day on which one of them is closed is nobody's day for it. */
export function sharedCalendar(cals: readonly SchoolCalendar[]): SchoolCalendar {
  const [first, ...rest] = cals;
  if (!first) throw new Error("a team without a school");
  return rest.reduce(
    (one, other) => ({
      regio: one.regio,
      holidays: [...one.holidays, ...other.holidays],
      studiedagen: [...one.studiedagen, ...other.studiedagen],
      openOp: one.openOp.filter((day) => other.openOp.includes(day)),
      horizon: Temporal.PlainDate.compare(one.horizon, other.horizon) < 0 ? one.horizon : other.horizon,
    }),
    first,
  );
}

/** The day that it becomes: where the schools are closed nobody is reminded. */
export function teamdag(datum: Temporal.PlainDate, cal: SchoolCalendar): Temporal.PlainDate {
  return nextSchooldag(datum, cal);
}
