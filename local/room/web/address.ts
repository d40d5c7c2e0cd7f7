/** What the address says: who, which conversation, light or dark, phone or not. */
export type Address = { as?: string; in?: string; theme?: string; phone?: string };

export function readAddress(): Address {
  return Object.fromEntries(new URLSearchParams(location.search)) as Address;
}

/** Changes part of the address; `push` makes the browser's back button return here. */
export function writeAddress(
  change: Record<keyof Address, string | undefined> | Address,
  how: "push" | "replace",
): void {
  const next = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  const url = `/room?${next}`;
  if (how === "push") history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

/** Address of the room as somebody else, with the same view. */
export function addressOf(person: string): string {
  const next = new URLSearchParams(location.search);
  next.delete("in");
  next.set("as", person);
  return `/room?${next}`;
}

/** The system's theme unless the address says otherwise; a frame of phone width when asked. */
export function applyView(): void {
  const { theme, phone } = readAddress();
  const root = document.documentElement;
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  else delete root.dataset.theme;
  root.toggleAttribute("data-phone", phone === "1");
}

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
