/** Where in a query that was refused something is wrong. */
import type { Problem } from "@/api/problem";

export interface Place {
  /** Characters before the wrong piece, and before what follows it. */
  from: number;
  to: number;
  /** Both from 1. */
  line: number;
  column: number;
}

/** Told by the service, or else found by the name that the refusal quotes, where it stands once. */
export function placeOf(problem: Problem | null, query: string): Place | null {
  if (problem?.offset !== undefined && problem.offset <= query.length) {
    const from = problem.offset;
    const word = /^(?:\w+|\S)/.exec(query.slice(from))?.[0] ?? "";
    return at(query, from, from + word.length);
  }
  for (const name of problem ? namesIn(problem.detail) : []) {
    const places = [...query.matchAll(new RegExp(`(?<!\\w)${escaped(name)}(?!\\w)`, "gi"))];
    if (places.length === 1) {
      return at(query, places[0]!.index, places[0]!.index + name.length);
    }
  }
  return null;
}

/** What stands in quotes, and what stands behind the last colon. */
function namesIn(detail: string): string[] {
  const quoted = [...detail.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  const last = /[:：]\s*(\w+)\s*$/.exec(detail)?.[1];
  return last ? [...quoted, last] : quoted;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function at(query: string, from: number, to: number): Place {
  const before = query.slice(0, from).split("\n");
  return { from, to, line: before.length, column: before.at(-1)!.length + 1 };
}
