/** Pages of a stream, counted from its first event, so that a page never changes once it is full. */
export const PAGE = 20;

/** How many steps of an aggregate are rebuilt at most. */
export const MOST_STEPS = 10_000;

export function pageOf(sequence: number): number {
  return sequence - (sequence % PAGE);
}

/** @param asked from the address: a page's first sequence, or an event that is to be shown */
export function startOf(asked: unknown, last: number): number {
  const sequence = typeof asked === "string" && /^\d{1,15}$/.test(asked) ? Number(asked) : last;
  return pageOf(Math.min(sequence, last));
}
