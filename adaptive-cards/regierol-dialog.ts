/** The dialogs of the regierol: refuse, ask somebody else, GIZ, an actie, back to the schakelteam. No name of a pupil. */
import { z } from "zod/v4";
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { Kandidaat } from "#domain/akkoord.ts";
import { gizUitkomsten, type Partij, partijen } from "#domain/code.ts";
import { regierolKeuzen } from "#domain/regierol-keuze.ts";
import {
  type GizReden,
  gizRedenen,
  type Weigerreden,
  weigerredenen,
  weigerredenSchema,
} from "#domain/regierol-reden.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { codeField, codesField, dateField, fieldWords, personField } from "./regierol-form.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { keuzeInput } from "./regierol-word.ts";
import { paragraph, shorten, smallPrint } from "./text.ts";
import { formatDateShort, functieNaam, gizLabel, partijLabel } from "./word.ts";

/** Of which hulpvraag a dialog is; the reference is enough, the card behind it shows the rest. */
export interface DialogZaak {
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly aanspreek: Aanspreek;
}

export const weigerredenLabel: Readonly<Record<Weigerreden, string>> = {
  geen_tijd: "Ik heb er nu geen tijd voor",
  niet_mijn_vak: "Een andere functie past beter",
  te_dichtbij: "Ik sta te dicht bij dit gezin",
  verlof_of_ziekte: "Ik ben er een tijd niet",
  weg_van_school: "Ik ga weg bij deze school",
};

export const weigerenSubmitted = z.object({ reden: weigerredenSchema.nullable().catch(null) });

/** The regierol itself, or to stand in for a while. */
interface Weigeren {
  readonly title: string;
  readonly verb: string;
  readonly gevolg: string;
}
const regierolWeigeren: Weigeren = {
  title: "Je neemt de regierol niet",
  verb: regierolVerb.weigeren,
  gevolg: "De intern begeleider ziet je antwoord en vraagt iemand anders.",
};
export const waarnemingWeigeren: Weigeren = {
  title: "Je neemt niet waar",
  verb: regierolVerb.nietWaarnemen,
  gevolg: "De intern begeleider ziet je antwoord en neemt waar.",
};

export function weigerenCard(
  zaak: DialogZaak,
  token: Stamp,
  { refused = false, hoe = regierolWeigeren }: { readonly refused?: boolean; readonly hoe?: Weigeren } = {},
): Card {
  const { title, verb, gevolg } = hoe;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title,
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom niet?",
        choices: choicesOf(weigerredenLabel, weigerredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        ...(refused ? { error: "kies wat het beste past." } : {}),
      }),
      smallPrint(gevolg),
    ],
    actions: [submit({ title: "Verstuur", verb, token, style: "positive" })],
    fallbackText: `${title}.`,
  });
}

export const anderSubmitted = z.object({
  aan: personField,
  regierolKeuze: codeField(regierolKeuzen),
  akkoordOp: dateField,
  akkoordVan: codesField(partijen),
});
export type AnderForm = z.output<typeof anderSubmitted>;

export function anderCard(
  zaak: DialogZaak & {
    readonly kandidaten: readonly Kandidaat[];
    readonly geweigerd: readonly string[];
    readonly partijen: readonly Partij[];
    /** Whom the holder proposed. */
    readonly voorstelAan?: string | null;
  },
  token: Stamp,
  filled: { readonly form?: AnderForm; readonly problemen?: RegierolProblemen<keyof AnderForm> } = {},
): Card {
  const { form, problemen } = filled;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Vraag iemand anders",
    body:
      zaak.kandidaten.length === 0
        ? [notice("warning", "Er zit nu niemand in het team die de regierol kan nemen.")]
        : [
            choiceInput({
              id: "aan",
              label: "Wie vraag je voor de regierol?",
              choices: kandidaatChoices(zaak.kandidaten, zaak.geweigerd),
              style: "compact",
              required: "Kies iemand uit het team.",
              value: (form ? form.aan : zaak.voorstelAan) ?? undefined,
              ...fieldWords(problemen, "aan"),
            }),
            keuzeInput(form?.regierolKeuze),
            paragraph(agreesToo[zaak.aanspreek]),
            ...akkoordFields({ ...zaak, verplicht: true }, form, problemen),
          ],
    actions:
      zaak.kandidaten.length === 0
        ? []
        : [submit({ title: "Vraag deze persoon", verb: regierolVerb.ander, token, style: "positive" })],
    fallbackText: "Iemand anders vragen voor de regierol.",
  });
}

const agreesToo: Readonly<Record<Aanspreek, string>> = {
  ouders: "De ouders moeten ook akkoord zijn met deze persoon.",
  leerling: "De leerling moet ook akkoord zijn met deze persoon.",
  ouders_of_leerling: "Voor deze persoon is ook akkoord nodig.",
};

/** Who said no can be asked again: the reason may be over. */
export function kandidaatChoices(kandidaten: readonly Kandidaat[], geweigerd: readonly string[] = []) {
  return kandidaten.map(({ persoonId, naam, functie }) => ({
    title: `${shorten(naam, 40)}, ${functieNaam[functie]}${geweigerd.includes(persoonId) ? " (zei nee)" : ""}`,
    value: persoonId,
  }));
}

/** When and by whom the akkoord was given; the same fields stand in the terugkoppeling. */
export function akkoordFields(
  {
    vandaag,
    partijen: wie,
    verplicht = false,
  }: DialogZaak & {
    readonly partijen: readonly Partij[];
    /** Elsewhere it depends on the answer whether they are filled in. */
    readonly verplicht?: boolean;
  },
  form: Pick<AnderForm, "akkoordOp" | "akkoordVan"> | undefined,
  problemen: RegierolProblemen<"akkoordOp" | "akkoordVan"> | undefined,
) {
  return [
    dateInput({
      id: "akkoordOp",
      label: "Wanneer kreeg je het antwoord?",
      ...(verplicht ? { required: "Kies een dag." } : {}),
      max: vandaag.toString(),
      value: (form ? form.akkoordOp : vandaag)?.toString(),
      ...fieldWords(problemen, "akkoordOp"),
    }),
    choiceInput({
      id: "akkoordVan",
      label: "Wie gaf antwoord?",
      ...(verplicht ? { required: "Kies wie antwoord gaf." } : {}),
      choices: choicesOf(partijLabel, wie),
      style: "expanded",
      multi: true,
      value: form?.akkoordVan,
      ...fieldWords(problemen, "akkoordVan"),
    }),
  ];
}

export const gizRedenLabel: Readonly<Record<GizReden, string>> = {
  kort_geleden_gedaan: "Er is kort geleden een GIZ gedaan",
  plan_loopt_al: "Er loopt al een plan met het gezin",
  een_vraag: "Het is één duidelijke vraag",
  ouders_kozen_anders: "Het gezin koos een andere manier",
};

export const gizSubmitted = z.object({
  uitkomst: codeField(gizUitkomsten),
  op: dateField,
  reden: codeField(gizRedenen),
});
export type GizForm = z.output<typeof gizSubmitted>;

export function gizCard(
  zaak: DialogZaak,
  token: Stamp,
  filled: { readonly form?: GizForm; readonly problemen?: RegierolProblemen<keyof GizForm> } = {},
): Card {
  const { form, problemen } = filled;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "GIZ vastleggen",
    lead: "Alleen of en wanneer. Wat eruit kwam, hoort in het dossier.",
    body: [
      choiceInput({
        id: "uitkomst",
        label: "Hoe staat het met de GIZ?",
        choices: choicesOf(gizLabel, gizUitkomsten),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.uitkomst ?? undefined,
        ...fieldWords(problemen, "uitkomst"),
      }),
      dateInput({
        id: "op",
        label: "Wanneer? (bij afgenomen of gepland)",
        value: (form ? form.op : zaak.vandaag)?.toString(),
        ...fieldWords(problemen, "op"),
      }),
      choiceInput({
        id: "reden",
        label: "Waarom niet nodig? (alleen bij niet nodig)",
        choices: choicesOf(gizRedenLabel, gizRedenen),
        style: "compact",
        value: form?.reden ?? undefined,
        ...fieldWords(problemen, "reden"),
      }),
    ],
    actions: [submit({ title: "Vastleggen", verb: regierolVerb.giz, token, style: "positive" })],
    fallbackText: "GIZ vastleggen.",
  });
}

/** An own open actie as it can be chosen; its text only for who may read it. */
export interface ActieKeuze {
  readonly id: string;
  readonly omschrijving: string | null;
  readonly datum: Temporal.PlainDate;
}

export const actieSubmitted = z.object({ actie: z.uuid().nullable().catch(null) });

export function actieGedaanCard(
  zaak: DialogZaak & { readonly acties: readonly ActieKeuze[] },
  token: Stamp,
  refused = false,
): Card {
  const [first] = zaak.acties;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Welke actie is gedaan?",
    body: [
      choiceInput({
        id: "actie",
        label: "Mijn acties",
        choices: zaak.acties.map(({ id, omschrijving, datum }) => ({
          title: `${omschrijving ? shorten(omschrijving, 90) : "Actie"} (${formatDateShort(datum)})`,
          value: id,
        })),
        style: "expanded",
        required: "Kies een actie.",
        ...(zaak.acties.length === 1 && first ? { value: first.id } : {}),
        ...(refused ? { error: "kies een actie." } : {}),
      }),
    ],
    actions: [submit({ title: "Gedaan", verb: regierolVerb.actie, token, style: "positive" })],
    fallbackText: "Actie gedaan.",
  });
}

export function terugCard(zaak: DialogZaak, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Terug naar het schakelteam?",
    body: [
      paragraph("De hulpvraag staat dan weer klaar voor de volgende overlegronde."),
      paragraph("De regierolhouder blijft, tot er een nieuw besluit is."),
    ],
    actions: [submit({ title: "Ja, terug", verb: regierolVerb.terug, token, style: "positive" })],
    fallbackText: "Terug naar het schakelteam.",
  });
}
