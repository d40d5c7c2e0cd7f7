import { loginFacts } from "#database/rights.ts";
import type { Settings } from "./settings.ts";

type Login = keyof Settings["databases"];

/** Tables behind the second wall, as examples that must stay out of reach. */
const closedFor = {
  channel: [
    "hulpvraag",
    "adviesvraag",
    "leerling",
    "besluit",
    "actie",
    "teamactie",
    "deelname",
    "persoon",
    "gebeurtenis",
  ],
  digest: [
    "hulpvraag",
    "adviesvraag",
    "leerling",
    "besluit",
    "actie",
    "teamactie",
    "deelname",
    "vrijgave",
    "gebeurtenis",
  ],
  export: ["hulpvraag", "adviesvraag", "teamactie", "leerling", "besluit"],
} as const;

/** What is wrong with the rights of the logins, as codes: empty when each can do its own work and nothing else. */
export async function rightsProblems(databases: Settings["databases"]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const login of ["app", "channel", "digest", "export"] as const satisfies readonly Login[]) {
    const facts = await loginFacts(databases[login]);
    if (facts.superuser) problems.push(`${login}_is_superuser`);
    if (facts.bypassesRowSecurity) problems.push(`${login}_omzeilt_rijbeveiliging`);
    if (facts.ownsTables) problems.push(`${login}_bezit_tabellen`);
    if (login === "app") continue;
    const open = closedFor[login].filter((table) => facts.selectable.includes(table));
    for (const table of open) problems.push(`${login}_leest_${table}`);
  }
  return problems;
}
