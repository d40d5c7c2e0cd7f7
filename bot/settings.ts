import { z } from "zod/v4";
import type { EntraBewijs, EntraToegang } from "#outside/entra-token.ts";
import type { BotIdentity } from "./identity.ts";

/** A filled value; an empty line in .env is a missing one. */
const filled = z.string().trim().min(1);
const list = filled.transform((text) => text.split(",").map((part) => part.trim()));

/** SHA-1 or SHA-256, with or without colons. */
const thumbprint = filled.refine((text) => [40, 64].includes(text.replace(/[^\da-f]/gi, "").length));

/** Everything `serve` needs from the environment; each name stands in docs/beheer.md. There are no defaults for secrets. */
const environment = z.object({
  ZORGRONDE_SWV_ID: z.uuid(),
  BOT_ID: z.uuid(),
  BOT_TENANT_ID: z.uuid(),
  BOT_TYPE: z.enum(["SingleTenant", "UserAssignedMSI"]),
  BOT_SECRET: filled.optional(),
  BOT_CERTIFICATE_THUMBPRINT: filled.optional(),
  BOT_CERTIFICATE_KEY: filled.optional(),
  ALLOWED_TENANTS: list.pipe(z.array(z.uuid()).min(1)),
  SERVICE_HOSTS: list.optional(),
  MASTER_KEYS: filled,
  DATABASE_URL: filled,
  DATABASE_URL_CHANNEL: filled,
  DATABASE_URL_DIGEST: filled,
  DATABASE_URL_EXPORT: filled,
  DATABASE_URL_MIGRATE: filled,
  PUBLIC_URL: z.url({ protocol: /^https$/ }),
  PORT: z.coerce.number().int().min(1).max(65535).default(3978),
  METRICS_TOKEN: filled.min(24).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  OUTLOOK_MAILBOX: z.email().optional(),
  OUTLOOK_TENANT_ID: z.uuid().optional(),
  OUTLOOK_CLIENT_ID: z.uuid().optional(),
  OUTLOOK_TYPE: z.enum(["SingleTenant", "UserAssignedMSI"]).optional(),
  OUTLOOK_SECRET: filled.optional(),
  OUTLOOK_CERTIFICATE_THUMBPRINT: thumbprint.optional(),
  OUTLOOK_CERTIFICATE_KEY: filled.optional(),
});

export interface Settings {
  readonly swvId: string;
  readonly identity: BotIdentity;
  readonly tenants: readonly string[];
  readonly serviceHosts: readonly string[] | null;
  readonly masterKeys: string;
  readonly databases: Record<"app" | "channel" | "digest" | "export" | "migrate", string>;
  readonly publicUrl: string;
  readonly port: number;
  readonly metricsToken: string | null;
  /** Null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Null: rounds do not go into Outlook, people take the calendar file. */
  readonly outlook: OutlookSettings | null;
}

export interface OutlookSettings {
  /** In which the events are made. */
  readonly postbus: string;
  readonly toegang: EntraToegang;
}

export type SettingsProblem =
  | { readonly kind: "ontbreekt_of_ongeldig"; readonly names: readonly string[] }
  | { readonly kind: "geen_botgeheim" }
  | { readonly kind: "twee_botgeheimen" }
  /** The address of the server or that of the sender is missing. */
  | { readonly kind: "halve_mail" }
  | { readonly kind: "outlook_onvolledig"; readonly names: readonly string[] }
  | { readonly kind: "outlook_bewijs" }
  | { readonly kind: "zelfde_inlog"; readonly names: readonly string[] };

/** Reads the environment, or says by name what is wrong: never a value. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: SettingsProblem } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].sort();
    return { ok: false, problem: { kind: "ontbreekt_of_ongeldig", names } };
  }
  const e = parsed.data;
  const certificate = e.BOT_CERTIFICATE_THUMBPRINT && e.BOT_CERTIFICATE_KEY;
  if (e.BOT_TYPE === "SingleTenant" && !e.BOT_SECRET && !certificate)
    return { ok: false, problem: { kind: "geen_botgeheim" } };
  if (e.BOT_SECRET && certificate) return { ok: false, problem: { kind: "twee_botgeheimen" } };
  if ((e.SMTP_URL === undefined) !== (e.MAIL_FROM === undefined))
    return { ok: false, problem: { kind: "halve_mail" } };
  const outlook = readOutlook(e);
  if (outlook && "kind" in outlook) return { ok: false, problem: outlook };
  const databases = {
    app: e.DATABASE_URL,
    channel: e.DATABASE_URL_CHANNEL,
    digest: e.DATABASE_URL_DIGEST,
    export: e.DATABASE_URL_EXPORT,
    migrate: e.DATABASE_URL_MIGRATE,
  };
  const shared = sharedLogins(databases);
  if (shared.length > 0) return { ok: false, problem: { kind: "zelfde_inlog", names: shared } };
  return {
    ok: true,
    settings: {
      swvId: e.ZORGRONDE_SWV_ID,
      identity: {
        appId: e.BOT_ID,
        tenantId: e.BOT_TENANT_ID,
        kind: e.BOT_TYPE,
        ...(e.BOT_SECRET ? { secret: e.BOT_SECRET } : {}),
        ...(e.BOT_CERTIFICATE_THUMBPRINT && e.BOT_CERTIFICATE_KEY
          ? { certificate: { thumbprint: e.BOT_CERTIFICATE_THUMBPRINT, privateKey: e.BOT_CERTIFICATE_KEY } }
          : {}),
      },
      tenants: e.ALLOWED_TENANTS,
      serviceHosts: e.SERVICE_HOSTS ?? null,
      masterKeys: e.MASTER_KEYS,
      databases,
      publicUrl: e.PUBLIC_URL,
      port: e.PORT,
      metricsToken: e.METRICS_TOKEN ?? null,
      mail: e.SMTP_URL && e.MAIL_FROM ? { url: e.SMTP_URL, from: e.MAIL_FROM } : null,
      outlook,
    },
  };
}

/** Nothing of it, or all of it: half a set-up would look like one that works. */
function readOutlook(e: z.output<typeof environment>): OutlookSettings | SettingsProblem | null {
  const needed = {
    OUTLOOK_MAILBOX: e.OUTLOOK_MAILBOX,
    OUTLOOK_TENANT_ID: e.OUTLOOK_TENANT_ID,
    OUTLOOK_CLIENT_ID: e.OUTLOOK_CLIENT_ID,
  };
  const { OUTLOOK_SECRET: geheim, OUTLOOK_CERTIFICATE_THUMBPRINT: vingerafdruk } = e;
  const { OUTLOOK_CERTIFICATE_KEY: sleutel, OUTLOOK_TYPE: type } = e;
  const given = [...Object.values(needed), geheim, vingerafdruk, sleutel, type];
  if (given.every((value) => value === undefined)) return null;
  const { OUTLOOK_MAILBOX: postbus, OUTLOOK_TENANT_ID: tenantId, OUTLOOK_CLIENT_ID: clientId } = needed;
  if (!postbus || !tenantId || !clientId) {
    const names = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
    return { kind: "outlook_onvolledig", names };
  }
  const ways: readonly EntraBewijs[] = [
    ...(geheim ? [{ kind: "geheim" as const, geheim }] : []),
    ...(vingerafdruk && sleutel ? [{ kind: "certificaat" as const, vingerafdruk, sleutel }] : []),
    ...(type === "UserAssignedMSI" ? [{ kind: "managed_identity" as const }] : []),
  ];
  const [bewijs, ...more] = ways;
  const half = (vingerafdruk === undefined) !== (sleutel === undefined);
  return bewijs && more.length === 0 && !half
    ? { postbus: postbus.toLowerCase(), toegang: { tenantId, clientId, bewijs } }
    : { kind: "outlook_bewijs" };
}

/** Two purposes under one login would make the second wall a painted one. */
function sharedLogins(databases: Settings["databases"]): string[] {
  const logins = Object.entries(databases).map(
    ([name, url]) => [name, URL.canParse(url) ? new URL(url).username : ""] as const,
  );
  return logins
    .filter(([, login]) => login === "" || logins.filter(([, other]) => other === login).length > 1)
    .map(([name]) => name);
}
