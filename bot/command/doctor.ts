import { outlookOf } from "#bot/outlook.ts";
import { rightsProblems } from "#bot/rights.ts";
import { readSettings, type Settings } from "#bot/settings.ts";
import { queueLengths } from "#database/health.ts";
import { parseKeyRing } from "#database/kluis.ts";
import { unsealedSince } from "#database/logzegel.ts";
import { pendingMigrations } from "#database/migrate.ts";
import { openDatabase, type Tx } from "#database/pool.ts";
import { loginFacts } from "#database/rights.ts";
import { usedMasterKeys } from "#database/rotation.ts";
import { untiedLeden } from "#database/setup.ts";
import { type Taak, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { smtpMail } from "#outside/mail.ts";
import { type Command, type Io, noArguments } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly code?: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** Clocks that run further apart than this make terms and tokens unsure. */
const skewSeconds = 5;

export const doctor: Command = {
  about:
    "Zegt wat er niet in orde is met instellingen, database, rechten, klok en wachtrij. Verandert niets.",
  usage:
    "zorgronde doctor\n  Leest de omgeving zoals 'serve'. Uitkomst: {ok, checks:[{name, ok, code, advice}]}.",
  async run(args, io) {
    noArguments(args);
    const read = readSettings(io.env);
    const checks: Check[] = read.ok
      ? [{ name: "instellingen", ok: true }, ...(await examine(read.settings, io))]
      : [{ name: "instellingen", ok: false, code: read.problem.kind, advice: problemWords(read.problem) }];
    const ok = checks.every((check) => check.ok);
    io.out({ ok, checks });
    return ok ? 0 : 1;
  },
};

async function examine(settings: Settings, io: Io): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (name: string, advice: string, look: () => Promise<readonly string[]>) => {
    io.say(`controleren: ${name}`);
    try {
      const codes = await look();
      const good = codes.length === 0;
      checks.push(good ? { name, ok: true } : { name, ok: false, code: codes.join(","), advice });
    } catch (error) {
      const code = error instanceof Error ? error.message.slice(0, 120) : "onbekend";
      checks.push({ name, ok: false, code, advice });
    }
  };
  await check("hoofdsleutel", "Zet MASTER_KEYS goed: 'naam:base64' met 32 willekeurige bytes.", async () => {
    const keys = parseKeyRing(settings.masterKeys);
    return keys.ok ? [] : [keys.error.kind];
  });
  await check(
    "sleutels",
    "Zet deze sleutels terug in MASTER_KEYS: er is nog iets mee versleuteld.",
    async () => {
      const keys = parseKeyRing(settings.masterKeys);
      if (!keys.ok) return [];
      const used = await asked(settings, "bewaren", usedMasterKeys);
      return used.filter((id) => !keys.value.keys.has(id)).map((id) => `sleutel_${id}_ontbreekt`);
    },
  );
  await check("identiteit", "Zet BOT_TENANT_ID ook in ALLOWED_TENANTS.", async () =>
    settings.tenants.includes(settings.identity.tenantId) ? [] : ["tenant_niet_toegelaten"],
  );
  for (const [login, url] of Object.entries(settings.databases)) {
    await check(`inlog ${login}`, "Kijk of de database draait en of de inlog klopt.", async () => {
      await loginFacts(url);
      return [];
    });
  }
  await check("schema", "Voer 'zorgronde migrate' uit.", () =>
    pendingMigrations({ migrateUrl: settings.databases.migrate }),
  );
  await check("rechten", "Geef elke inlog alleen de rechten uit docs/beheer.md.", () =>
    rightsProblems(settings.databases),
  );
  await check("wachtrij", "Voer 'zorgronde migrate' uit.", async () =>
    (await loginFacts(settings.databases.app)).usesQueue ? [] : ["wachtrij_ontbreekt"],
  );
  await check("klok", "Zet de klok van deze machine en van de database gelijk (NTP).", async () => {
    const { databaseTime } = await loginFacts(settings.databases.app);
    const apart = Math.abs(databaseTime.since(Temporal.Now.instant()).total("seconds"));
    return apart > skewSeconds ? [`loopt_${Math.round(apart)}_s_uiteen`] : [];
  });
  await check(
    "scholen",
    "Zet in people.csv in de kolom 'school' voor welke school deze ib, coo of directeur is, en importeer opnieuw.",
    async () => {
      const untied = await asked(settings, "inrichting", (tx) => untiedLeden(tx, todayIn(tx.now)));
      return untied > 0 ? [`${untied}_zonder_school`] : [];
    },
  );
  if (settings.mail) {
    const { mail } = settings;
    await check("mail", "Kijk of de mailserver draait, en of SMTP_URL klopt.", async () => {
      const code = await smtpMail(mail).check();
      return code ? [code] : [];
    });
  }
  await check(
    "outlook",
    "Kijk in docs/beheer.md bij Outlook: de postbus, de toestemming Calendars.ReadWrite, en of het geheim of certificaat nog geldt.",
    async () => {
      if (!settings.outlook) return [];
      const seen = await outlookOf(settings.outlook).proef();
      return seen.ok ? [] : [`${seen.fout}:${seen.code}`];
    },
  );
  await check("bezorging", "Kijk in de log naar 'bezorgen_mislukt' en 'koerier_fout'.", () =>
    delivery(settings),
  );
  await check(
    "logboek",
    "Draait 'serve'? Kijk in de log naar 'verzegelen_mislukt', en doe 'verify-log'.",
    async () => {
      const waiting = await asked(settings, "log", (tx) =>
        unsealedSince(tx, tx.now.subtract({ minutes: 15 })),
      );
      return waiting > 0 ? [`${waiting}_niet_verzegeld`] : [];
    },
  );
  return checks;
}

async function delivery(settings: Settings): Promise<readonly string[]> {
  const counts = await asked(settings, "wekker", (tx) => queueLengths(tx, tx.now.subtract({ minutes: 15 })));
  return [
    ...(counts.laat > 0 ? [`${counts.laat}_te_laat`] : []),
    ...(counts.mislukt > 0 ? [`${counts.mislukt}_mislukt`] : []),
  ];
}

async function asked<T>(settings: Settings, taak: Taak, question: (tx: Tx) => Promise<T>): Promise<T> {
  const database = openDatabase({
    url: settings.databases.app,
    applicationName: "zorgronde doctor",
    max: 1,
    clock: { now: () => Temporal.Now.instant() },
    onError: () => undefined,
  });
  try {
    return await database.transact(taskScope(settings.swvId, taak), question);
  } finally {
    await database.close();
  }
}
