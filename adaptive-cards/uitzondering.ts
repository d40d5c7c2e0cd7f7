/** The card of a request to the directeur: one for the ib, one for the directeur, who sees no leerling in it. */
import type { KringLid, UitzonderingGezien } from "#domain/see-uitzondering.ts";
import { kleineKring, type UitzonderingStand, type Vervalreden } from "#domain/uitzondering.ts";
import { type Action, buttons, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, section, type Tone } from "./card.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { bold, freeText, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import { redenLabel, veiligThuisLabel, watKanWel } from "./uitzondering-word.ts";
import { formatDate, formatTime, functieNaam } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const uitzonderingSummary = "Een vraag in Zorgronde";

const stand: Record<UitzonderingStand, { readonly text: string; readonly tone: Tone }> = {
  gevraagd: { text: "Wacht op een besluit", tone: "warning" },
  ja: { text: "Mag één keer", tone: "good" },
  nee: { text: "Mag niet", tone: "attention" },
  ingetrokken: { text: "Teruggenomen door de ib", tone: "neutral" },
  teruggenomen: { text: "Teruggenomen door de directeur", tone: "attention" },
  gebruikt: { text: "Besproken, nu voorbij", tone: "neutral" },
  vervallen: { text: "Vervallen", tone: "neutral" },
};

const vervalWords: Record<Vervalreden, string> = {
  ronde_verzet: "de overlegronde is verzet. Het besluit gold alleen voor de oude dag.",
  ronde_vervallen: "de overlegronde gaat niet door.",
  ronde_begonnen: "de overlegronde begon voordat er een besluit was.",
  dag_voorbij: "de dag van de overlegronde is voorbij.",
  niet_besproken: "de overlegronde is voorbij en dit is niet besproken.",
  niet_meer_nodig: "er is nu toestemming.",
  hulpvraag_gestopt: "de hulpvraag is ingetrokken.",
};

export function uitzonderingCard(gezien: UitzonderingGezien, token: Stamp, lead?: string): Card {
  const first = firstActions(gezien, token);
  return card({
    kind: "Besluit directeur",
    title: `Vraag over ${gezien.referentie}`,
    subtitle: gezien.school,
    status: stand[gezien.stand],
    ...(lead ? { lead } : {}),
    body: [
      paragraph([bold("Nu:"), ` ${nowWords(gezien)}`]),
      ...(first.length > 0 ? [buttons(first)] : []),
      ...(gezien.ik === "directeur" ? forDirecteur(gezien) : forIb(gezien)),
      ...answer(gezien),
      ...question(gezien),
    ],
    actions: restActions(gezien, token),
    fallbackText: uitzonderingSummary,
  });
}

export function kringLabel({ naam, functie }: Pick<KringLid, "naam" | "functie">): string {
  return functie ? `${naam} (${functieNaam[functie]})` : naam;
}

function when({ ronde }: UitzonderingGezien): string {
  return `${formatDate(ronde.datum)}, ${formatTime(ronde.begin)} uur`;
}

function nowWords(gezien: UitzonderingGezien): string {
  const { ik, vrager, directeur, waarom, mag } = gezien;
  const ib = ik === "ib";
  switch (gezien.stand) {
    case "gevraagd":
      if (!mag.has(ib ? "intrekken" : "besluiten")) return "niets meer. Besluiten kan niet meer.";
      return ib
        ? `${directeur} besluit. Tot dan mag er niets worden besproken.`
        : `lees wat ${vrager} vraagt, en besluit voor ${when(gezien)}.`;
    case "ja":
      if (!ib) return `niets meer. Het mag één keer worden besproken, op ${when(gezien)}.`;
      return `zorg dat de hulpvraag op de agenda staat van ${when(gezien)}. Alleen die ronde mag.`;
    case "nee":
      return ib ? "kies hieronder wat wel kan." : `niets meer. ${vrager} heeft je reden gekregen.`;
    case "ingetrokken":
      return ib ? "niets. De vraag is teruggenomen." : `niets meer. ${vrager} nam de vraag terug.`;
    case "teruggenomen":
      return ib ? `niets bespreken. ${directeur} nam het ja terug.` : "niets meer. Je nam je ja terug.";
    case "gebruikt":
      return ib
        ? afterWords(gezien)
        : "niets meer. Het is besproken. Voor nog een keer is een nieuw besluit nodig.";
    case "vervallen":
      return `niets, want ${waarom ? vervalWords[waarom] : "het is voorbij."}${ib && waarom !== "niet_meer_nodig" && waarom !== "hulpvraag_gestopt" ? " Is het nog nodig? Vraag dan opnieuw." : ""}`;
  }
}

function afterWords({ hulpvraag }: UitzonderingGezien): string {
  if (hulpvraag?.vastleggen) return "leg vast wat er is besproken en wat eruit kwam.";
  if (hulpvraag?.oudersWeten) return "niets meer. De ouders weten het.";
  return hulpvraag?.herzienOp
    ? `kijk op ${formatDate(hulpvraag.herzienOp)} of de ouders het kunnen horen.`
    : "kijk wanneer de ouders het kunnen horen.";
}

function firstActions(gezien: UitzonderingGezien, token: Stamp): Action[] {
  const { mag, hulpvraag } = gezien;
  const about = hulpvraag ? `${hulpvraag.id}/${hulpvraag.versie}` : undefined;
  return [
    ...(mag.has("besluiten")
      ? [openDialog({ title: "Besluiten", verb: uitzonderingVerb.besluit, token, style: "positive" })]
      : []),
    ...(mag.has("verslag") && about
      ? [
          openDialog({
            title: "Bespreking vastleggen",
            verb: uitzonderingVerb.verslag,
            token,
            about,
            style: "positive",
          }),
        ]
      : []),
    ...(mag.has("ouders") && about
      ? [openDialog({ title: "Weten de ouders het?", verb: uitzonderingVerb.ouders, token, about })]
      : []),
  ];
}

function restActions({ mag, hulpvraag, ik }: UitzonderingGezien, token: Stamp): Action[] {
  return [
    ...(ik === "ib" && hulpvraag
      ? [
          execute({
            title: "Bekijk de hulpvraag",
            verb: hulpvraagVerb.toon,
            token,
            about: `${hulpvraag.id}/${hulpvraag.versie}`,
          }),
        ]
      : []),
    ...(mag.has("terugnemen")
      ? [
          openDialog({
            title: "Ja terugnemen",
            verb: uitzonderingVerb.vraagTerug,
            token,
            style: "destructive",
          }),
        ]
      : []),
    ...(mag.has("intrekken")
      ? [
          openDialog({
            title: "Vraag terugnemen",
            verb: uitzonderingVerb.vraagIntrekken,
            token,
            style: "destructive",
          }),
        ]
      : []),
  ];
}

function forDirecteur({ stand: now, redenen, kring, eerder, vrager }: UitzonderingGezien): Element[] {
  if (now !== "gevraagd") return [];
  const onlyRefusal = redenen.every((reden) => reden === "ouder_weigert");
  return [
    ...(onlyRefusal
      ? [
          notice(
            "warning",
            "De enige reden is dat een ouder weigert. Een ouder mag nee zeggen. Dat is op zich geen gevaar.",
          ),
        ]
      : []),
    ...(kring.length > kleineKring
      ? [notice("warning", "Er zijn meer dan vier mensen gevraagd. Kan het met minder?")]
      : []),
    ...(eerder > 0 ? [notice("info", "Voor deze hulpvraag is dit al eerder aan jou gevraagd.")] : []),
    section(
      "Waar je op let",
      list([
        "Dit mag alleen als vragen het kind in gevaar brengt.",
        "Het geldt één keer, voor deze overlegronde.",
        "Alleen wie echt nodig is, is erbij.",
        "Veilig Thuis en de meldcode gaan gewoon door.",
        "De ouders horen het later, zodra dat veilig is.",
      ]),
      smallPrint(`Je ziet hier niet om welk kind het gaat. Moet je dat weten? Bel ${vrager}.`),
    ),
  ];
}

function forIb({ stand: now, hulpvraag, directeur, kring, besluit }: UitzonderingGezien): Element[] {
  const gone = kring.filter(({ blijft }) => !blijft);
  return [
    ...(hulpvraag?.directeurWeg
      ? [
          notice(
            "warning",
            `${directeur} is geen directeur meer. Neem de vraag terug en vraag de nieuwe directeur.`,
          ),
        ]
      : []),
    ...(hulpvraag?.notulistNodig
      ? [
          notice(
            "warning",
            "De voorzitter van deze ronde hoort hier niet bij. Kies jezelf als notulist, dan leg jij het besluit vast.",
          ),
        ]
      : []),
    ...(now === "ja" && besluit?.besluit === "ja" && gone.length > 0
      ? [
          notice(
            "info",
            `${gone.map(({ naam }) => naam).join(", ")} is er niet bij: dat besloot de directeur.`,
          ),
        ]
      : []),
    ...(now === "nee" ? [section("Wat wel kan", list(watKanWel))] : []),
    ...(now === "gevraagd"
      ? [
          smallPrint(
            `Duurt het te lang? Bel ${directeur}. Kan het niet wachten? Bel Veilig Thuis: 0800-2000.`,
          ),
        ]
      : []),
  ];
}

function answer({ besluit, directeur, ik }: UitzonderingGezien): Element[] {
  if (!besluit) return [];
  const who = ik === "directeur" ? "Jij besloot" : `${directeur} besloot`;
  return [
    section(
      "Het besluit",
      paragraph(`${who} op ${formatDate(besluit.op)}: ${besluit.besluit}.`),
      ...(besluit.motivatie ? [paragraph("De reden:", { subtle: true }), freeText(besluit.motivatie)] : []),
    ),
  ];
}

function question(gezien: UitzonderingGezien): Element[] {
  const { vrager, gevraagdOp, redenen, reden, kring, veiligThuis } = gezien;
  const people: Sentence[] = kring.map(
    (lid) => `${kringLabel(lid)}${lid.blijft ? "" : ": mag er niet bij zijn"}`,
  );
  return [
    section(
      "De vraag",
      paragraph(`${vrager} vroeg dit op ${formatDate(gevraagdOp)}.`, { subtle: true }),
      list(redenen.map((one) => redenLabel[one])),
      ...(reden ? [freeText(reden)] : []),
    ),
    section("Wie erbij zijn", list(people)),
    facts([
      ["Overlegronde", when(gezien)],
      ["Veilig Thuis", veiligThuisLabel[veiligThuis]],
    ]),
  ];
}
