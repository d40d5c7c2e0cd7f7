import { spawn } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { gebeurtenisOf, isOts } from "#bot/command/consent-gebeurtenis.ts";
import { decideLine } from "#bot/command/decide-consent.ts";
import { consentRedenen, consentTaken } from "#domain/consent-besluit.ts";
import {
  antwoordsoortenConsent,
  antwoordvormenConsent,
  consentDoelen,
  consentGezag,
  informatiestanden,
} from "#domain/consent-facts.ts";
import { scenarios } from "#test/domain/consent-scenario.ts";

const clock = Temporal.PlainDateTime.from("2026-11-20T12:00");
const decide = (facts: unknown) => decideLine(JSON.stringify(facts), clock);

/** The contract, field by field; more fields may be added. */
const decision = z.looseObject({
  discuss: z.enum(["op_naam", "anoniem", "niet"]),
  nameVisibleTo: z.array(z.string().min(1)),
  channel: z.strictObject({
    post: z.boolean(),
    fields: z.array(
      z.enum(["caseRef", "status", "regierolRole", "nextDate", "loketForwarded", "anonymousConsultation"]),
    ),
  }),
  externals: z.enum(["volledig_proportioneel", "buitenkant", "consultatief", "eigen_afweging", "geen"]),
  regierol: z.enum(["toewijsbaar", "na_toestemming", "nee"]),
  tasks: z.array(
    z.strictObject({
      code: z.enum(consentTaken),
      role: z.enum(["IB", "DIR", "BOT"]),
      due: z.iso.date().optional(),
    }),
  ),
  reasons: z.array(z.enum(consentRedenen)).min(1),
});
const refusal = z.strictObject({
  error: z.strictObject({ code: z.literal("onleesbaar"), message: z.string().min(1) }),
});

/** The command as somebody else calls it: another process, lines in, lines out. */
function run(
  args: readonly string[],
  input: string,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, failed) => {
    const cli = join(import.meta.dirname, "../../bot/cli.ts");
    const child = spawn(process.execPath, [cli, "decide-consent", ...args], { env: { PATH: "" } });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}
const linesOf = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

describe("decide-consent", () => {
  it("answers each line in its place, thousands of them, and ends with 0", async () => {
    const facts = Array.from({ length: 20 }, () => scenarios)
      .flat()
      .map((one) => one.facts);
    const { code, out, err } = await run([], facts.map((one) => `${JSON.stringify(one)}\n`).join(""));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answers = linesOf(out);
    expect(answers.length).toBe(facts.length);
    const aside = facts.map((one) => JSON.parse(JSON.stringify(decide(one).value)));
    expect(answers).toEqual(aside);
  });

  it("says in its place what is wrong with a line, goes on with the others, and ends with 1", async () => {
    const good = JSON.stringify(scenarios[0]?.facts);
    const { code, out } = await run([], `${good}\n{"pupil":{"age":"Sem"}}\nniets\r\n${good}`);
    expect(code).toBe(1);
    const [first, wrong, worse, last] = linesOf(out);
    expect(decision.parse(first)).toEqual(decision.parse(last));
    expect(refusal.parse(wrong).error.message).toContain("pupil.age");
    expect(refusal.parse(worse).error.message).toBe("Deze regel is geen JSON.");
    expect(out).not.toContain("Sem");
  });

  it("explains itself with --help, and knows no options", async () => {
    const help = await run(["--help"], "");
    expect(help.code).toBe(0);
    expect(`${help.out}${help.err}`).toContain("decide-consent");
    expect((await run(["--soepel"], "")).code).toBe(2);
  });
});

describe("decide-consent, one line", () => {
  it("gives the fields of the contract, whatever is known and whatever is left out", () => {
    const day = fc.integer({ min: -60, max: 60 }).map((days) => clock.add({ days }).toPlainDate().toString());
    const at = fc.oneof(
      day,
      day.map((one) => `${one}T10:15`),
      day.map((one) => `${one}T10:15:00+02:00`),
      fc.constant(null),
    );
    const party = fc.constantFrom("ouder1", "ouder2", "leerling", "voogd", "pleegouder", "partner", "oma");
    const roles = fc.array(
      fc.constantFrom("IB", "COO", "SMW", "PPO", "JGZ", "DIR", "GAST", "JB", "REGIEROL", "iets"),
      { maxLength: 5 },
    );
    const loose = <T>(model: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
      fc.option(fc.record(model, { requiredKeys: [] }));
    const facts = loose({
      now: at,
      meeting: loose({ date: at, participants: fc.option(roles) }),
      pupil: loose({
        age: fc.constantFrom(11, 12, 15, 15.9, 16, 17, 18, null),
        sector: fc.constantFrom("PO", "VO", null),
        wilsbekwaam: fc.boolean(),
      }),
      gezag: loose({
        type: fc.constantFrom(...consentGezag),
        holders: fc.array(party, { maxLength: 3 }),
        verified: fc.boolean(),
        supervisor: fc.constantFrom("jeugdbeschermer", null),
        partialTo: fc.array(party, { maxLength: 1 }),
        others: fc.constant([{ id: "ouder2", relation: "vader" }]),
      }),
      request: loose({
        mode: fc.constantFrom("schriftelijk", "instemming", "anoniem", "uitzondering", "geen"),
        purpose: fc.constantFrom(...consentDoelen),
        infoGiven: fc.constantFrom(...informatiestanden),
        infoAt: at,
        objectionDeadline: at,
        textIdentifying: fc.boolean(),
        externalWants: fc.constantFrom("inhoud", null),
      }),
      answers: fc.array(
        fc.record(
          {
            party,
            kind: fc.constantFrom(...antwoordsoortenConsent),
            form: fc.constantFrom(...antwoordvormenConsent),
            at,
          },
          { requiredKeys: ["party", "kind"] },
        ),
        { maxLength: 4 },
      ),
      scope: loose({
        recipients: roles,
        topic: fc.constantFrom("gedrag", null),
        validUntil: at,
        excludedTopics: fc.constantFrom([], ["gedrag"]),
      }),
      exception: loose({
        requestedBy: fc.constant("IB"),
        decidedBy: fc.constantFrom("DIR", "DIR_PLV", "IB", null),
        decidedAt: at,
        motivation: fc.constantFrom("omdat", "", true, null),
        documented: fc.boolean(),
        participants: roles,
        validUntil: at,
        mandate: fc.boolean(),
      }),
      events: fc.array(
        fc.record(
          {
            kind: fc.constantFrom("schoolwissel", "leerling_16", "intrekking", "gevaar", "gedeeld", "iets"),
            at,
            party,
          },
          { requiredKeys: ["kind"] },
        ),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(facts, (sent) => {
        if (sent === null) return;
        const { ok, value } = decide(sent);
        expect(ok).toBe(true);
        const { nameVisibleTo, discuss } = decision.parse(value);
        if (discuss !== "op_naam") expect(nameVisibleTo).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("comes to a decision or says what is wrong, whatever is sent", () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        const line = JSON.stringify(sent) ?? "";
        const { ok, value } = decideLine(line, clock);
        expect((ok ? decision : refusal).safeParse(value).success).toBe(true);
      }),
    );
  });

  it("repeats nothing of a line that it cannot read", () => {
    for (const line of [
      "Sem Kanarie",
      "[]",
      '{"now":"gisteren, zei Sem Kanarie"}',
      '{"answers":[{"party":"Sem Kanarie"}]}',
      '{"gezag":{"type":"Sem Kanarie"}}',
      '{"meeting":{"date":"+275760-09-13"}}',
    ]) {
      const { ok, value } = decideLine(line, clock);
      expect(ok).toBe(false);
      expect(JSON.stringify(refusal.parse(value))).not.toContain("Kanarie");
    }
  });

  it("gives roles back in the word in which they came", () => {
    const words = [
      "IB",
      "COO",
      "SMW",
      "WIJKTEAM",
      "PPO",
      "BPO",
      "ORTHO",
      "JGZ",
      "LPA",
      "JB",
      "REGIEROL",
      "GAST",
      "WIJKAGENT",
      "CJG",
    ];
    const { value } = decide({
      now: "2026-11-20",
      meeting: { date: "2026-12-01", participants: words },
      pupil: { age: 9 },
      gezag: { type: "een_ouder", holders: ["ouder1"], verified: true },
      request: { mode: "schriftelijk" },
      answers: [{ party: "ouder1", kind: "toestemming", form: "schriftelijk", at: "2026-11-10" }],
      scope: { recipients: words, validUntil: "2027-07-31" },
    });
    expect(decision.parse(value).nameVisibleTo).toEqual(words);
  });

  it("says more than the contract asks: whose answer is missing, who is still to be asked, until when it holds", () => {
    const facts = scenarios.find(({ name }) => name === "one of two parents does not answer")?.facts;
    expect(decide(facts).value).toMatchObject({
      missing: [{ reason: "geen_reactie", party: "ouder2" }],
      stillToAsk: ["ouder2"],
    });
    expect(decide(scenarios[0]?.facts).value).toMatchObject({
      missing: [],
      stillToAsk: [],
      validUntil: "2027-07-31",
    });
  });
});

describe("decide-consent, kinds of events", () => {
  it.each([
    ["schoolwissel", "andere_school"],
    ["wisselt_van_school", "andere_school"],
    ["school_change", "andere_school"],
    ["overstap naar VO", "andere_school"],
    ["uitgeschreven", "van_school_af"],
    ["heeft-school-verlaten", "van_school_af"],
    ["Verhuisd", "van_school_af"],
    ["leerling_16", "zestien_geworden"],
    ["16e verjaardag", "zestien_geworden"],
    ["wordt16", "zestien_geworden"],
    ["meerderjarig", "zestien_geworden"],
    ["leerling_12", null],
    ["toestemming_ingetrokken", "intrekking"],
    ["withdrawal", "intrekking"],
    ["bezwaar", "bezwaar"],
    ["geen_bezwaar", null],
    ["bezwaartermijn_gestart", null],
    ["bezwaar_ingetrokken", null],
    ["ouders weigeren", "weigering"],
    ["casus_afgesloten", "afgesloten"],
    ["heropend", "heropend"],
    ["andere_vraag", "andere_vraag"],
    ["nieuwe hulpvraag", "andere_vraag"],
    ["doel_gewijzigd", "andere_vraag"],
    ["toestemming_verlopen", "verlopen"],
    ["bezwaartermijn_verlopen", null],
    ["gezag_gewijzigd", "gezag_gewijzigd"],
    ["gezag_gecontroleerd", null],
    ["ouder_overleden", "gezag_gewijzigd"],
    ["vermoeden_kindermishandeling", "gevaar"],
    ["melding Veilig Thuis", "gevaar"],
    ["acuut gevaar", "gevaar"],
    ["conflict_van_plichten", "conflict_van_plichten"],
    ["gegevens_gedeeld", "gedeeld"],
    ["verslag_verzonden", "gedeeld"],
    ["ouderbrief_verzonden", null],
    ["herinnering_verstuurd", null],
    ["leerling_wil_geen_bericht_aan_ouders", "ouders_niet_informeren"],
    ["ouders_niet_informeren", "ouders_niet_informeren"],
    ["bezwaar_tegen_informeren_ouders", "ouders_niet_informeren"],
    ["wil niet dat ouders het weten", "ouders_niet_informeren"],
    ["geen contact met ouders", "ouders_niet_informeren"],
    ["ouders_niet_geinformeerd", null],
    ["ouders_niet_bereikbaar", null],
    ["kopje_thee", null],
  ])("%s is %s", (kind, soort) => {
    expect(gebeurtenisOf(kind)).toBe(soort);
  });

  it("an ots is a fact beside gezag", () => {
    expect(["ots", "ots_uitgesproken", "ondertoezichtstelling", "Ondertoezichtgesteld"].every(isOts)).toBe(
      true,
    );
    expect(["slots", "gezag_gewijzigd"].some(isOts)).toBe(false);
  });
});
