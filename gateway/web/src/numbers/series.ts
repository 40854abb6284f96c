/** Asks for a number by each definition in each window; a few questions at a time, and tells how far it is. */
import { computed, onBeforeUnmount, ref, shallowRef, watch } from "vue";
import type { MetricAnswer } from "@/api/models";
import type { Problem } from "@/api/problem";
import { api, inCommunity } from "@/app/api";
import { asProblem } from "@/app/load";
import type { Definition } from "./definitions";
import type { Days } from "./windows";

const AT_ONCE = 4;

export interface Question {
  definitions: readonly Definition[];
  windows: readonly Days[];
  /** In which days begin. */
  zone: string;
  currency?: string;
  /** As it was known at this moment, an ISO instant; now where absent. */
  asOf?: string;
}

/** What is asked of the service about one definition in one window. */
export function asked(question: Question, definition: Definition, window: Days) {
  const { zone, asOf } = question;
  const currency = definition.metric.unit === "money" ? question.currency : undefined;
  return { ...window, zone, asOf, currency, version: definition.metric.version };
}

export function useSeries(communityId: () => string, question: () => Question | undefined) {
  /** By definition, in the order of the windows; a hole where no answer is there yet. */
  const answers = shallowRef<Record<string, (MetricAnswer | undefined)[]>>({});
  const problem = shallowRef<Problem | null>(null);
  const done = ref(0);
  const total = ref(0);
  let newest = 0;

  async function ask(): Promise<void> {
    const mine = ++newest;
    const now = question();
    problem.value = null;
    done.value = 0;
    answers.value = Object.fromEntries(now?.definitions.map((it) => [it.key, Array(now.windows.length).fill(undefined)]) ?? []);
    // The newest first, since that is what is looked at.
    const open = now?.definitions.flatMap((definition) => now.windows.map((window, at) => ({ definition, window, at }))) ?? [];
    total.value = open.length;
    open.sort((one, other) => one.at - other.at);

    async function work(): Promise<void> {
      for (let next = open.pop(); next && now && mine === newest && !problem.value; next = open.pop()) {
        const { definition, window, at } = next;
        const path = inCommunity(communityId(), `/metrics/${definition.metric.name}`);
        try {
          const answer = await api.get<MetricAnswer>(path, asked(now, definition, window));
          if (mine === newest) {
            const line = answers.value[definition.key]!.map((before, index) => (index === at ? answer : before));
            answers.value = { ...answers.value, [definition.key]: line };
            done.value++;
          }
        } catch (failure) {
          const why = asProblem(failure);
          problem.value = mine === newest ? why : problem.value;
        }
      }
    }

    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  watch(() => JSON.stringify([communityId(), question()]), ask, { immediate: true });
  onBeforeUnmount(() => newest++);
  return { answers, problem, done, total, loading: computed(() => done.value < total.value && !problem.value), ask };
}
