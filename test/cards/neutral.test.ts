import { describe, expect, it } from "vitest";
import { calmErrorCard } from "#cards/calm-error.ts";
import { crisisCard } from "#cards/crisis.ts";
import { neutralCard } from "#cards/neutral.ts";

describe("the neutral answer", () => {
  it("is the same to the letter, whatever was refused", () => {
    expect(JSON.stringify(neutralCard())).toBe(JSON.stringify(neutralCard()));
    expect(neutralCard.length).toBe(0);
  });

  it("carries no token", () => {
    expect(JSON.stringify(neutralCard())).not.toContain('"data"');
  });
});

describe("the calm error", () => {
  it("says nothing of what broke but a code", () => {
    expect(JSON.stringify(calmErrorCard({ code: "K7-4821" }))).toContain("K7-4821");
    expect(JSON.stringify(calmErrorCard())).not.toContain("Code voor");
  });
});

describe("the crisis card", () => {
  it.each(["112", "0800-2000", "dag en nacht", "niet bewaard"])(
    "says %s, also where cards are not shown",
    (words) => {
      expect(JSON.stringify(crisisCard().body)).toContain(words);
      expect(crisisCard().fallbackText).toContain(words);
    },
  );
});
