const zone = "Europe/Amsterdam";
const clock = new Intl.DateTimeFormat("nl-NL", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const short = new Intl.DateTimeFormat("nl-NL", {
  timeZone: zone,
  weekday: "short",
  day: "numeric",
  month: "short",
});
const long = new Intl.DateTimeFormat("nl-NL", {
  timeZone: zone,
  weekday: "long",
  day: "numeric",
  month: "long",
});
const full = new Intl.DateTimeFormat("nl-NL", {
  timeZone: zone,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** All take an ISO instant and show it as the clock on a Dutch wall would. */
export const timeOfDay = (at: string): string => show(clock, at);
export const shortDay = (at: string): string => show(short, at);
export const longDay = (at: string): string => show(long, at);
export const dayAndTime = (at: string): string => show(full, at);

/** Time for the list: the hour today, the day before that. */
export function recent(at: string, now: string): string {
  return now !== "" && shortDay(at) === shortDay(now) ? timeOfDay(at) : shortDay(at);
}

function show(format: Intl.DateTimeFormat, at: string): string {
  const moment = Date.parse(at);
  return Number.isNaN(moment) ? "" : format.format(moment);
}
