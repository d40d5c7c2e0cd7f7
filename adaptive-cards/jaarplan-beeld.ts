/** The picture of a school year: a row a month, a cell a week. What it shows stands in words below it as well. */
import type { ITable, ITableCell } from "@microsoft/teams.cards";
import type { JaarplanWeek } from "#domain/jaarplan-view.ts";
import { type Element, section } from "./card.ts";
import { paragraph, smallPrint } from "./text.ts";
import { formatMonthShort } from "./word.ts";

/** A month has five weeks at most. */
const mostWeeks = 5;

export function yearPicture(weken: readonly JaarplanWeek[]): Element {
  return section(
    "Het jaar",
    pictureTable(weken),
    smallPrint("Getal: dag van de ronde. Streep: geen school."),
  );
}

function pictureTable(weken: readonly JaarplanWeek[]): ITable {
  const months = new Map<string, JaarplanWeek[]>();
  for (const week of weken) {
    // A week belongs to the month in which most of its days are.
    const key = week.maandag.add({ days: 2 }).toPlainYearMonth().toString();
    months.set(key, [...(months.get(key) ?? []), week]);
  }
  return {
    type: "Table",
    showGridLines: true,
    columns: [{ width: 2 }, ...Array.from({ length: mostWeeks }, () => ({ width: 1 }))],
    rows: [
      {
        type: "TableRow",
        cells: ["Week", ..."12345"].map((text) => cell(text)),
      },
      ...[...months].map(([key, own]) => ({
        type: "TableRow" as const,
        cells: [
          cell(formatMonthShort(Temporal.PlainYearMonth.from(key))),
          ...own.map(weekCell),
          ...Array.from({ length: mostWeeks - own.length }, () => noWeek),
        ],
      })),
    ],
  };
}

const noWeek: ITableCell = { type: "TableCell", items: [] };

function weekCell({ open, ronde }: JaarplanWeek): ITableCell {
  if (ronde) return { ...cell(String(ronde.day), true), style: "accent" };
  return open === 0 ? { ...cell("–"), style: "emphasis" } : cell("·");
}

function cell(text: string, strong = false): ITableCell {
  return { type: "TableCell", items: [{ ...paragraph(text), ...(strong ? { weight: "Bolder" } : {}) }] };
}
