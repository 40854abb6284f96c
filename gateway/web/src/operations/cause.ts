/** Why an event came to be, as its metadata tells it. */
import type { FoundEvent, StreamEvent } from "@/api/models";

export type Cause =
  | { why: "policy"; policy: string; eventId: string }
  | { why: "due" }
  | { why: "member"; memberId: string }
  | { why: "nobody" };

export function causeOf(event: StreamEvent): Cause {
  const { reason, causation, actor } = event.meta;
  if (causation) {
    return { why: "policy", policy: reason ?? "", eventId: causation };
  }
  if (reason === "due") {
    return { why: "due" };
  }
  return actor ? { why: "member", memberId: actor } : { why: "nobody" };
}

/** The ids of the events that these followed from, each once. */
export function causesOf(events: readonly StreamEvent[]): string[] {
  return [...new Set(events.map(causeOf).flatMap((cause) => (cause.why === "policy" ? [cause.eventId] : [])))];
}

export function byId(found: readonly FoundEvent[]): Map<string, FoundEvent> {
  return new Map(found.map((event) => [event.eventId, event]));
}

/** When it became true; most things do when they are recorded. */
export function trueSince(event: StreamEvent): string {
  return event.meta.validAt ?? event.at;
}
