/** How the answers to a survey are spread. */
export const SCORES = [1, 2, 3, 4, 5] as const;

export interface Spread {
  answers: number;
  /** Between 1 and 5; none without an answer. */
  mean?: number;
  /** Of each score, how many percent of all answers, rounded. */
  percent: Record<number, number>;
}

/** @param scores how many members answered with which score; a score that nobody gave may be missing */
export function spreadOf(scores: Record<string, number>): Spread {
  const of = (score: number) => scores[score] ?? 0;
  const answers = SCORES.reduce((sum, score) => sum + of(score), 0);
  return {
    answers,
    mean: answers ? SCORES.reduce((sum, score) => sum + score * of(score), 0) / answers : undefined,
    percent: Object.fromEntries(SCORES.map((score) => [score, answers ? Math.round((100 * of(score)) / answers) : 0])),
  };
}
