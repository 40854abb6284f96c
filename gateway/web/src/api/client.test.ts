import { beforeEach, describe, expect, it } from "vitest";
import { Client } from "./client";
import { WishKey } from "./keys";
import { Positions } from "./positions";
import { Problem } from "./problem";

const answer = (status: number, body: unknown = undefined, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

let answers: (Response | "lost")[];
let asked: { path: string; headers: Record<string, string>; method?: string }[];
let waits: number[];
let signedIn: boolean;
let ended: number;
let client: Client;

beforeEach(() => {
  answers = [];
  asked = [];
  waits = [];
  signedIn = true;
  ended = 0;
  const kept = new Map<string, string>();
  client = new Client({
    fetch: async (path, init) => {
      asked.push({ path: String(path), headers: init?.headers as Record<string, string>, method: init?.method });
      const next = answers.shift() ?? answer(204);
      if (next === "lost") {
        throw new TypeError("connection lost");
      }
      return next;
    },
    positions: new Positions({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) }),
    wait: async (millis) => void waits.push(millis),
    language: () => "en",
    csrf: () => "a token",
    refreshSession: async () => signedIn,
    sessionEnded: () => ended++,
  });
});

describe("a command", () => {
  it("is repeated with its key when the answer was lost", async () => {
    answers = ["lost", answer(503, {}, { "Retry-After": "2" }), answer(201, { orderId: "ord_1" })];
    expect(await client.send("POST", "/api/communities/c/orders", "key-1", {})).toEqual({ orderId: "ord_1" });
    expect(asked.map((it) => it.headers["Idempotency-Key"])).toEqual(["key-1", "key-1", "key-1"]);
    expect(waits[1]).toBe(2000);
  });

  it("brings along the token of the session, which reads need not", async () => {
    await client.send("PUT", "/api/me/x", "k");
    await client.get("/api/me");
    expect(asked.map((it) => it.headers["X-XSRF-TOKEN"])).toEqual(["a token", undefined]);
  });

  it("is not repeated when it was refused", async () => {
    answers = [answer(409, { type: "/problems/already-bought", title: "Already bought", detail: "You have it." })];
    await expect(client.send("POST", "/api/x", "k")).rejects.toMatchObject({ code: "already-bought", title: "Already bought", detail: "You have it." });
    expect(asked).toHaveLength(1);
  });

  it("is not repeated when the server asks for more patience than a person has", async () => {
    answers = [answer(429, {}, { "Retry-After": "60" })];
    await expect(client.send("POST", "/api/x", "k")).rejects.toMatchObject({ status: 429 });
    expect(asked).toHaveLength(1);
  });

  it("is asked about with its key while an earlier try is still being done, and is the same wish after that", async () => {
    const running = () => answer(409, { type: "/problems/in-progress" }, { "Retry-After": "1" });
    answers = [running(), running(), running(), answer(201, { refundId: "ref_1" })];
    const wish = new WishKey();
    const refund = () => wish.run("refund", (key) => client.send("POST", "/api/x/refund", key, { amountMinor: 500 }));
    await expect(refund()).rejects.toMatchObject({ code: "in-progress" });
    expect(await refund()).toEqual({ refundId: "ref_1" });
    expect(new Set(asked.map((it) => it.headers["Idempotency-Key"])).size).toBe(1);
  });

  it("keeps its page when the session has ended, so that nothing that was written is lost", async () => {
    signedIn = false;
    answers = [answer(401, { code: "authentication-required" })];
    await expect(client.send("POST", "/api/x", "k")).rejects.toMatchObject({ status: 401 });
    expect(ended).toBe(0);
  });

  it("is sent once more when the session got another token meanwhile", async () => {
    answers = [answer(403, { code: "csrf" }), answer(204)];
    await client.send("POST", "/api/x", "k");
    expect(asked).toHaveLength(2);
  });
});

describe("a long question", () => {
  it("bears the token of the session and no key, since nothing is done", async () => {
    answers = [answer(503), answer(200, { rows: [] })];
    expect(await client.ask("/api/communities/c/sql", { query: "SELECT 1" })).toEqual({ rows: [] });
    expect(asked.map((it) => [it.method, it.headers["X-XSRF-TOKEN"], it.headers["Idempotency-Key"]])).toEqual([
      ["POST", "a token", undefined],
      ["POST", "a token", undefined],
    ]);
  });
});

describe("a question", () => {
  it("is answered exactly, also where a number is larger than numbers are", async () => {
    answers = [new Response('{"rows":[{"n":9007199254740993,"m":-7,"d":0.1,"s":"a \\"9007199254740993\\"","x":1.7e308}]}')];
    expect(await client.ask("/api/x", {})).toEqual({
      rows: [{ n: "9007199254740993", m: -7, d: 0.1, s: 'a "9007199254740993"', x: 1.7e308 }],
    });
  });

  it("is not asked again by who has turned away", async () => {
    const turned = new AbortController();
    turned.abort();
    answers = ["lost"];
    await expect(client.ask("/api/x", {}, turned.signal)).rejects.toThrow("connection lost");
    expect(asked).toHaveLength(1);
  });
});

describe("a read", () => {
  it("waits for one's own write to the same service, and for no other", async () => {
    answers = [answer(204, undefined, { "Guildhall-Position": "course.0/9" }), answer(200, {}), answer(200, {})];
    await client.send("POST", "/api/communities/c/courses/x/lessons/y/completion", "k");
    await client.get("/api/communities/c/enrollments");
    await client.get("/api/me");
    expect(asked.slice(1).map((it) => it.headers["Guildhall-After"])).toEqual(["course.0/9", undefined]);
  });

  it("never waits for less than it did", async () => {
    answers = [answer(204, undefined, { "Guildhall-Position": "member.0/10" }), answer(204, undefined, { "Guildhall-Position": "member.0/9" }), answer(200, {})];
    await client.send("PUT", "/api/me/a", "k");
    await client.send("PUT", "/api/me/b", "l");
    await client.get("/api/me");
    expect(asked[2]!.headers["Guildhall-After"]).toBe("member.0/10");
  });

  it("tells when the session has ended", async () => {
    signedIn = false;
    answers = [answer(401, { code: "authentication-required" })];
    await expect(client.get("/api/me")).rejects.toBeInstanceOf(Problem);
    expect(ended).toBe(1);
  });
});

describe("a problem", () => {
  it("says what is wrong with which field, and what would open", async () => {
    const problem = await Problem.of(
      answer(422, {
        type: "https://hall.example/problems/validation-failed",
        errors: [{ pointer: "#/name", code: "required", detail: "is missing" }, { pointer: "/days", code: "too-large" }],
        opens: ["course:*"],
      }),
    );
    expect(problem).toMatchObject({ code: "validation-failed", fields: { name: "is missing", days: "too-large" }, opens: ["course:*"] });
  });

  it("has a name even where nobody said one", async () => {
    expect(await Problem.of(new Response("<html>", { status: 502 }))).toMatchObject({ code: "http-502", passes: true, uncertain: true });
  });
});

describe("a wish's key", () => {
  it("is kept while nobody knows whether it came true", async () => {
    const wish = new WishKey();
    const keys: string[] = [];
    const failing = (problem: Problem) => (key: string) => {
      keys.push(key);
      return Promise.reject(problem);
    };
    await wish.run("buy", failing(Problem.unreachable())).catch(() => {});
    await wish.run("buy", failing(new Problem("already-bought", 409, "", ""))).catch(() => {});
    await wish.run("buy", failing(Problem.unreachable())).catch(() => {});
    await wish.run("buy something else", failing(Problem.unreachable())).catch(() => {});
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
    expect(keys[3]).not.toBe(keys[2]);
  });
});
