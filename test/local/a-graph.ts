/** A local Graph on an address of its own, and the real client that speaks to it. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Outlook } from "#domain/outlook.ts";
import { graphPath, type LocalGraph, localGraph } from "#local/graph/server.ts";
import { type EntraBewijs, type EntraPlaats, entraToken } from "#outside/entra-token.ts";
import { type GraphOptions, graphOutlook, graphResource } from "#outside/graph.ts";

export const graphTenant = "5a2b7c1e-0000-4000-8000-0000000000a0";
export const graphMailbox = "overlegronde@voorbeeld.example";
const clientId = "5a2b7c1e-0000-4000-8000-0000000000f0";
const secret = "een geheim dat nergens mag staan";

export interface GraphUnderTest {
  readonly graph: LocalGraph;
  readonly url: string;
  readonly plaats: EntraPlaats;
  outlook(over?: Partial<GraphOptions> & { readonly bewijs?: EntraBewijs }): Outlook;
  stop(): Promise<void>;
}

export async function aGraph(
  options: { readonly publicKey?: string; readonly stateFile?: string } = {},
): Promise<GraphUnderTest> {
  const graph = localGraph({ tenantId: graphTenant, clientId, secret, mailbox: graphMailbox, ...options });
  const server = createServer((request, response) => {
    graph.handle(request, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${graphPath}`;
  const byDefault: EntraBewijs = { kind: "geheim", geheim: secret };
  const plaats = { inlog: url, machine: url };
  return {
    graph,
    url,
    plaats,
    outlook: ({ bewijs = byDefault, ...over } = {}) =>
      graphOutlook({
        postbus: graphMailbox,
        tenantId: graphTenant,
        token: entraToken({ tenantId: graphTenant, clientId, bewijs }, { resource: graphResource, plaats }),
        adres: `${url}/v1.0`,
        ...over,
      }),
    stop: async () => {
      graph.stop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
