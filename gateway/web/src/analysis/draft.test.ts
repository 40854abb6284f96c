import { beforeEach, describe, expect, it, vi } from "vitest";
import { nextTick } from "vue";
import type { SavedQuery } from "@/api/models";
import { useDraft } from "./draft";
import { EXAMPLES } from "./examples";

const SAVED: SavedQuery = {
  queryId: "qry_1",
  version: 1,
  name: "Events",
  query: "SELECT 1",
  chart: { kind: "BAR", x: "name", y: ["n"] },
  savedAt: "2026-03-01T08:00:00Z",
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
});

describe("a draft", () => {
  it("is a loss only where something was written that is kept nowhere", () => {
    const draft = useDraft("com_1");
    expect(draft.changed.value).toBe(false);
    draft.begin(EXAMPLES[0]!, "What happens here");
    expect(draft.changed.value).toBe(false);
    draft.text.value += " LIMIT 3";
    expect(draft.changed.value).toBe(true);
    draft.clear();
    expect(draft.changed.value).toBe(false);
  });

  it("of a saved query is changed by another text, name or drawing, and not by a space behind the name", () => {
    const draft = useDraft("com_1");
    const changes = [() => (draft.text.value = "SELECT 2"), () => (draft.name.value = "Facts"), () => (draft.chart.value = null)];
    for (const change of changes) {
      draft.open(SAVED);
      draft.name.value += " ";
      expect(draft.changed.value).toBe(false);
      change();
      expect(draft.changed.value).toBe(true);
    }
  });

  it("is there again in this tab, in its own community only", async () => {
    const draft = useDraft("com_1");
    draft.open(SAVED);
    draft.text.value = "SELECT 2";
    await nextTick();
    const again = useDraft("com_1");
    expect([again.text.value, again.saved.value?.version, again.changed.value]).toEqual(["SELECT 2", 1, true]);
    expect(useDraft("com_2").text.value).toBe("");
  });
});
