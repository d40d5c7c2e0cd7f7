/** What the forms of an adviesvraag send: first as text, to draw them again as they were; then as values of the domain. */
import { z } from "zod/v4";
import { adviesuitkomstSchema, kringSchema } from "#domain/adviesvraag.ts";
import { type Adviesveld, adviesMax, adviesredenen } from "#domain/adviesvraag-form.ts";
import { domeinSchema } from "#domain/code.ts";
import { asSent, emptyIs } from "./sent.ts";
import type { Form } from "./veld.ts";

export const adviesForm = z.object({
  school: asSent,
  vraag: asSent,
  domein: asSent,
  kring: asSent,
  reden: asSent,
}) satisfies z.ZodType<Form<Adviesveld>>;

export const adviesSubmitted = z
  .object({
    school: z.uuid(),
    vraag: z.string().trim().min(1).max(adviesMax.vraag),
    domein: domeinSchema,
    kring: kringSchema,
    reden: emptyIs(z.enum(adviesredenen)).catch(null),
  })
  .transform(({ school, vraag, ...rest }) => ({ ...rest, schoolId: school, vraag: vraag.normalize("NFC") }));

export const adviesLeeg: Form<Adviesveld> = adviesForm.parse({});

export const antwoordForm = z.object({ antwoord: asSent, uitkomst: asSent });
export type AntwoordSent = z.output<typeof antwoordForm>;

/** In writing there is always an advice; at the table the round can also say: make it a hulpvraag. */
export const antwoordSubmitted = z.object({
  antwoord: z
    .string()
    .trim()
    .max(adviesMax.antwoord)
    .transform((text) => (text === "" ? null : text.normalize("NFC"))),
  uitkomst: adviesuitkomstSchema,
});

/** A box that must be ticked. */
export const opNaamSubmitted = z.object({ overlegd: z.literal("true") });
