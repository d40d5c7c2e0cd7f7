import { teamactieVerb } from "#cards/actie-verb.ts";
import { dagberichtCard } from "#cards/dagbericht.ts";
import { datumCard, overdrachtCard, overdrachtNeeCard, terugnemenCard } from "#cards/overdracht.ts";
import { takenCard, uitstelCard } from "#cards/taken.ts";
import {
  kiesTeamCard,
  type TeamactieDialog,
  teamactieDialogCard,
  teamactieLeeg,
  teamactiesCard,
  vervallenCard,
} from "#cards/teamactie.ts";
import type { GevraagdGezien } from "#domain/overdracht.ts";
import { type TaakGezien, taakWeg } from "#domain/taak.ts";
import { checkTeamactie } from "#domain/teamactie.ts";
import { date, today } from "#test/domain/a-dossier.ts";
import { aTeamrij } from "#test/domain/a-teamactie.ts";
import { type Sample, stamp } from "./sample.ts";

const longName = "Anne-Fleur van den Bergh-Oosterhuis-Kleijn";
const leden = [
  { persoonId: "5a2b7c1e-0000-4000-8000-000000000001", naam: "Noor Visser", functie: "ib" },
  { persoonId: "5a2b7c1e-0000-4000-8000-000000000002", naam: "Bram de Wit", functie: "smw" },
  { persoonId: "5a2b7c1e-0000-4000-8000-000000000003", naam: longName, functie: "jeugdverpleegkundige" },
] as const;

const own = new Set(["lezen", "afronden", "uitstellen", "overdragen"] as const);
const mine = aTeamrij({ vanMij: true, stand: "vandaag", vervalt: today, mag: own });

const anActie = (over: Partial<TaakGezien> = {}): TaakGezien => ({
  id: "term-actie",
  versie: 1,
  hulpvraagId: "h1",
  hulpvraagVersie: 4,
  soort: "actie",
  stand: "te_laat",
  vervalt: date("2026-11-19"),
  referentie: "HV-4821",
  school: "De Regenboog",
  aanspreek: "ouders",
  leerling: "Noor Voorbeeld",
  omschrijving: "Vraagt na hoe het thuis gaat",
  vanMij: true,
  verantwoordelijke: "actiehouder",
  wie: null,
  weg: taakWeg.actie,
  kanUitstellen: true,
  kanOverdragen: true,
  houderWeg: false,
  overdracht: null,
  ...over,
});

const gevraagd: GevraagdGezien[] = [
  {
    soort: "actie",
    id: "a7",
    versie: 2,
    referentie: "HV-2093",
    school: "De Regenboog",
    omschrijving: "Belt met de [wijkverpleging](https://example.org)",
    datum: date("2026-11-30"),
    van: longName,
  },
  {
    soort: "teamactie",
    id: "t7",
    versie: 2,
    referentie: null,
    school: "De Regenboog",
    omschrijving: "Nodig de jeugdarts uit voor het voorjaar",
    datum: date("2026-12-04"),
    van: "Bram de Wit",
  },
];

const teams = [
  {
    sztId: "5a2b7c1e-0000-4000-8000-0000000000f1",
    naam: "De Regenboog",
    acties: [
      aTeamrij({ stand: "te_laat", vervalt: date("2026-11-19") }),
      { ...mine, id: "t2" },
      aTeamrij({
        id: "t3",
        houder: longName,
        omschrijving: "Nodig de jeugdarts uit voor het voorjaar",
        overdracht: { naam: "Noor Visser", stand: "geweigerd", reden: "geen_tijd" },
        mag: new Set(["lezen"]),
      }),
    ],
  },
  {
    sztId: "5a2b7c1e-0000-4000-8000-0000000000f2",
    naam: "De Horizon, De Vlinder",
    acties: [aTeamrij({ id: "t4" })],
  },
];

const form = {
  ...teamactieLeeg,
  wat: "Regel een stamgroepoverzicht",
  wie: leden[1].persoonId,
  datum: "2026-12-02",
};
const dialog = (over: Partial<TeamactieDialog>) => () =>
  teamactieDialogCard({ naam: "De Regenboog", leden, vandaag: today, form, ...over }, stamp);
const refused = (wat: string) => {
  const problemen =
    checkTeamactie({ wat, houderId: "smw1", datum: today }, { team: [], known: null, today }) ?? {};
  return dialog({ form: { ...form, wat }, problemen: problemen.wat ? { wat: problemen.wat } : {} });
};

export const samples: Sample[] = [
  {
    name: "actie-taken",
    state: "mijn taken: gevraagd, van een hulpvraag en van het team",
    card: () =>
      takenCard(
        { taken: [anActie()], team: [mine], gevraagd, vandaag: today },
        stamp,
        "Een collega vraagt of jij een actie overneemt.",
      ),
  },
  {
    name: "actie-taken-wacht",
    state: "mijn taken: gevraagd aan een ander, nee gekregen, en van wie wegging",
    card: () =>
      takenCard(
        {
          taken: [
            anActie({ overdracht: { naam: longName, stand: "gevraagd", reden: null } }),
            anActie({
              id: "b",
              overdracht: { naam: "Bram de Wit", stand: "geweigerd", reden: "verlof_of_ziekte" },
            }),
            anActie({ id: "c", houderWeg: true }),
          ],
          team: [
            { ...mine, overdracht: { naam: "Noor Visser", stand: "gevraagd", reden: null } },
            { ...mine, id: "t5", houderWeg: true, houder: "Iemand die niet meer in het team zit" },
          ],
          vandaag: today,
        },
        stamp,
      ),
  },
  {
    name: "actie-taken-alleen-gevraagd",
    state: "geen taken, wel een vraag",
    card: () => takenCard({ taken: [], gevraagd: gevraagd.slice(0, 1), vandaag: today }, stamp),
  },
  {
    name: "actie-dagbericht",
    state: "dagbericht met een actie van het team, één gedaan en één van een ander te laat",
    card: () =>
      dagberichtCard(
        {
          datum: today,
          vandaag: today,
          taken: [anActie()],
          team: [
            mine,
            aTeamrij({ id: "t2", stand: "gedaan" }),
            aTeamrij({ id: "t3", stand: "te_laat", vervalt: date("2026-11-06") }),
          ],
          vervallen: false,
        },
        stamp,
      ),
  },
  {
    name: "actie-team",
    state: "teamacties van twee teams",
    card: () => teamactiesCard({ teams, vandaag: today }, stamp),
  },
  {
    name: "actie-team-leeg",
    state: "geen teamacties",
    card: () =>
      teamactiesCard({ teams: teams.map((team) => ({ ...team, acties: [] })), vandaag: today }, stamp),
  },
  {
    name: "actie-team-geen-team",
    state: "geen lid van een team",
    card: () => teamactiesCard({ teams: [], vandaag: today }, stamp),
  },
  {
    name: "actie-team-veel",
    state: "meer teamacties dan er passen",
    card: () =>
      teamactiesCard(
        {
          teams: teams.slice(0, 1).map((team) => ({
            ...team,
            acties: Array.from({ length: 30 }, (_, index) =>
              aTeamrij({ id: `5a2b7c1e-0000-4000-8000-00000000${1000 + index}`, houder: longName }),
            ),
          })),
          vandaag: today,
        },
        stamp,
        "Gedaan. Dank je wel.",
      ),
  },
  { name: "actie-team-kies", state: "voor welk team", card: () => kiesTeamCard(teams, stamp) },
  {
    name: "actie-team-kies-refused",
    state: "geen team gekozen",
    card: () => kiesTeamCard(teams, stamp, true),
  },
  { name: "actie-team-nieuw", state: "nieuwe teamactie", card: dialog({ form: teamactieLeeg }) },
  { name: "actie-team-nieuw-naam", state: "met een naam erin", card: refused("Vraag Sanne naar de sleutel") },
  { name: "actie-team-nieuw-kind", state: "over één kind", card: refused("Bespreek HV-4821 met de ouders") },
  {
    name: "actie-team-nieuw-leeg",
    state: "leeg verstuurd",
    card: dialog({
      form: teamactieLeeg,
      problemen: { wat: { kind: "leeg" }, wie: { kind: "leeg" }, datum: { kind: "leeg" } },
    }),
  },
  {
    name: "actie-team-nieuw-vervangen",
    state: "de naam is vervangen",
    card: dialog({
      form: { ...form, wat: "Vraag [naam] naar de sleutel" },
      melding: "Vervangen. Lees het nog een keer en verstuur het dan.",
    }),
  },
  {
    name: "actie-team-vervallen",
    state: "niet meer nodig",
    card: () => vervallenCard({ omschrijving: "Regel een stamgroepoverzicht" }, stamp),
  },
  {
    name: "actie-team-later",
    state: "teamactie later doen",
    card: () =>
      uitstelCard(
        {
          soort: "actie",
          referentie: null,
          verb: teamactieVerb.uitstel,
          na: date("2026-12-02"),
          uiterlijk: date("2026-12-16"),
          voorstel: date("2026-12-07"),
        },
        stamp,
      ),
  },
  {
    name: "actie-overdragen",
    state: "actie van een hulpvraag: aan wie",
    card: () => overdrachtCard({ referentie: "HV-4821", kandidaten: leden }, stamp),
  },
  {
    name: "actie-overdragen-refused",
    state: "wie gekozen is, mag het niet meer weten",
    card: () =>
      overdrachtCard(
        {
          referentie: "HV-4821",
          kandidaten: leden,
          aan: leden[1].persoonId,
          probleem: { kind: "niet_in_team" },
        },
        stamp,
      ),
  },
  {
    name: "actie-overdragen-team",
    state: "actie van het team: aan wie, niemand gekozen",
    card: () => overdrachtCard({ referentie: null, kandidaten: leden, probleem: { kind: "leeg" } }, stamp),
  },
  { name: "actie-nee", state: "neemt een actie niet over", card: () => overdrachtNeeCard("actie", stamp) },
  {
    name: "actie-nee-team-refused",
    state: "neemt een teamactie niet over, geen reden",
    card: () => overdrachtNeeCard("teamactie", stamp, true),
  },
  { name: "actie-terugnemen", state: "vraag terugnemen", card: () => terugnemenCard("actie", stamp) },
  {
    name: "actie-datum",
    state: "voorzitter: nieuwe datum",
    card: () =>
      datumCard(
        {
          referentie: "HV-4821",
          omschrijving: "Vraagt na hoe het thuis gaat",
          verb: "save-actie-datum",
          vandaag: today,
          datum: date("2026-11-19"),
        },
        stamp,
      ),
  },
  {
    name: "actie-datum-refused",
    state: "voorzitter: een dag die voorbij is",
    card: () =>
      datumCard(
        {
          referentie: null,
          omschrijving: "Regel een stamgroepoverzicht",
          verb: teamactieVerb.datum,
          vandaag: today,
          datum: date("2026-11-19"),
          probleem: { kind: "voorbij" },
        },
        stamp,
      ),
  },
];
