/** Who works in a team: by function, with days, hours and dates, who chairs, and which place is vacant. */
import type { EvaluatieUitslag } from "#domain/evaluatie.ts";
import type { LidFeit, Plek, TeamGezien, Vacature } from "#domain/team.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, notice, row, section } from "./card.ts";
import { evaluatieRegels } from "./evaluatie.ts";
import { teamVerb } from "./team-verb.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { capital, count, formatDate, formatDateShort, functieNaam, join } from "./word.ts";

/** A lock screen shows it. */
export const teamSummary = "Je team";

export const plekNaam: Record<Plek, string> = {
  ib: join([functieNaam.ib, functieNaam.coo], "of"),
  kernteam: `kernteamlid (${join([functieNaam.bpo, functieNaam.orthopedagoog], "of")})`,
  smw: functieNaam.smw,
  wijkteam: functieNaam.wijkteam,
  scp: functieNaam.scp,
  jgz: join([functieNaam.jeugdverpleegkundige, functieNaam.jeugdarts], "of"),
};

/** What a phone can oversee, and Teams can hold; the rest is counted. */
const mostLeden = 24;
const mostOnderbroken = 3;

export interface TeamKaart extends TeamGezien {
  readonly uitslag: EvaluatieUitslag | null;
  readonly vorige: number | null;
}

export function teamCard(team: TeamKaart, token: Stamp, lead?: string): Card {
  const { naam, groepen, voorzitter, vacatures, onderbroken, zonderIb, beheert, uitslag, vorige } = team;
  return card({
    kind: "Team",
    title: naam,
    ...(lead ? { lead } : {}),
    body: [
      ...onderbroken.slice(0, mostOnderbroken).map((lid) => onderbrokenRow(lid, token)),
      ...(zonderIb ? [notice("warning", zonderIbWords[zonderIb])] : []),
      ...(voorzitter
        ? []
        : [notice("warning", "Dit team heeft nu geen voorzitter. De intern begeleider kan er een kiezen.")]),
      ...(vacatures.length > 0 ? [section("Nog niet ingevuld", list(vacatures.map(vacatureRegel)))] : []),
      ...leden(team),
      ...(groepen.length === 0 ? [paragraph("Er zit nu niemand in dit team.")] : []),
      ...(uitslag ? [section("Hoe het samenwerken gaat", ...evaluatieRegels({ uitslag, vorige }))] : []),
      smallPrint("Wie in het team zit, ziet niet vanzelf een hulpvraag. Dat hangt af van de toestemming."),
    ],
    actions: beheert ? manage(token) : [],
    fallbackText: teamSummary,
  });
}

const zonderIbWords: Record<NonNullable<TeamGezien["zonderIb"]>, string> = {
  kernteam:
    "Er is nu geen intern begeleider met toegang: die zit volgens Teams niet meer in het team. Het kernteam is gevraagd of dat klopt.",
  niemand:
    "Er is nu geen intern begeleider met toegang: die zit volgens Teams niet meer in het team. Vraag de beheerder om een nieuwe intern begeleider in te voeren.",
};

function manage(token: Stamp): Action[] {
  return [
    openDialog({ title: "Iemand toevoegen", verb: teamVerb.vraagLid, token }),
    openDialog({ title: "Uren of dagen", verb: teamVerb.vraagAfspraak, token }),
    openDialog({ title: "Vervanging regelen", verb: teamVerb.vraagVervanging, token }),
    openDialog({ title: "Voorzitter kiezen", verb: teamVerb.vraagVoorzitter, token }),
    openDialog({ title: "Iemand vertrekt", verb: teamVerb.vraagVertrek, token }),
    execute({ title: "Werk om over te dragen", verb: teamVerb.openwerk, token }),
  ];
}

function leden({ groepen, vandaag }: TeamKaart): Element[] {
  let room = mostLeden;
  const shown = groepen.flatMap(({ functie, leden: all }) => {
    const some = all.slice(0, room);
    room -= some.length;
    if (some.length === 0) return [];
    const shares = all.filter((lid) => lid.vervangtId === null).length > 1;
    return [
      row({
        title: `${capital(functieNaam[functie])}${shares ? " (samen)" : ""}`,
        lines: some.map((lid) => lidRegel(lid, all, vandaag)),
      }),
    ];
  });
  const rest = groepen.reduce((sum, groep) => sum + groep.leden.length, 0) - mostLeden;
  return [...shown, ...(rest > 0 ? [smallPrint(`En nog ${count(rest, "collega", "collega's")}.`)] : [])];
}

function lidRegel(lid: LidFeit, all: readonly LidFeit[], vandaag: Temporal.PlainDate): Sentence {
  const later = Temporal.PlainDate.compare(lid.van, vandaag) > 0;
  const vervangt = all.find(({ id }) => id === lid.vervangtId);
  const parts = [
    ...(lid.voorzitter ? ["voorzitter"] : []),
    ...afspraakWords(lid.afspraak),
    ...(later ? [`vanaf ${formatDateShort(lid.van)}`] : []),
    ...(lid.tot ? [`tot en met ${formatDateShort(lid.tot)}`] : []),
    ...(vervangt ? [`vervangt ${vervangt.naam}`] : []),
    ...(lid.weg ? [awayWords(lid.weg)] : []),
    ...(lid.straks ? [`vanaf ${formatDateShort(lid.straks.vanaf)}: ${join(afspraakWords(lid.straks))}`] : []),
  ];
  return [bold(lid.naam), ...(parts.length > 0 ? [` · ${parts.join(" · ")}`] : [])];
}

/** With its days, so that a card of before says no less. */
function awayWords({ van, tot }: NonNullable<LidFeit["weg"]>): string {
  const first = formatDateShort(van);
  return van.equals(tot) ? `weg op ${first}` : `weg van ${first} tot en met ${formatDateShort(tot)}`;
}

export function urenWords(uren: number): string {
  return `${uren.toLocaleString("nl-NL")} uur per week`;
}

function afspraakWords({ uren, werkdagen }: LidFeit["afspraak"]): string[] {
  const days = werkdagen.length === 5 ? "alle dagen" : join(werkdagen);
  return [...(uren === null ? [] : [urenWords(uren)]), days];
}

export function vacatureRegel({ plek, sinds }: Vacature): Sentence {
  return sinds
    ? `${capital(plekNaam[plek])}: vacature sinds ${formatDate(sinds)}`
    : `${capital(plekNaam[plek])}: er is nog niemand`;
}

function onderbrokenRow(lid: LidFeit, token: Stamp): Element {
  const about = `${lid.id}/0`;
  return row({
    title: `Is ${lid.naam} weg uit het team?`,
    status: { text: "Toegang is gestopt", tone: "warning" },
    lines: [
      `Teams meldt dat ${lid.naam} (${functieNaam[lid.functie]}) niet meer in het team van Teams zit. Tot je antwoord ziet ${lid.naam} hier niets.`,
    ],
    actions: [
      execute({ title: "Klopt, is weg", verb: teamVerb.weg, token, about }),
      execute({ title: "Hoort er nog bij", verb: teamVerb.terug, token, about }),
    ],
  });
}

export const teamWords = {
  none: "Je zit nu niet in een team.",
  leads:
    "Het team zelf zie je hier niet. Welke plekken open zijn en wat is afgesproken, staat in je weekbericht.",
  added: "Toegevoegd. Bij het eerste bericht in Teams herken ik het e-mailadres.",
  agreed: "De afspraak staat erin. Wat eerder gold, blijft bewaard.",
  replaced: "De vervanging staat erin. Op de laatste dag stopt die vanzelf.",
  chair: "De voorzitter is gekozen.",
  left: "Vastgelegd. Op de laatste dag stopt de toegang; werk dat blijft liggen, meld ik dan.",
  leftNow: "De toegang is gestopt. Werk dat blijft liggen, staat in je chat.",
  confirmed: "Vastgelegd: deze collega is weg. Werk dat blijft liggen, meld ik in je chat.",
  back: "Deze collega heeft weer toegang.",
  below: "Ik zet het onderaan in deze chat.",
  nobody: "Er is nu niemand voor wie je dit kunt doen.",
} as const;
