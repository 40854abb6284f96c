/** What a notice says and where one can act on it; its text is made here, in the language of the reader. */
import type { RouteLocationRaw } from "vue-router";
import type { NoticeKind, NoticeView } from "@/api/models";
import { linkOf } from "@/shop/opens";

/** Where each kind leads; the words of its link are `notices.to.…`. */
const leadsTo = {
  ACCESS_GIVEN: "open",
  ACCESS_ENDED: "membership",
  ROLE_GRANTED: "office",
  ROLE_WITHDRAWN: "community",
  WELCOME: "community",
  RENEWAL_FAILED: "checkout",
  CANCEL_SCHEDULED: "membership",
  SUBSCRIPTION_ENDED: "checkout",
  REFUNDED: "order",
  PARTLY_REFUNDED: "order",
} as const satisfies Record<NoticeKind, string>;

export function target(notice: NoticeView): (typeof leadsTo)[NoticeKind] {
  return leadsTo[notice.kind];
}

export function placeOf(notice: NoticeView): RouteLocationRaw {
  const { communityId, about } = notice;
  const to = target(notice);
  switch (to) {
    case "open":
      return linkOf(communityId, about.resource ?? "course:*");
    case "checkout":
      return { name: to, params: { communityId, offerId: about.offerId } };
    case "order":
      return { name: to, params: { communityId, orderId: about.orderId } };
    default:
      return { name: to, params: { communityId } };
  }
}

/** The key of its text: access that ends says so. */
export function textOf(notice: NoticeView): string {
  return notice.kind === "ACCESS_GIVEN" && notice.about.until ? "ACCESS_GIVEN_UNTIL" : notice.kind;
}
