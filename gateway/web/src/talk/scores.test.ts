import { describe, expect, it } from "vitest";
import { pausesWith } from "./pauses";
import { spreadOf } from "./scores";

describe("the answers to a survey", () => {
  it("are counted, averaged and shared out", () => {
    expect(spreadOf({ "4": 3, "1": 1 })).toEqual({ answers: 4, mean: 3.25, percent: { 1: 25, 2: 0, 3: 0, 4: 75, 5: 0 } });
  });

  it("have no mean when there are none", () => {
    expect(spreadOf({})).toEqual({ answers: 0, mean: undefined, percent: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } });
  });
});

describe("the pauses that are offered", () => {
  it("keep the one that a channel has", () => {
    expect(pausesWith(60)).toEqual([0, 10, 60, 300, 3600, 21_600]);
    expect(pausesWith(45)).toEqual([0, 10, 45, 60, 300, 3600, 21_600]);
  });
});
