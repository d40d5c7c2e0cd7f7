import {
  adviesvraagCard,
  adviesvragenCard,
  eerstToestemmingCard,
  geenAdviesvraagCard,
} from "#cards/adviesvraag.ts";
import {
  adviesDialogCard,
  adviesDialogWords,
  adviesIntrekkenCard,
  adviesWissenCard,
  antwoordCard,
  opNaamCard,
} from "#cards/adviesvraag-dialog.ts";
import { adviesLeeg, antwoordForm } from "#cards/adviesvraag-form.ts";
import { intakeStap1Card } from "#cards/intake.ts";
import { stap1Leeg } from "#cards/intake-form.ts";
import { noticeWords } from "#cards/notice.ts";
import { screeningWords } from "#cards/screening.ts";
import { type AdviesForm, checkAdvies, tekstmerk } from "#domain/adviesvraag-form.ts";
import type { AdviesAct, AdviesvraagGezien } from "#domain/adviesvraag-view.ts";
import { aTeamlid, date, now } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const vraag =
  "Een leerling in de middenbouw raakt overstuur bij elke wisseling van les. Wat kunnen we in de klas doen om dat rustiger te laten verlopen?";
const advies =
  "Werk met een vaste volgorde op het bord en kondig elke wisseling vijf minuten van tevoren aan.\nProbeer dit vier weken en kijk dan samen terug.";

function gezien(over: Partial<AdviesvraagGezien> = {}, mag: readonly AdviesAct[] = []): AdviesvraagGezien {
  return {
    id: "5a2b7c1e-0000-4000-8000-0000000000f1",
    versie: 1,
    status: "gesteld",
    kring: "kernteam_nu",
    domein: "gedrag",
    uitkomst: null,
    vraag,
    antwoord: null,
    vrager: "Noor Visser",
    vanMij: true,
    beantwoordDoor: null,
    ronde: null,
    gesteldOp: date("2026-11-23"),
    beantwoordOp: null,
    wissenOp: date("2027-02-15"),
    mag: new Set(mag),
    ...over,
  };
}

const answered: Partial<AdviesvraagGezien> = {
  status: "beantwoord",
  uitkomst: "advies_gegeven",
  antwoord: advies,
  beantwoordDoor: "Saskia Blom",
  beantwoordOp: date("2026-11-24"),
  wissenOp: date("2026-12-22"),
};
const ronde = { datum: date("2026-12-07"), begin: Temporal.PlainTime.from("13:30") };

const sample = (name: string, state: string, seen: AdviesvraagGezien, lead?: string): Sample => ({
  name: `adviesvraag-${name}`,
  state,
  card: () => adviesvraagCard(seen, stamp, lead),
});

const scholen = [{ id: "5a2b7c1e-0000-4000-8000-00000000ab01", naam: "De Regenboog" }];
const form = (over: Partial<typeof adviesLeeg> = {}) => ({
  ...adviesLeeg,
  vraag,
  domein: "gedrag",
  kring: "kernteam_nu",
  ...over,
});
const ask = (text: string, over: Partial<AdviesForm> = {}, gewezen = 0, leerlingen = 140) => {
  const sent: AdviesForm = {
    schoolId: "s1",
    vraag: text,
    domein: "gedrag",
    kring: "kernteam_nu",
    reden: null,
    ...over,
  };
  const facts = {
    school: { leerlingen, sector: "PO" as const },
    team: [aTeamlid("b1", "bpo")],
    known: { team: ["Noor Visser"] },
    now,
    gewezen,
  };
  const oordeel = checkAdvies(sent, facts);
  if (oordeel.kind === "goed") throw new Error("nothing was pointed out");
  return adviesDialogCard(
    {
      scholen,
      form: form({ vraag: text }),
      ...(oordeel.kind === "velden" ? { problemen: oordeel.problemen } : { opgevallen: oordeel }),
    },
    stamp,
  );
};

const small =
  "Een jongen uit groep 6 is de enige met een rolstoel. Zijn tweelingbroer zit in dezelfde klas. Hoe helpen we hem bij gym?";

export const samples: Sample[] = [
  sample(
    "gesteld",
    "ib, ligt bij het kernteam",
    gezien({}, ["intrekken"]),
    noticeWords.adviesvraag_gesteld.lead,
  ),
  sample(
    "kernteam",
    "kernteam, geef advies",
    gezien({ vanMij: false }, ["antwoorden"]),
    noticeWords.adviesvraag_ontvangen.lead,
  ),
  sample(
    "wacht",
    "ib, nog geen ronde gepland",
    gezien({ status: "wacht_op_ronde", kring: "ronde_tafel" }, ["intrekken"]),
  ),
  sample(
    "geagendeerd",
    "ib, op de agenda",
    gezien({ status: "geagendeerd", kring: "ronde_kernteam", ronde }, ["intrekken"]),
  ),
  sample(
    "aan-tafel",
    "ib, de ronde is bezig",
    gezien({ status: "geagendeerd", kring: "ronde_tafel", ronde }, ["vastleggen", "intrekken"]),
  ),
  sample(
    "beantwoord",
    "ib, er is advies",
    gezien(answered, ["overnemen", "wissen"]),
    noticeWords.adviesvraag_beantwoord.lead,
  ),
  sample("beantwoord-kernteam", "kernteam, na het advies", gezien({ ...answered, vanMij: false })),
  sample(
    "maak-hulpvraag",
    "ib, de ronde wil een hulpvraag",
    gezien({ ...answered, kring: "ronde_tafel", uitkomst: "hulpvraag_maken", antwoord: null }, [
      "overnemen",
      "wissen",
    ]),
  ),
  {
    name: "adviesvraag-lijst",
    state: "ib, twee die openstaan",
    card: () =>
      adviesvragenCard(
        {
          gezien: [
            gezien(),
            gezien({ ...answered, domein: "verzuim", id: "5a2b7c1e-0000-4000-8000-0000000000f2" }),
          ],
          magStellen: true,
        },
        stamp,
      ),
  },
  {
    name: "adviesvraag-lijst-leeg",
    state: "ib, niets open",
    card: () => adviesvragenCard({ gezien: [], magStellen: true }, stamp),
  },
  {
    name: "adviesvraag-lijst-kernteam",
    state: "kernteam",
    card: () => adviesvragenCard({ gezien: [gezien({ vanMij: false })], magStellen: false }, stamp),
  },
  {
    name: "adviesvraag-niet-aan-jou",
    state: "smw typt adviesvraag",
    card: () => geenAdviesvraagCard(["Noor Visser"]),
  },
  {
    name: "adviesvraag-eerst-toestemming",
    state: "ib, in een samenwerkingsverband dat altijd toestemming wil",
    card: () => eerstToestemmingCard(stamp),
  },
  {
    name: "adviesvraag-formulier",
    state: "leeg",
    card: () => adviesDialogCard({ scholen, form: adviesLeeg }, stamp),
  },
  {
    name: "adviesvraag-formulier-scholen",
    state: "ib van twee scholen",
    card: () =>
      adviesDialogCard(
        {
          scholen: [...scholen, { id: "5a2b7c1e-0000-4000-8000-00000000ab02", naam: "Het Kompas" }],
          form: adviesLeeg,
        },
        stamp,
      ),
  },
  {
    name: "adviesvraag-formulier-hulpvraag",
    state: "uit een concept, zonder de leerling",
    card: () =>
      adviesDialogCard(
        {
          scholen,
          form: form({
            vraag: "[naam] uit [groep] raakt vast bij rekenen. Hoe krijgt [naam] weer plezier?",
            kring: "",
          }),
          melding: adviesDialogWords.carried,
        },
        stamp,
      ),
  },
  {
    name: "adviesvraag-formulier-naam",
    state: "er staat een naam in",
    card: () => ask("Sanne de Vries loopt weg uit de klas. Bel haar moeder op 06-12345678."),
  },
  {
    name: "adviesvraag-formulier-vervangen",
    state: "na vervangen",
    card: () =>
      adviesDialogCard(
        { scholen, form: form({ vraag: "[naam] loopt weg uit de klas." }), melding: screeningWords.replaced },
        stamp,
      ),
  },
  {
    name: "adviesvraag-formulier-herkenbaar",
    state: "kleine school, zeldzame dingen",
    card: () => ask(small),
  },
  {
    name: "adviesvraag-formulier-herschreven",
    state: "aangepast en nog herkenbaar",
    card: () => ask("Een leerling met een rolstoel wil meedoen met gym. Wat kan?", {}, tekstmerk(small)),
  },
  {
    name: "adviesvraag-formulier-onbekend",
    state: "aantal leerlingen onbekend",
    card: () => ask("Een leerling uit groep 6 komt elke dag te laat.", {}, 0, 0),
  },
  {
    name: "adviesvraag-formulier-gezondheid",
    state: "diagnose in een grotere school",
    card: () => ask("Wat helpt bij dyslexie als begrijpend lezen vastloopt?", {}, 0, 310),
  },
  {
    name: "adviesvraag-formulier-gevaar",
    state: "direct gevaar",
    card: () => ask("Een leerling zegt dat hij niet meer wil leven. Wat nu?"),
  },
  {
    name: "adviesvraag-antwoord",
    state: "kernteam",
    card: () => antwoordCard({ vraag, sent: antwoordForm.parse({}) }, "antwoorden", stamp),
  },
  {
    name: "adviesvraag-uitkomst",
    state: "aan tafel, geen advies ingevuld",
    card: () =>
      antwoordCard(
        {
          vraag,
          sent: { antwoord: "", uitkomst: "advies_gegeven" },
          problemen: { antwoord: { kind: "leeg" } },
        },
        "vastleggen",
        stamp,
      ),
  },
  { name: "adviesvraag-intrekken", state: "zeker weten", card: () => adviesIntrekkenCard(stamp) },
  { name: "adviesvraag-wissen", state: "zeker weten", card: () => adviesWissenCard(stamp) },
  { name: "adviesvraag-op-naam", state: "eerst overleggen", card: () => opNaamCard(stamp) },
  { name: "adviesvraag-op-naam-geweigerd", state: "niet aangevinkt", card: () => opNaamCard(stamp, true) },
  {
    name: "adviesvraag-op-naam-stap-1",
    state: "de vraag gaat mee",
    card: () =>
      intakeStap1Card(
        {
          scholen: [{ id: "s1", naam: "De Regenboog", sector: "PO" }],
          vandaag: date("2026-11-24"),
          form: stap1Leeg,
          meegenomen: vraag,
        },
        stamp,
      ),
  },
];
