import { describe, expect, it } from "vitest";
import { serviceOf } from "./positions";

describe("which service answers", () => {
  it("is told by the path, as the gateway routes it", () => {
    expect(serviceOf("/api/communities")).toBe("community");
    expect(serviceOf("/api/communities/com_1/courses/crs_1")).toBe("course");
    expect(serviceOf("/api/communities/com_1/ledger/audit")).toBe("billing");
    expect(serviceOf("/api/communities/com_1/events/counts")).toBe("analytics");
    expect(serviceOf("/api/me/roles")).toBe("member");
  });

  it("is named in what operators ask", () => {
    expect(serviceOf("/api/ops/billing/dead-letters/retry?id=1")).toBe("billing");
    expect(serviceOf("/api/ops/member/status")).toBe("member");
    expect(serviceOf("/api/analytics/lake")).toBe("analytics");
  });
});
