/** The pauses between two messages that are offered, in seconds. */
const OFFERED = [0, 10, 60, 300, 3600, 21_600];

/** They, and the one that a channel has from elsewhere, shortest first. */
export function pausesWith(present: number): number[] {
  return [...new Set([...OFFERED, present])].sort((one, other) => one - other);
}
