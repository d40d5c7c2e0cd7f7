import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agendaVerb } from "#cards/agenda.ts";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { besluitVerb, rondeVerb } from "#cards/ronde-verb.ts";
import { answerOf } from "./leak-hand.ts";
import { allSay, holding, messagesOf, saidIn, unknown } from "./leak-look.ts";
import {
  aReady,
  type Data,
  fill,
  idOf,
  joins,
  type Kind,
  link,
  plan,
  press,
  putOn,
  sql,
} from "./leak-scene.ts";
import { zwaan } from "./leak-walk.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

/** Bram may know of Zwaantje and not of Mereltje; he leads the team's rounds, and takes the notes of this one. */
const own: Kind = { ...zwaan, partners: "smw" };
const merel: Kind = {
  mark: /merel/i,
  naam: "Mereltje Vogelaar",
  vraag: "vraagmerel is stil",
  partners: "scp",
};

let s: Story;
let his = "";
let hidden = "";
let back: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  await sql(
    s,
    `update lidmaatschap set voorzitter = persoon_id in (select id from persoon where naam like 'Bram%')`,
  );
  his = await aReady(s, own);
  hidden = await aReady(s, merel);
  await plan(s, "2026-11-26", { data: { duur: "30" } });
  await fill(s, "noor", [rondeVerb.notulist, rondeVerb.notulistOpslaan], (opened) => ({
    notulist: choice.of(opened, "notulist", /Bram/),
  }));
  await putOn(s, hidden, "25");
  await s.say("bram", his);
  back = await s.save();
}, 60_000);
afterAll(() => s.close());

describe("who may know of one and not of the other", () => {
  it("hears nothing of minutes that belong to what is hidden", async () => {
    await back();
    const opened = await press(s, "bram", agendaVerb.agenderen, his);
    const sent = await s.send("bram", opened, { minuten: "10" });
    expect(sent.closed).toBe(true);
    expect(sent.message, "35 minutes in 30 would tell of 25 that are hidden").toBeUndefined();
    const ronde = wordsOf((await messagesOf(s, "bram")).at(-1)?.card);
    expect(ronde).not.toMatch(/25 minuten|35 minuten|\b[12] van [12]\b/);
    expect(await holding(s, new RegExp(hidden))).not.toContain("bram");
  });

  it("and the ib, who sees both, is told that it does not fit", async () => {
    await back();
    const opened = await press(s, "noor", agendaVerb.agenderen, his);
    expect((await s.send("noor", opened, { minuten: "10" })).message).toContain("35 minuten");
  });

  it("is not told who answered what, or until when, when something cannot go on an agenda", async () => {
    await back();
    const answers = ["ouder1", "ouder2"].flatMap((partij) => [
      [`antwoord_${partij}`, "ja"],
      [`op_${partij}`, "2026-11-20"],
      [`vorm_${partij}`, "papier"],
      [`bewaarplaats_${partij}`, "map"],
    ]);
    const data: Data = {
      ...Object.fromEntries(answers),
      partners: "smw",
      geldigTot: "2026-11-25",
      gecontroleerd: "true",
    };
    await fill(
      s,
      "noor",
      [toestemmingVerb.open, toestemmingVerb.schriftelijk, toestemmingVerb.opslaan],
      data,
      his,
    );
    const tried = async (as: string) => {
      await s.say(as, his);
      return answerOf(await s.send(as, await press(s, as, agendaVerb.agenderen, his), { minuten: "10" }));
    };
    expect(await tried("noor")).toContain("25 november");
    expect(await tried("bram")).not.toMatch(/toestemming gold|ouder [12]|25 november/);
  });
});

describe("an id that is hidden and an id of nobody get one answer", () => {
  let persoon = "";
  let ronde = "";
  let actie = "";
  let hulpvraag = "";
  let during: () => Promise<void>;
  beforeAll(async () => {
    await back();
    persoon = await idOf(s, `persoon where naam like 'Fatima%'`);
    hulpvraag = await idOf(s, `hulpvraag where referentie = '${hidden}'`);
    await s.say("fatima", "plan overleg");
    await fill(s, "fatima", [rondeVerb.plan, rondeVerb.planOpslaan], {
      datum: "2026-11-26",
      begin: "15:00",
      link,
    });
    ronde = await idOf(s, `overlegronde where voorzitter_id = '${persoon}' or begin = '15:00'`);
    await putOn(s, his, "5");
    await s.wait("2026-11-26T13:55");
    await press(s, "noor", rondeVerb.begin);
    for (const [hv, who] of [
      [his, /Bram/],
      [hidden, /Peter/],
    ] as const) {
      await fill(s, "noor", [besluitVerb.actie, besluitVerb.actieOpslaan], (opened) => ({
        hulpvraag: choice.of(opened, "hulpvraag", new RegExp(hv)),
        wie1: choice.of(opened, "wie1", who),
        wat1: "Nabellen",
        datum1: "2026-12-11",
      }));
    }
    actie = await idOf(s, `actie where hulpvraag_id = '${hulpvraag}'`);
    await s.say("bram", his);
    during = await s.save();
  }, 30_000);

  /** Opens a dialog, sends what no client would, and says what came back. */
  async function sent(
    as: string,
    open: () => Promise<Pressed>,
    data: Data | ((opened: Pressed) => Data),
    id: string,
  ) {
    const opened = await open();
    const filled = typeof data === "function" ? data(opened) : data;
    const answer = await s.teams.submitDialog({
      as,
      dialog: opened.dialog?.id ?? "",
      data: filled,
      force: true,
    });
    await s.settle();
    return answerOf(answer, [id]);
  }

  const planning = async () => {
    await s.say("noor", "plan overleg");
    return press(s, "noor", rondeVerb.plan);
  };
  const plans = { datum: "2026-12-03", begin: "14:00", link };
  const next = { wat1: "Nabellen", datum1: "2026-12-11" };

  const doors: readonly (readonly [name: string, id: () => string, send: (id: string) => Promise<string>])[] =
    [
      [
        "an actie of a hidden hulpvraag",
        () => actie,
        (id) => sent("bram", () => press(s, "bram", regierolVerb.vraagActie, his), { actie: id }, id),
      ],
      [
        "a hidden hulpvraag for a new actie",
        () => hulpvraag,
        (id) =>
          sent(
            "bram",
            () => press(s, "bram", besluitVerb.actie),
            (o) => ({ hulpvraag: id, wie1: choice.of(o, "wie1", /Bram/), ...next }),
            id,
          ),
      ],
      [
        "somebody of another school for an actie",
        () => persoon,
        (id) => sent("noor", () => press(s, "noor", besluitVerb.actie), { wie1: id, ...next }, id),
      ],
      [
        "somebody of another school for the regierol",
        () => persoon,
        (id) =>
          sent(
            "noor",
            () => press(s, "noor", besluitVerb.open),
            { besluiten: "regierol_toewijzen", afweging: "Dit past", regierolVoor: id },
            id,
          ),
      ],
      [
        "somebody of another school as participant",
        () => persoon,
        (id) => sent("noor", planning, { ...plans, deelnemers: id }, id),
      ],
      [
        "somebody of another school as chair",
        () => persoon,
        (id) => sent("noor", planning, { ...plans, voorzitter: id }, id),
      ],
      [
        "somebody of another school for the notes",
        () => persoon,
        (id) => sent("noor", () => press(s, "noor", rondeVerb.notulist), { notulist: id }, id),
      ],
    ];

  it.each(doors)("%s", async (_, id, send) => {
    await during();
    const strange = await send(id());
    await during();
    expect(strange).toBe(await send(randomUUID()));
  });

  it("a round of another school, and a hulpvraag that is hidden from who puts it on", async () => {
    const tried = async (id: string) => {
      await back();
      const opened = await press(s, "bram", agendaVerb.agenderen, his);
      const dialog = opened.dialog?.id ?? "";
      return answerOf(
        await s.teams.submitDialog({ as: "bram", dialog, data: { ronde: id, minuten: "10" }, force: true }),
        [id],
      );
    };
    expect(await tried(ronde)).toBe(await tried(randomUUID()));
    const ticked = async (id: string) => {
      await back();
      const { id: message } = (await messagesOf(s, "bram")).findLast(({ card }) =>
        JSON.stringify(card).includes(agendaVerb.zetOp),
      ) ?? { id: "" };
      const pressed = await s.teams.press({
        as: "bram",
        message,
        action: agendaVerb.zetOp,
        data: { voorstellen: id },
        force: true,
      });
      await s.settle();
      return answerOf(pressed, [id]);
    };
    expect(await ticked(hulpvraag)).toBe(await ticked(randomUUID()));
  });
});

describe("typed questions", () => {
  const forms = [
    (hv: string) => hv,
    (hv: string) => hv.toLowerCase().replace("-", ""),
    (hv: string) => `status van ${hv}?`,
    (hv: string) => `toestemming vastleggen ${hv}`,
    (hv: string) => `<at>Zorgronde</at> zoek ${hv}`,
    (hv: string) => `hulpvraag ${hv.slice(3)}`,
    (hv: string) => `${hv} ${hv}`,
    (hv: string) => `‮${hv}​`,
  ];

  it.each(forms.map((form) => ({ form, text: form("HV-nnnn") })))(
    "'$text' tells a hidden number from one of nobody to none",
    async ({ form }) => {
      await back();
      const nothing = await allSay(s, form(unknown));
      for (const [as, items] of await allSay(s, form(hidden))) {
        if (as === "noor" || as === "peter") continue;
        expect(saidIn(items), as).toBe(saidIn(nothing.get(as)));
      }
      expect(await holding(s, merel.mark)).not.toMatch(
        /bram|yasmina|saskia|hanna|wim|ruud|fatima|lotte|marijke/,
      );
    },
  );

  it("cost the same questions to the database", async () => {
    await back();
    const { query } = pg.Client.prototype;
    let asked = 0;
    const counting = function (this: pg.Client, ...args: unknown[]) {
      asked += 1;
      return Reflect.apply(query, this, args);
    };
    Object.assign(pg.Client.prototype, { query: counting });
    try {
      for (const as of ["bram", "yasmina", "hanna", "wim", "fatima", "lotte", "ruud"]) {
        const costs: number[] = [];
        for (const text of [unknown, hidden, "HV-9998", hidden]) {
          asked = 0;
          await s.teams.say({ as, in: "personal", text });
          await s.teams.idle();
          costs.push(asked);
        }
        // The first turn of somebody may learn who it is.
        expect(new Set(costs.slice(1)).size, `${as} ${costs}`).toBe(1);
      }
    } finally {
      Object.assign(pg.Client.prototype, { query });
    }
  });

  it("in a channel get one answer, whatever they ask", async () => {
    await back();
    const [post] = s.teams.world().teams;
    const place = post?.channels[0]?.id ?? "";
    const said = async (text: string) =>
      (await s.teams.say({ as: "noor", in: place, text, mention: true })).messages
        .filter(({ from }) => from === "bot")
        .map(({ text, card }) => ({ text, card }));
    const first = await said(his);
    expect(first.length).toBe(1);
    for (const text of [hidden, unknown, own.naam, "mijn taken", "help"])
      expect(await said(text), text).toEqual(first);
  });
});
