import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope, type EffectScope } from "vue";
import type { ClientFrame, ServerFrame } from "./frames";
import type { Room } from "./room";

const sent: ClientFrame[] = [];
const usable = { now: false };
const line: { told?: (frame: ServerFrame) => void } = {};

vi.mock("@/app/session", () => ({ useSession: () => ({ memberId: "mem_me" }) }));
vi.mock("@/app/api", () => ({
  api: {},
  quietly: { get: async () => ({ usable: usable.now }) },
  inCommunity: (_: string, rest: string) => rest,
}));
vi.mock("./socket", () => ({
  ChatSocket: class {
    constructor(_: string, told: (frame: ServerFrame) => void) {
      line.told = told;
    }
    send(frame: ClientFrame): boolean {
      sent.push(frame);
      return true;
    }
    end(): void {}
  },
}));

let scope: EffectScope;
let room: Room;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  sent.length = 0;
  usable.now = false;
  const { useRoom } = await import("./room");
  scope = effectScope();
  room = scope.run(() => useRoom("com_1"))!;
  room.follow("c");
  line.told!({ type: "state", channel: "c", closed: false, sequence: 4, afterSeq: 4, readUpTo: 2, unread: 2 });
  sent.length = 0;
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

const problem = (about: object) => line.told!({ type: "problem", problem: "x", status: 503, title: "", detail: "", ...about });

describe("a room", () => {
  it("subscribes again to a channel that was closed only once it is open again", async () => {
    line.told!({ type: "access-ended", channel: "c", reason: "expired" });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toEqual([]);
    usable.now = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toContainEqual(expect.objectContaining({ type: "subscribe", channel: "c" }));
  });

  it("tries a subscription again that failed for a reason that passes", async () => {
    problem({ channel: "c" });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent).toEqual([expect.objectContaining({ type: "subscribe", channel: "c" })]);
  });

  it("knows by a refused subscription that access has ended", () => {
    problem({ channel: "c", problem: "entitlement-required", status: 403 });
    expect(room.standing("c").accessEnded).toBe(true);
  });

  it("takes the refusal of a message for nothing else", async () => {
    problem({ channel: "c", localId: "l1" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([]);
  });

  it("has read what was read on another device", () => {
    expect(room.standing("c").unread).toBe(2);
    line.told!({ type: "read", channel: "c", readUpTo: 3 });
    expect(room.standing("c")).toMatchObject({ unread: 2, readUpTo: 3 });
    line.told!({ type: "read", channel: "c", readUpTo: 4 });
    expect(room.standing("c")).toMatchObject({ unread: 0, readUpTo: 4 });
  });
});
