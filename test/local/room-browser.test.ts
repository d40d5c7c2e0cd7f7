import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "#test/browser.ts";
import { askCard, heard, live, openStage, type Stage, say } from "./room-stage.ts";

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  stage = await openStage(browser);
});
afterEach(async () => {
  await stage.stop();
  expect(stage.complaints, "the browser has nothing to complain about").toEqual([]);
});

const bubbles = ".log .message .bubble";

describe("choosing who one is", () => {
  it("shows everybody once, by zorgteam, with function and a line about them", async () => {
    const page = await stage.open("/");
    const teams = page.locator(".people-group");
    await teams.nth(1).waitFor();
    expect(await teams.locator("h3").allTextContents()).toEqual(["SZT De Wilgenroos", "SZT Het Anker"]);
    expect(await page.locator(".person").count()).toBe(6);
    expect(await page.getByRole("link", { name: /^Femke Postma/ }).textContent()).toContain(
      "jeugdverpleegkundige · gast",
    );
  });

  it("finds somebody by function and opens the room as that person", async () => {
    const page = await stage.open("/");
    await page.getByRole("searchbox").fill("maatschappelijk");
    expect(await page.locator(".person").count()).toBe(1);
    await page.getByRole("link", { name: /^Samir/ }).click();
    await page.getByRole("textbox", { name: "Bericht" }).waitFor();
    expect(page.url()).toContain("as=samir");
    expect(await page.title()).toContain("Samir El Amrani");
  });

  it("opens somebody else in a new window", async () => {
    const page = await stage.open("/room?as=noor&theme=dark");
    await page.getByRole("button", { name: "Personen" }).click();
    const opened = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Open als Lian Tan in nieuw venster" }).click();
    const other = await opened;
    await other.getByRole("heading", { name: "Zorgronde", level: 2 }).waitFor();
    expect(other.url()).toContain("as=lian");
    expect(other.url()).toContain("theme=dark");
  });

  it("says so when nobody has that name", async () => {
    const page = await stage.open("/room?as=%3Cb%3E");
    expect(await page.getByRole("alert").textContent()).toContain("“<b>” kennen we niet");
  });
});

describe("the files", () => {
  const filesOf = async (person: string) => {
    const page = await stage.open(`/room?as=${person}`);
    await page.getByRole("button", { name: "Bestanden" }).click();
    return page.locator(".panel");
  };

  it("lists what was fetched by a link, with its time", async () => {
    const panel = await filesOf("noor");
    await panel.getByText("Er is nog niets opgehaald, en geen e-mail gestuurd.").waitFor();
    stage.service.noteFile({ token: "x", name: "overlegronde.ics", type: "text/calendar" });
    const again = await filesOf("noor");
    await again.locator(".mail", { hasText: "overlegronde.ics" }).waitFor();
  });

  it("says so when the list does not come", async () => {
    const page = await stage.open("/room?as=noor");
    await page.route("**/_local/mail", (route) => route.abort());
    await page.getByRole("button", { name: "Bestanden" }).click();
    await page.getByRole("alert").getByText("De lijst komt niet door.").waitFor();
    stage.complaints.length = 0;
  });
});

describe("talking", () => {
  it("what is typed stands there and the answer follows; Shift+Enter makes a line", async () => {
    const page = await stage.open("/room?as=noor");
    const field = page.getByRole("textbox", { name: "Bericht" });
    await field.fill("een");
    await field.press("Shift+Enter");
    await field.pressSequentially("twee");
    await field.press("Enter");
    await heard(page, "Je zei: een");
    expect(await page.locator(bubbles).allInnerTexts()).toEqual(["een\ntwee", "Je zei: een\ntwee"]);
    expect(await field.inputValue()).toBe("");
  });

  it("an edited message changes in place, a deleted one says so", async () => {
    const page = await stage.open("/room?as=noor");
    await say(page, "wijzig");
    const changed = page.locator(".message", { hasText: "Dit is nieuw." });
    await changed.getByText("bewerkt").waitFor();
    await say(page, "verwijder");
    await page.getByText("Dit bericht is verwijderd").first().waitFor();
    expect(await page.locator(".message").count()).toBe(4);
  });

  it("nothing that is typed becomes part of the page", async () => {
    const page = await stage.open("/room?as=noor");
    await say(page, "<img src=x onerror=alert(1)><b>vet</b>");
    await heard(page, "Je zei: <img");
    expect(await page.locator(".log img, .log b").count()).toBe(0);
  });

  it("what somebody fills in stays when another message comes", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "velden");
    await card.getByLabel("Naam van het kind").fill("Pim");
    await say(page, "nog iets");
    await heard(page, "Je zei: nog iets");
    expect(await card.getByLabel("Naam van het kind").inputValue()).toBe("Pim");
  });

  it("an answer that comes late does not undo what came after it", async () => {
    const kernteam = "19:kernteam@thread.v2";
    const page = await stage.open(`/room?as=noor&in=${kernteam}`);
    await live(page);
    const late = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    await page.route(
      /inbox/,
      async (route) => {
        const answer = await route.fetch();
        isHeld.resolve();
        await late.promise;
        await route.fulfill({ response: answer });
      },
      { times: 1 },
    );
    const { id } = await stage.service.say({ as: "samir", in: kernteam, text: "oude tekst" });
    await isHeld.promise;
    await stage.service.edit({ as: "samir", message: id, text: "nieuwe tekst" });
    await heard(page, "nieuwe tekst");
    await page.evaluate(`window.returned = false;
      new MutationObserver(() => { window.returned ||= document.querySelector('.log').textContent.includes('oude tekst') })
        .observe(document.querySelector('.log'), { childList: true, subtree: true })`);
    const overtaken = page.waitForEvent("requestfinished", (request) => request.url().includes("inbox"));
    late.resolve();
    await overtaken;
    await say(page, "en verder");
    await heard(page, "en verder");
    expect(await page.locator(bubbles).allInnerTexts()).toEqual(["nieuwe tekst", "en verder"]);
    expect(await page.evaluate("window.returned")).toBe(false);
  });

  it("in a channel only who mentions the bot gets an answer, and a reply stays in its thread", async () => {
    const page = await stage.open("/room?as=noor");
    await page.getByRole("button", { name: /Overlegrondes/ }).click();
    await say(page, "zonder naam");
    await page.getByText("zonder naam").waitFor();
    await page.getByRole("button", { name: "De bot noemen" }).click();
    await page.getByRole("textbox", { name: "Bericht" }).press("End");
    await page.keyboard.type("met naam");
    expect(await page.getByRole("textbox", { name: "Bericht" }).inputValue()).toBe("@Zorgronde met naam");
    await page.keyboard.press("Enter");
    await heard(page, "Je zei: met naam");
    const posts = page.locator(".post");
    expect(await posts.count()).toBe(2);
    await posts.nth(0).getByRole("button", { name: "Beantwoorden" }).click();
    await say(page, "@zorgronde in de draad");
    await posts.nth(0).getByText("Je zei: in de draad").waitFor();
    expect(await posts.count()).toBe(2);
  });
});

describe("pressing a button on a card", () => {
  it("is busy until the answer comes, and the answer takes the place of the card", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "knoppen");
    const letGo = stage.bot.hold();
    const button = card.getByRole("button", { name: "Bewaar" });
    await button.click();
    await card.locator("button[aria-busy=true]").waitFor();
    expect(await button.isDisabled()).toBe(true);
    letGo();
    await page.getByText("Gedaan: bewaar").waitFor();
    expect(await page.locator(".log .card").count()).toBe(1);
    await page.reload();
    await page.getByText("Gedaan: bewaar").waitFor();
  });

  it("shows a message for a moment and an error until it is read", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "knoppen");
    await card.getByRole("button", { name: "Laat weten" }).click();
    await page.getByRole("status").getByText("Genoteerd.").waitFor();
    await card.getByRole("button", { name: "Gaat fout" }).click();
    await page.getByRole("alert").getByText("Dat mag jij niet doen.").waitFor();
    await page.locator(".note").getByRole("button", { name: "Sluiten" }).click();
    expect(await page.locator(".note").count()).toBe(0);
  });

  it("sends the data of exactly that button when several have the same name", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "lijst");
    await card.getByRole("button", { name: "Kies" }).nth(2).click();
    await page.getByText("Gedaan: kies Derde").waitFor();
  });

  it("from the seventh on stands behind “…”, which arrows and Escape steer", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "knoppen");
    const more = card.getByRole("button", { name: "Meer acties" });
    await more.focus();
    await page.keyboard.press("Enter");
    expect(await card.getByRole("menuitem").allTextContents()).toEqual(["Zevende", "Achtste"]);
    await page.keyboard.press("Escape");
    expect(await card.getByRole("menu").count()).toBe(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Gedaan: acht").waitFor();
  });

  it("is stopped by a required field that is empty, and nothing is sent", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "velden");
    await card.getByRole("button", { name: "Verstuur" }).click();
    await card.getByText("Vul een naam in.").waitFor();
    expect(stage.bot.seen.filter(({ name }) => name === "adaptiveCard/action")).toEqual([]);
  });

  it("takes all kinds of fields along as strings", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "velden");
    await card.getByLabel("Naam van het kind").fill("Pim");
    await card.getByLabel("Aantal weken").fill("6");
    await card.getByLabel("Datum").fill("2026-10-12");
    await card.getByLabel("Tijd").fill("13:30");
    await card.getByText("De ouders weten ervan").click();
    await card.getByLabel("Onderwerp").selectOption("Gedrag");
    await card.getByLabel("Voorrang").check();
    await card.getByLabel("Gesprek").check();
    await card.getByLabel("Observatie").check();
    await card
      .getByRole("combobox", { name: "Collega" })
      .fill("Samir El Amrani (schoolmaatschappelijk werker)");
    await card.getByRole("combobox", { name: "School" }).fill("het a");
    await card.locator('option[value="Het Anker"]').waitFor({ state: "attached" });
    await card.getByRole("combobox", { name: "School" }).fill("Het Anker");
    await card.getByRole("button", { name: "Verstuur" }).click();
    await page.getByText("Gedaan: velden Pim").waitFor();
    const sent = stage.bot.seen.find(({ name }) => name === "adaptiveCard/action");
    expect(sent?.value.action).toHaveProperty("data", {
      naam: "Pim",
      weken: "6",
      datum: "2026-10-12",
      tijd: "13:30",
      klopt: "true",
      domein: "Gedrag",
      urgentie: "Voorrang",
      gedaan: "Gesprek,Observatie",
      collega: "00000000-0000-4000-8000-000000000001",
      school: "id-Het Anker",
    });
  });

  it("a card from a later version shows its text for older clients", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "toekomst");
    expect(await card.innerText()).toBe("Werk Teams bij om dit te zien.");
  });

  it("opens a card in the card, shows what was hidden, and falls back where Teams knows more", async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "overzicht");
    expect(await card.getAttribute("class")).toContain("card-full");
    expect(await card.getByText("Let op: voorrang").isVisible()).toBe(true);
    expect(await card.getByRole("columnheader").count()).toBe(3);
    expect(await card.getByText("Hier staat meer uitleg.").isVisible()).toBe(false);
    await card.getByRole("button", { name: "Meer uitleg" }).click();
    expect(await card.getByText("Hier staat meer uitleg.").isVisible()).toBe(true);
    await card.getByRole("button", { name: "Opmerking" }).click();
    await card.getByLabel("Je opmerking").fill("Fijn");
    await card.getByRole("button", { name: "Plaats" }).click();
    await page.getByText("Gedaan: plaats").waitFor();
  });
});
