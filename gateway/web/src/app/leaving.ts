/** Asks before what is nowhere stored is left behind: here by a dialog of the page, beyond it by the browser's own. */
import { onBeforeUnmount, onMounted } from "vue";
import { onBeforeRouteLeave } from "vue-router";

/**
 * @param unsaved whether there is anything to lose now
 * @param ask opens the dialog, which calls `leave` or `stay`
 */
export function useLeaving(unsaved: () => boolean, ask: () => void) {
  let answer: ((leave: boolean) => void) | undefined;

  onBeforeRouteLeave(() => {
    if (!unsaved()) {
      return true;
    }
    ask();
    return new Promise<boolean>((decide) => (answer = decide));
  });

  function warn(event: BeforeUnloadEvent): void {
    if (unsaved()) {
      event.preventDefault();
    }
  }
  onMounted(() => addEventListener("beforeunload", warn));
  onBeforeUnmount(() => removeEventListener("beforeunload", warn));
  return { leave: () => answer?.(true), stay: () => answer?.(false) };
}
