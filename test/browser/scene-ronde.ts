/** An overlegronde: planned, prepared, held and closed. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { ask, cardWith, closeDialog, dialogOf, downloaded, fill, openDialog, press, send } from "./hand.ts";
import { as, caseCard, house, hulpvraag, openChannel, picture, roundCard, secret, step } from "./stage.ts";

const meeting =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmUtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";

export function rondeScene(): void {
  describe("an overlegronde", () => {
    step("cannot be planned in the weekend: the next schooldag is proposed", async () => {
      const noor = await as("noor");
      const start = await ask(noor, "plan overleg", "Eén overleg: kies dag, tijd en deelnemers.");
      await openChannel(await as("saskia"));
      const dialog = await openDialog(start, "Overleg plannen");
      await picture(noor, "plannen", { from: dialog.locator(".card"), dark: true, phone: true });
      await fill(dialog, { Datum: "2026-12-05", "Link van de Teams-vergadering": meeting });
      await send(dialog, "Plan de overlegronde", /weekend/);
      await dialog
        .getByText(/maandag 7 december 2026/)
        .first()
        .waitFor();
      await picture(noor, "plannen-weekend", { phone: true });
    });

    step(
      "is planned on a schooldag, and the hulpvraag that was ready goes on its agenda in one press",
      async () => {
        const noor = await as("noor");
        await fill(dialogOf(noor), { Datum: "2026-12-07" });
        await send(dialogOf(noor), "Plan de overlegronde", "closes");
        const round = cardWith(noor, "maandag 7 december 2026, 13:30");
        await round.getByText("Klaargezet").first().waitFor();
        await picture(noor, "ronde-gepland", { from: round, dark: true, phone: true });
        await press(round, "Zet op de agenda");
        await round
          .getByRole("button", { name: "Zet op de agenda", exact: true })
          .waitFor({ state: "detached" });
        await picture(noor, "ronde-agenda-ib", { from: round, phone: true });
        await cardWith(noor, "De vraag").getByText("Op de agenda").first().waitFor();
      },
    );

    step("rings on a telephone without saying what it is about", async () => {
      const saskia = await as("saskia");
      const toast = saskia.locator(".toast", { hasText: "Je bent uitgenodigd voor een overlegronde" });
      await toast.waitFor();
      await picture(saskia, "melding", { phone: true });
      expect(await saskia.locator(".toasts").innerText()).not.toMatch(secret);
      await toast.locator(".toast-open").click();
      await cardWith(saskia, "maandag 7 december 2026, 13:30").getByText(hulpvraag.nummer).waitFor();
    });

    step(
      "invites a guest of three schools, whose overview and calendar tell nothing of a pupil",
      async () => {
        const peter = await as("peter");
        const invitation = cardWith(peter, "maandag 7 december 2026, 13:30");
        await invitation.waitFor();
        await picture(peter, "uitnodiging-ppo", { from: invitation, phone: true });
        const overview = await ask(peter, "mijn overleggen", "Je eerste overleg is");
        await picture(peter, "mijn-overleggen-ppo", { from: overview, dark: true, phone: true });
        const calendar = await downloaded(peter, async () => {
          const dialog = await openDialog(cardWith(peter, "Zet in mijn agenda"), "Zet in mijn agenda");
          await picture(peter, "agendalink", { phone: true });
          await dialog.getByRole("link", { name: "Open agendabestand" }).click();
        });
        expect(calendar).toContain("SUMMARY:Overlegronde De Regenboog");
        expect(calendar).not.toMatch(secret);
        await closeDialog(peter);
      },
    );
  });

  describe("the days before", () => {
    step("two schooldagen ahead everybody has the agenda, when the clock is put forward", async () => {
      await house().clock("2026-12-02T17:00");
      const noor = await as("noor");
      await nextSchooldag(noor, "donderdag 3 december");
      await picture(noor, "klok-min-2", { phone: true });
      const peter = await as("peter");
      await cardWith(peter, "Dit is de agenda.").getByText(hulpvraag.nummer).waitFor();
      await picture(peter, "agenda-ppo", { from: cardWith(peter, "Dit is de agenda."), phone: true });
    });

    step("one schooldag ahead comes the link", async () => {
      const noor = await as("noor");
      await nextSchooldag(noor, "vrijdag 4 december");
      await noor.getByRole("button", { name: "Paneel sluiten" }).click();
      const peter = await as("peter");
      const card = cardWith(peter, "De overlegronde is op de volgende schooldag.");
      await card.getByRole("link", { name: "Deelnemen" }).waitFor();
      await picture(peter, "link-ppo", { from: card, phone: true });
    });
  });

  describe("the round itself", () => {
    step("is opened by the chair on its day, who sees what comes first", async () => {
      await house().clock("2026-12-07T13:28");
      const noor = await as("noor");
      await press(roundCard(noor), "Open de overlegronde");
      await roundCard(noor).getByText("Hierna aan de beurt").waitFor();
      await picture(noor, "ronde-open", { from: roundCard(noor), dark: true, phone: true });
    });

    step(
      "goes item by item: the clock starts by a press, and who takes part follows on the own card",
      async () => {
        const noor = await as("noor");
        await press(roundCard(noor), "Begin dit punt");
        await roundCard(noor).getByText("Nu aan de beurt").waitFor();
        await roundCard(noor)
          .getByText(/klaar om/)
          .waitFor();
        await picture(noor, "ronde-nu", { from: roundCard(noor), dark: true, phone: true });
        const peter = await as("peter");
        await roundCard(peter).getByText("Nu aan de beurt").waitFor();
        await picture(peter, "ronde-nu-ppo", { from: roundCard(peter), phone: true });
        await press(roundCard(noor), "5 minuten erbij");
        await roundCard(noor)
          .getByText(/\(20 minuten\)/)
          .waitFor();
      },
    );

    step("shows nothing of a hulpvraag to who is not named, while it is spoken of", async () => {
      const yasmina = await as("yasmina");
      await roundCard(yasmina).getByText("Nu bezig").waitFor();
      expect(await roundCard(yasmina).innerText()).not.toMatch(/HV-|aan de beurt|minuten erbij/);
      await picture(yasmina, "ronde-nu-wijkteam", { from: roundCard(yasmina), phone: true });
    });

    step("goes on with another chair, and back to the ib who takes over", async () => {
      const noor = await as("noor");
      const given = await openDialog(roundCard(noor), "Voorzitter wisselen");
      await fill(given, { Voorzitter: ["Saskia Blom (BPO)"] });
      await picture(noor, "voorzitter-wisselen", { from: given.locator(".card"), phone: true });
      await send(given, "Draag over", "closes");
      const saskia = await as("saskia");
      await cardWith(saskia, "Jij bent nu voorzitter.").getByRole("button", { name: "Besluit" }).waitFor();
      await picture(saskia, "ronde-nu-bpo", {
        from: cardWith(saskia, "Jij bent nu voorzitter."),
        phone: true,
      });
      const taken = await openDialog(roundCard(noor), "Ik neem over");
      await picture(noor, "voorzitter-overnemen", { from: taken.locator(".card"), phone: true });
      await send(taken, "Ja, ik neem over", "closes");
      await roundCard(noor).getByRole("button", { name: "Besluit" }).waitFor();
    });

    step("notes who is there and how", async () => {
      const noor = await as("noor");
      const dialog = await openDialog(roundCard(noor), "Wie zijn er?");
      await fill(dialog, { "Peter Kuipers (PPO)": "Online", "Yasmina El Idrissi (Wijkteam)": "Afwezig" });
      await picture(noor, "wie-zijn-er", { from: dialog.locator(".card"), phone: true });
      await send(dialog, "Opslaan", "closes");
      await roundCard(noor).getByText("Peter Kuipers (PPO): online").waitFor();
    });

    step("takes no besluit without an afweging", async () => {
      const noor = await as("noor");
      const dialog = await openDialog(roundCard(noor), "Besluit");
      await picture(noor, "besluit", { from: dialog.locator(".card"), dark: true, phone: true });
      await fill(dialog, {
        Besluit: ["Regierol toewijzen"],
        "Bij regierol: wie vragen we?": "Bram de Wit (SMW)",
      });
      await send(dialog, "Leg vast", "Schrijf in één zin waarom.");
      await picture(noor, "besluit-leeg");
    });

    step("keeps the besluit with its afweging and an actie, and shows it to who takes part", async () => {
      const noor = await as("noor");
      await fill(dialogOf(noor), {
        "Waarom? Eén zin": "Er speelt thuis en op school iets, daarom is één aanspreekpunt nodig.",
        Wie: "Noor Visser (IB)",
        "Doet wat": "Rekenlessen aanpassen met de leerkracht",
        "Klaar op": "2026-12-14",
      });
      await picture(noor, "besluit-ingevuld", { phone: true });
      await send(dialogOf(noor), "Leg vast", "closes");
      await roundCard(noor).getByText("Regierol toewijzen: Bram de Wit").waitFor();
      await picture(noor, "ronde-besloten", { from: roundCard(noor), phone: true });
      const peter = await as("peter");
      await roundCard(peter).getByText("Regierol toewijzen: Bram de Wit").waitFor();
      await picture(peter, "ronde-besloten-ppo", { from: roundCard(peter), phone: true });
    });

    step("is closed, and the ib knows the parents must hear of it", async () => {
      const noor = await as("noor");
      const dialog = await openDialog(roundCard(noor), "Sluit de ronde");
      await picture(noor, "ronde-sluiten", { phone: true });
      await send(dialog, "Ja, sluit de ronde", "closes");
      await roundCard(noor).getByText("Afgelopen").waitFor();
      await picture(noor, "ronde-gesloten", { from: roundCard(noor) });
      await picture(noor, "ouders-vertellen", { from: caseCard(noor), dark: true, phone: true });
    });
  });
}

/** With the clock of the practice room, as somebody who practises would. */
async function nextSchooldag(page: Page, day: string): Promise<void> {
  const opened = await page.getByText("Klok van de oefenwereld").isVisible();
  if (!opened) await page.getByRole("button", { name: "Klok" }).click();
  await page.getByRole("button", { name: "Naar volgende schooldag 08:00" }).click();
  await page.locator(".clock-progress", { hasText: `Klaar. Het is nu ${day}` }).waitFor();
}
