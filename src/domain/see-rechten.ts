/** What an ib sees of the rights of one leerling: what there is, until when, and what can be asked. */
import type { Bewaarreden } from "./bewaartermijn.ts";
import type { HulpvraagStatus } from "./code.ts";
import type { Dossier, LeerlingGegevens } from "./dossier.ts";
import { isLopend } from "./hulpvraag.ts";
import type { VerzoekFacts } from "./rechten.ts";
import { relationsOf } from "./relatie.ts";
import type { Actor } from "./scope.ts";
import { todayIn } from "./today.ts";
import { explain, type Handeling, reveal, type VisibilityDecision, viewpointOf } from "./visibility.ts";

/** What is counted on the card, in this order. */
export const telsoorten = [
  "hulpvragen",
  "toestemmingen",
  "agendapunten",
  "besluiten",
  "terugkoppelingen",
  "regierollen",
  "acties",
  "termijnen",
  "correcties",
  "berichten",
  "logregels",
] as const;
export type Telsoort = (typeof telsoorten)[number];

export interface BewaringFeit {
  readonly reden: Bewaarreden;
  readonly tot: Temporal.PlainDate;
}

/** Beside the hulpvragen themselves. */
export interface RechtenFacts {
  /** Every hulpvraag of this leerling, also what ended. */
  readonly dossiers: readonly Dossier[];
  readonly telt: Readonly<Record<Telsoort, number>>;
  readonly bewaring: BewaringFeit | null;
  /** The day on which a hulpvraag goes, by its id, as it was announced or follows from the term. */
  readonly wissenOp: ReadonlyMap<string, Temporal.PlainDate>;
  readonly aangekondigd: ReadonlySet<string>;
  /** An erasure that somebody asked for and that waits for the second person. */
  readonly gevraagd: { readonly nummer: string; readonly uiterlijk: Temporal.PlainDate } | null;
}

export const rechtActs = ["inzage", "corrigeren", "noteren", "bewaren", "vrijgeven", "wissen"] as const;
export type RechtAct = (typeof rechtActs)[number];

export interface RechtenGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly school: string;
  readonly leerling: LeerlingGegevens;
  readonly vandaag: Temporal.PlainDate;
  readonly hulpvragen: readonly {
    readonly referentie: string;
    readonly status: HulpvraagStatus;
    readonly wissenOp: Temporal.PlainDate | null;
    readonly aangekondigd: boolean;
    /** It goes because nothing may be done with it, unless the ib asks for toestemming anew. */
    readonly zonderGrond: boolean;
  }[];
  readonly telt: RechtenFacts["telt"];
  readonly bewaring: BewaringFeit | null;
  readonly gevraagd: RechtenFacts["gevraagd"];
  readonly mag: ReadonlySet<RechtAct>;
}

/** The decisions by which somebody who uses the rights of a leerling reads what is kept. */
export interface RechtenBesluit {
  readonly naam: VisibilityDecision;
  readonly wat: VisibilityDecision;
}

/** Null for everyone but the ib or coo of the school: the rights of a child are answered by the school (AVG art. 12). */
export function mayUseRechten(
  dossier: Dossier,
  { persoonId }: Pick<Actor, "persoonId">,
  handeling: Extract<Handeling, "exporteren" | "wissen" | "bewerken">,
  now: Temporal.Instant,
): RechtenBesluit | null {
  if (!relationsOf(dossier, persoonId, now).has("ib_van_school")) return null;
  const view = viewpointOf(dossier, { persoonId, doel: "rechten", now });
  if (!explain({ ...view, handeling }).allowed) return null;
  return {
    naam: explain({ ...view, handeling: "naam_zien" }),
    wat: explain({ ...view, handeling: "wat_zien" }),
  };
}

/** `id`: the hulpvraag by whose number it was asked for. */
export function seeRechten(
  facts: RechtenFacts,
  id: string,
  { actor, now }: { readonly actor: Pick<Actor, "persoonId">; readonly now: Temporal.Instant },
): RechtenGezien | null {
  const dossier = facts.dossiers.find((one) => one.id === id);
  const besluit = dossier && mayUseRechten(dossier, actor, "exporteren", now);
  const leerling = besluit && reveal(besluit.naam, dossier.leerling);
  if (!leerling) return null;
  const can = {
    inzage: true,
    corrigeren: mayUseRechten(dossier, actor, "bewerken", now) !== null,
    noteren: dossier.besluiten.length > 0 || dossier.acties.length > 0,
    bewaren: true,
    vrijgeven: facts.bewaring !== null,
    wissen: facts.gevraagd === null && mayUseRechten(dossier, actor, "wissen", now) !== null,
  } as const satisfies Record<RechtAct, boolean>;
  return {
    id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    school: dossier.school,
    leerling,
    vandaag: todayIn(now),
    hulpvragen: facts.dossiers.map((one) => ({
      referentie: one.referentie,
      status: one.status,
      wissenOp: facts.wissenOp.get(one.id) ?? null,
      aangekondigd: facts.aangekondigd.has(one.id),
      zonderGrond: isLopend(one.status) && facts.wissenOp.has(one.id),
    })),
    telt: facts.telt,
    bewaring: facts.bewaring,
    gevraagd: facts.gevraagd,
    mag: new Set(rechtActs.filter((act) => can[act])),
  };
}

/** What the rule about who asks needs to know; only after `mayUseRechten`. */
export function verzoekFacts(
  dossier: Dossier,
  { naam }: RechtenBesluit,
  now: Temporal.Instant,
): VerzoekFacts | null {
  const leerling = reveal(naam, dossier.leerling);
  return leerling && { gezag: dossier.gezag, geboortemaand: leerling.geboortemaand, today: todayIn(now) };
}
