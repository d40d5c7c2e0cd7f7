/** Facts of every kind: from a case in which everything is in order, with some of it changed, so that doors are open often. */
import fc from "fast-check";
import {
  antwoordsoortenConsent,
  antwoordvormenConsent,
  type ConsentAntwoord,
  type ConsentFacts,
  type ConsentGebeurtenis,
  consentDoelen,
  consentGebeurtenissen,
  consentGezag,
  informatiestanden,
} from "#domain/consent-facts.ts";
import { type ConsentInstelling, veiligeInstelling } from "#domain/consent-setting.ts";

export const nu = Temporal.PlainDateTime.from("2026-11-20T12:00");
export const parties = ["ouder1", "ouder2", "voogd", "leerling", "partner", "pleegouder"] as const;
export const roles = [
  "ib",
  "coo",
  "smw",
  "scp",
  "jeugdverpleegkundige",
  "leerplicht",
  "directeur",
  "gast",
] as const;

export const moment = fc.integer({ min: -40, max: 40 }).map((days) => nu.add({ days }));
export const leeftijden = fc.constantFrom<readonly number[]>(
  [9],
  [11],
  [11, 12],
  [12],
  [14],
  [15, 16],
  [16],
  [17],
  [18],
  [],
);

/** What is in order most of the time. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>, weight = 5) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

export const antwoord: fc.Arbitrary<ConsentAntwoord> = fc.record({
  partij: fc.constantFrom(...parties),
  soort: fc.constantFrom(...antwoordsoortenConsent),
  vorm: fc.option(fc.constantFrom(...antwoordvormenConsent)),
  op: fc.option(moment),
});
const everyone: readonly ConsentAntwoord[] = parties.map((partij) => ({
  partij,
  soort: "toestemming",
  vorm: "schriftelijk",
  op: nu.subtract({ days: 10 }),
}));
const antwoorden = fc.oneof(
  { weight: 3, arbitrary: fc.constant(everyone) },
  { weight: 1, arbitrary: fc.array(antwoord, { maxLength: 5 }) },
  { weight: 2, arbitrary: fc.array(antwoord, { maxLength: 2 }).map((more) => [...everyone, ...more]) },
);

export const gebeurtenis: fc.Arbitrary<ConsentGebeurtenis> = fc.record({
  soort: fc.constantFrom(...consentGebeurtenissen),
  partij: fc.option(fc.constantFrom(...parties)),
  op: fc.option(moment),
});

const some = (list: readonly string[]) => fc.subarray([...list]);
const day = moment.map((one) => one.toPlainDate());
const table = ["ib", "smw", "scp"];

export const instelling: fc.Arbitrary<ConsentInstelling> = fc.record({
  stemLeerling: fc.constantFrom("gevraagd", "vereist"),
  bezwaarLeerling: fc.constantFrom("blokkeert", "vastleggen"),
  zestienJaar: fc.constantFrom("opnieuw_vragen", "blijft_gelden"),
  handtekening: fc.constantFrom("allen", "een_volstaat"),
  instemming: fc.constantFrom("toegestaan", "niet_toegestaan"),
  adviesvraag: fc.constantFrom("zonder_toestemming", "alleen_met_toestemming"),
});

export const someFacts: fc.Arbitrary<ConsentFacts> = fc.record({
  nu: fc.constant(nu),
  ronde: fc.option(
    fc.record({
      datum: mostly(nu.toPlainDate().add({ days: 11 }), day),
      deelnemers: fc.option(mostly<readonly string[]>(table, some(roles))),
    }),
    { freq: 3 },
  ),
  leerling: fc.record({ leeftijden, wilsbekwaam: mostly(true, fc.boolean()) }),
  gezag: fc.record({
    soort: mostly("beide_ouders" as const, fc.constantFrom(...consentGezag)),
    houders: mostly<readonly string[]>(["ouder1", "ouder2"], some(parties)),
    gecontroleerd: mostly(true, fc.boolean()),
    toezicht: fc.boolean(),
    deels: mostly<readonly string[]>([], fc.constant(["voogd"])),
  }),
  vraag: fc.record({
    grondslag: fc.constantFrom(
      "schriftelijk",
      "schriftelijk",
      "instemming",
      "instemming",
      "anoniem",
      "uitzondering",
      "geen",
    ),
    doel: mostly("bespreking_szt" as const, fc.constantFrom(...consentDoelen), 2),
    informatie: mostly("schriftelijk" as const, fc.constantFrom(...informatiestanden, null)),
    geinformeerdOp: mostly<ConsentFacts["vraag"]["geinformeerdOp"]>(
      nu.subtract({ days: 50 }),
      fc.option(moment),
    ),
    bezwaarTot: mostly<ConsentFacts["vraag"]["bezwaarTot"]>(nu.subtract({ days: 5 }), fc.option(moment)),
    tekstHerkenbaar: mostly(false, fc.boolean()),
    externWilInhoud: fc.boolean(),
  }),
  antwoorden,
  reikwijdte: mostly<ConsentFacts["reikwijdte"]>(
    { partners: ["smw", "scp"], onderwerp: "gedrag", geldigTot: null, uitgesloten: [] },
    fc.option(
      fc.record({
        partners: some(roles),
        onderwerp: fc.constantFrom("gedrag", null),
        geldigTot: fc.option(day),
        uitgesloten: fc.constantFrom<readonly string[]>([], ["gedrag"]),
      }),
      { freq: 8 },
    ),
    1,
  ),
  uitzondering: fc.option(
    fc.record({
      beslotenDoor: mostly<string | null>("directeur", fc.constantFrom("directeur_plv", "ib", null)),
      beslotenOp: mostly<Temporal.PlainDateTime | null>(nu.subtract({ days: 2 }), fc.option(moment)),
      gemotiveerd: mostly(true, fc.boolean()),
      gedocumenteerd: fc.boolean(),
      deelnemers: mostly<readonly string[]>(["ib", "smw"], some(roles)),
      geldigTot: fc.option(mostly(nu.toPlainDate().add({ days: 20 }), day)),
      gevraagdDoor: fc.option(fc.constantFrom(...roles)),
      mandaat: fc.boolean(),
    }),
    { freq: 8 },
  ),
  gebeurtenissen: mostly<readonly ConsentGebeurtenis[]>([], fc.array(gebeurtenis, { maxLength: 2 }), 2),
  instelling: mostly(veiligeInstelling, instelling, 2),
  akkoordRegie: fc.constantFrom(null, true, false),
});
