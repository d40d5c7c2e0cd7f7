/**
 * The local token issuer: signs what the service sends to the bot, and the tokens the bot shows to the service.
 * One key pair per process: botbuilder keeps the keys of an address for 24 hours and asks again for an unknown
 * key at most once an hour, so a new key on the same port would lock the bot out.
 *
 * Expiry follows the real clock, not the virtual one: botbuilder compares with Date.
 */

import type { KeyObject } from "node:crypto";
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { at, isRecord, parseJson } from "./json.ts";

export const CHANNEL_ISSUER = "https://api.botframework.com";
const LIFETIME_SECONDS = 3600;

export type TokenOverrides = {
  audience?: string;
  issuer?: string;
  serviceUrl?: string;
  /** Seconds from now; negative is long ago. botbuilder tolerates 300 seconds. */
  expiresIn?: number;
  keyId?: string;
  /** Signed by a key that the service does not publish, under the name of the one it does. */
  forged?: boolean;
  claims?: Record<string, unknown>;
};

export type TokenIssuer = {
  signActivityToken(overrides?: TokenOverrides): string;
  botToken(overrides?: TokenOverrides): string;
  /** Why the bot's bearer is refused, or undefined when it is good. */
  refusal(authorization: string | undefined): "Unauthorized" | "BotNotRegistered" | undefined;
  openIdConfiguration(origin: string): Record<string, unknown>;
  keys(): Record<string, unknown>;
};

type Pair = { privateKey: KeyObject; publicKey: KeyObject; keyId: string };

function makePair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyId = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64url")
    .slice(0, 27);
  return { privateKey, publicKey, keyId };
}

let ours: Pair | undefined;
function ourPair(): Pair {
  ours ??= makePair();
  return ours;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signToken(claims: Record<string, unknown>, overrides: TokenOverrides): string {
  const pair = ourPair();
  const key = overrides.forged ? makePair().privateKey : pair.privateKey;
  const head = encode({ alg: "RS256", typ: "JWT", kid: overrides.keyId ?? pair.keyId });
  const seconds = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
  const expires = seconds + (overrides.expiresIn ?? LIFETIME_SECONDS);
  const start = Math.min(seconds, expires) - 300;
  const body = encode({ nbf: start, iat: start, exp: expires, ...claims, ...overrides.claims });
  const signature = sign("RSA-SHA256", Buffer.from(`${head}.${body}`), key).toString("base64url");
  return `${head}.${body}.${signature}`;
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const [head, body, signature] = token.split(".");
  if (!head || !body || !signature) return undefined;
  const good = verify(
    "RSA-SHA256",
    Buffer.from(`${head}.${body}`),
    ourPair().publicKey,
    Buffer.from(signature, "base64url"),
  );
  const claims = good ? parseJson(Buffer.from(body, "base64url").toString("utf8")) : undefined;
  return isRecord(claims) ? claims : undefined;
}

function stillValid(claims: Record<string, unknown>): boolean {
  return typeof claims.exp === "number" && claims.exp * 1000 > Temporal.Now.instant().epochMilliseconds;
}

export function createTokenIssuer(options: {
  botAppId: string;
  tenantId: string;
  serviceUrl: () => string;
}): TokenIssuer {
  const { botAppId, tenantId } = options;
  const botIssuer = `https://sts.windows.net/${tenantId}/`;
  return {
    signActivityToken: (overrides = {}) =>
      signToken(
        {
          iss: overrides.issuer ?? CHANNEL_ISSUER,
          aud: overrides.audience ?? botAppId,
          serviceurl: overrides.serviceUrl ?? options.serviceUrl(),
        },
        overrides,
      ),
    botToken: (overrides = {}) =>
      signToken(
        {
          iss: overrides.issuer ?? botIssuer,
          aud: overrides.audience ?? CHANNEL_ISSUER,
          appid: botAppId,
          tid: tenantId,
          ver: "1.0",
        },
        overrides,
      ),
    refusal: (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
      const claims = token ? claimsOf(token) : undefined;
      if (!claims || !stillValid(claims)) return "Unauthorized";
      if (claims.iss !== botIssuer || claims.aud !== CHANNEL_ISSUER) return "Unauthorized";
      return at(claims, "appid") === botAppId ? undefined : "BotNotRegistered";
    },
    openIdConfiguration: (origin) => ({
      issuer: CHANNEL_ISSUER,
      authorization_endpoint: `${origin}/_local/oauth2/v2.0/authorize`,
      jwks_uri: `${origin}/_local/openid/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    }),
    keys: () => {
      const { publicKey, keyId } = ourPair();
      const jwk = createPublicKey(publicKey.export({ type: "spki", format: "pem" })).export({
        format: "jwk",
      });
      return { keys: [{ ...jwk, use: "sig", kid: keyId, x5t: keyId, endorsements: ["msteams"] }] };
    },
  };
}
