/** How it went since the besluit is read by who works with it, for as long as they do; and nothing that protects waits. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { presenter as bundle } from "#bot/dagbericht.ts";
import { presenter as kaart } from "#bot/hulpvraag.ts";
import { timers } from "#bot/regierol-regelen.ts";
import type { Presenter } from "#bot/route.ts";
import { stampsFor } from "#bot/stamp.ts";
import { execute } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { wordsOf } from "#test/stories/story.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { saveDagberichtTijd } from "#usecases/dagbericht-tijd.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { pauzeer } from "#usecases/pauze.ts";
import { acceptAanbod, offerToOther } from "#usecases/regierol-aanbod.ts";
import { myTaken } from "#usecases/taken.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { nodigUit, startTraject } from "#usecases/traject.ts";
import { saveUitbreiding } from "#usecases/uitbreiding.ts";
import { settleTeam } from "#usecases/vertrek.ts";
import { completeReview } from "#usecases/voortgang.ts";
import { acceptWaarneming, regelWaarneming } from "#usecases/waarneming.ts";
import { zetOpWachtlijst } from "#usecases/wachtlijst.ts";
import {
  aDecided,
  aHeld,
  aTerugblik,
  aTerugkoppeling,
  at,
  dossierOf,
  later,
  leaves,
  openTermOf,
} from "./a-besluit.ts";
import { anAct, date, done, signedAgain } from "./an-intake.ts";
import { bundlesOf, startDays, until } from "./day-by-day.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let hanna: Actor;
let yasmina: Actor;
beforeEach(async () => {
  t = await aWorld();
  const all = ["noor", "bram", "saskia", "hanna", "yasmina"].map((handle) => t.actor(handle));
  [noor, bram, saskia, hanna, yasmina] = (await Promise.all(all)) as [Actor, Actor, Actor, Actor, Actor];
});
afterEach(() => t.close());

const held = () => aHeld(t, { ib: noor, houder: bram });
const akkoord = { akkoordOp: date("2026-11-23"), akkoordVan: ["ouder1", "ouder2"] } as const;
const inhoud = /jeugdhulp|ggz|ziek of opgenomen|traject|wachtlijst|pauze/i;

async function drawn(presenter: Presenter, who: Actor, id: string): Promise<string> {
  const shown = await presenter.present(t.world, who, id, stampsFor(t.world, who.persoonId));
  return shown ? wordsOf(shown.card) : "";
}
async function traject(id: string): Promise<void> {
  done(await startTraject(anAct(t, bram), await at(t, id), { op: date("2026-11-23") }));
  later(t);
}
async function wacht(id: string): Promise<void> {
  const plek = {
    soort: "jeugdhulp_ggz",
    sinds: date("2026-10-05"),
    verwachtTot: null,
    contact: null,
  } as const;
  done(await zetOpWachtlijst(anAct(t, bram), await at(t, id), plek));
  later(t);
}
async function stil(id: string, tot: string): Promise<void> {
  done(await pauzeer(anAct(t, bram), await at(t, id), { reden: "kind_ziek_of_opgenomen", tot: date(tot) }));
  later(t);
}

/** Saskia has an actie, and the parents sign anew without her function: she knows that it is there, and no more. */
async function weetAlleen(day: string): Promise<string> {
  const actie = { houderId: saskia.persoonId, wat: "Bel even terug", datum: date(day) };
  const id = await aDecided(t, { ib: noor, houder: bram }, { acties: [actie] });
  done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t)));
  later(t);
  done(await acceptAanbod(anAct(t, bram), await at(t, id)));
  later(t);
  const anew = signedAgain(todayIn(t.clock.now()).toString(), { partners: ["smw"] });
  done(await saveToestemming(anAct(t, noor), await at(t, id), anew));
  later(t);
  expect((await readHulpvraag(t.world, saskia, id))?.leestVerloop).toBe(false);
  return id;
}

describe("how it went", () => {
  it("is not read by who is asked for the regierol before the yes", async () => {
    const id = await held();
    await traject(id);
    await wacht(id);
    await stil(id, "2026-12-11");
    const aan = { aan: hanna.persoonId, keuze: "deskundigheid", ...akkoord } as const;
    done(await offerToOther(anAct(t, noor), await at(t, id), aan));
    const shown = await drawn(kaart, hanna, id);
    expect(shown).toContain("Wil jij de regierol nemen?");
    expect(shown).not.toMatch(inhoud);
    expect(await drawn(kaart, bram, id)).toMatch(inhoud);
  });

  it("is not read by who is asked to stand in, and who does so holds it as long as the parents agreed to", async () => {
    const id = await held();
    await wacht(id);
    const form = { door: hanna.persoonId, van: date("2026-11-23"), tot: date("2026-12-04"), ...akkoord };
    done(await regelWaarneming(anAct(t, bram), await at(t, id), form));
    later(t);
    expect(await drawn(kaart, hanna, id)).not.toMatch(inhoud);
    done(await acceptWaarneming(anAct(t, hanna), await at(t, id)));
    later(t);
    expect(await drawn(kaart, hanna, id)).toMatch(inhoud);
    const weg = { uur: "08:00" as const, van: date("2026-11-23"), tot: date("2027-02-26"), zonder: [] };
    done(await saveDagberichtTijd(anAct(t, bram), weg));
    await until(t, "2026-12-04T12:00", timers);
    expect((await readHulpvraag(t.world, hanna, id))?.leerling).not.toBeNull();
    await until(t, "2027-01-20T12:00", timers);
    expect((await readHulpvraag(t.world, hanna, id))?.leerling ?? null).toBeNull();
    expect((await readHulpvraag(t.world, noor, id))?.regierol).toMatchObject({ vanMij: true });
  });

  it("does not show in the tasks of who knows that it is there, nor when she hears that something is late", async () => {
    const id = await weetAlleen("2027-03-26");
    done(await completeTermijn(anAct(t, bram), await openTermOf(t, id, "eerste_contact")));
    await traject(id);
    await wacht(id);
    await startDays(t);
    await until(t, "2027-01-15T18:00");
    const words: string[] = [];
    for (const one of await bundlesOf(t, saskia)) words.push(await drawn(bundle, saskia, one.id));
    expect(words.join("\n")).toContain("Een afspraak bij deze hulpvraag");
    expect(words.join("\n")).not.toMatch(/evaluatie|wachtlijst|overbrugging|voortgang|GIZ/i);
  });

  it("moves no actie: who has one sees nothing of a pause", async () => {
    const id = await weetAlleen("2026-12-04");
    const mine = async () => (await myTaken(t.world, saskia)).taken.map(({ vervalt }) => vervalt.toString());
    const before = await mine();
    expect(before).toEqual(["2026-12-04"]);
    await stil(id, "2026-12-11");
    expect(await mine()).toEqual(before);
    t.clock.set(Temporal.Instant.from("2026-12-14T09:00:00Z"));
    expect(await mine()).toEqual(before);
  });

  it("is not read again by who left the team and came back", async () => {
    const id = await held();
    await traject(id);
    const antwoorden = (["ouder1", "ouder2"] as const).map((partij) => ({
      ...{ partij, antwoord: "ja" as const, op: date("2026-11-23"), vorm: "papier" as const },
      bewaarplaats: "Dossier",
    }));
    const erbij = { partners: ["wijkteam" as const], antwoorden, gecontroleerd: true };
    done(await saveUitbreiding(anAct(t, noor), await at(t, id), erbij));
    later(t);
    const gast = { wie: [yasmina.persoonId], op: date("2027-01-26") };
    done(await nodigUit(anAct(t, bram), await at(t, id), gast));
    later(t);
    expect((await readHulpvraag(t.world, yasmina, id))?.leestVerloop).toBe(true);
    await leaves(t, yasmina, "2026-11-24");
    t.clock.set(Temporal.Instant.from("2026-11-26T09:00:00Z"));
    const { sztId } = await dossierOf(t, id);
    const { database, swvId } = t.world;
    await database.transact(taskScope(swvId, "wekker"), (tx) =>
      settleTeam(tx, t.world, { sztId, feit: "weg" }),
    );
    await database.transact(taskScope(swvId, "inrichting"), (tx) =>
      execute(
        tx,
        `insert into lidmaatschap
         select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'van', '2027-01-11', 'tot', null))).*
         from lidmaatschap l where persoon_id = $1`,
        [yasmina.persoonId],
      ),
    );
    t.clock.set(Temporal.Instant.from("2027-01-12T09:00:00Z"));
    expect(await readHulpvraag(t.world, await t.actor("yasmina"), id)).toBeNull();
  });
});

describe("a pause silences nothing that protects", () => {
  it("not an actie of a later round", async () => {
    const id = await held();
    await stil(id, "2027-01-04");
    const back = aTerugblik({ andersNodig: "ja", uitkomst: "terug_naar_schakelteam" });
    done(await completeReview(anAct(t, bram), await openTermOf(t, id, "driemaandsreview"), back));
    later(t);
    const actie = { houderId: saskia.persoonId, wat: "Bel de ouders terug", datum: date("2026-11-27") };
    await aDecided(t, { ib: noor, houder: bram }, { besluiten: ["doorlopen"], acties: [actie] }, id);
    expect((await myTaken(t.world, saskia)).taken.map(({ vervalt }) => vervalt.toString())).toEqual([
      "2026-11-27",
    ]);
  });

  it("not what is late: the schakelteam hears of it all the same", async () => {
    const id = await held();
    done(await completeTermijn(anAct(t, bram), await openTermOf(t, id, "eerste_contact")));
    t.clock.set(Temporal.Instant.from("2027-01-20T09:00:00Z"));
    await stil(id, "2027-02-12");
    await startDays(t);
    await until(t, "2027-02-05T18:00");
    expect((await bundlesOf(t, noor)).flatMap(({ soorten }) => soorten)).toContain("giz");
  });
});
