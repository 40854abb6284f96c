/** The frames of the chat's wire, as far as these pages use them. */

export interface Told {
  channel: string;
  sequence: number;
  messageId: string;
  memberId: string;
}

export type ServerFrame =
  | { type: "hello"; memberId: string }
  | { type: "state"; channel: string; closed: boolean; sequence: number; afterSeq: number; readUpTo: number; unread: number }
  | ({ type: "message"; localId: string; body?: string; at: string } & Told)
  | ({ type: "edited"; editorId: string; body?: string; at: string } & Told)
  | ({ type: "deleted"; deletedBy: string; at: string } & Told)
  | { type: "sent"; channel: string; localId?: string; messageId: string; sequence: number }
  | { type: "access-ended"; channel: string; reason: string }
  | { type: "read"; channel: string; readUpTo: number }
  | { type: "problem"; problem: string; status: number; title: string; detail: string; channel?: string; localId?: string; messageId?: string };

export type Fact = Extract<ServerFrame, { type: "message" | "edited" | "deleted" }>;

export type ClientFrame =
  | { type: "subscribe"; channel: string; afterSeq: number }
  | { type: "send"; localId: string; channel: string; body: string }
  | { type: "read"; channel: string; sequence: number };
