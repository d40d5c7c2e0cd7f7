import { Application, TurnState } from "@microsoft/teams-ai";
import { ActivityTypes, TeamsInfo, type TurnContext } from "botbuilder";
import { z } from "zod/v4";
import { calmErrorText } from "#cards/calm-error.ts";
import type { Card } from "#cards/card.ts";
import { crisisCard } from "#cards/crisis.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { strangerCard } from "#cards/stranger.ts";
import { signalsDanger } from "#domain/crisis.ts";
import { understand } from "#domain/intent.ts";
import type { Actor } from "#domain/scope.ts";
import { rememberChat } from "#usecases/arrive.ts";
import { coverMessage } from "#usecases/chat-answer.ts";
import { isDatabaseAway } from "#usecases/health.ts";
import { identify, identifyByRoster } from "#usecases/identify.ts";
import type { World } from "#usecases/world.ts";
import { activitySchema, isPersonal, placeOf, type TeamsActivity, tenantOf } from "./activity.ts";
import type { Arrival } from "./arrival.ts";
import { messageOf, sayBelow } from "./below.ts";
import { problemOf } from "./connector.ts";
import { asActionAnswer, asDialogAnswer, type CardDesk, calm, type Shown } from "./on-card.ts";
import { heardReceipt, usedMessage } from "./receipt.ts";
import type { TeamsPort } from "./teams.ts";

/** What a typed message leads to; the answer is a card, or a notice that the courier delivers at once. */
export type Listener = (actor: Actor, text: string, activityId: string) => Promise<Shown | null>;

export interface AppOptions {
  readonly world: World;
  /** For forms that stand in a chat: one try a call, as the courier's. */
  readonly teams: TeamsPort;
  /** Something goes out in answer to somebody; it counts with what the courier sends. */
  readonly answered: (address: { readonly tenantId: string; readonly gesprekId: string }) => Promise<void>;
  readonly botAppId: string;
  /** Tenants whose people may speak to this bot. */
  readonly tenants: readonly string[];
  readonly desk: CardDesk;
  readonly listen: Listener;
  readonly arrival: Arrival;
}

/** The library keeps a state per turn and loses updates of turns beside each other: ours keeps nothing. */
class NoState extends TurnState {
  override async load(): Promise<boolean> {
    return true;
  }
  override async save(): Promise<void> {
    // Nothing is kept between turns.
  }
  override get conversation(): TurnState["conversation"] {
    return {};
  }
  override get user(): TurnState["user"] {
    return {};
  }
  override get temp(): TurnState["temp"] {
    return { input: "", inputFiles: [], lastOutput: "", actionOutputs: {}, authTokens: {} };
  }
}

const actionInvoke = z.object({ action: z.object({ data: z.unknown() }) });
const dialogInvoke = z.object({ data: z.unknown() });

/** One turn of Teams, after authentication. The one catch of the house is here. */
export function teamsApp(options: AppOptions): { readonly run: (context: TurnContext) => Promise<void> } {
  const { world, desk } = options;
  const library = libraryOf(options);
  return {
    async run(context) {
      const started = performance.now();
      const parsed = activitySchema.safeParse(context.activity);
      if (!parsed.success || !admitted(options, parsed.data)) {
        world.log("warning", { code: "activiteit_geweigerd", kind: safeKind(context.activity.type) });
        await answerInvoke(context, () => asActionAnswer({ kind: "kaart", card: neutralCard() }));
        return;
      }
      countAnswers(options, context, parsed.data);
      try {
        if (isInvoke(context, "adaptiveCard/action")) {
          const shown = await press(options, context, parsed.data, actionInvoke, (v) => v.action.data);
          await covers(world, parsed.data, shown);
          await answerInvoke(context, () => asActionAnswer(shown));
        } else {
          await library.run(context);
        }
      } catch (error) {
        world.log("error", {
          code: isDatabaseAway(error) ? "database_weg" : "beurt_fout",
          kind: nameOf(error),
        });
        await sayCalm(context);
      }
      const ms = Math.round(performance.now() - started);
      world.log("info", {
        code: "beurt",
        kind: safeKind(context.activity.name ?? context.activity.type),
        ms,
      });
    },
  };

  /** Routes messages, dialogs and events through the library; card presses never come here. */
  function libraryOf({ botAppId, arrival, listen }: AppOptions): Application {
    const app = new Application({
      botAppId,
      startTypingTimer: false,
      removeRecipientMention: true,
      turnStateFactory: () => new NoState(),
    });
    /** Says in its answer that the turn is answered: to an empty one the library adds an answer of its own. */
    const dialog = async (context: TurnContext): Promise<string> => {
      const shown = await press(
        options,
        context,
        activitySchema.parse(context.activity),
        dialogInvoke,
        (v) => v.data,
      );
      await answerInvoke(context, () => asDialogAnswer(shown));
      return "beantwoord";
    };
    const always = (name: string) => async (context: TurnContext) => isInvoke(context, name);
    app.taskModules.fetch(always("task/fetch"), dialog);
    app.taskModules.submit(always("task/submit"), dialog);
    app.activity(ActivityTypes.Message, (context) => onMessage(context, listen));
    app.activity(ActivityTypes.Event, async (context) => {
      const activity = activitySchema.parse(context.activity);
      const tenantId = tenantOf(activity);
      await heardReceipt(world, activity, async () =>
        tenantId ? identify(world, { tenantId, objectId: activity.from.aadObjectId }) : null,
      );
    });
    for (const type of [ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate]) {
      app.activity(type, async (context) => {
        const activity = activitySchema.parse(context.activity);
        await arrival(activity, () => whoIs(options, context, activity));
      });
    }
    return app;
  }

  async function onMessage(context: TurnContext, listen: Listener): Promise<void> {
    const activity = activitySchema.parse(context.activity);
    const text = activity.text?.trim() ?? "";
    if (text && signalsDanger(text)) {
      world.log("info", { code: "crisis_kaart" });
      await context.sendActivity(messageOf(crisisCard({ place: isPersonal(activity) ? "chat" : "kanaal" })));
      return;
    }
    if (!isPersonal(activity)) {
      await context.sendActivity(pressWords.channelOnly);
      return;
    }
    const actor = await whoIs(options, context, activity);
    if (!actor) {
      await context.sendActivity(messageOf(text ? strangerAnswer(text) : neutralCard()));
      return;
    }
    const drawnAt = world.clock.now();
    const shown = text
      ? await listen(actor, text, activity.id ?? "")
      : await desk.onCard(actor, activity.value, "bericht");
    if (shown) await sayBelow(options, context, shown, { actor, activity, drawnAt });
  }
}

async function press<T extends z.ZodType>(
  options: AppOptions,
  context: TurnContext,
  activity: TeamsActivity,
  schema: T,
  data: (value: z.output<T>) => unknown,
): Promise<Shown> {
  const value = schema.safeParse(activity.value);
  // What a card shows is for one person: a press in a channel or a meeting gets the neutral answer.
  if (!value.success || !isPersonal(activity)) return options.desk.onCard(null, null);
  return options.desk.onCard(await whoIs(options, context, activity), data(value.data));
}

/** A card that answers takes the place of the one that was pressed, for who pressed: no mark says any more what they see. */
async function covers(world: World, { replyToId, conversation }: TeamsActivity, shown: Shown): Promise<void> {
  if (!replyToId || (shown.kind !== "kaart" && shown.kind !== "dialoog")) return;
  await coverMessage(world, { gesprekId: conversation.id, pressedId: replyToId });
}

/** Known by our own table; on first contact by the roster of Teams, which the sender does not write. */
async function whoIs(
  options: AppOptions,
  context: TurnContext,
  activity: TeamsActivity,
): Promise<Actor | null> {
  const tenantId = tenantOf(activity);
  if (!tenantId) return null;
  const identity = { tenantId, objectId: activity.from.aadObjectId };
  const known = await identify(options.world, identity);
  if (known) return reachable(options, known, activity);
  const member = await TeamsInfo.getMember(context, activity.from.id).catch((error: unknown) => {
    const { problem, code } = problemOf(error);
    options.world.log("warning", { code: "ledenlijst_niet_bereikt", kind: code });
    // Not being reached says nothing about who this is: nobody becomes a stranger by it.
    if (problem === "later") throw error;
    return null;
  });
  if (!member || member.aadObjectId !== identity.objectId) return null;
  const entry = { email: member.email ?? null, tenantId: member.tenantId ?? tenantId };
  const linked = await identifyByRoster(options.world, identity, entry, options.tenants);
  return linked && reachable(options, linked, activity);
}

/** A stranger gets help too: otherwise the neutral answer, which points to help, would only point to itself. */
function strangerAnswer(text: string): Card {
  const { intent } = understand(text);
  return intent === "hulp" || intent === "groet" ? strangerCard() : neutralCard();
}

async function reachable(options: AppOptions, actor: Actor, activity: TeamsActivity): Promise<Actor> {
  const place = placeOf(activity);
  if (place && isPersonal(activity)) await rememberChat(options.world, actor, place, usedMessage(activity));
  return actor;
}

function admitted(options: AppOptions, activity: TeamsActivity): boolean {
  const tenant = tenantOf(activity);
  return (
    tenant !== null && options.tenants.includes(tenant) && activity.recipient.id === `28:${options.botAppId}`
  );
}

/** A message counts with what the courier sends; what is answered in the response itself does not. */
function countAnswers({ world, answered }: AppOptions, context: TurnContext, activity: TeamsActivity): void {
  const place = placeOf(activity);
  if (!place) return;
  context.onSendActivities(async (_, activities, next) => {
    const messages = activities.filter(({ type }) => type !== ActivityTypes.InvokeResponse);
    for (const _ of messages)
      await answered(place).catch(() => world.log("warning", { code: "beurt_niet_geteld" }));
    return next();
  });
}

function isInvoke(context: TurnContext, name: string): boolean {
  return context.activity.type === ActivityTypes.Invoke && context.activity.name === name;
}

async function answerInvoke(context: TurnContext, body: () => object | undefined): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return;
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: body() } });
}

/**
 * Only who asked something hears that it failed: an event of Teams gets no words. The same button must work a moment
 * later, so a card keeps its place below the words, and a dialog that was sent stays open with all that was filled in:
 * Teams does that, and says to try again, when the answer is no success.
 */
async function sayCalm(context: TurnContext): Promise<void> {
  const { type, name } = context.activity;
  if (type === ActivityTypes.Message) await context.sendActivity(calmErrorText);
  if (name === "task/submit") {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 503 } });
    return;
  }
  await answerInvoke(context, () =>
    name === "task/fetch" ? asDialogAnswer(calm()) : asActionAnswer(calmWords),
  );
}

const calmWords = { kind: "melding", tekst: calmErrorText } as const;

function nameOf(error: unknown): string {
  return error instanceof Error ? safeKind(error.name) : "onbekend";
}

/** A kind for the log: what the protocol names, nothing that a person typed. */
function safeKind(kind: unknown): string {
  return typeof kind === "string" && /^[A-Za-z/]{1,40}$/.test(kind) ? kind : "onbekend";
}
