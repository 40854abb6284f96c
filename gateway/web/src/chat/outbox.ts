/** What one has written and the server has not yet confirmed; it is said again under the same local id, so never twice. */
import type { Fact, ServerFrame } from "./frames";

export interface Unsaid {
  localId: string;
  channel: string;
  body: string;
}

export interface Entry extends Unsaid {
  /** Why the server refused it, if it did. */
  refusal: string | null;
}

export class Outbox {
  entries: Entry[] = [];

  add(unsaid: Unsaid): void {
    this.entries.push({ ...unsaid, refusal: null });
  }

  of(channel: string): Entry[] {
    return this.entries.filter((entry) => entry.channel === channel);
  }

  /** All that nobody refused: to be said again on a new connection. */
  waiting(): Unsaid[] {
    return this.entries.filter((entry) => !entry.refusal).map(unsaid);
  }

  sent(localId: string | undefined): void {
    this.entries = this.entries.filter((entry) => entry.localId !== localId);
  }

  heard(fact: Fact): void {
    if (fact.type === "message") {
      this.sent(fact.localId);
    }
  }

  refused(problem: Extract<ServerFrame, { type: "problem" }>): void {
    const entry = this.entries.find((it) => it.localId === problem.localId);
    if (entry) {
      entry.refusal = problem.detail || problem.title;
    }
  }

  again(localId: string): Unsaid | undefined {
    const entry = this.entries.find((it) => it.localId === localId);
    if (entry) {
      entry.refusal = null;
    }
    return entry && unsaid(entry);
  }
}

function unsaid({ localId, channel, body }: Entry): Unsaid {
  return { localId, channel, body };
}

export function isFact(frame: ServerFrame): frame is Fact {
  return frame.type === "message" || frame.type === "edited" || frame.type === "deleted";
}
