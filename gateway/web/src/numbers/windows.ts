/** Windows of time, one behind the other, the last of which holds today. Days are ISO dates; `to` is the first day behind. */
export const WIDTHS = ["week", "month", "quarter", "year"] as const;
export type Width = (typeof WIDTHS)[number];

export interface Days {
  from: string;
  to: string;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const DAY_MILLIS = 86_400_000;
const WEEK_MILLIS = 7 * DAY_MILLIS;

/** How many windows of a width are shown. */
export const SHOWN: Record<Width, number> = { week: 13, month: 13, quarter: 9, year: 4 };

/** @param today an ISO date in the zone in which days are counted */
export function windows(width: Width | "day", today: string, count = width === "day" ? 1 : SHOWN[width]): Days[] {
  const first = beginOf(width, new Date(today + "T00:00:00Z"));
  return Array.from({ length: count }, (_, index) => ({
    from: day(move(width, first, index - count + 1)),
    to: day(move(width, first, index - count + 2)),
  }));
}

/** @param zone a region, as browsers name it */
export function todayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/** Weeks begin on Mondays. */
function beginOf(width: Width | "day", date: Date): Date {
  if (width === "day") {
    return date;
  }
  if (width === "week") {
    return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MILLIS);
  }
  const months = MONTHS[width];
  return new Date(Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1));
}

function move(width: Width | "day", begin: Date, by: number): Date {
  return width === "week" || width === "day"
    ? new Date(begin.getTime() + by * (width === "week" ? WEEK_MILLIS : DAY_MILLIS))
    : new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + by * MONTHS[width], 1));
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
