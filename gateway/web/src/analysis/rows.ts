/** An answer's columns and cells as a table shows them. */
import type { SqlAnswer } from "@/api/models";

export interface Column {
  /** Under which a row holds it. */
  key: string;
  name: string;
  type: string;
  numeric: boolean;
}

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|BIGNUM)$/;

/** Columns of one name stand in a row under names of their own: `n`, `n_1`. */
export function columnsOf(answer: Pick<SqlAnswer, "columns">): Column[] {
  const seen = new Map<string, number>();
  return answer.columns.map(({ name, type }) => {
    const before = seen.get(name.toLowerCase()) ?? 0;
    seen.set(name.toLowerCase(), before + 1);
    return { key: before ? `${name}_${before}` : name, name, type, numeric: NUMERIC.test(type) };
  });
}

/** What stands in a cell; null where there is nothing. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
