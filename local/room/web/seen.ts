/** Which message somebody saw last, per conversation; kept in the browser so that a reload keeps the dots. */
export type Seen = {
  last: (conversation: string) => string | undefined;
  mark: (conversation: string, message: string) => void;
};

export function createSeen(person: string): Seen {
  const key = `oefenomgeving:gezien:${person}`;
  const known = new Map<string, string>(Object.entries(stored(key)));
  return {
    last: (conversation) => known.get(conversation),
    mark: (conversation, message) => {
      if (known.get(conversation) === message) return;
      known.set(conversation, message);
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(known)));
    },
  };
}

export function stored(key: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const pairs = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    // Somebody else's text under our key: start again rather than refuse to open.
    return {};
  }
}
