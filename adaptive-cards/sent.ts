/** What the fields of a form send, as schemas. Whatever a client sends, or leaves out, is text first. */
import { z } from "zod/v4";

export const asSent = z.string().max(4000).catch("");

/** A field that may stay empty. */
export const emptyIs = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal("").transform(() => null), schema]);

/** More than one choice arrives as codes joined by commas. */
export const codes = <T extends z.ZodType<string, string>>(code: T) =>
  z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(code));
