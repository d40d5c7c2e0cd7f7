/** What a person does in a window of the practice room: type, press, fill in, look. */
import type { Locator, Page } from "playwright-core";

type Words = string | RegExp;

export async function say(page: Page, words: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Bericht" });
  await field.fill(words);
  await field.press("Enter");
}

/** The newest card in the open conversation that says this. */
export function cardWith(page: Page, words: Words): Locator {
  return page.locator(".log .card", { hasText: words }).last();
}

/** Types and waits for the card that answers it. */
export async function ask(page: Page, words: string, answer: Words): Promise<Locator> {
  const before = await page.locator(".log .message").count();
  await say(page, words);
  // What was typed is one more message, the answer the next.
  await page
    .locator(".log .message")
    .nth(before + 1)
    .waitFor();
  const card = cardWith(page, answer);
  await card.waitFor();
  return card;
}

export function dialogOf(page: Page): Locator {
  return page.locator("dialog[open]");
}

/** Presses a button that opens a dialog, and waits until it stands there. */
export async function openDialog(card: Locator, title: string): Promise<Locator> {
  await card.getByRole("button", { name: title, exact: true }).click();
  const dialog = dialogOf(card.page());
  await dialog.locator(".card").waitFor();
  return dialog;
}

/** Presses a button of a card in a conversation and waits for its answer. */
export async function press(card: Locator, title: string): Promise<void> {
  const page = card.page();
  await card.getByRole("button", { name: title, exact: true }).click();
  await page.locator(".card .busy").waitFor({ state: "detached" });
}

/** Sends a dialog and waits for what comes in its place; "sent" means it closed. */
export async function send(dialog: Locator, title: string, then: "closes" | Words): Promise<void> {
  await dialog.getByRole("button", { name: title, exact: true }).click();
  if (then === "closes") await dialog.waitFor({ state: "detached" });
  else await dialog.getByText(then).first().waitFor();
}

/** What is filled in, by label: text, a choice of a menu, or the boxes to tick. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

export async function fill(form: Locator, values: Filled): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    if (typeof value === "string") await fillOne(field(form, label), value);
    else for (const choice of value) await choices(form, label).getByLabel(choice, { exact: true }).check();
  }
}

export function field(form: Locator, label: string): Locator {
  return form.getByLabel(labelled(label)).first();
}

/** The boxes or circles under a label. */
export function choices(form: Locator, label: string): Locator {
  return form
    .locator("label", { hasText: labelled(label) })
    .first()
    .locator("..");
}

/** A required field has a star after its label. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\*)?$`);

async function fillOne(input: Locator, value: string): Promise<void> {
  const kind = await input.evaluate((element) => element.tagName);
  if (kind === "SELECT") await input.selectOption(value);
  else await input.fill(value);
}

export async function closeDialog(page: Page): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.locator(".dialog-head").getByRole("button", { name: "Sluiten" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** The file that opens from a card: its text, as it came from the address. */
export async function downloaded(page: Page, open: () => Promise<void>): Promise<string> {
  const got = Promise.withResolvers<string>();
  await page.context().route(/\/file\//, async (route) => {
    const answer = await route.fetch();
    got.resolve(await answer.text());
    await route.fulfill({ status: answer.status(), contentType: "text/plain", body: "" });
  });
  await open();
  const text = await got.promise;
  await page.context().unroute(/\/file\//);
  return text;
}
