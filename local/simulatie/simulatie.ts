/** A school year of a whole samenwerkingsverband, day by day, through the real bot on a real PostgreSQL. */
import { createHash } from "node:crypto";
import { z } from "zod/v4";
import { teamactieVerb } from "#cards/actie-verb.ts";
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { calmErrorText } from "#cards/calm-error.ts";
import { noticeWords } from "#cards/notice.ts";
import { withConnection } from "#database/pool.ts";
import { type Chance, chanceOf } from "#local/chance.ts";
import { demoSwvId } from "#local/demo.ts";
import { startEcho } from "#local/echo.ts";
import { broken } from "#test/stories/invariant.ts";
import { aStory, type Story, type StoryOptions } from "#test/stories/story.ts";
import { verifyLog } from "#usecases/verify-log.ts";
import type { World } from "#usecases/world.ts";
import type { Schooldagen } from "./dagen.ts";
import { zinnen } from "./gewicht.ts";
import { eenMens, type Gedaan, gewogen, type Mens } from "./mens.ts";
import { eenMerkenboek, type Merken } from "./merk.ts";
import { kalenders, vergelijk, verwacht } from "./orakel.ts";
import { kijkRegieNa } from "./regie.ts";
import { houdRonde, planRonde, rondesVan } from "./ronde.ts";
import { geenStoring, type Storing, storingen } from "./storing.ts";
import { eenTelling, type Invariant, type Telling } from "./telling.ts";
import { houdToezicht, leesMee, type Toezicht } from "./toezicht.ts";
import type { Sql } from "./vraag.ts";
import { type Bewoner, eenWereld, regio, type Wereld } from "./wereld.ts";

export interface Opdracht {
  readonly schools: number;
  readonly weeks: number;
  readonly seed: number;
  readonly faults: boolean;
  readonly database?: StoryOptions["database"];
  /** The nouns of the field, unless a test puts a fault among them. */
  readonly registry?: StoryOptions["registry"];
  /** Breaks something at the end of a day, to see that it is found. */
  readonly breek?: (dag: Dag) => Promise<void>;
  readonly zeg?: (line: string) => void;
}

export interface Uitslag {
  readonly seed: number;
  readonly schools: number;
  readonly weeks: number;
  readonly faults: boolean;
  readonly from: string;
  readonly to: string;
  /** What people did, by the verb of the button; `geweigerd` beside it when it was not taken. */
  readonly acts: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  /** What went wrong on purpose. */
  readonly storingen: Readonly<Record<string, number>>;
  readonly invariants: readonly Invariant[];
  readonly speed: {
    readonly activities: number;
    readonly seconds: number;
    readonly echoSeconds: number;
    readonly ratio: number;
  };
}

/** What one day of the run works with. */
export interface Dag {
  readonly s: Story;
  readonly sql: Sql;
  readonly wereld: Wereld;
  readonly chance: Chance;
  readonly telling: Telling;
  readonly toezicht: Toezicht;
  readonly merken: Merken;
  readonly mensen: ReadonlyMap<string, Mens>;
  readonly personen: ReadonlyMap<string, string>;
  readonly acts: Map<string, number>;
  readonly storing: Storing;
  readonly open: Schooldagen;
  /** From 0; the first days are those in which a school begins with what it knows already. */
  readonly nummer: number;
  readonly today: Temporal.PlainDate;
}

/** A whole year begins with the school year; a short one in autumn, so that a holiday and the end of summer time are in it. */
const begin = (weeks: number) => Temporal.PlainDate.from(weeks >= 32 ? "2026-08-31" : "2026-10-12");
const bundelUren = ["07:00", "08:00", "09:00"] as const;

export async function simuleer(opdracht: Opdracht): Promise<Uitslag> {
  const { schools, weeks, seed } = opdracht;
  const zeg = opdracht.zeg ?? (() => undefined);
  const wereld = eenWereld(schools);
  const telling = eenTelling();
  let storing = geenStoring;
  const from = begin(weeks);
  const to = from.add({ weeks });
  const s = await aStory({
    start: from
      .subtract({ days: 1 })
      .toZonedDateTime({ timeZone: "Europe/Amsterdam", plainTime: "12:00" })
      .toInstant()
      .toString(),
    world: wereld,
    limits: true,
    chance: vasteKans(seed),
    heard: (level, line) => {
      leesMee(telling, line, `log ${line.code}`);
      if (level === "error" && !storing.verklaard())
        telling.fout("geen_onverklaarde_fout", `${line.code} ${line.kind ?? ""}`);
      else telling.goed("geen_onverklaarde_fout");
    },
    ...(opdracht.database ? { database: opdracht.database } : {}),
    ...(opdracht.registry ? { registry: opdracht.registry } : {}),
  });
  if (opdracht.faults) storing = storingen(s, chanceOf(seed ^ 0xfa117));
  const merken = eenMerkenboek();
  const toezicht = houdToezicht({ teams: s.teams, now: () => s.now().toInstant(), telling, merken });
  const acts = new Map<string, number>();
  const started = performance.now();
  try {
    const counts = await withConnection({ url: s.db.adminUrl, applicationName: "simulatie" }, async (sql) => {
      const personen = await personenVan(sql, wereld, toezicht);
      const mensen = new Map(
        wereld.bewoners.map(({ handle }) => [handle, eenMens(s.teams, handle, () => s.settle())] as const),
      );
      const open = (await kalenders(sql)).get(regio);
      if (!open) throw new Error("no school days are known");
      const vast = {
        open,
        s,
        sql,
        wereld,
        chance: chanceOf(seed),
        telling,
        toezicht,
        merken,
        mensen,
        personen,
        acts,
        storing,
      };
      let nummer = 0;
      for (let today = from; Temporal.PlainDate.compare(today, to) < 0; today = today.add({ days: 1 })) {
        const dag = { ...vast, today, nummer };
        nummer += 1;
        await eenDag(dag);
        await opdracht.breek?.(dag);
        await sluitDag(dag);
        if (today.dayOfWeek === 7) {
          await sluitWeek(dag);
          zeg(
            `${today} ${toezicht.activiteiten()} activities, ${Math.round((performance.now() - started) / 1000)} s`,
          );
        }
      }
      return tellingen(sql);
    });
    const seconds = (performance.now() - started) / 1000;
    const activities = toezicht.activiteiten();
    const echoSeconds = await echoVan(s, activities);
    return {
      ...{ seed, schools, weeks, faults: opdracht.faults, from: from.toString(), to: to.toString() },
      acts: Object.fromEntries([...acts].sort(([a], [b]) => (a < b ? -1 : 1))),
      counts,
      storingen: storing.aantallen(),
      invariants: telling.stand(),
      speed: {
        activities,
        seconds: rond(seconds),
        echoSeconds: rond(echoSeconds),
        ratio: rond(seconds / echoSeconds),
      },
    };
  } finally {
    toezicht.stop();
    await s.close();
  }
}

const rond = (figure: number) => Math.round(figure * 100) / 100;

/** The same numbers and ids for the same seed, in the order in which they are asked for. */
function vasteKans(seed: number): Partial<World["chance"]> {
  const chance = chanceOf(seed ^ 0x5eed);
  let made = 0;
  return {
    number: (below) => chance.below(below),
    uuid: () => {
      made += 1;
      const hex = createHash("sha256").update(`${seed} ${made}`).digest("hex");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}

async function personenVan(sql: Sql, wereld: Wereld, toezicht: Toezicht): Promise<Map<string, string>> {
  const rows = await sql.query(
    z.object({ id: z.string(), email: z.string() }),
    `select id, email from persoon where email is not null`,
  );
  const personen = new Map(rows.map(({ id, email }) => [email.replace(/@.*/, ""), id]));
  for (const [handle, persoonId] of personen) toezicht.ken({ handle, persoonId });
  if (personen.size < wereld.bewoners.length) throw new Error("not everybody was set up");
  return personen;
}

/** The bundles, and then what people do, each at their own moment. */
async function eenDag(dag: Dag): Promise<void> {
  const { s, sql, today, telling } = dag;
  const op = (time: string) => s.wait(`${today}T${time}`);
  for (const uur of bundelUren) {
    const ervoor = Temporal.PlainTime.from(uur).subtract({ seconds: 1 }).toString();
    await op(ervoor);
    const had = await verwacht(sql, { today, uur });
    await op(uur);
    await vergelijk(sql, had, { today, uur, telling });
  }
  if (today.dayOfWeek > 5) return;
  const sinds = () => s.now().toInstant();
  await dag.toezicht.kijkNa(sql, sinds().subtract({ hours: 24 }));
  for (const { time, doe } of await agendaVan(dag)) {
    await op(time);
    const van = sinds();
    await doe();
    await dag.toezicht.kijkNa(sql, van);
  }
}

interface Moment {
  readonly time: string;
  readonly doe: () => Promise<void>;
}

/** What happens on this day, in order of time. */
async function agendaVan(dag: Dag): Promise<readonly Moment[]> {
  const { chance, wereld, today } = dag;
  // In a holiday hardly anybody looks.
  if (!dag.open(today) && chance.below(8) > 0) return [];
  const momenten: Moment[] = [];
  const tijd = (from = 9 * 60 + 5, until = 17 * 60) => {
    const minute = from + chance.below(until - from);
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:${String(chance.below(60)).padStart(2, "0")}`;
  };
  const rondes = await rondesVan(dag.sql, today);
  for (const [school] of wereld.scholen.entries()) {
    const team = wereld.bewoners.filter((one) => one.scholen.includes(school));
    const ib = team.find(({ functie }) => functie === "ib");
    if (!ib) continue;
    if (werktOp(ib, today)) {
      if (chance.below(100) < (dag.nummer < 4 ? 50 : 16))
        momenten.push({ time: tijd(), doe: () => nieuweHulpvraag(dag, ib) });
      if (!rondes.has(school) && chance.below(3) === 0)
        momenten.push({ time: tijd(), doe: () => doe(dag, ib, (mens) => planRonde(mens, penVan(dag))) });
      for (let times = 2 + chance.below(3); times > 0; times -= 1)
        momenten.push({ time: tijd(), doe: () => ietsDoen(dag, ib) });
    }
    for (const ander of team.filter((one) => one !== ib && werktOp(one, today)))
      if (chance.below(100) < 45) momenten.push({ time: tijd(), doe: () => ietsDoen(dag, ander) });
    if (chance.below(60) === 0)
      momenten.push({ time: tijd(), doe: () => komtOfGaat(dag, { team, school, niet: ib }) });
    const ronde = rondes.get(school);
    if (ronde?.vandaag)
      momenten.push({
        time: ronde.opent,
        doe: () => doe(dag, ib, (mens) => houdRonde(mens, penVan(dag), () => dag.s.wait("PT4M"))),
      });
  }
  return momenten.sort((a, b) => (a.time < b.time ? -1 : 1));
}

const dagen = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const werktOp = (one: Bewoner, day: Temporal.PlainDate) => one.dagen.includes(dagen[day.dayOfWeek - 1] ?? "");

const penVan = ({ chance, today, merken }: Dag) => ({ chance, today, tekst: merken.maak });

/** Somebody takes up the bot: presses something that is offered, or types. */
async function ietsDoen(dag: Dag, bewoner: Bewoner): Promise<void> {
  await doe(dag, bewoner, async (mens) => {
    const { chance } = dag;
    const grepen = await mens.grepen();
    if (grepen.length === 0 || chance.below(100) < 12) {
      const zin = gewogen(zinnen, ({ gewicht }) => gewicht, chance);
      if (zin) await mens.typ(zin.text);
      tel(dag, "typt");
      return [];
    }
    const greep = gewogen(grepen, ({ gewicht }) => gewicht, chance);
    return greep ? [await mens.druk(greep, penVan(dag))] : [];
  });
}

async function nieuweHulpvraag(dag: Dag, ib: Bewoner): Promise<void> {
  await doe(dag, ib, async (mens) => {
    await mens.typ("nieuwe hulpvraag");
    const grepen = await mens.grepen();
    const begin = grepen.find(({ verb }) => verb === "open-intake");
    return begin ? [await mens.druk(begin, penVan(dag))] : [];
  });
}

/** Somebody is taken out of the team in Teams, or comes back; the ib says in the chat what that means. */
async function komtOfGaat(
  { s, wereld, chance, acts }: Dag,
  {
    team,
    school,
    niet,
  }: { readonly team: readonly Bewoner[]; readonly school: number; readonly niet: Bewoner },
): Promise<void> {
  const group = s.teams.world().teams.find(({ name }) => name === wereld.scholen[school]?.szt);
  const person = chance.of(team.filter((one) => one !== niet)).handle;
  if (!group) return;
  const change = group.members.includes(person) ? "removed" : "added";
  await s.teams.membership({ team: group.id, person, change, by: niet.handle });
  await s.settle();
  tel({ acts }, change === "added" ? "komt in teams" : "gaat uit teams");
}

/** What was typed is tied to its case; how each press was answered is held against the rules. */
async function doe(
  dag: Dag,
  bewoner: Bewoner,
  handel: (mens: Mens) => Promise<readonly Gedaan[]>,
): Promise<void> {
  const mens = dag.mensen.get(bewoner.handle);
  if (!mens) return;
  const { storing } = dag;
  dag.toezicht.sprak(bewoner.handle);
  storing.voor(bewoner.handle);
  const breekt = storing.tijdens();
  const gedaan = await handel(mens).catch((error: unknown) => {
    if (!storing.verklaard()) throw error;
    return [];
  });
  await breekt;
  const verklaard = storing.verklaard();
  await storing.na();
  dag.toezicht.sprak(bewoner.handle);
  for (const one of gedaan) {
    tel(
      dag,
      one.uitkomst === "gedaan" || one.uitkomst === "gesloten" || one.uitkomst === "gezegd"
        ? one.laatste
        : `${one.laatste} geweigerd`,
    );
    for (const { status, message, error } of one.antwoorden) {
      const calm = message?.includes(calmErrorText);
      if (verklaard) continue;
      if (calm || status === "unreachable" || (status === "error" && typeof error?.code === "number"))
        dag.telling.fout("antwoord_op_elke_druk", `${one.laatste} ${status} ${error?.code ?? ""}`);
      else dag.telling.goed("antwoord_op_elke_druk");
    }
  }
  for (const one of gedaan) await koppel(dag, bewoner, one);
}

const tel = ({ acts }: Pick<Dag, "acts">, act: string): void => void acts.set(act, (acts.get(act) ?? 0) + 1);

/** About no child: what is typed there may be read by the team, or by who advises. */
const zonderZaak: ReadonlySet<string> = new Set([
  ...Object.values(teamactieVerb),
  ...Object.values(adviesvraagVerb),
]);

/** Which case the words belong to that were typed just now: by its number on the card, or the newest of who began it. */
async function koppel(dag: Dag, { handle }: Bewoner, gedaan: Gedaan): Promise<void> {
  const { woorden, nummer } = gedaan;
  if (woorden.length === 0 || zonderZaak.has(gedaan.laatste)) return;
  const persoon = dag.personen.get(handle) ?? "";
  const rows = await dag.sql.query(
    z.object({ id: z.string() }),
    woorden.some((woord) => woord.startsWith("kanarie"))
      ? `select id from hulpvraag where inbrenger_id = $1 and gemaakt_op > $3 and $2::text is null or inbrenger_id = $1 and referentie = $2
         order by gemaakt_op desc limit 1`
      : `select h.id from hulpvraag h where $3::timestamptz is not null and h.referentie = $2 and exists (
           select from lidmaatschap l where l.persoon_id = $1 and l.szt_id = h.szt_id)`,
    [persoon, nummer ?? null, dag.s.now().toInstant().subtract({ minutes: 5 })],
  );
  const [row] = rows;
  if (row && rows.length === 1) for (const woord of woorden) dag.merken.hoortBij(woord, row.id);
}

/** At the end of each day: nothing waits that was due, and every bundle came once. */
async function sluitDag(dag: Dag): Promise<void> {
  const { s, sql, telling, toezicht, today } = dag;
  const van = s.now().toInstant();
  await s.wait(`${today}T19:00`);
  await toezicht.kijkNa(sql, van.subtract({ hours: 12 }));
  await kijkBezorgingNa(dag);
  const late = await sql.query(
    z.object({ id: z.string(), soort: z.string(), status: z.string(), fout: z.string().nullable() }),
    `select id, soort, status, fout from kennisgeving where (status in ('klaar', 'bezig') and niet_voor < $1)
       or (status = 'mislukt' and fout is null)`,
    [s.now().toInstant().subtract({ minutes: 15 })],
  );
  const [ended] = await sql.query(
    z.object({ n: z.number() }),
    `select count(*)::int as n from kennisgeving where status in ('verzonden', 'vervallen', 'mislukt') and gemaakt_op >= $1`,
    [s.now().toInstant().subtract({ hours: 24 })],
  );
  telling.goed("berichten_komen_aan", ended?.n ?? 0);
  for (const { id, soort, status, fout } of late)
    telling.fout("berichten_komen_aan", `${soort} ${id} ${status} ${fout ?? ""}`);
}

async function kijkBezorgingNa({ sql, telling, toezicht, today, personen }: Dag): Promise<void> {
  const handles = new Map([...personen].map(([handle, id]) => [id, handle]));
  const rows = await sql.query(
    z.object({
      id: z.string(),
      persoonId: z.string(),
      status: z.string().nullable(),
      fout: z.string().nullable(),
    }),
    `select d.id, d.persoon_id as "persoonId", k.status, k.fout from dagbericht d
     left join kennisgeving k on k.soort = 'dagbericht' and k.onderwerp_id = d.id where d.datum = $1`,
    [today],
  );
  const kwam = new Map<string, number>();
  for (const { id, persoonId, status, fout } of rows) {
    const handle = handles.get(persoonId) ?? "";
    const times = toezicht.verstuurd(handle, noticeWords.dagbericht.summary, today.toString());
    kwam.set(handle, times);
    const most = 1 + toezicht.onzeker(handle, today.toString());
    if (times === 0 && status === "verzonden" && toezicht.gemaild(handle, today.toString()))
      telling.goed("herinnering_bezorgd");
    else if (status === "verzonden" && times >= 1 && times <= most) telling.goed("herinnering_bezorgd");
    else if (status === "mislukt" && fout !== null) telling.goed("herinnering_bezorgd");
    else telling.fout("herinnering_bezorgd", `${id} ${status} ${times} times on ${today}`);
  }
  for (const handle of handles.values())
    if (!kwam.has(handle) && toezicht.verstuurd(handle, noticeWords.dagbericht.summary, today.toString()) > 0)
      telling.fout("herinnering_bezorgd", `${handle} without a bundle on ${today}`);
}

async function sluitWeek(dag: Dag): Promise<void> {
  const { s, sql, telling } = dag;
  await kijkRegieNa(sql, telling);
  const wrong = (await broken(s)).filter((rule) => !rule.startsWith("a notice that nobody will get"));
  telling.goed("wat_er_staat_klopt");
  for (const rule of wrong) telling.fout("wat_er_staat_klopt", `${rule} on ${dag.today}`);
  const { database, keys } = s.bot().world;
  const log = await verifyLog({ database, keys, swvId: demoSwvId });
  if (log.ok && log.verslag.heel) telling.goed("logboek_klopt");
  else telling.fout("logboek_klopt", `on ${dag.today}`);
  const metrics = await fetch(`${s.bot().url}/metrics`);
  leesMee(telling, await metrics.text(), `metrics on ${dag.today}`);
}

/** How many rows there are at the end: that something happened at all. */
async function tellingen(sql: Sql): Promise<Record<string, number>> {
  const from: Readonly<Record<string, string>> = {
    hulpvragen: "hulpvraag",
    klaargezet: "hulpvraag where klaargezet_op is not null",
    rondes: "overlegronde where status = 'gesloten'",
    besluiten: "besluit",
    aangeboden: "regierol_aanbod",
    regierollen: "regierol where soort = 'actief'",
    afgesloten: "hulpvraag where status = 'afgesloten'",
    ingetrokken: "hulpvraag where status = 'ingetrokken'",
    termijnen: "termijn",
    herinneringen: "herinnering",
    dagberichten: "dagbericht",
    verlof: "verlof",
    kennisgevingen: "kennisgeving",
    gebeurtenissen: "gebeurtenis",
  };
  const rows = await sql.query(
    z.object({ n: z.array(z.number()) }),
    `select array[${Object.values(from)
      .map((one) => `(select count(*)::int from ${one})`)
      .join()}] as n`,
  );
  return Object.fromEntries(Object.keys(from).map((name, index) => [name, rows[0]?.n[index] ?? 0]));
}

/** The same number of activities to the smallest bot there is, in the same run. */
async function echoVan(s: Story, activities: number): Promise<number> {
  const echo = await startEcho(s.teams);
  const started = performance.now();
  for (let done = 0; done < activities; done += 1) await echo.call();
  const seconds = (performance.now() - started) / 1000;
  await echo.stop();
  return seconds;
}
