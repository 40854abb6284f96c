/** Who is signed in, as the gateway says. */
import { defineStore } from "pinia";
import { computed, ref } from "vue";
import type { Session } from "@/api/models";
import { i18n } from "./i18n";

export const useSession = defineStore("session", () => {
  const session = ref<Session>({ signedIn: false, mailsPage: false });

  /** A gateway that does not answer leaves things as they are. */
  async function refresh(): Promise<boolean> {
    const answer = await fetch("/session").catch(() => null);
    if (answer?.ok) {
      session.value = await answer.json();
    }
    return session.value.signedIn;
  }

  async function signOut(): Promise<boolean> {
    const answer = await fetch("/sign-out", {
      method: "POST",
      headers: { "X-XSRF-TOKEN": session.value.csrf ?? "" },
    }).catch(() => null);
    return answer?.ok ?? false;
  }

  return {
    refresh,
    signOut,
    signedIn: computed(() => session.value.signedIn),
    memberId: computed(() => session.value.memberId ?? null),
    name: computed(() => session.value.name ?? null),
    mailsPage: computed(() => session.value.mailsPage),
    csrf: computed(() => session.value.csrf ?? null),
  };
});

/** Sign-in is a page of the server; it speaks the language of this one and comes back to where one was. */
export function signIn(returnTo = location.pathname + location.search): void {
  location.assign("/sign-in?" + new URLSearchParams({ returnTo, lang: i18n.global.locale.value }));
}
