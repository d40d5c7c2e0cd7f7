/**
 * The last day of the school year (1 August to 31 July) in which `day` lies. A toestemming signed on `day` holds
 * no longer: twelve months would reach into a school year for which nobody was asked (004: not once at enrolment).
 */
export function schoolYearEnd(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: day.month >= 8 ? day.year + 1 : day.year, month: 7, day: 31 });
}

/** The first day of that school year. */
export function schoolYearStart(day: Temporal.PlainDate): Temporal.PlainDate {
  return schoolYearEnd(day).subtract({ years: 1 }).add({ days: 1 });
}
