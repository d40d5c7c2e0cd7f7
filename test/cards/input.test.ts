import { describe, expect, it } from "vitest";
import { choiceInput, choicesOf, type Field, textInput, toggleInput } from "#cards/input.ts";
import { regioLabel } from "#cards/word.ts";

const inside = (field: Field) => (field.type === "Container" ? field.items : [field]);

describe("a field", () => {
  it("may stay empty unless it says what is wrong when it does", () => {
    expect(textInput({ id: "a", label: "A", maxLength: 5 })).not.toHaveProperty("isRequired");
    expect(textInput({ id: "a", label: "A", maxLength: 5, required: "Vul A in." })).toMatchObject({
      isRequired: true,
      errorMessage: "Vul A in.",
    });
  });

  it("that was refused stands under its mark, with what was filled in", () => {
    const [mark, input] = inside(
      textInput({ id: "a", label: "A", maxLength: 5, value: "x", error: "te kort." }),
    );
    expect(mark).toMatchObject({ type: "TextBlock", text: "Pas aan: te kort.", color: "Attention" });
    expect(input).toMatchObject({ type: "Input.Text", id: "a", value: "x" });
  });

  it("with more choices keeps its codes joined by commas", () => {
    const field = {
      id: "a",
      label: "A",
      choices: choicesOf(regioLabel),
      style: "expanded",
      multi: true,
    } as const;
    expect(choiceInput({ ...field, value: ["N", "Z"] })).toMatchObject({ value: "N,Z", isMultiSelect: true });
    expect(choiceInput({ ...field, value: [] })).not.toHaveProperty("value");
  });

  it("shows choices in the order asked for", () => {
    expect(choicesOf(regioLabel, ["Z", "N"]).map(({ title }) => title)).toEqual(["Zuid", "Noord"]);
  });

  it("to tick sends true or false as a word", () => {
    expect(toggleInput({ id: "a", label: "A" })).toMatchObject({ value: "false", valueOn: "true" });
  });
});
