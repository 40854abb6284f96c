/** What the services answer, by the names that pages use. What may be absent is said here. */
import type { components as Analytics } from "../../generated/analytics";
import type { components as Billing } from "../../generated/billing";
import type { components as Community } from "../../generated/community";
import type { components as Course } from "../../generated/course";
import type { components as Member } from "../../generated/member";

type May<T, K extends keyof T> = Omit<T, K> & { [Key in K]?: T[Key] };

export interface Page<T> {
  items: T[];
  page: { next?: string; hasMore: boolean };
}

export interface Session {
  signedIn: boolean;
  memberId?: string | null;
  name?: string | null;
  csrf?: string | null;
  /** Whether sent mails can be read at /id/mails, as on a machine of one's own. */
  mailsPage: boolean;
}

export type CommunityView = May<Community["schemas"]["CommunityView"], "description">;
export type ChannelView = May<Community["schemas"]["ChannelView"], "description" | "opens">;
export type MessageView = May<Community["schemas"]["MessageView"], "body" | "editedAt" | "deletedAt">;
export type HistoryView = Omit<Community["schemas"]["HistoryView"], "messages"> & { messages: MessageView[] };
export type Unread = Community["schemas"]["Unread"];
export type SurveyView = Community["schemas"]["SurveyView"];
export type Ticket = Community["schemas"]["Given"];

export type CourseSummary = May<Course["schemas"]["CourseSummary"], "summary" | "publishedAt">;
export type CourseContents = May<Course["schemas"]["CourseContents"], "summary" | "publishedAt" | "rating" | "returnReason">;
export type CourseSource = Course["schemas"]["CourseSource"];
export type Drafted = Course["schemas"]["Drafted"];
export type OpenLesson = Course["schemas"]["OpenLesson"];
export type LearnedCourse = May<Course["schemas"]["LearnedCourse"], "completedAt">;
export type RatingView = May<Course["schemas"]["RatingView"], "comment">;

export type OfferView = May<Billing["schemas"]["OfferView"], "period">;
export type CheckoutAnswer = Billing["schemas"]["CheckoutAnswer"];
export type OrderView = May<Billing["schemas"]["OrderView"], "subscriptionId" | "paidAt" | "refundedAt">;
export type InvoiceView = May<Billing["schemas"]["InvoiceView"], "recipientName" | "recipientAddress">;
export type MemberOrder = Omit<Billing["schemas"]["MemberOrder"], "order"> & { order: OrderView };
export type Holders = Billing["schemas"]["Holders"];
export type PaymentInQuestion = May<Billing["schemas"]["PaymentInQuestion"], "doubtedAt" | "told">;
export type Audit = Billing["schemas"]["Audit"];
export type ParkedWebhook = May<Billing["schemas"]["Parked"], "report" | "reason">;
export type SubscriptionView = May<Billing["schemas"]["SubscriptionView"], "cancelAt" | "endedAt" | "endReason">;

export type Me = Member["schemas"]["Me"];
export type MemberName = Member["schemas"]["Member"];
export type KeyView = May<Member["schemas"]["KeyView"], "expiresAt" | "lastUsedAt">;
export type CreatedKey = Member["schemas"]["Created"];
export type Reason = May<Member["schemas"]["Reason"], "until" | "givenBy">;
export type AccessAnswer = Omit<May<Member["schemas"]["AccessAnswer"], "resource" | "allowed">, "because"> & {
  because: Reason[];
};
export type RosterEntry = May<Member["schemas"]["RosterEntry"], "joinedAt" | "termEnd" | "endedAt">;
export type RoleHolder = Member["schemas"]["Holder"];
export type GivenGrant = May<Member["schemas"]["GivenGrant"], "until" | "givenBy" | "endedAt" | "endReason" | "endKnownFrom">;
export type MyRole = Member["schemas"]["MyRole"];

/** What every service answers to operators. */
export type ServiceStatus = Omit<May<Member["schemas"]["Status"], "version">, "logs" | "followers"> & {
  logs: May<Member["schemas"]["LogStatus"], "trouble">[];
  followers: May<Member["schemas"]["FollowerStatus"], "trouble">[];
};
export type LetterView = May<Member["schemas"]["Letter"], "event" | "service" | "position" | "sequence" | "payload" | "dropped">;
export type DueCommand = May<Member["schemas"]["DueCommand"], "dropped">;
export type StreamHead = May<Member["schemas"]["Stream"], "community">;
export type StreamEvent = Omit<Member["schemas"]["Event"], "payload"> & { payload: unknown };
export type EventStream = Omit<May<Member["schemas"]["EventStream"], "community" | "next">, "events"> & { events: StreamEvent[] };
/** What an aggregate was before the first of some events, and behind each of them. */
export interface Steps {
  before?: unknown;
  steps: { sequence: number; state: unknown }[];
}

/** Texts by language. */
export type Texts = Record<string, string>;
export type MetricView = Omit<Analytics["schemas"]["MetricView"], "title" | "help" | "undefined"> & {
  title: Texts;
  help: Texts;
  undefined?: Texts;
};
export type MetricAnswer = Omit<
  May<Analytics["schemas"]["MetricAnswer"], "value" | "numerator" | "denominator" | "interval" | "undefinedReason">,
  "responses"
> & { responses?: May<Analytics["schemas"]["Responses"], "rate"> };
export type EventCount = May<Analytics["schemas"]["EventCount"], "reason" | "currency" | "amountMinor">;
export type ReplayView = May<Analytics["schemas"]["ReplayView"], "finishedAt" | "events" | "missing" | "surplus" | "trouble">;
export type ListedView = Omit<Analytics["schemas"]["ListedView"], "help" | "columns"> & { help: Texts; columns: ListedColumn[] };
export type ListedColumn = Omit<Analytics["schemas"]["ListedColumn"], "help"> & { help: Texts };
export type Chart = Analytics["schemas"]["Chart"];
export type SavedQuery = May<Analytics["schemas"]["SavedQueryView"], "chart" | "savedBy">;
/** Rows by the names of the columns; the answer is streamed, so the document does not describe it. */
export interface SqlAnswer {
  columns: { name: string; type: string }[];
  rows: Record<string, unknown>[];
  truncated: boolean;
}
export type ExplainedEvent = Analytics["schemas"]["ExplainedEvent"];
export type LakeStatus = Analytics["schemas"]["LakeStatus"];
export type FoundEvent = May<Analytics["schemas"]["FoundEvent"], "community">;
