import { expect, test } from "vitest";
import { basisOfExtraVerb } from "#cards/basis-of-extra.ts";
import { headingOf, press, withdraw } from "./leak-scene.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

/** The whole intake of a child with this name; the question who it is, is answered with no when it comes. */
async function intakeOf(
  s: Story,
  { kenmerk, vraag }: { readonly kenmerk: string; readonly vraag: string },
): Promise<{ readonly hv: string; readonly asked: string }> {
  await s.say("noor", "nieuwe hulpvraag");
  const one = await press(s, "noor", basisOfExtraVerb.extra);
  const sent = { naam: "Sem Bos", leerjaar: "po_6", maand: "04", jaar: "2016", gezag: "een_ouder", kenmerk };
  const first = await s.send("noor", one, sent);
  const asked = wordsOf(first.dialog?.card);
  const nee = /"(nee HV-\d{4})"/.exec(JSON.stringify(first.dialog?.card))?.[1];
  const two = nee ? await s.send("noor", first, { ...sent, zelfde: nee }) : first;
  const three = await s.send("noor", two, { vraag, domeinen: "armoede", alGedaan: "gesprek_ouders" });
  await s.send("noor", three, { urgentie: "gewoon", aanTafel: "smw,scp" });
  const cards = await s.teams.inbox({ as: "noor" });
  const hv = cards.flatMap(({ card }) => headingOf(card) ?? []).findLast((text) => /^HV-\d{4}$/.test(text));
  return { hv: hv ?? "", asked };
}

/** What the parents get who ask for what is kept of this child. */
async function copyOf(s: Story, hv: string): Promise<string> {
  await s.say("noor", `inzage ${hv}`);
  const card = (await s.see("noor", /Rechten van ouders/)).card;
  expect(wordsOf(card)).toContain(hv);
  const made = await s.send("noor", await s.press("noor", "Gegevens ophalen", {}, /Rechten van ouders/), {
    van: "ouder1",
    identiteit: "bekend",
  });
  const urls = [...JSON.stringify(made.dialog?.card ?? made.card).matchAll(/"url":"([^"]+)"/g)].map(
    ([, url]) => `${s.bot().url}${new URL(url ?? "").pathname}`,
  );
  expect(urls.length).toBeGreaterThan(0);
  return (await Promise.all(urls.map(async (url) => (await fetch(url)).text()))).join("\n");
}

test("of two children with one name, the parents of the one get nothing of the other", async () => {
  const s = await aStory();
  try {
    const one = await intakeOf(s, { kenmerk: "AAA111", vraag: "Loopt vast bij knutselen" });
    await withdraw(s, one.hv);
    await s.wait("PT1M");
    const other = await intakeOf(s, { kenmerk: "BBB222", vraag: "Is stil bij zwemmen" });
    expect(other.asked).toContain(`Is dit dezelfde leerling als in ${one.hv} (ingetrokken, 2026)?`);
    expect(other.hv).not.toBe(one.hv);
    const second = await copyOf(s, other.hv);
    expect(second).toMatch(/zwemmen/);
    expect(second).toMatch(/BBB222/);
    expect(second).not.toMatch(/knutselen|AAA111/);
    const first = await copyOf(s, one.hv);
    expect(first).toMatch(/AAA111/);
    expect(first).not.toMatch(/zwemmen|BBB222/);
  } finally {
    await s.close();
  }
}, 200_000);
