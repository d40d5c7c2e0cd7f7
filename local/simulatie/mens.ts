/** Somebody behind a Teams client: looks at what stands in the own chat, and presses something that is offered. */
import type { Chance } from "#local/chance.ts";
import type { Json } from "#local/teams/json.ts";
import type { TeamsService } from "#local/teams/service.ts";
import { wordsOf } from "#test/stories/story.ts";
import { knoppen, type Pen, vulIn } from "./formulier.ts";
import { gewichtVan } from "./gewicht.ts";
import { merkenIn } from "./merk.ts";

type Item = Awaited<ReturnType<TeamsService["inbox"]>>[number];
export type Antwoord = Awaited<ReturnType<TeamsService["press"]>>;

/** A button as it is about to be pressed. */
export interface Greep {
  readonly message: string;
  readonly verb: string;
  readonly nth: number;
  readonly gewicht: number;
  readonly card: Json;
  readonly node: Json;
}

export interface Gedaan {
  readonly verb: string;
  /** How it ended: what was last shown, or what went wrong. */
  readonly uitkomst: "gedaan" | "gesloten" | "gezegd" | "geweigerd" | "onbereikbaar";
  readonly antwoorden: readonly Antwoord[];
  /** The case that it was about, by its number: of the dialog, or of the card when that is about one. */
  readonly nummer: string | undefined;
  /** The marked words that were filled in. */
  readonly woorden: readonly string[];
  /** The last button that was pressed: of the dialog, when there was one. */
  readonly laatste: string;
}

export interface Mens {
  readonly handle: string;
  /** The cards that changed last, newest first. */
  kijk(): Promise<readonly Item[]>;
  /** All that can be pressed now, with how likely it is that somebody does. */
  grepen(): Promise<readonly Greep[]>;
  druk(greep: Greep, pen: Pen): Promise<Gedaan>;
  typ(text: string): Promise<void>;
}

const kaarten = 24;
/** So often somebody fills in a dialog again that says what is wrong. */
const pogingen = 6;

export function eenMens(teams: TeamsService, handle: string, settle: () => Promise<void>): Mens {
  const kept = new Map<string, Item>();
  /** What was pressed on which state of a card: once is usually enough. */
  const pressed = new Set<string>();
  let seen = 0;
  const kijk = async () => {
    const fresh = await teams.inbox({ as: handle, in: "personal", since: seen, refresh: false });
    for (const item of fresh) {
      seen = Math.max(seen, item.rev);
      kept.delete(item.id);
      if (!item.deleted && item.card && item.from === "bot") kept.set(item.id, item);
    }
    const newest = [...kept.values()].sort((a, b) => b.rev - a.rev || Number(b.id) - Number(a.id));
    for (const old of newest.slice(kaarten * 2)) kept.delete(old.id);
    return newest.slice(0, kaarten);
  };
  const mark = (item: Pick<Item, "id" | "card">, verb: string, nth: number) =>
    `${item.id} ${verb} ${nth} ${hash(item.card)}`;
  const grepen = async (): Promise<readonly Greep[]> => {
    const items = await kijk();
    return items.flatMap((item, plaats) => {
      const { card } = item;
      if (!card) return [];
      return knoppen(card).map(({ node, verb, nth }): Greep => {
        const again = pressed.has(mark(item, verb, nth)) ? 0.03 : 1;
        const gewicht = (gewichtVan(verb) * again) / (1 + plaats / 8);
        return { message: item.id, verb, nth, gewicht, card, node };
      });
    });
  };
  return {
    handle,
    kijk,
    grepen,
    async druk(greep, given) {
      const woorden: string[] = [];
      const pen: Pen = {
        ...given,
        tekst(soort) {
          const tekst = given.tekst(soort);
          woorden.push(...merkenIn(tekst));
          return tekst;
        },
      };
      pressed.add(mark({ id: greep.message, card: greep.card }, greep.verb, greep.nth));
      const antwoorden: Antwoord[] = [];
      let laatste = greep.verb;
      const data = vulIn(greep.card, greep.node, pen);
      let answer = await teams.press({
        as: handle,
        message: greep.message,
        action: greep.verb,
        nth: greep.nth,
        data,
        wait: 1,
      });
      // What is answered in the place of the card is this person's own view of it.
      const own = kept.get(greep.message);
      if (own && answer.card) kept.set(greep.message, { ...own, card: answer.card });
      antwoorden.push(answer);
      for (let poging = 0; poging < pogingen && answer.dialog?.card; poging += 1) {
        const { id: dialog, card } = answer.dialog;
        const next = kies(knoppen(card), pen.chance);
        if (!next) break;
        laatste = next.verb;
        const filled = vulIn(card, next.node, { ...pen, opnieuw: poging > 0 });
        const sent = await teams.submitDialog({
          as: handle,
          dialog,
          action: next.verb,
          nth: next.nth,
          data: filled,
        });
        antwoorden.push(sent);
        // What the client itself does not take is filled in once more.
        if (sent.status === "invalid") continue;
        answer = sent;
      }
      await settle();
      const nummer = enige(antwoorden.map(({ dialog }) => dialog?.card)) ?? enige([greep.card]);
      return { verb: greep.verb, uitkomst: uitkomstVan(answer), antwoorden, nummer, woorden, laatste };
    },
    async typ(text) {
      await teams.say({ as: handle, in: "personal", text, wait: 1 });
      await settle();
    },
  };
}

/** The number of a case, when these cards name one and no other. */
function enige(cards: readonly unknown[]): string | undefined {
  const found = new Set(
    cards
      .map(wordsOf)
      .join("\n")
      .match(/HV-\d{4}/g),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function uitkomstVan(answer: Antwoord): Gedaan["uitkomst"] {
  if (answer.status === "unreachable") return "onbereikbaar";
  if (answer.status !== "ok") return "geweigerd";
  // A dialog without a button is read, and closed.
  if (answer.dialog) return knoppen(answer.dialog.card ?? {}).length > 0 ? "geweigerd" : "gesloten";
  if (answer.message !== undefined) return "gezegd";
  return answer.closed ? "gesloten" : "gedaan";
}

function kies<T extends { readonly verb: string }>(all: readonly T[], chance: Chance): T | undefined {
  return gewogen(all, ({ verb }) => gewichtVan(verb), chance);
}

/** One of them, as often as it weighs. */
export function gewogen<T>(all: readonly T[], weegt: (one: T) => number, chance: Chance): T | undefined {
  const total = all.reduce((sum, one) => sum + weegt(one), 0);
  if (total <= 0) return undefined;
  let left = (chance.below(1_000_000) / 1_000_000) * total;
  return all.find((one) => {
    left -= weegt(one);
    return left < 0;
  });
}

/** Which state of a card it was; what is chosen by chance in it left out. */
function hash(card: unknown): number {
  const words = wordsOf(card);
  let found = 0;
  for (let at = 0; at < words.length; at += 1) found = (Math.imul(found, 31) + words.charCodeAt(at)) | 0;
  return found;
}
