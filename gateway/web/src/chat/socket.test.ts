import { beforeEach, describe, expect, it, vi } from "vitest";
import { ChatSocket } from "./socket";

const tickets: (() => void)[] = [];
vi.mock("@/app/api", () => ({
  api: { send: () => new Promise((resolve) => tickets.push(() => resolve({ ticket: "t" }))) },
  inCommunity: (_: string, rest: string) => rest,
}));

const listeners = new Map<string, () => void>();
const opened: object[] = [];

beforeEach(() => {
  tickets.length = 0;
  opened.length = 0;
  vi.stubGlobal("window", {
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    removeEventListener: () => {},
  });
  vi.stubGlobal("location", { href: "http://hall.example/" });
  vi.stubGlobal(
    "WebSocket",
    class {
      constructor() {
        opened.push(this);
      }
      close(): void {}
    },
  );
});

describe("a line", () => {
  it("is one, also where the network comes back while a ticket is on its way", async () => {
    const socket = new ChatSocket("com_1", () => {}, () => {});
    listeners.get("online")!();
    tickets.forEach((give) => give());
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    expect(tickets).toHaveLength(1);
    socket.end();
  });
});
