import type { SettingsProblem } from "#bot/settings.ts";

const settingOf: Readonly<Record<string, string>> = {
  app: "DATABASE_URL",
  channel: "DATABASE_URL_CHANNEL",
  digest: "DATABASE_URL_DIGEST",
  export: "DATABASE_URL_EXPORT",
  migrate: "DATABASE_URL_MIGRATE",
};

/** What is wrong with the environment, by name; never a value. */
export function problemWords(problem: SettingsProblem): string {
  switch (problem.kind) {
    case "ontbreekt_of_ongeldig":
      return `Ontbreekt of is ongeldig: ${problem.names.join(", ")}. Zie docs/beheer.md.`;
    case "geen_botgeheim":
      return "Geef BOT_SECRET, of BOT_CERTIFICATE_THUMBPRINT met BOT_CERTIFICATE_KEY, of BOT_TYPE=UserAssignedMSI.";
    case "twee_botgeheimen":
      return "Geef een geheim of een certificaat, niet allebei.";
    case "halve_mail":
      return "Geef SMTP_URL en MAIL_FROM samen, of geen van beide.";
    case "outlook_onvolledig":
      return `Voor Outlook ontbreekt: ${problem.names.join(", ")}. Vul alles in, of niets: dan gaan overlegrondes niet naar Outlook.`;
    case "outlook_bewijs":
      return "Geef voor Outlook één van drie: OUTLOOK_SECRET, OUTLOOK_CERTIFICATE_THUMBPRINT met OUTLOOK_CERTIFICATE_KEY, of OUTLOOK_TYPE=UserAssignedMSI.";
    case "zelfde_inlog":
      return `Deze databases delen een inlog of hebben er geen: ${problem.names.map((name) => settingOf[name] ?? name).join(", ")}. Elk doel heeft een eigen inlog nodig.`;
  }
}
