import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { withConnection } from "#database/pool.ts";
import { shownSince } from "./leak-hand.ts";
import { allSay, holding, saidIn } from "./leak-look.ts";
import { idOf, intake, joins } from "./leak-scene.ts";
import { moments, zwaan } from "./leak-walk.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

/** One pupil from the intake to the end; each test goes on where the one before it stopped. */
let s: Story;
let hv = "";
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  hv = await intake(s, zwaan);
}, 60_000);
afterAll(() => s.close());

const readRow = z.object({
  handle: z.string(),
  via: z.string(),
  naam: z.boolean(),
  als: z.string().nullable(),
});

/** What the log says that was read since this line, by whom and how. */
function readSince(id: number): Promise<z.infer<typeof readRow>[]> {
  return withConnection({ url: s.db.adminUrl, applicationName: "lezing" }, (connection) =>
    connection.query(
      readRow,
      `select split_part(p.email, '@', 1) as handle, g.gegevens ->> 'via' as via, (g.gegevens ->> 'naam')::boolean as naam,
         g.gegevens ->> 'als' as als
       from gebeurtenis g join persoon p on p.id = g.actor_id where g.soort = 'gelezen' and g.id > $1 order by g.id`,
      [id],
    ),
  );
}

async function lastLine(): Promise<number> {
  const [row] = await withConnection({ url: s.db.adminUrl, applicationName: "lezing" }, (connection) =>
    connection.query(z.object({ id: z.number() }), `select coalesce(max(id), 0) as id from gebeurtenis`),
  );
  return row?.id ?? 0;
}

/** Everything that really went to somebody since then: in the own chat, or as the answer to a press. */
async function wentTo(
  since: { readonly calls: number; readonly answers: number },
  mark: RegExp,
): Promise<ReadonlySet<string>> {
  const shown = await shownSince(s, since);
  const holds = shown.filter(({ body, arrived }) => arrived && mark.test(JSON.stringify(body ?? "")));
  return new Set(holds.map(({ owner }) => owner));
}

async function during(act: () => Promise<unknown>) {
  const since = { calls: s.teams.calls().length, answers: s.teams.deliveries().length };
  const line = await lastLine();
  await act();
  await s.settle();
  return {
    read: await readSince(line),
    // What was decided is content too, also for who reads no text of it.
    went: await wentTo(since, new RegExp(`${zwaan.mark.source}|Besluit van de overlegronde`, "i")),
    named: await wentTo(since, /Zwaantje/),
  };
}

const sorted = (handles: Iterable<string>) => [...new Set(handles)].toSorted();

describe("who got to see the pupil stands in the log, and nobody else does", () => {
  const typed = [
    () => hv,
    () => "mijn taken",
    () => "agenda",
    () => "mijn hulpvragen",
    () => "mijn regierol",
  ];

  it.each(moments.map((moment, index) => ({ ...moment, index })))("$name", async ({ act, index }) => {
    const asked = typed[index % typed.length]?.() ?? "";
    for (const happens of [() => act(s, hv, zwaan), () => allSay(s, asked)]) {
      const { read, went, named } = await during(happens);
      expect(sorted(read.map(({ handle }) => handle))).toEqual(sorted(went));
      expect(sorted(read.filter(({ naam }) => naam).map(({ handle }) => handle))).toEqual(sorted(named));
    }
  });

  it("a card that is drawn again and stayed the same was not read again", async () => {
    const noor = await idOf(s, `persoon where email like 'noor@%'`);
    const { read } = await during(async () => {
      await s.sql(`insert into kennisgeving (id, swv_id, szt_id, soort, persoon_id, onderwerp_soort, onderwerp_id, sleutel, niet_voor, status, gemaakt_op)
        select gen_random_uuid(), h.swv_id, h.szt_id, 'hulpvraag_ververst', '${noor}', 'hulpvraag', h.id, 'proef', '2020-01-01', 'klaar', '2020-01-01'
        from hulpvraag h where h.referentie = '${hv}'`);
      await s.bot().drain();
    });
    expect(read).toEqual([]);
  });

  it("says in what capacity: the school, who was named, who holds the regierol", async () => {
    const all = await readSince(0);
    expect(sorted(all.map(({ via }) => via))).toEqual(["bezorgd", "formulier", "kaart"]);
    const alsOf = (who: string) =>
      sorted(all.filter(({ handle }) => handle === who).map(({ als }) => als ?? ""));
    expect(alsOf("noor")).toEqual(["ib_van_school"]);
    expect(alsOf("peter")).toEqual(["genoemde_partner"]);
    expect(alsOf("bram")).toEqual(expect.arrayContaining(["genoemde_partner", "regierolhouder"]));
    expect(alsOf("yasmina")).toEqual([]);
  });
});

describe("wie heeft gezien", () => {
  it("is asked by the number, and read in a dialog that leaves nothing in the chat", async () => {
    const items = await s.say("noor", `wie heeft ${hv} gezien?`);
    expect(items).toHaveLength(1);
    expect(wordsOf(items[0]?.card)).toContain(`Wie zag ${hv}?`);
    expect(wordsOf(items[0]?.card)).not.toMatch(/werker|besluit/i);
    const first = await s.press("noor", "Bekijk het logboek", {}, new RegExp(`Wie zag ${hv}`));
    const seen = wordsOf(first.dialog?.card);
    for (const part of ["Gezien door", "Schoolmaatschappelijk werker", "PPO-contactpersoon"])
      expect(seen).toContain(part);
    expect(seen, "nobody's name").not.toMatch(/zwaan|Bram|Peter|Saskia|Noor/i);
    const older = await s.send("noor", first, {}, "Eerdere regels");
    expect(wordsOf(older.dialog?.card)).toMatch(/\(2 van \d+\)/);
    expect(wordsOf(older.dialog?.card)).not.toBe(seen);
    expect(await holding(s, /Gezien door/)).toBe("");
  });

  it("is for nobody else, who cannot tell the number from one of nobody", async () => {
    const asked = await allSay(s, `wie heeft ${hv} gezien?`);
    const nothing = await allSay(s, "wie heeft HV-0001 gezien?");
    for (const [as, items] of asked) {
      if (as === "noor") continue;
      expect(saidIn(items), as).toBe(saidIn(nothing.get(as)));
    }
  });
});
