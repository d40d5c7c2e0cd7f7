/** E-mail by SMTP. What it says is neutral: a mail is read on lock screens, forwarded, and kept where we cannot reach. */
import { createTransport } from "nodemailer";
import { z } from "zod/v4";

export interface Mail {
  /** The same for each try of one notice, so that a mailbox that got it twice shows it once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly file: { readonly name: string; readonly body: string } | null;
}

export type MailSent =
  | { readonly ok: true }
  /** `later`: the server is away or busy. `geweigerd`: it takes no mail for this address. */
  | { readonly ok: false; readonly problem: "later" | "geweigerd"; readonly code: string };

export interface MailPort {
  send(mail: Mail): Promise<MailSent>;
  /** Whether the server answers and lets us in; the code when not. */
  check(): Promise<string | null>;
}

/** A call of the courier may not hold its lane longer. */
const patienceMs = 20_000;

export interface MailOptions {
  /** smtps://user:password@host, or smtp:// with STARTTLS; without encryption on this machine only. */
  readonly url: string;
  readonly from: string;
  readonly patienceMs?: number;
}

/** A mailbox looks at this before it opens the file. */
function methodOf(body: string): string {
  return /^METHOD:([A-Z]+)\r?$/m.exec(body)?.[1] ?? "PUBLISH";
}

export function smtpMail({ url, from, patienceMs: wait = patienceMs }: MailOptions): MailPort {
  const { protocol, hostname, port, username, password } = new URL(url);
  const local = hostname === "127.0.0.1" || hostname === "[::1]" || hostname === "localhost";
  const secure = protocol === "smtps:";
  const settings = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: local && !secure,
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const domain =
    from
      .split("@")
      .at(-1)
      ?.replace(/[^\w.-]/g, "") ?? "zorgronde";
  return {
    async send({ id, to, subject, text, file }) {
      const transport = createTransport(settings);
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
          ...(file
            ? {
                attachments: [
                  {
                    filename: file.name,
                    content: file.body,
                    contentType: `text/calendar; charset=utf-8; method=${methodOf(file.body)}`,
                  },
                ],
              }
            : {}),
        });
        return { ok: true };
      } catch (error) {
        return problemOf(error);
      } finally {
        transport.close();
      }
    },
    async check() {
      const transport = createTransport(settings);
      try {
        await transport.verify();
        return null;
      } catch (error) {
        return problemOf(error).code;
      } finally {
        transport.close();
      }
    },
  };
}

const failure = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** A number or a name of what went wrong: never a text, which repeats the address. */
function problemOf(error: unknown): Extract<MailSent, { readonly ok: false }> {
  const parsed = failure.safeParse(error);
  const { code = "", responseCode = 0 } = parsed.success ? parsed.data : {};
  // Not let in is a fault of the settings: it may be mended, and says nothing about the address.
  const login = code === "EAUTH" || responseCode === 535 || responseCode === 530;
  if (responseCode >= 500 && !login) return { ok: false, problem: "geweigerd", code: `smtp_${responseCode}` };
  const said =
    responseCode > 0 ? `smtp_${responseCode}` : /^[A-Z_]{2,30}$/.test(code) ? `smtp_${code}` : "smtp_weg";
  return { ok: false, problem: "later", code: said };
}
