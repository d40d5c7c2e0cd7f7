import assert from "node:assert/strict";
import { afsluitingWords } from "#cards/afsluiting.ts";
import { besluitWords } from "#cards/besluit.ts";
import { calmErrorText } from "#cards/calm-error.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { regierolWords } from "#cards/regierol.ts";
import { toestemmingWords } from "#cards/toestemming-dialog.ts";
import { form, type Held, oldButton } from "./hand.ts";
import { besluitOf, ready, regenboog, type StepName } from "./path.ts";
import { choice, type Pressed, type Story, wordsOf } from "./story.ts";

/** Two people who press at the same moment. One gets it done, the other hears how it stands. */
export interface Race {
  readonly name: string;
  /** Where the story stands when they press. */
  readonly after: StepName;
  ready(s: Story): Promise<readonly [Held, Held]>;
  /** How often each of the possible ends is there now: exactly one of them is, once. */
  readonly ends: readonly string[];
  /** The first of them can take the hulpvraag out of sight of the other. */
  readonly outOfSight?: true;
}

/** The second ib of De Regenboog, beside Noor: a duo job. */
export const duo = "fatima";
/** Keeps the notes, and may see the name. */
export const notulist = "saskia";

const sql = {
  lid: `insert into lidmaatschap (id, swv_id, persoon_id, szt_id, functie, van)
    select gen_random_uuid(), p.swv_id, p.id, s.id, 'ib', '2026-08-01' from persoon p, szt s
    where p.naam like 'Fatima %' and s.naam = 'SZT De Regenboog'`,
};

export const addDuo = (s: Story): Promise<void> => s.sql(sql.lid);

export async function chooseNotulist(s: Story): Promise<void> {
  const opened = await s.press("noor", "Notulist kiezen");
  await s.send("noor", opened, { notulist: choice.of(opened, "notulist", /Saskia/) });
}

/** The newest number of a hulpvraag that the ib sees. */
export async function numberOf(s: Story, ib = "noor"): Promise<string> {
  return /HV-\d{4}/.exec(wordsOf((await s.see(ib, /HV-\d{4}/)).card))?.[0] ?? "";
}

/** Brings the card of the hulpvraag down in somebody's chat. */
async function ask(s: Story, as: string): Promise<void> {
  await s.say(as, await numberOf(s));
}

/** The same form, opened by the second ib. */
async function byDuo(s: Story, step: StepName): Promise<Held> {
  await ask(s, duo);
  return ready(s, step, { ...regenboog, ib: duo });
}

const klaarzetten = (s: Story, as: string) => oldButton(s, as, "Klaarzetten voor de ronde");
const aannemen = (s: Story) => oldButton(s, "bram", "Ja, ik neem de regierol");

const open = "upper_inf(periode)";
const holder = (name: string) =>
  `regierol r join persoon p on p.id = r.houder_id where ${open} and soort = 'actief' and p.naam like '${name} %'`;
const offered = (name: string, status: string) =>
  `regierol_aanbod a join persoon p on p.id = a.persoon_id where status = '${status}' and p.naam like '${name} %'`;

const chair = (name: string) =>
  `overlegronde r join persoon p on p.id = r.voorzitter_id where r.status = 'open' and p.naam like '${name} %'`;

export async function withdrawal(s: Story): Promise<Held> {
  await ask(s, "noor");
  const opened = await s.send("noor", await s.press("noor", "Toestemming"), {}, "Intrekken of bezwaar");
  return form(s, "noor", opened, { partij: "ouder1", op: s.now().toPlainDate().toString() });
}

export const races: readonly Race[] = [
  {
    name: "the chair and the notulist record a besluit",
    after: "aanwezigheid",
    async ready(s) {
      await chooseNotulist(s);
      const theirs = await s.press(notulist, "Besluit");
      const other = { besluiten: "doorlopen,doorzetten_loket", afweging: "Naar het Loket" };
      const own = { ...other, besluiten: "basisondersteuning" };
      return [await ready(s, "besluit"), form(s, notulist, theirs, own)];
    },
    ends: [
      "besluit where 'regierol_toewijzen' = any(besluiten)",
      "besluit where 'basisondersteuning' = any(besluiten)",
    ],
  },
  {
    name: "the chair hands over while the notulist takes over",
    after: "aanwezigheid",
    async ready(s) {
      await chooseNotulist(s);
      const taken = await s.press(notulist, "Ik neem over");
      const opened = await s.press("noor", "Voorzitter wisselen");
      const given = form(s, "noor", opened, { voorzitter: choice.of(opened, "voorzitter", /Bram/) });
      return [given, form(s, notulist, taken, {})];
    },
    ends: [chair("Bram"), chair("Saskia")],
  },
  {
    name: "the besluit is recorded while the ib takes the toestemming back",
    after: "aanwezigheid",
    async ready(s) {
      const opened = await s.press("noor", "Besluit");
      const chair = form(s, "noor", opened, besluitOf(opened, regenboog));
      return [chair, await withdrawal(s)];
    },
    ends: ["besluit", "toestemming_antwoord where soort = 'ingetrokken'"],
  },
  {
    name: "two ibs put it ready",
    after: "toestemming",
    async ready(s) {
      await ask(s, duo);
      return [await klaarzetten(s, "noor"), await klaarzetten(s, duo)];
    },
    ends: ["gebeurtenis where soort = 'hulpvraag_klaargezet'"],
  },
  {
    name: "one ib puts it ready while the other withdraws the hulpvraag",
    after: "toestemming",
    async ready(s) {
      await ask(s, duo);
      const opened = await s.press(duo, "Hulpvraag intrekken");
      return [await klaarzetten(s, "noor"), form(s, duo, opened, {})];
    },
    ends: ["hulpvraag where status = 'klaargezet'", "hulpvraag where status = 'ingetrokken'"],
  },
  {
    name: "two ibs record the toestemming",
    after: "tafel",
    ready: async (s) => [await ready(s, "toestemming"), await byDuo(s, "toestemming")],
    ends: ["toestemming where vervangen_op is null"],
  },
  {
    name: "two ibs tell what the parents answered",
    after: "samenvatting",
    ready: async (s) => [await ready(s, "terugkoppeling"), await byDuo(s, "terugkoppeling")],
    ends: ["regierol_aanbod"],
  },
  {
    name: "who was asked says yes and no at once, on two devices",
    after: "terugkoppeling",
    async ready(s) {
      const opened = await s.press("bram", "Nee, ik kan het niet");
      return [await aannemen(s), form(s, "bram", opened, { reden: "geen_tijd" })];
    },
    ends: [holder("Bram"), offered("Bram", "geweigerd")],
  },
  {
    name: "who was asked says yes while the ib asks somebody else",
    after: "terugkoppeling",
    async ready(s) {
      const opened = await s.press("noor", "Vraag iemand anders");
      const other = form(s, "noor", opened, {
        aan: choice.of(opened, "aan", /Hanna/),
        akkoordOp: "2026-11-26",
        akkoordVan: "ouder1,ouder2",
      });
      return [await aannemen(s), other];
    },
    ends: [holder("Bram"), offered("Hanna", "aangeboden")],
  },
  {
    name: "the ib confirms the closing while the holder takes it back to the schakelteam",
    after: "voorstellen",
    async ready(s) {
      const opened = await s.press("bram", "Terug naar schakelteam");
      return [await ready(s, "bevestigen"), form(s, "bram", opened, {})];
    },
    ends: ["hulpvraag where status = 'afgesloten'", "hulpvraag where status = 'klaargezet'"],
    outOfSight: true,
  },
  {
    name: "one ib confirms the closing while the other does not",
    after: "voorstellen",
    async ready(s) {
      await ask(s, duo);
      const opened = await s.press(duo, "Afsluiting bevestigen");
      return [await ready(s, "bevestigen"), form(s, duo, opened, {}, "Nog niet afsluiten")];
    },
    ends: [
      "hulpvraag where status = 'afgesloten'",
      "hulpvraag where afsluiting_voorgesteld is null and status = 'in_uitvoering'",
    ],
  },
  {
    name: "two people open the same round",
    after: "agenderen",
    async ready(s) {
      await chooseNotulist(s);
      await s.wait("2026-11-26T13:55");
      return [
        await oldButton(s, "noor", "Open de overlegronde"),
        await oldButton(s, notulist, "Open de overlegronde"),
      ];
    },
    ends: ["gebeurtenis where soort = 'ronde_geopend'"],
  },
];

/** What the one who came second may read: that somebody was first, or how it stands. */
const overtaken: readonly string[] = [
  pressWords.stale,
  pressWords.already,
  besluitWords.stale,
  besluitWords.back,
  toestemmingWords.stale,
  toestemmingWords.changed,
  toestemmingWords.notNow,
  regierolWords.geenGrondslag,
  afsluitingWords.rejected,
];

/** Who is first: nobody, or one of the two, whose press and all that follows has happened. */
export const orders = ["together", "one first", "the other first"] as const;
export type Order = (typeof orders)[number];

/** Both press; throws when more or less than one thing came of it, or somebody was told something untrue. */
export async function run(s: Story, race: Race, order: Order): Promise<void> {
  const [one, other] = await race.ready(s);
  const answers =
    order === "together"
      ? await Promise.all([one.press(), other.press()])
      : await inTurn(s, order === "one first" ? [one, other] : [other, one], race.outOfSight);
  await s.settle();
  for (const answer of answers) {
    assert.equal(answer.status, "ok", JSON.stringify(answer.error));
    assert.ok(!(answer.message ?? "").includes(calmErrorText), "told that something of ours broke");
  }
  const ends = await Promise.all(race.ends.map((from) => s.count(from)));
  const found = `${ends.join(", ")}: ${answers.map(told).join(" / ")}`;
  assert.equal(
    ends.reduce((sum, count) => sum + count, 0),
    1,
    found,
  );
}

/** The second one presses on a card that is old by then. */
async function inTurn(
  s: Story,
  [first, second]: readonly [Held, Held],
  outOfSight = false,
): Promise<readonly Pressed[]> {
  const done = await first.press();
  await s.settle();
  const { gebeurtenis: _, ...before } = await s.rows();
  const late = await second.press();
  await s.settle();
  const { gebeurtenis: __, ...after } = await s.rows();
  assert.deepEqual(after, before, "an old card changed something");
  const known = outOfSight ? [...overtaken, neutralCard().fallbackText] : overtaken;
  assert.ok(known.includes(told(late)), `told: ${told(late)}`);
  return [done, late];
}

/** What this person reads now. */
function told(pressed: Pressed): string {
  const words = [pressed.message, wordsOf(pressed.dialog?.card ?? pressed.card)].filter(Boolean).join("\n");
  return (
    [...overtaken, neutralCard().fallbackText].find((one) => words.includes(one)) ??
    (pressed.closed ? "closed" : words.slice(0, 200))
  );
}
