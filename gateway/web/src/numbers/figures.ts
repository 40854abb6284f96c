/** Numbers of metrics in words: shares as percent, money in its currency, the rest as it is. */
import { useI18n } from "vue-i18n";
import type { MetricAnswer } from "@/api/models";
import { useWords } from "@/app/words";
import type { Days, Width } from "./windows";

const CURRENCY = /^[A-Z]{3}$/;

export function useFigures() {
  const { locale, t } = useI18n();
  const { money } = useWords();

  /** @param value in the unit; money in its minor unit */
  function figure(value: number, unit: string): string {
    if (CURRENCY.test(unit)) {
      return money(value, unit);
    }
    const share = unit === "ratio";
    const format: Intl.NumberFormatOptions = share ? { style: "percent", maximumFractionDigits: 2 } : { maximumFractionDigits: 2 };
    return new Intl.NumberFormat(locale.value, format).format(value);
  }

  const isMoney = (unit: string) => CURRENCY.test(unit);

  function count(value: number): string {
    return new Intl.NumberFormat(locale.value, { maximumFractionDigits: 4 }).format(value);
  }

  /** What a number counts, where its figure does not say so. */
  function unitName(value: number, unit: string): string {
    return unit === "ratio" || unit === "money" || CURRENCY.test(unit) ? "" : t(`numbers.unit.${unit.replaceAll(" ", "-")}`, value);
  }

  function valueOf(answer: MetricAnswer): string {
    return answer.value == null ? t("numbers.undefined") : figure(answer.value, answer.unit);
  }

  function windowName(width: Width, days: Days): string {
    const from = new Date(days.from + "T00:00:00Z");
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale.value, { ...options, timeZone: "UTC" }).format(from);
    switch (width) {
      case "year":
        return format({ year: "numeric" });
      case "quarter":
        return t("numbers.quarter", { quarter: Math.floor(from.getUTCMonth() / 3) + 1, year: from.getUTCFullYear() });
      case "month":
        return format({ year: "numeric", month: "short" });
      default:
        return t("numbers.weekOf", { day: format({ year: "numeric", month: "short", day: "numeric" }) });
    }
  }

  return { figure, isMoney, count, unitName, valueOf, windowName };
}
