import { intakeStap1Card, intakeStap2Card, intakeStap3Card, intakeWords } from "#cards/intake.ts";
import { stap1Leeg, stap1Of, stap2Form, stap2Of, stap3Of } from "#cards/intake-form.ts";
import { bestaatAlCard, nietAanJouCard, voorstellenCard } from "#cards/intake-start.ts";
import { screeningWords } from "#cards/screening.ts";
import type { IntakeGezien } from "#domain/intake.ts";
import { textProblem } from "#domain/veld.ts";
import { type Sample, stamp } from "./sample.ts";

const vandaag = Temporal.PlainDate.from("2026-11-23");
const regenboog = { id: "00000000-0000-4000-8000-000000000001", naam: "De Regenboog", sector: "PO" } as const;
const lyceum = {
  id: "00000000-0000-4000-8000-000000000002",
  naam: "Lyceum Maasoever",
  sector: "VO",
} as const;

const gezien: IntakeGezien = {
  id: "00000000-0000-4000-8000-000000000009",
  versie: 3,
  referentie: "HV-4821",
  stap: 2,
  schoolId: regenboog.id,
  school: "Christelijke Daltonbasisschool De Regenboog-Oosterhoutlaan",
  sector: "PO",
  naam: "Maria-Fernanda van den Wittenboer-Zwanenburg",
  leerjaar: "po_5",
  geboortemaand: "2017-04",
  gezag: "ouder_en_niet_ouder",
  kenmerk: "K-2219",
  domeinen: ["gedrag", "sociaal_emotioneel", "overgang"],
  vraag: "Hoe krijgt zij meer rust in de klas, [zonder](https://example.org) *uit* te vallen?",
  alGedaan: ["gesprek_ouders", "basisondersteuning_smw"],
  gedaanToelichting: "Een vaste plek hielp even.",
  oudersVraag: "Kan zij op deze school blijven?",
  urgentie: "voorrang",
  aanTafel: ["smw", "bpo"],
  tafel: ["smw", "wijkteam", "scp", "bpo", "jeugdverpleegkundige"],
};

export const samples: Sample[] = [
  {
    name: "intake-stap-1",
    state: "nieuw, één school",
    card: () =>
      intakeStap1Card({ form: { ...stap1Leeg, school: regenboog.id }, scholen: [regenboog], vandaag }, stamp),
  },
  {
    name: "intake-stap-1-scholen",
    state: "nieuw, twee scholen van twee soorten",
    card: () => intakeStap1Card({ form: stap1Leeg, scholen: [regenboog, lyceum], vandaag }, stamp),
  },
  {
    name: "intake-stap-1-geweigerd",
    state: "alles geweigerd, met wat was ingevuld",
    card: () =>
      intakeStap1Card(
        {
          form: { ...stap1Of(gezien), naam: "Sanne 111222333", kenmerk: "111222333" },
          scholen: [regenboog],
          vandaag,
          referentie: "HV-4821",
          melding: intakeWords.stale,
          problemen: {
            naam: textProblem("Sanne 111222333", { today: vandaag }),
            leerjaar: { kind: "past_niet" },
            jaar: { kind: "leeftijd" },
            gezag: { kind: "nog_geen_achttien" },
            kenmerk: textProblem("111222333", { today: vandaag }),
          },
        },
        stamp,
      ),
  },
  {
    name: "intake-stap-1-zelfde",
    state: "er is een leerling met deze naam en geboortemaand, met een ander nummer",
    card: () =>
      intakeStap1Card(
        {
          form: { ...stap1Of(gezien), kenmerk: "K-8804" },
          scholen: [regenboog],
          vandaag,
          melding: intakeWords.zelfde,
          bekenden: [
            {
              nummer: 1,
              kenmerken: ["K-2219"],
              hulpvraag: { referentie: "HV-4821", status: "afgesloten", jaar: 2025 },
            },
          ],
        },
        stamp,
      ),
  },
  {
    name: "intake-stap-1-naamgenoten",
    state: "er zijn er twee met deze naam en geboortemaand",
    card: () =>
      intakeStap1Card(
        {
          form: { ...stap1Of(gezien), kenmerk: "" },
          scholen: [regenboog],
          vandaag,
          referentie: "HV-1203",
          melding: intakeWords.zelfde,
          bekenden: [
            {
              nummer: 1,
              kenmerken: ["K-2219"],
              hulpvraag: { referentie: "HV-4821", status: "afgesloten", jaar: 2025 },
            },
            {
              nummer: 2,
              kenmerken: [],
              hulpvraag: { referentie: "HV-7730", status: "ingetrokken", jaar: 2026 },
            },
          ],
        },
        stamp,
      ),
  },
  {
    name: "intake-stap-2",
    state: "nog leeg",
    card: () => intakeStap2Card({ form: stap2Form.parse({}), referentie: "HV-4821" }, stamp),
  },
  {
    name: "intake-stap-2-geweigerd",
    state: "telefoonnummer en e-mail gevonden, onderwerp vergeten",
    card: () =>
      intakeStap2Card(
        {
          form: { ...stap2Of(gezien), vraag: "Bel 06-12345678 of mail a@b.nl", domeinen: "" },
          referentie: "HV-4821",
          problemen: {
            vraag: textProblem("Bel 06-12345678 of mail a@b.nl", { today: vandaag }),
            domeinen: { kind: "leeg" },
            oudersVraag: { kind: "gevaar" },
          },
        },
        stamp,
      ),
  },
  {
    name: "intake-stap-2-gemeld",
    state: "een naam en een diagnose gevonden: vervangen, of laten staan met een reden",
    card: () =>
      intakeStap2Card(
        {
          form: { ...stap2Of(gezien), vraag: "Sinds Daan ook adhd heeft, slaapt Sanne slecht" },
          referentie: "HV-4821",
          problemen: {
            vraag: {
              kind: "bevat",
              magBlijven: true,
              gevonden: [
                { start: 6, end: 10, type: "name" },
                { start: 15, end: 19, type: "diagnosis" },
              ],
            },
          },
        },
        stamp,
      ),
  },
  {
    name: "intake-stap-2-vervangen",
    state: "vervangen, nog niet verstuurd",
    card: () =>
      intakeStap2Card(
        {
          form: { ...stap2Of(gezien), vraag: "Sinds [naam] ook [diagnose] heeft, slaapt Sanne slecht" },
          referentie: "HV-4821",
          melding: screeningWords.replaced,
        },
        stamp,
      ),
  },
  {
    name: "intake-stap-3",
    state: "controleren en klaar",
    card: () => intakeStap3Card({ gezien, form: stap3Of(gezien) }, stamp),
  },
  {
    name: "intake-bestaat-al",
    state: "er is al een concept voor deze leerling",
    card: () => bestaatAlCard({ referentie: "HV-4821", status: "concept" }, stamp),
  },
  {
    name: "intake-bestaat-al-lopend",
    state: "er is al een lopende hulpvraag",
    card: () => bestaatAlCard({ referentie: "HV-4821", status: "in_uitvoering" }, stamp),
  },
  {
    name: "intake-voorstellen",
    state: "schoolmaatschappelijk werker van twee teams, één zonder ib",
    card: () =>
      voorstellenCard([
        { szt: "SZT De Regenboog", ibs: ["Noor Visser", "Annemarie van den Wittenboer-Zwanenburg"] },
        { szt: "SZT Het Kompas", ibs: [] },
      ]),
  },
  { name: "intake-niet-aan-jou", state: "directeur, bestuurder of beheerder", card: () => nietAanJouCard() },
];
