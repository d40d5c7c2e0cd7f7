/** Every date and clock time that people see is Amsterdam's. */
export const amsterdam = "Europe/Amsterdam";

/** The calendar day in Amsterdam at this moment. */
export function todayIn(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(amsterdam).toPlainDate();
}

const morning = Temporal.PlainTime.from("08:00");
const evening = Temporal.PlainTime.from("18:00");

/** This moment by day; in the evening and at night the morning that comes, for what the clock and no person set going. */
export function byDay(now: Temporal.Instant): Temporal.Instant {
  const { hour } = now.toZonedDateTimeISO(amsterdam);
  if (hour < morning.hour) return momentOf(todayIn(now), morning);
  return hour < evening.hour ? now : momentOf(todayIn(now).add({ days: 1 }), morning);
}

export function momentOf(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: amsterdam, plainTime: time }).toInstant();
}
