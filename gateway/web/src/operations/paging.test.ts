import { describe, expect, it } from "vitest";
import { startOf } from "./paging";

describe("pages of a stream", () => {
  it("begin with the newest, and hold the event that is asked for", () => {
    expect(startOf(undefined, 44)).toBe(40);
    expect(startOf(undefined, 19)).toBe(0);
    expect(startOf(undefined, 20)).toBe(20);
    expect(startOf("25", 44)).toBe(20);
    expect(startOf("0", 44)).toBe(0);
  });

  it("take what is no place in the stream for its end", () => {
    for (const asked of ["", "x", "-1", "99", ["1", "2"], "1e3"]) {
      expect(startOf(asked, 44), String(asked)).toBe(40);
    }
  });
});
