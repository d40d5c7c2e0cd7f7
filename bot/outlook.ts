import type { Outlook } from "#domain/outlook.ts";
import { entraToken } from "#outside/entra-token.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import { graphOutlook, graphResource } from "#outside/graph.ts";
import type { OutlookSettings } from "./settings.ts";

/** Outlook as it is set up; without a set-up nothing is ever sent there. */
export function outlookOf(settings: OutlookSettings | null): Outlook {
  if (!settings) return geenOutlook;
  const { postbus, toegang } = settings;
  const token = entraToken(toegang, { resource: graphResource });
  return graphOutlook({ postbus, tenantId: toegang.tenantId, token });
}
