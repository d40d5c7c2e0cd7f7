import { logCard, logPointerCard } from "#cards/log.ts";
import type { Functie } from "#domain/code.ts";
import type { LogGezien, LogLid, LogRij } from "#domain/log-view.ts";
import { logRegelsVan } from "#domain/log-view.ts";
import { date, today } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const lid = (persoonId: string, functie: Functie, organisatie: string | null): LogLid => ({
  persoonId,
  functie,
  organisatie,
  van: date("2026-08-01"),
  tot: null,
});
const leden = [
  lid("noor", "ib", "De Regenboog"),
  lid("bram", "smw", "Kwadraad"),
  lid("daan", "smw", "Kwadraad"),
  lid("peter", "scp", "PPO"),
];

const rij = (persoonId: string | null, op: string, soort: string, gegevens: object = {}): LogRij => ({
  referentie: "HV-4821",
  op: Temporal.Instant.from(`2026-11-${op}Z`),
  persoonId,
  soort,
  grondslag: "schriftelijk",
  gegevens,
});
const seen = (persoonId: string, op: string, als: string, wat = true) =>
  rij(persoonId, op, "gelezen", { naam: true, wat, via: "bezorgd", als });

const some: readonly LogRij[] = [
  rij("noor", "12T08:00:00", "hulpvraag_gestart", { leerling_bekend: false }),
  rij("noor", "12T08:05:00", "toestemming_vastgelegd", {
    ja: ["ouder1", "ouder2"],
    nee: [],
    partners: ["smw", "scp"],
    geldig_tot: "2027-07-31",
  }),
  rij("noor", "12T08:06:00", "geagendeerd", { ronde: "2026-11-26", minuten: 15 }),
  seen("bram", "12T08:06:30", "genoemde_partner"),
  seen("bram", "12T09:30:00", "genoemde_partner"),
  seen("noor", "12T08:06:30", "ib_van_school"),
  seen("daan", "13T10:00:00", "genoemde_partner", false),
  rij(null, "14T10:00:00", "kanaalregel_vrijgegeven", { bijgewerkt: false }),
  rij("bram", "16T10:00:00", "termijn_uitgesteld", {
    soort: "giz",
    van: "2026-12-01",
    naar: "2026-12-08",
    reden: "wacht_op_ouders",
  }),
  seen("peter", "20T10:00:00", "genoemde_partner"),
];

const log = (rijen: readonly LogRij[]): LogGezien => ({
  id: "h1",
  versie: 4,
  referentie: "HV-4821",
  vandaag: today,
  regels: logRegelsVan(rijen, leden),
});

const much = Array.from({ length: 3 }, (_, index) =>
  some.map((one) => ({ ...one, op: one.op.add({ hours: index * 24 }) })),
).flat();

export const samples: Sample[] = [
  {
    name: "log-vraag",
    state: "intern begeleider vraagt wie een hulpvraag zag",
    card: () => logPointerCard({ referentie: "HV-4821" }, stamp),
  },
  { name: "log-leeg", state: "er is nog niets", card: () => logCard(log([]), 0, stamp) },
  { name: "log-kort", state: "een bladzijde", card: () => logCard(log(some), 0, stamp) },
  { name: "log-lang", state: "meer bladzijden, de eerste", card: () => logCard(log(much), 0, stamp) },
  { name: "log-ouder", state: "meer bladzijden, de laatste", card: () => logCard(log(much), 99, stamp) },
];
