/**
 * The order whose payment page one was sent to. The provider's page leads back to the first page, so this browser
 * remembers which order it was; what became of it only the server says.
 */
import { shallowRef } from "vue";
import { kept, keptInTab } from "@/app/kept";
import { useSession } from "@/app/session";

export interface PendingOrder {
  /** Whose it is: others may sign in to the same browser. */
  memberId: string | null;
  communityId: string;
  orderId: string;
  checkoutUrl: string;
  name: string;
}

const KEY = "guildhall-pending-order";
const AWAY = "guildhall-at-provider";

export const pendingOrder = shallowRef<PendingOrder | null>(read());

function read(): PendingOrder | null {
  try {
    return JSON.parse(kept.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

export function leaveToPay(placed: Omit<PendingOrder, "memberId">): void {
  const order = { ...placed, memberId: useSession().memberId };
  pendingOrder.value = order;
  kept.setItem(KEY, JSON.stringify(order));
  keptInTab.setItem(AWAY, order.orderId);
  location.assign(order.checkoutUrl);
}

/** The order of which this tab comes back from the provider, told once. */
export function backFromProvider(): PendingOrder | null {
  const away = keptInTab.getItem(AWAY);
  keptInTab.removeItem(AWAY);
  return away !== null && pendingOrder.value?.orderId === away ? pendingOrder.value : null;
}

/** Called when the server has said what became of the order, or nobody wants to know. */
export function settle(orderId: string): void {
  if (pendingOrder.value?.orderId === orderId) {
    pendingOrder.value = null;
    kept.removeItem(KEY);
  }
}
