/** From the first question to a hulpvraag that is ready: the intake and the toestemming. */
import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import { ask, cardWith, closeDialog, dialogOf, field, fill, openDialog, press, send } from "./hand.ts";
import { as, child, house, hulpvraag, picture, question, step } from "./stage.ts";

export function intakeScene(): void {
  describe("the practice room", () => {
    step("asks first who one is", async () => {
      const noor = await as("noor");
      await noor.goto(house().story.teams.url);
      const me = noor.getByRole("link", { name: /^Noor Visser/ });
      await me.waitFor();
      await picture(noor, "wie-ben-je", { dark: true, phone: true });
      await me.click();
      await noor.locator(".frame.live").waitFor();
      await noor.getByRole("button", { name: "Oefenen" }).click();
      await noor.getByText("Oefenen in tien stappen").waitFor();
      await picture(noor, "oefenen", { phone: true });
      await noor.getByRole("button", { name: "Paneel sluiten" }).click();
    });
  });

  describe("a new hulpvraag", () => {
    step("begins with the choice between basis and extra", async () => {
      const noor = await as("noor");
      await picture(noor, "welkom", { from: cardWith(noor, "Hallo Noor"), dark: true, phone: true });
      const choice = await ask(noor, "nieuwe hulpvraag", "Basis, extra of advies?");
      await picture(noor, "basis-of-extra", { from: choice, phone: true });
    });

    step("asks the pupil first, and a required field that is left empty stops it", async () => {
      const noor = await as("noor");
      const dialog = await openDialog(cardWith(noor, "Basis, extra of advies?"), "Extra: hulpvraag maken");
      await picture(noor, "stap-1", { from: dialog.locator(".card"), dark: true, phone: true });
      await fill(dialog, { "Groep of klas": "groep 5", "Wie heeft het gezag?": "Beide ouders" });
      await send(dialog, "Verder", "Vul de naam in.");
      await picture(noor, "stap-1-leeg");
    });

    step("refuses a BSN where a number of the school belongs, and keeps what was filled in", async () => {
      const noor = await as("noor");
      const dialog = dialogOf(noor);
      await fill(dialog, {
        "Voor- en achternaam van de leerling": child,
        Geboortemaand: "april",
        Geboortejaar: "2017",
        "Nummer in jullie eigen systeem (mag leeg blijven)": "111222333",
      });
      await send(dialog, "Verder", /Pas aan:/);
      await picture(noor, "stap-1-bsn", { phone: true });
      expect(await field(dialog, "Voor- en achternaam van de leerling").inputValue()).toBe(child);
      await fill(dialog, { "Nummer in jullie eigen systeem (mag leeg blijven)": "" });
      await send(dialog, "Verder", "Stap 2 van 3: De vraag");
    });

    step("closed half-way it waits as a concept, and goes on where it was", async () => {
      const noor = await as("noor");
      await closeDialog(noor);
      const card = cardWith(noor, /HV-\d{4}/);
      await card.waitFor();
      hulpvraag.nummer = /HV-\d{4}/.exec(await card.innerText())?.[0] ?? "";
      await picture(noor, "concept-half", { from: card });
      const dialog = await openDialog(card, "Verder invullen");
      await dialog.getByText("Stap 2 van 3: De vraag").waitFor();
      await picture(noor, "stap-2", { from: dialog.locator(".card"), dark: true, phone: true });
    });

    step("refuses a BSN in the question too", async () => {
      const noor = await as("noor");
      const dialog = dialogOf(noor);
      await fill(dialog, {
        "Wat is de hulpvraag, in één zin?": `${question}, zie 111222333`,
        "Waar gaat het over?": ["Leren", "Sociaal-emotioneel"],
        "Wat is er al gedaan?": ["Gesprek met ouders", "Aanpassing in de klas"],
        "Wat leverde dat op? (mag leeg blijven)": "Twee gesprekken. Thuis merken ze het ook.",
        "Wat vragen de ouders zelf? (mag leeg blijven)": "Hoe krijgt Mila weer plezier in school?",
      });
      await send(dialog, "Verder", /Pas aan:/);
      await picture(noor, "stap-2-bsn", { phone: true });
      await fill(dialog, { "Wat is de hulpvraag, in één zin?": question });
      await send(dialog, "Verder", "Stap 3 van 3: Wie en wanneer");
      await fill(dialog, {
        "Wie moet er aan tafel?": ["Schoolmaatschappelijk werker", "PPO-contactpersoon"],
      });
      await picture(noor, "stap-3", { from: dialog.locator(".card"), dark: true, phone: true });
    });

    step("ends in one card with the whole question, that only this person reads", async () => {
      const noor = await as("noor");
      await send(dialogOf(noor), "Klaar", "closes");
      const card = cardWith(noor, hulpvraag.nummer);
      await card.getByText("Nu: regel de toestemming.").waitFor();
      expect(await noor.locator(".log .card", { hasText: hulpvraag.nummer }).count()).toBe(1);
      await picture(noor, "concept", { from: card, dark: true, phone: true });
    });
  });

  describe("toestemming", () => {
    step("asks each parent apart, and what is missing comes back marked", async () => {
      const noor = await as("noor");
      const dialog = await openDialog(cardWith(noor, hulpvraag.nummer), "Toestemming");
      await picture(noor, "toestemming-overzicht", {
        from: dialog.locator(".card"),
        dark: true,
        phone: true,
      });
      await dialog.getByRole("button", { name: "Antwoorden vastleggen" }).click();
      await dialog.getByText("Schriftelijke toestemming").first().waitFor();
      await picture(noor, "toestemming", { from: dialog.locator(".card"), dark: true, phone: true });
      for (const parent of ["Ouder 1", "Ouder 2"]) await answerOf(dialog, parent);
      await send(dialog, "Vastleggen", "Dit is nog niet bewaard. Kijk hieronder waar Pas aan staat.");
      await picture(noor, "toestemming-onvolledig", { phone: true });
    });

    step("is whole with both parents, the partners and the check; then it can be put ready", async () => {
      const noor = await as("noor");
      const dialog = dialogOf(noor);
      await fill(dialog, {
        "Welke partners staan erin?": [
          "Schoolmaatschappelijk werker",
          "PPO-contactpersoon",
          "Begeleider passend onderwijs",
          "Jeugdverpleegkundige",
        ],
      });
      await dialog.getByLabel(/^Ja. Het doel en de partners/).check();
      await send(dialog, "Vastleggen", "closes");
      const card = cardWith(noor, hulpvraag.nummer);
      await card.getByText("De toestemming is rond.").waitFor();
      await picture(noor, "toestemming-rond", { from: card, phone: true });
      await press(card, "Klaarzetten voor de ronde");
      await card.getByText("Nu: zet de hulpvraag op een agenda.").waitFor();
      await picture(noor, "klaargezet", { from: card, phone: true });
    });
  });
}

async function answerOf(dialog: Locator, parent: string): Promise<void> {
  const part = dialog
    .locator(".ac-container", { has: dialog.page().getByText(parent, { exact: true }) })
    .last();
  await part.getByLabel("Ja", { exact: true }).check();
  await fill(part, {
    "Datum van het antwoord": "2026-11-20",
    "Hoe?": "Op papier, met handtekening",
    "Waar ligt het formulier?": "Leerlingdossier, map toestemming",
  });
}
