import { describe, expect, it } from "vitest";
import { bereikWords } from "#cards/bereik.ts";
import { type BereikFeit, bereikOf, redenOf } from "#domain/bereik.ts";

const feit = (over: Partial<BereikFeit> = {}): BereikFeit => ({
  persoonId: "p",
  chat: "geen",
  code: null,
  identiteit: true,
  kanaal: true,
  adres: true,
  mail: true,
  ...over,
});

describe("how somebody is reached", () => {
  it.each([
    ["a chat that works", { chat: "werkt" }, "eigen_chat", null],
    [
      "a chat that works again, whatever was said before",
      { chat: "werkt", code: "MessageWritesBlocked" },
      "eigen_chat",
      null,
    ],
    ["known in Teams and never tried", {}, "eigen_chat", null],
    ["blocked, with an address", { chat: "dicht", code: "MessageWritesBlocked" }, "mail", "geblokkeerd"],
    [
      "blocked, and no mail server",
      { chat: "dicht", code: "ConversationBlockedByUser", mail: false },
      "kanaal",
      "geblokkeerd",
    ],
    [
      "another tenant that is only connected",
      { code: "ForbiddenOperationException", adres: false },
      "kanaal",
      "app_ontbreekt",
    ],
    [
      "the app was taken away",
      { chat: "dicht", code: "verwijderd", mail: false, kanaal: false },
      "geen",
      "app_ontbreekt",
    ],
    [
      "a chat that is gone",
      { chat: "dicht", code: "ConversationNotFound", adres: false, kanaal: false },
      "geen",
      "gesprek_weg",
    ],
    ["not known in Teams, with an address", { identiteit: false }, "mail", "nooit_gesproken"],
    ["not known in Teams, and no mail server", { identiteit: false, mail: false }, "geen", "nooit_gesproken"],
    ["a code that nobody knows", { code: "SomethingNew", mail: false }, "kanaal", "onbekend"],
  ] as const)("%s", (_, over, weg, reden) => {
    expect(bereikOf(feit(over))).toMatchObject({ weg, reden });
  });

  it("says in words why not and what to do, whenever it is not the own chat", () => {
    for (const chat of ["werkt", "dicht", "geen"] as const)
      for (const code of [null, "MessageWritesBlocked", "BotDisabledByAdmin", "constructor"])
        for (const bits of Array.from({ length: 16 }, (_, n) => n)) {
          const [identiteit, kanaal, adres, mail] = [8, 4, 2, 1].map((bit) => (bits & bit) > 0);
          const found = bereikOf(
            feit({ chat, code, ...{ identiteit, kanaal, adres, mail } } as Partial<BereikFeit>),
          );
          const words = bereikWords(found);
          expect(found.weg === "eigen_chat").toBe(found.reden === null);
          if (found.weg === "mail") expect([adres, mail]).toEqual([true, true]);
          if (found.weg === "kanaal") expect([identiteit, kanaal]).toEqual([true, true]);
          if (found.weg !== "eigen_chat") expect(words).toMatch(/Vraag/);
          if (found.weg === "kanaal" || found.weg === "geen")
            expect(words).toMatch(/vertel het zelf.*e-mail/i);
        }
  });

  it("reads no reason from a word that only looks like a code", () => {
    expect(redenOf("constructor")).toBe("onbekend");
    expect(redenOf("toString")).toBe("onbekend");
  });
});
