import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CloudAdapter } from "botbuilder";
import express from "express";
import { botAppId, hostTenant } from "./demo.ts";
import { localAuthentication } from "./identity.ts";
import type { TeamsService } from "./teams/service.ts";

/** The smallest bot there is, with the same authentication: it answers an invoke. */
export async function startEcho(
  teams: TeamsService,
): Promise<{ call: () => Promise<void>; stop: () => Promise<void> }> {
  const adapter = new CloudAdapter(localAuthentication(teams));
  const app = express();
  app.use(express.json());
  app.post("/api/messages", async (request, response) => {
    await adapter.process(request, response, async (context) => {
      await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: { text: "echo" } } });
    });
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const token = teams.signActivityToken();
  const activity = {
    type: "invoke",
    name: "task/submit",
    channelId: "msteams",
    serviceUrl: teams.serviceUrl,
    from: { id: "29:echo" },
    recipient: { id: `28:${botAppId}` },
    conversation: { id: "a:echo", conversationType: "personal", tenantId: hostTenant },
    value: { data: {} },
  };
  return {
    async call() {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...activity, id: randomUUID() }),
      });
      if (response.status !== 200) throw new Error(`echo answered ${response.status}`);
      await response.text();
    },
    stop: () => new Promise((done) => void server.close(() => done())),
  };
}
