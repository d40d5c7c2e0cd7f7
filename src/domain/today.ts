/** Every date and clock time that people see is Amsterdam's. */
export const amsterdam = "Europe/Amsterdam";

/** The calendar day in Amsterdam at this moment. */
export function todayIn(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(amsterdam).toPlainDate();
}

export function momentOf(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: amsterdam, plainTime: time }).toInstant();
}
