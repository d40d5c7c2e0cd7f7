/** After the round: the regierol, what the channel and the directeur hear, the tasks of each day, and the end. */
import { describe, expect } from "vitest";
import { ask, cardWith, closeDialog, fill, openDialog, press, send } from "./hand.ts";
import { as, bundleCard, caseCard, house, hulpvraag, openChannel, picture, secret, step } from "./stage.ts";

/** All who had to do with it, but the ib. */
const others = ["bram", "peter", "saskia", "hanna", "yasmina", "wim"];

export function afterScene(): void {
  describe("the regierol", () => {
    step("is offered once the parents agree", async () => {
      const noor = await as("noor");
      const dialog = await openDialog(caseCard(noor), "Terugkoppeling ouders");
      await picture(noor, "terugkoppeling", { from: dialog.locator(".card"), phone: true });
      await dialog.getByLabel("Ja, ze zijn akkoord").check();
      await fill(dialog, { "Wie gaf antwoord?": ["Ouder 1", "Ouder 2"] });
      await send(dialog, "Vastleggen", "Ik vraag meteen of deze persoon de regierol neemt.");
      await closeDialog(noor);
      await caseCard(noor).getByText("Bram de Wit is gevraagd voor de regierol.").waitFor();
      await picture(noor, "aangeboden", { from: caseCard(noor) });
    });

    step("is taken by who was asked, who then has the contact with the parents", async () => {
      const bram = await as("bram");
      const offer = cardWith(bram, "Wil jij de regierol nemen?");
      await picture(bram, "aanbod", { from: offer, dark: true, phone: true });
      await press(offer, "Ja, ik neem de regierol");
      await caseCard(bram).getByText("Je hebt nu de regierol.").waitFor();
      await caseCard(bram).getByRole("button", { name: "Eerste contact gehad" }).waitFor();
      await picture(bram, "regierol", { from: caseCard(bram), dark: true, phone: true });
    });
  });

  describe("the summary", () => {
    step("is shown to the chair first, exactly as it goes to the channel", async () => {
      const noor = await as("noor");
      const preview = cardWith(noor, "Zo komt het bericht in het kanaal.");
      await preview.getByText(hulpvraag.nummer).waitFor();
      await picture(noor, "samenvatting-voor", { from: preview, dark: true, phone: true });
    });

    step("is read again when it has changed since, and then goes", async () => {
      const noor = await as("noor");
      const preview = cardWith(noor, "Zo komt het bericht in het kanaal.");
      await press(preview, "Plaats in het kanaal");
      await preview.getByText("De samenvatting is veranderd sinds je haar zag.").waitFor();
      await picture(noor, "samenvatting-veranderd", { from: preview });
      await press(preview, "Plaats in het kanaal");
      await cardWith(noor, "Vrijgegeven op").waitFor();
    });

    step("stands in the channel for everyone in the team, without the pupil", async () => {
      const yasmina = await as("yasmina");
      await openChannel(yasmina);
      const post = cardWith(yasmina, "Overlegronde van maandag 7 december 2026");
      await post.waitFor();
      await picture(yasmina, "samenvatting-kanaal", { from: post, dark: true, phone: true });
      expect(await yasmina.locator(".log").innerText()).not.toMatch(secret);
      const noor = await as("noor");
      await picture(noor, "oefenomgeving", { from: caseCard(noor) });
    });
  });

  describe("the daily bundle", () => {
    step(
      "comes on a day that this person works, with what is due; a task can be done later, with a reason",
      async () => {
        await house().clock("2026-12-10T12:00");
        const bram = await as("bram");
        const bundle = bundleCard(bram);
        await bundle.getByText("Neem contact op met de ouders").waitFor();
        await picture(bram, "dagbericht", { from: bundle, dark: true, phone: true });
        const dialog = await openDialog(bundle, "Later");
        await picture(bram, "later", { from: dialog.locator(".card"), phone: true });
        await send(dialog, "Zet op deze dag", "Kies wat het beste past.");
        await dialog.getByRole("radio").first().check();
        await send(dialog, "Zet op deze dag", "Ik herinner je op de nieuwe datum.");
        await closeDialog(bram);
        await bundle.getByText("Maandag 14 december 2026").waitFor({ state: "detached" });
        await picture(bram, "dagbericht-later", { from: bundle });
      },
    );

    step("is ticked off from the card itself", async () => {
      const noor = await as("noor");
      const bundle = bundleCard(noor);
      await bundle.getByText("Rekenlessen aanpassen").waitFor();
      await picture(noor, "dagbericht-ib", { from: bundle, phone: true });
      await press(bundle, "Gedaan");
      await bundle.getByText("Wat hier stond, is gedaan. Mooi!").waitFor();
      await picture(noor, "dagbericht-gedaan", { from: bundle });
    });
  });

  describe("the directeur", () => {
    step("gets a digest on Monday about rounds, never about pupils", async () => {
      await house().clock("2026-12-14T08:00");
      const wim = await as("wim");
      const digest = cardWith(wim, "Week van maandag 14 december 2026");
      await digest.waitFor();
      await picture(wim, "weekbericht", { from: digest, dark: true, phone: true });
      expect(await wim.locator(".log").innerText()).not.toMatch(/HV-|Mila|Zandstra|rekenen/);
    });
  });

  describe("the end", () => {
    step("is proposed by the holder", async () => {
      expect(await house().story.everything("peter")).toMatch(secret);
      const bram = await as("bram");
      const dialog = await openDialog(caseCard(bram), "Afsluiten voorstellen");
      await dialog.getByLabel("Doel bereikt", { exact: true }).check();
      await picture(bram, "afsluiten-voorstellen", { phone: true });
      await send(dialog, "Stel voor", "Ik leg het voor aan de intern begeleider.");
      await closeDialog(bram);
    });

    step("is confirmed by the ib, and the cards of others show no name any more", async () => {
      const noor = await as("noor");
      const asked = cardWith(noor, "De regierolhouder stelt voor om af te sluiten");
      await asked.waitFor();
      const dialog = await openDialog(asked, "Afsluiting bevestigen");
      await picture(noor, "afsluiting-bevestigen", { phone: true });
      await send(dialog, "Bevestig", "De hulpvraag is afgesloten.");
      await closeDialog(noor);
      await caseCard(noor).getByText("Afgesloten").first().waitFor();
      await picture(noor, "afgesloten", { from: caseCard(noor), phone: true });
      await house().settled();
      for (const person of others) {
        const page = await as(person);
        await page.reload();
        await page.locator(".log .card").first().waitFor();
        expect(await page.locator(".log").innerText(), person).not.toMatch(secret);
        expect(await house().story.everything(person), person).not.toMatch(secret);
      }
      await picture(await as("bram"), "bram-na-afsluiten", { phone: true });
    });
  });

  describe("whoever does not belong to it", () => {
    step("gets the same answer to a number that exists and to one that does not", async () => {
      const answers = new Set<string>();
      const unknown = `HV-${String((Number(hulpvraag.nummer.slice(3)) + 1) % 10_000).padStart(4, "0")}`;
      for (const person of ["lotte", "wim", "fatima"]) {
        for (const number of [hulpvraag.nummer, unknown]) {
          const page = await as(person);
          const answer = await ask(page, number, "Dit kan ik je hier niet laten zien");
          answers.add(await answer.innerText());
        }
      }
      expect([...answers]).toHaveLength(1);
      await picture(await as("lotte"), "neutraal", { dark: true, phone: true });
    });
  });
}
