import type { Conversation, Message, Person, World } from "./types.ts";

/** The address of everyone's own chat with the bot. */
export const personal = "personal";

/** What this person finds on the left, in a fixed order: the bot, chats, then channels per team. */
export function conversationsOf(world: World, me: Person): Conversation[] {
  const mine = (members: string[]) => members.includes(me.id);
  const own: Conversation = {
    id: personal,
    kind: "personal",
    name: world.botName,
    about: "App",
    members: [me.id],
  };
  const chats = world.chats
    .filter((chat) => !chat.isPersonal && mine(chat.members))
    .map((chat): Conversation => {
      const others = chat.members.filter((id) => id !== me.id).map((id) => nameOf(world, id));
      const name = chat.name || others.join(", ") || "Groepschat";
      return {
        id: chat.id,
        kind: "chat",
        name,
        about: `${chat.members.length} deelnemers`,
        members: chat.members,
      };
    });
  const channels = world.teams
    .filter((team) => mine(team.members))
    .flatMap((team) =>
      team.channels.map(
        (channel): Conversation => ({
          id: channel.id,
          kind: "channel",
          name: channel.name,
          about: team.name,
          members: team.members,
        }),
      ),
    );
  return [own, ...chats, ...channels];
}

/** The service may name one's own bot chat by its id; here it is always "personal". */
export function conversationId(world: World, me: Person, id: string): string {
  const chat = world.chats.find((item) => item.id === id);
  return chat?.isPersonal && chat.members.includes(me.id) ? personal : id;
}

export function personBy(world: World, key: string): Person | undefined {
  return world.people.find(
    (person) => person.id === key || person.aadObjectId === key || person.name === key,
  );
}

export function nameOf(world: World, key: string): string {
  return personBy(world, key)?.name ?? (isBot(world, key) ? world.botName : key);
}

export function isBot(world: World, key: string): boolean {
  return key === "" || key === "bot" || key === world.botName || key.startsWith("28:");
}

export type Thread = { root: Message; replies: Message[] };

/** In a channel, replies stand under the post they answer. Elsewhere every message stands alone. */
export function threads(messages: Message[], conversation: Conversation): Thread[] {
  if (conversation.kind !== "channel") return messages.map((root) => ({ root, replies: [] }));
  const byRoot = new Map<string, Message[]>();
  for (const message of messages) byRoot.set(message.root, [...(byRoot.get(message.root) ?? []), message]);
  return [...byRoot].flatMap(([id, items]) => {
    const root = items.find((item) => item.id === id) ?? items[0];
    return root ? [{ root, replies: items.filter((item) => item !== root) }] : [];
  });
}
