/**
 * How one person can be told something: learned from what Teams said when we tried, and unlearned when a message arrives
 * or the person writes. Somebody of another tenant gets an own chat as guest, and none when the tenants are only
 * connected (platform rule of Teams).
 */
export const wegen = ["eigen_chat", "mail", "kanaal", "geen"] as const;
export type Weg = (typeof wegen)[number];

/** Why there is no own chat, as far as Teams said it. */
export const bereikredenen = [
  "geblokkeerd",
  "app_ontbreekt",
  "app_uitgezet",
  "gesprek_weg",
  "nooit_gesproken",
  "onbekend",
] as const;
export type Bereikreden = (typeof bereikredenen)[number];

/** Codes of the service. What is not here tells no more than that it did not work. */
const redenVan: Readonly<Record<string, Bereikreden>> = {
  MessageWritesBlocked: "geblokkeerd",
  ConversationBlockedByUser: "geblokkeerd",
  ForbiddenOperationException: "app_ontbreekt",
  ForbiddenOperation: "app_ontbreekt",
  BotNotInConversationRoster: "app_ontbreekt",
  verwijderd: "app_ontbreekt",
  BotDisabledByAdmin: "app_uitgezet",
  BotNotRegistered: "app_uitgezet",
  ConversationNotFound: "gesprek_weg",
};

export function redenOf(code: string | null): Bereikreden {
  if (code === null) return "nooit_gesproken";
  return Object.hasOwn(redenVan, code) ? (redenVan[code] ?? "onbekend") : "onbekend";
}

export interface BereikFeit {
  readonly persoonId: string;
  readonly chat: "werkt" | "dicht" | "geen";
  /** What Teams said last, when it did not work. */
  readonly code: string | null;
  /** Known in Teams, so that the channel of the team is there for this person. */
  readonly identiteit: boolean;
  /** The team has a channel that works. */
  readonly kanaal: boolean;
  readonly adres: boolean;
  /** Mail can be sent at all. */
  readonly mail: boolean;
}

export interface Bereik {
  readonly persoonId: string;
  readonly weg: Weg;
  /** Null in the own chat. */
  readonly reden: Bereikreden | null;
  /** Why there is no e-mail either; null where that is no question. */
  readonly geenMail: "geen_adres" | "geen_dienst" | null;
}

/** A mail reaches one person with the calendar file; in the channel it is for all, so it says least. */
export function bereikOf(feit: BereikFeit): Bereik {
  const { persoonId, chat, code, identiteit, kanaal, adres, mail } = feit;
  // Who was never met, is known in Teams and was not refused yet: the first message opens the chat.
  if (chat === "werkt" || (chat === "geen" && identiteit && code === null))
    return { persoonId, weg: "eigen_chat", reden: null, geenMail: null };
  const reden = redenOf(code);
  if (adres && mail) return { persoonId, weg: "mail", reden, geenMail: null };
  const geenMail = adres ? "geen_dienst" : "geen_adres";
  return { persoonId, weg: identiteit && kanaal ? "kanaal" : "geen", reden, geenMail };
}
