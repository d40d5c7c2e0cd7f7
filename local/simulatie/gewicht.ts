/** How likely it is that somebody presses a button that is offered. What moves the work on weighs most; what ends it little. */
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { agendaVerb } from "#cards/agenda.ts";
import { basisOfExtraVerb } from "#cards/basis-of-extra.ts";
import { dagberichtTijdVerb } from "#cards/dagbericht-tijd.ts";
import { hulpvraagVerb, toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { intakeVerb } from "#cards/intake.ts";
import { jaarplanVerb } from "#cards/jaarplan-verb.ts";
import { momentprikVerb } from "#cards/momentprik-verb.ts";
import { pauzeVerb } from "#cards/pauze-verb.ts";
import { rechtenVerb, wissingVerb } from "#cards/rechten-verb.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { besluitVerb, rondeVerb } from "#cards/ronde-verb.ts";
import { samenvattingVerb } from "#cards/samenvatting.ts";
import { schoolkalenderVerb } from "#cards/schoolkalender-verb.ts";
import { taakVerb } from "#cards/taken-row.ts";
import { teamVerb } from "#cards/team-verb.ts";
import { tijdvakVerb } from "#cards/tijdvak-verb.ts";
import { uitzonderingVerb } from "#cards/uitzondering-verb.ts";
import { startVerb } from "#cards/welcome.ts";

const gewichten: Readonly<Record<string, number>> = {
  // From the question to the round.
  [intakeVerb.verder]: 40,
  [intakeVerb.stap1]: 60,
  [intakeVerb.stap2]: 60,
  [intakeVerb.stap3]: 60,
  [intakeVerb.vervang2]: 20,
  [intakeVerb.naar1]: 0.5,
  [intakeVerb.naar2]: 0.5,
  [basisOfExtraVerb.basis]: 0.5,
  [basisOfExtraVerb.extra]: 40,
  [toestemmingVerb.open]: 30,
  [toestemmingVerb.schriftelijk]: 80,
  [toestemmingVerb.opslaan]: 60,
  [toestemmingVerb.vraagGezag]: 2,
  [toestemmingVerb.gezag]: 30,
  [toestemmingVerb.vraagInstemming]: 4,
  [toestemmingVerb.instemming]: 20,
  [toestemmingVerb.vraagIntrekken]: 0.3,
  [toestemmingVerb.intrekken]: 5,
  [hulpvraagVerb.klaarzetten]: 120,
  [hulpvraagVerb.vraagIntrekken]: 0.3,
  [hulpvraagVerb.intrekken]: 10,
  [agendaVerb.agenderen]: 90,
  [agendaVerb.opslaan]: 60,
  [agendaVerb.van]: 0.5,
  [agendaVerb.vanRonde]: 0.5,
  [agendaVerb.zetOp]: 60,
  // The round.
  [rondeVerb.plan]: 20,
  [rondeVerb.planOpslaan]: 60,
  [rondeVerb.wijzig]: 1,
  [rondeVerb.vraagAfzeggen]: 0.2,
  [rondeVerb.afzeggen]: 10,
  [rondeVerb.online]: 8,
  [rondeVerb.kamer]: 8,
  [rondeVerb.kanNiet]: 1,
  [rondeVerb.begin]: 100,
  [rondeVerb.aanwezigheid]: 10,
  [rondeVerb.aanwezigheidOpslaan]: 60,
  [rondeVerb.vraagOvernemen]: 0.2,
  [rondeVerb.vraagOverdragen]: 0.2,
  [rondeVerb.vraagBijdrage]: 2,
  [besluitVerb.open]: 100,
  [besluitVerb.opslaan]: 60,
  [besluitVerb.vervang]: 30,
  [rondeVerb.sluiten]: 60,
  [samenvattingVerb.plaatsen]: 40,
  [samenvattingVerb.nietNu]: 0.5,
  // After it.
  [regierolVerb.vraagTerugkoppeling]: 60,
  [regierolVerb.terugkoppeling]: 60,
  [regierolVerb.aannemen]: 150,
  [regierolVerb.vraagWeigeren]: 15,
  [regierolVerb.weigeren]: 40,
  [regierolVerb.vraagAnder]: 2,
  [regierolVerb.ander]: 40,
  [regierolVerb.contact]: 30,
  [regierolVerb.voortgang]: 8,
  [regierolVerb.vraagGiz]: 20,
  [regierolVerb.giz]: 40,
  [regierolVerb.vraagActie]: 8,
  [regierolVerb.actie]: 40,
  [regierolVerb.vraagTerug]: 0.5,
  [regierolVerb.vraagAfsluiten]: 2,
  [regierolVerb.afsluiten]: 40,
  [regierolVerb.vraagBevestigen]: 15,
  [regierolVerb.bevestigen]: 40,
  [regierolVerb.afwijzen]: 4,
  [regierolVerb.vraagWaarneming]: 2,
  [regierolVerb.waarneming]: 20,
  [regierolVerb.waarnemen]: 15,
  [taakVerb.dagGedaan]: 10,
  [taakVerb.taakGedaan]: 8,
  [taakVerb.vraagUitstel]: 4,
  [taakVerb.uitstel]: 40,
  // Now and then.
  [dagberichtTijdVerb.vraag]: 0.6,
  [dagberichtTijdVerb.bewaar]: 40,
  [jaarplanVerb.ritme]: 0.2,
  [jaarplanVerb.stoppen]: 1,
  [jaarplanVerb.vraagStoppen]: 0.2,
  [momentprikVerb.nieuw]: 0.3,
  [momentprikVerb.vraagStoppen]: 0.2,
  [rechtenVerb.vraagInzage]: 0.2,
  [wissingVerb.vraag]: 0,
  // The words of a case go on as a question about nobody, and then nobody can say any more whose they are.
  [adviesvraagVerb.uitHulpvraag]: 0,
  // A directeur reads what is asked here: who may know then is told by a round of its own (test/stories).
  [uitzonderingVerb.vraag]: 0,
  [schoolkalenderVerb.open]: 0.1,
  [tijdvakVerb.kies]: 0.3,
  [pauzeVerb.vraag]: 0.3,
  [pauzeVerb.verder]: 0.3,
  [pauzeVerb.stoppen]: 0.3,
  [startVerb.hulpvraag]: 0.5,
  [startVerb.help]: 0.1,
  // Who comes and goes is told by Teams, a few times a year; the ib answers.
  [teamVerb.terug]: 3,
  [teamVerb.vraagLid]: 0,
  [teamVerb.vraagVertrek]: 0,
  [teamVerb.vraagVervanging]: 0,
  [teamVerb.weg]: 3,
  [teamVerb.vraagVoorzitter]: 0,
};

export const gewichtVan = (verb: string): number => gewichten[verb] ?? 1;

/** What people of a function type of themselves, and how often of a hundred times that they take up the bot. */
export const zinnen: readonly { readonly text: string; readonly gewicht: number }[] = [
  { text: "mijn taken", gewicht: 6 },
  { text: "wie heeft de regie?", gewicht: 2 },
  { text: "mijn regierollen", gewicht: 2 },
  { text: "wanneer is het overleg?", gewicht: 3 },
  { text: "mijn hulpvragen", gewicht: 4 },
  { text: "instellingen", gewicht: 0.4 },
  { text: "ik ben volgende week met verlof", gewicht: 0.4 },
  { text: "help", gewicht: 0.3 },
];
