/** On top of the card while the round is held: what is spoken of, its clock, and what who leads can do with it. */
import { type CyclusStap, type CyclusVraag, cyclusOf, cyclusStappen } from "#domain/cyclus.ts";
import { extraMinuten, puntMax } from "#domain/ronde-klok.ts";
import type { Klok, PuntGezien, RondeGezien } from "#domain/ronde-view.ts";
import { agendaVerb } from "./agenda.ts";
import { outside } from "./bijdrage.ts";
import { type Action, buttons, execute, openDialog, type Stamp } from "./button.ts";
import { type Element, notice, section } from "./card.ts";
import { actiesOf, askedAlone, bounds, type Detail, missing, place, titleOf } from "./ronde-item.ts";
import { besluitVerb, rondeVerb } from "./ronde-verb.ts";
import { bold, freeText, paragraph, type Sentence, smallPrint } from "./text.ts";
import { count, domeinWords, formatTime, join } from "./word.ts";

export function nowSections(gezien: RondeGezien, detail: Detail, token: Stamp): Element[] {
  if (gezien.status !== "open") return [];
  const now = gezien.punten.find(({ eerstvolgende }) => eerstvolgende);
  return [...(now ? [nowSection(gezien, now, { detail, token })] : []), ...timeOf(gezien, token)];
}

interface Draw {
  readonly detail: Detail;
  readonly token: Stamp;
}

function nowSection(gezien: RondeGezien, punt: PuntGezien, { detail, token }: Draw): Element {
  const { wat, klok, brengtIn, minuten } = punt;
  const head: Sentence = [
    bold(`${place(gezien, punt)}${titleOf(punt)}`),
    klok ? "" : ` (${minuten} minuten)`,
  ];
  const leads = punt.mag.leiden ?? false;
  return section(
    klok ? "Nu aan de beurt" : leads ? "Hierna aan de beurt" : "Eerstvolgende",
    paragraph(head),
    ...(klok ? clock(klok, minuten) : []),
    ...(brengtIn ? [paragraph(`${brengtIn.naam} brengt in.`, { subtle: true, spacing: "Small" })] : []),
    ...(wat?.vraag ? [freeText(wat.vraag)] : []),
    ...(wat && wat.domeinen.length > 0
      ? [paragraph(domeinWords(wat.domeinen), { subtle: true, small: true })]
      : []),
    ...(wat?.oudersVraag
      ? [paragraph("Wat de ouders vragen:", { subtle: true }), freeText(wat.oudersVraag)]
      : []),
    ...bounds(gezien, punt),
    ...askedAlone(punt),
    ...outside(punt, token),
    ...actiesOf(gezien, punt),
    ...missing(punt),
    ...rowsOfButtons(gezien, punt, token),
    ...(leads && klok && detail !== "titels" ? guide(punt) : []),
  );
}

/** Moments of the day, so that it stays true while nobody draws it again. */
function clock({ sinds, tot, over, om }: Klok, minuten: number): Element[] {
  const line = `${formatTime(sinds)} tot ${formatTime(tot)} (${minuten} minuten)`;
  const late =
    over === null || over === 0
      ? ""
      : ` Om ${formatTime(om)} was dat ${count(over, "minuut", "minuten")} over.`;
  return [
    paragraph(line, { spacing: "Small" }),
    ...(over === null ? [] : [paragraph(`De tijd is om.${late}`, { spacing: "Small", color: "Warning" })]),
  ];
}

/** What is done at every item stands first; the rest below it. */
function rowsOfButtons(gezien: RondeGezien, punt: PuntGezien, token: Stamp): Element[] {
  const { mag } = punt;
  const about = `${punt.hulpvraagId}/${punt.versie}`;
  const first: Action[] = [
    ...(mag.leiden && !punt.klok
      ? [execute({ title: "Begin dit punt", verb: rondeVerb.beginPunt, token, about, style: "positive" })]
      : []),
    ...(mag.besluiten
      ? [
          openDialog({
            ...{ title: "Besluit", verb: besluitVerb.open, token, about },
            ...(punt.klok || !mag.leiden ? { style: "positive" as const } : {}),
          }),
        ]
      : []),
    ...(punt.klok ? onTheClock(gezien, punt, token) : []),
  ];
  const second: Action[] = [
    ...(mag.later ? [execute({ title: "Dit als laatste", verb: rondeVerb.later, token, about })] : []),
    ...(mag.vanAgenda ? [execute({ title: "Niet vandaag", verb: agendaVerb.vanRonde, token, about })] : []),
    ...(mag.leiden
      ? [openDialog({ title: "Wie brengt in?", verb: rondeVerb.vraagBrengtIn, token, about })]
      : []),
  ];
  return [first, second].filter((row) => row.length > 0).map((row) => buttons(row));
}

function onTheClock(gezien: RondeGezien, { hulpvraagId, minuten, mag }: PuntGezien, token: Stamp): Action[] {
  const next = gezien.punten.find(({ id }) => id === gezien.volgende);
  if (!mag.leiden) return [];
  return [
    ...(next?.mag.leiden
      ? [
          execute({
            title: "Volgende punt",
            verb: rondeVerb.beginPunt,
            token,
            about: `${next.hulpvraagId}/${next.versie}`,
          }),
        ]
      : []),
    // The minutes that were seen go along: two who press at once give it more time once.
    ...(minuten < puntMax
      ? [
          execute({
            title: `${extraMinuten} minuten erbij`,
            verb: rondeVerb.langer,
            token,
            about: `${hulpvraagId}/${minuten}`,
          }),
        ]
      : []),
  ];
}

function guide(punt: PuntGezien): Element[] {
  const vragen = cyclusOf(punt);
  if (!vragen) return [];
  return [
    {
      type: "Container",
      spacing: "Medium",
      items: cyclusStappen.map((stap) =>
        paragraph([bold(stapLabel[stap]), ` ${cyclusWords[vragen[stap]]}`], {
          subtle: true,
          small: true,
          spacing: "None",
        }),
      ),
    },
  ];
}

const stapLabel: Readonly<Record<CyclusStap, string>> = {
  vraag: "Vraag:",
  analyse: "Analyse:",
  plan: "Plan:",
  wie_doet_wat: "Wie doet wat:",
  evaluatie: "Evaluatie:",
};

const cyclusWords: Readonly<Record<CyclusVraag, string>> = {
  vraag_school: "wat wil de school weten?",
  vraag_school_en_ouders: "wat willen school en ouders weten?",
  analyse_samen: "wat zien we, en wat werkt al?",
  analyse_buitenkant: "wat weet de school? Partners zeggen alleen of het kind bekend is.",
  analyse_kring: "wat moet deze kring weten om veilig te handelen?",
  plan: "wat is genoeg voor nu?",
  wie_met_regierol: "wie doet wat, en is een regierol nodig?",
  wie_zonder_regierol: "wie doet wat?",
  evaluatie: "op welke dag kijken we terug?",
};

/** Of the whole agenda, for who sees all of it; to all others a sum would tell what is hidden. */
function timeOf({ tijd, eind, punten }: RondeGezien, token: Stamp): Element[] {
  if (!tijd?.klaarOm) return [];
  const { nodig, klaarOm, over, voorstel } = tijd;
  const left = `Nog ${count(nodig, "minuut", "minuten")} agenda: klaar om ${formatTime(klaarOm)}. De ronde is tot ${formatTime(eind)}.`;
  if (over === 0) return [smallPrint(left)];
  const wait = punten
    .filter(({ referentie, mag }) => voorstel.includes(referentie) && mag.vanAgenda)
    .slice(0, 3)
    .map(({ referentie, hulpvraagId, versie }) =>
      execute({
        title: `${referentie} niet vandaag`,
        verb: agendaVerb.vanRonde,
        token,
        about: `${hulpvraagId}/${versie}`,
      }),
    );
  const advice = voorstel.length > 0 ? ` Voorstel: laat ${join(voorstel)} wachten.` : "";
  return [
    notice("warning", `De agenda past niet meer. ${left}${advice}`),
    ...(wait.length > 0 ? [buttons(wait)] : []),
  ];
}
