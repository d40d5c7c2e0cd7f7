/** When somebody wants the daily bundle, when they are away, and what they leave out of it. */
import type { VoorafGroep } from "./herinnering-keuze.ts";
import { type Problemen, problemsOf, type Veldprobleem } from "./veld.ts";

export const dagberichtUren = [
  "07:00",
  "08:00",
  "09:00",
  "10:00",
  "11:00",
  "12:00",
  "13:00",
  "14:00",
  "15:00",
  "16:00",
  "17:00",
] as const;
export type DagberichtUur = (typeof dagberichtUren)[number];

/** Both days count. */
export interface Verlof {
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
}

export interface DagberichtTijd {
  readonly uur: DagberichtUur;
  /** The one that is now or comes next; null where none is known. */
  readonly verlof: Verlof | null;
  /** Of what no reminder comes ahead of the day. */
  readonly zonder: readonly VoorafGroep[];
}

export interface DagberichtTijdForm {
  readonly uur: DagberichtUur | null;
  readonly van: Temporal.PlainDate | null;
  readonly tot: Temporal.PlainDate | null;
  readonly zonder: readonly VoorafGroep[];
}
export type DagberichtTijdveld = "uur" | "van" | "tot";

/** Days that leave can lie ahead, or last. */
const verlofMax = 400;
const compare = Temporal.PlainDate.compare;

/** Both days or neither; of leave that runs already the first day stays as it was. */
export function checkDagberichtTijd(
  { uur, van, tot }: Omit<DagberichtTijdForm, "zonder">,
  { verlof, today }: { readonly verlof: Verlof | null; readonly today: Temporal.PlainDate },
): Problemen<DagberichtTijdveld> | null {
  const started = verlof && compare(verlof.van, today) < 0 ? verlof.van : today;
  return problemsOf<DagberichtTijdveld>({
    uur: uur === null ? { kind: "leeg" } : undefined,
    van: dayProblem(van, { other: tot, from: started, today }),
    tot: dayProblem(tot, { other: van, from: van && compare(van, today) > 0 ? van : today, today }),
  });
}

function dayProblem(
  day: Temporal.PlainDate | null,
  {
    other,
    from,
    today,
  }: {
    readonly other: Temporal.PlainDate | null;
    readonly from: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
  },
): Veldprobleem | undefined {
  if (day === null) return other === null ? undefined : { kind: "beide_of_geen" };
  if (compare(day, from) < 0) return { kind: "te_vroeg", vanaf: from };
  const uiterlijk = today.add({ days: verlofMax });
  return compare(day, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}
