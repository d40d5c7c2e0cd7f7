import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { dataKeyOf } from "#database/datasleutel.ts";
import { updateLeerling } from "#database/leerling.ts";
import { query, type Tx } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";
import { correct, loadCorrectie } from "#usecases/correctie.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { saveStap1 } from "#usecases/intake-stap.ts";
import { askUitzondering, loadUitzonderingVraag, readUitzondering } from "#usecases/uitzondering.ts";
import { decideUitzondering } from "#usecases/uitzondering-besluit.ts";
import { remindDirecteur } from "#usecases/uitzondering-einde.ts";
import { at, noticesTo } from "./a-besluit.ts";
import { aRonde } from "./a-round.ts";
import { cast, closeWorlds } from "./an-advies.ts";
import { anAct, aStap1, aWholeIntake, done } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

afterAll(closeWorlds);

const aRow = {
  gezag: "beide_ouders",
  gegevens: { naam: "Zwaantje Kwikstaart", geboortemaand: "2017-04", leerjaar: "po_5", kenmerk: null },
  nummer: 1,
} as const;
const asTask = <T>(
  t: TestWorld,
  taak: Parameters<typeof taskScope>[1],
  run: Parameters<typeof t.world.database.transact<T>>[1],
) => t.world.database.transact(taskScope(t.world.swvId, taak), run);
const leerlingIds = async (tx: Tx) =>
  (await query(tx, z.object({ id: z.string() }), `select id from leerling`)).map(({ id }) => id);

/** Asked of Wim with a word in the text that is no name yet. */
async function asked(
  naam = "Iemand Anders",
  {
    reden = "Het kind krijgt straf; kwikstaart huilt.",
    ander,
  }: { readonly reden?: string; readonly ander?: string } = {},
): Promise<{
  readonly t: TestWorld;
  readonly noor: Actor;
  readonly wim: Actor;
  readonly id: string;
  readonly verzoek: string;
}> {
  const { t, noor, wim, saskia } = await cast();
  if (ander) await aWholeIntake(t, noor, { naam: ander });
  const id = await aWholeIntake(t, noor, { naam });
  await aRonde(t, noor, [noor, saskia]);
  const vraag = done(await loadUitzonderingVraag(t.world, noor, id));
  done(
    await askUitzondering(anAct(t, noor), await at(t, id), {
      redenen: ["druk_op_kind"],
      reden,
      rondeId: vraag.rondes[0]?.id ?? null,
      kring: [saskia.persoonId],
      veiligThuis: "nog_niet",
      directeurId: wim.persoonId,
      gevaar: false,
      ruim: false,
    }),
  );
  const verzoek = await idOf(t);
  await reading(t, verzoek, [noor, wim], "uitzondering");
  return { t, noor, wim, id, verzoek };
}

async function idOf(t: TestWorld): Promise<string> {
  const rows = await asTask(t, "koerier", (tx) =>
    query(tx, z.object({ id: z.string() }), `select id from uitzondering`),
  );
  return rows[0]?.id ?? "";
}

const read = async (t: TestWorld, who: Actor, verzoek: string) =>
  (await readUitzondering(t.world, who, verzoek))?.gezien;

async function corrected(t: TestWorld, ib: Actor, id: string, naam: string): Promise<void> {
  const gezien = await loadCorrectie(t.world, ib, id);
  if (!gezien) throw new Error("nothing to correct");
  const form = { van: ["school"], identiteit: null, waarden: { ...gezien.waarden, naam } } as const;
  done(await correct(anAct(t, ib), gezien, form));
}

describe("a name that is put right", () => {
  it("leaves what the directeur reads, for good, and the cards of both are drawn again", async () => {
    const { t, noor, wim, id, verzoek } = await asked();
    expect((await read(t, wim, verzoek))?.reden).toContain("kwikstaart");
    await corrected(t, noor, id, "Zwaantje Kwikstaart");
    for (const who of [noor, wim]) {
      expect((await read(t, who, verzoek))?.reden).toBe("Het kind krijgt straf; [naam] huilt.");
      expect(await noticesTo(t, who, verzoek)).toContain("uitzondering_ververst");
    }
    await corrected(t, noor, id, "Iemand Anders");
    expect((await read(t, wim, verzoek))?.reden).toBe("Het kind krijgt straf; [naam] huilt.");
  });

  it("in the first step of the intake does the same", async () => {
    const { t, noor, wim, id, verzoek } = await asked();
    const { schoolId: _, ...stap } = await aStap1(t, noor, { naam: "Zwaantje Kwikstaart" });
    done(await saveStap1(anAct(t, noor), await at(t, id), stap));
    expect((await read(t, wim, verzoek))?.reden).toBe("Het kind krijgt straf; [naam] huilt.");
    expect(await noticesTo(t, wim, verzoek)).toContain("uitzondering_ververst");
  });

  it("and does not stand in the text draws no card again", async () => {
    const { t, noor, wim, id, verzoek } = await asked();
    const before = await noticesTo(t, wim, verzoek);
    await corrected(t, noor, id, "Zwaantje Ooievaar");
    expect((await read(t, wim, verzoek))?.reden).toContain("kwikstaart");
    expect(await noticesTo(t, wim, verzoek)).toEqual(before);
  });

  it("is looked for once more when the directeur is asked again", async () => {
    const { t, wim, verzoek } = await asked();
    await asTask(t, "wekker", async (tx) => {
      const [id] = await leerlingIds(tx);
      const row = { ...aRow, id: id ?? "", schoolId: verzoek };
      await updateLeerling(tx, { keys: t.world.keys, key: await dataKeyOf(tx, t.world.keys, row.id) }, row);
    });
    expect((await read(t, wim, verzoek))?.reden).toContain("kwikstaart");
    await asTask(t, "wekker", (tx) =>
      remindDirecteur(t.world, tx, {
        id: verzoek,
        soort: "uitzondering_herinneren",
        onderwerpId: verzoek,
        op: tx.now,
        sleutel: "",
      }),
    );
    expect((await read(t, wim, verzoek))?.reden).toBe("Het kind krijgt straf; [naam] huilt.");
  });

  it("is kept by one act alone, the one that looks for it in those texts", () => {
    const folder = new URL("../../src/usecases/", import.meta.url);
    const writers = readdirSync(folder).filter((file) =>
      readFileSync(new URL(file, folder), "utf8").includes("updateLeerling"),
    );
    expect(writers).toEqual(["leerling-naam.ts"]);
  });
});

describe("the name of another pupil of the school", () => {
  it("leaves what the directeur reads as well, also where every part of it is a word", async () => {
    const reden = "Melodie Zomer zag het. Het kind krijgt straf, en melodie is bang.";
    const { t, noor, wim, verzoek } = await asked("Zwaantje Kwikstaart", { reden, ander: "Melodie Zomer" });
    for (const who of [noor, wim])
      expect((await read(t, who, verzoek))?.reden).toBe(
        "[naam] zag het. Het kind krijgt straf, en [naam] is bang.",
      );
  });

  it("that is not named takes no word away", async () => {
    const reden = "Het is zomer en het kind krijgt straf.";
    const { t, wim, verzoek } = await asked("Zwaantje Kwikstaart", { reden, ander: "Melodie Zomer" });
    expect((await read(t, wim, verzoek))?.reden).toBe(reden);
  });
});

describe("a motivation in which the directeur typed the name", () => {
  it("is read by the ib without it, once she may not know who it was", async () => {
    const { t, noor, wim, id, verzoek } = await asked("Zwaantje Kwikstaart");
    const motivatie = "Vragen brengt kwikstaart in gevaar.";
    const { versie } = (await read(t, wim, verzoek)) ?? { versie: 0 };
    const kring = (await read(t, wim, verzoek))?.kring.map(({ persoonId }) => persoonId) ?? [];
    const form = { besluit: "nee", kring, motivatie } as const;
    done(await decideUitzondering(anAct(t, wim), { id: verzoek, versie }, form));
    expect((await read(t, noor, verzoek))?.besluit?.motivatie).toBe(motivatie);
    done(await intrekken(anAct(t, noor), await at(t, id)));
    expect((await read(t, noor, verzoek))?.besluit?.motivatie).toBe("Vragen brengt [naam] in gevaar.");
  });
});
