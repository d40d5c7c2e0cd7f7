/** Events as Exchange keeps them behind Microsoft Graph: what is taken, what is refused, and what follows from a change. */
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod/v4";

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });
const fields = {
  subject: z.string().max(255),
  body: z.object({ contentType: z.enum(["text", "html"]), content: z.string() }),
  start: moment,
  end: moment,
  location: z.object({ displayName: z.string() }),
  attendees: z.array(z.object({ emailAddress: z.object({ address: z.email() }), type: z.string() })),
  sensitivity: z.enum(["normal", "personal", "private", "confidential"]),
  showAs: z.string(),
  allowNewTimeProposals: z.boolean(),
  responseRequested: z.boolean(),
  isOnlineMeeting: z.boolean(),
  onlineMeetingProvider: z.string(),
};
const property = z.object({ id: z.string(), value: z.string() });
export const newEvent = z
  .strictObject({
    ...fields,
    transactionId: z.string().max(200),
    singleValueExtendedProperties: z.array(property),
  })
  .partial();
/** The mark of a call is set when an event is made, and never after. */
export const eventChange = z.strictObject(fields).partial();

export interface GraphEvent {
  readonly id: string;
  readonly iCalUId: string;
  readonly mailbox: string;
  readonly transactionId: string | null;
  /** What the event was made of, to know the same call again. */
  readonly made: string;
  readonly properties: readonly { readonly id: string; readonly value: string }[];
  content: z.output<typeof eventChange>;
  onlineMeeting: { readonly joinUrl: string } | null;
}

/** What people got in their mail: one line for each. */
export interface GraphMail {
  readonly to: string;
  readonly kind: "uitnodiging" | "wijziging" | "afzegging";
  readonly eventId: string;
  readonly subject: string;
  readonly start: string;
}

export interface Mailbox {
  readonly events: GraphEvent[];
  readonly mail: GraphMail[];
}

export const fingerprintOf = (body: unknown) =>
  createHash("sha256").update(JSON.stringify(body)).digest("base64url");

const blob = "________________________________________________________________________________";

export function makeEvent(mailbox: string, body: z.output<typeof newEvent>, tenantId: string): GraphEvent {
  const { transactionId = null, singleValueExtendedProperties = [], ...content } = body;
  const event: GraphEvent = {
    id: `AAMk${randomUUID().replaceAll("-", "")}=`,
    iCalUId: `040000008200E00074C5B7101A82E008${randomUUID().replaceAll("-", "").toUpperCase()}`,
    mailbox,
    transactionId,
    made: fingerprintOf(body),
    properties: singleValueExtendedProperties,
    content,
    onlineMeeting: null,
  };
  meet(event, tenantId);
  return event;
}

/** Outlook writes the way into the meeting into the body; that belongs to the meeting. */
function meet(event: GraphEvent, tenantId: string): void {
  if (!event.content.isOnlineMeeting || event.onlineMeeting) return;
  const thread = Buffer.from(randomUUID()).toString("base64");
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: randomUUID() }));
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
  event.onlineMeeting = { joinUrl };
  const text = event.content.body?.content ?? "";
  event.content = {
    ...event.content,
    body: { contentType: "html", content: `${text}\n${blob}\nMicrosoft Teams\n${joinUrl}\n${blob}` },
  };
}

export function changeEvent(event: GraphEvent, change: z.output<typeof eventChange>, tenantId: string): void {
  const had = event.onlineMeeting !== null;
  // Once there is a meeting it stays, unless the body that holds it is overwritten.
  const { isOnlineMeeting, ...rest } = change;
  const turnsOn = isOnlineMeeting === true && !had;
  event.content = { ...event.content, ...rest, ...(turnsOn ? { isOnlineMeeting } : {}) };
  if (had && change.body && !change.body.content.includes(blob)) {
    event.onlineMeeting = null;
    event.content = { ...event.content, isOnlineMeeting: false };
  }
  meet(event, tenantId);
}

export const attendeesOf = ({ content }: Pick<GraphEvent, "content">) =>
  (content.attendees ?? []).map(({ emailAddress }) => emailAddress.address);

export function mailOf(event: GraphEvent, kind: GraphMail["kind"], to: readonly string[]): GraphMail[] {
  const { subject = "", start } = event.content;
  return to.map((address) => ({
    to: address,
    kind,
    eventId: event.id,
    subject,
    start: start?.dateTime ?? "",
  }));
}

/** As a GET gives it. */
export function shown(event: GraphEvent) {
  const { content, onlineMeeting, id, iCalUId, transactionId } = event;
  return {
    id,
    iCalUId,
    transactionId,
    isCancelled: false,
    isOrganizer: true,
    isOnlineMeeting: onlineMeeting !== null,
    onlineMeeting,
    ...content,
    bodyPreview: content.body?.content.slice(0, 255) ?? "",
  };
}
