/** How fast something goes and when it is done, by what was seen of it lately. */
export interface Seen {
  atMillis: number;
  done: number;
}

const LATELY_MILLIS = 10_000;

/** Nothing is said before something moved. */
export function paceOf(seen: readonly Seen[], total: number): { perSecond: number; secondsLeft: number } | null {
  const last = seen.at(-1);
  const first = seen.find((it) => last && it.atMillis >= last.atMillis - LATELY_MILLIS);
  if (!last || !first || last.done <= first.done) {
    return null;
  }
  const perSecond = (1000 * (last.done - first.done)) / (last.atMillis - first.atMillis);
  return { perSecond, secondsLeft: Math.max(0, total - last.done) / perSecond };
}
