/** The client of this page, and reading whole lists with it. */
import { Client, type Surroundings } from "@/api/client";
import type { Page } from "@/api/models";
import { Positions } from "@/api/positions";
import { i18n } from "./i18n";
import { keptInTab } from "./kept";
import { signIn, useSession } from "./session";

const surroundings: Surroundings = {
  fetch: (input, init) => fetch(input, init),
  positions: new Positions(keptInTab),
  wait: (millis) => new Promise((resume) => setTimeout(resume, millis)),
  language: () => i18n.global.locale.value,
  csrf: () => useSession().csrf,
  refreshSession: () => useSession().refresh(),
  sessionEnded: () => signIn(),
};

export const api = new Client(surroundings);

/** For what looks again by itself: a session that has ended sends nobody away from what he is doing. */
export const quietly = new Client({ ...surroundings, sessionEnded: () => {} });

const AT_ONCE = 200;

/** All pages of a list that is short by its nature: a member's own orders, the channels of a community. */
export async function all<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { limit: AT_ONCE, after });
    items.push(...page.items);
    after = page.page.next ?? undefined;
  } while (after);
  return items;
}

export function inCommunity(communityId: string, rest = ""): string {
  return `/api/communities/${encodeURIComponent(communityId)}${rest}`;
}
