import { describe, expect, it } from "vitest";
import { MOST_POINTS, fits, plotOf, suggested } from "./plotting";
import { columnsOf } from "./rows";

const columns = (...types: [string, string][]) => columnsOf({ columns: types.map(([name, type]) => ({ name, type })) });

describe("what is drawn", () => {
  it("is suggested: the numbers along what is none, over time as a line", () => {
    const monthly = columns(["n", "BIGINT"], ["month", "DATE"], ["m", "DOUBLE"]);
    expect(suggested(monthly, [{ n: 1, month: "2026-03-01", m: 2 }])).toEqual({ kind: "LINE", x: "month", y: ["n", "m"] });
    expect(suggested(columns(["name", "VARCHAR"], ["n", "BIGINT"]), [{ name: "joined", n: 1 }])).toMatchObject({ kind: "BAR" });
    expect(suggested(columns(["n", "BIGINT"], ["m", "BIGINT"]), [])).toMatchObject({ x: "n", y: ["m"] });
    expect(suggested(columns(["name", "VARCHAR"]), [])).toBeNull();
  });

  it("fits only an answer that has it", () => {
    const answer = columns(["month", "DATE"], ["n", "BIGINT"]);
    expect(fits({ kind: "BAR", x: "month", y: ["n"] }, answer)).toBe(true);
    expect(fits({ kind: "BAR", x: "month", y: ["gone"] }, answer)).toBe(false);
    expect(fits({ kind: "BAR", x: "n", y: ["month"] }, answer)).toBe(false);
  });

  it("has a hole where there is no number, also where it is written as text", () => {
    const plot = plotOf({ kind: "LINE", x: "d", y: ["n"] }, [{ d: "a", n: null }, { d: null, n: "9007199254740993" }, { d: "c", n: 0 }]);
    expect(plot.labels).toEqual(["a", "–", "c"]);
    expect(plot.lines[0]!.values).toEqual([null, 9007199254740993, 0]);
    expect(plot.cut).toBe(false);
  });

  it("says that it does not draw every row", () => {
    const rows = Array.from({ length: MOST_POINTS + 1 }, (_, n) => ({ d: n, n }));
    expect(plotOf({ kind: "LINE", x: "d", y: ["n"] }, rows).cut).toBe(true);
  });
});
