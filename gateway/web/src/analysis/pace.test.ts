import { describe, expect, it } from "vitest";
import { paceOf } from "./pace";

describe("a pace", () => {
  it("is told by what moved, and so is the time left", () => {
    expect(paceOf([{ atMillis: 1000, done: 0 }, { atMillis: 3000, done: 500 }], 1000)).toEqual({ perSecond: 250, secondsLeft: 2 });
  });

  it("is that of the last seconds", () => {
    const slowAtFirst = [{ atMillis: 0, done: 0 }, { atMillis: 60_000, done: 10 }, { atMillis: 61_000, done: 110 }];
    expect(paceOf(slowAtFirst, 210)).toEqual({ perSecond: 100, secondsLeft: 1 });
  });

  it("is not told while nothing moved", () => {
    expect(paceOf([], 10)).toBeNull();
    expect(paceOf([{ atMillis: 0, done: 3 }, { atMillis: 500, done: 3 }], 10)).toBeNull();
  });
});
