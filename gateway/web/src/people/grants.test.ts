import { describe, expect, it } from "vitest";
import type { GivenGrant } from "@/api/models";
import { endOfDay, stateOf } from "./grants";

const grant = (said: Partial<GivenGrant>) => ({ from: "2026-03-01T00:00:00Z", ...said }) as GivenGrant;
const at = (text: string) => new Date(text);

describe("a grant", () => {
  it("opens from its first moment until just before its end", () => {
    const march = grant({ until: "2026-04-01T00:00:00Z" });
    expect(stateOf(march, at("2026-02-28T23:59:59Z"))).toBe("ahead");
    expect(stateOf(march, at("2026-03-01T00:00:00Z"))).toBe("open");
    expect(stateOf(march, at("2026-04-01T00:00:00Z"))).toBe("over");
  });

  it("is over when it was ended, whatever was agreed on before", () => {
    expect(stateOf(grant({ until: "2026-04-01T00:00:00Z", endedAt: "2026-03-02T00:00:00Z" }), at("2026-03-03T00:00:00Z"))).toBe("over");
    expect(stateOf(grant({}), at("2030-01-01T00:00:00Z"))).toBe("open");
  });

  it("until a day holds all that day, also the last of a month", () => {
    expect(new Date(endOfDay("2026-03-31")).getTime()).toBe(new Date(2026, 3, 1).getTime());
  });
});
