/** The small dialogs of a round: who is there, who keeps the notes, and the questions before it ends. */
import { z } from "zod/v4";
import { isThere } from "#domain/aanwezig.ts";
import { type Aanwezigheid, aanwezigheden, aanwezigheidSchema, erbijSchema } from "#domain/code.ts";
import { erbijKey } from "#domain/genodigde.ts";
import { verwachtErbij, verwachteAanwezigheid } from "#domain/komst.ts";
import type { BrengtIn, PuntGezien, RondeGezien } from "#domain/ronde-view.ts";
import type { ZonderEigenaarSoort } from "#domain/zonder-eigenaar.ts";
import { inOutlookAlready } from "./afspraak.ts";
import { openUrl, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice } from "./card.ts";
import { choiceInput, choicesOf, textInput } from "./input.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { aanwezigheidLabel, count, formatDate, functieKort } from "./word.ts";

const prefix = "aanwezig-";

/** Who is where, by person; what is not an answer of the list is left out. */
export function aanwezigheidSubmitted(input: unknown): ReadonlyMap<string, Aanwezigheid> {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(input);
  return new Map(
    Object.entries(sent).flatMap(([field, value]): [string, Aanwezigheid][] => {
      const answer = aanwezigheidSchema.safeParse(value);
      return field.startsWith(prefix) && answer.success ? [[field.slice(prefix.length), answer.data]] : [];
    }),
  );
}

/** Who comes for one item alone stands here for who reads that item. */
function guests({ punten, plaats }: RondeGezien): Element[] {
  return punten.flatMap(({ id: puntId, referentie, genodigden = [] }) =>
    genodigden.map((one) =>
      choiceInput({
        id: `${prefix}${erbijKey({ puntId, persoonId: one.persoonId })}`,
        label: `${one.naam} (${functieKort[one.functie]}), alleen voor ${referentie}`,
        choices: choicesOf(aanwezigheidLabel, erbijSchema.options),
        style: "compact",
        value: verwachtErbij(one, plaats),
      }),
    ),
  );
}

export function aanwezigheidCard(gezien: RondeGezien, token: Stamp): Card {
  const { deelnemers, plaats, datum } = gezien;
  return card({
    kind: "Overlegronde",
    title: "Wie zijn er?",
    subtitle: formatDate(datum),
    body: [
      ...deelnemers.map((one) =>
        choiceInput({
          id: `${prefix}${one.persoonId}`,
          label: `${one.naam} (${functieKort[one.functie]})`,
          choices: choicesOf(aanwezigheidLabel, aanwezigheden),
          style: "compact",
          value: verwachteAanwezigheid(one, deelnemers, plaats),
        }),
      ),
      ...guests(gezien),
    ],
    actions: [submit({ title: "Opslaan", verb: rondeVerb.aanwezigheidOpslaan, token, style: "positive" })],
    fallbackText: "Geef aan wie er zijn.",
  });
}

/** Empty: the chair keeps the notes. */
export const notulistSubmitted = z.object({
  notulist: z.union([z.literal("voorzitter").transform(() => null), z.uuid()]),
});

export function notulistCard({ deelnemers, voorzitter, notulist }: RondeGezien, token: Stamp): Card {
  return card({
    kind: "Overlegronde",
    title: "Wie maakt de notulen?",
    body: [
      choiceInput({
        id: "notulist",
        label: "Notulist",
        choices: [
          { title: `${voorzitter.naam} (voorzitter)`, value: "voorzitter" },
          ...deelnemers
            .filter(({ persoonId }) => persoonId !== voorzitter.persoonId)
            .map(({ persoonId, naam, functie }) => ({
              title: `${naam} (${functieKort[functie]})`,
              value: persoonId,
            })),
        ],
        style: "expanded",
        value: notulist?.persoonId ?? "voorzitter",
        required: "Kies iemand.",
      }),
      smallPrint(
        "De notulist kan de ronde openen en sluiten, en besluiten vastleggen. Een notulist ziet alleen wat de toestemming toelaat.",
      ),
    ],
    actions: [submit({ title: "Opslaan", verb: rondeVerb.notulistOpslaan, token, style: "positive" })],
    fallbackText: "Kies een notulist.",
  });
}

/** Somebody who is there and has the chair from now on. */
export const overdragenSubmitted = z.object({ voorzitter: z.uuid() });

export function overdragenCard({ deelnemers, voorzitter }: RondeGezien, token: Stamp): Card {
  const others = deelnemers.filter((one) => one.persoonId !== voorzitter.persoonId && isThere(one));
  return card({
    kind: "Overlegronde",
    title: "Wie wordt voorzitter?",
    body: [
      choiceInput({
        id: "voorzitter",
        label: "Voorzitter",
        choices: others.map(({ persoonId, naam, functie }) => ({
          title: `${naam} (${functieKort[functie]})`,
          value: persoonId,
        })),
        style: "expanded",
        required: "Kies iemand.",
      }),
      smallPrint(
        "Het gaat meteen in. De nieuwe voorzitter krijgt de kaart met alles wat al is vastgelegd, en ziet alleen wat de toestemming toelaat.",
      ),
    ],
    actions: [submit({ title: "Draag over", verb: rondeVerb.overdragen, token, style: "positive" })],
    fallbackText: "Kies een nieuwe voorzitter.",
  });
}

export function overnemenCard({ voorzitter }: RondeGezien, token: Stamp): Card {
  return card({
    kind: "Overlegronde",
    title: "Voorzitter worden?",
    body: [
      list([
        `Nu is ${voorzitter.naam} voorzitter. Neem over als dat niet meer gaat.`,
        "Wat is vastgelegd, blijft staan. Je gaat verder waar het team was.",
        `${voorzitter.naam} krijgt er bericht van.`,
      ]),
    ],
    actions: [submit({ title: "Ja, ik neem over", verb: rondeVerb.overnemen, token, style: "positive" })],
    fallbackText: "Neem de overlegronde over als voorzitter.",
  });
}

export const brengtInSubmitted = z.object({ inbrenger: z.uuid() });

export function brengtInCard(
  { punt, wie }: { readonly punt: PuntGezien; readonly wie: readonly BrengtIn[] },
  token: Stamp,
): Card {
  return card({
    kind: `Hulpvraag ${punt.referentie}`,
    title: "Wie brengt in?",
    body: [
      choiceInput({
        id: "inbrenger",
        label: "Wie vertelt over deze hulpvraag?",
        choices: wie.map(({ persoonId, naam }) => ({ title: naam, value: persoonId })),
        style: "expanded",
        value: punt.brengtIn?.persoonId,
        required: "Kies iemand.",
      }),
      smallPrint("Hier staan alleen mensen die deze hulpvraag mogen horen."),
    ],
    actions: [submit({ title: "Opslaan", verb: rondeVerb.brengtIn, token, style: "positive" })],
    fallbackText: "Kies wie deze hulpvraag inbrengt.",
  });
}

export function afzeggenCard({ datum, deelnemers }: RondeGezien, token: Stamp): Card {
  return card({
    kind: "Overlegronde",
    title: "Overlegronde afzeggen?",
    subtitle: formatDate(datum),
    tone: "warning",
    body: [
      list([
        `${count(deelnemers.length, "deelnemer krijgt", "deelnemers krijgen")} bericht.`,
        "Wat op de agenda staat, wacht op een andere overlegronde.",
        "Wil je alleen een andere dag? Kies dan: Wijzigen.",
      ]),
    ],
    actions: [submit({ title: "Ja, zeg af", verb: rondeVerb.afzeggen, token, style: "destructive" })],
    fallbackText: "Overlegronde afzeggen.",
  });
}

export function sluitenCard(gezien: RondeGezien, token: Stamp): Card {
  const { punten, adviesvragen, deelnemers } = gezien;
  const open = punten.filter(({ besproken }) => !besproken);
  const numbers = (some: typeof open) => some.map(({ referentie }) => referentie).join(", ");
  const rest = open.filter(({ kring }) => kring === null);
  // The directeur decided for this one round.
  const once = open.filter(({ kring }) => kring !== null);
  const waits = adviesvragen?.punten.some(({ uitkomst }) => uitkomst === null) ?? false;
  return card({
    kind: "Overlegronde",
    title: "Overlegronde sluiten?",
    body: [
      ...(rest.length > 0 ? [paragraph(`Dit wacht op de volgende overlegronde: ${numbers(rest)}.`)] : []),
      ...(once.length > 0
        ? [
            notice(
              "warning",
              `Nog niet besproken: ${numbers(once)}. Het besluit van de directeur geldt alleen voor deze ronde. Sluit je nu, dan moet je het opnieuw vragen.`,
            ),
          ]
        : []),
      ...(waits
        ? [paragraph("Er ligt nog een adviesvraag zonder advies. Die gaat naar de volgende overlegronde.")]
        : []),
      ...ownerlessSection(punten),
      ...doneWords(gezien, open.length === 0 && !waits),
      ...(deelnemers.length > 0 && deelnemers.every(({ aanwezigheid }) => aanwezigheid === null)
        ? [
            notice(
              "warning",
              "Je hebt nog niet opgeschreven wie er waren. Doe dat eerst met de knop ‘Wie zijn er?’.",
            ),
          ]
        : []),
      smallPrint("Daarna krijgt de voorzitter de samenvatting voor het kanaal, om na te kijken."),
    ],
    actions: [submit({ title: "Ja, sluit de ronde", verb: rondeVerb.sluiten, token, style: "positive" })],
    fallbackText: "Overlegronde sluiten.",
  });
}

/** What has been decided and has nobody to see to it; only of what this person sees. What has no besluit is said above. */
function ownerlessSection(punten: RondeGezien["punten"]): Element[] {
  const lines = punten.flatMap(({ referentie, zonderEigenaar = [] }) =>
    zonderEigenaar.flatMap((soort) => {
      const words = ownerlessWords[soort];
      return words ? [`${referentie}: ${words}`] : [];
    }),
  );
  if (lines.length === 0) return [];
  return [notice("warning", "Dit heeft nog geen eigenaar. Spreek af wie het doet."), list(lines)];
}

const ownerlessWords: Readonly<Record<ZonderEigenaarSoort, string | null>> = {
  geen_besluit: null,
  actie_houder_weg: "wie de actie zou doen, zit niet meer in het team. Draag de actie over.",
  regierol_houder_weg: "wie de regierol zou krijgen, zit niet meer in het team. De ib vraagt iemand anders.",
  doorlopen_zonder_houder: "dit loopt door, maar niemand heeft de regierol.",
  terugkoppeling_zonder_ib: "er is geen ib of coo van de school om te vertellen wat er is besloten.",
};

/** The same whatever lies out of sight: that there is more would tell of a hulpvraag that this person may not know of. */
function doneWords({ heleAgenda, mag, punten, adviesvragen }: RondeGezien, done: boolean): Element[] {
  const isEmpty = punten.length + (adviesvragen?.punten.length ?? 0) === 0;
  const all = isEmpty ? "Er staat niets op de agenda." : "Op deze agenda staat niets meer open.";
  if (heleAgenda) return done ? [paragraph(all)] : [];
  const whom = mag.has("notulist") ? "de ib" : "de voorzitter of de ib";
  return [paragraph(`${done ? "Wat jij ziet, is besproken. " : ""}Vraag eerst aan ${whom}: is alles klaar?`)];
}

export function agendalinkCard({
  url,
  uitnodiging = false,
}: {
  readonly url: string;
  /** This person has one of Outlook already. */
  readonly uitnodiging?: boolean;
}): Card {
  return card({
    kind: "Overlegronde",
    title: "Zet in je agenda",
    body: [
      ...(uitnodiging ? [notice("info", inOutlookAlready)] : []),
      paragraph("Open het bestand. Je agenda vraagt dan of je het wilt bewaren."),
      smallPrint(
        "De link werkt één keer, tien minuten lang. Geef hem niet door. Er staat niets in over leerlingen.",
      ),
    ],
    actions: [openUrl({ title: "Open agendabestand", url })],
    fallbackText: "Open het bestand om de overlegronde in je agenda te zetten.",
  });
}

export function agendaWegCard({ url }: { readonly url: string }): Card {
  return card({
    kind: "Overlegronde",
    title: "Haal uit je agenda",
    body: [
      paragraph("Open het bestand. Je agenda haalt het overleg dan weg, of vraagt je dat te doen."),
      smallPrint(
        "Dit werkt als je het eerder met ‘Zet in mijn agenda’ hebt bewaard. De link werkt één keer, tien minuten lang.",
      ),
    ],
    actions: [openUrl({ title: "Open agendabestand", url })],
    fallbackText: "Open het bestand om de overlegronde uit je agenda te halen.",
  });
}

export function abonnementCard({ url }: { readonly url: string }): Card {
  return card({
    kind: "Agenda",
    title: "Je agenda-abonnement",
    lead: "Al je overlegrondes staan vanzelf in je agenda. Verandert er iets? Dan verandert je agenda mee.",
    body: [
      list(
        [
          "Kopieer het adres hieronder.",
          "Kies in Outlook: Agenda toevoegen, en dan: Abonneren via internet.",
          "Plak het adres en bewaar.",
        ],
        "steps",
      ),
      // In a field, because a phone selects and copies that in one go.
      textInput({ id: "adres", label: "Adres", maxLength: 300, value: url }),
      smallPrint(
        "Dit adres is alleen van jou: geef het aan niemand. Er staan tijden en links in, niets over leerlingen.",
      ),
    ],
    fallbackText: "Het adres van je agenda-abonnement.",
  });
}

/** We keep no address that works, so an old one cannot be shown again. */
export function nieuwAbonnementCard(token: Stamp): Card {
  return card({
    kind: "Agenda",
    title: "Een nieuw agenda-abonnement?",
    body: [
      paragraph("Je hebt al een abonnement. Als je een nieuw adres maakt, werkt het oude niet meer."),
      smallPrint("Ik bewaar je adres niet leesbaar. Daarom kan ik het oude niet nog eens laten zien."),
    ],
    actions: [submit({ title: "Maak een nieuw adres", verb: rondeVerb.abonnement, token })],
    fallbackText: "Een nieuw agenda-abonnement maken.",
  });
}
