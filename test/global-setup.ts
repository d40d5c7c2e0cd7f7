import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { type Cluster, openCluster } from "./cluster.ts";
import { makeDemo } from "./demo-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers where the cluster of this run is, and which database has the practice world; makes them for the first who asks. */
    clusterUrl: string;
  }
}

/** Started when the first test file asks, so that tests of the domain alone do not wait for a database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const demos = new Map<string, Promise<string>>();
  const path = `/${randomBytes(16).toString("hex")}`;
  const answered = async ({ searchParams }: URL): Promise<unknown> => {
    cluster ??= openCluster({ small: true });
    const start = searchParams.get("start");
    if (start === null) return cluster;
    const key = searchParams.toString();
    const demo =
      demos.get(key) ??
      cluster.then((open) => makeDemo(open, { start, linked: searchParams.get("linked") === "true" }));
    demos.set(key, demo);
    return demo;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname !== path) return void response.writeHead(404).end();
    answered(url).then(
      (answer) => response.end(JSON.stringify(answer)),
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
