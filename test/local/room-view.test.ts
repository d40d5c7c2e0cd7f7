import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "#test/browser.ts";
import { askCard, heard, live, openStage, type Stage, say } from "./room-stage.ts";

let browser: Browser;
let stage: Stage;
let clock: { status: number; lines: object[] } = { status: 404, lines: [] };
const moved: unknown[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  moved.length = 0;
  stage = await openStage(browser, async (request, response) => {
    if (request.url !== "/_local/clock" || clock.status !== 200) return false;
    let body = "";
    for await (const part of request) body += String(part);
    moved.push(JSON.parse(body));
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.end(clock.lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    return true;
  });
});
afterEach(() => stage.stop());

const pocket = { viewport: { width: 320, height: 640 }, hasTouch: true };
const wide = "document.documentElement.scrollWidth";

/** What sticks out of the screen, and every place where something is wider than the place it stands in. */
const tooWide = `[...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility() && !one.closest('.spoken, .skip, option, svg') && one.clientWidth > 0)
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1
    || (one.matches('.log, .list-body, .panel-body, .card, .dialog, .start') && one.scrollWidth > one.clientWidth + 1))
  .map((one) => one.className || one.tagName)`;

describe("on a telephone", () => {
  it("nothing scrolls sideways at 320 pixels, whatever stands there", async () => {
    const page = await stage.open("/room?as=noor", pocket);
    await page.getByRole("button", { name: /^Zorgronde/ }).click();
    for (const word of ["overzicht", "velden", "knoppen", "lijst"]) await askCard(page, word);
    await say(page, "eenwoordzonderspatiesdatveeltelangisvoorditscherm".repeat(3));
    await heard(page, "Je zei: eenwoord");
    expect(await page.evaluate(wide)).toBe(320);
    expect(await page.evaluate(tooWide)).toEqual([]);
    await page.getByRole("button", { name: "Open formulier" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(tooWide)).toEqual([]);
  });

  it.each(["/", "/room?as=noor"])("%s fits in 320 pixels", async (path) => {
    const page = await stage.open(path, pocket);
    await page
      .getByText("Samir El Amrani")
      .or(page.getByRole("heading", { name: "Chat" }))
      .first()
      .waitFor();
    expect(await page.evaluate(wide)).toBe(320);
    expect(await page.evaluate(tooWide)).toEqual([]);
  });

  it.each([320, 360])("at %i pixels it still asks for no data of a real child", async (width) => {
    const page = await stage.open("/room?as=noor", { ...pocket, viewport: { width, height: 640 } });
    const words = page.getByRole("note").getByText("Typ nooit gegevens van een echt kind.");
    await words.waitFor();
    expect(await page.evaluate(wide)).toBe(width);
  });

  it("says in the field of a channel whom to name, in full", async () => {
    const page = await stage.open("/room?as=noor", pocket);
    await page.getByRole("button", { name: /Overlegrondes/ }).click();
    const field = page.getByRole("textbox", { name: "Bericht" });
    await field.waitFor();
    const room = await page.evaluate(`(() => {
      const field = document.querySelector(".compose textarea");
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const pen = Object.assign(document.createElement("canvas").getContext("2d"), { font });
      const words = pen.measureText(field.placeholder).width;
      return field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - words;
    })()`);
    expect(room).toBeGreaterThanOrEqual(0);
  });

  it("shows one pane at a time; the button and the browser go back to the list", async () => {
    const page = await stage.open("/room?as=noor", pocket);
    const list = page.getByRole("navigation", { name: "Chat" });
    await page.getByRole("button", { name: /^Zorgronde/ }).click();
    await page.getByRole("textbox", { name: "Bericht" }).waitFor();
    expect(await list.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Terug naar de lijst" }).click();
    await list.waitFor();
    expect(await page.getByRole("textbox", { name: "Bericht" }).isVisible()).toBe(false);
    await page.getByRole("button", { name: /^Zorgronde/ }).click();
    await page.goBack();
    await list.waitFor();
  });

  it("a panel takes the screen and gives it back", async () => {
    const page = await stage.open("/room?as=noor", pocket);
    await page.getByRole("button", { name: "Oefenen" }).click();
    await page.getByText("10. Iemand zonder rechten").waitFor();
    expect(await page.evaluate(tooWide)).toEqual([]);
    expect(await page.getByRole("navigation", { name: "Chat" }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Paneel sluiten" }).click();
    await page.getByRole("navigation", { name: "Chat" }).waitFor();
  });

  it("on a computer can be looked at in a frame of 360 pixels", async () => {
    const page = await stage.open("/room?as=noor&in=personal");
    await page.getByRole("button", { name: "Telefoon" }).click();
    expect(page.url()).toContain("phone=1");
    expect(await page.evaluate("document.querySelector('.frame').clientWidth")).toBe(360);
    expect(await page.getByRole("navigation", { name: "Chat" }).isVisible()).toBe(false);
  });
});

/** Contrast of every visible text with what lies behind it, by the formula of WCAG 2; answers those below AA. */
const faint = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = rgba(getComputedStyle(one).backgroundColor);
      if (color[3] > 250) return color;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !element.checkVisibility() || element.closest('.spoken, .skip')) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push(node.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2));
  }
  return found;
})()`;

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  const everything = async (page: Page) => {
    for (const word of ["overzicht", "knoppen", "velden", "wijzig", "verwijder"]) await say(page, word);
    await page.locator(".message-gone").waitFor();
    await page.locator(".card").getByRole("button", { name: "Gaat fout" }).click();
    await page.getByRole("alert").getByText("Dat mag jij niet doen.").waitFor();
    await page.locator(".card").getByRole("button", { name: "Verstuur" }).click();
    await page.getByText("Vul een naam in.").waitFor();
  };

  it("all text has enough contrast", async () => {
    const page = await stage.open("/room?as=noor", { colorScheme, reducedMotion: "reduce" });
    await live(page);
    await everything(page);
    await stage.service.say({ as: "samir", in: "19:kernteam@thread.v2", text: "hallo samen" });
    await page.locator(".toast").waitFor();
    expect(await page.evaluate(faint)).toEqual([]);
    for (const panel of ["Oefenen", "Personen", "Klok", "Beeld"]) {
      await page.getByRole("button", { name: panel, exact: true }).click();
      expect(await page.evaluate(faint), panel).toEqual([]);
    }
    const start = await stage.open("/", { colorScheme });
    await start.locator(".person").first().waitFor();
    expect(await start.evaluate(faint)).toEqual([]);
  });

  it("the address can ask for the other", async () => {
    const other = colorScheme === "dark" ? "light" : "dark";
    const page = await stage.open(`/room?as=noor&theme=${other}`, { colorScheme });
    const ground = "getComputedStyle(document.body).backgroundColor";
    const chosen = await page.evaluate(ground);
    expect(chosen).toBe(other === "dark" ? "rgb(31, 31, 31)" : "rgb(245, 245, 245)");
    await page.getByRole("button", { name: "Licht of donker" }).click();
    expect(await page.evaluate(ground)).not.toBe(chosen);
    expect(page.url()).toContain(`theme=${colorScheme}`);
  });
});

describe("with the keyboard alone", () => {
  it("the first Tab skips to the place to type", async () => {
    const page = await stage.open("/room?as=noor");
    await page.getByRole("textbox", { name: "Bericht" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("hallo");
    await page.keyboard.press("Enter");
    await heard(page, "Je zei: hallo");
  });

  it("arrows walk through the list, which is one stop, and Enter opens", async () => {
    const page = await stage.open("/room?as=noor");
    await page.locator(".row[aria-current]").focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"]) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Overlegrondes", level: 2 }).waitFor();
    expect(await page.locator(".row[tabindex='0']").count()).toBe(1);
    expect(await page.evaluate("document.activeElement.getAttribute('aria-current')")).toBe("page");
  });

  it("a screen reader hears the page in parts, in Dutch, and each new message once", async () => {
    const page = await stage.open("/room?as=noor");
    await page.getByRole("textbox", { name: "Bericht" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("nl");
    for (const role of ["banner", "main"] as const) expect(await page.getByRole(role).count(), role).toBe(1);
    expect(await page.getByRole("navigation").count()).toBe(2);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    const nameless =
      "[...document.querySelectorAll('button, a, input, textarea, select')].filter((one) => one.checkVisibility() && !(one.textContent.trim() || one.ariaLabel || one.labels?.length)).length";
    expect(await page.evaluate(nameless)).toBe(0);
    await say(page, "hallo");
    await page
      .locator("[aria-live=polite].spoken", { hasText: "Zorgronde: Je zei: hallo" })
      .waitFor({ state: "attached" });
  });
});

describe("several windows", () => {
  it("five at once all stay up to date, though a browser keeps only six connections", async () => {
    const first = await stage.open("/room?as=noor&in=19:kernteam@thread.v2");
    const context = first.context();
    const pages = [first];
    for (const id of ["samir", "marijke", "noor", "samir"]) {
      const page = await context.newPage();
      await page.goto(`${stage.url}/room?as=${id}&in=19:kernteam@thread.v2`);
      pages.push(page);
    }
    for (const page of pages) await live(page);
    await stage.service.say({ as: "marijke", in: "19:kernteam@thread.v2", text: "voor iedereen" });
    for (const page of pages) await page.locator(".log .bubble", { hasText: "voor iedereen" }).waitFor();
    await say(first, "nog bereikbaar");
    for (const page of pages) await page.locator(".log .bubble", { hasText: "nog bereikbaar" }).waitFor();
  });

  it("a lost connection is said and mends itself", async () => {
    const page = await stage.open("/room?as=noor");
    await live(page);
    await page.context().setOffline(true);
    await say(page, "hoor je mij?");
    await page.getByRole("alert").getByText("Geen verbinding met de oefenomgeving.").waitFor();
    expect(await page.getByRole("textbox", { name: "Bericht" }).inputValue()).toBe("hoor je mij?");
    await page.context().setOffline(false);
    await page.getByRole("textbox", { name: "Bericht" }).press("Enter");
    await heard(page, "Je zei: hoor je mij?");
    await live(page);
    expect(await page.getByText("Geen verbinding", { exact: true }).count()).toBe(0);
  });
});

describe("beside the conversation", () => {
  it("the clock moves and says what happened", async () => {
    clock = { status: 200, lines: [{ progress: "2026-09-14T10:00" }, { now: "2026-09-15T08:00", steps: 2 }] };
    const page = await stage.open("/room?as=noor");
    await page.getByRole("button", { name: "Klok" }).click();
    await page.getByText("maandag 14 september 2026 om 09:30").waitFor();
    await page.getByRole("button", { name: "+ 1 uur" }).click();
    await page.getByText("Onderweg gebeurden er 2 dingen.").waitFor();
    await page.getByRole("button", { name: "Naar volgende schooldag 08:00" }).click();
    await expect.poll(() => moved).toEqual([{ move: "PT1H" }, { to: "2026-09-15T08:00" }]);
  });

  it("a world whose clock cannot be moved has no clock", async () => {
    clock = { status: 404, lines: [] };
    const page = await stage.open("/room?as=noor");
    const item = page.getByRole("button", { name: "Klok" });
    await item.click();
    await page.getByRole("button", { name: "+ 1 dag" }).click();
    await item.waitFor({ state: "hidden" });
  });

  it("a step that is ticked stays ticked", async () => {
    const page = await stage.open("/room?as=noor");
    await page.getByRole("button", { name: "Oefenen" }).click();
    expect(await page.locator(".step").count()).toBe(10);
    await page.getByLabel("1. Nieuwe hulpvraag").check();
    await page.reload();
    await page.getByRole("button", { name: "Oefenen" }).click();
    expect(await page.getByLabel("1. Nieuwe hulpvraag").isChecked()).toBe(true);
    expect(await page.getByLabel("2. Toestemming vastleggen").isChecked()).toBe(false);
  });

  it("what is found by searching can be put in the conversation", async () => {
    const page = await stage.open("/room?as=noor");
    await page.getByRole("button", { name: "Zoeken in Zorgronde" }).click();
    await page.getByRole("searchbox", { name: "Zoeken" }).fill("2041");
    await page.getByRole("button", { name: /HV-2041/ }).click();
    await page.locator(".card").getByText("Gevonden kaart").waitFor();
  });
});
