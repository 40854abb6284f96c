/** One query at a time: it runs, is turned away from, is answered or refused. */
import { onBeforeUnmount, ref, shallowRef } from "vue";
import type { SqlAnswer } from "@/api/models";
import type { Problem } from "@/api/problem";
import { api, inCommunity } from "@/app/api";
import { asProblem } from "@/app/load";
import { columnsOf, type Column } from "./rows";

export interface Answered {
  query: string;
  columns: Column[];
  rows: SqlAnswer["rows"];
  truncated: boolean;
  seconds: number;
}

export interface Refused {
  query: string;
  problem: Problem;
}

const TICK_MILLIS = 100;

export function useRun(communityId: () => string) {
  const running = ref(false);
  const seconds = ref(0);
  const canceled = ref(false);
  const answer = shallowRef<Answered | null>(null);
  const refused = shallowRef<Refused | null>(null);
  let turned: AbortController | undefined;

  async function run(query: string): Promise<void> {
    turned?.abort();
    const mine = (turned = new AbortController());
    const began = performance.now();
    const elapsed = () => (performance.now() - began) / 1000;
    const clock = setInterval(() => (seconds.value = elapsed()), TICK_MILLIS);
    running.value = true;
    canceled.value = false;
    refused.value = null;
    seconds.value = 0;
    try {
      const said = await api.ask<SqlAnswer>(inCommunity(communityId(), "/sql"), { query }, mine.signal);
      if (mine === turned) {
        answer.value = { query, columns: columnsOf(said), rows: said.rows, truncated: said.truncated, seconds: elapsed() };
      }
    } catch (failure) {
      if (mine === turned) {
        canceled.value = mine.signal.aborted;
        refused.value = mine.signal.aborted ? null : { query, problem: asProblem(failure) };
      }
    } finally {
      clearInterval(clock);
      running.value = mine === turned ? false : running.value;
    }
  }

  /** The service ends it by itself a moment later. */
  function cancel(): void {
    turned?.abort();
  }

  function forget(): void {
    turned?.abort();
    turned = undefined;
    answer.value = refused.value = null;
    running.value = canceled.value = false;
  }

  onBeforeUnmount(forget);
  return { running, seconds, canceled, answer, refused, run, cancel, forget };
}
