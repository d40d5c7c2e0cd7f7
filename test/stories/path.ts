import { button, type Data, form, type Held } from "./hand.ts";
import { choice, type Pressed, type Story } from "./story.ts";

/** Who walk the path: ib and chair, holder of the regierol, and whom the toestemming names. */
export interface Cast {
  readonly ib: string;
  readonly houder: string;
  readonly houderNaam: RegExp;
  readonly leerling: string;
  readonly leerjaar: string;
  /** Of birth; before twelve only the parents are asked. */
  readonly jaar: string;
  /** Functions that the ib wants at the table, and that the parents consent to. */
  readonly tafel: string;
  readonly partners: string;
}

export const regenboog: Cast = {
  ib: "noor",
  houder: "bram",
  houderNaam: /Bram/,
  leerling: "Zwaantje Kanarievogel",
  leerjaar: "po_5",
  jaar: "2016",
  tafel: "smw,scp",
  partners: "smw,scp,bpo,jeugdverpleegkundige",
};

/** A school that shares people with De Regenboog. */
export const kompas: Cast = {
  ...regenboog,
  ib: "fatima",
  houder: "saskia",
  houderNaam: /Saskia/,
  leerling: "Meeuwis Kanariezanger",
  tafel: "smw,bpo",
  partners: "smw,scp,bpo",
};

/** A school for VO, with people of its own. */
export const maasoever: Cast = {
  ib: "esther",
  houder: "daan",
  houderNaam: /Daan/,
  leerling: "Reiger Kanariepiet",
  leerjaar: "vo_1",
  jaar: "2015",
  tafel: "orthopedagoog",
  partners: "orthopedagoog",
};

/** One press of the path that stores something, with what a person does to get there. */
export interface Step {
  readonly name: StepName;
  /** Lets time pass and opens the form; stores nothing itself. */
  ready(s: Story, cast: Cast, before: Pressed | null): Promise<Held>;
}

const free = {
  vraag: "vraagkanarie loopt vast bij rekenen",
  gedaan: "gedaankanarie hielp een beetje",
  ouders: "ouderkanarie wil rust",
  map: "mapkanarie boven in de kast",
  afweging: "afwegingkanarie kent het gezin",
  actie: "actiekanarie inlichten",
};
/** Words of free fields and of the leerling: they never leave the chats of those involved. */
export const canaries = /kanarie|zwaantje/i;

export const stepNames = [
  "leerling",
  "vraag",
  "tafel",
  "toestemming",
  "klaarzetten",
  "plannen",
  "agenderen",
  "openen",
  "aanwezigheid",
  "besluit",
  "sluiten",
  "samenvatting",
  "terugkoppeling",
  "aannemen",
  "later",
  "contact",
  "giz",
  "actie",
  "voorstellen",
  "bevestigen",
] as const;
export type StepName = (typeof stepNames)[number];

/** Day and time of the round, and the days on which reminders come. */
export const days = {
  ronde: "2026-11-26",
  opent: "2026-11-26T13:55",
  herinnering: "2026-12-01T09:00",
} as const;

const steps: Readonly<Record<StepName, Step["ready"]>> = {
  async leerling(s, { ib, leerling, leerjaar, jaar }) {
    await s.say(ib, "nieuwe hulpvraag");
    const opened = await s.press(ib, "Extra: hulpvraag maken");
    const data = { naam: leerling, leerjaar, maand: "04", jaar, gezag: "beide_ouders" };
    return form(s, ib, opened, data);
  },
  async vraag(s, { ib }, before) {
    return form(s, ib, opened(before), {
      vraag: free.vraag,
      domeinen: "leren,gedrag",
      alGedaan: "gesprek_ouders",
      gedaanToelichting: free.gedaan,
      oudersVraag: free.ouders,
    });
  },
  async tafel(s, { ib, tafel }, before) {
    return form(s, ib, opened(before), { urgentie: "gewoon", aanTafel: tafel });
  },
  async toestemming(s, cast) {
    return form(s, cast.ib, await consentForm(s, cast.ib), consentOf(cast));
  },
  klaarzetten: (s, { ib }) => button(s, ib, "Klaarzetten voor de ronde"),
  async plannen(s, { ib }) {
    await s.say(ib, "plan overleg");
    const link =
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
    return form(s, ib, await s.press(ib, "Overleg plannen"), { datum: days.ronde, begin: "14:00", link });
  },
  agenderen: (s, { ib }) => button(s, ib, "Zet op de agenda", /Klaargezet/),
  async openen(s, { ib }) {
    await s.wait(days.opent);
    return button(s, ib, "Open de overlegronde");
  },
  async aanwezigheid(s, { ib }) {
    const there = await s.press(ib, "Wie zijn er?");
    return form(s, ib, there, choice.each(there, "aanwezig-", "online"));
  },
  async besluit(s, cast) {
    const opened = await s.press(cast.ib, "Besluit");
    return form(s, cast.ib, opened, besluitOf(opened, cast));
  },
  async sluiten(s, { ib }) {
    return form(s, ib, await s.press(ib, "Sluit de ronde"), {});
  },
  samenvatting: (s, { ib }) => button(s, ib, "Plaats in het kanaal"),
  async terugkoppeling(s, { ib }) {
    return form(s, ib, await s.press(ib, "Terugkoppeling ouders"), akkoord);
  },
  aannemen: (s, { houder }) => button(s, houder, "Ja, ik neem de regierol"),
  async later(s, { houder }) {
    await s.wait(days.herinnering);
    const opened = await s.press(houder, "Later", {}, /Dagbericht/);
    return form(s, houder, opened, { op: "2026-12-04", reden: "afspraak_staat_later" });
  },
  contact: (s, { houder }) => button(s, houder, "Eerste contact gehad"),
  async giz(s, { houder }) {
    return form(s, houder, await s.press(houder, "GIZ vastleggen"), {
      uitkomst: "afgenomen",
      op: "2026-12-01",
    });
  },
  async actie(s, { houder }) {
    const opened = await s.press(houder, "Actie gedaan");
    return form(s, houder, opened, { actie: choice.of(opened, "actie", /./) });
  },
  async voorstellen(s, { houder }) {
    return form(s, houder, await s.press(houder, "Afsluiten voorstellen"), { reden: "doel_bereikt" });
  },
  async bevestigen(s, { ib }) {
    const data = { verteldOp: "2026-12-01" };
    return form(s, ib, await s.press(ib, "Afsluiting bevestigen"), data, "Bevestig");
  },
};

/** The form of a written toestemming: one press on the card, one in the overview. */
export async function consentForm(s: Story, as: string): Promise<Pressed> {
  return s.send(as, await s.press(as, "Toestemming"), {}, "Antwoorden vastleggen");
}

const akkoord = {
  verteldOp: days.ronde,
  antwoord: "ja",
  akkoordOp: days.ronde,
  akkoordVan: "ouder1,ouder2",
};

function consentOf({ partners }: Cast): Data {
  const answer = (of: string) => ({
    [`antwoord_${of}`]: "ja",
    [`op_${of}`]: "2026-11-20",
    [`vorm_${of}`]: "papier",
    [`bewaarplaats_${of}`]: free.map,
  });
  return {
    ...answer("ouder1"),
    ...answer("ouder2"),
    partners,
    geldigTot: "2027-07-31",
    gecontroleerd: "true",
  };
}

export function besluitOf(opened: Pressed, { houderNaam }: Cast): Data {
  return {
    besluiten: "regierol_toewijzen",
    afweging: free.afweging,
    regierolVoor: choice.of(opened, "regierolVoor", houderNaam),
    wie1: choice.of(opened, "wie1", houderNaam),
    wat1: free.actie,
    datum1: "2026-12-11",
  };
}

function opened(before: Pressed | null): Pressed {
  if (!before) throw new Error("this step goes on in the dialog of the one before");
  return before;
}

export const path: readonly Step[] = stepNames.map((name) => ({ name, ready: steps[name] }));

/** Brings a story from where it stands to just after this step, without anything going wrong. */
export async function upTo(
  s: Story,
  last: StepName,
  cast = regenboog,
  first: StepName = "leerling",
): Promise<void> {
  const from = stepNames.indexOf(first);
  let before: Pressed | null = null;
  for (const step of path.slice(from, stepNames.indexOf(last) + 1)) {
    const held = await step.ready(s, cast, before);
    before = await held.press();
    await s.settle();
  }
}

/** Walks on through these steps and keeps how it stands after each; what it answers goes back to one of them. */
export async function stopsAt<Point extends StepName>(
  s: Story,
  points: readonly Point[],
): Promise<(point: Point) => Promise<void>> {
  const back = new Map<StepName, () => Promise<void>>();
  let from: StepName = "leerling";
  for (const point of points) {
    await upTo(s, point, undefined, from);
    back.set(point, await s.save());
    from = stepNames[stepNames.indexOf(point) + 1] ?? point;
  }
  return async (point) => back.get(point)?.();
}

/** Ready to press the button of this step, as things stand. */
export function ready(s: Story, name: StepName, cast = regenboog): Promise<Held> {
  return steps[name](s, cast, null);
}
