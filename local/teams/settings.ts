/**
 * What botbuilder 4.23.3 needs to believe the local issuer. Give the result to
 * `new ConfigurationBotFrameworkAuthentication(settings, credentials, authenticationConfiguration)`.
 *
 * Inbound. As soon as one of the seven parameterised settings is filled, the library takes all of them as they
 * stand and fills in no defaults (BotFrameworkAuthenticationFactory.create), so all seven are here. The token is
 * then checked for: RS256, a key of the OpenID document whose endorsements hold the channel ("msteams"), issuer,
 * expiry (300 s tolerance, real clock), audience through `credentials.isValidAppId`, and claim `serviceurl` equal
 * to `activity.serviceUrl`, character for character.
 *
 * The emulator address points nowhere on purpose: with a token from anywhere else the second way in stays shut
 * (its keys cannot be fetched). It is no substitute for refusing other issuers before the adapter sees them.
 *
 * Outbound. `credentials` is any ServiceClientCredentialsFactory whose `isAuthenticationDisabled()` is false,
 * whose `isValidAppId(id)` compares with the bot's own id, and whose `createCredentials()` returns an object with
 * `signRequest(request)` that sets `authorization: Bearer <service.botToken()>` on `request.headers` and returns
 * the request. MicrosoftAppCredentials cannot be used: MSAL refuses an authority on http.
 */
export type LocalAuthSettings = {
  MicrosoftAppId: string;
  MicrosoftAppTenantId: string;
  MicrosoftAppType: "SingleTenant";
  ToChannelFromBotLoginUrl: string;
  ToChannelFromBotOAuthScope: string;
  ToBotFromChannelTokenIssuer: string;
  OAuthUrl: string;
  ToBotFromChannelOpenIdMetadataUrl: string;
  ToBotFromEmulatorOpenIdMetadataUrl: string;
  CallerId: string;
  ValidateAuthority: boolean;
};

export function localAuthSettings(service: {
  url: string;
  botAppId: string;
  tenantId: string;
}): LocalAuthSettings {
  return {
    MicrosoftAppId: service.botAppId,
    MicrosoftAppTenantId: service.tenantId,
    MicrosoftAppType: "SingleTenant",
    ToChannelFromBotLoginUrl: `${service.url}/_local/oauth2`,
    ToChannelFromBotOAuthScope: "https://api.botframework.com",
    ToBotFromChannelTokenIssuer: "https://api.botframework.com",
    OAuthUrl: service.url,
    ToBotFromChannelOpenIdMetadataUrl: `${service.url}/_local/openid/.well-known/openidconfiguration`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${service.url}/_local/openid/no-emulator`,
    CallerId: "urn:botframework:azure",
    ValidateAuthority: false,
  };
}
