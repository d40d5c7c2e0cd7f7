import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { neutralCard } from "#cards/neutral.ts";
import type { Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aRegierol,
  aToestemming,
  date,
  moment,
  someLeerling,
  takenBack,
} from "#test/domain/a-dossier.ts";
import { send } from "#test/stories/hand.ts";
import { pressesIn } from "#test/stories/leak-scene.ts";
import { wordsOf } from "#test/stories/story.ts";
import { differences, outsideOf } from "./outside.ts";
import { shownTo, toChannel } from "./property.ts";
import { aScene, type Played, players, type Scene } from "./scene.ts";
import { insertRows, rowsOf } from "./seed.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 120_000);
afterAll(() => scene.close());

const running = (over: Partial<Dossier> = {}): Dossier =>
  aDossier({
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    leerling: seal(someLeerling({ naam: "Kanarievogel" })),
    ...over,
  });
const beside = aDossier({ referentie: "HV-7000", leerling: seal(someLeerling({ naam: "Iemand" })) });

/** What goes to the channel when the post is sent at this moment, with something in between if need be. */
async function postedAt(
  dossiers: readonly Dossier[],
  at: string,
  between: () => Promise<void> = async () => undefined,
): Promise<Played> {
  await scene.put(dossiers);
  scene.story.clock.set(moment(at));
  return scene.watch(async () => {
    await scene.save([toChannel(scene)]);
    await between();
  });
}

const wordsIn = ({ calls }: Played): string =>
  calls
    .filter(({ conversation }) => !scene.owners.has(conversation ?? ""))
    .map(({ body }) => JSON.stringify(body))
    .join("\n");

async function expectLikeNeverThere(played: Played, at: string): Promise<void> {
  const never = await postedAt([beside], at);
  const readers = new Set([...played.readers, ...never.readers, "noor", "bram"]);
  const of = (one: Played) => outsideOf(scene, one, { kind: "all", readers });
  expect(differences(of(played), of(never))).toEqual([]);
}

/** The answers of the parents as they are after they took it back, written beside those that stand. */
async function takeBack(dossier: Dossier): Promise<void> {
  const { toestemming } = dossier;
  if (!toestemming) throw new Error("nothing to take back");
  const after = { ...dossier, toestemming: takenBack(toestemming, date("2026-11-23")) };
  const { toestemming_antwoord: answers = [] } = rowsOf([after], scene.keys, scene.place);
  await insertRows(scene.admin, { toestemming_antwoord: answers.slice(toestemming.antwoorden.length) });
}

describe("T4: the moment of sending decides", () => {
  it("a toestemming that was taken back between planning and sending: as if it never was there", async () => {
    const dossier = running();
    const at = "2026-11-23T09:00";
    expect(wordsIn(await postedAt([dossier, beside], at))).toContain(dossier.referentie);
    const played = await postedAt([dossier, beside], at, () => takeBack(dossier));
    expect(wordsIn(played)).toContain(beside.referentie);
    await expectLikeNeverThere(played, at);
  });

  it("while Teams is away and the post is tried again: as if it never was there, but for the tries", async () => {
    const dossier = running();
    const channel = scene.story.teams.world().teams[0]?.channels[0]?.id ?? "";
    const played = await postedAt([dossier, beside], "2026-11-23T09:00", async () => {
      scene.story.teams.fault({ kind: "503", for: 1, conversation: channel });
      await scene.story.settle();
      await takeBack(dossier);
      await scene.story.wait("PT1M");
      scene.story.teams.clearFaults();
    });
    expect(wordsIn(played)).toContain(beside.referentie);
    expect(wordsIn(played)).not.toContain(dossier.referentie);
  });

  it("it ends at midnight", async () => {
    const dossier = running({ toestemming: aToestemming({ geldigTot: date("2026-11-23") }) });
    expect(wordsIn(await postedAt([dossier, beside], "2026-11-23T23:59:59"))).toContain(dossier.referentie);
    await expectLikeNeverThere(await postedAt([dossier, beside], "2026-11-24T00:00"), "2026-11-24T00:00");
  });

  it("the month of the sixteenth birthday begins: the parents' answers carry nothing any more", async () => {
    const dossier = running({
      leerling: seal(someLeerling({ naam: "Kanarievogel", geboortemaand: "2010-12" })),
    });
    expect(wordsIn(await postedAt([dossier, beside], "2026-11-30T23:59:59"))).toContain(dossier.referentie);
    await expectLikeNeverThere(await postedAt([dossier, beside], "2026-12-01T00:00"), "2026-12-01T00:00");
  });

  it.each([
    ["a partner", "scp1", true],
    ["the holder of the regierol, who may go on knowing that it is there", "smw1", false],
  ])(
    "an old card, pressed after the toestemming was taken back, shows no name: %s",
    async (_, who, nothing) => {
      const dossier = running({ koppelingen: [{ persoonId: "scp1", tot: null }] });
      await scene.put([dossier]);
      const { story } = scene;
      const as = players[who] ?? "";
      const cards = async () =>
        (await story.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ card }) => card);
      await scene.save([shownTo(scene, who, dossier.referentie)]);
      await story.settle();
      const newest = (await cards()).at(-1);
      expect(wordsOf(newest), "there was something to see").toContain("Kanarievogel");
      await takeBack(dossier);
      for (const { verb, t } of pressesIn(newest)) {
        const answer = await send(story, as, { verb, t });
        const said = `${answer.message ?? ""}${wordsOf(answer.card)}${wordsOf(answer.dialog?.card)}`;
        expect(said, verb).not.toMatch(nothing ? /Kanarievogel|HV-4821/ : /Kanarievogel/);
      }
      await scene.save([{ ...shownTo(scene, who, dossier.referentie), sleutel: "nog eens" }]);
      await story.settle();
      expect(JSON.stringify(await cards())).not.toContain("Kanarievogel");
      if (nothing) expect((await cards()).at(-1)).toEqual(neutralCard());
    },
  );
});
