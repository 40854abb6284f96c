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
/** What a payment opens is open by then; where it is not, it has ended since or waits for somebody. */
const OPEN_BY_MILLIS = 10 * 60_000;

export function useOrderWatch(communityId: () => string, orderId: () => string) {
  const order = useLoad(() => api.get<OrderView>(inCommunity(communityId(), `/orders/${orderId()}`)), orderId);
  /** Whether all that was bought can be used by now, once that is known; payment and access are told by different services. */
  const opened = ref<boolean>();
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
    if (view.status === "placed" || (view.status === "paid" && isOpening())) {
      again();
    }
  });

  /** Of what is paid. */
  function isOpening(): boolean {
    const paidAt = Date.parse(order.data.value?.paidAt ?? "");
    return opened.value === undefined || (!opened.value && Date.now() - paidAt < OPEN_BY_MILLIS);
  }

  function again(): void {
    clearTimeout(timer);
    tries.value++;
    timer = setTimeout(order.reload, Math.min(LONGEST_MILLIS, FIRST_MILLIS * SLOWER ** tries.value));
  }

  onBeforeUnmount(() => clearTimeout(timer));
  return { order, opened, isOpening, waitsLong: () => tries.value > PATIENT_TRIES };
}

async function allOpen(communityId: string, resources: readonly string[]): Promise<boolean | undefined> {
  const access = inCommunity(communityId, "/access");
  const answers = await Promise.all(
    resources.map((resource) => api.get<AccessAnswer>(access, { resource }).catch(() => null)),
  );
  return answers.includes(null) ? undefined : answers.every((answer) => answer?.allowed);
}
