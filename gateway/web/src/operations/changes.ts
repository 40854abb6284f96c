/** What differs between two states of an aggregate, by the place where it stands. */
export type Kind = "added" | "removed" | "changed";

export interface Change {
  /** Like `lessons[2].title`; empty where the whole is another. */
  path: string;
  kind: Kind;
  before?: unknown;
  after?: unknown;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** How the place of something inside another is written. */
export function placeIn(path: string, step: string | number): string {
  if (typeof step === "number") {
    return `${path}[${step}]`;
  }
  return path ? `${path}.${step}` : step;
}

export function same(before: unknown, after: unknown): boolean {
  return changes(before, after).length === 0;
}

export function changes(before: unknown, after: unknown, path = ""): Change[] {
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesAt(before[name], after[name], placeIn(path, name)));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return changesInList(before, after, path);
  }
  return Object.is(before, after) ? [] : [{ path, kind: "changed", before, after }];
}

function changesAt(before: unknown, after: unknown, path: string): Change[] {
  if (before === undefined) {
    return after === undefined ? [] : [{ path, kind: "added", after }];
  }
  return after === undefined ? [{ path, kind: "removed", before }] : changes(before, after, path);
}

/** What is the same at both ends stays out of it, so that one that was put in front does not change all others. */
function changesInList(before: unknown[], after: unknown[], path: string): Change[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && same(before[head], after[head])) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && same(before.at(-1 - tail), after.at(-1 - tail))) {
    tail++;
  }
  const gone = before.slice(head, before.length - tail);
  const come = after.slice(head, after.length - tail);
  if (gone.length === come.length) {
    return come.flatMap((item, i) => changes(gone[i], item, placeIn(path, head + i)));
  }
  return [
    ...gone.map((item, i): Change => ({ path: placeIn(path, head + i), kind: "removed", before: item })),
    ...come.map((item, i): Change => ({ path: placeIn(path, head + i), kind: "added", after: item })),
  ];
}
