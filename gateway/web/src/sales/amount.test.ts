import { describe, expect, it } from "vitest";
import { minorOf, typed } from "./amount";

describe("an amount", () => {
  it("is counted in the minor unit of its currency", () => {
    expect(minorOf("49", "CNY")).toBe(4900);
    expect(minorOf(" 49.5 ", "EUR")).toBe(4950);
    expect(minorOf("0,99", "EUR")).toBe(99);
    expect(minorOf("1200", "JPY")).toBe(1200);
  });

  it("is refused where it is none, or finer than the currency", () => {
    for (const [text, currency] of [["", "CNY"], ["0", "CNY"], ["-1", "CNY"], ["1e3", "CNY"], ["1,000.00", "CNY"], ["1.999", "CNY"], ["1.5", "JPY"]] as const) {
      expect(minorOf(text, currency), text).toBeNull();
    }
  });

  it("comes back as it was typed", () => {
    expect(typed(4950, "CNY")).toBe("49.50");
    expect(typed(1200, "JPY")).toBe("1200");
    expect(minorOf(typed(9999999, "USD"), "USD")).toBe(9999999);
  });
});
