/** Keys of wishes: every try of one wish bears the same key, so it comes true once at most. */
import { Problem } from "./problem";

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keeps a wish's key while nobody knows whether it came true. */
export class WishKey {
  private kept: { wish: string; key: string } | null = null;

  /** Runs what was wished; the same wish again after an uncertain end is the same wish. */
  async run<T>(wish: unknown, send: (key: string) => Promise<T>): Promise<T> {
    const text = JSON.stringify(wish) ?? "";
    if (this.kept?.wish !== text) {
      this.kept = { wish: text, key: newId() };
    }
    try {
      const answer = await send(this.kept.key);
      this.kept = null;
      return answer;
    } catch (failure) {
      if (!(failure instanceof Problem) || !failure.uncertain) {
        this.kept = null;
      }
      throw failure;
    }
  }
}
