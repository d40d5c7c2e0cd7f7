import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import type { Pressed, Story } from "./story.ts";

export type Data = Readonly<Record<string, string>>;

/** A press that is ready to be made: the same button with the same values, as often as it is pressed. */
export interface Held {
  readonly as: string;
  /** All that the client sends: what stands in the button, and what was filled in. */
  readonly sends: Data;
  /** Only presses: what follows from it is for the caller to wait for. */
  press(): Promise<Pressed>;
}

const buttonSchema = z.looseObject({
  type: z.string().startsWith("Action."),
  title: z.string().optional(),
  data: z.looseObject({ verb: z.string(), t: z.string() }),
});
type Button = z.infer<typeof buttonSchema>;

/** Everything on a card that can be pressed and is answered by the bot. */
export function buttonsOf(card: unknown): readonly Button[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (typeof card !== "object" || card === null) return [];
  const own = buttonSchema.safeParse(card);
  const inner = Object.entries(card).filter(([key]) => key !== "fallback");
  return [...(own.success ? [own.data] : []), ...inner.flatMap(([, value]) => buttonsOf(value))];
}

const inputSchema = z.looseObject({
  type: z.string().startsWith("Input."),
  id: z.string(),
  value: z.union([z.string(), z.number()]).transform(String).optional(),
});

/** What stands in the fields of a form before anybody types. */
function standing(card: unknown): Data {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(standing));
  if (typeof card !== "object" || card === null) return {};
  const own = inputSchema.safeParse(card);
  const value = own.success && own.data.value !== undefined ? { [own.data.id]: own.data.value } : {};
  return Object.assign(value, ...Object.values(card).map(standing));
}

const sentBy = ({ data: { verb, t } }: Button): Data => ({ verb, t });

function named(card: unknown, title?: string): Button {
  const buttons = buttonsOf(card);
  const found = title === undefined ? buttons[0] : buttons.find((one) => one.title === title);
  if (!found) throw new Error(`no button ${title}`);
  return found;
}

/** A button on the newest card that has it. */
export async function button(s: Story, as: string, title: string, on?: RegExp): Promise<Held> {
  const { id: message, card } = await s.find(as, title, on);
  const press = () => s.teams.press({ as, message, action: title });
  return { as, sends: sentBy(named(card, title)), press };
}

/** A button as it stands on the card now, to be pressed later too, when the card has changed. */
export async function oldButton(s: Story, as: string, title: string, on?: RegExp): Promise<Held> {
  const { card } = await s.find(as, title, on);
  const sends = sentBy(named(card, title));
  return { as, sends, press: () => send(s, as, sends) };
}

/** The button of an open dialog, the first one when not named. */
export function form(s: Story, as: string, opened: Pressed, data: Data, action?: string): Held {
  if (!opened.dialog)
    throw new Error(`no dialog: ${JSON.stringify(opened.error ?? opened.message ?? opened)}`);
  const dialog = opened.dialog.id;
  const { card } = opened.dialog;
  const sends = { ...standing(card), ...data, ...sentBy(named(card, action)) };
  const press = () => s.teams.submitDialog({ as, dialog, data, ...(action ? { action } : {}) });
  return { as, sends, press };
}

const sender = z.object({
  from: z.object({ aadObjectId: z.string() }),
  conversation: z.object({ conversationType: z.literal("personal") }),
});
const answered = z.object({
  type: z.string(),
  value: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

/** What a client sends that can make up anything: this, by this person, whatever stands in the chat. */
export async function send(s: Story, as: string, data: unknown): Promise<Pressed> {
  const person = s.teams.world().people.find(({ id }) => id === as);
  const known = s.teams.deliveries().findLast(({ activity }) => {
    const parsed = sender.safeParse(activity);
    return parsed.success && parsed.data.from.aadObjectId === person?.aadObjectId;
  });
  if (!known) throw new Error(`${as} has no chat`);
  const { status, body } = await s.teams.deliver({
    ...structuredClone(known.activity),
    type: "invoke",
    name: "adaptiveCard/action",
    id: `f:${randomUUID()}`,
    value: { action: { type: "Action.Execute", data }, trigger: "manual" },
  });
  if (status !== 200) return { status: "error", code: status };
  const { value } = answered.parse(body);
  return typeof value === "string" ? { status: "ok", message: value } : { status: "ok", card: value };
}
