/** The line that stands on every card of a hulpvraag: what must happen now, and by whom. With the button that does it. */
import { aanmeldingPlekken, aanmeldingTermen } from "#domain/aanmelding.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { plekNaam } from "./aanmelding.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { type Action, buttons } from "./button.ts";
import type { Element } from "./card.ts";
import { canDo } from "./hulpvraag-action.ts";
import { periodWords } from "./regierol-word.ts";
import { taakLabel } from "./reminder.ts";
import { bold, paragraph } from "./text.ts";
import { formatDate, formatDay, formatMonthName, uncapital } from "./word.ts";

/** What must happen now; `acts` are the buttons that stand right under it, the first of them in colour. */
export interface Now {
  readonly text: string;
  readonly acts: readonly HulpvraagAct[];
}

type Rule = (gezien: HulpvraagGezien) => Now | null;

/** The first that says something. What this person can do goes before what is waited for. */
const rules: readonly Rule[] = [
  unreadable,
  ended,
  offered,
  standIn,
  asked,
  intake,
  refused,
  consent,
  stopped,
  parents,
  closing,
  handover,
  away,
  own,
  invited,
  paused,
  waiting,
];

export function nowOf(gezien: HulpvraagGezien): Now {
  for (const rule of rules) {
    const now = rule(gezien);
    if (now) return now;
  }
  return { text: "de intern begeleider is aan zet.", acts: [] };
}

export function nowElements(gezien: HulpvraagGezien, { text }: Now, actions: readonly Action[]): Element[] {
  return [
    ...(gezien.aanbod?.aanMij ? [paragraph([bold("Wil jij de regierol nemen?")])] : []),
    paragraph([bold("Nu:"), ` ${text}`]),
    ...(actions.length > 0 ? [buttons(actions)] : []),
  ];
}

function unreadable({ onleesbaar }: HulpvraagGezien): Now | null {
  return onleesbaar
    ? wait("deze hulpvraag kan niet worden gelezen. Meld het nummer bij de beheerder.")
    : null;
}

/** After the end something can be left to do; the task has its own button. */
function ended({ status, termijnen, vandaag, aanspreek }: HulpvraagGezien): Now | null {
  if (status !== "ingetrokken" && status !== "afgesloten") return null;
  const [left] = termijnen
    .filter(({ open, vanMij }) => open && vanMij)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.vervalt, b.vervalt));
  const what = left && taakLabel(left.soort, aanspreek);
  const first = what ? byDay({ what: uncapital(what), day: left.vervalt }, vandaag) : "niets meer.";
  return wait(`${first} Deze hulpvraag is ${status}.`);
}
function offered({ aanbod, aanspreek }: HulpvraagGezien): Now | null {
  if (!aanbod?.aanMij) return null;
  const text = `zeg ja of nee. ${aanspreekWords[aanspreek].akkoord}`;
  return { text, acts: ["aanbod_aannemen", "aanbod_weigeren"] };
}

/** Asked to stand in for the holder. */
function standIn({ waarneming, aanspreek, mag }: HulpvraagGezien): Now | null {
  if (!waarneming?.aanMij || !mag.has("waarneming_weigeren")) return null;
  const text = `zeg of je waarneemt ${periodWords(waarneming)}. ${aanspreekWords[aanspreek].akkoord}`;
  return { text, acts: ["waarneming_aannemen", "waarneming_weigeren"] };
}

/** The holder wants to give it on. Without a ground nobody can be asked, and the ib can still say no. */
function handover({ voorstel, mag, termijnen, vandaag, aanspreek }: HulpvraagGezien): Now | null {
  if (voorstel?.stand !== "voorgesteld" || !mag.has("overdracht_afwijzen")) return null;
  const term = termijnen.find(({ open, soort }) => open && soort === "overdracht_regierol");
  const { naam } = aanspreekWords[aanspreek];
  const aan = voorstel.aan ? ` aan ${voorstel.aan}` : "";
  const what = `${voorstel.door} wil de regierol overdragen${aan}. Praat met ${naam} en beslis`;
  return {
    text: term ? byDay({ what, day: term.vervalt }, vandaag) : `${what}.`,
    acts: ["overdracht_overnemen", "overdracht_afwijzen"],
  };
}

/** To the holder who is away. */
function away({ waarneming, mag }: HulpvraagGezien): Now | null {
  if (!waarneming?.voorMij || !waarneming.begonnen || !mag.has("weer_terug")) return null;
  const text = `je bent weg tot en met ${formatDate(waarneming.tot)}. ${waarneming.door} neemt waar.`;
  return { text, acts: ["weer_terug"] };
}

/** Discussed without the parents, or asked of the directeur: the usual ways wait, for they would tell the parents. */
function asked({ mag, uitzondering, status }: HulpvraagGezien): Now | null {
  if (!uitzondering) return null;
  if (uitzondering.vastleggen) {
    return { text: "leg vast wat er zonder de ouders is besproken.", acts: ["uitzondering_verslag"] };
  }
  if (uitzondering.stand === "gevraagd") {
    const text = `${uitzondering.directeur} besluit of het zonder de ouders mag. Bespreek nog niets.`;
    return { text, acts: ["toestemming_vastleggen"] };
  }
  // Discussed without them, or written down that they cannot be told yet.
  const kept = uitzondering.besproken || uitzondering.herzienOp !== null;
  if (kept && !uitzondering.oudersWeten && status !== "geagendeerd" && !mag.has("klaarzetten")) {
    const day = uitzondering.herzienOp ? ` Kijk er op ${formatDate(uitzondering.herzienOp)} weer naar.` : "";
    const text = `vertel de ouders nog niets als dat niet veilig is.${day}`;
    return { text, acts: ["uitzondering_ouders", "toestemming_vastleggen"] };
  }
  return null;
}

function intake({ mag, stap }: HulpvraagGezien): Now | null {
  if (mag.has("intake_verder") && stap < 3) {
    return { text: `vul de laatste ${stap === 1 ? "twee stappen" : "stap"} in.`, acts: ["intake_verder"] };
  }
  return mag.has("klaarzetten")
    ? { text: "zet de hulpvraag klaar voor de overlegronde.", acts: ["klaarzetten"] }
    : null;
}

/** Somebody who decides said no: that is talked about before anything is asked again. */
function refused({ mag, status, toestemming, termijnen }: HulpvraagGezien): Now | null {
  const talk = termijnen.some(({ open, soort }) => open && soort === "gesprek_ouders");
  if (!talk || !mag.has("toestemming_vastleggen") || toestemming?.geldig !== false) return null;
  const alone = status === "concept" ? "" : " Alleen de ib en coo zien deze hulpvraag nu nog.";
  return { text: `praat met wie nee zei.${alone}`, acts: ["toestemming_vastleggen"] };
}

function consent({ mag, status, toestemming }: HulpvraagGezien): Now | null {
  if (!mag.has("toestemming_vastleggen") || toestemming?.geldig !== false) return null;
  const text =
    status === "concept"
      ? "regel de toestemming."
      : "regel opnieuw toestemming. Tot dan zien alleen de ib en coo deze hulpvraag.";
  return { text, acts: ["toestemming_vastleggen", "brief_maken"] };
}

/** There is no ground now. Why is not said: who may know that it waits hears no more than that (004 §1.8). */
function stopped({ stil, mag, wat, regierol }: HulpvraagGezien): Now | null {
  const waits = stil || (!wat && regierol?.vanMij === true);
  return waits && !mag.has("toestemming_vastleggen")
    ? wait("stop. Gebruik niets van deze hulpvraag, tot de intern begeleider je iets anders laat weten.")
    : null;
}

function parents(gezien: HulpvraagGezien): Now | null {
  if (!canDo(gezien, "terugkoppeling")) return null;
  const open = (soort: string) => gezien.termijnen.some((term) => term.open && term.soort === soort);
  const thinking = open("akkoord_regierol") && !open("terugkoppeling_ouders");
  const { naam, vraagAkkoord } = aanspreekWords[gezien.aanspreek];
  const text = thinking ? vraagAkkoord : `vertel ${naam} wat er is besloten.`;
  return { text: `${text}${writtenFirst(gezien)}`, acts: ["terugkoppeling", "brief_maken"] };
}

/** After instemming the besluit stands; nobody takes the regierol before the parents have said yes in writing. */
function writtenFirst({ besluit, toestemming, aanspreek }: HulpvraagGezien): string {
  const lacks =
    toestemming?.grondslag === "instemming" && besluit?.besluiten.includes("regierol_toewijzen") === true;
  return lacks ? ` ${aanspreekWords[aanspreek].schriftelijk}` : "";
}

function closing({ mag, afsluiting, status }: HulpvraagGezien): Now | null {
  if (status !== "in_uitvoering" || !afsluiting.voorgesteld) return null;
  return mag.has("afsluiting_bevestigen")
    ? { text: "bekijk of de hulpvraag dicht kan.", acts: ["afsluiting_bevestigen"] }
    : wait("de intern begeleider kijkt of de hulpvraag dicht kan.");
}

const work = {
  eerste_contact: (naam) => `neem contact op met ${naam}`,
  giz: () => "leg de GIZ vast",
  voortgang: () => "meld hoe het gaat",
} as const satisfies Partial<Record<HulpvraagAct, (naam: string) => string>>;

interface Duty {
  readonly act: HulpvraagAct;
  readonly what: string;
  readonly day: Temporal.PlainDate;
  /** It was agreed for that very day. */
  readonly gepland?: boolean;
  /** No term says by when; the day only says what goes first. */
  readonly zonderDag?: true;
}

/** What this person does first in the running hulpvraag: what is due first. */
function own(gezien: HulpvraagGezien): Now | null {
  const { vandaag, mag } = gezien;
  if (mag.has("ander_regierol_aanbod") && !gezien.aanbod?.geldt) return askAnother(gezien);
  if (mag.has("loket_afsluiten")) {
    const { naam } = aanspreekWords[gezien.aanspreek];
    const text = `vertel ${naam} wat het Loket zegt. Sluit de hulpvraag daarna af.`;
    return { text, acts: ["aanmelding_regelen"] };
  }
  const [first] = dutiesOf(gezien).toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
  if (first) return { text: first.zonderDag ? `${first.what}.` : byDay(first, vandaag), acts: [first.act] };
  return mag.has("agenderen") ? { text: putOnWords(gezien), acts: ["agenderen"] } : null;
}

/** The approach stands still; what goes on all the same was said before this. */
function paused({ pauze, mag }: HulpvraagGezien): Now | null {
  if (!pauze || !mag.has("pauze_stoppen")) return null;
  return { text: `even niets. De pauze duurt tot en met ${formatDate(pauze.tot)}.`, acts: ["pauze_stoppen"] };
}

/** On a day from which the pupil must say yes as well it cannot go, as long as that yes is not there. */
function putOnWords({ toestemming }: HulpvraagGezien): string {
  const birthday = toestemming?.verjaardag;
  const before = birthday ? ` Kies een ronde vóór 1 ${formatMonthName(birthday.vanaf)}.` : "";
  return `zet de hulpvraag op een agenda.${before}`;
}

/** Goes before one's own actie, whatever is due first: until somebody says yes the child has no holder. */
function askAnother({ termijnen, weigeringen, vandaag, regierol, aanspreek }: HulpvraagGezien): Now {
  if (regierol?.soort === "actief") {
    const text = `vraag ${aanspreekWords[aanspreek].naam} opnieuw akkoord op de regierol. Het eerdere ja telt niet meer. Tot die tijd staat het werk van ${regierol.houder} stil.`;
    return { text, acts: ["ander_regierol_aanbod"] };
  }
  const no = weigeringen.at(-1);
  const term = termijnen.find(({ open, soort }) => open && soort === "nieuw_aanbod");
  const day = term && !term.teLaat ? `, uiterlijk ${formatDay(term.vervalt, vandaag)}` : "";
  const text = `${no ? `${no.naam} zei nee. Vraag` : "vraag"} iemand anders voor de regierol${day}.`;
  return { text: term?.teLaat ? `${text} Dit is te laat.` : text, acts: ["ander_regierol_aanbod"] };
}

function byDay({ what, day, gepland }: Omit<Duty, "act">, vandaag: Temporal.PlainDate): string {
  const late = Temporal.PlainDate.compare(day, vandaag) < 0;
  if (gepland && !late) return `${what}, gepland: ${formatDay(day, vandaag)}.`;
  return late ? `${what}. Dit is te laat.` : `${what}, uiterlijk ${formatDay(day, vandaag)}.`;
}

/** Of the wijkteam, for the end of a traject. */
function invited({ traject, vandaag }: HulpvraagGezien): Now | null {
  if (!traject?.voorMij) return null;
  const { eindGeplandOp } = traject;
  return wait(
    eindGeplandOp
      ? `kom naar de eindevaluatie van het traject: ${formatDay(eindGeplandOp, vandaag)}.`
      : "je bent gevraagd voor de eindevaluatie van het traject. De dag volgt.",
  );
}

function dutiesOf(gezien: HulpvraagGezien): readonly Duty[] {
  const { mag, termijnen, acties, aanspreek } = gezien;
  const terms = termijnen.flatMap(({ open, gepauzeerd, soort, vervalt }): Duty[] => {
    const act = (Object.keys(work) as (keyof typeof work)[]).find((one) => one === soort);
    return act && open && !gepauzeerd && mag.has(act)
      ? [{ act, what: work[act](aanspreekWords[aanspreek].naam), day: vervalt }]
      : [];
  });
  const own = acties
    .filter(({ vanMij, gedaan }) => vanMij && !gedaan && mag.has("actie_gedaan"))
    .map(({ datum }): Duty => ({ act: "actie_gedaan", what: "doe je actie", day: datum }));
  const usual = [...terms, ...own, ...loketDuties(gezien)];
  const first = usual.map(({ day }) => day).toSorted(Temporal.PlainDate.compare)[0];
  // Ahead of its own week only when nothing else comes before it.
  const soon = gezien.vandaag.add(evaluatieVooraf);
  const until = [soon, ...(first ? [first] : []), ...(gezien.pauze ? [gezien.pauze.tot] : [])]
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  return [
    ...usual,
    ...trajectDuties(gezien, until ?? soon),
    ...wachtDuties(gezien, until ?? soon),
    ...wijkteamDuties(gezien),
  ];
}

/** More help is needed, and the family has not said yet that the wijkteam may hear of it: the ib asks them. */
function wijkteamDuties(gezien: HulpvraagGezien): readonly Duty[] {
  const { mag, traject, aanmeldingen, vandaag, aanspreek, stil } = gezien;
  const asks =
    traject?.meerHulpOp && traject.volgende.length > 0 && traject.wijkteam === "niet_in_toestemming";
  // An application there asked the family already.
  if (
    !asks ||
    stil ||
    !mag.has("toestemming_vastleggen") ||
    aanmeldingen.some(({ bij }) => bij === "wijkteam")
  )
    return [];
  const what = `vraag ${aanspreekWords[aanspreek].naam} of het wijkteam mee mag kijken`;
  const day = traject.eindGeplandOp ?? traject.eindUiterlijk ?? vandaag;
  return [{ act: "toestemming_vastleggen", what, day, zonderDag: true }];
}

/** An evaluation is held when it is time, and not before: it stands there in its own week. */
const evaluatieVooraf = { days: 7 };

/** A day that was agreed for the end stands in the place of its last day. */
function trajectDuties(
  { mag, termijnen, traject }: Pick<HulpvraagGezien, "mag" | "termijnen" | "traject">,
  until: Temporal.PlainDate,
): readonly Duty[] {
  return termijnen
    .filter(({ open, vanMij, gepauzeerd }) => open && vanMij && !gepauzeerd)
    .flatMap(({ soort, vervalt }): Duty[] => {
      if (soort === "traject_tussenevaluatie" && mag.has("traject_tussen"))
        return [{ act: "traject_tussen", what: "houd de tussenevaluatie van het traject", day: vervalt }];
      if (soort !== "traject_eindevaluatie" || !mag.has("traject_eind")) return [];
      const planned = traject?.eindGeplandOp ?? null;
      const what = "houd de eindevaluatie van het traject";
      return [{ act: "traject_eind", what, day: planned ?? vervalt, gepland: planned !== null }];
    })
    .filter(({ day }) => Temporal.PlainDate.compare(day, until) <= 0);
}

function wachtDuties(
  { mag, termijnen, vandaag, wachtlijst, stil }: HulpvraagGezien,
  soon: Temporal.PlainDate,
): readonly Duty[] {
  const due = (kind: string, act: HulpvraagAct, what: string): Duty[] =>
    termijnen
      .filter(({ open, vanMij, soort }) => open && vanMij && soort === kind && mag.has(act))
      .filter(({ vervalt }) => Temporal.PlainDate.compare(vervalt, soon) <= 0)
      .map(({ vervalt }) => ({ act, what, day: vervalt }));
  const bridges = mag.has("overbrugging_regelen") && !stil;
  const gone = wachtlijst.some(({ overbrugging }) => overbrugging?.doorWeg);
  const unsaid = wachtlijst.some(({ overbruggingOpen }) => overbruggingOpen);
  const loose = (is: boolean, act: HulpvraagAct, what: string, day: Temporal.PlainDate): Duty[] =>
    bridges && is ? [{ act, what, day, zonderDag: true }] : [];
  return [
    ...due("wachtlijst_controle", "wachtlijst_nagaan", "vraag na hoe het op de wachtlijst staat"),
    ...due("overbrugging_einde", "overbrugging_regelen", "beslis over de overbrugging"),
    ...loose(gone, "wachtlijst_regelen", "kies wie de overbrugging nu doet", vandaag),
    ...loose(unsaid, "overbrugging_regelen", "kies of er overbruggingszorg komt", soon),
  ];
}

function loketDuties({ mag, termijnen }: Pick<HulpvraagGezien, "mag" | "termijnen">): readonly Duty[] {
  if (!mag.has("aanmelding_regelen")) return [];
  return aanmeldingPlekken.flatMap((bij) =>
    termijnen
      .filter(
        ({ open, vanMij, soort }) => open && vanMij && aanmeldingTermen[bij].some((one) => one === soort),
      )
      .map(({ soort, vervalt }) => ({
        act: "aanmelding_regelen" as const,
        what:
          soort === "loket_versturen"
            ? "verstuur de aanmelding bij het Loket"
            : `vraag na hoe het staat bij ${plekNaam[bij]}`,
        day: vervalt,
      })),
  );
}

/** Somebody else is next; who, and until when. */
function waiting(gezien: HulpvraagGezien): Now | null {
  const { status, ronde, aanbod, besluit, regierol, kring } = gezien;
  const { naam } = aanspreekWords[gezien.aanspreek];
  switch (status) {
    case "klaargezet":
      return wait("de intern begeleider zet de hulpvraag op een agenda.");
    case "geagendeerd":
      if (ronde?.nietGehouden) return notHeld(gezien);
      return wait(
        `${kring ? "jullie bespreken" : "het team bespreekt"} dit${ronde ? ` op ${formatDate(ronde.datum)}` : ""}.`,
      );
    case "besproken":
      if (aanbod?.geldt) return wait(`${aanbod.naam} zegt ja of nee tegen de regierol.`);
      if (besluit && !besluit.oudersVerteld && !besluit.verzwegen)
        return wait(`de intern begeleider vertelt het ${naam}.`);
      return null;
    case "in_uitvoering":
      if (!regierol) return null;
      return regierol.vanMij
        ? wait(`houd contact met ${naam} en bewaak de afspraken.`)
        : wait(
            `${regierol.houder} ${gezien.waarneming?.begonnen ? "neemt de regie waar" : "heeft de regie"} en bewaakt de afspraken.`,
          );
    default:
      return null;
  }
}

/** Without this it would wait for a day that is over. */
function notHeld({ mag }: HulpvraagGezien): Now {
  if (mag.has("van_agenda")) {
    const text = "deze ronde is niet gehouden. Haal de hulpvraag eraf, dan kun je een andere ronde kiezen.";
    return { text, acts: ["van_agenda"] };
  }
  return wait("deze ronde is niet gehouden. De intern begeleider kiest een andere.");
}

function wait(text: string): Now {
  return { text, acts: [] };
}
