/** A course while somebody writes it: a copy of what is stored, changed freely and sent whole. */
import type { CourseSource } from "@/api/models";

export interface EditedLesson {
  /** Tells lessons apart before they have an id. */
  key: number;
  lessonId?: string;
  title: string;
  markdown: string;
}

export interface Draft {
  title: string;
  summary: string;
  language: string;
  lessons: EditedLesson[];
}

let lastKey = 0;

export function newLesson(title = "", markdown = ""): EditedLesson {
  return { key: ++lastKey, title, markdown };
}

export function emptyDraft(language: string): Draft {
  return { title: "", summary: "", language, lessons: [newLesson()] };
}

export function draftOf(source: CourseSource): Draft {
  const { title, summary, language } = source;
  const lessons = source.lessons.map((lesson) => ({ ...newLesson(lesson.title, lesson.markdown), lessonId: lesson.lessonId }));
  return { title, summary, language, lessons };
}

/** As the service takes it; ids only where there are some, so that a new course is sent in the same form. */
export function requestOf(draft: Draft) {
  const { title, summary, language } = draft;
  return {
    title,
    summary,
    language,
    lessons: draft.lessons.map(({ lessonId, title, markdown }) => (lessonId ? { lessonId, title, markdown } : { title, markdown })),
  };
}

/** What is stored once a request was taken: the same, with the ids that its lessons were given. */
export function storedAs(sent: ReturnType<typeof requestOf>, lessonIds: readonly string[]) {
  return { ...sent, lessons: sent.lessons.map(({ title, markdown }, index) => ({ lessonId: lessonIds[index], title, markdown })) };
}

/** @param by one place up or down; at an end nothing moves */
export function moved(lessons: readonly EditedLesson[], key: number, by: -1 | 1): EditedLesson[] {
  const at = lessons.findIndex((lesson) => lesson.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= lessons.length) {
    return [...lessons];
  }
  return lessons.map((lesson, index) => (index === at ? lessons[to]! : index === to ? lessons[at]! : lesson));
}

/** A file becomes a lesson: its title is the heading it begins with, which its text then lacks, or the file's name. */
export function lessonOfFile(name: string, text: string): EditedLesson {
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").trimStart();
  const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*(?:\n|$)/.exec(body);
  return heading ? newLesson(heading[1], body.slice(heading[0].length).trimStart()) : newLesson(name.replace(/\.[^.]+$/, ""), body);
}
