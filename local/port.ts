import { once } from "node:events";
import { createServer } from "node:net";

export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is taken`);
    this.port = port;
  }
}

/** Before anything is started, so that a second start leaves nothing behind. */
export async function mustBeFree(port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port, "127.0.0.1");
  await once(probe, "listening").catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw code === "EADDRINUSE" || code === "EACCES" ? new PortTaken(port) : error;
  });
  await new Promise((done) => probe.close(done));
}
