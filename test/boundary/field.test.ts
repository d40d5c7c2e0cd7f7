import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { columnsBelowLeerling } from "./column.ts";
import { asked } from "./keep.ts";
import { aScene, type Scene } from "./scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 120_000);
afterAll(() => scene.close());

/** Of rounds, of questions without a pupil and of the work of the team: the pairs of T1 vary what they hold. */
const notBelowLeerling = [
  "adviesvraag",
  "afspraak",
  "datasleutel",
  "deelname",
  "deelname_af",
  "jaarplan",
  "jaarplan_ronde",
  "momentprik",
  "momentprik_antwoord",
  "momentprik_gevraagd",
  "momentprik_moment",
  "overlegronde",
  "teamactie",
  "teamactie_herinnering",
  "verslag",
  "vrijgave",
];

describe("what leaves over HTTP", () => {
  it("T2: no table of cases is forgotten", async () => {
    const name = z.object({ name: z.string() });
    const cases = await asked(
      scene.admin,
      name,
      `select tablename::text as name from pg_policies where policyname = 'zaak' order by 1`,
    );
    const below = new Set((await columnsBelowLeerling(scene)).map(({ table }) => table));
    const outside = cases.map((one) => one.name).filter((table) => !below.has(table));
    expect(outside).toEqual(notBelowLeerling);
  });
});
