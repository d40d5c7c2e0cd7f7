/** Words for what is waited for and what bridges it: the closed lists, and the sentences of one place. */
import type { Aanspreek } from "#domain/aanspreek.ts";
import type {
  Doelcheck,
  Overbrugger,
  OverbruggingBesluit,
  OverbruggingDoel,
  OverbruggingEinde,
  OverbruggingSoort,
  VerlengReden,
} from "#domain/overbrugging.ts";
import type { OverbruggingGezien, WachtplekGezien } from "#domain/see-wachtlijst.ts";
import type { GeenReden, HulpSoort, WachtAntwoord, WachtUitkomst } from "#domain/wachtlijst.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { capital, count, formatDate, formatDay, uncapital } from "./word.ts";

export const hulpLabel: Readonly<Record<HulpSoort, string>> = {
  jeugdhulp_ggz: "Jeugdhulp of ggz",
  logopedie: "Logopedie",
  speciaal_onderwijs: "Speciaal onderwijs (so, sbo, vso)",
  wijkteam: "Het wijkteam",
  jeugdarts: "De jeugdarts",
  overig: "Andere hulp",
};

/** In a sentence. */
export const hulpNaam: Readonly<Record<HulpSoort, string>> = {
  jeugdhulp_ggz: "jeugdhulp of ggz",
  logopedie: "logopedie",
  speciaal_onderwijs: "speciaal onderwijs",
  wijkteam: "het wijkteam",
  jeugdarts: "de jeugdarts",
  overig: "andere hulp",
};

export const wachtUitkomstLabel: Readonly<Record<WachtUitkomst, string>> = {
  gestart: "De hulp is begonnen",
  niet_meer_nodig: "De hulp is niet meer nodig",
  andere_plek: "Gaat naar een andere plek",
  afgewezen: "Afgewezen",
};
export const wachtAntwoordLabel: Readonly<Record<WachtAntwoord, string>> = {
  wacht_nog: "Wacht nog",
  ...wachtUitkomstLabel,
};

export const geenRedenLabel: Readonly<Record<GeenReden, string>> = {
  niet_wenselijk: "Het is niet goed voor dit kind",
  gezin_wil_niet: "Het gezin wil het niet",
  hulp_begint_snel: "De hulp begint snel",
  al_overbrugd: "Er is al overbrugging voor andere hulp",
  niemand_beschikbaar: "Er is nu niemand die het kan doen",
};

export const overbruggingSoortLabel: Readonly<Record<OverbruggingSoort, string>> = {
  kindgesprekken: "Kindgesprekken",
  contact_met_ouders: "Contact met de ouders",
  ondersteuning_in_klas: "Ondersteuning in de klas",
  overig: "Iets anders",
};

export const overbruggerLabel: Readonly<Record<Overbrugger, string>> = {
  smw: "Schoolmaatschappelijk werk",
  wijkteam: "Het wijkteam",
  school: "De school",
  overig: "Iemand anders",
};

export const overbruggingDoelLabel: Readonly<Record<OverbruggingDoel, string>> = {
  niet_erger: "Het wordt niet erger",
  naar_school: "De leerling blijft naar school gaan",
  meedoen_in_klas: "De leerling kan meedoen in de klas",
  ouders_betrokken: "Het gezin blijft openstaan voor de hulp",
  klaar_voor_hulp: "De leerling is klaar voor de hulp",
};

export const doelcheckLabel: Readonly<Record<Doelcheck, string>> = {
  bereikt: "Het doel is bereikt",
  op_weg: "We komen dichterbij",
  gelijk: "Het blijft gelijk",
  erger: "Het wordt erger",
};

export const verlengRedenLabel: Readonly<Record<VerlengReden, string>> = {
  hulp_later: "De hulp begint later",
  doel_bijna: "Het doel is bijna bereikt",
  tot_overdracht: "Tot de hulp het overneemt",
};

export const overbruggingBesluitLabel: Readonly<Record<OverbruggingBesluit, string>> = {
  stoppen: "Stoppen",
  verlengen: "Verlengen",
  veranderen: "Veranderen",
};

export const overbruggingEindeLabel: Readonly<Record<OverbruggingEinde, string>> = {
  gestopt: "Gestopt",
  verlengd: "Verlengd",
  veranderd: "Veranderd",
  wachten_voorbij: "Er wordt niet meer gewacht",
};

export function wekenWords(weken: number): string {
  return weken === 0 ? "korter dan een week" : count(weken, "week", "weken");
}

/** What is waited for, or how it ended. */
export function wachtWords({ soort, stand, sinds, uitkomstOp, weken }: WachtplekGezien): string {
  const hulp = hulpNaam[soort];
  const op = uitkomstOp ? formatDate(uitkomstOp) : "";
  switch (stand) {
    case "wacht":
      return `Wacht op ${hulp}, sinds ${formatDate(sinds)} (${wekenWords(weken)}).`;
    case "gestart":
      return `${capital(hulp)}: begonnen op ${op}. Wachttijd: ${wekenWords(weken)}.`;
    case "niet_meer_nodig":
    case "andere_plek":
    case "afgewezen":
      return `${capital(hulp)}: ${uncapital(wachtUitkomstLabel[stand])}, op ${op}.`;
  }
}

/** Who keeps the contact, and until when the wait may last. */
export function contactWords(
  { contact, contactWeg, verwachtTot, nagevraagdOp }: WachtplekGezien,
  { aanspreek, vandaag }: { readonly aanspreek: Aanspreek; readonly vandaag: Temporal.PlainDate },
): string {
  const met = `Contact met ${aanspreekWords[aanspreek].naam}: ${contact?.naam ?? "nog niemand"}.`;
  return [
    met,
    ...(contactWeg ? [`${contactWeg} is niet meer betrokken.`] : []),
    ...(verwachtTot ? [`Verwacht tot ${formatDate(verwachtTot)}.`] : []),
    ...(nagevraagdOp ? [`Nagevraagd: ${formatDay(nagevraagdOp, vandaag)}.`] : []),
  ].join(" ");
}

export function overbruggingWords({
  overbrugging,
  geenOverbrugging,
  gestoptOp,
}: Pick<WachtplekGezien, "overbrugging" | "geenOverbrugging" | "gestoptOp">): string {
  if (overbrugging) return stretchWords(overbrugging);
  if (geenOverbrugging) return `Geen overbrugging: ${uncapital(geenRedenLabel[geenOverbrugging])}.`;
  return gestoptOp
    ? `De overbrugging is gestopt op ${formatDate(gestoptOp)}.`
    : "Nog niet gekozen: komt er overbruggingszorg?";
}

function stretchWords({ soort, door, tot, doel, keren }: OverbruggingGezien): string {
  const who = "naam" in door ? door.naam : uncapital(overbruggerLabel[door.code]);
  const again = keren > 0 ? ` Al ${keren} keer verlengd.` : "";
  return `Overbrugging tot en met ${formatDate(tot)}: ${uncapital(overbruggingSoortLabel[soort])}, door ${who}. Doel: ${uncapital(overbruggingDoelLabel[doel])}.${again}`;
}
