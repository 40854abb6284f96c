import { describe, expect, it, vi } from "vitest";

vi.mock("@/app/api", () => ({}));
vi.mock("@/app/session", () => ({}));

const { resumeAt } = await import("./learned");

describe("a course is gone on with", () => {
  const lessons = ["a", "b", "c"];

  it("where one was, if that is not done", () => expect(resumeAt(lessons, ["a"], "c")).toBe("c"));
  it("else at the first lesson that is not done", () => expect(resumeAt(lessons, ["a", "c"], "c")).toBe("b"));
  it("and from the beginning once all is done", () => expect(resumeAt(lessons, lessons, "b")).toBe("a"));
  it("though the lesson one was at is gone", () => expect(resumeAt(lessons, [], "z")).toBe("a"));
});
