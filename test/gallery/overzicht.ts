import { type OverzichtRegel, overzichtCard, planKeuzeCard } from "#cards/overzicht.ts";
import { type Sample, stamp } from "./sample.ts";

const vandaag = Temporal.PlainDate.from("2026-12-07");
const link = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmUtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d`;

function regel(
  nummer: number,
  day: string,
  begin: string,
  school: string,
  over: Partial<OverzichtRegel> = {},
): OverzichtRegel {
  return {
    ronde: {
      id: `5a2b7c1e-0000-4000-8000-0000000000f${nummer.toString(16)}`,
      versie: 1,
      datum: Temporal.PlainDate.from(day),
      begin: Temporal.PlainTime.from(begin),
      duurMinuten: 60,
      plaats: "op_school_en_online",
      deelnameLink: link,
      status: "gepland",
    },
    scholen: [school],
    overlapt: [],
    ...over,
  };
}

const clash = (school: string, begin: string) => ({
  scholen: [school],
  begin: Temporal.PlainTime.from(begin),
});
const three = [
  regel(1, "2026-12-07", "13:30", "De Regenboog", { overlapt: [clash("Het Kompas", "14:00")] }),
  regel(2, "2026-12-07", "14:00", "Het Kompas", { overlapt: [clash("De Regenboog", "13:30")] }),
  regel(3, "2026-12-08", "09:00", "Openbare basisschool De Regenboogschool-Oosterhoutlaan"),
];
const many = Array.from({ length: 12 }, (_, index) =>
  regel(index, `2027-0${1 + (index % 6)}-1${index % 9}`, "10:30", index % 2 ? "De Regenboog" : "Het Kompas"),
);
const szt = (nummer: number, school: string) => ({
  sztId: `5a2b7c1e-0000-4000-8000-0000000000e${nummer}`,
  scholen: [school],
});

export const samples: Sample[] = [
  {
    name: "overzicht-drie-scholen",
    state: "PPO-contactpersoon, twee overleggen tegelijk",
    card: () => overzichtCard({ vandaag, regels: three, planbaar: [] }, stamp),
  },
  {
    name: "overzicht-ib",
    state: "ib, kan plannen",
    card: () => overzichtCard({ vandaag, regels: three.slice(2), planbaar: [szt(1, "De Regenboog")] }, stamp),
  },
  {
    name: "overzicht-niet-geopend",
    state: "ib, een ronde van vrijdag die niemand opende",
    card: () =>
      overzichtCard(
        {
          vandaag,
          regels: [regel(4, "2026-12-04", "13:30", "De Regenboog"), ...three.slice(2)],
          planbaar: [szt(1, "De Regenboog")],
        },
        stamp,
      ),
  },
  {
    name: "overzicht-veel",
    state: "twaalf overleggen",
    card: () => overzichtCard({ vandaag, regels: many, planbaar: [] }, stamp),
  },
  {
    name: "overzicht-leeg",
    state: "nog geen overleg",
    card: () => overzichtCard({ vandaag, regels: [], planbaar: [] }, stamp),
  },
  {
    name: "overzicht-plannen",
    state: "ib op twee scholen kiest het team",
    card: () =>
      planKeuzeCard(
        [szt(1, "De Regenboog"), szt(2, "Openbare basisschool De Regenboogschool-Oosterhoutlaan")],
        stamp,
      ),
  },
  { name: "overzicht-plannen-nee", state: "wie niet plant", card: () => planKeuzeCard([], stamp) },
];
