/** Who hears it how, and what is done for who does not hear it in the own chat. */
import { puntenOf, puntRonde } from "#database/agendapunt.ts";
import { beginMail, mailAdresOf, mailSent, saveBereikfout } from "#database/bereik.ts";
import { loadDossier, teamOf } from "#database/dossier.ts";
import { genodigdeOf } from "#database/genodigde.ts";
import { type ClaimedNotice, saveNotices } from "#database/notice.ts";
import { timesOff } from "#database/overlegronde.ts";
import { after, type Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsOf } from "#database/school.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { NoticeKind } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import type { Tijdvak } from "#domain/tijdvak.ts";
import { todayIn } from "#domain/today.ts";
import { inCalendar } from "./calendar-file.ts";
import { ibsOfSzt, refreshRonde, tell } from "./round-notice.ts";
import { byDaytime } from "./rust.ts";
import type { World } from "./world.ts";

/** What a mail is about. It says when and where, and nothing of what is discussed. */
export const mailsoorten = {
  ronde_uitnodiging: "uitnodiging",
  ronde_verzet: "verzet",
  ronde_link: "link",
  ronde_vervallen: "vervallen",
  ronde_afgemeld: "vervallen",
  tijdvak_uitnodiging: "uitnodiging",
  tijdvak_verzet: "verzet",
  tijdvak_vast: "verzet",
  tijdvak_link: "link",
  tijdvak_begint: "begint",
  tijdvak_vervallen: "vervallen",
} as const satisfies Partial<Record<NoticeKind, string>>;
export type Mailsoort = (typeof mailsoorten)[keyof typeof mailsoorten];

export function mailsoortOf(soort: NoticeKind): Mailsoort | null {
  return Object.hasOwn(mailsoorten, soort) ? mailsoorten[soort as keyof typeof mailsoorten] : null;
}

export interface Mailfeit extends Tijdvak {
  readonly adres: string;
  readonly soort: Mailsoort;
  readonly plaats: RondeFeit["plaats"];
  readonly deelnameLink: string | null;
  readonly scholen: readonly string[];
  /** Of the event in calendars. */
  readonly agendaId: string;
  readonly volgorde: number;
}

function asCourier<T>(world: World, run: (tx: Tx) => Promise<T>): Promise<T> {
  return world.database.transact(taskScope(world.swvId, "koerier"), run);
}

/**
 * From fresh facts what goes by mail for this notice; null when there is nothing (any more) to say, or no address.
 * `taken`: a server has it already.
 */
export function mailFor(world: World, notice: ClaimedNotice): Promise<Mailfeit | "taken" | null> {
  return asCourier(world, async (tx) => {
    const { persoonId, onderwerpSoort } = notice;
    const soort = mailsoortOf(notice.soort);
    const adres = persoonId && (await mailAdresOf(tx, persoonId));
    if (!soort || !persoonId || !adres) return null;
    const found =
      onderwerpSoort === "tijdvak" ? await slotOf(tx, notice, persoonId) : await rondeOf(tx, notice);
    if (!found) return null;
    // What was planned when this notice was made can be off by now, or the other way round.
    const due = found.vervalt === (soort === "vervallen") && (soort !== "begint" || found.begonnen);
    if (!due) return null;
    if (!(await beginMail(tx, notice.id, persoonId))) return "taken";
    const scholen = (await schoolsOf(tx, [found.ronde.sztId])).map(({ naam }) => naam);
    const { plaats, deelnameLink } = found.ronde;
    return { ...found.wanneer, adres, soort, plaats, deelnameLink, scholen };
  });
}

type Wanneer = Tijdvak & { readonly agendaId: string; readonly volgorde: number };
interface Found {
  readonly ronde: RondeFeit;
  readonly wanneer: Wanneer;
  readonly vervalt: boolean;
  /** The own item is spoken of now. */
  readonly begonnen: boolean;
}

async function rondeOf(tx: Tx, { onderwerpId, persoonId }: ClaimedNotice): Promise<Found | null> {
  const [ronde] = await rondesById(tx, [onderwerpId]);
  if (!ronde || ronde.status === "gesloten") return null;
  const { id, datum, begin, duurMinuten } = ronde;
  const keren = persoonId ? ((await timesOff(tx, persoonId, [id])).get(id) ?? 0) : 0;
  const { volgorde, vervallen: vervalt } = inCalendar(ronde, { keren, persoonId: persoonId ?? "" });
  return {
    ronde,
    wanneer: { datum, begin, minuten: duurMinuten, agendaId: id, volgorde },
    vervalt,
    begonnen: false,
  };
}

async function slotOf(tx: Tx, { onderwerpId }: ClaimedNotice, persoonId: string): Promise<Found | null> {
  const genodigde = await genodigdeOf(tx, onderwerpId, persoonId);
  const [ronde] = genodigde ? await rondesById(tx, [genodigde.rondeId]) : [];
  const vervalt = genodigde?.stand === "vervallen";
  // Off because the round did not come to it: that is told after its end.
  if (!genodigde || !ronde || (ronde.status === "gesloten" && !vervalt)) return null;
  const punt = (await puntenOf(tx, ronde.id)).find(({ id }) => id === onderwerpId);
  const { datum, begin, minuten, icsVolgorde: volgorde } = genodigde;
  const wanneer = { datum, begin, minuten, agendaId: `${onderwerpId}-${persoonId}`, volgorde };
  return { ronde, wanneer, vervalt, begonnen: punt?.begonnen ?? false };
}

/** A server took it: it is not sent again. */
export function mailTaken(world: World, notice: ClaimedNotice): Promise<void> {
  return asCourier(world, (tx) => mailSent(tx, notice.id));
}

/** Teams opens no chat with this person: known until the person writes or it works. */
export function learnClosed(world: World, persoonId: string, code: string): Promise<void> {
  return asCourier(world, (tx) => saveBereikfout(tx, persoonId, code));
}

/**
 * Not in the own chat: the card of who plans says how it went. It reached nobody at all: the ib hears so, once for each
 * round and person.
 */
export function tellReach(
  world: World,
  notice: ClaimedNotice,
  { reached }: { readonly reached: boolean },
): Promise<void> {
  return asCourier(world, async (tx) => {
    const { persoonId, onderwerpId } = notice;
    if (!persoonId || !mailsoortOf(notice.soort)) return;
    const rondeId = notice.onderwerpSoort === "tijdvak" ? await puntRonde(tx, onderwerpId) : onderwerpId;
    const [ronde] = rondeId ? await rondesById(tx, [rondeId]) : [];
    if (!ronde || (ronde.status !== "gepland" && ronde.status !== "open")) return;
    const ibs = (await ibsFor(tx, world, { notice, ronde })).filter((id) => id !== persoonId);
    const there = reached ? [] : ibs.filter((id) => ronde.deelnemers.some((one) => one.persoonId === id));
    const notices = [
      ...tell("ronde_onbereikbaar", ronde, { personen: there, feit: persoonId }),
      ...(await refreshRonde(tx, ronde, { feit: `bereik:${notice.id}`, except: there })),
    ];
    if ((await saveNotices(tx, world.chance.uuid, await byDaytime(tx, notices))) > 0) after(tx, world.wake);
  });
}

/** Who comes for one item alone is known to the school of that item: to the ib of another one it would tell that there is one. */
async function ibsFor(
  tx: Tx,
  { keys }: World,
  { notice, ronde }: { readonly notice: ClaimedNotice; readonly ronde: RondeFeit },
): Promise<readonly string[]> {
  const { persoonId, onderwerpId, onderwerpSoort } = notice;
  const today = todayIn(tx.now);
  if (onderwerpSoort !== "tijdvak") return ibsOfSzt(await teamOf(tx, ronde.sztId), today);
  const genodigde = persoonId && (await genodigdeOf(tx, onderwerpId, persoonId));
  const dossier = genodigde ? await loadDossier(tx, keys, genodigde.hulpvraagId) : null;
  return dossier ? ibsOf(dossier, today) : [];
}
