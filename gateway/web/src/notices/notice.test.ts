import { describe, expect, it } from "vitest";
import type { NoticeKind, NoticeView } from "@/api/models";
import en from "@/locales/mine.en";
import zh from "@/locales/mine.zh-CN";
import { placeOf, target, textOf } from "./notice";

const about = {
  resource: "course:crs_1",
  role: "author",
  offerId: "off_1",
  orderId: "ord_1",
  from: "2026-03-01T00:00:00Z",
  until: "2026-04-01T00:00:00Z",
  amountMinor: 2900,
  currency: "CNY",
};
const of = (kind: NoticeKind, more: Partial<typeof about> = about): NoticeView => ({
  noticeId: "ntc_1",
  communityId: "com_1",
  kind,
  about: more,
  givenAt: "2026-03-01T00:00:00Z",
  read: false,
});
const names: Record<NoticeKind, string> = {
  ACCESS_GIVEN: "course",
  ACCESS_ENDED: "membership",
  ROLE_GRANTED: "office",
  ROLE_WITHDRAWN: "community",
  WELCOME: "community",
  RENEWAL_FAILED: "checkout",
  CANCEL_SCHEDULED: "membership",
  SUBSCRIPTION_ENDED: "checkout",
  REFUNDED: "order",
  PARTLY_REFUNDED: "order",
};
const kinds = Object.keys(names) as NoticeKind[];

describe("a notice", () => {
  it.each(kinds)("of the kind %s leads to where one acts, inside its community", (kind) => {
    expect(placeOf(of(kind))).toMatchObject({ name: names[kind], params: { communityId: "com_1" } });
  });

  it("of money leads to its order, one of a term to what can be ordered", () => {
    expect(placeOf(of("REFUNDED"))).toMatchObject({ params: { orderId: "ord_1" } });
    expect(placeOf(of("RENEWAL_FAILED"))).toMatchObject({ params: { offerId: "off_1" } });
  });

  it("says until when access is given, where it ends", () => {
    expect(textOf(of("ACCESS_GIVEN"))).toBe("ACCESS_GIVEN_UNTIL");
    expect(textOf(of("ACCESS_GIVEN", { resource: "course:*" }))).toBe("ACCESS_GIVEN");
  });

  it.each(kinds)("of the kind %s has its words in both languages", (kind) => {
    for (const texts of [en, zh]) {
      expect(texts.notices.text).toHaveProperty(textOf(of(kind)));
      expect(texts.notices.to).toHaveProperty(target(of(kind)));
    }
  });
});
