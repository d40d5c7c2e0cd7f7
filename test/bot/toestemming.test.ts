import { afterAll, describe, expect, it } from "vitest";
import { registry } from "#bot/nouns.ts";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { toestemmingWords } from "#cards/toestemming-dialog.ts";
import { castOf } from "#test/usecases/a-cast.ts";
import { aWholeIntake, seen } from "#test/usecases/an-intake.ts";
import { aWorld } from "#test/world.ts";
import { aDesk, cardOf, textOf } from "./a-desk.ts";

const made = aWorld();
afterAll(async () => (await made).close());

const says = (antwoord: string, op = "2026-11-20") => ({
  antwoord_ouder1: antwoord,
  op_ouder1: op,
  vorm_ouder1: "papier",
  bewaarplaats_ouder1: "dossier",
  antwoord_ouder2: "ja",
  op_ouder2: op,
  vorm_ouder2: "papier",
  bewaarplaats_ouder2: "dossier",
  partners: "smw",
  geldigTot: "2027-07-31",
  gecontroleerd: "true",
});

describe("a written toestemming that two people record", () => {
  it("shows what the first recorded to the second, whose answers are not kept: a no never disappears under a yes", async () => {
    const { t, noor } = await castOf(made);
    const desk = aDesk(t, registry.routes, registry.presenters);
    const id = await aWholeIntake(t, noor);
    const { versie } = await seen(t, noor, id);
    const open = async () => {
      const overview = await desk.send(noor, toestemmingVerb.open, { id, versie });
      return cardOf(await desk.press(noor, cardOf(overview), toestemmingVerb.schriftelijk));
    };
    const [mine, hers] = [await open(), await open()];
    expect(await desk.press(noor, hers, toestemmingVerb.opslaan, says("nee"))).toEqual({ kind: "klaar" });
    const back = await desk.press(noor, mine, toestemmingVerb.opslaan, says("ja"));
    expect(textOf(back)).toContain(toestemmingWords.changed);
    const field = JSON.stringify(cardOf(back)).split('"id":"antwoord_ouder1"')[1] ?? "";
    expect(/"value":"(\w+)"\}/.exec(field.slice(field.indexOf("]")))?.[1]).toBe("nee");
    // Pressed again as it stands: the no stays.
    expect(await desk.press(noor, cardOf(back), toestemmingVerb.opslaan, says("nee"))).toEqual({
      kind: "klaar",
    });
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(false);
  });
});
