/** A token of Entra for calls without a person: by secret, certificate or managed identity. One call is one try. */
import { constants, createPrivateKey, randomUUID, sign } from "node:crypto";
import { z } from "zod/v4";

export type EntraBewijs =
  | { readonly kind: "geheim"; readonly geheim: string }
  | { readonly kind: "certificaat"; readonly vingerafdruk: string; readonly sleutel: string }
  | { readonly kind: "managed_identity" };

export interface EntraToegang {
  readonly tenantId: string;
  readonly clientId: string;
  readonly bewijs: EntraBewijs;
}

export interface EntraPlaats {
  /** Where tokens are given; no trailing slash. */
  readonly inlog: string;
  /** Where a machine in Azure gets the token of its identity. */
  readonly machine: string;
}

export const azure: EntraPlaats = {
  inlog: "https://login.microsoftonline.com",
  machine: "http://169.254.169.254",
};

/** Thrown when there is no token: the status and the code of the answer, never its words. */
export class GeenToken extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super("no token");
    this.status = status;
    this.code = code;
  }
}

export interface TokenBron {
  get(signal: AbortSignal): Promise<string>;
  /** The one that was given is not taken any more. */
  vergeet(): void;
}

const answer = z.object({
  access_token: z.string().min(1),
  // A machine in Azure says it as text.
  expires_in: z.coerce.number().positive(),
});
const refusal = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) });

/** Asked anew this long before its end: a call that is under way must not lose it. */
const spareMs = 5 * 60_000;

export function entraToken(
  toegang: EntraToegang,
  { resource, plaats = azure }: { readonly resource: string; readonly plaats?: EntraPlaats },
): TokenBron {
  let known: { readonly token: string; readonly until: number } | null = null;
  return {
    async get(signal) {
      if (known && performance.now() < known.until) return known.token;
      const response = await ask(toegang, { resource, plaats, signal });
      const body: unknown = await response.json().catch(() => null);
      const given = response.ok ? answer.safeParse(body) : null;
      if (!given?.success) {
        const said = refusal.safeParse(body);
        throw new GeenToken(response.status, said.success ? said.data.error : "geen_token");
      }
      const { access_token: token, expires_in: seconds } = given.data;
      known = { token, until: performance.now() + Math.max(seconds * 1000 - spareMs, seconds * 500) };
      return token;
    },
    vergeet() {
      known = null;
    },
  };
}

function ask(
  { tenantId, clientId, bewijs }: EntraToegang,
  { resource, plaats, signal }: { resource: string; plaats: EntraPlaats; signal: AbortSignal },
): Promise<Response> {
  if (bewijs.kind === "managed_identity") {
    const query = new URLSearchParams({ "api-version": "2018-02-01", resource, client_id: clientId });
    const address = `${plaats.machine}/metadata/identity/oauth2/token?${query}`;
    return fetch(address, { headers: { metadata: "true" }, redirect: "error", signal });
  }
  const address = `${plaats.inlog}/${tenantId}/oauth2/v2.0/token`;
  const proof: Record<string, string> =
    bewijs.kind === "geheim"
      ? { client_secret: bewijs.geheim }
      : {
          client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          client_assertion: assertion(bewijs, { clientId, audience: address }),
        };
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    scope: `${resource}/.default`,
    ...proof,
  });
  return fetch(address, { method: "POST", body, redirect: "error", signal });
}

/** RFC 7523, as Entra asks for it. A fingerprint of 64 hex digits is of SHA-256, one of 40 of SHA-1. */
function assertion(
  { vingerafdruk, sleutel }: Extract<EntraBewijs, { kind: "certificaat" }>,
  { clientId, audience }: { readonly clientId: string; readonly audience: string },
): string {
  const mark = Buffer.from(vingerafdruk.replace(/[^\da-f]/gi, ""), "hex");
  const header =
    mark.length === 32
      ? { alg: "PS256", typ: "JWT", "x5t#S256": mark.toString("base64url") }
      : { alg: "RS256", typ: "JWT", x5t: mark.toString("base64url") };
  // Entra compares it with its own clock, whatever the clock of the practice room says.
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
  const claims = {
    aud: audience,
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: now - 60,
    exp: now + 600,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part(header)}.${part(claims)}`;
  const key = keyOf(sleutel);
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  const signature = sign("sha256", Buffer.from(text), header.alg === "PS256" ? pss : key);
  return `${text}.${signature.toString("base64url")}`;
}

function keyOf(sleutel: string) {
  try {
    return createPrivateKey(sleutel);
  } catch {
    throw new GeenToken(400, "sleutel_onleesbaar");
  }
}
