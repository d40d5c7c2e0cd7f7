/** Acts and looks of the stories about leaks: each in one call, so that a test reads as what happened and who saw what. */
import type { z } from "zod/v4";
import { withConnection } from "#database/pool.ts";
import { choice, type Pressed, type Story, wordsOf } from "./story.ts";

type Data = Readonly<Record<string, string>>;

/** A pupil of the practice world; `mark` is in every secret of this pupil and nowhere else. */
export interface Kind {
  readonly mark: RegExp;
  readonly naam: string;
  readonly vraag: string;
  readonly maand?: string;
  readonly jaar?: string;
  readonly partners: string;
  readonly geldigTot?: string;
}

export async function sql(s: Story, text: string): Promise<void> {
  await withConnection({ url: s.db.adminUrl, applicationName: "leak" }, (c) => c.script(text));
}

export function rowsOf<S extends z.ZodType>(s: Story, row: S, text: string): Promise<z.output<S>[]> {
  return withConnection({ url: s.db.adminUrl, applicationName: "leak" }, (c) => c.query(row, text));
}

/** A membership, from before the school year unless said otherwise. */
export async function joins(
  s: Story,
  handle: string,
  functie: string,
  { van = "2026-08-01", tot }: { readonly van?: string; readonly tot?: string } = {},
): Promise<void> {
  const end = tot ? `'${tot}'` : "null";
  await sql(
    s,
    `insert into lidmaatschap (id, swv_id, persoon_id, szt_id, functie, van, tot)
     select gen_random_uuid(), p.swv_id, p.id, z.id, '${functie}', '${van}', ${end}
     from persoon p, szt z where p.email like '${handle}@%' and z.naam = 'SZT De Regenboog'`,
  );
}

/** An intake in its three steps; answers the number of the hulpvraag. */
export async function intake(s: Story, { naam, vraag, maand = "04", jaar = "2016" }: Kind): Promise<string> {
  await s.say("noor", "nieuwe hulpvraag");
  const one = await s.press("noor", "Extra: hulpvraag maken");
  const two = await s.send("noor", one, { naam, leerjaar: "po_7", maand, jaar, gezag: "beide_ouders" });
  const three = await s.send("noor", two, {
    vraag,
    domeinen: "armoede",
    alGedaan: "gesprek_ouders",
    gedaanToelichting: `${vraag}, eerder`,
    oudersVraag: `${vraag}, thuis`,
  });
  const done = await s.send("noor", three, { urgentie: "gewoon", aanTafel: "smw,scp" });
  if (!done.closed) throw new Error(`refused: ${wordsOf(done.dialog?.card)}`);
  return /HV-\d{4}/.exec(wordsOf((await s.see("noor", /HV-\d{4}/)).card))?.[0] ?? "";
}

const cardOf = (hv: string) => new RegExp(`· Hulpvraag\\n${hv}\\n`);

export async function consent(
  s: Story,
  hv: string,
  { partners, geldigTot = "2027-07-31", vraag }: Kind,
): Promise<void> {
  const opened = await s.press("noor", "Toestemming vastleggen", {}, cardOf(hv));
  const answer = (partij: string): Data => ({
    [`antwoord_${partij}`]: "ja",
    [`op_${partij}`]: "2026-11-20",
    [`vorm_${partij}`]: "papier",
    [`bewaarplaats_${partij}`]: `${vraag}, map`,
  });
  const data = { ...answer("ouder1"), ...answer("ouder2"), partners, geldigTot, gecontroleerd: "true" };
  closed(await s.send("noor", opened, data));
}

export function closed(sent: Pressed): Pressed {
  if (!sent.closed) throw new Error(`refused: ${sent.error?.message ?? wordsOf(sent.dialog?.card ?? sent.card)}`);
  return sent;
}

export const presses = (s: Story, as: string, title: string, hv: string): Promise<Pressed> =>
  s.press(as, title, {}, cardOf(hv));

export const link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0";

const everybody = ["Noor", "Bram", "Peter", "Saskia", "Hanna", "Yasmina", "Marijke"];

export async function plan(s: Story, datum: string, more: Data = {}): Promise<void> {
  await s.say("noor", "plan overleg");
  const opened = await s.press("noor", "Overleg plannen");
  const deelnemers = everybody.map((naam) => choice.of(opened, "deelnemers", new RegExp(naam))).join(",");
  closed(await s.send("noor", opened, { datum, begin: "14:00", link, deelnemers, ...more }));
}

/** A klaargezette hulpvraag with toestemming. */
export async function aReady(s: Story, kind: Kind): Promise<string> {
  const hv = await intake(s, kind);
  await consent(s, hv, kind);
  await presses(s, "noor", "Klaarzetten voor de ronde", hv);
  return hv;
}

export async function putOn(s: Story, hv: string, minuten = "15", as = "noor"): Promise<Pressed> {
  const opened = await presses(s, as, "Zet op een agenda", hv);
  return closed(await s.send(as, opened, { minuten }));
}

export async function takeBackConsent(s: Story, hv: string): Promise<void> {
  const opened = await presses(s, "noor", "Toestemming intrekken", hv);
  closed(await s.send("noor", opened, { partij: "ouder1", op: s.now().toPlainDate().toString() }));
}

export async function withdraw(s: Story, hv: string): Promise<void> {
  const opened = await presses(s, "noor", "Hulpvraag intrekken", hv);
  closed(await s.send("noor", opened, {}));
}

/** Everything that the bot has put before this person and that still stands there, to the last byte. */
export async function standing(s: Story, as: string): Promise<string> {
  const items = (await s.teams.inbox({ as })).filter(({ from }) => from === "bot");
  return JSON.stringify(items);
}

/** Who has something of this pupil standing in a chat. */
export async function holding(s: Story, mark: RegExp): Promise<readonly string[]> {
  const people = s.teams.world().people.map(({ id }) => id);
  const found = await Promise.all(people.map(async (as) => (mark.test(await standing(s, as)) ? [as] : [])));
  return found.flat().sort();
}

/** Everybody types this at once; what each of them got below it. */
export async function allSay(s: Story, text: string): Promise<ReadonlyMap<string, readonly Item[]>> {
  const people = s.teams.world().people.map(({ id }) => id);
  const before = new Map<string, Set<string>>();
  for (const as of people) before.set(as, new Set((await s.teams.inbox({ as })).map(({ id }) => id)));
  await Promise.all(people.map((as) => s.teams.say({ as, in: "personal", text })));
  await s.settle();
  const answers = new Map<string, readonly Item[]>();
  for (const as of people) {
    const now = (await s.teams.inbox({ as })).filter(({ id, from }) => from === "bot" && !before.get(as)?.has(id));
    answers.set(as, now);
  }
  return answers;
}

export type Item = Awaited<ReturnType<Story["teams"]["inbox"]>>[number];
export { choice };
