import { readFileSync } from "node:fs";
import { schoolkalenderCard, schoolkalendersCard, schoolkalenderWords } from "#cards/schoolkalender.ts";
import type { KalenderGezien } from "#domain/schoolkalender.ts";
import { parseSchoolHolidays } from "#domain/vakantie.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const published = parseSchoolHolidays(
  readFileSync(new URL("../../src/database/seed/school-holidays-nl.csv", import.meta.url), "utf8"),
);
if (!published.ok) throw new Error("the published holidays cannot be read");
const gezien: KalenderGezien = {
  schoolId: "5a2b7c1e-0000-4000-8000-0000000000e1",
  school: "De Regenboog",
  vandaag: date("2026-11-23"),
  uiterlijk: date("2028-07-31"),
  vakanties: published.value.M.holidays.filter(
    ({ to }) => Temporal.PlainDate.compare(to, date("2026-11-23")) >= 0,
  ),
  vrij: [],
  les: [],
};
const filled: KalenderGezien = {
  ...gezien,
  vrij: [
    { van: date("2026-12-08"), tot: date("2026-12-08") },
    { van: date("2027-05-10"), tot: date("2027-05-14") },
  ],
  les: [{ van: date("2027-02-22"), tot: date("2027-02-23") }],
};

export const samples: Sample[] = [
  {
    name: "schoolkalender-leeg",
    state: "nog geen eigen vrije dagen",
    card: () => schoolkalenderCard({ gezien }, stamp),
  },
  {
    name: "schoolkalender-opgeslagen",
    state: "een studiedag opgeslagen waarop een overleg staat",
    card: () =>
      schoolkalenderCard(
        {
          gezien: filled,
          melding: schoolkalenderWords.saved("vrij", { dagen: 1, termijnen: 3, rondes: 1 }),
        },
        stamp,
      ),
  },
  {
    name: "schoolkalender-fout",
    state: "de laatste dag ligt voor de eerste",
    card: () =>
      schoolkalenderCard(
        {
          gezien: filled,
          sent: { soort: "vrij", van: "2026-12-10", tot: "2026-12-09" },
          errors: { tot: "deze dag ligt voor de eerste dag." },
        },
        stamp,
      ),
  },
  {
    name: "schoolkalenders-een",
    state: "getypt door de ib van één school",
    card: () => schoolkalendersCard([gezien], stamp),
  },
  {
    name: "schoolkalenders-twee",
    state: "getypt door de ib van twee scholen",
    card: () =>
      schoolkalendersCard(
        [gezien, { ...gezien, schoolId: "5a2b7c1e-0000-4000-8000-0000000000e2", school: "De Horizon" }],
        stamp,
      ),
  },
  {
    name: "schoolkalenders-geen",
    state: "getypt door iemand die geen kalender bijhoudt",
    card: () => schoolkalendersCard([], stamp),
  },
];
