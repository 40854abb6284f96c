import { describe, expect, it } from "vitest";
import type { MetricView } from "@/api/models";
import { families } from "./definitions";

const metric = (name: string, version: number): MetricView => ({ name, version, unit: "ratio", title: {}, help: {} });

describe("definitions of a number", () => {
  it("stand together, the one that counts by default first and the source's last", () => {
    const [churn, rating] = families([metric("churn-source", 1), metric("churn", 1), metric("churn", 2), metric("rating", 3)]);
    expect(churn?.name).toBe("churn");
    expect(churn?.definitions.map((it) => it.key)).toEqual(["churn.2", "churn.1", "churn-source.1"]);
    expect(churn?.definitions.map((it) => it.newest)).toEqual([true, false, true]);
    expect(rating?.definitions.map((it) => it.key)).toEqual(["rating.3"]);
  });
});
