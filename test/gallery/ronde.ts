import { afmeldingCard } from "#cards/afmelding.ts";
import { agendaCard } from "#cards/agenda.ts";
import { bijdrageCard } from "#cards/bijdrage.ts";
import { rondeCard } from "#cards/ronde.ts";
import {
  aanwezigheidCard,
  abonnementCard,
  afzeggenCard,
  agendalinkCard,
  agendaWegCard,
  brengtInCard,
  nieuwAbonnementCard,
  notulistCard,
  overdragenCard,
  overnemenCard,
  sluitenCard,
} from "#cards/ronde-dialog.ts";
import { rondePlanCard, rondeSent } from "#cards/ronde-plan.ts";
import type { PuntGezien, RondeAct, RondeGezien } from "#domain/ronde-view.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import { aTeamrij } from "#test/domain/a-teamactie.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const link = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmUtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d`;
const longName = "Annemarie van den Wittenboer-Zwanenburg";

function punt(nummer: number, over: Partial<PuntGezien> = {}): PuntGezien {
  return {
    id: `a${nummer}`,
    hulpvraagId: `5a2b7c1e-0000-4000-8000-00000000000${nummer}`,
    versie: 4,
    referentie: `HV-482${nummer}`,
    minuten: 15,
    leerling: { naam: `Sanne ${"Voorbeeld".repeat(1)}-${nummer}`, leerjaar: "po_5" },
    wat: {
      vraag: "Zij raakt vast bij rekenen en trekt zich terug. Hoe krijgt zij weer plezier in de klas?",
      oudersVraag: "Hoe kunnen wij thuis helpen?",
      domeinen: ["leren", "sociaal_emotioneel"],
      uitgesloten: [],
      urgentie: "gewoon",
    },
    onleesbaar: false,
    bijdrage: "volledig",
    kring: null,
    besproken: false,
    eerstvolgende: false,
    besluit: null,
    acties: [],
    ontbreekt: [],
    mag: { besluiten: false, later: false, vanAgenda: false },
    ...over,
  };
}

const decided = (nummer: number): PuntGezien =>
  punt(nummer, {
    besproken: true,
    besluit: {
      besluiten: ["regierol_toewijzen", "doorzetten_loket"],
      afweging: "De school komt er alleen niet uit en de ouders willen graag hulp thuis.",
      regierolVoor: longName,
      terugOp: null,
    },
    acties: [
      {
        id: "c1",
        versie: 1,
        houder: "Bram de Wit",
        vanMij: false,
        omschrijving: "Belt de ouders over de eerste afspraak",
        datum: date("2026-12-11"),
        gedaan: false,
      },
    ],
  });

function ronde(over: Partial<RondeGezien> = {}, mag: readonly RondeAct[] = ["in_agenda"]): RondeGezien {
  return {
    id: "5a2b7c1e-0000-4000-8000-0000000000e1",
    versie: 3,
    sztId: "5a2b7c1e-0000-4000-8000-0000000000e0",
    scholen: ["De Regenboog"],
    vandaag: date("2026-12-07"),
    datum: date("2026-12-07"),
    begin: time("13:30"),
    eind: time("14:30"),
    duurMinuten: 60,
    plaats: "op_school_en_online",
    deelnameLink: link,
    status: "gepland",
    voorzitter: { persoonId: "p1", naam: "Noor Visser" },
    notulist: null,
    deelnemers: [
      { persoonId: "p1", naam: "Noor Visser", functie: "ib", aanwezigheid: null },
      { persoonId: "p2", naam: longName, functie: "jeugdverpleegkundige", aanwezigheid: null },
      { persoonId: "p3", naam: "Peter Kuipers", functie: "scp", aanwezigheid: null },
    ],
    leidt: false,
    schakelteamCompleet: null,
    punten: [],
    omvang: null,
    heleAgenda: false,
    voorstellen: [],
    wachten: [],
    dicht: null,
    eerdereActies: [],
    mag: new Set(mag),
    ...over,
  };
}

const chairActs: readonly RondeAct[] = [
  "in_agenda",
  "wijzigen",
  "afzeggen",
  "notulist",
  "agenderen",
  "openen",
];
const openActs: readonly RondeAct[] = ["notulist", "agenderen", "aanwezigheid", "actie_toevoegen", "sluiten"];
const lead = { besluiten: true, later: true, vanAgenda: true };
const card = (gezien: RondeGezien, words?: string) => () => rondeCard(gezien, stamp, words);

const preparing = ronde(
  {
    vandaag: date("2026-11-30"),
    leidt: true,
    schakelteamCompleet: false,
    punten: [1, 2, 3].map((nummer) => punt(nummer, { mag: { ...lead, besluiten: false, later: false } })),
    omvang: { aantal: 3, minuten: 75, past: false },
    tijd: { nodig: 75, klaarOm: null, over: 15, voorstel: ["HV-4823"] },
    heleAgenda: true,
    voorstellen: [
      {
        hulpvraagId: "5a2b7c1e-0000-4000-8000-0000000000a1",
        versie: 2,
        referentie: "HV-1234",
        naam: "Sem Jansen",
        urgentie: "voorrang",
        dagenKlaar: 12,
      },
      {
        hulpvraagId: "5a2b7c1e-0000-4000-8000-0000000000a2",
        versie: 2,
        referentie: "HV-5678",
        naam: longName,
        urgentie: "gewoon",
        dagenKlaar: 1,
      },
    ],
  },
  chairActs.filter((act) => act !== "openen"),
);

const running = ronde(
  {
    status: "open",
    leidt: true,
    schakelteamCompleet: true,
    notulist: { persoonId: "p2", naam: longName },
    deelnemers: ronde().deelnemers.map((one) => ({ ...one, aanwezigheid: "in_de_kamer" })),
    punten: [
      decided(1),
      punt(2, { eerstvolgende: true, mag: lead }),
      punt(3, { mag: { ...lead, later: false } }),
    ],
    omvang: { aantal: 3, minuten: 45, past: true },
    heleAgenda: true,
    eerdereActies: [
      {
        id: "c9",
        versie: 1,
        referentie: "HV-7001",
        houder: "Bram de Wit",
        vanMij: false,
        omschrijving: "Vraagt na hoe het thuis gaat",
        datum: date("2026-12-01"),
        gedaan: false,
        magAfvinken: true,
        magVerzetten: true,
      },
    ],
  },
  openActs,
);

const klok = { sinds: time("13:42"), tot: time("13:57"), over: null, om: time("13:42") };
const leading = { ...lead, leiden: true };
const brengtIn = { persoonId: "p1", naam: "Noor Visser" };
const leadActs: readonly RondeAct[] = [...openActs, "overdragen"];

/** Halfway: one item is spoken of, one is done, two are to come and one of them does not fit. */
const halfway = ronde(
  {
    ...running,
    mag: new Set(leadActs),
    eerdereActies: [],
    punten: [
      decided(1),
      punt(2, { eerstvolgende: true, klok, brengtIn, mag: leading }),
      punt(3, { mag: leading, brengtIn }),
      punt(4, { mag: { ...leading, later: false } }),
    ],
    omvang: { aantal: 4, minuten: 60, past: true },
    volgende: "a3",
    tijd: { nodig: 45, klaarOm: time("14:27"), over: 0, voorstel: [] },
  },
  leadActs,
);
const told = (only: PuntGezien): RondeGezien =>
  ronde({ status: "open", punten: [only], deelnemers: running.deelnemers }, []);
const outsideOnly = (over: Partial<PuntGezien>) =>
  punt(2, {
    eerstvolgende: true,
    klok,
    bijdrage: "buitenkant",
    wat: {
      vraag: "Zij raakt vast bij rekenen. Hoe krijgt zij weer plezier in de klas?",
      oudersVraag: null,
      domeinen: [],
      uitgesloten: [],
      urgentie: null,
    },
    ...over,
  });
const sinds = Temporal.PlainYearMonth.from("2024-03");

const full = ronde(
  {
    ...running,
    punten: Array.from({ length: 14 }, (_, index) =>
      index === 3 ? punt(index, { eerstvolgende: true, mag: lead }) : decided(index),
    ).map((one, index) => ({
      ...one,
      hulpvraagId: `5a2b7c1e-0000-4000-8000-0000000001${String(index).padStart(2, "0")}`,
      referentie: `HV-${3000 + index}`,
    })),
    omvang: { aantal: 14, minuten: 210, past: false },
    heleAgenda: true,
  },
  openActs,
);

const sent = rondeSent({
  datum: "2026-12-26",
  begin: "13:30",
  duur: "60",
  plaats: "op_school_en_online",
  link: "https://zoom.example/j/123",
  deelnemers: "p1,p2",
  voorzitter: "p1",
});
const team = ronde().deelnemers.map(({ persoonId, naam, functie }) => ({ persoonId, naam, functie }));
const plan = { scholen: "De Regenboog", team, sent, bestaand: false };

const teamacties: readonly TeamactieGezien[] = [
  aTeamrij({ stand: "te_laat", vervalt: date("2026-12-01"), houder: "Bram de Wit" }),
  aTeamrij({
    id: "t2",
    omschrijving: "Nodig de jeugdarts uit voor het voorjaar",
    vervalt: date("2026-12-14"),
    houder: longName,
  }),
];

/** Who says how they come, who comes instead, and who does not hear it in the own chat. */
const coming = ronde(
  {
    vandaag: date("2026-11-30"),
    kijkerId: "p1",
    schakelteamCompleet: false,
    deelnemers: [
      { persoonId: "p1", naam: "Noor Visser", functie: "ib", aanwezigheid: null, komst: "in_de_kamer" },
      { persoonId: "p2", naam: longName, functie: "smw", aanwezigheid: null, komst: "niet" },
      { persoonId: "p3", naam: "Peter Kuipers", functie: "scp", aanwezigheid: null, komst: "online" },
      { persoonId: "p4", naam: "Bram de Wit", functie: "smw", aanwezigheid: null, vervangtId: "p2" },
    ],
    punten: [
      punt(1, {
        genodigden: [
          {
            persoonId: "p9",
            naam: "Marijke Jansen",
            functie: "leerplicht",
            tijd: { begin: time("13:45"), eind: time("14:05") },
            komst: null,
          },
        ],
        mag: { besluiten: false, later: false, vanAgenda: true, nodigen: true },
      }),
    ],
    bereik: [
      { persoonId: "p1", naam: "Noor Visser", weg: "eigen_chat", reden: null, geenMail: null },
      { persoonId: "p2", naam: longName, weg: "geen", reden: "nooit_gesproken", geenMail: "geen_adres" },
      { persoonId: "p3", naam: "Peter Kuipers", weg: "mail", reden: "geblokkeerd", geenMail: null },
      {
        persoonId: "p4",
        naam: "Bram de Wit",
        weg: "kanaal",
        reden: "app_ontbreekt",
        geenMail: "geen_dienst",
      },
    ],
  },
  ["in_agenda", "komst", "wijzigen", "afzeggen", "notulist"],
);

export const samples: Sample[] = [
  {
    name: "ronde-wie-komt",
    state: "ib: wie komt hoe, wie hoort het hoe, en wie alleen voor één onderwerp komt",
    card: card(coming),
  },
  {
    name: "ronde-kom-je",
    state: "deelnemer, nog geen antwoord",
    card: card(ronde({ vandaag: date("2026-11-30"), kijkerId: "p3" }, ["in_agenda", "komst"])),
  },
  {
    name: "ronde-teamacties",
    state: "voorzitter, tijdens de ronde: acties van het team eerst",
    card: card({ ...running, punten: [], teamacties, magTeamactie: true }),
  },
  {
    name: "ronde-teamacties-agenda",
    state: "deelnemer, agenda met wat nog open staat",
    card: card(
      ronde({
        vandaag: date("2026-12-04"),
        punten: [punt(1)],
        eerdereActies: running.eerdereActies.map((actie) => ({
          ...actie,
          magAfvinken: false,
          magVerzetten: false,
        })),
        teamacties,
      }),
      "Dit is de agenda.",
    ),
  },
  {
    name: "ronde-uitnodiging",
    state: "deelnemer, net uitgenodigd",
    card: card(ronde({ vandaag: date("2026-11-23") }), "Je bent uitgenodigd."),
  },
  {
    name: "ronde-agenda",
    state: "deelnemer, agenda met twee punten",
    card: card(ronde({ vandaag: date("2026-12-04"), punten: [punt(1), punt(2)] }), "Dit is de agenda."),
  },
  {
    name: "ronde-agenda-niets",
    state: "deelnemer, ziet geen punten",
    card: card(ronde({ vandaag: date("2026-12-04") }), "Dit is de agenda."),
  },
  {
    name: "ronde-alleen-nummer",
    state: "heeft alleen een actie bij dit punt",
    card: card(ronde({ punten: [punt(1, { leerling: null, wat: null })] })),
  },
  { name: "ronde-voorbereiden", state: "ib die de agenda maakt", card: card(preparing) },
  {
    name: "ronde-voorbereiden-wachten",
    state: "ib, wat klaar staat mag op deze dag niet",
    card: card({
      ...preparing,
      wachten: [
        {
          referentie: "HV-7310",
          ontbreekt: [{ code: "toestemming_verlopen", geldigTot: date("2026-12-01") }],
        },
        { referentie: "HV-2274", ontbreekt: [] },
      ],
    }),
  },
  {
    name: "ronde-dicht",
    state: "ib en voorzitter, er kwam een studiedag op die dag",
    card: card({ ...preparing, schakelteamCompleet: true, voorstellen: [], dicht: { reden: "studiedag" } }),
  },
  {
    name: "ronde-niet-geopend",
    state: "ib en voorzitter, de dag is voorbij en niemand opende haar",
    card: card({
      ...preparing,
      vandaag: date("2026-12-09"),
      voorstellen: [],
      mag: new Set(chairActs.filter((act) => act !== "in_agenda" && act !== "agenderen")),
    }),
  },
  {
    name: "ronde-niet-geopend-deelnemer",
    state: "deelnemer, de dag is voorbij en niemand opende haar",
    card: card(ronde({ vandaag: date("2026-12-09") }, [])),
  },
  {
    name: "ronde-open-gebleven",
    state: "voorzitter, de dag is voorbij en niemand sloot haar",
    card: card({ ...running, vandaag: date("2026-12-08") }),
  },
  {
    name: "ronde-verzet",
    state: "deelnemer, nieuwe dag",
    card: card(ronde({ vandaag: date("2026-11-23") }), "Let op: nieuwe dag of tijd. Laat weten of je komt."),
  },
  {
    name: "ronde-momentprik",
    state: "deelnemer, er wordt een ander moment gezocht",
    card: card(ronde({ vandaag: date("2026-11-23"), momentprikId: "5a2b7c1e-0000-4000-8000-00000000f900" })),
  },
  {
    name: "ronde-openen",
    state: "voorzitter, op de dag zelf",
    card: card({ ...preparing, vandaag: date("2026-12-07"), mag: new Set(chairActs) }),
  },
  { name: "ronde-open-voorzitter", state: "voorzitter, tijdens de ronde", card: card(running) },
  {
    name: "ronde-open-deelnemer",
    state: "deelnemer, tijdens de ronde",
    card: card(
      ronde({ status: "open", punten: [decided(1), punt(2, { eerstvolgende: true })] }, []),
      "De overlegronde is begonnen.",
    ),
  },
  { name: "ronde-nu-voorzitter", state: "voorzitter, een punt is bezig", card: card(halfway) },
  {
    name: "ronde-nu-over-tijd",
    state: "voorzitter, de tijd is om en de agenda past niet meer",
    card: card({
      ...halfway,
      punten: halfway.punten.map((one) =>
        one.klok ? { ...one, klok: { ...klok, over: 4, om: time("14:01") } } : one,
      ),
      tijd: { nodig: 30, klaarOm: time("14:31"), over: 1, voorstel: ["HV-4824"] },
    }),
  },
  {
    name: "ronde-nu-begin",
    state: "voorzitter, net geopend: eerst wat nog open staat",
    card: card({
      ...halfway,
      eerdereActies: running.eerdereActies,
      punten: halfway.punten.map((one) => ({ ...one, klok: null })),
      volgende: "a2",
    }),
  },
  {
    name: "ronde-nu-notulist",
    state: "notulist, die niet alles hoeft te zien",
    card: card({
      ...halfway,
      punten: halfway.punten.slice(1, 3).map((one) => ({ ...one, mag: { ...one.mag, vanAgenda: false } })),
      omvang: null,
      heleAgenda: false,
      tijd: null,
      mag: new Set<RondeAct>(["aanwezigheid", "actie_toevoegen", "sluiten", "overnemen"]),
    }),
  },
  {
    name: "ronde-nu-deelnemer",
    state: "deelnemer, een punt van jou is bezig",
    card: card(told(punt(2, { eerstvolgende: true, klok, brengtIn }))),
  },
  {
    name: "ronde-buitenkant",
    state: "partner, ouders maakten geen bezwaar: alleen de buitenkant",
    card: card(told(outsideOnly({ buitenkant: { vraag: true, eigen: null, anderen: [] } }))),
  },
  {
    name: "ronde-buitenkant-gezegd",
    state: "partner, heeft geantwoord",
    card: card(
      told(
        outsideOnly({
          buitenkant: { vraag: true, eigen: { bekend: true, sinds, afgesloten: true }, anderen: [] },
        }),
      ),
    ),
  },
  {
    name: "ronde-buitenkant-ib",
    state: "ib, leest wat partners zeiden",
    card: card({
      ...halfway,
      punten: [
        punt(2, {
          eerstvolgende: true,
          klok,
          brengtIn,
          mag: leading,
          bijdrage: "buitenkant",
          buitenkant: {
            vraag: false,
            eigen: null,
            anderen: [
              { naam: "Bram de Wit", functie: "smw", gezegd: { bekend: true, sinds, afgesloten: false } },
              {
                naam: longName,
                functie: "jeugdverpleegkundige",
                gezegd: { bekend: false, sinds: null, afgesloten: false },
              },
            ],
          },
        }),
      ],
      omvang: { aantal: 1, minuten: 15, past: true },
      volgende: null,
    }),
  },
  {
    name: "ronde-bijdrage",
    state: "vraag naar de buitenkant",
    card: () => bijdrageCard({ referentie: "HV-4822", vandaag: date("2026-12-07") }, stamp),
  },
  {
    name: "ronde-bijdrage-refused",
    state: "vraag naar de buitenkant, zonder jaar",
    card: () =>
      bijdrageCard(
        {
          referentie: "HV-4822",
          vandaag: date("2026-12-07"),
          sent: { bekend: "ja", maand: 3, jaar: null },
          probleem: "maand_en_jaar",
        },
        stamp,
      ),
  },
  {
    name: "ronde-voorzitter-wisselen",
    state: "voorzitter, draagt over",
    card: () => overdragenCard(halfway, stamp),
  },
  { name: "ronde-overnemen", state: "ib of notulist, neemt over", card: () => overnemenCard(halfway, stamp) },
  {
    name: "ronde-brengt-in",
    state: "wie een punt inbrengt",
    card: () =>
      brengtInCard(
        {
          punt: punt(2, { brengtIn }),
          wie: [brengtIn, { persoonId: "p2", naam: longName }],
        },
        stamp,
      ),
  },
  {
    name: "ronde-sluiten-zonder-eigenaar",
    state: "vraag voor het sluiten, met wat niemand doet",
    card: () =>
      sluitenCard(
        {
          ...running,
          punten: [
            { ...decided(1), zonderEigenaar: ["actie_houder_weg"] },
            { ...decided(2), zonderEigenaar: ["doorlopen_zonder_houder", "terugkoppeling_zonder_ib"] },
            punt(3, { zonderEigenaar: ["geen_besluit"] }),
          ],
        },
        stamp,
      ),
  },
  {
    name: "ronde-grond-weg",
    state: "ib, een punt zonder geldige toestemming",
    card: card(
      ronde(
        {
          punten: [punt(1, { ontbreekt: [{ code: "toestemming_verlopen", geldigTot: date("2026-12-01") }] })],
          omvang: { aantal: 1, minuten: 15, past: true },
          heleAgenda: true,
        },
        chairActs,
      ),
    ),
  },
  {
    name: "ronde-onleesbaar",
    state: "deelnemer, een punt kan niet worden gelezen",
    card: card(ronde({ punten: [punt(1), punt(2, { leerling: null, wat: null, onleesbaar: true })] })),
  },
  { name: "ronde-vol", state: "veertien punten: past nog op een kaart", card: card(full) },
  {
    name: "ronde-gesloten",
    state: "deelnemer, na afloop",
    card: card(ronde({ status: "gesloten", punten: [decided(1), decided(2)] }, ["verslag"])),
  },
  {
    name: "ronde-gesloten-niets",
    state: "ib, na afloop: er is niets besproken",
    card: card(ronde({ status: "gesloten", heleAgenda: true }, [])),
  },
  {
    name: "ronde-vervallen",
    state: "deelnemer, afgezegd",
    card: card(ronde({ status: "vervallen" }, []), "Deze overlegronde gaat niet door."),
  },
  {
    name: "ronde-vervallen-agenda",
    state: "deelnemer, afgezegd: kan uit de eigen agenda",
    card: card(ronde({ status: "vervallen" }, ["uit_agenda"]), "Deze overlegronde gaat niet door."),
  },
  {
    name: "ronde-outlook-wacht",
    state: "ib en voorzitter, Outlook geeft geen antwoord",
    card: card({ ...preparing, outlook: { kind: "nog_niet", fout: "niet_bereikbaar", stond: false } }),
  },
  {
    name: "ronde-outlook-geen-toegang",
    state: "ib en voorzitter, de beheerder moet iets nakijken",
    card: card({ ...preparing, outlook: { kind: "lukt_niet", fout: "geen_toegang", stond: true } }),
  },
  {
    name: "ronde-outlook-weggehaald",
    state: "ib en voorzitter, iemand haalde de afspraak weg",
    card: card({ ...preparing, outlook: { kind: "lukt_niet", fout: "verwijderd", stond: true } }),
  },
  {
    name: "ronde-outlook-vervallen",
    state: "ib, afgezegd en nog in Outlook",
    card: card(
      ronde({ status: "vervallen", outlook: { kind: "nog_niet", fout: "druk", stond: true } }, [
        "uit_agenda",
      ]),
      "Deze overlegronde gaat niet door.",
    ),
  },
  {
    name: "ronde-agendalink-outlook",
    state: "deelnemer met een uitnodiging in Outlook",
    card: () => agendalinkCard({ url: "https://zorgronde.example/file/abc", uitnodiging: true }),
  },
  {
    name: "ronde-agenda-weg",
    state: "deelnemer haalt de ronde uit de eigen agenda",
    card: () => agendaWegCard({ url: "https://zorgronde.example/file/abc" }),
  },
  {
    name: "ronde-plannen-outlook",
    state: "nieuwe ronde, de link komt van Outlook",
    card: () =>
      rondePlanCard({ ...plan, sent: { ...sent, datum: "2026-12-07", link: "" }, linkVanzelf: true }, stamp),
  },
  {
    name: "ronde-afgemeld",
    state: "bericht aan wie niet meer meedoet",
    card: () => afmeldingCard({ datum: date("2026-12-07") }, stamp),
  },
  {
    name: "ronde-plannen",
    state: "nieuwe ronde, nog leeg",
    card: () => rondePlanCard({ ...plan, sent: { ...sent, datum: "2026-12-07", link: "" } }, stamp),
  },
  {
    name: "ronde-plannen-refused",
    state: "in het weekend en met een vreemde link",
    card: () =>
      rondePlanCard(
        {
          ...plan,
          errors: {
            datum: "dat is in het weekend. De eerste schooldag daarna is maandag 4 januari 2027.",
            link: "dit is niet de link om deel te nemen. Open de vergadering in Teams en kopieer die.",
          },
        },
        stamp,
      ),
  },
  {
    name: "ronde-wijzigen",
    state: "een ronde verzetten",
    card: () => rondePlanCard({ ...plan, bestaand: true, sent: { ...sent, link } }, stamp),
  },
  {
    name: "ronde-aanwezigheid-gast",
    state: "wie zijn er, met iemand die alleen voor één onderwerp komt",
    card: () => aanwezigheidCard({ ...running, punten: coming.punten }, stamp),
  },
  { name: "ronde-aanwezigheid", state: "wie zijn er", card: () => aanwezigheidCard(running, stamp) },
  { name: "ronde-notulist", state: "notulist kiezen", card: () => notulistCard(running, stamp) },
  { name: "ronde-afzeggen", state: "vraag voor het afzeggen", card: () => afzeggenCard(preparing, stamp) },
  { name: "ronde-sluiten", state: "vraag voor het sluiten", card: () => sluitenCard(running, stamp) },
  {
    name: "ronde-sluiten-notulist",
    state: "notulist, die niet elk punt hoeft te zien",
    card: () =>
      sluitenCard(
        {
          ...running,
          heleAgenda: false,
          omvang: null,
          punten: [decided(1)],
          mag: new Set(openActs.filter((act) => act !== "notulist")),
        },
        stamp,
      ),
  },
  {
    name: "ronde-sluiten-uitzondering",
    state: "niet besproken waar de directeur over besloot",
    card: () =>
      sluitenCard(
        { ...running, punten: [punt(1), punt(2, { kring: ["Noor Visser", "Saskia Blom"] })] },
        stamp,
      ),
  },
  {
    name: "ronde-agendalink",
    state: "link naar het agendabestand",
    card: () => agendalinkCard({ url: "https://zorgronde.example/file/abc" }),
  },
  {
    name: "ronde-abonnement",
    state: "nieuw adres",
    card: () => abonnementCard({ url: `https://zorgronde.example/agenda/${"x".repeat(43)}.ics` }),
  },
  { name: "ronde-abonnement-opnieuw", state: "er is al een adres", card: () => nieuwAbonnementCard(stamp) },
  {
    name: "ronde-agenderen",
    state: "kiezen op welke ronde",
    card: () =>
      agendaCard(
        {
          referentie: "HV-4821",
          rondes: [
            {
              id: "5a2b7c1e-0000-4000-8000-0000000000e1",
              datum: date("2026-12-07"),
              begin: time("13:30"),
              plaats: "op_school_en_online",
            },
            {
              id: "5a2b7c1e-0000-4000-8000-0000000000e2",
              datum: date("2027-01-18"),
              begin: time("09:00"),
              plaats: "online",
            },
          ],
        },
        stamp,
      ),
  },
  {
    name: "ronde-agenderen-refused",
    state: "toestemming geldt niet op die dag",
    card: () =>
      agendaCard(
        {
          referentie: "HV-4821",
          rondes: [
            {
              id: "5a2b7c1e-0000-4000-8000-0000000000e2",
              datum: date("2027-01-18"),
              begin: time("09:00"),
              plaats: "online",
            },
          ],
          missing: [{ code: "toestemming_verlopen", geldigTot: date("2026-12-31") }],
        },
        stamp,
      ),
  },
  {
    name: "ronde-agenderen-none",
    state: "er is geen ronde gepland",
    card: () => agendaCard({ referentie: "HV-4821", rondes: [] }, stamp),
  },
];
