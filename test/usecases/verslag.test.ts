import { afterAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#domain/scope.ts";
import { taskScope } from "#domain/scope.ts";
import { aWorld } from "#test/world.ts";
import { recordBesluit } from "#usecases/besluit.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { makeInzageLinks, takeInzage } from "#usecases/inzage.ts";
import { cancelRonde, moveRonde } from "#usecases/overlegronde.ts";
import { closeRonde, openRonde, recordAanwezigheid } from "#usecases/round-run.ts";
import {
  askLastVerslag,
  askToSettle,
  drawVerslag,
  makeVerslagLink,
  settleVerslag,
  takeVerslag,
} from "#usecases/verslag.ts";
import {
  answerWijziging,
  openWijziging,
  proposeWijziging,
  readVerslag,
} from "#usecases/verslag-wijziging.ts";
import { castOf } from "./a-cast.ts";
import {
  aForm,
  anOpenRonde,
  aRonde,
  columnOf,
  type Item,
  readyItems,
  rondeOf,
  toldAbout,
  versieOf,
} from "./a-round.ts";
import { anAct, countOf, date, done, eventsOf, seen } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

vi.setConfig({ testTimeout: 60_000 });

const made = aWorld();
afterAll(async () => (await made).close());

const words = "Eerst belt de school de ouders.";

/** A round of today that is over: saskia was away, hanna is named nowhere. The first item was decided about. */
async function aReport(count = 1) {
  const cast = await castOf(made);
  const { t, noor, bram, saskia, hanna, yasmina } = cast;
  const items = await readyItems(t, noor, count);
  const ronde = await anOpenRonde(t, noor, { deelnemers: [bram, saskia, hanna, yasmina], items });
  const wie = new Map([
    [noor.persoonId, "in_de_kamer"],
    [bram.persoonId, "online"],
    [saskia.persoonId, "afwezig"],
  ] as const);
  done(await recordAanwezigheid(anAct(t, noor), { id: ronde, versie: await versieOf(t, ronde) }, wie));
  for (const { id } of items) {
    done(
      await recordBesluit(anAct(t, noor), id, {
        besluiten: ["doorzetten_loket", "regierol_toewijzen"],
        afweging: "De school komt er alleen niet uit.",
        regierolVoor: bram.persoonId,
        terugOp: null,
        acties: [{ houderId: bram.persoonId, wat: "Belt morgen", datum: date("2026-12-01") }],
      }),
    );
  }
  done(await closeRonde(anAct(t, noor), { id: ronde, versie: await versieOf(t, ronde) }));
  return { ...cast, ronde, items, first: items[0] as Item };
}

const toldOf = async (t: Awaited<ReturnType<typeof aReport>>["t"], id: string, soort: string) =>
  (await toldAbout(t, id)).filter((one) => one.soort === soort).map(({ persoonId }) => persoonId);

async function proposed(cast: Awaited<ReturnType<typeof aReport>>, by: Actor): Promise<string> {
  const { t, ronde, first } = cast;
  done(await proposeWijziging(anAct(t, by), ronde, { bij: first.id, tekst: words }));
  const id = await columnOf(
    t,
    `select id::text as value from verslag_wijziging where ronde_id = $1 order by voorgesteld_op desc limit 1`,
    [ronde],
  );
  return id ?? "";
}

describe("the report of a round", () => {
  it("goes to all who were invited when the round is closed, there or not", async () => {
    const { t, ronde, noor, bram, saskia, hanna, yasmina } = await aReport();
    const told = await toldOf(t, ronde, "verslag_klaar");
    expect(told.sort()).toEqual([noor, bram, saskia, hanna, yasmina].map((one) => one.persoonId).sort());
  });

  it("shows the absent what was decided, and who may not see it nothing of it", async () => {
    const { t, ronde, saskia, hanna, first } = await aReport();
    const away = await readVerslag(t.world, saskia, ronde);
    expect(away).toMatchObject({ wasAfwezig: true, vastgesteldOp: null });
    expect(away?.punten).toMatchObject([
      { referentie: first.referentie, besluit: { afweging: "De school komt er alleen niet uit." } },
    ]);
    expect(away?.punten[0]?.acties).toMatchObject([{ omschrijving: "Belt morgen" }]);
    const outside = await readVerslag(t.world, hanna, ronde);
    expect(outside?.deelnemers).toHaveLength(5);
    expect(outside?.punten).toEqual([]);
    expect(outside?.mag.size).toBe(0);
  });

  it("is nobody's who was not invited, and is not there while the round goes on", async () => {
    const { t, ronde, fatima, wim } = await aReport();
    for (const actor of [fatima, wim]) {
      expect(await drawVerslag(t.world, actor, ronde)).toBeNull();
      expect(await makeVerslagLink(anAct(t, actor), ronde)).toMatchObject({ error: { kind: "onzichtbaar" } });
      expect(await askLastVerslag(t.world, actor, "x")).toBe(false);
    }
    const cast = await castOf(made);
    const later = await aRonde(t, cast.noor, [cast.bram], { datum: date("2026-12-07") });
    expect(await drawVerslag(t.world, cast.noor, later)).toBeNull();
  });

  it("loses an item for everybody but the ib when a parent takes it back, and its cards are drawn anew", async () => {
    const { t, ronde, noor, bram, saskia, first } = await aReport();
    await reading(t, ronde, [bram, saskia], "verslag");
    const { versie } = await seen(t, noor, first.id);
    const nee = { partij: "ouder2", op: date("2026-11-23"), vorm: "mondeling" } as const;
    done(await recordNee(anAct(t, noor), { id: first.id, versie }, nee));
    for (const actor of [bram, saskia])
      expect((await readVerslag(t.world, actor, ronde))?.punten).toEqual([]);
    expect((await readVerslag(t.world, noor, ronde))?.punten).toMatchObject([
      { referentie: first.referentie },
    ]);
    const fresh = await toldOf(t, ronde, "verslag_ververst");
    expect(fresh).toEqual(expect.arrayContaining([bram.persoonId, saskia.persoonId]));
  });

  it("is brought to who asks for the last one in words", async () => {
    const { t, bram, ronde } = await aReport();
    expect(await askLastVerslag(t.world, bram, "gevraagd")).toBe(true);
    const shown = await columnOf(
      t,
      `select count(*)::text as value from kennisgeving where soort = 'verslag_getoond' and persoon_id = $1`,
      [bram.persoonId],
    );
    expect(Number(shown)).toBe(1);
    expect(ronde).not.toBe("");
  });
});

describe("the next round", () => {
  it("stands on the card of who takes part in it, and the cards are drawn anew when it is planned, moved or called off", async () => {
    const { t, ronde, noor, bram, saskia } = await aReport();
    await reading(t, ronde, [bram], "verslag");
    const times = async () => (await toldOf(t, ronde, "verslag_ververst")).length;
    const before = await times();
    const id = await aRonde(t, noor, [bram], { datum: date("2026-11-24") });
    expect((await readVerslag(t.world, bram, ronde))?.volgende?.datum.toString()).toBe("2026-11-24");
    const other = (await readVerslag(t.world, saskia, ronde))?.volgende;
    expect(other?.datum.toString()).not.toBe("2026-11-24");
    expect(await times()).toBe(before + 1);
    const form = aForm(noor, [bram], { datum: date("2026-11-25") });
    done(await moveRonde(anAct(t, noor), { id, versie: 1 }, form));
    expect((await readVerslag(t.world, bram, ronde))?.volgende?.datum.toString()).toBe("2026-11-25");
    expect(await times()).toBe(before + 2);
    done(await cancelRonde(anAct(t, noor), { id, versie: 2 }));
    expect((await readVerslag(t.world, bram, ronde))?.volgende?.datum.toString()).not.toBe("2026-11-25");
    expect(await times()).toBe(before + 3);
  });
});

describe("the paper", () => {
  it("is made once, from what its reader may see at that moment, and logged as read", async () => {
    const { t, ronde, noor, saskia, first } = await aReport();
    const link = async () => done(await makeVerslagLink(anAct(t, saskia), ronde)).token;
    const token = await link();
    const before = await countOf(t, "gebeurtenis", `soort = 'gelezen' and gegevens ->> 'via' = 'bestand'`);
    expect((await takeVerslag(t.world, token))?.punten).toHaveLength(1);
    expect(await countOf(t, "gebeurtenis", `soort = 'gelezen' and gegevens ->> 'via' = 'bestand'`)).toBe(
      before + 1,
    );
    expect(await countOf(t, "gebeurtenis", `gegevens @> '{"via":"bestand","naam":true}'`)).toBe(0);
    expect(await takeVerslag(t.world, token)).toBeNull();
    const later = await link();
    const { versie } = await seen(t, noor, first.id);
    const nee = { partij: "ouder1", op: date("2026-11-23"), vorm: "mondeling" } as const;
    done(await recordNee(anAct(t, noor), { id: first.id, versie }, nee));
    expect((await takeVerslag(t.world, later))?.punten).toEqual([]);
  });
});

describe("a change that a participant proposes", () => {
  it("is screened, locked, and told to who led the round; others hear nothing", async () => {
    const cast = await aReport();
    const { t, ronde, noor, bram, saskia, first } = cast;
    const wrong = await proposeWijziging(anAct(t, saskia), ronde, { bij: first.id, tekst: "Bel 0612345678" });
    expect(wrong).toMatchObject({ error: { kind: "velden", problemen: { tekst: { kind: "bevat" } } } });
    const empty = await proposeWijziging(anAct(t, saskia), ronde, { bij: null, tekst: " " });
    expect(empty).toMatchObject({ error: { problemen: { bij: { kind: "leeg" }, tekst: { kind: "leeg" } } } });
    const id = await proposed(cast, saskia);
    expect(await toldOf(t, ronde, "verslag_wijziging")).toEqual([noor.persoonId]);
    expect(
      await countOf(
        t,
        "verslag_wijziging",
        `position(convert_to('school', 'UTF8') in tekst) > 0 and id = '${id}'`,
      ),
    ).toBe(0);
    const mine = (await readVerslag(t.world, saskia, ronde))?.punten[0]?.wijzigingen;
    expect(mine).toMatchObject([{ vanMij: true, status: "open", magBeantwoorden: false }]);
    expect((await readVerslag(t.world, bram, ronde))?.punten[0]?.wijzigingen).toEqual([]);
    expect(await openWijziging(t.world, saskia, { rondeId: ronde, id })).toBeNull();
    expect(await openWijziging(t.world, bram, { rondeId: ronde, id })).toBeNull();
    expect(await openWijziging(t.world, noor, { rondeId: ronde, id })).toMatchObject({
      tekst: words,
      referentie: first.referentie,
    });
  });

  it("cannot be about what is out of sight", async () => {
    const { t, ronde, hanna, first } = await aReport();
    const tried = await proposeWijziging(anAct(t, hanna), ronde, { bij: first.id, tekst: words });
    expect(tried).toMatchObject({ error: { kind: "kan_niet" } });
    const cast = await aReport(1);
    const other = await proposeWijziging(anAct(t, cast.bram), ronde, { bij: cast.first.id, tekst: words });
    expect(other).toMatchObject({ error: { kind: "velden", problemen: { bij: { kind: "leeg" } } } });
  });

  it("is taken over as a note; the besluit stays, and the words stand in one place", async () => {
    const cast = await aReport();
    const { t, ronde, noor, bram, saskia, first } = cast;
    const id = await proposed(cast, saskia);
    expect(
      await answerWijziging(anAct(t, bram), { rondeId: ronde, id }, { kind: "overnemen" }),
    ).toMatchObject({ error: { kind: "onzichtbaar" } });
    done(await answerWijziging(anAct(t, noor), { rondeId: ronde, id }, { kind: "overnemen" }));
    const [punt] = (await readVerslag(t.world, bram, ronde))?.punten ?? [];
    expect(punt?.besluit?.afweging).toBe("De school komt er alleen niet uit.");
    expect(punt?.aanvullingen).toMatchObject([{ tekst: words }]);
    expect((await readHulpvraag(t.world, bram, first.id))?.correcties).toMatchObject([{ tekst: words }]);
    expect(await countOf(t, "verslag_wijziging", `id = '${id}' and tekst is null`)).toBe(1);
    expect(await toldOf(t, ronde, "verslag_beantwoord")).toEqual([saskia.persoonId]);
    expect(
      await answerWijziging(anAct(t, noor), { rondeId: ronde, id }, { kind: "overnemen" }),
    ).toMatchObject({ error: { kind: "onzichtbaar" } });
    expect(await eventsOf(t, noor)).toContain("wijziging_overgenomen");
  });

  it("is taken over once when two answer at the same moment", async () => {
    const cast = await aReport();
    const { t, ronde, noor, saskia, first } = cast;
    const id = await proposed(cast, saskia);
    const both = await Promise.all(
      [1, 2].map(() => answerWijziging(anAct(t, noor), { rondeId: ronde, id }, { kind: "overnemen" })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await countOf(t, "correctie", `hulpvraag_id = '${first.id}'`)).toBe(1);
  });

  it("is refused with a word, which only who proposed it hears", async () => {
    const cast = await aReport();
    const { t, ronde, noor, bram, saskia } = cast;
    const id = await proposed(cast, saskia);
    const nee = { kind: "afwijzen", reden: "zo_besloten" } as const;
    done(await answerWijziging(anAct(t, noor), { rondeId: ronde, id }, nee));
    const of = async (actor: Actor) => (await readVerslag(t.world, actor, ronde))?.punten[0]?.wijzigingen;
    expect(await of(saskia)).toMatchObject([{ status: "afgewezen", reden: "zo_besloten" }]);
    expect([await of(bram), await of(noor)]).toEqual([[], []]);
    expect((await readVerslag(t.world, bram, ronde))?.punten[0]?.aanvullingen).toEqual([]);
  });

  it("is out of reach for who proposed it when the toestemming is taken back", async () => {
    const cast = await aReport();
    const { t, ronde, noor, saskia, first } = cast;
    const id = await proposed(cast, saskia);
    const { versie } = await seen(t, noor, first.id);
    const nee = { partij: "ouder1", op: date("2026-11-23"), vorm: "mondeling" } as const;
    done(await recordNee(anAct(t, noor), { id: first.id, versie }, nee));
    expect((await readVerslag(t.world, saskia, ronde))?.punten).toEqual([]);
    expect(await openWijziging(t.world, saskia, { rondeId: ronde, id })).toBeNull();
    expect((await openWijziging(t.world, noor, { rondeId: ronde, id }))?.referentie).toBe(first.referentie);
  });

  it("stands in the copy for the parents", async () => {
    const cast = await aReport();
    const { t, noor, saskia, first } = cast;
    await proposed(cast, saskia);
    const verzoek = { van: ["ouder1"], identiteit: "bekend" } as const;
    const links = done(await makeInzageLinks(anAct(t, noor), first.id, verzoek));
    if (links.kind !== "links") throw new Error("no links");
    const copy = await takeInzage(t.world, links.json);
    expect(copy?.inzage.tabellen.verslag_wijziging).toMatchObject([{ tekst: words, status: "open" }]);
  });
});

describe("settling the report", () => {
  it("waits for the ten schooldagen or for the next round, and is for who led it", async () => {
    const { t, ronde, noor, bram } = await aReport();
    const at = { id: ronde, versie: 1 };
    expect(await settleVerslag(anAct(t, noor), at)).toMatchObject({ error: { kind: "kan_niet" } });
    const next = await aRonde(t, noor, [bram], {
      datum: date("2026-11-23"),
      begin: Temporal.PlainTime.from("15:30"),
    });
    done(await openRonde(anAct(t, noor), { id: next, versie: 1 }));
    expect(await toldOf(t, ronde, "verslag_vaststellen")).toEqual([noor.persoonId]);
    expect(await settleVerslag(anAct(t, bram), at)).toMatchObject({ error: { kind: "kan_niet" } });
    done(await settleVerslag(anAct(t, noor), at));
    expect(await settleVerslag(anAct(t, noor), at)).toMatchObject({ error: { kind: "kan_niet" } });
    expect(await readVerslag(t.world, bram, ronde)).toMatchObject({
      vastgesteldOp: date("2026-11-23"),
      mag: new Set(),
    });
    done(await closeRonde(anAct(t, noor), { id: next, versie: (await rondeOf(t, next)).versie }));
  });

  it("waits for the answer to an open proposal", async () => {
    const cast = await aReport();
    const { t, ronde, noor, bram, saskia } = cast;
    const id = await proposed(cast, saskia);
    const next = await aRonde(t, noor, [bram], {
      datum: date("2026-11-23"),
      begin: Temporal.PlainTime.from("16:30"),
    });
    done(await openRonde(anAct(t, noor), { id: next, versie: 1 }));
    const versie = async () => (await readVerslag(t.world, noor, ronde))?.versie ?? 0;
    const settle = async () => settleVerslag(anAct(t, noor), { id: ronde, versie: await versie() });
    expect(await settle()).toMatchObject({ error: { kind: "kan_niet" } });
    const nee = { kind: "afwijzen", reden: "staat_er_al" } as const;
    done(await answerWijziging(anAct(t, noor), { rondeId: ronde, id }, nee));
    done(await settle());
    done(await closeRonde(anAct(t, noor), { id: next, versie: (await rondeOf(t, next)).versie }));
  });

  it("is asked of the chair on the morning of the eleventh schooldag", async () => {
    const { t, ronde, noor } = await aReport();
    const op = await columnOf(
      t,
      `select to_char(op at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') as value from wekker where onderwerp_id = $1 and soort = 'verslag_vaststellen'`,
      [ronde],
    );
    expect(op).toBe("2026-12-07 08:00");
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      askToSettle(t.world, tx, {
        ...{ id: ronde, soort: "verslag_vaststellen", onderwerpId: ronde, op: tx.now, sleutel: "x" },
      }),
    );
    expect(await toldOf(t, ronde, "verslag_vaststellen")).toEqual([noor.persoonId]);
  });
});
