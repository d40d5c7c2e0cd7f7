/** Words around a decision of the directeur: labels of its lists, refused fields, and whom to call. */
import type { NogNietReden, UitzonderingReden, VeiligThuisStand } from "#domain/uitzondering.ts";
import type { UitzonderingProbleem } from "#domain/uitzondering-form.ts";
import { type Element, notice, section } from "./card.ts";
import { meldcode } from "./crisis.ts";
import { bold, list } from "./text.ts";
import { veldWords } from "./veld.ts";
import { formatDate, join } from "./word.ts";

export const redenLabel: Record<UitzonderingReden, string> = {
  onveilig_thuis: "De situatie thuis bedreigt het kind",
  vermoeden_mishandeling: "Er is een vermoeden van mishandeling of verwaarlozing",
  druk_op_kind: "Het kind krijgt straf of druk als de ouders het horen",
  vitaal_belang: "Het leven of de gezondheid van het kind loopt gevaar",
  uit_beeld: "Het gezin kan met het kind uit beeld raken",
  ouder_weigert: "Een ouder geeft geen toestemming",
};

export const veiligThuisLabel: Record<VeiligThuisStand, string> = {
  melding_gedaan: "Er is een melding gedaan bij Veilig Thuis",
  advies_gevraagd: "Er is advies gevraagd bij Veilig Thuis",
  meldcode_loopt: "We zijn bezig met de stappen van de meldcode",
  nog_niet: "Nog niet",
};

export const nogNietLabel: Record<NogNietReden, string> = {
  niet_veilig: "Het is nog niet veilig voor het kind",
  veilig_thuis: "Veilig Thuis vraagt om te wachten",
  politie: "De politie of justitie vraagt om te wachten",
  leerling_wil_niet: "De leerling van 16 jaar of ouder wil het niet",
  niet_bereikt: "Het lukte nog niet om de ouders te spreken",
};

/** The sentence for a refused field, after "Pas aan:". */
export function probleemWords(probleem: UitzonderingProbleem | undefined, text?: string): string | undefined {
  if (!probleem) return undefined;
  switch (probleem.kind) {
    case "geen_kernteam":
      return "kies ook iemand van het kernteam die aan de ronde meedoet.";
    case "niet_op_ronde":
      return `${join(probleem.namen)} doet niet mee aan deze ronde. Nodig diegene eerst uit, of kies iemand anders.`;
    case "geen_zin":
      return "schrijf het op in een hele zin. De school moet later kunnen uitleggen waarom.";
    case "weigering_is_geen_gevaar":
      return "zet hier een vinkje als er ook gevaar is, of stop.";
    case "ruime_kring":
      return "zet hier een vinkje als iedereen echt nodig is, of haal mensen weg.";
    case "te_ver":
      return `kies ${formatDate(probleem.uiterlijk)} of eerder.`;
    default:
      return veldWords(probleem, text);
  }
}

/** On top of every form about danger: what goes before any of this. */
export function callFirst(): Element {
  return notice("attention", [
    "Is een kind nu in gevaar? Bel ",
    bold("112"),
    ". Advies of melden: Veilig Thuis, ",
    bold("0800-2000"),
    ", dag en nacht. Advies vragen mag zonder naam.",
  ]);
}

export function meldcodeSection(): Element {
  return section("De stappen van de meldcode gaan door", list(meldcode, "steps"));
}

/** What is possible besides: after a no, and where it cannot be asked. */
export const watKanWel = [
  "Praat met de ouders. Nodig ze uit om mee te denken.",
  "Stel de vraag zonder naam aan het kernteam (adviesvraag). Daarvoor is niets nodig.",
  "Vraag Veilig Thuis om advies: 0800-2000. Dat mag zonder naam.",
] as const;

/** On every card where it can be read: at the table sit others, who know nothing of it. */
export function circleNotice(kring: readonly string[] | null): Element[] {
  return kring ? [notice("warning", [bold(`Alleen met ${join(kring)}.`), ` ${circleWords}`])] : [];
}

const circleWords =
  "De directeur besloot dat dit één keer zonder de ouders mag. Anderen weten hier niet van. Bespreek dit als laatste, als zij weg zijn.";
