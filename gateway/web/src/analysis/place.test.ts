import { describe, expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { placeOf } from "./place";

const refused = (detail: string, offset?: number) => new Problem("query-failed", 422, "", detail, {}, [], undefined, offset);

describe("the place of a fault", () => {
  it("is where the service says", () => {
    expect(placeOf(refused("syntax error", 14), "SELECT 1 AS n\nFORM events")).toEqual({ from: 14, to: 18, line: 2, column: 1 });
  });

  it("is at the end where the query ends too early", () => {
    expect(placeOf(refused("syntax error", 8), "SELECT (")).toEqual({ from: 8, to: 8, line: 1, column: 9 });
  });

  it("is the name that is quoted, where it stands once", () => {
    const detail = 'Binder Error: Referenced column "nothing" not found in FROM clause!';
    expect(placeOf(refused(detail), "SELECT\n  nothing FROM events")).toMatchObject({ line: 2, column: 3 });
    expect(placeOf(refused(detail), "SELECT nothing, nothing FROM events")).toBeNull();
    expect(placeOf(refused(detail), "SELECT nothing_else FROM events")).toBeNull();
  });

  it("is what is named as not allowed", () => {
    expect(placeOf(refused("One SELECT is allowed, not: read_csv"), "SELECT * FROM read_csv('x')")).toMatchObject({ from: 14, to: 22 });
    expect(placeOf(refused("不允许：read_csv"), "SELECT * FROM read_csv('x')")).toMatchObject({ from: 14, to: 22 });
  });

  it("is not known where nothing says it", () => {
    expect(placeOf(refused("The query was stopped after 2 seconds."), "SELECT 1")).toBeNull();
    expect(placeOf(null, "SELECT 1")).toBeNull();
  });
});
