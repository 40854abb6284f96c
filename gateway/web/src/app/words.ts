/** Numbers and dates as people of the chosen language write them. */
import { useI18n } from "vue-i18n";

export function useWords() {
  const { locale } = useI18n();

  function money(amountMinor: number, currency: string): string {
    const format = new Intl.NumberFormat(locale.value, { style: "currency", currency });
    return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  }

  function date(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: "long" }).format(new Date(instant));
  }

  /** The last day of what ends at an instant: at midnight it is the day before. */
  function lastDay(end: string): string {
    return date(new Date(Date.parse(end) - 1).toISOString());
  }

  function moment(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));
  }

  /** To the second. */
  function exact(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(instant));
  }

  function count(number: number): string {
    return new Intl.NumberFormat(locale.value).format(number);
  }

  /** Of a file, in the unit that says it shortly. */
  function size(bytes: number): string {
    const [unit, of] = bytes < 1e6 ? ["kilobyte", 1e3] : bytes < 1e9 ? ["megabyte", 1e6] : ["gigabyte", 1e9];
    const format: Intl.NumberFormatOptions = { style: "unit", unit: unit as string, maximumFractionDigits: 1 };
    return new Intl.NumberFormat(locale.value, format).format(bytes / (of as number));
  }

  function clock(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, { timeStyle: "short" }).format(new Date(instant));
  }

  return { money, date, lastDay, moment, exact, count, size, clock };
}
