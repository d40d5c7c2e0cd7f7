import { describe, expect, it } from "vitest";
import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { hulpvraagStatussen } from "#domain/code.ts";
import { hulpvraagActs } from "#domain/hulpvraag-view.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { aBesluit, aDossier, akkoord, anAanbod, aRegierol, date, now } from "#test/domain/a-dossier.ts";
import { shownTexts } from "./check-card.ts";

const stamp = (verb: string) => verb;
const offer = anAanbod();

function cardOf(persoonId: string, over: Parameters<typeof aDossier>[0]) {
  const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
  return gezien && hulpvraagCard(gezien, stamp);
}

function titles(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(titles);
  if (typeof value !== "object" || value === null) return [];
  const own =
    "type" in value && "title" in value && String(value.type).startsWith("Action.")
      ? [String(value.title)]
      : [];
  const inner = Object.entries(value).filter(([key]) => key !== "fallback" && key !== "data");
  return [...own, ...inner.flatMap(([, part]) => titles(part))];
}

describe("the card of a hulpvraag", () => {
  it.each(
    hulpvraagStatussen.flatMap((status) => ["ib1", "smw1", "lpa1"].map((who) => [status, who] as const)),
  )("says in the state %s what must happen now (%s), and shows no button twice", (status, who) => {
    const card = cardOf(who, { status, regierollen: [aRegierol("smw1")] });
    if (!card) return;
    const texts = shownTexts(card, "card").map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith("**Nu:**"))).toHaveLength(1);
    expect(titles(card)).toHaveLength(new Set(titles(card)).size);
  });

  it("asks for the regierol before anything else, with both answers", () => {
    const card = cardOf("smw1", {
      besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
      aanbod: offer,
    });
    const body = JSON.stringify(card?.body.slice(1, 4));
    expect(body).toContain("Wil jij de regierol nemen?");
    expect(body).toContain("Ja, ik neem de regierol");
    expect(body).toContain("Nee, ik kan het niet");
  });

  it("after a no asks the ib for somebody else before an actie of their own, and says who said no and why", () => {
    const actie = { id: "actie1", rondeId: null, houderId: "ib1", omschrijving: seal("Bellen") };
    const card = cardOf("ib1", {
      besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
      aanbod: { ...offer, status: "geweigerd" },
      weigeringen: [{ besluitId: "b1", persoonId: "smw1", reden: "geen_tijd" }],
      acties: [{ ...actie, datum: date("2026-11-24"), gedaanOp: null, versie: 1 }],
    });
    const texts = card ? shownTexts(card, "card").map(({ text }) => text) : [];
    expect(texts).toContain("**Nu:** Naam van smw1 zei nee. Vraag iemand anders voor de regierol.");
    expect(texts).toContain("Naam van smw1 zei nee tegen de regierol: ‘Ik heb er nu geen tijd voor.’");
    expect(titles(card)[0]).toBe("Vraag iemand anders");
  });

  it("has a button for every act that is offered", () => {
    const gezien = seeHulpvraag(aDossier({}), { persoonId: "ib1" }, now);
    if (!gezien) throw new Error("the ib sees nothing");
    for (const act of hulpvraagActs) {
      const one = hulpvraagCard({ ...gezien, mag: new Set([act]) }, stamp);
      expect(titles(one), act).toHaveLength(1);
    }
  });
});
