import { type BasisAanbod, basisAanbodCard, basisDomeinCard } from "#cards/basis.ts";
import { type Sample, stamp } from "./sample.ts";

const aanbod: BasisAanbod[] = [
  {
    partner: "Centrum voor Jeugd en Gezin",
    items: ["opvoedvragen", "vragen over slapen en zindelijkheid", "kort advies"],
    contact: { naam: "Joke van der Meer-Oosterhout", functie: "jeugdverpleegkundige" },
  },
  {
    partner: "Schoolmaatschappelijk werk",
    items: ["scheiding en loyaliteit", "rouw en verlies in het gezin"],
    contact: { naam: "Tim Ó Briain", functie: "smw" },
  },
  { partner: "Samenwerkingsverband", items: ["meedenken door het kernteam"] },
];

export const samples: Sample[] = [
  { name: "basis-domein", state: "kiezen waar de vraag over gaat", card: () => basisDomeinCard(stamp) },
  {
    name: "basis-domein-refused",
    state: "zonder keuze verstuurd",
    card: () => basisDomeinCard(stamp, { error: "kies een onderwerp uit de lijst." }),
  },
  {
    name: "basis-aanbod",
    state: "drie partners, één zonder contactpersoon",
    card: () => basisAanbodCard({ domein: "thuissituatie", aanbod }, stamp),
  },
  {
    name: "basis-aanbod-none",
    state: "geen aanbod bij dit onderwerp",
    card: () => basisAanbodCard({ domein: "overgang", aanbod: [] }, stamp),
  },
];
