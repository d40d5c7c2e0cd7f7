/**
 * Worlds for testing noninterference: what the channel may depend on (`Open`) and everything it may not (`Secret`).
 * A second world is made by redrawing the secrets of the first, never by drawing a new one (Hritcu e.a. 2013).
 */
import fc from "fast-check";
import {
  alGedaan,
  domeinen,
  type Functie,
  functies,
  type HulpvraagStatus,
  hulpvraagStatussen,
  informatietalen,
  informatiewijzen,
  leerjaren,
  type Partij,
  toestemmingsvormen,
  urgenties,
} from "#domain/code.ts";
import type { AntwoordFeit, Dossier, ToestemmingFeit } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import type { SummaryFacts } from "#domain/summary.ts";
import { requiredPartijen } from "#domain/wie-beslist.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aRegierol,
  aRonde,
  aTermijn,
  date,
  moment,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

/** How the ground stands; only the first three give a line. */
export const modes = [
  "schriftelijk",
  "schriftelijk_akkoord",
  "instemming",
  "uitzondering",
  "geen",
  "ingetrokken",
  "verlopen",
  "onleesbaar",
] as const;
export type Mode = (typeof modes)[number];

export interface Open {
  readonly mode: Mode;
  readonly status: HulpvraagStatus;
  /** `verborgen`: a holder whose function may not be said; which one is secret. */
  readonly holder: "geen" | "smw" | "verborgen";
  readonly loket: boolean;
  readonly nextInDays: number | null;
}

const text = fc.oneof(
  fc.constantFrom("", "null", "a\u202Eb", "<b>x</b>", "Zzz", "Aaa", "undefined", "HV-1234", "{}"),
  fc.string({ maxLength: 30 }),
  fc.constant("lang ".repeat(50)),
);
const day = fc.integer({ min: 0, max: 100 }).map((days) => date("2026-08-10").add({ days }));

const secretFields = {
  naam: text,
  leerjaar: fc.constantFrom(...leerjaren),
  kenmerk: fc.option(text),
  ageMonths: fc.integer({ min: 48, max: 230 }),
  brokenMonth: fc.constantFrom("2017-13", "", "null", "2017-4", "<b>"),
  gezag: fc.constantFrom(
    "beide_ouders" as const,
    "een_ouder" as const,
    "voogdij_instelling" as const,
    "gezamenlijke_voogdij" as const,
  ),
  days: fc.array(day, { minLength: 3, maxLength: 3 }),
  vorm: fc.constantFrom(...toestemmingsvormen),
  bewaarplaats: fc.option(text),
  extraGever: fc.boolean(),
  told: day.filter((sent) => Temporal.PlainDate.compare(sent.add({ days: 14 }), today) < 0),
  wijze: fc.constantFrom(...informatiewijzen),
  taal: fc.constantFrom(...informatietalen),
  begrepen: fc.constantFrom("ja" as const, "met_tolk" as const, "onbekend" as const),
  partners: fc
    .subarray([...functies])
    .map((list): readonly Functie[] => (list.includes("smw") ? list : [...list, "smw"])),
  validDays: fc.integer({ min: 0, max: 200 }),
  withdrawn: fc.nat(2),
  domeinen: fc.subarray([...domeinen]),
  urgentie: fc.option(fc.constantFrom(...urgenties)),
  alGedaan: fc.subarray([...alGedaan]),
  aanTafel: fc.subarray([...functies]),
  vraag: fc.option(text),
  gedaanToelichting: fc.option(text),
  oudersVraag: fc.option(text),
  afweging: text,
  acties: fc.array(text, { maxLength: 3 }),
  school: text,
  sector: fc.constantFrom("PO" as const, "VO" as const),
  id: fc.uuid(),
  leerlingId: fc.uuid(),
  inbrengerId: fc.constantFrom("ib1", "smw1", "bpo1"),
  hiddenHolder: fc.constantFrom("bpo1", "jv1", "wijk1", "lpa1"),
  secretTerms: fc.array(
    fc.tuple(
      fc.constantFrom(
        "toestemming_verloopt",
        "bezwaartermijn",
        "actie",
        "akkoord_regierol",
        "traject_eindevaluatie",
      ),
      fc.integer({ min: 0, max: 80 }),
    ),
    { maxLength: 3 },
  ),
  koppelingen: fc.subarray(["scp1", "bpo1", "lpa1"]),
  versie: fc.nat(9),
  /** The store may give them in any order. */
  rank: fc.nat(1000),
};
export const secretArbitrary = fc.record(secretFields);
export type Secret = typeof secretArbitrary extends fc.Arbitrary<infer T> ? T : never;

export const openArbitrary: fc.Arbitrary<Open> = fc.record({
  mode: fc.oneof(
    fc.constantFrom("schriftelijk" as const, "schriftelijk_akkoord" as const),
    fc.constantFrom(...modes),
  ),
  status: fc.constantFrom(...hulpvraagStatussen),
  holder: fc.constantFrom("geen" as const, "smw" as const, "verborgen" as const),
  loket: fc.boolean(),
  nextInDays: fc.option(fc.integer({ min: 0, max: 60 })),
});

export interface World {
  readonly cases: readonly { readonly ref: string; readonly open: Open }[];
  readonly adviesvragen: number;
}
export const worldArbitrary: fc.Arbitrary<World> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1000, max: 9999 }), { minLength: 1, maxLength: 6 }),
    fc.array(openArbitrary, { minLength: 6, maxLength: 6 }),
    fc.nat(2),
  )
  .map(([refs, opens, adviesvragen]) => ({
    cases: refs.flatMap((ref, index) => {
      const open = opens[index];
      return open ? [{ ref: `HV-${ref}`, open }] : [];
    }),
    adviesvragen,
  }));

export const secretsArbitrary = fc.array(secretArbitrary, { minLength: 6, maxLength: 6 });

/** A SummaryFacts whose hulpvragen are whole dossiers, so that there is something to leak. */
export type RichFacts = SummaryFacts & { readonly hulpvragen: readonly Dossier[] };

export function factsOf(world: World, secrets: readonly Secret[]): RichFacts {
  const ranked = world.cases.flatMap(({ ref, open }, index) => {
    const secret = secrets[index];
    return secret ? [{ rank: secret.rank, dossier: dossierOf(ref, open, secret) }] : [];
  });
  return {
    ronde: aRonde(),
    volgende: aRonde({ id: "r2", datum: date("2027-01-15"), status: "gepland" }),
    hulpvragen: ranked.toSorted((one, other) => one.rank - other.rank).map(({ dossier }) => dossier),
    adviesvragen: world.adviesvragen,
    team: someTeam,
  };
}

export function dossierOf(ref: string, open: Open, secret: Secret): Dossier {
  const birth = Temporal.PlainYearMonth.from("2026-11").subtract({ months: secret.ageMonths });
  const holderId = open.holder === "smw" ? "smw1" : secret.hiddenHolder;
  const decided = aBesluit(open.loket ? ["regierol_toewijzen", "doorzetten_loket"] : ["regierol_toewijzen"], {
    afweging: seal(secret.afweging),
    terugkoppeling: open.mode === "schriftelijk_akkoord" ? akkoord : null,
  });
  // A question about health has no ground by telling the parents alone.
  const health = open.mode === "instemming" ? ["gezondheid"] : [];
  return aDossier({
    ...secret,
    domeinen: secret.domeinen.filter((domein) => !health.includes(domein)),
    referentie: ref,
    status: open.status,
    leerling: seal({
      naam: secret.naam,
      leerjaar: secret.leerjaar,
      kenmerk: secret.kenmerk,
      geboortemaand: open.mode === "onleesbaar" ? secret.brokenMonth : birth.toString(),
    }),
    vraag: secret.vraag === null ? null : seal(secret.vraag),
    gedaanToelichting: secret.gedaanToelichting === null ? null : seal(secret.gedaanToelichting),
    oudersVraag: secret.oudersVraag === null ? null : seal(secret.oudersVraag),
    toestemming: toestemmingOf(open, secret, birth),
    besluiten: [decided],
    regierollen: open.holder === "geen" ? [] : [aRegierol(holderId)],
    acties: secret.acties.map((omschrijving, index) => ({
      id: `actie${index}`,
      houderId: "smw1",
      omschrijving: seal(omschrijving),
      datum: date("2026-12-01"),
      rondeId: null,
      gedaanOp: null,
      versie: 1,
    })),
    koppelingen: secret.koppelingen.map((persoonId) => ({ persoonId, tot: null })),
    termijnen: [
      ...(open.nextInDays === null
        ? []
        : [aTermijn("voortgang", today.add({ days: open.nextInDays }).toString())]),
      ...secret.secretTerms.map(([soort, days]) => aTermijn(soort, today.add({ days }).toString())),
    ],
    agendapunten: [],
  });
}

function toestemmingOf(
  open: Open,
  secret: Secret,
  geboortemaand: Temporal.PlainYearMonth,
): ToestemmingFeit | null {
  if (open.mode === "geen") return null;
  const whose = requiredPartijen({ geboortemaand, gezag: secret.gezag, stemLeerling: "gevraagd" }, today);
  if (!whose.ok) throw new RangeError("the world knows who must consent");
  const extra: readonly Partij[] = secret.extraGever ? whose.asked : [];
  const parties = [...whose.required, ...extra];
  return {
    id: "t",
    grondslag: open.mode === "instemming" || open.mode === "uitzondering" ? open.mode : "schriftelijk",
    doelen: ["bespreking_szt"],
    partners: secret.partners,
    onderwerpen: null,
    uitgesloten: [],
    geldigTot: open.mode === "verlopen" ? today.subtract({ days: 1 }) : today.add({ days: secret.validDays }),
    antwoorden: parties.flatMap((partij, index): AntwoordFeit[] => {
      const vorm = secret.vorm;
      const bewaarplaats = secret.bewaarplaats === null ? null : seal(secret.bewaarplaats);
      const ja = {
        partij,
        soort: "toestemming",
        op: secret.days[index % 3] ?? today,
        vorm,
        bewaarplaats,
      } as const;
      const back = open.mode === "ingetrokken" && index === secret.withdrawn % parties.length;
      return back ? [ja, { ...ja, soort: "ingetrokken", op: today }] : [ja];
    }),
    informatie:
      open.mode === "instemming"
        ? {
            verzondenOp: secret.told,
            wijze: secret.wijze,
            aan: parties,
            taal: secret.taal,
            begrepen: secret.begrepen,
            regel: { unit: "schooldagen", amount: 10 },
            toegezegdTot: null,
            bezwaarTot: secret.told.add({ days: 14 }),
          }
        : null,
  };
}

export type Say = (line: string) => void;
export type Summarise = (facts: RichFacts, now: Temporal.Instant, say: Say) => unknown;

/** All that leaves: what is returned or thrown, and what is logged, in order. */
export function observe(summarise: Summarise, facts: RichFacts, at: Temporal.Instant = now): string {
  const said: string[] = [];
  try {
    const out = summarise(facts, at, (line) => said.push(line));
    return JSON.stringify({ out, said });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? [error.name, error.message] : "?", said });
  }
}

export const later = moment("2026-11-24T00:00");
