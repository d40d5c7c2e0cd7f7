import type { Stamp } from "#cards/button.ts";
import type { KeyRing } from "#database/kluis.ts";
import type { World } from "#usecases/world.ts";
import type { Stamps } from "./route.ts";
import { mintToken } from "./token.ts";

/** Cards lie in a chat for months; the right to press is judged at the press, so the token may live as long. */
const lifetime = Temporal.Duration.from({ hours: 24 * 200 });

/** For a row on a card of many subjects: the row's own subject and version, in the form that `about` takes. */
export function rowOf(id: string, versie: number): string {
  return `${id}/${versie}`;
}

/** Stamps for one person: a token that another person sends back, from a forwarded card, is not theirs. */
export function stampsFor(
  world: Pick<World, "clock" | "chance"> & { keys: KeyRing },
  persoonId: string,
): Stamps {
  const expires = Math.floor(world.clock.now().add(lifetime).epochMilliseconds / 1000);
  return (subjectId, versie): Stamp =>
    (verb, about) => {
      const [id = subjectId, version = String(versie)] = about?.split("/") ?? [];
      return mintToken(world.keys, {
        verb,
        subject: id,
        version: Number(version),
        persoon: persoonId,
        conversation: null,
        expires,
        nonce: world.chance.uuid(),
      });
    };
}
