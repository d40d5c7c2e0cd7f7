/** The tests of privacy.md §1 on what leaves over HTTP. Each answers with what is wrong; an empty list is a pass. */
import type { Dossier } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { type Mode, modes, type World } from "#test/domain/summary-world.ts";
import { differences, outsideOf } from "./outside.ts";
import { noon, type Played, type Scene } from "./scene.ts";
import { idOf } from "./seed.ts";
import { type Drawn, dossiersOf, drawWorld, isLively, type Redrawn, redraw } from "./world.ts";

export type Finding = string;

export interface Playing {
  /** Teams is away for a moment when the summary is posted. */
  readonly away?: boolean;
  /** The number that outsiders ask for. */
  readonly about?: string;
  /** Texts of questions without a pupil. */
  readonly adviesvragen?: readonly string[];
  /** Only the post and the weekly message. */
  readonly short?: boolean;
}

/** One Monday: the post, the digest, the bundles, the agenda, the rewriting, and what outsiders ask. */
export async function play(
  scene: Scene,
  dossiers: readonly Dossier[],
  { away = false, about, short = false, adviesvragen = [] }: Playing = {},
): Promise<Played> {
  await scene.put(dossiers, adviesvragen);
  const { story } = scene;
  const referentie = about ?? dossiers.map((one) => one.referentie).toSorted()[0] ?? "";
  const channel = story.teams.world().teams[0]?.channels[0]?.id ?? "";
  return scene.watch(async () => {
    if (away) story.teams.fault({ kind: "503", for: 1, conversation: channel });
    await scene.save([toChannel(scene), ...["ib1", "jv1"].map((who) => shownTo(scene, who, referentie))]);
    await story.wait(short ? "2026-11-23T07:31" : noon);
    story.teams.clearFaults();
    const says = [
      ["yasmina", referentie],
      ["fatima", referentie],
      ["marijke", "mijn hulpvragen"],
      ["wim", "weekbericht"],
    ] as const;
    if (!short) for (const [as, text] of says) await story.teams.say({ as, in: "personal", text });
  });
}

/** As the press of the chair leaves it. */
export const toChannel = ({ place }: Scene): Notice => ({
  soort: "samenvatting_plaatsen",
  aan: { kanaalSztId: place.szt_id },
  onderwerpId: place.held,
  sztId: place.szt_id,
  sleutel: `samenvatting_plaatsen:${place.held}`,
});

export const shownTo = ({ place }: Scene, who: string, referentie: string): Notice => ({
  soort: "hulpvraag_getoond",
  aan: { persoonId: place.person(who) },
  onderwerpId: idOf("hulpvraag", referentie),
  sztId: place.szt_id,
  sleutel: `hulpvraag_getoond:${who}`,
});

const either = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((one) => [...one]));

const compared = (scene: Scene, kind: Redrawn, one: Played, other: Played): readonly string[] => {
  const readers = either(one.readers, other.readers);
  const of = (played: Played) => outsideOf(scene, played, { kind, readers });
  return differences(of(one), of(other));
};

/** How many second worlds are drawn from one first world. */
export const perWorld = 4;

export interface Drawing {
  readonly atLeast: number;
  readonly seed: number;
  readonly short?: boolean;
  /** Only worlds in which much can go wrong: to find a leak that is known to be there. */
  readonly lively?: boolean;
}

export interface Pairs {
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** T1: first worlds from this seed on, each with its second worlds, until there are enough pairs or one differs. */
export async function pairs(
  scene: Scene,
  { atLeast, seed, short = false, lively = false }: Drawing,
): Promise<Pairs> {
  let count = 0;
  for (let at = seed; count < atLeast; at += 1) {
    const drawn = drawWorld(at);
    if (lively && !isLively(drawn)) continue;
    const playing = { away: drawn.away, short };
    const playWith = (secrets: Drawn["secrets"]) =>
      play(scene, dossiersOf(drawn.world, secrets), {
        ...playing,
        adviesvragen: secrets.slice(0, drawn.world.adviesvragen).map(({ afweging }) => afweging),
      });
    const one = await playWith(drawn.secrets);
    for (let nr = 0; nr < perWorld && count < atLeast; nr += 1) {
      const kind: Redrawn = nr % 2 === 0 ? "words" : "all";
      const other = await playWith(redraw(drawn, kind, at * 31 + nr));
      count += 1;
      const found = compared(scene, kind, one, other);
      if (found.length > 0)
        return { count, findings: found.map((text) => `T1: world ${at}, ${kind} ${nr}: ${text}`) };
    }
  }
  return { count, findings: [] };
}

/** T3: a ground that does not hold reads like a world without the hulpvraag; instemming like schriftelijk before the akkoord. */
export async function swaps(
  scene: Scene,
  { atLeast, seed, short = false, lively = false }: Drawing,
): Promise<readonly Finding[]> {
  for (let at = seed; at < seed + atLeast; at += 1) {
    const { world, secrets } = drawWorld(at);
    const [first, ...rest] = world.cases;
    const mode = swapped[at % swapped.length];
    if (!first || !mode) continue;
    const open = lively ? { ...first.open, status: "in_uitvoering" as const } : first.open;
    const extra = (as: Mode) => ({ ref: about, open: { ...open, mode: as } });
    const playing = { about, short };
    const see = (cases: World["cases"]) => play(scene, dossiersOf({ ...world, cases }, secrets), playing);
    const one = await see([...rest, extra(mode)]);
    const other = await see(mode === "instemming" ? [...rest, extra("schriftelijk")] : rest);
    // What is damaged is reported to the machine room, by its id.
    const found = compared(scene, "all", one, other).filter(
      (text) => mode !== "onleesbaar" || !text.startsWith(`log: {"code":"hulpvraag_onleesbaar"`),
    );
    if (found.length > 0) return found.map((text) => `T3: world ${at}, ${mode}: ${text}`);
  }
  return [];
}

/** No number of the drawn worlds. */
const about = "HV-0999";
const swapped = modes.filter((mode) => mode !== "schriftelijk" && mode !== "schriftelijk_akkoord");
