import { describe, expect, it } from "vitest";
import type { EditionBeside, ReadModel } from "@/api/models";
import { canBegin, goesOn, percentOf } from "./readModels";

const beside = (more: Partial<EditionBeside> = {}): EditionBeside => ({
  edition: 2,
  state: "REBUILDING",
  served: false,
  done: 999,
  total: 1000,
  deadLetters: 0,
  ...more,
});
const model = (it?: EditionBeside): ReadModel => ({ projection: "profiles", live: 1, beside: it });

describe("a read model", () => {
  it("is looked at again while something beside it moves", () => {
    expect(goesOn(model())).toBe(false);
    expect(goesOn(model(beside()))).toBe(true);
    expect(goesOn(model(beside({ state: "CAUGHT_UP" })))).toBe(true);
    expect(goesOn(model(beside({ state: "PAUSED" })))).toBe(false);
  });

  it("is rebuilt anew unless a rebuild of it is on its way", () => {
    expect(canBegin(model())).toBe(true);
    expect(canBegin(model(beside()))).toBe(false);
    expect(canBegin(model(beside({ served: true })))).toBe(true);
  });

  it("is never wholly rebuilt before the last event", () => {
    expect(percentOf(beside())).toBe(99);
    expect(percentOf(beside({ done: 1000 }))).toBe(100);
    expect(percentOf(beside({ done: 0, total: 0 }))).toBe(100);
    expect(percentOf(beside({ total: undefined }))).toBe(0);
  });
});
