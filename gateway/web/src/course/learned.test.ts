import { describe, expect, it, vi } from "vitest";

vi.mock("@/app/api", () => ({}));
vi.mock("@/app/session", () => ({}));

const { readAfter, resumeAt } = await import("./learned");

describe("a course is gone on with", () => {
  const lessons = ["a", "b", "c"];

  it("where one was, if that is not done", () => expect(resumeAt(lessons, ["a"], "c")).toBe("c"));
  it("else at the first lesson that is not done", () => expect(resumeAt(lessons, ["a", "c"], "c")).toBe("b"));
  it("and from the beginning once all is done", () => expect(resumeAt(lessons, lessons, "b")).toBe("a"));
  it("though the lesson one was at is gone", () => expect(resumeAt(lessons, [], "z")).toBe("a"));
});

describe("a lesson counts as read", () => {
  it("after half the time that reading it takes", () => {
    expect(readAfter("<p>" + "word ".repeat(20) + "</p>")).toBe(3_000);
    expect(readAfter("<p>" + "事件".repeat(20) + "</p>")).toBe(3_000);
  });
  it("after half a minute, however long it is", () => expect(readAfter("word ".repeat(5_000))).toBe(30_000));
});
