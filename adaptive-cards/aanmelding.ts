/** The Loket and the wijkteam: what can be done now, the dialogs, and what the card of the hulpvraag shows of them. */
import { z } from "zod/v4";
import {
  type AanmeldingGezien,
  type AanmeldingPlek,
  type AanmeldingStap,
  type AanmeldingUitkomst,
  aanmeldingPlekken,
  aanmeldingStappen,
  type StapForm,
  type StapProblemen,
  type VerstuurForm,
  type VerstuurProblemen,
} from "#domain/aanmelding.ts";
import { type AlGedaan, type Partij, partijen } from "#domain/code.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { type Sluitreden, sluitredenen } from "#domain/regierol-reden.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import { aanmeldingVerb } from "./aanmelding-verb.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { type Action, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, row, section } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { akkoordFields, type DialogZaak } from "./regierol-dialog.ts";
import { codeField, codesField, dateField, fieldWords } from "./regierol-form.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { type LooptNog, looptNogElements } from "./wachtlijst.ts";
import { afsluitredenLabel, alGedaanLabel, formatDate, formatDay } from "./word.ts";

export const plekNaam: Readonly<Record<AanmeldingPlek, string>> = {
  loket: "het Loket",
  wijkteam: "het wijkteam",
};
const plekTitel: Readonly<Record<AanmeldingPlek, string>> = { loket: "Loket", wijkteam: "Wijkteam" };

export const uitkomstLabel: Readonly<Record<AanmeldingUitkomst, string>> = {
  toegekend: "Toegekend",
  afgewezen: "Afgewezen",
  ander_advies: "Ander advies",
  ingetrokken: "Ingetrokken",
};

export const stapLabel: Readonly<Record<AanmeldingStap, string>> = {
  ontvangen: "Ontvangen",
  opgepakt: "Opgepakt",
  nagevraagd: "Nog geen uitkomst",
  ...uitkomstLabel,
};

const stapVraag: Readonly<Record<AanmeldingStap, string>> = {
  ontvangen: "De aanmelding is ontvangen. Ze ligt op de stapel",
  opgepakt: "De aanmelding is opgepakt",
  nagevraagd: "Nagevraagd, er is nog geen uitkomst",
  toegekend: "Uitkomst: toegekend",
  afgewezen: "Uitkomst: afgewezen",
  ander_advies: "Uitkomst: een ander advies",
  ingetrokken: "De aanmelding gaat niet door",
};

/** Null for a place that there is not. */
export const plekSubmitted = z.object({ bij: codeField(aanmeldingPlekken) });

/** In a sentence: where it stands, and until when we wait. */
export function standWords(gezien: AanmeldingGezien, vandaag: Temporal.PlainDate): string {
  const { stand, verstuurdOp, sinds, nagevraagdOp, uitkomst, uiterlijk } = gezien;
  const since = sinds ? formatDate(sinds) : "";
  const until = uiterlijk ? ` Navragen: ${formatDay(uiterlijk, vandaag)}.` : "";
  switch (stand) {
    case "verstuurd":
      return `Verstuurd op ${since}. Nog niet bevestigd.${until}`;
    case "ontvangen":
      return `Ontvangen op ${since}. Nog niet opgepakt.${until}`;
    case "opgepakt":
      return `Opgepakt. ${nagevraagdOp ? `Nagevraagd op ${since}: nog` : `Sinds ${since}, nog`} geen uitkomst.${until}`;
    case "uitkomst":
      if (!uitkomst) return "";
      return verstuurdOp
        ? `${uitkomstLabel[uitkomst]}, op ${since}.`
        : `Niet verstuurd. Besloten op ${since}.`;
  }
}

/** For who reads the rest of the hulpvraag. */
export function aanmeldingSection({ aanmeldingen, vandaag, stil, mag }: HulpvraagGezien): Element[] {
  const waits = stil && mag.has("aanmelding_stap");
  return aanmeldingen.map((one) =>
    section(
      `Aanmelding bij ${plekNaam[one.bij]}`,
      paragraph(standWords(one, vandaag)),
      ...(waits && one.volgende.length > 0
        ? [notice("warning", `Laat ${plekNaam[one.bij]} weten dat de toestemming er niet meer is.`)]
        : []),
    ),
  );
}

const press = (title: string, verb: string, bij: AanmeldingPlek, token: Stamp) =>
  submit({ title, verb, token, more: { bij } });

export function aanmeldingenCard(gezien: HulpvraagGezien, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Loket en wijkteam",
    lead: "Ik verstuur niets. Ik houd bij hoe het staat, tot er een uitkomst is.",
    body: aanmeldingPlekken.flatMap((bij) => plekRow(gezien, bij, token)),
    fallbackText: "Loket en wijkteam.",
  });
}

function plekRow(gezien: HulpvraagGezien, bij: AanmeldingPlek, token: Stamp): Element[] {
  const { mag, aanmeldingen, vandaag, aanspreek } = gezien;
  const one = aanmeldingen.find((aanmelding) => aanmelding.bij === bij);
  const actions: Action[] = [];
  if (one && one.volgende.length > 0 && mag.has("aanmelding_stap"))
    actions.push(press("Hoe staat het nu?", aanmeldingVerb.vraagStap, bij, token));
  if (mag.has(bij === "loket" ? "aanmelding_loket" : "aanmelding_wijkteam"))
    actions.push(press("Aanmelding is verstuurd", aanmeldingVerb.vraagVersturen, bij, token));
  if (bij === "loket" && mag.has("loket_niet"))
    actions.push(press("Toch niet aanmelden", aanmeldingVerb.niet, bij, token));
  if (bij === "loket" && mag.has("loket_afsluiten"))
    actions.push(press("Afsluiten", aanmeldingVerb.vraagSluiten, bij, token));
  if (!one && actions.length === 0) return [];
  const todo =
    bij === "loket" && mag.has("loket_niet")
      ? "De ronde besloot om aan te melden. Het is nog niet verstuurd."
      : `Nog niet aangemeld. Dat kan met schriftelijk akkoord van ${aanspreekWords[aanspreek].naam}.`;
  const shown = one && !(bij === "loket" && mag.has("loket_niet"));
  return [row({ title: plekTitel[bij], lines: [shown ? standWords(one, vandaag) : todo], actions })];
}

export const verstuurSubmitted = z.object({
  verstuurdOp: dateField,
  akkoordOp: dateField,
  akkoordVan: codesField(partijen),
});

export function versturenCard(
  zaak: DialogZaak & { readonly partijen: readonly Partij[]; readonly alGedaan: readonly AlGedaan[] },
  token: Stamp,
  {
    bij,
    form,
    problemen,
  }: {
    readonly bij: AanmeldingPlek;
    readonly form?: VerstuurForm;
    readonly problemen?: VerstuurProblemen;
  },
): Card {
  const { vandaag, alGedaan } = zaak;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: `Aanmelden bij ${plekNaam[bij]}`,
    lead: `Verstuur de aanmelding zelf, in de veilige omgeving van ${plekNaam[bij]}. Leg hier vast dat het is gebeurd.`,
    body: [
      // 000 §3.1, "Postcodeloos werken".
      ...(bij === "wijkteam"
        ? [
            notice(
              "info",
              "Het wijkteam van de wijk waar de leerling woont. Dat kan een ander zijn dan dat van de school.",
            ),
          ]
        : []),
      ...(alGedaan.length > 0
        ? [
            paragraph("Neem dit over, dan hoeft het gezin het niet opnieuw te vertellen. Al gedaan:"),
            list(alGedaan.map((gedaan) => alGedaanLabel[gedaan])),
          ]
        : []),
      paragraph("Wie gaf schriftelijk akkoord op deze aanmelding?"),
      ...akkoordFields({ ...zaak, verplicht: true }, form, problemen),
      dateInput({
        id: "verstuurdOp",
        label: "Wanneer is de aanmelding verstuurd?",
        required: "Kies een dag.",
        max: vandaag.toString(),
        value: (form ? form.verstuurdOp : vandaag)?.toString(),
        ...fieldWords(problemen, "verstuurdOp"),
      }),
    ],
    actions: [
      submit({
        title: "Vastleggen",
        verb: aanmeldingVerb.versturen,
        token,
        style: "positive",
        more: { bij },
      }),
    ],
    fallbackText: "Aanmelding vastleggen.",
  });
}

export const stapSubmitted = z.object({ stap: codeField(aanmeldingStappen), op: dateField });

export function stapCard(
  zaak: DialogZaak,
  token: Stamp,
  {
    gezien,
    form,
    problemen,
  }: { readonly gezien: AanmeldingGezien; readonly form?: StapForm; readonly problemen?: StapProblemen },
): Card {
  const { bij, volgende } = gezien;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: `Hoe staat het bij ${plekNaam[bij]}?`,
    body: [
      paragraph(standWords(gezien, zaak.vandaag)),
      choiceInput({
        id: "stap",
        label: "Wat weet je nu?",
        choices: choicesOf(stapVraag, volgende),
        style: "expanded",
        required: "Kies wat je weet.",
        value: form?.stap ?? undefined,
        ...fieldWords(problemen, "stap"),
      }),
      dateInput({
        id: "op",
        label: "Op welke dag?",
        required: "Kies een dag.",
        max: zaak.vandaag.toString(),
        value: (form ? form.op : zaak.vandaag)?.toString(),
        ...fieldWords(problemen, "op"),
      }),
    ],
    actions: [
      submit({ title: "Vastleggen", verb: aanmeldingVerb.stap, token, style: "positive", more: { bij } }),
    ],
    fallbackText: "Hoe staat het met de aanmelding.",
  });
}

export const sluitenSubmitted = z.object({ reden: codeField(sluitredenen), verteldOp: dateField });
interface SluitenForm {
  readonly reden: Sluitreden | null;
  readonly verteldOp: Temporal.PlainDate | null;
}

export function naLoketCard(
  zaak: DialogZaak & { readonly gezien?: LooptNog },
  token: Stamp,
  filled: { readonly form?: SluitenForm; readonly problemen?: RegierolProblemen<keyof SluitenForm> } = {},
): Card {
  const { form, problemen } = filled;
  const { naam } = aanspreekWords[zaak.aanspreek];
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Afsluiten na het Loket",
    lead: `Vertel ${naam} eerst wat het Loket zegt.`,
    body: [
      ...(zaak.gezien ? looptNogElements(zaak.gezien) : []),
      choiceInput({
        id: "reden",
        label: "Is het doel bereikt?",
        choices: choicesOf(afsluitredenLabel, sluitredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.reden ?? undefined,
        ...fieldWords(problemen, "reden"),
      }),
      dateInput({
        id: "verteldOp",
        label: `Wanneer heb je het ${naam} verteld?`,
        required: "Kies een dag.",
        max: zaak.vandaag.toString(),
        value: (form ? form.verteldOp : zaak.vandaag)?.toString(),
        ...fieldWords(problemen, "verteldOp"),
      }),
      smallPrint("Daarna stoppen open acties en termijnen, en zien anderen de hulpvraag niet meer."),
    ],
    actions: [submit({ title: "Sluit af", verb: aanmeldingVerb.sluiten, token, style: "positive" })],
    fallbackText: "Afsluiten na het Loket.",
  });
}

export const aanmeldingWords = {
  dialogTitle: "Loket en wijkteam",
  verstuurd: "De aanmelding staat erin. Ik herinner de intern begeleider aan navragen.",
  gevolgd: "Het staat erin.",
  niet: "Er staat nu dat de aanmelding niet doorgaat.",
  gesloten: "De hulpvraag is afgesloten.",
  geenGrondslag: "Dit kan alleen met geldige schriftelijke toestemming. Regel die eerst.",
} as const;
