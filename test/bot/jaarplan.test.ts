import { afterAll, describe, expect, it } from "vitest";
import { registry } from "#bot/nouns.ts";
import { show } from "#bot/on-card.ts";
import { stampsFor } from "#bot/stamp.ts";
import { jaarplanWords } from "#cards/jaarplan.ts";
import { jaarplanVerb } from "#cards/jaarplan-verb.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import type { Actor } from "#domain/scope.ts";
import { checkCard } from "#test/cards/check-card.ts";
import { castOf } from "#test/usecases/a-cast.ts";
import { joinLink, sztOf } from "#test/usecases/a-round.ts";
import { aWorld } from "#test/world.ts";
import { myJaarplannen } from "#usecases/jaarplan.ts";
import { aDesk, cardOf, textOf } from "./a-desk.ts";

const made: ReturnType<typeof aWorld>[] = [];
afterAll(async () => {
  for (const world of made) await (await world).close();
});

async function stage() {
  const world = aWorld();
  made.push(world);
  const cast = await castOf(world);
  return { ...cast, desk: aDesk(cast.t, registry.routes, registry.presenters) };
}
type Stage = Awaited<ReturnType<typeof stage>>;

const filled = (over: Record<string, string> = {}) => ({
  schooljaar: "2026",
  weken: "6",
  weekdag: "di",
  begin: "13:30",
  duur: "60",
  plaats: "op_school_en_online",
  link: joinLink,
  ...over,
});

const onRitme = ({ desk }: Stage, actor: Actor, szt: string) =>
  desk.send(actor, jaarplanVerb.ritme, { id: szt, versie: 0 });

/** The card of the plan as it stands in the chat of this person. */
async function standing({ t, noor }: Stage, actor: Actor) {
  const [plan] = await myJaarplannen(t.world, noor);
  if (!plan) throw new Error("no plan");
  return show(
    t.world,
    actor,
    { kind: "onderwerp", onderwerp: { soort: "jaarplan", id: plan.id } },
    registry.presenters,
  );
}

async function proposed(on: Stage) {
  const form = await onRitme(on, on.noor, sztOf(on.noor));
  expect(await on.desk.press(on.noor, cardOf(form), jaarplanVerb.ritmeOpslaan, filled())).toEqual({
    kind: "klaar",
    melding: jaarplanWords.made,
  });
  return cardOf(await standing(on, on.noor));
}

describe("a year plan from the chat", () => {
  it("is asked for in words, proposed from a form, and confirmed with one press", async () => {
    const on = await stage();
    const { t, desk, noor, bram } = on;
    const command = registry.commands.overlegronde_plannen;
    const stamps = stampsFor(t.world, noor.persoonId);
    const ask = () =>
      command?.({ world: t.world, actor: noor, stamps, slots: { reeks: true }, activityId: "a1" });
    expect(JSON.stringify(await ask())).toContain("Heel schooljaar");
    const card = await proposed(on);
    expect(await ask()).toMatchObject({ kind: "onderwerp", onderwerp: { soort: "jaarplan" } });
    expect(checkCard(card)).toEqual([]);
    const done = await desk.press(noor, card, jaarplanVerb.vaststellen);
    expect(textOf(done)).toContain("5 rondes staan vast. Iedereen krijgt bericht.");
    expect(textOf(done)).toContain("Vastgesteld");
    expect(textOf(await standing(on, bram))).toContain("di 15 dec");
    // An old card changes nothing.
    expect(textOf(await desk.press(noor, card, jaarplanVerb.vaststellen))).toContain(pressWords.already);
  });

  it("comes back filled in, with what is wrong in words", async () => {
    const on = await stage();
    const form = await onRitme(on, on.noor, sztOf(on.noor));
    const tries: [Record<string, string>, string][] = [
      [{ weekdag: "zo" }, "kies een dag van de week."],
      [{ weken: "9" }, "kies om de hoeveel weken."],
      [{ duur: "1000" }, "kies 15 tot 240 minuten."],
      [{ plaats: "online", link: "" }, "wie online meedoet, heeft een link nodig."],
      [{ link: "https://zoom.example/j/1" }, "dit is niet de link om deel te nemen."],
      [{ begin: "05:00" }, "kies een tijd tussen 07:00 en 21:00 uur."],
      [{ schooljaar: "2040" }, "dit schooljaar kan nu niet gepland worden."],
    ];
    for (const [over, words] of tries) {
      const back = await on.desk.press(on.noor, cardOf(form), jaarplanVerb.ritmeOpslaan, filled(over));
      expect(back.kind).toBe("dialoog");
      expect(textOf(back)).toContain(words);
      expect(checkCard(cardOf(back))).toEqual([]);
    }
  });

  it("is confirmed in part, with another day for one round, and can be ended", async () => {
    const on = await stage();
    const { desk, noor } = on;
    const card = await proposed(on);
    const dag = await desk.press(noor, card, jaarplanVerb.dag);
    const [plan] = await myJaarplannen(on.t.world, noor);
    const [first, second] = plan?.regels ?? [];
    const holiday = await desk.press(noor, cardOf(dag), jaarplanVerb.dagOpslaan, {
      ronde: first?.id ?? "",
      datum: "2026-12-22",
    });
    expect(textOf(holiday)).toContain("kerstvakantie");
    const empty = await desk.press(noor, cardOf(dag), jaarplanVerb.dagOpslaan, { ronde: "", datum: "" });
    expect(textOf(empty)).toContain("kies een ronde.");
    const moved = await desk.press(noor, cardOf(dag), jaarplanVerb.dagOpslaan, {
      ronde: first?.id ?? "",
      datum: "2026-12-17",
    });
    expect(moved).toEqual({ kind: "klaar", melding: jaarplanWords.moved });
    const kies = await desk.press(noor, cardOf(await standing(on, noor)), jaarplanVerb.kies);
    expect(textOf(kies)).toContain("donderdag 17 december 2026");
    const none = await desk.press(noor, cardOf(kies), jaarplanVerb.kiesOpslaan, { rondes: "" });
    expect(textOf(none)).toContain("kies er ten minste één.");
    const some = [first?.id, second?.id].join(",");
    expect(await desk.press(noor, cardOf(kies), jaarplanVerb.kiesOpslaan, { rondes: some })).toMatchObject({
      kind: "klaar",
      melding: "2 rondes staan vast. Iedereen krijgt bericht. 3 dagen zijn overgeslagen.",
    });
    const stop = await desk.press(noor, cardOf(await standing(on, noor)), jaarplanVerb.vraagStoppen);
    expect(textOf(stop)).toContain("2 rondes gaan niet door.");
    expect(await desk.press(noor, cardOf(stop), jaarplanVerb.stoppen)).toMatchObject({ kind: "klaar" });
    expect(textOf(await standing(on, noor))).toContain("Gestopt");
  });

  it("is neutral for who does not plan, on the form, on the card and on a card that was forwarded", async () => {
    const on = await stage();
    const { desk, noor, bram, wim, esther } = on;
    const card = await proposed(on);
    const neutral = neutralCard();
    for (const other of [bram, wim, esther]) {
      expect(cardOf(await onRitme(on, other, sztOf(noor)))).toEqual(neutral);
      expect(cardOf(await standing(on, other))).toEqual(neutral);
      expect(cardOf(await desk.press(other, card, jaarplanVerb.vaststellen))).toEqual(neutral);
    }
  });

  it("forgets ids of nobody, and of rounds of another plan", async () => {
    const on = await stage();
    const { desk, noor } = on;
    const card = await proposed(on);
    const kies = await desk.press(noor, card, jaarplanVerb.kies);
    const strange = "5a2b7c1e-0000-4000-8000-00000000dead";
    const said = await desk.press(noor, cardOf(kies), jaarplanVerb.kiesOpslaan, { rondes: strange });
    expect(textOf(said)).toContain(jaarplanWords.notNow);
    const dag = await desk.press(noor, card, jaarplanVerb.dag);
    const other = await desk.press(noor, cardOf(dag), jaarplanVerb.dagOpslaan, {
      ronde: strange,
      datum: "2026-12-17",
    });
    expect(textOf(other)).toContain(jaarplanWords.notNow);
    expect(textOf(await standing(on, noor))).toContain("Voorstel");
  });
});
