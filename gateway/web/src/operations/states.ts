/** The states of an aggregate on both sides of its events. */
import type { Steps } from "@/api/models";
import { api } from "@/app/api";

export interface Sides {
  before: unknown;
  after: unknown;
}

/** Large states come a few at a time. */
export async function statesOf(path: string, from: number, end: number): Promise<Map<number, Sides>> {
  const states = new Map<number, Sides>();
  let next = from;
  while (next < end) {
    const part = await api.get<Steps>(`${path}/states`, { from: next, limit: end - next });
    if (!part.steps.length) {
      break;
    }
    let before = part.before;
    for (const step of part.steps) {
      states.set(step.sequence, { before, after: step.state });
      before = step.state;
      next = step.sequence + 1;
    }
  }
  return states;
}
