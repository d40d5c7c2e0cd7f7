import { recordEvent } from "#database/event.ts";
import { saveNotices } from "#database/notice.ts";
import {
  ensureLid,
  ensurePersoon,
  ensureSchool,
  ensureSwv,
  ensureSzt,
  ensureVakantie,
  type LidSetup,
  type SchoolSetup,
  untiedLeden,
} from "#database/setup.ts";
import type { Regio } from "#domain/code.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { recountTerms, tellClosedRondes } from "./kalender.ts";
import { ensureMembershipTimers } from "./lidmaatschap.ts";
import { momentprikWithout } from "./momentprik-due.ts";
import { settleSoon } from "./team-timer.ts";
import type { World } from "./world.ts";

export interface SetUp {
  readonly swv: string;
  readonly schools: readonly SchoolSetup[];
  readonly people: readonly LidSetup[];
  /** Teams group of an SZT, by the name of the SZT. */
  readonly groups?: ReadonlyMap<string, string>;
  readonly vakanties: readonly {
    readonly regio: Regio;
    readonly van: Temporal.PlainDate;
    readonly tot: Temporal.PlainDate;
    readonly naam: string;
  }[];
}

/** What a set-up leaves to be done by hand. */
export interface SetUpDone {
  /** Memberships of an ib, coo or directeur that count for no school: the SZT serves more, and nobody said which one. */
  readonly zonderSchool: number;
}

/** Brings schools, teams and people up to date, all or nothing; running it again changes only what differs. */
export async function setUp(
  world: Pick<World, "database" | "swvId"> & { readonly chance: Pick<World["chance"], "uuid"> },
  facts: SetUp,
): Promise<SetUpDone> {
  const { uuid } = world.chance;
  const schoolIds = new Map<string, string>();
  const changed = new Set<string>();
  const teams = new Set<string>();
  const zonderSchool = await world.database.transact(taskScope(world.swvId, "inrichting"), async (tx) => {
    await ensureSwv(tx, facts.swv);
    const szts = new Map<string, string>();
    for (const school of facts.schools) {
      const sztId =
        szts.get(school.szt) ??
        (await ensureSzt(tx, uuid(), school.szt, facts.groups?.get(school.szt) ?? null));
      szts.set(school.szt, sztId);
      schoolIds.set(school.brin, await ensureSchool(tx, uuid(), sztId, school));
    }
    for (const lid of facts.people) {
      const sztId = szts.get(lid.szt) ?? (await ensureSzt(tx, uuid(), lid.szt, null));
      const persoonId = await ensurePersoon(tx, uuid(), lid);
      const schoolId = lid.school ? (schoolIds.get(lid.school) ?? null) : null;
      if (lid.school && !schoolId) throw new Error("a membership of a school that is not set up");
      if (await ensureLid(tx, uuid(), { persoonId, sztId, schoolId }, lid)) {
        changed.add(persoonId);
        teams.add(sztId);
      }
    }
    // A membership can end here, today or later: then nothing of a case may stay behind in that chat.
    await ensureMembershipTimers(tx, world);
    await saveNotices(tx, uuid, await refreshedChats(tx, [...changed], `inrichting:${uuid()}`));
    for (const vakantie of facts.vakanties) await ensureVakantie(tx, uuid(), vakantie);
    await recordEvent(tx, {
      soort: "inrichting_bijgewerkt",
      sztId: null,
      gegevens: { scholen: facts.schools.length, lidmaatschappen: facts.people.length },
    });
    return untiedLeden(tx, todayIn(tx.now));
  });
  // A school in another region, or a new school year, has other holidays. Safe to run again after a stop.
  for (const id of schoolIds.values())
    await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
      await recountTerms(tx, world, id);
      await saveNotices(tx, uuid, await tellClosedRondes(tx, id));
    });
  await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    for (const persoonId of changed)
      await saveNotices(tx, uuid, await momentprikWithout(tx, persoonId, `inrichting:${uuid()}`));
    for (const sztId of teams) await settleSoon(tx, world, sztId);
  });
  return { zonderSchool };
}
