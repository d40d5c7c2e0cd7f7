/** The sentence for a refused field: what to do, after "Pas aan:". */
import type { z } from "zod/v4";
import type { Problemen, Veldprobleem } from "#domain/veld.ts";
import { foundWords } from "./screening.ts";
import { formatDate, leerjaarLabel } from "./word.ts";

type Plain = Exclude<
  Veldprobleem["kind"],
  | "te_laat"
  | "te_ver"
  | "uren_week"
  | "te_vroeg"
  | "voor_nee"
  | "verlopen"
  | "leeftijd_bij_leerjaar"
  | "bevat"
  | "te_veel"
>;

const sentence: Record<Plain, string> = {
  leeg: "dit is nog leeg.",
  te_lang: "maak dit korter.",
  past_niet: "dit kan niet. Kies iets anders.",
  geen_nummer:
    "hier past alleen het nummer uit Kindkans of jullie leerlingsysteem. Geen naam, datum, postcode of diagnose.",
  geen_naam:
    "vul alleen de voornaam en achternaam van de leerling in, met hoofdletters. Andere woorden horen niet hier.",
  toekomst: "deze datum is nog niet geweest.",
  leeftijd: "klopt dit jaar? De leerling is dan te jong of te oud.",
  nog_geen_achttien: "deze leerling is nog geen 18 jaar.",
  niet_in_team: "kies alleen functies die nu in het team zitten.",
  geen_email: "vul één e-mailadres in, zoals naam@organisatie.nl.",
  geen_persoonsnaam: "gebruik alleen letters, zoals Anna de Wit.",
  zichzelf: "dit is de collega die weg is. Vul iemand anders in.",
  beide_of_geen: "vul beide dagen in, of geen van beide.",
  al_weg: "deze collega staat nu niet meer in de lijst. Kies iemand anders.",
  kan_niet_voorzitten: "deze collega zit nu niet vast in het team. Kies iemand anders.",
  staat_er_al:
    "deze persoon zit al met deze functie in het team. Pas de afspraken aan, of beslis eerst of die terugkomt.",
  laatste_ib: "dan is er geen intern begeleider meer. Vraag de beheerder eerst een nieuwe toe te voegen.",
  voorbij: "deze datum is al voorbij.",
  geen_bewijs: "zo is een ja niet te bewijzen. Vraag een handtekening, of een bevestiging op schrift.",
  bewijs_past_niet: "dit laat dat niet zien. Kies wat je echt hebt gezien of gedaan.",
  nieuw_antwoord:
    "dit is ruimer dan waar ja op is gezegd. Vraag iedereen opnieuw en vul de datum van dat nieuwe antwoord in.",
  niets_over: "zo blijft er niets over om te bespreken. Laat een onderwerp van de vraag staan.",
  over_een_kind:
    "dit lijkt over één kind te gaan. Een teamactie gaat niet over een kind. Zet het als actie bij de hulpvraag.",
  gevaar:
    "dit lijkt op direct gevaar. Bel 112, Veilig Thuis (0800-2000) of 113 (0800-0113), en volg de meldcode. Ik heb dit niet bewaard. Gaat het om iets anders? Schrijf het dan anders op.",
};

/** `text` is what was filled in: of a refused text the words that were found are named. */
export function veldWords(problem: Veldprobleem | undefined, text?: string): string | undefined {
  if (!problem) return undefined;
  switch (problem.kind) {
    case "te_laat":
      return `kies ${formatDate(problem.uiterlijk)} of eerder. Toestemming geldt hooguit één schooljaar.`;
    case "te_ver":
      return `kies ${formatDate(problem.uiterlijk)} of eerder.`;
    case "uren_week":
      return `vul een getal in van 0 tot en met ${problem.hooguit}, zoals 4 of 12,5.`;
    case "te_veel":
      return `kies er hooguit ${problem.hooguit}.`;
    case "te_vroeg":
      return `kies ${formatDate(problem.vanaf)} of later.`;
    case "verlopen":
      return `dit ja gold tot en met ${formatDate(problem.tot)}. Vraag het opnieuw, en vul dat antwoord in.`;
    case "leeftijd_bij_leerjaar":
      return `de leerling is dan ${problem.leeftijd} jaar. Dat past niet bij ${leerjaarLabel[problem.leerjaar]}. Kijk het jaar en de groep of klas na.`;
    case "voor_nee":
      return `deze persoon zei op ${formatDate(problem.nee)} nee. Een ja van die dag of daarvoor telt niet. Vul een nieuw antwoord in, van een latere dag.`;
    default:
      break;
  }
  return problem.kind === "bevat" ? foundWords(problem, text) : sentence[problem.kind];
}

/** What a form sent, field by field, as text: to draw it again as it was filled in. */
export type Form<Veld extends string> = Readonly<Record<Veld, string>>;

/** The fields that the schema of the form refused. */
export function refusedFields<Veld extends string>(error: z.ZodError, form: Form<Veld>): Problemen<Veld> {
  const fields = error.issues.map((issue): [string, Veldprobleem] => {
    const field = String(issue.path[0]);
    if (issue.code === "too_big") return [field, { kind: "te_lang" }];
    const filled = Object.entries(form).some(([name, value]) => name === field && value !== "");
    return [field, filled ? { kind: "past_niet" } : { kind: "leeg" }];
  });
  return Object.fromEntries(fields.toReversed()) as Problemen<Veld>;
}
