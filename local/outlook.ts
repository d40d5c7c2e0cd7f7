/** Outlook for the practice room: the real client on a Graph of its own, behind the address of the room. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Outlook } from "#domain/outlook.ts";
import { entraToken } from "#outside/entra-token.ts";
import { graphOutlook, graphResource } from "#outside/graph.ts";
import { botAppId, hostTenant } from "./demo.ts";
import { outlookPageHandler } from "./graph/page.ts";
import { graphPath, localGraph } from "./graph/server.ts";

const postbus = "overlegronde@voorbeeld.example";

export interface PracticeOutlook {
  /** Once the address of the room is known. */
  outlookAt(roomUrl: string): Outlook;
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  stop(): void;
}

export function practiceOutlook(stateFile: string): PracticeOutlook {
  const secret = randomBytes(24).toString("base64url");
  const access = { tenantId: hostTenant, clientId: botAppId };
  const graph = localGraph({ ...access, secret, mailbox: postbus, stateFile });
  const page = outlookPageHandler(graph);
  return {
    outlookAt(roomUrl) {
      const base = `${roomUrl}${graphPath}`;
      const proof = { kind: "geheim", geheim: secret } as const;
      const plaats = { inlog: base, machine: base };
      const token = entraToken({ ...access, bewijs: proof }, { resource: graphResource, plaats });
      return graphOutlook({ postbus, tenantId: hostTenant, token, adres: `${base}/v1.0` });
    },
    handle: async (request, response) => (await graph.handle(request, response)) || page(request, response),
    stop: () => graph.stop(),
  };
}
