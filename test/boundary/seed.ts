/**
 * Dossiers as rows, written straight into the tables: a whole world costs one round trip a table, and it may be one
 * that the use cases would never let come about (a month that cannot be read, a name without letters).
 */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod/v4";
import {
  encryptSealed,
  encryptText,
  type KeyRing,
  keyedHash,
  newDataKey,
  openDataKey,
  whereOf,
} from "#database/kluis.ts";
import { withConnection } from "#database/pool.ts";
import { bewaarplaatsOf } from "#database/toestemming.ts";
import type { Dossier } from "#domain/dossier.ts";
import { unseal } from "#domain/unseal.ts";
import { exceptionRows } from "./exception.ts";

/** By table; what is not said here is as the table has it. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface Place {
  readonly swv_id: string;
  readonly szt_id: string;
  readonly school_id: string;
  /** Where they were discussed, and where what is on an agenda will be. */
  readonly held: string;
  readonly coming: string;
  /** The builders' names of people ("smw1") to the ids of this database. */
  readonly person: (name: string) => string;
}

/** The same id for the same thing in every world: ids are drawn by chance and tell nothing. */
export function idOf(kind: string, name: string | number): string {
  const hex = createHash("sha256").update(`${kind}/${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;
const recorded = "2026-11-20T14:00:00Z";
const ended: readonly Dossier["status"][] = ["afgesloten", "ingetrokken"];

export function together(...many: readonly Rows[]): Rows {
  const all: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const one of many)
    for (const [table, rows] of Object.entries(one)) all[table] = [...(all[table] ?? []), ...rows];
  return all;
}

/** An uitzondering is the decision of the directeur and no toestemming. */
export function rowsOf(dossiers: readonly Dossier[], keys: KeyRing, place: Place): Rows {
  return together(
    ...dossiers.flatMap((dossier, index) => {
      const volgorde = index + 1;
      return dossier.toestemming?.grondslag === "uitzondering"
        ? [
            rowsOfOne({ ...dossier, toestemming: null }, keys, { ...place, volgorde }),
            exceptionRows(dossier, keys, place),
          ]
        : [rowsOfOne(dossier, keys, { ...place, volgorde })];
    }),
  );
}

/** `volgorde`: on the agenda, as they were given. */
function rowsOfOne(dossier: Dossier, keys: KeyRing, place: Place & { readonly volgorde: number }): Rows {
  const { swv_id, szt_id, school_id, person, volgorde } = place;
  const { referentie, status } = dossier;
  const id = idOf("hulpvraag", referentie);
  const leerlingId = idOf("leerling", referentie);
  const sleutel = newDataKey(keys, idOf("datasleutel", referentie));
  const key = openDataKey(keys, sleutel);
  const ib = person("ib1");
  const over = ended.includes(status);
  const here = { swv_id, szt_id, hulpvraag_id: id };
  const text = (value: Dossier["vraag"], column: string, row: string): string | null =>
    value && hex(encryptSealed(key, value, whereOf(column, row)));
  const leerling = unseal(dossier.leerling);
  const discussed = idOf("agendapunt", referentie);
  const roles = dossier.regierollen.map((rol) => ({ ...rol, tot: over ? recorded : rol.tot }));
  const running = !over && roles.length > 0;
  return {
    datasleutel: [
      {
        id: sleutel.id,
        swv_id,
        szt_id,
        verpakt: hex(sleutel.wrapped),
        hoofdsleutel: sleutel.masterKeyId,
        gemaakt_op: recorded,
      },
    ],
    leerling: [
      {
        id: leerlingId,
        swv_id,
        szt_id,
        school_id,
        sleutel_id: sleutel.id,
        zoeksleutel: hex(keyedHash(keys, "leerling", `${leerling.naam}|${leerling.geboortemaand}`)),
        gegevens: hex(encryptText(key, JSON.stringify(leerling), whereOf("leerling.gegevens", leerlingId))),
        gezag: dossier.gezag,
        gezag_merken: dossier.gezagMerken,
        gezag_gecontroleerd_op: dossier.gezagGecontroleerdOp,
        gemaakt_op: recorded,
      },
    ],
    hulpvraag: [
      {
        ...{ id, swv_id, szt_id, school_id, leerling_id: leerlingId, referentie, status, stap: dossier.stap },
        domeinen: dossier.domeinen,
        urgentie: dossier.urgentie,
        al_gedaan: dossier.alGedaan,
        aan_tafel: dossier.aanTafel,
        vraag: text(dossier.vraag, "hulpvraag.vraag", id),
        gedaan_toelichting: text(dossier.gedaanToelichting, "hulpvraag.gedaan_toelichting", id),
        ouders_vraag: text(dossier.oudersVraag, "hulpvraag.ouders_vraag", id),
        inbrenger_id: person(dossier.inbrengerId),
        log_zout: hex(randomBytes(32)),
        regie_sinds: running ? recorded : null,
        klaargezet_op: recorded,
        afgesloten_op: status === "afgesloten" ? recorded : null,
        afsluitreden: status === "afgesloten" ? "doel_bereikt" : null,
        versie: dossier.versie + 1,
        gemaakt_op: recorded,
        gewijzigd_op: recorded,
      },
    ],
    ...consentRows(dossier, { ...here, school_id, ib, key }),
    agendapunt: [
      { ...here, id: discussed, ronde_id: place.held, volgorde, minuten: 15, status: "besproken" },
      ...(status === "geagendeerd"
        ? [
            {
              ...here,
              id: idOf("agendapunt2", referentie),
              ronde_id: place.coming,
              volgorde,
              minuten: 15,
              status: "gepland",
            },
          ]
        : []),
    ],
    besluit: dossier.besluiten.map((besluit) => ({
      ...here,
      id: idOf("besluit", referentie),
      agendapunt_id: discussed,
      besluiten: besluit.besluiten,
      afweging: text(besluit.afweging, "besluit.afweging", idOf("besluit", referentie)),
      regierol_voor: besluit.regierolVoor && person(besluit.regierolVoor),
      terug_op: besluit.terugOp,
      genomen_door: ib,
      genomen_op: besluit.genomenOp,
    })),
    terugkoppeling: dossier.besluiten.flatMap(({ terugkoppeling }) =>
      terugkoppeling
        ? [
            {
              ...here,
              besluit_id: idOf("besluit", referentie),
              verteld_op: terugkoppeling.verteldOp,
              akkoord: terugkoppeling.akkoord,
              akkoord_op: terugkoppeling.verteldOp,
              akkoord_van: ["ouder1"],
              vastgelegd_door: ib,
              vastgelegd_op: recorded,
            },
          ]
        : [],
    ),
    regierol: roles.map((rol, index) => ({
      ...here,
      id: idOf("regierol", `${referentie}/${index}`),
      houder_id: person(rol.houderId),
      soort: rol.soort,
      periode: `[2026-11-20T13:00:00Z,${rol.tot ?? ""})`,
      giz: rol.giz,
    })),
    koppeling: dossier.koppelingen.map(({ persoonId }) => ({
      ...here,
      persoon_id: person(persoonId),
      van: recorded,
    })),
    actie: dossier.acties.map((actie, index) => {
      const actieId = idOf("actie", `${referentie}/${index}`);
      return {
        ...here,
        id: actieId,
        houder_id: person(actie.houderId),
        omschrijving: text(actie.omschrijving, "actie.omschrijving", actieId),
        datum: actie.datum,
        gemaakt_door: ib,
        gemaakt_op: recorded,
        versie: actie.versie,
      };
    }),
    termijn: dossier.termijnen
      .filter(({ soort }, index, them) => them.findIndex((one) => one.soort === soort) === index)
      .map(({ soort, vervalt, verantwoordelijke, uitgesteld, versie }) => ({
        ...here,
        school_id,
        id: idOf("termijn", `${referentie}/${soort}`),
        soort,
        anker: "2026-11-20",
        regel: { unit: "vast" },
        vervalt,
        verantwoordelijke,
        status: over ? "vervallen" : "open",
        uitgesteld,
        versie,
        gemaakt_op: recorded,
        vervalt_sinds: vervalt,
      })),
  };
}

interface ConsentPlace {
  readonly swv_id: string;
  readonly szt_id: string;
  readonly hulpvraag_id: string;
  readonly school_id: string;
  readonly ib: string;
  readonly key: ReturnType<typeof openDataKey>;
}

function consentRows(
  { toestemming, referentie }: Dossier,
  { school_id, ib, key, ...here }: ConsentPlace,
): Rows {
  if (!toestemming) return {};
  const id = idOf("toestemming", referentie);
  const { informatie } = toestemming;
  return {
    toestemming: [
      {
        ...here,
        id,
        grondslag: toestemming.grondslag,
        partners: toestemming.partners,
        geldig_tot: toestemming.geldigTot,
        vastgelegd_door: ib,
        vastgelegd_op: recorded,
        doelen: toestemming.doelen,
        uitgesloten: toestemming.uitgesloten,
        onderwerpen: toestemming.onderwerpen,
      },
    ],
    toestemming_antwoord: toestemming.antwoorden.map(({ partij, soort, op, vorm, bewaarplaats }, index) => ({
      ...here,
      id: idOf("antwoord", `${referentie}/${index}`),
      toestemming_id: id,
      partij,
      soort,
      op,
      vorm,
      bewaarplaats:
        bewaarplaats &&
        hex(encryptSealed(key, bewaarplaats, whereOf(...bewaarplaatsOf({ toestemmingId: id, partij })))),
      vastgelegd_door: ib,
      // In the order in which they were given: the last one counts.
      vastgelegd_op: Temporal.Instant.from(recorded).add({ seconds: index }),
    })),
    ouderinformatie: informatie
      ? [
          {
            ...here,
            school_id,
            toestemming_id: id,
            verzonden_op: informatie.verzondenOp,
            wijze: informatie.wijze,
            aan: informatie.aan,
            taal: informatie.taal,
            begrepen: informatie.begrepen,
            regel: informatie.regel,
            bezwaar_tot: informatie.bezwaarTot,
          },
        ]
      : [],
  };
}

/** Without triggers and keys between tables, which look at a world while it is half there; checks of a row hold. */
export function insertRows(url: string, rows: Rows): Promise<void> {
  return withConnection({ url, applicationName: "boundary" }, async (connection) => {
    await connection.script("set session_replication_role = replica");
    for (const [table, list] of Object.entries(rows)) {
      if (list.length === 0) continue;
      const columns = [...new Set(list.flatMap((row) => Object.keys(row)))].join(", ");
      await connection.query(
        z.object({}),
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [JSON.stringify(list)],
      );
    }
  });
}
