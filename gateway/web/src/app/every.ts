/** Does something again and again, as long as its page is open and looked at. */
import { onBeforeUnmount, onMounted } from "vue";

/** @param pause from the end of one time to the beginning of the next, in milliseconds */
export function useEvery(pause: number, act: () => Promise<unknown>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let acting = false;
  let open = true;

  async function turn(): Promise<void> {
    clearTimeout(timer);
    if (acting || document.visibilityState !== "visible") {
      return;
    }
    acting = true;
    await act().finally(() => (acting = false));
    wait();
  }

  function wait(): void {
    if (open) {
      timer = setTimeout(() => void turn(), pause);
    }
  }

  const looked = () => void turn();
  onMounted(() => {
    document.addEventListener("visibilitychange", looked);
    wait();
  });
  onBeforeUnmount(() => {
    open = false;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", looked);
  });
}
