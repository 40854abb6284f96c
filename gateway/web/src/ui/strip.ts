/** A line of links that is swiped where it does not fit. */
import { onMounted, onScopeDispose, onUpdated, type Ref } from "vue";

/** Keeps the link of the present page in the middle of its line. */
export function useStrip(strip: Ref<HTMLElement | null>): void {
  function center(): void {
    const here = strip.value?.querySelector<HTMLElement>("[aria-current]");
    if (strip.value && here) {
      strip.value.scrollLeft = here.offsetLeft - strip.value.offsetLeft - (strip.value.clientWidth - here.offsetWidth) / 2;
    }
  }

  const resized = new ResizeObserver(center);
  onMounted(() => strip.value && resized.observe(strip.value));
  onUpdated(center);
  onScopeDispose(() => resized.disconnect());
}
