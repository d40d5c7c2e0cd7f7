const style = (name: string) => ({
  backgroundColor: `var(--card-${name})`,
  borderColor: `var(--card-${name}-line)`,
  foregroundColors: Object.fromEntries(
    ["default", "dark", "light", "accent", "good", "warning", "attention"].map((color) => [
      color,
      {
        default: `var(--text-${color})`,
        subtle: `var(--text-${color}-subtle)`,
        highlightColors: { default: "var(--text-mark)", subtle: "var(--text-mark)" },
      },
    ]),
  ),
});

/**
 * How Teams sets a card: its sizes, spacing, six buttons in a row. Colours are CSS variables, so that a change of
 * theme needs no new rendering and what was typed in a card stays.
 */
export const teamsHostConfig = {
  supportsInteractivity: true,
  fontFamily: "var(--font)",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: Object.fromEntries(
    ["default", "emphasis", "accent", "good", "attention", "warning"].map((name) => [name, style(name)]),
  ),
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small" },
    debounceTimeInMilliSeconds: 150,
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 0,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    iconSize: 16,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 12,
  },
  table: { cellSpacing: 8 },
  textBlock: { headingLevel: 4 },
  textStyles: {
    heading: { size: "large", weight: "bolder", color: "default" },
    columnHeader: { weight: "bolder", size: "default" },
  },
};
