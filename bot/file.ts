/** Calendar files by link: the one-use file of one round, and the subscription of one person. */
import {
  calendarFileName,
  calendarPlace,
  calendarTitle,
  calendarWords,
  feedFileName,
} from "#cards/agenda-file.ts";
import { calendarFile, type IcsRonde } from "#outside/ics.ts";
import { type CalendarRound, feedRounds, takeCalendarRound } from "#usecases/calendar-file.ts";
import type { World } from "#usecases/world.ts";
import type { FileDesk } from "./server.ts";

const type = "text/calendar; charset=utf-8";

export function file(world: World): FileDesk {
  return async (token) => {
    const ronde = await takeCalendarRound(world, token);
    return (
      ronde && {
        name: calendarFileName,
        type,
        body: calendarFile([icsOf(ronde)], calendarWords, world.clock.now()),
      }
    );
  };
}

/** Each desk knows its own links: the first that knows this one gives the file. */
export function firstOf(...desks: readonly ((world: World) => FileDesk)[]): (world: World) => FileDesk {
  return (world) => {
    const open = desks.map((desk) => desk(world));
    return async (token) => {
      for (const desk of open) {
        const found = await desk(token);
        if (found) return found;
      }
      return null;
    };
  };
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
function icsOf({ ronde, scholen }: CalendarRound): IcsRonde {
  const { id, icsVolgorde, datum, begin, duurMinuten, plaats, deelnameLink, status } = ronde;
  return {
    id,
    volgorde: icsVolgorde,
    onderwerp: calendarTitle(scholen),
    datum,
    begin,
    duurMinuten,
    plaats: calendarPlace(plaats),
    deelnameLink,
    vervallen: status === "vervallen",
  };
}
