import { z } from "zod/v4";
import { calmErrorCard } from "#cards/calm-error.ts";
import type { Card } from "#cards/card.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import type { Onderwerp } from "#domain/notice.ts";
import type { Actor } from "#domain/scope.ts";
import { logLezingen } from "#usecases/lezing.ts";
import type { World } from "#usecases/world.ts";
import type { Answer, Presenter, Routes } from "./route.ts";
import { stampsFor } from "./stamp.ts";
import { openToken } from "./token.ts";

/** All that a card sends: our verb, our token, and what was filled in. The verb is checked against the token. */
const submitted = z.looseObject({ verb: z.string().max(60), t: z.string().max(400) });

/** What the one who pressed sees, before it is put in the form that this kind of press needs. */
export type Shown =
  | {
      readonly kind: "kaart";
      readonly card: Card;
      readonly melding?: string;
      /** What it shows; without this it shows nothing of a case. */
      readonly onderwerp?: Onderwerp;
      /** As the answer says. */
      readonly deelVan?: Onderwerp;
    }
  | {
      readonly kind: "dialoog";
      readonly title: string;
      readonly card: Card;
      /** Id of what the pressed button is about. */
      readonly over?: string;
    }
  | { readonly kind: "melding"; readonly tekst: string }
  | { readonly kind: "klaar"; readonly melding?: string };

export interface CardDesk {
  /** `actor` is null for a stranger. Never throws for what a card says; throws when our own house is on fire. */
  onCard(actor: Actor | null, data: unknown, as?: Form): Promise<Shown>;
}

/**
 * An answer to an invoke is what the one who pressed sees. In a message turn a subject is brought by the courier, which
 * draws it once more and logs then what was read.
 */
export type Form = "antwoord" | "bericht";

/**
 * The one door for card presses. teams-ai's own route is not used: after one answer with a refresh block it shows
 * every later answer to everybody in the conversation (docs/decisions/0006).
 */
export function cardDesk(world: World, routes: Routes, presenters: readonly Presenter[]): CardDesk {
  return {
    async onCard(actor, data, as = "antwoord") {
      const parsed = submitted.safeParse(data);
      if (!actor || !parsed.success) return show(world, actor, { kind: "neutraal" }, presenters);
      const { verb, t, ...rest } = parsed.data;
      const opened = openToken(world.keys, t, world.clock.now());
      const route = Object.hasOwn(routes, verb) ? routes[verb] : undefined;
      if (!opened.ok || opened.value.verb !== verb || opened.value.persoon !== actor.persoonId || !route) {
        return show(world, actor, { kind: "neutraal" }, presenters);
      }
      const { msteams: _, ...input } = rest;
      const answer = await route({
        world,
        actor,
        act: { world, actor, press: `${opened.value.nonce}` },
        subjectId: opened.value.subject,
        versie: opened.value.version,
        input,
        stamps: stampsFor(world, actor.persoonId),
      });
      const shown = await show(world, actor, answer, presenters, as);
      return shown.kind === "dialoog" ? { ...shown, over: opened.value.subject } : shown;
    },
  };
}

/** Turns an answer into what is shown; a subject is drawn from fresh facts. */
export async function show(
  world: World,
  actor: Actor | null,
  answer: Answer,
  presenters: readonly Presenter[],
  as: Form = "antwoord",
): Promise<Shown> {
  if (answer.kind === "neutraal" || !actor) return { kind: "kaart", card: neutralCard() };
  if (answer.kind !== "onderwerp") return answer;
  const presenter = presenters.find((p) => p.soort === answer.onderwerp.soort);
  const presented = await presenter?.present(
    world,
    actor,
    answer.onderwerp.id,
    stampsFor(world, actor.persoonId),
    answer.melding,
  );
  if (!presented) return { kind: "kaart", card: neutralCard() };
  if (as === "antwoord") await logLezingen(world, actor, presented.lezingen);
  return {
    kind: "kaart",
    card: presented.card,
    onderwerp: answer.onderwerp,
    ...(answer.melding ? { melding: answer.melding } : {}),
  };
}

/** The form an invoke `adaptiveCard/action` is answered in: always HTTP 200, the outcome inside. */
export function asActionAnswer(shown: Shown): object {
  if (shown.kind === "kaart" || shown.kind === "dialoog") {
    return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: shown.card };
  }
  const text = shown.kind === "melding" ? shown.tekst : (shown.melding ?? pressWords.done);
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
}

/**
 * The form an invoke `task/fetch` or `task/submit` is answered in; undefined closes the dialog without a word. The
 * buttons of a subject's card do not work in a dialog: there its sentence is enough, the card itself stands in the chat.
 */
export function asDialogAnswer(shown: Shown): object | undefined {
  switch (shown.kind) {
    case "dialoog":
      return continueWith(shown.title, shown.card);
    case "kaart":
      return shown.melding === undefined
        ? continueWith(pressWords.dialogTitle, shown.card)
        : { task: { type: "message", value: shown.melding } };
    case "melding":
      return { task: { type: "message", value: shown.tekst } };
    case "klaar":
      return shown.melding ? { task: { type: "message", value: shown.melding } } : undefined;
  }
}

function continueWith(title: string, card: Card): object {
  return {
    task: {
      type: "continue",
      value: {
        title,
        height: "large",
        width: "medium",
        card: { contentType: "application/vnd.microsoft.card.adaptive", content: card },
      },
    },
  };
}

export const calm = (): Shown => ({ kind: "kaart", card: calmErrorCard() });
