/** What grants and offers open, in words: `course:*`, `course:crs_…`, `channel:*`, `channel:chn_…`. */
import { useI18n } from "vue-i18n";
import type { AccessAnswer, ChannelView, CourseSummary, OfferView } from "@/api/models";
import { all, api, inCommunity } from "@/app/api";
import { useLoad, type Load } from "@/app/load";
import { useSession } from "@/app/session";

/** Read once a visit, however many cards ask. */
const shared = new Map<string, { courses: Load<CourseSummary[]>; channels: Load<ChannelView[]> }>();

function known(communityId: string) {
  const found = shared.get(communityId) ?? {
    courses: useLoad(() => all<CourseSummary>(inCommunity(communityId, "/courses"))),
    channels: useLoad(() => channelsOf(communityId)),
  };
  shared.set(communityId, found);
  return found;
}

const sought = new Set<string>();

/** What a list lacks may be newer than it, which is found out once; so may a list that could not be read. */
function lookAgain(list: Load<unknown>, id: string): void {
  if (!list.loading.value && !sought.has(id)) {
    sought.add(id);
    setTimeout(list.reload);
  }
}

/** Their names are told to those who have signed in. */
async function channelsOf(communityId: string): Promise<ChannelView[]> {
  return useSession().signedIn ? all<ChannelView>(inCommunity(communityId, "/channels")) : [];
}

/** @param communityId whose courses and channels are named */
export function useOpens(communityId: () => string) {
  const { t } = useI18n();

  function name(resource: string): string {
    const [kind, id] = resource.split(":");
    const { courses, channels } = known(communityId());
    if (id === "*") {
      return t(kind === "course" ? "opens.allCourses" : "opens.allChannels");
    }
    if (kind === "course") {
      const course = courses.data.value?.find((it) => it.courseId === id);
      if (!course) {
        lookAgain(courses, id!);
      }
      return t("opens.course", { name: course?.title ?? "…" });
    }
    if (!useSession().signedIn) {
      return t("opens.someChannel");
    }
    const channel = channels.data.value?.find((it) => it.channelId === id);
    if (!channel) {
      lookAgain(channels, id!);
    }
    return t("opens.channel", { name: channel?.name ?? "…" });
  }

  return { name };
}

/** Where one can go with it. */
export function linkOf(communityId: string, resource: string) {
  const [kind, id] = resource.split(":");
  if (kind === "course") {
    return id === "*" ? { name: "courses", params: { communityId } } : { name: "course", params: { communityId, courseId: id } };
  }
  return { name: "chat", params: { communityId, channelId: id === "*" ? "" : id } };
}

/** What is on sale, plans first. */
export async function offersOf(communityId: string): Promise<OfferView[]> {
  const offers = (await all<OfferView>(inCommunity(communityId, "/offers"))).filter((offer) => !offer.retired);
  return [...offers.filter((it) => it.kind === "PLAN"), ...offers.filter((it) => it.kind !== "PLAN")];
}

/** Whether everything that an offer opens is open to the member already. */
export function isHeld(offer: OfferView, access: AccessAnswer | null | undefined): boolean {
  const held = new Set(access?.because.map((reason) => reason.resource));
  return offer.opens.every((resource) => held.has(resource) || held.has(resource.split(":")[0] + ":*"));
}

/** What the member may use in a community and why; null for who has not signed in. */
export async function accessIn(communityId: string): Promise<AccessAnswer | null> {
  return useSession().signedIn ? await api.get<AccessAnswer>(inCommunity(communityId, "/access")) : null;
}
