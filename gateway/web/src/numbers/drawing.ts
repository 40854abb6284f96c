/** What a chart shows of the answers. */
import type { MetricAnswer } from "@/api/models";

export interface Line {
  name: string;
  /** In the order of the windows; null where there is no number. */
  values: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  /** Whether no late event is waited for any more. */
  final: boolean[];
}

export interface Drawing {
  labels: string[];
  lines: Line[];
  /** Place of the window that is looked at. */
  chosen: number;
  figure: (value: number) => string;
  /** What stands where there is no number. */
  nothing: string;
}

/** Whether all is answered and no window has a number. */
export function isBlank(drawing: Drawing, waiting: boolean): boolean {
  return !waiting && drawing.lines.every((line) => line.values.every((value) => value === null));
}

/** Money that is nothing bears no currency; one that is something names it. */
export function unitOf(answers: readonly (MetricAnswer | undefined)[]): string {
  const units = answers.filter((answer) => answer?.value != null).map((answer) => answer!.unit);
  return units.find((unit) => unit !== "money") ?? units[0] ?? "";
}

export function lineOf(name: string, answers: readonly (MetricAnswer | undefined)[]): Line {
  return {
    name,
    values: answers.map((answer) => answer?.value ?? null),
    low: answers.map((answer) => answer?.interval?.low ?? null),
    high: answers.map((answer) => answer?.interval?.high ?? null),
    final: answers.map((answer) => answer?.isFinal ?? false),
  };
}
