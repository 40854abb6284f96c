import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope, nextTick, ref, shallowRef } from "vue";
import { useWatch } from "./watch";

const page = { hidden: false, shown: () => {}, addEventListener: (_: string, then: () => void) => (page.shown = then), removeEventListener: () => (page.shown = () => {}) };
const scope = () => {
  const data = shallowRef<number>(0);
  const loading = ref(false);
  const reload = vi.fn(async () => {
    loading.value = true;
    await nextTick();
    data.value++;
    loading.value = false;
  });
  const watching = effectScope();
  watching.run(() => useWatch({ data, loading, reload }, (seen) => seen !== undefined && seen < 3, 500));
  data.value = 1;
  return { data, reload, watching };
};
const pass = async (millis: number) => {
  await nextTick();
  await vi.advanceTimersByTimeAsync(millis);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  page.hidden = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("looking again and again", () => {
  it("ends when there is nothing more to see", async () => {
    const { data, reload } = scope();
    await pass(5000);
    expect(data.value).toBe(3);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it("rests while the page is hidden, and looks at once when it is shown", async () => {
    const { reload } = scope();
    page.hidden = true;
    page.shown();
    await pass(5000);
    expect(reload).not.toHaveBeenCalled();
    page.hidden = false;
    page.shown();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it("ends with the page", async () => {
    const { reload, watching } = scope();
    watching.stop();
    await pass(5000);
    expect(reload).not.toHaveBeenCalled();
  });
});
