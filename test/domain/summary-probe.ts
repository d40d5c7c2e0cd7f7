/**
 * Every field of a dossier, changed on its own in a way that leaves the ground as it is, with the modes in which the
 * channel may notice. A new field of a dossier does not compile until it stands here.
 */
import type {
  ActieFeit,
  AntwoordFeit,
  BesluitFeit,
  Dossier,
  InformatieFeit,
  LeerlingGegevens,
  RegierolFeit,
  TermijnFeit,
  ToestemmingFeit,
  UitzonderingFeit,
} from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { usualToestemmingSettings } from "#domain/toestemming-setting.ts";
import { unseal } from "#domain/unseal.ts";
import {
  aBesluit,
  anAanbod,
  anAgendapunt,
  anAntwoord,
  anUitzondering,
  aRegierol,
  aRonde,
  aTermijn,
  date,
  moment,
} from "./a-dossier.ts";
import type { Mode } from "./summary-world.ts";

type Vary = (dossier: Dossier) => readonly Dossier[];
export interface Probe {
  /** Where the channel must notice; everywhere else it must not. */
  readonly shows: readonly Mode[];
  readonly vary: Vary;
}

const live: readonly Mode[] = ["schriftelijk", "schriftelijk_akkoord", "instemming"];
const agreed: readonly Mode[] = ["schriftelijk_akkoord"];
const hidden = (vary: Vary): Probe => ({ shows: [], vary });
const shown = (shows: readonly Mode[], vary: Vary): Probe => ({ shows, vary });
const texts = ["", "null", "Zed", "<i>", "lang ".repeat(60)];

const set =
  <K extends keyof Dossier>(key: K, ...values: readonly Dossier[K][]): Vary =>
  (dossier) =>
    values.map((value) => ({ ...dossier, [key]: value }));
const sealedText = (key: "vraag" | "gedaanToelichting" | "oudersVraag"): Probe =>
  hidden(set(key, null, ...texts.map(seal)));
const leerling = (changes: readonly Partial<LeerlingGegevens>[]): Probe =>
  hidden((dossier) =>
    changes.map((change) => ({ ...dossier, leerling: seal({ ...unseal(dossier.leerling), ...change }) })),
  );
const toestemming = (change: (kept: ToestemmingFeit) => readonly ToestemmingFeit[]): Probe =>
  hidden((dossier) =>
    dossier.toestemming ? change(dossier.toestemming).map((kept) => ({ ...dossier, toestemming: kept })) : [],
  );
const antwoord = (...changes: readonly Partial<AntwoordFeit>[]): Probe =>
  toestemming((kept) =>
    changes.map((change) => ({ ...kept, antwoorden: kept.antwoorden.map((one) => ({ ...one, ...change })) })),
  );
const informatie = (...changes: readonly Partial<InformatieFeit>[]): Probe =>
  toestemming((kept) => {
    const told = kept.informatie;
    return told ? changes.map((change) => ({ ...kept, informatie: { ...told, ...change } })) : [];
  });
const besluit = (shows: readonly Mode[], ...changes: readonly Partial<BesluitFeit>[]): Probe =>
  shown(shows, (dossier) =>
    changes.map((change) => ({
      ...dossier,
      besluiten: dossier.besluiten.map((one) => ({ ...one, ...change })),
    })),
  );
const regierol = (shows: readonly Mode[], ...changes: readonly Partial<RegierolFeit>[]): Probe =>
  shown(shows, (dossier) =>
    changes.map((change) => ({
      ...dossier,
      regierollen: dossier.regierollen.map((one) => ({ ...one, ...change })),
    })),
  );
const actie = (...changes: readonly Partial<ActieFeit>[]): Probe =>
  hidden((dossier) => changes.map((change) => ({ ...dossier, acties: [{ ...anActie, ...change }] })));
const uitzondering = (...changes: readonly Partial<UitzonderingFeit>[]): Probe =>
  hidden((dossier) =>
    changes.map((change) => ({ ...dossier, uitzondering: anUitzondering({ stand: "nee", ...change }) })),
  );
const termijn = (shows: readonly Mode[], ...changes: readonly Partial<TermijnFeit>[]): Probe =>
  shown(shows, (dossier) =>
    changes.map((change) => ({
      ...dossier,
      termijnen: dossier.termijnen.map((one) => ({ ...one, ...change })),
    })),
  );
const anActie: ActieFeit = {
  id: "x",
  houderId: "smw1",
  omschrijving: seal("Bellen"),
  datum: date("2026-12-02"),
  rondeId: null,
  gedaanOp: null,
  versie: 1,
};

type Keys<T, P extends string> = `${P}.${Extract<keyof T, string>}`;
type Field =
  | keyof Dossier
  | Keys<LeerlingGegevens, "leerling">
  | Keys<ToestemmingFeit, "toestemming">
  | Keys<AntwoordFeit, "antwoord">
  | Keys<InformatieFeit, "informatie">
  | Keys<BesluitFeit, "besluit">
  | Keys<RegierolFeit, "regierol">
  | Keys<ActieFeit, "actie">
  | Keys<TermijnFeit, "termijn">
  | Keys<UitzonderingFeit, "uitzondering">;

export const probes: Readonly<Record<Field, Probe>> = {
  id: hidden(set("id", "h2", "zzz")),
  swvId: hidden(set("swvId", "ander")),
  sztId: hidden(set("sztId", "ander")),
  schoolId: hidden(set("schoolId", "andere")),
  school: hidden(set("school", ...texts)),
  sector: hidden(set("sector", "PO", "VO")),
  referentie: shown(live, set("referentie", "HV-1000", "HV-9999")),
  status: shown(live, set("status", "klaargezet", "in_uitvoering", "afgesloten", "concept", "ingetrokken")),
  stap: hidden(set("stap", 1, 2, 3)),
  leerlingId: hidden(set("leerlingId", "l2")),
  leerling: leerling([{ naam: "Zed", leerjaar: "po_8", kenmerk: "9", geboortemaand: "2016-01" }]),
  "leerling.naam": leerling(texts.map((naam) => ({ naam }))),
  "leerling.geboortemaand": leerling([{ geboortemaand: "2015-01" }, { geboortemaand: "2022-12" }]),
  "leerling.leerjaar": leerling([{ leerjaar: "po_1" }, { leerjaar: "vo_2" }]),
  "leerling.kenmerk": leerling([null, ...texts].map((kenmerk) => ({ kenmerk }))),
  gezag: hidden(set("gezag", "een_ouder", "ouder_en_niet_ouder")),
  gezagMerken: hidden(set("gezagMerken", ["gescheiden"], ["ots", "gezinsvoogd"])),
  bijdragen: hidden(
    set(
      "bijdragen",
      [{ persoonId: "smw1", inhoud: seal("nee") }],
      [{ persoonId: "wijk1", inhoud: seal("ja") }],
    ),
  ),
  gezagGecontroleerdOp: hidden(set("gezagGecontroleerdOp", null, date("2026-09-01"))),
  /** Somebody who has no gezag here. */
  partijen: hidden(
    set("partijen", [
      { partij: "voogd", stand: "overleden", hoe: "akte_of_register", vastgesteldOp: date("2026-09-01") },
    ]),
  ),
  domeinen: hidden(set("domeinen", [], ["veiligheid"], ["leren", "armoede"])),
  urgentie: hidden(set("urgentie", null, "voorrang", "niet_wachten")),
  alGedaan: hidden(set("alGedaan", [], ["externe_hulp"])),
  aanTafel: hidden(set("aanTafel", [], ["politie"], ["leerplicht", "jeugdarts"])),
  vraag: sealedText("vraag"),
  gedaanToelichting: sealedText("gedaanToelichting"),
  oudersVraag: sealedText("oudersVraag"),
  inbrengerId: hidden(set("inbrengerId", "smw1", "bpo1")),
  regieSinds: hidden(set("regieSinds", null, moment("2026-11-01T09:00"))),
  klaargezetOp: hidden(set("klaargezetOp", null, moment("2026-11-01T09:00"))),
  afgeslotenOp: hidden(set("afgeslotenOp", null, moment("2026-11-01T09:00"))),
  afsluitreden: hidden(set("afsluitreden", null, "verhuisd")),
  afsluitingVoorgesteld: hidden(set("afsluitingVoorgesteld", null, "doel_bereikt")),
  versie: hidden(set("versie", 2, 99)),
  team: hidden(set("team", [])),
  toestemming: toestemming((kept) => [{ ...kept, id: "t9", partners: ["politie"] }]),
  "toestemming.id": toestemming((kept) => [{ ...kept, id: "t9" }]),
  /** The grounds are swapped in the mode test. */
  "toestemming.grondslag": toestemming((kept) => [{ ...kept, grondslag: kept.grondslag }]),
  "toestemming.partners": toestemming((kept) => [
    { ...kept, partners: ["politie"] },
    { ...kept, partners: ["jeugdarts", "leerplicht", "smw"] },
  ]),
  "toestemming.geldigTot": toestemming((kept) =>
    ["2026-11-23", "2027-07-31"].flatMap((day) =>
      date(day).until(kept.geldigTot).days < 0 || kept.geldigTot.toString() < "2026-11-23"
        ? []
        : [{ ...kept, geldigTot: date(day) }],
    ),
  ),
  "toestemming.doelen": toestemming((kept) => [{ ...kept, doelen: ["bespreking_szt", "start_jeugdhulp"] }]),
  "toestemming.onderwerpen": toestemming((kept) => [
    { ...kept, onderwerpen: null },
    { ...kept, onderwerpen: ["gedrag", "leren"] },
  ]),
  "toestemming.uitgesloten": toestemming((kept) => [{ ...kept, uitgesloten: ["thuissituatie"] }]),
  /** What ended before the akkoord of now is nobody's business; the akkoord itself is probed with the besluit. */
  "toestemming.eerder": toestemming((kept) => [
    { ...kept, eerder: { nee: [{ partij: "ouder1", op: date("2026-09-01") }], verlopenOp: null } },
    { ...kept, eerder: { nee: [], verlopenOp: date("2026-07-31") } },
  ]),
  "toestemming.informatie": informatie({ taal: "turks" }),
  /** Whether the time to object is over is the ground; how and when they were told is nobody's business. */
  "informatie.verzondenOp": informatie({ verzondenOp: date("2026-10-05") }),
  "informatie.wijze": informatie({ wijze: "mail" }, { wijze: "meegegeven" }),
  "informatie.aan": informatie({ aan: ["ouder1", "ouder2", "leerling"] }),
  "informatie.taal": informatie({ taal: "arabisch" }),
  "informatie.begrepen": informatie({ begrepen: "met_tolk" }, { begrepen: "onbekend" }),
  "informatie.regel": informatie({ regel: { unit: "schooldagen", amount: 3 } }),
  "informatie.toegezegdTot": informatie({ toegezegdTot: date("2026-11-09") }),
  "informatie.bezwaarTot": informatie({ bezwaarTot: date("2026-11-09") }),
  "toestemming.antwoorden": toestemming((kept) => [
    { ...kept, antwoorden: [...kept.antwoorden, anAntwoord("voogd", { op: date("2026-09-01") })] },
  ]),
  "antwoord.partij": toestemming((kept) => [
    { ...kept, antwoorden: [...kept.antwoorden, anAntwoord("voogd2", { soort: "weigering" })] },
  ]),
  /** Whether somebody took it back is the mode; a question that was put says nothing. */
  "antwoord.soort": toestemming((kept) => [
    { ...kept, antwoorden: [anAntwoord("ouder1", { soort: "geen_reactie" }), ...kept.antwoorden] },
  ]),
  "antwoord.op": toestemming((kept) =>
    ["2026-08-20", "2026-11-20"].map((op) => ({
      ...kept,
      antwoorden: kept.antwoorden.map((one) =>
        one.soort === "toestemming" ? { ...one, op: date(op) } : one,
      ),
    })),
  ),
  "antwoord.vorm": antwoord({ vorm: "digitaal_geverifieerd" }, { vorm: "mondeling_bevestigd" }),
  "antwoord.bewaarplaats": antwoord(...texts.map((where) => ({ bewaarplaats: seal(where) }))),
  opruiming: hidden(set("opruiming", { op: moment("2026-11-20T09:00"), totaal: 3, open: 1, vast: 1 })),
  uitzondering: hidden(set("uitzondering", anUitzondering(), anUitzondering({ stand: "gevraagd" }))),
  "uitzondering.id": uitzondering({ id: "u7" }),
  "uitzondering.versie": uitzondering({ versie: 7 }),
  "uitzondering.stand": uitzondering({ stand: "gevraagd" }, { stand: "nee" }, { stand: "gebruikt" }),
  "uitzondering.rondeId": uitzondering({ rondeId: "r1" }),
  "uitzondering.rondeDatum": uitzondering({ rondeDatum: date("2026-11-20") }),
  "uitzondering.geopend": uitzondering({ geopend: true }),
  "uitzondering.gevraagdDoor": uitzondering({ gevraagdDoor: "smw1" }),
  "uitzondering.eerstGevraagdOp": uitzondering({ eerstGevraagdOp: date("2026-11-10") }),
  "uitzondering.directeurId": uitzondering({ directeurId: "bpo1" }),
  "uitzondering.beslotenOp": uitzondering({ beslotenOp: null }),
  "uitzondering.deelnemers": uitzondering({ deelnemers: ["scp1"] }),
  "uitzondering.functies": uitzondering({ functies: ["scp"] }),
  // Of another round: what was discussed without the parents in this one has no line at all (summary.test.ts).
  "uitzondering.besprokenIn": uitzondering({ besprokenIn: ["r8"] }),
  "uitzondering.vastTeLeggen": uitzondering({ vastTeLeggen: "u1" }),
  "uitzondering.oudersWeten": uitzondering({ oudersWeten: true }),
  "uitzondering.herzienOp": uitzondering({ herzienOp: date("2026-12-18") }),
  regels: hidden(set("regels", { ...usualToestemmingSettings, onbereikbare_ouder: "andere_ouder_genoeg" })),
  agendapunten: shown(live, (dossier) => {
    const on = (day: string) => [
      anAgendapunt({ status: "gepland", ronde: aRonde({ datum: date(day), status: "gepland" }) }),
    ];
    return ["2026-12-11", "2027-02-05"].map((day) => ({
      ...dossier,
      status: "geagendeerd",
      agendapunten: on(day),
    }));
  }),
  besluiten: shown(agreed, set("besluiten", [])),
  "besluit.id": besluit([], { id: "b7" }),
  "besluit.agendapuntId": besluit([], { agendapuntId: "a7" }),
  "besluit.besluiten": besluit(agreed, { besluiten: ["regierol_toewijzen", "doorzetten_loket"] }),
  "besluit.afweging": besluit([], ...texts.map((afweging) => ({ afweging: seal(afweging) }))),
  "besluit.regierolKeuze": besluit([], { regierolKeuze: "vertrouwensband" }, { regierolKeuze: null }),
  "besluit.regierolVoor": besluit([], { regierolVoor: "bpo1" }, { regierolVoor: null }),
  "besluit.terugOp": besluit([], { terugOp: date("2026-12-04") }),
  "besluit.genomenOp": besluit([], { genomenOp: moment("2026-11-13T14:00") }),
  "besluit.terugkoppeling": besluit(agreed, {
    terugkoppeling: { verteldOp: date("2026-11-22"), akkoord: "nee" },
  }),
  "besluit.oudersHoren": besluit([], { oudersHoren: true }, { oudersHoren: false }),
  regierollen: shown(agreed, set("regierollen", [])),
  "regierol.id": regierol([], { id: "rr7" }),
  "regierol.houderId": regierol(agreed, { houderId: "bpo1" }),
  "regierol.soort": regierol(agreed, { soort: "waarnemend" }),
  "regierol.van": regierol([], { van: moment("2026-11-22T12:00") }),
  "regierol.tot": regierol(agreed, { tot: moment("2026-11-22T12:00") }),
  "regierol.giz": regierol([], { giz: "afgenomen" }, { giz: "geweigerd" }),
  "regierol.gizOp": regierol([], { gizOp: date("2026-12-01") }),
  aanbod: hidden(set("aanbod", anAanbod())),
  voorstel: hidden(
    set("voorstel", {
      ...{
        id: "x",
        doorId: "smw1",
        aanId: "ib1",
        reden: "geen_tijd" as const,
        stand: "voorgesteld" as const,
      },
    }),
  ),
  waarneming: hidden(
    set("waarneming", {
      ...{ id: "x", voorId: "smw1", doorId: "ib1", van: date("2026-12-01"), tot: date("2026-12-11") },
      ...{ stand: "afgesproken" as const, akkoordOp: null, begonnen: false },
    }),
  ),
  voortgang: hidden(
    set("voortgang", {
      ...{ hoe: "loopt_vast" as const, contact: false, meerHulp: true },
      op: Temporal.Instant.from("2026-11-20T09:00:00Z"),
    }),
  ),
  doelbereik: hidden(
    set("doelbereik", {
      ...{ sociaal_emotioneel: "bereikt" as const, ouders: "deels" as const, samenwerking: "niet" as const },
      ...{ passende_hulp: "weet_ik_niet" as const, leerkracht: "bereikt" as const },
    }),
  ),
  pauzes: hidden(
    set("pauzes", [
      {
        ...{ id: "x", reden: "gezin_tijdelijk_weg" as const, begonnenOp: moment("2026-11-20T12:00") },
        ...{ van: date("2026-11-20"), tot: date("2026-12-11"), gestoptOp: null },
      },
    ]),
  ),
  aanmeldingen: hidden(
    set("aanmeldingen", [
      {
        ...{ id: "x", bij: "wijkteam" as const, gemaaktOp: moment("2026-11-22T12:00"), vervallen: false },
        ...{ verstuurdOp: date("2026-11-20"), ontvangenOp: date("2026-11-21"), opgepaktOp: null },
        ...{ nagevraagdOp: null, uitkomst: null, uitkomstOp: null },
      },
    ]),
  ),
  trajecten: hidden(
    set("trajecten", [
      {
        ...{ id: "x", gestartOp: date("2026-11-20"), meerHulpOp: date("2026-11-21"), vervallen: false },
        ...{ tussen: { op: date("2026-11-21"), stand: "loopt_vast" as const }, eind: null, gestopt: null },
        ...{ eindGeplandOp: date("2026-12-01"), verlengd: null },
        genodigden: [{ persoonId: "wijk1", gekoppeld: true }],
      },
    ]),
  ),
  wachtlijst: hidden(
    set("wachtlijst", [
      {
        ...{
          id: "x",
          soort: "logopedie" as const,
          sinds: date("2026-09-01"),
          verwachtTot: null,
          vervallen: false,
        },
        ...{ contactId: null, nagevraagdOp: null, uitkomst: null, uitkomstOp: null, geenOverbrugging: null },
        overbruggingen: [
          {
            ...{ id: "y", soort: "kindgesprekken" as const, doorId: null, door: "smw" as const },
            ...{
              doel: "niet_erger" as const,
              tot: date("2026-12-18"),
              einde: null,
              eindeOp: null,
              vervallen: false,
            },
          },
        ],
      },
    ]),
  ),
  terugblik: hidden(
    set("terugblik", {
      ...{ langer: true, werkt: "nee" as const, andersNodig: true, besprokenMet: ["ouders"] },
      ...{ uitkomst: "wordt_aangepast" as const, op: Temporal.Instant.from("2026-11-20T09:00:00Z") },
    }),
  ),
  weigeringen: hidden(set("weigeringen", [{ besluitId: "b1", persoonId: "smw1", reden: "te_dichtbij" }])),
  koppelingen: hidden(set("koppelingen", [{ persoonId: "scp1", tot: null }])),
  acties: hidden(set("acties", [], [anActie, anActie])),
  "actie.id": actie({ id: "y" }),
  "actie.houderId": actie({ houderId: "jv1" }),
  "actie.omschrijving": actie(...texts.map((omschrijving) => ({ omschrijving: seal(omschrijving) }))),
  "actie.rondeId": actie({ rondeId: "r1" }),
  "actie.datum": actie({ datum: date("2026-11-25") }),
  "actie.gedaanOp": actie({ gedaanOp: moment("2026-11-22T09:00") }),
  "actie.overdracht": actie({ overdracht: { aan: "jv1", door: "ib1", stand: "gevraagd", reden: null } }),
  "actie.versie": actie({ versie: 7 }),
  termijnen: shown(live, set("termijnen", [])),
  "termijn.id": termijn([], { id: "q" }),
  "termijn.soort": termijn(live, { soort: "bezwaartermijn" }, { soort: "toestemming_verloopt" }),
  "termijn.vervalt": termijn(live, { vervalt: date("2027-01-12") }),
  "termijn.verantwoordelijke": termijn([], { verantwoordelijke: "ib" }),
  "termijn.persoonId": termijn([], { persoonId: "jv1" }),
  "termijn.actieId": termijn([], { actieId: "x" }),
  "termijn.status": termijn(live, { status: "klaar" }),
  "termijn.uitgesteld": termijn([], { uitgesteld: 3 }),
  "termijn.klaarOp": termijn([], { klaarOp: Temporal.Instant.from("2026-11-20T09:00:00Z") }),
  "termijn.versie": termijn([], { versie: 4 }),
  correcties: hidden(
    set(
      "correcties",
      [],
      [{ over: "besluit", bij: "b1", tekst: seal("Niet juist"), op: moment("2026-11-22T12:00") }],
    ),
  ),
};

/** The dossier that is probed: everything that could show is there, besides a Loket. */
export const probed = {
  besluiten: [aBesluit(["regierol_toewijzen"])],
  regierollen: [aRegierol("smw1")],
  termijnen: [aTermijn("voortgang", "2026-12-18")],
} as const;
