/** Hosts of the Bot Connector in the public cloud; a token of ours goes nowhere else (platform rule: no SSRF by a stored URL). */
export const publicServiceHosts = ["smba.trafficmanager.net", "botframework.com"] as const;

/** https on a host of the list or below it; an entry with a port ("127.0.0.1:4000") allows exactly that, over http too. */
export function allowedServiceUrl(serviceUrl: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username || url.password) return false;
  if (hosts.includes(url.host) && url.port !== "")
    return url.protocol === "http:" || url.protocol === "https:";
  if (url.protocol !== "https:" || url.port !== "") return false;
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}
