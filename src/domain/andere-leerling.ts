/** A text of one pupil as it is given out: of other pupils whom it names it tells no name (AVG art. 15, lid 4). */
import { namedIn } from "./naam-genoemd.ts";
import { maskNaam } from "./naam-masker.ts";
import { fold } from "./spelling.ts";

const between = /[^\p{L}\p{N}]+/u;

/** `eigen`: names of whom it is about. What a brother or sister shares with them stays. */
export function zonderAnderen(
  text: string,
  { eigen, anderen }: { readonly eigen: readonly string[]; readonly anderen: readonly string[] },
): string {
  const own = new Set(eigen.flatMap((naam) => fold(naam).split(between)));
  const rest = anderen.map((naam) =>
    naam
      .split(between)
      .filter((part) => !own.has(fold(part)))
      .join(" "),
  );
  return namedIn(
    text,
    rest.filter((naam) => naam !== ""),
  ).reduce((left, naam) => maskNaam(left, naam), text);
}
