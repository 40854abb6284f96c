import { describe, expect, it } from "vitest";
import { columnsOf, textOf } from "./rows";

describe("the columns of an answer", () => {
  it("are found in a row also where two have one name", () => {
    const columns = columnsOf({ columns: ["n", "m", "n"].map((name) => ({ name, type: "BIGINT" })) });
    expect(columns.map((it) => it.key)).toEqual(["n", "m", "n_1"]);
  });

  it("tell which hold numbers", () => {
    const numeric = (type: string) => columnsOf({ columns: [{ name: "x", type }] })[0]!.numeric;
    expect(["BIGINT", "UBIGINT", "HUGEINT", "INTEGER", "DOUBLE", "DECIMAL(18,2)"].map(numeric)).toEqual(Array(6).fill(true));
    expect(["VARCHAR", "DATE", "BOOLEAN", "INTERVAL", "BIGINT[]", "TIMESTAMP WITH TIME ZONE"].map(numeric)).toEqual(Array(6).fill(false));
  });
});

describe("a cell", () => {
  it("shows what is nested as JSON, and nothing as nothing", () => {
    expect(textOf({ a: [1, null] })).toBe('{"a":[1,null]}');
    expect(textOf(false)).toBe("false");
    expect(textOf("")).toBe("");
    expect(textOf(null)).toBeNull();
  });
});
