/** Whether a page has been left: an answer that comes late leads nobody away from where he went. */
import { onScopeDispose } from "vue";

export function useLeft(): () => boolean {
  let left = false;
  onScopeDispose(() => (left = true));
  return () => left;
}
