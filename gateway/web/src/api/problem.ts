/** A refusal as the services tell it (RFC 9457), or one of our own where no service could answer. */
export class Problem extends Error {
  constructor(
    /** Its name, as in `/problems/<name>`; `unreachable` when nothing answered. */
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** What is wrong with a field, by the field's name. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** What would open it, where access is missing. */
    readonly opens: readonly string[] = [],
    readonly traceId?: string,
    /** How many characters of what was asked stand before the place that is wrong, where it is known. */
    readonly offset?: number,
  ) {
    super(`${status} ${code}: ${detail}`);
    this.name = "Problem";
  }

  /** Whether the same request may succeed later, unchanged. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502 || this.isBeingDone;
  }

  /** Whether nobody knows if the command was done: only the same key again will tell. */
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500 || this.isBeingDone;
  }

  /** An earlier try with the same key has no answer yet. */
  private get isBeingDone(): boolean {
    return this.code === "in-progress";
  }

  static unreachable(): Problem {
    return new Problem("unreachable", 0, "", "");
  }

  static async of(answer: Response): Promise<Problem> {
    const said = await answer.json().catch(() => ({}));
    const code = said.code ?? /\/problems\/([^/?#]+)/.exec(said.type ?? "")?.[1] ?? "http-" + answer.status;
    return new Problem(
      code,
      answer.status,
      said.title ?? answer.statusText,
      said.detail ?? "",
      fieldsOf(said.errors),
      Array.isArray(said.opens) ? said.opens.filter((it: unknown) => typeof it === "string") : [],
      said.traceId,
      typeof said.offset === "number" ? said.offset : undefined,
    );
  }
}

interface FieldError {
  pointer?: string;
  detail?: string;
  code?: string;
}

/** Pointers look like `#/lessons/0/title` or `/name`; a form knows its fields by the path without the slash before it. */
function fieldsOf(errors: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const error of Array.isArray(errors) ? (errors as FieldError[]) : []) {
    const name = (error.pointer ?? "").replace(/^#?\/?/, "");
    fields[name] ??= error.detail ?? error.code ?? "";
  }
  return fields;
}
