/** What can be done from the card of a hulpvraag, the most important first. Only what this person may do is there. */
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { aanmeldingVerb } from "./aanmelding-verb.ts";
import { adviesvraagVerb } from "./adviesvraag-verb.ts";
import { agendaVerb } from "./agenda.ts";
import { bezorgingVerb } from "./bezorging.ts";
import { briefVerb } from "./brief-verb.ts";
import { type Action, actionLimit, execute, openDialog, type Stamp } from "./button.ts";
import { hulpvraagVerb, toestemmingVerb } from "./hulpvraag-verb.ts";
import { intakeVerb } from "./intake.ts";
import { pauzeVerb } from "./pauze-verb.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { trajectVerb } from "./traject-verb.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import { wachtlijstVerb } from "./wachtlijst-verb.ts";

/** `press`: the card itself answers. `dialog`: something is asked first. */
type Way = readonly [act: HulpvraagAct, kind: "press" | "dialog", title: string, verb: string];

const spoken: Readonly<Record<Aanspreek, { readonly terugkoppeling: string; readonly brief: string }>> = {
  ouders: { terugkoppeling: "Terugkoppeling ouders", brief: "Brief voor ouders" },
  leerling: { terugkoppeling: "Terugkoppeling leerling", brief: "Brief voor de leerling" },
  ouders_of_leerling: { terugkoppeling: "Terugkoppeling", brief: "Brief maken" },
};

const ways = (gezien: HulpvraagGezien): readonly Way[] => [
  // On top only for who is away now; for others it stands with what can be arranged.
  ...(gezien.waarneming?.voorMij && gezien.waarneming.begonnen
    ? [["weer_terug", "press", "Ik ben er weer", regierolVerb.weerTerug] as const]
    : []),
  ["pauze_stoppen", "press", "Ga weer verder", pauzeVerb.verder],
  ["aanbod_aannemen", "press", "Ja, ik neem de regierol", regierolVerb.aannemen],
  ["aanbod_weigeren", "dialog", "Nee, ik kan het niet", regierolVerb.vraagWeigeren],
  ["waarneming_aannemen", "press", "Goed, ik neem waar", regierolVerb.waarnemen],
  ["waarneming_weigeren", "dialog", "Nee, ik kan niet", regierolVerb.vraagNietWaarnemen],
  ["overdracht_overnemen", "dialog", "Vraag de volgende", regierolVerb.vraagAnder],
  ["overdracht_afwijzen", "press", "Niet overdragen", regierolVerb.overdrachtAf],
  ["klaarzetten", "press", "Klaarzetten voor de ronde", hulpvraagVerb.klaarzetten],
  ["terugkoppeling", "dialog", spoken[gezien.aanspreek].terugkoppeling, regierolVerb.vraagTerugkoppeling],
  ["agenderen", "dialog", "Zet op een agenda", agendaVerb.agenderen],
  ["ander_regierol_aanbod", "dialog", "Vraag iemand anders", regierolVerb.vraagAnder],
  ["afsluiting_bevestigen", "dialog", "Afsluiting bevestigen", regierolVerb.vraagBevestigen],
  ["eerste_contact", "press", "Eerste contact gehad", regierolVerb.contact],
  ["giz", "dialog", "GIZ vastleggen", regierolVerb.vraagGiz],
  ["voortgang", "dialog", "Voortgang melden", regierolVerb.vraagVoortgang],
  ["actie_gedaan", "dialog", "Actie gedaan", regierolVerb.vraagActie],
  ["regierol_regelen", "dialog", "Aanpak regelen", regierolVerb.regelen],
  ["aanmelding_regelen", "dialog", "Loket en wijkteam", aanmeldingVerb.regelen],
  ["traject_tussen", "dialog", "Tussenevaluatie vastleggen", trajectVerb.vraagTussen],
  ["traject_eind", "dialog", "Eindevaluatie vastleggen", trajectVerb.vraagEind],
  ["traject_regelen", "dialog", "Traject van acht weken", trajectVerb.regelen],
  ["wachtlijst_nagaan", "dialog", "Hoe staat het nu?", wachtlijstVerb.vraagNagaan],
  ["overbrugging_regelen", "dialog", "Overbrugging regelen", wachtlijstVerb.vraagOverbrugging],
  ["wachtlijst_regelen", "dialog", "Wachtlijst", wachtlijstVerb.regelen],
  ["intake_verder", "dialog", gezien.stap < 3 ? "Verder invullen" : "Aanpassen", intakeVerb.verder],
  ["toestemming_vastleggen", "dialog", "Toestemming", toestemmingVerb.open],
  ["toestemming_intrekken", "dialog", "Intrekken of bezwaar", toestemmingVerb.vraagIntrekken],
  ["als_adviesvraag", "dialog", "Stel als adviesvraag", adviesvraagVerb.uitHulpvraag],
  ["uitzondering_verslag", "dialog", "Bespreking vastleggen", uitzonderingVerb.verslag],
  ["uitzondering_ouders", "dialog", "Weten de ouders het?", uitzonderingVerb.ouders],
  ["van_agenda", "press", "Van de agenda halen", agendaVerb.van],
  ["afsluiting_voorstellen", "dialog", "Afsluiten voorstellen", regierolVerb.vraagAfsluiten],
  ["terug_naar_schakelteam", "dialog", "Terug naar schakelteam", regierolVerb.vraagTerug],
  ["intrekken", "dialog", "Hulpvraag intrekken", hulpvraagVerb.vraagIntrekken],
  ["brief_maken", "dialog", spoken[gezien.aanspreek].brief, briefVerb.open],
  ["gehoord", "dialog", "Wie heeft het gehoord?", bezorgingVerb.gehoord],
];

/** What does not fit at the end of the card stands behind its last button. */
export function overflowOf(
  gezien: HulpvraagGezien,
  first: readonly HulpvraagAct[],
): readonly { readonly title: string; readonly verb: string }[] {
  return splitOf(gezien, first).more.map(([, , title, verb]) => ({ title, verb }));
}

/** A press answers on the card itself, so only what opens a dialog can wait behind another one. */
function splitOf(
  gezien: HulpvraagGezien,
  first: readonly HulpvraagAct[],
): { readonly rest: readonly Way[]; readonly more: readonly Way[] } {
  const rest = ways(gezien).filter(
    (way) => canDo(gezien, way[0]) && !first.includes(way[0]) && !isArranged(way, gezien),
  );
  if (rest.length <= actionLimit) return { rest, more: [] };
  const presses = rest.filter(([, kind]) => kind === "press");
  const dialogs = rest.filter(([, kind]) => kind === "dialog");
  const room = Math.max(0, actionLimit - 1 - presses.length);
  const shown = new Set([...presses, ...dialogs.slice(0, room)]);
  return { rest: rest.filter((way) => shown.has(way)), more: dialogs.slice(room) };
}

/** The buttons under the line that says what must happen now, and those at the end of the card. */
export function placedActions(
  gezien: HulpvraagGezien,
  first: readonly HulpvraagAct[],
  token: Stamp,
): { readonly first: readonly Action[]; readonly rest: readonly Action[] } {
  const offered = ways(gezien).filter(([act]) => canDo(gezien, act));
  const isFirst = ([act]: Way) => first.includes(act);
  const draw = ([act, kind, title, verb]: Way): Action => {
    const style = act === first[0] ? { style: "positive" as const } : {};
    return kind === "press"
      ? execute({ title, verb, token, ...style })
      : openDialog({ title, verb, token, ...style });
  };
  const { rest, more } = splitOf(gezien, first);
  const meer = openDialog({ title: "Meer", verb: hulpvraagVerb.meer, token });
  return {
    first: offered.filter(isFirst).map(draw),
    rest: [...rest.slice(0, actionLimit).map(draw), ...(more.length > 0 ? [meer] : [])].slice(0, actionLimit),
  };
}

/** While there is a regierol these stand with what can be arranged around it, and take the place of no other button. */
const arrangedThere: readonly HulpvraagAct[] = [
  "aanmelding_regelen",
  "traject_regelen",
  "wachtlijst_regelen",
  "pauze_stoppen",
];

function isArranged([act]: Way, { mag }: HulpvraagGezien): boolean {
  // Under the line on top when it is time, and otherwise with the traject itself.
  if ((act === "traject_tussen" || act === "traject_eind") && mag.has("traject_regelen")) return true;
  // These two stand behind the button for the waiting list, and on top when they are what has to be done.
  if (act === "wachtlijst_nagaan" || act === "overbrugging_regelen") return true;
  return arrangedThere.some((one) => one === act) && mag.has("regierol_regelen");
}

export function canDo(gezien: HulpvraagGezien, act: HulpvraagAct): boolean {
  return act === "terugkoppeling" ? tellsParents(gezien) : gezien.mag.has(act);
}

/** Also when the round asked for more information: the hulpvraag waits, and the parents hear of it all the same. */
function tellsParents({ mag, besluit, toestemming, status }: HulpvraagGezien): boolean {
  if (mag.has("terugkoppeling")) return true;
  const waits = status === "klaargezet" || status === "geagendeerd";
  return (
    waits &&
    toestemming !== null &&
    besluit !== null &&
    !besluit.oudersVerteld &&
    !besluit.verzwegen &&
    besluit.besluiten.includes("meer_informatie")
  );
}
