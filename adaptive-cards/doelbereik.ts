/** What was reached, goal by goal: asked when it is proposed to close, and shown from then on. */
import { z } from "zod/v4";
import {
  type Bereik,
  bekendBereik,
  bereikCodes,
  type Doel,
  type Doelbereik,
  doelen,
  onbekendBereik,
} from "#domain/doelbereik.ts";
import type { Element } from "./card.ts";
import { choiceInput, choicesOf, type Field } from "./input.ts";
import { codeField } from "./regierol-form.ts";
import { list } from "./text.ts";

export const teamdoelLabel: Readonly<Record<Doel, string>> = {
  sociaal_emotioneel: "De leerling kan beter met zichzelf en anderen omgaan",
  ouders: "De ouders en de school werken samen",
  samenwerking: "Wij werken goed samen",
  passende_hulp: "De hulp past en kwam op tijd",
  leerkracht: "De leerkracht is geholpen",
};

export const bereikLabel: Readonly<Record<Bereik, string>> = {
  bereikt: "Bereikt",
  deels: "Voor een deel",
  niet: "Niet bereikt",
  weet_ik_niet: "Weet ik niet",
};

const answer = codeField(bereikCodes)
  .transform((code): Bereik => code ?? "weet_ik_niet")
  .default("weet_ik_niet");
const field = (doel: Doel): `doel_${Doel}` => `doel_${doel}`;

/** What is left out or cannot be read is not known. */
export const doelbereikSubmitted = z
  .object({
    doel_sociaal_emotioneel: answer,
    doel_ouders: answer,
    doel_samenwerking: answer,
    doel_passende_hulp: answer,
    doel_leerkracht: answer,
  } satisfies Record<ReturnType<typeof field>, typeof answer>)
  .transform(
    (form): Doelbereik => ({
      sociaal_emotioneel: form.doel_sociaal_emotioneel,
      ouders: form.doel_ouders,
      samenwerking: form.doel_samenwerking,
      passende_hulp: form.doel_passende_hulp,
      leerkracht: form.doel_leerkracht,
    }),
  );

export function doelbereikFields(filled: Doelbereik = onbekendBereik): readonly Field[] {
  return doelen.map((doel) =>
    choiceInput({
      id: field(doel),
      label: teamdoelLabel[doel],
      choices: choicesOf(bereikLabel, bereikCodes),
      style: "compact",
      value: filled[doel],
    }),
  );
}

/** The goals of which something is known, a line each. */
export function doelbereikLines(bereikt: Doelbereik | null): Element[] {
  const known = bereikt ? bekendBereik(bereikt) : [];
  return known.length > 0
    ? [list(known.map(([doel, hoe]) => `${teamdoelLabel[doel]}: ${bereikLabel[hoe].toLowerCase()}`))]
    : [];
}
