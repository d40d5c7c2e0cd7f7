/**
 * Input values as the official renderer (adaptivecards 3.0.6) sends them: strings only, and only inputs that have
 * a value. What is wrong is said to the person and nothing is sent.
 */
import type { Json } from "./json.ts";
import { at, isRecord, list, text } from "./json.ts";

export type Problem = { id: string; message: string };
export type Gathered = { values: Record<string, string>; problems: Problem[] };

const REQUIRED = "Vul dit veld in.";
const WRONG = "Deze waarde kan niet.";
const UNKNOWN = "Dit veld staat niet op de kaart.";

export function gather(inputs: Json[], given: Json): Gathered {
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const input of inputs) {
    const id = text(input.id);
    if (id === undefined) continue;
    const value = inputValue(input, given[id]);
    if (!isFine(input, value)) {
      problems.push({ id, message: text(input.errorMessage) ?? (value === "" ? REQUIRED : WRONG) });
    }
    if (value !== "") values[id] = value;
  }
  const known = new Set(inputs.map((input) => input.id));
  const strange = Object.keys(given).filter((id) => !known.has(id));
  return { values, problems: [...problems, ...strange.map((id) => ({ id, message: UNKNOWN }))] };
}

/** "" is not set. */
function inputValue(input: Json, given: unknown): string {
  if (input.type === "Input.Toggle") return toggleValue(input, given);
  const value = given ?? input.value;
  if (input.type === "Input.ChoiceSet") return choiceValues(input, value).join(",");
  return plain(value);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(",");
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
}

function toggleValue(input: Json, given: unknown): string {
  const on = text(input.valueOn) ?? "true";
  const off = text(input.valueOff) ?? "false";
  const value = plain(given ?? input.value);
  return value === on || value === "true" ? on : off;
}

/** People pick a title; the value travels. */
function choiceValues(input: Json, value: unknown): string[] {
  const given = Array.isArray(value) ? value.map(plain) : splitChoices(input, plain(value));
  const choices = list(input.choices).filter(isRecord);
  return given
    .filter((one) => one !== "")
    .map((one) => {
      const hit =
        choices.find((choice) => choice.value === one) ?? choices.find((choice) => choice.title === one);
      return plain(hit?.value ?? one);
    });
}

function splitChoices(input: Json, value: string): string[] {
  return input.isMultiSelect === true ? value.split(",") : [value];
}

function isFine(input: Json, value: string): boolean {
  if (value === "") return input.isRequired !== true;
  const check = CHECKS[String(input.type)];
  return check === undefined || check(input, value);
}

const CHECKS: Record<string, (input: Json, value: string) => boolean> = {
  "Input.Text": (input, value) => fitsPattern(input, value) && fitsLength(input, value),
  "Input.Number": (input, value) =>
    value.trim() !== "" && !Number.isNaN(Number(value)) && between(input, Number(value), Number),
  "Input.Date": (input, value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && between(input, value, String),
  "Input.Time": (input, value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value) && between(input, value, String),
  "Input.Toggle": (input, value) => input.isRequired !== true || value === (text(input.valueOn) ?? "true"),
  "Input.ChoiceSet": (input, value) => isChoice(input, value),
};

/** The renderer searches, it does not match the whole value; the pattern needs its own ^ and $. */
function fitsPattern(input: Json, value: string): boolean {
  const pattern = text(input.regex);
  return pattern === undefined || new RegExp(pattern).test(value);
}

function fitsLength(input: Json, value: string): boolean {
  return typeof input.maxLength !== "number" || value.length <= input.maxLength;
}

function between<T extends string | number>(input: Json, value: T, read: (bound: unknown) => T): boolean {
  const { min, max } = input;
  return (min === undefined || value >= read(min)) && (max === undefined || value <= read(max));
}

/** With choices from a search (Data.Query) any value may have been found there. */
function isChoice(input: Json, value: string): boolean {
  if (isRecord(at(input, "choices.data"))) return true;
  const known = new Set(list(input.choices).map((choice) => plain(at(choice, "value"))));
  return splitChoices(input, value).every((one) => known.has(one));
}
