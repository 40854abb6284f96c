/** What is written on the SQL page: text, name and what is drawn, and which saved query they began with. */
import { computed, ref, shallowRef, watch } from "vue";
import type { Chart, SavedQuery } from "@/api/models";
import { keptInTab } from "@/app/kept";
import type { Example } from "./examples";

interface Kept {
  text: string;
  name: string;
  chart: Chart | null;
  saved: SavedQuery | null;
  began: string;
}

const NOTHING: Kept = { text: "", name: "", chart: null, saved: null, began: "" };

/**
 * It is there again when one comes back to the page in this tab.
 *
 * @param desk whose it is, and where: another person in the same tab sees none of it
 */
export function useDraft(desk: string) {
  const key = `guildhall-sql-${desk}`;
  const before = read(key);
  const text = ref(before.text);
  const name = ref(before.name);
  const chart = shallowRef(before.chart);
  /** As it stood when it was opened or saved last. */
  const saved = shallowRef(before.saved);
  /** The text as it was put there, which is no loss. */
  const began = ref(before.began);

  const changed = computed(() => {
    const it = saved.value;
    return it
      ? it.query !== text.value || it.name !== name.value.trim() || !same(it.chart ?? null, chart.value)
      : text.value.trim() !== "" && text.value !== began.value;
  });

  watch([text, name, chart, saved, began], () => {
    const kept: Kept = { text: text.value, name: name.value, chart: chart.value, saved: saved.value, began: began.value };
    keptInTab.setItem(key, JSON.stringify(kept));
  });

  function put(next: Partial<Kept>): void {
    const all = { ...NOTHING, ...next };
    text.value = began.value = all.text;
    name.value = all.name;
    chart.value = all.chart;
    saved.value = all.saved;
  }

  return {
    text,
    name,
    chart,
    saved,
    changed,
    clear: () => put(NOTHING),
    open: (query: SavedQuery) => put({ text: query.query, name: query.name, chart: query.chart ?? null, saved: query }),
    begin: (example: Example, called: string) => put({ text: example.query, name: called, chart: example.chart }),
  };
}

function read(key: string): Kept {
  try {
    return { ...NOTHING, ...JSON.parse(keptInTab.getItem(key) ?? "{}") };
  } catch {
    return NOTHING;
  }
}

function same(one: Chart | null, other: Chart | null): boolean {
  const flat = (it: Chart | null) => it && [it.kind, it.x, ...it.y].join("\n");
  return flat(one) === flat(other);
}
