/** The community whose pages are shown, known to all of them. */
import { inject, type InjectionKey } from "vue";
import type { CommunityView } from "@/api/models";
import type { Load } from "@/app/load";

export const COMMUNITY: InjectionKey<Load<CommunityView>> = Symbol("community");

export function useCommunity(): Load<CommunityView> {
  return inject(COMMUNITY)!;
}
