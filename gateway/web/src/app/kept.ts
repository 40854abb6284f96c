/** What this browser remembers; a browser that remembers nothing shows the same pages. */
function careful(store: () => Storage) {
  return {
    getItem(key: string): string | null {
      try {
        return store().getItem(key);
      } catch {
        return null;
      }
    },
    setItem(key: string, value: string): void {
      try {
        store().setItem(key, value);
      } catch {
        // Full or forbidden: then it is not remembered.
      }
    },
    removeItem(key: string): void {
      try {
        store().removeItem(key);
      } catch {
        // Nothing was remembered.
      }
    },
  };
}

/** Until it is removed. */
export const kept = careful(() => localStorage);

/** As long as this tab. */
export const keptInTab = careful(() => sessionStorage);
