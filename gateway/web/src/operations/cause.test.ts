import { describe, expect, it } from "vitest";
import type { StreamEvent } from "@/api/models";
import { causeOf, causesOf, trueSince } from "./cause";

const event = (meta: Record<string, string>): StreamEvent => ({
  position: 1,
  sequence: 0,
  id: "evt_1",
  name: "member.grant.given",
  revision: 1,
  at: "2026-03-02T00:00:00Z",
  meta,
  payload: {},
});

describe("why something happened", () => {
  it("is the policy and its event, the date, or who asked", () => {
    expect(causeOf(event({ actor: "mem_1", reason: "when-paid", causation: "evt_0" }))).toEqual({ why: "policy", policy: "when-paid", eventId: "evt_0" });
    expect(causeOf(event({ reason: "due", validAt: "2026-03-01T00:00:00Z" }))).toEqual({ why: "due" });
    expect(causeOf(event({ actor: "mem_1", correlation: "req_1" }))).toEqual({ why: "member", memberId: "mem_1" });
    expect(causeOf(event({}))).toEqual({ why: "nobody" });
  });

  it("is looked up once for all that followed", () => {
    const followed = event({ reason: "when-paid", causation: "evt_0" });
    expect(causesOf([followed, event({ actor: "mem_1" }), followed])).toEqual(["evt_0"]);
  });

  it("became true when it was recorded, unless it says otherwise", () => {
    expect(trueSince(event({}))).toBe("2026-03-02T00:00:00Z");
    expect(trueSince(event({ validAt: "2026-03-01T00:00:00Z" }))).toBe("2026-03-01T00:00:00Z");
  });
});
