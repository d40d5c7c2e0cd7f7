/**
 * A translation of brief-nederlands.ts, not yet checked by a native speaker. One word for one thing: toestemming is zgoda,
 * bezwaar sprzeciw, vraag pytanie, overleggen omówić. Państwo to parents, Ty to a pupil; sentences for both address nobody.
 */
import type { BriefWoorden } from "./brief-woord.ts";

const team = "W tym zespole szkoła współpracuje z osobami, które pomagają dzieciom i rodzicom.";

export const woorden: BriefWoorden = {
  locale: "pl",
  rtl: false,
  melding:
    "To jest tłumaczenie. Wiążący jest tekst niderlandzki. Tego tłumaczenia nie sprawdziła jeszcze osoba, dla której polski jest językiem ojczystym.",
  functie: {
    ib: "koordynator wsparcia w szkole (intern begeleider)",
    coo: "koordynator wsparcia uczniów (ondersteuningscoördinator)",
    smw: "szkolny pracownik socjalny",
    wijkteam: "pracownik zespołu dzielnicowego (wijkteam)",
    scp: "osoba kontaktowa związku szkół (samenwerkingsverband)",
    bpo: "doradca do spraw dodatkowego wsparcia w szkole (begeleider passend onderwijs)",
    orthopedagoog: "pedagog specjalny (orthopedagoog)",
    jeugdverpleegkundige: "pielęgniarka do spraw zdrowia dzieci i młodzieży",
    jeugdarts: "lekarz do spraw zdrowia dzieci i młodzieży",
    leerplicht: "urzędnik do spraw obowiązku szkolnego (leerplichtambtenaar)",
    politie: "policjant dzielnicowy",
    overig: "inna osoba:",
  },
  partij: {
    ouder1: "Rodzic lub opiekun 1",
    ouder2: "Rodzic lub opiekun 2",
    leerling: "Uczeń / uczennica",
    voogd: "Opiekun prawny",
    voogd2: "Opiekun prawny 2",
  },
  label: {
    uiterlijk: "Najpóźniej",
    aan: "Komu",
    naam: { ouders: "Imię i nazwisko dziecka", leerling: "Twoje imię i nazwisko" },
    vraag: "Pytanie, które omówimy",
    uitgesloten: "O tym nie rozmawiamy",
    wie: "Kto",
    ondertekenaar: "Imię i nazwisko",
    datum: "Data",
    handtekening: "Podpis",
    vragen: "Pytania",
    klacht: "Skargi",
    functionaris: "Inspektor ochrony danych",
    toezicht: "Nadzór nad ochroną prywatności",
  },
  brief: {
    aanhef: { ouders: "Szanowni Rodzice lub Opiekunowie,", leerling: "Drogi Uczniu, droga Uczennico," },
    kop: {
      schriftelijk: {
        ouders: "Czy możemy omówić sytuację Państwa dziecka?",
        leerling: "Czy możemy omówić Twoją sytuację?",
      },
      instemming: {
        ouders: "Chcemy omówić sytuację Państwa dziecka",
        leerling: "Chcemy omówić Twoją sytuację",
      },
      regierol: {
        ouders: "Czy zgadzają się Państwo z naszą propozycją?",
        leerling: "Czy zgadzasz się z naszą propozycją?",
      },
    },
    inleiding: {
      schriftelijk: {
        ouders: `Chcemy dobrze pomóc Państwa dziecku. Dlatego chcemy omówić jego sytuację w Szkolnym Zespole Wsparcia (School Zorg Team). ${team} Zrobimy to tylko za Państwa zgodą.`,
        leerling: `Chcemy dobrze Ci pomóc. Dlatego chcemy omówić Twoją sytuację w Szkolnym Zespole Wsparcia (School Zorg Team). ${team} Masz 16 lat lub więcej. Dlatego decydujesz samodzielnie. Rodzice dowiedzą się o tym tylko za Twoją zgodą.`,
      },
      instemming: {
        ouders: `Chcemy dobrze pomóc Państwa dziecku. Dlatego chcemy omówić jego sytuację w Szkolnym Zespole Wsparcia (School Zorg Team). ${team} Jeśli zgłoszą Państwo sprzeciw, nie zrobimy tego.`,
        leerling: `Chcemy dobrze Ci pomóc. Dlatego chcemy omówić Twoją sytuację w Szkolnym Zespole Wsparcia (School Zorg Team). ${team} Masz 16 lat lub więcej. Dlatego decydujesz samodzielnie. Rodzice dowiedzą się o tym tylko za Twoją zgodą. Jeśli zgłosisz sprzeciw, nie zrobimy tego.`,
      },
      regierol: {
        ouders:
          "Szkolny Zespół Wsparcia (School Zorg Team) omówił sytuację Państwa dziecka. Nasza propozycja: jedna stała osoba czuwa nad całością i jest Państwa osobą kontaktową. To jest rola koordynująca (regierol). Zaczniemy tylko za Państwa zgodą.",
        leerling:
          "Szkolny Zespół Wsparcia (School Zorg Team) omówił Twoją sytuację. Nasza propozycja: jedna stała osoba czuwa nad całością i jest Twoją osobą kontaktową. To jest rola koordynująca (regierol). Masz 16 lat lub więcej. Zaczniemy tylko za Twoją zgodą. Rodzice dowiedzą się o tym tylko za Twoją zgodą.",
      },
    },
    wie: {
      ouders: "Tylko te osoby poznają imię i nazwisko Państwa dziecka oraz pytanie:",
      leerling: "Tylko te osoby poznają Twoje imię i nazwisko oraz pytanie:",
    },
    wat: {
      kop: "Co przekazujemy?",
      tekst: {
        schriftelijk: {
          ouders:
            "Wspólnie szukamy pomocy, która pasuje do pytania z formularza. Przekazujemy tylko to, co jest do tego potrzebne, nigdy całą dokumentację. Czy o czymś mamy nie rozmawiać? Proszę wpisać to w formularzu.",
          leerling:
            "Wspólnie szukamy pomocy, która pasuje do pytania z formularza. Przekazujemy tylko to, co jest do tego potrzebne, nigdy całą dokumentację. Czy o czymś mamy nie rozmawiać? Wpisz to w formularzu.",
        },
        instemming: {
          ouders:
            "Wspólnie szukamy odpowiedniej pomocy. Przekazujemy tylko imię i nazwisko Państwa dziecka oraz pytanie. Osoby spoza szkoły mówią tylko, czy znają Państwa dziecko, od kiedy i czy ich pomoc się zakończyła.",
          leerling:
            "Wspólnie szukamy odpowiedniej pomocy. Przekazujemy tylko Twoje imię i nazwisko oraz pytanie. Osoby spoza szkoły mówią tylko, czy Cię znają, od kiedy i czy ich pomoc się zakończyła.",
        },
        regierol: {
          ouders:
            "Ta osoba poznaje imię i nazwisko Państwa dziecka, pytanie i ustalenia zespołu. Pozostałe osoby dowiadują się tylko tego, co jest potrzebne, aby pomóc.",
          leerling:
            "Ta osoba poznaje Twoje imię i nazwisko, pytanie i ustalenia zespołu. Pozostałe osoby dowiadują się tylko tego, co jest potrzebne, aby pomóc.",
        },
      },
    },
    doelen: {
      kop: "Prosimy także o zgodę na",
      tekst:
        "W formularzu prosimy także o inne zgody. Przy każdym punkcie należy wybrać „tak” lub „nie”. Odpowiedź „nie” w tym miejscu nie przeszkadza w omówieniu pytania.",
      kind: "Na pomoc, badanie lub leczenie potrzebna jest także zgoda dziecka.",
      doel: {
        start_jeugdhulp: "Rozpoczęcie pomocy dla dzieci i młodzieży (jeugdhulp)",
        start_hulp_wgbo: "Rozpoczęcie badania lub leczenia",
        verstrekking_extern: "Przekazanie danych osobie spoza zespołu",
      },
    },
    geldig: "Ostatni dzień ważności zgody",
    intrekken: {
      schriftelijk: "Zgodę można wycofać w każdej chwili. Wtedy od razu przestajemy.",
      regierol: "Zgodę można wycofać w każdej chwili. Wtedy ta osoba kończy swoją rolę.",
    },
    nee: {
      kop: "Można też powiedzieć „nie”",
      tekst: {
        ouders: "Wtedy szkoła pomaga Państwa dziecku tak jak teraz.",
        leerling: "Wtedy szkoła pomaga Ci tak jak teraz.",
      },
    },
    bezwaar: {
      kop: "Czy jest sprzeciw?",
      tekst: {
        hoe: "Prosimy dać nam znać na formularzu, mailem, przez telefon lub w rozmowie. Nie trzeba podawać powodu.",
        een: "Jeśli jedna z osób powie „nie”, nie omówimy tego.",
        stilte:
          "Jeśli nie dostaniemy odpowiedzi, omówimy to po tym dniu. Później też można w każdej chwili zgłosić sprzeciw. Wtedy od razu przestajemy.",
        regierol: {
          ouders: "Jeśli jedna stała osoba ma pomagać Państwa dziecku, najpierw poprosimy o zgodę.",
          leerling: "Jeśli jedna stała osoba ma Ci pomagać, najpierw poprosimy o zgodę.",
        },
      },
    },
    houder: "Proponujemy tę osobę",
    taken: {
      kop: "Co robi ta osoba?",
      tekst: {
        ouders: [
          "rozmawia z Państwem o tym, co idzie dobrze i co jest potrzebne;",
          "ustala z Państwem i z osobami, które pomagają, co zrobimy;",
          "pilnuje, aby wszyscy dotrzymywali ustaleń;",
          "po trzech miesiącach sprawdza z Państwem, czy to pomaga.",
        ],
        leerling: [
          "rozmawia z Tobą o tym, co idzie dobrze i co jest potrzebne;",
          "ustala z Tobą i z osobami, które pomagają, co zrobimy;",
          "pilnuje, aby wszyscy dotrzymywali ustaleń;",
          "po trzech miesiącach sprawdza z Tobą, czy to pomaga.",
        ],
      },
    },
    rechten: {
      kop: "Prawa",
      tekst: {
        ouders:
          "Mogą Państwo zobaczyć, co zapisano o Państwa dziecku. Jeśli coś się nie zgadza, poprawimy to. Można też poprosić o usunięcie danych.",
        leerling:
          "Możesz zobaczyć, co o Tobie zapisano. Jeśli coś się nie zgadza, poprawimy to. Można też poprosić o usunięcie danych.",
      },
    },
    terug: {
      kop: "Zwrot formularza",
      tekst: {
        ook: "Prosimy go oddać także wtedy, gdy odpowiedź brzmi „nie”.",
        allen: "Każda osoba wymieniona w formularzu wypełnia go i podpisuje samodzielnie.",
        gehoord:
          "Państwa dziecko ma 12 lat lub więcej i też może powiedzieć, co o tym myśli. Jeśli dziecko powie „nie”, nie omówimy tego.",
      },
    },
    uitleg: {
      kop: "Czy potrzebne jest wyjaśnienie?",
      tekst: {
        tolk: "Chętnie wyjaśnimy ten list w rozmowie. Będzie przy niej tłumacz. To nic nie kosztuje.",
        geenTolk:
          "Chętnie wyjaśnimy ten list w rozmowie. Czy potrzebny jest tłumacz? Prosimy dać nam znać. To nic nie kosztuje.",
      },
    },
    zin: {
      schriftelijk: "Wyrażam zgodę na omówienie tego pytania z osobami wymienionymi w tym liście.",
      instemming: "Proszę wypełnić tylko w razie sprzeciwu lub jeśli najpierw potrzebna jest rozmowa.",
      regierol: "Zgadzam się, aby ta osoba przejęła rolę koordynującą (regierol).",
    },
    keuzes: {
      schriftelijk: ["Tak", "Nie"],
      instemming: ["Zgłaszam sprzeciw", "Najpierw rozmowa"],
      regierol: ["Tak", "Nie"],
    },
  },
  folder: {
    kop: "Szkolny Zespół Wsparcia (School Zorg Team):",
    wat: {
      kop: "Co to jest?",
      tekst:
        "Czasem dziecko potrzebuje więcej pomocy, niż może dać nauczyciel. Wtedy szkoła współpracuje z osobami, które pomagają dzieciom i rodzicom, w szkole i w domu. Razem tworzą Szkolny Zespół Wsparcia. Szukają z Państwem odpowiedniej pomocy. To nic nie kosztuje.",
    },
    wie: "Kto należy do zespołu?",
    hoe: {
      kop: "Jak to działa?",
      tekst: [
        "Szkoła najpierw rozmawia z Państwem o pytaniu.",
        "Dostają Państwo list. Prosimy w nim o zgodę albo pytamy, czy jest sprzeciw.",
        "Zespół omawia sprawę. Potem szkoła mówi Państwu, jaki jest wynik. Można też zapytać, czy można być na spotkaniu.",
        "Czasem potrzeba więcej pomocy. Wtedy jedna stała osoba zostaje Państwa osobą kontaktową. O to też najpierw pytamy.",
      ],
    },
    delen: {
      kop: "Co przekazujemy?",
      tekst: [
        "Tylko to, co jest potrzebne do pytania. Nigdy całą dokumentację.",
        "Tylko osobom wymienionym w liście.",
        "Czasem szkoła prosi o radę bez podawania nazwiska. Wtedy nikt nie wie, o które dziecko chodzi.",
      ],
    },
    beslissen: {
      kop: "Kto decyduje?",
      tekst:
        "Jeśli dziecko ma mniej niż 12 lat, decydują rodzice, którzy mają władzę rodzicielską. Od 12 do 16 lat pytamy także dziecko. Od 16 lat uczeń decyduje samodzielnie.",
    },
    rechten: {
      kop: "Prawa",
      tekst: [
        "Zawsze można powiedzieć „nie”, zgłosić sprzeciw i wycofać zgodę. Wtedy od razu przestajemy.",
        "Można zobaczyć, co zapisano o dziecku i kto to widział.",
        "Jeśli coś się nie zgadza, poprawimy to. Można też poprosić o usunięcie danych.",
      ],
    },
    vraagAan: "Kogo można o to zapytać",
    bewaren: {
      kop: "Jak długo przechowujemy dane?",
      tekst: (duur) =>
        "jaren" in duur
          ? `Liczba lat po zakończeniu pomocy: ${duur.jaren}. Potem je usuwamy.`
          : `Liczba miesięcy po zakończeniu pomocy: ${duur.maanden}. Potem je usuwamy.`,
    },
    gevaar: {
      kop: "Gdy dziecko jest w niebezpieczeństwie",
      tekst:
        "Bardzo rzadko zapytanie najpierw nie jest dla dziecka bezpieczne. Wtedy dyrektor może zdecydować, że zespół mimo to omówi sprawę. Dyrektor zapisuje powód. Powiemy o tym Państwu, gdy tylko będzie to bezpieczne.",
    },
  },
};
