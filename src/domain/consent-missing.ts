/** Why a dossier may not be discussed, reason by reason, as something that the ib can act on. */
import { type Partij, partijen } from "./code.ts";
import { type Stand, standVan } from "./consent-antwoord.ts";
import type { ConsentReden } from "./consent-besluit.ts";
import { type ConsentBasis, lastDayOf, notInformed } from "./consent-dossier.ts";
import type { ConsentFacts } from "./consent-facts.ts";
import { wieBeslist } from "./consent-partij.ts";
import { besprekenVanaf, instemmingMag } from "./instemming.ts";
import type { Missing } from "./toestemming.ts";

export interface Grounds {
  readonly basis: ConsentBasis;
  readonly facts: ConsentFacts;
  readonly day: Temporal.PlainDate;
}

type Spell = (grounds: Grounds) => readonly Missing[];

const nothing: Spell = () => [];
const directeur: Spell = () => [{ code: "geen_besluit_directeur" }];

/** Reasons that say nothing of their own here are those beside another one, or never come from a dossier. */
const spell: Readonly<Record<ConsentReden, Spell>> = {
  geldig: nothing,
  geen_grondslag: (grounds) => [
    { code: "geen_grondslag" },
    ...unanswered(grounds, ["niet_gevraagd", "stil"]),
  ],
  gezag_controleren: () => [{ code: "gezag_controleren" }],
  antwoord_ontbreekt: (grounds) => unanswered(grounds, ["niet_gevraagd"]),
  leerling_vereist: nothing,
  geen_reactie: (grounds) => unanswered(grounds, ["stil"]),
  zonder_bewijs: (grounds) =>
    required(grounds, ["zonder_bewijs"]).map((partij) => ({ code: "bewijs_ontbreekt", partij })),
  geweigerd: (grounds) =>
    noes(grounds, "weigering").map((partij) => ({ code: "toestemming_geweigerd", partij })),
  bezwaar: (grounds) => noes(grounds, "bezwaar").map((partij) => ({ code: "bezwaar_gemaakt", partij })),
  ingetrokken: (grounds) =>
    noes(grounds, "ingetrokken").map((partij) => ({ code: "toestemming_ingetrokken", partij })),
  leerling_bezwaar: nothing,
  niet_geinformeerd: ({ basis, day }) => [{ code: "niet_geinformeerd", partijen: notInformed(basis, day) }],
  niet_begrepen: () => [{ code: "niet_begrepen" }],
  termijn_loopt: ({ basis: { toestemming } }) => {
    const informatie = toestemming?.informatie;
    if (!informatie) return [];
    return [{ code: "bezwaartermijn_loopt", tot: informatie.bezwaarTot, vanaf: besprekenVanaf(informatie) }];
  },
  ronde_voor_einde_termijn: nothing,
  instemming_niet_toegestaan: ({ basis: { regels, domeinen } }) => {
    const waarom = instemmingMag(regels, domeinen);
    return waarom ? [{ code: "instemming_mag_niet", waarom }] : [];
  },
  adviesvraag_niet_toegestaan: nothing,
  geen_partners_genoemd: () => [{ code: "geen_partners_genoemd" }],
  verlopen: ({ basis: { toestemming } }) =>
    toestemming ? [{ code: "toestemming_verlopen", geldigTot: lastDayOf(toestemming) }] : [],
  onderwerp_uitgesloten: () => [{ code: "onderwerp_uitgesloten" }],
  andere_vraag: () => [{ code: "ander_onderwerp" }],
  andere_school: nothing,
  zestien_geworden: nothing,
  afgesloten: nothing,
  tekst_herkenbaar: nothing,
  buiten_szt: nothing,
  uitzondering_niet_besloten: directeur,
  uitzondering_niet_bevoegd: directeur,
  uitzondering_niet_gemotiveerd: directeur,
  uitzondering_zonder_kring: directeur,
  uitzondering_verlopen: directeur,
  ots: nothing,
};

/** Answers in the order of the parties, after what is wrong with the ground itself. */
export function missingFrom(redenen: readonly ConsentReden[], grounds: Grounds): readonly Missing[] {
  const pupil: readonly ConsentReden[] = redenen.includes("leerling_vereist") ? ["antwoord_ontbreekt"] : [];
  const found = [...new Set([...redenen, ...pupil])].flatMap((reden) => spell[reden](grounds));
  const rank = (one: Missing) => ("partij" in one ? 1 + partijen.indexOf(one.partij) : 0);
  // Behind a no there is no day to wait for.
  const waiting = found.some(({ code }) => nos.has(code)) ? "bezwaartermijn_loopt" : null;
  return found.filter(({ code }) => code !== waiting).toSorted((one, other) => rank(one) - rank(other));
}

const nos: ReadonlySet<Missing["code"]> = new Set([
  "toestemming_geweigerd",
  "bezwaar_gemaakt",
  "toestemming_ingetrokken",
]);

/** Those without whom nothing holds and who stand like this. */
function required({ facts }: Grounds, kinds: readonly Stand["kind"][]): readonly Partij[] {
  const { vereist } = wieBeslist(facts);
  return partijen.filter(
    (partij) => vereist.includes(partij) && kinds.includes(standVan(facts, partij).kind),
  );
}

/** Waiting for an answer; of who cannot give one something else must be done. */
function unanswered(grounds: Grounds, kinds: readonly Stand["kind"][]): readonly Missing[] {
  return required(grounds, kinds).map((partij): Missing => {
    const stand = grounds.basis.partijen.find((one) => one.partij === partij)?.stand;
    if (stand === "onbereikbaar") return { code: "partij_onbereikbaar", partij };
    return { code: stand === "wilsonbekwaam" ? "partij_wilsonbekwaam" : "toestemming_ontbreekt", partij };
  });
}

/** Who said no in this way, and counts. */
function noes({ facts }: Grounds, soort: "weigering" | "bezwaar" | "ingetrokken"): readonly Partij[] {
  const { vereist, gevraagd } = wieBeslist(facts);
  const blocks = facts.instelling.bezwaarLeerling === "blokkeert" ? gevraagd : [];
  return partijen.filter((partij) => {
    const stand = standVan(facts, partij);
    const stops = [...vereist, ...blocks, ...facts.gezag.deels].includes(partij);
    return stand.kind === "nee" && stand.soort === soort && stops;
  });
}
