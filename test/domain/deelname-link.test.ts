import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deelnameLinkMax, readDeelnameLink } from "#domain/deelname-link.ts";

describe("the join link of a round", () => {
  it.each([
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d",
    "https://teams.microsoft.com/meet/2345678901234?p=AbC4",
    "https://teams.microsoft.com/l/meetup-join/19%3a0f3a5d9b7c1e4a6f8b2d0c9e7a5f3b1d%40thread.tacv2/1726000000000",
    "https://teams.microsoft.com/l/meetup-join/19%3aQ7v2Zr9Kx4Tn1Ws8Lc3Hf6Jp0Bd5Gm2Yq7Xk4Rt9Vb1%40thread.tacv2/1726000000000",
    "https://teams.live.com/meet/9345678901234",
    "https://teams.cloud.microsoft/meet/2345678901234",
    "https://gov.teams.microsoft.us/l/meetup-join/19:meeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk@thread.v2/0",
    "  https://TEAMS.microsoft.com/meet/2345678901234  ",
  ])("is taken when Teams itself stands behind it: %s", (link) => {
    expect(readDeelnameLink(link)).toMatchObject({ ok: true });
  });

  it.each([
    ["teams.microsoft.com/l/meetup-join/x", "geen_adres"],
    ["gewoon op school", "geen_adres"],
    ["", "geen_adres"],
    ["https://teams.microsoft.com/x https://example.org", "geen_adres"],
    ["http://teams.microsoft.com/l/meetup-join/x", "geen_https"],
    ["javascript:alert(1)", "geen_https"],
    ["https://zoom.example/j/1", "andere_dienst"],
    ["https://teams.microsoft.com.example.org/l", "andere_dienst"],
    ["https://notteams.microsoft.com/l", "andere_dienst"],
    ["https://teams.microsoft.us.example.org/l", "andere_dienst"],
    ["https://teams.microsoft.us/l", "andere_dienst"],
    ["https://teams.microsoft.com@example.org/l", "andere_dienst"],
    ["https://teams.microsoft.com/l/meetup-join/Kanariepiet", "andere_dienst"],
    [
      "https://teams.microsoft.com/l/meetup-join/19:meeting_MjM2NzczMmQtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk@thread.v2/0/Kanariepiet",
      "andere_dienst",
    ],
    ["https://teams.microsoft.com/meet/Kanariepiet", "andere_dienst"],
    ["https://teams.microsoft.com/meet/111222333", "andere_dienst"],
    ["https://teams.microsoft.com/meet/0612345678901", "andere_dienst"],
    ["https://teams.microsoft.com/meet/31612345678", "andere_dienst"],
    ["https://teams.microsoft.com/meet/2345678901234?p=Kanarie%20piet", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=JansenGroep6", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=Noor", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=autismeGroep7", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=ZwaantjeK", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=Semgr7", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=Sem7B", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=sem2016", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=FFgr7", "woord_in_code"],
    ["https://teams.microsoft.com/meet/2345678901234?p=adhd", "woord_in_code"],
    [
      "https://teams.microsoft.com/l/meetup-join/19%3awordt_geslagen_thuis_groep_zeven_roodharig_oost@thread.tacv2/0",
      "andere_dienst",
    ],
    ["https://teams.microsoft.com/l/meetup-join/19:meeting_Kanariepiet@thread.v2/0", "andere_dienst"],
    ["https://teams.microsoft.com/l/meetup-join/19:Kanariepiet@thread.tacv2/0", "andere_dienst"],
    [
      "https://teams.microsoft.com/l/meetup-join/19:Jansen_groep_zes_heeft_ruzie_met_de_hele_klas@thread.tacv2/0",
      "andere_dienst",
    ],
    [
      `https://teams.microsoft.com/l/meetup-join/19:meeting_${Buffer.from("Kanariepiet van groep zes heeft ruzie".slice(0, 36)).toString("base64")}@thread.v2/0`,
      "andere_dienst",
    ],
    [
      "https://teams.microsoft.com/l/meetup-join/19:meeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBkP@thread.v2/0",
      "andere_dienst",
    ],
    [
      "https://teams.microsoft.com/l/meetup-join/19:meeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk@thread.v2/20150314",
      "andere_dienst",
    ],
    ["https://example.org/https://teams.microsoft.com/", "andere_dienst"],
    ["https://user:pw@teams.microsoft.com/l", "andere_dienst"],
    ["https://teams.microsoft.com:8443/l", "andere_dienst"],
    [`https://teams.microsoft.com/${"a".repeat(deelnameLinkMax)}`, "te_lang"],
  ])("is refused for %s: %s", (link, kind) => {
    expect(readDeelnameLink(link)).toEqual({ ok: false, error: { kind } });
  });

  it.each([
    ["?p=AbC123&context=Kanarie%20piet", "?p=AbC123"],
    ["?p=Ko4IaDg4VPVSaVeYmP", "?p=Ko4IaDg4VPVSaVeYmP"],
    ["?context=%7b%22Tid%22%3a%22Kanarie%22%7d&anon=Piet#Piet", ""],
    [
      "?context=%7b%22Tid%22%3a%2212345678-1234-1234-1234-123456789abc%22%2c%22Wie%22%3a%22Piet%22%7d",
      "?context=%7B%22Tid%22%3A%2212345678-1234-1234-1234-123456789abc%22%7D",
    ],
  ])("keeps the ids and the passcode behind it and no words: %s", (behind, kept) => {
    const link = readDeelnameLink(`https://teams.microsoft.com/meet/2345678901234${behind}`);
    expect(link).toEqual({ ok: true, value: `https://teams.microsoft.com/meet/2345678901234${kept}` });
  });

  it("never lets another host through, whatever is around it", () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ["https"] }), (url) => {
        expect(readDeelnameLink(url).ok).toBe(false);
      }),
    );
  });
});
