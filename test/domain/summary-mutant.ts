/** Seeded leaks: each is a summary as somebody might one day write it in good faith. All must be caught. */
import type { Dossier } from "#domain/dossier.ts";
import { channelSummary } from "#domain/summary.ts";
import { unseal } from "#domain/unseal.ts";
import type { Say, Summarise } from "./summary-world.ts";

interface Line {
  caseRef: string;
  fase: string;
  regierolFunctie: string | null;
  loketDoorgezet: boolean;
  volgendeDatum: string | null;
  [leak: string]: unknown;
}
interface Post {
  regels: Line[];
  [leak: string]: unknown;
}
type Spoil = (post: Post, dossiers: readonly Dossier[], say: Say) => unknown;

const spoiled =
  (spoil: Spoil): Summarise =>
  (facts, now, say) => {
    const post: Post = JSON.parse(JSON.stringify(channelSummary(facts, now)));
    return spoil(post, facts.hulpvragen, say) ?? post;
  };

/** Adds something to each line, from the dossier behind it. */
const perLine = (leak: (dossier: Dossier, line: Line, say: Say) => void): Summarise =>
  spoiled((post, dossiers, say) => {
    for (const line of post.regels) {
      const dossier = dossiers.find((one) => one.referentie === line.caseRef);
      if (dossier) leak(dossier, line, say);
    }
  });

/** Adds lines for dossiers that should have none. */
const posting = (grondslag: string, line: Partial<Line>): Summarise =>
  spoiled((post, dossiers) => {
    for (const one of dossiers.filter((dossier) => dossier.toestemming?.grondslag === grondslag))
      if (!post.regels.some((line) => line.caseRef === one.referentie))
        post.regels.push({
          caseRef: one.referentie,
          fase: "besproken",
          regierolFunctie: null,
          loketDoorgezet: false,
          volgendeDatum: null,
          ...line,
        });
  });

const naam = (dossier: Dossier) => unseal(dossier.leerling).naam;
const vraag = (dossier: Dossier) => (dossier.vraag ? unseal(dossier.vraag) : "");
const sum = (text: string) =>
  [...text].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9000, 7);

export const mutants: Readonly<Record<string, Summarise>> = {
  "the name": perLine((dossier, line) => {
    line.naam = naam(dossier);
  }),
  "an initial": perLine((dossier, line) => {
    line.initiaal = naam(dossier).slice(0, 1);
  }),
  "the length of the text": perLine((dossier, line) => {
    line.tekens = vraag(dossier).length;
  }),
  "ordered by name": spoiled((post, dossiers) => {
    const nameOf = (line: Line) =>
      dossiers
        .filter((one) => one.referentie === line.caseRef)
        .map(naam)
        .join();
    post.regels.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  }),
  "ordered as the store gave them": spoiled((post, dossiers) => {
    const place = (line: Line) => dossiers.findIndex((one) => one.referentie === line.caseRef);
    post.regels.sort((one, other) => place(one) - place(other));
  }),
  "a reference made of the pupil number": perLine((dossier, line) => {
    line.caseRef = `HV-${1000 + sum(unseal(dossier.leerling).kenmerk ?? "")}`;
  }),
  "the word of the ground": spoiled((post, dossiers) => {
    post.grondslagen = dossiers.map((one) => one.toestemming?.grondslag ?? "geen").sort();
  }),
  "a full log": spoiled((_post, dossiers, say) => {
    for (const one of dossiers) say(JSON.stringify(unseal(one.leerling)));
  }),
  "a log line only where nothing is posted": spoiled((post, dossiers, say) => {
    for (const one of dossiers)
      if (!post.regels.some((line) => line.caseRef === one.referentie)) say("left out");
  }),
  "an error with the input": perLine((dossier) => {
    if (naam(dossier).includes("<")) throw new RangeError(`bad name: ${naam(dossier)}`);
  }),
  "an error without the input": perLine((dossier) => {
    if (naam(dossier) === "") throw new RangeError("bad name");
  }),
  "posted only when something is filled in": spoiled((post, dossiers) => {
    post.regels = post.regels.filter((line) =>
      dossiers.some((one) => one.referentie === line.caseRef && one.oudersVraag !== null),
    );
  }),
  "urgency from the domain": perLine((dossier, line) => {
    line.voorrang = dossier.domeinen.includes("veiligheid");
  }),
  "the number of answers": perLine((dossier, line) => {
    line.antwoorden = dossier.toestemming?.antwoorden.length;
  }),
  "the group in the notification": perLine((dossier, line, say) => {
    say(`${line.caseRef} ${unseal(dossier.leerling).leerjaar}`);
  }),
  "split in two on a long text": spoiled((post, dossiers) =>
    dossiers.some((one) => vraag(one).length > 200) ? [post, post] : post,
  ),
  "the exception is posted": posting("uitzondering", {}),
  "instemming shows a regierol": posting("instemming", { regierolFunctie: "smw" }),
  "primary or secondary, from the month of birth": perLine((dossier, line) => {
    line.sector = unseal(dossier.leerling).geboortemaand < "2014-09" ? "VO" : "PO";
  }),
  "asterisks for the name": perLine((dossier, line) => {
    line.wie = "*".repeat(naam(dossier).length);
  }),
  "always the same": () => ({ regels: [] }),
  "always the same lines, without their dates": spoiled((post) => {
    for (const line of post.regels) line.volgendeDatum = null;
  }),
  "a count of all of them": spoiled((post, dossiers) => {
    post.aantal = dossiers.length;
  }),
  "the function of a holder that hints": perLine((dossier, line) => {
    line.regierolFunctie =
      dossier.team.find((lid) => lid.persoonId === dossier.regierollen[0]?.houderId)?.functie ?? null;
  }),
  "the Loket before the akkoord": perLine((dossier, line) => {
    line.loketDoorgezet = dossier.besluiten.some((one) => one.besluiten.includes("doorzetten_loket"));
  }),
  "the next date of any term": perLine((dossier, line) => {
    line.volgendeDatum = dossier.termijnen.map((one) => one.vervalt.toString()).sort()[0] ?? null;
  }),
  "how the parents signed": perLine((dossier, line) => {
    line.vorm = dossier.toestemming?.antwoorden.map((one) => one.vorm);
  }),
  "a line for what was withdrawn": spoiled((post, dossiers) => {
    for (const one of dossiers)
      if (one.toestemming?.antwoorden.some(({ soort }) => soort === "ingetrokken"))
        post.regels.push({} as Line);
  }),
};
