/** All that the chat pages of a community know: its channels, what was said, what is unread, what is not yet said. */
import { onBeforeUnmount, reactive, ref } from "vue";
import type { ChannelView, HistoryView } from "@/api/models";
import { newId } from "@/api/keys";
import { api, inCommunity, quietly } from "@/app/api";
import { useSession } from "@/app/session";
import { isFact, Outbox } from "./outbox";
import type { ServerFrame } from "./frames";
import { ChatSocket, type Line } from "./socket";
import { timelineOf, withFact, withOlder, type Timeline } from "./timeline";

const AT_ONCE = 50;

/** A term may be renewed after the one before ended, since its money came late: it is asked whether the channel is open again. */
const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 60_000;

/** Behind everything: the server answers how things stand, and tells only what comes. */
const FROM_NOW_ON = Number.MAX_SAFE_INTEGER;

export interface Standing {
  unread: number;
  readUpTo: number;
  /** Messages up to here are counted. */
  counted: number;
  closed: boolean;
  accessEnded: boolean;
}

export function useRoom(communityId: string) {
  const session = useSession();
  const line = ref<Line>("connecting");
  const timelines = reactive(new Map<string, Timeline>());
  const standings = reactive(new Map<string, Standing>());
  const followed = new Set<string>();
  /** What is half written, by channel. */
  const drafts = new Map<string, string>();
  const outbox = reactive(new Outbox()) as Outbox;
  const socket = new ChatSocket(communityId, told, (now) => (line.value = now));
  let ended = false;
  onBeforeUnmount(() => {
    ended = true;
    socket.end();
  });

  function told(frame: ServerFrame): void {
    if (isFact(frame)) {
      const timeline = timelines.get(frame.channel);
      if (timeline) {
        timelines.set(frame.channel, withFact(timeline, frame));
      }
      outbox.heard(frame);
      count(frame);
      return;
    }
    switch (frame.type) {
      case "hello":
        followed.forEach(subscribe);
        outbox.waiting().forEach((unsaid) => socket.send({ type: "send", ...unsaid }));
        break;
      case "state":
        standings.set(frame.channel, { ...frame, counted: frame.sequence, accessEnded: false });
        break;
      case "access-ended":
        accessEnded(frame.channel);
        break;
      case "read":
        readElsewhere(frame.channel, frame.readUpTo);
        break;
      case "problem":
        outbox.refused(frame);
        if (frame.channel && !frame.localId && !frame.messageId) {
          notFollowed(frame.channel, frame);
        }
        break;
      case "sent":
        outbox.sent(frame.localId);
        break;
    }
  }

  function count(fact: Extract<ServerFrame, { sequence: number; memberId: string }>): void {
    const known = standings.get(fact.channel);
    if (known && fact.sequence > known.counted) {
      const isNew = fact.type === "message" && fact.memberId !== session.memberId;
      standings.set(fact.channel, { ...known, counted: fact.sequence, unread: known.unread + (isNew ? 1 : 0) });
    }
  }

  function standing(channel: string): Standing {
    return standings.get(channel) ?? { unread: 0, readUpTo: -1, counted: -1, closed: false, accessEnded: false };
  }

  function subscribe(channel: string): void {
    socket.send({ type: "subscribe", channel, afterSeq: timelines.get(channel)?.newest ?? FROM_NOW_ON });
  }

  /** Nothing is told of a channel whose subscription was refused: what passes is tried again. */
  function notFollowed(channel: string, refusal: { problem: string; status: number }): void {
    if (refusal.problem === "entitlement-required") {
      accessEnded(channel);
    } else if (refusal.status === 429 || refusal.status >= 500) {
      setTimeout(() => !ended && subscribe(channel), FIRST_PAUSE_MILLIS);
    }
  }

  function accessEnded(channel: string): void {
    if (!standing(channel).accessEnded) {
      standings.set(channel, { ...standing(channel), accessEnded: true });
      askAgain(channel, FIRST_PAUSE_MILLIS);
    }
  }

  /** It is looked first: the server cuts the line of who subscribes again and again to what is closed to him. */
  function askAgain(channel: string, pause: number): void {
    setTimeout(async () => {
      if (!ended && standing(channel).accessEnded) {
        if (await isUsable(channel)) {
          subscribe(channel);
        }
        askAgain(channel, Math.min(2 * pause, LONGEST_PAUSE_MILLIS));
      }
    }, pause);
  }

  function isUsable(channel: string): Promise<boolean> {
    return quietly.get<ChannelView>(inCommunity(communityId, `/channels/${channel}`)).then(
      (view) => view.usable,
      () => false,
    );
  }

  /** On another device, or in another tab. */
  function readElsewhere(channel: string, readUpTo: number): void {
    const known = standings.get(channel);
    if (known) {
      standings.set(channel, { ...known, readUpTo, unread: readUpTo >= known.counted ? 0 : known.unread });
    }
  }

  /** Hears of a channel from now on, again after every broken connection. */
  function follow(channel: string): void {
    if (!followed.has(channel)) {
      followed.add(channel);
      subscribe(channel);
    }
  }

  function history(channel: string, anchor: string | number): Promise<HistoryView> {
    return api.get<HistoryView>(inCommunity(communityId, `/channels/${channel}/messages`), { anchor, before: AT_ONCE });
  }

  /** Reads the newest messages, then hears what follows on them. */
  async function open(channel: string): Promise<void> {
    if (!timelines.has(channel)) {
      timelines.set(channel, timelineOf(await history(channel, "newest")));
      followed.add(channel);
      subscribe(channel);
    }
  }

  async function older(channel: string): Promise<void> {
    const timeline = timelines.get(channel);
    const first = timeline?.messages[0];
    if (timeline && first && !timeline.foundOldest) {
      const page = await history(channel, first.sequence);
      timelines.set(channel, withOlder(timelines.get(channel)!, page));
    }
  }

  function say(channel: string, body: string): void {
    const unsaid = { localId: newId(), channel, body };
    outbox.add(unsaid);
    socket.send({ type: "send", ...unsaid });
  }

  function sayAgain(localId: string): void {
    const unsaid = outbox.again(localId);
    if (unsaid) {
      socket.send({ type: "send", ...unsaid });
    }
  }

  function markRead(channel: string, sequence: number): void {
    const known = standings.get(channel);
    if (known && sequence > known.readUpTo && socket.send({ type: "read", channel, sequence })) {
      standings.set(channel, { ...known, readUpTo: sequence, unread: 0 });
    }
  }

  return { line, timelines, outbox, drafts, standing, follow, open, older, say, sayAgain, markRead };
}

export type Room = ReturnType<typeof useRoom>;
