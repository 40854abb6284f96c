import { describe, expect, it } from "vitest";
import { changes } from "./changes";

describe("what an event changed", () => {
  it("names fields that came, went and became others, and nothing else", () => {
    const before = { id: "crs_1", status: "draft", note: "later", price: { amount: 1, currency: "CNY" } };
    const after = { id: "crs_1", status: "submitted", author: "mem_1", price: { amount: 2, currency: "CNY" } };
    expect(changes(before, after)).toEqual([
      { path: "status", kind: "changed", before: "draft", after: "submitted" },
      { path: "note", kind: "removed", before: "later" },
      { path: "price.amount", kind: "changed", before: 1, after: 2 },
      { path: "author", kind: "added", after: "mem_1" },
    ]);
    expect(changes(after, structuredClone(after))).toEqual([]);
  });

  it("tells null from what is not there", () => {
    expect(changes({ until: null }, { until: "2026-03-01" })).toEqual([{ path: "until", kind: "changed", before: null, after: "2026-03-01" }]);
    expect(changes({}, { until: null })).toEqual([{ path: "until", kind: "added", after: null }]);
  });

  it("finds what was put into a list or taken out of it wherever it stood", () => {
    expect(changes({ done: ["a", "c"] }, { done: ["a", "b", "c"] })).toEqual([{ path: "done[1]", kind: "added", after: "b" }]);
    expect(changes({ done: ["a", "b", "c"] }, { done: ["b", "c"] })).toEqual([{ path: "done[0]", kind: "removed", before: "a" }]);
    expect(changes({ done: ["a", "a"] }, { done: ["a", "a", "a"] })).toEqual([{ path: "done[2]", kind: "added", after: "a" }]);
    expect(changes({ parts: [{ n: 1 }, { n: 2 }] }, { parts: [{ n: 1 }, { n: 3 }] })).toEqual([
      { path: "parts[1].n", kind: "changed", before: 2, after: 3 },
    ]);
  });

  it("says so where something became another kind of thing", () => {
    expect(changes({ it: [] }, { it: {} })).toEqual([{ path: "it", kind: "changed", before: [], after: {} }]);
    expect(changes(undefined, { total: 0 })).toEqual([{ path: "", kind: "changed", before: undefined, after: { total: 0 } }]);
  });
});
