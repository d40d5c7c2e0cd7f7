import type { Person, Team, World } from "./types.ts";

type Role = "ib" | "smw" | "voorzitter" | "buiten";
export type Step = { title: string; todo: string; say?: string; role: Role; who: Person | undefined };

const plan: Omit<Step, "who">[] = [
  {
    title: "Nieuwe hulpvraag",
    todo: "Typ de zin hieronder in de chat met Zorgronde. Vul het formulier in voor een verzonnen kind.",
    say: "nieuwe hulpvraag",
    role: "ib",
  },
  {
    title: "Toestemming vastleggen",
    todo: "Leg vast wat de ouders hebben gezegd. Kies ook eens een andere vorm. Kijk wat er dan verandert.",
    say: "toestemming vastleggen",
    role: "ib",
  },
  {
    title: "Klaarzetten voor het overleg",
    todo: "Zet de hulpvraag klaar. Vraag daarna naar de agenda.",
    say: "wat staat er op de agenda?",
    role: "ib",
  },
  {
    title: "Meekijken als collega",
    todo: "Vraag om dezelfde agenda. Zie je de naam van het kind? Past dat bij de toestemming?",
    say: "wat staat er op de agenda?",
    role: "smw",
  },
  {
    title: "De overlegronde",
    todo: "Zet de klok naar de dag van het overleg. Leg het besluit vast, met de afweging.",
    say: "besluit vastleggen",
    role: "voorzitter",
  },
  {
    title: "Ouders op de hoogte",
    todo: "Leg vast dat de ouders op de hoogte zijn en akkoord gaan. Bied daarna de regierol aan.",
    say: "regierol toewijzen",
    role: "ib",
  },
  {
    title: "De regierol aannemen",
    todo: "Open het aanbod in de chat en neem de regierol aan.",
    say: "mijn regierollen",
    role: "smw",
  },
  {
    title: "Een herinnering krijgen",
    todo: "Zet de klok een paar dagen vooruit. Je krijgt een herinnering. Rond de actie af.",
    say: "mijn acties",
    role: "smw",
  },
  {
    title: "Toestemming intrekken",
    todo: "Ouders bedenken zich. Leg dat vast. Kijk daarna in het kanaal: wat is er weg?",
    say: "ouders trekken de toestemming in",
    role: "ib",
  },
  {
    title: "Iemand zonder rechten",
    todo: "Vraag naar het nummer van je hulpvraag (HV-…). Je hoort niets te zien, ook geen naam.",
    say: "status van HV-1234",
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
