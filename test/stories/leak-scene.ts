/** Steps of the main path on a story, each in one call, for tests that look at what everybody sees in between. */
import { choice, type Story, wordsOf } from "./story.ts";

type Values = Readonly<Record<string, string>>;

export interface Kind {
  readonly naam: string;
  readonly vraag: string;
  readonly maand?: string;
  readonly jaar?: string;
  readonly leerjaar?: string;
  readonly gezag?: string;
  readonly domeinen?: string;
  readonly aanTafel?: string;
  readonly gedaan?: string;
  readonly ouders?: string;
}

/** A whole intake by the ib; answers the number of the hulpvraag. */
export async function intake(s: Story, kind: Kind, ib = "noor"): Promise<string> {
  await s.say(ib, "nieuwe hulpvraag");
  const one = await s.press(ib, "Extra: hulpvraag maken");
  const two = await s.send(ib, one, {
    naam: kind.naam,
    leerjaar: kind.leerjaar ?? "po_5",
    maand: kind.maand ?? "04",
    jaar: kind.jaar ?? "2016",
    gezag: kind.gezag ?? "beide_ouders",
  });
  const three = await s.send(ib, two, {
    vraag: kind.vraag,
    domeinen: kind.domeinen ?? "leren",
    alGedaan: "gesprek_ouders",
    ...(kind.gedaan ? { gedaanToelichting: kind.gedaan } : {}),
    ...(kind.ouders ? { oudersVraag: kind.ouders } : {}),
  });
  const done = await s.send(ib, three, { urgentie: "gewoon", aanTafel: kind.aanTafel ?? "smw,scp" });
  if (!done.closed) throw new Error(`intake refused: ${wordsOf(done.dialog?.card)}`);
  const hv = /HV-\d{4}/.exec(wordsOf((await s.see(ib, /HV-\d{4}/)).card))?.[0];
  if (!hv) throw new Error("no number");
  return hv;
}

export interface Consent {
  readonly partners?: string;
  readonly geldigTot?: string;
  readonly map?: string;
  readonly op?: string;
}

export async function consent(s: Story, hv: string, more: Consent = {}, ib = "noor"): Promise<void> {
  const on = new RegExp(`^[^]*Hulpvraag\\n${hv}`);
  const form = await s.press(ib, "Toestemming vastleggen", {}, on);
  const op = more.op ?? "2026-11-20";
  const one = (partij: string): Values => ({
    [`antwoord_${partij}`]: "ja",
    [`op_${partij}`]: op,
    [`vorm_${partij}`]: "papier",
    [`bewaarplaats_${partij}`]: more.map ?? "in de map",
  });
  const sent = await s.send(ib, form, {
    ...one("ouder1"),
    ...one("ouder2"),
    partners: more.partners ?? "smw,scp,bpo",
    geldigTot: more.geldigTot ?? "2027-07-31",
    gecontroleerd: "true",
  });
  if (!sent.closed) throw new Error(`consent refused: ${wordsOf(sent.dialog?.card)}`);
}

export async function ready(s: Story, hv: string, ib = "noor"): Promise<void> {
  await s.press(ib, "Klaarzetten voor de ronde", {}, new RegExp(hv));
}

export const link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0";

export async function plan(s: Story, datum: string, ib = "noor", more: Values = {}): Promise<void> {
  await s.say(ib, "plan overleg");
  const form = await s.press(ib, "Overleg plannen");
  const sent = await s.send(ib, form, { datum, begin: "14:00", link, ...more });
  if (!sent.closed) throw new Error(`plan refused: ${wordsOf(sent.dialog?.card)}`);
}

export async function besluit(s: Story, hv: string, form: Values, ib = "noor"): Promise<void> {
  const opened = await s.press(ib, "Besluit", {}, new RegExp(hv));
  const sent = await s.send(ib, opened, form);
  if (!sent.closed) throw new Error(`besluit refused: ${wordsOf(sent.dialog?.card)}`);
}

export { choice };
