/** Where a grant stands: it opens something now, will later, or did once. */
import type { GivenGrant } from "@/api/models";

export function stateOf(grant: GivenGrant, now: Date): "open" | "ahead" | "over" {
  const at = now.getTime();
  const end = Math.min(...[grant.until, grant.endedAt].map((it) => (it ? Date.parse(it) : Infinity)));
  if (end <= at) {
    return "over";
  }
  return Date.parse(grant.from) > at ? "ahead" : "open";
}

/** A day that was chosen is over at midnight where the reader is; as an instant. */
export function endOfDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, date + 1).toISOString();
}
