import { bezorgingCard, gehoordCard } from "#cards/bezorging.ts";
import type { Bezorgoverzicht, Bezorgstand, GehoordGezien, Onbereikt } from "#domain/bezorging.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const chat = { persoonId: "p", weg: "eigen_chat", reden: null, geenMail: null } as const;
const op = Temporal.Instant.from("2026-11-23T07:04:00Z");
const mens = (naam: string, more: Partial<GehoordGezien> = {}): GehoordGezien => ({
  naam,
  bereik: chat,
  laatste: { stand: "bezorgd", op },
  ongelezen: false,
  ...more,
});
const mensen: readonly GehoordGezien[] = [
  mens("Bram de Wit"),
  mens("Saskia van den Heuvel-Oosterwijk", { ongelezen: true }),
  mens("Peter Smit", {
    bereik: { persoonId: "p", weg: "mail", reden: "geblokkeerd", geenMail: null },
    laatste: { stand: "mislukt", op },
  }),
  mens("Yasmina El Amrani", {
    bereik: { persoonId: "p", weg: "geen", reden: "app_ontbreekt", geenMail: "geen_adres" },
  }),
  mens("Hanna Vos", { laatste: { stand: "gepland", op: op.add({ hours: 24 }) } }),
  mens("Wim Jacobs", { laatste: { stand: "onderweg", op } }),
  mens("Joost Bakker", { laatste: null }),
];

const geen: Record<Bezorgstand, number> = {
  ...{ gepland: 0, onderweg: 0, bezorgd: 0, gelezen: 0, mislukt: 0, vervallen: 0 },
};
const onbereikt = (naam: string, more: Partial<Onbereikt>): Onbereikt => ({
  ...{ persoonId: "p", naam, weg: "geen", reden: "onbekend", geenMail: null, sinds: date("2026-11-16") },
  ...{ zonderAccount: false, mailGeweigerd: false },
  ...more,
});
const overzicht: Bezorgoverzicht = {
  vanaf: date("2026-11-17"),
  telling: {
    dagbericht: { ...geen, bezorgd: 12, gelezen: 31, mislukt: 3 },
    overleg: { ...geen, bezorgd: 8, gelezen: 9, gepland: 2, onderweg: 1 },
    overig: { ...geen, bezorgd: 4, vervallen: 1 },
  },
  onbereikt: [
    onbereikt("Peter Smit", { weg: "mail", reden: "geblokkeerd", mailGeweigerd: true }),
    onbereikt("Yasmina El Amrani", { reden: "app_ontbreekt", geenMail: "geen_dienst" }),
    onbereikt("Saskia van den Heuvel-Oosterwijk", {
      ...{ reden: "nooit_gesproken", zonderAccount: true, sinds: null, geenMail: "geen_adres" },
    }),
  ],
  ongelezen: 1,
  leesbevestiging: { chats: 6, van: 9 },
};
const rust: Bezorgoverzicht = {
  vanaf: date("2026-11-17"),
  telling: { dagbericht: geen, overleg: geen, overig: geen },
  onbereikt: [],
  ongelezen: 0,
  leesbevestiging: { chats: 0, van: 9 },
};

const vandaag = date("2026-11-23");
export const samples: Sample[] = [
  {
    name: "bezorging-gehoord",
    state: "van alles wat kan gebeuren",
    card: () => gehoordCard({ referentie: "HV-4821", mensen, vandaag }),
  },
  {
    name: "bezorging-gehoord-niemand",
    state: "niemand anders meer",
    card: () => gehoordCard({ referentie: "HV-4821", mensen: [], vandaag }),
  },
  { name: "bezorging-overzicht", state: "drie niet bereikbaar", card: () => bezorgingCard(overzicht, stamp) },
  {
    name: "bezorging-overzicht-rust",
    state: "iedereen bereikbaar, geen leesbevestigingen",
    card: () => bezorgingCard(rust, stamp),
  },
  {
    name: "bezorging-overzicht-veel",
    state: "meer dan er past",
    card: () =>
      bezorgingCard(
        {
          ...overzicht,
          onbereikt: Array.from({ length: 24 }, (_, i) =>
            onbereikt(`Collega ${i + 1}`, { geenMail: "geen_adres" }),
          ),
        },
        stamp,
      ),
  },
];
