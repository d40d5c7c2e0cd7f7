import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { timers as teamTimers } from "#bot/team.ts";
import { execute, query } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import type { Functie } from "#domain/code.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { ToevoegForm, VertrekForm } from "#domain/team-form.ts";
import { todayIn } from "#domain/today.ts";
import { demoSetUp, hostTenant } from "#local/demo.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { makeCalendarLink, takeCalendarRound } from "#usecases/calendar-file.ts";
import { membershipEnded } from "#usecases/lidmaatschap.ts";
import { myLooseWork } from "#usecases/openwerk.ts";
import { moveRonde } from "#usecases/overlegronde.ts";
import { acceptAanbod, offerToOther } from "#usecases/regierol-aanbod.ts";
import { takeOver } from "#usecases/round-chair.ts";
import { setUp } from "#usecases/set-up.ts";
import {
  beslisVertrek,
  kiesVoorzitter,
  readTeam,
  spreekAf,
  vertrekt,
  vervang,
  voegToe,
} from "#usecases/team.ts";
import { runDueTimers, type TimerHandlers } from "#usecases/timekeeper.ts";
import { heardLeft } from "#usecases/vertrek-teams.ts";
import { aHeld, anOffer, at, dossierOf, later } from "./a-besluit.ts";
import { anOpenRonde, aRonde, readyItems, rondeOf, seenRonde, sztOf, versieOf } from "./a-round.ts";
import { events, kindOf, notices } from "./an-advies.ts";
import { anAct, countOf, date, done, seen } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let szt: string;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, saskia] = (await Promise.all(["noor", "bram", "saskia"].map((one) => t.actor(one)))) as [
    Actor,
    Actor,
    Actor,
  ];
  szt = sztOf(noor);
});
afterEach(() => t.close());

const wekker = <T>(run: Parameters<typeof t.world.database.transact<T>>[1]) =>
  t.world.database.transact(taskScope(t.world.swvId, "wekker"), run);

/** What the timer of this team does when it goes off now. */
const settle = () =>
  wekker((tx) =>
    teamTimers.team_bijwerken(t.world, tx, {
      ...{
        id: "00000000-0000-4000-8000-000000000000",
        soort: "team_bijwerken",
        onderwerpId: szt,
        op: tx.now,
      },
      sleutel: `team_bijwerken:${tx.now}`,
    }),
  );

/** The newest membership of this person in the team of De Regenboog, whatever became of it. */
async function lidOf(handle: string, sztId = szt) {
  const actor = await t.actor(handle);
  const [row] = await wekker((tx) =>
    query(
      tx,
      z.object({ id: z.string() }),
      `select id from lidmaatschap where persoon_id = $1 and szt_id = $2 order by van desc limit 1`,
      [actor.persoonId, sztId],
    ),
  );
  if (!row) throw new Error("no member");
  return row.id;
}
const nu: VertrekForm = { wanneer: "nu", op: null };
const goes = async (handle: string, form: VertrekForm = nu, by: Actor = noor) =>
  vertrekt(anAct(t, by), szt, await lidOf(handle), form);
const worksIn = async (handle: string) =>
  (await t.actor(handle)).lidmaatschappen.filter(({ sztId }) => sztId === szt).length > 0;
const holders = async (id: string) =>
  (await dossierOf(t, id)).regierollen
    .filter(({ tot }) => tot === null)
    .map(({ houderId, soort }) => `${houderId === noor.persoonId ? "noor" : "ander"} ${soort}`);
const loose = async (actor: Actor) => (await myLooseWork(t.world, actor)).map(({ soort }) => soort);

describe("somebody leaves at once", () => {
  it("and sees nothing more; the ib has the regierol from that moment, and reads what is left to give on", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    const rondeId = await aRonde(t, noor, [bram, saskia]);
    const { token } = done(await makeCalendarLink(anAct(t, bram), rondeId));
    expect(await holders(id)).toEqual(["ander actief"]);
    done(await goes("bram"));
    const gone = await t.actor("bram");
    expect(await worksIn("bram")).toBe(false);
    // The other SZT goes on.
    expect(gone.lidmaatschappen.length).toBe(1);
    await expect(seen(t, gone, id)).rejects.toThrow();
    expect(await readTeam(t.world, gone, szt)).toBeNull();
    expect(await takeCalendarRound(t.world, token)).toBeNull();
    await expect(seenRonde(t, gone, rondeId)).rejects.toThrow();
    expect((await rondeOf(t, rondeId)).deelnemers.map(({ persoonId }) => persoonId)).not.toContain(
      bram.persoonId,
    );
    expect(await holders(id)).toEqual(["noor waarnemend"]);
    expect(await loose(noor)).toEqual(["regierol"]);
    const told = (await notices(t)).filter(({ soort }) => soort === "openwerk_gemeld");
    expect(told.map(({ persoonId }) => persoonId)).toEqual(
      expect.arrayContaining([noor.persoonId, saskia.persoonId]),
    );
    expect(told.map(({ persoonId }) => persoonId)).not.toContain(bram.persoonId);
    // The wijkteam may know nothing of it.
    expect(await loose(await t.actor("yasmina"))).toEqual([]);
  });

  it("while work runs somebody else can take it, after the parents agreed: its terms go along", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    done(await goes("bram"));
    later(t);
    const today = todayIn(t.clock.now());
    const form = { aan: saskia.persoonId, akkoordOp: today, akkoordVan: ["ouder1", "ouder2"] as const };
    done(await offerToOther(anAct(t, noor), await at(t, id), form));
    expect(await loose(noor)).toEqual([]);
    later(t);
    done(await acceptAanbod(anAct(t, saskia), await at(t, id)));
    expect(await holders(id)).toEqual(["ander actief"]);
    expect((await dossierOf(t, id)).status).toBe("in_uitvoering");
    expect(
      (await dossierOf(t, id)).termijnen.filter((one) => one.soort === "giz" && one.status === "open").length,
    ).toBe(1);
  });

  it("and what was asked of them stands with nobody", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    done(await goes("bram"));
    expect((await dossierOf(t, id)).aanbod?.status).toBe("vervallen");
    expect(await loose(noor)).toEqual(["regierol"]);
    expect(
      (await dossierOf(t, id)).termijnen.filter(({ status }) => status === "open").map(({ soort }) => soort),
    ).toContain("nieuw_aanbod");
  });

  it("is refused of the only ib, at once and on a day: nobody would see to the cases of the school", async () => {
    const over = date("2026-12-18");
    const lastIb = { ok: false, error: { kind: "velden", problemen: { lid: { kind: "laatste_ib" } } } };
    expect(await goes("noor")).toEqual(lastIb);
    expect(await goes("noor", { wanneer: "op", op: over })).toEqual(lastIb);
    const afspraak = {
      uren: 24,
      urenGelezen: true,
      werkdagen: ["ma"] as const,
      vanaf: date("2026-12-01"),
      tot: over,
    };
    expect(await spreekAf(anAct(t, noor), szt, await lidOf("noor"), afspraak)).toMatchObject({
      error: { problemen: { tot: { kind: "laatste_ib" } } },
    });
    expect(await worksIn("noor")).toBe(true);
  });

  it("is refused of who does not see to this team, of what was made up, and twice", async () => {
    const lid = await lidOf("bram");
    const fatima = await t.actor("fatima");
    for (const by of [bram, saskia, await t.actor("wim"), fatima])
      expect(kindOf(await vertrekt(anAct(t, by), szt, lid, nu))).toBe("onzichtbaar");
    // Of another team, by its ib: it is none of this team.
    expect(kindOf(await vertrekt(anAct(t, fatima), sztOf(fatima), lid, nu))).toBe("velden");
    expect(kindOf(await goes("wim"))).toBe("velden");
    expect(kindOf(await vertrekt(anAct(t, noor), szt, null, nu))).toBe("velden");
    expect(await worksIn("bram")).toBe(true);
    done(await goes("bram"));
    expect(kindOf(await goes("bram"))).toBe("velden");
  });

  it("and does not come back by a file that still has them; nor does what was agreed by hand", async () => {
    const facts = demoSetUp(todayIn(t.clock.now()), seedVakanties());
    done(await goes("bram"));
    const afspraak = {
      uren: 6,
      urenGelezen: true,
      werkdagen: ["wo"],
      vanaf: todayIn(t.clock.now()),
      tot: null,
    } as const;
    done(await spreekAf(anAct(t, noor), szt, await lidOf("yasmina"), afspraak));
    done(await kiesVoorzitter(anAct(t, noor), szt, saskia.persoonId));
    await setUp(t.world, facts);
    expect(await worksIn("bram")).toBe(false);
    const team = await readTeam(t.world, noor, szt);
    const yasmina = team?.groepen.flatMap(({ leden }) => leden).find(({ functie }) => functie === "wijkteam");
    expect(yasmina?.afspraak).toEqual({ uren: 6, werkdagen: ["wo"] });
    expect(team?.voorzitter?.persoonId).toBe(saskia.persoonId);
    // What is new in the file holds.
    const people = facts.people.map((one) =>
      one.functie === "wijkteam" && one.urenPerWeek === 4 ? { ...one, urenPerWeek: 8 } : one,
    );
    await setUp(t.world, { ...facts, people });
    expect(await wekker((tx) => hoursOn(tx, "2026-11-22"))).toBe(4);
    expect(await wekker((tx) => hoursOn(tx, "2026-11-23"))).toBe(8);
  });
});

async function hoursOn(tx: Parameters<Parameters<typeof wekker>[0]>[0], day: string) {
  const [row] = await query(
    tx,
    z.object({ uren: z.number().nullable() }),
    `select a.uren from lidmaatschap l cross join lateral afspraak_op(l.id, $2) a where l.szt_id = $1 and l.functie = 'wijkteam'`,
    [szt, date(day)],
  );
  return row?.uren ?? null;
}

describe("somebody leaves on a day", () => {
  it("and works until the end of it; at midnight the rest follows", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    done(await goes("bram", { wanneer: "op", op: date("2026-11-24") }));
    expect(await worksIn("bram")).toBe(true);
    expect(await holders(id)).toEqual(["ander actief"]);
    t.clock.set(Temporal.Instant.from("2026-11-24T23:00:30Z"));
    const quiet = async () => undefined;
    const handlers = new Proxy({} as TimerHandlers, {
      get: (_, soort) => (soort === "lidmaatschap_eindigt" ? membershipEnded : quiet),
    });
    await runDueTimers(t.world, handlers);
    expect(await worksIn("bram")).toBe(false);
    expect(await holders(id)).toEqual(["noor waarnemend"]);
  });

  it("a regierol waits for an ib when there is none, and is taken by the first who comes", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    await wekker((tx) =>
      execute(
        tx,
        `update lidmaatschap set tot = '2026-11-22' where szt_id = $1 and functie in ('ib', 'smw')`,
        [szt],
      ),
    );
    await settle();
    expect(await holders(id)).toEqual(["ander actief"]);
    await wekker((tx) =>
      execute(tx, `update lidmaatschap set tot = null where szt_id = $1 and functie = 'ib'`, [szt]),
    );
    later(t);
    await settle();
    await settle();
    expect(await holders(id)).toEqual(["noor waarnemend"]);
  });
});

describe("Teams tells that somebody left", () => {
  const identity = async (handle: string) => {
    const actor = await t.actor(handle);
    const [row] = await t.world.database.transact(taskScope(t.world.swvId, "identiteit"), (tx) =>
      query(
        tx,
        z.object({ objectId: z.string() }),
        `select object_id as "objectId" from teams_identiteit where persoon_id = $1`,
        [actor.persoonId],
      ),
    );
    return { tenantId: hostTenant, objectId: row?.objectId ?? "" };
  };
  const hears = async (handle: string, op = "2026-11-23T08:00:00Z") => {
    await wekker((tx) => execute(tx, `update szt set team_id = '19:team' where id = $1`, [szt]));
    await heardLeft(t.world, {
      ...{ teamId: "19:team", personen: [await identity(handle)] },
      op: Temporal.Instant.from(op),
    });
  };
  const waits = async (by = noor) =>
    (await readTeam(t.world, by, szt))?.onderbroken.map(({ persoonId }) => persoonId) ?? [];

  it("nothing opens any more there, the ib is asked, and until then nobody takes the work over", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    await hears("bram");
    expect(await worksIn("bram")).toBe(false);
    expect((await t.actor("bram")).lidmaatschappen.length).toBe(1);
    await expect(seen(t, await t.actor("bram"), id)).rejects.toThrow();
    expect(await waits()).toEqual([bram.persoonId]);
    expect((await notices(t)).filter(({ soort }) => soort === "team_vertrek_gemeld")).toMatchObject([
      { persoonId: noor.persoonId },
    ]);
    expect(await holders(id)).toEqual(["ander actief"]);

    expect(done(await beslisVertrek(anAct(t, noor), await lidOf("bram"), true)).sztId).toBe(szt);
    expect(await holders(id)).toEqual(["noor waarnemend"]);
    expect(await waits()).toEqual([]);
    expect(kindOf(await beslisVertrek(anAct(t, noor), await lidOf("bram"), false))).toBe("verouderd");
    expect(await worksIn("bram")).toBe(false);
  });

  it("who belongs there still comes back as before, and old or repeated news changes nothing", async () => {
    done(await goes("bram", { wanneer: "op", op: date("2026-12-31") }));
    await hears("bram");
    await hears("bram");
    expect(await countOf(t, "gebeurtenis", "soort = 'lid_onderbroken'")).toBe(1);
    done(await beslisVertrek(anAct(t, noor), await lidOf("bram"), false));
    expect(await worksIn("bram")).toBe(true);
    expect(await countOf(t, "lidmaatschap", "tot = '2026-12-31'")).toBe(1);
    await hears("bram", "2026-11-23T07:59:59Z");
    await hears("bram");
    expect(await worksIn("bram")).toBe(true);
    await hears("bram", "2026-11-23T08:00:01Z");
    expect(await worksIn("bram")).toBe(false);
  });

  it("that the only ib left: the kernteam is asked, everybody hears that there is none, and the answer gives her back", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    await hears("noor");
    expect(await worksIn("noor")).toBe(false);
    const told = async (soort: string) =>
      (await notices(t)).filter((one) => one.soort === soort).map(({ persoonId }) => persoonId);
    const kernteam = [saskia.persoonId];
    expect(await told("team_vertrek_gemeld")).toEqual(kernteam);
    const rest = await told("team_zonder_ib");
    expect(rest).toEqual(expect.arrayContaining([bram.persoonId, (await t.actor("yasmina")).persoonId]));
    for (const one of [saskia, noor, await t.actor("wim"), await t.actor("fatima")])
      expect(rest).not.toContain(one.persoonId);
    expect((await readTeam(t.world, bram, szt))?.zonderIb).toBe("kernteam");
    expect(await waits(saskia)).toEqual([noor.persoonId]);
    const lid = await lidOf("noor");
    for (const by of [bram, await t.actor("wim"), await t.actor("noor")])
      expect(kindOf(await beslisVertrek(anAct(t, by), lid, false))).toBe("onzichtbaar");
    done(await beslisVertrek(anAct(t, saskia), lid, false));
    expect(await worksIn("noor")).toBe(true);
    expect((await readTeam(t.world, bram, szt))?.zonderIb).toBeNull();
    expect((await seen(t, await t.actor("noor"), id)).referentie).toMatch(/^HV-/);
    // With an ib the kernteam changes nobody any more.
    expect(kindOf(await beslisVertrek(anAct(t, saskia), lid, true))).toBe("onzichtbaar");
  });

  it("that all of the schakelteam left at once: nobody is asked who left too", async () => {
    await wekker((tx) => execute(tx, `update szt set team_id = '19:team' where id = $1`, [szt]));
    const personen = await Promise.all(["noor", "saskia"].map(identity));
    await heardLeft(t.world, {
      teamId: "19:team",
      personen,
      op: Temporal.Instant.from("2026-11-23T08:00:00Z"),
    });
    expect((await notices(t)).filter(({ soort }) => soort === "team_vertrek_gemeld")).toEqual([]);
    expect((await readTeam(t.world, bram, szt))?.zonderIb).toBe("niemand");
  });

  it("of the chair: who belongs there still chairs again, unless somebody else was chosen", async () => {
    const chair = async () => (await readTeam(t.world, noor, szt))?.voorzitter?.persoonId ?? null;
    done(await kiesVoorzitter(anAct(t, noor), szt, bram.persoonId));
    await hears("bram");
    expect(await chair()).toBeNull();
    done(await beslisVertrek(anAct(t, noor), await lidOf("bram"), false));
    expect(await chair()).toBe(bram.persoonId);
    await hears("bram", "2026-11-23T08:00:01Z");
    done(await kiesVoorzitter(anAct(t, noor), szt, saskia.persoonId));
    done(await beslisVertrek(anAct(t, noor), await lidOf("bram"), false));
    expect(await chair()).toBe(saskia.persoonId);
  });

  it("only who sees to that team decides, and of who leads a school Teams ends nothing", async () => {
    await hears("bram");
    const lid = await lidOf("bram");
    for (const by of [saskia, await t.actor("wim"), await t.actor("fatima"), await t.actor("bram")])
      expect(kindOf(await beslisVertrek(anAct(t, by), lid, false))).toBe("onzichtbaar");
    await hears("wim");
    expect(await worksIn("wim")).toBe(true);
    await heardLeft(t.world, {
      teamId: "19:onbekend",
      personen: [await identity("saskia")],
      op: Temporal.Instant.from("2026-11-23T08:00:00Z"),
    });
    expect(await worksIn("saskia")).toBe(true);
  });
});

const form = (over: Partial<ToevoegForm> = {}): ToevoegForm => ({
  ...{
    email: "karim@wijkteam.example",
    naam: "Karim Haddad",
    functie: "wijkteam",
    uren: 4,
    urenGelezen: true,
  },
  ...{ werkdagen: ["di"], van: date("2026-11-23"), tot: null },
  ...over,
});

describe("somebody comes", () => {
  it("is known by an address and by nothing else until first contact; others who see to the team hear of it", async () => {
    done(await voegToe(anAct(t, noor), szt, form()));
    expect(await countOf(t, "persoon", "email = 'karim@wijkteam.example'")).toBe(1);
    expect(
      await countOf(t, "teams_identiteit i join persoon p on p.id = i.persoon_id", "p.naam = 'Karim Haddad'"),
    ).toBe(0);
    const shared = (await readTeam(t.world, bram, szt))?.groepen.find(
      ({ functie }) => functie === "wijkteam",
    );
    expect(shared?.leden.map(({ naam }) => naam)).toEqual(["Karim Haddad", "Yasmina El Idrissi"]);
    expect(JSON.stringify(shared)).not.toContain("@");
    expect((await events(t, "lid_toegevoegd")).length).toBe(1);
  });

  it("who is known keeps the own name, whoever types another", async () => {
    const fatima = await t.actor("fatima");
    done(
      await voegToe(
        anAct(t, noor),
        szt,
        form({ email: "FATIMA@voorbeeld.example".toLowerCase(), naam: "Iemand Anders" }),
      ),
    );
    expect((await t.actor("fatima")).naam).toBe(fatima.naam);
    expect(await countOf(t, "persoon", "naam = 'Iemand Anders'")).toBe(0);
    expect(await worksIn("fatima")).toBe(true);
  });

  it("with a name that was typed wrong: taken off and brought in again it is mended, of who never came and works nowhere else", async () => {
    const naamOf = async () =>
      (
        await wekker((tx) =>
          query(
            tx,
            z.object({ naam: z.string() }),
            `select naam from persoon where email = 'karim@wijkteam.example'`,
          ),
        )
      ).map(({ naam }) => naam);
    done(await voegToe(anAct(t, noor), szt, form({ naam: "Karim Hadad" })));
    const lid = (await readTeam(t.world, noor, szt))?.groepen
      .flatMap(({ leden }) => leden)
      .find(({ naam }) => naam === "Karim Hadad");
    done(await vertrekt(anAct(t, noor), szt, lid?.id ?? null, nu));
    done(await voegToe(anAct(t, noor), szt, form()));
    expect(await naamOf()).toEqual(["Karim Haddad"]);
    // Works here by now: the name is known to others.
    done(await voegToe(anAct(t, noor), szt, form({ functie: "smw", naam: "Iemand Anders" })));
    expect(await naamOf()).toEqual(["Karim Haddad"]);
  });

  it.each<[string, string, Functie | null, string]>([
    ["as an ib", "noor", "ib", "velden"],
    ["as a directeur", "noor", "directeur", "velden"],
    ["by a partner", "bram", "wijkteam", "onzichtbaar"],
    ["by the directeur", "wim", "wijkteam", "onzichtbaar"],
    ["by the ib of another team", "fatima", "wijkteam", "onzichtbaar"],
  ])("not %s", async (_, by, functie, kind) => {
    expect(kindOf(await voegToe(anAct(t, await t.actor(by)), szt, form({ functie })))).toBe(kind);
    expect(await countOf(t, "persoon", "email = 'karim@wijkteam.example'")).toBe(0);
  });

  it("in the place of another has a last day, rights of their own, and takes nothing over", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    const over = {
      email: "karim@kwadraad.example",
      naam: "Karim Haddad",
      van: date("2026-11-23"),
      tot: date("2026-12-18"),
    };
    done(await vervang(anAct(t, noor), szt, await lidOf("bram"), over));
    expect(kindOf(await vervang(anAct(t, noor), szt, await lidOf("noor"), over))).toBe("velden");
    expect(await holders(id)).toEqual(["ander actief"]);
    expect(
      await countOf(t, "lidmaatschap", "vervangt_id is not null and tot = '2026-12-18' and not voorzitter"),
    ).toBe(1);
    expect(await worksIn("bram")).toBe(true);
  });
});

describe("who comes", () => {
  const deelnemers = async (id: string) =>
    (await rondeOf(t, id)).deelnemers.map(({ naam, functie }) => `${naam} ${functie}`);
  const invited = async () =>
    (await notices(t)).filter(({ soort }) => soort === "ronde_uitnodiging").map(({ persoonId }) => persoonId);

  it("is invited to the rounds that were planned before, at another version, and stays off one where the ib took them off", async () => {
    const before = await aRonde(t, noor, [bram, saskia]);
    later(t);
    const { versie } = await rondeOf(t, before);
    done(await voegToe(anAct(t, noor), szt, form()));
    const karim = (await readTeam(t.world, noor, szt))?.groepen
      .flatMap(({ leden }) => leden)
      .find(({ naam }) => naam === "Karim Haddad");
    expect(await deelnemers(before)).toContain("Karim Haddad wijkteam");
    expect((await rondeOf(t, before)).versie).toBe(versie + 1);
    expect((await invited()).filter((id) => id === karim?.persoonId)).toHaveLength(1);
    const { id, versie: now, datum, begin, duurMinuten, plaats, deelnameLink } = await rondeOf(t, before);
    const plan = {
      datum,
      begin,
      duurMinuten,
      plaats,
      deelnameLink: deelnameLink ?? "",
      voorzitterId: noor.persoonId,
    };
    done(
      await moveRonde(
        anAct(t, noor),
        { id, versie: now },
        { ...plan, deelnemers: [noor.persoonId, bram.persoonId] },
      ),
    );
    await settle();
    expect(await deelnemers(before)).not.toContain("Karim Haddad wijkteam");
    // Nothing is done twice.
    expect((await invited()).filter((one) => one === karim?.persoonId)).toHaveLength(1);
  });

  it("and works here for a while comes to the rounds of that while; on call to none", async () => {
    const id = await aRonde(t, noor, [bram, saskia]);
    later(t);
    const over = {
      email: "stand.in@example.org",
      naam: "Invaller",
      van: date("2026-11-23"),
      tot: date("2026-12-06"),
    };
    done(await vervang(anAct(t, noor), szt, await lidOf("saskia"), over));
    done(
      await voegToe(
        anAct(t, noor),
        szt,
        form({ functie: "leerplicht", email: "lp@example.org", naam: "Leerplicht" }),
      ),
    );
    expect((await deelnemers(id)).join()).not.toMatch(/Invaller|Leerplicht/);
  });

  it("later is invited on the first day, by day", async () => {
    const id = await aRonde(t, noor, [bram, saskia]);
    later(t);
    done(await voegToe(anAct(t, noor), szt, form({ van: date("2026-12-01") })));
    expect((await deelnemers(id)).join()).not.toMatch(/Karim/);
    const due = async () =>
      (
        await wekker((tx) =>
          query(
            tx,
            z.object({ op: z.string() }),
            `select op::text from wekker where soort = 'team_bijwerken' and op > $1`,
            [tx.now],
          ),
        )
      ).map(({ op }) => Temporal.Instant.from(op.replace(" ", "T")).toString());
    expect(await due()).toEqual(["2026-12-01T07:00:00Z"]);
    t.clock.set(Temporal.Instant.from("2026-12-01T07:00:00Z"));
    await settle();
    expect((await deelnemers(id)).join()).toMatch(/Karim Haddad/);
  });

  it("later and stands on a round already is invited on the first day all the same", async () => {
    done(await voegToe(anAct(t, noor), szt, form({ van: date("2026-12-01") })));
    later(t);
    const karim = (await readTeam(t.world, noor, szt))?.groepen
      .flatMap(({ leden }) => leden)
      .find(({ naam }) => naam === "Karim Haddad");
    const who = { persoonId: karim?.persoonId ?? "" } as Actor;
    const id = await aRonde(t, noor, [bram, saskia, who]);
    expect(await deelnemers(id)).toContain("Karim Haddad wijkteam");
    const first = (await notices(t)).filter((one) => one.persoonId === who.persoonId).length;
    t.clock.set(Temporal.Instant.from("2026-12-01T07:00:00Z"));
    await settle();
    await settle();
    const told = (await notices(t)).filter((one) => one.persoonId === who.persoonId).slice(first);
    expect(told.filter(({ soort }) => soort === "ronde_uitnodiging")).toHaveLength(1);
  });

  it("as an ib where a round was left open: she has it, can take it over and end it, and it stands on her list", async () => {
    const [item] = await readyItems(t, noor, 1);
    const id = await anOpenRonde(t, noor, { deelnemers: [bram, saskia], items: item ? [item] : [] });
    await wekker((tx) =>
      execute(
        tx,
        `update lidmaatschap set tot = '2026-11-22' where szt_id = $1 and functie = 'ib' and persoon_id = $2`,
        [szt, noor.persoonId],
      ),
    );
    t.clock.set(Temporal.Instant.from("2026-11-25T08:00:00Z"));
    await settle();
    const yasmina = await t.actor("yasmina");
    await wekker((tx) =>
      execute(
        tx,
        `update lidmaatschap set functie = 'ib', school_id = (select school_id from lidmaatschap where persoon_id = $3 and szt_id = $1 and functie = 'ib' limit 1)
         where szt_id = $1 and persoon_id = $2`,
        [szt, yasmina.persoonId, noor.persoonId],
      ),
    );
    await settle();
    const ib = await t.actor("yasmina");
    expect((await seenRonde(t, ib, id)).mag.has("overnemen")).toBe(true);
    expect(
      (await notices(t)).filter((one) => one.soort === "ronde_afmaken" && one.persoonId === ib.persoonId),
    ).toHaveLength(1);
    expect(await loose(ib)).toContain("ronde");
    done(await takeOver(anAct(t, ib), { id, versie: await versieOf(t, id) }));
    expect((await seenRonde(t, ib, id)).mag.has("sluiten")).toBe(true);
    await settle();
    expect(await loose(ib)).not.toContain("ronde");
  });

  it("as the only ib, by the file: she has the round that waits for one, and can choose a chair", async () => {
    const id = await aRonde(t, noor, [bram, saskia]);
    await wekker((tx) =>
      execute(
        tx,
        `update lidmaatschap set tot = '2026-11-22' where szt_id = $1 and functie = 'ib' and persoon_id = $2`,
        [szt, noor.persoonId],
      ),
    );
    await settle();
    expect((await deelnemers(id)).join()).not.toMatch(/Noor/);
    later(t);
    const facts = demoSetUp(todayIn(t.clock.now()), seedVakanties());
    const opnieuw = facts.people
      .filter((one) => one.functie === "ib")
      .map((one) => ({ ...one, van: date("2026-11-23") }));
    await setUp(t.world, { ...facts, people: [...facts.people, ...opnieuw] });
    await settle();
    const again = await t.actor("noor");
    const { versie, datum, begin, duurMinuten, plaats, deelnameLink } = await rondeOf(t, id);
    const plan = {
      datum,
      begin,
      duurMinuten,
      plaats,
      deelnameLink: deelnameLink ?? "",
      voorzitterId: bram.persoonId,
    };
    done(
      await moveRonde(
        anAct(t, again),
        { id, versie },
        { ...plan, deelnemers: [again.persoonId, bram.persoonId] },
      ),
    );
  });
});

describe("the chair", () => {
  it("is never two, in whatever order and however many at once", async () => {
    const chairs = () => countOf(t, "lidmaatschap", `szt_id = '${szt}' and voorzitter`);
    const people = [noor, bram, saskia, await t.actor("yasmina"), await t.actor("hanna")];
    await Promise.all(people.map(({ persoonId }) => kiesVoorzitter(anAct(t, noor), szt, persoonId)));
    expect(await chairs()).toBe(1);
    expect(kindOf(await kiesVoorzitter(anAct(t, noor), szt, (await t.actor("fatima")).persoonId))).toBe(
      "wie",
    );
    expect(kindOf(await kiesVoorzitter(anAct(t, bram), szt, bram.persoonId))).toBe("onzichtbaar");
    expect(await chairs()).toBe(1);
    const second = wekker((tx) =>
      execute(tx, `update lidmaatschap set voorzitter = true where szt_id = $1`, [szt]),
    );
    await expect(second).rejects.toThrow();
    done(await kiesVoorzitter(anAct(t, noor), szt, bram.persoonId));
    done(await goes("bram"));
    expect((await readTeam(t.world, noor, szt))?.voorzitter).toBeNull();
  });
});
