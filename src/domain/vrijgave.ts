/**
 * One release of a summary to the channel of a SZT: what may go, decided at one moment. It is kept as a row that the
 * channel login can read for sixty seconds; nothing else reaches a channel.
 */
import { z } from "zod/v4";
import { ibFuncties } from "./code.ts";
import type { RondeFeit } from "./dossier.ts";
import { fase } from "./hulpvraag.ts";
import { addSchooldagen, type SchoolCalendar } from "./schooldag.ts";
import type { Actor } from "./scope.ts";
import { type ChannelSafe, channelSafeSchema, type SummaryHulpvraag } from "./summary.ts";
import { canBePartner, decideDossierOn } from "./toestemming.ts";

export const vrijgaveSchema = z.strictObject({
  samenvatting: channelSafeSchema,
  /** The day of the one rewriting; fixed when the post was confirmed. */
  bijwerkenOp: z.iso.date(),
  bijgewerkt: z.boolean(),
});
export type Vrijgave = z.infer<typeof vrijgaveSchema>;

/**
 * A mark of what was laid before a person, in 32 bits: who confirms, confirms that and nothing newer. It travels in the
 * sealed token of the button, so it need not withstand forgery (FNV-1a).
 */
export function markOf(samenvatting: ChannelSafe): number {
  let mark = 0x811c9dc5;
  for (const unit of JSON.stringify(samenvatting)) {
    mark = Math.imul(mark ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return mark;
}

const rewriteAfterSchooldagen = 3;
export const rewriteTime = Temporal.PlainTime.from("12:00");

/** Every summary is rewritten once, three schooldagen after it was confirmed: so an edit tells nothing (model.md §6). */
export function rewriteDay(confirmed: Temporal.PlainDate, cal: SchoolCalendar): Temporal.PlainDate {
  return addSchooldagen(confirmed, rewriteAfterSchooldagen, cal);
}

export interface RetractionFacts {
  /** As they are now. */
  readonly hulpvragen: readonly SummaryHulpvraag[];
  readonly today: Temporal.PlainDate;
}

/**
 * The post as it stands, without what no ground holds for any more. Nothing else changes, so it equals the post of a
 * world without those hulpvragen; news about the others waits for the rewriting.
 */
export function withoutFallenGrounds(before: ChannelSafe, facts: RetractionFacts): ChannelSafe {
  const regels = before.regels.flatMap((regel) => {
    const hulpvraag = facts.hulpvragen.find(({ referentie }) => referentie === regel.caseRef);
    if (!hulpvraag || fase(hulpvraag.status) === null) return [];
    const { post, fields } = decideDossierOn(hulpvraag, facts.today).channel;
    if (!post) return [];
    return {
      ...regel,
      regierolFunctie: fields.includes("regierolFunctie") ? regel.regierolFunctie : null,
      loketDoorgezet: fields.includes("loketDoorgezet") && regel.loketDoorgezet,
    };
  });
  return channelSafeSchema.parse({ ...before, regels });
}

/** How it goes with the post itself; `hapert`: Teams refused it, and it is tried again. */
export const kanaalstanden = ["onderweg", "hapert", "staat_er", "mislukt", "niets"] as const;
export type InKanaal = (typeof kanaalstanden)[number];

/** What one who may release sees of it: first what would be posted, later only that it was. */
export type SamenvattingGezien =
  | {
      readonly stand: "voorleggen";
      readonly rondeId: string;
      readonly post: Vrijgave;
      /** Whether Zorgronde was added to a team of this SZT; without it nothing can be posted. */
      readonly kanaalBekend: boolean;
    }
  | {
      readonly stand: "bevestigd";
      readonly inKanaal: InKanaal;
      readonly rondeId: string;
      readonly datum: Temporal.PlainDate;
      readonly bevestigdOp: Temporal.PlainDate;
    };

/** The chair of the round, or the chair or ib/coo of its SZT: a person confirms each post (privacy.md §1). */
export function mayRelease(ronde: Pick<RondeFeit, "sztId" | "voorzitterId">, actor: Actor): boolean {
  const own = actor.lidmaatschappen.filter(
    ({ sztId, functie }) => sztId === ronde.sztId && canBePartner(functie),
  );
  return own.some(
    ({ functie, voorzitter }) =>
      voorzitter || ibFuncties.some((one) => one === functie) || ronde.voorzitterId === actor.persoonId,
  );
}
