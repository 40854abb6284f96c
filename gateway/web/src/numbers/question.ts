/** What is looked at, kept in the page's address, so that it can be shared and the back button knows it. */
import { computed, shallowRef } from "vue";
import { useRoute, useRouter } from "vue-router";
import type { Definition, Family } from "./definitions";
import { WIDTHS, todayIn, windows, type Width } from "./windows";

export const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useChosen(families: () => readonly Family[]) {
  const route = useRoute();
  const router = useRouter();
  const asked = (name: string) => (typeof route.query[name] === "string" ? (route.query[name] as string) : undefined);

  function set(changed: Record<string, string | undefined>): void {
    void router.replace({ query: { ...route.query, ...changed } });
  }

  const family = computed<Family | undefined>(
    () => families().find((it) => it.name === asked("of")) ?? families().find((it) => it.name === "mrr") ?? families()[0],
  );
  const definitions = computed<Definition[]>(() => {
    const all = family.value?.definitions ?? [];
    const keys = asked("by")?.split(",") ?? [];
    const chosen = all.filter((it) => keys.includes(it.key));
    return chosen.length ? chosen : all.slice(0, 1);
  });
  const width = computed<Width>(() => WIDTHS.find((it) => it === asked("per")) ?? "month");
  const now = shallowRef(new Date());
  const days = computed(() => windows(width.value, todayIn(ZONE, now.value)));
  const at = computed(() => {
    const found = days.value.findIndex((it) => it.from === asked("at"));
    return found < 0 ? days.value.length - 1 : found;
  });

  return {
    family,
    definitions,
    width,
    days,
    at,
    currency: computed(() => asked("in")),
    /** A day at whose end it was known so. */
    known: computed(() => asked("known")),
    set,
    /** The house may be ahead of the browser's clock; its newest window is shown then. */
    isAt: (moment: string) => {
      if (todayIn(ZONE, new Date(moment)) > todayIn(ZONE, now.value)) {
        now.value = new Date(moment);
      }
    },
  };
}
