/** One connection to the channels of a community, that comes back by itself until nobody wants it any more. */
import type { Ticket } from "@/api/models";
import { newId } from "@/api/keys";
import { Problem } from "@/api/problem";
import { api, inCommunity } from "@/app/api";
import type { ClientFrame, ServerFrame } from "./frames";

export type Line = "connecting" | "open" | "reconnecting" | "refused";

const LONGEST_WAIT_MILLIS = 20_000;
const ACCESS_ENDED = 4403;

export class ChatSocket {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private connecting = false;
  private wanted = true;
  private readonly online = () => this.connectNow();

  constructor(
    private readonly communityId: string,
    private readonly told: (frame: ServerFrame) => void,
    private readonly lineIs: (line: Line) => void,
  ) {
    window.addEventListener("online", this.online);
    lineIs("connecting");
    void this.connect();
  }

  /** @returns whether it went out; what did not is said again on the next connection */
  send(frame: ClientFrame): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  end(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    window.removeEventListener("online", this.online);
    this.socket?.close(1000);
  }

  private connectNow(): void {
    if (this.wanted && !this.socket && !this.connecting) {
      clearTimeout(this.timer);
      void this.connect();
    }
  }

  private async connect(): Promise<void> {
    this.connecting = true;
    try {
      const path = inCommunity(this.communityId, "/channels/tickets");
      const { ticket } = await api.send<Ticket>("POST", path, newId());
      if (this.wanted) {
        this.open(ticket);
      }
    } catch (failure) {
      if (failure instanceof Problem && !failure.passes) {
        this.lineIs("refused");
      } else {
        this.again();
      }
    } finally {
      this.connecting = false;
    }
  }

  private open(ticket: string): void {
    const address = new URL("/ws", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.searchParams.set("ticket", ticket);
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onmessage = (event) => {
      const frame = JSON.parse(event.data) as ServerFrame;
      if (frame.type === "hello") {
        this.failures = 0;
        this.lineIs("open");
      }
      this.told(frame);
    };
    socket.onclose = (event) => {
      this.socket = null;
      if (event.code === ACCESS_ENDED) {
        this.lineIs("refused");
      } else if (this.wanted) {
        this.again();
      }
    };
  }

  private again(): void {
    if (!this.wanted) {
      return;
    }
    this.lineIs("reconnecting");
    const wait = Math.min(LONGEST_WAIT_MILLIS, 500 * 2 ** this.failures++);
    this.timer = setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
  }
}
