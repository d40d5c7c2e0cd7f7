import { botAppId, demoSwvId, hostTenant } from "./demo.ts";
import { guestTenant } from "./demo-teams.ts";
import type { Login } from "./postgres-roles.ts";

/** For the commands beside a running practice world; the addresses of the Teams package lead nowhere on purpose. */
export function environmentOf(run: { urls: Readonly<Record<Login, string>>; masterKeys: string }): string {
  const page = "https://oefenomgeving.example";
  const values = {
    ZORGRONDE_SWV_ID: demoSwvId,
    BOT_ID: botAppId,
    BOT_TENANT_ID: hostTenant,
    BOT_TYPE: "UserAssignedMSI",
    ALLOWED_TENANTS: [hostTenant, guestTenant].join(","),
    MASTER_KEYS: run.masterKeys,
    DATABASE_URL: run.urls.app,
    DATABASE_URL_CHANNEL: run.urls.channel,
    DATABASE_URL_DIGEST: run.urls.digest,
    DATABASE_URL_EXPORT: run.urls.export,
    DATABASE_URL_MIGRATE: run.urls.migrate,
    PUBLIC_URL: page,
    TEAMS_APP_ID: botAppId,
    PUBLISHER_NAME: "Oefenomgeving",
    PUBLISHER_URL: page,
    PRIVACY_URL: `${page}/privacy`,
    TERMS_URL: `${page}/voorwaarden`,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join("\n");
}
