import { describe, expect, it } from "vitest";
import type { LakeStatus, ServiceStatus } from "@/api/models";
import { findings, lakeFindings, worst } from "./health";

const follower = { name: "names", kind: "projection", source: "member.0", position: 10, lag: 0 };
const fine: ServiceStatus = {
  service: "member",
  ready: true,
  version: "1.0",
  startedAt: "2026-03-01T00:00:00Z",
  instances: [],
  logs: [{ name: "member.0", head: 10, published: 10, lag: 0 }],
  followers: [follower],
  deadLetters: 0,
  stuckDueDates: 0,
  time: "2026-03-01T00:00:00Z",
};
const lake: LakeStatus = { generation: "first", events: 10, files: 1, bytes: 100, manifest: 1, lag: 0, newest: "2026-03-01T00:00:00Z", troubles: {} };

describe("the health of a service", () => {
  it("is good while everything follows closely", () => {
    expect(findings(fine)).toEqual([]);
    expect(findings({ ...fine, followers: [{ ...follower, lag: 100 }] })).toEqual([]);
    expect(worst([])).toBe("good");
  });

  it("names what is behind, by what it means to people", () => {
    const policy = { ...follower, name: "when-paid", kind: "policy", lag: 101 };
    const found = findings({ ...fine, logs: [{ ...fine.logs[0]!, lag: 500 }], followers: [{ ...follower, lag: 200 }, policy] });
    expect(found.map((it) => [it.level, it.text, it.count])).toEqual([
      ["warning", "unpublished", 500],
      ["warning", "projection-behind", 200],
      ["warning", "policy-behind", 101],
    ]);
  });

  it("tells what is hindered first, and once", () => {
    const found = findings({ ...fine, deadLetters: 2, stuckDueDates: 1, followers: [{ ...follower, lag: 500, trouble: "no such column" }] });
    expect(found.map((it) => it.text)).toEqual(["follower", "letters", "due"]);
    expect(found[0]).toMatchObject({ level: "bad", name: "names", trouble: "no such column" });
    expect(worst(found.map((it) => it.level))).toBe("bad");
    expect(findings({ ...fine, logs: [{ ...fine.logs[0]!, trouble: "was set back" }] })[0]).toMatchObject({ text: "publication", name: "member.0" });
  });
});

describe("the health of the lake", () => {
  it("is how far it is behind, and what hinders it", () => {
    expect(lakeFindings(lake)).toEqual([]);
    expect(lakeFindings({ ...lake, lag: 101 }).map((it) => it.text)).toEqual(["lake-behind"]);
    expect(lakeFindings({ ...lake, lag: 500, troubles: { "member.0-3": "an event is missing" } })).toMatchObject([
      { level: "bad", text: "lake", name: "member.0-3", trouble: "an event is missing" },
    ]);
  });
});
