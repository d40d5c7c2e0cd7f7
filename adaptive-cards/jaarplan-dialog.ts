/** The dialogs of a year plan: its rhythm, which rounds of the proposal are held, another day for one, and its end. */
import { z } from "zod/v4";
import { plaatsSchema } from "#domain/code.ts";
import { wekenMax, wekenMin } from "#domain/jaarplan.ts";
import type { RitmeForm, RitmeProbleem, RitmeProblemen, RitmeVeld } from "#domain/jaarplan-form.ts";
import type { JaarplanGezien } from "#domain/jaarplan-view.ts";
import { duurMax, duurMin } from "#domain/ronde-plan.ts";
import { plainDateSchema, plainTimeSchema } from "#domain/tijd.ts";
import { werkdagen, werkdagSchema } from "#domain/werkdag.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { schooljaarWords, weekdagLabel, wekenWords } from "./jaarplan.ts";
import { jaarplanVerb } from "./jaarplan-verb.ts";
import { problemWords, uurInputs } from "./ronde-plan.ts";
import { list, smallPrint } from "./text.ts";
import { capital, count, formatDate, join } from "./word.ts";

const fields = ["schooljaar", "weken", "weekdag", "begin", "duur", "plaats", "link"] as const;
export type RitmeSent = Readonly<Record<(typeof fields)[number], string>>;
type Errors = Readonly<Partial<Record<(typeof fields)[number], string>>>;

const asText = z.union([z.string().max(4000), z.number().transform(String)]).catch("");
const loose = z.record(z.string(), z.unknown()).catch({});

export function ritmeSent(input: unknown): RitmeSent {
  const sent = loose.parse(input);
  return Object.fromEntries(fields.map((name) => [name, asText.parse(sent[name])])) as RitmeSent;
}

const submitted = z
  .object({
    schooljaar: z.coerce.number().int(),
    weken: z.coerce.number().int().min(wekenMin).max(wekenMax),
    weekdag: werkdagSchema,
    begin: plainTimeSchema,
    duur: z.coerce.number().int().min(duurMin).max(duurMax),
    plaats: plaatsSchema,
    link: z.string(),
  })
  .transform(
    ({ schooljaar, link, duur, ...ritme }): RitmeForm => ({
      schooljaar,
      deelnameLink: link,
      ritme: { ...ritme, duurMinuten: duur },
    }),
  );

const badly: Record<(typeof fields)[number], string> = {
  schooljaar: "kies een schooljaar.",
  weken: "kies om de hoeveel weken.",
  weekdag: "kies een dag van de week.",
  begin: "kies een tijd, zoals 13:30.",
  duur: `kies ${duurMin} tot ${duurMax} minuten.`,
  plaats: "kies een plaats uit de lijst.",
  link: "dit is te lang.",
};

export function parseRitme(
  sent: RitmeSent,
): { readonly ok: true; readonly value: RitmeForm } | { readonly ok: false; readonly error: Errors } {
  const parsed = submitted.safeParse(sent);
  if (parsed.success) return { ok: true, value: parsed.data };
  const wrong = fields.filter((name) => parsed.error.issues.some((issue) => issue.path[0] === name));
  return { ok: false, error: Object.fromEntries(wrong.map((name) => [name, badly[name]])) };
}

export interface RitmeDialog {
  readonly scholen: readonly string[];
  readonly jaren: readonly number[];
  readonly sent: RitmeSent;
  readonly errors?: Errors;
  /** Outlook makes the links when nobody gives one. */
  readonly linkVanzelf?: boolean;
}

export function ritmeCard(
  { scholen, jaren, sent, errors = {}, linkVanzelf = false }: RitmeDialog,
  token: Stamp,
): Card {
  const filled = (name: (typeof fields)[number]) => ({ id: name, value: sent[name], error: errors[name] });
  const weken = Array.from({ length: wekenMax - wekenMin + 1 }, (_, index) => index + wekenMin);
  return card({
    kind: "Jaarplan",
    title: "Heel schooljaar plannen",
    subtitle: join(scholen),
    lead: "Ik doe een voorstel zonder vakanties, feestdagen en studiedagen. Jij stelt het daarna vast.",
    body: [
      choiceInput({
        ...filled("schooljaar"),
        label: "Welk schooljaar?",
        required: "Kies een schooljaar.",
        choices: jaren.map((jaar) => ({ title: schooljaarWords(jaar), value: String(jaar) })),
        style: "compact",
      }),
      choiceInput({
        ...filled("weken"),
        label: "Hoe vaak?",
        required: "Kies hoe vaak.",
        choices: weken.map((aantal) => ({ title: capital(wekenWords(aantal)), value: String(aantal) })),
        style: "compact",
      }),
      choiceInput({
        ...filled("weekdag"),
        label: "Op welke dag?",
        required: "Kies een dag.",
        choices: choicesOf(weekdagLabel, werkdagen),
        style: "compact",
      }),
      ...uurInputs(sent, errors, { linkVanzelf }),
      smallPrint("Staan jullie studiedagen er al in? Typ: vrije dagen."),
      smallPrint("Was er al een voorstel dat niet is vastgesteld? Dit komt ervoor in de plaats."),
    ],
    actions: [
      submit({ title: "Doe een voorstel", verb: jaarplanVerb.ritmeOpslaan, token, style: "positive" }),
    ],
    fallbackText: "Formulier voor het jaarplan.",
  });
}

const fieldOf: Record<RitmeVeld, (typeof fields)[number]> = {
  schooljaar: "schooljaar",
  begin: "begin",
  duurMinuten: "duur",
  deelnameLink: "link",
};

export function ritmeErrors(problemen: RitmeProblemen): Errors {
  const wrong = Object.entries(problemen) as [RitmeVeld, RitmeProbleem][];
  return Object.fromEntries(wrong.map(([veld, probleem]) => [fieldOf[veld], ritmeWords(probleem)]));
}

function ritmeWords(probleem: RitmeProbleem): string {
  return probleem.kind === "niet_te_plannen"
    ? "dit schooljaar kan nu niet gepland worden. Kies een ander."
    : problemWords(probleem);
}

const idList = z.string().transform((text) => text.split(",").filter((part) => part !== ""));
/** Which rounds of the proposal are held. */
export const kiesSubmitted = z.object({ rondes: idList.pipe(z.array(z.uuid()).max(60)).catch([]) });

export function kiesCard({ regels, scholen }: JaarplanGezien, token: Stamp, refused = false): Card {
  const own = regels.filter(({ stand }) => stand === "voorstel");
  return card({
    kind: "Jaarplan",
    title: "Welke rondes gaan door?",
    subtitle: join(scholen),
    lead: "Haal het vinkje weg bij een ronde die je overslaat. De andere stel je vast.",
    body: [
      choiceInput({
        id: "rondes",
        label: "Rondes",
        choices: own.map(({ id, datum }) => ({ title: formatDate(datum), value: id })),
        style: "expanded",
        multi: true,
        value: refused ? [] : own.map(({ id }) => id),
        error: refused ? "kies er ten minste één." : undefined,
        required: "Kies er ten minste één.",
      }),
    ],
    actions: [submit({ title: "Stel deze vast", verb: jaarplanVerb.kiesOpslaan, token, style: "positive" })],
    fallbackText: "Kiezen welke rondes doorgaan.",
  });
}

const dagFields = z.object({ ronde: asText, datum: asText });
export type DagSent = Readonly<z.infer<typeof dagFields>>;
export const dagSent = (input: unknown): DagSent => dagFields.parse(loose.parse(input));
export const dagSubmitted = z.object({ ronde: z.uuid(), datum: plainDateSchema });

export interface DagDialog {
  readonly gezien: JaarplanGezien;
  readonly sent?: DagSent;
  readonly error?: { readonly ronde?: string; readonly datum?: string };
}

export function dagCard({ gezien, sent, error = {} }: DagDialog, token: Stamp): Card {
  return card({
    kind: "Jaarplan",
    title: "Andere dag voor een ronde",
    subtitle: join(gezien.scholen),
    body: [
      ...(error.datum ? [notice("warning", capital(error.datum))] : []),
      choiceInput({
        id: "ronde",
        label: "Welke ronde?",
        choices: gezien.regels.map(({ id, datum }) => ({ title: formatDate(datum), value: id })),
        style: "compact",
        value: sent?.ronde,
        required: "Kies een ronde.",
        error: error.ronde,
      }),
      dateInput({
        id: "datum",
        label: "Naar welke dag?",
        min: gezien.vandaag.add({ days: 1 }).toString(),
        value: sent?.datum,
        required: "Kies een dag.",
        error: error.datum,
      }),
      smallPrint("De andere rondes blijven op hun dag."),
    ],
    actions: [submit({ title: "Zet op deze dag", verb: jaarplanVerb.dagOpslaan, token, style: "positive" })],
    fallbackText: "Een andere dag voor een ronde.",
  });
}

export function stopCard({ regels, scholen }: JaarplanGezien, token: Stamp): Card {
  const coming = regels.filter(({ stand }) => stand === "gepland");
  return card({
    kind: "Jaarplan",
    title: "De reeks stoppen?",
    subtitle: join(scholen),
    tone: "warning",
    body: [
      list([
        `${capital(count(coming.length, "ronde gaat", "rondes gaan"))} niet door.`,
        "Wie erbij hoorde, krijgt één bericht.",
        "Wat op een agenda staat, wacht op een andere overlegronde.",
        "Gaat maar één ronde niet door? Kies dan op de kaart van die ronde: Wijzigen of Afzeggen.",
      ]),
    ],
    actions: [
      submit({ title: "Ja, stop de reeks", verb: jaarplanVerb.stoppen, token, style: "destructive" }),
    ],
    fallbackText: "De reeks overlegrondes stoppen.",
  });
}
