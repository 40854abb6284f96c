import { describe, expect, it } from "vitest";
import { draftOf, lessonOfFile, moved, newLesson, requestOf, storedAs } from "./draft";

describe("a draft", () => {
  it("keeps the ids of lessons, and gives new ones none", () => {
    const draft = draftOf({
      courseId: "crs_1",
      title: "Java",
      summary: "",
      language: "en",
      status: "draft",
      lessons: [{ lessonId: "les_1", title: "One", markdown: "# 1" }],
    });
    draft.lessons.push(newLesson("Two", "2"));
    expect(requestOf(draft).lessons).toEqual([
      { lessonId: "les_1", title: "One", markdown: "# 1" },
      { title: "Two", markdown: "2" },
    ]);
  });

  it("is stored as it was sent, with the ids that its lessons were given", () => {
    const draft = { title: "Java", summary: "", language: "en", lessons: [newLesson("One", "1"), newLesson("Two", "2")] };
    const sent = requestOf(draft);
    draft.lessons[0]!.markdown = "1, and what was written meanwhile";
    draft.lessons.forEach((lesson, index) => Object.assign(lesson, { lessonId: "les_" + index }));
    expect(JSON.stringify(storedAs(sent, ["les_0", "les_1"]))).not.toBe(JSON.stringify(requestOf(draft)));
    draft.lessons[0]!.markdown = "1";
    expect(JSON.stringify(storedAs(sent, ["les_0", "les_1"]))).toBe(JSON.stringify(requestOf(draft)));
  });

  it("moves a lesson past its neighbor and not beyond the ends", () => {
    const lessons = [newLesson("a"), newLesson("b"), newLesson("c")];
    const titles = (key: number, by: -1 | 1) => moved(lessons, key, by).map((lesson) => lesson.title).join("");
    expect(titles(lessons[2]!.key, -1)).toBe("acb");
    expect(titles(lessons[0]!.key, 1)).toBe("bac");
    expect(titles(lessons[0]!.key, -1)).toBe("abc");
    expect(titles(lessons[2]!.key, 1)).toBe("abc");
  });
});

describe("a file", () => {
  const read = (text: string) => (({ title, markdown }) => ({ title, markdown }))(lessonOfFile("03-events.md", text));

  it("is named by the heading it begins with, which stands above the text from then on", () => {
    expect(read("\uFEFF\r\n## Events #\r\n\r\nOne\r\ntwo")).toEqual({ title: "Events", markdown: "One\ntwo" });
    expect(read("# Only a title")).toEqual({ title: "Only a title", markdown: "" });
  });

  it("is named by its own name where it begins with anything else", () => {
    expect(read("Words\n\n# Later")).toEqual({ title: "03-events", markdown: "Words\n\n# Later" });
    expect(read("#hashtag")).toEqual({ title: "03-events", markdown: "#hashtag" });
  });
});
