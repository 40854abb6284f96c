/** How many notices wait to be read: asked once a minute, and when one goes elsewhere, but never in a storm. */
import { defineStore } from "pinia";
import { computed } from "vue";
import type { UnreadNotices } from "@/api/models";
import { quietly } from "@/app/api";
import { useLoad } from "@/app/load";
import { useSession } from "@/app/session";
import { useWatch } from "@/app/watch";

const EVERY_MILLIS = 60_000;
const NOT_WITHIN_MILLIS = 10_000;

export const useUnread = defineStore("unread", () => {
  const session = useSession();
  const unread = useLoad<UnreadNotices>(
    async () => (session.signedIn ? await quietly.get<UnreadNotices>("/api/me/notices/unread") : { count: 0, more: false }),
    () => session.memberId,
  );
  useWatch(unread, () => session.signedIn, EVERY_MILLIS);

  return {
    known: computed(() => unread.data.value !== undefined),
    count: computed(() => unread.data.value?.count ?? 0),
    more: computed(() => unread.data.value?.more ?? false),
    look: atMostEvery(NOT_WITHIN_MILLIS, unread.reload),
    reload: unread.reload,
  };
});

/** Lets a call through unless another went through shortly before. */
export function atMostEvery(millis: number, call: () => unknown, now: () => number = Date.now): () => void {
  let last = now();
  return () => {
    if (now() - last >= millis) {
      last = now();
      void call();
    }
  };
}
