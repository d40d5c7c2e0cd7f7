interface Named {
  readonly persoonId: string;
  readonly naam: string;
}

/** Who left the team keeps a name in what they did. */
export function naamIn(people: readonly Named[], persoonId: string): string {
  return people.find((one) => one.persoonId === persoonId)?.naam ?? "Iemand die niet meer in het team zit";
}
