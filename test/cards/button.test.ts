import { describe, expect, it } from "vitest";
import { buttons, execute, openDialog, openUrl, refresh, submit } from "#cards/button.ts";
import { card } from "#cards/card.ts";

const token = (verb: string, about?: string) => `t/${verb}/${about ?? ""}`;
const press = { title: "Klaar", verb: "finish-actie", token };

describe("a button", () => {
  it("carries its verb and its own token, also for clients that only know Action.Submit", () => {
    const data = { verb: "finish-actie", t: "t/finish-actie/" };
    expect(execute(press)).toMatchObject({
      verb: "finish-actie",
      data,
      fallback: { type: "Action.Submit", data },
    });
    expect(submit(press)).toMatchObject({ type: "Action.Submit", data });
  });

  it("in a row is about that row", () => {
    expect(execute({ ...press, about: "7" }).data).toEqual({ verb: "finish-actie", t: "t/finish-actie/7" });
  });

  it("opens a dialog with task/fetch", () => {
    expect(openDialog(press).data).toMatchObject({ msteams: { type: "task/fetch" }, verb: "finish-actie" });
  });

  it("is refused without words or with more than thirty characters", () => {
    expect(() => execute({ ...press, title: " " })).toThrow("1 to 30");
    expect(() => submit({ ...press, title: "x".repeat(31) })).toThrow("1 to 30");
    expect(() => submit({ ...press, title: "x".repeat(30) })).not.toThrow();
  });

  it("opens nothing but https", () => {
    expect(() => openUrl({ title: "Open", url: "javascript:alert(1)" })).toThrow("https");
  });

  it("is one of six at most", () => {
    const six = Array.from({ length: 6 }, () => execute(press));
    const rest = { kind: "x", title: "x", body: [], fallbackText: "x" };
    expect(() => buttons(six)).not.toThrow();
    expect(() => buttons([...six, execute(press)])).toThrow("at most 6");
    expect(() => card({ ...rest, actions: [...six, execute(press)] })).toThrow("at most 6");
  });
});

describe("a refresh", () => {
  it("names sixty people at most", () => {
    const userIds = Array.from({ length: 75 }, (_, index) => `29:${index}`);
    expect(refresh({ verb: "show", token, userIds }).userIds).toHaveLength(60);
  });
});
