import type { BotFrameworkAuthentication, ServiceClientCredentials } from "botframework-connector";
import { ServiceClientCredentialsFactory } from "botframework-connector";
import { channelAuthentication } from "#bot/identity.ts";
import { localAuthSettings } from "./teams/settings.ts";

/** The bot's identity towards the local Teams service: real tokens, signed by the service's own issuer. */
export function localAuthentication(service: {
  readonly url: string;
  readonly botAppId: string;
  readonly tenantId: string;
  botToken(): string;
}): BotFrameworkAuthentication {
  const settings = Object.fromEntries(
    Object.entries(localAuthSettings(service)).map(([name, value]) => [name, String(value)]),
  );
  return channelAuthentication(settings, new LocalCredentials(service));
}

class LocalCredentials extends ServiceClientCredentialsFactory {
  readonly #service: { readonly botAppId: string; botToken(): string };

  constructor(service: { readonly botAppId: string; botToken(): string }) {
    super();
    this.#service = service;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#service.botAppId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    const service = this.#service;
    return {
      async signRequest(request) {
        request.headers.set("authorization", `Bearer ${service.botToken()}`);
        return request;
      },
    };
  }
}
