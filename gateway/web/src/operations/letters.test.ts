import { describe, expect, it } from "vitest";
import type { LetterView } from "@/api/models";
import { isUnreadable, queued } from "./letters";

const letter = (follower: string, streamId: string, sequence: number, more: Partial<LetterView> = {}): LetterView => ({
  id: `${follower}/${streamId}/${sequence}`,
  follower,
  streamId,
  event: "member.grant.given",
  service: "member",
  position: `member.0/${sequence}`,
  sequence,
  reason: "IllegalStateException: no",
  at: "2026-03-01T00:00:00Z",
  ...more,
});

describe("dead letters", () => {
  it("wait behind the first of their stream and follower", () => {
    const letters = [letter("names", "mem_1", 3), letter("names", "mem_1", 4), letter("names", "mem_2", 1), letter("roles", "mem_1", 3)];
    const followers = queued(letters);
    expect(followers.map((it) => [it.name, it.queues.map((queue) => [queue.first.sequence, queue.behind.length])])).toEqual([
      ["names", [[3, 1], [1, 0]]],
      ["roles", [[3, 0]]],
    ]);
    expect(queued([])).toEqual([]);
  });

  it("that are no events stand each for itself", () => {
    const first = letter("unreadable", "null", 7, { event: undefined });
    const second = letter("unreadable", "null", 8, { event: undefined });
    expect(isUnreadable(first)).toBe(true);
    expect(queued([first, second])[0]!.queues).toHaveLength(2);
  });
});
