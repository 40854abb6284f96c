/** What the member has learned in a community, by course; nothing for who has not signed in. */
import type { LearnedCourse } from "@/api/models";
import { Problem } from "@/api/problem";
import { all, inCommunity } from "@/app/api";
import { useSession } from "@/app/session";
import { kept } from "@/app/kept";

export async function learnedCourses(communityId: string): Promise<Map<string, LearnedCourse>> {
  if (!useSession().signedIn) {
    return new Map();
  }
  const learned = await all<LearnedCourse>(inCommunity(communityId, "/enrollments"));
  return new Map(learned.map((course) => [course.courseId, course]));
}

/** Where the reader was last in a course, as this browser remembers. */
export const lastRead = {
  of: (courseId: string): string | null => kept.getItem("guildhall-lesson-" + courseId),
  is: (courseId: string, lessonId: string): void => kept.setItem("guildhall-lesson-" + courseId, lessonId),
};

/** The lesson to go on with: where one was if it is not done, else the first that is not done, else the first. */
export function resumeAt(lessonIds: string[], done: readonly string[], last: string | null): string | undefined {
  if (last && lessonIds.includes(last) && !done.includes(last)) {
    return last;
  }
  return lessonIds.find((lesson) => !done.includes(lesson)) ?? lessonIds[0];
}

const TRIES = 6;
const BETWEEN_MILLIS = 700;

/** Access that was just bought is known to one service a moment before the other: a refusal may pass. */
export async function onceItIsHeard<T>(read: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await read();
    } catch (failure) {
      if (tried === TRIES || !(failure instanceof Problem) || failure.code !== "entitlement-required") {
        throw failure;
      }
      await new Promise((resume) => setTimeout(resume, BETWEEN_MILLIS));
    }
  }
}
