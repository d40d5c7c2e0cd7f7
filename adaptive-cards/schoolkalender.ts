/** The days on which a school differs from its region: looked at and changed in one dialog. */
import { z } from "zod/v4";
import {
  type Dagsoort,
  dagsoorten,
  type KalenderForm,
  type KalenderGezien,
  type KalenderProbleem,
  type Reeks,
  reeksMax,
} from "#domain/schoolkalender.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import { openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, row, section } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { schoolkalenderVerb } from "./schoolkalender-verb.ts";
import { asSent } from "./sent.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { capital, count, formatDate, formatDateShort, join } from "./word.ts";

const fields = ["soort", "van", "tot"] as const;
type Veld = (typeof fields)[number];
export const kalenderSent = z.object({ soort: asSent, van: asSent, tot: asSent });
export type KalenderSent = z.infer<typeof kalenderSent>;
type Errors = Readonly<Partial<Record<Veld, string>>>;

/** One day when no last day was filled in. */
const submitted = z
  .object({ soort: z.enum(dagsoorten), van: plainDateSchema, tot: plainDateSchema.or(z.literal("")) })
  .transform(({ soort, van, tot }): KalenderForm => ({ soort, van, tot: tot === "" ? van : tot }));

const empty: Record<Veld, string> = {
  soort: "kies wat het is.",
  van: "kies een dag.",
  tot: "dit is geen datum.",
};

export function parseKalender(
  sent: KalenderSent,
): { readonly ok: true; readonly value: KalenderForm } | { readonly ok: false; readonly error: Errors } {
  const parsed = submitted.safeParse(Object.fromEntries(fields.map((name) => [name, sent[name] ?? ""])));
  if (parsed.success) return { ok: true, value: parsed.data };
  const wrong = fields.filter((name) => parsed.error.issues.some((issue) => issue.path[0] === name));
  return { ok: false, error: Object.fromEntries(wrong.map((name) => [name, empty[name]])) };
}

export function kalenderWords(probleem: KalenderProbleem, soort: Dagsoort): string {
  switch (probleem.kind) {
    case "voorbij":
      return "deze dag is al voorbij.";
    case "eind_voor_begin":
      return "deze dag ligt voor de eerste dag.";
    case "te_lang":
      return `kies hooguit ${reeksMax} dagen. Is het langer? Doe het in twee keer.`;
    case "te_ver":
      return `dit is te ver weg. Kies ${formatDate(probleem.uiterlijk)} of eerder.`;
    case "al_zo":
      return soort === "vrij"
        ? "op deze dagen is er al geen school."
        : "op deze dagen is er al les, of het kan niet: het is weekend of een feestdag.";
  }
}

const soortLabel: Record<Dagsoort, string> = {
  vrij: "Vrij: studiedag of eigen vakantie",
  les: "Gewoon les",
};

/** Holidays that are said: what lies beyond a year is of no use yet. */
const shown = { vakanties: 5, reeksen: 20 } as const;

export interface KalenderDialog {
  readonly gezien: KalenderGezien;
  readonly sent?: KalenderSent;
  readonly errors?: Errors;
  readonly melding?: string;
}

export function schoolkalenderCard(
  { gezien, sent, errors = {}, melding }: KalenderDialog,
  token: Stamp,
): Card {
  const { school, vakanties, vrij, les, vandaag, uiterlijk } = gezien;
  const day = (id: "van" | "tot", label: string) =>
    dateInput({
      id,
      label,
      ...(id === "van" ? { required: empty.van } : {}),
      min: vandaag.toString(),
      max: uiterlijk.toString(),
      value: sent?.[id],
      error: errors[id],
    });
  return card({
    kind: "Schoolkalender",
    title: "Vrije dagen",
    subtitle: school,
    lead: "Termijnen en overleggen rekenen met schooldagen. Zet hier wat bij jullie anders is dan in de regio.",
    body: [
      ...(melding ? [notice("info", melding)] : []),
      choiceInput({
        id: "soort",
        label: "Wat is het?",
        required: "Kies wat het is.",
        choices: choicesOf(soortLabel, dagsoorten),
        style: "expanded",
        value: sent?.soort ?? "vrij",
        error: errors.soort,
      }),
      day("van", "Eerste dag"),
      day("tot", "Laatste dag (leeg: één dag)"),
      ...reeksen("Eigen vrije dagen", vrij, "Er zijn nog geen eigen vrije dagen."),
      ...(les.length > 0 ? reeksen("Toch les", les, "") : []),
      section(
        "Vakanties",
        vakanties.length > 0
          ? list(
              vakanties.slice(0, shown.vakanties).map(({ name, from, to }) => `${name}: ${span(from, to)}`),
            )
          : paragraph("De vakanties zijn nog niet bekend. Vraag het de beheerder."),
      ),
      smallPrint(
        "Weekenden en feestdagen tellen vanzelf niet mee. Is een vrije dag vervallen? Kies Gewoon les.",
      ),
    ],
    actions: [submit({ title: "Opslaan", verb: schoolkalenderVerb.opslaan, token, style: "positive" })],
    fallbackText: "Vrije dagen van je school.",
  });
}

function reeksen(title: string, all: readonly Reeks[], none: string): Element[] {
  const more = all.length - shown.reeksen;
  return [
    section(
      title,
      all.length > 0
        ? list(all.slice(0, shown.reeksen).map(({ van, tot }) => capital(span(van, tot))))
        : paragraph(none),
      ...(more > 0 ? [smallPrint(`En nog ${more}.`)] : []),
    ),
  ];
}

function span(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  return from.equals(to) ? formatDate(from) : `${formatDateShort(from)} tot en met ${formatDateShort(to)}`;
}

/** For who typed it: a dialog can only be opened by a button. */
export function schoolkalendersCard(kalenders: readonly KalenderGezien[], token: Stamp): Card {
  const [only, ...others] = kalenders;
  const button = (schoolId: string) =>
    openDialog({ title: "Vrije dagen", verb: schoolkalenderVerb.open, token, about: `${schoolId}/0` });
  if (!only)
    return card({
      kind: "Schoolkalender",
      title: "Vrije dagen",
      body: [
        paragraph("De vrije dagen van een school houdt de ib of coo van die school bij. Vraag het daar."),
      ],
      fallbackText: "De vrije dagen van een school houdt de ib of coo van die school bij.",
    });
  return card({
    kind: "Schoolkalender",
    title: "Vrije dagen",
    lead: "Studiedagen en vakanties waarmee ik reken.",
    body:
      others.length > 0
        ? kalenders
            .slice(0, 20)
            .map(({ schoolId, school }) => row({ title: school, actions: [button(schoolId)] }))
        : [paragraph(join([only.school]))],
    actions: others.length > 0 ? [] : [button(only.schoolId)],
    fallbackText: "Vrije dagen van je school.",
  });
}

export const schoolkalenderWords = {
  dialogTitle: "Schoolkalender",
  saved: (
    soort: Dagsoort,
    {
      dagen,
      termijnen,
      rondes,
    }: { readonly dagen: number; readonly termijnen: number; readonly rondes: number },
  ) =>
    [
      `${capital(count(dagen, "dag is", "dagen zijn"))} nu ${soort === "vrij" ? "vrij" : "gewone lesdagen"}.`,
      ...(termijnen > 0
        ? [`${capital(count(termijnen, "termijn schuift", "termijnen schuiven"))} mee.`]
        : []),
      ...(rondes > 0
        ? [
            `${capital(count(rondes, "overleg valt", "overleggen vallen"))} op een vrije dag. Wie het voorbereidt, krijgt bericht.`,
          ]
        : []),
    ].join(" "),
} as const;
