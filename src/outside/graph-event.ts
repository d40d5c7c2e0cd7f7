/** The event of a round in the words of Microsoft Graph. */
import { z } from "zod/v4";
import type { OutlookInhoud } from "#domain/outlook.ts";

/** Exchange's own name of the zone of Amsterdam. */
export const graphZone = "W. Europe Standard Time";

/** Our mark on an event, by which it is found again; the id of the set is ours alone. */
export const kenmerkEigenschap = "String {7e1c1f5e-6f43-4d0a-9d0e-5a2b7c1e0140} Name ZorgrondeKenmerk";

const stamp = (moment: Temporal.PlainDateTime) => ({
  dateTime: moment.toString({ smallestUnit: "second" }),
  timeZone: graphZone,
});

function common(inhoud: OutlookInhoud) {
  return {
    subject: inhoud.onderwerp,
    start: stamp(inhoud.begin),
    end: stamp(inhoud.eind),
    location: { displayName: inhoud.plaats },
    attendees: inhoud.deelnemers.map((address) => ({ emailAddress: { address }, type: "required" })),
  };
}

const body = ({ uitleg, link }: OutlookInhoud) => ({
  contentType: "text",
  content: [uitleg, link].filter((line) => line !== null).join("\n\n"),
});

const meeting = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" } as const;

export function newEvent(inhoud: OutlookInhoud, kenmerk: string) {
  return {
    ...common(inhoud),
    body: body(inhoud),
    // Who may look into a calendar of a colleague sees that there is something, and not what.
    sensitivity: "private",
    showAs: "busy",
    allowNewTimeProposals: false,
    responseRequested: true,
    ...(inhoud.online ? meeting : {}),
    transactionId: kenmerk,
    singleValueExtendedProperties: [{ id: kenmerkEigenschap, value: kenmerk }],
  };
}

/**
 * Not the body of an event that has a Teams meeting: Outlook keeps the way into the meeting there, and takes the meeting
 * away when it is overwritten.
 */
export function changedEvent(inhoud: OutlookInhoud, hasMeeting: boolean) {
  if (hasMeeting) return common(inhoud);
  return { ...common(inhoud), body: body(inhoud), ...(inhoud.online ? meeting : {}) };
}

export const eventAnswer = z.object({
  id: z.string().min(1),
  isCancelled: z.boolean().default(false),
  isOnlineMeeting: z.boolean().default(false),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});
export type EventAnswer = z.infer<typeof eventAnswer>;

/** What we ask to be told of an event: nothing of who answered what. */
export const eventFields = "id,isCancelled,isOnlineMeeting,onlineMeeting";

export const foundEvents = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });

/** `scheduleItems` and working hours are left out: they can hold what somebody does. */
export const schedules = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      availabilityView: z.string().regex(/^\d*$/).optional(),
      error: z.object({}).nullish(),
    }),
  ),
});

export const refusal = z.object({
  error: z.object({
    code: z
      .string()
      .regex(/^[A-Za-z0-9._]{1,80}$/)
      .catch("onbekend"),
    "@event.existingEventId": z.string().optional().catch(undefined),
  }),
});
