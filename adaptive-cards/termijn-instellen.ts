/** How long the terms are: all of them in groups for the beheerder, and a dialog for one group. */
import { z } from "zod/v4";
import {
  beschermd,
  eenheidOf,
  grensOf,
  instelbaar,
  settingsOf,
  type TermijnEenheid,
  type TermijnenGezien,
  type TermijnForm,
  type TermijnGroep,
  type TermijnProbleem,
  type TermijnProblemen,
  type TermijnWissel,
  termijnBron,
  termijnGroepen,
  termSettings,
} from "#domain/termijn-instellen.ts";
import type { TermSetting } from "#domain/termijn-setting.ts";
import { buttons, execute, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { numberInput } from "./input.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { capital, count } from "./word.ts";

export const termijnInstelVerb = {
  overzicht: "show-termijnen",
  vraag: "open-termijnen",
  opslaan: "save-termijnen",
  terug: "reset-termijnen",
} as const;

const groepLabel: Readonly<Record<TermijnGroep, string>> = {
  na_overleg: "Na het overleg",
  regierol: "Regierol vragen en overdragen",
  uitvoering: "Uitvoering",
  traject: "Traject en wachtlijst",
  ouders: "Ouders en toestemming",
  veiligheid: "Veiligheid",
  aanmelding: "Loket en wijkteam",
  later: "Verzetten en pauzeren",
};

const settingLabel: Readonly<Record<TermSetting, string>> = {
  verslag_schooldagen: "Verslag vaststellen",
  terugkoppeling_schooldagen: "Ouders het besluit vertellen",
  akkoord_schooldagen: "Akkoord vragen op de regierol",
  aanbod_schooldagen: "Antwoord op een vraag om de regierol",
  nieuw_aanbod_schooldagen: "Iemand anders vragen",
  overdracht_schooldagen: "Beslissen over overdragen",
  waarneming_vanaf_schooldagen: "Zo lang weg, dan neemt de ib waar",
  eerste_contact_schooldagen: "Eerste contact met het gezin",
  giz_schoolweken: "GIZ vastleggen",
  actielijnen_schoolweken: "Actielijnen uitzetten",
  voortgang_schoolweken: "Voortgang melden, steeds na",
  review_maanden: "Terugblik, steeds na",
  afsluiting_schooldagen: "Afsluiting bevestigen",
  tussenevaluatie_schoolweken: "Tussenevaluatie",
  eindevaluatie_schoolweken: "Eindevaluatie",
  wachtlijst_maanden: "Navragen bij een wachtlijst, steeds na",
  overbrugging_schoolweken: "Overbrugging, per keer hooguit",
  overbrugging_vooruit_schooldagen: "Beslissen over overbrugging, vooraf",
  toestemming_vooruit_schoolweken: "Nieuwe toestemming vragen, vooraf",
  bezwaar_schooldagen: "Tijd voor bezwaar",
  gesprek_schooldagen: "Gesprek na een nee",
  intrekking_schooldagen: "Afhandelen van een intrekking",
  meldcode_schooldagen: "Stappen van de meldcode nalopen",
  uitzondering_schooldagen: "Vastleggen wat zonder ouders is besproken",
  loket_versturen_schooldagen: "Aanmelding versturen",
  aanmelding_ontvangst_schooldagen: "Navragen of zij is ontvangen",
  aanmelding_oppakken_schoolweken: "Navragen of zij is opgepakt",
  aanmelding_navragen_maanden: "Navragen wat het oplevert, steeds na",
  pauze_schoolweken: "Een hulpvraag pauzeren, per keer hooguit",
  pauze_keren: "Een hulpvraag pauzeren, hoe vaak",
  uitstel_schooldagen: "Een taak verzetten, per keer hooguit",
  uitstel_keren: "Een taak verzetten, hoe vaak",
};

const eenheid: Readonly<Record<TermijnEenheid, readonly [one: string, more: string]>> = {
  schooldagen: ["schooldag", "schooldagen"],
  schoolweken: ["schoolweek", "schoolweken"],
  maanden: ["maand", "maanden"],
  keren: ["keer", "keer"],
};

/** As the documents are called by who works with them. */
const bronLabel = {
  "000": "School Zorg Teams in Rotterdam",
  "001": "de ONZE-aanpak",
  "003": "Team Schoolondersteuning",
  "004": "de Wegwijzer voor intern begeleiders",
} as const;

function lengte(setting: TermSetting, amount: number): string {
  const [one, more] = eenheid[eenheidOf(setting)];
  return count(amount, one, more);
}

function line(setting: TermSetting, now: number): string {
  const { usual } = grensOf(setting);
  const differs = now === usual ? "gewoon" : `gewoon ${usual}`;
  const source = termijnBron[setting];
  const from = source ? ` Bron: ${bronLabel[source]}.` : "";
  return `${settingLabel[setting]}: ${lengte(setting, now)} (${differs}).${from}`;
}

export function termijnenCard({ nu }: TermijnenGezien, token: Stamp, melding?: string): Card {
  const changed = termSettings.some((setting) => nu[setting] !== grensOf(setting).usual);
  return card({
    kind: "Instellingen",
    title: "Hoe lang duren termijnen?",
    lead: "Dit geldt voor alle scholen van jullie samenwerkingsverband.",
    body: [
      ...(melding ? [notice("info", melding)] : []),
      notice("info", geldt),
      ...termijnGroepen.map((groep) =>
        section(
          groepLabel[groep],
          list(settingsOf(groep).map((setting) => line(setting, nu[setting]))),
          buttons([
            openDialog({
              title: `Pas aan: ${korteGroep[groep]}`,
              verb: termijnInstelVerb.vraag,
              token,
              more: { groep },
            }),
          ]),
        ),
      ),
    ],
    actions: [
      execute({ title: "Vernieuw", verb: termijnInstelVerb.overzicht, token }),
      ...(changed ? [execute({ title: "Alles weer gewoon", verb: termijnInstelVerb.terug, token })] : []),
    ],
    fallbackText: "Hoe lang termijnen duren.",
  });
}

/** On a button, so that each says for itself what it opens. */
const korteGroep: Readonly<Record<TermijnGroep, string>> = {
  na_overleg: "na overleg",
  regierol: "regierol",
  uitvoering: "uitvoering",
  traject: "traject",
  ouders: "ouders",
  veiligheid: "veiligheid",
  aanmelding: "aanmelding",
  later: "verzetten en pauze",
};

const geldt =
  "Een nieuwe lengte geldt voor termijnen die daarna beginnen. Wat al loopt, blijft zoals het is.";
const geldtMeteen = "Dit geldt meteen, ook voor wat al loopt.";

export const groepSubmitted = z.object({ groep: z.enum(termijnGroepen).catch("na_overleg") });

const whole = z
  .union([z.number(), z.string().max(20)])
  .catch("")
  .transform((sent): number | null => {
    const number = typeof sent === "number" ? sent : sent.trim() === "" ? Number.NaN : Number(sent);
    return Number.isInteger(number) ? number : null;
  });

export function parseTermijnen(groep: TermijnGroep, input: unknown): TermijnForm {
  return z.object(Object.fromEntries(instelbaar(groep).map((setting) => [setting, whole]))).parse(input);
}

export interface TermijnDialog {
  readonly groep: TermijnGroep;
  readonly form?: TermijnForm;
  readonly problemen?: TermijnProblemen;
  readonly melding?: string;
}

export function termijnGroepCard(
  { nu }: TermijnenGezien,
  token: Stamp,
  { groep, form, problemen = {}, melding }: TermijnDialog,
): Card {
  const own = instelbaar(groep);
  const fixed = settingsOf(groep).filter((setting) => !own.includes(setting));
  const why = own.flatMap((setting) => protects(setting));
  return card({
    kind: "Instellingen",
    title: groepLabel[groep],
    lead: groep === "later" ? geldtMeteen : geldt,
    body: [
      ...(melding ? [notice("info", melding)] : []),
      ...own.map((setting): Element => {
        const { min, max } = grensOf(setting);
        const [, more] = eenheid[eenheidOf(setting)];
        const probleem = problemen[setting];
        return numberInput({
          id: setting,
          label: `${settingLabel[setting]} (${more}, ${min} tot en met ${max})`,
          required: `Kies een getal van ${min} tot en met ${max}.`,
          min,
          max,
          value: (form ? form[setting] : nu[setting]) ?? undefined,
          error: probleem && probleemWords(probleem),
        });
      }),
      ...fixed.map((setting) => paragraph(`${line(setting, nu[setting])} Dit ligt vast.`)),
      ...(why.length > 0 ? [smallPrint("Deze grenzen beschermen kind en ouders:"), list(why)] : []),
    ],
    actions: [
      submit({
        title: "Opslaan",
        verb: termijnInstelVerb.opslaan,
        token,
        style: "positive",
        more: { groep },
      }),
    ],
    fallbackText: "Termijnen aanpassen.",
  });
}

function protects(setting: TermSetting): string[] {
  const bound = beschermd[setting];
  if (!bound) return [];
  const side = eenheidOf(setting) === "keren" ? "vaker" : bound.kant === "max" ? "langer" : "korter";
  return [`${settingLabel[setting]}: nooit ${side} dan ${lengte(setting, bound.grens)}.`];
}

function probleemWords(probleem: TermijnProbleem): string {
  switch (probleem.kind) {
    case "grens":
      return `kies een heel getal van ${probleem.min} tot en met ${probleem.max}.`;
    case "voor_eind":
      return `kies minder schoolweken dan de eindevaluatie (${probleem.eind}).`;
  }
}

const wisselLine = ({ setting, van, naar }: TermijnWissel) =>
  `${settingLabel[setting]}: van ${van} naar ${lengte(setting, naar)}.`;

export const termijnInstelWords = {
  dialogTitle: "Termijnen",
  saved: (gewisseld: readonly TermijnWissel[]) =>
    gewisseld.length > 0
      ? `${capital(gewisseld.map(wisselLine).join(" "))} Druk op de kaart op Vernieuw om alles te zien.`
      : "Er is niets veranderd.",
  reset: "Alles staat weer op de gewone lengte.",
  stale: "Iemand anders heeft net iets aangepast. Kijk wat er nu staat, en pas het zo nodig opnieuw aan.",
} as const;
