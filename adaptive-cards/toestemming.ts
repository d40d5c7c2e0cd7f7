/** What is said about a toestemming on the card of a hulpvraag: what there is, and what is still missing. */
import { type Antwoordsoort, type Functie, ibFuncties } from "#domain/code.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { Missing } from "#domain/toestemming.ts";
import { isNee } from "#domain/toestemming-antwoord.ts";
import type { DoelStand } from "#domain/toestemming-doel.ts";
import type { Verjaardag } from "#domain/verjaardag.ts";
import { type Element, notice, section } from "./card.ts";
import { list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { antwoordvormLabel, doelLabel, partijNaam } from "./toestemming-word.ts";
import {
  capital,
  count,
  domeinWords,
  formatDate,
  formatMonthName,
  functieNaam,
  join,
  partijLabel,
} from "./word.ts";

/** For who may see it; for all others there is nothing, as ever. */
export const unreadableWords = "Deze hulpvraag kan nu niet worden gelezen. Meld het nummer bij de beheerder.";

function sentence(missing: Missing): string {
  switch (missing.code) {
    case "gezag_controleren":
      return "Kijk na wie het gezag heeft.";
    case "geboortemaand_onmogelijk":
      return "De maand van geboorte klopt niet. Pas de hulpvraag aan.";
    case "niet_te_lezen":
      return unreadableWords;
    case "geen_grondslag":
      return "Er is nog geen toestemming vastgelegd.";
    case "geen_besluit_directeur":
      return "De directeur heeft hier nog niet over besloten.";
    case "toestemming_ontbreekt":
      return `Het antwoord van ${partijNaam[missing.partij]} ontbreekt nog.`;
    case "toestemming_ingetrokken":
      return `${capital(partijNaam[missing.partij])} trok de toestemming in. Ga in gesprek, of stel de vraag zonder naam.`;
    case "toestemming_geweigerd":
      return `${capital(partijNaam[missing.partij])} geeft geen toestemming. Ga in gesprek, of stel de vraag zonder naam.`;
    case "bezwaar_gemaakt":
      return `${capital(partijNaam[missing.partij])} heeft bezwaar. Ga in gesprek, of stel de vraag zonder naam.`;
    case "partij_onbereikbaar":
      return `${capital(partijNaam[missing.partij])} is niet te bereiken. Zonder antwoord kan het niet. Zoek verder, of laat de andere ouder de rechter om een besluit vragen.`;
    case "partij_wilsonbekwaam":
      return `${capital(partijNaam[missing.partij])} kan dit niet zelf beslissen. Kijk na wie dat nu doet.`;
    case "bewijs_ontbreekt":
      return `Het ja van ${partijNaam[missing.partij]} is niet te bewijzen. Vraag het op schrift.`;
    case "niet_geinformeerd":
      return `Stuur ook ${join(missing.partijen.map((partij) => partijNaam[partij]))} de informatie op schrift.`;
    case "niet_begrepen":
      return "De informatie is niet begrepen. Gebruik een tolk of vertaling en stuur haar opnieuw.";
    case "bezwaartermijn_loopt":
      return `Bezwaar kan nog tot en met ${formatDate(missing.tot)}. Bespreken kan vanaf ${formatDate(missing.vanaf)}. Kies een ronde op of na die dag.`;
    case "instemming_mag_niet":
      return missing.waarom === "gezondheid"
        ? "De vraag gaat over gezondheid. Dan is informeren niet genoeg. Vraag schriftelijke toestemming."
        : "In dit samenwerkingsverband is informeren niet genoeg. Vraag schriftelijke toestemming.";
    case "ander_onderwerp":
      return "De vraag gaat nu ook over iets anders dan waarvoor is gevraagd. Vraag opnieuw.";
    case "onderwerp_uitgesloten":
      return "Over dit onderwerp mag niet worden gesproken. Vraag opnieuw, of pas de vraag aan.";
    case "geen_partners_genoemd":
      return "Er staat nog geen partner in de toestemming.";
    case "toestemming_verlopen":
      return `Overleggen mag tot en met ${formatDate(missing.geldigTot)}. Vraag opnieuw toestemming, of informeer opnieuw.`;
    case "verjaardag":
      return birthdayWords(missing);
  }
}

/** For the ib alone, who knows the month of birth. */
function birthdayWords({ leeftijd, vanaf, grondslag }: Verjaardag): string {
  const month = formatMonthName(vanaf);
  const rule = leeftijd === 16 ? "beslist de leerling zelf" : "is ook het ja van de leerling nodig";
  const act =
    grondslag === "instemming" ? "stuur ook de leerling nu de informatie op schrift" : "vraag het nu";
  return `In ${month} wordt de leerling ${leeftijd}. Vanaf 1 ${month} ${rule}: ${act}.`;
}

/** That there is no toestemming yet goes without saying when it is said whose answer is missing. */
export function missingWords(missing: readonly Missing[]): string[] {
  const named = missing.some(({ code }) => code === "toestemming_ontbreekt");
  return missing.filter(({ code }) => !(named && code === "geen_grondslag")).map(sentence);
}

/** Above the card, after a press that could not be carried out. */
export function nogNietWords(missing: readonly Missing[]): string {
  return `Klaarzetten kan nog niet. ${missingWords(missing).join(" ")}`.trim();
}

type Stand = NonNullable<HulpvraagGezien["toestemming"]>;

/** Nothing while the intake is not whole, and nothing after the end. */
export function toestemmingSection({ toestemming, status, stap, vandaag, wat }: HulpvraagGezien): Element[] {
  if (!toestemming || stap < 3 || status === "ingetrokken") return [];
  if (status === "afgesloten") return afterClosing(toestemming);
  const waits = wat?.urgentie === "niet_wachten" && !toestemming.geldig;
  return [
    section(
      "Toestemming",
      ...standElements(toestemming, vandaag),
      ...(waits ? [notice("info", meanwhileWords)] : []),
    ),
  ];
}

/** Nothing is discussed any more: what was said, and since a no what is still being cleared away. */
function afterClosing(stand: Stand): Element[] {
  const lines = stand.antwoorden.map(answerLine);
  return lines.length > 0 ? [section("Toestemming", list(lines), ...clearing(stand))] : [];
}

/** It cannot wait, and it may not be discussed: what can be done today. */
const meanwhileWords =
  "Kan dit niet wachten? Bel vandaag met wie moet beslissen, of stel een adviesvraag zonder naam. Brengt vragen het kind in gevaar? Vraag de directeur om een besluit, bij Toestemming. Direct gevaar: bel 112, of Veilig Thuis 0800-2000.";

/** Who answered what, what it covers, until when, and what is missing. */
export function standElements(stand: Stand, vandaag: Temporal.PlainDate): Element[] {
  const lines = [...stand.antwoorden.map(answerLine), ...scopeLines(stand, vandaag)];
  return [
    ...(stand.geldig ? [paragraph(holdsWords[stand.grondslag ?? "schriftelijk"], { color: "Good" })] : []),
    ...(lines.length > 0 ? [list(lines)] : []),
    ...(stand.geldig
      ? []
      : [notice("warning", "Bespreken kan nog niet."), list(missingWords(stand.ontbreekt))]),
    ...pupilSays(stand),
    ...withoutVeto(stand),
    ...(stand.verjaardag ? [notice("warning", birthdayWords(stand.verjaardag))] : []),
    ...speakFirst(stand),
    ...notNamed(stand),
    ...clearing(stand),
  ];
}

/** A no of somebody whose no does not stop it is heard all the same (IVRK art. 12). */
function pupilSays({ geldig, antwoorden }: Stand): Element[] {
  const no = antwoorden.some(({ partij, soort }) => partij === "leerling" && isNee(soort));
  return geldig && no
    ? [
        notice(
          "info",
          "De leerling wil dit niet. Dat houdt de bespreking niet tegen. Praat erover en leg uit waarom.",
        ),
      ]
    : [];
}

/** While it holds, the no of anybody else is of somebody who does not decide (004 ch. 3; REGISTREER_BEZWAAR_ZONDER_VETO). */
function withoutVeto({ geldig, antwoorden }: Stand): Element[] {
  const heard = antwoorden.filter(({ partij, soort }) => partij !== "leerling" && isNee(soort));
  if (!geldig || heard.length === 0) return [];
  const who = join(heard.map(({ partij }) => partijNaam[partij]));
  return [
    smallPrint(
      `${capital(who)} ${heard.length > 1 ? "willen" : "wil"} dit niet, maar ${heard.length > 1 ? "beslissen" : "beslist"} er niet over. Leg uit waarom het doorgaat.`,
    ),
  ];
}

/** With ots the parents keep the gezag; the jeugdbeschermer is spoken with first (Jeugdwet 7.3.11, STEM_AF_MET_JEUGDBESCHERMER). */
function speakFirst({ afstemmen }: Stand): Element[] {
  const pleegouder = "gedeeltelijk_gezag_pleegouder";
  const whom = [
    ...(afstemmen.some((merk) => merk !== pleegouder) ? ["de jeugdbeschermer"] : []),
    ...(afstemmen.includes(pleegouder) ? ["de pleegouder"] : []),
  ];
  return whom.length > 0 ? [notice("info", `Stem dit af met ${join(whom)}.`)] : [];
}

const holdsWords: Record<NonNullable<Stand["grondslag"]>, string> = {
  schriftelijk: "De toestemming is rond.",
  instemming: "Er is geen bezwaar gemaakt. Deel alleen de naam en de vraag.",
  uitzondering: "De directeur heeft besloten dat het één keer mag.",
};

function scopeLines(stand: Stand, vandaag: Temporal.PlainDate): Sentence[] {
  const { partners, uitgesloten, doelen, informatie, nogVragen, geldig, geldigTot, verjaardag } = stand;
  const isAgreed = ({ ontbreekt }: DoelStand) => ontbreekt.length === 0;
  // Nothing else is agreed to while it may not even be spoken of.
  const others = geldig ? doelen : [];
  const more = others.filter(isAgreed).map(({ doel }) => doelLabel[doel].toLowerCase());
  return [
    ...(informatie ? informationLines(informatie, vandaag) : []),
    ...(partners.length > 0 ? [`Genoemd: ${join(partners.map((functie) => functieNaam[functie]))}.`] : []),
    ...(more.length > 0 ? [`Ook voor: ${join(more)}.`] : []),
    ...others.filter((one) => !isAgreed(one)).map(notAgreed),
    ...(uitgesloten.length > 0 ? [`Niet bespreken: ${domeinWords(uitgesloten).toLowerCase()}.`] : []),
    ...(geldig && geldigTot ? [`Geldig tot en met ${formatDate(geldigTot)}.`] : []),
    ...nogVragen.map(
      (partij) =>
        `Vraag ook ${partijNaam[partij]} wat die ervan vindt. Zonder antwoord kan het doorgaan${verjaardag ? ` tot 1 ${formatMonthName(verjaardag.vanaf)}` : ""}.`,
    ),
  ];
}

/** Who decides about treatment can be more people than who decides about the discussion. */
function notAgreed({ doel, ontbreekt }: DoelStand): Sentence {
  const who = ontbreekt.map((partij) => partijNaam[partij]);
  return `Nog niet voor ${doelLabel[doel].toLowerCase()}: het ja van ${join(who)} ontbreekt.`;
}

function informationLines(
  { verzondenOp, aan, bezwaarTot, toegezegdTot }: NonNullable<Stand["informatie"]>,
  vandaag: Temporal.PlainDate,
): Sentence[] {
  const over = Temporal.PlainDate.compare(bezwaarTot, vandaag) < 0;
  return [
    `Op schrift geïnformeerd op ${formatDate(verzondenOp)}: ${join(aan.map((partij) => partijNaam[partij]))}.`,
    over
      ? `De tijd voor bezwaar was tot en met ${formatDate(bezwaarTot)}. Bezwaar maken kan nog altijd.`
      : `Tijd voor bezwaar: tot en met ${formatDate(bezwaarTot)}.`,
    ...(!over && toegezegdTot && Temporal.PlainDate.compare(toegezegdTot, bezwaarTot) < 0
      ? [
          `In de brief staat een kortere tijd: tot en met ${formatDate(toegezegdTot)}. Vertel dat er langer tijd is.`,
        ]
      : []),
  ];
}

/** The own ib is always there; an ib who is not named can only be of another school that the SZT serves. */
export const isVanAndereSchool = (functie: Functie) => ibFuncties.some((one) => one === functie);

export function nietGenoemdNaam(functie: Functie): string {
  return isVanAndereSchool(functie) ? `${functieNaam[functie]} van een andere school` : functieNaam[functie];
}

/** Somebody at the table who sees nothing of it: the ib is told, and asks those who decide. */
function notNamed({ nietGenoemd, geldig, grondslag }: Stand): Element[] {
  if (nietGenoemd.length === 0) return [];
  const who = join(nietGenoemd.map(nietGenoemdNaam));
  const how =
    geldig && grondslag === "schriftelijk" && !nietGenoemd.every(isVanAndereSchool)
      ? " Moet die meedoen? Vraag eerst iedereen opnieuw, met Toestemming en dan Partner erbij."
      : "";
  return [
    smallPrint(
      `Ook aan tafel, maar niet genoemd: ${who}. ${nietGenoemd.length > 1 ? "Die zien" : "Die ziet"} hier niets van.${how}`,
    ),
  ];
}

/** Only the ib reads it, and who these are stands nowhere else. */
function stuckWords(bij: readonly string[]): string {
  if (bij.length === 0) return "Vraag de beheerder wie dat zijn.";
  const [some, rest] = [bij.slice(0, 6), bij.length - 6];
  const who = rest > 0 ? `${some.join(", ")} en nog ${count(rest, "collega", "collega's")}` : join(some);
  return `Vraag ${who} om het zelf te wissen.`;
}

/** After the ground fell away: what is still to be taken back from elsewhere. */
function clearing({ opruiming, geldig }: Stand): Element[] {
  if (!opruiming) return [];
  const { open, vast, bij = [] } = opruiming;
  if (open > 0)
    return [
      notice("warning", `Wordt overal weggehaald. Nog ${count(open, "bericht", "berichten")} te gaan.`),
    ];
  if (vast > 0)
    return [
      notice(
        "warning",
        `Weggehaald, behalve ${count(vast, "bericht", "berichten")} waar ik niet meer bij kan. ${stuckWords(bij)}`,
      ),
    ];
  return geldig ? [] : [paragraph("Overal weggehaald.", { color: "Good" })];
}

const soortWoord: Record<Exclude<Antwoordsoort, "toestemming">, string> = {
  akkoord: "is het ermee eens",
  weigering: "nee",
  ingetrokken: "ingetrokken",
  bezwaar: "bezwaar",
  geen_reactie: "gevraagd, nog geen antwoord",
};

function answerLine({
  partij,
  soort,
  op,
  vorm,
}: NonNullable<HulpvraagGezien["toestemming"]>["antwoorden"][number]): string {
  const what = soort === "toestemming" ? "ja" : soortWoord[soort];
  const how = soort === "toestemming" ? ` (${antwoordvormLabel[vorm].toLowerCase()})` : "";
  return `${partijLabel[partij]}: ${what}, op ${formatDate(op)}${how}.`;
}
