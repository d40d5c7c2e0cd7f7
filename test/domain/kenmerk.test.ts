import { describe, expect, it } from "vitest";
import { kenmerkProblem } from "#domain/kenmerk.ts";

const kind = (kenmerk: string | null) => kenmerkProblem(kenmerk, "Tijn de Boer")?.kind ?? null;

describe("the number in the system of the school", () => {
  it.each([
    null,
    "L2016-88",
    "K-77",
    "1234567",
    "KK-2019-1234",
    "2017-44",
    "LL 10234",
    "2016/17-08",
    "A1",
    "00.123",
  ])("is %s", (kenmerk) => {
    expect(kind(kenmerk)).toBeNull();
  });

  it.each([
    "14-03-2017",
    "2017-03-14",
    "14/03/2017",
    "14.3.17",
    "14032017",
    "20170314",
    "14 mrt 2017",
    "3051 XK",
    "3051XK",
    "3051 XK 12",
    "L2017-44 ADHD",
    "44adhd",
    "L2017-44 ASS",
    "Tijn 7",
    "Tijn7",
    "L44-tijn",
    "Sem-12",
    "Boer 12",
    "dyslexie 4",
  ])("is not %s", (kenmerk) => {
    expect(kind(kenmerk)).toBe("geen_nummer");
  });

  it.each(["111222333", "0612345678", "a.b1@c.nl"])("is not %s, which is called what it is", (kenmerk) => {
    expect(kind(kenmerk)).toBe("bevat");
  });
});
