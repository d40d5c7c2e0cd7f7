import { evaluatieCard } from "#cards/evaluatie.ts";
import { openwerkCard } from "#cards/openwerk.ts";
import { teamCard } from "#cards/team.ts";
import {
  afspraakCard,
  ingevuld,
  kiesAfspraakCard,
  kiesTeamCard,
  lidCard,
  teamLeeg,
  vertrekCard,
  vervangingCard,
  voorzitterCard,
} from "#cards/team-dialog.ts";
import type { Functie } from "#domain/code.ts";
import type { EvaluatieGezien } from "#domain/evaluatie.ts";
import type { LosWerk } from "#domain/openwerk.ts";
import { type LidFeit, seeTeam } from "#domain/team.ts";
import { usualTeamSettings } from "#domain/team-setting.ts";
import { date } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const sztId = "5a2b7c1e-0000-4000-8000-0000000000e1";
const id = (nummer: number) => `5a2b7c1e-0000-4000-8000-00000000e${String(nummer).padStart(3, "0")}`;
const vandaag = date("2026-11-23");
let made = 0;
function lid(naam: string, functie: Functie, over: Partial<LidFeit> = {}): LidFeit {
  made += 1;
  return {
    ...{ id: id(made), persoonId: id(500 + made), naam, functie, schoolId: null, voorzitter: false },
    ...{
      van: date("2026-08-01"),
      tot: null,
      straks: null,
      onderbroken: false,
      vervangtId: null,
      weg: null,
    },
    afspraak: { uren: 4, werkdagen: ["ma", "di", "wo", "do", "vr"] },
    ...over,
  };
}

const saskia = lid("Saskia Blom", "wijkteam", {
  afspraak: { uren: 2, werkdagen: ["di"] },
  straks: { vanaf: date("2027-01-04"), uren: 4, werkdagen: ["di", "do"] },
});
const leden: readonly LidFeit[] = [
  lid("Noor Visser", "ib", { voorzitter: true, afspraak: { uren: 24, werkdagen: ["ma", "di", "do", "vr"] } }),
  lid("Bram de Wit", "bpo", { afspraak: { uren: null, werkdagen: ["wo"] } }),
  lid("Yasmina el Amrani", "smw", {
    tot: date("2026-12-31"),
    afspraak: { uren: 12.5, werkdagen: ["ma", "wo"] },
  }),
  saskia,
  lid("Karim Haddad", "wijkteam", {
    van: date("2026-12-01"),
    tot: date("2027-01-31"),
    vervangtId: saskia.id,
    afspraak: { uren: 2, werkdagen: ["di"] },
  }),
  lid("Willem-Alexander van den Brandhof-Oosterhuis", "jeugdverpleegkundige", {
    weg: { van: date("2026-11-30"), tot: date("2026-12-04") },
  }),
  lid("Peter Jansen", "scp", { tot: date("2026-11-01"), onderbroken: true }),
];
const zonderIb = leden.map((one) =>
  one.functie === "ib" ? { ...one, onderbroken: true, voorzitter: false, tot: date("2026-11-22") } : one,
);
const actor = (functie: Functie) => ({
  persoonId: leden.find((one) => one.functie === functie)?.persoonId ?? id(999),
  lidmaatschappen: [{ sztId, schoolId: id(900), functie, voorzitter: false }],
});
const seen = (functie: Functie, given = leden) => {
  const team = seeTeam(
    { sztId, naam: "De Regenboog", leden: given, settings: usualTeamSettings },
    actor(functie),
    vandaag,
  );
  if (!team) throw new Error("nothing to see");
  return team;
};
const uitslag = {
  cijfer: 7,
  helpt: ["vaste_gezichten", "korte_lijnen"],
  hindert: ["te_weinig_uren"],
} as const;
const many = Array.from({ length: 30 }, (_, index) =>
  lid(`Collega nummer ${index + 1} van [het](https://example.org) team`, "smw"),
);

const sample = (name: string, state: string, card: Sample["card"]): Sample => ({ name, state, card });
const form = { ...teamLeeg, werkdagen: "ma,di", van: "2026-11-23", vanaf: "2026-11-23" };
const dialog = { naam: "De Regenboog", vandaag, form, leden };
const token = stamp;

const evaluatie = (over: Partial<EvaluatieGezien> = {}): EvaluatieGezien => ({
  ...{ id: id(1), naam: "De Regenboog", sluit: date("2026-12-07"), stand: "open", eigen: null },
  ...{ uitslag: null, vorige: null },
  ...over,
});
const zaak = { hulpvraagId: id(7), versie: 3, referentie: "HV-4821", school: "De Regenboog" };
const werk: readonly LosWerk[] = [
  {
    ...{ soort: "ronde", id: id(3), versie: 2, datum: date("2026-12-08"), open: false },
    ...{ voorzitterWeg: true, notulistWeg: false },
  },
  {
    ...{ soort: "ronde", id: id(6), versie: 4, datum: date("2026-11-20"), open: true },
    ...{ voorzitterWeg: true, notulistWeg: false },
  },
  { soort: "regierol", ...zaak, kanVragen: true },
  { soort: "regierol", ...zaak, kanVragen: false },
  {
    ...{ soort: "actie", termijnId: id(4), versie: 1, referentie: "HV-4821", school: "De Regenboog" },
    ...{ vervalt: date("2026-12-02"), gevraagd: false },
  },
  {
    soort: "teamactie",
    actie: {
      ...{ id: id(5), versie: 1, omschrijving: "Maak een overzicht van de vrije dagen" },
      ...{ vervalt: date("2026-12-02"), overdracht: { stand: "gevraagd" } },
    },
  },
];

export const samples: Sample[] = [
  sample("team-ib", "gezien door de intern begeleider, met een melding uit Teams", () =>
    teamCard({ ...seen("ib"), uitslag, vorige: 6 }, token),
  ),
  sample("team-lid", "gezien door een ander lid", () =>
    teamCard({ ...seen("smw"), uitslag: null, vorige: null }, token),
  ),
  sample(
    "team-zonder-ib",
    "Teams meldt dat de enige intern begeleider weg is; gezien door een ander lid",
    () => teamCard({ ...seen("smw", zonderIb), uitslag: null, vorige: null }, token),
  ),
  sample("team-zonder-ib-gevraagd", "hetzelfde, gezien door het kernteam", () =>
    teamCard({ ...seen("bpo", zonderIb), uitslag: null, vorige: null }, token),
  ),
  sample("team-leeg", "zonder voorzitter, met vacatures", () =>
    teamCard({ ...seen("ib", leden.slice(1, 2)), uitslag: null, vorige: null }, token),
  ),
  sample("team-vol", "meer mensen dan erop passen", () =>
    teamCard({ ...seen("ib", many), uitslag, vorige: null }, token),
  ),
  sample("team-kiezen", "wie in twee teams werkt", () =>
    kiesTeamCard(
      [
        { sztId, naam: "De Regenboog" },
        { sztId: id(2), naam: "Het Kompas" },
      ],
      token,
    ),
  ),
  sample("team-toevoegen", "leeg", () => lidCard(dialog, token)),
  sample("team-toevoegen-fout", "met fouten", () =>
    lidCard(
      {
        ...dialog,
        problemen: {
          email: { kind: "past_niet" },
          functie: { kind: "staat_er_al" },
          werkdagen: { kind: "leeg" },
          tot: { kind: "te_vroeg", vanaf: vandaag },
        },
      },
      token,
    ),
  ),
  sample("team-afspraak-kiezen", "van wie", () => kiesAfspraakCard(dialog, token)),
  sample("team-afspraak", "uren en dagen", () =>
    afspraakCard({ ...dialog, lid: saskia, form: ingevuld(saskia, vandaag) }, token),
  ),
  sample("team-vervanging", "leeg", () => vervangingCard(dialog, token)),
  sample("team-voorzitter", "leeg", () => voorzitterCard(dialog, token)),
  sample("team-vertrek", "leeg", () => vertrekCard(dialog, token)),
  sample("openwerk", "van alles wat", () => openwerkCard({ werk, vandaag }, token)),
  sample("openwerk-leeg", "niets meer", () => openwerkCard({ werk: [], vandaag }, token)),
  sample("openwerk-vol", "meer dan erop past", () =>
    openwerkCard({ werk: Array.from({ length: 8 }, () => werk).flat(), vandaag }, token),
  ),
  sample("evaluatie-vraag", "nog niet geantwoord", () => evaluatieCard(evaluatie(), token)),
  sample("evaluatie-bewaard", "geantwoord, met te veel keuzes", () =>
    evaluatieCard(
      {
        ...evaluatie({
          eigen: { cijfer: 7, helpt: ["korte_lijnen"], hindert: ["wisselingen", "wachtlijsten"] },
        }),
        problemen: { helpt: { kind: "te_veel", hooguit: 3 } },
      },
      token,
    ),
  ),
  sample("evaluatie-uitslag", "met een vorige keer", () =>
    evaluatieCard(evaluatie({ stand: "geteld", uitslag, vorige: 9 }), token),
  ),
  sample("evaluatie-te-weinig", "te weinig antwoorden", () =>
    evaluatieCard(evaluatie({ stand: "geteld" }), token),
  ),
];
