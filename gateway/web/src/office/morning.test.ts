import { describe, expect, it } from "vitest";
import type { EventCount } from "@/api/models";
import { failures, told } from "./morning";

const happened = (name: string, count: number, more: Partial<EventCount> = {}): EventCount => ({ name, count, memberIds: [], ...more });

describe("what happened", () => {
  it("adds up what is one story, and money by its currency", () => {
    expect(
      told([
        happened("billing.order.refunded", 1, { currency: "CNY", amountMinor: 900 }),
        happened("billing.order.partly-refunded", 2, { currency: "CNY", amountMinor: 100 }),
        happened("billing.order.refunded", 1, { currency: "EUR", amountMinor: 500 }),
        happened("member.membership.returned", 1),
        happened("member.membership.joined", 2),
        happened("billing.ledger.posted", 9, { currency: "CNY" }),
      ]),
    ).toEqual([
      { what: "joined", count: 3, money: [] },
      { what: "refunded", count: 4, money: [{ currency: "CNY", amountMinor: 1000 }, { currency: "EUR", amountMinor: 500 }] },
    ]);
  });

  it("calls a renewal failed only where its payment failed, and names whose it was", () => {
    const ended = (reason: string, memberIds: string[]) => happened("billing.subscription.ended", memberIds.length, { reason, memberIds });
    const counts = [ended("canceled", ["mem_1"]), ended("payment-failed", ["mem_2", "mem_3"])];
    expect(told(counts)).toEqual([{ what: "failed", count: 2, money: [] }]);
    expect(failures(counts)).toEqual(["mem_2", "mem_3"]);
    expect(told([counts[0]!])).toEqual([]);
  });
});
