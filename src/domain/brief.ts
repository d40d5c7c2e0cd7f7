/**
 * Letters to parents, or to a pupil who decides alone, and the folder about the team. They hold functions, dates and
 * choices only. The name of the pupil and the question are no part of them: those are written on the paper by hand, so a file
 * that is left on a laptop tells of no child.
 */
import { z } from "zod/v4";
import { type Functie, functieSchema, functies, type Partij, type Toestemmingsdoel } from "./code.ts";
import { plainDateSchema } from "./tijd.ts";
import { canBePartner } from "./toestemming.ts";

/** A form for written consent, a notice with a day until which one can object, a form for the akkoord on a regierol. */
export const brieven = ["schriftelijk", "instemming", "regierol"] as const;
export const briefSchema = z.enum(brieven);
export type Brief = z.infer<typeof briefSchema>;

/** Languages in which a letter can stand beside the Dutch. */
export const vertalingen = ["engels", "turks", "arabisch", "pools", "oekraiens"] as const;
export const vertalingSchema = z.enum(vertalingen);
export type Vertaling = z.infer<typeof vertalingSchema>;

/** What the form can ask beside the discussion: each with a yes or no of its own (AVG art. 7). */
export const briefDoelen = [
  "start_jeugdhulp",
  "start_hulp_wgbo",
  "verstrekking_extern",
] as const satisfies readonly Toestemmingsdoel[];
export const briefDoelSchema = z.enum(briefDoelen);
export type BriefDoel = z.infer<typeof briefDoelSchema>;

/** To whom it speaks: from sixteen on the pupil decides alone. */
export const lezers = ["ouders", "leerling"] as const;
export type Lezer = (typeof lezers)[number];

/** Who can be named in a letter: not those who lead or run the place. */
export type Partner = Exclude<Functie, "directeur" | "bestuurder" | "beheerder">;
const isPartner = (functie: Functie): functie is Partner => canBePartner(functie);

/** Each once, in the order of the list of functions. */
export function partnersIn(list: readonly Functie[]): readonly Partner[] {
  return functies.filter((functie) => list.includes(functie)).filter(isPartner);
}

/** What the ib chose. It waits behind the link of the file, for ten minutes: codes and a day. */
export const briefKeuzeSchema = z.strictObject({
  brief: briefSchema,
  vertaling: vertalingSchema.nullable(),
  tolk: z.boolean(),
  partners: z.array(functieSchema),
  doelen: z.array(briefDoelSchema).default([]),
  terugAan: functieSchema,
  uiterlijk: plainDateSchema,
});
export type BriefKeuze = Readonly<z.infer<typeof briefKeuzeSchema>>;

export const folderKeuzeSchema = z.strictObject({ vertaling: vertalingSchema.nullable() });
export type FolderKeuze = Readonly<z.infer<typeof folderKeuzeSchema>>;

/** Where a school is reached and where one complains; null becomes a line to fill in by hand. */
export interface BriefContact {
  readonly adres: string | null;
  readonly telefoon: string | null;
  readonly klachtenregeling: string | null;
  readonly functionarisGegevensbescherming: string | null;
}

/** Whose sheet it is. */
interface Afzender {
  readonly school: string;
  readonly team: string;
  readonly contact: BriefContact;
  readonly datum: Temporal.PlainDate;
  readonly vertaling: Vertaling | null;
}

/** All that a letter is made from. */
export interface BriefInhoud extends Afzender {
  readonly brief: Brief;
  readonly lezer: Lezer;
  readonly tolk: boolean;
  /** The named partners, and the ib or coo of the school. */
  readonly horen: readonly Partner[];
  readonly doelen: readonly BriefDoel[];
  /** Who is meant to take the regierol; null when that is not known. */
  readonly houder: Partner | null;
  /** Who must sign, and who is asked as well. */
  readonly tekenen: readonly Partij[];
  readonly gehoord: readonly Partij[];
  readonly terugAan: Partner;
  readonly uiterlijk: Temporal.PlainDate;
  readonly geldigTot: Temporal.PlainDate;
}

/** What stands in the folder about a team. */
export interface FolderInhoud extends Afzender {
  readonly leden: readonly Partner[];
  /** Whom to ask at this school; null when the team has no ib or coo now. */
  readonly vraagAan: Partner | null;
  readonly bewaarMaanden: number;
}
