import { describe, expect, it } from "vitest";
import { failures, told, type Row } from "./morning";

const row = (name: string, n: number, kind = "", amount_minor: number | null = null): Row => ({ name, kind, n, amount_minor, member_id: null, last: 0 });

describe("what happened", () => {
  it("adds up what is one story, and money by its currency", () => {
    expect(
      told([
        row("billing.order.refunded", 1, "CNY", 900),
        row("billing.order.partly-refunded", 2, "CNY", 100),
        row("billing.order.refunded", 1, "EUR", 500),
        row("member.membership.returned", 1),
        row("member.membership.joined", 2),
      ]),
    ).toEqual([
      { what: "joined", count: 3, money: [] },
      { what: "refunded", count: 4, money: [{ currency: "CNY", amountMinor: 1000 }, { currency: "EUR", amountMinor: 500 }] },
    ]);
  });

  it("calls a subscription failed only where its payment failed", () => {
    expect(told([row("billing.subscription.ended", 2, "canceled")])).toEqual([]);
    expect(told([row("billing.subscription.ended", 1, "payment-failed")])).toEqual([{ what: "failed", count: 1, money: [] }]);
  });

  it("names whose renewal failed in the week, the last first, but counts the last day", () => {
    const failed = (member_id: string, n: number, last: number): Row => ({ ...row("billing.subscription.ended", n, "payment-failed"), member_id, last });
    const rows = [failed("mem_1", 0, 1000), failed("mem_2", 1, 2000), row("billing.subscription.ended", 1, "canceled")];
    expect(failures(rows).map((it) => it.memberId)).toEqual(["mem_2", "mem_1"]);
    expect(told(rows)).toEqual([{ what: "failed", count: 1, money: [] }]);
  });
});
