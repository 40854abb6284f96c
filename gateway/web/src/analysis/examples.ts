/** Queries to begin with. */
import type { Chart } from "@/api/models";

export interface Example {
  /** Of its name among the texts. */
  key: "happens" | "begun" | "days" | "finished" | "money";
  query: string;
  chart: Chart | null;
}

export const EXAMPLES: readonly Example[] = [
  {
    key: "happens",
    query: `SELECT name, count(*) AS times, max(valid_at) AS latest
FROM events
GROUP BY name
ORDER BY times DESC`,
    chart: { kind: "BAR", x: "name", y: ["times"] },
  },
  {
    key: "begun",
    query: `SELECT strftime(local_date(began_at), '%Y-%m') AS month, count(*) AS begun
FROM memberships
GROUP BY month
ORDER BY month`,
    chart: { kind: "LINE", x: "month", y: ["begun"] },
  },
  {
    key: "days",
    query: `SELECT local_day, count(*) AS actions, count(DISTINCT member_id) AS people
FROM actions
GROUP BY local_day
ORDER BY local_day`,
    chart: { kind: "LINE", x: "local_day", y: ["actions", "people"] },
  },
  {
    key: "finished",
    query: `SELECT course_id, count(*) AS enrolled, count(completed_at) AS completed,
       round(100.0 * count(completed_at) / count(*), 1) AS percent
FROM enrollments
GROUP BY course_id
ORDER BY enrolled DESC`,
    chart: { kind: "BAR", x: "course_id", y: ["enrolled", "completed"] },
  },
  {
    key: "money",
    query: `SELECT strftime(local_date(valid_at), '%Y-%m') AS month,
       json_text(payload, '$.currency') AS currency,
       sum(json_long(payload, '$.amountMinor')) AS minor_units
FROM events
WHERE name = 'billing.order.paid'
GROUP BY month, currency
ORDER BY month, currency`,
    chart: null,
  },
];
