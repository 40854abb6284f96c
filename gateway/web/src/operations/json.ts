/** JSON as people read it: one thing a line, long texts cut, what changed marked. */
import { placeIn, type Change, type Kind } from "./changes";

export interface Line {
  depth: number;
  name?: string;
  text: string;
  mark?: Kind;
}

const LONGEST = 240;

/** A single value in one line. */
export function brief(value: unknown): string {
  const text = typeof value === "string" && value ? value : (JSON.stringify(value) ?? "–");
  return text.length > LONGEST ? text.slice(0, LONGEST) + "…" : text;
}

/** @param changed what is marked, by its place in the value */
export function linesOf(value: unknown, changed: readonly Change[] = []): Line[] {
  const marks = new Map(changed.filter((it) => it.kind !== "removed").map((it) => [it.path, it.kind]));
  const lines: Line[] = [];

  function write(item: unknown, path: string, depth: number, name?: string, above?: Kind): void {
    const mark = marks.get(path) ?? above;
    const inside = entries(item);
    if (inside.length === 0) {
      lines.push({ depth, name, text: brief(item), mark });
      return;
    }
    if (path) {
      lines.push({ depth, name, text: "", mark: marks.get(path) ?? above });
    }
    inside.forEach(([step, part]) => write(part, placeIn(path, step), path ? depth + 1 : depth, typeof step === "number" ? `[${step}]` : step, mark));
  }

  write(value, "", 0);
  return lines;
}

function entries(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) {
    return value.map((item, i) => [i, item]);
  }
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
