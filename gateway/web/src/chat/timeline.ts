/**
 * What was said in a channel, as one page knows it: in the channel's order, each message once, and up to which fact it is
 * known, so that a new connection goes on exactly there.
 */
import type { HistoryView, MessageView } from "@/api/models";
import type { Fact } from "./frames";

export interface Timeline {
  readonly messages: readonly MessageView[];
  /** The sequence of the newest fact that is known; -1 when nothing was said. */
  readonly newest: number;
  readonly foundOldest: boolean;
}

export function timelineOf(history: HistoryView): Timeline {
  return { messages: inOrder(history.messages), newest: history.asOf, foundOldest: history.foundOldest };
}

/** With a page of older messages before it. */
export function withOlder(timeline: Timeline, history: HistoryView): Timeline {
  return {
    ...timeline,
    messages: inOrder([...history.messages, ...timeline.messages]),
    foundOldest: history.foundOldest || history.messages.length === 0,
  };
}

/** With one more fact; what is known already changes nothing. */
export function withFact(timeline: Timeline, fact: Fact): Timeline {
  if (fact.sequence <= timeline.newest) {
    return timeline;
  }
  return { ...timeline, newest: fact.sequence, messages: changed(timeline.messages, fact) };
}

function changed(messages: readonly MessageView[], fact: Fact): readonly MessageView[] {
  switch (fact.type) {
    case "message":
      return inOrder([...messages, messageOf(fact)]);
    case "edited":
      return messages.map((it) => (it.messageId === fact.messageId ? { ...it, body: fact.body ?? it.body, editedAt: fact.at } : it));
    case "deleted":
      return messages.map((it) => (it.messageId === fact.messageId ? { ...it, body: undefined, deletedAt: fact.at } : it));
  }
}

function messageOf(fact: Extract<Fact, { type: "message" }>): MessageView {
  const { messageId, sequence, memberId, localId, body, at } = fact;
  return { messageId, sequence, memberId, localId, body, postedAt: at, reactions: [] };
}

/** By sequence, the later knowledge of a message in the place of the earlier. */
function inOrder(messages: readonly MessageView[]): MessageView[] {
  const byId = new Map(messages.map((message) => [message.messageId, message]));
  return [...byId.values()].sort((one, other) => one.sequence - other.sequence);
}
