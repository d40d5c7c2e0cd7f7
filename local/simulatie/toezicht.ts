/** Reads along with all that leaves the bot: who got what, where it stood, and when. */
import { z } from "zod/v4";
import { noticeWords } from "#cards/notice.ts";
import { goesFirst, noticeKindSchema } from "#domain/notice.ts";
import { amsterdam } from "#domain/today.ts";
import type { Call, Delivery } from "#local/teams/core.ts";
import { at, text } from "#local/teams/json.ts";
import type { TeamsService } from "#local/teams/service.ts";
import type { LogLine } from "#usecases/world.ts";
import { type Merken, merkenIn, noemtGeboorte, soortVan } from "./merk.ts";
import type { Telling } from "./telling.ts";
import type { Sql } from "./vraag.ts";

/** Somebody who can sit behind a chat. */
export interface Ontvanger {
  readonly handle: string;
  readonly persoonId: string;
}

export interface Toezicht {
  /** Holds what left the bot since the last time against the rules; `sinds`: when that began. */
  kijkNa(sql: Sql, sinds: Temporal.Instant): Promise<void>;
  /** So many new messages with this summary came to this person on this day. */
  verstuurd(handle: string, summary: string, dag: string): number;
  /** Somebody pressed or typed something: what comes at once after it is an answer. */
  sprak(handle: string): void;
  /** Something came by mail instead. */
  gemaild(handle: string, dag: string): boolean;
  /** Calls of which the bot could not know whether they arrived. */
  onzeker(handle: string, dag: string): number;
  readonly activiteiten: () => number;
  ken(ontvanger: Ontvanger): void;
  stop(): void;
}

/** An answer to a press comes within so many minutes. */
const antwoordMinuten = 10;

/**
 * What may ring outside 07:00–18:00 and in the weekend, by design, by summary, because that is what a phone shows: what
 * somebody asked for, however late Teams takes it, and what is about a round that is being held.
 */
export const magAltijd: ReadonlySet<string> = new Set(
  noticeKindSchema.options.filter(goesFirst).map((kind) => noticeWords[kind].summary),
);

export function houdToezicht(parts: {
  readonly teams: TeamsService;
  readonly now: () => Temporal.Instant;
  readonly telling: Telling;
  readonly merken: Merken;
}): Toezicht {
  const { teams, now, telling, merken } = parts;
  const people = teams.world().people;
  const eigenaar = new Map(
    people.flatMap((one) => [[one.personal, one.id] as const, [one.aadObjectId, one.id] as const]),
  );
  const personen = new Map<string, string>();
  const sprak = new Map<string, Temporal.Instant>();
  const aantal = new Map<string, number>();
  const onzeker = new Map<string, number>();
  const gemaild = new Map<string, number>();
  let laatstePost = 0;
  let calls: Call[] = [];
  let deliveries: Delivery[] = [];
  let activiteiten = 0;
  const offCall = teams.on("call", (call) => calls.push(call));
  const offDelivery = teams.on("delivery", (delivery) => {
    activiteiten += 1;
    deliveries.push(delivery);
  });
  const plus = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  function ziePerOproep(call: Call): readonly Gekregen[] {
    const handle = eigenaar.get(call.conversation ?? "");
    const body = JSON.stringify(call.body ?? "");
    const summary = text(at(call.body, "summary")) ?? "";
    const arrived = call.status > 0 && call.status < 300;
    const lokaal = Temporal.Instant.from(call.at).toZonedDateTimeISO(amsterdam);
    if (call.fault === undefined && [412, 413, 429].includes(call.status))
      telling.fout("binnen_wat_teams_neemt", `${call.op} ${call.status} ${call.at}`);
    else telling.goed("binnen_wat_teams_neemt");
    buiten(`${summary} ${call.path}`, `${call.op} summary or path ${call.at}`);
    if (handle === undefined) buiten(body, `${call.op} ${call.at}`);
    const nieuw = call.op === "send" || call.op === "reply";
    if (handle !== undefined && nieuw && (arrived || call.status === 0)) {
      const dag = lokaal.toPlainDate().toString();
      if (arrived) plus(aantal, `${handle} ${dag} ${summary}`);
      if (call.fault !== undefined) plus(onzeker, `${handle} ${dag}`);
      if (arrived) stilte(handle, summary, lokaal);
    }
    return handle === undefined ? [] : [{ handle, woorden: merkenIn(body), waar: `${call.op} ${call.at}` }];
  }

  function buiten(what: string, waar: string): void {
    if (merkenIn(what).length > 0 || noemtGeboorte(what)) telling.fout("geen_naam_buiten_eigen_chat", waar);
    else telling.goed("geen_naam_buiten_eigen_chat");
  }

  function stilte(handle: string, summary: string, lokaal: Temporal.ZonedDateTime): void {
    const laatst = sprak.get(handle);
    const antwoord = laatst && laatst.until(lokaal.toInstant()).total("minutes") <= antwoordMinuten;
    const stil = lokaal.hour < 7 || lokaal.hour >= 18 || lokaal.dayOfWeek > 5;
    if (!stil || antwoord || magAltijd.has(summary)) telling.goed("stille_uren");
    else
      telling.fout(
        "stille_uren",
        `${handle} "${summary}" ${lokaal.toPlainDateTime().toString({ smallestUnit: "minute" })}`,
      );
  }

  function ziePerAntwoord({ activity, body, at: op }: Delivery): readonly Gekregen[] {
    const handle = eigenaar.get(text(at(activity, "from", "aadObjectId")) ?? "");
    const woorden = merkenIn(JSON.stringify(body ?? ""));
    return handle === undefined ? [] : [{ handle, woorden, waar: `answer ${op}` }];
  }

  /** What left beside the chats, for who is reached by mail. */
  function leesPost(): void {
    for (const post of teams.mail(laatstePost)) {
      laatstePost = post.n;
      buiten(JSON.stringify(post), `${post.kind} ${post.at}`);
      if (post.kind !== "mail" || !post.to) continue;
      plus(
        gemaild,
        `${post.to} ${Temporal.Instant.from(post.at).toZonedDateTimeISO(amsterdam).toPlainDate()}`,
      );
    }
  }

  return {
    async kijkNa(sql, sinds) {
      const gekregen = [...calls.flatMap(ziePerOproep), ...deliveries.flatMap(ziePerAntwoord)];
      calls = [];
      deliveries = [];
      leesPost();
      await magWeten(sql, gekregen, { sinds, now: now(), personen, merken, telling });
    },
    verstuurd: (handle, summary, dag) => aantal.get(`${handle} ${dag} ${summary}`) ?? 0,
    gemaild: (handle, dag) => gemaild.has(`${handle} ${dag}`),
    onzeker: (handle, dag) => onzeker.get(`${handle} ${dag}`) ?? 0,
    sprak: (handle) => void sprak.set(handle, now()),
    activiteiten: () => activiteiten,
    ken: ({ handle, persoonId }) => void personen.set(handle, persoonId),
    stop() {
      offCall();
      offDelivery();
    },
  };
}

interface Gekregen {
  readonly handle: string;
  readonly woorden: readonly string[];
  readonly waar: string;
}

interface Weten {
  readonly sinds: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly personen: ReadonlyMap<string, string>;
  readonly merken: Merken;
  readonly telling: Telling;
}

/**
 * Who may know of a case, put as simply as it can be: the ib of its school and who brought it in; and while it runs, who
 * works in that team with a function that the toestemming names. What held at some moment since `sinds` counts.
 */
async function magWeten(sql: Sql, gekregen: readonly Gekregen[], weten: Weten): Promise<void> {
  const { personen, merken, telling, sinds, now } = weten;
  const paren = new Map<string, { persoon: string; zaak: string; waar: string }>();
  for (const { handle, woorden, waar } of gekregen) {
    const persoon = personen.get(handle);
    for (const woord of woorden) {
      const zaak = merken.zaakVan(woord);
      if (zaak && persoon)
        paren.set(`${persoon} ${zaak}`, {
          persoon,
          zaak,
          waar: `${handle} ${zaak} ${soortVan(woord)} ${waar}`,
        });
    }
  }
  if (paren.size === 0) return;
  const all = [...paren.values()];
  const fout = await sql.query(
    z.object({ n: z.number() }),
    `select p.n::int as n from unnest($1::uuid[], $2::uuid[]) with ordinality p(persoon, zaak, n)
     where not exists (
       select from hulpvraag h
       join lidmaatschap l on l.persoon_id = p.persoon and l.szt_id = h.szt_id
         and l.van <= ($4::timestamptz at time zone 'Europe/Amsterdam')::date
         and (l.tot is null or l.tot >= ($3::timestamptz at time zone 'Europe/Amsterdam')::date)
       where h.id = p.zaak and (
         (l.functie in ('ib', 'coo') and school_van_lid(l.szt_id, l.functie, l.school_id) = h.school_id)
         or (h.inbrenger_id = p.persoon and (h.status not in ('afgesloten', 'ingetrokken') or h.gewijzigd_op >= $3))
         or (l.functie not in ('directeur', 'bestuurder', 'beheerder')
           and (h.status not in ('concept', 'afgesloten', 'ingetrokken') or h.gewijzigd_op >= $3)
           and exists (
             select from toestemming t where t.hulpvraag_id = h.id and l.functie = any(t.partners)
               and t.geldig_tot >= ($3::timestamptz at time zone 'Europe/Amsterdam')::date
               and (t.vervangen_op is null or t.vervangen_op >= $3)
               and not exists (
                 select from toestemming_antwoord a where a.toestemming_id = t.id
                   and a.soort in ('ingetrokken', 'weigering', 'bezwaar') and a.vastgelegd_op < $3
                   and not exists (select from toestemming_antwoord j where j.toestemming_id = t.id
                     and j.partij = a.partij and j.soort = 'toestemming' and j.vastgelegd_op > a.vastgelegd_op))))))`,
    [all.map(({ persoon }) => persoon), all.map(({ zaak }) => zaak), sinds, now],
  );
  telling.goed("geen_zaak_bij_wie_het_niet_weet", all.length - fout.length);
  for (const { n } of fout) telling.fout("geen_zaak_bij_wie_het_niet_weet", all[n - 1]?.waar ?? "");
}

/** Log lines and figures for a machine: no name, no text. */
export function leesMee(telling: Telling, line: LogLine | string, waar: string): void {
  const words = typeof line === "string" ? line : JSON.stringify(line);
  if (merkenIn(words).length > 0 || noemtGeboorte(words)) telling.fout("geen_naam_buiten_eigen_chat", waar);
  else telling.goed("geen_naam_buiten_eigen_chat");
}
