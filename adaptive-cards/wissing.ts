/** Erasing at somebody's request: the ib asks, a second person confirms, and both see how far it is. */
import { z } from "zod/v4";
import type { TeamlidFeit } from "#domain/dossier.ts";
import {
  type WisBezwaar,
  type Wisreden,
  type WissingGezien,
  type WissingStatus,
  type WisWeigerreden,
  wisredenen,
  wisWeigerredenen,
} from "#domain/wissing.ts";
import { type Action, execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, facts, notice, section, type Tone } from "./card.ts";
import { choiceInput, choicesOf } from "./input.ts";
import { bewaarredenLabel } from "./rechten.ts";
import {
  emptyField,
  type VerzoekFilled,
  verzoekerLabel,
  verzoekFields,
  verzoekInputs,
} from "./rechten-form.ts";
import { wissingVerb } from "./rechten-verb.ts";
import { codeField, personField } from "./regierol-form.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { capital, count, formatDate, functieNaam, join } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const wissingSummary = "Een verzoek in Zorgronde";

export const wisredenLabel: Record<Wisreden, string> = {
  verzoek: "De ouders, de voogd of de leerling vragen het",
  niet_meer_nodig: "Het is niet meer nodig",
  onterecht_vastgelegd: "Het had niet vastgelegd mogen worden",
  verkeerde_leerling: "Het gaat over de verkeerde leerling",
};

export const wisWeigerredenLabel: Record<WisWeigerreden, string> = {
  nog_nodig_voor_zorg: "De gegevens zijn nog nodig om de leerling te helpen",
  niet_van_de_juiste_persoon: "Wie het vraagt, mag hier niet over beslissen",
  loopt_onderzoek_of_klacht: "Er loopt een onderzoek of klacht",
  anders_overleg: "Eerst samen overleggen",
};

export const weigerSubmitted = z.object({ weigerreden: codeField(wisWeigerredenen) });

export const wissingSubmitted = z.object({
  reden: codeField(wisredenen),
  tweede: personField,
  ...verzoekFields,
});
export type WissingForm = z.output<typeof wissingSubmitted>;

export interface WissingVraagData {
  readonly referentie: string;
  readonly tweede: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
  readonly ontvangers: readonly string[];
  readonly form?: WissingForm;
  readonly leeg?: readonly string[];
}

export function wissingVraagCard(data: WissingVraagData, token: Stamp): Card {
  const { referentie, tweede, ontvangers, form, leeg = [] } = data;
  const filled: VerzoekFilled = { ...(form ? { van: form.van, identiteit: form.identiteit } : {}), leeg };
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Alles over deze leerling wissen",
    tone: "warning",
    lead: "Dit kun je niet terugdraaien. Iemand anders moet het bevestigen; tot dan verandert er niets.",
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom?",
        required: "Kies een reden.",
        choices: choicesOf(wisredenLabel, wisredenen),
        style: "expanded",
        value: form?.reden ?? undefined,
        ...emptyField({ leeg }, "reden"),
      }),
      section("Vragen de ouders of de leerling het? Vul dan ook in:", ...verzoekInputs(filled)),
      choiceInput({
        id: "tweede",
        label: "Wie bevestigt het?",
        required: "Kies wie het bevestigt.",
        choices: tweede.map(({ persoonId, naam, functie }) => ({
          title: `${naam} (${functieNaam[functie]})`,
          value: persoonId,
        })),
        style: "expanded",
        value: form?.tweede ?? (tweede.length === 1 ? tweede[0]?.persoonId : undefined),
        ...emptyField({ leeg }, "tweede"),
      }),
      ...(ontvangers.length > 0 ? [toldElement(ontvangers)] : []),
      smallPrint("Een directeur ziet bij het bevestigen niets over de leerling, alleen een nummer."),
    ],
    actions: [
      submit({ title: "Vraag om te wissen", verb: wissingVerb.opslaan, token, style: "destructive" }),
    ],
    fallbackText: "Vraag om gegevens te wissen.",
  });
}

/** AVG art. 19: who got it must hear that it is gone. */
function toldElement(ontvangers: readonly string[]): Element {
  return section(
    "Vertel het ook aan",
    paragraph(
      `${join(ontvangers)} ${ontvangers.length > 1 ? "zagen" : "zag"} iets van deze leerling, zegt het logboek. Vraag ${ontvangers.length > 1 ? "hun" : "daar"} om eigen aantekeningen ook weg te doen (AVG art. 19).`,
    ),
    smallPrint("Schrijf op wie het zijn: na het wissen weet ik dat niet meer."),
  );
}

/** What holds it up, and what to do. */
export function wisBezwaarCard({
  referentie,
  bezwaar,
}: {
  readonly referentie: string;
  readonly bezwaar: WisBezwaar | { readonly kind: "geen_tweede" };
}): Card {
  const [what, todo] = bezwaarWords(bezwaar);
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Wissen kan nu niet",
    tone: "warning",
    body: [paragraph(what), list(todo)],
    fallbackText: "Wissen kan nu niet.",
  });
}

function bezwaarWords(
  bezwaar: WisBezwaar | { readonly kind: "geen_tweede" },
): readonly [what: string, todo: readonly string[]] {
  switch (bezwaar.kind) {
    case "loopt":
      return [
        `${join(bezwaar.referenties)} loopt nog.`,
        [
          "Trek de hulpvraag eerst in, of sluit haar af. Dan horen de anderen dat het stopt.",
          "Vraag daarna opnieuw om te wissen.",
        ],
      ];
    case "bewaring":
      return [
        `Dit wordt bewaard tot en met ${formatDate(bezwaar.tot)}: ${bewaarredenLabel[bezwaar.reden].toLowerCase()}.`,
        [
          "Vertel dat aan wie het vraagt, met de reden (AVG art. 17 lid 3).",
          "Is de reden weg? Kies op de kaart: Niet langer bewaren.",
        ],
      ];
    case "geen_tweede":
      return [
        "Er is nu niemand anders op deze school die het kan bevestigen.",
        [
          "Dat kan een andere intern begeleider of ondersteuningscoördinator zijn, of de directeur.",
          "Vraag je beheerder om die persoon toe te voegen.",
        ],
      ];
  }
}

const stand: Record<WissingStatus, { readonly text: string; readonly tone: Tone }> = {
  gevraagd: { text: "Wacht op bevestiging", tone: "warning" },
  bevestigd: { text: "Bevestigd, wordt nu gewist", tone: "info" },
  geweigerd: { text: "Niet bevestigd", tone: "neutral" },
  ingetrokken: { text: "Teruggenomen", tone: "neutral" },
  verlopen: { text: "Geen antwoord op tijd", tone: "neutral" },
  tegengehouden: { text: "Tegengehouden", tone: "warning" },
  gewist: { text: "Gewist", tone: "good" },
  klaar: { text: "Gewist", tone: "good" },
};

export function wissingCard(gezien: WissingGezien, token: Stamp, lead?: string): Card {
  return card({
    kind: "Gegevens wissen",
    title: `Verzoek ${gezien.nummer}`,
    subtitle: gezien.school,
    status: stand[gezien.status],
    ...(lead ? { lead } : {}),
    body: [
      paragraph([bold("Nu:"), ` ${nowWords(gezien)}`]),
      ...nextElements(gezien),
      ...whatElements(gezien),
    ],
    actions: actionsOf(gezien, token),
    fallbackText: wissingSummary,
  });
}

function nowWords({ status, ik, vrager, tweede, uiterlijk, tegen, over }: WissingGezien): string {
  switch (status) {
    case "gevraagd":
      return ik === "tweede"
        ? `kijk of dit klopt. Vraag het na bij ${vrager} en noem het nummer. Dit kan tot en met ${formatDate(uiterlijk)}.`
        : `${tweede} bevestigt of weigert. Dit kan tot en met ${formatDate(uiterlijk)}.`;
    case "bevestigd":
      return "ik wis de gegevens.";
    case "geweigerd":
      return ik === "tweede"
        ? `niets meer voor jou. Met dit verzoek is niets gewist. ${vrager} ziet je reden en gaat ermee verder.`
        : `${tweede} heeft het niet bevestigd. Met dit verzoek is niets gewist. Doe wat hieronder staat.`;
    case "ingetrokken":
      return `niets. ${vrager} heeft het verzoek teruggenomen. Met dit verzoek is niets gewist.`;
    case "verlopen":
      return ik === "tweede"
        ? `niets meer voor jou. Je antwoord kwam niet op tijd. Met dit verzoek is niets gewist. ${vrager} gaat ermee verder.`
        : `${tweede} gaf geen antwoord op tijd. Met dit verzoek is niets gewist. Doe wat hieronder staat.`;
    case "tegengehouden":
      return tegen === "loopt"
        ? "niets. Intussen loopt er weer een hulpvraag. Met dit verzoek is niets gewist."
        : "niets. Intussen is er een reden om het te bewaren. Met dit verzoek is niets gewist.";
    case "gewist":
      return leftWords(over);
    case "klaar":
      return "niets meer. Alles is weg uit Zorgronde, ook mijn berichten in Teams.";
  }
}

/** After a no, or without an answer, somebody waits: the parents, or the school itself. */
function nextElements(gezien: WissingGezien): readonly Element[] {
  if (gezien.ik !== "vrager") return [];
  switch (gezien.status) {
    case "gevraagd":
      return [section("Komt er geen antwoord?", list(waitWords(gezien)))];
    case "verlopen":
      return [section("Wat doe je nu?", list(lapsedWords(gezien)))];
    case "geweigerd":
      return afterNo(gezien);
    default:
      return [];
  }
}

function waitWords(gezien: WissingGezien): readonly string[] {
  return [
    `Bel ${gezien.tweede}. Kan die niet? Neem het verzoek terug en vraag iemand anders.`,
    ...answerBy(gezien, "(AVG art. 12)."),
  ];
}

/** Retention may have erased it since; the request cannot know, for it keeps nothing of whose data they were. */
function lapsedWords(gezien: WissingGezien): readonly string[] {
  return [
    `Staat de leerling nog in Zorgronde? Bel ${gezien.tweede}, en vraag het opnieuw. Je kunt ook iemand anders laten bevestigen.`,
    "Vind je de leerling niet meer? Dan zijn de gegevens intussen gewist.",
    ...answerBy(gezien, "Duurt het langer? Zeg dan voor die dag waarom (AVG art. 12 lid 3)."),
  ];
}

function answerBy({ van, antwoordVoor: dag }: WissingGezien, more: string): readonly string[] {
  if (!dag) return [];
  const who = join(van.map((one) => verzoekerLabel[one].toLowerCase()));
  const end = more.startsWith("(") ? ` ${more}` : `. ${more}`;
  return [`Vertel ${who} uiterlijk op ${formatDate(dag)} wat er gebeurt${end}`];
}

function afterNo({ reden, tweede, weigerreden }: WissingGezien): readonly Element[] {
  const why = weigerreden ? [nextOf[weigerreden](tweede)] : [`Vraag ${tweede} waarom.`];
  const told =
    reden === "verzoek"
      ? [
          "Vertel wie het vroeg waarom het niet gebeurt: binnen een maand na die vraag, op papier of per mail (AVG art. 12 lid 4).",
          "Zeg erbij dat zij een klacht kunnen indienen bij de Autoriteit Persoonsgegevens, of naar de rechter kunnen gaan.",
        ]
      : [];
  return [section("Wat doe je nu?", list([...why, ...told, "Kan het later wel? Vraag het dan opnieuw."]))];
}

const nextOf: Record<WisWeigerreden, (tweede: string) => string> = {
  nog_nodig_voor_zorg: (tweede) => `Bespreek met ${tweede} wat nog nodig is, en tot wanneer.`,
  niet_van_de_juiste_persoon: () =>
    "Kijk wie het gezag heeft, en hoe je weet wie het vroeg. Klopt het gezag niet? Kies op de kaart: Gegevens corrigeren.",
  loopt_onderzoek_of_klacht: () => "Leg vast waarom en tot wanneer: kies op de kaart Langer bewaren.",
  anders_overleg: (tweede) => `Overleg met ${tweede}.`,
};

function leftWords({ berichten, onbereikbaar }: WissingGezien["over"]): string {
  const busy =
    berichten > 0
      ? ["de gegevens zijn weg. ", `Nog ${count(berichten, "bericht", "berichten")} in Teams.`]
      : ["de gegevens zijn weg."];
  const stuck =
    onbereikbaar > 0
      ? ` ${count(onbereikbaar, "bericht kan", "berichten kunnen")} nog niet weg, omdat iemand Zorgronde heeft verwijderd of geblokkeerd. Dat gebeurt zodra het kan.`
      : "";
  return `${busy.join("")}${stuck}`;
}

function whatElements(gezien: WissingGezien): readonly Element[] {
  const { reden, van, vrager, tweede, gevraagdOp, beantwoordOp, gewistOp, klaarOp, referenties, status } =
    gezien;
  const { weigerreden } = gezien;
  const lines: Sentence[] = [
    `${vrager} vroeg dit op ${formatDate(gevraagdOp)}.`,
    ...(beantwoordOp && (status === "bevestigd" || gewistOp)
      ? [`${tweede} bevestigde op ${formatDate(beantwoordOp)}.`]
      : []),
    ...(beantwoordOp && status === "geweigerd"
      ? [`${tweede} bevestigde niet, op ${formatDate(beantwoordOp)}.`]
      : []),
    ...(gewistOp ? [`De gegevens zijn gewist op ${formatDate(gewistOp)}.`] : []),
    ...(klaarOp ? [`Het laatste bericht ging weg op ${formatDate(klaarOp)}.`] : []),
  ];
  return [
    facts([
      ["Reden", wisredenLabel[reden]],
      ...(weigerreden ? [["Waarom niet", wisWeigerredenLabel[weigerreden]] as const] : []),
      ...(van.length > 0
        ? [["Gevraagd door", capital(join(van.map((one) => verzoekerLabel[one].toLowerCase())))] as const]
        : []),
      ...(referenties.length > 0 ? [["Nummers", join(referenties)] as const] : []),
    ]),
    section("Wat er gebeurde", list(lines)),
    ...(status === "klaar" || status === "gewist"
      ? [
          notice("info", typedStays),
          smallPrint("In het logboek blijft staan dat er is gewist, niet over wie het ging."),
        ]
      : []),
  ];
}

function actionsOf({ status, ik }: WissingGezien, token: Stamp): readonly Action[] {
  if (status === "gewist") return [execute({ title: "Hoe ver is het?", verb: wissingVerb.stand, token })];
  if (status !== "gevraagd") return [];
  return ik === "tweede"
    ? [
        openDialog({ title: "Bevestigen", verb: wissingVerb.vraagBevestigen, token, style: "destructive" }),
        openDialog({ title: "Nee, niet wissen", verb: wissingVerb.vraagWeigeren, token }),
      ]
    : [execute({ title: "Verzoek terugnemen", verb: wissingVerb.intrekken, token })];
}

/** Teams lets a bot take away only its own messages. */
const typedStays =
  "Wat iemand zelf typte in Teams, blijft staan. Dat kan ik niet weghalen. Vraag je collega's om het zelf weg te doen.";

/** The last question before it cannot be taken back. */
export function bevestigCard({ nummer, vrager }: WissingGezien, token: Stamp): Card {
  return card({
    kind: "Gegevens wissen",
    title: `Verzoek ${nummer} bevestigen?`,
    tone: "warning",
    lead: `Heb je het ${vrager} gevraagd? Dit kun je niet terugdraaien. Dit gebeurt meteen:`,
    body: [
      list([
        "alles over deze leerling gaat weg: vragen, besluiten, afspraken;",
        "de sleutel gaat kapot, dus ook een kopie is niet meer te lezen;",
        "mijn berichten en kaarten in Teams gaan weg, bij iedereen. Wat iemand zelf typte, blijft staan;",
        "er is geen kopie meer te maken.",
      ]),
      notice("warning", "Wil iemand nog een kopie? Weiger dan, en laat eerst de gegevens ophalen."),
    ],
    actions: [submit({ title: "Ja, wis alles", verb: wissingVerb.bevestigen, token, style: "destructive" })],
    fallbackText: "Bevestigen dat gegevens worden gewist.",
  });
}

/** The other answer: who asked must be able to tell the parents why. */
export function weigerCard(
  { nummer, vrager, leeg = false }: Pick<WissingGezien, "nummer" | "vrager"> & { readonly leeg?: boolean },
  token: Stamp,
): Card {
  return card({
    kind: "Gegevens wissen",
    title: `Verzoek ${nummer} niet bevestigen?`,
    lead: `Er wordt dan niets gewist. ${vrager} ziet je reden en vertelt die aan wie het vroeg.`,
    body: [
      choiceInput({
        id: "weigerreden",
        label: "Waarom niet?",
        required: "Kies een reden.",
        choices: choicesOf(wisWeigerredenLabel, wisWeigerredenen),
        style: "expanded",
        ...emptyField({ leeg: leeg ? ["weigerreden"] : [] }, "weigerreden"),
      }),
    ],
    actions: [submit({ title: "Nee, niet wissen", verb: wissingVerb.weigeren, token, style: "positive" })],
    fallbackText: "Waarom gegevens niet worden gewist.",
  });
}

export const wissingWords = {
  dialogTitle: "Gegevens wissen",
  asked: (nummer: string) => `Het verzoek heeft nummer ${nummer}. Er is nog niets gewist.`,
  running: (nummer: string) => `Er loopt al een verzoek om dit te wissen: ${nummer}.`,
  confirmed: "Bevestigd. Ik wis de gegevens nu.",
  refused: "Er is niets gewist. Je collega ziet je reden.",
  withdrawn: "Het verzoek is teruggenomen. Er is niets gewist.",
  self: "Je vroeg dit zelf. Iemand anders moet het bevestigen: zo gaat er niets per ongeluk weg.",
  late: "De dag is voorbij. Er is niets gewist. Je collega kan het opnieuw vragen.",
  changed: "Dit is intussen veranderd. Je ziet nu hoe het ervoor staat.",
} as const;
