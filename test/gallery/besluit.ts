import { actieCard, type BesluitDialog, besluitCard, besluitSent } from "#cards/besluit.ts";
import { besluiten } from "#domain/code.ts";
import { textProblem } from "#domain/veld.ts";
import { type Sample, stamp } from "./sample.ts";

const team = [
  { persoonId: "5a2b7c1e-0000-4000-8000-0000000000c1", naam: "Bram de Wit", functie: "smw" as const },
  {
    persoonId: "5a2b7c1e-0000-4000-8000-0000000000c2",
    naam: "Annemarie van den Wittenboer-Zwanenburg",
    functie: "jeugdverpleegkundige" as const,
  },
];
const vandaag = Temporal.PlainDate.from("2026-12-07");
const empty: BesluitDialog = {
  referentie: "HV-4821",
  naam: "Sanne Voorbeeld",
  vraag: "Zij raakt vast bij rekenen en trekt zich terug. Hoe krijgt zij weer plezier in de klas?",
  team,
  kandidaten: team,
  vandaag,
  sent: besluitSent({}),
};
const filled = besluitSent({
  besluiten: "afsluiten,doorlopen",
  afweging: "Bel 06-12345678 voor meer",
  terugOp: "2026-12-01",
  wie1: team[0]?.persoonId,
  wat1: "Belt de ouders",
});
const punten = [
  {
    hulpvraagId: "5a2b7c1e-0000-4000-8000-000000000001",
    referentie: "HV-4821",
    leerling: { naam: "Sanne Voorbeeld", leerjaar: "po_5" as const },
  },
  { hulpvraagId: "5a2b7c1e-0000-4000-8000-000000000002", referentie: "HV-4822", leerling: null },
];

export const samples: Sample[] = [
  { name: "besluit-leeg", state: "voorzitter legt een besluit vast", card: () => besluitCard(empty, stamp) },
  {
    name: "besluit-instemming",
    state: "na instemming: regierol pas na schriftelijke toestemming, geen Loket",
    card: () =>
      besluitCard({ ...empty, mogelijk: besluiten.filter((one) => one !== "doorzetten_loket") }, stamp),
  },
  {
    name: "besluit-refused",
    state: "besluiten gaan niet samen, nummer in de tekst, halve actie",
    card: () =>
      besluitCard(
        {
          ...empty,
          sent: filled,
          problemen: {
            besluiten: { kind: "besluiten_gaan_niet_samen" },
            afweging: textProblem(filled.afweging ?? "", { today: vandaag }),
            terugOp: { kind: "voorbij" },
            datum1: { kind: "leeg" },
          },
        },
        stamp,
      ),
  },
  {
    name: "besluit-houder-refused",
    state: "actie voor wie niets mag weten, te ver weg",
    card: () =>
      besluitCard(
        {
          ...empty,
          sent: besluitSent({ ...filled, besluiten: "afsluiten", datum1: "2036-12-01" }),
          problemen: {
            wie1: { kind: "niet_in_toestemming", naam: "Bram de Wit" },
            datum1: { kind: "te_ver", uiterlijk: Temporal.PlainDate.from("2028-01-11") },
          },
        },
        stamp,
      ),
  },
  {
    name: "besluit-actie",
    state: "actie toevoegen",
    card: () => actieCard({ punten, team, vandaag, sent: besluitSent({}) }, stamp),
  },
  {
    name: "besluit-actie-refused",
    state: "actie met een mailadres",
    card: () =>
      actieCard(
        {
          punten,
          team,
          vandaag,
          sent: besluitSent({ wat1: "Mail jan@voorbeeld.nl" }),
          problemen: {
            wie1: { kind: "leeg" },
            wat1: textProblem("Mail jan@voorbeeld.nl", { today: vandaag }),
          },
        },
        stamp,
      ),
  },
];
