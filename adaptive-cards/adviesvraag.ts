/** The card of one adviesvraag, for who asked it and for the kernteam; and the list of those that stand. */
import type { AdviesAct, AdviesvraagGezien } from "#domain/adviesvraag-view.ts";
import { adviesvraagVerb } from "./adviesvraag-verb.ts";
import { adviesstatusLabel, kringKort } from "./adviesvraag-word.ts";
import { basisOfExtraVerb } from "./basis-of-extra.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, row, section } from "./card.ts";
import { bold, freeText, list, paragraph, smallPrint } from "./text.ts";
import { domeinLabel, formatDate, formatDateShort, formatTime, join } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const adviesvraagSummary = "Een adviesvraag in Zorgronde";

export function adviesvraagCard(gezien: AdviesvraagGezien, token: Stamp, lead?: string): Card {
  return card({
    kind: "Adviesvraag",
    title: "Adviesvraag zonder naam",
    subtitle: domeinLabel[gezien.domein],
    status: adviesstatusLabel[gezien.status],
    ...(lead ? { lead } : {}),
    body: [
      ...waits(gezien),
      section("De vraag", freeText(gezien.vraag), facts(factsOf(gezien))),
      ...adviceSection(gezien),
      smallPrint(endWords(gezien)),
    ],
    actions: actionsOf(gezien, token),
    fallbackText: adviesvraagSummary,
  });
}

function waits({ status, mag }: AdviesvraagGezien): Element[] {
  if (mag.has("antwoorden")) {
    return [
      paragraph([
        bold("Nu:"),
        " geef advies. Vraag niet om wie het gaat: je antwoord is voor dit soort situaties.",
      ]),
    ];
  }
  return status === "wacht_op_ronde"
    ? [
        notice(
          "warning",
          "Er is nog geen overlegronde gepland. Typ: plan overleg. Ik zet de vraag er dan vanzelf op.",
        ),
      ]
    : [];
}

function factsOf({ vrager, vanMij, kring, gesteldOp, ronde }: AdviesvraagGezien) {
  return [
    ["Van", vanMij ? "Jou" : vrager],
    ["Aan", kringKort[kring]],
    ["Gesteld op", formatDate(gesteldOp)],
    ...(ronde
      ? [["Overlegronde", `${formatDate(ronde.datum)}, ${formatTime(ronde.begin)} uur`] as const]
      : []),
  ] as const;
}

function adviceSection({ antwoord, uitkomst, beantwoordDoor, beantwoordOp }: AdviesvraagGezien): Element[] {
  if (uitkomst === null) return [];
  const who = beantwoordDoor && beantwoordOp ? `${beantwoordDoor}, ${formatDate(beantwoordOp)}` : "";
  return [
    section(
      "Het advies",
      ...(uitkomst === "hulpvraag_maken"
        ? [
            paragraph(
              "De ronde zegt: maak er een hulpvraag van. Bespreek dat eerst met de ouders en de leerling.",
            ),
          ]
        : []),
      ...(antwoord ? [freeText(antwoord)] : []),
      paragraph(who, { subtle: true, small: true }),
    ),
  ];
}

function endWords({ status, wissenOp }: AdviesvraagGezien): string {
  const day = formatDate(wissenOp);
  return status === "beantwoord"
    ? `Op ${day} wis ik de vraag en het advies. Neem over wat je nodig hebt.`
    : `Komt er geen advies? Dan wis ik de vraag op ${day}.`;
}

/** Null: only who asks is offered it. */
const ways: Readonly<Record<AdviesAct, readonly [title: string, verb: string]>> = {
  antwoorden: ["Advies geven", adviesvraagVerb.vraagAntwoord],
  vastleggen: ["Advies vastleggen", adviesvraagVerb.vraagUitkomst],
  overnemen: ["Toch op naam", adviesvraagVerb.vraagOpNaam],
  intrekken: ["Adviesvraag intrekken", adviesvraagVerb.vraagIntrekken],
  wissen: ["Nu wissen", adviesvraagVerb.vraagWissen],
};

function actionsOf({ mag, uitkomst }: AdviesvraagGezien, token: Stamp): Action[] {
  const first = (act: AdviesAct) =>
    act === "antwoorden" || act === "vastleggen" || (act === "overnemen" && uitkomst === "hulpvraag_maken");
  const own = (Object.keys(ways) as AdviesAct[])
    .filter((act) => mag.has(act))
    .map((act) => {
      const [title, verb] = ways[act];
      return openDialog({ title, verb, token, ...(first(act) ? { style: "positive" } : {}) });
    });
  const again = mag.has("overnemen")
    ? [openDialog({ title: "Nieuwe adviesvraag", verb: adviesvraagVerb.stel, token })]
    : [];
  return [...own, ...again];
}

export interface AdviesvragenData {
  readonly gezien: readonly AdviesvraagGezien[];
  /** Only an ib or coo asks one. */
  readonly magStellen: boolean;
}

export function adviesvragenCard({ gezien, magStellen }: AdviesvragenData, token: Stamp): Card {
  return card({
    kind: "Adviesvragen",
    title: "Adviesvragen zonder naam",
    lead: magStellen
      ? "Vraag advies zonder te zeggen om wie het gaat. Daar is geen toestemming voor nodig."
      : "Hier vraagt een school advies zonder te zeggen om wie het gaat.",
    body:
      gezien.length > 0
        ? gezien.map((one) => listRow(one, token))
        : [
            paragraph(
              magStellen ? "Er staat nu geen adviesvraag open." : "Er is nu geen adviesvraag voor jou.",
            ),
          ],
    actions: magStellen
      ? [
          openDialog({
            title: "Adviesvraag stellen",
            verb: adviesvraagVerb.stel,
            token,
            style: "positive",
          }),
        ]
      : [],
    fallbackText: "Adviesvragen.",
  });
}

function listRow({ id, versie, status, domein, gesteldOp }: AdviesvraagGezien, token: Stamp): Element {
  return row({
    title: `${domeinLabel[domein]} · ${formatDateShort(gesteldOp)}`,
    status: adviesstatusLabel[status],
    actions: [execute({ title: "Bekijken", verb: adviesvraagVerb.toon, token, about: `${id}/${versie}` })],
  });
}

/** For members of an SZT who are no ib or coo, and for who leads or administers. */
export function geenAdviesvraagCard(ibs: readonly string[]): Card {
  return card({
    kind: "Adviesvraag",
    title: "Dit vraagt de intern begeleider",
    body: [
      paragraph(
        "Een adviesvraag zonder naam stelt de intern begeleider of ondersteuningscoördinator van de school.",
      ),
      ...(ibs.length > 0 ? [paragraph(["In jouw team: ", bold(join(ibs)), "."])] : []),
      smallPrint("Noem ook in een gesprek niet meer dan nodig is."),
    ],
    fallbackText: "Een adviesvraag stelt de intern begeleider.",
  });
}

/** Where the samenwerkingsverband lets nothing be asked without the parents. */
export function eerstToestemmingCard(token: Stamp): Card {
  return card({
    kind: "Adviesvraag",
    title: "Eerst toestemming",
    body: [
      paragraph(
        "In jullie samenwerkingsverband stel je geen vraag zonder toestemming, ook niet zonder naam.",
      ),
      list([
        "Maak een hulpvraag en vraag de ouders.",
        "Is er haast? Bel het kernteam en zeg niet om wie het gaat.",
        "Is een kind in gevaar? Bel 112 of Veilig Thuis: 0800-2000.",
      ]),
    ],
    actions: [
      openDialog({ title: "Nieuwe hulpvraag", verb: basisOfExtraVerb.extra, token, style: "positive" }),
    ],
    fallbackText: "In jullie samenwerkingsverband is eerst toestemming nodig.",
  });
}

export const adviesvraagWords = {
  below: "Ik zet de adviesvraag onderaan in deze chat.",
  dialogTitle: "Adviesvraag",
  waits: "Er is nog geen overlegronde gepland. Typ: plan overleg. Ik zet de vraag er dan vanzelf op.",
  gone: "Gewist. Er is niets meer van over.",
  notNow: "Dat kan nu niet bij deze adviesvraag. Kijk op de kaart hoe het ervoor staat.",
} as const;

export function onRoundWords(datum: Temporal.PlainDate): string {
  return `De vraag staat op de agenda van ${formatDate(datum)}.`;
}
