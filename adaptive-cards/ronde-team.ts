/** On the card of a round: what the team has to do beside the hulpvragen, before anything else is spoken of. */
import type { RondeGezien } from "#domain/ronde-view.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import { teamactieVerb } from "./actie-verb.ts";
import { type Action, buttons, execute, openDialog, type Stamp } from "./button.ts";
import { type Element, row, section } from "./card.ts";
import type { Detail } from "./ronde-item.ts";
import { shorten, smallPrint } from "./text.ts";
import { count, formatDay } from "./word.ts";

const shownOf: Readonly<Record<Detail, number>> = { alles: 5, kort: 3, titels: 0 };
/** Letters of one of them. */
const glance = 160;

export function teamSection(
  { teamacties = [], magTeamactie, sztId, status, vandaag }: RondeGezien,
  detail: Detail,
  token: Stamp,
): Element[] {
  // A card that hardly fits keeps what one cannot do by typing.
  const add =
    magTeamactie && detail !== "titels"
      ? [
          buttons([
            openDialog({
              title: "Teamactie toevoegen",
              verb: teamactieVerb.nieuw,
              token,
              about: `${sztId}/0`,
            }),
          ]),
        ]
      : [];
  if (teamacties.length === 0) return add;
  const shown = teamacties.slice(0, shownOf[detail]);
  const more = teamacties.length - shown.length;
  const open = status === "open";
  if (shown.length === 0) return [smallPrint(moreWords(more, 0)), ...add];
  return [
    section(
      "Acties van het team",
      ...shown.map((actie) => teamRow(actie, { vandaag, open, token })),
      ...(more > 0 ? [smallPrint(moreWords(more, shown.length))] : []),
      ...add,
    ),
  ];
}

function moreWords(more: number, shown: number): string {
  const many = count(more, "actie", "acties");
  return `${shown > 0 ? `En nog ${many}` : `Er ${more === 1 ? "staat" : "staan"} ${many} open`} van het team. Typ teamacties.`;
}

function teamRow(
  actie: TeamactieGezien,
  {
    vandaag,
    open,
    token,
  }: { readonly vandaag: Temporal.PlainDate; readonly open: boolean; readonly token: Stamp },
): Element {
  return row({
    title: actie.houder,
    ...(actie.stand === "te_laat" ? { status: { text: "Te laat", tone: "warning" as const } } : {}),
    lines: [shorten(actie.omschrijving, glance), formatDay(actie.vervalt, vandaag)],
    actions: open ? roundActions(actie, token) : [],
  });
}

function roundActions({ id, versie, mag }: TeamactieGezien, token: Stamp): Action[] {
  const at = { token, about: `${id}/${versie}` };
  return [
    ...(mag.has("afronden") ? [execute({ title: "Gedaan", verb: teamactieVerb.rondeGedaan, ...at })] : []),
    ...(mag.has("verzetten")
      ? [openDialog({ title: "Nieuwe datum", verb: teamactieVerb.vraagDatum, ...at })]
      : []),
  ];
}
