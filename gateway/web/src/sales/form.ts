/** An offer while an owner writes it; the amount as it is typed. */
export interface OfferForm {
  kind: "PLAN" | "COURSE";
  period: "MONTH" | "YEAR";
  name: string;
  amount: string;
  currency: string;
  opens: string[];
}

/** In which things can be sold. */
export const CURRENCIES = ["CNY", "EUR", "GBP", "HKD", "JPY", "KRW", "SGD", "TWD", "USD"];
