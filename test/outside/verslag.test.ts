import { describe, expect, it } from "vitest";
import { verslagBlad } from "#cards/verslag-blad.ts";
import { onPaper } from "#domain/see-verslag.ts";
import type { VerslagGezien } from "#domain/verslag-view.ts";
import { sheetFile } from "#outside/pdf.ts";
import { drawn, readPdf, refIn } from "./pdf-read.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

const gezien: VerslagGezien = {
  ...{ rondeId: "r", versie: 1, sztId: "s", scholen: ["De Regenboog"], plaats: "op_school_en_online" },
  vandaag: date("2026-12-08"),
  datum: date("2026-12-07"),
  begin: Temporal.PlainTime.from("13:30"),
  eind: Temporal.PlainTime.from("14:30"),
  voorzitter: "Noor Visser",
  notulist: "Bram de Wit",
  deelnemers: [
    { persoonId: "p1", naam: "Noor Visser", functie: "ib", aanwezigheid: "in_de_kamer" },
    { persoonId: "p2", naam: "Bram de Wit", functie: "smw", aanwezigheid: "online" },
    { persoonId: "p3", naam: "Peter Kuipers", functie: "scp", aanwezigheid: "afwezig" },
  ],
  wasAfwezig: false,
  punten: [1, 2].map((nummer) => ({
    hulpvraagId: `h${nummer}`,
    versie: 1,
    besluitId: `b${nummer}`,
    referentie: `HV-482${nummer}`,
    leerling: { naam: "Zwaantje Kanarievogel", leerjaar: "po_5" },
    besluit: {
      besluiten: ["doorlopen", "doorzetten_loket"],
      afweging: 'De school komt er niet uit #panic("x"). De ouders willen graag hulp thuis.',
      regierolVoor: null,
      terugOp: null,
    },
    acties: [
      {
        ...{ id: "c1", versie: 1, houder: "Bram de Wit", vanMij: true, gedaan: false },
        omschrijving: "Belt de ouders over de eerste afspraak",
        datum: date("2026-12-11"),
      },
      {
        ...{ id: "c2", versie: 1, houder: "Noor Visser", vanMij: false, gedaan: true },
        omschrijving: "Vertelt de ouders wat er is besloten",
        datum: date("2026-12-14"),
      },
    ],
    evaluatieOp: nummer === 1 ? date("2027-03-15") : null,
    aanvullingen:
      nummer === 1 ? [{ op: date("2026-12-09"), tekst: "De school belt zelf eerst de ouders." }] : [],
    wijzigingen: [],
    magVoorstellen: false,
    onleesbaar: false,
  })),
  adviesvraag: true,
  volgende: { datum: date("2027-01-18"), begin: Temporal.PlainTime.from("13:30"), plaats: "op_school" },
  vastgesteldOp: date("2027-01-18"),
  vastVanaf: date("2027-01-06"),
  mag: new Set(),
};

describe("the file of a report", () => {
  it("prints what was decided and agreed, with numbers in place of names, and what was typed as it was typed", async () => {
    const pdf = readPdf(await sheetFile({ ...verslagBlad(onPaper(gezien)) }, "inzage"));
    const letters = drawn(pdf).letters.replaceAll(/\s/g, "");
    const said = [
      "Verslag van de overlegronde van maandag 7 december 2026",
      "HV-4821",
      "HV-4822",
      "Huidige aanpak loopt door · Doorzetten naar het Loket",
      'niet uit #panic("x").',
      "Belt de ouders over de eerste afspraak",
      "vrijdag 11 december 2026",
      "gedaan",
      "Opnieuw bekijken: maandag 15 maart 2027",
      "Aanvulling van woensdag 9 december 2026: De school belt zelf eerst de ouders.",
      "Adviesvraag (zonder naam)",
      "Noor Visser (IB, in de kamer)",
      "Peter Kuipers (PPO)",
      "maandag 18 januari 2027, 13:30",
      "Vastgesteld op",
    ];
    for (const words of said) expect(letters).toContain(words.replaceAll(" ", ""));
    expect(letters).not.toMatch(/Zwaantje|Kanarievogel/);
    const packet = String(pdf.objects.get(refIn(pdf.catalog, "Metadata"))?.stream?.toString("utf8"));
    expect(packet).toContain(">Verslag van een overlegronde<");
    expect(packet).not.toMatch(/HV-|Regenboog|Visser/);
  });
});
