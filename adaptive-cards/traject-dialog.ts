/** The dialogs of a traject of eight weeks. No name of a pupil; days and codes. */
import { z } from "zod/v4";
import type { Kandidaat } from "#domain/akkoord.ts";
import { jaNee } from "#domain/review.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import {
  type EindForm,
  type PlanForm,
  type PlanGrens,
  type StartForm,
  type StopForm,
  stopredenen,
  type TussenForm,
  trajectUitkomsten,
  tussenstanden,
  type UitnodigForm,
  type VerlengForm,
  verlengredenen,
} from "#domain/traject.ts";
import type { TrajectGezien } from "#domain/traject-view.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { type DialogZaak, kandidaatChoices } from "./regierol-dialog.ts";
import { codeField, dateField, fieldWords } from "./regierol-form.ts";
import { paragraph, smallPrint } from "./text.ts";
import { stopLabel, trajectUitkomstLabel, tussenLabel, verlengLabel, wijkteamWords } from "./traject.ts";
import { trajectVerb } from "./traject-verb.ts";
import { jaNeeLabel } from "./voortgang.ts";
import { count, formatDay, join } from "./word.ts";

export interface Filled<Form> {
  readonly form?: Form;
  readonly problemen?: RegierolProblemen<keyof Form & string>;
}

/** The day on which it was held: today, until another is chosen. */
function heldOn<Form extends { readonly op: Temporal.PlainDate | null }>(
  label: string,
  { vandaag }: DialogZaak,
  { form, problemen }: Filled<Form>,
): Element {
  return dateInput({
    id: "op",
    label,
    required: "Kies een dag.",
    max: vandaag.toString(),
    value: (form ? form.op : vandaag)?.toString(),
    ...fieldWords<"op">(problemen as RegierolProblemen<"op"> | undefined, "op"),
  });
}

const save = (title: string, verb: string, token: Stamp) => submit({ title, verb, token, style: "positive" });

export const startSubmitted = z.object({ op: dateField });

export function startCard(
  zaak: DialogZaak & { readonly geobserveerd: boolean },
  token: Stamp,
  filled: Filled<StartForm> = {},
): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Traject starten",
    lead: "Het traject begint met een startgesprek, samen met het gezin en de leraar.",
    body: [
      ...(zaak.geobserveerd
        ? []
        : [
            notice(
              "info",
              "Bij deze hulpvraag staat nog geen observatie in de klas. Meestal komt die vóór een traject.",
            ),
          ]),
      heldOn("Wanneer was het startgesprek?", zaak, filled),
      smallPrint("Ik herinner aan de tussenevaluatie en de eindevaluatie. Vakanties tellen niet mee."),
    ],
    actions: [save("Start", trajectVerb.start, token)],
    fallbackText: "Een traject starten.",
  });
}

export const tussenSubmitted = z.object({
  op: dateField,
  stand: codeField(tussenstanden),
  meerHulp: codeField(jaNee),
});

export function tussenCard(zaak: DialogZaak, token: Stamp, filled: Filled<TussenForm> = {}): Card {
  const { form, problemen } = filled;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Tussenevaluatie",
    lead: "Alleen hoe het gaat. Wat er is besproken, hoort in je eigen dossier.",
    body: [
      heldOn("Wanneer was de tussenevaluatie?", zaak, filled),
      choiceInput({
        id: "stand",
        label: "Hoe gaat het?",
        choices: choicesOf(tussenLabel, tussenstanden),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.stand ?? undefined,
        ...fieldWords(problemen, "stand"),
      }),
      choiceInput({
        id: "meerHulp",
        label: "Is er meer hulp nodig dan dit traject?",
        choices: choicesOf(jaNeeLabel, jaNee),
        style: "expanded",
        required: "Kies ja of nee.",
        value: form?.meerHulp ?? undefined,
        ...fieldWords(problemen, "meerHulp"),
      }),
      smallPrint("Bij ja vraag ik daarna wie van het wijkteam bij de eindevaluatie komt."),
    ],
    actions: [save("Vastleggen", trajectVerb.tussen, token)],
    fallbackText: "Tussenevaluatie vastleggen.",
  });
}

export const eindSubmitted = z.object({ op: dateField, uitkomst: codeField(trajectUitkomsten) });

export function eindCard(
  zaak: DialogZaak & { readonly traject: TrajectGezien },
  token: Stamp,
  filled: Filled<EindForm> = {},
): Card {
  const { form, problemen } = filled;
  const { genodigden, verlengd } = zaak.traject;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Eindevaluatie",
    body: [
      heldOn("Wanneer was de eindevaluatie?", zaak, filled),
      choiceInput({
        id: "uitkomst",
        label: "Wat is de uitkomst?",
        choices: choicesOf(trajectUitkomstLabel, trajectUitkomsten),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.uitkomst ?? undefined,
        ...fieldWords(problemen, "uitkomst"),
      }),
      ...(verlengd
        ? []
        : [smallPrint("Gaat het traject nog door? Kies dan niet dit, maar: Verleng het traject.")]),
      ...(genodigden.length > 0
        ? [
            smallPrint(
              `Is er meer hulp nodig, dan blijft ${namesOf(genodigden)} meelezen. Anders stopt dat nu.`,
            ),
          ]
        : []),
    ],
    actions: [save("Vastleggen", trajectVerb.eind, token)],
    fallbackText: "Eindevaluatie vastleggen.",
  });
}

const namesOf = (people: readonly { readonly naam: string }[]): string =>
  join(people.map(({ naam }) => naam));

export const planSubmitted = z.object({ op: dateField });

export function planCard(
  zaak: DialogZaak & { readonly traject: TrajectGezien; readonly grens: PlanGrens },
  token: Stamp,
  filled: Filled<PlanForm> = {},
): Card {
  const { traject, vandaag } = zaak;
  const { genodigden, eindUiterlijk } = traject;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Eindevaluatie plannen",
    ...(eindUiterlijk ? { lead: `De termijn loopt tot en met ${formatDay(eindUiterlijk, vandaag)}.` } : {}),
    body: [
      planInput("Op welke dag is de eindevaluatie?", zaak, { ...filled, verplicht: true }),
      ...(genodigden.length > 0 ? [smallPrint(`${namesOf(genodigden)} krijgt bericht van deze dag.`)] : []),
    ],
    actions: [save("Plan", trajectVerb.plan, token)],
    fallbackText: "De eindevaluatie plannen.",
  });
}

function planInput(
  label: string,
  { traject, grens }: { readonly traject: TrajectGezien; readonly grens: PlanGrens },
  {
    form,
    problemen,
    verplicht,
  }: Filled<{ readonly op: Temporal.PlainDate | null }> & { readonly verplicht: boolean },
): Element {
  const { eindGeplandOp } = traject;
  // A day that went by would be refused before it is sent.
  const stands = eindGeplandOp && Temporal.PlainDate.compare(eindGeplandOp, grens.vanaf) >= 0;
  return dateInput({
    id: "op",
    label,
    ...(verplicht ? { required: "Kies een dag." } : {}),
    min: grens.vanaf.toString(),
    max: grens.uiterlijk.toString(),
    value: (form ? form.op : stands ? eindGeplandOp : null)?.toString(),
    ...fieldWords(problemen, "op"),
  });
}

export const uitnodigSubmitted = z.object({
  wie: z
    .string()
    .max(4000)
    .catch("")
    .transform((text) => text.split(",").filter((id) => z.uuid().safeParse(id).success)),
  op: dateField,
});

/** `na`: right after the evaluation halfway, which is kept by now. */
export function meerHulpCard(
  zaak: DialogZaak & {
    readonly traject: TrajectGezien;
    readonly grens: PlanGrens;
    readonly kandidaten: readonly Kandidaat[];
  },
  token: Stamp,
  filled: Filled<UitnodigForm> & { readonly na?: boolean } = {},
): Card {
  const { kandidaten, traject } = zaak;
  const { form, problemen, na = false } = filled;
  const able = kandidaten.length > 0;
  const nobody = wijkteamWords[traject.wijkteam] ?? "Wie van het wijkteam kan komen, is al gevraagd.";
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Meer hulp nodig",
    ...(na ? { lead: "De tussenevaluatie staat erin." } : {}),
    body: able
      ? [
          choiceInput({
            id: "wie",
            label: "Wie van het wijkteam vraag je bij de eindevaluatie?",
            choices: kandidaatChoices(kandidaten),
            style: "expanded",
            multi: true,
            required: "Kies wie je vraagt.",
            value: form
              ? form.wie
              : kandidaten.length === 1
                ? kandidaten.map(({ persoonId }) => persoonId)
                : [],
            ...fieldWords(problemen, "wie"),
          }),
          planInput("Op welke dag is die? Dit mag leeg blijven", zaak, { ...filled, verplicht: false }),
          smallPrint("Wie je kiest, leest de hulpvraag en krijgt bericht. Vertel het ook het gezin."),
        ]
      : [
          notice("info", nobody),
          ...(traject.meerHulpOp ? [] : [paragraph("Je kunt wel vastleggen dat er meer hulp nodig is.")]),
        ],
    actions: able
      ? [save("Vraag het wijkteam", trajectVerb.meerHulp, token)]
      : traject.meerHulpOp
        ? []
        : [save("Leg vast", trajectVerb.meerHulp, token)],
    fallbackText: "Er is meer hulp nodig.",
  });
}

export const verlengSubmitted = z.object({
  op: dateField,
  reden: codeField(verlengredenen),
  weken: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .nullable()
    .catch(null),
});

export function verlengCard(
  zaak: DialogZaak & { readonly maxWeken: number },
  token: Stamp,
  filled: Filled<VerlengForm> = {},
): Card {
  const { form, problemen } = filled;
  const weken = Array.from({ length: zaak.maxWeken }, (_, index) => index + 1);
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Traject verlengen",
    lead: "Verlengen is een uitzondering: acht weken is meestal genoeg. Het kan één keer.",
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom toch?",
        choices: choicesOf(verlengLabel, verlengredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.reden ?? undefined,
        ...fieldWords(problemen, "reden"),
      }),
      heldOn("Wanneer is dat afgesproken?", zaak, filled),
      choiceInput({
        id: "weken",
        label: "Hoeveel schoolweken komen erbij?",
        choices: weken.map((one) => ({ title: count(one, "schoolweek", "schoolweken"), value: String(one) })),
        style: "compact",
        required: "Kies hoe lang.",
        value: String((form ? form.weken : Math.min(4, zaak.maxWeken)) ?? ""),
        ...fieldWords(problemen, "weken"),
      }),
    ],
    actions: [save("Verleng", trajectVerb.verlengen, token)],
    fallbackText: "Een traject verlengen.",
  });
}

export const stopSubmitted = z.object({ op: dateField, reden: codeField(stopredenen) });

export function stopCard(
  zaak: DialogZaak & { readonly traject: TrajectGezien },
  token: Stamp,
  filled: Filled<StopForm> = {},
): Card {
  const { form, problemen } = filled;
  const { genodigden } = zaak.traject;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Traject eerder stoppen",
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom stopt het?",
        choices: choicesOf(stopLabel, stopredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.reden ?? undefined,
        ...fieldWords(problemen, "reden"),
      }),
      heldOn("Wanneer is dat afgesproken?", zaak, filled),
      ...(genodigden.length > 0
        ? [
            paragraph(
              `${namesOf(genodigden)} was uitgenodigd en ziet dat straks niet meer. Laat zelf weten dat de eindevaluatie niet doorgaat.`,
            ),
          ]
        : []),
    ],
    actions: [save("Stop het traject", trajectVerb.stoppen, token)],
    fallbackText: "Een traject eerder stoppen.",
  });
}
