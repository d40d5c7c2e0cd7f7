/** What people read about the app before they open it. Command titles are what they type: keep them in step with src/domain/intent.ts. */
interface Command {
  readonly title: string;
  readonly description: string;
}
interface Words {
  readonly short: string;
  readonly full: string;
  readonly about: string;
  readonly story: string;
  /** In one's own chat with the bot. */
  readonly personal: readonly Command[];
  /** In a channel or group chat, where nothing about a child is said. */
  readonly shared: readonly Command[];
}

export const dutch: Words = {
  short: "Zorgronde",
  full: "Zorgronde voor School Zorg Teams",
  about: "Van hulpvraag naar regierol, met toestemming van de ouders.",
  story:
    "Zorgronde helpt het School Zorg Team. Je brengt een hulpvraag in, legt de toestemming vast, plant het overleg en verdeelt de regierol en de acties. De bot herinnert je op tijd. Wat over een kind gaat, staat alleen in je eigen chat en is alleen te zien voor wie erbij betrokken is. In het kanaal staat nooit een naam.",
  personal: [
    { title: "nieuwe hulpvraag", description: "Breng een hulpvraag in voor het overleg" },
    { title: "mijn overleggen", description: "Bekijk wanneer je overleggen zijn" },
    { title: "plan overleg", description: "Plan de overlegrondes van je team" },
    { title: "mijn taken", description: "Bekijk wat je nog moet doen" },
    { title: "help", description: "Lees wat de bot voor je kan doen" },
  ],
  shared: [
    { title: "help", description: "Lees wat de bot kan doen. Over een kind praat je in je eigen chat" },
  ],
};

export const english: Words = {
  short: "Zorgronde",
  full: "Zorgronde for school care teams",
  about: "From a question about a pupil to shared care, with the parents' consent.",
  story:
    "Zorgronde helps the school care team (School Zorg Team). You bring in a question, record the consent, plan the meeting and share out the roles and actions. The bot reminds you in time. Whatever is about a child is shown in your own chat only, and only to those involved. A channel never shows a name. The bot speaks Dutch.",
  personal: [
    { title: "nieuwe hulpvraag", description: "Bring in a new question for the meeting" },
    { title: "mijn overleggen", description: "See when your meetings are" },
    { title: "plan overleg", description: "Plan the meetings of your team" },
    { title: "mijn taken", description: "See what you still have to do" },
    { title: "help", description: "Read what the bot can do for you" },
  ],
  shared: [
    { title: "help", description: "Read what the bot can do. Speak about a child in your own chat only" },
  ],
};
