import { momentprikCard, momentprikkenCard } from "#cards/momentprik.ts";
import {
  antwoordCard,
  erbijCard,
  kiesMomentCard,
  type PrikDialog,
  prikCard,
  prikErrors,
  prikSent,
  prikStart,
  stopPrikCard,
} from "#cards/momentprik-dialog.ts";
import { noticeWords } from "#cards/notice.ts";
import type { MomentKeuze, MomentprikFeit } from "#domain/momentprik.ts";
import { type MomentprikFacts, type MomentprikGezien, seeMomentprik } from "#domain/momentprik-view.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { aRonde, aTeamlid, date, moment } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const sztId = "5a2b7c1e-0000-4000-8000-0000000000f1";
const id = (nummer: number) => `5a2b7c1e-0000-4000-8000-00000000f${String(nummer).padStart(3, "0")}`;
const time = (text: string) => Temporal.PlainTime.from(text);
const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [],
  studiedagen: [],
  openOp: [],
  horizon: date("2027-08-01"),
};
const team = [
  aTeamlid("ib1", "ib", { naam: "Noor Visser", voorzitter: true }),
  aTeamlid("smw1", "smw", { naam: "Bram de Wit" }),
  aTeamlid("bpo1", "bpo", { naam: "Saskia Blom" }),
  aTeamlid("scp1", "scp", { naam: "Peter Kuipers" }),
  aTeamlid("jvk1", "jeugdverpleegkundige", { naam: "Annemarie van den Wittenboer-Zwanenburg" }),
  aTeamlid("wijk1", "wijkteam", { naam: "Yasmina El Idrissi" }),
];
const days = ["2026-12-07", "2026-12-08", "2026-12-10", "2026-12-14", "2026-12-15", "2026-12-17"];
const momentenOf = (count: number) =>
  days.slice(0, count).map((day, index) => ({ id: id(index + 1), datum: date(day), begin: time("13:30") }));
const letters: Readonly<Record<string, MomentKeuze>> = { j: "ja", m: "als_het_moet", n: "nee" };

interface Over {
  readonly as?: string;
  readonly prik?: Partial<MomentprikFeit>;
  readonly aantal?: number;
  /** By person: "jmn" is yes, if need be and no. */
  readonly keuzes?: Readonly<Record<string, string>>;
  readonly verzet?: boolean;
  readonly nu?: string;
  readonly rondedagen?: readonly string[];
}

const gevraagd = ["ib1", "smw1", "bpo1", "scp1", "jvk1"];

function gezien({ as = "ib1", prik = {}, aantal = 3, keuzes = {}, verzet, nu, rondedagen = [] }: Over = {}) {
  const momenten = momentenOf(aantal);
  const antwoorden = Object.entries(keuzes).flatMap(([persoonId, word]) =>
    momenten.flatMap((one, index) => {
      const keuze = letters[word[index] ?? "-"];
      return keuze ? [{ persoonId, momentId: one.id, keuze }] : [];
    }),
  );
  const ronde = aRonde({
    id: id(800),
    sztId,
    datum: date("2026-12-04"),
    begin: time("09:00"),
    voorzitterId: "ib1",
    deelnemers: team
      .filter(({ persoonId }) => gevraagd.includes(persoonId))
      .map(({ persoonId, naam, functie }) => ({ persoonId, naam, functie, aanwezigheid: null })),
  });
  const facts: MomentprikFacts = {
    prik: {
      id: id(900),
      sztId,
      rondeId: verzet ? ronde.id : null,
      nieuw: verzet ? null : { duurMinuten: 60, plaats: "op_school", deelnameLink: null },
      stand: "open",
      vervalreden: null,
      poging: 1,
      uiterlijk: date("2026-12-03"),
      gekozenId: null,
      versie: 2,
      gestartDoor: "ib1",
      momenten,
      gevraagd,
      antwoorden,
      ...prik,
    },
    ronde: verzet ? ronde : null,
    scholen: ["De Regenboog"],
    team,
    calendars: [cal],
    rondedagen: rondedagen.map(date),
    now: moment(nu ?? "2026-11-23T10:00"),
  };
  const lidmaatschappen = team
    .filter(({ persoonId }) => persoonId === as)
    .map(({ functie, schoolId, voorzitter }) => ({ sztId, functie, schoolId, voorzitter }));
  const seen = seeMomentprik(facts, { persoonId: as, lidmaatschappen });
  if (!seen) throw new Error("out of sight");
  return seen;
}

const sample = (name: string, state: string, of: MomentprikGezien, lead?: string): Sample => ({
  name: `momentprik-${name}`,
  state,
  card: () => momentprikCard(of, stamp, lead),
});
const dialog = (name: string, state: string, card: Sample["card"]): Sample => ({
  name: `momentprik-${name}`,
  state,
  card,
});

const all = { ib1: "jjj", smw1: "jjn", bpo1: "njm", scp1: "jmj", jvk1: "jnj" };
const waiting = { stand: "besluit" } as const;
const late = "2026-12-04T09:00";
const start = prikStart({ begin: time("13:30"), uiterlijk: date("2026-11-26"), deelnemers: gevraagd });
const nieuw: PrikDialog = { scholen: ["De Regenboog"], sent: start, team, hoe: "nieuw" };
const wrongSent = prikSent({
  ...start,
  datum1: "2026-12-12",
  datum2: "2026-12-08",
  datum3: "2026-12-08",
  datum4: "2026-12-09",
  begin4: "06:00",
  uiterlijk: "2026-12-08",
});
const saturday = {
  kind: "geen_schooldag",
  waarom: { reden: "weekend" },
  voorstel: date("2026-12-14"),
} as const;

export const samples: Sample[] = [
  sample("gevraagd", "deelnemer, net gevraagd", gezien({ as: "smw1" }), noticeWords.momentprik_gevraagd.lead),
  sample(
    "gevraagd-zes",
    "deelnemer, zes momenten, een ander moment voor een ronde die staat",
    gezien({ as: "smw1", aantal: 6, verzet: true }),
    noticeWords.momentprik_gevraagd.lead,
  ),
  sample(
    "herinnerd",
    "deelnemer, een dag voor het einde, half ingevuld",
    gezien({ as: "smw1", keuzes: { ...all, smw1: "j" } }),
    noticeWords.momentprik_herinnerd.lead,
  ),
  sample("beantwoord", "deelnemer, kan nog veranderen", gezien({ as: "smw1", keuzes: { smw1: "jmn" } })),
  sample(
    "gesloten",
    "deelnemer, de voorzitter moet nog kiezen",
    gezien({ as: "smw1", prik: waiting, keuzes: { smw1: "jm" }, nu: late }),
  ),
  sample("gestart", "ib, net gestart", gezien(), noticeWords.momentprik_gestart.lead),
  sample("loopt", "ib, een deel heeft geantwoord", gezien({ keuzes: { ib1: "jjj", smw1: "jmn" } })),
  sample(
    "voorstel",
    "ib, het schakelteam gaat voor het volste moment",
    gezien({ prik: waiting, keuzes: all, nu: late, verzet: true }),
    noticeWords.momentprik_voorstel.lead,
  ),
  sample(
    "voorstel-gelijk",
    "ib, twee momenten zijn even goed",
    gezien({ prik: waiting, keuzes: { ib1: "jjn", bpo1: "jjn", smw1: "jjj" }, nu: late }),
    noticeWords.momentprik_voorstel.lead,
  ),
  sample(
    "voorstel-onvolledig",
    "ib, nergens is het schakelteam compleet",
    gezien({ prik: waiting, keuzes: { ...all, bpo1: "nnn" }, nu: late }),
    noticeWords.momentprik_voorstel.lead,
  ),
  sample(
    "voorstel-zes",
    "ib, zes momenten waarvan een voorbij is en een niet meer kan",
    gezien({
      prik: waiting,
      aantal: 6,
      keuzes: { ib1: "jjjjjj", smw1: "jnmjmj", bpo1: "jjnjjn", scp1: "mmmmmm", jvk1: "nnnjnj" },
      nu: "2026-12-07T14:00",
      rondedagen: ["2026-12-10"],
    }),
  ),
  sample(
    "niemand-antwoordde",
    "ib, niemand heeft geantwoord",
    gezien({ prik: waiting, nu: late }),
    noticeWords.momentprik_voorstel.lead,
  ),
  sample(
    "niemand-kan",
    "ib, niemand kan",
    gezien({ prik: waiting, keuzes: { ib1: "nnn", smw1: "nnn" }, nu: late }),
  ),
  sample(
    "opnieuw",
    "deelnemer, nieuwe momenten",
    gezien({ as: "smw1", aantal: 2, prik: { poging: 2 } }),
    noticeWords.momentprik_opnieuw.lead,
  ),
  sample(
    "gekozen-ib",
    "ib, gekozen, een collega kan dan niet",
    gezien({ prik: { stand: "gekozen", gekozenId: id(2) }, keuzes: { jvk1: "-n" } }),
  ),
  sample(
    "gekozen",
    "deelnemer, gekozen",
    gezien({ as: "smw1", prik: { stand: "gekozen", gekozenId: id(2) }, verzet: true }),
  ),
  sample(
    "gestopt",
    "deelnemer, gestopt",
    gezien({ as: "smw1", prik: { stand: "gestopt" }, verzet: true }),
    noticeWords.momentprik_gestopt.lead,
  ),
  sample(
    "gestopt-nieuw",
    "deelnemer, gestopt, er wordt niets gepland",
    gezien({ as: "smw1", prik: { stand: "gestopt" } }),
  ),
  ...(["ronde_vervallen", "ronde_verzet", "ronde_begonnen"] as const).map((vervalreden) =>
    sample(
      `vervallen-${vervalreden.replace("_", "-")}`,
      "deelnemer, de ronde is intussen veranderd",
      gezien({ as: "smw1", prik: { stand: "vervallen", vervalreden }, verzet: true }),
    ),
  ),
  sample(
    "te-laat",
    "deelnemer, alle momenten zijn voorbij",
    gezien({ as: "smw1", prik: { stand: "vervallen", vervalreden: "te_laat" } }),
  ),
  sample(
    "te-laat-ib",
    "ib, alle momenten zijn voorbij",
    gezien({ prik: { stand: "vervallen", vervalreden: "te_laat" } }),
    noticeWords.momentprik_te_laat.lead,
  ),
  dialog("nieuw", "ib prikt een moment voor een nieuwe ronde", () => prikCard(nieuw, stamp)),
  dialog("nieuw-geweigerd", "zaterdag, twee keer, 's nachts en te laat antwoorden", () =>
    prikCard(
      {
        ...nieuw,
        sent: wrongSent,
        errors: prikErrors({
          momenten: { 0: saturday, 2: { kind: "twee_keer" }, 3: { kind: "buiten_de_dag" } },
          teWeinig: false,
          uiterlijk: { kind: "na_eerste", eerste: date("2026-12-08") },
          deelnameLink: { kind: "link_nodig" },
          deelnemers: "te_weinig",
        }),
      },
      stamp,
    ),
  ),
  dialog("verzet", "ib prikt een ander moment voor een ronde", () =>
    prikCard({ ...nieuw, team: null, hoe: "verzet" }, stamp),
  ),
  dialog("opnieuw-vragen", "ib vraagt andere momenten", () =>
    prikCard({ ...nieuw, team: null, hoe: "opnieuw" }, stamp),
  ),
  dialog("mijn-antwoord", "ib geeft het eigen antwoord", () =>
    antwoordCard(gezien({ keuzes: { ib1: "jm" } }), stamp),
  ),
  dialog("kiezen", "ib kiest een ander moment", () =>
    kiesMomentCard(gezien({ prik: waiting, keuzes: all, nu: late }), stamp),
  ),
  dialog("kiezen-outlook", "ib kiest en ziet hoe druk het is", () => {
    const prik = gezien({ prik: waiting, keuzes: all, nu: late });
    const druk = prik.momenten.map(({ id }, index) => [id, { bezet: index, van: 4 }] as const);
    return kiesMomentCard(prik, stamp, new Map(druk));
  }),
  dialog("kiezen-outlook-onbekend", "ib kiest terwijl Outlook niets zegt", () =>
    kiesMomentCard(gezien({ prik: waiting, keuzes: all, nu: late }), stamp, "onbekend"),
  ),
  dialog("erbij", "ib vraagt iemand erbij", () => erbijCard(gezien(), stamp)),
  dialog("erbij-geweigerd", "niemand gekozen", () =>
    erbijCard(gezien(), stamp, "kies ten minste één persoon."),
  ),
  dialog("stoppen", "ib stopt ermee", () => stopPrikCard(gezien({ verzet: true }), stamp)),
  dialog("lijst", "gevraagd in twee teams", () =>
    momentprikkenCard(
      [
        gezien({ as: "smw1" }),
        { ...gezien({ as: "smw1", keuzes: { smw1: "jjj" } }), id: id(901), scholen: ["Het Kompas"] },
      ],
      stamp,
    ),
  ),
];
