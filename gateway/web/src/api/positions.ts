/** Remembers how far each service's log stands behind one's own writes, so that reads can wait for them. */

/** Which service answers a path of the API; mirrors the gateway's table of routes. */
export function serviceOf(path: string): string {
  if (path.startsWith("/api/analytics/")) {
    return "analytics";
  }
  const inside = /^\/api\/communities\/[^/?]+\/([a-z]+)/.exec(path)?.[1];
  switch (inside) {
    case "courses":
    case "enrollments":
      return "course";
    case "offers":
    case "orders":
    case "subscriptions":
    case "invoices":
    case "ledger":
      return "billing";
    case "metrics":
    case "events":
    case "sql":
      return "analytics";
    case "roles":
    case "grants":
    case "access":
    case "members":
      return "member";
    default:
      return path.startsWith("/api/communities") ? "community" : "member";
  }
}

interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = "guildhall-position-";

export class Positions {
  /** @param store lives as long as the tab: a page that comes back from the payment provider still knows */
  constructor(private readonly store: Store) {}

  after(path: string): string | null {
    return this.store.getItem(KEY + serviceOf(path));
  }

  reached(path: string, position: string | null): void {
    const known = this.after(path);
    if (position && (!known || isBehind(known, position))) {
      this.store.setItem(KEY + serviceOf(path), position);
    }
  }
}

/** Of two logs of a service the one written last counts. */
function isBehind(known: string, position: string): boolean {
  const [knownLog, knownNumber] = known.split("/");
  const [log, number] = position.split("/");
  return log !== knownLog || Number(number) > Number(knownNumber);
}
