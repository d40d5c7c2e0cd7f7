/** On the card of a round: whether and how one comes oneself, and the dialog for who cannot. */
import { z } from "zod/v4";
import type { Komst } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { GeenWeg } from "#domain/komst.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { type Action, buttons, execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, section } from "./card.ts";
import { choiceInput } from "./input.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { paragraph, smallPrint } from "./text.ts";
import { formatDate, functieKort } from "./word.ts";

const said: Record<Komst, string> = {
  in_de_kamer: "Je komt in de kamer.",
  online: "Je doet online mee.",
  niet: "Je kunt niet.",
};

export function komstSection(gezien: RondeGezien, token: Stamp): Element[] {
  const { mag, deelnemers, kijkerId, deelnameLink, plaats } = gezien;
  const own = deelnemers.find(({ persoonId }) => persoonId === kijkerId);
  if (!mag.has("komst") || !own) return [];
  const komst = own.komst ?? null;
  const instead = deelnemers.find(({ vervangtId }) => vervangtId === kijkerId);
  const replaces = own.vervangtId && deelnemers.find(({ persoonId }) => persoonId === own.vervangtId);
  const words = [
    ...(replaces ? [`Je vervangt ${replaces.naam}.`] : []),
    komst ? said[komst] : "Laat weten of je komt.",
    ...(komst === "niet"
      ? [instead ? `${instead.naam} komt in jouw plaats.` : "Er komt niemand in jouw plaats."]
      : []),
  ];
  const actions: readonly (readonly [boolean, () => Action])[] = [
    [
      plaats !== "online" && komst !== "in_de_kamer",
      () => execute({ title: "Ik kom in de kamer", verb: rondeVerb.kamer, token, associatedInputs: "none" }),
    ],
    [
      deelnameLink !== null && komst !== "online",
      () => execute({ title: "Ik doe online mee", verb: rondeVerb.online, token, associatedInputs: "none" }),
    ],
    [
      true,
      () => openDialog({ title: "Ik kan niet", verb: rondeVerb.kanNiet, token, associatedInputs: "none" }),
    ],
  ];
  return [
    section(
      "Kom je?",
      paragraph(words.join(" ")),
      buttons(actions.filter(([fits]) => fits).map(([, make]) => make())),
    ),
  ];
}

/** Nobody, or somebody of the list. */
export const kanNietSubmitted = z.object({
  vervanger: z.union([z.literal("niemand").transform(() => null), z.uuid()]),
});

export function kanNietCard(
  {
    datum,
    vervangers,
    error,
  }: {
    readonly datum: Temporal.PlainDate;
    readonly vervangers: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
    readonly error?: string | undefined;
  },
  token: Stamp,
): Card {
  return card({
    kind: "Overlegronde",
    title: "Je kunt niet komen",
    subtitle: formatDate(datum),
    body: [
      choiceInput({
        id: "vervanger",
        label: "Wie komt in jouw plaats?",
        choices: [
          { title: "Geen vervanging", value: "niemand" },
          ...vervangers.map(({ persoonId, naam, functie }) => ({
            title: `${naam} (${functieKort[functie]})`,
            value: persoonId,
          })),
        ],
        style: "expanded",
        value: "niemand",
        required: "Kies iemand.",
        ...(error ? { error } : {}),
      }),
      smallPrint(
        "Wie jou vervangt, krijgt de uitnodiging. Die ziet alleen wat de toestemming de eigen functie geeft.",
      ),
    ],
    actions: [submit({ title: "Geef door", verb: rondeVerb.kanNietOpslaan, token, style: "positive" })],
    fallbackText: "Je kunt niet komen.",
  });
}

/** What to do instead. */
export const geenWegWords: Readonly<Record<GeenWeg, string>> = {
  alleen_online: "Dit overleg is alleen online. Kies: Ik doe online mee. Of: Ik kan niet.",
  geen_link:
    "Er is geen link om online mee te doen. Kies: Ik kom in de kamer. Of vraag de intern begeleider om een link.",
};

export const komstWords = {
  saved: "Je antwoord is bewaard. De ib en de voorzitter zien het.",
  noReplacement: "deze persoon kan je niet vervangen. Kies iemand anders, of geen vervanging.",
} as const;
