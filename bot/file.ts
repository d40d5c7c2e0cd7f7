/** Files by link: a calendar file, a letter, the folder, a report or a copy of all data, each once; and the calendar that one person subscribes to. */
import {
  calendarFileName,
  calendarPlace,
  calendarTitle,
  calendarWords,
  feedFileName,
} from "#cards/agenda-file.ts";
import { type Blad, briefBlad, briefFileName, folderBlad, folderFileName } from "#cards/brief-blad.ts";
import { calendarFile, type IcsRonde, invitationFile } from "#outside/ics.ts";
import { sheetFile } from "#outside/pdf.ts";
import { takeBrief } from "#usecases/brief.ts";
import {
  type CalendarRound,
  type CalendarTijdvak,
  feedRounds,
  takeCalendarRound,
  takeTijdvak,
} from "#usecases/calendar-file.ts";
import { takeFolder } from "#usecases/folder.ts";
import type { World } from "#usecases/world.ts";
import * as inzage from "./inzage.ts";
import type { FileDesk } from "./server.ts";
import { file as ownItem } from "./tijdvak.ts";
import * as verslag from "./verslag.ts";

const type = "text/calendar; charset=utf-8";

/** One desk for each kind: a link to another kind is not theirs, and stays as it is. */
export function file(world: World): FileDesk {
  const desks: readonly FileDesk[] = [
    round(world),
    tijdvak(world),
    ownItem(world),
    letter(world),
    leaflet(world),
    inzage.file(world),
    verslag.file(world),
  ];
  return async (token) => {
    for (const desk of desks) {
      const found = await desk(token);
      if (found) return found;
    }
    return null;
  };
}

const round =
  (world: World): FileDesk =>
  async (token) => {
    const ronde = await takeCalendarRound(world, token);
    return ronde && { name: calendarFileName, type, body: fileOf(world, icsOf(ronde), ronde.email) };
  };

const tijdvak =
  (world: World): FileDesk =>
  async (token) => {
    const found = await takeTijdvak(world, token);
    return found && { name: calendarFileName, type, body: fileOf(world, icsOfTijdvak(found), found.email) };
  };

/** One event for one person, with whoever invites always the same: only then a calendar takes an end of it. */
export function fileOf(world: World, ics: IcsRonde, aan: string | null): string {
  const now = world.clock.now();
  if (aan === null) return calendarFile([ics], calendarWords, now);
  const afzender = `noreply@${new URL(world.publicUrl).hostname}`;
  return invitationFile(ics, { afzender, aan }, { words: calendarWords, now });
}

const letter =
  (world: World): FileDesk =>
  async (token) => {
    const inhoud = await takeBrief(world, token);
    return inhoud && printed(briefFileName, briefBlad(inhoud));
  };

const leaflet =
  (world: World): FileDesk =>
  async (token) => {
    const inhoud = await takeFolder(world, token);
    return inhoud && printed(folderFileName, folderBlad(inhoud));
  };

async function printed(name: string, blad: Blad) {
  return { name, type: "application/pdf", body: await sheetFile({ ...blad }) };
}

export function feed(world: World): FileDesk {
  return async (token) => {
    const found = await feedRounds(world, token);
    if (!found) return null;
    const events = [...found.rondes.map(icsOf), ...found.tijdvakken.map(icsOfTijdvak)];
    return { name: feedFileName, type, body: calendarFile(events, calendarWords, world.clock.now()) };
  };
}

/** Only these leave: no people, nothing that is discussed. */
function icsOf({ ronde, scholen, volgorde, vervallen }: CalendarRound): IcsRonde {
  const { id, datum, begin, duurMinuten, plaats, deelnameLink } = ronde;
  return {
    id,
    volgorde,
    onderwerp: calendarTitle(scholen),
    datum,
    begin,
    duurMinuten,
    plaats: calendarPlace(plaats),
    // Who does not take part any more has no business in the meeting.
    deelnameLink: vervallen ? null : deelnameLink,
    vervallen,
  };
}

/** Of one person and one item: its id is no one else's, and it tells a time, a place and a link. */
export function icsOfTijdvak({ gezien, persoonId }: CalendarTijdvak): IcsRonde {
  const { puntId, icsVolgorde, datum, begin, minuten, soort } = gezien;
  const on = gezien.soort === "komt" ? gezien : null;
  return {
    id: `${puntId}-${persoonId}`,
    volgorde: icsVolgorde,
    onderwerp: calendarTitle(on?.scholen ?? []),
    datum,
    begin,
    duurMinuten: minuten,
    plaats: on ? calendarPlace(on.plaats) : "",
    deelnameLink: on?.deelnameLink ?? null,
    vervallen: soort === "vervallen",
  };
}
