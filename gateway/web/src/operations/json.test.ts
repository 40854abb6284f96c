import { describe, expect, it } from "vitest";
import { changes } from "./changes";
import { brief, linesOf } from "./json";

describe("JSON for people", () => {
  it("has a line for everything, deeper things behind their name", () => {
    expect(linesOf({ id: "crs_1", lessons: [{ title: "One" }], tags: [], until: null })).toEqual([
      { depth: 0, name: "id", text: "crs_1" },
      { depth: 0, name: "lessons", text: "" },
      { depth: 1, name: "[0]", text: "" },
      { depth: 2, name: "title", text: "One" },
      { depth: 0, name: "tags", text: "[]" },
      { depth: 0, name: "until", text: "null" },
    ]);
    expect(linesOf({})).toEqual([{ depth: 0, text: "{}" }]);
  });

  it("marks what changed with all that is in it", () => {
    const before = { total: 1, whom: "Ada", parts: [] as unknown[] };
    const after = { total: 2, whom: "Ada", parts: [{ n: 1 }] };
    expect(linesOf(after, changes(before, after)).map(({ name, mark }) => [name, mark])).toEqual([
      ["total", "changed"],
      ["whom", undefined],
      ["parts", undefined],
      ["[0]", "added"],
      ["n", "added"],
    ]);
  });

  it("does not mark in the new state what is no more", () => {
    expect(linesOf({ done: ["b"] }, changes({ done: ["a", "b"] }, { done: ["b"] })).every((line) => !line.mark)).toBe(true);
  });

  it("cuts long texts and shows that one is empty", () => {
    expect(brief("x".repeat(1000))).toBe("x".repeat(240) + "…");
    expect(brief(undefined)).toBe("–");
    expect(brief("")).toBe('""');
  });
});
