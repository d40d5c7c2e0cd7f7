import type { TeamsWorld } from "#local/teams/world.ts";

const hostTenant = "tenant-rivierenland";
const guestTenant = "tenant-wijkteam";

type Row = [id: string, name: string, functionLabel: string, about: string, isGuest?: boolean];

const rows: Row[] = [
  ["noor", "Noor van Dijk", "intern begeleider", "Brengt hulpvragen in voor De Wilgenroos."],
  ["samir", "Samir El Amrani", "schoolmaatschappelijk werker", "Praat met gezinnen, heeft vaak de regierol."],
  [
    "marijke",
    "Marijke de Boer-Jansen",
    "wijkteam",
    "Werkt bij de gemeente, voorzitter van het overleg.",
    true,
  ],
  ["joost", "Joost Hendriks", "directeur", "Krijgt alleen het weekbericht."],
  ["lian", "Lian Tan", "intern begeleider", "Werkt op Het Anker, een andere school."],
  ["femke", "Femke Postma", "jeugdverpleegkundige", "Komt van de jeugdgezondheidszorg.", true],
];

const channel = (name: string) => `19:${name}@thread.tacv2`;

/** Two invented schools with a zorgteam each, and a chat of three people. */
export function sampleWorld(): TeamsWorld {
  return {
    tenants: [
      { id: hostTenant, name: "Samenwerkingsverband Rivierenland" },
      { id: guestTenant, name: "Gemeente" },
    ],
    people: rows.map(([id, name, functionLabel, about, isGuest = false], index) => ({
      id,
      name,
      functionLabel,
      about,
      guest: isGuest,
      aadObjectId: `00000000-0000-4000-8000-00000000000${index}`,
      tenantId: hostTenant,
      userId: `29:${id}`,
      email: `${id}@voorbeeld.example`,
      botInstalled: true,
    })),
    teams: [
      {
        id: channel("wilgenroos"),
        name: "SZT De Wilgenroos",
        aadGroupId: "00000000-0000-4000-9000-000000000001",
        members: ["noor", "samir", "marijke", "joost", "femke"],
        channels: [{ id: channel("wilgenroos-overleg"), name: "Overlegrondes" }],
        botInstalled: true,
      },
      {
        id: channel("anker"),
        name: "SZT Het Anker",
        aadGroupId: "00000000-0000-4000-9000-000000000002",
        members: ["lian", "samir"],
        channels: [],
        botInstalled: true,
      },
    ],
    groupChats: [
      {
        id: "19:kernteam@thread.v2",
        name: "Kernteam",
        members: ["noor", "samir", "marijke"],
        botInstalled: true,
      },
    ],
  };
}

export const hostTenantId = hostTenant;
