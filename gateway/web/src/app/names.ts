/** Names behind member ids, asked for together and only once; nobody signed in, nobody named. */
import { defineStore } from "pinia";
import { reactive } from "vue";
import type { MemberName, Page } from "@/api/models";
import { api } from "./api";
import { i18n } from "./i18n";
import { useSession } from "./session";

const AT_ONCE = 100;

export const useNames = defineStore("names", () => {
  const names = reactive<Record<string, string | null>>({});
  const asked = new Set<string>();
  let waiting: string[] = [];

  /** The name, or undefined while it is not known. */
  function of(memberId: string): string | undefined {
    if (!asked.has(memberId) && useSession().signedIn) {
      asked.add(memberId);
      if (waiting.push(memberId) === 1) {
        setTimeout(ask, 20);
      }
    }
    const name = names[memberId];
    return name === null ? i18n.global.t("state.formerMember") : name;
  }

  async function ask(): Promise<void> {
    const ids = waiting.splice(0, AT_ONCE);
    if (waiting.length) {
      setTimeout(ask, 20);
    }
    const found = await api.get<Page<MemberName>>("/api/members", { ids: ids.join(",") }).catch(() => null);
    if (!found) {
      ids.forEach((id) => asked.delete(id));
      return;
    }
    ids.forEach((id) => (names[id] = found.items.find((member) => member.memberId === id)?.name ?? null));
  }

  return { of };
});
