/** The one way to the API: session, cross-site token, idempotency, reading one's own writes, patience. */
import { Positions } from "./positions";
import { Problem } from "./problem";

export type Method = "POST" | "PUT" | "DELETE";
/** Parameters of a question; what is undefined is not asked. */
export type Query = Record<string, string | number | undefined>;

export interface Surroundings {
  fetch: typeof fetch;
  positions: Positions;
  wait: (millis: number) => Promise<void>;
  language: () => string;
  /** The token that changes must bring along, or null for nobody. */
  csrf: () => string | null;
  /** Asks who is signed in anew; tells whether somebody is. */
  refreshSession: () => Promise<boolean>;
  /** Called when somebody was signed in and is no more, and only reads: whoever changes something still has it before him. */
  sessionEnded: () => void;
}

const TRIES = 3;
const LONGEST_WAIT_SECONDS = 8;

export class Client {
  constructor(private readonly with_: Surroundings) {}

  async get<T>(path: string, query: Query = {}): Promise<T> {
    const asked = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string | number][];
    const suffix = asked.length ? "?" + new URLSearchParams(asked.map(([name, value]) => [name, String(value)])) : "";
    const after = this.with_.positions.after(path);
    const answer = await this.patiently(path + suffix, {
      headers: after ? { "Guildhall-After": after } : {},
    });
    return (await body(answer)) as T;
  }

  /** @param key the same for every try of the same wish: then it is done once at most */
  async send<T = void>(method: Method, path: string, key: string, content?: unknown): Promise<T> {
    const answer = await this.patiently(path, {
      method,
      headers: {
        "Idempotency-Key": key,
        ...(content === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: content === undefined ? undefined : JSON.stringify(content),
    });
    this.with_.positions.reached(path, answer.headers.get("Guildhall-Position"));
    return (await body(answer)) as T;
  }

  /**
   * A question too long for an address: nothing is done, so it bears no key and its answer is not kept. Whole numbers of
   * the answer that a number of JavaScript cannot hold are texts.
   *
   * @param signal ends the waiting: the question is then thrown away with an `AbortError`
   */
  async ask<T>(path: string, content: unknown, signal?: AbortSignal): Promise<T> {
    return (await body(await this.question(path, content, signal), exactly)) as T;
  }

  /** The answer to such a question as a file. */
  async file(path: string, content: unknown): Promise<Blob> {
    return (await this.question(path, content)).blob();
  }

  private question(path: string, content: unknown, signal?: AbortSignal): Promise<Response> {
    return this.patiently(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(content),
      signal,
    });
  }

  /** Tries again what may pass, as long after as the answer asks for. */
  private async patiently(path: string, request: RequestInit): Promise<Response> {
    for (let tried = 1; ; tried++) {
      const { answer, problem } = await this.once(path, request);
      if (answer) {
        return answer;
      }
      const seconds = waitSeconds(problem, tried);
      if (tried === TRIES || !problem.cause.passes || seconds > LONGEST_WAIT_SECONDS) {
        throw problem.cause;
      }
      await this.with_.wait(seconds * 1000);
    }
  }

  private async once(path: string, request: RequestInit, renewed = false): Promise<Outcome> {
    const answer = await this.with_.fetch(path, this.dressed(request)).catch((failure) => {
      if (request.signal?.aborted) {
        throw failure;
      }
      return null;
    });
    if (!answer) {
      return { problem: { cause: Problem.unreachable(), retryAfter: null } };
    }
    if (answer.ok) {
      return { answer };
    }
    const cause = await Problem.of(answer);
    if (!renewed && (cause.code === "csrf" || cause.status === 401)) {
      const had = this.with_.csrf() !== null;
      const signedIn = await this.with_.refreshSession();
      if (signedIn && cause.code === "csrf") {
        return this.once(path, request, true);
      }
      if (had && !signedIn && request.method === undefined) {
        this.with_.sessionEnded();
      }
    }
    return { problem: { cause, retryAfter: answer.headers.get("Retry-After") } };
  }

  private dressed(request: RequestInit): RequestInit {
    const csrf = this.with_.csrf();
    return {
      ...request,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Accept-Language": this.with_.language(),
        ...(csrf && request.method ? { "X-XSRF-TOKEN": csrf } : {}),
        ...(request.headers as Record<string, string>),
      },
    };
  }
}

type Outcome =
  | { answer: Response; problem?: never }
  | { answer?: never; problem: { cause: Problem; retryAfter: string | null } };

function waitSeconds(problem: { retryAfter: string | null }, tried: number): number {
  const asked = Number(problem.retryAfter);
  return problem.retryAfter !== null && Number.isFinite(asked) ? Math.max(asked, 0.2) : 0.4 * 2 ** tried;
}

async function body(answer: Response, prepared: (json: string) => string = (json) => json): Promise<unknown> {
  const text = answer.status === 204 ? "" : await answer.text();
  return text ? JSON.parse(prepared(text)) : undefined;
}

const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Whole numbers that would be rounded become texts. */
function exactly(json: string): string {
  return json.replace(TEXT_OR_NUMBER, (token) => (/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token));
}
