/** Verbs of the year plan; the first one is also on the card that asks what to plan. */
export const jaarplanVerb = {
  /** About an SZT. */
  ritme: "open-jaarplan-ritme",
  ritmeOpslaan: "save-jaarplan-ritme",
  /** About a plan. */
  toon: "show-jaarplan",
  vaststellen: "confirm-jaarplan",
  kies: "open-jaarplan-kiezen",
  kiesOpslaan: "save-jaarplan-kiezen",
  dag: "open-jaarplan-dag",
  dagOpslaan: "save-jaarplan-dag",
  vraagStoppen: "ask-jaarplan-stoppen",
  stoppen: "stop-jaarplan",
} as const;
