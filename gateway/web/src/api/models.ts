/** What the services answer, by the names that pages use. */
import type { components as Analytics } from "../../generated/analytics";
import type { components as Billing } from "../../generated/billing";
import type { components as Community } from "../../generated/community";
import type { components as Course } from "../../generated/course";
import type { components as Member } from "../../generated/member";

export interface Page<T> {
  items: T[];
  page: { next?: string | null; hasMore: boolean };
}

export interface Session {
  signedIn: boolean;
  memberId?: string | null;
  name?: string | null;
  csrf?: string | null;
  /** Whether sent mails can be read at /id/mails, as on a machine of one's own. */
  mailsPage: boolean;
}

export type CommunityView = Community["schemas"]["CommunityView"];
export type ChannelView = Community["schemas"]["ChannelView"];
export type MessageView = Community["schemas"]["MessageView"];
export type HistoryView = Community["schemas"]["HistoryView"];
export type Unread = Community["schemas"]["Unread"];
export type SurveyView = Community["schemas"]["SurveyView"];
export type SurveyResults = Community["schemas"]["ResultsView"];
export type Ticket = Community["schemas"]["Given"];

export type CourseSummary = Course["schemas"]["CourseSummary"];
export type CourseContents = Course["schemas"]["CourseContents"];
export type CourseSource = Course["schemas"]["CourseSource"];
export type Drafted = Course["schemas"]["Drafted"];
export type OpenLesson = Course["schemas"]["OpenLesson"];
export type LearnedCourse = Course["schemas"]["LearnedCourse"];
export type RatingView = Course["schemas"]["RatingView"];

export type OfferView = Billing["schemas"]["OfferView"];
export type CheckoutAnswer = Billing["schemas"]["CheckoutAnswer"];
export type OrderView = Billing["schemas"]["OrderView"];
export type InvoiceView = Billing["schemas"]["InvoiceView"];
export type MemberOrder = Billing["schemas"]["MemberOrder"];
export type OfferVersion = Billing["schemas"]["OfferVersionView"];
export type Holders = Billing["schemas"]["Holders"];
export type PaymentInQuestion = Billing["schemas"]["PaymentInQuestion"];
export type Audit = Billing["schemas"]["Audit"];
export type ParkedWebhook = Billing["schemas"]["Parked"];
export type SubscriptionView = Billing["schemas"]["SubscriptionView"];

export type Me = Member["schemas"]["Me"];
export type MemberName = Member["schemas"]["Member"];
export type KeyView = Member["schemas"]["KeyView"];
export type CreatedKey = Member["schemas"]["CreatedToken"];
export type SessionView = Member["schemas"]["SessionView"];
export type Reason = Member["schemas"]["Reason"];
export type AccessAnswer = Member["schemas"]["AccessAnswer"];
export type RosterEntry = Member["schemas"]["RosterEntry"];
export type RoleHolder = Member["schemas"]["Holder"];
export type GivenGrant = Member["schemas"]["GivenGrant"];
export type NoticeKind = Member["schemas"]["NoticeView"]["kind"];
export type NoticeView = Member["schemas"]["NoticeView"];
export type UnreadNotices = Member["schemas"]["UnreadNotices"];
export type MyRole = Member["schemas"]["MyRole"];

/** What every service answers to operators. */
export type ServiceStatus = Member["schemas"]["Status"];
export type ReadModel = Member["schemas"]["ReadModelEditions"];
export type EditionBeside = Member["schemas"]["Beside"];
export type EditionsCompared = Member["schemas"]["Compared"];
export type LetterView = Member["schemas"]["Letter"];
export type DueCommand = Member["schemas"]["DueCommand"];
export type StreamHead = Member["schemas"]["Stream"];
export type StreamEvent = Omit<Member["schemas"]["Event"], "payload"> & { payload: unknown };
export type EventStream = Omit<Member["schemas"]["EventStream"], "events"> & { events: StreamEvent[] };
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
export type MetricAnswer = Analytics["schemas"]["MetricAnswer"];
export type EventCount = Analytics["schemas"]["EventCount"];
export type ReplayView = Analytics["schemas"]["ReplayView"];
export type ListedView = Omit<Analytics["schemas"]["ListedView"], "help" | "columns"> & { help: Texts; columns: ListedColumn[] };
export type ListedColumn = Omit<Analytics["schemas"]["ListedColumn"], "help"> & { help: Texts };
export type Chart = Analytics["schemas"]["Chart"];
export type SavedQuery = Analytics["schemas"]["SavedQueryView"];
/** Rows by the names of the columns; the answer is streamed, so the document does not describe it. */
export interface SqlAnswer {
  columns: { name: string; type: string }[];
  rows: Record<string, unknown>[];
  truncated: boolean;
}
export type ExplainedEvent = Analytics["schemas"]["ExplainedEvent"];
export type LakeStatus = Analytics["schemas"]["LakeStatus"];
export type FoundEvent = Analytics["schemas"]["FoundEvent"];
