/**
 * Buttons. A press carries a verb and a sealed token, nothing else: what may be done, and to what, is decided by
 * the server from the token. Cards get the stamp that makes tokens as an argument; they never make one.
 */
import type {
  ActionStyle,
  AssociatedInputs,
  IActionSet,
  IExecuteAction,
  IOpenUrlAction,
  IRefreshDefinition,
  ISubmitAction,
} from "@microsoft/teams.cards";

/** Gives the token for one verb on the subject of this card, or on `about` when a card shows more subjects. */
export type Stamp = (verb: string, about?: string) => string;

export type Action = IExecuteAction | ISubmitAction | IOpenUrlAction;

export type Press = {
  title: string;
  verb: string;
  token: Stamp;
  /** Id of the row this button stands in, for cards with a button per row. */
  about?: string;
  style?: ActionStyle;
  /** "none" for cancel and back: the client then does not check the inputs. */
  associatedInputs?: AssociatedInputs;
  /** Sent along as it is: a choice that a client could also have typed, never a right. */
  more?: Readonly<Record<string, string>>;
};

/** A button is one line and is cut off on a phone. */
export const titleLimit = 30;
/** The seventh button disappears behind a menu. */
export const actionLimit = 6;
/** Teams refreshes a card for at most sixty named people. */
export const refreshLimit = 60;

/** Presses the card itself: the answer replaces the card of the one who pressed. */
export function execute(press: Press): IExecuteAction {
  const data = dataOf(press);
  const look = lookOf(press);
  return {
    type: "Action.Execute",
    ...look,
    verb: press.verb,
    data,
    fallback: { type: "Action.Submit", ...look, data },
  };
}

/** Opens a dialog. Only on cards in a conversation: inside a dialog Teams ignores it. */
export function openDialog(press: Press): ISubmitAction {
  return {
    type: "Action.Submit",
    ...lookOf(press),
    data: { msteams: { type: "task/fetch" }, ...dataOf(press) },
  };
}

/** Sends a dialog. */
export function submit(press: Press): ISubmitAction {
  return { type: "Action.Submit", ...lookOf(press), data: dataOf(press) };
}

export function openUrl(button: { title: string; url: string }): IOpenUrlAction {
  if (!button.url.startsWith("https://") && !button.url.startsWith("http://127.0.0.1")) {
    throw new Error("a button opens https addresses only");
  }
  return { type: "Action.OpenUrl", title: titleOf(button.title), url: button.url };
}

/** Buttons between the lines of a card, such as those of one row. */
export function buttons(actions: readonly Action[]): IActionSet {
  return { type: "ActionSet", spacing: "Small", actions: upToSix(actions) };
}

/** The base card must be harmless for everybody: each person gets an own view only after this press is checked. */
export function refresh(press: {
  verb: string;
  token: Stamp;
  userIds: readonly string[];
}): IRefreshDefinition {
  return {
    action: {
      type: "Action.Execute",
      title: "Vernieuwen",
      verb: press.verb,
      data: { verb: press.verb, t: press.token(press.verb) },
    },
    userIds: press.userIds.slice(0, refreshLimit),
  };
}

export function upToSix(actions: readonly Action[]): Action[] {
  if (actions.length > actionLimit) throw new Error(`a card shows at most ${actionLimit} buttons in a row`);
  return [...actions];
}

function lookOf({
  title,
  style,
  associatedInputs,
}: Press): Pick<Press, "title" | "style" | "associatedInputs"> {
  return {
    title: titleOf(title),
    ...(style ? { style } : {}),
    ...(associatedInputs ? { associatedInputs } : {}),
  };
}

function dataOf({ verb, token, about, more }: Press): { verb: string; t: string } {
  return { ...more, verb, t: about === undefined ? token(verb) : token(verb, about) };
}

function titleOf(title: string): string {
  if (title.trim() === "" || title.length > titleLimit) {
    throw new Error(`the title of a button has 1 to ${titleLimit} characters; shorten data with shorten()`);
  }
  return title;
}
