import { describe, expect, it, vi } from "vitest";
import { atMostEvery } from "./unread";

describe("looking when one goes elsewhere", () => {
  it("asks again after a while only, however often one goes", () => {
    let now = 0;
    const ask = vi.fn();
    const look = atMostEvery(10, ask, () => now);
    look();
    expect(ask).not.toHaveBeenCalled(); // it was read just now, with the page
    now = 10;
    look();
    look();
    expect(ask).toHaveBeenCalledTimes(1);
    now = 20;
    look();
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
