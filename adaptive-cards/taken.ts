/** All open tasks of one person, the cases of which they are the holder, and the dialogs that go with a task. */
import { z } from "zod/v4";
import type { PlanBounds } from "#domain/gepland.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { GevraagdGezien } from "#domain/overdracht.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import type { TaakGezien } from "#domain/taak.ts";
import type { TermKind } from "#domain/termijn-table.ts";
import { uitstelredenen } from "#domain/uitstel.ts";
import { execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, notice, row } from "./card.ts";
import { dagberichtTijdVerb } from "./dagbericht-tijd.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { codeField, dateField } from "./regierol-form.ts";
import { taakLabel, termLabel, uitstelredenLabel } from "./reminder.ts";
import { askedRows, fitted, openOf, openRows, taakVerb, together } from "./taken-row.ts";
import { smallPrint } from "./text.ts";
import { count, formatDate, formatDateShort, gizLabel, statusLabel, statusTone } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const takenSummary = "Je taken";

export interface MijnTakenData {
  readonly taken: readonly TaakGezien[];
  readonly team?: readonly TeamactieGezien[];
  /** What this person is asked to take over. */
  readonly gevraagd?: readonly GevraagdGezien[];
  readonly vandaag: Temporal.PlainDate;
}

export function takenCard(
  { taken, team = [], gevraagd = [], vandaag }: MijnTakenData,
  token: Stamp,
  melding?: string,
): Card {
  const open = openOf(together(taken, team));
  return fitted(open.length, (most) =>
    card({
      kind: "Mijn taken",
      title: open.length === 0 ? "Je hebt nu geen taken" : `Je hebt ${count(open.length, "taak", "taken")}`,
      ...(melding ? { lead: melding } : {}),
      body: [
        ...askedRows(gevraagd, { token, vandaag }),
        ...openRows({ taken: open, vandaag, gedaanVerb: taakVerb.taakGedaan }, token, most),
        ...(open.length > most
          ? [smallPrint(`En nog ${open.length - most} later. Die komen in beeld als deze gedaan zijn.`)]
          : []),
      ],
      actions: [openDialog({ title: "Andere tijd of even weg", verb: dagberichtTijdVerb.vraag, token })],
      fallbackText: "Je taken.",
    }),
  );
}

/** Rows of a card that must stay small enough for a message. */
const mostCases = 12;

export function mijnRegierolCard(hulpvragen: readonly HulpvraagGezien[], token: Stamp): Card {
  return card({
    kind: "Regierol",
    title: hulpvragen.length === 0 ? "Je hebt nu geen regierol" : "Mijn regierollen",
    body: [
      ...hulpvragen.slice(0, mostCases).map((gezien) =>
        row({
          // No name: it stands on the card of the hulpvraag itself, where each reading of it is logged.
          title: gezien.referentie,
          status: { text: statusLabel[gezien.status], tone: statusTone[gezien.status] },
          lines: linesOf(gezien),
          actions: [
            execute({
              title: "Bekijk",
              verb: hulpvraagVerb.toon,
              token,
              about: `${gezien.id}/${gezien.versie}`,
            }),
          ],
        }),
      ),
      ...(hulpvragen.length > mostCases ? [smallPrint(`En nog ${hulpvragen.length - mostCases}.`)] : []),
    ],
    fallbackText: "De hulpvragen waarvan jij de regierol hebt.",
  });
}

function linesOf({ school, regierol, termijnen, aanspreek }: HulpvraagGezien): string[] {
  const next = termijnen.find(
    ({ open, vanMij, soort, gepauzeerd }) => open && vanMij && !gepauzeerd && soort !== "actie",
  );
  const kind = next && taakLabel(next.soort, aanspreek);
  return [
    school,
    `GIZ: ${regierol?.giz ? gizLabel[regierol.giz].toLowerCase() : "nog niet vastgelegd"}`,
    ...(next && kind ? [`${kind}: ${formatDateShort(next.vervalt)}`] : []),
  ];
}

export const uitstelSubmitted = z.object({ op: dateField, reden: codeField(uitstelredenen) });
export type UitstelForm = z.output<typeof uitstelSubmitted>;

export interface UitstelDialog {
  readonly soort: TermKind;
  /** Null for what is about no hulpvraag. */
  readonly referentie: string | null;
  /** By which it is sent; that of a task when left out. */
  readonly verb?: string;
  /** It must be later than this day. */
  readonly na: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
  /** What stands in the form at first. */
  readonly voorstel: Temporal.PlainDate | null;
}

export function uitstelCard(
  vraag: UitstelDialog,
  token: Stamp,
  filled: { readonly form?: UitstelForm; readonly melding?: string } = {},
): Card {
  const { form } = filled;
  return card({
    kind: vraag.referentie === null ? "Acties van het team" : `Hulpvraag ${vraag.referentie}`,
    title: "Later doen",
    subtitle: termLabel[vraag.soort],
    body: [
      ...(filled.melding ? [notice("warning", filled.melding)] : []),
      dateInput({
        id: "op",
        label: `Op welke dag wel? Uiterlijk ${formatDate(vraag.uiterlijk)}.`,
        required: "Kies een datum.",
        min: vraag.na.add({ days: 1 }).toString(),
        max: vraag.uiterlijk.toString(),
        value: (form ? form.op : vraag.voorstel)?.toString(),
        ...(form && !form.op ? { error: "dit is nog leeg." } : {}),
      }),
      choiceInput({
        id: "reden",
        label: "Waarom later?",
        choices: choicesOf(uitstelredenLabel, uitstelredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.reden ?? undefined,
        ...(form && !form.reden ? { error: "kies wat het beste past." } : {}),
      }),
    ],
    actions: [
      submit({ title: "Zet op deze dag", verb: vraag.verb ?? taakVerb.uitstel, token, style: "positive" }),
    ],
    fallbackText: "Een taak later doen.",
  });
}

export const planSubmitted = z.object({ op: dateField });

export interface PlanDialog extends PlanBounds {
  readonly soort: TermKind;
  readonly referentie: string;
  readonly gepland: Temporal.PlainDate | null;
}

export function planCard(
  { soort, referentie, gepland, vanaf, uiterlijk }: PlanDialog,
  token: Stamp,
  refused = false,
): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Wanneer doe je het?",
    subtitle: termLabel[soort],
    body: [
      dateInput({
        id: "op",
        label: `Op welke dag? Uiterlijk ${formatDate(uiterlijk)}.`,
        required: "Kies een datum.",
        min: vanaf.toString(),
        max: uiterlijk.toString(),
        value: gepland?.toString(),
        ...(refused
          ? { error: `kies een dag van ${formatDate(vanaf)} tot en met ${formatDate(uiterlijk)}.` }
          : {}),
      }),
      smallPrint("Dan herinner ik je, en niet eerder. De termijn blijft dezelfde. Alleen jij ziet deze dag."),
    ],
    actions: [submit({ title: "Plan", verb: taakVerb.plan, token, style: "positive" })],
    fallbackText: "Een taak plannen.",
  });
}

export const takenWords = {
  dialogTitle: "Taak",
  below: "Ik zet je taken onderaan in deze chat.",
  done: "Gedaan. Dank je wel.",
  postponed: "Ik herinner je op de nieuwe datum.",
  planned: "Gepland. Ik herinner je op die dag.",
} as const;
