/** Dead letters as an operator decides about them: stream by stream, since a stream goes on in its order. */
import type { LetterView } from "@/api/models";

/** The first letter of a stream is what failed; those behind it only wait. */
export interface Queue {
  first: LetterView;
  behind: LetterView[];
}

export interface Follower {
  name: string;
  queues: Queue[];
}

/** What was kept though it is no event: nobody can handle it. */
export const isUnreadable = (letter: LetterView) => letter.event == null;

/** @param letters in the order of followers, streams and positions, as services list them */
export function queued(letters: readonly LetterView[]): Follower[] {
  const followers = new Map<string, Map<string, Queue>>();
  for (const letter of letters) {
    const queues = followers.get(letter.follower) ?? new Map<string, Queue>();
    followers.set(letter.follower, queues);
    // What is no event waits for nothing before it.
    const stream = isUnreadable(letter) ? letter.id : letter.streamId;
    const queue = queues.get(stream);
    if (queue) {
      queue.behind.push(letter);
    } else {
      queues.set(stream, { first: letter, behind: [] });
    }
  }
  return [...followers].map(([name, queues]) => ({ name, queues: [...queues.values()] }));
}
