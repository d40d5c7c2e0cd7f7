/** The weekly digest of a directeur: rounds, who came, what is asked. Drawn from DigestSafe: no hulpvraag is behind it. */
import type { DigestSafe, Directeurvraag, WeekberichtGezien } from "#domain/digest.ts";
import { openUrl } from "./button.ts";
import { type Card, card, type Element, row, section } from "./card.ts";
import { cijferWords, vaakGenoemd } from "./evaluatie.ts";
import { urenWords, vacatureRegel } from "./team.ts";
import { list, paragraph, type Sentence, smallPrint } from "./text.ts";
import {
  capital,
  count,
  formatDate,
  formatDateShort,
  formatTime,
  functieNaam,
  join,
  plaatsLabel,
} from "./word.ts";

export const weekberichtWords = {
  notForYou: "Het weekbericht is er voor directeuren. Typ help om te zien wat je hier kunt doen.",
} as const;

const vraagWords: Record<Directeurvraag, string> = {
  ib_aanwijzen: "Wijs een intern begeleider of ondersteuningscoördinator aan.",
  voorzitter_aanwijzen: "Wijs een vaste voorzitter aan.",
  kernteamlid_vragen: "Vraag het samenwerkingsverband om een kernteamlid.",
  rondes_plannen: "Laat overlegrondes plannen: in de komende acht weken staat er geen.",
};

/** What fits in one message when links are as long as they can be; other teams get one line each. */
const teamsInFull = 2;
/** Rounds to come that are shown in full, for each team. */
const roundsInFull = 2;

type Team = WeekberichtGezien["teams"][number];

export function weekberichtCard({ week, teams }: WeekberichtGezien, lead?: string): Card {
  const [first, ...more] = teams;
  const single = more.length === 0 ? first : undefined;
  const rest = teams.slice(teamsInFull);
  return card({
    kind: "Weekbericht",
    title: `Week van ${formatDate(week)}`,
    ...(single ? { subtitle: single.naam } : {}),
    ...(lead ? { lead } : {}),
    body: [
      ...(single ? teamElements(single.digest) : teams.slice(0, teamsInFull).map(teamSection)),
      ...(rest.length > 0 ? [section("Je andere teams", list(rest.map(teamLine)))] : []),
      smallPrint("Dit bericht gaat over overleggen en nooit over leerlingen."),
    ],
    fallbackText: "Je weekbericht staat klaar.",
  });
}

function teamSection({ naam, digest }: Team): Element {
  return section(naam, ...teamElements(digest));
}

function teamElements(digest: DigestSafe): Element[] {
  return [
    section("Vorige week", ...held(digest)),
    section("Wat eraan komt", ...coming(digest)),
    section("Het team", ...people(digest)),
    section("Wat we van je vragen", asked(digest)),
  ];
}

function held({ gehouden }: DigestSafe): Element[] {
  if (gehouden.length === 0) return [paragraph("Er was geen overlegronde.")];
  return gehouden.map(({ op, aanwezigheid }) =>
    row({
      title: `Overlegronde op ${formatDate(Temporal.PlainDate.from(op))}`,
      lines: attendance(aanwezigheid),
    }),
  );
}

type Attendance = DigestSafe["gehouden"][number]["aanwezigheid"];

function attendance(functies: Attendance): Sentence[] {
  const noted = functies.some(({ verwacht, onbekend }) => onbekend < verwacht);
  return functies.length > 0 && !noted ? ["Wie er was, is niet opgeschreven."] : functies.map(attendanceLine);
}

function attendanceLine({ functie, verwacht, aanwezig, vervangen, onbekend }: Attendance[number]): Sentence {
  const replaced = vervangen > 0 ? `, ${vervangen} vervangen` : "";
  const unknown = onbekend > 0 ? `, ${onbekend} niet opgeschreven` : "";
  return `${capital(functieNaam[functie])}: ${aanwezig} van ${verwacht} aanwezig${replaced}${unknown}`;
}

function coming({ komend }: DigestSafe): Element[] {
  if (komend.length === 0) return [paragraph("In de komende vier weken staat er geen overlegronde.")];
  const rest = komend.length - roundsInFull;
  return [
    ...komend.slice(0, roundsInFull).map((ronde) =>
      row({
        title: `${capital(formatDate(Temporal.PlainDate.from(ronde.op)))}, ${formatTime(Temporal.PlainTime.from(ronde.begin))} uur`,
        lines: [plaatsLabel[ronde.plaats]],
        actions: ronde.deelnameLink ? [openUrl({ title: "Deelnemen", url: ronde.deelnameLink })] : [],
      }),
    ),
    ...(rest > 0 ? [paragraph(`En daarna nog ${count(rest, "overlegronde", "overlegrondes")}.`)] : []),
  ];
}

/** Who works here, what was agreed, which place is vacant, and how the team finds it goes. */
function people({ inzet, vacatures, wisselingen, samenwerken }: DigestSafe): Element[] {
  const date = (iso: string) => formatDate(Temporal.PlainDate.from(iso));
  const lines: Sentence[] = [
    ...vacatures.map(({ plek, sinds }) =>
      vacatureRegel({ plek, sinds: sinds ? Temporal.PlainDate.from(sinds) : null }),
    ),
    ...wisselingen.map(
      ({ functie, gekomen, gegaan }) =>
        `${capital(functieNaam[functie])}: vorige week ${join([
          ...(gekomen > 0 ? [`${gekomen} erbij`] : []),
          ...(gegaan > 0 ? [`${gegaan} weg`] : []),
        ])}`,
    ),
    ...inzet.map(inzetRegel),
  ];
  return [
    ...(lines.length > 0 ? [list(lines)] : [paragraph("Er zit nu niemand in het team.")]),
    ...(samenwerken
      ? [
          paragraph(
            samenwerken.cijfer === null
              ? `Terugblik van ${date(samenwerken.op)}: te weinig antwoorden.`
              : `Terugblik van ${date(samenwerken.op)}: het team geeft het samenwerken gemiddeld een ${cijferWords(samenwerken.cijfer)}${samenwerken.vorige === null ? "" : ` (vorige keer ${cijferWords(samenwerken.vorige)})`}.`,
          ),
          ...(samenwerken.cijfer === null ? [] : vaakGenoemd(samenwerken)),
        ]
      : []),
  ];
}

function inzetRegel({ functie, mensen, uren, verwacht, geweest }: DigestSafe["inzet"][number]): Sentence {
  const parts = [
    ...(mensen > 1 ? [`${mensen} mensen`] : []),
    uren === null ? "uren niet afgesproken" : `${urenWords(uren)} afgesproken`,
    ...(verwacht > 0 ? [`in vier weken ${geweest} van ${verwacht} keer bij een overleg`] : []),
  ];
  return `${capital(functieNaam[functie])}: ${parts.join(", ")}`;
}

function asked({ gevraagd }: DigestSafe): Element {
  if (gevraagd.length === 0) return paragraph("Voor de overleggen hoef je nu niets te doen.");
  return list(gevraagd.map((vraag) => vraagWords[vraag]));
}

function teamLine({ naam, digest }: Team): Sentence {
  const [next] = digest.komend;
  const parts = [
    digest.gehouden.length > 0 ? "vorige week overlegd" : "vorige week geen overleg",
    next ? `volgende op ${formatDateShort(Temporal.PlainDate.from(next.op))}` : "nog niets gepland",
    ...(digest.gevraagd.length > 0 ? ["je kunt iets doen"] : []),
  ];
  return `${naam}: ${join(parts)}`;
}
