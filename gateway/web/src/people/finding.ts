/**
 * Who is looked for, kept in the page's address, so that it can be shared and the back button knows it; but no mail address
 * is written there.
 */
import { computed, onScopeDispose, ref, watch } from "vue";
import { useRoute, useRouter } from "vue-router";

export const STATES = ["active", "former"] as const;
export type State = (typeof STATES)[number];

const PAUSE_MILLIS = 300;

export function useFinding() {
  const route = useRoute();
  const router = useRouter();
  const asked = (name: string) => (typeof route.query[name] === "string" ? (route.query[name] as string) : "");
  const set = (changed: Record<string, string | undefined>) => router.replace({ query: { ...route.query, ...changed } });

  const text = ref(asked("q"));
  const sought = ref(asked("q"));
  const state = computed({
    get: () => STATES.find((it) => it === asked("state")) ?? "",
    set: (state: State | "") => void set({ state: state || undefined }),
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = () => (timer = void clearTimeout(timer));
  onScopeDispose(forget);

  /** What is typed is asked for once the typing pauses. */
  watch(text, () => {
    forget();
    if (text.value.trim() !== sought.value) {
      timer = setTimeout(() => {
        forget();
        sought.value = text.value.trim();
        void set({ q: sought.value.includes("@") ? undefined : sought.value || undefined });
      }, PAUSE_MILLIS);
    }
  });
  /** Another address, by the back button: what is being typed stays. */
  watch(
    () => asked("q"),
    (q) => {
      if (timer === undefined && q !== sought.value && !sought.value.includes("@")) {
        text.value = sought.value = q;
      }
    },
  );

  return { text, state, query: computed(() => ({ q: sought.value || undefined, state: state.value || undefined })) };
}
