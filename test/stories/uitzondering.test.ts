import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inzageSchema } from "#domain/inzage.ts";
import { buttonsOf, type Data, form, type Held, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { joins } from "./leak-scene.ts";
import { canaries, days, path, regenboog, type StepName } from "./path.ts";
import { numberOf } from "./race.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/**
 * The parents are not asked, for asking would endanger the child: the ib asks, the directeur decides, one round speaks of
 * it with the smallest circle. Each test begins where one of the moments below was kept.
 */
let s: Story;
let hv = "";
type Back = (last?: "last") => Promise<void>;
const at: Partial<Record<"intake" | "gevraagd" | "ja" | "agenda" | "besproken", Back>> = {};
const from = async (moment: keyof typeof at): Promise<void> => {
  const back = at[moment];
  if (!back) throw new Error(`${moment} was not kept`);
  await back();
};

const reden = "Het kind zegt dat er straf komt: strafkanarie.";
const motivatie = "Vragen brengt het kind in gevaar: motiefkanarie.";
const verslag = "De zorgen zijn besproken: verslagkanarie.";
const request = /Vraag over HV/;
/** In the circle: the ib, and of the kernteam Saskia. */
const kring = /Saskia/;
const outside = ["bram", "peter", "hanna", "yasmina", "fatima", "joost", "esther", "daan", "ruud"];

async function make(name: StepName, before: Pressed | null = null): Promise<Pressed | null> {
  const step = path.find((one) => one.name === name);
  const held = await step?.ready(s, regenboog, before);
  const pressed = held ? await held.press() : null;
  await s.settle();
  return pressed;
}

/** The form in which the ib asks, by the overview of the toestemming. */
async function askForm(as = "noor"): Promise<Pressed> {
  return s.send(as, await s.press(as, "Toestemming"), {}, "Vraag de directeur");
}

const askData = (opened: Pressed, more: Data = {}): Data => ({
  redenen: "druk_op_kind",
  reden,
  kring: choice.of(opened, "kring", kring),
  veiligThuis: "nog_niet",
  ...more,
});

async function decideForm(as = "wim"): Promise<Pressed> {
  return s.press(as, "Besluiten", {}, request);
}

/** Filled in, not sent yet; `kring` is what stands ticked in the form. */
async function holdDecision(besluit: "ja" | "nee"): Promise<Held> {
  const opened = await decideForm();
  return form(s, "wim", opened, { besluit, kring: choice.of(opened, "kring", kring), motivatie });
}

async function decide(besluit: "ja" | "nee"): Promise<Pressed> {
  const sent = await (await holdDecision(besluit)).press();
  await s.settle();
  return sent;
}

async function putOn(): Promise<void> {
  const opened = await s.press("noor", "Zet op een agenda", {}, /Klaargezet/);
  await s.send("noor", opened, { ronde: choice.of(opened, "ronde", /26 november/), minuten: "10" });
}

const personal = async (as: string) =>
  (await s.teams.inbox({ as })).filter(({ scope, from }) => scope === "personal" && from === "bot");

async function channel(): Promise<string> {
  const posts = await Promise.all(
    ["noor", "bram", "wim"].map(async (as) =>
      (await s.teams.inbox({ as })).filter(({ scope }) => scope === "channel"),
    ),
  );
  return JSON.stringify(posts.flat().map(({ summary, text, card }) => ({ summary, text, card })));
}

/** Nobody else can read of the child, or that the directeur was asked. */
async function expectSilence(more: readonly string[] = []): Promise<void> {
  for (const as of [...outside, ...more]) {
    const seen = await s.everything(as);
    expect(seen, as).not.toMatch(canaries);
    expect(seen, as).not.toMatch(request);
    expect(seen, as).not.toContain(hv);
  }
  expect(await channel()).not.toContain(hv);
  expect(await channel()).not.toMatch(/kanarie|directeur besl|uitzondering/i);
}

/** What can be pressed on the cards of this person now. */
async function buttonsIn(as: string): Promise<readonly Data[]> {
  return (await personal(as)).flatMap(({ card }) =>
    buttonsOf(card).map(({ data: { verb, t } }) => ({ verb, t })),
  );
}

beforeAll(async () => {
  s = await aStory();
  // A second directeur of this school, and one of another: neither was asked.
  await joins(s, "joost", "directeur");
  let before: Pressed | null = null;
  for (const name of ["leerling", "vraag", "tafel"] as const) before = await make(name, before);
  hv = await numberOf(s);
  await make("plannen");
  at.intake = await s.save();
  const opened = await askForm();
  await s.send("noor", opened, askData(opened, { directeur: choice.of(opened, "directeur", /Wim/) }));
  at.gevraagd = await s.save();
  await decide("ja");
  at.ja = await s.save();
  await make("klaarzetten");
  await putOn();
  at.agenda = await s.save();
  await make("openen");
  await make("aanwezigheid");
  const besluit = await s.press("noor", "Besluit");
  await s.send("noor", besluit, { besluiten: "basisondersteuning", afweging: "afwegingkanarie" });
  await make("sluiten");
  at.besproken = await s.save();
});
afterAll(() => s.close());

describe("the ib asks", () => {
  it("not without a reason, a text, the kernteam, and whether Veilig Thuis is there", async () => {
    await from("intake");
    const opened = await askForm();
    // The client keeps what is empty; what it lets through is looked at again.
    const empty = await s.send("noor", opened, { kring: "" });
    expect(empty.dialog).toBeUndefined();
    const directeur = choice.of(opened, "directeur", /Wim/);
    const sent = await s.send("noor", opened, askData(opened, { directeur, kring: "" }));
    const words = wordsOf(sent.dialog?.card);
    expect(words).toContain("Pas aan");
    expect(words).toContain("kies ook iemand van het kernteam");
    expect(await s.count("uitzondering")).toBe(0);
  });

  it("and a refusal alone is no danger", async () => {
    await from("intake");
    const opened = await askForm();
    const directeur = choice.of(opened, "directeur", /Wim/);
    const again = await s.send("noor", opened, askData(opened, { directeur, redenen: "ouder_weigert" }));
    expect(wordsOf(again.dialog?.card)).toContain("Dat is op zich geen gevaar");
    expect(await s.count("uitzondering")).toBe(0);
    await s.send("noor", again, askData(opened, { directeur, redenen: "ouder_weigert", gevaar: "true" }));
    expect(await s.count("uitzondering")).toBe(1);
    expect(wordsOf((await s.see("wim", request)).card)).toContain("Een ouder mag nee zeggen");
  });

  it("and the directeur who was asked gets it in the own chat, without a name of the leerling", async () => {
    await from("gevraagd");
    const item = await s.see("wim", request);
    const words = wordsOf(item.card);
    expect(words).toContain("strafkanarie");
    expect(words).toContain("Noor Visser");
    expect(item.summary).toBe("Er is een vraag aan jou");
    expect(await s.everything("wim")).not.toMatch(/zwaantje|kanarievogel|vraagkanarie/i);
    expect(await s.plaintext()).not.toMatch(/strafkanarie/);
    expect(wordsOf((await s.see("noor", request)).card)).toContain("Wacht op een besluit");
    await expectSilence();
    expect(await broken(s)).toEqual([]);
  });

  it("and finds it again, by its number or as what there is to do; the number tells others nothing", async () => {
    await from("gevraagd");
    const number = /HV-\d{4}/.exec(wordsOf((await s.see("wim", request)).card))?.[0] ?? "";
    for (const text of [number, "mijn taken"]) {
      const said = await s.say("wim", text);
      expect(said.map(({ card }) => wordsOf(card)).join(), text).toContain("Wacht op een besluit");
    }
    expect(await s.everything("lotte")).not.toContain(number);
  });

  it("with the name typed in the text: the directeur reads [naam]", async () => {
    await from("intake");
    const opened = await askForm();
    const directeur = choice.of(opened, "directeur", /Wim/);
    const data = askData(opened, { directeur, reden: "Zwaantje Kanarievogel krijgt straf." });
    const warned = await s.send("noor", opened, data);
    if (warned.dialog) {
      const replaced = await s.send("noor", warned, data, "Haal het eruit");
      await s.send("noor", replaced, { ...data, reden: "[naam] krijgt straf." });
    }
    expect(await s.count("uitzondering")).toBe(1);
    expect(await s.everything("wim")).not.toMatch(canaries);
  });

  it("once: two presses make one request", async () => {
    await from("intake");
    const opened = await askForm();
    const directeur = choice.of(opened, "directeur", /Wim/);
    const held = form(s, "noor", opened, askData(opened, { directeur }));
    await Promise.all([held.press(), send(s, "noor", held.sends)]);
    await s.settle();
    expect(await s.count("uitzondering")).toBe(1);
    expect((await personal("wim")).filter(({ card }) => request.test(wordsOf(card)))).toHaveLength(1);
  });

  it("and the meldcode is a task of the ib beside it", async () => {
    await from("gevraagd");
    expect(await s.count("termijn where soort = 'meldcode_stap' and status = 'open'")).toBe(1);
  });
});

describe("the directeur decides", () => {
  it("not without a motivation", async () => {
    await from("gevraagd");
    const opened = await decideForm();
    const empty = await s.send("wim", opened, { besluit: "ja", motivatie: "" });
    expect(empty.dialog).toBeUndefined();
    const sent = await s.send("wim", opened, { besluit: "ja", motivatie: " " });
    expect(wordsOf(sent.dialog?.card)).toContain("Pas aan");
    expect(await s.count("uitzondering_besluit")).toBe(0);
  });

  it("and nobody else: not the ib, not another directeur, not somebody of another school", async () => {
    await from("gevraagd");
    const held = await holdDecision("ja");
    for (const as of ["noor", "joost", "saskia", "fatima", "esther", "ruud", "bram"]) {
      const answer = await send(s, as, held.sends);
      expect(`${answer.message ?? ""}${wordsOf(answer.card)}`, as).not.toMatch(/strafkanarie|Vastgelegd/);
      await s.settle();
      expect(await s.count("uitzondering_besluit"), as).toBe(0);
    }
    expect(await held.press()).toMatchObject({ status: "ok" });
    await s.settle();
    expect(await s.count("uitzondering_besluit")).toBe(1);
  });

  it("nor who was directeur until yesterday", async () => {
    await from("gevraagd");
    const held = await holdDecision("ja");
    await s.sql(
      `update lidmaatschap set tot = '2026-11-22' where functie = 'directeur' and persoon_id = (select id from persoon where email like 'wim@%')`,
    );
    await held.press();
    await s.settle();
    expect(await s.count("uitzondering_besluit")).toBe(0);
  });

  it("once: two presses give one decision", async () => {
    await from("gevraagd");
    const held = await holdDecision("ja");
    await Promise.all([held.press(), send(s, "wim", held.sends)]);
    await s.settle();
    expect(await s.count("uitzondering_besluit")).toBe(1);
    expect(await s.count("gebeurtenis where soort = 'uitzondering_besloten'")).toBe(1);
  });

  it("no: the ib reads why, and nothing can be discussed", async () => {
    await from("gevraagd");
    await decide("nee");
    const words = wordsOf((await s.see("noor", request)).card);
    expect(words).toContain("Mag niet");
    expect(words).toContain("motiefkanarie");
    await expect(make("klaarzetten")).rejects.toThrow("no button");
    await expectSilence(["saskia"]);
  });

  it("yes: it is ready for that round, and nobody hears of it before it is on the agenda", async () => {
    await from("ja");
    expect(wordsOf((await s.see("noor", request)).card)).toContain("Mag één keer");
    await expectSilence(["saskia"]);
  });

  it("and takes a yes back: off the agenda at once, and gone for the circle", async () => {
    await from("agenda");
    expect(await s.everything("saskia")).toMatch(canaries);
    const had = await buttonsIn("saskia");
    await s.send("wim", await s.press("wim", "Ja terugnemen", {}, request), {});
    await s.settle();
    expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
    await expectSilence(["saskia"]);
    for (const sends of had) {
      const answer = await send(s, "saskia", sends);
      expect(`${answer.message ?? ""}${wordsOf(answer.card)}`, sends.verb).not.toMatch(canaries);
    }
    expect(await broken(s)).toEqual([]);
  });
});

describe("the one round", () => {
  it("shows it to the circle and to nobody else, and the agenda of others is as if it were not there", async () => {
    await from("agenda");
    expect(await s.everything("saskia")).toMatch(/vraagkanarie/);
    await expectSilence();
    expect(await s.everything("wim")).not.toMatch(/zwaantje|kanarievogel|vraagkanarie/i);
    expect(await broken(s)).toEqual([]);
  });

  it("is the only one: another round is no choice", async () => {
    await from("ja");
    await s.say("noor", "plan overleg");
    const link =
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/1";
    const plan = await s.press("noor", "Overleg plannen");
    await s.send("noor", plan, { datum: "2026-12-10", begin: "14:00", link });
    await make("klaarzetten");
    const opened = await s.press("noor", "Zet op een agenda", {}, /Klaargezet/);
    const titles = wordsOf(opened.dialog?.card);
    expect(titles).toContain("26 november");
    expect(titles).not.toContain("10 december");
  });

  it("forwarded, its card shows nothing to anybody", async () => {
    await from("agenda");
    const had = [...(await buttonsIn("noor")), ...(await buttonsIn("saskia")), ...(await buttonsIn("wim"))];
    for (const as of ["bram", "fatima", "joost"])
      for (const sends of had) {
        const answer = await send(s, as, sends);
        expect(`${answer.message ?? ""}${wordsOf(answer.card)}`, `${as} ${sends.verb}`).not.toMatch(
          /kanarie|zwaantje|strafk/i,
        );
      }
  });

  it("is over when it is closed: used once, and nothing of it stays with the circle", async () => {
    await from("agenda");
    const had = (await s.teams.inbox({ as: "saskia" }))
      .filter(({ scope, card }) => scope === "personal" && canaries.test(wordsOf(card)))
      .flatMap(({ card }) => buttonsOf(card).map(({ data: { verb, t } }): Data => ({ verb, t })));
    expect(had.length).toBeGreaterThan(0);
    await from("besproken");
    expect(await s.count("uitzondering where einde = 'gebruikt'")).toBe(1);
    await expectSilence(["saskia"]);
    for (const sends of had) {
      const answer = await send(s, "saskia", sends);
      expect(`${answer.message ?? ""}${wordsOf(answer.card)}`).not.toMatch(canaries);
    }
    expect(wordsOf((await s.see("wim", request)).card)).toContain("Besproken, nu voorbij");
    expect(await broken(s)).toEqual([]);
  });

  it("and the summary in the channel says nothing of it", async () => {
    await from("besproken");
    await make("samenvatting");
    expect(await channel()).toContain("overleg");
    await expectSilence(["saskia"]);
  });

  it("spoken of without the parents it stays, also when they agree before that round is closed", async () => {
    await from("agenda");
    await make("openen");
    await make("aanwezigheid");
    const besluit = await s.press("noor", "Besluit");
    await s.send("noor", besluit, { besluiten: "basisondersteuning", afweging: "afwegingkanarie" });
    await make("toestemming");
    expect(await s.count("toestemming where grondslag = 'schriftelijk'")).toBe(1);
    expect(await s.count("uitzondering where einde = 'gebruikt'")).toBe(1);
    await make("sluiten");
    await make("samenvatting");
    for (const as of outside) expect(await s.everything(as), as).not.toMatch(/afwegingkanarie/);
    expect(await channel()).not.toContain(hv);
    await s.say("bram", hv);
    expect(await s.everything("bram")).not.toMatch(/afwegingkanarie/);
    expect(await broken(s)).toEqual([]);
    // Who was named, and saw nothing of it, has nothing to stop with: that message would tell that it was discussed.
    const no = await s.send("noor", await s.press("noor", "Toestemming"), {}, "Intrekken of bezwaar");
    await s.send("noor", no, { partij: "ouder2", op: days.ronde, vorm: "mondeling" });
    expect(await s.count("toestemming_antwoord where soort = 'ingetrokken'")).toBe(1);
    for (const as of outside) expect(await s.everything(as), as).not.toMatch(/is gestopt/);
  });

  it("and the day goes by without a discussion: it falls away", async () => {
    await from("ja");
    await s.wait(`${days.ronde}T23:59`);
    await s.wait("2026-11-27T00:05");
    await s.settle();
    expect(await s.count("uitzondering where einde = 'vervallen'")).toBe(1);
    await expectSilence(["saskia"]);
  });
});

describe("afterwards", () => {
  it("the ib records what was said, and then looks when the parents can be told", async () => {
    await from("besproken");
    const opened = await s.press("noor", "Bespreking vastleggen", {}, request);
    await s.send("noor", opened, { verslag });
    await s.settle();
    expect(await s.count("uitzondering_verslag")).toBe(1);
    expect(await s.count("termijn where soort = 'ouders_achteraf' and status = 'open'")).toBe(1);
    await expectSilence(["saskia"]);
    expect(await s.everything("wim")).not.toMatch(/verslagkanarie/);
  });

  it("not yet is for a reason and a while, and comes back as a task; told ends it", async () => {
    await from("besproken");
    await s.send("noor", await s.press("noor", "Bespreking vastleggen", {}, request), { verslag });
    const later = await s.press("noor", "Weten de ouders het?", {}, request);
    await s.send("noor", later, { weten: "nog_niet", nogNiet: "niet_veilig", herzienOp: "2026-12-03" });
    expect(
      await s.count("termijn where soort = 'ouders_achteraf' and status = 'open' and vervalt = '2026-12-03'"),
    ).toBe(1);
    await s.wait("2026-12-03T09:00");
    const told = await s.press("noor", "Weten de ouders het?", {}, request);
    await s.send("noor", told, { weten: "ja", verteldOp: "2026-12-03" });
    expect(await s.count("termijn where soort = 'ouders_achteraf' and status = 'open'")).toBe(0);
  });

  it("a copy for the parents leaves it out until they know", async () => {
    await from("besproken");
    const copy = async () => {
      await s.say("noor", `inzage ${hv}`);
      const opened = await s.press("noor", "Gegevens ophalen", {}, /Rechten van ouders en leerling/);
      const made = await s.send("noor", opened, { van: "ouder1,ouder2", identiteit: "bekend" });
      const words = wordsOf(made.dialog?.card);
      const url =
        /"title":"gegevens\.json","url":"([^"]+)"/.exec(JSON.stringify(made.dialog?.card))?.[1] ?? "";
      const answer = await fetch(`${s.bot().url}${new URL(url).pathname}`);
      return { words, inzage: inzageSchema.parse(await answer.json()) };
    };
    const before = await copy();
    expect(before.words).toContain(`${hv} staat niet in de kopie`);
    expect(JSON.stringify(before.inzage)).not.toMatch(
      /HV-|strafkanarie|motiefkanarie|vraagkanarie|uitzondering_ge|niemand/,
    );
    expect(before.words, "an empty copy tells that there is something").toContain("Geef de kopie nu niet");
    const rows = Object.values(before.inzage.tabellen).flat();
    expect(rows, "a leerling without a hulpvraag would tell it too").toEqual([]);
    expect(before.inzage.verwerking.kanOntbreken).toEqual(["avg_23", "uavg_41"]);
    await s.send("noor", await s.press("noor", "Bespreking vastleggen", {}, request), { verslag });
    const told = await s.press("noor", "Weten de ouders het?", {}, request);
    await s.send("noor", told, { weten: "ja", verteldOp: days.ronde });
    const later = await copy();
    expect(later.inzage.verwerking.kanOntbreken, "in every copy").toEqual(["avg_23", "uavg_41"]);
    const after = JSON.stringify(later.inzage);
    for (const word of [hv, "strafkanarie", "motiefkanarie", "verslagkanarie", "vraagkanarie"])
      expect(after).toContain(word);
  });

  it("erasing takes what was asked and decided with it, and the key that locked it", async () => {
    await from("besproken");
    await s.send("noor", await s.press("noor", "Hulpvraag intrekken", {}, new RegExp(hv)), {});
    await s.say("noor", `verwijderen ${hv}`);
    const opened = await s.press("noor", "Alles wissen", {}, /Rechten van ouders en leerling/);
    const tweede = choice.of(opened, "tweede", /Wim/);
    const asked = { reden: "verzoek", tweede, van: "ouder1,ouder2", identiteit: "bekend" };
    await s.send("noor", opened, asked);
    expect(await s.count("datasleutel where verpakt is null")).toBe(0);
    await s.send("wim", await s.press("wim", "Bevestigen"), {});
    await s.settle();
    for (const table of ["hulpvraag", "uitzondering", "uitzondering_besluit"])
      expect(await s.count(table), table).toBe(0);
    expect(await s.count("datasleutel where verpakt is null")).toBe(2);
    expect(await s.everything("wim")).not.toMatch(/strafkanarie|motiefkanarie/);
  });

  it("and the log knows who asked, who decided and who read, with the ground", async () => {
    await from("besproken");
    for (const soort of ["gevraagd", "besloten", "gebruikt"])
      expect(await s.count(`gebeurtenis where soort = 'uitzondering_${soort}' and zaak is not null`)).toBe(1);
    expect(
      await s.count(
        `gebeurtenis g join persoon p on p.id = g.actor_id where g.soort = 'gelezen' and p.email like 'wim@%' and g.gegevens ->> 'als' = 'gevraagde_directeur' and g.zaak is not null`,
      ),
    ).toBeGreaterThan(0);
    expect(
      await s.count(
        `gebeurtenis g join persoon p on p.id = g.actor_id where g.soort = 'gelezen' and p.email like 'saskia@%' and g.grondslag = 'uitzondering'`,
      ),
    ).toBeGreaterThan(0);
  });
});
