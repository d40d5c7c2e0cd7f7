/** What is filled in about the team, and what may be wrong with it. */
import { type Functie, ibFuncties } from "./code.ts";
import { activeOn } from "./relatie.ts";
import { type Afspraak, kanVoorzitten, type LidFeit, neverHeld } from "./team.ts";
import { type Problemen, problemsOf, type Veldprobleem } from "./veld.ts";

/** Hours that one person can work in a week. */
export const urenMax = 40;
/** Days that a change can lie ahead. */
export const vooruitMax = 400;

export interface ToevoegForm extends Afspraak {
  readonly email: string;
  /** Only of somebody who is not known yet. */
  readonly naam: string;
  readonly functie: Functie | null;
  readonly urenGelezen: boolean;
  readonly van: Temporal.PlainDate | null;
  readonly tot: Temporal.PlainDate | null;
}
export type Toevoegveld = "email" | "naam" | "functie" | "uren" | "werkdagen" | "van" | "tot";

const email = /^[^\s@<>"']{1,64}@[^\s@<>"']{1,180}\.[a-z]{2,24}$/i;
export const naamMax = 80;
/** A name stands on cards of others: letters, and what stands between them in a name. */
const naam = /^\p{L}[\p{L}\p{M}.'’ -]*$/u;

export function checkToevoegen(
  form: ToevoegForm,
  {
    bekend,
    kan,
    leden,
    today,
  }: {
    /** Of the address: this person is known already. */
    readonly bekend: { readonly persoonId: string } | null;
    readonly kan: readonly Functie[];
    readonly leden: readonly LidFeit[];
    readonly today: Temporal.PlainDate;
  },
): Problemen<Toevoegveld> | null {
  const { van, tot } = form;
  const al = leden.some(
    (lid) =>
      lid.persoonId === bekend?.persoonId &&
      lid.functie === form.functie &&
      (lid.onderbroken || (!neverHeld(lid) && van !== null && overlaps(lid, { van, tot }))),
  );
  return problemsOf<Toevoegveld>({
    email: emailProblem(form.email),
    naam: bekend ? undefined : nameProblem(form.naam),
    functie:
      form.functie === null
        ? { kind: "leeg" }
        : !kan.includes(form.functie)
          ? past
          : al
            ? { kind: "staat_er_al" }
            : undefined,
    uren: urenProblem(form),
    werkdagen: form.werkdagen.length === 0 ? { kind: "leeg" } : undefined,
    van: vanafProblem(van, today),
    tot: totProblem(tot, { van, today }),
  });
}

const past: Veldprobleem = { kind: "past_niet" };

function emailProblem(text: string): Veldprobleem | undefined {
  if (text === "") return { kind: "leeg" };
  return email.test(text) ? undefined : { kind: "geen_email" };
}

export function nameFits(text: string): boolean {
  return text.length <= naamMax && naam.test(text);
}

function nameProblem(text: string): Veldprobleem | undefined {
  if (text === "") return { kind: "leeg" };
  if (text.length > naamMax) return { kind: "te_lang" };
  return nameFits(text) ? undefined : { kind: "geen_persoonsnaam" };
}

function urenProblem({
  uren,
  urenGelezen,
}: {
  readonly uren: number | null;
  readonly urenGelezen: boolean;
}): Veldprobleem | undefined {
  const fits = urenGelezen && (uren === null || (uren >= 0 && uren <= urenMax));
  return fits ? undefined : { kind: "uren_week", hooguit: urenMax };
}

/** From today on: who was there before is history, and that is not written afterwards. */
function vanafProblem(van: Temporal.PlainDate | null, today: Temporal.PlainDate): Veldprobleem | undefined {
  if (van === null) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(van, today) < 0) return { kind: "voorbij" };
  return notAfter(van, today.add({ days: vooruitMax }));
}

function totProblem(
  tot: Temporal.PlainDate | null,
  { van, today }: { readonly van: Temporal.PlainDate | null; readonly today: Temporal.PlainDate },
): Veldprobleem | undefined {
  if (tot === null) return undefined;
  if (Temporal.PlainDate.compare(tot, today) < 0) return { kind: "voorbij" };
  if (van && Temporal.PlainDate.compare(tot, van) < 0) return { kind: "te_vroeg", vanaf: van };
  return notAfter(tot, today.add({ years: 5 }));
}

function notAfter(day: Temporal.PlainDate, uiterlijk: Temporal.PlainDate): Veldprobleem | undefined {
  return Temporal.PlainDate.compare(day, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}

function overlaps(
  lid: Pick<LidFeit, "van" | "tot">,
  { van, tot }: { readonly van: Temporal.PlainDate; readonly tot: Temporal.PlainDate | null },
): boolean {
  const before = lid.tot !== null && Temporal.PlainDate.compare(lid.tot, van) < 0;
  const after = tot !== null && Temporal.PlainDate.compare(tot, lid.van) < 0;
  return !before && !after;
}

export interface AfspraakForm extends Afspraak {
  readonly urenGelezen: boolean;
  readonly vanaf: Temporal.PlainDate | null;
  readonly tot: Temporal.PlainDate | null;
}
export type Afspraakveld = "uren" | "werkdagen" | "vanaf" | "tot";

/** Hours and days from a day on, and the last day, of somebody who works here or will. */
export function checkAfspraak(
  form: AfspraakForm,
  lid: Pick<LidFeit, "van">,
  today: Temporal.PlainDate,
): Problemen<Afspraakveld> | null {
  const first = Temporal.PlainDate.compare(lid.van, today) > 0 ? lid.van : today;
  return problemsOf<Afspraakveld>({
    uren: urenProblem(form),
    werkdagen: form.werkdagen.length === 0 ? { kind: "leeg" } : undefined,
    vanaf:
      form.vanaf && Temporal.PlainDate.compare(form.vanaf, first) < 0
        ? { kind: "te_vroeg", vanaf: first }
        : vanafProblem(form.vanaf, today),
    // The day itself must be one on which what is agreed can hold.
    tot: totProblem(form.tot, { van: later(form.vanaf, lid.van), today }),
  });
}

const later = (one: Temporal.PlainDate | null, other: Temporal.PlainDate): Temporal.PlainDate =>
  one && Temporal.PlainDate.compare(one, other) > 0 ? one : other;

export interface VervangForm {
  readonly email: string;
  readonly naam: string;
  readonly van: Temporal.PlainDate | null;
  readonly tot: Temporal.PlainDate | null;
}

/** Somebody who stands in has a last day: coming back is then no act that can be forgotten. */
export function checkVervanging(
  form: VervangForm,
  facts: {
    readonly lid: LidFeit;
    readonly bekend: { readonly persoonId: string } | null;
    readonly leden: readonly LidFeit[];
    readonly today: Temporal.PlainDate;
  },
): Problemen<Toevoegveld> | null {
  const { lid } = facts;
  const problemen = checkToevoegen(
    { ...form, functie: lid.functie, ...lid.afspraak, urenGelezen: true, werkdagen: ["ma"] },
    { ...facts, kan: [lid.functie] },
  );
  const itself = facts.bekend?.persoonId === lid.persoonId;
  const open = form.tot === null ? { tot: { kind: "leeg" as const } } : {};
  const self = itself ? { email: { kind: "zichzelf" as const } } : {};
  const { functie, ...rest } = problemen ?? {};
  const already = functie && !itself ? { email: functie } : {};
  const all = { ...rest, ...already, ...self, ...open };
  return Object.keys(all).length > 0 ? all : null;
}

/** The last day; null: access ends at once. */
export interface VertrekForm {
  readonly wanneer: "nu" | "op" | null;
  readonly op: Temporal.PlainDate | null;
}
export type Vertrekveld = "wanneer" | "op";

export function checkVertrek(
  { wanneer, op }: VertrekForm,
  today: Temporal.PlainDate,
): Problemen<Vertrekveld> | null {
  return problemsOf<Vertrekveld>({
    wanneer: wanneer === null ? { kind: "leeg" } : undefined,
    op:
      wanneer === "op" ? (op === null ? { kind: "leeg" } : totProblem(op, { van: null, today })) : undefined,
  });
}

/** After this last day nobody is left who sees to the cases of that school: only the beheerder brings in another ib. */
export function isLaatsteIb(lid: LidFeit, leden: readonly LidFeit[], tot: Temporal.PlainDate): boolean {
  const isIb = ({ functie }: LidFeit) => ibFuncties.some((ib) => ib === functie);
  const after = tot.add({ days: 1 });
  const stays = (other: LidFeit) =>
    other.id !== lid.id &&
    isIb(other) &&
    !other.onderbroken &&
    (other.schoolId === lid.schoolId || other.schoolId === null) &&
    activeOn(other, after);
  return isIb(lid) && !leden.some(stays);
}

/** The last day that is kept: of who leaves at once that is the day before, so that nothing of today is left. */
export function laatsteDag(
  { wanneer, op }: VertrekForm,
  lid: Pick<LidFeit, "van">,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const last = wanneer === "op" && op ? op : today.subtract({ days: 1 });
  const empty = lid.van.subtract({ days: 1 });
  return Temporal.PlainDate.compare(last, empty) < 0 ? empty : last;
}

export function checkVoorzitter(
  persoonId: string | null,
  leden: readonly LidFeit[],
  today: Temporal.PlainDate,
): Veldprobleem | undefined {
  if (persoonId === null) return { kind: "leeg" };
  const able = leden.some((lid) => lid.persoonId === persoonId && kanVoorzitten(lid, today));
  return able ? undefined : { kind: "kan_niet_voorzitten" };
}

/** Who works here today or will, and may be changed. */
export function isChangeable(lid: LidFeit, today: Temporal.PlainDate): boolean {
  return (
    !lid.onderbroken &&
    !neverHeld(lid) &&
    (activeOn(lid, today) || Temporal.PlainDate.compare(lid.van, today) > 0)
  );
}
