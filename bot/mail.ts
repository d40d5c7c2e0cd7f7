/** What the courier does for who does not hear something in the own chat: a neutral mail, or a word to the ib. */
import { calendarFileName, calendarPlace, calendarTitle } from "#cards/agenda-file.ts";
import { mailWords } from "#cards/mail.ts";
import { type Mailfeit, mailFor, mailsoortOf, mailTaken, tellReach } from "#usecases/bereik.ts";
import type { ClaimedNotice, NoticeEnd } from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { fileOf } from "./file.ts";
import { again } from "./notice-end.ts";

/** `end`: how it ended in Teams. */
export async function otherWay(world: World, notice: ClaimedNotice, end: NoticeEnd): Promise<NoticeEnd> {
  if (!mailsoortOf(notice.soort)) return end;
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

/** Null when no mail can go. */
async function byMail(world: World, notice: ClaimedNotice): Promise<NoticeEnd | null> {
  if (!world.mail) return null;
  const feit = await mailFor(world, notice);
  if (feit === "taken") return { status: "verzonden" };
  if (!feit) return null;
  const sent = await world.mail.send({
    id: notice.id,
    to: feit.adres,
    ...mailWords(feit),
    file: { name: calendarFileName, body: fileOf(world, icsOf(feit), feit.adres) },
  });
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
