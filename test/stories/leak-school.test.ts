import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tijdvakVerb } from "#cards/tijdvak-verb.ts";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { todayIn } from "#domain/today.ts";
import { demoSchools, demoSetUp, demoSwvId } from "#local/demo.ts";
import { setUp } from "#usecases/set-up.ts";
import { holding, shownTo } from "./leak-look.ts";
import { aReady, fill, intake, joins, plan, putOn } from "./leak-scene.ts";
import { aStory, choice, type Story } from "./story.ts";

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

const zwaan = {
  mark: /zwaan|kwikstaart/i,
  naam: "Zwaantje Kwikstaart",
  vraag: "Loopt vast bij het samen spelen",
  partners: "smw,scp,bpo",
};

test("the ib of another school that the SZT serves is shown nothing of a concept", async () => {
  const s = await aStory();
  try {
    const hv = await intake(s, zwaan);
    expect(await shownTo(s, hv)).toBe("noor");
    await secondSchool(s);
    expect(await shownTo(s, hv)).toBe("noor");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  } finally {
    await s.close();
  }
}, 200_000);

test("the ib of another school that takes part does not hear that somebody was asked for an item out of sight", async () => {
  const s = await aStory();
  try {
    const kind = { ...zwaan, partners: "smw,leerplicht" };
    await joins(s, "marijke", "leerplicht");
    await secondSchool(s);
    const hv = await aReady(s, kind);
    await plan(s, "2026-11-26", { also: ["Joost"] });
    await putOn(s, hv);
    const before = await toasts(s, "joost");
    await s.sql("update persoon set email = null where naam = 'Marijke Jansen'");
    s.teams.fault({ kind: "blocked", conversation: "personal:marijke", for: 50 });
    await fill(s, "noor", [tijdvakVerb.kies, tijdvakVerb.kiesOpslaan], (opened) => ({
      genodigden: choice.of(opened, "genodigden", /Marijke/),
    }));
    await s.settle();
    expect((await toasts(s, "noor")).at(-1)).toBe("Iemand krijgt geen bericht over een overleg");
    expect(await toasts(s, "joost")).toEqual(before);
  } finally {
    await s.close();
  }
}, 200_000);

const toasts = async (s: Story, as: string) =>
  (await s.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ summary }) => summary);
