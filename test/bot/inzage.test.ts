import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { file } from "#bot/inzage.ts";
import { inzageBoek } from "#cards/inzage-boek.ts";
import { inzageWoorden } from "#cards/inzage-woord.ts";
import { logTekst } from "#cards/log.ts";
import { encryptText, whereOf } from "#database/kluis.ts";
import { withConnection } from "#database/pool.ts";
import { getoondeVelden, inzageTabelNamen } from "#domain/inzage-veld.ts";
import type { Actor } from "#domain/scope.ts";
import { demoPeople } from "#local/demo.ts";
import { drawn, readPdf } from "#test/outside/pdf-read.ts";
import { dossierOf } from "#test/usecases/a-besluit.ts";
import { aChannel, aClosedRound, aReady, confirmed, posted } from "#test/usecases/a-closed-round.ts";
import { aWholeCase, caseCanaries, keyOfCase, type WholeCase } from "#test/usecases/a-whole-case.ts";
import { anAct, done } from "#test/usecases/an-intake.ts";
import { reading } from "#test/usecases/on-agenda.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { type InzageKopie, makeInzageLinks, takeInzage } from "#usecases/inzage.ts";
import { releaseSummary } from "#usecases/samenvatting-vrijgave.ts";
import { askWissing } from "#usecases/wissing.ts";

/** One leerling with a row in every table, on paper; another went the same way with the same people. */
let t: TestWorld;
let noor: Actor;
let bram: Actor;
let wim: Actor;
let one: WholeCase;
let other: WholeCase;
let kopie: InzageKopie;
let paper: string;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram] = [await t.actor("noor"), await t.actor("bram")];
  one = await aWholeCase(t, { ib: noor, houder: bram });
  other = await aWholeCase(t, { ib: noor, houder: bram });
  await reading(t, one.id, [noor, bram]);
  wim = await t.actor("wim");
  const { persoonId: tweedeId } = wim;
  const asked = { reden: "niet_meer_nodig", tweedeId, van: [], identiteit: null } as const;
  done(await askWissing(anAct(t, noor), one.id, asked));
  await withoutAnAct(one.id);
  [kopie, paper] = await copyOf(one.id);
}, 60_000);
afterAll(() => t.close());

/** As data and on paper; the data first, so that all of it is on the paper. */
async function copyOf(id: string): Promise<[InzageKopie, string]> {
  const made = done(await makeInzageLinks(anAct(t, noor), id, { van: ["ouder1"], identiteit: "bekend" }));
  if (made.kind !== "links") throw new Error(made.waarom.kind);
  const taken = await takeInzage(t.world, made.json);
  const got = await file(t.world)(made.pdf);
  if (!taken || !(got?.body instanceof Uint8Array)) throw new Error("no copy");
  return [taken, drawn(readPdf(got.body)).letters];
}

/** What another ground and another family would have, and a message: kept as their own acts keep them. */
async function withoutAnAct(id: string): Promise<void> {
  const uitzondering = await uitzonderingSql(id);
  const voorstel = await voorstelSql(id);
  await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
    connection.script(`
      insert into leerling_partij (swv_id, szt_id, leerling_id, partij, stand, hoe, vastgesteld_op, vastgelegd_door, vastgelegd_op)
        select swv_id, szt_id, leerling_id, 'ouder2', 'onbereikbaar', 'brief_en_telefoon', '2026-11-20', inbrenger_id, gemaakt_op
        from hulpvraag where id = '${id}';
      insert into ouderinformatie (toestemming_id, swv_id, szt_id, school_id, hulpvraag_id, verzonden_op, wijze, aan, taal, begrepen, regel, bezwaar_tot)
        select t.id, h.swv_id, h.szt_id, h.school_id, h.id, '2026-11-10', 'meegegeven', '{ouder1,ouder2}', 'oekraiens', 'met_tolk', '{"unit":"schooldagen","amount":10}', '2026-11-24'
        from toestemming t join hulpvraag h on h.id = t.hulpvraag_id where h.id = '${id}' limit 1;
      insert into genodigde (agendapunt_id, swv_id, szt_id, persoon_id, functie, stand, datum, begin, minuten, ronde_volgorde, komst, gevraagd_door, gevraagd_op)
        select a.id, a.swv_id, a.szt_id, h.inbrenger_id, 'leerplicht', 'gevraagd', '2026-11-23', '13:30', 15, 0, 'online', h.inbrenger_id, h.gemaakt_op
        from agendapunt a join hulpvraag h on h.id = a.hulpvraag_id where h.id = '${id}' limit 1;
      insert into bewaartermijn (hulpvraag_id, swv_id, szt_id, aangekondigd_op, wissen_op)
        select id, swv_id, szt_id, '2026-11-22', '2026-12-21' from hulpvraag where id = '${id}';
      ${voorstel}
      ${uitzondering}`),
  );
}

/** What a participant wanted to see put right in the report, and was not taken over. */
async function voorstelSql(id: string): Promise<string> {
  const voorstel = randomUUID();
  const tekst = encryptText(
    await keyOfCase(t, id),
    "kanarieveld ontbreekt",
    whereOf("verslag_wijziging.tekst", voorstel),
  );
  return `
      insert into verslag (ronde_id, swv_id, szt_id, gemaakt_op, vast_vanaf)
        select a.ronde_id, a.swv_id, a.szt_id, h.gemaakt_op, '2026-12-07'
        from agendapunt a join hulpvraag h on h.id = a.hulpvraag_id where h.id = '${id}' limit 1;
      insert into verslag_wijziging (id, swv_id, szt_id, ronde_id, hulpvraag_id, besluit_id, tekst, status, reden, voorgesteld_door, voorgesteld_op,
          beantwoord_door, beantwoord_op)
        select '${voorstel}', h.swv_id, h.szt_id, v.ronde_id, h.id, b.id, '\\x${tekst.toString("hex")}', 'afgewezen', 'staat_er_al', h.inbrenger_id,
          h.gemaakt_op, h.inbrenger_id, h.gemaakt_op
        from hulpvraag h join besluit b on b.hulpvraag_id = h.id join verslag v on v.szt_id = h.szt_id where h.id = '${id}' limit 1;`;
}

/** What the directeur decided about an earlier round, and the parents know by now. */
async function uitzonderingSql(id: string): Promise<string> {
  const key = await keyOfCase(t, id);
  const verzoek = randomUUID();
  const locked = (text: string, column: string) =>
    `'\\x${encryptText(key, text, whereOf(column, verzoek)).toString("hex")}'`;
  const own = `'${verzoek}', h.swv_id, h.szt_id`;
  return `
      insert into uitzondering (id, swv_id, szt_id, school_id, hulpvraag_id, sleutel_id, referentie, ronde_id, ronde_datum, ronde_begin, redenen,
          veilig_thuis, reden, kring, gevraagd_door, gevraagd_op, directeur_id, einde, einde_op)
        select ${own}, h.school_id, h.id, l.sleutel_id, h.referentie, r.id, r.datum, r.begin, '{onveilig_thuis}', 'advies_gevraagd',
          ${locked("Waarom gevraagd: kanarieveer", "uitzondering.reden")}, array[h.inbrenger_id], h.inbrenger_id, h.gemaakt_op,
          '${wim.persoonId}', 'gebruikt', h.gemaakt_op
        from hulpvraag h join leerling l on l.id = h.leerling_id join agendapunt a on a.hulpvraag_id = h.id join overlegronde r on r.id = a.ronde_id
        where h.id = '${id}' limit 1;
      insert into uitzondering_besluit (uitzondering_id, swv_id, szt_id, besluit, kring, motivatie, besloten_door, besloten_op)
        select ${own}, 'ja', array[h.inbrenger_id], ${locked("Waarom besloten: kanarienest", "uitzondering_besluit.motivatie")}, '${wim.persoonId}', h.gemaakt_op
        from hulpvraag h where h.id = '${id}';
      insert into uitzondering_verslag (uitzondering_id, swv_id, szt_id, tekst, vastgelegd_door, vastgelegd_op)
        select ${own}, ${locked("Wat is besproken: kanariezang", "uitzondering_verslag.tekst")}, h.inbrenger_id, h.gemaakt_op
        from hulpvraag h where h.id = '${id}';
      insert into uitzondering_ouders (id, swv_id, szt_id, uitzondering_id, verteld_op, vastgelegd_door, vastgelegd_op)
        select '${randomUUID()}', h.swv_id, h.szt_id, '${verzoek}', '2026-11-20', h.inbrenger_id, h.gemaakt_op
        from hulpvraag h where h.id = '${id}';`;
}

/** A column breaks words where it is narrow, and each page has a foot. */
const plain = (text: string) => text.replaceAll(/[\s\u00ad-]/g, "");
const onPaper = () => plain(paper.replaceAll(/Kopie van gegevens, gemaakt op [^/]*?\d+ ?\/ ?\d+/g, ""));

describe("the copy on paper", () => {
  it("is about a leerling who is in every table", () => {
    const { tabellen } = kopie.inzage;
    expect(inzageTabelNamen.filter((tabel) => (tabellen[tabel] ?? []).length === 0)).toEqual([]);
  });

  it("says every word of the copy, page after page", () => {
    const { hoofdstukken } = inzageBoek(kopie.inzage, kopie.log);
    const words = hoofdstukken.flatMap(({ kop, stukken }) => [
      kop ?? "",
      ...stukken.flatMap(({ kop: of, alineas, punten, rijen, tabel }) => [
        of ?? "",
        ...alineas,
        ...punten,
        ...rijen.flatMap(({ titel, velden }) => [titel, ...velden.flatMap((one) => [one.label, one.waarde])]),
        ...(tabel ? [tabel.kolommen, ...tabel.rijen].flat() : []),
      ]),
    ]);
    expect(words.length).toBeGreaterThan(500);
    const letters = onPaper();
    expect(words.filter((word) => !letters.includes(plain(word)))).toEqual([]);
  });

  it.each(inzageTabelNamen.filter((tabel) => tabel !== "gebeurtenis"))(
    "has %s under its Dutch name",
    (tabel) => {
      expect(onPaper()).toContain(plain(inzageWoorden[tabel].veel));
    },
  );

  it("says codes as words: none stands there as it is kept", () => {
    const kept = inzageTabelNamen.flatMap((tabel) =>
      getoondeVelden(tabel)
        .filter(([, soort]) => soort === "code" || soort === "codes")
        .flatMap(([kolom]) => (kopie.inzage.tabellen[tabel] ?? []).flatMap((rij) => [rij[kolom]].flat())),
    );
    const codes = new Set(kept.filter((code) => typeof code === "string" && code.includes("_")));
    expect(codes.size).toBeGreaterThan(15);
    for (const code of codes) expect(paper).not.toContain(code);
    expect(paper).not.toMatch(/[a-z]_[a-z]/);
    expect(paper).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined|\[object|null/);
  });

  it("tells the log: who, what, when and why that was allowed", () => {
    const letters = onPaper();
    const told = kopie.log.flatMap((regel) => logTekst(regel) ?? []);
    expect(told.length).toBeGreaterThan(15);
    for (const { wanneer, wie, wat, grond } of told)
      expect(letters).toContain(plain(wanneer + wie + wat + grond));
    expect(letters).toContain(plain("Schoolmaatschappelijk werker (Kwadraad) Nam de regierol"));
  });

  it("has all that was typed, and the name", () => {
    for (const typed of [
      one.naam,
      one.referentie,
      ...caseCanaries,
      "kanarieveer",
      "kanarienest",
      "kanariezang",
    ])
      expect(onPaper()).toContain(plain(typed));
  });

  it("names no colleague: function and organisation only", () => {
    const letters = onPaper().toLowerCase();
    for (const { naam, email } of demoPeople) {
      expect(letters).not.toContain(plain(naam).toLowerCase());
      expect(letters).not.toContain(plain(email).toLowerCase());
    }
  });

  it("has nothing of another leerling of the same ib and the same holder", () => {
    for (const word of [other.naam, other.referentie]) expect(onPaper()).not.toContain(plain(word));
  });

  it("has its own line in the channel, not that of who was discussed in the same round", async () => {
    const items = [await aReady(t, noor), await aReady(t, noor)] as const;
    const [mine, theirs] = items;
    const rondeId = await aClosedRound(t, { ib: noor, deelnemers: [noor, bram], items });
    const { sztId } = await dossierOf(t, mine.id);
    await aChannel(t, sztId);
    await confirmed(t, noor, rondeId);
    if (!(await releaseSummary(t.world, sztId, rondeId))) throw new Error("nothing for the channel");
    await posted(t, sztId, rondeId);
    const [{ inzage }, text] = await copyOf(mine.id);
    expect(inzage.kanaal.map(({ regel }) => regel.caseRef)).toEqual([mine.referentie]);
    expect(text).toContain(mine.referentie);
    expect(text).not.toContain(theirs.referentie);
  });
});
