import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";
import {
  AuthenticationConfiguration,
  AuthenticationError,
  type BotFrameworkAuthentication,
  type Claim,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";

export const channelIssuer = "https://api.botframework.com";

/**
 * Only a token that the channel itself signed is taken. Without this the connector also takes a token that any Entra
 * tenant signed for the bot's own app, with a free service URL (docs/decisions/0007).
 */
export async function onlyTheChannel(claims: Claim[]): Promise<void> {
  if (claims.find((claim) => claim.type === "iss")?.value !== channelIssuer) {
    throw new AuthenticationError("issuer", 401);
  }
}

export interface BotIdentity {
  readonly appId: string;
  readonly tenantId: string;
  readonly kind: "SingleTenant" | "UserAssignedMSI";
  readonly secret?: string;
  readonly certificate?: { readonly thumbprint: string; readonly privateKey: string };
}

/** The production identity: one single-tenant bot, by secret, certificate or managed identity. */
export function authenticationOf(identity: BotIdentity): BotFrameworkAuthentication {
  const settings = {
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    MicrosoftAppType: identity.kind,
    ...(identity.secret ? { MicrosoftAppPassword: identity.secret } : {}),
    ...(identity.certificate
      ? {
          CertificateThumbprint: identity.certificate.thumbprint,
          CertificatePrivateKey: identity.certificate.privateKey,
        }
      : {}),
  };
  return channelAuthentication(settings, new ConfigurationServiceClientCredentialFactory(settings));
}

export function channelAuthentication(
  settings: Readonly<Record<string, string>>,
  credentials: ServiceClientCredentialsFactory,
): BotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    settings,
    credentials,
    new AuthenticationConfiguration([], onlyTheChannel),
  );
}

export function adapterOf(authentication: BotFrameworkAuthentication): CloudAdapter {
  return new CloudAdapter(authentication);
}
