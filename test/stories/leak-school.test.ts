import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { todayIn } from "#domain/today.ts";
import { demoSchools, demoSetUp, demoSwvId } from "#local/demo.ts";
import { setUp } from "#usecases/set-up.ts";
import { holding, shownTo } from "./leak-look.ts";
import { intake } from "./leak-scene.ts";
import { aStory, type Story } from "./story.ts";

/** A second school comes to the SZT, with an ib and a directeur of its own. */
async function secondSchool(s: Story): Promise<void> {
  const [first] = demoSchools;
  if (!first) throw new Error("an empty practice world");
  const facts = demoSetUp(todayIn(s.now().toInstant()), seedVakanties());
  const zuid = { ...first, brin: "00AA|01", naam: "De Regenboog-Zuid" };
  const people = facts.people.map((lid) => (lid.szt === first.szt ? { ...lid, school: first.brin } : lid));
  const joining = facts.people
    .filter(({ email }) => /^(joost|esther)@/.test(email))
    .map((lid) => ({ ...lid, szt: first.szt, school: zuid.brin, voorzitter: false }));
  const database = openDatabase({
    url: s.db.urls.app,
    applicationName: "leak",
    max: 1,
    clock: { now: () => s.now().toInstant() },
    onError: () => undefined,
  });
  const world = { database, swvId: demoSwvId, chance: { uuid: randomUUID } };
  const done = await setUp(world, {
    ...facts,
    schools: [...facts.schools, zuid],
    people: [
      ...people.map((lid) => (["smw", "scp", "bpo"].includes(lid.functie) ? { ...lid, school: null } : lid)),
      ...joining,
    ],
  });
  await database.close();
  expect(done).toEqual({ zonderSchool: 0 });
  await s.settle();
  await s.wait("PT1M");
}

test("the ib of another school that the SZT serves is shown nothing of a concept", async () => {
  const s = await aStory();
  try {
    const kind = {
      mark: /zwaan|kwikstaart/i,
      naam: "Zwaantje Kwikstaart",
      vraag: "Loopt vast bij het samen spelen",
      partners: "smw,scp,bpo",
    };
    const hv = await intake(s, kind);
    expect(await shownTo(s, hv)).toBe("noor");
    await secondSchool(s);
    expect(await shownTo(s, hv)).toBe("noor");
    expect(await holding(s, kind.mark)).toBe("noor");
  } finally {
    await s.close();
  }
}, 200_000);
