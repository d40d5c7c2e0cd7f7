/** Letters and folders with safe defaults: both parents sign, a full address, and only Dutch. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { type Blad, briefBlad, folderBlad } from "#cards/brief-blad.ts";
import { type BriefInhoud, briefDoelen, type FolderInhoud, partnersIn, vertalingen } from "#domain/brief.ts";
import { functies } from "#domain/code.ts";
import { fonts, templates } from "#outside/pdf-font.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

const from = {
  school: "De Regenboog",
  team: "SZT De Regenboog",
  datum: date("2026-11-23"),
  vertaling: null,
  contact: {
    adres: "Dorpsstraat 12, 3011 AA Rotterdam",
    telefoon: "010 000 00 00",
    klachtenregeling: "Klachtencommissie, Postbus 1, 2500 AA Den Haag",
    functionarisGegevensbescherming: "fg@bestuur.example",
  },
} as const;

export const aBrief = (over: Partial<BriefInhoud> = {}): BriefInhoud => ({
  ...from,
  brief: "schriftelijk",
  lezer: "ouders",
  tolk: false,
  horen: ["ib", "smw", "bpo"],
  doelen: [],
  houder: "smw",
  tekenen: ["ouder1", "ouder2"],
  gehoord: [],
  terugAan: "ib",
  uiterlijk: date("2026-12-07"),
  geldigTot: date("2027-07-31"),
  ...over,
});

export const aFolder = (over: Partial<FolderInhoud> = {}): FolderInhoud => ({
  ...from,
  leden: ["ib", "smw", "wijkteam", "scp", "bpo", "jeugdverpleegkundige"],
  vraagAan: "ib",
  bewaarMaanden: 24,
  ...over,
});

export const talen = [null, ...vertalingen] as const;

const pupil = { lezer: "leerling", tekenen: ["leerling"] } as const;
/** Every letter, and the folder, in one language. */
export const sheetsIn = (
  vertaling: (typeof talen)[number],
): readonly (readonly [name: string, blad: Blad])[] => [
  ["schriftelijk", briefBlad(aBrief({ vertaling, gehoord: ["leerling"] }))],
  ["schriftelijk, tolk", briefBlad(aBrief({ vertaling, tekenen: ["voogd"], tolk: true }))],
  ["schriftelijk, leerling", briefBlad(aBrief({ vertaling, ...pupil }))],
  ["schriftelijk, alle doelen", briefBlad(aBrief({ vertaling, doelen: briefDoelen, gehoord: ["leerling"] }))],
  ["schriftelijk, een doel", briefBlad(aBrief({ vertaling, doelen: ["start_jeugdhulp"] }))],
  ["instemming", briefBlad(aBrief({ vertaling, brief: "instemming", gehoord: ["leerling"] }))],
  ["instemming, leerling", briefBlad(aBrief({ vertaling, brief: "instemming", ...pupil }))],
  ["regierol", briefBlad(aBrief({ vertaling, brief: "regierol" }))],
  ["regierol, leerling", briefBlad(aBrief({ vertaling, brief: "regierol", houder: null, ...pupil }))],
  ["folder", folderBlad(aFolder({ vertaling }))],
];

const everyone = partnersIn(functies);
const long = (max: number) =>
  "Openbare Scholengemeenschap voor Voortgezet Onderwijs ’s-Hertogenbosch, vestiging Zuiderparkkwartier "
    .repeat(4)
    .slice(0, max);

/** As long as the set-up allows: names of 200 letters, every function, three who sign, every setting full. */
export function longestIn(
  vertaling: (typeof talen)[number],
): readonly (readonly [name: string, blad: Blad])[] {
  const most = {
    vertaling,
    school: long(200),
    team: long(200),
    contact: {
      adres: long(120),
      telefoon: long(60),
      klachtenregeling: long(300),
      functionarisGegevensbescherming: long(300),
    },
  };
  const letter = { ...most, horen: everyone, tekenen: ["ouder1", "ouder2", "leerling"], tolk: true } as const;
  return [
    ["schriftelijk", briefBlad(aBrief({ ...letter, doelen: briefDoelen }))],
    ["instemming", briefBlad(aBrief({ ...letter, brief: "instemming" }))],
    ["regierol", briefBlad(aBrief({ ...letter, brief: "regierol", houder: "jeugdverpleegkundige" }))],
    ["folder", folderBlad(aFolder({ ...most, leden: everyone }))],
  ];
}

/** All words of a sheet in the order in which they are read, a line to write on as a line. */
export function wordsOf({ kop, kolommen, formulier, voet }: Blad): string {
  const line = "______";
  const both = (texts: readonly { readonly tekst: string }[]) => texts.map(({ tekst }) => tekst).join(" · ");
  return [
    `${kop.school} | ${kop.team} | ${kop.adres ?? line} | ${kop.dag}`,
    ...kolommen.flatMap(({ taal, melding, kop: title, aanhef, delen }) => [
      `--- ${taal}`,
      ...melding.map(({ tekst }) => tekst),
      `# ${title}`,
      ...(aanhef ? [aanhef] : []),
      ...delen.flatMap((deel) => [
        ...(deel.kop ? [`## ${deel.kop}`] : []),
        ...deel.inhoud.flatMap((stuk) =>
          "tekst" in stuk
            ? [stuk.tekst]
            : stuk.punten.map(({ tekst, open }) => `- ${tekst}${open ? ` ${line}` : ""}`),
        ),
      ]),
    ]),
    ...(formulier
      ? [
          "--- form",
          ...formulier.velden.flatMap(({ label, regels }) => [
            `${both(label)}: ${line}`,
            ...Array(regels - 1).fill(line),
          ]),
          both(formulier.zin),
          `[ ] ${formulier.keuzes.map(both).join(" | [ ] ")}`,
          Object.values(formulier.kolommen).map(both).join(" | "),
          ...formulier.personen.map(both),
          ...(formulier.doelen.length > 0
            ? [
                both(formulier.ook),
                formulier.personen.map(both).join(" | "),
                formulier.personen.map(() => formulier.keuzes.map(both).join(" | ")).join(" | "),
              ]
            : []),
          ...formulier.doelen.flatMap(({ label, open }) => [
            `${both(label)} ${formulier.personen.map(() => "[ ] [ ]").join(" | ")}`,
            ...(open.length > 0 ? [`${both(open)}: ${line}`] : []),
          ]),
        ]
      : []),
    "--- foot",
    ...voet.map(({ label, waarde }) => `${both(label)}: ${waarde ?? line}`),
  ].join("\n");
}

const { resolve } = createRequire(import.meta.url);
const workspace = import.meta.dirname;
const native = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(resolve(font))) }],
});

/**
 * A second opinion: the same typesetter outside WebAssembly, which makes PDF/A-2b by itself and refuses what cannot be one.
 * Also ten times as fast, for the questions that are about the page alone.
 */
export function secondOpinion(blad: Blad): Uint8Array {
  native.mapShadow(`${workspace}/data.json`, Buffer.from(JSON.stringify(blad)));
  return native.pdf(
    { mainFileContent: readFileSync(templates.brief, "utf8") },
    { pdfStandard: PdfStandard.A_2b },
  );
}
