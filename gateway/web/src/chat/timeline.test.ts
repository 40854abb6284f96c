import { describe, expect, it } from "vitest";
import type { MessageView } from "@/api/models";
import type { Fact } from "./frames";
import { timelineOf, withFact, withOlder, type Timeline } from "./timeline";

const message = (sequence: number, body = "said " + sequence): MessageView => ({
  messageId: "m" + sequence,
  sequence,
  memberId: "mem_1",
  localId: "l" + sequence,
  body,
  postedAt: "2026-01-01T00:00:00Z",
  reactions: [],
});
const said = (sequence: number): Fact => ({ type: "message", channel: "c", at: "2026-01-01T00:00:00Z", ...message(sequence) }) as Fact;
const sequences = (timeline: Timeline) => timeline.messages.map((it) => it.sequence);
const begun = timelineOf({ messages: [message(4), message(3)], foundOldest: false, foundNewest: true, asOf: 5 });

describe("a timeline", () => {
  it("is in the channel's order, however it came", () => {
    expect(sequences(begun)).toEqual([3, 4]);
    expect(sequences(withOlder(begun, { messages: [message(2), message(1)], foundOldest: true, foundNewest: false, asOf: 5 }))).toEqual([1, 2, 3, 4]);
  });

  it("has each message once, though it is told twice", () => {
    const once = withFact(begun, said(6));
    expect(withFact(once, said(6))).toBe(once);
    expect(sequences(withOlder(once, { messages: [message(3)], foundOldest: false, foundNewest: false, asOf: 5 }))).toEqual([3, 4, 6]);
  });

  it("goes on behind the newest fact, be it a message or not", () => {
    expect(begun.newest).toBe(5);
    const edited = withFact(begun, { type: "edited", channel: "c", sequence: 6, messageId: "m1", memberId: "mem_1", editorId: "mem_1", body: "x", at: "t" });
    expect(edited.newest).toBe(6);
    expect(sequences(edited)).toEqual([3, 4]);
  });

  it("knows what became of a message", () => {
    const edited = withFact(begun, { type: "edited", channel: "c", sequence: 6, messageId: "m4", memberId: "mem_1", editorId: "mem_1", body: "better", at: "t" });
    expect(edited.messages[1]).toMatchObject({ body: "better", editedAt: "t" });
    const deleted = withFact(edited, { type: "deleted", channel: "c", sequence: 7, messageId: "m4", memberId: "mem_1", deletedBy: "mem_1", at: "u" });
    expect(deleted.messages[1]).toMatchObject({ body: undefined, deletedAt: "u" });
  });

  it("knows its beginning when nothing older is found", () => {
    expect(withOlder(begun, { messages: [], foundOldest: false, foundNewest: false, asOf: 5 }).foundOldest).toBe(true);
  });
});
