/** A command behind a button: busy, refused or done, and never done twice by one click. */
import { ref, shallowRef } from "vue";
import type { Method } from "@/api/client";
import { WishKey } from "@/api/keys";
import type { Problem } from "@/api/problem";
import { api } from "./api";
import { asProblem } from "./load";

export function useWish() {
  const key = new WishKey();
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  /** @returns the answer, or null when it was refused, which `problem` explains */
  async function send<T = true>(method: Method, path: string, content?: unknown): Promise<T | null> {
    if (busy.value) {
      return null;
    }
    busy.value = true;
    problem.value = null;
    try {
      const answer = await key.run([method, path, content], (it) => api.send<T>(method, path, it, content));
      return answer ?? (true as T);
    } catch (failure) {
      problem.value = asProblem(failure);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, send };
}
