/** The items of a round on its card: what comes, what is spoken of now, and what was decided. */
import type { Besluit, Komst } from "#domain/code.ts";
import type { ActieGezien } from "#domain/hulpvraag-view.ts";
import type { EerdereActieGezien, PuntGezien, RondeGezien, VoorstelGezien } from "#domain/ronde-view.ts";
import { agendaVerb } from "./agenda.ts";
import { outside } from "./bijdrage.ts";
import { type Action, buttons, execute, openDialog, type Stamp } from "./button.ts";
import { type Element, notice, row, section } from "./card.ts";
import { choiceInput } from "./input.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { bold, freeText, list, paragraph, type Sentence, shorten, smallPrint } from "./text.ts";
import { tijdvakVerb } from "./tijdvak-verb.ts";
import { missingWords, unreadableWords } from "./toestemming.ts";
import { circleNotice } from "./uitzondering-word.ts";
import {
  aanwezigheidLabel,
  besluitLabel,
  count,
  domeinWords,
  formatDateShort,
  formatDay,
  formatTimes,
  functieKort,
  functieNaam,
  join,
  komstLabel,
  leerjaarLabel,
} from "./word.ts";

/** How much a card tells, so that a long agenda still fits: Teams refuses what is too large. */
export type Detail = "alles" | "kort" | "titels";

/** How many of each are shown; what stays behind is said, and comes up when the ones before it are done. */
const shownOf: Record<
  Detail,
  { readonly punten: number; readonly eerder: number; readonly voorstellen: number; readonly wachten: number }
> = {
  alles: { punten: 40, eerder: 5, voorstellen: 30, wachten: 10 },
  kort: { punten: 40, eerder: 4, voorstellen: 12, wachten: 3 },
  titels: { punten: 9, eerder: 2, voorstellen: 3, wachten: 0 },
};
/** Letters of a text that is not the one spoken of now. */
const glance = 160;

export function itemSections(gezien: RondeGezien, detail: Detail, token: Stamp): Element[] {
  const { punten, status } = gezien;
  if (status === "vervallen") return [];
  if (punten.length === 0)
    return gezien.adviesvragen ? [] : [section("Agenda", paragraph(emptyWords(gezien)))];
  // What is spoken of stands on top of the card: ronde-nu.ts.
  const now = punten.find(({ eerstvolgende }) => eerstvolgende);
  const rest = punten.filter((punt) => punt !== now);
  const shown = rest.slice(0, shownOf[detail].punten);
  return [
    ...(shown.length > 0
      ? [
          section(
            now ? "De rest van de agenda" : "Agenda",
            ...(detail === "titels"
              ? [list(shown.map((punt) => titleLine(gezien, punt)))]
              : shown.flatMap((punt) => item(gezien, punt, detail, token))),
          ),
        ]
      : []),
    ...(shown.length < rest.length ? [smallPrint(`En nog ${rest.length - shown.length}.`)] : []),
  ];
}

function emptyWords({ status, mag, heleAgenda }: RondeGezien): string {
  if (status === "gesloten") return heleAgenda ? "Er is niets besproken." : "Hier staat niets voor jou.";
  return mag.has("agenderen")
    ? "Er staat nog niets op de agenda."
    : "Er staat nu niets voor jou op de agenda.";
}

/** "2 van 5", only for the ib, who by the rules sees every item: for others a number would tell what is hidden. */
export function place({ omvang, punten }: RondeGezien, punt: PuntGezien): string {
  return omvang ? `${punten.indexOf(punt) + 1} van ${omvang.aantal} · ` : "";
}

export function titleOf({ referentie, leerling }: PuntGezien): string {
  if (!leerling) return referentie;
  const { naam, leerjaar } = leerling;
  return `${referentie} · ${leerjaar ? `${naam}, ${leerjaarLabel[leerjaar]}` : naam}`;
}

/** All that is left of an item when there are very many. */
function titleLine(gezien: RondeGezien, punt: PuntGezien): Sentence {
  const { besproken, besluit, ontbreekt, onleesbaar } = punt;
  const said = besluit ? `: ${besluit.besluiten.map((one) => besluitLabel[one]).join(" · ")}` : ": besproken";
  const gone = onleesbaar
    ? " (kan nu niet worden gelezen)"
    : ontbreekt.length > 0
      ? " (nu geen geldige toestemming)"
      : "";
  return [bold(`${place(gezien, punt)}${titleOf(punt)}`), besproken ? said : gone];
}

function item(gezien: RondeGezien, punt: PuntGezien, detail: Detail, token: Stamp): Element[] {
  const { wat, besluit, besproken } = punt;
  const text = besproken ? (besluit?.afweging ?? null) : (wat?.vraag ?? null);
  const tail = besproken ? "" : ` (${punt.minuten} minuten)`;
  const full = detail === "alles" && gezien.status === "gepland";
  const line = detail === "alles" ? text : text && shorten(text, glance);
  const off = punt.mag.vanAgenda && gezien.status === "gepland";
  const asks = punt.mag.nodigen === true && gezien.status === "gepland";
  return [
    {
      type: "Container",
      spacing: "Medium",
      items: [
        paragraph([bold(`${place(gezien, punt)}${titleOf(punt)}`), tail]),
        ...(besluit ? [paragraph(besluitLine(besluit), { spacing: "Small", color: "Good" })] : []),
        ...(besproken && !besluit ? [paragraph("Besproken", { spacing: "Small" })] : []),
        ...(line ? [freeText(line)] : []),
        ...(full && wat?.oudersVraag
          ? [paragraph("Wat de ouders vragen:", { subtle: true }), freeText(wat.oudersVraag)]
          : []),
        ...(gezien.status === "gesloten" ? [] : bounds(gezien, punt)),
        ...outside(punt, token),
        ...actiesOf(gezien, punt),
        ...missing(punt),
        ...askedAlone(punt),
        ...noSeat(punt),
        ...(off || (asks && detail === "alles")
          ? [
              buttons([
                ...(asks && detail === "alles" ? [askOthers(punt, token)] : []),
                ...(off ? [itemOff(punt, token)] : []),
              ]),
            ]
          : []),
      ],
    },
  ];
}

/** Who comes for this alone, when, and how. */
export function askedAlone({ genodigden = [], besproken }: PuntGezien): Element[] {
  if (genodigden.length === 0) return [];
  return [
    list(
      genodigden.map((one): Sentence => {
        const who = bold(`Alleen hiervoor: ${one.naam} (${functieKort[one.functie]})`);
        return besproken || one.aanwezigheid
          ? [who, one.aanwezigheid ? `: ${aanwezigheidLabel[one.aanwezigheid].toLowerCase()}` : ""]
          : [
              who,
              `${one.tijd ? `, ${formatTimes(one.tijd.begin, one.tijd.eind)}` : ""}: ${comingWords(one.komst)}`,
            ];
      }),
    ),
  ];
}

const comingWords = (komst: Komst | null) => (komst ? komstLabel[komst].toLowerCase() : "nog geen antwoord");

function noSeat({ mist = [] }: PuntGezien): Element[] {
  if (mist.length === 0) return [];
  const who = join(mist.map((functie) => functieNaam[functie]));
  return [notice("warning", `Nog niemand aan tafel: ${who}. Nodig iemand uit, of bespreek het zonder.`)];
}

function askOthers({ hulpvraagId, versie }: PuntGezien, token: Stamp): Action {
  const about = `${hulpvraagId}/${versie}`;
  return openDialog({ title: "Alleen hiervoor uitnodigen", verb: tijdvakVerb.kies, token, about });
}

function itemOff({ hulpvraagId, versie }: PuntGezien, token: Stamp): Action {
  return execute({
    title: "Van de agenda halen",
    verb: agendaVerb.vanRonde,
    token,
    about: `${hulpvraagId}/${versie}`,
  });
}

/** What was decided, with its person or day. */
export function besluitLine({
  besluiten,
  regierolVoor,
  terugOp,
}: NonNullable<PuntGezien["besluit"]>): string {
  const more: Partial<Record<Besluit, string | null>> = {
    regierol_toewijzen: regierolVoor,
    meer_informatie: terugOp && `voor ${formatDateShort(terugOp)}`,
  };
  return besluiten
    .map((besluit) => {
      const extra = more[besluit];
      return extra ? `${besluitLabel[besluit]}: ${extra}` : besluitLabel[besluit];
    })
    .join(" · ");
}

export function actiesOf({ vandaag }: RondeGezien, { acties }: PuntGezien): Element[] {
  if (acties.length === 0) return [];
  return [list(acties.map((actie) => actieWords(actie, vandaag)))];
}

/** Who does what, and when. */
export function actieWords(
  { vanMij, houder, omschrijving, datum, gedaan }: ActieGezien,
  vandaag: Temporal.PlainDate,
): Sentence {
  const what = omschrijving ? `: ${shorten(omschrijving, glance)}` : "";
  return [bold(vanMij ? "Jij" : houder), `${what} (${gedaan ? "gedaan" : formatDay(datum, vandaag)})`];
}

/** What the toestemming leaves out, said where it is spoken of. */
export function bounds(
  { status }: Pick<RondeGezien, "status">,
  { wat, bijdrage, kring, besproken }: Pick<PuntGezien, "wat" | "bijdrage" | "kring" | "besproken">,
): Element[] {
  if (!wat || besproken || status === "vervallen") return [];
  return [
    ...circleNotice(kring),
    ...(bijdrage === "eigen_afweging"
      ? [smallPrint("Heb je een beroepsgeheim? Dan weeg je zelf wat je zegt. Niemand hoeft iets te zeggen.")]
      : []),
    ...(bijdrage === "buitenkant" ? [smallPrint(outsideWords)] : []),
    ...(wat.uitgesloten.length > 0
      ? [smallPrint(`Hier niet over spreken: ${domeinWords(wat.uitgesloten).toLowerCase()}.`)]
      : []),
  ];
}

const outsideWords =
  "Alleen naam en vraag. Partners zeggen niet meer dan: is het kind bij ons bekend? Sinds wanneer? Is dat afgesloten?";

export function missing({ ontbreekt, onleesbaar }: PuntGezien): Element[] {
  if (onleesbaar) return [notice("warning", unreadableWords)];
  if (ontbreekt.length === 0) return [];
  return [notice("warning", `Bespreken kan nu niet. ${missingWords(ontbreekt).join(" ")}`)];
}

export function earlierSection(
  { eerdereActies, status, vandaag }: RondeGezien,
  detail: Detail,
  token: Stamp,
): Element[] {
  if (eerdereActies.length === 0) return [];
  const { eerder } = shownOf[detail];
  const more = eerdereActies.length - eerder;
  return [
    section(
      status === "open" ? "Eerst: acties van eerder" : "Eerst: acties die nog open staan",
      ...eerdereActies
        .slice(0, eerder)
        .map((actie) => earlierRow(actie, vandaag, { token, dates: detail !== "titels" })),
      ...(more > 0
        ? [
            smallPrint(
              `En nog ${count(more, "actie", "acties")}.${status === "open" ? " Die komen hier als er iets is afgevinkt." : ""}`,
            ),
          ]
        : []),
    ),
  ];
}

function earlierRow(
  actie: EerdereActieGezien,
  vandaag: Temporal.PlainDate,
  { token, dates }: { readonly token: Stamp; readonly dates: boolean },
): Element {
  const late = Temporal.PlainDate.compare(actie.datum, vandaag) < 0;
  const done = { title: "Gedaan", verb: rondeVerb.actieGedaan, token, about: `${actie.id}/${actie.versie}` };
  return row({
    title: `${actie.referentie} · ${actie.vanMij ? "jij" : actie.houder}`,
    ...(late ? { status: { text: "Te laat", tone: "warning" as const } } : {}),
    lines: [
      ...(actie.omschrijving ? [shorten(actie.omschrijving, dates ? glance : glance / 4)] : []),
      formatDay(actie.datum, vandaag),
    ],
    actions: [
      ...(actie.magAfvinken ? [execute(done)] : []),
      ...(actie.magVerzetten && dates
        ? [openDialog({ ...done, title: "Nieuwe datum", verb: rondeVerb.actieDatum })]
        : []),
    ],
  });
}

export function proposalSection(
  { voorstellen, wachten, duurMinuten, omvang, tijd, status }: RondeGezien,
  detail: Detail,
  token: Stamp,
): Element[] {
  const shown = voorstellen.slice(0, shownOf[detail].voorstellen);
  // While it is held the clock says it, on top.
  const tooLong = omvang && !omvang.past && status === "gepland";
  const over = tooLong
    ? [notice("warning", fitWords(omvang.minuten, duurMinuten, tijd?.voorstel ?? []))]
    : [];
  if (voorstellen.length === 0) return [...over, ...waiting(wachten, detail)];
  return [
    ...over,
    section(
      "Klaargezet",
      choiceInput({
        id: "voorstellen",
        label: "Welke komen op de agenda?",
        choices: shown.map((voorstel) => ({
          title: proposalWords(voorstel),
          value: voorstel.hulpvraagId,
        })),
        style: "expanded",
        multi: true,
        value: shown.map(({ hulpvraagId }) => hulpvraagId),
      }),
      ...(shown.length < voorstellen.length
        ? [smallPrint(`Er wachten er nog ${voorstellen.length - shown.length}. Die komen hierna.`)]
        : []),
      buttons([execute({ title: "Zet op de agenda", verb: agendaVerb.zetOp, token, style: "positive" })]),
    ),
    ...waiting(wachten, detail),
  ];
}

function waiting(wachten: RondeGezien["wachten"], detail: Detail): Element[] {
  if (wachten.length === 0) return [];
  const shown = wachten.slice(0, shownOf[detail].wachten);
  const more = wachten.length - shown.length;
  if (shown.length === 0)
    return [smallPrint(`Klaargezet, maar niet voor deze dag: ${more}. Kijk op de kaart van de hulpvraag.`)];
  return [
    section(
      "Klaargezet, maar niet voor deze dag",
      list(shown.map(({ referentie, ontbreekt }): Sentence => [bold(referentie), `: ${whyNot(ontbreekt)}`])),
      ...(more > 0
        ? [smallPrint(`En nog ${more}. Wat er ontbreekt, staat op de kaart van de hulpvraag.`)]
        : []),
    ),
  ];
}

function whyNot(ontbreekt: RondeGezien["wachten"][number]["ontbreekt"]): string {
  return ontbreekt.length > 0
    ? missingWords(ontbreekt).join(" ")
    : "De directeur besloot over een andere overlegronde.";
}

function proposalWords({ referentie, naam, urgentie, dagenKlaar }: VoorstelGezien): string {
  const first = urgentie === "niet_wachten" ? ["niet wachten"] : urgentie === "voorrang" ? ["voorrang"] : [];
  const parts = [referentie, ...(naam ? [naam] : []), ...first, count(dagenKlaar, "dag", "dagen")];
  return parts.join(" · ");
}

function fitWords(minuten: number, duurMinuten: number, voorstel: readonly string[]): string {
  const too = `De agenda past niet: ${minuten} minuten in een overlegronde van ${duurMinuten} minuten.`;
  if (voorstel.length === 0) return too;
  return `${too} Voorstel: laat ${join(voorstel)} wachten op een volgende ronde.`;
}
