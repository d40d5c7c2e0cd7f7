import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as dagbericht from "#bot/dagbericht.ts";
import { stampsFor } from "#bot/stamp.ts";
import * as taken from "#bot/taken.ts";
import * as voortgang from "#bot/voortgang.ts";
import { dagberichtCard, dagberichtWords } from "#cards/dagbericht.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { takenWords } from "#cards/taken.ts";
import { taakVerb } from "#cards/taken-row.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Actor } from "#domain/scope.ts";
import { type TaakGezien, taakWeg } from "#domain/taak.ts";
import { checkCard } from "#test/cards/check-card.ts";
import { aHeld, dossierOf, noticesTo, termsOf } from "#test/usecases/a-besluit.ts";
import { anAct, date, done } from "#test/usecases/an-intake.ts";
import { bundlesOf, startDays, until } from "#test/usecases/day-by-day.ts";
import { reading } from "#test/usecases/on-agenda.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import { aDesk, cardOf, type Desk, textOf } from "./a-desk.ts";

let t: TestWorld;
let desk: Desk;
let noor: Actor;
let bram: Actor;
let id: string;
beforeAll(async () => {
  t = await aWorld();
  desk = aDesk(t, { ...dagbericht.routes, ...taken.routes, ...voortgang.routes }, [
    dagbericht.presenter,
    taken.presenter,
  ]);
  [noor, bram] = (await Promise.all(["noor", "bram"].map((handle) => t.actor(handle)))) as [Actor, Actor];
  id = await aHeld(t, { ib: noor, houder: bram });
  await startDays(t);
  await until(t, "2026-11-30T09:00");
});
afterAll(() => t.close());

async function bundleCard(actor: Actor) {
  const bundle = (await bundlesOf(t, actor)).at(-1)?.id ?? "";
  const stamps = stampsFor(t.world, actor.persoonId);
  const presented = await dagbericht.presenter.present(t.world, actor, bundle, stamps);
  if (!presented) throw new Error("no bundle");
  return presented;
}

/** The list of all tasks as it stands in the chat of this person. */
async function listCard(actor: Actor) {
  const presented = await taken.presenter.present(
    t.world,
    actor,
    actor.persoonId,
    stampsFor(t.world, actor.persoonId),
  );
  if (!presented) throw new Error("no list");
  return presented.card;
}

describe("the daily message", () => {
  it("names the task and the pupil on the card, and nothing in the preview", async () => {
    const { card, summary } = await bundleCard(bram);
    expect(checkCard(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain("Kanarie");
    expect(`${summary} ${card.fallbackText}`).not.toMatch(/Kanarie|HV-/);
  });

  it("is moved from the card: within bounds, with a reason", async () => {
    const { card } = await bundleCard(bram);
    const form = cardOf(await desk.press(bram, card, taakVerb.vraagUitstel));
    expect(checkCard(form)).toEqual([]);
    // Three schooldagen on, not the last day that is allowed.
    expect(JSON.stringify(form)).toContain('"value":"2026-12-03"');
    expect(
      textOf(await desk.press(bram, form, taakVerb.uitstel, { op: "2027-03-01", reden: "geen_tijd" })),
    ).toContain("Kies maandag 14 december 2026 of eerder");
    expect((await desk.press(bram, form, taakVerb.uitstel, { op: "2026-12-04" })).kind).toBe("dialoog");
    const moved = await desk.press(bram, form, taakVerb.uitstel, { op: "2026-12-04", reden: "geen_tijd" });
    expect(moved).toEqual({ kind: "klaar", melding: takenWords.postponed });
    expect(await termsOf(t, id)).toContain("eerste_contact 2026-12-04");
    expect(await desk.press(bram, form, taakVerb.uitstel, { op: "2026-12-04", reden: "geen_tijd" })).toEqual({
      kind: "melding",
      tekst: pressWords.already,
    });
  });

  it("no longer counts what was put off, and shows its new day", async () => {
    const { card } = await bundleCard(bram);
    const words = JSON.stringify(card);
    expect(words).toContain("Er wacht nu niets op je.");
    expect(words).toMatch(/Later gezet.*Vrijdag 4 december 2026/);
  });

  it("is done in one press, and the same card then says so", async () => {
    const { card } = await bundleCard(bram);
    const shown = await desk.press(bram, card, taakVerb.dagGedaan);
    expect(textOf(shown)).toContain(dagberichtWords.done);
    expect(textOf(shown)).toContain("Gedaan");
    expect(textOf(await desk.press(bram, card, taakVerb.dagGedaan))).toContain(pressWords.already);
    expect((await termsOf(t, id)).some((term) => term.startsWith("eerste_contact"))).toBe(false);
  });

  it("of one person is neutral in the hands of another", async () => {
    const { card } = await bundleCard(bram);
    const [term] = (await dossierOf(t, id)).termijnen.filter(({ soort }) => soort === "voortgang");
    const about = { id: term?.id ?? "", versie: term?.versie ?? 0 };
    expect(await desk.send(noor, taakVerb.dagGedaan, about)).toEqual({ kind: "kaart", card: neutralCard() });
    expect(await desk.send(noor, taakVerb.vraagUitstel, about)).toEqual({
      kind: "melding",
      tekst: pressWords.stale,
    });
    expect(card).toBeDefined();
  });
});

describe("mijn taken", () => {
  it("show everything that is open, and answer a press with what is left", async () => {
    const card = await listCard(bram);
    expect(checkCard(card)).toEqual([]);
    const left = await desk.press(bram, card, taakVerb.taakGedaan);
    expect(textOf(left)).toContain(takenWords.done);
  });

  it("come below in the chat as one message that keeps up, for oneself only", async () => {
    const about = { id: bram.persoonId, versie: 0 };
    expect(await desk.send(bram, startVerb.taken, about)).toEqual({
      kind: "melding",
      tekst: takenWords.below,
    });
    expect(await noticesTo(t, bram, bram.persoonId)).toEqual(["taken_getoond"]);
    const stamps = stampsFor(t.world, noor.persoonId);
    expect(await taken.presenter.present(t.world, noor, bram.persoonId, stamps)).toBeNull();
    await reading(t, bram.persoonId, [bram], "taken");
    const [term] = (await dossierOf(t, id)).termijnen.filter(
      ({ soort, status }) => soort === "actielijnen" && status === "open",
    );
    done(await completeTermijn(anAct(t, bram), { id: term?.id ?? "", versie: term?.versie ?? 0 }));
    expect((await noticesTo(t, bram, bram.persoonId)).at(-1)).toBe("taken_ververst");
  });

  it("ask at the review whether the approach works", async () => {
    const form = cardOf(await desk.press(bram, await listCard(bram), taakVerb.vraagReview));
    expect((await desk.press(bram, form, taakVerb.review, {})).kind).toBe("dialoog");
    const again = cardOf(await desk.press(bram, await listCard(bram), taakVerb.vraagReview));
    const answers = {
      langer: "ja",
      werkt: "ja",
      andersNodig: "nee",
      besprokenMet: "ouders",
      uitkomst: "werkt",
    };
    expect(await desk.press(bram, again, taakVerb.review, answers)).toMatchObject({ kind: "klaar" });
  });
});

describe("a card with many tasks", () => {
  const aTaak = (index: number): TaakGezien => ({
    id: `5a2b7c1e-0000-4000-8000-00000000e${String(index).padStart(3, "0")}`,
    versie: 3,
    hulpvraagId: "5a2b7c1e-0000-4000-8000-00000000f001",
    hulpvraagVersie: 12,
    soort: "actie",
    stand: "te_laat",
    vervalt: date("2026-11-20"),
    referentie: "HV-4821",
    school: "Openbare basisschool De Regenboog aan de Maas",
    aanspreek: "ouders",
    leerling: "Marie-Louise van den Berg-Oosterhuis",
    omschrijving:
      "Bespreek met de ouders hoe het thuis gaat en wat er op school al wel en niet lukt. ".repeat(3),
    vanMij: true,
    verantwoordelijke: "actiehouder",
    wie: "Saskia de Wit",
    weg: taakWeg.actie,
    kanUitstellen: true,
  });

  it.each([1, 6, 7, 12, 13, 60])(
    "of %i fits in a message of Teams with real tokens, and says what is left",
    (amount) => {
      const data = {
        datum: date("2026-11-23"),
        vandaag: date("2026-11-23"),
        taken: Array.from({ length: amount }, (_, i) => aTaak(i)),
        vervallen: false,
      };
      const token = stampsFor(t.world, bram.persoonId)(bram.persoonId, 0);
      const card = dagberichtCard(data, token);
      expect(checkCard(card)).toEqual([]);
      const rows = JSON.stringify(card).split(`"verb":"${taakVerb.dagGedaan}","data"`).length - 1;
      const rest = amount - rows;
      expect(rows).toBeGreaterThanOrEqual(Math.min(amount, 6));
      if (rest > 0) expect(JSON.stringify(card)).toContain(`En nog ${rest}`);
    },
  );
});
