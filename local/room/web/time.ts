const zone = "Europe/Amsterdam";

/** Takes an ISO instant, or a Dutch wall time without an offset, and shows it as a clock on a Dutch wall would. */
function shower(options: Intl.DateTimeFormatOptions): (at: string) => string {
  const instant = new Intl.DateTimeFormat("nl-NL", { ...options, timeZone: zone });
  const wall = new Intl.DateTimeFormat("nl-NL", { ...options, timeZone: "UTC" });
  return (at) => {
    const isWall = !/(?:Z|[+-]\d\d:?\d\d)$/.test(at);
    const moment = Date.parse(isWall ? `${at}Z` : at);
    return Number.isNaN(moment) ? "" : (isWall ? wall : instant).format(moment);
  };
}

export const timeOfDay = shower({ hour: "2-digit", minute: "2-digit" });
export const shortDay = shower({ weekday: "short", day: "numeric", month: "short" });
export const longDay = shower({ weekday: "long", day: "numeric", month: "long" });
export const dayAndTime = shower({
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** Time for the list: the hour today, the day before that. */
export function recent(at: string, now: string): string {
  return now !== "" && shortDay(at) === shortDay(now) ? timeOfDay(at) : shortDay(at);
}
