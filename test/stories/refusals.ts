import type { Data } from "./hand.ts";
import type { StepName } from "./path.ts";

/** What the form of a step refuses: what is wrong, what was filled in, and words of the answer. */
export type Refusal = readonly [wrong: string, filled: Data, words: RegExp];

const day = (ja: string) => ({ [`op_${ja}`]: "2026-11-24" });

/** Forms of the path, opened on 23 and 26 November and on 1 December 2026; everything else is filled in well. */
export const refusals: Partial<Record<StepName, readonly Refusal[]>> = {
  leerling: [
    ["no name", { naam: "" }, /dit is nog leeg/],
    ["a name without letters", { naam: "12 34" }, /vul alleen de voornaam en achternaam van de leerling in/],
    ["a year of another sector", { leerjaar: "vo_1" }, /dit kan niet/],
    ["born next year", { jaar: "2027" }, /nog niet geweest/],
    ["a grown-up", { jaar: "1990" }, /te jong of te oud/],
    ["of age at ten", { gezag: "meerderjarig" }, /nog geen 18/],
    ["gezag left open", { gezag: "" }, /dit is nog leeg/],
    ["a BSN as reference", { kenmerk: "111222333" }, /BSN/],
  ],
  vraag: [
    ["no question", { vraag: "" }, /dit is nog leeg/],
    ["no subject", { domeinen: "" }, /dit is nog leeg/],
    ["an address", { vraag: "Woont op Dorpsstraat 12 in Rotterdam" }, /adres/],
    ["a phone number", { oudersVraag: "Bel 06-12345678" }, /telefoonnummer/],
    ["an e-mail address", { gedaanToelichting: "Mail naar jan@voorbeeld.nl" }, /e-mailadres/],
    ["too long", { vraag: "heel ".repeat(80) }, /maak dit korter/],
    ["direct danger", { vraag: "Hij zegt dat hij niet meer wil leven" }, /112/],
  ],
  tafel: [
    ["no urgency", { urgentie: "" }, /dit is nog leeg/],
    ["a function that is not in the team", { aanTafel: "politie" }, /nu in het team/],
  ],
  toestemming: [
    ["nobody answered", { antwoord_ouder1: "nog_niet", antwoord_ouder2: "nog_niet" }, /dit is nog leeg/],
    ["signed tomorrow", day("ouder1"), /nog niet geweest/],
    ["no form of consent", { vorm_ouder2: "" }, /dit is nog leeg/],
    ["not where it is kept", { bewaarplaats_ouder1: "" }, /dit is nog leeg/],
    ["no partner named", { partners: "" }, /dit is nog leeg/],
    ["a partner who is not in the team", { partners: "smw,politie" }, /nu in het team/],
    ["over already", { geldigTot: "2026-11-20" }, /al voorbij/],
    ["longer than a school year", { geldigTot: "2027-11-20" }, /hooguit één schooljaar/],
    ["not checked", { gecontroleerd: "false" }, /dit is nog leeg/],
  ],
  plannen: [
    ["no date", { datum: "" }, /kies een datum/],
    ["last Friday", { datum: "2026-11-20" }, /al voorbij/],
    ["this morning", { datum: "2026-11-23", begin: "08:30" }, /al voorbij/],
    ["a Saturday", { datum: "2026-11-28" }, /schooldag|zaterdag|weekend/],
    ["Christmas", { datum: "2026-12-25" }, /vakantie|kerst/i],
    ["no time", { begin: "" }, /kies een tijd/],
    ["online without a link", { plaats: "online", link: "" }, /link nodig/],
    ["a link of another service", { link: "https://zoom.example/j/1" }, /link om deel te nemen/],
    ["in the night", { begin: "06:30" }, /tussen 07:00 en 21:00 uur/],
    ["longer than the day", { begin: "20:00", duur: "180" }, /na 21:00 uur/],
    ["years ahead", { datum: "2036-12-01" }, /te ver weg/],
    ["nobody else", { deelnemers: "" }, /nog iemand anders|kies mensen/],
    ["a chair who is not in the team", { voorzitter: "5a2b7c1e-0000-4000-8000-00000000ffff" }, /in het team/],
  ],
  besluit: [
    ["no besluit", { besluiten: "" }, /kies een besluit/],
    ["two that cannot go together", { besluiten: "regierol_toewijzen,afsluiten" }, /gaan niet samen/],
    ["no afweging", { afweging: "" }, /in één zin waarom/],
    ["a BSN in the afweging", { afweging: "Bsn 111222333 staat in het dossier" }, /BSN/],
    ["nobody for the regierol", { regierolVoor: "" }, /wie we vragen/],
    [
      "the regierol to a stranger",
      { regierolVoor: "5a2b7c1e-0000-4000-8000-00000000ffff" },
      /nu in het team/,
    ],
    ["going on without a holder", { besluiten: "doorlopen" }, /niemand met de regierol/],
    [
      "more information without a date",
      { besluiten: "meer_informatie", terugOp: "" },
      /wanneer de informatie/,
    ],
    ["more information, yesterday", { besluiten: "meer_informatie", terugOp: "2026-11-25" }, /al voorbij/],
    ["an actie of nobody", { wie1: "" }, /vul dit ook in/],
    ["an actie that is nothing", { wat1: "" }, /vul dit ook in/],
    ["an actie without a date", { datum1: "" }, /vul dit ook in/],
    ["an actie of last week", { datum1: "2026-11-19" }, /al voorbij/],
    ["an actie years ahead", { datum1: "2036-12-01" }, /te ver weg/],
    ["an afweging without an end", { afweging: "lang ".repeat(400) }, /maak dit korter/],
  ],
  terugkoppeling: [
    ["no day", { verteldOp: "" }, /dit is nog leeg/],
    ["told tomorrow", { verteldOp: "2026-11-27" }, /nog niet geweest/],
    ["told before the besluit", { verteldOp: "2026-11-25" }, /of later/],
    ["no answer", { antwoord: "" }, /dit is nog leeg/],
    ["yes of nobody", { akkoordVan: "" }, /dit is nog leeg/],
    ["yes of one parent", { akkoordVan: "ouder1" }, /vraag ook akkoord aan ouder 2/],
    ["answered before they were told", { akkoordOp: "2026-11-25" }, /of later/],
    ["no, and then?", { antwoord: "nee", daarna: "" }, /dit is nog leeg/],
    ["closed without a reason", { antwoord: "nee", daarna: "afgesloten", reden: "" }, /dit is nog leeg/],
  ],
  later: [
    ["no day", { op: "" }, /dit is nog leeg/],
    ["no reason", { reden: "" }, /kies wat het beste past/],
    ["not later at all", { op: "2026-12-03" }, /na donderdag 3 december/],
    ["far away", { op: "2027-02-01" }, /uiterlijk|of eerder/i],
    ["a Saturday", { op: "2026-12-05" }, /schooldag/],
  ],
  giz: [
    ["nothing chosen", { uitkomst: "" }, /dit is nog leeg/],
    ["taken tomorrow", { op: "2026-12-02" }, /nog niet geweest/],
    ["planned for yesterday", { uitkomst: "gepland", op: "2026-11-30" }, /al voorbij/],
    ["not needed, without a reason", { uitkomst: "niet_nodig", reden: "" }, /dit is nog leeg/],
  ],
  actie: [["nothing chosen", { actie: "" }, /kies/]],
  voorstellen: [["no reason", { reden: "" }, /kies wat het beste past/]],
  bevestigen: [
    ["no day", { verteldOp: "" }, /dit is nog leeg/],
    ["told tomorrow", { verteldOp: "2026-12-02" }, /nog niet geweest/],
  ],
};
