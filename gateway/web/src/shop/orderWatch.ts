/** Follows an order until the server says what became of it, asking less and less often. */
import { onBeforeUnmount, ref, watch } from "vue";
import type { AccessAnswer, OrderView } from "@/api/models";
import { api, inCommunity } from "@/app/api";
import { useLoad } from "@/app/load";
import { settle } from "./pendingOrder";

const FIRST_MILLIS = 1000;
const SLOWER = 1.25;
const LONGEST_MILLIS = 15_000;
const PATIENT_TRIES = 12;

export function useOrderWatch(communityId: () => string, orderId: () => string) {
  const order = useLoad(() => api.get<OrderView>(inCommunity(communityId(), `/orders/${orderId()}`)), orderId);
  /** Whether all that was bought can be used by now; payment and access are told by different services. */
  const opened = ref(false);
  const tries = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch([order.data, order.loading], async () => {
    const view = order.data.value;
    if (order.loading.value || !view) {
      return;
    }
    if (view.status !== "placed") {
      settle(view.orderId);
    }
    if (view.status === "paid" && !opened.value) {
      opened.value = await allOpen(communityId(), view.opens);
    }
    if (view.status === "placed" || (view.status === "paid" && !opened.value)) {
      again();
    }
  });

  function again(): void {
    clearTimeout(timer);
    tries.value++;
    timer = setTimeout(order.reload, Math.min(LONGEST_MILLIS, FIRST_MILLIS * SLOWER ** tries.value));
  }

  onBeforeUnmount(() => clearTimeout(timer));
  return { order, opened, waitsLong: () => tries.value > PATIENT_TRIES };
}

async function allOpen(communityId: string, resources: readonly string[]): Promise<boolean> {
  const access = inCommunity(communityId, "/access");
  const answers = await Promise.all(
    resources.map((resource) => api.get<AccessAnswer>(access, { resource }).catch(() => null)),
  );
  return answers.every((answer) => answer?.allowed === true);
}
