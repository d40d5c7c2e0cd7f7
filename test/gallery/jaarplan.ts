import { readFileSync } from "node:fs";
import { jaarplanCard, jaarplannenCard } from "#cards/jaarplan.ts";
import { dagCard, kiesCard, ritmeCard, ritmeSent, stopCard } from "#cards/jaarplan-dialog.ts";
import { planKeuzeCard } from "#cards/overzicht.ts";
import { planJaar } from "#domain/jaarplan.ts";
import {
  type JaarplanFeit,
  type JaarplanGezien,
  type JaarplanRondeFeit,
  seeJaarplan,
} from "#domain/jaarplan-view.ts";
import { actorOf } from "#domain/scope.ts";
import { parseSchoolHolidays, regioCalendar } from "#domain/vakantie.ts";
import { aTeamlid } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const published = parseSchoolHolidays(
  readFileSync(new URL("../../src/database/seed/school-holidays-nl.csv", import.meta.url), "utf8"),
);
if (!published.ok) throw new Error("the published holidays cannot be read");
const calendars = [{ ...regioCalendar("M", published.value), studiedagen: [date("2026-12-08")] }];
const sztId = "5a2b7c1e-0000-4000-8000-0000000000e1";
const id = (nummer: number) => `5a2b7c1e-0000-4000-8000-00000000a${String(nummer).padStart(3, "0")}`;
const van = date("2026-08-31");
const tot = date("2027-07-31");
const bezet = [{ persoonId: "scp1", datum: date("2027-02-02"), begin: time("13:00"), duurMinuten: 60 }];

interface Over {
  readonly weken?: number;
  readonly status?: JaarplanFeit["status"];
  readonly each?: (ronde: JaarplanRondeFeit, index: number) => JaarplanRondeFeit;
  readonly as?: "ib" | "smw";
  readonly vandaag?: string;
}

function gezien({
  weken = 6,
  status = "voorstel",
  each = (one) => one,
  as = "ib",
  vandaag = "2026-08-24",
}: Over = {}) {
  const ritme = {
    weken,
    weekdag: "di",
    begin: time("13:30"),
    duurMinuten: 60,
    plaats: "op_school_en_online",
  } as const;
  const days = planJaar({ ritme, van, tot, vorige: null, calendars, bezet });
  const rondes = days.map(({ datum, afwijking }, index): JaarplanRondeFeit => {
    const ronde: JaarplanRondeFeit = {
      id: id(index),
      datum,
      stand: status === "voorstel" ? "voorstel" : "vast",
      afwijking: afwijking?.reden ?? null,
      afwijkingDag: afwijking && "dag" in afwijking ? afwijking.dag : null,
      rondeId: status === "voorstel" ? null : id(index + 500),
      rondeDatum: status === "voorstel" ? null : datum,
      rondeBegin: status === "voorstel" ? null : ritme.begin,
      rondeStatus: status === "voorstel" ? null : "gepland",
    };
    return each(ronde, index);
  });
  const plan: JaarplanFeit = {
    ...ritme,
    id: id(999),
    sztId,
    schooljaar: 2026,
    status,
    deelnameLink: null,
    versie: 3,
    rondes,
  };
  const team = [
    aTeamlid("ib1", "ib"),
    aTeamlid("smw1", "smw"),
    aTeamlid("scp1", "scp", { naam: "Peter Kuipers" }),
  ];
  const actor = actorOf({
    swvId: "swv",
    persoonId: `${as}1`,
    naam: "Noor Visser",
    lidmaatschappen: [{ sztId, schoolId: null, functie: as, voorzitter: false }],
  });
  const seen = seeJaarplan(
    { plan, scholen: ["De Regenboog"], team, calendars, bezet, vandaag: date(vandaag) },
    actor,
  );
  if (!seen) throw new Error("out of sight");
  return seen;
}

const sample = (name: string, state: string, of: () => JaarplanGezien, lead?: string): Sample => ({
  name: `jaarplan-${name}`,
  state,
  card: () => jaarplanCard(of(), stamp, lead),
});
const sent = ritmeSent({
  schooljaar: "2026",
  weken: "6",
  weekdag: "di",
  begin: "13:30",
  duur: "60",
  plaats: "op_school_en_online",
});
const ritme = { scholen: ["De Regenboog"], jaren: [2026, 2027], sent };
const busy = (): JaarplanGezien =>
  gezien({
    each: (ronde, index) =>
      index === 3 ? { ...ronde, datum: date("2027-02-02"), afwijking: "zelf" } : ronde,
  });

export const samples: Sample[] = [
  sample("voorstel", "ib, een voorstel om de zes weken", () => gezien(), "Dit is mijn voorstel."),
  sample("voorstel-bezet", "ib, een zelf gekozen dag waarop een collega elders is", busy),
  sample("voorstel-elke-week", "ib, een voorstel voor elke week", () => gezien({ weken: 1 })),
  sample("voorstel-leeg", "ib, er past niets meer", () => ({
    ...gezien(),
    regels: [],
    mag: new Set(["ritme"] as const),
  })),
  sample("vast", "ib, vastgesteld, halverwege het jaar", () =>
    gezien({
      status: "vast",
      vandaag: "2027-01-20",
      each: (ronde, index) =>
        index === 4
          ? {
              ...ronde,
              stand: "overgeslagen",
              rondeId: null,
              rondeDatum: null,
              rondeBegin: null,
              rondeStatus: null,
            }
          : index === 5
            ? { ...ronde, rondeStatus: "vervallen" }
            : index === 6
              ? { ...ronde, rondeDatum: date("2027-06-24"), rondeBegin: time("09:00") }
              : ronde,
    }),
  ),
  sample(
    "vast-deelnemer",
    "schoolmaatschappelijk werker, net vastgesteld",
    () => gezien({ status: "vast", as: "smw" }),
    "Dit jaarplan staat vast.",
  ),
  sample(
    "gestopt",
    "ib, de reeks is gestopt",
    () =>
      gezien({
        status: "gestopt",
        vandaag: "2027-01-20",
        each: (ronde, index) => (index > 2 ? { ...ronde, rondeStatus: "vervallen" } : ronde),
      }),
    "Dit jaarplan is gestopt. De rondes die nog kwamen, gaan niet door.",
  ),
  { name: "jaarplan-ritme", state: "ib kiest het ritme", card: () => ritmeCard(ritme, stamp) },
  {
    name: "jaarplan-ritme-geweigerd",
    state: "niets gekozen, en online zonder link",
    card: () =>
      ritmeCard(
        {
          ...ritme,
          sent: { ...sent, weekdag: "", plaats: "online" },
          errors: { weekdag: "kies een dag van de week.", link: "wie online meedoet, heeft een link nodig." },
        },
        stamp,
      ),
  },
  { name: "jaarplan-kiezen", state: "ib kiest per ronde", card: () => kiesCard(gezien(), stamp) },
  { name: "jaarplan-kiezen-geweigerd", state: "niets gekozen", card: () => kiesCard(gezien(), stamp, true) },
  {
    name: "jaarplan-dag",
    state: "ib kiest een andere dag",
    card: () => dagCard({ gezien: gezien() }, stamp),
  },
  {
    name: "jaarplan-dag-geweigerd",
    state: "in de kerstvakantie",
    card: () =>
      dagCard(
        {
          gezien: gezien(),
          sent: { ronde: id(2), datum: "2026-12-22" },
          error: { datum: "dan is het kerstvakantie. De eerste schooldag daarna is maandag 4 januari 2027." },
        },
        stamp,
      ),
  },
  {
    name: "jaarplan-stoppen",
    state: "ib stopt de reeks",
    card: () => stopCard(gezien({ status: "vast" }), stamp),
  },
  {
    name: "jaarplan-lijst",
    state: "wie in twee teams zit",
    card: () =>
      jaarplannenCard([gezien({ status: "vast" }), { ...gezien(), scholen: ["Het Kompas"] }], stamp),
  },
  {
    name: "jaarplan-of-overleg",
    state: "ib van één team kiest wat er gepland wordt",
    card: () => planKeuzeCard([{ sztId, scholen: ["De Regenboog"] }], stamp),
  },
];
