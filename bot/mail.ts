/** What the courier does for who does not hear something in the own chat: a neutral mail, or a word to the ib. */
import { calendarFileName, calendarPlace, calendarTitle } from "#cards/agenda-file.ts";
import { mailWords, pointerMail } from "#cards/mail.ts";
import type { Mail } from "#outside/mail.ts";
import { type Mailfeit, mailFor, mailsoortOf, mailTaken, tellReach } from "#usecases/bereik.ts";
import { pointerFor } from "#usecases/bezorging.ts";
import type { ClaimedNotice, NoticeEnd } from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { fileOf } from "./file.ts";
import { again } from "./notice-end.ts";

/** `end`: how it ended in Teams. */
export async function otherWay(world: World, notice: ClaimedNotice, end: NoticeEnd): Promise<NoticeEnd> {
  if (!mailsoortOf(notice.soort)) {
    const pointed = await point(world, notice);
    // What had to be told was not: it comes when the chat opens.
    return pointed?.status === "later" ? pointed : end;
  }
  const mailed = await byMail(world, notice);
  const reached = mailed?.status === "verzonden";
  if (!mailed || reached) await tellReach(world, notice, { reached });
  return mailed ?? end;
}

/** Who works nowhere any more has no card to look at: what stands in the own calendar goes by mail, or stays there. */
export async function lastMail(world: World, notice: ClaimedNotice): Promise<NoticeEnd> {
  const mailed = mailsoortOf(notice.soort) === "vervallen" ? await byMail(world, notice) : null;
  return mailed ?? { status: "vervallen" };
}

/** The bundle stands in the chat, and was not read: by mail, or not at all. */
export async function unreadMail(world: World, notice: ClaimedNotice): Promise<NoticeEnd> {
  return (await point(world, notice)) ?? { status: "vervallen" };
}

/** A mail that only says that something waits in the chat; null when none can go. */
async function point(world: World, notice: ClaimedNotice): Promise<NoticeEnd | null> {
  const adres = world.mail ? await pointerFor(world, notice) : null;
  return adres ? post(world, notice, { to: adres, ...pointerMail, file: null }) : null;
}

/** Null when no mail can go. */
async function byMail(world: World, notice: ClaimedNotice): Promise<NoticeEnd | null> {
  if (!world.mail) return null;
  const feit = await mailFor(world, notice);
  if (feit === "taken") return { status: "verzonden" };
  if (!feit) return null;
  const file = { name: calendarFileName, body: fileOf(world, icsOf(feit), feit.adres) };
  return post(world, notice, { to: feit.adres, ...mailWords(feit), file });
}

async function post(world: World, notice: ClaimedNotice, mail: Omit<Mail, "id">): Promise<NoticeEnd | null> {
  const sent = await world.mail?.send({ id: notice.id, ...mail });
  if (!sent) return null;
  if (sent.ok) {
    await mailTaken(world, notice);
    return { status: "verzonden" };
  }
  world.log("warning", { code: "mail_mislukt", id: notice.id, kind: sent.code });
  return sent.problem === "later" ? again(world, notice, sent.code) : null;
}

function icsOf({ soort, agendaId, minuten, scholen, plaats, ...rest }: Mailfeit) {
  const { datum, begin, deelnameLink, volgorde } = rest;
  return {
    id: agendaId,
    volgorde,
    onderwerp: calendarTitle(scholen),
    datum,
    begin,
    duurMinuten: minuten,
    plaats: calendarPlace(plaats),
    deelnameLink,
    vervallen: soort === "vervallen",
  };
}
