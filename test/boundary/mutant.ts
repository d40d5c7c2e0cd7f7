/**
 * Seeded leaks where things leave: the nouns of the bot, one of them as somebody might one day write it in good faith.
 * Those of the domain's suite draw the post of the channel; the others leak beside it, or elsewhere.
 */
import { registry } from "#bot/nouns.ts";
import type { Registry } from "#bot/registry.ts";
import type { Presented, Presenter } from "#bot/route.ts";
import { channelPost } from "#cards/samenvatting.ts";
import { saveNotices } from "#database/notice.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { setTimer } from "#database/timer.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import { taskScope } from "#domain/scope.ts";
import { channelSafeSchema, channelSummary } from "#domain/summary.ts";
import { unseal } from "#domain/unseal.ts";
import type { Vrijgave } from "#domain/vrijgave.ts";
import { mutants as summaryMutants } from "#test/domain/summary-mutant.ts";
import type { RichFacts, Summarise } from "#test/domain/summary-world.ts";
import { summaryFacts } from "#usecases/samenvatting-feiten.ts";
import { releaseSummary } from "#usecases/samenvatting-vrijgave.ts";
import type { World } from "#usecases/world.ts";
import { idOf } from "./seed.ts";

/** What the mutants look into: the round of last Friday, with all of its dossiers. */
type Looked = RichFacts & { readonly ronde: RondeFeit };
const held = idOf("ronde", 1);
const koerier = (world: World) => taskScope(world.swvId, "koerier");

const look = (world: World): Promise<Looked> =>
  world.database.transact(koerier(world), async (tx) => {
    const [ronde] = await rondesById(tx, [held]);
    if (!ronde) throw new Error("no round");
    // The dossiers of a summary are whole ones: there is something to leak.
    return { ...((await summaryFacts(tx, world.keys, ronde)) as RichFacts), ronde };
  });

const pupils = ({ hulpvragen }: Looked) =>
  hulpvragen.flatMap((one: Dossier) => {
    try {
      return [unseal(one.leerling)];
    } catch {
      return [];
    }
  });
const names = (looked: Looked): readonly string[] => pupils(looked).map(({ naam }) => naam);
const initials = (looked: Looked): string =>
  names(looked)
    .map((one) => one.slice(0, 1))
    .join();

const withLine = <T extends Presented>(presented: T, text: string): T => {
  const { body } = presented.card as unknown as { body: readonly unknown[] };
  return { ...presented, card: { ...presented.card, body: [...body, { type: "TextBlock", text }] } };
};

/** The post as this summary would have it; what the closed schema has no place for stands below it. */
const posting = (summarise: Summarise): Registry => ({
  ...registry,
  channel: async (world, sztId, rondeId) => {
    const usual = await releaseSummary(world, sztId, rondeId);
    if (!usual) return null;
    const say = (line: string) => world.log("info", { code: "gezegd", kind: line });
    const out = summarise(await look(world), world.clock.now(), say);
    const posts: readonly unknown[] = Array.isArray(out) ? out : [out];
    return posts
      .slice(1)
      .reduce<Presented>((post, more) => withLine(post, JSON.stringify(more)), drawn(usual, posts[0]));
  },
});

const known = ["caseRef", "fase", "regierolFunctie", "loketDoorgezet", "volgendeDatum"];

function drawn(usual: Vrijgave, post: unknown): Presented {
  const safe = channelSafeSchema.safeParse(post);
  if (safe.success) return channelPost({ ...usual, samenvatting: safe.data });
  const { regels } = post as { readonly regels: readonly Readonly<Record<string, unknown>>[] };
  const clean = regels.map((regel) => Object.fromEntries(known.map((key) => [key, regel[key]])));
  const samenvatting = channelSafeSchema.safeParse({ ...usual.samenvatting, regels: clean });
  return withLine(
    channelPost({ ...usual, samenvatting: samenvatting.data ?? usual.samenvatting }),
    JSON.stringify(post),
  );
}

type Post = NonNullable<Awaited<ReturnType<Registry["channel"]>>>;

/** Something beside the post, while it is made. */
const beside = (leak: (world: World, looked: Looked, post: Post) => Promise<Post> | Post): Registry => ({
  ...registry,
  channel: async (world, sztId, rondeId) => {
    const post = await registry.channel(world, sztId, rondeId);
    return post && leak(world, await look(world), post);
  },
});

/** A card for one person, with something on it that the visibility table does not give that person. */
const onCard = (soort: Presenter["soort"], line: (looked: Looked) => string): Registry => ({
  ...registry,
  presenters: registry.presenters.map((presenter) =>
    presenter.soort === soort
      ? {
          soort,
          async present(world, ...rest) {
            const shown = await presenter.present(world, ...rest);
            return shown && withLine(shown, line(await look(world)));
          },
        }
      : presenter,
  ),
});

type File = NonNullable<Awaited<ReturnType<ReturnType<Registry["file"]>>>>;

const inFile = (leak: (file: File, looked: Looked) => File): Registry => ({
  ...registry,
  file: (world) => async (token) => {
    const file = await registry.file(world)(token);
    return file && leak(file, await look(world));
  },
});

const elsewhere: Readonly<Record<string, Registry>> = {
  "the group on the lock screen": beside((_, looked, post) => ({
    ...post,
    summary: `${post.summary} ${pupils(looked).map(({ leerjaar }) => leerjaar)}`,
  })),
  "a first try that fails on a long name": beside((world, looked, post) => {
    const isFirst = world.clock.now().epochMilliseconds % 60_000 === 0;
    if (isFirst && names(looked).join("").length > 60) throw new RangeError("too long");
    return post;
  }),
  "a key of the outbox with a name": beside(async (world, looked, post) => {
    const { id, sztId } = looked.ronde;
    await world.database.transact(koerier(world), (tx) =>
      saveNotices(tx, world.chance.uuid, [
        {
          soort: "samenvatting_ververst",
          aan: { kanaalSztId: sztId },
          ...{ onderwerpId: id, sztId, sleutel: `ververst:${names(looked)}` },
        },
      ]),
    );
    return post;
  }),
  "a moment that follows from the length of a name": beside(async (world, looked, post) => {
    await world.database.transact(koerier(world), (tx) =>
      setTimer(tx, world.chance.uuid(), {
        ...{ soort: "ronde_vandaag", onderwerpId: held, sleutel: "later" },
        op: world.clock.now().add({ hours: 200, seconds: names(looked).join("").length }),
      }),
    );
    return post;
  }),
  "an initial in the weekly message": onCard("weekbericht", initials),
  "how many there are in the weekly message": onCard(
    "weekbericht",
    ({ hulpvragen }) => `${hulpvragen.length}`,
  ),
  "the subjects of what is hidden on the card of a round": onCard("ronde", ({ hulpvragen }) =>
    hulpvragen.map(({ domeinen }) => domeinen.join()).join(";"),
  ),
  "a name in a calendar file": inFile((file, looked) => ({ ...file, body: `${file.body}${names(looked)}` })),
  "an initial in the name of a file": inFile((file, looked) => ({
    ...file,
    name: `${Buffer.from(initials(looked)).toString("hex")}.ics`,
  })),
};

/** Of the domain's, two as they are where an exception is a record of its own and the closed schema holds. */
const summaries: Readonly<Record<string, Summarise>> = {
  ...summaryMutants,
  "the exception is posted": (facts, now) => {
    const post = channelSummary(facts, now);
    const exceptions = facts.hulpvragen.filter(({ uitzondering }) => uitzondering !== null);
    const lines = exceptions.map(({ referentie: caseRef }) => ({ ...bare, caseRef }));
    return { ...post, regels: [...post.regels, ...lines] };
  },
  "instemming shows a regierol": (facts, now) => {
    const post = channelSummary(facts, now);
    const isInstemming = (referentie: string) =>
      facts.hulpvragen.some(
        (one) => one.referentie === referentie && one.toestemming?.grondslag === "instemming",
      );
    const regels = post.regels.map((one) =>
      isInstemming(one.caseRef) ? { ...one, regierolFunctie: "smw" } : one,
    );
    return { ...post, regels };
  },
};
const bare = { fase: "besproken", regierolFunctie: null, loketDoorgezet: false, volgendeDatum: null };

export const mutants: Readonly<Record<string, Registry>> = {
  ...Object.fromEntries(Object.entries(summaries).map(([name, one]) => [name, posting(one)])),
  ...elsewhere,
};

/** Those that do not show yet when the summary is posted. */
export const shownLater = /round|file/;
/** Columns that must show, that must not, and that must in one mode alone: enough to find a leak that is there. */
export const probedForLeaks: readonly string[] = [
  "termijn.vervalt",
  "hulpvraag.ouders_vraag",
  "besluit.besluiten",
];
