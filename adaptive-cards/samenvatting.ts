/**
 * The summary of a round: the post in the channel, and the card on which the chair releases it. Both are drawn from one
 * release (vrijgave), by the same lines, so that what was confirmed is what goes.
 */
import type { Functie } from "#domain/code.ts";
import type { ChannelSafe } from "#domain/summary.ts";
import type { InKanaal, SamenvattingGezien, Vrijgave } from "#domain/vrijgave.ts";
import { type Action, execute, type Stamp } from "./button.ts";
import { type Card, card, type Element, notice, section, type Tone } from "./card.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { capital, faseLabel, formatDate, functieNaam, join } from "./word.ts";

export const samenvattingVerb = {
  plaatsen: "post-samenvatting",
  nietNu: "keep-samenvatting",
  opnieuw: "retry-samenvatting",
} as const;

export const samenvattingWords = {
  nietNu: "Er is niets geplaatst. Deze kaart blijft staan: je kunt het later alsnog doen.",
  changed: "De samenvatting is veranderd sinds je haar zag. Lees haar nog eens en plaats haar dan.",
} as const;

type Regel = ChannelSafe["regels"][number];
type Taak = ChannelSafe["teDoen"][number]["taak"];

const taakWords: Record<Taak, string> = {
  hulpvragen_aanmelden: "zet hulpvragen klaar voor de volgende overlegronde",
  aanwezigheid_doorgeven: "laat de voorzitter weten of je er dan bij bent",
  vervanging_regelen: "vraag iemand om je te vervangen",
};

const date = (iso: string): string => formatDate(Temporal.PlainDate.from(iso));

/** Title of the post, and all that a lock screen or a client without cards shows of it. */
function titleOf({ samenvatting }: Vrijgave): string {
  return `Overlegronde van ${date(samenvatting.rondeGehoudenOp)}`;
}

/** What the channel reads. */
export function channelPost(post: Vrijgave): { readonly card: Card; readonly summary: string } {
  const title = titleOf(post);
  const made = card({
    kind: "Samenvatting",
    title,
    body: postElements(post),
    fallbackText: `Samenvatting. ${title}.`,
  });
  return { card: made, summary: made.fallbackText };
}

function postElements({ samenvatting, bijwerkenOp, bijgewerkt }: Vrijgave): Element[] {
  const { volgendeRondeOp, regels, adviesvragen, teDoen } = samenvatting;
  const day = date(bijwerkenOp);
  return [
    paragraph(
      volgendeRondeOp
        ? ["De volgende overlegronde is op ", bold(date(volgendeRondeOp)), "."]
        : "De volgende overlegronde is nog niet gepland.",
    ),
    section("Besproken", ...discussed(regels, adviesvragen)),
    ...(teDoen.length > 0 ? [section("Wat we van je vragen", list(asked(teDoen)))] : []),
    smallPrint(
      bijgewerkt
        ? `Bijgewerkt op ${day}, zoals elke samenvatting.`
        : `Elke samenvatting wordt één keer bijgewerkt: deze op ${day}.`,
    ),
  ];
}

function discussed(regels: readonly Regel[], adviesvragen: boolean): Element[] {
  const lines: Sentence[] = regels.map(lineOf);
  if (adviesvragen) lines.push("Er zijn adviesvragen besproken.");
  return lines.length > 0 ? [list(lines)] : [paragraph("Hier is niets over te melden.")];
}

function lineOf({ caseRef, fase, regierolFunctie, loketDoorgezet, volgendeDatum }: Regel): Sentence {
  const parts = [
    faseLabel[fase].toLowerCase(),
    ...(regierolFunctie ? [`regierol: ${functieNaam[regierolFunctie]}`] : []),
    ...(loketDoorgezet ? ["doorgezet naar het Loket"] : []),
    ...(volgendeDatum ? [`volgende datum: ${date(volgendeDatum)}`] : []),
  ];
  return [bold(caseRef), `: ${parts.join(" · ")}`];
}

/** One line a task: who, and what. */
function asked(teDoen: ChannelSafe["teDoen"]): Sentence[] {
  const tasks = [...new Set(teDoen.map(({ taak }) => taak))];
  return tasks.map((taak) => {
    const who: Functie[] = teDoen.filter((one) => one.taak === taak).map(({ functie }) => functie);
    return [bold(capital(join(who.map((functie) => functieNaam[functie])))), `: ${taakWords[taak]}.`];
  });
}

/** For who releases it. `lead` says what just happened. */
export function samenvattingCard(gezien: SamenvattingGezien, token: Stamp, lead?: string): Card {
  const top = lead ? [notice("info", lead)] : [];
  if (gezien.stand === "bevestigd") {
    return card({
      kind: "Samenvatting",
      title: "Samenvatting voor het kanaal",
      subtitle: `Overlegronde van ${formatDate(gezien.datum)}`,
      status: kanaalStatus[gezien.inKanaal],
      body: [
        ...top,
        paragraph(`Vrijgegeven op ${formatDate(gezien.bevestigdOp)}.`),
        ...kanaalWords(gezien.inKanaal),
      ],
      actions:
        gezien.inKanaal === "mislukt"
          ? [execute({ title: "Probeer opnieuw", verb: samenvattingVerb.opnieuw, token, style: "positive" })]
          : [],
      fallbackText: "De samenvatting is vrijgegeven voor het kanaal.",
    });
  }
  return card({
    kind: "Samenvatting",
    title: "Samenvatting voor het kanaal",
    subtitle: titleOf(gezien.post),
    status: { text: "Nog niet geplaatst", tone: "info" },
    lead: "Zo komt het bericht in het kanaal. Iedereen in het team kan het lezen.",
    body: [...top, ...absent(gezien.kanaalBekend), preview(gezien.post)],
    actions: confirmButtons(token),
    fallbackText: "Bekijk de samenvatting voor het kanaal.",
  });
}

const kanaalStatus: Record<InKanaal, { text: string; tone: Tone }> = {
  onderweg: { text: "Onderweg naar het kanaal", tone: "info" },
  hapert: { text: "Nog niet in het kanaal", tone: "warning" },
  staat_er: { text: "Staat in het kanaal", tone: "good" },
  mislukt: { text: "Niet in het kanaal", tone: "warning" },
  niets: { text: "Er was niets te plaatsen", tone: "info" },
};

/** What Teams did with it; the chair need not look in the channel. */
function kanaalWords(stand: InKanaal): Element[] {
  switch (stand) {
    case "hapert":
      return [
        notice(
          "warning",
          "Teams neemt het bericht nog niet aan. Ik probeer het drie dagen lang zelf opnieuw. Staat Zorgronde nog in jullie team?",
        ),
      ];
    case "mislukt":
      return [
        notice(
          "warning",
          "Teams nam het bericht niet aan. Voeg Zorgronde aan jullie team toe, of vraag de beheerder. Druk daarna op Probeer opnieuw.",
        ),
      ];
    case "onderweg":
    case "staat_er":
    case "niets":
      return [];
  }
}

function absent(kanaalBekend: boolean): Element[] {
  if (kanaalBekend) return [];
  return [notice("warning", "Zorgronde staat nog niet in jullie team. Voeg de app daar eerst toe.")];
}

function preview(post: Vrijgave): Element {
  const title = { ...paragraph(titleOf(post)), weight: "Bolder" as const };
  return { type: "Container", style: "emphasis", spacing: "Medium", items: [title, ...postElements(post)] };
}

function confirmButtons(token: Stamp): Action[] {
  return [
    execute({ title: "Plaats in het kanaal", verb: samenvattingVerb.plaatsen, token, style: "positive" }),
    execute({ title: "Nu niet", verb: samenvattingVerb.nietNu, token }),
  ];
}
