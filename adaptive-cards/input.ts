/**
 * Fields of a form. Each has a label and, when needed, a sentence that says what is wrong. The client checks for
 * comfort only; the server checks again and gives the form back with what was filled in and the refused fields marked.
 */
import type {
  IChoice,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  INumberInput,
  ITextBlock,
  ITextInput,
  ITimeInput,
  IToggleInput,
} from "@microsoft/teams.cards";
import { plain } from "./text.ts";
import { formatDate } from "./word.ts";

type Input = ITextInput | IDateInput | ITimeInput | INumberInput | IToggleInput | IChoiceSetInput;
/** A field, or a refused field together with its mark. */
export type Field = Input | IContainer;

type FieldOptions = {
  id: string;
  label: string;
  /** What is shown when a required field is left empty; absent = the field may stay empty. */
  required?: string;
  /** What was filled in before. */
  value?: string | undefined;
  /** Why the server refused the value. */
  error?: string | undefined;
};

export type TextOptions = FieldOptions & { maxLength: number; placeholder?: string };

export function textInput({ maxLength, placeholder, ...field }: TextOptions): Field {
  return marked(field.error, {
    type: "Input.Text",
    ...common(field),
    maxLength,
    ...(placeholder ? { placeholder } : {}),
    ...filledWith(field.value),
  });
}

export function multilineInput({ maxLength, placeholder, ...field }: TextOptions): Field {
  return marked(field.error, {
    type: "Input.Text",
    ...common(field),
    maxLength,
    isMultiline: true,
    ...(placeholder ? { placeholder } : {}),
    ...filledWith(field.value),
  });
}

export type ChoiceOptions = Omit<FieldOptions, "value"> & {
  choices: readonly IChoice[];
  /** compact: a menu · expanded: all choices under each other · filtered: a menu one can type in. */
  style: "compact" | "expanded" | "filtered";
  /** More than one choice; the value then arrives as codes joined by commas. */
  multi?: boolean;
  value?: string | readonly string[] | undefined;
  placeholder?: string;
  /** Name of our own search, for lists that are too long to send along. */
  dataset?: string;
};

export function choiceInput({
  choices,
  style,
  multi,
  value,
  placeholder,
  dataset,
  ...field
}: ChoiceOptions): Field {
  return marked(field.error, {
    type: "Input.ChoiceSet",
    ...common(field),
    choices: [...choices],
    style,
    wrap: true,
    ...(multi ? { isMultiSelect: true } : {}),
    ...(style === "expanded" ? {} : { placeholder: placeholder ?? "Kies" }),
    ...(dataset ? { "choices.data": { type: "Data.Query", dataset } } : {}),
    ...filledWith(typeof value === "string" || value === undefined ? value : value.join(",")),
  });
}

/** Choices from a record of labels, in the order of the codes given (all of them when left out). */
export function choicesOf<Code extends string>(
  labels: Readonly<Record<Code, string>>,
  codes?: readonly Code[],
): IChoice[] {
  const all: [string, string][] = codes ? codes.map((code) => [code, labels[code]]) : Object.entries(labels);
  return all.map(([value, title]) => ({ title, value }));
}

/** Dates are ISO, such as 2026-12-07. The client has one sentence for empty and for out of bounds: it names the bounds. */
export function dateInput({ min, max, ...field }: FieldOptions & { min?: string; max?: string }): Field {
  return marked(field.error, {
    type: "Input.Date",
    ...common(field),
    ...(min || max ? { errorMessage: `Kies een datum${dateBounds(min, max)}.` } : {}),
    ...(min ? { min } : {}),
    ...(max ? { max } : {}),
    ...filledWith(field.value),
  });
}

function dateBounds(min: string | undefined, max: string | undefined): string {
  const day = (iso: string) => formatDate(Temporal.PlainDate.from(iso));
  if (min && max) return ` van ${day(min)} tot en met ${day(max)}`;
  return min ? ` vanaf ${day(min)}` : max ? ` tot en met ${day(max)}` : "";
}

/** Times are HH:MM. */
export function timeInput({ min, max, ...field }: FieldOptions & { min?: string; max?: string }): Field {
  return marked(field.error, {
    type: "Input.Time",
    ...common(field),
    ...(min ? { min } : {}),
    ...(max ? { max } : {}),
    ...filledWith(field.value),
  });
}

export type NumberOptions = Omit<FieldOptions, "value"> & {
  min: number;
  max: number;
  value?: number | undefined;
};

export function numberInput({ min, max, value, ...field }: NumberOptions): Field {
  return marked(field.error, {
    type: "Input.Number",
    ...common(field),
    errorMessage: `Kies een getal van ${min} tot en met ${max}.`,
    min,
    max,
    ...(value === undefined ? {} : { value }),
  });
}

export type ToggleOptions = Omit<FieldOptions, "value"> & { title?: string; value?: boolean | undefined };

/** A box to tick: the label is the question, the title stands beside the box. Arrives as "true" or "false". */
export function toggleInput({ title = "Ja", value = false, ...field }: ToggleOptions): Field {
  return marked(field.error, {
    type: "Input.Toggle",
    ...common(field),
    title: plain(title),
    value: String(value),
    valueOn: "true",
    valueOff: "false",
    wrap: true,
  });
}

const refusedMark = "Pas aan: ";

/** Whether some field was refused, however deep it stands. */
export function hasRefusal(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasRefusal);
  if (typeof part !== "object" || part === null) return false;
  if ("text" in part && "color" in part && part.color === "Attention") {
    return String(part.text).startsWith(refusedMark);
  }
  return Object.values(part).some(hasRefusal);
}

/** The mark above a refused field: says it in words, so that colour is not needed to see it. */
export function fieldError(text: string): ITextBlock {
  return {
    type: "TextBlock",
    text: `${refusedMark}${plain(text)}`,
    color: "Attention",
    weight: "Bolder",
    wrap: true,
  };
}

function marked(error: string | undefined, input: Input): Field {
  if (error === undefined) return input;
  return { type: "Container", spacing: "Medium", items: [fieldError(error), { ...input, spacing: "Small" }] };
}

function common({ id, label, required }: Omit<FieldOptions, "value">) {
  return {
    id,
    label: plain(label),
    spacing: "Medium" as const,
    ...(required ? { isRequired: true, errorMessage: required } : {}),
  };
}

function filledWith(value: string | undefined): { value?: string } {
  return value === undefined || value === "" ? {} : { value };
}
