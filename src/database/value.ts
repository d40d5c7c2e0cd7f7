import { z } from "zod/v4";
import { DatabaseError } from "./failure.ts";

/** For the row schemas of the stores: the driver has already made these of the column. */
export const instant = z.instanceof(Temporal.Instant);
export const plainDate = z.instanceof(Temporal.PlainDate);
export const plainTime = z.instanceof(Temporal.PlainTime);
export const bytes = z.instanceof(Buffer);

type Moment = Temporal.Instant | Temporal.PlainDate | Temporal.PlainTime;
type Single = string | number | bigint | boolean | null | Moment | Uint8Array;
/** What a query may be given. JSON goes as `JSON.stringify(…)`: an array here is an array of the database. */
export type Parameter = Single | readonly Parameter[];

/** Anything else (a Date, something sealed, undefined) is a mistake of ours, and is not shown. */
export function sent(parameter: unknown, position: number): unknown {
  if (Array.isArray(parameter)) return parameter.map((item) => sent(item, position));
  if (parameter === null || parameter instanceof Uint8Array) return parameter;
  if (isMoment(parameter)) return parameter.toString();
  if (typeof parameter === "bigint") return String(parameter);
  if (["string", "number", "boolean"].includes(typeof parameter)) return parameter;
  throw new TypeError(`parameter ${position} is of a kind that the database does not take`);
}

function isMoment(value: unknown): value is Moment {
  return (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime
  );
}

type Parser = (text: string) => unknown;

const date: Parser = (text) => Temporal.PlainDate.from(text);
const time: Parser = (text) => Temporal.PlainTime.from(text);
const moment: Parser = (text) => Temporal.Instant.from(text);
const whole: Parser = (text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError("beyond what a number holds");
  return number;
};
/** numeric, timestamp without time zone, time with time zone, interval: cast in the SQL to what is meant. */
const refused: Parser = () => {
  throw new TypeError("a type that we do not read");
};

/** By oid of PostgreSQL: the type itself and the array of it. Types that are not here keep pg's own parser. */
const kinds: readonly { readonly oid: number; readonly array: number; readonly parse: Parser }[] = [
  { oid: 20, array: 1016, parse: whole },
  { oid: 1082, array: 1182, parse: date },
  { oid: 1083, array: 1183, parse: time },
  { oid: 1184, array: 1185, parse: moment },
  { oid: 1114, array: 1115, parse: refused },
  { oid: 1186, array: 1187, parse: refused },
  { oid: 1266, array: 1270, parse: refused },
  { oid: 1700, array: 1231, parse: refused },
];
const textArray = 1009;

/** A parser by oid, on top of the driver's own. What it throws names the type and not the value. */
export function parserFor(oid: number, own: (oid: number) => (text: string) => unknown): Parser {
  const kind = kinds.find((k) => k.oid === oid || k.array === oid);
  if (kind === undefined) return own(oid);
  if (kind.oid === oid) return (text) => read(kind.parse, text, oid);
  const split = own(textArray);
  return (text) =>
    z
      .array(z.string().nullable())
      .parse(split(text))
      .map((item) => (item === null ? null : read(kind.parse, item, oid)));
}

function read(parse: Parser, text: string, oid: number): unknown {
  try {
    return parse(text);
  } catch {
    throw new DatabaseError({ code: "UNREADABLE", words: `type ${oid}` });
  }
}
