/** Stands on the card of the rights too. */
export const logVerb = { open: "show-log" } as const;
