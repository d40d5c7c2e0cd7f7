import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { terugblikCard, voortgangCard } from "#cards/voortgang.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { aBesluit, aDossier, akkoord, aRegierol, now, today } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const zaak = { referentie: "HV-4821", vandaag: today, aanspreek: "ouders" } as const;
const filled = {
  langer: "ja",
  werkt: "ja",
  andersNodig: "ja",
  besprokenMet: ["ouders"],
  uitkomst: "werkt",
} as const;

export const samples: Sample[] = [
  { name: "voortgang-vraag", state: "hoe gaat het", card: () => voortgangCard(zaak, stamp) },
  {
    name: "voortgang-leerling",
    state: "hoe gaat het, leerling die zelf beslist",
    card: () => voortgangCard({ ...zaak, aanspreek: "leerling" }, stamp),
  },
  {
    name: "voortgang-leeg",
    state: "niet alles ingevuld",
    card: () =>
      voortgangCard(zaak, stamp, {
        form: { hoe: "moeizaam", contact: null, meerHulp: null },
        velden: ["contact", "meerHulp"],
      }),
  },
  { name: "terugblik", state: "na drie maanden", card: () => terugblikCard(zaak, stamp) },
  {
    name: "terugblik-tegenspraak",
    state: "er is iets anders nodig, en toch zo doorgaan",
    card: () =>
      terugblikCard(zaak, stamp, { form: filled, probleem: { kind: "tegenspraak", wat: "iets_anders" } }),
  },
  {
    name: "terugblik-leeg",
    state: "niet alles ingevuld",
    card: () =>
      terugblikCard(zaak, stamp, {
        form: { ...filled, werkt: null, besprokenMet: [] },
        probleem: { kind: "leeg", velden: ["werkt", "besprokenMet"] },
      }),
  },
  {
    name: "voortgang-op-de-kaart",
    state: "hoe het gaat, op de kaart",
    card: () => {
      const gezien = seeHulpvraag(
        aDossier({
          status: "in_uitvoering",
          besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
          regierollen: [aRegierol("smw1")],
          voortgang: { hoe: "moeizaam", contact: false, meerHulp: true, op: now },
          terugblik: {
            ...{ langer: true, werkt: "deels", andersNodig: true, besprokenMet: ["ouders", "school"] },
            ...{ uitkomst: "wordt_aangepast", op: now },
          },
        }),
        { persoonId: "smw1" },
        now,
      );
      if (!gezien) throw new Error("the holder sees nothing");
      return hulpvraagCard(gezien, stamp);
    },
  },
];
