/** Looks again and again at something that goes on by itself, while somebody looks at the page. */
import { onScopeDispose, watch } from "vue";
import type { Load } from "./load";

/**
 * @param goesOn whether it is still worth looking
 * @param everyMillis from one answer to the next question
 */
export function useWatch<T>(of: Pick<Load<T>, "data" | "loading" | "reload">, goesOn: (data: T | undefined) => boolean, everyMillis: number): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function again(): void {
    clearTimeout(timer);
    if (!document.hidden && !of.loading.value && goesOn(of.data.value)) {
      timer = setTimeout(of.reload, everyMillis);
    }
  }

  /** What happened meanwhile is looked up at once. */
  function shown(): void {
    clearTimeout(timer);
    if (!document.hidden && !of.loading.value && goesOn(of.data.value)) {
      void of.reload();
    }
  }

  watch([of.loading, of.data], again);
  document.addEventListener("visibilitychange", shown);
  onScopeDispose(() => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", shown);
  });
}
