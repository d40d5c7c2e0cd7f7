import { encryptText, type KeyRing, newDataKey, openDataKey, whereOf } from "#database/kluis.ts";
import type { Dossier } from "#domain/dossier.ts";
import { unseal } from "#domain/unseal.ts";
import { idOf, type Place, type Rows } from "./seed.ts";

/** Whom the directeur lets speak of it: the smallest circle. */
const circle: readonly string[] = ["ib1", "bpo1"];

/** The decision of the directeur, whole: for the coming round, or used in the one that was held, with what was said. */
export function exceptionRows(
  dossier: Dossier,
  keys: KeyRing,
  { held, coming, person, ...place }: Place,
): Rows {
  const { referentie, status, besluiten } = dossier;
  const { school_id, ...here } = place;
  const used = status !== "geagendeerd";
  const id = idOf("uitzondering", referentie);
  const sleutel = newDataKey(keys, idOf("sleutel van uitzondering", referentie));
  const key = openDataKey(keys, sleutel);
  const text = besluiten[0] ? unseal(besluiten[0].afweging) : "";
  const locked = (column: string): string =>
    `\\x${encryptText(key, text, whereOf(column, id)).toString("hex")}`;
  const kring = circle.map(person);
  const by = { vastgelegd_door: person("ib1"), vastgelegd_op: "2026-11-20T15:00:00Z" };
  const own = { swv_id: here.swv_id, szt_id: here.szt_id, uitzondering_id: id };
  return {
    datasleutel: [
      {
        ...{ id: sleutel.id, swv_id: here.swv_id, szt_id: here.szt_id, hoofdsleutel: sleutel.masterKeyId },
        verpakt: `\\x${sleutel.wrapped.toString("hex")}`,
        gemaakt_op: "2026-11-19T10:00:00Z",
      },
    ],
    uitzondering: [
      {
        ...{ id, swv_id: here.swv_id, szt_id: here.szt_id, school_id, sleutel_id: sleutel.id, referentie },
        hulpvraag_id: idOf("hulpvraag", referentie),
        ronde_id: used ? held : coming,
        ronde_datum: used ? "2026-11-20" : "2026-11-25",
        ronde_begin: "13:30",
        ronde_geopend_op: used ? "2026-11-20T12:30:00Z" : null,
        ...{
          redenen: ["onveilig_thuis"],
          veilig_thuis: "advies_gevraagd",
          reden: locked("uitzondering.reden"),
        },
        ...{ kring, gevraagd_door: person("ib1"), directeur_id: person("dir1") },
        gevraagd_op: "2026-11-19T10:00:00Z",
        ...(used ? { einde: "gebruikt", einde_op: "2026-11-20T13:30:00Z" } : { einde: null, einde_op: null }),
        versie: 1,
      },
    ],
    uitzondering_besluit: [
      {
        ...{ ...own, besluit: "ja", kring, motivatie: locked("uitzondering_besluit.motivatie") },
        ...{ besloten_door: person("dir1"), besloten_op: "2026-11-19T12:00:00Z" },
      },
    ],
    uitzondering_ouders: [
      {
        ...{ id: idOf("uitzondering_ouders", referentie), ...own, nog_niet: "niet_veilig" },
        ...{ herzien_op: "2026-12-18", ...by },
      },
    ],
    uitzondering_verslag: used ? [{ ...own, tekst: locked("uitzondering_verslag.tekst"), ...by }] : [],
  };
}
