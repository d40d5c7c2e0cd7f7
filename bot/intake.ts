/** Routes of the intake dialog: from "nieuwe hulpvraag" to the third step. */
import { basisAanbodCard, basisDomeinCard, basisSubmitted, basisVerb } from "#cards/basis.ts";
import { basisOfExtraCard, basisOfExtraVerb } from "#cards/basis-of-extra.ts";
import {
  type Filled,
  intakeStap1Card,
  intakeStap2Card,
  intakeStap3Card,
  intakeVerb,
  intakeWords,
} from "#cards/intake.ts";
import {
  meegenomenOf,
  stap1Form,
  stap1Leeg,
  stap1Of,
  stap1Submitted,
  stap2Form,
  stap2Of,
  stap2Submitted,
  stap3Form,
  stap3Of,
  stap3Submitted,
  zelfdeOf,
} from "#cards/intake-form.ts";
import { bestaatAlCard, nietAanJouCard, partnerNaam, voorstellenCard } from "#cards/intake-start.ts";
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { refusedFields, veldWords } from "#cards/veld.ts";
import { startVerb } from "#cards/welcome.ts";
import {
  type IntakeGezien,
  intakeMax,
  type Stap1Veld,
  type Stap2Veld,
  type Stap3Veld,
  stap2Teksten,
} from "#domain/intake.ts";
import type { Bekende } from "#domain/naamgenoot.ts";
import { replaced } from "#domain/screening-keuze.ts";
import { todayIn } from "#domain/today.ts";
import { problemsOf, textProblem, textProblems, type Veldprobleem } from "#domain/veld.ts";
import type { ActRefusal } from "#usecases/act.ts";
import { intakeSchools, loadIntake, type Stap1Refusal, startIntake } from "#usecases/intake.ts";
import { basisAanbod } from "#usecases/intake-basis.ts";
import { type GeenConcept, saveStap1, saveStap2, saveStap3 } from "#usecases/intake-stap.ts";
import { whoToAsk } from "#usecases/intake-vragen.ts";
import { begin as beginAdvies } from "./adviesvraag.ts";
import { dialogUnder } from "./answer.ts";
import type { Commands } from "./listen.ts";
import { type Answer, neutraal, type Press, type Route, type Routes, type Stamps } from "./route.ts";

type Place = Pick<Press, "world" | "actor" | "stamps">;

/** Only an ib or coo begins; others hear whom to ask, or that it is not theirs. */
async function begin({ world, actor, stamps }: Place): Promise<Answer> {
  if ((await intakeSchools(world, actor)).length > 0) {
    return { kind: "kaart", card: basisOfExtraCard(stamps(actor.persoonId, 0)) };
  }
  const teams = await whoToAsk(world, actor);
  return { kind: "kaart", card: teams.length > 0 ? voorstellenCard(teams) : nietAanJouCard() };
}

/** Only who could also start an intake; a light question leaves nothing behind. */
const chooseBasis: Route = async (press) => {
  if ((await intakeSchools(press.world, press.actor)).length === 0) return begin(press);
  return { kind: "kaart", card: basisDomeinCard(press.stamps(press.actor.persoonId, 0)) };
};

const showAanbod: Route = async (press) => {
  const { world, actor } = press;
  const token = press.stamps(actor.persoonId, 0);
  const parsed = basisSubmitted.safeParse(press.input);
  if (!parsed.success) {
    const error = veldWords({ kind: "leeg" });
    return { kind: "kaart", card: basisDomeinCard(token, error ? { error } : {}) };
  }
  const aanbod = (await basisAanbod(world, actor, parsed.data.domein)).map(
    ({ partner, szt, items, contact }) => ({
      partner: szt ? `${partnerNaam[partner]}, ${szt}` : partnerNaam[partner],
      items,
      ...(contact ? { contact } : {}),
    }),
  );
  return { kind: "kaart", card: basisAanbodCard({ domein: parsed.data.domein, aanbod }, token) };
};

const dialog = dialogUnder(intakeWords.title);

async function openNew(press: Place): Promise<Answer> {
  return (await step1New(press, { form: stap1Leeg })) ?? begin(press);
}

/** The first step with a question that was asked without a name; it goes along and is not kept before step 2 is sent. */
export async function openWith(press: Place, meegenomen: string): Promise<Answer> {
  return (await step1New(press, { form: stap1Leeg, meegenomen })) ?? begin(press);
}

type Filled1 = Filled<Stap1Veld> & {
  readonly bekenden?: readonly Bekende[];
  readonly meegenomen?: string;
};

async function step1New({ world, actor, stamps }: Place, filled: Filled1): Promise<Answer | null> {
  const scholen = await intakeSchools(world, actor);
  if (scholen.length === 0) return null;
  const vandaag = todayIn(world.clock.now());
  return dialog(intakeStap1Card({ ...filled, scholen, vandaag }, stamps(actor.persoonId, 0)));
}

function step1(gezien: IntakeGezien, { world, stamps }: Place, filled: Filled1): Answer {
  const scholen = [{ id: gezien.schoolId, naam: gezien.school, sector: gezien.sector }];
  const data = { ...filled, scholen, vandaag: todayIn(world.clock.now()), referentie: gezien.referentie };
  return dialog(intakeStap1Card(data, stamps(gezien.id, gezien.versie)));
}

function step2(gezien: IntakeGezien, { stamps }: Place, filled: Filled<Stap2Veld>): Answer {
  return dialog(
    intakeStap2Card({ ...filled, referentie: gezien.referentie }, stamps(gezien.id, gezien.versie)),
  );
}

function step3(gezien: IntakeGezien, { stamps }: Place, filled: Filled<Stap3Veld>): Answer {
  return dialog(intakeStap3Card({ ...filled, gezien }, stamps(gezien.id, gezien.versie)));
}

/** One step of a concept as it stands now; a concept that is out of sight is answered as if there were none. */
async function showStep(press: Place, id: string, stap: (gezien: IntakeGezien) => Answer): Promise<Answer> {
  const look = await loadIntake(press.world, press.actor, id);
  if (look.ok) return stap(look.value);
  return look.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: intakeWords.notConcept };
}

const toStep1 = (press: Place, id: string) =>
  showStep(press, id, (gezien) => step1(gezien, press, { form: stap1Of(gezien) }));
const toStep2 = (press: Place, id: string) =>
  showStep(press, id, (gezien) => step2(gezien, press, { form: stap2Of(gezien) }));
/** With a question that came along, looked through again: now there is a name to look for. */
const toStep2With = (press: Place, id: string, vraag: string) =>
  showStep(press, id, (gezien) => {
    const form = { ...stap2Of(gezien), vraag: gezien.vraag ?? vraag };
    const today = todayIn(press.world.clock.now());
    const long: Veldprobleem | undefined = vraag.length > intakeMax.vraag ? { kind: "te_lang" } : undefined;
    const problemen = problemsOf<Stap2Veld>({
      vraag: long ?? textProblem(form.vraag, { known: { naam: gezien.naam }, today }),
    });
    return step2(gezien, press, { form, ...(problemen ? { problemen } : {}) });
  });
const toStep3 = (press: Place, id: string) =>
  showStep(press, id, (gezien) => step3(gezien, press, { form: stap3Of(gezien) }));

/** The first step that was not sent yet; a whole intake opens at its beginning. */
const verder: Route = (press) =>
  showStep(press, press.subjectId, (gezien) => {
    if (gezien.stap === 1) return step2(gezien, press, { form: stap2Of(gezien) });
    if (gezien.stap === 2) return step3(gezien, press, { form: stap3Of(gezien) });
    return step1(gezien, press, { form: stap1Of(gezien) });
  });

const start: Route = async (press) => {
  const { world, actor, act } = press;
  const scholen = await intakeSchools(world, actor);
  const sent = stap1Form.parse(press.input);
  const [only] = scholen;
  const form = { ...sent, school: scholen.length === 1 && only ? only.id : sent.school };
  const parsed = stap1Submitted.safeParse(form);
  const meegenomen = meegenomenOf(press.input);
  const carried = meegenomen === "" ? {} : { meegenomen };
  const again = async (filled: Omit<Filled1, "form">) =>
    (await step1New(press, { form, ...carried, ...filled })) ?? neutraal;
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const result = await startIntake(act, { ...parsed.data, zelfde: zelfdeOf(press.input) });
  if (result.ok || result.error.kind === "al_gedaan")
    return meegenomen === "" ? toStep2(press, act.press) : toStep2With(press, act.press, meegenomen);
  return refusedStep1(result.error, press, again);
};

const stap1: Route = async (press) => {
  const { act, subjectId, versie } = press;
  const form = stap1Form.parse(press.input);
  const again = (filled: Omit<Filled1, "form">) =>
    showStep(press, subjectId, (gezien) => step1(gezien, press, { form, ...filled }));
  // The school of a concept stays; the form shows it and does not send it.
  const parsed = stap1Submitted.safeParse({ ...form, school: subjectId });
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const { schoolId: _, ...stap } = parsed.data;
  const result = await saveStap1(act, { id: subjectId, versie }, { ...stap, zelfde: zelfdeOf(press.input) });
  if (result.ok || result.error.kind === "al_gedaan") return toStep2(press, subjectId);
  return refusedStep1(result.error, press, again);
};

async function refusedStep1(
  error: Exclude<Stap1Refusal | ActRefusal | GeenConcept, { kind: "al_gedaan" }>,
  { stamps }: Place,
  again: (filled: Omit<Filled1, "form">) => Promise<Answer>,
): Promise<Answer> {
  switch (error.kind) {
    case "zelfde_leerling":
      return again({ bekenden: error.bekenden, melding: intakeWords.zelfde });
    case "velden":
      return again({ problemen: error.problemen });
    case "verouderd":
      return again({ melding: intakeWords.stale });
    case "bestaat_al":
      return dialog(bestaatAlCard(error.hulpvraag, existing(stamps, error.hulpvraag)));
    case "geen_concept":
      return { kind: "melding", tekst: intakeWords.notConcept };
    case "onzichtbaar":
      return neutraal;
  }
}

function existing(stamps: Stamps, { id, versie }: { readonly id: string; readonly versie: number }) {
  return stamps(id, versie);
}

/** The form with the findings of one text taken out. */
const vervang2: Route = (press) => {
  const form = stap2Form.parse(press.input);
  const { vervang, laat } = screeningSubmitted(press.input, stap2Teksten);
  const today = todayIn(press.world.clock.now());
  return showStep(press, press.subjectId, (gezien) => {
    if (!vervang) return step2(gezien, press, { form, laat });
    const screened = { known: { naam: gezien.naam }, today };
    const after = { ...form, [vervang]: replaced(form[vervang], screened) };
    const { vraag, gedaanToelichting, oudersVraag } = after;
    return step2(gezien, press, {
      form: after,
      laat,
      problemen: textProblems({ vraag, gedaanToelichting, oudersVraag }, screened, laat) ?? {},
      melding: screeningWords.replaced,
    });
  });
};

const stap2: Route = async (press) => {
  const { act, subjectId, versie } = press;
  const form = stap2Form.parse(press.input);
  const { laat } = screeningSubmitted(press.input, stap2Teksten);
  const again = (filled: Omit<Filled<Stap2Veld>, "form">) =>
    showStep(press, subjectId, (gezien) => step2(gezien, press, { form, laat, ...filled }));
  const parsed = stap2Submitted.safeParse(form);
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const result = await saveStap2(act, { id: subjectId, versie }, { ...parsed.data, laat });
  if (result.ok || result.error.kind === "al_gedaan") return toStep3(press, subjectId);
  return refusedLater(result.error, again);
};

const stap3: Route = async (press) => {
  const { act, subjectId, versie } = press;
  const form = stap3Form.parse(press.input);
  const again = (filled: Omit<Filled<Stap3Veld>, "form">) =>
    showStep(press, subjectId, (gezien) => step3(gezien, press, { form, ...filled }));
  const parsed = stap3Submitted.safeParse(form);
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const result = await saveStap3(act, { id: subjectId, versie }, parsed.data);
  // The card of the concept stands in the chat and shows what comes next.
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "klaar" };
  return refusedLater(result.error, again);
};

async function refusedLater<Veld extends Stap2Veld | Stap3Veld>(
  error:
    | Exclude<ActRefusal, { kind: "al_gedaan" }>
    | GeenConcept
    | { readonly kind: "velden"; readonly problemen: NonNullable<Filled<Veld>["problemen"]> },
  again: (filled: Omit<Filled<Veld>, "form">) => Promise<Answer>,
): Promise<Answer> {
  switch (error.kind) {
    case "velden":
      return again({ problemen: error.problemen });
    case "verouderd":
      return again({ melding: intakeWords.stale });
    case "geen_concept":
      return { kind: "melding", tekst: intakeWords.notConcept };
    case "onzichtbaar":
      return neutraal;
  }
}

export const routes: Routes = {
  [startVerb.hulpvraag]: begin,
  [basisOfExtraVerb.basis]: chooseBasis,
  [basisVerb.aanbod]: showAanbod,
  [basisOfExtraVerb.extra]: openNew,
  [intakeVerb.start]: start,
  [intakeVerb.stap1]: stap1,
  [intakeVerb.stap2]: stap2,
  [intakeVerb.stap3]: stap3,
  [intakeVerb.vervang2]: vervang2,
  [intakeVerb.verder]: verder,
  [intakeVerb.naar1]: (press) => toStep1(press, press.subjectId),
  [intakeVerb.naar2]: (press) => toStep2(press, press.subjectId),
};

export const commands: Commands = {
  hulpvraag_nieuw: (asked) => (asked.slots.vorm === "anoniem" ? beginAdvies(asked) : begin(asked)),
};
