import { describe, expect, it } from "vitest";
import { todayIn, windows } from "./windows";

describe("windows", () => {
  it("follow each other without a gap, and the last holds today", () => {
    expect(windows("month", "2026-03-31", 3)).toEqual([
      { from: "2026-01-01", to: "2026-02-01" },
      { from: "2026-02-01", to: "2026-03-01" },
      { from: "2026-03-01", to: "2026-04-01" },
    ]);
    expect(windows("quarter", "2026-02-10", 2)).toEqual([
      { from: "2025-10-01", to: "2026-01-01" },
      { from: "2026-01-01", to: "2026-04-01" },
    ]);
    expect(windows("year", "2026-02-10", 1)).toEqual([{ from: "2026-01-01", to: "2027-01-01" }]);
  });

  it("begin weeks on Mondays, also on a Sunday", () => {
    expect(windows("week", "2026-03-01", 1)).toEqual([{ from: "2026-02-23", to: "2026-03-02" }]);
    expect(windows("week", "2026-03-02", 1)).toEqual([{ from: "2026-03-02", to: "2026-03-09" }]);
  });

  it("may be single days", () => {
    expect(windows("day", "2026-03-01", 2)).toEqual([
      { from: "2026-02-28", to: "2026-03-01" },
      { from: "2026-03-01", to: "2026-03-02" },
    ]);
  });

  it("know which day it is where the reader is", () => {
    const late = new Date("2026-03-31T20:00:00Z");
    expect(todayIn("Asia/Shanghai", late)).toBe("2026-04-01");
    expect(todayIn("UTC", late)).toBe("2026-03-31");
  });
});
