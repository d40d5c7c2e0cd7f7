/**
 * What each partner offers in every school (basisondersteuning) and in the team (extra), as 003 lists it. It is a
 * starting point: the beheerder changes it per swv, and what was changed comes back through `aanbodSchema`.
 * Codes never change meaning; labels may.
 */
import { z } from "zod/v4";
import { type Domein, domeinSchema, functieSchema } from "./code.ts";

export const partners = ["cjg", "smw", "swv"] as const;
export const partnerSchema = z.enum(partners);
export type Partner = z.infer<typeof partnerSchema>;

export const aanbodSoorten = ["basis", "extra"] as const;

export const aanbodItemSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]{3,60}$/),
  partner: partnerSchema,
  soort: z.enum(aanbodSoorten),
  /** Dutch, as a school reads it. */
  label: z.string().trim().min(3).max(120),
  /** Who brings it in a school; the first that the school has is the contact. */
  functies: z.array(functieSchema).min(1),
  domeinen: z.array(domeinSchema).min(1),
  /** Can be asked for a whole class, without any leerling (003). */
  groep: z.boolean(),
});
export type AanbodItem = z.infer<typeof aanbodItemSchema>;

export const aanbodSchema = z
  .array(aanbodItemSchema)
  .max(200)
  .refine((items) => new Set(items.map((i) => i.code)).size === items.length, { error: "double code" });
export type Aanbod = z.infer<typeof aanbodSchema>;

type Row = readonly [code: string, label: string, domeinen: readonly Domein[], groep?: "groep"];

function items(
  partner: Partner,
  soort: AanbodItem["soort"],
  functies: AanbodItem["functies"],
  rows: readonly Row[],
): AanbodItem[] {
  return rows.map(([code, label, domeinen, groep]) => ({
    code: `${partner}_${code}`,
    partner,
    soort,
    label,
    functies: [...functies],
    domeinen: [...domeinen],
    groep: groep === "groep",
  }));
}

/** 003, "Basisondersteuning in de scholen" and "Hoe werkt het Team Schoolondersteuning". */
export const defaultAanbod: Aanbod = aanbodSchema.parse([
  ...items(
    "cjg",
    "basis",
    ["jeugdverpleegkundige", "jeugdarts"],
    [
      ["contactmomenten", "Vaste contactmomenten", ["gezondheid"]],
      ["voorlichting", "Voorlichting", ["gezondheid", "opvoeding"], "groep"],
      ["groepsles", "Groepsles over een thema", ["gezondheid", "sociaal_emotioneel"], "groep"],
      ["verzuim", "Gesprek over verzuim", ["verzuim"]],
      ["meten_wegen", "Meten en wegen", ["gezondheid"]],
      ["opvoedvragen", "Opvoedvragen", ["opvoeding", "thuissituatie"]],
      ["kort_advies", "Kort advies over bijvoorbeeld slapen of zindelijkheid", ["gezondheid", "opvoeding"]],
      ["belastbaarheid", "Belastbaarheidsadvies", ["gezondheid", "verzuim"]],
    ],
  ),
  ...items(
    "smw",
    "basis",
    ["smw"],
    [
      ["inleving", "Inlevingsvermogen: onhandig gedrag of net te ver gaan", ["gedrag", "sociaal_emotioneel"]],
      ["zelfvertrouwen", "Beperkt zelfvertrouwen", ["sociaal_emotioneel"]],
      ["piekeren", "Negatief zelfbeeld en piekeren", ["sociaal_emotioneel"]],
      ["gevoeligheid", "Gevoelig of overgevoelig", ["sociaal_emotioneel"]],
      ["concentratie", "Moeite met concentratie", ["leren", "gedrag"]],
      ["rouw", "Rouw en verlies in het gezin", ["thuissituatie", "sociaal_emotioneel"]],
      ["scheiding", "Scheiding en loyaliteit", ["thuissituatie", "opvoeding"]],
      ["armoede", "Armoede en achterstelling bij kinderen", ["armoede"]],
      ["culturen", "Problemen rond culturele diversiteit", ["sociaal_emotioneel", "thuissituatie"]],
      [
        "kort_advies",
        "Kort advies bij een enkelvoudige vraag",
        ["gedrag", "opvoeding", "thuissituatie", "overig"],
      ],
      ["training", "Training, ook voor een groep", ["sociaal_emotioneel", "gedrag"], "groep"],
    ],
  ),
  ...items(
    "swv",
    "basis",
    ["bpo", "orthopedagoog"],
    [
      [
        "kernteam",
        "Vraag aan het kernteam passend onderwijs",
        ["leren", "gedrag", "overgang", "overig"],
        "groep",
      ],
      [
        "bpo_op_school",
        "Begeleider passend onderwijs op school",
        ["leren", "gedrag", "sociaal_emotioneel"],
        "groep",
      ],
    ],
  ),
  ...items(
    "cjg",
    "extra",
    ["jeugdverpleegkundige", "jeugdarts"],
    [
      ["verzuimbegeleiding", "Verzuimbegeleiding over langere tijd", ["verzuim"]],
      ["multiproblem_extra", "Meervoudige vragen", ["thuissituatie", "gezondheid", "opvoeding"]],
      ["veiligheid_extra", "Onveiligheid en geweld", ["veiligheid"]],
      ["complex_extra", "Complexe vraag van één leerling", ["gezondheid", "sociaal_emotioneel", "overig"]],
      ["traject_extra", "Traject als kort advies niet genoeg is", ["gezondheid", "opvoeding"]],
      ["middelen_extra", "Gebruik van alcohol of drugs", ["gezondheid", "veiligheid"]],
    ],
  ),
  ...items(
    "smw",
    "extra",
    ["smw"],
    [
      [
        "traject_extra",
        "Traject als kort advies niet genoeg is",
        ["sociaal_emotioneel", "gedrag", "opvoeding"],
      ],
      ["multiproblem_extra", "Meervoudige vragen", ["thuissituatie", "armoede", "opvoeding", "overig"]],
      ["veiligheid_extra", "Onveiligheid en geweld", ["veiligheid"]],
      ["verwaarlozing_extra", "Emotionele verwaarlozing", ["veiligheid", "thuissituatie"]],
      ["opvoedklimaat_extra", "Te weinig positieve steun in de opvoeding", ["opvoeding", "thuissituatie"]],
    ],
  ),
  ...items(
    "swv",
    "extra",
    ["bpo", "orthopedagoog"],
    [
      ["schakel_extra", "Schakel tussen onderwijs en jeugdhulp", ["overig", "thuissituatie", "verzuim"]],
      ["observatie_extra", "Observatie in de klas en begeleiding van de leerkracht", ["gedrag", "leren"]],
      ["behoeften_extra", "Ondersteuningsbehoeften in beeld brengen", ["leren", "sociaal_emotioneel"]],
      ["passende_plek_extra", "Advies over passend onderwijs en een passende plek", ["overgang", "leren"]],
      ["expertise_extra", "Expertise, zoals hoogbegaafdheid, cluster 3 of gedrag", ["leren", "gedrag"]],
      ["diagnostiek_extra", "(Psycho)diagnostisch onderzoek", ["leren", "sociaal_emotioneel"]],
      ["alle_vragen_extra", "Alle andere vragen over passend onderwijs", ["overig", "overgang"]],
    ],
  ),
]);

/** What can be asked of the partner directly, without the team (003, "Let op"). */
export function basicOfferFor(domein: Domein, aanbod: Aanbod = defaultAanbod): readonly AanbodItem[] {
  return offerFor(domein, "basis", aanbod);
}

export function extraOfferFor(domein: Domein, aanbod: Aanbod = defaultAanbod): readonly AanbodItem[] {
  return offerFor(domein, "extra", aanbod);
}

function offerFor(domein: Domein, soort: AanbodItem["soort"], aanbod: Aanbod): AanbodItem[] {
  return aanbod.filter((item) => item.soort === soort && item.domeinen.includes(domein));
}
