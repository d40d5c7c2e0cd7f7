import { describe, expect, it } from "vitest";
import type { ActieFeit, Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { ownerless } from "#domain/zonder-eigenaar.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aRegierol,
  aTeamlid,
  date,
  moment,
  someTeam,
  today,
} from "./a-dossier.ts";

const actie = (houderId: string, over: Partial<ActieFeit> = {}): ActieFeit => ({
  ...{ id: "c1", rondeId: "r1", houderId, omschrijving: seal("Bellen"), datum: date("2026-12-01") },
  ...{ gedaanOp: null, versie: 1 },
  ...over,
});
const left = [...someTeam, aTeamlid("weg", "smw", { tot: today.subtract({ days: 1 }) })];
const without = someTeam.filter(({ functie }) => functie !== "ib");
const besluit = (...args: Parameters<typeof aBesluit>) => [
  aBesluit(args[0], { agendapuntId: "a1", ...args[1] }),
];

const rows: readonly [what: string, over: Partial<Dossier>, expected: readonly string[]][] = [
  ["no besluit", {}, ["geen_besluit"]],
  [
    "only a besluit of another round",
    { besluiten: [aBesluit(["afsluiten"], { agendapuntId: "a9" })] },
    ["geen_besluit"],
  ],
  ["decided, the ib tells the parents", { besluiten: besluit(["basisondersteuning"]) }, []],
  ["an actie of who works here", { besluiten: besluit(["basisondersteuning"]), acties: [actie("smw1")] }, []],
  [
    "an actie of who left",
    { besluiten: besluit(["basisondersteuning"]), acties: [actie("weg")] },
    ["actie_houder_weg"],
  ],
  [
    "an actie of who left, done before",
    {
      besluiten: besluit(["basisondersteuning"]),
      acties: [actie("weg", { gedaanOp: moment("2026-11-20T10:00") })],
    },
    [],
  ],
  [
    "an actie of who left, of an earlier round",
    { besluiten: besluit(["basisondersteuning"]), acties: [actie("weg", { id: "c9" })] },
    [],
  ],
  [
    "the regierol for who left",
    { besluiten: besluit(["regierol_toewijzen"], { regierolVoor: "weg" }) },
    ["regierol_houder_weg"],
  ],
  [
    "the regierol for who works here",
    { besluiten: besluit(["regierol_toewijzen"], { regierolVoor: "smw1" }) },
    [],
  ],
  ["goes on without a holder", { besluiten: besluit(["doorlopen"]) }, ["doorlopen_zonder_houder"]],
  [
    "goes on with its holder",
    { besluiten: besluit(["doorlopen"]), regierollen: [aRegierol("smw1", { tot: null })] },
    [],
  ],
  [
    "no ib to tell the parents",
    { besluiten: besluit(["afsluiten"]), team: without },
    ["terugkoppeling_zonder_ib"],
  ],
  [
    "no ib, and the parents were told",
    { besluiten: besluit(["afsluiten"], { terugkoppeling: akkoord }), team: without },
    [],
  ],
];

describe("what a round would leave without an owner", () => {
  it.each(rows)("%s", (_, over, expected) => {
    const dossier = aDossier({ status: "besproken", team: left, ...over });
    expect(ownerless(dossier, { puntId: "a1", acties: new Set(["c1"]), today })).toEqual(expected);
  });
});
