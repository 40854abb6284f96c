/** Names of the communities that notices are of, each asked for once. */
import { defineStore } from "pinia";
import { reactive } from "vue";
import type { CommunityView } from "@/api/models";
import { api, inCommunity } from "@/app/api";

export const useCommunityNames = defineStore("community-names", () => {
  const names = reactive<Record<string, string>>({});
  const asked = new Set<string>();

  /** The name, or … while it is not known. */
  function of(communityId: string): string {
    if (!asked.has(communityId)) {
      asked.add(communityId);
      void ask(communityId);
    }
    return names[communityId] ?? "…";
  }

  async function ask(communityId: string): Promise<void> {
    const found = await api.get<CommunityView>(inCommunity(communityId)).catch(() => null);
    if (found) {
      names[communityId] = found.name;
    }
  }

  return { of };
});
