/** The dialog about who decides: gezag, the marks beside it, and who cannot answer. */
import { z } from "zod/v4";
import {
  type Gezag,
  gezagSchema,
  gezagsmerkSchema,
  gezagsvormen,
  type Partij,
  partijen,
  partijstanden,
  partijstandSchema,
  vaststellingSchema,
} from "#domain/code.ts";
import { standPartijen } from "#domain/gezag.ts";
import type { GezagForm, GezagVeld } from "#domain/gezag-form.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, facts, notice, section } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { asSent, codes, emptyIs } from "./sent.ts";
import { smallPrint } from "./text.ts";
import { gezagsmerkLabel, partijstandLabel, vaststellingLabel } from "./toestemming-word.ts";
import { type Form, veldWords } from "./veld.ts";
import { gezagLabel, partijLabel } from "./word.ts";

const perPartij = ["stand", "hoe", "vastgesteld"] as const;
const fieldNames: readonly GezagVeld[] = [
  "gezag",
  "merken",
  ...partijen.flatMap((partij) => perPartij.map((what) => `${what}_${partij}` as const)),
];

export type GezagSent = Form<GezagVeld>;

export function gezagSent(input: unknown): GezagSent {
  const filled = z.record(z.string(), z.unknown()).catch({}).parse(input);
  return Object.fromEntries(fieldNames.map((name) => [name, asSent.parse(filled[name])])) as GezagSent;
}

export function gezagSentOf({ gezag, merken, partijen: known }: ToestemmingGezien): GezagSent {
  return gezagSent({
    gezag: gezag === "onbekend" ? "" : gezag,
    merken: merken.join(","),
    ...Object.fromEntries(
      known.flatMap(({ partij, stand, hoe, vastgesteldOp }) => [
        [`stand_${partij}`, stand],
        [`hoe_${partij}`, hoe],
        [`vastgesteld_${partij}`, vastgesteldOp.toString()],
      ]),
    ),
  });
}

const head = z.object({
  gezag: gezagSchema.exclude(["onbekend"]),
  merken: codes(gezagsmerkSchema),
});
const one = z.object({
  stand: z.union([z.enum(["", "geen"]).transform(() => null), partijstandSchema]),
  hoe: emptyIs(vaststellingSchema),
  vastgesteld: emptyIs(plainDateSchema),
});

export type ParsedGezag =
  | { readonly ok: true; readonly value: GezagForm }
  | { readonly ok: false; readonly error: Problemen<GezagVeld> };

export function parseGezag(sent: GezagSent): ParsedGezag {
  const top = head.safeParse(sent);
  if (!top.success)
    return { ok: false, error: { gezag: { kind: sent.gezag === "" ? "leeg" : "past_niet" } } };
  const wrong: [GezagVeld, { kind: "past_niet" }][] = [];
  const standen = standPartijen(top.data.gezag).flatMap((partij) => {
    const parsed = one.safeParse(
      Object.fromEntries(perPartij.map((what) => [what, sent[`${what}_${partij}`].trim()])),
    );
    if (parsed.success) {
      const { stand, hoe, vastgesteld } = parsed.data;
      return [{ partij, stand, hoe, op: vastgesteld }];
    }
    for (const issue of parsed.error.issues) {
      const what = perPartij.find((name) => name === issue.path[0]);
      if (what) wrong.push([`${what}_${partij}`, { kind: "past_niet" }]);
    }
    return [];
  });
  return wrong.length > 0
    ? { ok: false, error: Object.fromEntries(wrong) as Problemen<GezagVeld> }
    : { ok: true, value: { ...top.data, standen } };
}

export interface GezagData {
  readonly gezien: ToestemmingGezien;
  readonly sent: GezagSent;
  readonly problemen?: Problemen<GezagVeld>;
  readonly melding?: string;
}

/** Gezag is asked first; who cannot answer is asked of those whom it concerns. */
export function gezagCard({ gezien, sent, problemen = {}, melding }: GezagData, token: Stamp): Card {
  const known = gezagSchema.safeParse(sent.gezag);
  const chosen: Gezag = known.success ? known.data : gezien.gezag;
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Wie heeft het gezag?",
    lead: "Kijk dit eerst na. Dan weet ik wie toestemming moet geven.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      facts([["Leerling", gezien.naam]]),
      choiceInput({
        id: "gezag",
        label: "Gezag",
        choices: choicesOf(
          gezagLabel,
          gezagsvormen.filter((gezag) => gezag !== "onbekend"),
        ),
        style: "expanded",
        value: sent.gezag,
        error: veldWords(problemen.gezag),
        required: "Kies wie het gezag heeft.",
      }),
      choiceInput({
        id: "merken",
        label: "Wat geldt er nog meer?",
        choices: choicesOf(gezagsmerkLabel),
        style: "expanded",
        multi: true,
        value: sent.merken,
        error: veldWords(problemen.merken),
      }),
      smallPrint(
        "Twijfel je? Kijk in het gezagsregister of vraag het de ouders. Ook gescheiden ouders hebben vaak samen gezag. Bij een ots houden de ouders het gezag. Namen schrijf ik niet op.",
      ),
      ...(chosen === "onbekend" ? [] : standFields(chosen, { sent, problemen })),
    ],
    actions: [submit({ title: "Verder", verb: toestemmingVerb.gezag, token, style: "positive" })],
    fallbackText: "Toestemming: kijk na wie het gezag heeft.",
  });
}

function standFields(
  gezag: Gezag,
  { sent, problemen }: { readonly sent: GezagSent; readonly problemen: Problemen<GezagVeld> },
): Element[] {
  return [
    section(
      "Kan iemand niet antwoorden?",
      smallPrint(
        "Laat leeg als dat niet zo is. Wie niet te bereiken is, telt gewoon mee: dan kan het nog niet.",
      ),
    ),
    ...standPartijen(gezag).map((partij) => standSection(partij, sent, problemen)),
  ];
}

function standSection(partij: Partij, sent: GezagSent, problemen: Problemen<GezagVeld>): Element {
  const field = (what: (typeof perPartij)[number]) => {
    const id = `${what}_${partij}` as const;
    return { id, value: sent[id] || (what === "stand" ? "geen" : ""), error: veldWords(problemen[id]) };
  };
  const standen = partij === "leerling" ? (["wilsonbekwaam"] as const) : partijstanden;
  return section(
    partijLabel[partij],
    choiceInput({
      ...field("stand"),
      label: "Wat is er?",
      choices: [{ title: "Niets", value: "geen" }, ...choicesOf(partijstandLabel, standen)],
      style: "compact",
    }),
    choiceInput({
      ...field("hoe"),
      label: "Hoe weet je dat?",
      choices: choicesOf(vaststellingLabel),
      style: "compact",
    }),
    dateInput({ ...field("vastgesteld"), label: "Sinds wanneer weet je dat?" }),
  );
}

export const gezagWords = {
  still: "Zo blijft er niemand over die kan beslissen. Kijk na wie het gezag nu heeft.",
} as const;
