import type { Person, Team, World } from "./types.ts";

type Role = "ib" | "smw" | "voorzitter" | "buiten";
export type Step = { title: string; todo: string; say?: string; role: Role; who: Person | undefined };

const plan: Omit<Step, "who">[] = [
  {
    title: "Nieuwe hulpvraag",
    todo: "Typ de zin hieronder in de chat met Zorgronde. Kies extra en vul het formulier in voor een verzonnen kind.",
    say: "nieuwe hulpvraag",
    role: "ib",
  },
  {
    title: "Toestemming vastleggen",
    todo: "Druk op de kaart op ‘Toestemming’ en dan op ‘Antwoorden vastleggen’. Vul voor allebei de ouders in wat ze zeiden. Zet de hulpvraag daarna klaar.",
    role: "ib",
  },
  {
    title: "Een overleg plannen",
    todo: "Typ de zin hieronder. Kies een schooldag over ongeveer twee weken. Zet de hulpvraag op de agenda.",
    say: "plan overleg",
    role: "ib",
  },
  {
    title: "Meekijken als collega",
    todo: "Vraag welke overleggen eraan komen. Zie je de naam van het kind? Past dat bij de toestemming?",
    say: "mijn overleggen",
    role: "smw",
  },
  {
    title: "De overlegronde",
    todo: "Zet de klok naar de dag van het overleg. Open de overlegronde op haar kaart. Leg het besluit vast: regierol toewijzen.",
    role: "voorzitter",
  },
  {
    title: "Afronden en plaatsen",
    todo: "Sluit de ronde. Kijk de samenvatting na en plaats haar in het kanaal. Wat staat er níet in?",
    role: "voorzitter",
  },
  {
    title: "Ouders op de hoogte",
    todo: "Druk op de kaart van de hulpvraag op ‘Terugkoppeling ouders’. Leg vast dat ze akkoord zijn.",
    role: "ib",
  },
  {
    title: "De regierol aannemen",
    todo: "Open de kaart in de chat en neem de regierol. Zet de klok een week vooruit: je krijgt een herinnering.",
    say: "mijn taken",
    role: "smw",
  },
  {
    title: "Afsluiten",
    todo: "De regierolhouder stelt voor om af te sluiten. De intern begeleider bevestigt. Wie ziet daarna de naam nog?",
    role: "ib",
  },
  {
    title: "Iemand zonder rechten",
    todo: "Vraag naar het nummer van je hulpvraag (HV-…). Je hoort niets te zien, ook geen naam.",
    say: "HV-1234",
    role: "buiten",
  },
];

const words: Record<Role, RegExp> = {
  ib: /intern begeleider|ondersteuningscoördinator|\bib\b|\bcoo\b/i,
  smw: /schoolmaatschappelijk|\bsmw\b/i,
  voorzitter: /voorzitter/i,
  buiten: /intern begeleider|ondersteuningscoördinator|\bib\b|\bcoo\b/i,
};

/** The first ten things to try, each with somebody of the same zorgteam who may do it. */
export function practiceSteps(world: World, me: Person): Step[] {
  const team = world.teams.find((item) => item.members.includes(me.id)) ?? world.teams[0];
  return plan.map((step) => ({ ...step, who: somebody(world, team, step.role) }));
}

function somebody(world: World, team: Team | undefined, role: Role): Person | undefined {
  const isInside = (person: Person) => team?.members.includes(person.id) ?? true;
  const wanted = world.people.filter((person) => isInside(person) === (role !== "buiten"));
  const matches = (person: Person) => words[role].test(`${person.functionLabel} ${person.about}`);
  return wanted.find(matches) ?? (role === "voorzitter" ? somebody(world, team, "ib") : wanted[0]);
}
