import { noticeWords } from "#cards/notice.ts";
import { bevestigCard, weigerCard, wisBezwaarCard, wissingCard, wissingVraagCard } from "#cards/wissing.ts";
import type { WissingGezien } from "#domain/wissing.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const referentie = "HV-4821";

const gevraagd: WissingGezien = {
  id: "00000000-0000-4000-8000-000000000031",
  versie: 1,
  nummer: "W-3142",
  school: "De Regenboog",
  status: "gevraagd",
  reden: "verzoek",
  van: ["ouder1", "ouder2"],
  vrager: "Noor Visser",
  tweede: "Wim Dekker",
  gevraagdOp: date("2026-11-23"),
  uiterlijk: date("2026-12-07"),
  antwoordVoor: date("2026-12-23"),
  tegen: null,
  weigerreden: null,
  beantwoordOp: null,
  gewistOp: null,
  klaarOp: null,
  over: { berichten: 0, onbereikbaar: 0 },
  referenties: [],
  ik: "tweede",
};
const vrager: WissingGezien = { ...gevraagd, ik: "vrager", referenties: ["HV-1077", referentie] };
const gewist: WissingGezien = {
  ...vrager,
  versie: 3,
  status: "gewist",
  referenties: [],
  beantwoordOp: date("2026-11-24"),
  gewistOp: date("2026-11-24"),
  over: { berichten: 3, onbereikbaar: 1 },
};

const geweigerd: WissingGezien = {
  ...gevraagd,
  versie: 2,
  status: "geweigerd",
  weigerreden: "nog_nodig_voor_zorg",
  beantwoordOp: date("2026-11-24"),
};

const verlopen: WissingGezien = {
  ...gevraagd,
  versie: 2,
  status: "verlopen",
  beantwoordOp: date("2026-12-08"),
};

const tweede = [
  { persoonId: "00000000-0000-4000-8000-000000000041", naam: "Wim Dekker", functie: "directeur" },
  {
    persoonId: "00000000-0000-4000-8000-000000000042",
    naam: "Anouk de Vries-van den Heuvel",
    functie: "coo",
  },
] as const;

export const samples: Sample[] = [
  {
    name: "wissing-vragen",
    state: "intern begeleider vult in",
    card: () => wissingVraagCard({ referentie, tweede, ontvangers: ["Bram de Wit", "Saskia Blom"] }, stamp),
  },
  {
    name: "wissing-vragen-geweigerd",
    state: "niets gekozen, een mogelijke tweede",
    card: () =>
      wissingVraagCard(
        {
          referentie,
          tweede: tweede.slice(0, 1),
          ontvangers: [],
          form: { reden: null, tweede: null, van: [], identiteit: null },
          leeg: ["reden", "tweede", "van", "identiteit"],
        },
        stamp,
      ),
  },
  {
    name: "wissing-tegen-loopt",
    state: "er loopt nog een hulpvraag",
    card: () => wisBezwaarCard({ referentie, bezwaar: { kind: "loopt", referenties: [referentie] } }),
  },
  {
    name: "wissing-tegen-bewaring",
    state: "er loopt een klacht",
    card: () =>
      wisBezwaarCard({
        referentie,
        bezwaar: { kind: "bewaring", reden: "klacht_loopt", tot: date("2027-03-01") },
      }),
  },
  {
    name: "wissing-tegen-niemand",
    state: "niemand kan bevestigen",
    card: () => wisBezwaarCard({ referentie, bezwaar: { kind: "geen_tweede" } }),
  },
  {
    name: "wissing-gevraagd-directeur",
    state: "directeur, ziet niets over de leerling",
    card: () => wissingCard(gevraagd, stamp, noticeWords.wissing_gevraagd.lead),
  },
  {
    name: "wissing-gevraagd-vrager",
    state: "wie het vroeg",
    card: () => wissingCard(vrager, stamp, noticeWords.wissing_gesteld.lead),
  },
  {
    name: "wissing-wacht-vrager",
    state: "wie het vroeg, de tijd is bijna om",
    card: () => wissingCard(vrager, stamp, noticeWords.wissing_wacht.lead),
  },
  {
    name: "wissing-herinnerd",
    state: "de tweede, na een week zonder antwoord",
    card: () => wissingCard(gevraagd, stamp, noticeWords.wissing_herinnerd.lead),
  },
  {
    name: "wissing-verlopen",
    state: "geen antwoord op tijd: wie het vroeg, leest wat er nu moet",
    card: () => wissingCard({ ...verlopen, ik: "vrager" }, stamp, noticeWords.wissing_verlopen.lead),
  },
  {
    name: "wissing-verlopen-school",
    state: "geen antwoord op tijd, de school vroeg het zelf",
    card: () =>
      wissingCard(
        { ...verlopen, ik: "vrager", reden: "niet_meer_nodig", van: [], antwoordVoor: null },
        stamp,
        noticeWords.wissing_verlopen.lead,
      ),
  },
  {
    name: "wissing-verlopen-tweede",
    state: "geen antwoord op tijd, bij wie moest bevestigen",
    card: () => wissingCard(verlopen, stamp),
  },
  { name: "wissing-bevestigen", state: "de laatste vraag", card: () => bevestigCard(gevraagd, stamp) },
  {
    name: "wissing-bevestigd",
    state: "bevestigd, nog niet gewist",
    card: () =>
      wissingCard(
        { ...vrager, status: "bevestigd", beantwoordOp: date("2026-11-24") },
        stamp,
        noticeWords.wissing_beantwoord.lead,
      ),
  },
  {
    name: "wissing-gewist",
    state: "gegevens weg, nog vier berichten",
    card: () => wissingCard(gewist, stamp),
  },
  {
    name: "wissing-klaar",
    state: "alles weg",
    card: () =>
      wissingCard(
        { ...gewist, status: "klaar", klaarOp: date("2026-11-24"), over: { berichten: 0, onbereikbaar: 0 } },
        stamp,
      ),
  },
  {
    name: "wissing-weigeren",
    state: "de tweede kiest een reden",
    card: () => weigerCard(gevraagd, stamp),
  },
  {
    name: "wissing-weigeren-leeg",
    state: "geen reden gekozen",
    card: () => weigerCard({ ...gevraagd, leeg: true }, stamp),
  },
  {
    name: "wissing-geweigerd",
    state: "niet bevestigd: wie het vroeg, leest wat er nu moet",
    card: () => wissingCard({ ...geweigerd, ik: "vrager" }, stamp, noticeWords.wissing_beantwoord.lead),
  },
  {
    name: "wissing-geweigerd-school",
    state: "niet bevestigd, de school vroeg het zelf",
    card: () =>
      wissingCard(
        { ...geweigerd, ik: "vrager", reden: "verkeerde_leerling", van: [], weigerreden: "anders_overleg" },
        stamp,
      ),
  },
  {
    name: "wissing-geweigerd-tweede",
    state: "niet bevestigd, bij wie dat zei",
    card: () => wissingCard(geweigerd, stamp),
  },
  {
    name: "wissing-tegengehouden",
    state: "na het bevestigen kwam er een reden",
    card: () =>
      wissingCard({ ...vrager, status: "tegengehouden", tegen: "bewaring", referenties: [] }, stamp),
  },
];
