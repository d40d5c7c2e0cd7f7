import { encryptText, type KeyRing, newDataKey, openDataKey, whereOf } from "#database/kluis.ts";
import { idOf, type Place, type Rows } from "./seed.ts";

/** Questions without a pupil: one on the agenda of Wednesday, the others answered in the round of last Friday. */
export function adviesRows(
  texts: readonly string[],
  keys: KeyRing,
  { swv_id, szt_id, held, coming, person }: Place,
): Rows {
  const made = texts.map((text, nr) => {
    const id = idOf("adviesvraag", nr);
    const sleutel = newDataKey(keys, idOf("sleutel van adviesvraag", nr));
    const key = openDataKey(keys, sleutel);
    const locked = (column: string): string =>
      `\\x${encryptText(key, text, whereOf(column, id)).toString("hex")}`;
    const answered = nr > 0;
    return {
      datasleutel: {
        ...{ id: sleutel.id, swv_id, szt_id, hoofdsleutel: sleutel.masterKeyId },
        verpakt: `\\x${sleutel.wrapped.toString("hex")}`,
        gemaakt_op: "2026-11-19T10:00:00Z",
      },
      adviesvraag: {
        ...{ id, swv_id, szt_id, sleutel_id: sleutel.id, kring: "ronde_kernteam", domein: "gedrag" },
        ...{ status: answered ? "beantwoord" : "geagendeerd", ronde_id: answered ? held : coming },
        vraag: locked("adviesvraag.vraag"),
        antwoord: answered ? locked("adviesvraag.antwoord") : null,
        uitkomst: answered ? "advies_gegeven" : null,
        beantwoord_door: answered ? person("bpo1") : null,
        beantwoord_op: answered ? "2026-11-20" : null,
        ...{ vrager_id: person("ib1"), gesteld_op: "2026-11-18", wissen_op: "2027-02-01", versie: 1 },
      },
    };
  });
  return {
    datasleutel: made.map(({ datasleutel }) => datasleutel),
    adviesvraag: made.map(({ adviesvraag }) => adviesvraag),
  };
}

/** Work of the team, which all who work there read and which is about no child: as many as there are texts, late, so that everything that tells of what is late could tell of it. */
export function teamactieRows(
  texts: readonly string[],
  keys: KeyRing,
  { swv_id, szt_id, person }: Place,
): Rows {
  const made = texts.map((_, nr) => {
    const id = idOf("teamactie", nr);
    const sleutel = newDataKey(keys, idOf("sleutel van teamactie", nr));
    const locked = encryptText(
      openDataKey(keys, sleutel),
      "Regel een ruimte",
      whereOf("teamactie.omschrijving", id),
    );
    return {
      datasleutel: {
        ...{ id: sleutel.id, swv_id, szt_id, hoofdsleutel: sleutel.masterKeyId },
        verpakt: `\\x${sleutel.wrapped.toString("hex")}`,
        gemaakt_op: "2026-11-19T10:00:00Z",
      },
      teamactie: {
        ...{ id, swv_id, szt_id, sleutel_id: sleutel.id, houder_id: person("bpo1"), status: "open" },
        ...{ omschrijving: `\\x${locked.toString("hex")}`, datum: "2026-11-18", sinds: "2026-11-10" },
        ...{ uitgesteld: 0, gemaakt_door: person("ib1"), gemaakt_op: "2026-11-10", versie: 1 },
      },
    };
  });
  return {
    datasleutel: made.map(({ datasleutel }) => datasleutel),
    teamactie: made.map(({ teamactie }) => teamactie),
  };
}
