/** Who said no, whether that closes the door, and what is to be done about it. One no is enough (domain.md §3). */
import { type Nee, noesOfNobody, standVan, whoSpoke } from "./consent-antwoord.ts";
import type { ConsentReden, ConsentTaak } from "./consent-besluit.ts";
import { type ConsentPartij, leerlingPartij } from "./consent-facts.ts";
import { othersReceived } from "./consent-gebeurtenis.ts";
import { all, fails, holds, type Toets, type Zaak } from "./consent-toets.ts";

/** Nobody who decides, and no pupil who is heard, said no. */
export function noNo(zaak: Zaak): Toets {
  const { facts, wie } = zaak;
  const named = whoMayStop(zaak).flatMap((partij) => {
    const stand = standVan(facts, partij);
    return stand.kind === "nee" ? [stopped(zaak, stand, partij)] : [];
  });
  // Whose it was is not written down: with a pupil who decides alone it is the pupil's.
  const nobody = wie.leerlingBeslist ? leerlingPartij : "";
  return all(...named, ...noesOfNobody(facts).map((no) => stopped(zaak, no, nobody)));
}

/** Heard and written down, and stops nothing: of who does not decide. */
export function withoutVeto({ facts, ...zaak }: Zaak): Toets {
  const stops = whoMayStop({ facts, ...zaak });
  return all(
    ...whoSpoke(facts).map((partij) => {
      if (stops.includes(partij) || standVan(facts, partij).kind !== "nee") return holds();
      if (partij !== leerlingPartij) return holds("REGISTREER_BEZWAAR_ZONDER_VETO");
      return {
        ok: true,
        taken: ["GESPREK_LEERLING", "REGISTREER_BEZWAAR_ZONDER_VETO"],
        redenen: [{ code: "leerling_bezwaar", partij }],
      } satisfies Toets;
    }),
  );
}

/** Who holds a part of gezag decides nothing here alone, but a no of theirs is one of gezag. */
export function whoMayStop({ facts, wie }: Pick<Zaak, "facts" | "wie">): readonly ConsentPartij[] {
  const asked = wie.gevraagd.filter(
    (partij) => partij !== leerlingPartij || facts.instelling.bezwaarLeerling === "blokkeert",
  );
  const part = wie.leerlingBeslist ? [] : facts.gezag.deels;
  return [...new Set([...wie.vereist, ...asked, ...part])];
}

const reasonOf: Readonly<Record<Nee["soort"], ConsentReden>> = {
  weigering: "geweigerd",
  bezwaar: "bezwaar",
  ingetrokken: "ingetrokken",
};

function stopped(zaak: Zaak, no: Nee, partij: ConsentPartij): Toets {
  const reden = { code: reasonOf[no.soort], ...(partij ? { partij } : {}) };
  return fails(reden, ...tasksOf(zaak, no, partij), ...(no.daarnaJa ? (["BEWIJS_TOEVOEGEN"] as const) : []));
}

function tasksOf({ facts, wie }: Zaak, { soort, op }: Nee, partij: ConsentPartij): readonly ConsentTaak[] {
  const talk: readonly ConsentTaak[] = [
    partij === leerlingPartij ? "GESPREK_LEERLING" : "GESPREK_OUDERS",
    "BIED_ANONIEME_CONSULTATIE_AAN",
  ];
  const told: readonly ConsentTaak[] = othersReceived(facts, op)
    ? ["STOP_VERWERKING", "INFORMEER_ONTVANGERS_INTREKKING"]
    : [];
  // A pupil who was only heard had given nothing to take back: it is an objection.
  const heard = partij === leerlingPartij && wie.gevraagd.includes(partij);
  switch (soort) {
    case "ingetrokken":
      return ["STOP_VERWERKING", ...(heard ? talk : []), ...told];
    case "bezwaar":
      return [...talk, ...told];
    case "weigering":
      return talk;
  }
}
