/** A hulpvraag that went all the way, with something in every table that a leerling can have; and what is left of it. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { type DataKey, decrypt, encryptText, openDataKey, whereOf } from "#database/kluis.ts";
import { bytes, execute, query, withConnection } from "#database/pool.ts";
import { onbekendBereik } from "#domain/doelbereik.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";
import { meldAan } from "#usecases/aanmelding.ts";
import { confirmAfsluiting, proposeAfsluiting } from "#usecases/afsluiting.ts";
import { endKeeping, keepLonger } from "#usecases/bewaartermijn.ts";
import { addNotitie } from "#usecases/correctie.ts";
import { spreekOverbruggingAf } from "#usecases/overbrugging.ts";
import { gaVerder, pauzeer } from "#usecases/pauze.ts";
import { readRechten } from "#usecases/rechten.ts";
import { acceptAanbod } from "#usecases/regierol-aanbod.ts";
import { proposeOverdracht, withdrawOverdracht } from "#usecases/regierol-overdracht.ts";
import { releaseSummary } from "#usecases/samenvatting-vrijgave.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { startTraject } from "#usecases/traject.ts";
import { completeReview, recordVoortgang } from "#usecases/voortgang.ts";
import { regelWaarneming, weerTerug } from "#usecases/waarneming.ts";
import { zetOpWachtlijst } from "#usecases/wachtlijst.ts";
import { aDecided, aTerugblik, aTerugkoppeling, at, dossierOf, later, openTermOf } from "./a-besluit.ts";
import { aChannel, confirmed, posted } from "./a-closed-round.ts";
import { anAct, date, done } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

export interface Around {
  readonly ib: Actor;
  readonly houder: Actor;
}

/** Words in free fields of this case, beside those of a-closed-round.ts. */
export const caseCanaries = ["actiekanarie", "notitiekanarie", "meekijkt"];

export interface WholeCase {
  readonly id: string;
  readonly referentie: string;
  readonly naam: string;
  readonly rondeId: string;
}

/** Besproken, held, noted, kept for a while, and closed by the ib. */
export async function aWholeCase(t: TestWorld, { ib, houder }: Around): Promise<WholeCase> {
  const id = await aDecided(
    t,
    { ib, houder },
    {
      besluiten: ["regierol_toewijzen"],
      acties: [{ houderId: houder.persoonId, wat: "actiekanarie bellen", datum: date("2026-12-04") }],
    },
  );
  done(await recordTerugkoppeling(anAct(t, ib), await at(t, id), aTerugkoppeling(t)));
  later(t);
  done(await acceptAanbod(anAct(t, houder), await at(t, id)));
  later(t);
  await goesOn(t, id, { ib, houder });
  const dossier = await dossierOf(t, id);
  const besluitId = dossier.besluiten[0]?.id ?? "";
  const note = {
    bij: { besluitId },
    tekst: "notitiekanarie: dit was anders",
    van: ["school" as const],
    identiteit: null,
  };
  done(await addNotitie(anAct(t, ib), await at(t, id), note));
  done(await keepLonger(anAct(t, ib), id, { reden: "klacht_loopt", tot: date("2027-01-29") }));
  done(await endKeeping(anAct(t, ib), id));
  done(
    await proposeAfsluiting(anAct(t, houder), await at(t, id), {
      reden: "doel_bereikt",
      doelen: onbekendBereik,
    }),
  );
  done(await confirmAfsluiting(anAct(t, ib), await at(t, id), { verteldOp: date("2026-11-23") }));
  const rondeId = dossier.agendapunten[0]?.ronde.id ?? "";
  await loose(t, ib, { id, sztId: dossier.sztId });
  return { id, referentie: dossier.referentie, naam: await nameOf(t, ib, id), rondeId };
}

/** What happens around a regierol: a wish to give it on, an absence that was agreed and a pause; all were taken back. */
async function goesOn(t: TestWorld, id: string, { ib, houder }: Around): Promise<void> {
  const akkoord = { akkoordOp: date("2026-11-23"), akkoordVan: ["ouder1", "ouder2"] as const };
  done(
    await recordVoortgang(anAct(t, houder), await at(t, id), {
      hoe: "moeizaam",
      contact: "ja",
      meerHulp: "nee",
    }),
  );
  const term = await openTermOf(t, id, "driemaandsreview");
  done(await completeReview(anAct(t, houder), term, aTerugblik()));
  done(
    await meldAan(anAct(t, ib), await at(t, id), "wijkteam", { verstuurdOp: date("2026-11-23"), ...akkoord }),
  );
  done(await startTraject(anAct(t, houder), await at(t, id), { op: date("2026-11-23") }));
  await waits(t, id, houder);
  const wish = { aan: null, reden: "geen_tijd" } as const;
  done(await proposeOverdracht(anAct(t, houder), await at(t, id), wish));
  done(await withdrawOverdracht(anAct(t, houder), await at(t, id)));
  const days = { van: date("2026-11-30"), tot: date("2026-12-11") };
  const form = { door: ib.persoonId, ...days, ...akkoord };
  done(await regelWaarneming(anAct(t, houder), await at(t, id), form));
  done(await weerTerug(anAct(t, houder), await at(t, id)));
  const still = { reden: "wacht_op_andere_hulp", tot: date("2026-12-04") } as const;
  done(await pauzeer(anAct(t, houder), await at(t, id), still));
  done(await gaVerder(anAct(t, ib), await at(t, id)));
}

/** Help elsewhere that is waited for, with what bridges that. */
async function waits(t: TestWorld, id: string, houder: Actor): Promise<void> {
  const plek = { soort: "logopedie", sinds: date("2026-10-05"), verwachtTot: date("2027-03-01") } as const;
  done(await zetOpWachtlijst(anAct(t, houder), await at(t, id), { ...plek, contact: null }));
  const care = {
    soort: "kindgesprekken",
    door: "smw",
    doel: "naar_school",
    tot: date("2026-12-18"),
  } as const;
  done(
    await spreekOverbruggingAf(anAct(t, houder), await at(t, id), "logopedie", { ...care, doelcheck: null }),
  );
}

/** A koppeling, who was asked for a traject, a reminder, and what a round with a partner of the outside leaves: their own acts come with other work. */
async function loose(t: TestWorld, ib: Actor, { id, sztId }: { id: string; sztId: string }): Promise<void> {
  const key = await keyOfCase(t, id);
  const bijdrage = randomUUID();
  const told = encryptText(key, "ja, sinds 2024-03", whereOf("bijdrage.inhoud", bijdrage));
  await t.world.database.transact(scopeOf(ib), async (tx) => {
    await execute(
      tx,
      `insert into koppeling (swv_id, szt_id, hulpvraag_id, persoon_id, van, tot) values ($1, $2, $3, $4, $5, $5)`,
      [tx.scope.swvId, sztId, id, ib.persoonId, tx.now],
    );
    await execute(
      tx,
      `insert into traject_genodigde (id, swv_id, szt_id, hulpvraag_id, traject_id, persoon_id, gekoppeld, gevraagd_door, gevraagd_op, afgezegd_op)
       select gen_random_uuid(), swv_id, szt_id, hulpvraag_id, id, $2, false, $2, $3, $3 from traject where hulpvraag_id = $1`,
      [id, ib.persoonId, tx.now],
    );
    await execute(
      tx,
      `insert into herinnering (swv_id, szt_id, termijn_id, stap, persoon_id, dagbericht_id, gemaakt_op)
       select swv_id, szt_id, id, 'op_de_dag', $2, $3, $4 from termijn where hulpvraag_id = $1 limit 1`,
      [id, ib.persoonId, randomUUID(), tx.now],
    );
    await execute(
      tx,
      `insert into bijdrage (id, swv_id, szt_id, hulpvraag_id, persoon_id, inhoud, gegeven_op) values ($1, $2, $3, $4, $5, $6, $7)`,
      [bijdrage, tx.scope.swvId, sztId, id, ib.persoonId, told, tx.now],
    );
    await execute(tx, `update agendapunt set begonnen_op = $2, inbrenger_id = $3 where hulpvraag_id = $1`, [
      id,
      tx.now,
      ib.persoonId,
    ]);
  });
}

async function nameOf(t: TestWorld, ib: Actor, id: string): Promise<string> {
  return (await readRechten(t.world, ib, id))?.leerling.naam ?? "";
}

/** Cards of it in chats, its line in the channel. */
export async function toldInTeams(t: TestWorld, { ib, houder }: Around, one: WholeCase): Promise<void> {
  const { sztId } = await dossierOf(t, one.id);
  await reading(t, one.id, [ib, houder]);
  await reading(t, one.rondeId, [ib, houder], "ronde");
  await aChannel(t, sztId);
  await confirmed(t, ib, one.rondeId);
  if (!(await releaseSummary(t.world, sztId, one.rondeId))) throw new Error("nothing for the channel");
  await posted(t, sztId, one.rondeId);
}

/** The key of its leerling, opened before it is destroyed. */
export async function keyOfCase(t: TestWorld, id: string): Promise<DataKey> {
  const row = z.object({ id: z.string(), wrapped: bytes, masterKeyId: z.string() });
  const [found] = await t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) =>
    query(
      tx,
      row,
      `select d.id, d.verpakt as wrapped, d.hoofdsleutel as "masterKeyId" from datasleutel d
       join leerling l on l.sleutel_id = d.id join hulpvraag h on h.leerling_id = l.id where h.id = $1`,
      [id],
    ),
  );
  if (!found) throw new Error("no key");
  return openDataKey(t.world.keys, found);
}

const cell = z.object({ tabel: z.string(), kolom: z.string(), rij: z.string(), waarde: bytes });

/** Every value of type bytea anywhere in the database, seen by a superuser. */
export function lockedValues(t: TestWorld): Promise<z.infer<typeof cell>[]> {
  return withConnection({ url: t.db.adminUrl, applicationName: "test" }, async (connection) => {
    const columns = await connection.query(
      z.object({ tabel: z.string(), kolom: z.string() }),
      `select c.relname as tabel, a.attname as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.atttypid = 'bytea'::regtype`,
    );
    const found: z.infer<typeof cell>[] = [];
    for (const { tabel, kolom } of columns) {
      found.push(
        ...(await connection.query(
          cell,
          `select '${tabel}' as tabel, '${kolom}' as kolom, to_jsonb(t)::text as rij, ${kolom} as waarde from ${tabel} t where ${kolom} is not null`,
        )),
      );
    }
    return found;
  });
}

/** Values that this key still opens, at whatever place in this database they may have been locked for. */
export async function openedBy(t: TestWorld, key: DataKey): Promise<readonly string[]> {
  const values = await lockedValues(t);
  const opened: string[] = [];
  for (const { tabel, kolom, rij, waarde } of values) {
    const ids = [...rij.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(([id]) => id);
    const partij = /"partij": "([a-z0-9]+)"/.exec(rij)?.[1];
    const places = [...ids, ...(partij ? ids.map((id) => `${id}/${partij}`) : [])];
    // Where a form is kept was first locked in another table; see bewaarplaatsOf.
    const column = tabel === "toestemming_antwoord" ? "toestemming_gever.bewaarplaats" : `${tabel}.${kolom}`;
    if (places.some((place) => opens(key, waarde, whereOf(column, place)))) opened.push(`${tabel}.${kolom}`);
  }
  return opened;
}

function opens(key: DataKey, boxed: Buffer, where: string): boolean {
  try {
    decrypt(key, boxed, where);
    return true;
  } catch {
    return false;
  }
}

/** The whole database as text, as a superuser would dump it. */
export function dumpOf(t: TestWorld): Promise<string> {
  return withConnection({ url: t.db.adminUrl, applicationName: "test" }, async (connection) => {
    const tables = await connection.query(
      z.object({ naam: z.string() }),
      `select schemaname || '.' || quote_ident(tablename) as naam from pg_tables where schemaname in ('public', 'pgboss') order by 1`,
    );
    const texts: string[] = [];
    for (const { naam } of tables) {
      const rows = await connection.query(
        z.object({ rij: z.string() }),
        `select t::text as rij from ${naam} t`,
      );
      texts.push(`${naam}\n${rows.map(({ rij }) => rij).join("\n")}`);
    }
    return texts.join("\n");
  });
}
