/**
 * T2 of privacy.md §1, by reflection: every column of every table below a leerling, in every mode. What the channel
 * and outsiders may depend on stands here; everything else must not move them, a new column included.
 */
import { z } from "zod/v4";
import { DatabaseError, withConnection } from "#database/pool.ts";
import { date } from "#test/domain/a-dossier.ts";
import { dossierOf, type Mode, modes, type Secret } from "#test/domain/summary-world.ts";
import { peopleOf } from "#test/stories/leak-look.ts";
import { type Column, columnsBelowLeerling, ground, isStructure, nameOf, shows, variants } from "./column.ts";
import { differences, type Outside, outsideOf } from "./outside.ts";
import type { Finding } from "./property.ts";
import type { Scene } from "./scene.ts";
import { idOf, insertRows } from "./seed.ts";

const openWith = (mode: Mode) =>
  ({ mode, status: "in_uitvoering", holder: "smw", loket: false, nextInDays: 25 }) as const;

const some: Secret = {
  ...{ naam: "Anna", leerjaar: "po_5", kenmerk: "L-12", ageMonths: 110, brokenMonth: "2017-13" },
  ...{ gezag: "beide_ouders", days: ["2026-09-01", "2026-09-02", "2026-09-03"].map(date), vorm: "papier" },
  ...{
    bewaarplaats: "map 3",
    extraGever: true,
    told: date("2026-10-01"),
    wijze: "brief",
    taal: "nederlands",
  },
  ...{ begrepen: "ja", partners: ["smw", "bpo"], validDays: 100, withdrawn: 0, domeinen: ["leren"] },
  ...{ urgentie: "gewoon", alGedaan: ["observatie"], aanTafel: ["smw"], vraag: "Wat helpt?" },
  ...{ gedaanToelichting: "Gesproken", oudersVraag: "Hoe gaat het?", afweging: "Rust", acties: ["Bellen"] },
  ...{ school: "x", sector: "PO", id: "x", leerlingId: "x", inbrengerId: "ib1", hiddenHolder: "bpo1" },
  ...{ secretTerms: [], koppelingen: ["scp1"], versie: 1, rank: 1 },
};
const refOf = (mode: Mode): string => `HV-${2000 + modes.indexOf(mode)}`;
const caseOf = (mode: Mode): string => idOf("hulpvraag", refOf(mode));
const leerlingOf = (mode: Mode): string => idOf("leerling", refOf(mode));

/** One case in each mode, with a row in every table that can hold one. */
async function putAll(
  scene: Scene,
  change: Partial<Secret> = {},
  changed: readonly Mode[] = modes,
): Promise<void> {
  const { swv_id, szt_id, person, held } = scene.place;
  await scene.put(
    modes.map((mode) =>
      dossierOf(refOf(mode), openWith(mode), changed.includes(mode) ? { ...some, ...change } : some),
    ),
  );
  const by = { vastgelegd_door: person("ib1"), vastgelegd_op: "2026-11-20T14:00:00Z" };
  const { key } = { key: "\\x00" };
  const report = { ronde_id: held, swv_id, szt_id, gemaakt_op: "2026-11-20T14:00:00Z" };
  await insertRows(scene.admin, { verslag: [{ ...report, vast_vanaf: "2026-12-04" }] });
  await insertRows(
    scene.admin,
    tableRows((mode) => ({
      leerling_partij: {
        ...{ swv_id, szt_id, leerling_id: leerlingOf(mode), partij: "voogd", stand: "overleden" },
        ...{ hoe: "akte_of_register", vastgesteld_op: "2026-09-01", ...by },
      },
      bewaring: {
        ...{
          id: idOf("bewaring", mode),
          swv_id,
          szt_id,
          leerling_id: leerlingOf(mode),
          reden: "klacht_loopt",
        },
        ...{ tot: "2027-01-10", ...by },
      },
      bewaartermijn: {
        ...{
          hulpvraag_id: caseOf(mode),
          swv_id,
          szt_id,
          aangekondigd_op: "2026-11-01",
          wissen_op: "2029-01-01",
        },
      },
      correctie: {
        ...{ id: idOf("correctie", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), tekst: key, ...by },
        ...{ besluit_id: idOf("besluit", refOf(mode)), gevraagd_door: ["ouder1"] },
      },
      verslag_wijziging: {
        ...{ id: idOf("wijziging", mode), swv_id, szt_id, ronde_id: held, hulpvraag_id: caseOf(mode) },
        ...{ besluit_id: idOf("besluit", refOf(mode)), tekst: key, status: "open" },
        ...{ voorgesteld_door: person("smw1"), voorgesteld_op: "2026-11-20T14:00:00Z" },
      },
      genodigde: {
        ...{ agendapunt_id: idOf("agendapunt", refOf(mode)), swv_id, szt_id, persoon_id: person("smw1") },
        ...{ functie: "smw", stand: "gevraagd", datum: "2026-11-20", begin: "13:45", minuten: 20 },
        ...{ ronde_volgorde: 0, komst: "online", aanwezigheid: "online" },
        ...{ gevraagd_door: person("ib1"), gevraagd_op: "2026-11-16T14:00:00Z" },
      },
      bijdrage: {
        ...{ id: idOf("bijdrage", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), inhoud: key },
        ...{ persoon_id: person("smw1"), gegeven_op: "2026-11-20T14:00:00Z" },
      },
      regierol_aanbod: {
        ...{
          id: idOf("aanbod", mode),
          swv_id,
          szt_id,
          hulpvraag_id: caseOf(mode),
          persoon_id: person("smw1"),
        },
        ...{ besluit_id: idOf("besluit", refOf(mode)), status: "aanvaard", gevraagd_door: person("ib1") },
        ...{ aangeboden_op: "2026-11-20T14:00:00Z", beantwoord_op: "2026-11-20T15:00:00Z" },
      },
      voortgang: {
        ...{ id: idOf("voortgang", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), hoe: "goed" },
        ...{ contact: true, meer_hulp: false, ...by },
      },
      terugblik: {
        ...{
          id: idOf("terugblik", mode),
          swv_id,
          szt_id,
          hulpvraag_id: caseOf(mode),
          langer: true,
          werkt: "ja",
        },
        ...{ anders_nodig: false, besproken_met: ["ouders"], uitkomst: "werkt", ...by },
      },
      doelbereik: {
        ...{ swv_id, szt_id, hulpvraag_id: caseOf(mode), sociaal_emotioneel: "bereikt", ouders: "deels" },
        ...{ samenwerking: "niet", passende_hulp: "weet_ik_niet", leerkracht: "bereikt", ...by },
      },
      aanmelding: {
        ...{ id: idOf("aanmelding", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), bij: "loket" },
        ...{ akkoord_op: "2026-11-20", akkoord_van: ["ouder1"], verstuurd_op: "2026-11-20" },
        ...{ ontvangen_op: "2026-11-20", ...by },
      },
      traject: {
        ...{ id: idOf("traject", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), ...by },
        ...{ gestart_op: "2026-11-02", tussen_op: "2026-11-20", tussen_stand: "op_koers" },
        ...{ verlengd_op: "2026-11-20", verlengd_reden: "bijna_bereikt", verlengd_weken: 4 },
      },
      traject_genodigde: {
        ...{ id: idOf("genodigde", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), gekoppeld: true },
        ...{ traject_id: idOf("traject", mode), persoon_id: person("scp1"), gevraagd_door: person("ib1") },
        gevraagd_op: "2026-11-20T14:00:00Z",
      },
      wachtplek: {
        ...{ id: idOf("wachtplek", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), soort: "logopedie" },
        ...{ sinds: "2026-10-05", verwacht_tot: "2027-03-01", ...by },
      },
      overbrugging: {
        ...{ id: idOf("overbrugging", mode), swv_id, szt_id, hulpvraag_id: caseOf(mode), ...by },
        ...{ wachtplek_id: idOf("wachtplek", mode), soort: "kindgesprekken", door: "smw" },
        ...{ doel: "naar_school", van: "2026-11-20", tot: "2026-12-18" },
      },
      pauze: {
        ...{
          id: idOf("pauze", mode),
          swv_id,
          szt_id,
          hulpvraag_id: caseOf(mode),
          reden: "gezin_tijdelijk_weg",
        },
        ...{ van: "2026-11-16", tot: "2026-11-20", begonnen_door: person("smw1") },
        ...{ begonnen_op: "2026-11-16T09:00:00Z", gestopt_op: "2026-11-18", gestopt_door: person("ib1") },
      },
      regierol_voorstel: {
        ...{
          id: idOf("voorstel", mode),
          swv_id,
          szt_id,
          hulpvraag_id: caseOf(mode),
          door_id: person("smw1"),
        },
        ...{
          aan_id: person("ib1"),
          reden: "geen_tijd",
          stand: "voorgesteld",
          voorgesteld_op: "2026-11-20T14:00:00Z",
        },
      },
      waarneming: {
        ...{
          id: idOf("waarneming", mode),
          swv_id,
          szt_id,
          hulpvraag_id: caseOf(mode),
          voor_id: person("smw1"),
        },
        ...{ door_id: person("ib1"), van: "2026-12-01", tot: "2026-12-11", stand: "afgesproken" },
        ...{ gevraagd_door: person("smw1"), gevraagd_op: "2026-11-20T14:00:00Z", akkoord_van: ["ouder1"] },
        ...{ akkoord_op: "2026-11-20" },
      },
      herinnering: {
        ...{ swv_id, szt_id, termijn_id: idOf("termijn", `${refOf(mode)}/voortgang`), stap: "op" },
        ...{ persoon_id: person("smw1"), dagbericht_id: idOf("dagbericht", 1), te_laat: false },
        gemaakt_op: "2026-11-20T14:00:00Z",
      },
    })),
  );
}

type Row = Readonly<Record<string, unknown>>;

function tableRows(of: (mode: Mode) => Readonly<Record<string, Row>>): Readonly<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const mode of modes)
    for (const [table, row] of Object.entries(of(mode))) all[table] = [...(all[table] ?? []), row];
  return all;
}

/** What texts that are locked are varied by: the world is written again with another value. */
const locked: Readonly<Record<string, readonly Partial<Secret>[]>> = {
  "leerling.gegevens": [
    { naam: "" },
    { naam: "Zed <b>x</b>" },
    { leerjaar: "vo_2" },
    { kenmerk: null },
    { ageMonths: 60 },
  ],
  "hulpvraag.vraag": [{ vraag: null }, { vraag: "lang ".repeat(50) }],
  "hulpvraag.gedaan_toelichting": [{ gedaanToelichting: null }, { gedaanToelichting: "null" }],
  "hulpvraag.ouders_vraag": [{ oudersVraag: null }, { oudersVraag: "a‮b" }],
  "besluit.afweging": [{ afweging: "" }, { afweging: "lang ".repeat(50) }],
  "uitzondering.reden": [{ afweging: "" }],
  "uitzondering_besluit.motivatie": [{ afweging: "" }],
  "uitzondering_verslag.tekst": [{ afweging: "" }],
  "actie.omschrijving": [{ acties: [""] }, { acties: ["lang ".repeat(50)] }],
  "toestemming_antwoord.bewaarplaats": [{ bewaarplaats: null }, { bewaarplaats: "<b>" }],
};

/** What outsiders get right after the summary was released, and when they ask. */
async function seen(scene: Scene, readers: ReadonlySet<string>): Promise<Outside> {
  const { story, place } = scene;
  const played = await scene.watch(async () => {
    await scene.save([
      {
        soort: "samenvatting_plaatsen",
        aan: { kanaalSztId: place.szt_id },
        onderwerpId: place.held,
        sztId: place.szt_id,
        sleutel: "samenvatting",
      },
    ]);
    await story.settle();
    await story.teams.say({ as: "fatima", in: "personal", text: refOf("schriftelijk") });
    await story.teams.say({ as: "wim", in: "personal", text: "weekbericht" });
  }, readers);
  return outsideOf(scene, played, { kind: "all", readers });
}

/** Changes the rows of these modes alone. */
type Change = (modes: readonly Mode[]) => Promise<"done" | "refused" | "nothing">;

export interface Probed {
  readonly findings: readonly Finding[];
  readonly columns: number;
  readonly runs: number;
}

/** `only`: some columns, for a leak that is seeded. */
export async function fields(scene: Scene, only?: readonly string[]): Promise<Probed> {
  await putAll(scene);
  const back = await scene.keep();
  // The ib of another school and the directeur are outside in any world; what the others see is for T1.
  const readers = new Set(peopleOf(scene.story).filter((as) => as !== "fatima" && as !== "wim"));
  const usual = await seen(scene, readers);
  let runs = 0;
  const moves: Moves = async (change, changed, inChannel) => {
    await back();
    const done = await change(changed);
    if (done !== "done") return done;
    runs += 1;
    const found = differences(usual, await seen(scene, readers));
    const counts = inChannel ? found.filter((where) => where.startsWith("calls: channel")) : found;
    return counts.length > 0 ? "moves" : "stands";
  };
  const findings: Finding[] = [];
  const columns = (await columnsBelowLeerling(scene)).filter(
    (column) => !isStructure(column) && (only?.includes(nameOf(column)) ?? true),
  );
  for (const column of columns) {
    findings.push(...(await judged(nameOf(column), changesOf(scene, column), moves)));
  }
  return { findings, columns: columns.length, runs };
}

type Moved = "moves" | "stands" | "refused" | "nothing";
/** `inChannel`: what may show must show in the post itself, not only in what was released for it. */
type Moves = (change: Change, changed: readonly Mode[], inChannel: boolean) => Promise<Moved>;

async function judged(name: string, changes: readonly Change[], moves: Moves): Promise<readonly Finding[]> {
  const may = shows[name] ?? [];
  /** Of what must not show two other values are enough, beside the pairs of T1 and the texts that are written again. */
  const first = async (
    changed: readonly Mode[],
    { most = changes.length, inChannel = false } = {},
  ): Promise<boolean | null> => {
    let any: boolean | null = null;
    let done = 0;
    for (const change of changes) {
      const moved = await moves(change, changed, inChannel);
      if (moved === "moves") return true;
      if (moved === "stands") done += 1;
      if (moved !== "nothing") any = false;
      if (done === most) break;
    }
    return any;
  };
  if (ground.includes(name)) return (await first(modes, { inChannel: true })) ? [] : [`T2: ${name} is dead`];
  const hidden = modes.filter((mode) => !may.includes(mode));
  const texts = (locked[name] ?? []).length;
  const moved = await first(hidden, may.length > 0 ? {} : { most: texts + 2 });
  // What the database refuses cannot be, and so cannot show.
  if (moved === null && may.length === 0) return [`T2: ${name} could not be changed`];
  const findings = moved ? [`T2: ${name} shows in one of ${hidden.join(", ")}`] : [];
  for (const mode of may)
    if (!(await first([mode], { inChannel: true }))) findings.push(`T2: ${name} is dead in ${mode}`);
  return findings;
}

function changesOf(scene: Scene, column: Column): readonly Change[] {
  const written = (locked[nameOf(column)] ?? []).map(
    (change): Change =>
      async (changed) => {
        await putAll(scene, change, changed);
        return "done";
      },
  );
  const updated = variants(column, scene).map(
    (value): Change =>
      (changed) =>
        withConnection({ url: scene.admin, applicationName: "boundary" }, async (connection) => {
          await connection.script("set session_replication_role = replica");
          const condition = `(${column.below}) and "${column.column}" is distinct from ${value}`;
          const ids = changed.map(leerlingOf);
          try {
            const rows = await connection.query(
              z.object({ n: z.number() }),
              `with gedaan as (update ${column.table} set "${column.column}" = ${value} where ${condition} returning 1)
               select count(*)::int as n from gedaan`,
              [ids],
            );
            return (rows[0]?.n ?? 0) > 0 ? "done" : "nothing";
          } catch (error) {
            // A check of the row: the database does not let it be so.
            if (error instanceof DatabaseError && error.code.startsWith("23")) return "refused";
            throw error;
          }
        }),
  );
  return [...written, ...updated];
}
