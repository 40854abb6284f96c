/** What happened lately, counted from the community's own events. */
export interface Row {
  name: string;
  /** The currency of money, or the reason of an end; empty where there is neither. */
  kind: string;
  /** Of failed renewals only. */
  member_id: string | null;
  /** In the last day. */
  n: number;
  amount_minor: number | null;
  /** In milliseconds. */
  last: number;
}

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
  { what: "failed", names: ["billing.subscription.ended"], kind: FAILED },
  { what: "enrolled", names: ["course.enrollment.member-enrolled"] },
  { what: "lessons", names: ["course.enrollment.lesson-completed"] },
  { what: "courses", names: ["course.enrollment.course-completed"] },
  { what: "ratings", names: ["course.rating.given"] },
  { what: "messages", names: ["community.message.posted"] },
  { what: "answers", names: ["community.survey.answered"] },
] as const;

const KNOWN = STORIES.flatMap((story) => story.names.map((name) => `'${name}'`)).join(", ");

/**
 * Counts the last day, and names whose renewal failed in the last week. It ends with what is known: the house may be ahead
 * of the browser's clock.
 */
export function happened(now: Date): string {
  return `WITH known AS (
  SELECT greatest(coalesce(max(recorded_at), TIMESTAMPTZ '${now.toISOString()}'), TIMESTAMPTZ '${now.toISOString()}') AS until FROM events),
week AS (
  SELECT name, member_id, recorded_at, recorded_at > until - INTERVAL 1 DAY AS today,
         coalesce(json_text(payload, '$.currency'), json_text(payload, '$.reason'), '') AS kind,
         CAST(json_text(payload, '$.amountMinor') AS BIGINT) AS amount_minor
  FROM events, known
  WHERE name IN (${KNOWN}) AND recorded_at > until - INTERVAL 7 DAY)
SELECT name, kind, CASE WHEN kind = '${FAILED}' THEN member_id END AS member_id, count(*) FILTER (today) AS n,
       CAST(sum(amount_minor) FILTER (today) AS BIGINT) AS amount_minor, epoch_ms(max(recorded_at)) AS last
FROM week
GROUP BY ALL`;
}

/** Whose renewal failed in the last week, the last first. */
export function failures(rows: readonly Row[]): { memberId: string; at: string }[] {
  return rows
    .filter((row) => row.kind === FAILED && row.member_id !== null)
    .sort((one, other) => other.last - one.last)
    .map((row) => ({ memberId: row.member_id!, at: new Date(row.last).toISOString() }));
}

export function told(rows: readonly Row[]): Told[] {
  return STORIES.map((story) => {
    const found = rows.filter((row) => (story.names as readonly string[]).includes(row.name) && (!("kind" in story) || row.kind === story.kind));
    const money = new Map<string, number>();
    found.filter((row) => row.amount_minor !== null).forEach((row) => money.set(row.kind, (money.get(row.kind) ?? 0) + row.amount_minor!));
    return {
      what: story.what,
      count: found.reduce((sum, row) => sum + row.n, 0),
      money: [...money].map(([currency, amountMinor]) => ({ currency, amountMinor })),
    };
  }).filter((it) => it.count > 0);
}
