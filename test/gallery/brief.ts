import {
  briefCard,
  briefKlaarCard,
  briefStart,
  folderCard,
  folderKlaarCard,
  folderStartCard,
} from "#cards/brief.ts";
import type { BriefKeuze } from "#domain/brief.ts";
import type { BriefGezien } from "#domain/see-brief.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const bezwaarTot = date("2026-12-07");
const url = `https://zorgronde.example/file/${"a".repeat(43)}`;

const gezien: BriefGezien = {
  verzwegen: false,
  id: "00000000-0000-4000-8000-000000000009",
  versie: 3,
  referentie: "HV-4821",
  vandaag: date("2026-11-23"),
  brieven: ["schriftelijk", "instemming"],
  lezer: "ouders",
  tekenen: ["ouder1", "ouder2"],
  gehoord: [],
  tafel: ["smw", "wijkteam", "scp", "bpo", "jeugdverpleegkundige"],
  partners: ["smw", "bpo"],
  school: ["ib"],
  terugAan: ["ib", "smw"],
  houder: null,
  geldigTot: date("2027-07-31"),
};
const form = briefStart(gezien, bezwaarTot);
const keuze: BriefKeuze = {
  brief: "schriftelijk",
  vertaling: null,
  tolk: false,
  doelen: [],
  partners: ["smw", "bpo"],
  terugAan: "ib",
  uiterlijk: bezwaarTot,
};
const scholen = ["De Regenboog", "Het Kompas"].map((naam, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  naam,
}));

export const samples: Sample[] = [
  {
    name: "brief-keuze",
    state: "voor de ronde: twee soorten brieven",
    card: () => briefCard({ gezien, form }, stamp),
  },
  {
    name: "brief-keuze-verzwegen",
    state: "besproken zonder de ouders, die het nog niet weten",
    card: () => briefCard({ gezien: { ...gezien, verzwegen: true }, form }, stamp),
  },
  {
    name: "brief-keuze-leerling",
    state: "leerling van 16, regierol voorgesteld",
    card: () =>
      briefCard(
        {
          gezien: {
            ...gezien,
            lezer: "leerling",
            tekenen: ["leerling"],
            brieven: ["regierol", "schriftelijk"],
          },
          form: { ...form, brief: "regierol", vertaling: "arabisch", tolk: "true" },
        },
        stamp,
      ),
  },
  {
    name: "brief-keuze-refused",
    state: "te weinig tijd voor bezwaar, en niemand gekozen",
    card: () =>
      briefCard(
        {
          gezien,
          form: { ...form, brief: "instemming", partners: "", uiterlijk: "2026-11-30" },
          problemen: { partners: { kind: "leeg" }, uiterlijk: { kind: "te_vroeg", vanaf: bezwaarTot } },
        },
        stamp,
      ),
  },
  {
    name: "brief-klaar",
    state: "alles ingesteld, alleen Nederlands",
    card: () => briefKlaarCard({ url, keuze, lezer: "ouders", ontbreekt: [], tolkentelefoon: null }),
  },
  {
    name: "brief-klaar-tolk",
    state: "bericht met bezwaar, vertaling, tolk, en niets ingesteld",
    card: () =>
      briefKlaarCard({
        url,
        lezer: "ouders",
        keuze: { ...keuze, brief: "instemming", vertaling: "oekraiens", tolk: true },
        ontbreekt: ["adres", "telefoon", "klachtenregeling", "functionarisGegevensbescherming"],
        tolkentelefoon: null,
      }),
  },
  {
    name: "brief-klaar-regierol",
    state: "akkoord voor de regierol, het nummer van de Tolkentelefoon is ingesteld",
    card: () =>
      briefKlaarCard({
        url,
        lezer: "ouders",
        keuze: { ...keuze, brief: "regierol", tolk: true },
        ontbreekt: [],
        tolkentelefoon: "088 - 000 00 00",
      }),
  },
  { name: "folder-start", state: "getypt: folder", card: () => folderStartCard(stamp) },
  { name: "folder-keuze", state: "twee scholen", card: () => folderCard({ scholen }, stamp) },
  {
    name: "folder-keuze-refused",
    state: "zonder school verstuurd",
    card: () =>
      folderCard(
        { scholen, form: { school: "", vertaling: "turks" }, melding: "Kies een school en een taal." },
        stamp,
      ),
  },
  {
    name: "folder-klaar",
    state: "met vertaling; de klachtenregeling is niet ingesteld",
    card: () => folderKlaarCard({ url, vertaling: "pools", ontbreekt: ["klachtenregeling"] }),
  },
];
