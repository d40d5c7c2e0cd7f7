/**
 * The log in words that parents can read: who saw or did what, when and why that was allowed. The same lines stand in
 * the dialog of the ib and in the copy that parents get.
 */
import { z } from "zod/v4";
import { type Functie, ibFuncties, type Partij } from "#domain/code.ts";
import type { Gegevens, ZaakGebeurtenis, ZaakSoort } from "#domain/gebeurtenis.ts";
import { type Kijker, kijkersVan, type LogGezien, type LogRegel, type Wie } from "#domain/log-view.ts";
import type { Relatie } from "#domain/relatie.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { plekNaam, stapLabel } from "./aanmelding.ts";
import { briefLabel, taalLabel } from "./brief.ts";
import { openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, row, section } from "./card.ts";
import { logVerb } from "./log-verb.ts";
import { pauzeOmdat } from "./pauze.ts";
import { weigerredenLabel } from "./regierol-dialog.ts";
import { voorstelRedenLabel } from "./regierol-word.ts";
import { reviewLabel, termLabel, uitstelredenLabel } from "./reminder.ts";
import { paragraph, smallPrint } from "./text.ts";
import { doelLabel, partijNaam } from "./toestemming-word.ts";
import { stopLabel, trajectUitkomstLabel, tussenLabel, verlengLabel } from "./traject.ts";
import { afwijsredenLabel } from "./verslag-word.ts";
import { hoeLabel, werktLabel } from "./voortgang.ts";
import {
  doelcheckLabel,
  geenRedenLabel,
  hulpNaam,
  overbruggingBesluitLabel,
  overbruggingDoelLabel,
  overbruggingSoortLabel,
  verlengRedenLabel,
  wachtAntwoordLabel,
  wekenWords,
} from "./wachtlijst-word.ts";
import { wisWeigerredenLabel } from "./wissing.ts";
import {
  afsluitredenLabel,
  besluitLabel,
  capital,
  count,
  domeinWords,
  formatDate,
  formatTime,
  functieNaam,
  gizLabel,
  grondslagLabel,
  join,
  uncapital,
} from "./word.ts";

const date = (text: string): string => formatDate(Temporal.PlainDate.from(text));
const parties = (partijen: readonly Partij[]): string =>
  partijen.length === 0 ? "niemand" : join(partijen.map((partij) => partijNaam[partij]));
const functions = (functies: readonly Functie[]): string =>
  functies.length === 0 ? "niemand" : join(functies.map((functie) => functieNaam[functie]));

/** Null: it follows from another line, which says it already. */
type Words = { readonly [Soort in ZaakSoort]: ((gegevens: Gegevens<Soort>, aan: string) => string) | null };

const words: Words = {
  gelezen: ({ naam, wat }) => {
    if (naam && wat) return "Zag de naam en wat er is opgeschreven.";
    return naam ? "Zag de naam." : "Zag wat er is opgeschreven, zonder de naam.";
  },
  logboek_bekeken: () => "Keek in dit logboek.",
  kanaalregel_vrijgegeven: ({ bijgewerkt }) =>
    bijgewerkt
      ? "Werkte de regel in het kanaal van het team bij. Daar staat geen naam in."
      : "Zette een regel in het kanaal van het team: het nummer en hoe ver het is. Geen naam.",

  hulpvraag_gestart: () => "Begon de hulpvraag.",
  intake_bewaard: ({ stap }) => `Vulde stap ${stap} van de hulpvraag in.`,
  tekst_behouden: () => "Liet iets in een tekst staan waar Zorgronde een vraag over stelde.",
  hulpvraag_klaargezet: () => "Zette de hulpvraag klaar voor het overleg.",
  hulpvraag_ingetrokken: () => "Trok de hulpvraag in. Daarna stopte alles.",
  geagendeerd: ({ ronde }) => `Zette de hulpvraag op de agenda van het overleg van ${date(ronde)}.`,
  genodigden_gekozen: ({ gevraagd, af }) =>
    `Koos wie alleen hiervoor komt. Gevraagd: ${functions(gevraagd)}. Niet meer gevraagd: ${functions(af)}.`,
  van_agenda_gehaald: () => "Haalde de hulpvraag van de agenda.",
  punt_begonnen: () => "Begon in het overleg aan de hulpvraag.",
  punt_verlengd: ({ minuten }) => `Gaf de hulpvraag in het overleg meer tijd: ${minuten} minuten.`,
  inbrenger_gekozen: () => "Koos wie de hulpvraag in het overleg vertelt.",
  bijdrage_gegeven: () => "Gaf antwoord op de vraag of het kind daar bekend is.",

  gezag_gecontroleerd: () => "Controleerde wie het gezag heeft.",
  toestemming_vastgelegd: ({ ja, nee, partners, doelen = [], uitgesloten = [], geldig_tot }) =>
    [
      `Legde toestemming vast tot en met ${date(geldig_tot)}. Ja van ${parties(ja)}.`,
      ...(nee.length > 0 ? [`Nee van ${parties(nee)}.`] : []),
      `Genoemd: ${functions(partners)}.`,
      ...(doelen.length > 0 ? [`Voor: ${join(doelen.map((doel) => uncapital(doelLabel[doel])))}.`] : []),
      ...(uitgesloten.length > 0 ? [`Niet over: ${uncapital(domeinWords(uitgesloten))}.`] : []),
    ].join(" "),
  ouders_geinformeerd_instemming: ({ verzonden_op, aan, partners, bezwaar_tot }) =>
    `Legde vast dat ${parties(aan)} op ${date(verzonden_op)} schriftelijk bericht kreeg: bezwaar kan tot en met ${date(bezwaar_tot)}. Genoemd: ${functions(partners)}.`,
  toestemming_uitgebreid: ({ partners }) =>
    `Legde vast dat ook deze mensen mee mogen praten: ${functions(partners)}.`,
  uitbreiding_geweigerd: ({ partners, nee }) =>
    `Legde vast dat ${parties(nee)} nee zei tegen: ${functions(partners)}.`,
  toestemming_ingetrokken: ({ partij, op }) =>
    `Legde vast dat ${partijNaam[partij]} de toestemming introk, op ${date(op)}.`,
  bezwaar_gemaakt: ({ partij, op }) => `Legde vast dat ${partijNaam[partij]} bezwaar maakte, op ${date(op)}.`,
  toestemming_verlopen: () => "De toestemming liep af. De hulpvraag staat op geen agenda meer.",
  opruiming_begonnen: () => "Haalde de hulpvraag weg bij wie haar niet meer mag zien.",

  uitzondering_gevraagd: ({ ronde, kring }) =>
    `Vroeg de directeur of het overleg van ${date(ronde)} één keer zonder de ouders mocht, met ${count(kring, "persoon", "mensen")}.`,
  uitzondering_besloten: ({ besluit, kring }) =>
    besluit === "ja"
      ? `Besloot als directeur dat het één keer zonder de ouders mocht, met ${count(kring, "persoon", "mensen")}.`
      : "Besloot als directeur dat het niet zonder de ouders mocht.",
  uitzondering_teruggenomen: () => "Nam dat besluit terug: het mocht niet meer zonder de ouders.",
  uitzondering_ingetrokken: () => "Trok de vraag aan de directeur in.",
  uitzondering_gebruikt: ({ ronde }) => `Het overleg van ${date(ronde)} sprak erover zonder de ouders.`,
  uitzondering_vervallen: () => "Het besluit van de directeur geldt niet meer. Er is niet over gesproken.",
  uitzondering_vastgelegd: () => "Schreef op wat er zonder de ouders is besproken.",
  ouders_achteraf: ({ verteld_op, herzien_op }) =>
    verteld_op
      ? `Vertelde de ouders op ${date(verteld_op)} achteraf dat erover was gesproken.`
      : `Vertelde het de ouders nog niet. Kijkt opnieuw${herzien_op ? ` op ${date(herzien_op)}` : ""}.`,

  brief_gemaakt: (brief) => `Maakte een brief. ${letter(brief)}`,
  brief_opgehaald: (brief) => `Haalde een brief op. ${letter(brief)}`,

  besluit_vastgelegd: ({ besluiten, acties }) =>
    [
      `Legde het besluit van het overleg vast: ${join(besluiten.map((one) => uncapital(besluitLabel[one]))) || "niets"}.`,
      ...(acties > 0 ? [`Met ${count(acties, "actie", "acties")}.`] : []),
    ].join(" "),
  actie_afgesproken: () => "Sprak een actie af.",
  actie_gedaan: () => "Meldde dat een actie klaar is.",
  actie_verzet: ({ van, naar }) => `Zette een actie van ${date(van)} op ${date(naar)}.`,
  actie_overdracht_gevraagd: (_, aan) => `Vroeg of iemand een actie wil overnemen: ${aan}.`,
  actie_overdracht_ingetrokken: () => "Trok de vraag om een actie over te nemen in.",
  actie_overdracht_geweigerd: ({ reden }) =>
    `Nam een actie niet over: ${uncapital(weigerredenLabel[reden])}.`,
  actie_overgenomen: () => "Nam een actie over.",
  ouders_geinformeerd: ({ verteld_op, akkoord, van }) =>
    `Legde vast dat het besluit op ${date(verteld_op)} is verteld. ${answered[akkoord](parties(van))}`,
  regierol_aangeboden: (_, aan) => `Vroeg of iemand de regierol wil nemen: ${aan}.`,
  regierol_aanvaard: () => "Nam de regierol.",
  regierol_waargenomen: (_, aan) =>
    `Wie de regierol had, werkt niet meer in het team. Neemt de regierol waar: ${aan}.`,
  regierol_vraag_vervallen: () => "Wie voor de regierol was gevraagd, werkt niet meer in het team.",
  regierol_onbeantwoord: () => "Er kwam op tijd geen antwoord over de regierol. De vraag verviel.",
  overdracht_voorgesteld: ({ reden }, aan) =>
    `Stelde voor de regierol over te dragen${aan ? ` aan ${aan}` : ""}: ${uncapital(voorstelRedenLabel[reden])}.`,
  overdracht_afgewezen: () => "Droeg de regierol nog niet over.",
  overdracht_ingetrokken: () => "Hield de regierol toch zelf.",
  waarneming_afgesproken: ({ van, tot }, aan) =>
    `Sprak af wie de regierol waarneemt van ${date(van)} tot en met ${date(tot)}: ${aan}.`,
  waarneming_geweigerd: ({ reden }) =>
    `Kan de regierol niet waarnemen: ${uncapital(weigerredenLabel[reden])}.`,
  waarneming_begonnen: (_, aan) => `Wie de regierol heeft, is weg. Neemt waar: ${aan}.`,
  waarneming_voorbij: (_, aan) => `Wie de regierol had, is terug: ${aan}.`,
  waarneming_vervallen: () => "De afgesproken waarneming van de regierol ging niet door.",
  expert_gekoppeld: (_, aan) => `Vroeg iemand om mee te denken: ${aan}.`,
  expert_ontkoppeld: (_, aan) => `Denkt niet meer mee: ${aan}.`,
  regierol_geweigerd: ({ reden }) => `Nam de regierol niet: ${uncapital(weigerredenLabel[reden])}.`,
  eerste_contact_vastgelegd: ({ op }) => `Meldde het eerste contact, op ${date(op)}.`,
  voortgang_vastgelegd: ({ op, hoe }) =>
    `Meldde de voortgang, op ${date(op)}${hoe ? `: ${uncapital(hoeLabel[hoe])}` : ""}.`,
  giz_vastgelegd: ({ uitkomst }) =>
    `Legde vast hoe het staat met het samen inschatten van wat nodig is (GIZ): ${uncapital(gizLabel[uitkomst])}.`,
  review_vastgelegd: ({ uitkomst, werkt }) =>
    `Keek terug of de aanpak werkt${werkt ? ` (${uncapital(werktLabel[werkt])})` : ""}: ${uncapital(reviewLabel[uitkomst])}.`,
  pauze_begonnen: ({ reden, tot }) =>
    `Zette de aanpak stil tot en met ${date(tot)}, omdat ${pauzeOmdat[reden]}.`,
  pauze_gestopt: () => "Ging weer verder met de aanpak.",
  aanmelding_verstuurd: ({ bij, op, akkoord_op, van }) =>
    `Legde vast dat op ${date(op)} is aangemeld bij ${plekNaam[bij]}. Akkoord van ${parties(van)}, op ${date(akkoord_op)}.`,
  niet_aangemeld: ({ bij }) => `Legde vast dat er niet wordt aangemeld bij ${plekNaam[bij]}.`,
  aanmelding_gevolgd: ({ bij, stap, op }) =>
    `Legde vast hoe het staat bij ${plekNaam[bij]}: ${uncapital(stapLabel[stap])}, op ${date(op)}.`,
  traject_gestart: ({ op }) => `Begon een traject van acht weken, met een startgesprek op ${date(op)}.`,
  tussenevaluatie_gehouden: ({ op, stand, meer_hulp }) =>
    `Legde de tussenevaluatie van ${date(op)} vast: ${uncapital(tussenLabel[stand])}.${meer_hulp ? " Er is meer hulp nodig." : ""}`,
  traject_meer_hulp: () => "Legde vast dat er meer hulp nodig is dan het traject.",
  eindevaluatie_gepland: ({ op }) => `Plande de eindevaluatie van het traject op ${date(op)}.`,
  wijkteam_uitgenodigd: (_, aan) => `Vroeg het wijkteam bij de eindevaluatie van het traject: ${aan}.`,
  wijkteam_afgezegd: (_, aan) => `Hoeft niet meer bij de eindevaluatie te zijn: ${aan}.`,
  traject_verlengd: ({ op, reden, schoolweken }) =>
    `Verlengde het traject op ${date(op)} met ${count(schoolweken, "schoolweek", "schoolweken")}: ${uncapital(verlengLabel[reden])}.`,
  eindevaluatie_gehouden: ({ op, uitkomst }) =>
    `Legde de eindevaluatie van ${date(op)} vast: ${uncapital(trajectUitkomstLabel[uitkomst])}.`,
  traject_gestopt: ({ op, reden }) =>
    `Stopte het traject eerder, op ${date(op)}: ${uncapital(stopLabel[reden])}.`,
  wachtplek_vastgelegd: ({ soort, sinds }) =>
    `Legde vast dat er wordt gewacht op ${hulpNaam[soort]}, sinds ${date(sinds)}.`,
  wachtplek_aangepast: ({ soort, sinds }) =>
    `Paste aan wat er staat over het wachten op ${hulpNaam[soort]}, sinds ${date(sinds)}.`,
  wachtlijst_nagevraagd: ({ soort, antwoord, op, weken }) =>
    `Legde vast hoe het staat met het wachten op ${hulpNaam[soort]}: ${uncapital(wachtAntwoordLabel[antwoord])}, op ${date(op)}${weken === null ? "" : ` (${wekenWords(weken)} gewacht)`}.`,
  overbrugging_afgesproken: ({ bij, soort, doel, tot }) =>
    `Sprak overbrugging af tijdens het wachten op ${hulpNaam[bij]}: ${uncapital(overbruggingSoortLabel[soort])}, tot en met ${date(tot)}. Doel: ${uncapital(overbruggingDoelLabel[doel])}.`,
  overbrugging_bekeken: ({ bij, besluit, doelcheck, reden, tot }) =>
    `Besliste over de overbrugging tijdens het wachten op ${hulpNaam[bij]}: ${uncapital(overbruggingBesluitLabel[besluit])}${tot ? ` tot en met ${date(tot)}` : ""}${reden ? `, omdat: ${uncapital(verlengRedenLabel[reden])}` : ""}. Het doel: ${uncapital(doelcheckLabel[doelcheck])}.`,
  geen_overbrugging: ({ bij, reden }) =>
    `Legde vast dat er geen overbrugging is tijdens het wachten op ${hulpNaam[bij]}: ${uncapital(geenRedenLabel[reden])}.`,
  terug_naar_schakelteam: () => "Gaf de hulpvraag terug aan het schakelteam.",
  afsluiting_voorgesteld: ({ reden }) =>
    `Stelde voor om af te sluiten: ${uncapital(afsluitredenLabel[reden])}.`,
  afsluiting_afgewezen: () => "Sloot nog niet af.",
  hulpvraag_afgesloten: ({ reden, verteld_op }) =>
    `Sloot de hulpvraag af: ${uncapital(afsluitredenLabel[reden])}. Verteld op ${date(verteld_op)}.`,

  rechten_bekeken: () => "Bekeek wat er is vastgelegd, om een vraag van ouders of leerling te beantwoorden.",
  leerling_gezocht: () => "Zocht de leerling op, om een vraag van ouders of leerling te beantwoorden.",
  verzoek_vastgelegd: ({ recht }) => `Legde een verzoek vast: ${recht}.`,
  verzoek_afgewezen: ({ recht }) => `Kon een verzoek niet uitvoeren: ${recht}.`,
  inzage_opgehaald: () => "Haalde een kopie op van alles wat er staat.",
  gecorrigeerd: ({ velden }) => `Paste gegevens aan: ${count(velden.length, "veld", "velden")}.`,
  wijziging_voorgesteld: () => "Stelde voor om iets in het verslag te veranderen.",
  wijziging_overgenomen: () => "Zette een voorgestelde wijziging als notitie bij het besluit.",
  wijziging_afgewezen: ({ reden }) =>
    `Nam een voorgestelde wijziging niet over: ${uncapital(afwijsredenLabel[reden])}.`,
  correctie_genoteerd: () => "Zette een notitie bij een besluit of actie.",
  langer_bewaren: ({ tot }) => `Legde vast dat de gegevens langer blijven, tot en met ${date(tot)}.`,
  bewaring_beeindigd: () => "Legde vast dat de gegevens niet langer hoeven te blijven.",
  wissen_aangekondigd: ({ wissen_op }) => `Kondigde aan dat de gegevens op ${date(wissen_op)} worden gewist.`,
  wissen_afgezegd: () => "Zegde het wissen af.",
  wissen_gevraagd: () => "Vroeg om alles te wissen. Een tweede persoon moet dat bevestigen.",
  wissen_geweigerd: ({ weigerreden }) =>
    weigerreden
      ? `Bevestigde het wissen niet: ${uncapital(wisWeigerredenLabel[weigerreden])}.`
      : "Bevestigde het wissen niet.",
  wissen_ingetrokken: () => "Nam de vraag om te wissen terug.",
  wissen_verlopen: () => "Niemand bevestigde het wissen op tijd.",

  termijnen_bijgewerkt: null,
  termijn_afgerond: ({ soort, op }) =>
    `Meldde dat dit klaar is, op ${date(op)}: ${uncapital(termLabel[soort])}.`,
  termijn_uitgesteld: ({ soort, naar, reden }) =>
    `Verzette naar ${date(naar)}: ${uncapital(termLabel[soort])}. Reden: ${uncapital(uitstelredenLabel[reden])}.`,
  termijn_verschoven: ({ soort, naar }) =>
    `De schoolkalender veranderde. Dit schoof naar ${date(naar)}: ${uncapital(termLabel[soort])}.`,
};

const answered: Readonly<Record<Gegevens<"ouders_geinformeerd">["akkoord"], (van: string) => string>> = {
  ja: (van) => `Akkoord van ${van}.`,
  nee: (van) => `Niet akkoord: ${van}.`,
  niet_nodig: () => "Akkoord was niet nodig.",
  nog_niet: () => "Het akkoord volgt nog.",
};

const letter = ({ brief, vertaling, tolk, partners }: Gegevens<"brief_gemaakt">): string =>
  [
    `${briefLabel[brief]}.`,
    ...(vertaling ? [`Met een vertaling: ${taalLabel[vertaling]}.`] : []),
    ...(tolk ? ["Met een tolk."] : []),
    `Genoemd: ${functions(partners)}.`,
    "De naam en de vraag staan er niet in.",
  ].join(" ");

function whatWords(wat: ZaakGebeurtenis, aan: string): string | null {
  const say = words[wat.soort] as ((gegevens: ZaakGebeurtenis["gegevens"], aan: string) => string) | null;
  return say ? say(wat.gegevens, aan) : null;
}

/** In what capacity somebody saw it, after the ground. */
const asWords: Partial<Record<Relatie, string>> = {
  regierolhouder: "heeft de regierol",
  waarnemer: "neemt de regierol waar",
  gekoppelde_expert: "is erbij gevraagd en staat in de toestemming",
  aangeboden_regierol: "is gevraagd voor de regierol",
  voorzitter: "leidt het overleg en staat in de toestemming",
  notulist: "schrijft mee in het overleg en staat in de toestemming",
  genoemde_partner: "staat in de toestemming",
  uitzondering_deelnemer: "staat in het besluit van de directeur",
  actiehouder: "heeft een actie",
};

export function wieWords({ functies, organisatie, nummer }: Wie): string {
  const name = functies.length > 0 ? functions(functies) : "iemand die toen niet in dit team zat";
  return capital(
    [name, ...(nummer ? [`${nummer}`] : []), ...(organisatie ? [`(${organisatie})`] : [])].join(" "),
  );
}

function groundWords({ wie, wat, grondslag }: LogRegel): string {
  if (!wie) return "Hoort bij wat is afgesproken";
  const als = wat?.soort === "gelezen" ? wat.gegevens.als : undefined;
  if (als === "ib_van_school" || wie.functies.some((functie) => ibFuncties.some((ib) => ib === functie)))
    return "Eigen taak van de school";
  if (wie.functies.includes("directeur")) return "Taak van de directeur";
  const ground = grondslag ? grondslagLabel[grondslag] : "Geen grondslag vastgelegd";
  const as = als && asWords[als];
  return as ? `${ground}: ${as}` : ground;
}

function whenWords({ van, tot, keer }: LogRegel): string {
  const time = (moment: Temporal.Instant) => formatTime(moment.toZonedDateTimeISO(amsterdam).toPlainTime());
  const day = formatDate(todayIn(van));
  return keer === 1 || time(van) === time(tot)
    ? `${day}, ${time(van)} uur${keer === 1 ? "" : ` (${keer} keer)`}`
    : `${day}, ${time(van)} tot ${time(tot)} uur (${keer} keer)`;
}

/** One line for parents, as plain text: for a table on paper as well. */
export interface LogTekst {
  readonly wanneer: string;
  readonly wie: string;
  readonly wat: string;
  readonly grond: string;
}

/** Null for what another line says already. */
export function logTekst(regel: LogRegel): LogTekst | null {
  const { wie, wat, aan } = regel;
  const said = wat
    ? whatWords(wat, aan ? uncapital(wieWords(aan)) : "iemand")
    : "Deed iets dat deze versie niet kent.";
  if (said === null) return null;
  return {
    wanneer: whenWords(regel),
    wie: wie ? wieWords(wie) : "Zorgronde (automatisch)",
    wat: said,
    grond: groundWords(regel),
  };
}

export const logWords = {
  dialogTitle: "Wie zag wat",
  titel: "Wie heeft wat wanneer gezien of gedaan",
  kolommen: { wanneer: "Wanneer", wie: "Wie", wat: "Wat", grond: "Waarom dat mocht" },
  inleiding: [
    "Zorgronde schrijft bij elke hulpvraag op wie iets zag of deed. Dit logboek kan niemand veranderen of wissen zonder dat het opvalt.",
    "Er staan geen namen in van wie er werkt. Je ziet de functie en de organisatie. Werken er twee mensen met dezelfde functie, dan hebben zij een nummer.",
    "Wat op één dag vaker is gezien, staat op één regel. Wie iets zag buiten Zorgronde om, staat hier niet bij.",
  ],
  naamAlleen: "Typ ook het nummer. Bijvoorbeeld: wie heeft HV-1234 gezien",
} as const;

/** In the chat stands only where the log can be opened: what is in it is read in a dialog, which leaves nothing behind. */
export function logPointerCard({ referentie }: { readonly referentie: string }, token: Stamp): Card {
  return card({
    kind: "Logboek",
    title: `Wie zag ${referentie}?`,
    lead: "In het logboek staat wie deze hulpvraag zag, en wie wat deed. Dat jij kijkt, komt er ook in.",
    body: [],
    actions: [openDialog({ title: "Bekijk het logboek", verb: logVerb.open, token, style: "positive" })],
    fallbackText: "Het logboek van een hulpvraag.",
  });
}

/** Lines on one page of the dialog. */
export const logPage = 10;
const most = 12;

/** Which page is asked for, counted from 0, the last lines first. */
export const logSubmitted = z.object({ pagina: z.coerce.number().int().min(0).max(9_999).catch(0) });

export function logCard({ referentie, regels }: LogGezien, pagina: number, token: Stamp): Card {
  const lines = regels.flatMap((regel) => logTekst(regel) ?? []).toReversed();
  const pages = Math.max(1, Math.ceil(lines.length / logPage));
  const at = Math.min(pagina, pages - 1);
  const shown = lines.slice(at * logPage, (at + 1) * logPage);
  return card({
    kind: `Logboek ${referentie}`,
    title: "Wie zag wat",
    body: [
      ...(at === 0 ? [viewersSection(kijkersVan(regels))] : []),
      section(
        pages === 1 ? "Alles, het laatste eerst" : `Alles, het laatste eerst (${at + 1} van ${pages})`,
        ...shown.map(lineRow),
      ),
      smallPrint("Vragen ouders hierom? Typ: inzage, met het nummer. Dan krijg je een kopie voor hen."),
    ],
    actions: [
      ...(at > 0 ? [pageButton("Latere regels", at - 1, token)] : []),
      ...(at < pages - 1 ? [pageButton("Eerdere regels", at + 1, token)] : []),
    ],
    fallbackText: "Het logboek van een hulpvraag.",
  });
}

function pageButton(title: string, pagina: number, token: Stamp) {
  return submit({ title, verb: logVerb.open, token, more: { pagina: `${pagina}` } });
}

function viewersSection(kijkers: readonly Kijker[]): Element {
  const rest = kijkers.length - most;
  return section(
    "Gezien door",
    ...(kijkers.length === 0 ? [paragraph("Nog niemand.")] : []),
    ...kijkers.slice(0, most).map(viewerRow),
    ...(rest > 0 ? [smallPrint(`En nog ${rest}. Zij staan hieronder.`)] : []),
  );
}

function viewerRow({ wie, dagen, laatst, naam, wat }: Kijker): Element {
  const what = [...(naam ? ["de naam"] : []), ...(wat ? ["wat er is opgeschreven"] : [])];
  const last = laatst ? `, het laatst op ${formatDate(todayIn(laatst))}` : "";
  return row({
    title: wie ? wieWords(wie) : "Zorgronde (automatisch)",
    lines: [`${capital(join(what))}: op ${count(dagen, "dag", "dagen")}${last}.`],
  });
}

function lineRow({ wanneer, wie, wat, grond }: LogTekst): Element {
  return row({ title: wie, lines: [wat, `${wanneer}. ${grond}.`] });
}
