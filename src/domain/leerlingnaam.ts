/** First and last name of the leerling, and nothing told about the leerling (AVG art. 5: data minimisation). */
import { screenText } from "./screening.ts";
import { prefixes } from "./screening-person-word.ts";
import { fold } from "./spelling.ts";
import { textProblem, type Veldprobleem } from "./veld.ts";
import { givenWoordenlijst, type Woordenlijst } from "./woordenlijst.ts";

/** Marks, links and digits are no part of anybody's name, and a comma or a colon begins a story. */
const notInNames = /[<>[\]{}|*#\\/@=,;:!?\d]/;

/** Between the names of people from elsewhere, beside the prefixes that the screening knows. */
const linking = new Set(
  "a e i y over onder bij tot uit voor thoe toe vom zu zum zur und dal del della degli las los san st".split(
    " ",
  ),
);

export function naamProblem(naam: string, today: Temporal.PlainDate): Veldprobleem | undefined {
  // A name is what belongs here; a number or an address with it is not.
  const found = textProblem(naam, { known: { naam }, today, laat: "nodig_voor_de_vraag" });
  if (found) return found;
  return !/\p{L}/u.test(naam) || notInNames.test(naam) || tells(naam) ? { kind: "geen_naam" } : undefined;
}

function tells(naam: string): boolean {
  const lists = givenWoordenlijst();
  const words = naam.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const told = screenText(naam).findings.filter(({ type }) => type === "diagnosis");
  return (
    told.some(({ start, end }) => !couldBeName(naam.slice(start, end), lists)) ||
    words.some((word, at) =>
      isPlainWord(word, { first: at === 0, capitals: naam !== naam.toLowerCase(), lists }),
    )
  );
}

/** "Odd" and "Tourette" are names of people too; "ADHD" and "Autisme" are not. */
function couldBeName(word: string, { isVoornaam, isAchternaam }: Woordenlijst): boolean {
  const plain = fold(word);
  return isVoornaam(plain) || isAchternaam(plain) || /^\p{Lu}\p{Ll}{2}$/u.test(word);
}

/**
 * An ordinary word in a name that has capitals elsewhere: "Tijn moeder is ziek". Who writes everything small is believed,
 * unless somebody does something.
 */
function isPlainWord(
  word: string,
  {
    first,
    capitals,
    lists,
  }: { readonly first: boolean; readonly capitals: boolean; readonly lists: Woordenlijst },
): boolean {
  const plain = fold(word);
  if (word !== word.toLowerCase() || prefixes.has(plain) || linking.has(plain)) return false;
  if (lists.isVoornaam(plain) || lists.isAchternaam(plain)) return false;
  return capitals ? lists.isListed(plain) && !first : !first && lists.isFiniteVerb(plain);
}
