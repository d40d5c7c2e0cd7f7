import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { type Mail, smtpMail } from "#outside/mail.ts";

const mail: Mail = {
  id: "5a2b7c1e-0000-4000-8000-000000000001",
  to: "peter@ppo.example",
  subject: "Uitnodiging voor een overleg",
  text: "Je bent uitgenodigd voor een overleg op maandag 7 december 2026.\n",
  file: { name: "overlegronde.ics", body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
};

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A real SMTP server on this machine; answers the mails that it took. */
async function aServer(options: SMTPServerOptions = {}) {
  const taken: { readonly to: readonly string[]; readonly raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  open.push(() => server.close());
  return { taken, url: urlOf(listening) };
}

const urlOf = (server: Server) => `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
const refusing = (code: number) => (_: unknown, __: unknown, done: (error?: Error) => void) =>
  done(Object.assign(new Error("peter@ppo.example does not exist"), { responseCode: code }));
const port = (url: string, patienceMs = 2000) => smtpMail({ url, from: "zorgronde@swv.example", patienceMs });

describe("a mail by SMTP", () => {
  it("arrives with its text, its file and an id that is the same at each try", async () => {
    const { taken, url } = await aServer();
    expect(await port(url).send(mail)).toEqual({ ok: true });
    expect(await port(url).send(mail)).toEqual({ ok: true });
    const [one, again] = taken;
    expect(one?.to).toEqual(["peter@ppo.example"]);
    expect(one?.raw).toContain("Subject: Uitnodiging voor een overleg");
    expect(one?.raw).toContain(`Message-ID: <${mail.id}@swv.example>`);
    expect(again?.raw).toContain(`Message-ID: <${mail.id}@swv.example>`);
    expect(one?.raw).toContain("Auto-Submitted: auto-generated");
    expect(one?.raw).toMatch(/Content-Type: text\/calendar;[\s\S]*filename=overlegronde\.ics/);
    expect(one?.raw).toContain("maandag 7 december 2026");
  });

  it("lets nobody add an address by what is written in it", async () => {
    const { taken, url } = await aServer();
    await port(url).send({ ...mail, subject: "Overleg\r\nBcc: ander@ppo.example" });
    expect(taken.flatMap(({ to }) => to)).toEqual(["peter@ppo.example"]);
    expect(taken[0]?.raw).not.toMatch(/^Bcc:/im);
  });

  it.each([
    ["takes no mail for this address", { onRcptTo: refusing(550) }, "geweigerd", "smtp_550"],
    ["is busy", { onRcptTo: refusing(451) }, "later", "smtp_451"],
    ["is full", { onMailFrom: refusing(452) }, "later", "smtp_452"],
  ] as const)("says so when the server %s, and repeats no address", async (_, options, problem, code) => {
    const { url } = await aServer(options as unknown as SMTPServerOptions);
    const sent = await port(url).send(mail);
    expect(sent).toEqual({ ok: false, problem, code });
    expect(JSON.stringify(sent)).not.toContain("peter");
  });

  it("is for later when the server is away, hangs, or breaks off", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const away = urlOf(gone);
    gone.close();
    expect(await port(away).send(mail)).toMatchObject({ ok: false, problem: "later" });
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    open.push(() => silent.close());
    expect(await port(urlOf(silent), 300).send(mail)).toMatchObject({ ok: false, problem: "later" });
    const rude = createServer((socket) => socket.end("220 hier\r\n")).listen(0, "127.0.0.1");
    await once(rude, "listening");
    open.push(() => rude.close());
    expect(await port(urlOf(rude)).send(mail)).toMatchObject({ ok: false, problem: "later" });
  });

  it("looks whether the server lets us in, and a wrong password is for later: it may be mended", async () => {
    const { url } = await aServer();
    expect(await port(url).check()).toBeNull();
    const closed = await aServer({
      disabledCommands: ["STARTTLS"],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error("nee")),
    });
    const login = closed.url.replace("smtp://", "smtp://iemand:fout@");
    expect(await port(login).check()).toMatch(/^smtp_/);
    expect(await port(login).send(mail)).toMatchObject({ ok: false, problem: "later" });
  });
});
