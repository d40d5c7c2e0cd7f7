import { afterAll, describe, expect, it } from "vitest";
import type { BesluitForm } from "#domain/besluit-form.ts";
import { aWorld } from "#test/world.ts";
import { finishActie } from "#usecases/actie-done.ts";
import { addActie } from "#usecases/actie-new.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { recordBesluit } from "#usecases/besluit.ts";
import { actieForm, besluitForm } from "#usecases/besluit-form.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { chooseNotulist, planRonde } from "#usecases/overlegronde.ts";
import { closeRonde, openRonde, recordAanwezigheid } from "#usecases/round-run.ts";
import { discussLater } from "#usecases/round-step.ts";
import { type Cast, castOf } from "./a-cast.ts";
import {
  aForm,
  anOpenRonde,
  aRonde,
  columnOf,
  readyItems,
  rondeOf,
  seenRonde,
  statusOf,
  sztOf,
  toldAbout,
  versieOf,
} from "./a-round.ts";
import { anAct, countOf, date, done, eventsOf, seen } from "./an-intake.ts";

const made = aWorld();
afterAll(async () => (await made).close());

/** Each test closes the round it opened: an SZT has one open round. */
async function inRound(
  count: number,
  run: (cast: Cast & { ronde: string; ids: readonly string[] }) => Promise<void>,
): Promise<void> {
  const cast = await castOf(made);
  const { t, noor, bram, saskia, hanna, yasmina } = cast;
  const items = await readyItems(t, noor, count);
  const ronde = await anOpenRonde(t, noor, { deelnemers: [bram, saskia, hanna, yasmina], items });
  try {
    await run({ ...cast, ronde, ids: items.map(({ id }) => id) });
  } finally {
    const now = await rondeOf(t, ronde);
    if (now.status === "open") done(await closeRonde(anAct(t, noor), { id: ronde, versie: now.versie }));
  }
}

const aBesluit = (over: Partial<BesluitForm> = {}): BesluitForm => ({
  besluiten: ["basisondersteuning"],
  afweging: "De school kan dit zelf met hulp van buiten.",
  regierolVoor: null,
  terugOp: null,
  acties: [],
  ...over,
});

describe("opening a round", () => {
  it("waits for the day itself, and is for the chair or the notulist", async () => {
    const { t, noor, bram, saskia } = await castOf(made);
    const later = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-24") });
    expect(await openRonde(anAct(t, noor), { id: later, versie: 1 })).toMatchObject({
      error: { kind: "kan_niet" },
    });
    const today = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-23") });
    expect(await openRonde(anAct(t, bram), { id: today, versie: 1 })).toMatchObject({
      error: { kind: "kan_niet" },
    });
    done(await chooseNotulist(anAct(t, noor), { id: today, versie: 1 }, bram.persoonId));
    done(await openRonde(anAct(t, bram), { id: today, versie: 2 }));
    expect(await rondeOf(t, today)).toMatchObject({ status: "open" });
    done(await closeRonde(anAct(t, noor), { id: today, versie: 3 }));
  });

  it("tells the others, once, also when two press at the same moment", async () => {
    const { t, noor, bram, saskia } = await castOf(made);
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-23") });
    const both = await Promise.all([1, 2].map(() => openRonde(anAct(t, noor), { id, versie: 1 })));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    const opened = (await toldAbout(t, id)).filter(({ soort }) => soort === "ronde_geopend");
    expect(opened.map(({ persoonId }) => persoonId).sort()).toEqual(
      [bram.persoonId, saskia.persoonId].sort(),
    );
    done(await closeRonde(anAct(t, noor), { id, versie: 2 }));
  });

  it("is refused while another round of this SZT is open", async () => {
    await inRound(1, async ({ t, noor, bram, saskia }) => {
      const id = await aRonde(t, noor, [bram, saskia], {
        datum: date("2026-11-23"),
        begin: Temporal.PlainTime.from("14:30"),
      });
      expect(await openRonde(anAct(t, noor), { id, versie: 1 })).toMatchObject({
        error: { kind: "andere_open" },
      });
    });
  });
});

describe("attendance", () => {
  it("is written for all at once, and shown to all", async () => {
    await inRound(1, async ({ t, noor, bram, saskia, ronde }) => {
      const versie = await versieOf(t, ronde);
      const wie = new Map([
        [bram.persoonId, "online"],
        [saskia.persoonId, "afwezig"],
        ["00000000-0000-4000-8000-000000000000", "online"],
      ] as const);
      done(await recordAanwezigheid(anAct(t, noor), { id: ronde, versie }, wie));
      const gezien = await seenRonde(t, bram, ronde);
      const of = (id: string) => gezien.deelnemers.find(({ persoonId }) => persoonId === id)?.aanwezigheid;
      expect([of(bram.persoonId), of(saskia.persoonId), of(noor.persoonId)]).toEqual([
        "online",
        "afwezig",
        null,
      ]);
      expect((await seenRonde(t, noor, ronde)).schakelteamCompleet).toBe(false);
      expect(await recordAanwezigheid(anAct(t, noor), { id: ronde, versie }, wie)).toMatchObject({
        error: { kind: "verouderd" },
      });
      expect(await recordAanwezigheid(anAct(t, bram), { id: ronde, versie: versie + 1 }, wie)).toMatchObject({
        error: { kind: "kan_niet" },
      });
    });
  });
});

describe("one item at a time", () => {
  it("has one that is spoken of; later puts it at the end", async () => {
    await inRound(3, async ({ t, noor, ronde }) => {
      const order = async () => (await seenRonde(t, noor, ronde)).punten;
      const [first = "", ...others] = (await order()).map(({ hulpvraagId }) => hulpvraagId);
      expect((await order()).map(({ eerstvolgende }) => eerstvolgende)).toEqual([true, false, false]);
      done(await discussLater(anAct(t, noor), first));
      expect((await order()).map(({ hulpvraagId }) => hulpvraagId)).toEqual([...others, first]);
      expect((await order())[0]?.eerstvolgende).toBe(true);
      expect(await discussLater(anAct(t, noor), first)).toMatchObject({ error: { kind: "kan_niet" } });
    });
  });

  it("shows who is not named in the toestemming nothing: no item, no count, no mark", async () => {
    await inRound(2, async ({ t, hanna, ronde }) => {
      const gezien = await seenRonde(t, hanna, ronde);
      expect(gezien.punten).toEqual([]);
      expect(gezien.omvang).toBeNull();
      expect(gezien.mag.has("actie_toevoegen")).toBe(false);
    });
  });
});

describe("a besluit", () => {
  it("is kept with its afweging sealed, ends the item, and tells the ib to tell the parents", async () => {
    await inRound(1, async ({ t, noor, bram, ronde, ids: [id = ""] }) => {
      const form = aBesluit({
        besluiten: ["regierol_toewijzen", "doorzetten_loket"],
        regierolVoor: bram.persoonId,
        acties: [{ houderId: bram.persoonId, wat: "Belt met het gezin", datum: date("2026-12-01") }],
      });
      expect(done(await recordBesluit(anAct(t, noor), id, form))).toEqual({
        kind: "vastgelegd",
        rondeId: ronde,
        verschoven: [],
      });
      expect(await statusOf(t, id)).toBe("besproken");
      const [punt] = (await seenRonde(t, bram, ronde)).punten;
      expect(punt).toMatchObject({
        besproken: true,
        besluit: {
          besluiten: ["regierol_toewijzen", "doorzetten_loket"],
          afweging: form.afweging,
          regierolVoor: "Bram de Wit",
        },
        acties: [{ omschrijving: "Belt met het gezin", vanMij: true, gedaan: false }],
      });
      const kept = await columnOf(
        t,
        `select encode(afweging, 'escape') as value from besluit where hulpvraag_id = $1`,
        [id],
      );
      expect(kept).not.toContain("school");
      expect((await toldAbout(t, id)).filter(({ soort }) => soort === "ouders_vertellen")).toHaveLength(1);
      expect(
        await columnOf(
          t,
          `select count(*)::text as value from termijn where hulpvraag_id = $1 and actie_id is not null and status = 'open'`,
          [id],
        ),
      ).toBe("1");
      expect(await eventsOf(t, noor)).toContain("besluit_vastgelegd");
    });
  });

  it("goes back to klaargezet when more information is needed, with the day", async () => {
    await inRound(1, async ({ t, noor, ids: [id = ""] }) => {
      done(
        await recordBesluit(
          anAct(t, noor),
          id,
          aBesluit({ besluiten: ["meer_informatie"], terugOp: date("2026-12-04") }),
        ),
      );
      expect(await statusOf(t, id)).toBe("klaargezet");
      expect(
        await columnOf(
          t,
          `select vervalt::text as value from termijn where hulpvraag_id = $1 and soort = 'meer_informatie'`,
          [id],
        ),
      ).toBe("2026-12-04");
    });
  });

  it.each<[string, Partial<BesluitForm>, object]>([
    ["nothing chosen", { besluiten: [] }, { besluiten: { kind: "leeg" } }],
    [
      "two that do not go together",
      { besluiten: ["afsluiten", "doorlopen"] },
      { besluiten: { kind: "besluiten_gaan_niet_samen" } },
    ],
    ["doorlopen without a regierol", { besluiten: ["doorlopen"] }, { besluiten: { kind: "geen_regierol" } }],
    ["no afweging", { afweging: "" }, { afweging: { kind: "leeg" } }],
    [
      "a phone number",
      { afweging: "Bel 06-12345678 voor meer." },
      { afweging: { kind: "bevat", gevonden: [{ type: "phone" }] } },
    ],
    ["a regierol for nobody", { besluiten: ["regierol_toewijzen"] }, { regierolVoor: { kind: "leeg" } }],
    ["more information without a day", { besluiten: ["meer_informatie"] }, { terugOp: { kind: "leeg" } }],
    [
      "half an actie",
      { acties: [{ houderId: "", wat: "Belt", datum: null }] },
      { wie1: { kind: "leeg" }, datum1: { kind: "leeg" } },
    ],
  ])("is refused with %s, and nothing is kept", async (_, over, problemen) => {
    await inRound(1, async ({ t, noor, ids: [id = ""] }) => {
      const before = await countOf(t, "besluit");
      const result = await recordBesluit(anAct(t, noor), id, aBesluit(over));
      expect(result).toMatchObject({ ok: false, error: { kind: "velden", problemen } });
      expect(await statusOf(t, id)).toBe("geagendeerd");
      expect(await countOf(t, "besluit")).toBe(before);
    });
  });

  it("offers the regierol to the functions of 003 alone", async () => {
    await inRound(1, async ({ t, noor, yasmina, hanna, ids: [id = ""] }) => {
      const to = (persoonId: string) =>
        aBesluit({ besluiten: ["regierol_toewijzen"], regierolVoor: persoonId });
      expect(await recordBesluit(anAct(t, noor), id, to(yasmina.persoonId))).toMatchObject({
        error: { problemen: { regierolVoor: { kind: "niet_in_team" } } },
      });
      expect((await recordBesluit(anAct(t, noor), id, to(hanna.persoonId))).ok).toBe(true);
    });
  });

  it("is one besluit when chair and notulist record it at the same moment", async () => {
    await inRound(1, async ({ t, noor, bram, ronde, ids: [id = ""] }) => {
      done(
        await chooseNotulist(anAct(t, noor), { id: ronde, versie: await versieOf(t, ronde) }, bram.persoonId),
      );
      const both = await Promise.all(
        [noor, bram].map((actor) => recordBesluit(anAct(t, actor), id, aBesluit())),
      );
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({
        error: { kind: "verouderd_in_ronde", rondeId: ronde },
      });
      expect(await countOf(t, "besluit", `hulpvraag_id = '${id}'`)).toBe(1);
    });
  });

  it("is for who leads: for another participant, another school and the directeur there is nothing", async () => {
    await inRound(1, async ({ t, bram, saskia, fatima, wim, ids: [id = ""] }) => {
      for (const actor of [bram, saskia, fatima, wim]) {
        expect(await recordBesluit(anAct(t, actor), id, aBesluit())).toMatchObject({
          error: { kind: "onzichtbaar" },
        });
      }
    });
  });

  it("cannot be taken by a notulist who is not named in the toestemming", async () => {
    await inRound(1, async ({ t, noor, hanna, ronde, ids: [id = ""] }) => {
      done(
        await chooseNotulist(
          anAct(t, noor),
          { id: ronde, versie: await versieOf(t, ronde) },
          hanna.persoonId,
        ),
      );
      expect((await seenRonde(t, hanna, ronde)).punten).toEqual([]);
      expect(await recordBesluit(anAct(t, hanna), id, aBesluit())).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    });
  });

  it("is not taken when consent was withdrawn during the round: the item had left already", async () => {
    await inRound(2, async ({ t, noor, ronde, ids: [id = "", other = ""] }) => {
      const { versie } = await seen(t, noor, id);
      done(
        await recordNee(
          anAct(t, noor),
          { id, versie },
          { partij: "ouder2", op: date("2026-11-23"), vorm: "mondeling" },
        ),
      );
      expect((await recordBesluit(anAct(t, noor), id, aBesluit())).ok).toBe(false);
      expect((await seenRonde(t, noor, ronde)).punten.map(({ hulpvraagId }) => hulpvraagId)).toEqual([other]);
      expect(await countOf(t, "besluit", `hulpvraag_id = '${id}'`)).toBe(0);
    });
  });
});

describe("acties", () => {
  it("are added to an item, and done in the next round, with their term", async () => {
    let actieId = "";
    const { t, noor, bram, saskia } = await castOf(made);
    await inRound(1, async ({ ronde, ids: [id = ""] }) => {
      done(
        await recordBesluit(
          anAct(t, noor),
          id,
          aBesluit({ besluiten: ["meer_informatie"], terugOp: date("2026-12-01") }),
        ),
      );
      const actie = {
        houderId: bram.persoonId,
        wat: "Vraagt het na bij de ouders",
        datum: date("2026-11-30"),
      };
      done(await addActie(anAct(t, noor), ronde, { hulpvraagId: id, actie }));
      const [punt] = (await seenRonde(t, noor, ronde)).punten;
      actieId = punt?.acties[0]?.id ?? "";
      expect(punt?.acties).toMatchObject([{ houder: "Bram de Wit", omschrijving: actie.wat }]);
      const earlier = (await seenRonde(t, noor, ronde)).eerdereActies;
      expect(earlier.map(({ id: earlierId }) => earlierId)).not.toContain(actieId);
    });
    await inRound(1, async ({ ronde, hanna }) => {
      const open = (await seenRonde(t, noor, ronde)).eerdereActies;
      expect(open.map(({ id }) => id)).toContain(actieId);
      expect((await seenRonde(t, bram, ronde)).eerdereActies.map(({ id }) => id)).toContain(actieId);
      expect((await seenRonde(t, hanna, ronde)).eerdereActies.map(({ id }) => id)).not.toContain(actieId);
      expect(await finishActie(anAct(t, saskia), actieId)).toMatchObject({ error: { kind: "kan_niet" } });
      const both = await Promise.all([noor, bram].map((actor) => finishActie(anAct(t, actor), actieId)));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await seenRonde(t, noor, ronde)).eerdereActies.map(({ id }) => id)).not.toContain(actieId);
      expect(await columnOf(t, `select status as value from termijn where actie_id = $1`, [actieId])).toBe(
        "klaar",
      );
    });
  });

  it("are for who may read the case: nobody else is offered or taken", async () => {
    await inRound(1, async ({ t, noor, bram, yasmina, ronde, ids: [id = ""] }) => {
      const actie = { houderId: yasmina.persoonId, wat: "Belt met het gezin", datum: date("2026-12-01") };
      const offered = await besluitForm(t.world, noor, id);
      const ids = offered.ok ? offered.value.team.map(({ persoonId }) => persoonId) : [];
      expect(ids).toContain(bram.persoonId);
      expect(ids).not.toContain(yasmina.persoonId);
      expect((await actieForm(t.world, noor, ronde))?.team.map(({ persoonId }) => persoonId)).toEqual(ids);
      const refusal = {
        error: {
          kind: "velden",
          problemen: { wie1: { kind: "niet_in_toestemming", naam: "Yasmina El Idrissi" } },
        },
      };
      expect(await recordBesluit(anAct(t, noor), id, aBesluit({ acties: [actie] }))).toMatchObject(refusal);
      expect(await addActie(anAct(t, noor), ronde, { hulpvraagId: id, actie })).toMatchObject(refusal);
      expect(await countOf(t, "actie", `hulpvraag_id = '${id}'`)).toBe(0);
    });
  });

  it("for a Saturday are for the Monday after it, on the card as in the term", async () => {
    await inRound(1, async ({ t, noor, bram, ronde, ids: [id = ""] }) => {
      const [van, naar] = [date("2026-12-05"), date("2026-12-07")];
      const actie = { houderId: bram.persoonId, wat: "Belt met het gezin", datum: van };
      const wish = { hulpvraagId: id, actie };
      expect(done(await addActie(anAct(t, noor), ronde, wish))).toEqual({ verschoven: [{ van, naar }] });
      const form = aBesluit({ besluiten: ["meer_informatie"], terugOp: van, acties: [actie] });
      expect(done(await recordBesluit(anAct(t, noor), id, form))).toMatchObject({
        verschoven: [{ van, naar }],
      });
      const [punt] = (await seenRonde(t, noor, ronde)).punten;
      expect(punt?.acties.map(({ datum }) => datum)).toEqual([naar, naar]);
      expect(punt?.besluit?.terugOp).toEqual(naar);
      const due = `select string_agg(distinct vervalt::text, ' ') as value from termijn
        where hulpvraag_id = $1 and soort in ('actie', 'meer_informatie')`;
      expect(await columnOf(t, due, [id])).toBe("2026-12-07");
    });
  });

  it("are screened like every text", async () => {
    await inRound(1, async ({ t, noor, bram, ronde, ids: [id = ""] }) => {
      const actie = {
        houderId: bram.persoonId,
        wat: "Mailt naar jan@voorbeeld.nl",
        datum: date("2026-11-30"),
      };
      expect(await addActie(anAct(t, noor), ronde, { hulpvraagId: id, actie })).toMatchObject({
        error: { kind: "velden", problemen: { wat1: { kind: "bevat", gevonden: [{ type: "email" }] } } },
      });
    });
  });
});

describe("closing a round", () => {
  it("lets what was not discussed wait, and gives the chair the summary to look at", async () => {
    await inRound(2, async ({ t, noor, bram, ronde, ids: [first = "", second = ""] }) => {
      done(await recordBesluit(anAct(t, noor), first, aBesluit()));
      const at = { id: ronde, versie: await versieOf(t, ronde) };
      expect(await closeRonde(anAct(t, bram), at)).toMatchObject({ error: { kind: "kan_niet" } });
      expect(done(await closeRonde(anAct(t, noor), at))).toEqual({ verschoven: 1 });
      expect([await statusOf(t, first), await statusOf(t, second)]).toEqual(["besproken", "klaargezet"]);
      const told = (await toldAbout(t, ronde)).filter(({ soort }) => soort === "samenvatting_voorleggen");
      expect(told).toEqual([{ soort: "samenvatting_voorleggen", persoonId: noor.persoonId }]);
      expect(await closeRonde(anAct(t, noor), at)).toMatchObject({ error: { kind: "verouderd" } });
      expect(await recordBesluit(anAct(t, noor), second, aBesluit())).toMatchObject({
        error: { kind: "verouderd_in_ronde" },
      });
    });
  });

  it("frees the SZT for its next round, where the item that waited is proposed again", async () => {
    const { t, noor, bram, saskia } = await castOf(made);
    const items = await readyItems(t, noor, 1);
    const id = await anOpenRonde(t, noor, { deelnemers: [bram, saskia], items });
    done(await closeRonde(anAct(t, noor), { id, versie: await versieOf(t, id) }));
    const next = done(await planRonde(anAct(t, noor), sztOf(noor), aForm(noor, [bram, saskia]))).id;
    expect((await seenRonde(t, noor, next)).voorstellen.map(({ referentie }) => referentie)).toContain(
      items[0]?.referentie,
    );
    done(await agendeerOp(anAct(t, noor), next, { hulpvragen: items.map((item) => item.id), minuten: 15 }));
    expect(await statusOf(t, items[0]?.id ?? "")).toBe("geagendeerd");
  });
});
