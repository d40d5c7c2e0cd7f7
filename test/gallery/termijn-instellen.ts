import { termijnenCard, termijnGroepCard } from "#cards/termijn-instellen.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import { type Sample, stamp } from "./sample.ts";

const gewoon = { nu: usualTermSettings, versie: 0 };
const anders = { nu: { ...usualTermSettings, giz_schoolweken: 8, bezwaar_schooldagen: 15 }, versie: 2 };

export const samples: Sample[] = [
  { name: "termijnen", state: "alles gewoon", card: () => termijnenCard(gewoon, stamp) },
  { name: "termijnen-anders", state: "twee anders dan gewoon", card: () => termijnenCard(anders, stamp) },
  {
    name: "termijnen-groep",
    state: "uitvoering aanpassen",
    card: () => termijnGroepCard(anders, stamp, { groep: "uitvoering" }),
  },
  {
    name: "termijnen-traject-fout",
    state: "de tussenevaluatie komt na de eindevaluatie, en de wachtlijst ligt vast",
    card: () =>
      termijnGroepCard(gewoon, stamp, {
        groep: "traject",
        form: { tussenevaluatie_schoolweken: 6, eindevaluatie_schoolweken: 5 },
        problemen: { tussenevaluatie_schoolweken: { kind: "voor_eind", eind: 5 } },
      }),
  },
  {
    name: "termijnen-ouders-fout",
    state: "minder tijd voor bezwaar dan mag",
    card: () =>
      termijnGroepCard(gewoon, stamp, {
        groep: "ouders",
        form: { ...usualTermSettings, bezwaar_schooldagen: 5 },
        problemen: { bezwaar_schooldagen: { kind: "grens", min: 10, max: 40 } },
      }),
  },
];
