import { once } from "node:events";
import { createServer } from "node:net";

export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is taken`);
    this.port = port;
  }
}

/** 0 takes a free one; null for what is no port. */
export function portOf(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
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
