/** A traject of eight weeks: what the card of the hulpvraag shows of it, and what can be done with it now. */
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { Stopreden, TrajectUitkomst, Tussenstand, Verlengreden } from "#domain/traject.ts";
import type { TrajectGezien, WijkteamStand } from "#domain/traject-view.ts";
import { type Action, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, facts, row, section } from "./card.ts";
import { paragraph } from "./text.ts";
import { trajectVerb } from "./traject-verb.ts";
import { count, formatDate, formatDay, functieNaam } from "./word.ts";

export const tussenLabel: Readonly<Record<Tussenstand, string>> = {
  op_koers: "Op koers",
  bijgesteld: "Bijgesteld",
  loopt_vast: "Het loopt vast",
};

export const trajectUitkomstLabel: Readonly<Record<TrajectUitkomst, string>> = {
  doel_bereikt: "Doel bereikt",
  deels: "Doel voor een deel bereikt",
  niet: "Doel niet bereikt",
  meer_hulp_nodig: "Meer hulp nodig",
};

export const verlengLabel: Readonly<Record<Verlengreden, string>> = {
  bijna_bereikt: "Het doel is bijna bereikt",
  weken_uitgevallen: "Er vielen weken uit",
  borgen_in_klas: "Leerling en leraar moeten het nog samen volhouden",
  wacht_op_hulp: "Vervolghulp kan nog niet beginnen",
};

export const stopLabel: Readonly<Record<Stopreden, string>> = {
  past_niet: "Dit past niet bij wat nodig is",
  gezin_wil_niet: "Het gezin wil niet verder",
  niemand_beschikbaar: "Er is niemand die het kan doen",
  andere_hulp: "Andere hulp neemt het over",
  weg_van_school: "De leerling gaat van school",
};

/** Why nobody of the wijkteam can be asked, and what to do; nothing where somebody can be, or is. */
export const wijkteamWords: Readonly<Record<WijkteamStand, string | null>> = {
  te_vragen: null,
  gevraagd: null,
  houder: "Wie de regierol heeft, is van het wijkteam. Die is er al bij.",
  niet_in_toestemming:
    "Het wijkteam staat niet in de toestemming en hoort dus niets. De intern begeleider vraagt het eerst aan het gezin, met de knop Toestemming.",
  wacht_op_akkoord:
    "Het wijkteam kan nu niet worden gevraagd. Het gezin geeft eerst opnieuw akkoord op de regierol.",
  niet_in_team:
    "Er zit nu niemand van het wijkteam in dit team. Vraag het wijkteam wie jullie contact is. De intern begeleider zet die in het team: typ team.",
};

/** When the end is: agreed, or by when. */
function eindWords({ eindGeplandOp, eindUiterlijk }: TrajectGezien, vandaag: Temporal.PlainDate): string {
  if (eindGeplandOp) return `Gepland: ${formatDay(eindGeplandOp, vandaag)}`;
  return eindUiterlijk ? `Uiterlijk ${formatDay(eindUiterlijk, vandaag)}` : "Dit rust nu";
}

function tussenWords({ tussen, tussenUiterlijk, eind }: TrajectGezien, vandaag: Temporal.PlainDate): string {
  if (tussen) return `${tussenLabel[tussen.stand]}, op ${formatDate(tussen.op)}`;
  if (tussenUiterlijk) return `Uiterlijk ${formatDay(tussenUiterlijk, vandaag)}`;
  return eind ? "Niet gehouden" : "Dit rust nu";
}

/** For who reads the rest of the hulpvraag. */
export function trajectSection(gezien: HulpvraagGezien): Element[] {
  const { traject, vandaag } = gezien;
  if (!traject) return [];
  const { gestartOp, verlengd, eind, gestopt, genodigden } = traject;
  const names = genodigden.map(({ naam, functie }) => (functie ? `${naam}, ${functieNaam[functie]}` : naam));
  const running = traject.volgende.length > 0;
  return [
    section(
      "Traject van acht weken",
      facts([
        ["Startgesprek", formatDate(gestartOp)],
        ...(gestopt && !traject.tussen ? [] : [["Tussenevaluatie", tussenWords(traject, vandaag)] as const]),
        ...(verlengd
          ? [
              [
                "Verlengd",
                `${count(verlengd.weken, "schoolweek", "schoolweken")}, vanaf ${formatDate(verlengd.op)}. ${verlengLabel[verlengd.reden]}`,
              ] as const,
            ]
          : []),
        ...(running ? [["Eindevaluatie", eindWords(traject, vandaag)] as const] : []),
        ...(eind
          ? [["Eindevaluatie", `${trajectUitkomstLabel[eind.uitkomst]}, op ${formatDate(eind.op)}`] as const]
          : []),
        ...(gestopt
          ? [["Eerder gestopt", `${stopLabel[gestopt.reden]}, op ${formatDate(gestopt.op)}`] as const]
          : []),
        ...(names.length > 0 ? [["Uitgenodigd", names.join("; ")] as const] : []),
      ]),
      ...hints(gezien, traject),
    ),
  ];
}

/** What can be done next, to who can do so. */
function hints({ mag, stil }: HulpvraagGezien, traject: TrajectGezien): Element[] {
  const { eind, meerHulpOp, wijkteam, volgende } = traject;
  if (stil && mag.has("traject_stoppen"))
    return [paragraph("Er is geen toestemming, dus dit rust. Gaat het niet door? Stop dan het traject.")];
  if (volgende.length > 0) {
    if (!meerHulpOp) return [];
    const why = mag.has("traject_meer_hulp") ? wijkteamWords[wijkteam] : null;
    const open = wijkteam === "te_vragen" ? " Het wijkteam is nog niet gevraagd." : "";
    return [paragraph(`Er is meer hulp nodig.${open}`), ...(why ? [paragraph(why)] : [])];
  }
  if (!eind) return [];
  const next = nextWords(eind.uitkomst, mag);
  return next ? [paragraph(next)] : [];
}

function nextWords(uitkomst: TrajectUitkomst, mag: HulpvraagGezien["mag"]): string | null {
  switch (uitkomst) {
    case "doel_bereikt":
      return mag.has("afsluiting_voorstellen") ? "Is alles klaar? Kies: Afsluiten voorstellen." : null;
    case "meer_hulp_nodig":
      return mag.has("aanmelding_regelen")
        ? "Meld aan voor meer hulp: kies Aanpak regelen, en dan Loket en wijkteam."
        : null;
    case "deels":
    case "niet":
      return mag.has("terug_naar_schakelteam")
        ? "Bespreek met het gezin wat nu helpt. Weet je het samen niet? Kies: Terug naar schakelteam."
        : null;
  }
}

const press = (title: string, verb: string, token: Stamp): Action => submit({ title, verb, token });

export function trajectCard(gezien: HulpvraagGezien, token: Stamp): Card {
  const { mag, traject } = gezien;
  const running = traject && traject.volgende.length > 0;
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Traject van acht weken",
    ...(running ? {} : { lead: "Een startgesprek, halverwege een evaluatie en een evaluatie aan het eind." }),
    body: [
      ...(mag.has("traject_starten")
        ? [
            row({
              title: "Starten",
              lines: ["Is het startgesprek geweest? Dan begint het traject op die dag."],
              actions: [press("Start het traject", trajectVerb.vraagStart, token)],
            }),
          ]
        : []),
      ...(traject ? stepRows(gezien, traject, token) : []),
    ],
    fallbackText: "Traject van acht weken.",
  });
}

/** In the order in which they come; what cannot be done now is not there. */
function stepRows({ mag, vandaag }: HulpvraagGezien, traject: TrajectGezien, token: Stamp): Element[] {
  const { meerHulpOp, kanVragen, wijkteam } = traject;
  const rows: Element[] = [];
  if (mag.has("traject_tussen"))
    rows.push(
      row({
        title: "Tussenevaluatie",
        lines: [tussenWords(traject, vandaag)],
        actions: [press("Tussenevaluatie vastleggen", trajectVerb.vraagTussen, token)],
      }),
    );
  if (mag.has("traject_eind") || mag.has("traject_plannen"))
    rows.push(
      row({
        title: "Eindevaluatie",
        lines: [eindWords(traject, vandaag)],
        actions: [
          ...(mag.has("traject_plannen")
            ? [
                press(
                  traject.eindGeplandOp ? "Kies een andere dag" : "Plan de dag",
                  trajectVerb.vraagPlan,
                  token,
                ),
              ]
            : []),
          ...(mag.has("traject_eind")
            ? [press("Eindevaluatie vastleggen", trajectVerb.vraagEind, token)]
            : []),
        ],
      }),
    );
  if (mag.has("traject_meer_hulp") && (kanVragen || !meerHulpOp))
    rows.push(
      row({
        title: "Meer hulp nodig?",
        lines: [
          wijkteamWords[wijkteam] ??
            "Vraag het wijkteam bij de eindevaluatie. Dan ziet die zelf wat er nodig is.",
        ],
        actions: [press(kanVragen ? "Vraag het wijkteam" : "Leg vast", trajectVerb.vraagMeerHulp, token)],
      }),
    );
  else if (mag.has("traject_meer_hulp") && wijkteamWords[wijkteam])
    rows.push(row({ title: "Meer hulp nodig", lines: [wijkteamWords[wijkteam] ?? ""], actions: [] }));
  if (mag.has("traject_verlengen"))
    rows.push(
      row({
        title: "Verlengen",
        lines: ["Alleen bij uitzondering: één keer, en met een reden."],
        actions: [press("Verleng het traject", trajectVerb.vraagVerlengen, token)],
      }),
    );
  if (mag.has("traject_stoppen"))
    rows.push(
      row({
        title: "Eerder stoppen",
        lines: ["Gaat het niet door? Leg vast waarom."],
        actions: [press("Stop het traject", trajectVerb.vraagStoppen, token)],
      }),
    );
  return rows;
}

export const trajectWords = {
  dialogTitle: "Traject van acht weken",
  gestart: "Het traject staat erin. Ik herinner aan de tussenevaluatie en de eindevaluatie.",
  tussen: "De tussenevaluatie staat erin.",
  gepland: "De dag staat erin. Wie is uitgenodigd, hoort het.",
  uitgenodigd: "De uitnodiging is verstuurd. Wie je vroeg, leest de hulpvraag mee.",
  meerHulp: "Er staat dat er meer hulp nodig is.",
  verlengd: "Het traject is verlengd. Ik herinner aan de nieuwe eindevaluatie.",
  gestopt: "Het traject is gestopt.",
  geenGrondslag: "Dit kan alleen met geldige schriftelijke toestemming. Regel die eerst.",
  nietInToestemming:
    "Wie je koos, mag hier nu niet in lezen. De intern begeleider vraagt het eerst aan het gezin, met de knop Toestemming.",
} as const;

export const eindWoord: Readonly<Record<TrajectUitkomst, string>> = {
  doel_bereikt: "De eindevaluatie staat erin. Is alles klaar? Kies op de kaart: Afsluiten voorstellen.",
  deels: "De eindevaluatie staat erin. Bespreek met het gezin wat nu helpt.",
  niet: "De eindevaluatie staat erin. Bespreek met het gezin wat nu helpt, of ga terug naar het schakelteam.",
  meer_hulp_nodig:
    "De eindevaluatie staat erin. Meld aan voor meer hulp: Aanpak regelen, en dan Loket en wijkteam.",
};
