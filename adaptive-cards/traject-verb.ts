/** Verbs about a traject of eight weeks. */
export const trajectVerb = {
  regelen: "open-traject",
  vraagStart: "open-traject-start",
  start: "save-traject-start",
  vraagTussen: "open-tussenevaluatie",
  tussen: "save-tussenevaluatie",
  vraagEind: "open-eindevaluatie",
  eind: "save-eindevaluatie",
  vraagPlan: "open-eindevaluatie-plan",
  plan: "save-eindevaluatie-plan",
  vraagMeerHulp: "open-meer-hulp",
  meerHulp: "save-meer-hulp",
  vraagVerlengen: "open-traject-verlengen",
  verlengen: "save-traject-verlengen",
  vraagStoppen: "open-traject-stoppen",
  stoppen: "save-traject-stoppen",
} as const;
