import { describe, expect, it } from "vitest";
import { personWords, presence, verslagCard } from "#cards/verslag.ts";
import { verslagBlad } from "#cards/verslag-blad.ts";
import type { VerslagGezien, VerslagPunt } from "#domain/verslag-view.ts";
import { checkCard } from "./check-card.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const token = () => "z".repeat(290);
const longest = "Annemarie-Charlotte van den Wittenboer-Zwanenburg";

function punt(nummer: number): VerslagPunt {
  return {
    hulpvraagId: `5a2b7c1e-0000-4000-8000-${String(nummer).padStart(12, "0")}`,
    versie: 3,
    besluitId: "5a2b7c1e-0000-4000-8000-0000000000b1",
    referentie: `HV-${4000 + nummer}`,
    leerling: { naam: longest, leerjaar: "vo_1" },
    besluit: {
      besluiten: ["regierol_toewijzen", "doorzetten_loket"],
      afweging: "Lange afweging met veel woorden. ".repeat(15),
      regierolVoor: longest,
      terugOp: null,
    },
    acties: Array.from({ length: 3 }, (_, index) => ({
      id: `c${index}`,
      versie: 1,
      houder: longest,
      vanMij: false,
      omschrijving: "Lange actie met veel woorden. ".repeat(12),
      datum: date("2026-12-11"),
      gedaan: false,
    })),
    evaluatieOp: date("2027-03-15"),
    aanvullingen: [{ op: date("2026-12-09"), tekst: "Lange aanvulling met veel woorden. ".repeat(14) }],
    wijzigingen: [{ id: `w${nummer}`, vanMij: false, status: "open", reden: null, magBeantwoorden: true }],
    magVoorstellen: true,
    onleesbaar: false,
  };
}

const worst = (items: number): VerslagGezien => ({
  rondeId: "5a2b7c1e-0000-4000-8000-0000000000e1",
  versie: 1,
  sztId: "5a2b7c1e-0000-4000-8000-0000000000e0",
  scholen: [longest, longest, longest],
  vandaag: date("2026-12-08"),
  datum: date("2026-12-07"),
  begin: Temporal.PlainTime.from("13:30"),
  eind: Temporal.PlainTime.from("14:30"),
  plaats: "op_school_en_online",
  voorzitter: longest,
  notulist: longest,
  deelnemers: Array.from({ length: 15 }, (_, index) => ({
    ...{ persoonId: `p${index}`, naam: longest, functie: "jeugdverpleegkundige" as const },
    aanwezigheid: index % 2 === 0 ? ("in_de_kamer" as const) : ("afwezig" as const),
  })),
  wasAfwezig: true,
  punten: Array.from({ length: items }, (_, index) => punt(index)),
  adviesvraag: true,
  volgende: null,
  vastgesteldOp: null,
  vastVanaf: date("2027-01-06"),
  mag: new Set(["wijziging_voorstellen", "vaststellen"]),
});

describe("the card of a report", () => {
  it.each([1, 4, 8, 14, 30])("fits in Teams with %i items and the longest words", (items) => {
    expect(checkCard(verslagCard(worst(items), token))).toEqual([]);
  });

  it("says how many it leaves out when there are too many, of what this person sees", () => {
    expect(JSON.stringify(verslagCard(worst(30), token))).toMatch(
      /En nog \d+\. Haal het verslag op als pdf\./,
    );
    expect(JSON.stringify(verslagCard(worst(4), token))).not.toContain("En nog");
  });
});

describe("the report on paper", () => {
  it("has no name of a leerling, whatever else is on it", () => {
    const named = worst(3);
    const punten = named.punten.map((one) => ({ ...one, leerling: { naam: "Zwaantje", leerjaar: null } }));
    const text = JSON.stringify(verslagBlad({ ...named, punten }));
    expect(text).not.toContain("Zwaantje");
    for (const said of ["HV-4000", "Lange afweging", "Lange actie", "Lange aanvulling", "15 maart 2027"])
      expect(text).toContain(said);
    expect(text).toContain("Nog niet vastgesteld");
  });
});

it("puts who sent a colleague with who was not there, and says so", () => {
  const people = (["in_de_kamer", "online", "afwezig", "vervangen", null] as const).map(
    (aanwezigheid, index) => ({
      ...{ persoonId: `p${index}`, naam: `Naam ${index}`, functie: "smw" as const, aanwezigheid },
    }),
  );
  const { er, niet, onbekend } = presence(people);
  const names = [er, niet, onbekend].map((some) => some.map(personWords));
  expect(names).toEqual([
    ["Naam 0 (SMW, in de kamer)", "Naam 1 (SMW, online)"],
    ["Naam 2 (SMW)", "Naam 3 (SMW, vervangen door een collega)"],
    ["Naam 4 (SMW)"],
  ]);
});
