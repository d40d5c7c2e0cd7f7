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
import { type CalendarRound, feedRounds, takeCalendarRound } from "#usecases/calendar-file.ts";
import { takeFolder } from "#usecases/folder.ts";
import type { World } from "#usecases/world.ts";
import * as inzage from "./inzage.ts";
import type { FileDesk } from "./server.ts";
import * as verslag from "./verslag.ts";

const type = "text/calendar; charset=utf-8";

/** One desk for each kind: a link to another kind is not theirs, and stays as it is. */
export function file(world: World): FileDesk {
  const desks: readonly FileDesk[] = [
    round(world),
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
    return ronde && { name: calendarFileName, type, body: fileOf(world, ronde) };
  };

function fileOf(world: World, ronde: CalendarRound & { readonly email: string | null }): string {
  const [ics, now] = [icsOf(ronde), world.clock.now()];
  if (ronde.email === null) return calendarFile([ics], calendarWords, now);
  const afzender = `noreply@${new URL(world.publicUrl).hostname}`;
  return invitationFile(ics, { afzender, aan: ronde.email }, { words: calendarWords, now });
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
    const rondes = await feedRounds(world, token);
    return (
      rondes && {
        name: feedFileName,
        type,
        body: calendarFile(rondes.map(icsOf), calendarWords, world.clock.now()),
      }
    );
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
