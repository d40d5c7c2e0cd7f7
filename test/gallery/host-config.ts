/** How Teams draws cards, near enough to judge them by: its sizes, spacings and colours in light and dark. */

const sizes = {
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16, none: 0 },
  separator: { lineThickness: 1 },
  fontFamily: "'Segoe UI', 'Open Sans', system-ui, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  textStyles: {
    heading: { size: "large", weight: "bolder" },
    columnHeader: { size: "default", weight: "bolder" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 16 },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: false,
  },
  adaptiveCard: { allowCustomStyle: false },
  table: { cellSpacing: 8 },
  supportsInteractivity: true,
};

type Theme = {
  background: string;
  emphasis: string;
  text: string;
  subtle: string;
  line: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  tints: { accent: string; good: string; warning: string; attention: string };
};

const light: Theme = {
  background: "#ffffff",
  emphasis: "#f5f5f5",
  text: "#242424",
  subtle: "#616161",
  line: "#e0e0e0",
  accent: "#5b5fc7",
  good: "#0e700e",
  warning: "#8a3707",
  attention: "#b10e1c",
  tints: { accent: "#e8ebfa", good: "#f1faf1", warning: "#fff9f5", attention: "#fdf3f4" },
};

const dark: Theme = {
  background: "#292929",
  emphasis: "#1f1f1f",
  text: "#ffffff",
  subtle: "#adadad",
  line: "#525252",
  accent: "#a6a7f8",
  good: "#9fd89f",
  warning: "#f4bfa5",
  attention: "#eeacb2",
  tints: { accent: "#2f2f4a", good: "#052505", warning: "#411200", attention: "#3b0509" },
};

function hostConfig(theme: Theme): object {
  const color = (value: string, subtle = value) => ({ default: value, subtle });
  const foregroundColors = {
    default: color(theme.text, theme.subtle),
    dark: color("#242424", "#616161"),
    light: color("#ffffff", "#adadad"),
    accent: color(theme.accent),
    good: color(theme.good),
    warning: color(theme.warning),
    attention: color(theme.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, borderColor: theme.line, foregroundColors });
  const label = { color: "default", isSubtle: false, size: "default", weight: "default" };
  return {
    ...sizes,
    separator: { ...sizes.separator, lineColor: theme.line },
    containerStyles: {
      default: style(theme.background),
      emphasis: style(theme.emphasis),
      accent: style(theme.tints.accent),
      good: style(theme.tints.good),
      warning: style(theme.tints.warning),
      attention: style(theme.tints.attention),
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { ...label, suffix: " *", suffixColor: "attention" },
        optionalInputs: label,
      },
      errorMessage: { color: "attention", size: "small", spacing: "small", weight: "default" },
    },
  };
}

export const hostConfigs = { light: hostConfig(light), dark: hostConfig(dark) };
