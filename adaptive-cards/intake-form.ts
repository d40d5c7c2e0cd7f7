/** What the steps of the intake send: first as text, to draw again as it was; then as values of the domain. */
import { z } from "zod/v4";
import {
  alGedaanSchema,
  domeinSchema,
  functieSchema,
  gezagSchema,
  leerjaarSchema,
  urgentieSchema,
} from "#domain/code.ts";
import {
  type IntakeGezien,
  intakeMax,
  type Stap1Veld,
  type Stap2Veld,
  type Stap3Veld,
} from "#domain/intake.ts";
import type { Zelfde } from "#domain/naamgenoot.ts";
import type { Form } from "./veld.ts";

/** Whatever a client sends, or leaves out, is text here. */
const asSent = z.string().trim().max(4000).catch("");
const maybe = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === "" ? null : text));
const codes = <T extends z.ZodType>(code: T) =>
  z.preprocess(
    (sent) =>
      String(sent)
        .split(",")
        .filter((part) => part !== ""),
    z.array(code),
  );

export const stap1Form = z.object({
  school: asSent,
  naam: asSent,
  leerjaar: asSent,
  maand: asSent,
  jaar: asSent,
  gezag: asSent,
  kenmerk: asSent,
}) satisfies z.ZodType<Form<Stap1Veld>>;
export const stap1Submitted = z
  .object({
    school: z.uuid(),
    naam: z.string().trim().min(1).max(intakeMax.naam),
    leerjaar: leerjaarSchema,
    maand: z.string().regex(/^(0[1-9]|1[0-2])$/),
    jaar: z.string().regex(/^(19|20)\d{2}$/),
    gezag: gezagSchema,
    kenmerk: maybe(intakeMax.kenmerk),
  })
  .transform(({ school, maand, jaar, naam, ...rest }) => ({
    ...rest,
    naam: naam.normalize("NFC"),
    schoolId: school,
    geboortemaand: `${jaar}-${maand}`,
  }));

export const stap2Form = z.object({
  vraag: asSent,
  domeinen: asSent,
  alGedaan: asSent,
  gedaanToelichting: asSent,
  oudersVraag: asSent,
}) satisfies z.ZodType<Form<Stap2Veld>>;
export const stap2Submitted = z.object({
  vraag: z.string().trim().min(1).max(intakeMax.vraag),
  domeinen: codes(domeinSchema).refine((list) => list.length > 0),
  alGedaan: codes(alGedaanSchema),
  gedaanToelichting: maybe(intakeMax.gedaanToelichting),
  oudersVraag: maybe(intakeMax.oudersVraag),
});

export const stap3Form = z.object({ urgentie: asSent, aanTafel: asSent }) satisfies z.ZodType<
  Form<Stap3Veld>
>;
export const stap3Submitted = z.object({ urgentie: urgentieSchema, aanTafel: codes(functieSchema) });

export const zelfdeVeld = "zelfde";

/** The answer with the numbers that it is about: given for one name, it says nothing of another. */
export function zelfdeWaarde(zelfde: Zelfde): string {
  return zelfde.kind === "ja" ? `ja ${zelfde.referentie}` : ["nee", ...zelfde.referenties].join(" ");
}

/** Null while it was not asked, or not answered. */
export function zelfdeOf(input: unknown): Zelfde | null {
  const [kind, ...referenties] =
    z
      .object({ [zelfdeVeld]: asSent })
      .catch({ [zelfdeVeld]: "" })
      .parse(input)
      [zelfdeVeld]?.split(" ") ?? [];
  const [referentie] = referenties;
  if (kind === "ja" && referentie) return { kind, referentie };
  return kind === "nee" ? { kind, referenties } : null;
}

/** The question of an adviesvraag that goes along with the first step; empty where there is none. */
export function meegenomenOf(input: unknown): string {
  return z.object({ meegenomen: asSent }).catch({ meegenomen: "" }).parse(input).meegenomen.trim();
}

export const stap1Leeg: Form<Stap1Veld> = stap1Form.parse({});

export function stap1Of(gezien: IntakeGezien): Form<Stap1Veld> {
  const [jaar = "", maand = ""] = gezien.geboortemaand.split("-");
  const { naam, leerjaar, gezag } = gezien;
  return { school: gezien.schoolId, naam, leerjaar, maand, jaar, gezag, kenmerk: gezien.kenmerk ?? "" };
}

export function stap2Of(gezien: IntakeGezien): Form<Stap2Veld> {
  return {
    vraag: gezien.vraag ?? "",
    domeinen: gezien.domeinen.join(","),
    alGedaan: gezien.alGedaan.join(","),
    gedaanToelichting: gezien.gedaanToelichting ?? "",
    oudersVraag: gezien.oudersVraag ?? "",
  };
}

export function stap3Of(gezien: IntakeGezien): Form<Stap3Veld> {
  return { urgentie: gezien.urgentie ?? "gewoon", aanTafel: gezien.aanTafel.join(",") };
}
