import { describe, expect, it } from "vitest";
import { Outbox } from "./outbox";

const unsaid = { localId: "l1", channel: "c", body: "hello" };

describe("an outbox", () => {
  it("says again, under the same id, what nobody confirmed", () => {
    const outbox = new Outbox();
    outbox.add(unsaid);
    expect(outbox.waiting()).toEqual([unsaid]);
    outbox.sent("l1");
    expect(outbox.waiting()).toEqual([]);
  });

  it("takes the message itself for its confirmation", () => {
    const outbox = new Outbox();
    outbox.add(unsaid);
    outbox.heard({ type: "message", channel: "c", sequence: 1, messageId: "m1", memberId: "me", localId: "l1", at: "t" });
    expect(outbox.of("c")).toEqual([]);
  });

  it("keeps what was refused until its author wants it said again", () => {
    const outbox = new Outbox();
    outbox.add(unsaid);
    outbox.refused({ type: "problem", problem: "too-many-messages", status: 429, title: "Too many", detail: "Try again in 3 s.", localId: "l1" });
    expect(outbox.of("c")[0]!.refusal).toBe("Try again in 3 s.");
    expect(outbox.waiting()).toEqual([]);
    expect(outbox.again("l1")).toEqual(unsaid);
    expect(outbox.waiting()).toEqual([unsaid]);
  });
});
