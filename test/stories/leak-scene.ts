/** Acts of the stories about leaks, found by their verbs, so that other words on a button change nothing here. */
import { z } from "zod/v4";
import { agendaVerb } from "#cards/agenda.ts";
import { basisOfExtraVerb } from "#cards/basis-of-extra.ts";
import { hulpvraagVerb, toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { withConnection } from "#database/pool.ts";
import { choice, type Pressed, type Story, wordsOf } from "./story.ts";

export type Item = Awaited<ReturnType<Story["teams"]["inbox"]>>[number];
export type Data = Readonly<Record<string, string>>;

/** A pupil; `mark` is in every text about this pupil and nowhere else. */
export interface Kind {
  readonly mark: RegExp;
  readonly naam: string;
  readonly vraag: string;
  readonly leerjaar?: string;
  readonly maand?: string;
  readonly jaar?: string;
  readonly domeinen?: string;
  readonly partners: string;
  readonly geldigTot?: string;
}

const admin = (s: Story) => ({ url: s.db.adminUrl, applicationName: "leak" });

/** From behind the walls. */
export const sql = (s: Story, text: string): Promise<void> =>
  withConnection(admin(s), (connection) => connection.script(text));

export async function idOf(s: Story, from: string): Promise<string> {
  const [row] = await withConnection(admin(s), (connection) =>
    connection.query(z.object({ id: z.string() }), `select id from ${from} limit 1`),
  );
  if (!row) throw new Error(`no row in ${from}`);
  return row.id;
}

/** Makes somebody a member of De Regenboog, from before the school year unless said otherwise. */
export async function joins(
  s: Story,
  handle: string,
  functie: string,
  { van = "2026-08-01", tot }: { readonly van?: string; readonly tot?: string } = {},
): Promise<void> {
  await sql(
    s,
    `insert into lidmaatschap (id, swv_id, persoon_id, szt_id, functie, van, tot)
     select gen_random_uuid(), p.swv_id, p.id, z.id, '${functie}', '${van}', ${tot ? `'${tot}'` : "null"}
     from persoon p, szt z where p.email like '${handle}@%' and z.naam = 'SZT De Regenboog'`,
  );
}

const actionSchema = z.looseObject({ data: z.looseObject({ verb: z.string(), t: z.string() }) });

/** Every button of a card: what it sends. */
export function pressesIn(card: unknown): readonly z.infer<typeof actionSchema>["data"][] {
  if (Array.isArray(card)) return card.flatMap(pressesIn);
  if (typeof card !== "object" || card === null) return [];
  const action = actionSchema.safeParse(card);
  return [...(action.success ? [action.data.data] : []), ...Object.values(card).flatMap(pressesIn)];
}

const headingSchema = z.looseObject({ style: z.literal("heading"), text: z.string() });

export function headingOf(card: unknown): string | null {
  if (typeof card !== "object" || card === null) return null;
  const heading = headingSchema.safeParse(card);
  if (heading.success) return heading.data.text;
  return Object.values(card).reduce<string | null>((found, part) => found ?? headingOf(part), null);
}

/** The newest message with this button; of the card of this hulpvraag when there is a number. */
export async function button(s: Story, as: string, verb: string, hv?: string): Promise<Item> {
  const item = (await s.teams.inbox({ as })).findLast(
    ({ card, scope }) =>
      scope === "personal" &&
      pressesIn(card).some((data) => data.verb === verb) &&
      (hv === undefined || headingOf(card) === hv),
  );
  if (!item) throw new Error(`${as} has no button ${verb} ${hv ?? ""}`);
  return item;
}

export async function press(s: Story, as: string, verb: string, hv?: string): Promise<Pressed> {
  const { id: message } = await button(s, as, verb, hv);
  const pressed = await s.teams.press({ as, message, action: verb });
  await s.settle();
  return pressed;
}

/** Opens a dialog with a button, goes on in it where it asks which way, and sends it; it must be taken. */
export async function fill(
  s: Story,
  as: string,
  [open, ...verbs]: readonly [open: string, ...verbs: string[]],
  data: Data | ((opened: Pressed) => Data),
  hv?: string,
): Promise<void> {
  let opened = await press(s, as, open, hv);
  for (const verb of verbs.slice(0, -1)) opened = await s.send(as, opened, {}, verb);
  const action = verbs.at(-1) ?? "";
  await sendTaken(s, as, opened, { data: typeof data === "function" ? data(opened) : data, action });
}

export async function sendTaken(
  s: Story,
  as: string,
  opened: Pressed,
  { data, action }: { readonly data: Data; readonly action: string },
): Promise<void> {
  const sent = await s.send(as, opened, data, action);
  if (!sent.closed) throw new Error(`refused: ${sent.error?.message ?? wordsOf(sent.dialog?.card)}`);
}

/** An intake in its three steps; answers the number of the hulpvraag. */
export async function intake(s: Story, kind: Kind): Promise<string> {
  const { naam, vraag, leerjaar = "po_7", maand = "04", jaar = "2016", domeinen = "armoede" } = kind;
  await s.say("noor", "nieuwe hulpvraag");
  const one = await press(s, "noor", basisOfExtraVerb.extra);
  const two = await s.send("noor", one, { naam, leerjaar, maand, jaar, gezag: "beide_ouders" });
  const more = { gedaanToelichting: `${vraag}, eerder`, oudersVraag: `${vraag}, ook daarna` };
  const three = await s.send("noor", two, { vraag, domeinen, alGedaan: "gesprek_ouders", ...more });
  const done = await s.send("noor", three, { urgentie: "gewoon", aanTafel: "smw,scp" });
  if (!done.closed)
    throw new Error(`refused: ${wordsOf(done.dialog?.card ?? three.dialog?.card ?? two.dialog?.card)}`);
  const numbers = (await s.teams.inbox({ as: "noor" })).flatMap(({ card }) => headingOf(card) ?? []);
  return numbers.findLast((heading) => /^HV-\d{4}$/.test(heading)) ?? "";
}

export async function consent(s: Story, hv: string, kind: Kind): Promise<void> {
  const { partners, geldigTot = "2027-07-31", vraag } = kind;
  const answer = (partij: string): Data => ({
    [`antwoord_${partij}`]: "ja",
    [`op_${partij}`]: "2026-11-20",
    [`vorm_${partij}`]: "papier",
    [`bewaarplaats_${partij}`]: `${vraag}, map`,
  });
  const data = { ...answer("ouder1"), ...answer("ouder2"), partners, geldigTot, gecontroleerd: "true" };
  await fill(
    s,
    "noor",
    [toestemmingVerb.open, toestemmingVerb.schriftelijk, toestemmingVerb.opslaan],
    data,
    hv,
  );
}

/** Klaargezet, with a toestemming. */
export async function aReady(s: Story, kind: Kind): Promise<string> {
  const hv = await intake(s, kind);
  await consent(s, hv, kind);
  await press(s, "noor", hulpvraagVerb.klaarzetten, hv);
  return hv;
}

const atRound = ["Noor", "Bram", "Peter", "Saskia", "Hanna", "Yasmina"];
export const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";

/** A round with the usual people; `also` are people by name, `data` overrules. */
export async function plan(
  s: Story,
  datum: string,
  { also = [], chair = "Noor", data = {} }: { also?: readonly string[]; chair?: string; data?: Data } = {},
): Promise<void> {
  await s.say("noor", "plan overleg");
  await fill(s, "noor", [rondeVerb.plan, rondeVerb.planOpslaan], (opened) => ({
    datum,
    begin: "14:00",
    link,
    deelnemers: [...atRound, ...also]
      .map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)))
      .join(","),
    voorzitter: choice.of(opened, "voorzitter", new RegExp(chair)),
    ...data,
  }));
}

export const putOn = (s: Story, hv: string, minuten = "15"): Promise<void> =>
  fill(s, "noor", [agendaVerb.agenderen, agendaVerb.opslaan], { minuten }, hv);

export const takeBackConsent = (s: Story, hv: string): Promise<void> =>
  fill(
    s,
    "noor",
    [toestemmingVerb.open, toestemmingVerb.vraagIntrekken, toestemmingVerb.intrekken],
    { partij: "ouder1", op: s.now().toPlainDate().toString() },
    hv,
  );

export const withdraw = (s: Story, hv: string): Promise<void> =>
  fill(s, "noor", [hulpvraagVerb.vraagIntrekken, hulpvraagVerb.intrekken], {}, hv);
