import { describe, expect, it } from "vitest";
import { DatabaseAway, DatabaseError, failureOf } from "#database/failure.ts";

/** What the driver throws: a server's error has a severity, an error of the network has only a code. */
function fromServer(code: string, more: object = {}): Error {
  return Object.assign(new Error("about Noor"), {
    severity: "ERROR",
    code,
    detail: "about Noor",
    where: "Noor",
    ...more,
  });
}

describe("the database is away when", () => {
  it.each(["08006", "57P01", "57P02", "57P03", "57P05", "53300"])("the server says %s", (code) => {
    expect(failureOf(fromServer(code))).toMatchObject({
      name: DatabaseAway.name,
      code,
      maybeCommitted: false,
    });
  });

  it.each(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN"])(
    "the network says %s",
    (code) => {
      expect(failureOf(Object.assign(new Error("…"), { code }))).toMatchObject({
        name: DatabaseAway.name,
        code,
      });
    },
  );

  it.each([
    "Connection terminated unexpectedly",
    "timeout exceeded when trying to connect",
    "Query read timeout",
    "Client has encountered a connection error and is not queryable",
  ])("the driver says: %s", (words) => {
    expect(failureOf(new Error(words))).toMatchObject({ name: DatabaseAway.name, code: "CONNECTION_LOST" });
  });

  it("it falls away in the commit, and then nobody knows whether the work stands", () => {
    expect(failureOf(new Error("Connection terminated unexpectedly"), true)).toMatchObject({
      maybeCommitted: true,
    });
  });
});

describe("any other failure", () => {
  it.each([
    ["23505", { constraint: "een_actief", table: "regierol" }, "database 23505 een_actief regierol"],
    ["57014", {}, "database 57014"],
    ["ZR001", { constraint: "nooit_twee" }, "database ZR001 nooit_twee"],
  ])("%s keeps the code and the names of our own", (code, more, message) => {
    const failure = failureOf(fromServer(code, more));
    expect(failure).toBeInstanceOf(DatabaseError);
    expect(failure.message).toBe(message);
    expect(JSON.stringify(failure)).not.toContain("Noor");
  });

  it("passes when two transactions were in each other's way, and else does not", () => {
    const passing = ["40001", "40P01", "23505", "57014", "55P03"].filter((code) => {
      const failure = failureOf(fromServer(code));
      return failure instanceof DatabaseError && failure.passes;
    });
    expect(passing).toEqual(["40001", "40P01"]);
  });

  it.each(["0A000", "26000"])("%s is of a connection that is outdated, and of nothing else", (code) => {
    expect(failureOf(fromServer(code))).toMatchObject({ outdated: true, passes: false });
    expect(failureOf(fromServer("40001"))).toMatchObject({ outdated: false });
  });

  it("that we do not know says nothing", () => {
    expect(failureOf(new Error("about Noor")).message).toBe("database UNKNOWN");
    expect(failureOf("about Noor").message).toBe("database UNKNOWN");
  });
});
