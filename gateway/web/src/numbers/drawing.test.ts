import { describe, expect, it } from "vitest";
import type { MetricAnswer } from "@/api/models";
import { isBlank, lineOf, unitOf } from "./drawing";

const answer = (said: Partial<MetricAnswer>) => said as MetricAnswer;

describe("a drawing", () => {
  it("leaves a hole where a number is undefined or not there yet, since neither is zero", () => {
    const line = lineOf("Churn", [
      answer({ value: undefined, isFinal: true }),
      undefined,
      answer({ value: 0, isFinal: false, interval: { low: 0, high: 0.3, method: "rule-of-three" } }),
    ]);
    expect(line.values).toEqual([null, null, 0]);
    expect(line.high).toEqual([null, null, 0.3]);
    expect(line.final).toEqual([true, false, false]);
  });

  it("is blank when all is answered and nothing is a number", () => {
    const drawn = (values: (number | null)[]) => ({ labels: [], lines: [{ ...lineOf("Churn", []), values }], chosen: 0, figure: String, nothing: "" });
    expect(isBlank(drawn([null, null]), false)).toBe(true);
    expect(isBlank(drawn([null, null]), true)).toBe(false);
    expect(isBlank(drawn([null, 0]), false)).toBe(false);
  });

  it("is in the currency of the answers that name one", () => {
    expect(unitOf([answer({ value: 0, unit: "money" }), answer({ value: 4900, unit: "CNY" })])).toBe("CNY");
    expect(unitOf([undefined, answer({ unit: "ratio" })])).toBe("");
  });
});
