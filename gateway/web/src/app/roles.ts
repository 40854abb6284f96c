/** What somebody may do in a community beyond what members do, or in the whole installation; asked once a visit. */
import { defineStore } from "pinia";
import { computed } from "vue";
import type { MyRole, Page } from "@/api/models";
import { api } from "./api";
import { useLoad } from "./load";
import { useSession } from "./session";

export type Role = "owner" | "author" | "moderator" | "analyst";

export const useRoles = defineStore("roles", () => {
  const session = useSession();
  const mine = useLoad(
    async () => (session.signedIn ? (await api.get<Page<MyRole>>("/api/me/roles")).items : []),
    () => session.memberId,
  );
  const known = computed(() => mine.data.value !== undefined);

  function has(communityId: string, ...roles: Role[]): boolean {
    return mine.data.value?.some((held) => held.communityId === communityId && roles.includes(held.role as Role)) ?? false;
  }

  /** Whether one looks after the whole installation. */
  const operates = computed(() => mine.data.value?.some((held) => held.communityId === "*" && held.role === "operator") ?? false);

  return { has, operates, known, problem: mine.problem, reload: mine.reload };
});
