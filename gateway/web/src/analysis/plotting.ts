/** What is drawn of an answer. */
import type { Chart } from "@/api/models";
import { textOf, type Column } from "./rows";

export const MOST_LINES = 5;
export const MOST_POINTS = 1000;

export interface Plot {
  kind: Chart["kind"];
  labels: string[];
  lines: { name: string; values: (number | null)[] }[];
  /** Whether the answer has more rows than are drawn. */
  cut: boolean;
}

type Rows = readonly Record<string, unknown>[];

const DAY = /^\d{4}-\d{2}/;

/** The numbers along the first column that holds none; null where there is no number. */
export function suggested(columns: readonly Column[], rows: Rows): Chart | null {
  const along = columns.find((it) => !it.numeric) ?? columns[0];
  const drawn = columns.filter((it) => it.numeric && it !== along);
  if (!along || !drawn.length) {
    return null;
  }
  const kind = DAY.test(String(rows[0]?.[along.key])) ? "LINE" : "BAR";
  return { kind, x: along.key, y: drawn.slice(0, MOST_LINES).map((it) => it.key) };
}

/** Whether the answer has what the chart draws. */
export function fits(chart: Chart, columns: readonly Column[]): boolean {
  const numeric = columns.filter((it) => it.numeric).map((it) => it.key);
  return columns.some((it) => it.key === chart.x) && chart.y.length > 0 && chart.y.every((key) => numeric.includes(key));
}

export function plotOf(chart: Chart, rows: Rows): Plot {
  const drawn = rows.slice(0, MOST_POINTS);
  return {
    kind: chart.kind,
    labels: drawn.map((row) => textOf(row[chart.x]) ?? "–"),
    lines: chart.y.map((name) => ({ name, values: drawn.map((row) => numberOf(row[name])) })),
    cut: rows.length > MOST_POINTS,
  };
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined || value === "" || !Number.isFinite(Number(value)) ? null : Number(value);
}
