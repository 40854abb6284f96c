/** Amounts as people type them, and as services count them: in minor units, of which some currencies have none. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** @returns minor units, or null where it is no amount above zero in that currency */
export function minorOf(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim());
  const fraction = found?.[2] ?? "";
  if (!found || fraction.length > digits) {
    return null;
  }
  const minor = Number(found[1]! + fraction.padEnd(digits, "0"));
  return minor > 0 ? minor : null;
}

export function typed(amountMinor: number, currency: string): string {
  const digits = digitsOf(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
