import { describe, expect, it } from "vitest";
import type { ActieFeit, Dossier } from "#domain/dossier.ts";
import { gevraagdOf, isGevraagd, overdrachtOf, overnemers } from "#domain/overdracht.ts";
import { seal } from "#domain/sealed.ts";
import { aDossier, aToestemming, date, now } from "./a-dossier.ts";

const actie = (over: Partial<ActieFeit> = {}): ActieFeit => ({
  id: "a1",
  rondeId: null,
  houderId: "smw1",
  omschrijving: seal("Belt met thuis"),
  datum: date("2026-12-02"),
  gedaanOp: null,
  overdracht: { aan: "bpo1", door: "smw1", stand: "gevraagd", reden: null },
  versie: 2,
  ...over,
});
const zaak = (over: Partial<Dossier> = {}, one = actie()): Dossier =>
  aDossier({ status: "besproken", acties: [one], ...over });
const asked = (dossier: Dossier, persoonId = "bpo1") =>
  gevraagdOf(dossier, { persoonId, now }).map(({ omschrijving }) => omschrijving);

describe("handing over an actie", () => {
  it("is asked of whom the toestemming names, and never of who has it", () => {
    const ids = overnemers(zaak(), actie(), now).map(({ persoonId }) => persoonId);
    expect(ids).toContain("bpo1");
    expect(ids).not.toContain("smw1");
    const partners = aToestemming({ partners: ["smw"] });
    expect(
      overnemers(zaak({ toestemming: partners }), actie(), now).map((lid) => lid.persoonId),
    ).not.toContain("bpo1");
  });

  it("shows who is asked what it is, and nobody else", () => {
    expect(asked(zaak())).toEqual(["Belt met thuis"]);
    expect(asked(zaak(), "jv1")).toEqual([]);
    expect(asked(zaak(), "niemand")).toEqual([]);
  });

  it.each([
    ["the toestemming is gone", { toestemming: null }],
    ["the toestemming names that function no more", { toestemming: aToestemming({ partners: ["smw"] }) }],
    ["the hulpvraag is a concept again", { status: "concept" as const, toestemming: null }],
    ["the hulpvraag is over", { status: "ingetrokken" as const }],
  ])("ends when %s: nothing is asked, and nothing is shown", (_, over) => {
    const dossier = zaak(over);
    expect(asked(dossier)).toEqual([]);
    expect(isGevraagd(dossier, actie(), { persoonId: "bpo1", now })).toBe(false);
    expect(overdrachtOf(dossier, actie(), now)).toBeNull();
  });

  it("ends when it is done, taken back or refused", () => {
    for (const over of [
      { gedaanOp: now },
      { overdracht: null },
      { overdracht: { aan: "bpo1", door: "smw1", stand: "geweigerd", reden: "geen_tijd" } as const },
    ])
      expect(asked(zaak({}, actie(over)))).toEqual([]);
  });

  it("tells who has it how it stands", () => {
    expect(overdrachtOf(zaak(), actie(), now)).toMatchObject({ stand: "gevraagd", reden: null });
    const nee = actie({ overdracht: { aan: "bpo1", door: "smw1", stand: "geweigerd", reden: "geen_tijd" } });
    expect(overdrachtOf(zaak({}, nee), nee, now)).toMatchObject({ stand: "geweigerd", reden: "geen_tijd" });
  });
});
