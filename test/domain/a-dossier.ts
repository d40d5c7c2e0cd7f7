/** Builders with safe defaults: a pupil of nine, both parents consented, the smw, bpo and scp are named. */
import { type Besluit, type Functie, type Partij, schoolFuncties } from "#domain/code.ts";
import type {
  AanbodFeit,
  AgendapuntFeit,
  AntwoordFeit,
  BesluitFeit,
  Dossier,
  InformatieFeit,
  LeerlingGegevens,
  RegierolFeit,
  RondeFeit,
  TeamlidFeit,
  TermijnFeit,
  ToestemmingFeit,
  UitzonderingFeit,
} from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { isJa } from "#domain/toestemming-antwoord.ts";
import { usualToestemmingSettings } from "#domain/toestemming-setting.ts";

export const date = (text: string) => Temporal.PlainDate.from(text);
/** Wall time in Amsterdam, such as "2026-11-23T10:00". */
export const moment = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime("Europe/Amsterdam").toInstant();

export const today = date("2026-11-23");
export const now = moment("2026-11-23T10:00");

export function aToestemming(over: Partial<ToestemmingFeit> = {}): ToestemmingFeit {
  return {
    id: "t1",
    grondslag: "schriftelijk",
    doelen: ["bespreking_szt"],
    partners: ["smw", "bpo", "scp"],
    onderwerpen: null,
    uitgesloten: [],
    geldigTot: date("2027-07-31"),
    antwoorden: (["ouder1", "ouder2"] as const).map((partij) => anAntwoord(partij)),
    informatie: null,
    ...over,
  };
}

/** A yes on paper, in September. */
export function anAntwoord(partij: Partij, over: Partial<AntwoordFeit> = {}): AntwoordFeit {
  return {
    partij,
    soort: "toestemming",
    op: date("2026-09-14"),
    vorm: "papier",
    bewaarplaats: null,
    ...over,
  };
}

/** The parents were told on 2 November; the last day to object was the 16th. */
export function anInstemming(
  over: Partial<ToestemmingFeit> = {},
  informatie: Partial<InformatieFeit> = {},
): ToestemmingFeit {
  return aToestemming({
    grondslag: "instemming",
    antwoorden: [],
    informatie: {
      verzondenOp: date("2026-11-02"),
      wijze: "brief",
      aan: ["ouder1", "ouder2"],
      taal: "nederlands",
      begrepen: "ja",
      regel: { unit: "schooldagen", amount: 10 },
      toegezegdTot: null,
      bezwaarTot: date("2026-11-16"),
      ...informatie,
    },
    ...over,
  });
}

/** Everyone who said yes takes it back on this day. */
export function takenBack(kept: ToestemmingFeit, op: Temporal.PlainDate): ToestemmingFeit {
  const back = kept.antwoorden
    .filter(({ soort }) => isJa(soort))
    .map(({ partij }) => anAntwoord(partij, { soort: "ingetrokken", op, vorm: "mondeling" }));
  return { ...kept, antwoorden: [...kept.antwoorden, ...back] };
}

/** The directeur said yes for the round of 26 November: the ib, the bpo and the smw. */
export function anUitzondering(over: Partial<UitzonderingFeit> = {}): UitzonderingFeit {
  return {
    id: "u1",
    versie: 2,
    stand: "ja",
    rondeId: "r7",
    rondeDatum: date("2026-11-26"),
    geopend: false,
    gevraagdDoor: "ib1",
    eerstGevraagdOp: date("2026-11-20"),
    directeurId: "dir1",
    beslotenOp: moment("2026-11-23T09:00"),
    deelnemers: ["ib1", "bpo1", "smw1"],
    functies: ["ib", "bpo", "smw"],
    besprokenIn: [],
    vastTeLeggen: null,
    oudersWeten: false,
    herzienOp: null,
    ...over,
  };
}

export function aTeamlid(persoonId: string, functie: Functie, over: Partial<TeamlidFeit> = {}): TeamlidFeit {
  return {
    persoonId,
    naam: `Naam van ${persoonId}`,
    functie,
    schoolId: schoolFuncties.some((one) => one === functie) ? "school" : null,
    voorzitter: false,
    van: date("2026-08-01"),
    tot: null,
    ...over,
  };
}

export const someTeam: readonly TeamlidFeit[] = [
  aTeamlid("ib1", "ib", { voorzitter: true }),
  aTeamlid("smw1", "smw"),
  aTeamlid("smw2", "smw"),
  aTeamlid("bpo1", "bpo"),
  aTeamlid("scp1", "scp"),
  aTeamlid("jv1", "jeugdverpleegkundige"),
  aTeamlid("lpa1", "leerplicht"),
  aTeamlid("wijk1", "wijkteam"),
  aTeamlid("dir1", "directeur"),
];

export function aRonde(over: Partial<RondeFeit> = {}): RondeFeit {
  return {
    id: "r1",
    swvId: "swv",
    sztId: "szt",
    datum: date("2026-11-20"),
    begin: Temporal.PlainTime.from("13:30"),
    duurMinuten: 60,
    plaats: "op_school_en_online",
    deelnameLink:
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d",
    status: "gesloten",
    voorzitterId: "ib1",
    notulistId: "smw1",
    icsVolgorde: 0,
    agendaVastOp: null,
    samenvattingBevestigdOp: null,
    versie: 1,
    deelnemers: someTeam
      .filter((lid) => lid.functie !== "directeur" && lid.functie !== "leerplicht")
      .map(({ persoonId, naam, functie }) => ({ persoonId, naam, functie, aanwezigheid: "in_de_kamer" })),
    ...over,
  };
}

export function anAgendapunt(over: Partial<AgendapuntFeit> = {}): AgendapuntFeit {
  return {
    id: "a1",
    ronde: aRonde(),
    hulpvraagId: "h1",
    volgorde: 1,
    minuten: 15,
    status: "besproken",
    ...over,
  };
}

export function aBesluit(besluiten: readonly Besluit[], over: Partial<BesluitFeit> = {}): BesluitFeit {
  return {
    id: "b1",
    agendapuntId: "a1",
    besluiten,
    afweging: seal("Het kind heeft rust nodig"),
    regierolVoor: besluiten.includes("regierol_toewijzen") ? "smw1" : null,
    terugOp: null,
    oudersHoren: null,
    genomenOp: moment("2026-11-20T14:00"),
    terugkoppeling: null,
    ...over,
  };
}

/** Asked of the smw after the besluit, and not answered. */
export function anAanbod(over: Partial<AanbodFeit> = {}): AanbodFeit {
  return { id: "o1", besluitId: "b1", persoonId: "smw1", status: "aangeboden", ...over };
}

export function aRegierol(houderId: string, over: Partial<RegierolFeit> = {}): RegierolFeit {
  return {
    id: "rr1",
    houderId,
    soort: "actief",
    van: moment("2026-11-21T09:00"),
    tot: null,
    giz: null,
    ...over,
  };
}

export function aTermijn(soort: string, vervalt: string, over: Partial<TermijnFeit> = {}): TermijnFeit {
  return {
    id: `term-${soort}`,
    soort,
    vervalt: date(vervalt),
    verantwoordelijke: "regierolhouder",
    persoonId: null,
    actieId: null,
    status: "open",
    uitgesteld: 0,
    versie: 1,
    ...over,
  };
}

export function someLeerling(over: Partial<LeerlingGegevens> = {}): LeerlingGegevens {
  return { naam: "Noor Voorbeeld", geboortemaand: "2017-04", leerjaar: "po_5", kenmerk: null, ...over };
}

export function aDossier(over: Partial<Dossier> = {}): Dossier {
  return {
    id: "h1",
    swvId: "swv",
    sztId: "szt",
    schoolId: "school",
    school: "De Vlinder",
    sector: "PO",
    referentie: "HV-4821",
    status: "besproken",
    stap: 3,
    leerlingId: "l1",
    leerling: seal(someLeerling()),
    gezag: "beide_ouders",
    gezagMerken: [],
    gezagGecontroleerdOp: null,
    partijen: [],
    domeinen: ["gedrag"],
    urgentie: "gewoon",
    alGedaan: [],
    aanTafel: ["smw", "bpo"],
    vraag: seal("Hoe helpen we Noor in de klas?"),
    gedaanToelichting: null,
    oudersVraag: null,
    inbrengerId: "ib1",
    regieSinds: null,
    klaargezetOp: null,
    afgeslotenOp: null,
    afsluitreden: null,
    afsluitingVoorgesteld: null,
    versie: 1,
    team: someTeam,
    toestemming: aToestemming(),
    uitzondering: null,
    opruiming: null,
    regels: usualToestemmingSettings,
    agendapunten: [anAgendapunt()],
    besluiten: [],
    regierollen: [],
    aanbod: null,
    weigeringen: [],
    koppelingen: [],
    acties: [],
    termijnen: [],
    correcties: [],
    ...over,
  };
}

/** The parents agreed to the regierol on 21 November 2026. */
export const akkoord = { verteldOp: date("2026-11-21"), akkoord: "ja" } as const;
