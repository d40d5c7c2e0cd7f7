import type { Functie } from "./code.ts";

declare const minted: unique symbol;

/** One active membership: a person can have several functions in several SZTs. */
export interface Lidmaatschap {
  readonly sztId: string;
  /** The one school that this is about; null for the whole SZT, or for who was tied to no school. */
  readonly schoolId: string | null;
  readonly functie: Functie;
  readonly voorzitter: boolean;
}

/**
 * The person who acts, known from the Teams identity and today's memberships, never from what a card says.
 * Only `actorOf` makes one, after the identity has been found in our own table.
 */
export interface Actor {
  readonly swvId: string;
  readonly persoonId: string;
  readonly naam: string;
  readonly lidmaatschappen: readonly Lidmaatschap[];
  readonly [minted]: "actor";
}

/** Works that run without a person; each is named in the policies of the database. */
export const taken = [
  "identiteit",
  "koerier",
  "wekker",
  "kanaal",
  "weekbericht",
  "inrichting",
  "log",
  "bewaren",
] as const;
export type Taak = (typeof taken)[number];

type Reach =
  | {
      readonly kind: "persoon";
      readonly swvId: string;
      readonly persoonId: string;
      readonly sztIds: readonly string[];
    }
  | { readonly kind: "taak"; readonly swvId: string; readonly taak: Taak };

/** What a transaction may see: the SZTs of one person, or what one named work needs. */
export type ZorgteamScope = Reach & { readonly [minted]: "scope" };

/** Functions that lead or administer and therefore never see a case (model of the field: 003, 000). */
const zonderZaken: ReadonlySet<Functie> = new Set(["directeur", "bestuurder", "beheerder"]);

export function actorOf(facts: Omit<Actor, typeof minted>): Actor {
  return facts as Actor;
}

/** A directeur, bestuurder or beheerder brings no SZT into the scope: their rows stay out of reach in the database. */
export function scopeOf(actor: Actor): ZorgteamScope {
  const sztIds = actor.lidmaatschappen.filter((l) => !zonderZaken.has(l.functie)).map((l) => l.sztId);
  return mint({
    kind: "persoon",
    swvId: actor.swvId,
    persoonId: actor.persoonId,
    sztIds: [...new Set(sztIds)],
  });
}

export function taskScope(swvId: string, taak: Taak): ZorgteamScope {
  return mint({ kind: "taak", swvId, taak });
}

function mint(reach: Reach): ZorgteamScope {
  return reach as ZorgteamScope;
}

export function hasFunctie(actor: Actor, functies: readonly Functie[]): boolean {
  return actor.lidmaatschappen.some((l) => functies.includes(l.functie));
}

/** The schools for which this person has one of these functions today. */
export function schoolsWith(actor: Actor, functies: readonly Functie[]): ReadonlySet<string> {
  const own = actor.lidmaatschappen.filter((l) => functies.includes(l.functie));
  return new Set(own.flatMap(({ schoolId }) => schoolId ?? []));
}
