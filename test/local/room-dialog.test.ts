import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "#test/browser.ts";
import { askCard, live, openStage, type Stage } from "./room-stage.ts";

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

describe("a dialog", () => {
  const openForm = async () => {
    const page = await stage.open("/room?as=noor");
    const card = await askCard(page, "knoppen");
    await card.getByRole("button", { name: "Open formulier" }).click();
    const dialog = page.getByRole("dialog", { name: "Nieuwe vraag" });
    await dialog.waitFor();
    return { page, dialog };
  };

  it("goes from step to step and ends with what the bot says", async () => {
    const { page, dialog } = await openForm();
    await page.keyboard.type("Hoe verder?");
    await dialog.getByRole("button", { name: "Verder" }).click();
    await dialog.getByText("Stap 2 van 2").waitFor();
    await dialog.getByLabel("Weet je het zeker?").fill("ja");
    await dialog.getByRole("button", { name: "Klaar" }).click();
    await dialog.getByText("De vraag is opgeslagen.").waitFor();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
  });

  it("shows each step from its top, with the focus where one can see it", async () => {
    const { page, dialog } = await openForm();
    await page.setViewportSize({ width: 360, height: 170 });
    await dialog.getByLabel("Wat is de vraag?").fill("Hoe verder?");
    const next = dialog.getByRole("button", { name: "Verder" });
    await next.scrollIntoViewIfNeeded();
    expect(await dialog.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await next.click();
    await dialog.getByText("Stap 2 van 2").waitFor();
    expect(await dialog.evaluate((element) => element.scrollTop)).toBe(0);
    const box = await dialog.locator(":focus").boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 170).toBe(true);
  });

  it("keeps the focus inside and gives it back", async () => {
    const { page, dialog } = await openForm();
    const inside = () => page.evaluate("document.activeElement.closest('dialog') !== null");
    for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
      await page.keyboard.press(key);
      expect(await inside(), key).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("Open formulier");
  });

  it.each(["Escape", "kruis"])("closed by %s sends nothing to the bot", async (how) => {
    const { page, dialog } = await openForm();
    await dialog.getByLabel("Wat is de vraag?").fill("Toch niet");
    if (how === "Escape") await page.keyboard.press("Escape");
    else await dialog.getByRole("button", { name: "Sluiten" }).click();
    await dialog.waitFor({ state: "detached" });
    await stage.service.idle();
    expect(stage.bot.seen.map(({ name }) => name)).not.toContain("task/submit");
  });

  it("says what went wrong and keeps what was typed", async () => {
    const { page, dialog } = await openForm();
    await dialog.getByRole("button", { name: "Verder" }).click();
    await dialog.getByText("Vul dit in.").waitFor();
    await dialog.getByLabel("Wat is de vraag?").fill("Bewaar mij");
    stage.service.setBotEndpoint("http://127.0.0.1:1/");
    await dialog.getByRole("button", { name: "Verder" }).click();
    await dialog.getByRole("alert").getByText("De app is niet bereikbaar").waitFor();
    expect(await dialog.getByLabel("Wat is de vraag?").inputValue()).toBe("Bewaar mij");
    await page.keyboard.press("Escape");
  });
});

describe("a message for a conversation that is not in view", () => {
  it("shows exactly its summary, like a lock screen, and opens when pressed", async () => {
    const page = await stage.open("/room?as=noor");
    await live(page);
    await stage.service.say({ as: "samir", in: "19:kernteam@thread.v2", text: "@Zorgronde overzicht" });
    const toast = page.locator(".toast").filter({ has: page.getByText("Zorgronde", { exact: true }) });
    expect(await toast.locator(".toast-summary").textContent()).toBe("Kaart: overzicht");
    expect(await page.locator(".toasts").textContent()).not.toContain("HV-");
    const row = page.getByRole("button", { name: /Kernteam.*ongelezen/ });
    await row.waitFor();
    await toast.getByRole("button").first().click();
    await page.getByRole("heading", { name: "Kernteam", level: 2 }).waitFor();
    await page.locator(".row", { hasText: "Kernteam" }).and(page.locator(":not(.row-new)")).waitFor();
  });

  it("one that is in view gives no toast", async () => {
    const page = await stage.open("/room?as=noor&in=19:kernteam@thread.v2");
    await page.getByRole("heading", { name: "Kernteam", level: 2 }).waitFor();
    await live(page);
    await stage.service.say({ as: "samir", in: "19:kernteam@thread.v2", text: "hallo samen" });
    await page.locator(bubbles, { hasText: "hallo samen" }).waitFor();
    expect(await page.locator(".toast").count()).toBe(0);
  });
});
