import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { type Cluster, openCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers where the cluster of this run is; starts it for the first who asks. */
    clusterUrl: string;
  }
}

/** Started when the first test file asks, so that tests of the domain alone do not wait for a database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const path = `/${randomBytes(16).toString("hex")}`;
  const server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end();
    cluster ??= openCluster({ small: true });
    cluster.then(
      (open) => response.end(JSON.stringify(open)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : "unknown"),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a listening socket has no port");
  project.provide("clusterUrl", `http://127.0.0.1:${address.port}${path}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    // Who asked for a cluster that did not start has been told so.
    await cluster?.then(
      (open) => open.close(),
      () => undefined,
    );
  };
}
