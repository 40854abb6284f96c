/** Something that is read for a page: not there yet, there, or refused. */
import { computed, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from "vue";
import { Problem } from "@/api/problem";
import type { Query } from "@/api/client";
import type { Page } from "@/api/models";
import { api } from "./api";

export interface Load<T> {
  data: ShallowRef<T | undefined>;
  problem: ShallowRef<Problem | null>;
  loading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** @param on what it depends on: read anew when it changes */
export function useLoad<T>(read: () => Promise<T>, on?: WatchSource): Load<T> {
  const data = shallowRef<T>();
  const problem = shallowRef<Problem | null>(null);
  const loading = ref(true);
  let newest = 0;

  async function reload(): Promise<void> {
    const mine = ++newest;
    loading.value = true;
    try {
      const answer = await read();
      if (mine === newest) {
        data.value = answer;
        problem.value = null;
      }
    } catch (failure) {
      if (mine === newest) {
        problem.value = asProblem(failure);
      }
    } finally {
      loading.value = mine === newest ? false : loading.value;
    }
  }

  if (on) {
    watch(on, () => {
      data.value = undefined;
      void reload();
    });
  }
  void reload();
  return { data, problem, loading, reload };
}

export interface Pages<T> extends Load<T[]> {
  hasMore: Ref<boolean>;
  more: () => Promise<void>;
}

/**
 * A list that is read page by page, on demand.
 *
 * @param query what else is asked; the list begins anew when it changes
 */
export function usePages<T>(path: () => string, limit = 30, query: () => Query = () => ({})): Pages<T> {
  const asked = () => JSON.stringify([path(), query()]);
  const first = useLoad(() => api.get<Page<T>>(path(), { ...query(), limit }), asked);
  const data = shallowRef<T[]>();
  const next = ref<string>();
  const hasMore = computed(() => next.value !== undefined);
  watch(
    first.data,
    (page) => {
      data.value = page?.items;
      next.value = page?.page.next ?? undefined;
    },
    { flush: "sync" },
  );

  /** An answer to what is no longer asked is dropped. */
  async function more(): Promise<void> {
    const [list, after] = [asked(), next.value];
    const isWanted = () => list === asked() && after === next.value;
    first.loading.value = true;
    try {
      const page = await api.get<Page<T>>(path(), { ...query(), limit, after });
      if (isWanted()) {
        first.loading.value = false;
        first.problem.value = null;
        data.value = [...(data.value ?? []), ...page.items];
        next.value = page.page.next ?? undefined;
      }
    } catch (failure) {
      if (isWanted()) {
        first.loading.value = false;
        first.problem.value = asProblem(failure);
      }
    }
  }

  return { ...first, data, hasMore, more };
}

/** A bug stays a bug: it is thrown on. */
export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) {
    return failure;
  }
  throw failure;
}
