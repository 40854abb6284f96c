/** What happened lately, counted from the community's own events. */
import type { EventCount } from "@/api/models";

export interface Told {
  what: (typeof STORIES)[number]["what"];
  count: number;
  money: { currency: string; amountMinor: number }[];
}

const FAILED = "payment-failed";

/** In the order in which they are told. */
const STORIES = [
  { what: "joined", names: ["member.membership.joined", "member.membership.returned"] },
  { what: "left", names: ["member.membership.churned"] },
  { what: "paid", names: ["billing.order.paid"] },
  { what: "refunded", names: ["billing.order.refunded", "billing.order.partly-refunded"] },
  { what: "canceled", names: ["billing.subscription.cancel-scheduled"] },
  { what: "failed", names: ["billing.subscription.ended"], reason: FAILED },
  { what: "enrolled", names: ["course.enrollment.member-enrolled"] },
  { what: "lessons", names: ["course.enrollment.lesson-completed"] },
  { what: "courses", names: ["course.enrollment.course-completed"] },
  { what: "ratings", names: ["course.rating.given"] },
  { what: "messages", names: ["community.message.posted"] },
  { what: "answers", names: ["community.survey.answered"] },
] as const;

/** Whose renewal failed. */
export function failures(counts: readonly EventCount[]): string[] {
  return [...new Set(counts.filter((it) => it.reason === FAILED).flatMap((it) => it.memberIds))];
}

export function told(counts: readonly EventCount[]): Told[] {
  return STORIES.map((story) => {
    const found = counts.filter((it) => (story.names as readonly string[]).includes(it.name) && (!("reason" in story) || it.reason === story.reason));
    const money = new Map<string, number>();
    found.forEach(({ currency, amountMinor }) => {
      if (currency && amountMinor != null) {
        money.set(currency, (money.get(currency) ?? 0) + amountMinor);
      }
    });
    return {
      what: story.what,
      count: found.reduce((sum, it) => sum + it.count, 0),
      money: [...money].map(([currency, amountMinor]) => ({ currency, amountMinor })),
    };
  }).filter((it) => it.count > 0);
}
